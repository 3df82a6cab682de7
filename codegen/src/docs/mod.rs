//! Catalogue → reference documentation: Markdown, a file a guide, or one HTML page that needs nothing else.
//!
//! The module `view` says what is shown, the templates how. Both outputs show the same.

mod text;
mod view;

use koo_spec::catalogue::Catalogue;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, context};

use crate::{EmitError, File, banner};

/// What to know besides the catalogue.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The site the catalogue was projected to, if it was.
    pub site: Option<String>,
}

const GUIDE: &str = include_str!("templates/guide.md.jinja");
const INDEX: &str = include_str!("templates/index.md.jinja");
const SITE: &str = include_str!("templates/site.html.jinja");
const STYLE: &str = include_str!("templates/site.css");
const SCRIPT: &str = include_str!("templates/site.js");

/// The reference in Markdown: `index.md` and a file for each guide.
///
/// # Errors
///
/// [`EmitError::Template`] when a template is broken, which is a defect.
pub fn markdown(catalogue: &Catalogue, options: &Options) -> Result<Vec<File>, EmitError> {
    let environment = environment()?;
    let banner = minijinja::Value::from(banner("export markdown"));
    let view = minijinja::Value::from(Serde(view::catalogue(catalogue, options)));
    let mut files = Vec::new();
    let index = context! { banner => banner.clone(), catalogue => view.clone() };
    files.push(render(&environment, "index.md", "index.md", &index)?);
    let families = view
        .get_attr("families")
        .and_then(|families| families.try_iter());
    for (family, id) in families.into_iter().flatten().zip(&catalogue.families) {
        let shown = context! { banner => banner.clone(), catalogue => view.clone(), family };
        files.push(render(
            &environment,
            "guide.md",
            &format!("{}.md", id.id),
            &shown,
        )?);
    }
    for file in &mut files {
        file.contents = without_gaps(&file.contents);
    }
    Ok(files)
}

/// The text without blank lines behind blank lines, which templates leave where they show nothing.
fn without_gaps(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut is_blank = false;
    for line in text.lines() {
        if !(line.is_empty() && is_blank) {
            kept.push_str(line);
            kept.push('\n');
        }
        is_blank = line.is_empty();
    }
    kept
}

/// The reference as one HTML page.
///
/// # Errors
///
/// [`EmitError::Template`] when a template is broken, which is a defect.
pub fn html(catalogue: &Catalogue, options: &Options) -> Result<Vec<File>, EmitError> {
    let environment = environment()?;
    let shown = context! {
        banner => banner("export html"),
        catalogue => minijinja::Value::from(Serde(view::catalogue(catalogue, options))),
        style => minijinja::Value::from_safe_string(STYLE.to_owned()),
        script => minijinja::Value::from_safe_string(SCRIPT.to_owned()),
    };
    Ok(vec![render(
        &environment,
        "site.html",
        "index.html",
        &shown,
    )?])
}

fn environment() -> Result<Environment<'static>, EmitError> {
    let failed = |error: minijinja::Error| EmitError::Template {
        path: error.name().unwrap_or("templates").to_owned(),
        reason: error.to_string(),
    };
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    environment.set_auto_escape_callback(|name| {
        if name == "site.html" {
            AutoEscape::Html
        } else {
            AutoEscape::None
        }
    });
    environment.set_syntax(
        SyntaxConfig::builder()
            .keep_trailing_newline(true)
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build()
            .map_err(failed)?,
    );
    environment.add_filter("rich", text::rich);
    environment.add_filter("blocks", text::blocks);
    environment.add_filter("md", text::markdown);
    environment.add_filter("cell", text::cell);
    environment.add_filter("slug", text::slug);
    for (name, source) in [
        ("guide.md", GUIDE),
        ("index.md", INDEX),
        ("site.html", SITE),
    ] {
        environment.add_template(name, source).map_err(failed)?;
    }
    Ok(environment)
}

fn render(
    environment: &Environment<'_>,
    template: &str,
    path: &str,
    shown: &minijinja::Value,
) -> Result<File, EmitError> {
    let contents = environment
        .get_template(template)
        .and_then(|template| template.render(shown))
        .map_err(|error| EmitError::Template {
            path: path.to_owned(),
            reason: format!("{error:#}"),
        })?;
    Ok(File {
        path: path.to_owned(),
        contents,
    })
}
