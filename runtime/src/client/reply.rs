//! What an answer means.

use std::time::Duration;

use jiff::fmt::rfc2822;
use serde::de::DeserializeOwned;

use super::Answer;
use super::error::{CallError, Failed, Refused, Unread, Unreadable};
use super::interface::Interface;
use super::xml;
use crate::call::ResultCode;
use crate::json;
use crate::lenient::{self, Reading};

/// The reply, or why the answer is none.
pub(super) fn read<T, F, C>(
    interface: &Interface,
    answer: Answer,
) -> Result<Reading<T>, CallError<C, F>>
where
    T: DeserializeOwned,
    F: DeserializeOwned,
    C: ResultCode,
{
    let code: Option<C> = code(interface, &answer);
    let is_success = (200..300).contains(&answer.status);
    match code {
        Some(code) if !code.is_success() => Err(CallError::Refused(Box::new(Refused {
            code,
            message: interface.message.and_then(|name| member(&answer, name)),
            reply: model(interface, &answer).ok().map(|reading| reading.value),
            answer,
        }))),
        _ if !is_success => Err(CallError::Status(Box::new(Failed {
            reply: model(interface, &answer).ok().map(|reading| reading.value),
            answer,
        }))),
        _ => match model(interface, &answer) {
            Ok(reading) => Ok(reading),
            Err(cause) => Err(CallError::Unreadable(Box::new(Unreadable {
                cause,
                answer,
            }))),
        },
    }
}

/// Whether the answer says that the same call may succeed later.
pub(super) fn is_passing<C: ResultCode>(interface: &Interface, answer: &Answer) -> bool {
    matches!(answer.status, 429 | 502 | 503 | 504)
        || code::<C>(interface, answer).is_some_and(|code| code.is_retryable())
}

/// How long the other side asks to wait.
pub(super) fn retry_after(answer: &Answer, now_millis: i64) -> Option<Duration> {
    let value = answer.header("Retry-After")?.trim();
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let moment = rfc2822::DateTimeParser::new().parse_timestamp(value).ok()?;
    let millis = moment.as_millisecond().saturating_sub(now_millis);
    Some(Duration::from_millis(
        u64::try_from(millis).unwrap_or_default(),
    ))
}

/// The body as a model.
fn model<T: DeserializeOwned>(
    interface: &Interface,
    answer: &Answer,
) -> Result<Reading<T>, Unread> {
    let is_blank = answer.body.iter().all(u8::is_ascii_whitespace);
    if interface.opaque || is_blank {
        return Ok(lenient::from_slice(b"{}")?);
    }
    match &interface.xml {
        Some(shape) if is_xml(answer) => {
            let document = xml::read(&answer.body, shape)?;
            Ok(lenient::from_text_only(&document)?)
        }
        _ => Ok(lenient::from_slice(&answer.body)?),
    }
}

/// Whether the body is XML: by its content type, or by its first character where that says neither XML nor JSON.
fn is_xml(answer: &Answer) -> bool {
    let content_type = answer.header("Content-Type").unwrap_or_default();
    let content_type = content_type.to_ascii_lowercase();
    if content_type.contains("xml") || content_type.contains("json") {
        return content_type.contains("xml");
    }
    let text = answer.body.trim_ascii_start();
    text.strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(text)
        .starts_with(b"<")
}

fn code<C: ResultCode>(interface: &Interface, answer: &Answer) -> Option<C> {
    let text = interface
        .codes
        .iter()
        .find_map(|name| member(answer, name))?;
    Some(C::from(text))
}

/// A member of the JSON object that was answered, as text.
fn member(answer: &Answer, name: &str) -> Option<String> {
    let text = std::str::from_utf8(&answer.body).ok()?;
    let members = json::members(text).ok()?;
    let (_, value) = members.into_iter().rev().find(|(other, _)| other == name)?;
    json::plain_text(value.get())
}

#[cfg(test)]
mod tests;
