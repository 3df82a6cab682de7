// Written by `koo generate`; do not edit.

//! Events of the SDK, and the messages that bring them.

use koo_runtime::lenient::{ReadError, Reading};
use koo_runtime::validate::{Path, Violations};
use koo_runtime::{Redact, Validate, lenient};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Operation, Status};

/// What happened, by the text of the message that says so.
///
/// The member `operation` of the message tells one from another.
#[derive(Clone, PartialEq, Redact)]
#[non_exhaustive]
pub enum Event {
    /// `EVENT_OTHER`: Something else.
    ///
    /// Something else happened.
    Other(OtherMessage),
    /// `EVENT_SAVED`: Saved (已保存).
    ///
    /// The file was saved.
    Saved(SavedMessage),
    /// An event whose message is not documented, as it arrived.
    Unlisted(#[redact] Value),
}

impl Event {
    /// Reads the text of a message, forgivingly.
    ///
    /// An error if it is no JSON, or what a documented event must bring is not there.
    pub fn parse(message: &str) -> Result<Reading<Self>, ReadError> {
        let json = message.as_bytes();
        let any: Reading<Value> = lenient::from_slice(json)?;
        match any.value.get("operation").and_then(Value::as_str) {
            Some("other") => Ok(lenient::from_slice(json)?.map(Self::Other)),
            Some("saved") => Ok(lenient::from_slice(json)?.map(Self::Saved)),
            _ => Ok(any.map(Self::Unlisted)),
        }
    }
}

impl Validate for Event {
    fn violations(&self, at: &Path<'_>, found: &mut Violations) {
        match self {
            Self::Other(message) => message.violations(at, found),
            Self::Saved(message) => message.violations(at, found),
            Self::Unlisted(_) => {}
        }
    }
}

/// The message of `EVENT_OTHER`: Something else.
///
/// Sites: north, south; source: `sdk`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct OtherMessage {
    /// Name of the message.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `sdk`.
    #[validate(nested)]
    pub operation: Operation,
}

impl OtherMessage {
    /// With everything optional absent.
    #[must_use]
    pub fn new() -> Self {
        Self {
            operation: Operation::Other,
        }
    }
}

impl Default for OtherMessage {
    fn default() -> Self {
        Self::new()
    }
}

/// The message of `EVENT_SAVED`: Saved (已保存).
///
/// Sites: north, south; source: `sdk`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct SavedMessage {
    /// Name of the message.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: north, south; source: `sdk`.
    pub operation: String,
    /// The file.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `sdk`.
    #[validate(nested)]
    pub params: SavedMessageParams,
}

impl SavedMessage {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(params: SavedMessageParams) -> Self {
        Self {
            operation: "saved".into(),
            params,
        }
    }
}

/// The file.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct SavedMessageParams {
    /// Outcome.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `sdk`.
    #[validate(nested)]
    pub status: Status,
    /// Key.
    ///
    /// Conditional; length not documented.
    ///
    /// Needed when `status == "success"`.
    ///
    /// Sites: north, south; source: `sdk`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(required_if = "status == \"success\"")]
    pub key: Option<String>,
}

impl SavedMessageParams {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(status: Status) -> Self {
        Self { status, key: None }
    }
}
