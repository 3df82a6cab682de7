// Written by `koo generate`; do not edit.

//! How calls are signed and verified.

use std::time::Duration;

use koo_runtime::crypto::{base64, equal, hex, hmac_sha256};
use koo_runtime::message::Message;
use koo_runtime::scheme::{Carried, Evidence, Scheme, SchemeError, Stamp};
use koo_runtime::secret::Secret;

/// Proves who sent a reply.
///
/// ```text
/// signature = base64(hmac_sha256(access_key, body))
/// ```
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug)]
pub struct BodyHmac {
    access_key: Secret,
}

impl BodyHmac {
    /// The scheme with the secrets it needs.
    ///
    /// `access_key`: Key that both sides know.
    pub fn new(access_key: impl Into<Secret>) -> Self {
        Self {
            access_key: access_key.into(),
        }
    }

    /// What `signature` must be.
    fn expected_signature(&self, body: &[u8]) -> String {
        let access_key = self.access_key.expose();
        base64(hmac_sha256(access_key, body))
    }
}

impl Scheme for BodyHmac {
    const NAME: &'static str = "body-hmac";
    const FRESH: Option<Duration> = None;

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let signature = message.header_value("Body-Sign")?;
        let expected_signature = self.expected_signature(message.body);
        if equal(expected_signature, signature) {
            return Ok(Evidence::default());
        }
        Err(SchemeError::Mismatch("Body-Sign"))
    }

    fn sign(
        &self,
        message: &Message<'_>,
        _stamp: &Stamp,
    ) -> Result<Vec<Carried>, SchemeError> {
        let signature = self.expected_signature(message.body);
        let signature = Carried::header("Body-Sign", signature);
        Ok(vec![signature])
    }
}

/// Proves who sent a request.
///
/// ```text
/// signature = hex(hmac_sha256(access_key, body))
/// ```
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug)]
pub struct HeaderHmac {
    access_key: Secret,
}

impl HeaderHmac {
    /// The scheme with the secrets it needs.
    ///
    /// `access_key`: Key that both sides know.
    pub fn new(access_key: impl Into<Secret>) -> Self {
        Self {
            access_key: access_key.into(),
        }
    }

    /// What `signature` must be.
    fn expected_signature(&self, body: &[u8]) -> String {
        let access_key = self.access_key.expose();
        hex(hmac_sha256(access_key, body))
    }
}

impl Scheme for HeaderHmac {
    const NAME: &'static str = "header-hmac";
    const FRESH: Option<Duration> = None;

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let signature = message.header_value("X-Sign")?;
        let expected_signature = self.expected_signature(message.body);
        if equal(expected_signature, signature) {
            return Ok(Evidence::default());
        }
        Err(SchemeError::Mismatch("X-Sign"))
    }

    fn sign(
        &self,
        message: &Message<'_>,
        _stamp: &Stamp,
    ) -> Result<Vec<Carried>, SchemeError> {
        let signature = self.expected_signature(message.body);
        let signature = Carried::header("X-Sign", signature);
        Ok(vec![signature])
    }
}
