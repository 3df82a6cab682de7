// Written by `koo generate`; do not edit.

//! How calls are signed and verified.

use std::time::Duration;

use koo_runtime::crypto::{concat, equal, hex, hmac_sha256, utf8};
use koo_runtime::message::Message;
use koo_runtime::scheme::{Carried, Evidence, Scheme, SchemeError, Stamp};
use koo_runtime::secret::Secret;

/// Proves who answers.
///
/// ```text
/// signature = hex(hmac_sha256(old_key, body))
/// ```
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug)]
pub struct BodyHmac {
    old_key: Secret,
}

impl BodyHmac {
    /// The scheme with the secrets it needs.
    ///
    /// `old_key`: Key of the old interfaces.
    pub fn new(old_key: impl Into<Secret>) -> Self {
        Self { old_key: old_key.into() }
    }

    /// What `signature` must be.
    fn expected_signature(&self, body: &[u8]) -> String {
        let old_key = self.old_key.expose();
        hex(hmac_sha256(old_key, body))
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
/// signature = hex(hmac_sha256(new_key, timestamp + text(body)))
/// ```
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug)]
pub struct NewHmac {
    new_key: Secret,
}

impl NewHmac {
    /// The scheme with the secrets it needs.
    ///
    /// `new_key`: Key of the new interfaces.
    pub fn new(new_key: impl Into<Secret>) -> Self {
        Self { new_key: new_key.into() }
    }

    /// What `signature` must be.
    fn expected_signature(
        &self,
        body: &[u8],
        timestamp: &str,
    ) -> Result<String, SchemeError> {
        let new_key = self.new_key.expose();
        Ok(hex(hmac_sha256(new_key, concat(&[timestamp, &utf8(body)?]))))
    }
}

impl Scheme for NewHmac {
    const NAME: &'static str = "new-hmac";
    const FRESH: Option<Duration> = Some(Duration::from_secs(60));

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let signature = message.header_value("X-Sign")?;
        let timestamp = message.header_value("X-Time")?;
        let expected_signature = self.expected_signature(message.body, timestamp);
        if expected_signature.is_ok_and(|expected| equal(expected, signature)) {
            return Ok(Evidence {
                timestamp: Some(timestamp),
                nonce: None,
            });
        }
        Err(SchemeError::Mismatch("X-Sign"))
    }

    fn sign(
        &self,
        message: &Message<'_>,
        stamp: &Stamp,
    ) -> Result<Vec<Carried>, SchemeError> {
        let timestamp = &Self::TIMESTAMP.write(stamp.timestamp_millis);
        let signature = self.expected_signature(message.body, timestamp)?;
        let signature = Carried::header("X-Sign", signature);
        let timestamp = Carried::header("X-Time", timestamp.clone());
        Ok(vec![signature, timestamp])
    }
}

/// Proves who sent a request.
///
/// ```text
/// signature = hex(hmac_sha256(old_key, body))
/// ```
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug)]
pub struct OldHmac {
    old_key: Secret,
}

impl OldHmac {
    /// The scheme with the secrets it needs.
    ///
    /// `old_key`: Key of the old interfaces.
    pub fn new(old_key: impl Into<Secret>) -> Self {
        Self { old_key: old_key.into() }
    }

    /// What `signature` must be.
    fn expected_signature(&self, body: &[u8]) -> String {
        let old_key = self.old_key.expose();
        hex(hmac_sha256(old_key, body))
    }
}

impl Scheme for OldHmac {
    const NAME: &'static str = "old-hmac";
    const FRESH: Option<Duration> = None;

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let signature = message.header_value("X-Old-Sign")?;
        let expected_signature = self.expected_signature(message.body);
        if equal(expected_signature, signature) {
            return Ok(Evidence::default());
        }
        Err(SchemeError::Mismatch("X-Old-Sign"))
    }

    fn sign(
        &self,
        message: &Message<'_>,
        _stamp: &Stamp,
    ) -> Result<Vec<Carried>, SchemeError> {
        let signature = self.expected_signature(message.body);
        let signature = Carried::header("X-Old-Sign", signature);
        Ok(vec![signature])
    }
}
