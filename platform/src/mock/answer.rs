//! Answers: replies and refusals in the form of their interface.

use bytes::Bytes;
use koo_spec::catalogue::{Answer as Written, Code, CodeRole};
use koo_spec::interpret::placeholder::Values;
use serde_json::{Map, Value};

use super::served::Served;
use super::xml;

/// Longest explanation in a header.
const MOST_EXPLAINED: usize = 500;
/// The header that explains an answer.
pub(super) const EXPLANATION: &str = "X-Koo-Explanation";

/// An answer of the mock.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Headers in the order in which they are sent.
    pub headers: Vec<(String, String)>,
    /// Body, byte for byte.
    pub body: Bytes,
    /// Result code in it.
    pub code: Option<String>,
}

impl Answer {
    /// An answer without a body.
    pub(super) fn empty(status: u16) -> Self {
        Self {
            status,
            ..Self::default()
        }
    }

    /// A line of text, where no interface says what an answer is.
    pub(super) fn text(status: u16, text: &str) -> Self {
        Self {
            status,
            headers: vec![content_type("text/plain; charset=utf-8")],
            body: format!("{text}\n").into(),
            code: None,
        }
    }

    /// Sends a browser elsewhere.
    pub(super) fn redirect(status: u16, location: String) -> Self {
        Self {
            status,
            headers: vec![("Location".to_owned(), location)],
            ..Self::default()
        }
    }

    /// A reply with these members, in the form that the interface and the call want.
    pub(super) fn reply(
        served: Served<'_>,
        request: &Map<String, Value>,
        status: Option<u16>,
        members: &Value,
    ) -> Self {
        let form = served.reply_form();
        let code = served.code_field().and_then(|field| {
            let code = members.get(&field.name)?.as_str()?;
            Some(code.to_owned())
        });
        let of_code = code.as_ref().and_then(|code| served.family.codes.get(code));
        let status = status
            .or(of_code.and_then(|code| code.http_status))
            .or(form.status)
            .unwrap_or(200);
        let json = members.to_string().into_bytes();
        let document = is_xml(served, request)
            .then(|| xml::document(served, members))
            .flatten();
        let (media_type, body) = match document {
            Some(document) => ("application/xml;charset=UTF-8", document),
            None => ("application/json;charset=UTF-8", json),
        };
        Self {
            status,
            headers: vec![content_type(media_type)],
            body: body.into(),
            code,
        }
    }

    /// A refusal with a result code; without one only the status tells.
    pub(super) fn refusal(served: Served<'_>, role: CodeRole, code: Option<&Code>) -> Self {
        let code = code.or_else(|| code_for(served, role));
        let (Some(code), Some(field)) = (code, served.code_field()) else {
            return Self::empty(status_of(role));
        };
        let mut members = Map::new();
        members.insert(field.name.clone(), code.code.clone().into());
        if let Some(field) = served.message_field() {
            let most = field.limits.max_length.number();
            let most = most.and_then(|most| usize::try_from(most).ok());
            let text = meaning(served, code).chars();
            let text: String = text.take(most.unwrap_or(usize::MAX)).collect();
            members.insert(field.name.clone(), text.into());
        }
        let status = code.http_status.or(served.reply_form().status);
        let members = Value::Object(members);
        Self::reply(served, &Map::new(), status, &members)
    }

    /// A refusal as the catalogue writes it down for this interface.
    pub(super) fn written(
        served: Served<'_>,
        values: Values<'_>,
        role: CodeRole,
        written: &Written,
    ) -> Self {
        match written {
            Written::Code(code) => {
                let code = served.family.codes.get(&code.value);
                Self::refusal(served, role, code)
            }
            Written::Reply { status, body } => match body {
                Some(body) => {
                    let members = values.fill(&body.value);
                    Self::reply(served, values.named, *status, &members)
                }
                None => Self::empty(status.unwrap_or(status_of(role))),
            },
        }
    }

    /// Adds the header that explains the answer; a header holds no text but ASCII.
    pub(super) fn explained(mut self, explanation: &str) -> Self {
        let visible = explanation.chars().map(|letter| match letter {
            ' '..='~' => letter,
            letter if letter.is_whitespace() => ' ',
            _ => '?',
        });
        let text: String = visible.take(MOST_EXPLAINED).collect();
        if !text.trim().is_empty() {
            self.headers
                .push((EXPLANATION.to_owned(), text.trim().to_owned()));
        }
        self
    }
}

/// The code that the interface answers in a role.
pub(super) fn code_for(served: Served<'_>, role: CodeRole) -> Option<&Code> {
    let applies = |code: &&Code| {
        let applies_to = &code.applies_to;
        let named = |it: &koo_spec::catalogue::Placed<String>| it.value == served.interface.id;
        code.platform_role == Some(role) && (applies_to.is_empty() || applies_to.iter().any(named))
    };
    served.family.codes.values().find(applies)
}

/// What a code means for this interface.
fn meaning<'a>(served: Served<'_>, code: &'a Code) -> &'a str {
    let special = code.meanings.iter().find(|meaning| {
        let mut applies_to = meaning.applies_to.iter();
        applies_to.any(|it| it.value == served.interface.id)
    });
    special.map_or(&code.doc.en, |meaning| &meaning.doc.en)
}

fn is_xml(served: Served<'_>, request: &Map<String, Value>) -> bool {
    let form = served.reply_form();
    let of_type = form.content_type.as_deref().unwrap_or_default();
    if !of_type.contains("xml") {
        return false;
    }
    form.xml_when.iter().all(|(name, value)| {
        let given = request.get(name).and_then(Value::as_str);
        given == Some(value.value.as_str())
    })
}

/// The HTTP status of a refusal that has no code.
const fn status_of(role: CodeRole) -> u16 {
    match role {
        CodeRole::Success | CodeRole::Pending => 200,
        CodeRole::Signature => 401,
        CodeRole::Parameter => 400,
        CodeRole::NotFound => 404,
        CodeRole::Internal => 500,
    }
}

fn content_type(media_type: &str) -> (String, String) {
    ("Content-Type".to_owned(), media_type.to_owned())
}
