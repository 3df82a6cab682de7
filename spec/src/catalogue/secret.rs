//! Secrets: what only the two parties know.

use super::{Provenance, Text};
use crate::source::Span;

/// Something only the two parties know.
#[derive(Debug, Clone, PartialEq)]
pub struct Secret {
    /// Title.
    pub title: Option<Text>,
    /// What it is and where it comes from.
    pub doc: Text,
    /// What kind of secret.
    pub kind: SecretKind,
    /// Sources.
    pub provenance: Provenance,
    /// Where it is defined.
    pub span: Span,
}

/// Kinds of secrets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SecretKind {
    /// Text.
    #[default]
    Text,
    /// A private RSA key.
    RsaPrivateKey,
    /// A public RSA key.
    RsaPublicKey,
}
