//! The result code of families that have none.

use crate::call::{CodeRole, ResultCode};

/// Stands for the result codes of a family that documents none.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NoCode(String);

impl From<String> for NoCode {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl ResultCode for NoCode {
    fn for_role(_role: CodeRole) -> Option<Self> {
        None
    }

    fn as_str(&self) -> &str {
        &self.0
    }

    fn meaning(&self) -> Option<&'static str> {
        None
    }

    fn is_success(&self) -> bool {
        false
    }

    fn is_retryable(&self) -> bool {
        false
    }
}
