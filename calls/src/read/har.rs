//! HTTP archives, as browsers and proxies save them.

use koo_runtime::crypto::base64_decode;
use serde::Deserialize;

use super::CaptureError;
use crate::{Capture, Reply, Request};

#[derive(Deserialize)]
struct Har {
    log: Log,
}

#[derive(Deserialize)]
struct Log {
    entries: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    request: HarRequest,
    response: Option<HarResponse>,
}

#[derive(Deserialize)]
struct HarRequest {
    method: String,
    url: String,
    #[serde(default)]
    headers: Vec<Pair>,
    #[serde(rename = "postData")]
    post_data: Option<Content>,
}

#[derive(Deserialize)]
struct HarResponse {
    #[serde(default)]
    status: u16,
    #[serde(default)]
    headers: Vec<Pair>,
    content: Option<Content>,
}

#[derive(Deserialize)]
struct Pair {
    name: String,
    value: String,
}

#[derive(Deserialize)]
struct Content {
    #[serde(default)]
    text: String,
    encoding: Option<String>,
}

pub(super) fn read(text: &[u8]) -> Result<Vec<Capture>, CaptureError> {
    let har: Har = serde_json::from_slice(text).map_err(|error| CaptureError::Malformed {
        line: error.line().max(1),
        form: "HTTP archive",
        problem: kind(&error).to_owned(),
    })?;
    let captures: Vec<_> = har.log.entries.into_iter().map(capture).collect();
    if captures.is_empty() {
        return Err(CaptureError::NoCall);
    }
    Ok(captures)
}

/// What is wrong, without what was read: an archive holds secrets.
fn kind(error: &serde_json::Error) -> &'static str {
    match error.classify() {
        serde_json::error::Category::Eof => "it breaks off",
        serde_json::error::Category::Data => "a member is missing or of the wrong type",
        _ => "it is not JSON",
    }
}

fn capture(entry: Entry) -> Capture {
    let mut request = Request {
        method: entry.request.method,
        headers: pairs(entry.request.headers),
        body: entry.request.post_data.map(bytes).unwrap_or_default(),
        ..Request::default()
    };
    request.set_url(&entry.request.url);
    // The pseudo headers of HTTP/2 are no headers.
    request.headers.retain(|(name, _)| !name.starts_with(':'));
    if crate::call::header(&request.headers, "host").is_none() {
        let host = request.authority().map(str::to_owned);
        request
            .headers
            .extend(host.map(|host| ("Host".to_owned(), host)));
    }
    let reply = entry.response.map(|response| Reply {
        status: response.status,
        headers: pairs(response.headers),
        body: response.content.map(bytes).unwrap_or_default(),
    });
    Capture {
        request: Some(request),
        reply,
    }
}

fn pairs(pairs: Vec<Pair>) -> Vec<(String, String)> {
    pairs
        .into_iter()
        .map(|pair| (pair.name, pair.value))
        .collect()
}

fn bytes(content: Content) -> Vec<u8> {
    if content.encoding.as_deref() == Some("base64")
        && let Ok(bytes) = base64_decode(&content.text)
    {
        return bytes;
    }
    content.text.into_bytes()
}
