//! Requests to bytes, bytes to the parts of a reply.

use koo_calls::header;

use super::address::Address;
use super::{Failure, Sent};

/// Most headers of a reply.
const MOST_HEADERS: usize = 128;

/// The bytes of a request.
pub(super) fn write(sent: &Sent, is_last: bool) -> Result<Vec<u8>, Failure> {
    let address = Address::read(&sent.url)?;
    if sent.method.is_empty() || !sent.method.bytes().all(is_token) {
        return Err(Failure::Request("the method".to_owned()));
    }
    let mut head = format!("{} {} HTTP/1.1\r\n", sent.method, address.target);
    let mut put = |name: &str, value: &str| {
        head.push_str(name);
        head.push_str(": ");
        head.push_str(value);
        head.push_str("\r\n");
    };
    let has = |name| header(&sent.headers, name).is_some();
    if !has("host") {
        put("Host", &address.authority);
    }
    for (name, value) in &sent.headers {
        let is_sound = !name.is_empty() && name.bytes().all(is_token);
        if !is_sound || value.bytes().any(|byte| matches!(byte, b'\r' | b'\n' | 0)) {
            return Err(Failure::Request(format!("the header {name:?}")));
        }
        put(name, value);
    }
    let needs_length = !sent.body.is_empty() || !matches!(sent.method.as_str(), "GET" | "HEAD");
    if needs_length && !has("content-length") && !has("transfer-encoding") {
        put("Content-Length", &sent.body.len().to_string());
    }
    if is_last && !has("connection") {
        put("Connection", "close");
    }
    head.push_str("\r\n");
    let mut bytes = head.into_bytes();
    bytes.extend_from_slice(&sent.body);
    Ok(bytes)
}

/// What may stand in a method or a header name.
fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

/// The head of a reply.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    /// Whether the server keeps the connection unless it says otherwise.
    keeps_by_default: bool,
    /// Bytes the head takes.
    pub(super) length: usize,
}

/// How the end of a body is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Framing {
    /// There is no body.
    None,
    /// So many bytes.
    Length(usize),
    /// Chunks.
    Chunked,
    /// Everything until the connection ends.
    UntilClosed,
}

/// Reads a head from the beginning of what was received; `None` if it is not complete yet.
pub(super) fn head(bytes: &[u8]) -> Result<Option<Head>, Failure> {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut reply = httparse::Response::new(&mut headers);
    let length = match reply.parse(bytes) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) => return Ok(None),
        Err(error) => return Err(Failure::Malformed(error.to_string())),
    };
    let headers = reply.headers.iter().map(|header| {
        let value = String::from_utf8_lossy(header.value);
        (header.name.to_owned(), value.into_owned())
    });
    Ok(Some(Head {
        status: reply.code.unwrap_or_default(),
        headers: headers.collect(),
        keeps_by_default: reply.version == Some(1),
        length,
    }))
}

impl Head {
    /// How the end of the body is found.
    pub(super) fn framing(&self, method: &str) -> Result<Framing, Failure> {
        if method == "HEAD" || matches!(self.status, 204 | 304) {
            return Ok(Framing::None);
        }
        if let Some(codings) = header(&self.headers, "transfer-encoding") {
            let last = codings.rsplit(',').next().unwrap_or_default().trim();
            return match last.eq_ignore_ascii_case("chunked") {
                true if codings.contains(',') => Err(Failure::Malformed(format!(
                    "the transfer coding `{codings}` was not asked for"
                ))),
                true => Ok(Framing::Chunked),
                false => Ok(Framing::UntilClosed),
            };
        }
        let mut lengths = self
            .headers
            .iter()
            .filter(|(name, _)| name.eq_ignore_ascii_case("content-length"))
            .map(|(_, value)| value.trim());
        let Some(first) = lengths.next() else {
            return Ok(Framing::UntilClosed);
        };
        if lengths.any(|other| other != first) {
            return Err(Failure::Malformed("it has two lengths".to_owned()));
        }
        if first.is_empty() || !first.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Failure::Malformed("its length is no number".to_owned()));
        }
        // A length beyond all memory is one no limit allows.
        Ok(Framing::Length(first.parse().unwrap_or(usize::MAX)))
    }

    /// Whether the connection can be used again.
    pub(super) fn keeps_alive(&self) -> bool {
        let said = header(&self.headers, "connection").map(str::to_ascii_lowercase);
        match said.as_deref() {
            Some(said) if said.contains("close") => false,
            Some(said) if said.contains("keep-alive") => true,
            _ => self.keeps_by_default,
        }
    }
}
