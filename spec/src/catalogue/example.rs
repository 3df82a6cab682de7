//! Examples of messages.

use serde_json::Value as Json;

use super::{Location, Placed, Provenance, Text};
use crate::source::Span;

/// An example message.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    /// What it shows.
    pub title: Option<Text>,
    /// Which message.
    pub of: Side,
    /// The site it is valid on.
    pub site: Option<Placed<String>>,
    /// Made for the spec in the documented shape.
    pub invented: bool,
    /// Contents by location.
    pub parts: Vec<(Location, Placed<Json>, crate::node::Node)>,
    /// Sources.
    pub provenance: Provenance,
    /// Where it is defined.
    pub span: Span,
}

impl Example {
    /// The content at a location.
    pub fn part(&self, location: Location) -> Option<&Json> {
        self.parts
            .iter()
            .find(|(at, ..)| *at == location)
            .map(|(_, json, _)| &json.value)
    }

    /// The text of a parameter, wherever it travels.
    pub fn text_of(&self, name: &str) -> Option<String> {
        let value = self
            .parts
            .iter()
            .find_map(|(_, part, _)| part.value.get(name))?;
        match value {
            Json::String(text) => Some(text.clone()),
            Json::Number(_) | Json::Bool(_) => Some(value.to_string()),
            _ => None,
        }
    }
}

/// A side of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// What the caller sends.
    Request,
    /// What it gets back.
    Reply,
}

impl Side {
    /// The word of the spec language.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Reply => "reply",
        }
    }
}
