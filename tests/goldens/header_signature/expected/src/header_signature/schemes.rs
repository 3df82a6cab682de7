// Written by `koo generate`; do not edit.

//! How calls are signed and verified.

use std::time::Duration;

use koo_runtime::crypto::{
    base64, canonical_json, concat, equal, first, hex, hmac_sha256, sha256, skip,
};
use koo_runtime::message::Message;
use koo_runtime::scheme::{
    Carried, Evidence, Place, Scheme, SchemeError, Stamp, template,
};
use koo_runtime::secret::Secret;

/// Can be verified but not made, because nothing says where the key id comes from.
///
/// ```text
/// signature = base64(hmac_sha256(access_key, keyId))
/// ```
///
/// Sites: north, south; source: `signing`.
#[derive(Clone, Debug)]
pub struct Foreign {
    access_key: Secret,
}

impl Foreign {
    /// The scheme with the secrets it needs.
    ///
    /// `access_key`: Key that both sides know.
    pub fn new(access_key: impl Into<Secret>) -> Self {
        Self {
            access_key: access_key.into(),
        }
    }

    /// What `signature` must be.
    fn expected_signature(&self, key_id: &str) -> String {
        let access_key = self.access_key.expose();
        base64(hmac_sha256(access_key, key_id))
    }
}

impl Scheme for Foreign {
    const NAME: &'static str = "foreign";
    const FRESH: Option<Duration> = None;

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let received = message.header_value("Authorization")?;
        let form = "{keyId}:{signature}";
        let values = template::parse(form, received).unwrap_or_default();
        let [(_, key_id), (_, signature)] = values[..] else {
            return Err(SchemeError::Malformed("Authorization"));
        };
        let expected_signature = self.expected_signature(key_id);
        if equal(expected_signature, signature) {
            return Ok(Evidence::default());
        }
        Err(SchemeError::Mismatch("Authorization"))
    }

    fn sign(
        &self,
        _message: &Message<'_>,
        _stamp: &Stamp,
    ) -> Result<Vec<Carried>, SchemeError> {
        Err(SchemeError::Missing("Authorization"))
    }
}

/// Several values in one header.
///
/// ```text
/// signature = base64(hmac_sha256(access_key, signNonce + timestamp))
/// ```
///
/// Sites: north, south; source: `signing`.
#[derive(Clone, Debug)]
pub struct Packed {
    access_key: Secret,
}

impl Packed {
    /// The scheme with the secrets it needs.
    ///
    /// `access_key`: Key that both sides know.
    pub fn new(access_key: impl Into<Secret>) -> Self {
        Self {
            access_key: access_key.into(),
        }
    }

    /// What `signature` must be.
    fn expected_signature(&self, sign_nonce: &str, timestamp: &str) -> String {
        let access_key = self.access_key.expose();
        base64(hmac_sha256(access_key, concat(&[sign_nonce, timestamp])))
    }
}

impl Scheme for Packed {
    const NAME: &'static str = "packed";
    const FRESH: Option<Duration> = Some(Duration::from_secs(300));

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let received = message.header_value("Authorization")?;
        let form = r#"HMAC once="{signNonce}", time="{timestamp}", sign="{signature}""#;
        let values = template::parse(form, received).unwrap_or_default();
        let [(_, sign_nonce), (_, timestamp), (_, signature)] = values[..] else {
            return Err(SchemeError::Malformed("Authorization"));
        };
        let expected_signature = self.expected_signature(sign_nonce, timestamp);
        if equal(expected_signature, signature) {
            return Ok(Evidence {
                timestamp: Some(timestamp),
                nonce: Some(sign_nonce),
            });
        }
        Err(SchemeError::Mismatch("Authorization"))
    }

    fn sign(
        &self,
        _message: &Message<'_>,
        stamp: &Stamp,
    ) -> Result<Vec<Carried>, SchemeError> {
        let timestamp = &Self::TIMESTAMP.write(stamp.timestamp_millis);
        let sign_nonce = &stamp.nonce;
        let signature = self.expected_signature(sign_nonce, timestamp);
        let authorization = Carried {
            place: Place::Header,
            name: "Authorization",
            value: format!(
                r#"HMAC once="{sign_nonce}", time="{timestamp}", sign="{signature}""#
            ),
        };
        Ok(vec![authorization])
    }
}

/// A digest that needs no secret.
///
/// ```text
/// digest = hex(sha256(body))
/// ```
///
/// Sites: north, south; source: `signing`.
#[derive(Clone, Debug, Default)]
pub struct PlainDigest {}

impl PlainDigest {
    /// The scheme, which needs no secret.
    pub fn new() -> Self {
        Self {}
    }

    /// What `digest` must be.
    fn expected_digest(body: &[u8]) -> String {
        hex(sha256(body))
    }
}

