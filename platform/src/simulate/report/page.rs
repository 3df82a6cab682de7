//! What the page of a run shows, as data: of a whole run, or as it comes.

use koo_calls::write;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value as Shown};
use serde_json::Value;

use super::readable::readable;
use super::{Run, json as as_json};
use crate::simulate::{Step, Verdict};

/// The template is broken, which is a defect of koo.
#[derive(Debug, thiserror::Error)]
#[error("the HTML report cannot be written; this is a defect of koo")]
pub struct HtmlError(#[from] minijinja::Error);

/// The page of what [`head`] and [`case`] give. It is well-formed XML too.
///
/// # Errors
///
/// If something is missing that the template shows.
pub fn render(run: Value) -> Result<String, HtmlError> {
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
    let template = include_str!("report.html.jinja");
    let context = Shown::from(Serde(readable(run)));
    Ok(environment.render_str(template, context)?)
}

/// What the page says of a run, apart from its cases. A page of a run under way loads itself again.
pub fn head(run: &Run, is_running: bool) -> Value {
    let mut head = as_json::report(run);
    if let Some(members) = head.as_object_mut() {
        members.insert("cases".to_owned(), Value::Array(Vec::new()));
        members.insert("running".to_owned(), is_running.into());
    }
    head
}

/// A verdict with what only the page shows.
pub fn case(verdict: &Verdict) -> Value {
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
        let headers: Vec<_> = headers
            .map(|(name, value)| format!("{name}: {value}"))
            .collect();
        let body = String::from_utf8_lossy(&reply.body);
        let head = headers.join("\n");
        format!("HTTP/1.1 {}\n{head}\n\n{body}", reply.status)
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
