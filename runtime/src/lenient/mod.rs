//! Reading what the other side sent, forgivingly.
//!
//! A field that is unknown or has another JSON type than documented must not lose a paid order. So a number
//! or a boolean is taken where text is documented, digits in quotes where a number is documented, `null` for
//! an absent field, and unknown fields are passed over. Each such leniency is reported as an
//! [`Observation`]. What is left is an error: no JSON, a mandatory field missing, text where an object should
//! be.
//!
//! Works with every `Deserialize` type; `#[serde(flatten)]` and untagged enums are read, but strictly, since
//! they do not tell what they expect.
//!
//! ```
//! use koo_runtime::lenient::{self, ObservationKind};
//!
//! #[derive(serde::Deserialize)]
//! #[serde(rename_all = "camelCase")]
//! struct Order { order_id: String, amount: u32, note: Option<String> }
//!
//! let body = br#"{"orderId": 42, "amount": "7", "note": null, "colour": "red"}"#;
//! let read = lenient::from_slice::<Order>(body)?;
//! assert_eq!(read.value.order_id, "42");
//! assert_eq!(read.value.amount, 7);
//! assert_eq!(read.value.note, None);
//! let found: Vec<_> = read.observations.iter().map(ToString::to_string).collect();
//! assert_eq!(found, [
//!     "orderId: number taken as text",
//!     "amount: text taken as a number",
//!     "note: null taken as absent",
//!     "colour: unknown field",
//! ]);
//! # Ok::<(), lenient::ReadError>(())
//! ```

mod error;
mod reader;

use std::cell::RefCell;
use std::fmt;

use serde::de::DeserializeOwned;

pub use error::{ReadError, Reason};

use crate::json::Json;
use crate::validate::Path;
use reader::{Notes, Reader};

/// What was read, and how forgivingly.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading<T> {
    /// The value.
    pub value: T,
    /// Every leniency taken, in the order of the text; at most 1000 are kept.
    pub observations: Vec<Observation>,
}

impl<T> Reading<T> {
    /// The same reading of a value that is made of this one.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Reading<U> {
        Reading {
            value: make(self.value),
            observations: self.observations,
        }
    }
}

/// One leniency taken. Names the place, never the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// Where: `info[0].appInfo.frontEndUrl`.
    pub path: String,
    /// What was forgiven.
    pub kind: ObservationKind,
}

impl fmt::Display for Observation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.kind.explanation())
    }
}

/// The leniencies there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ObservationKind {
    /// The model has no such field.
    UnknownField,
    /// A JSON number where text is documented.
    NumberAsText,
    /// A JSON boolean where text is documented.
    BooleanAsText,
    /// JSON text where a number is documented.
    TextAsNumber,
    /// JSON text where a boolean is documented.
    TextAsBoolean,
    /// The JSON text of an object where the object itself is documented.
    TextAsObject,
    /// `null` for a field; it counts as absent.
    NullAsAbsent,
    /// A name that stands more than once in one object; the last value counts.
    RepeatedMember,
}

impl ObservationKind {
    /// Name for logs and counters.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::UnknownField => "unknown_field",
            Self::NumberAsText => "number_as_text",
            Self::BooleanAsText => "boolean_as_text",
            Self::TextAsNumber => "text_as_number",
            Self::TextAsBoolean => "text_as_boolean",
            Self::TextAsObject => "text_as_object",
            Self::NullAsAbsent => "null_as_absent",
            Self::RepeatedMember => "repeated_member",
        }
    }

    /// Whether the sender departs from the contract. `null` for an absent field is only a way to write it.
    pub const fn is_departure(self) -> bool {
        !matches!(self, Self::NullAsAbsent)
    }

    const fn explanation(self) -> &'static str {
        match self {
            Self::UnknownField => "unknown field",
            Self::NumberAsText => "number taken as text",
            Self::BooleanAsText => "boolean taken as text",
            Self::TextAsNumber => "text taken as a number",
            Self::TextAsBoolean => "text taken as a boolean",
            Self::TextAsObject => "JSON text taken as an object",
            Self::NullAsAbsent => "null taken as absent",
            Self::RepeatedMember => "repeated, the last value counts",
        }
    }
}

/// Reads a `T` from the bytes of a JSON document.
///
/// # Errors
/// [`ReadError`] with the place and the reason of the first fault. It never holds a value.
pub fn from_slice<T: DeserializeOwned>(json: &[u8]) -> Result<Reading<T>, ReadError> {
    read(&Json::from_slice(json)?, Notes::all())
}

/// Reads a `T` from JSON that was read as it was written.
#[cfg(feature = "server")]
pub(crate) fn from_json<T: DeserializeOwned>(json: &Json<'_>) -> Result<Reading<T>, ReadError> {
    read(json, Notes::all())
}

/// Reads a `T` from a JSON value. Numbers have the text that `serde_json` gives them, and repeated members
/// are gone already; [`from_slice`] knows more.
///
/// # Errors
/// As [`from_slice`].
pub fn from_value<T: DeserializeOwned>(json: &serde_json::Value) -> Result<Reading<T>, ReadError> {
    read(&Json::from(json), Notes::all())
}

/// Reads a `T` from parameters that travel as text, such as those of a query. That numbers and booleans come
/// as text is no leniency there.
///
/// # Errors
/// As [`from_slice`].
pub fn from_params<T: DeserializeOwned>(
    params: &[(String, String)],
) -> Result<Reading<T>, ReadError> {
    read(&Json::from_params(params), Notes::of_params())
}

/// Reads a `T` from the JSON that stands for a document in which everything is text, such as XML.
#[cfg(feature = "client")]
pub(crate) fn from_text_only<T: DeserializeOwned>(
    json: &Json<'_>,
) -> Result<Reading<T>, ReadError> {
    read(json, Notes::of_params())
}

/// What one part of a multipart body holds.
#[cfg(feature = "mock")]
#[derive(Debug)]
pub(crate) enum Part {
    Text(String),
    Json(String),
    Bytes(bytes::Bytes),
}

/// Reads a `T` from the parts of a multipart body.
#[cfg(feature = "mock")]
pub(crate) fn from_parts<T: DeserializeOwned>(
    parts: &[(String, Part)],
) -> Result<Reading<T>, ReadError> {
    read(&Json::from_parts(parts)?, Notes::of_params())
}

fn read<T: DeserializeOwned>(json: &Json<'_>, notes: Notes) -> Result<Reading<T>, ReadError> {
    let notes = RefCell::new(notes);
    let root = Path::root();
    let value = T::deserialize(Reader::new(json, &root, &notes))
        .map_err(|error: ReadError| error.located(&root))?;
    Ok(Reading {
        value,
        observations: notes.into_inner().found,
    })
}
