//! What travels in the body of a call.

use std::borrow::Cow;

use reqwest::multipart;

use super::ClientError;
use super::interface::{Interface, Part, PartKind};
use super::members::{Member, Value};
use super::transport::Client;
use crate::json::{self, Json};
use crate::message::form_encode;

/// A body as it is signed and sent.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Body {
    pub(super) content_type: Option<String>,
    pub(super) bytes: Vec<u8>,
}

/// The body of a call with these members.
pub(super) async fn encode(
    client: &Client,
    interface: &Interface,
    members: &[Member],
) -> Result<Body, ClientError> {
    let content_type = interface.content_type;
    if !interface.parts.is_empty() {
        let (content_type, bytes) = client.multipart(parts(interface.parts, members)?).await?;
        return Ok(Body {
            content_type: Some(content_type),
            bytes,
        });
    }
    let (usual, bytes) = if !interface.form.is_empty() {
        let form = form_encode(&pairs(interface.form, members));
        (Some("application/x-www-form-urlencoded"), form.into_bytes())
    } else if interface.json {
        (Some("application/json"), document(interface, members)?)
    } else {
        (None, Vec::new())
    };
    Ok(Body {
        content_type: content_type.or(usual).map(str::to_owned),
        bytes,
    })
}

/// The named members that are there, as text, in the order of the names.
pub(super) fn pairs(names: &[&'static str], members: &[Member]) -> Vec<(String, String)> {
    names
        .iter()
        .filter_map(|name| {
            let member = members.iter().find(|member| member.name == *name)?;
            Some(((*name).to_owned(), member.text()?))
        })
        .collect()
}

/// The members that travel nowhere else, as a JSON object. In the order of their names at every level: JSON gives
/// order no meaning, and contracts that sign a sorted body are kept.
fn document(interface: &Interface, members: &[Member]) -> Result<Vec<u8>, ClientError> {
    const BODY: ClientError = ClientError::Call("body");
    let placed = [interface.path, interface.query].concat();
    let mut found = Vec::new();
    for member in members
        .iter()
        .filter(|member| !placed.contains(&member.name))
    {
        let Value::Json(value) = &member.value else {
            return Err(BODY);
        };
        found.push(json::Member {
            name: Cow::Borrowed(member.name),
            value: Json::from_slice(value.as_bytes()).map_err(|_| BODY)?,
            repeated: false,
        });
    }
    let mut document = Json::Object(found);
    document.sort();
    let mut written = String::new();
    document.write(&mut written);
    Ok(written.into_bytes())
}

fn parts(parts: &[Part], members: &[Member]) -> Result<multipart::Form, ClientError> {
    let mut form = multipart::Form::new();
    for part in parts {
        let Some(member) = members.iter().find(|member| member.name == part.name) else {
            continue;
        };
        let made = match (&part.kind, &member.value) {
            (PartKind::File { named_by }, Value::Bytes(bytes)) => {
                let name = named_by.and_then(|(part, inside)| file_name(part, inside, members));
                multipart::Part::bytes(bytes.clone())
                    .file_name(name.unwrap_or_else(|| part.name.to_owned()))
                    .mime_str("application/octet-stream")
            }
            (PartKind::Json, Value::Json(json)) => {
                multipart::Part::text(json.clone()).mime_str("application/json")
            }
            _ => Ok(multipart::Part::text(member.text().unwrap_or_default())),
        };
        form = form.part(part.name, made.map_err(|_| ClientError::Call("body"))?);
    }
    Ok(form)
}

/// The name that another part gives a file.
fn file_name(part: &str, inside: &str, members: &[Member]) -> Option<String> {
    let member = members.iter().find(|member| member.name == part)?;
    let Value::Json(json) = &member.value else {
        return None;
    };
    let (_, value) = json::members(json)
        .ok()?
        .into_iter()
        .find(|(name, _)| name == inside)?;
    json::plain_text(value.get())
}