impl Scheme for PlainDigest {
    const NAME: &'static str = "plain-digest";
    const FRESH: Option<Duration> = None;

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let received = message.header_value("X-Digest")?;
        let form = "sha={digest}";
        let values = template::parse(form, received).unwrap_or_default();
        let [(_, digest)] = values[..] else {
            return Err(SchemeError::Malformed("X-Digest"));
        };
        let expected_digest = Self::expected_digest(message.body);
        if equal(expected_digest, digest) {
            return Ok(Evidence::default());
        }
        Err(SchemeError::Mismatch("X-Digest"))
    }

    fn sign(
        &self,
        message: &Message<'_>,
        _stamp: &Stamp,
    ) -> Result<Vec<Carried>, SchemeError> {
        let digest = Self::expected_digest(message.body);
        let digest = Carried {
            place: Place::Header,
            name: "X-Digest",
            value: format!("sha={digest}"),
        };
        Ok(vec![digest])
    }
}

/// One signature of the body and one of the address.
///
/// ```text
/// sha256 = sha256(canonical_json(body))
/// message = hex(sha256)
/// body_sign = upper(message)
/// path_sign = hex(hmac_sha256(second_key, method + path + first(message, 8) + skip(access_key, 2)))
/// ```
///
/// Sites: north, south; source: `signing`.
#[derive(Clone, Debug)]
pub struct TwoTargets {
    access_key: Secret,
    second_key: Secret,
}

impl TwoTargets {
    /// The scheme with the secrets it needs.
    ///
    /// `access_key`: Key that both sides know.
    ///
    /// `second_key`: Another key.
    pub fn new(access_key: impl Into<Secret>, second_key: impl Into<Secret>) -> Self {
        Self {
            access_key: access_key.into(),
            second_key: second_key.into(),
        }
    }

    /// What `body_sign` must be.
    fn expected_body_sign(body: &[u8]) -> Result<String, SchemeError> {
        let sha256_value = sha256(canonical_json(body)?);
        let message_value = hex(sha256_value);
        Ok(message_value.to_ascii_uppercase())
    }

    /// What `path_sign` must be.
    fn expected_path_sign(&self, message: &Message<'_>) -> Result<String, SchemeError> {
        let access_key = self.access_key.expose();
        let second_key = self.second_key.expose();
        let sha256_value = sha256(canonical_json(message.body)?);
        let message_value = hex(sha256_value);
        let text = first(&message_value, 8);
        let text_2 = skip(access_key, 2);
        let joined = concat(&[message.method, message.path, &text, &text_2]);
        Ok(hex(hmac_sha256(second_key, &joined)))
    }
}

impl Scheme for TwoTargets {
    const NAME: &'static str = "two-targets";
    const FRESH: Option<Duration> = None;

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let body_sign = message.header_value("Body-Sign")?;
        let path_sign = message.header_value("Path-Sign")?;
        let expected_body_sign = Self::expected_body_sign(message.body);
        let expected_path_sign = self.expected_path_sign(message);
        if expected_body_sign.is_ok_and(|expected| equal(expected, body_sign))
            && expected_path_sign.is_ok_and(|expected| equal(expected, path_sign))
        {
            return Ok(Evidence::default());
        }
        Err(SchemeError::Mismatch("Body-Sign"))
    }

    fn sign(
        &self,
        message: &Message<'_>,
        _stamp: &Stamp,
    ) -> Result<Vec<Carried>, SchemeError> {
        let body_sign = Self::expected_body_sign(message.body)?;
        let path_sign = self.expected_path_sign(message)?;
        let body_sign = Carried::header("Body-Sign", body_sign);
        let path_sign = Carried::header("Path-Sign", path_sign);
        Ok(vec![body_sign, path_sign])
    }
}

/// Carries a time, but no page says how old it may be.
///
/// ```text
/// sign = hex(hmac_sha256(access_key, time))
/// ```
///
/// Sites: north, south; source: `signing`.
#[derive(Clone, Debug)]
pub struct Undated {
    access_key: Secret,
}

impl Undated {
    /// The scheme with the secrets it needs.
    ///
    /// `access_key`: Key that both sides know.
    pub fn new(access_key: impl Into<Secret>) -> Self {
        Self {
            access_key: access_key.into(),
        }
    }

    /// What `sign` must be.
    fn expected_sign(&self, time: &str) -> String {
        let access_key = self.access_key.expose();
        hex(hmac_sha256(access_key, time))
    }
}

impl Scheme for Undated {
    const NAME: &'static str = "undated";
    const FRESH: Option<Duration> = None;

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let time = message.header_value("X-Time")?;
        let sign = message.header_value("X-Sign")?;
        let expected_sign = self.expected_sign(time);
        if equal(expected_sign, sign) {
            return Ok(Evidence {
                timestamp: Some(time),
                nonce: None,
            });
        }
        Err(SchemeError::Mismatch("X-Sign"))
    }

    fn sign(
        &self,
        _message: &Message<'_>,
        stamp: &Stamp,
    ) -> Result<Vec<Carried>, SchemeError> {
        let time = &Self::TIMESTAMP.write(stamp.timestamp_millis);
        let sign = self.expected_sign(time);
        let time = Carried::header("X-Time", time.clone());
        let sign = Carried::header("X-Sign", sign);
        Ok(vec![time, sign])
    }
}
