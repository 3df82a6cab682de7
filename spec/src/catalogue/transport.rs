//! HTTP rules of a guide.

use super::{Note, Placed, Provenance, Text};

/// HTTP rules of a family.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Transport {
    /// HTTP method of all interfaces.
    pub method: Option<String>,
    /// Content type of requests.
    pub request_content_type: Option<String>,
    /// Accept header of requests.
    pub accept: Option<String>,
    /// Which address is called.
    pub address: Option<Text>,
    /// The address names a domain; an IP address is not accepted.
    pub domain_only: bool,
    /// Sources of the rules of requests and of the TLS version.
    pub request_provenance: Provenance,
    /// Sources of the rules of replies.
    pub reply_provenance: Provenance,
    /// HTTP status of every reply.
    pub status: Option<u16>,
    /// Content type of replies.
    pub reply_content_type: Option<String>,
    /// How long the caller waits, in milliseconds.
    pub within_millis: Option<u64>,
    /// Reply parameter that carries the result code.
    pub code: Option<Placed<String>>,
    /// Reply parameter that carries the result text.
    pub message: Option<Placed<String>>,
    /// Lowest TLS version.
    pub tls: Option<String>,
    /// Further rules.
    pub notes: Vec<Note>,
}
