// Written by `koo generate`; do not edit.

//! How calls are signed and verified.

use std::time::Duration;

use koo_runtime::crypto::{base64, concat, equal, hex, hmac_sha256, utf8};
use koo_runtime::message::Message;
use koo_runtime::scheme::{Carried, Evidence, Place, Scheme, SchemeError, Stamp};
use koo_runtime::secret::Secret;

/// Proves who sent a reply.
///
/// ```text
/// signature = base64(hmac_sha256(access_key + reply_key, body))
/// ```
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug)]
pub struct BodyHmac {
    access_key: Secret,
    reply_key: Secret,
}

impl BodyHmac {
    /// The scheme with the secrets it needs.
    ///
    /// `access_key`: Key that both sides know.
    ///
    /// `reply_key`: Key of replies.
    pub fn new(access_key: impl Into<Secret>, reply_key: impl Into<Secret>) -> Self {
        Self {
            access_key: access_key.into(),
            reply_key: reply_key.into(),
        }
    }

    /// What `signature` must be.
    fn expected_signature(&self, body: &[u8]) -> String {
        let access_key = self.access_key.expose();
        let reply_key = self.reply_key.expose();
        base64(hmac_sha256(concat(&[access_key, reply_key]), body))
    }
}

impl Scheme for BodyHmac {
    const NAME: &'static str = "body-hmac";
    const FRESH: Option<Duration> = None;

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let signature = message.header_value("Body-Sign")?;
        let expected_signature = self.expected_signature(message.body);
        if equal(expected_signature, signature) {
            return Ok(Evidence {
                timestamp: None,
                nonce: None,
            });
        }
        Err(SchemeError::Mismatch("Body-Sign"))
    }

    fn sign(
        &self,
        message: &Message<'_>,
        _stamp: &Stamp,
    ) -> Result<Vec<Carried>, SchemeError> {
        let signature = self.expected_signature(message.body);
        let signature = Carried {
            place: Place::Header,
            name: "Body-Sign",
            value: signature,
        };
        Ok(vec![signature])
    }
}

/// Proves who sent a request.
///
/// ```text
/// signature = hex(hmac_sha256(access_key, nonce + timestamp + text(body)))
/// ```
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug)]
pub struct QueryHmac {
    access_key: Secret,
}

impl QueryHmac {
    /// The scheme with the secrets it needs.
    ///
    /// `access_key`: Key that both sides know.
    pub fn new(access_key: impl Into<Secret>) -> Self {
        Self {
            access_key: access_key.into(),
        }
    }

    /// What `signature` must be.
    fn expected_signature(
        &self,
        body: &[u8],
        timestamp: &str,
        nonce: &str,
    ) -> Result<String, SchemeError> {
        let access_key = self.access_key.expose();
        let mac = hmac_sha256(access_key, concat(&[nonce, timestamp, &utf8(body)?]));
        Ok(hex(mac))
    }
}

impl Scheme for QueryHmac {
    const NAME: &'static str = "query-hmac";
    const FRESH: Option<Duration> = Some(Duration::from_secs(60));
    const READS_HEADERS: bool = false;

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let signature = message.query_value("signature")?;
        let timestamp = message.query_value("timestamp")?;
        let nonce = message.query_value("nonce")?;
        let expected_signature = self.expected_signature(message.body, timestamp, nonce);
        if expected_signature.is_ok_and(|expected| equal(expected, signature)) {
            return Ok(Evidence {
                timestamp: Some(timestamp),
                nonce: Some(nonce),
            });
        }
        Err(SchemeError::Mismatch("signature"))
    }

    fn sign(
        &self,
        message: &Message<'_>,
        stamp: &Stamp,
    ) -> Result<Vec<Carried>, SchemeError> {
        let timestamp = &Self::TIMESTAMP.write(stamp.timestamp_millis);
        let nonce = &stamp.nonce;
        let signature = self.expected_signature(message.body, timestamp, nonce)?;
        let signature = Carried {
            place: Place::Query,
            name: "signature",
            value: signature,
        };
        let timestamp = Carried {
            place: Place::Query,
            name: "timestamp",
            value: timestamp.clone(),
        };
        let nonce = Carried {
            place: Place::Query,
            name: "nonce",
            value: nonce.clone(),
        };
        Ok(vec![signature, timestamp, nonce])
    }
}
