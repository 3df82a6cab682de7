//! Ciphers: how values are encrypted, as data.

use indexmap::IndexMap;

use super::{Provenance, Text};
use crate::recipe::Recipe;
use crate::source::Span;

/// How a single value is encrypted.
#[derive(Debug, Clone, PartialEq)]
pub struct Cipher {
    /// Id.
    pub id: String,
    /// Where it is defined.
    pub span: Span,
    /// Title.
    pub title: Option<Text>,
    /// What it protects.
    pub doc: Text,
    /// Random texts drawn for each value.
    pub random: Vec<(String, RandomText)>,
    /// Steps both recipes may use.
    pub steps: Vec<(String, Recipe)>,
    /// Gives the wire text from `plain`.
    pub encrypt: Option<Recipe>,
    /// Gives the plain bytes from `sealed`.
    pub decrypt: Option<Recipe>,
    /// Encrypted values that must come out.
    pub vectors: Vec<CipherVector>,
    /// Sources.
    pub provenance: Provenance,
}

/// An encrypted value that must decrypt, and that the same random texts must give again.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CipherVector {
    /// What it shows.
    pub title: Option<Text>,
    /// Made for the spec.
    pub invented: bool,
    /// Secrets by name; never live ones.
    pub secrets: IndexMap<String, String>,
    /// Random texts by name; where one is missing only decryption is tried.
    pub random: IndexMap<String, String>,
    /// Plain text.
    pub plain: String,
    /// Wire text.
    pub sealed: String,
    /// Sources.
    pub provenance: Provenance,
    /// Where it is defined.
    pub span: Span,
}

/// A random text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RandomText {
    /// Characters.
    pub length: u64,
    /// Only hexadecimal digits, else letters and digits.
    pub hex: bool,
}
