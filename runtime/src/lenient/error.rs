//! Why something could not be read.

use std::fmt::{self, Display};

use serde::de::{self, Expected, Unexpected};

use crate::json::JsonError;
use crate::validate::Path;

/// The first fault that no leniency covers. Holds no value of the document, whatever the fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    /// Place of the fault, `None` until the reader has said where it stands.
    path: Option<String>,
    /// Field that is missing below the place.
    field: Option<&'static str>,
    reason: Reason,
}

/// What the fault is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// The bytes are not UTF-8.
    Encoding,
    /// The text is not JSON.
    Syntax {
        /// Line of the fault, counted from one.
        line: usize,
        /// Column of the fault, counted from one.
        column: usize,
    },
    /// Nested too deeply.
    Depth,
    /// A mandatory field is absent or null.
    Missing,
    /// The JSON type is none that can be taken.
    WrongType {
        /// What the model expects.
        expected: String,
        /// What stands there, in JSON's words.
        found: &'static str,
    },
    /// The type is right, but the value is none the model can hold.
    Unacceptable,
}

impl ReadError {
    /// Where: `info[0].appInfo.frontEndUrl`, or `.` for the document.
    pub fn path(&self) -> &str {
        self.path.as_deref().unwrap_or(".")
    }

    /// What.
    pub fn reason(&self) -> &Reason {
        &self.reason
    }

    pub(super) fn new(reason: Reason) -> Self {
        Self {
            path: None,
            field: None,
            reason,
        }
    }

    pub(super) fn wrong_type(expected: &dyn Expected, found: &'static str) -> Self {
        Self::new(Reason::WrongType {
            expected: expected.to_string(),
            found,
        })
    }

    /// Says where the fault is, unless that is known more exactly already.
    pub(super) fn located(mut self, at: &Path<'_>) -> Self {
        if self.path.is_none() {
            self.path = Some(match self.field.take() {
                Some(field) => at.field(field).to_string(),
                None => at.to_string(),
            });
        }
        self
    }
}

impl From<JsonError> for ReadError {
    fn from(error: JsonError) -> Self {
        Self::new(match error {
            JsonError::Encoding => Reason::Encoding,
            JsonError::Syntax { line, column } => Reason::Syntax { line, column },
            JsonError::Depth => Reason::Depth,
        })
    }
}

impl Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.reason {
            Reason::Encoding => f.write_str("not UTF-8 text"),
            Reason::Syntax { line, column } => {
                write!(f, "not JSON (line {line}, column {column})")
            }
            Reason::Depth => f.write_str("nested too deeply"),
            Reason::Missing => write!(f, "{}: missing", self.path()),
            Reason::WrongType { expected, found } => {
                write!(f, "{}: {found} instead of {expected}", self.path())
            }
            Reason::Unacceptable => write!(f, "{}: not an acceptable value", self.path()),
        }
    }
}

impl std::error::Error for ReadError {}

/// Serde's own messages quote values, so none of them is kept.
impl de::Error for ReadError {
    fn custom<T: Display>(_message: T) -> Self {
        Self::new(Reason::Unacceptable)
    }

    fn invalid_type(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        match kind(&unexpected) {
            Some(found) => Self::wrong_type(expected, found),
            None => Self::new(Reason::Unacceptable),
        }
    }

    fn invalid_value(_unexpected: Unexpected<'_>, _expected: &dyn Expected) -> Self {
        Self::new(Reason::Unacceptable)
    }

    fn invalid_length(_length: usize, _expected: &dyn Expected) -> Self {
        Self::new(Reason::Unacceptable)
    }

    fn unknown_variant(_variant: &str, _expected: &'static [&'static str]) -> Self {
        Self::new(Reason::Unacceptable)
    }

    fn unknown_field(_field: &str, _expected: &'static [&'static str]) -> Self {
        Self::new(Reason::Unacceptable)
    }

    fn missing_field(field: &'static str) -> Self {
        Self {
            field: Some(field),
            ..Self::new(Reason::Missing)
        }
    }
}

/// What stands there, in JSON's words. `None` for what serde has no word for, such as a number beyond 64 bits.
fn kind(unexpected: &Unexpected<'_>) -> Option<&'static str> {
    Some(match unexpected {
        Unexpected::Bool(_) => "a boolean",
        Unexpected::Unsigned(_) | Unexpected::Signed(_) | Unexpected::Float(_) => "a number",
        Unexpected::Str(_) | Unexpected::Char(_) => "text",
        Unexpected::Unit | Unexpected::Option => "null",
        Unexpected::Seq => "an array",
        Unexpected::Map => "an object",
        _ => return None,
    })
}
