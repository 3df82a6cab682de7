// Written by `koo generate`; do not edit.

//! How calls are signed and verified.

use std::time::Duration;

use koo_runtime::crypto::{equal, hex, hmac_sha256};
use koo_runtime::message::Message;
use koo_runtime::scheme::{Carried, Evidence, Scheme, SchemeError, Stamp};
use koo_runtime::secret::Secret;

/// Proves who answers. Each guide has a key of its own for it, so each has the scheme.
///
/// ```text
/// signature = hex(hmac_sha256(own_key, body))
/// ```
///
/// Sites: south; source: `signing`.
#[derive(Clone, Debug)]
pub struct OwnHmac {
    own_key: Secret,
}

impl OwnHmac {
    /// The scheme with the secrets it needs.
    ///
    /// `own_key`: Another key of the same name.
    pub fn new(own_key: impl Into<Secret>) -> Self {
        Self { own_key: own_key.into() }
    }

    /// What `signature` must be.
    fn expected_signature(&self, body: &[u8]) -> String {
        let own_key = self.own_key.expose();
        hex(hmac_sha256(own_key, body))
    }
}

impl Scheme for OwnHmac {
    const NAME: &'static str = "own-hmac";
    const FRESH: Option<Duration> = None;

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let signature = message.header_value("X-Answer")?;
        let expected_signature = self.expected_signature(message.body);
        if equal(expected_signature, signature) {
            return Ok(Evidence::default());
        }
        Err(SchemeError::Mismatch("X-Answer"))
    }

    fn sign(
        &self,
        message: &Message<'_>,
        _stamp: &Stamp,
    ) -> Result<Vec<Carried>, SchemeError> {
        let signature = self.expected_signature(message.body);
        let signature = Carried::header("X-Answer", signature);
        Ok(vec![signature])
    }
}
