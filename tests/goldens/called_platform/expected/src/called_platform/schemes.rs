// Written by `koo generate`; do not edit.

//! How calls are signed and verified.

use std::time::Duration;

use koo_runtime::crypto::{equal, hex, hmac_sha256};
use koo_runtime::message::Message;
use koo_runtime::scheme::{
    Carried, Evidence, Place, Scheme, SchemeError, Stamp, template,
};
use koo_runtime::secret::Secret;

/// Shows for whom a request is.
///
/// ```text
/// value = token
/// ```
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug)]
pub struct Bearer {
    token: Secret,
}

impl Bearer {
    /// The scheme with the secrets it needs.
    ///
    /// `token`: Token of a user.
    pub fn new(token: impl Into<Secret>) -> Self {
        Self { token: token.into() }
    }

    /// What `value` must be.
    fn expected_value(&self) -> String {
        let token = self.token.expose();
        token.to_owned()
    }
}

impl Scheme for Bearer {
    const NAME: &'static str = "bearer";
    const FRESH: Option<Duration> = None;

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let received = message.header_value("Authorization")?;
        let form = "Bearer {value}";
        let values = template::parse(form, received).unwrap_or_default();
        let [(_, value_value)] = values[..] else {
            return Err(SchemeError::Malformed("Authorization"));
        };
        let expected_value = self.expected_value();
        if equal(expected_value, value_value) {
            return Ok(Evidence::default());
        }
        Err(SchemeError::Mismatch("Authorization"))
    }

    fn sign(
        &self,
        _message: &Message<'_>,
        _stamp: &Stamp,
    ) -> Result<Vec<Carried>, SchemeError> {
        let value_value = self.expected_value();
        let authorization = Carried {
            place: Place::Header,
            name: "Authorization",
            value: format!("Bearer {value_value}"),
        };
        Ok(vec![authorization])
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
