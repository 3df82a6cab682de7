//! Templates → files.

use std::collections::BTreeMap;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Serde};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior};
use serde_json::Value;

use super::rules::Rules;
use super::templates::Template;
use super::{Bindings, Dependencies, Input, ScaffoldError, Templates};
use crate::rust::toml_string;

/// The folder of a project where koo keeps its record.
const RECORD: &str = ".koo/";

/// The folder of the generated crate in a checkout.
const GENERATED: &str = "generated";

/// The folder of the bindings in a project that has its own.
pub(super) const BINDINGS: &str = "bindings";

/// The crates of koo that a project may depend on, and their folders in a checkout.
const CRATES: &[(&str, &str)] = &[
    ("koo-runtime", "runtime"),
    ("koo-macros", "macros"),
    ("koo-ledger", "ledger"),
];

/// The files of all templates that the choices ask for, by path.
pub(super) fn all(
    input: &Input<'_>,
    templates: &Templates,
    rules: &Rules,
    view: &Value,
) -> Result<BTreeMap<String, Vec<u8>>, ScaffoldError> {
    let strongest = templates.strongest();
    let environment = environment(input, &strongest)?;
    let context = minijinja::Value::from(Serde(view));
    let mut files = BTreeMap::new();
    for template in strongest {
        if template.is_partial() {
            continue;
        }
        let Some(path) = rules.place(template.target(), input.choices) else {
            continue;
        };
        if !has_place(path) {
            return Err(ScaffoldError::Place {
                layer: template.layer.to_owned(),
                path: template.path.to_owned(),
            });
        }
        let contents = if template.is_filled_in() {
            let rendered = environment
                .get_template(template.path)
                .and_then(|filled| filled.render(&context))
                .map_err(|error| failed(&template, &error))?;
            if rendered.trim().is_empty() {
                continue;
            }
            rendered.into_bytes()
        } else {
            template.contents.to_vec()
        };
        if files.insert(path.to_owned(), contents).is_some() {
            return Err(ScaffoldError::Rules {
                layer: template.layer.to_owned(),
                reason: format!("two templates are written to {path}"),
            });
        }
    }
    Ok(files)
}

/// Whether a path stays inside the project, on every system.
fn has_place(path: &str) -> bool {
    let parts_are_names = path
        .split('/')
        .all(|part| !part.is_empty() && part != "." && part != "..");
    parts_are_names && !path.contains(['\\', ':', '\0']) && !path.starts_with(RECORD)
}

fn failed(template: &Template<'_>, error: &Error) -> ScaffoldError {
    let mut reason = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        reason.push_str(": ");
        reason.push_str(&inner.to_string());
        cause = inner.source();
    }
    ScaffoldError::Template {
        layer: template.layer.to_owned(),
        path: template.path.to_owned(),
        reason,
    }
}

fn environment<'a>(
    input: &Input<'_>,
    templates: &[Template<'a>],
) -> Result<Environment<'a>, ScaffoldError> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    let syntax = SyntaxConfig::builder()
        .keep_trailing_newline(true)
        .trim_blocks(true)
        .lstrip_blocks(true)
        .build();
    if let Ok(syntax) = syntax {
        environment.set_syntax(syntax);
    }
    environment.add_filter("toml", |text: String| toml_string(&text));
    environment.add_filter("json", |value: minijinja::Value| {
        serde_json::to_string(&value)
            .map_err(|error| Error::new(ErrorKind::BadSerialization, error.to_string()))
    });
    let sources = Sources::of(input);
    environment.add_function("dependency", move |name: String, options: Kwargs| {
        sources.dependency(&name, &options)
    });
    for template in templates.iter().filter(|template| template.is_filled_in()) {
        let source =
            str::from_utf8(template.contents).map_err(|error| ScaffoldError::Template {
                layer: template.layer.to_owned(),
                path: template.path.to_owned(),
                reason: error.to_string(),
            })?;
        environment
            .add_template(template.path, source)
            .map_err(|error| failed(template, &error))?;
    }
    Ok(environment)
}

/// Where the crates of koo come from.
struct Sources {
    from: Dependencies,
    bindings: Bindings,
    package: String,
    package_version: String,
    koo_version: String,
}

impl Sources {
    fn of(input: &Input<'_>) -> Self {
        let package = input.catalogue.packages.get("rust");
        let version = package.and_then(|package| package.version.clone());
        Self {
            from: input.choices.dependencies.clone(),
            bindings: input.choices.bindings,
            package: input.catalogue.id.clone(),
            package_version: version.unwrap_or_else(|| "0.1.0".to_owned()),
            koo_version: input.koo_version.to_owned(),
        }
    }

    /// The right-hand side of a dependency in a manifest.
    fn dependency(&self, name: &str, options: &Kwargs) -> Result<String, Error> {
        let (folder, version) = if name == self.package {
            (GENERATED, &self.package_version)
        } else {
            let mut crates = CRATES.iter();
            let known = crates.find(|(known, _)| *known == name);
            let unknown = || {
                let message = format!("koo has no crate `{name}` for projects");
                Error::new(ErrorKind::InvalidOperation, message)
            };
            (known.ok_or_else(unknown)?.1, &self.koo_version)
        };
        let features: Option<Vec<String>> = options.get("features")?;
        let default_features: Option<bool> = options.get("default_features")?;
        options.assert_all_used()?;
        let is_own = name == self.package && self.bindings == Bindings::Project;
        let mut parts = vec![match &self.from {
            _ if is_own => format!("path = {}", toml_string(BINDINGS)),
            Dependencies::Released => format!("version = {}", toml_string(version)),
            Dependencies::Checkout(checkout) => {
                format!("path = {}", toml_string(&format!("{checkout}/{folder}")))
            }
        }];
        if default_features == Some(false) {
            parts.push("default-features = false".to_owned());
        }
        if let Some(features) = features.filter(|features| !features.is_empty()) {
            let features: Vec<_> = features.iter().map(|one| toml_string(one)).collect();
            parts.push(format!("features = [{}]", features.join(", ")));
        }
        Ok(format!("{{ {} }}", parts.join(", ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_stay_inside_the_project() {
        for good in [
            "Cargo.toml",
            "src/main.rs",
            ".github/workflows/ci.yaml",
            ".kool",
        ] {
            assert!(has_place(good), "{good}");
        }
        for bad in [
            "",
            "/etc/passwd",
            "../a",
            "a/../b",
            "a//b",
            "a\\b",
            "c:/a",
            ".koo/scaffold.toml",
            "./a",
            "a/",
        ] {
            assert!(!has_place(bad), "{bad}");
        }
    }
}
