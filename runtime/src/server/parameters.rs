//! The parameters of a call, gathered from where they travel.

use std::borrow::Cow;

use axum::http::request::Parts;
use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::Input;
use crate::json::{self, Json, JsonError};
use crate::lenient::{self, ReadError, Reading};
use crate::message::parse_query;

/// The parameters of a call, unread.
pub(super) enum Parameters<'a> {
    /// A JSON object, and what came of reading it.
    Body(&'a [u8], Result<Json<'a>, JsonError>),
    /// Names and texts.
    Texts(Vec<(String, String)>),
    /// The parts of a multipart body.
    #[cfg(feature = "mock")]
    Parts(Vec<(String, lenient::Part)>),
}

/// Why there are no parameters. Written for people.
pub(super) type Unreadable = &'static str;

const NO_OBJECT: Unreadable = "the body is not a JSON object";

impl<'a> Parameters<'a> {
    /// Takes the parameters from where the interface has them, and those that stand in the address. `body` has
    /// [those of the address](body) already.
    #[cfg_attr(
        not(feature = "mock"),
        allow(
            clippy::unused_async,
            unused_variables,
            reason = "only parts are read step by step, and by their headers"
        )
    )]
    pub(super) async fn gather(
        input: Input,
        parts: &Parts,
        query: Vec<(String, String)>,
        body: &'a Bytes,
        address: &[(&'static str, String)],
    ) -> Result<Self, Unreadable> {
        let in_address = || {
            let owned = |(name, value): &(&str, String)| ((*name).to_owned(), value.clone());
            address.iter().map(owned)
        };
        match input {
            Input::Body => Ok(Self::Body(body, Json::from_slice(body))),
            Input::Query { except } => {
                let own = query
                    .into_iter()
                    .filter(|(name, _)| !except.contains(&name.as_str()));
                Ok(Self::Texts(in_address().chain(own).collect()))
            }
            Input::Form => {
                let form = std::str::from_utf8(body).map_err(|_| "the body is not a form")?;
                let form = parse_query(form).into_iter();
                Ok(Self::Texts(in_address().chain(form).collect()))
            }
            #[cfg(feature = "mock")]
            Input::Parts { binary, json } => {
                let text = |(name, value)| (name, lenient::Part::Text(value));
                let mut all: Vec<_> = in_address().map(text).collect();
                all.extend(super::parts::read(&parts.headers, body.clone(), binary, json).await?);
                Ok(Self::Parts(all))
            }
        }
    }

    /// Whether there are parameters at all.
    pub(super) fn check(&self) -> Result<(), Unreadable> {
        match self {
            Self::Body(_, Ok(Json::Object(_))) => Ok(()),
            // Of an object with members that cannot be read at least the names are known.
            Self::Body(body, _) if members(body).is_none() => Err(NO_OBJECT),
            _ => Ok(()),
        }
    }

    /// The text of the parameter `name`, if it has an obvious one.
    pub(super) fn text(&self, name: &str) -> Option<Cow<'_, str>> {
        match self {
            Self::Body(_, Ok(json)) => json.member(name)?.as_text().map(Cow::Borrowed),
            Self::Body(body, Err(_)) => {
                // As everywhere, the last of several members with one name counts.
                let members = members(body)?;
                let (_, value) = members.iter().rfind(|(other, _)| other == name)?;
                json::text_of(value).map(Cow::Owned)
            }
            Self::Texts(texts) => {
                let (_, value) = texts.iter().find(|(other, _)| other == name)?;
                Some(Cow::Borrowed(value))
            }
            #[cfg(feature = "mock")]
            Self::Parts(parts) => match parts.iter().find(|(other, _)| other == name)? {
                (_, lenient::Part::Text(text)) => Some(Cow::Borrowed(text)),
                _ => None,
            },
        }
    }

    /// Reads a model from them.
    pub(super) fn read<R: DeserializeOwned>(&self) -> Result<Reading<R>, ReadError> {
        match self {
            Self::Body(_, json) => lenient::from_json(json.as_ref().map_err(|error| *error)?),
            Self::Texts(texts) => lenient::from_params(texts),
            #[cfg(feature = "mock")]
            Self::Parts(parts) => lenient::from_parts(parts),
        }
    }
}

type Members<'a> = Vec<(Cow<'a, str>, &'a serde_json::value::RawValue)>;

fn members(body: &[u8]) -> Option<Members<'_>> {
    json::members(std::str::from_utf8(body).ok()?).ok()
}

/// The body, with the parameters of the address in it where it is the body that has them.
pub(super) fn body(
    input: Input,
    body: Bytes,
    address: &[(&str, String)],
) -> Result<Bytes, Unreadable> {
    if input == Input::Body && !address.is_empty() {
        with_members(&body, address)
    } else {
        Ok(body)
    }
}

/// The JSON object with the parameters of the address as its first members. Without a body there are only those.
fn with_members(body: &[u8], address: &[(&str, String)]) -> Result<Bytes, Unreadable> {
    let members = if body.trim_ascii().is_empty() {
        Vec::new()
    } else {
        members(body).ok_or(NO_OBJECT)?
    };
    let mut written = String::with_capacity(body.len() + 128);
    for (name, value) in address {
        separate(&mut written, name);
        json::write_text(value, &mut written);
    }
    for (name, value) in members {
        separate(&mut written, &name);
        written.push_str(value.get());
    }
    written.push('}');
    Ok(written.into())
}

/// Begins the next member of an object whose first is still to come if nothing is written.
fn separate(written: &mut String, name: &str) {
    written.push(if written.is_empty() { '{' } else { ',' });
    json::write_text(name, written);
    written.push(':');
}
