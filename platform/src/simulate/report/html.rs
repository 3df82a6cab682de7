//! For browsers: one page in English and Chinese, without scripts or anything loaded from elsewhere.

use koo_calls::write;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value as Shown};
use serde_json::Value;

use super::{Run, json as as_json};
use crate::simulate::{Step, Verdict};

/// The template is broken, which is a defect of koo.
#[derive(Debug, thiserror::Error)]
#[error("the HTML report cannot be written; this is a defect of koo")]
pub struct HtmlError(#[from] minijinja::Error);

/// The page. It is well-formed XML too.
///
/// # Errors
///
/// Never in practice: the template is part of koo.
pub fn html(run: &Run) -> Result<String, HtmlError> {
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
    let mut context = as_json::report(run);
    if let Some(members) = context.as_object_mut() {
        let cases = run.verdicts.iter().map(case).collect();
        members.insert("cases".to_owned(), cases);
    }
    let template = include_str!("report.html.jinja");
    let context = Shown::from(Serde(readable(context)));
    Ok(environment.render_str(template, context)?)
}

/// A verdict with what only the page shows.
fn case(verdict: &Verdict) -> Value {
    let mut case = as_json::verdict(verdict);
    let steps: Value = verdict.steps.iter().map(step).collect();
    if let Some(members) = case.as_object_mut() {
        members.insert("steps".to_owned(), steps);
    }
    case
}

fn step(step: &Step) -> Value {
    let reply = step.reply.as_ref().map(|reply| {
        let headers = reply.headers.iter();
        let headers: String = headers
            .map(|(name, value)| format!("{name}: {value}\n"))
            .collect();
        let body = String::from_utf8_lossy(&reply.body);
        format!("HTTP/1.1 {}\n{headers}\n{body}", reply.status)
    });
    let mut shown = as_json::step(step);
    if let Some(members) = shown.as_object_mut() {
        let request = write::http(&step.request);
        let request = String::from_utf8_lossy(&request).replace("\r\n", "\n");
        members.insert("request".to_owned(), request.into());
        members.insert("reply".to_owned(), reply.into());
    }
    shown
}

/// Texts without characters that XML does not have.
fn readable(value: Value) -> Value {
    match value {
        Value::String(text) => {
            let allowed = |letter: &char| {
                let is_sound = !letter.is_control() || matches!(letter, '\n' | '\t');
                is_sound && !matches!(letter, '\u{fffe}' | '\u{ffff}')
            };
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
