//! What is answered, and how it is written.

use std::borrow::Cow;

use bytes::Bytes;

use super::Family;
use super::observer::Cause;
use super::route::{Fields, Found};
use crate::call::{CodeRole, Refusal, ResultCode};
use crate::json;

/// What became of a call. Made by [`Incoming`](super::Incoming).
pub struct Outcome<C>(pub(super) Kind<C>);

/// Content type of what is answered unless a route says otherwise.
pub(super) const JSON: &str = "application/json";

pub(super) enum Kind<C> {
    /// The merchant's reply, written and complete.
    Replied {
        code: C,
        content_type: &'static str,
        body: Bytes,
    },
    /// A refusal, still to be written.
    Refused { refusal: Refusal<C>, cause: Cause },
    /// A refusal with the code that plays a role; without a reason, the meaning of the code is the message.
    Failed {
        role: CodeRole,
        reason: Option<String>,
        cause: Cause,
    },
}

impl<C: ResultCode> Outcome<C> {
    pub(super) fn refused(refusal: Refusal<C>, cause: Cause) -> Self {
        Self(Kind::Refused { refusal, cause })
    }

    /// Refused with the code that plays `role`; the message is the meaning of the code.
    pub(super) fn refused_as(role: CodeRole, cause: Cause) -> Self {
        Self(Kind::Failed {
            role,
            reason: None,
            cause,
        })
    }

    /// Refused as a wrong parameter, with the reason.
    pub(super) fn wrong_parameter(reason: impl Into<String>, cause: Cause) -> Self {
        Self::refused_because(CodeRole::Parameter, reason, cause)
    }

    /// Refused with the code that plays `role`, with the reason.
    pub(super) fn refused_because(role: CodeRole, reason: impl Into<String>, cause: Cause) -> Self {
        Self(Kind::Failed {
            role,
            reason: Some(reason.into()),
            cause,
        })
    }
}

/// How the replies of a family are made.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    pub(super) code_field: &'static str,
    pub(super) message_field: &'static str,
    pub(super) message_max_chars: usize,
    /// Whether replies have a code. A refusal has one always.
    pub(super) has_code: bool,
}

impl Shape {
    /// The members that the interface at an address has, or those of the family.
    pub(super) fn of<F: Family>(found: Option<&Found>) -> Self {
        let route = found.and_then(|found| found.routes.first());
        match route.and_then(|route| route.fields) {
            Some(Fields {
                code,
                message,
                message_max_chars,
            }) if !code.is_empty() => Self {
                code_field: code,
                message_field: message,
                message_max_chars,
                has_code: true,
            },
            own => Self {
                code_field: F::CODE_FIELD,
                message_field: F::MESSAGE_FIELD,
                message_max_chars: F::MESSAGE_MAX_CHARS,
                has_code: own.is_none(),
            },
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
        if !self.message_field.is_empty() {
            body.push(',');
            json::write_text(self.message_field, &mut body);
            body.push(':');
            json::write_text(&message, &mut body);
        }
        body.push('}');
        body.into()
    }

    /// Makes sure that a written reply has a code and a message; one that has is left as it is. Returns the
    /// code and the reply, or `None` if it is no object with a code.
    pub(super) fn complete<C: ResultCode>(&self, written: String) -> Option<(C, Bytes)> {
        let members = json::members(&written).ok()?;
        if !self.has_code {
            return Some((C::from(String::new()), written.into()));
        }
        let text_of = |field: &str| {
            let (_, value) = members.iter().rfind(|(name, _)| name == field)?;
            let text = value.get().starts_with('"').then_some(value.get())?;
            json::text_in(text).ok().filter(|text| !text.is_empty())
        };
        let code = C::from(text_of(self.code_field).map(Cow::into_owned)?);
        if self.message_field.is_empty() || text_of(self.message_field).is_some() {
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
                json::write_text(default_message(&code), &mut body);
            }
        }
        body.push('}');
        Some((code, body.into()))
    }
}

fn default_message<C: ResultCode>(code: &C) -> &str {
    code.meaning().unwrap_or_else(|| code.as_str())
}
