//! Renders pages.

use axum::http::HeaderMap;
use axum::http::header::{CONTENT_TYPE, SET_COOKIE};
use axum::response::{Html, IntoResponse, Response};
use koo_spec::catalogue::Text;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, HtmlEscape, UndefinedBehavior};
use serde_json::{Value, json};

use super::language::{COOKIE_NAME, Choice, Language};
use super::words;

const TEMPLATES: [(&str, &str); 9] = [
    ("layout.html", include_str!("templates/layout.html.jinja")),
    ("macros.html", include_str!("templates/macros.html.jinja")),
    ("calls.html", include_str!("templates/calls.html.jinja")),
    ("row.html", include_str!("templates/row.html.jinja")),
    ("call.html", include_str!("templates/call.html.jinja")),
    ("choose.html", include_str!("templates/choose.html.jinja")),
    ("send.html", include_str!("templates/send.html.jinja")),
    ("records.html", include_str!("templates/records.html.jinja")),
    (
        "simulation.html",
        include_str!("templates/simulation.html.jinja"),
    ),
];
const STYLE: &str = include_str!("templates/console.css");
const SCRIPT: &str = include_str!("templates/console.js");

/// Why the page cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum ConsoleError {
    /// A template is broken, which is a defect.
    #[error("a template of the page is broken: {0}")]
    Template(String),
    /// The system gives no random bytes.
    #[error("no random bytes for the page's token: {0}")]
    Random(String),
}

impl From<minijinja::Error> for ConsoleError {
    fn from(error: minijinja::Error) -> Self {
        Self::Template(format!("{error:#}"))
    }
}

/// The templates.
pub(super) struct Pages {
    environment: Environment<'static>,
}

/// What every page says besides its content.
pub(super) struct Frame<'a> {
    pub(super) choice: Choice,
    pub(super) title: &'a Text,
    /// Path and query of the page, to come back to in another language.
    pub(super) address: &'a str,
    /// Which entry of the menu it is.
    pub(super) here: &'static str,
    pub(super) has_records: bool,
}

impl Pages {
    pub(super) fn new() -> Result<Self, ConsoleError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.set_syntax(
            SyntaxConfig::builder()
                .trim_blocks(true)
                .lstrip_blocks(true)
                .build()?,
        );
        environment.add_filter("rich", rich);
        for (name, source) in TEMPLATES {
            environment.add_template(name, source)?;
        }
        Ok(Self { environment })
    }

    /// A fragment, such as a row that comes later.
    pub(super) fn fragment(
        &self,
        template: &str,
        language: Language,
        mut content: Value,
    ) -> Result<String, ConsoleError> {
        if let Some(members) = content.as_object_mut() {
            members.insert("t".to_owned(), words::table(language));
            members.insert("lang".to_owned(), language.tag().into());
        }
        let context = minijinja::Value::from(Serde(content));
        Ok(self.environment.get_template(template)?.render(context)?)
    }

    /// A whole page.
    pub(super) fn page(
        &self,
        template: &str,
        frame: &Frame<'_>,
        mut content: Value,
    ) -> Result<Response, ConsoleError> {
        let language = frame.choice.language;
        if let Some(members) = content.as_object_mut() {
            let frame = json!({
                "title": language.title(frame.title),
                "here": frame.here,
                "has_records": frame.has_records,
                "in_english": in_language(frame.address, Language::English),
                "in_chinese": in_language(frame.address, Language::Chinese),
            });
            members.insert("frame".to_owned(), frame);
        }
        let text = self.fragment(template, language, content)?;
        let mut response = Html(text).into_response();
        if frame.choice.is_new {
            let tag = language.tag();
            let cookie = format!("{COOKIE_NAME}={tag}; Path=/; Max-Age=31536000; SameSite=Strict");
            if let Ok(cookie) = cookie.parse() {
                response.headers_mut().insert(SET_COOKIE, cookie);
            }
        }
        Ok(response)
    }
}

/// Plain text as HTML; what stands between backquotes is set as code.
fn rich(text: &str) -> minijinja::Value {
    let mut html = String::new();
    for (index, part) in text.split('`').enumerate() {
        let escaped = HtmlEscape(part).to_string();
        if index % 2 == 1 {
            html.push_str("<code>");
            html.push_str(&escaped);
            html.push_str("</code>");
        } else {
            html.push_str(&escaped);
        }
    }
    minijinja::Value::from_safe_string(html)
}

/// The same page in a language.
fn in_language(address: &str, language: Language) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let kept = query
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.starts_with("lang="));
    let mut pairs: Vec<String> = kept.map(str::to_owned).collect();
    pairs.push(format!("lang={}", language.tag()));
    format!("{path}?{}", pairs.join("&"))
}

pub(super) async fn style() -> impl IntoResponse {
    typed("text/css; charset=utf-8", STYLE)
}

pub(super) async fn script() -> impl IntoResponse {
    typed("text/javascript; charset=utf-8", SCRIPT)
}

fn typed(content_type: &'static str, text: &'static str) -> impl IntoResponse {
    let mut headers = HeaderMap::new();
    headers.insert(
        CONTENT_TYPE,
        axum::http::HeaderValue::from_static(content_type),
    );
    (headers, text)
}
