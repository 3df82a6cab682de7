//! What a capture holds.

use std::fmt;

use koo_runtime::message::{Message, parse_query};

/// A call, its answer, or both.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Capture {
    /// What was sent.
    pub request: Option<Request>,
    /// What was answered.
    pub reply: Option<Reply>,
}

/// A request as it travelled. `Debug` shows no value: it may carry secrets.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Request {
    /// HTTP method.
    pub method: String,
    /// Scheme and authority, such as `https://example.com:8443`; empty where the capture does not say.
    pub origin: String,
    /// Path as sent, encoded.
    pub path: String,
    /// Query as sent, encoded, without `?`.
    pub query: String,
    /// Headers in the order sent.
    pub headers: Vec<(String, String)>,
    /// Body, byte for byte.
    pub body: Vec<u8>,
}

/// A reply as it travelled. `Debug` shows no value: it may carry secrets.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// Headers in the order sent.
    pub headers: Vec<(String, String)>,
    /// Body, byte for byte.
    pub body: Vec<u8>,
}

impl Request {
    /// Takes address, path and query from a URL or from the target of a request line.
    pub fn set_url(&mut self, url: &str) {
        let url = url.split('#').next().unwrap_or_default();
        let (origin, target) = match url.find("://") {
            Some(at) => {
                let after = at + 3;
                let end = url
                    .get(after..)
                    .and_then(|rest| rest.find(['/', '?']))
                    .map_or(url.len(), |length| after + length);
                url.split_at(end)
            }
            None if url.starts_with('/') || url.starts_with('?') => ("", url),
            None => url.split_at(url.find(['/', '?']).unwrap_or(url.len())),
        };
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        origin.clone_into(&mut self.origin);
        let path = if path.is_empty() { "/" } else { path };
        path.clone_into(&mut self.path);
        query.clone_into(&mut self.query);
    }

    /// The whole address. A host header stands in for a missing origin.
    pub fn url(&self) -> String {
        let origin = if self.origin.is_empty() {
            let host = header(&self.headers, "host");
            host.map(|host| format!("https://{host}"))
                .unwrap_or_default()
        } else {
            self.origin.clone()
        };
        let separator = if self.query.is_empty() { "" } else { "?" };
        format!("{origin}{}{separator}{}", self.path, self.query)
    }

    /// Host and port of the address.
    pub fn authority(&self) -> Option<&str> {
        match self.origin.split_once("://") {
            Some((_, authority)) => Some(authority),
            None => Some(self.origin.as_str()).filter(|origin| !origin.is_empty()),
        }
    }

    /// The request as a scheme sees it, with its decoded [`parameters`](Self::parameters).
    pub fn message<'a>(&'a self, query: &'a [(String, String)]) -> Message<'a> {
        Message {
            method: &self.method,
            path: &self.path,
            query,
            headers: &self.headers,
            body: &self.body,
        }
    }

    /// The query, decoded.
    pub fn parameters(&self) -> Vec<(String, String)> {
        parse_query(&self.query)
    }
}

impl Reply {
    /// The value of a header, letter case aside.
    pub fn header(&self, name: &str) -> Option<&str> {
        header(&self.headers, name)
    }

    /// Where the reply sends the caller instead of answering.
    pub fn redirect(&self) -> Option<&str> {
        (300..400)
            .contains(&self.status)
            .then(|| self.header("location"))?
    }

    /// The reply as a scheme sees it.
    pub fn message(&self) -> Message<'_> {
        Message {
            method: "",
            path: "",
            query: &[],
            headers: &self.headers,
            body: &self.body,
        }
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("path", &self.path)
            .field("headers", &names(&self.headers))
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply")
            .field("status", &self.status)
            .field("headers", &names(&self.headers))
            .field("body_bytes", &self.body.len())
            .finish()
    }
}

fn names(headers: &[(String, String)]) -> Vec<&str> {
    headers.iter().map(|(name, _)| name.as_str()).collect()
}

/// The value of a header, letter case aside.
pub fn header<'a>(headers: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let found = headers
        .iter()
        .find(|(other, _)| other.eq_ignore_ascii_case(name));
    found.map(|(_, value)| value.as_str())
}
