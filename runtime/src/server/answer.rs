//! What is answered, and how it is written.

use bytes::Bytes;

use super::Family;
use super::observer::Cause;
use crate::call::{CodeRole, Refusal, ResultCode};
use crate::json;

/// What became of a call. Made by [`Incoming`](super::Incoming).
pub struct Outcome<C>(pub(super) Kind<C>);

pub(super) enum Kind<C> {
    /// The merchant's reply, written and complete.
    Replied { code: String, body: Bytes },
    /// A refusal, still to be written.
    Refused { refusal: Refusal<C>, cause: Cause },
}

impl<C: ResultCode> Outcome<C> {
    pub(super) fn refused(refusal: Refusal<C>, cause: Cause) -> Self {
        Self(Kind::Refused { refusal, cause })
    }

    /// Refused with the code that plays `role`; the message is the meaning of the code.
    pub(super) fn refused_as(role: CodeRole, cause: Cause) -> Self {
        let code: C = code_for(role);
        Self::refused(Refusal::from(code), cause)
    }

    /// Refused as a wrong parameter, with the reason.
    pub(super) fn wrong_parameter(reason: impl Into<String>, cause: Cause) -> Self {
        Self::refused(Refusal::new(code_for(CodeRole::Parameter), reason), cause)
    }
}

/// The code that plays `role`, or the nearest one in a contract that has no such code.
fn code_for<C: ResultCode>(role: CodeRole) -> C {
    [role, CodeRole::Internal, CodeRole::Parameter]
        .into_iter()
        .find_map(C::for_role)
        .unwrap_or_else(|| C::from("internal".to_owned()))
}

/// How the replies of a family are made.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    pub(super) code_field: &'static str,
    pub(super) message_field: &'static str,
    pub(super) message_max_chars: usize,
}

impl Shape {
    pub(super) fn of<F: Family>() -> Self {
        Self {
            code_field: F::CODE_FIELD,
            message_field: F::MESSAGE_FIELD,
            message_max_chars: F::MESSAGE_MAX_CHARS,
        }
    }

    /// Writes a refusal. Without a message, the meaning of the code is one.
    pub(super) fn write_refusal<C: ResultCode>(&self, refusal: &Refusal<C>) -> Bytes {
        let message = match refusal.message.trim() {
            "" => default_message(&refusal.code),
            message => message,
        };
        let message: String = message.chars().take(self.message_max_chars).collect();
        let mut body = String::from("{");
        json::write_text(self.code_field, &mut body);
        body.push(':');
        json::write_text(refusal.code.as_str(), &mut body);
        body.push(',');
        json::write_text(self.message_field, &mut body);
        body.push(':');
        json::write_text(&message, &mut body);
        body.push('}');
        body.into()
    }

    /// Makes sure that a written reply has a code and a message; one that has is left as it is. Returns the
    /// code and the reply, or `None` if it is no object with a code.
    pub(super) fn complete<C: ResultCode>(&self, written: String) -> Option<(String, Bytes)> {
        let members = json::members(&written).ok()?;
        let text_of = |field: &str| {
            let (_, value) = members.iter().rfind(|(name, _)| name == field)?;
            serde_json::from_str::<String>(value.get())
                .ok()
                .filter(|text| !text.is_empty())
        };
        let code = text_of(self.code_field)?;
        if text_of(self.message_field).is_some() {
            return Some((code, written.into()));
        }
        let mut body = String::with_capacity(written.len() + 64);
        for (name, value) in &members {
            if name == self.message_field {
                continue;
            }
            body.push(if body.is_empty() { '{' } else { ',' });
            json::write_text(name, &mut body);
            body.push(':');
            body.push_str(value.get());
            if name == self.code_field {
                body.push(',');
                json::write_text(self.message_field, &mut body);
                body.push(':');
                json::write_text(default_message(&C::from(code.clone())), &mut body);
            }
        }
        body.push('}');
        Some((code, body.into()))
    }
}

fn default_message<C: ResultCode>(code: &C) -> &str {
    code.meaning().unwrap_or_else(|| code.as_str())
}
