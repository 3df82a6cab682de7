// Written by `koo generate`; do not edit.

//! How calls are signed and verified.

use std::time::Duration;

use koo_runtime::crypto::{equal, hex, hmac_sha256};
use koo_runtime::message::Message;
use koo_runtime::scheme::{
    Carried, Evidence, Place, Scheme, SchemeError, Stamp, template,
};
use koo_runtime::secret::Secret;

/// Says who asks.
///
/// ```text
/// token = session
/// ```
///
/// Sites: north, south; source: `calls`.
#[derive(Clone, Debug)]
pub struct Bearer {
    session: Secret,
}

impl Bearer {
    /// The scheme with the secrets it needs.
    ///
    /// `session`: Token of one user.
    pub fn new(session: impl Into<Secret>) -> Self {
        Self { session: session.into() }
    }

    /// What `token` must be.
    fn expected_token(&self) -> String {
        let session = self.session.expose();
        session.to_owned()
    }
}

impl Scheme for Bearer {
    const NAME: &'static str = "bearer";
    const FRESH: Option<Duration> = None;

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let received = message.header_value("Authorization")?;
        let form = "Bearer {token}";
        let values = template::parse(form, received).unwrap_or_default();
        let [(_, token)] = values[..] else {
            return Err(SchemeError::Malformed("Authorization"));
        };
        let expected_token = self.expected_token();
        if equal(expected_token, token) {
            return Ok(Evidence::default());
        }
        Err(SchemeError::Mismatch("Authorization"))
    }

    fn sign(
        &self,
        _message: &Message<'_>,
        _stamp: &Stamp,
    ) -> Result<Vec<Carried>, SchemeError> {
        let token = self.expected_token();
        let authorization = Carried {
            place: Place::Header,
            name: "Authorization",
            value: format!("Bearer {token}"),
        };
        Ok(vec![authorization])
    }
}

/// Covers the body.
///
/// ```text
/// signature = hex(hmac_sha256(access_key, body))
/// ```
///
/// Sites: north, south; source: `calls`.
#[derive(Clone, Debug)]
pub struct BodySignature {
    access_key: Secret,
}

impl BodySignature {
    /// The scheme with the secrets it needs.
    ///
    /// `access_key`: Key of the merchant.
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

impl Scheme for BodySignature {
    const NAME: &'static str = "body-signature";
    const FRESH: Option<Duration> = None;

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let signature = message.header_value("X-Signature")?;
        let expected_signature = self.expected_signature(message.body);
        if equal(expected_signature, signature) {
            return Ok(Evidence::default());
        }
        Err(SchemeError::Mismatch("X-Signature"))
    }

    fn sign(
        &self,
        message: &Message<'_>,
        _stamp: &Stamp,
    ) -> Result<Vec<Carried>, SchemeError> {
        let signature = self.expected_signature(message.body);
        let signature = Carried::header("X-Signature", signature);
        Ok(vec![signature])
    }
}

/// Names the key as well.
///
/// ```text
/// key = app_key
/// signature = hex(hmac_sha256(access_key, body))
/// ```
///
/// Sites: north, south; source: `calls`.
#[derive(Clone, Debug)]
pub struct KeyAndSignature {
    access_key: Secret,
    app_key: Secret,
}

impl KeyAndSignature {
    /// The scheme with the secrets it needs.
    ///
    /// `access_key`: Key of the merchant.
    ///
    /// `app_key`: Name of the key.
    pub fn new(access_key: impl Into<Secret>, app_key: impl Into<Secret>) -> Self {
        Self {
            access_key: access_key.into(),
            app_key: app_key.into(),
        }
    }

    /// What `key` must be.
    fn expected_key(&self) -> String {
        let app_key = self.app_key.expose();
        app_key.to_owned()
    }

    /// What `signature` must be.
    fn expected_signature(&self, body: &[u8]) -> String {
        let access_key = self.access_key.expose();
        hex(hmac_sha256(access_key, body))
    }
}

impl Scheme for KeyAndSignature {
    const NAME: &'static str = "key-and-signature";
    const FRESH: Option<Duration> = None;

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let key = message.header_value("X-Key")?;
        let signature = message.header_value("X-Signature")?;
        let expected_key = self.expected_key();
        let expected_signature = self.expected_signature(message.body);
        if equal(expected_key, key) && equal(expected_signature, signature) {
            return Ok(Evidence::default());
        }
        Err(SchemeError::Mismatch("X-Key"))
    }

    fn sign(
        &self,
        message: &Message<'_>,
        _stamp: &Stamp,
    ) -> Result<Vec<Carried>, SchemeError> {
        let key = self.expected_key();
        let signature = self.expected_signature(message.body);
        let key = Carried::header("X-Key", key);
        let signature = Carried::header("X-Signature", signature);
        Ok(vec![key, signature])
    }
}
