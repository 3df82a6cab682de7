//! For browsers: one page without scripts or anything loaded from elsewhere.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value as Shown};
use serde_json::{Value, json};

use super::Report;
use super::json::entry;

/// The template is broken, which is a defect of koo.
#[derive(Debug, thiserror::Error)]
#[error("the HTML report cannot be written; this is a defect of koo")]
pub struct HtmlError(#[from] minijinja::Error);

/// The page. It is well-formed XML too.
///
/// # Errors
///
/// Never in practice: the template is part of koo.
pub fn html(report: &Report<'_>) -> Result<String, HtmlError> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(
        SyntaxConfig::builder()
            .keep_trailing_newline(true)
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build()?,
    );
    let groups: Vec<_> = report
        .groups()
        .into_iter()
        .map(|(family, places)| {
            let places: Vec<_> = places
                .into_iter()
                .filter_map(|entries| {
                    let place = &entries.first()?.change.place;
                    let changes: Vec<_> = entries.iter().map(entry).collect();
                    Some(json!({ "name": place.to_string(), "title": place.title, "changes": changes }))
                })
                .collect();
            json!({ "family": family, "places": places })
        })
        .collect();
    let context = readable(json!({
        "old": report.old,
        "new": report.new,
        "summary": report.summary(),
        "version": report.version(),
        "full": report.full,
        "stale": report.stale.iter().map(|stale| json!({
            "fingerprint": stale.fingerprint, "about": stale.about,
        })).collect::<Vec<_>>(),
        "groups": groups,
    }));
    let template = include_str!("report.html.jinja");
    let page = environment.render_str(template, Shown::from(Serde(context)))?;
    Ok(page)
}

/// Texts without characters that XML does not have.
fn readable(value: Value) -> Value {
    match value {
        Value::String(text) => {
            let allowed = |character: &char| !character.is_control() || character.is_whitespace();
            Value::String(text.chars().filter(allowed).collect())
        }
        Value::Array(list) => list.into_iter().map(readable).collect(),
        Value::Object(object) => {
            let members = object.into_iter();
            members
                .map(|(name, value)| (name, readable(value)))
                .collect()
        }
        other => other,
    }
}
