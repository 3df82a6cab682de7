//! Replies: what answers a call.

use indexmap::IndexMap;

use super::{Confidence, Location, Parameter, Placed, Text};

/// The answer to a call.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reply {
    /// HTTP status.
    pub status: Option<u16>,
    /// Content type, if not that of the transport.
    pub content_type: Option<String>,
    /// Prefix of the elements of an XML reply.
    pub xml_prefix: Option<String>,
    /// Namespace of an XML reply.
    pub xml_namespace: Option<String>,
    /// Request parameter → value that asks for XML; empty where every reply is XML.
    pub xml_when: IndexMap<String, Placed<String>>,
    /// Headers and members.
    pub parameters: Vec<Parameter>,
    /// Result codes that may occur.
    pub codes: Vec<Placed<String>>,
    /// How sure the list of codes is.
    pub codes_confidence: Confidence,
    /// What to know about the list of codes.
    pub codes_note: Option<Text>,
}

impl Reply {
    /// The parameters of the reply at one location.
    pub fn at(&self, location: Location) -> impl Iterator<Item = &Parameter> {
        self.parameters
            .iter()
            .filter(move |parameter| parameter.location == location)
    }
}

/// Scheme of a reply.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplyScheme {
    /// Scheme.
    pub scheme: Placed<String>,
    /// Sites that demand it; empty for all.
    pub sites: Vec<Placed<String>>,
    /// When it is demanded.
    pub condition: Option<Text>,
}
