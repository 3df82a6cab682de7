//! Puts a payload into the places of an HTTP request that an interface names.

use koo_runtime::crypto::url_encode;
use serde_json::{Map, Value};

use crate::catalogue::{Example, Family, Interface, Location, Scheme};

/// The parts of a request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Composed {
    /// HTTP method.
    pub method: String,
    /// Address as documented, with path parameters filled in; empty where the merchant chooses it.
    pub url: String,
    /// Query, decoded.
    pub query: Vec<(String, String)>,
    /// Headers, the content type among them.
    pub headers: Vec<(String, String)>,
    /// Body, byte for byte.
    pub body: Vec<u8>,
}

/// Why a payload cannot be put into a request.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ComposeError {
    /// It is no JSON object.
    #[error("the payload is no JSON object: {0}")]
    NotAnObject(String),
    /// The address needs a value.
    #[error("the address needs `{0}`, which the payload does not have")]
    NoPathValue(String),
    /// The request has parts of a multipart body.
    #[error(
        "the interface takes a multipart body, whose bytes are made when it is sent; give the finished body as raw text"
    )]
    Multipart,
}

/// Composes the request of an interface from a payload: a JSON object with the parameters of all places.
///
/// Where everything stands in the body, the body is the payload's own text, byte for byte.
///
/// # Errors
///
/// [`ComposeError`]
pub fn compose(
    family: &Family,
    interface: &Interface,
    site: Option<&str>,
    payload: &str,
) -> Result<Composed, ComposeError> {
    if interface.at(Location::Part).next().is_some() {
        return Err(ComposeError::Multipart);
    }
    let mut composed = frame(family, interface, site);
    let is_empty = payload.trim().is_empty();
    let members: Map<String, Value> = if is_empty {
        Map::new()
    } else {
        serde_json::from_str(payload)
            .map_err(|error| ComposeError::NotAnObject(error.to_string()))?
    };
    let mut body = Map::new();
    let mut form = Vec::new();
    for (name, value) in &members {
        let location = interface
            .request
            .iter()
            .find(|parameter| parameter.name == *name)
            .map_or_else(|| home(interface), |parameter| parameter.location);
        match location {
            Location::Query => composed.query.push((name.clone(), text(value))),
            Location::Header => composed.headers.push((name.clone(), text(value))),
            Location::Form => {
                form.push(format!("{}={}", url_encode(name), url_encode(text(value))));
            }
            Location::Path => {
                let encoded = url_encode(text(value));
                composed.url = composed.url.replace(&format!("{{{name}}}"), &encoded);
            }
            Location::Body | Location::Part => {
                body.insert(name.clone(), value.clone());
            }
        }
    }
    if let Some(open) = composed
        .url
        .split_once('{')
        .and_then(|(_, rest)| rest.split_once('}'))
    {
        return Err(ComposeError::NoPathValue(open.0.to_owned()));
    }
    if !form.is_empty() {
        composed.body = form.join("&").into_bytes();
    } else if body.len() == members.len() && !is_empty {
        composed.body = payload.as_bytes().to_vec();
    } else if !body.is_empty() {
        composed.body = Value::Object(body).to_string().into_bytes();
    }
    Ok(composed)
}

/// What [`compose`] makes an example's message of: its parts as one object, without what the signature brings.
pub fn payload(example: &Example, scheme: Option<&Scheme>) -> Map<String, Value> {
    let mut members = Map::new();
    // The body has the last word.
    for location in Location::ALL {
        if let Some(Value::Object(part)) = example.part(location) {
            members.extend(part.clone());
        }
    }
    let carried = scheme.into_iter().flat_map(|scheme| &scheme.carries);
    for carried in carried {
        members.remove(&carried.wire_name);
    }
    members
}

/// The request of an interface before any parameter is put in.
pub fn frame(family: &Family, interface: &Interface, site: Option<&str>) -> Composed {
    let site = site.unwrap_or_default();
    let urls = &interface.urls;
    let url = urls
        .get(site)
        .or_else(|| urls.get(""))
        .or_else(|| urls.values().next());
    let method = interface
        .method
        .as_ref()
        .or(family.transport.method.as_ref());
    let content_type = content_type(family, interface);
    Composed {
        method: method.map_or("POST", String::as_str).to_owned(),
        url: url.cloned().unwrap_or_default(),
        headers: content_type
            .map(|content_type| ("Content-Type".to_owned(), content_type))
            .into_iter()
            .collect(),
        ..Composed::default()
    }
}

fn content_type(family: &Family, interface: &Interface) -> Option<String> {
    if interface.at(Location::Form).next().is_some() {
        return Some("application/x-www-form-urlencoded".to_owned());
    }
    interface.at(Location::Body).next()?;
    family.transport.request_content_type.clone()
}

/// Where parameters go that the interface does not know.
fn home(interface: &Interface) -> Location {
    let has = |location| interface.at(location).next().is_some();
    [Location::Body, Location::Form, Location::Query]
        .into_iter()
        .find(|location| has(*location))
        .unwrap_or(Location::Body)
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
