//! An answer to a signed call, as it came.

use std::fmt;

use serde::de::DeserializeOwned;

use crate::lenient::{self, ReadError};
use crate::message::Message;
use crate::scheme::{Evidence, Scheme, SchemeError};

/// An answer over HTTP, read to its end.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Headers in the order they came; those whose value is not text are left out.
    pub headers: Vec<(String, String)>,
    /// Body, byte for byte.
    pub body: Vec<u8>,
}

impl Answer {
    /// Value of the first header called `name`, letter case aside.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.message().header_get(name)
    }

    /// The body as JSON.
    ///
    /// # Errors
    /// [`ReadError`] if it is none.
    pub fn json(&self) -> Result<serde_json::Value, ReadError> {
        self.typed()
    }

    /// The body as a model, read [leniently](lenient).
    ///
    /// # Errors
    /// [`ReadError`] if it is no JSON, or lacks a mandatory field.
    pub fn typed<T: DeserializeOwned>(&self) -> Result<T, ReadError> {
        lenient::from_slice(&self.body).map(|reading| reading.value)
    }

    /// Checks the signature of the answer.
    ///
    /// # Errors
    /// [`SchemeError`] if it is missing or wrong.
    pub fn verify<S: Scheme>(&self, scheme: &S) -> Result<Evidence<'_>, SchemeError> {
        scheme.verify(&self.message())
    }

    fn message(&self) -> Message<'_> {
        Message {
            method: "",
            path: "",
            query: &[],
            headers: &self.headers,
            body: &self.body,
        }
    }
}

/// Shows no header and no body: both may hold what should not be seen.
impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("status", &self.status)
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}
