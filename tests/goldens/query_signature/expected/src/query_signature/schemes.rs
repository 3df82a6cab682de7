// Written by `koo generate`; do not edit.

//! How calls are signed and verified.

use std::time::Duration;

use koo_runtime::crypto::{
    concat, equal_ignoring_case, hex, hex_upper, hmac_sha256, join, json_params, utf8,
    without,
};
use koo_runtime::message::Message;
use koo_runtime::scheme::{Carried, Evidence, Scheme, SchemeError, Stamp};
use koo_runtime::secret::Secret;

/// Proves who sent a request.
///
/// ```text
/// trimmed = without(json_params(body), "void")
/// payload = join(trimmed, "=", "&")
/// payload = text(body)
/// payload = lower(access_key)
/// digest = hex(hmac_sha256(access_key, payload))
/// canonical = access_key + nonce + timestamp + tenant + digest
/// signature = hex_upper(hmac_sha256(access_key, canonical))
/// ```
///
/// Sites: north, south; source: `signing`.
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
        payload: &str,
        timestamp: &str,
        nonce: &str,
        tenant: &str,
    ) -> String {
        let access_key = self.access_key.expose();
        let digest = hex(hmac_sha256(access_key, payload));
        let canonical = concat(&[access_key, nonce, timestamp, tenant, &digest]);
        hex_upper(hmac_sha256(access_key, &canonical))
    }
}

impl Scheme for QueryHmac {
    const NAME: &'static str = "query-hmac";
    const FRESH: Option<Duration> = Some(Duration::from_secs(60));

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let signature = message.query_value("signature")?;
        let timestamp = message.query_value("timeStamp")?;
        let nonce = message.query_value("nonce")?;
        message.header_value("X-Key-Id")?;
        let tenant = message.header_value("X-Tenant")?;
        let access_key = self.access_key.expose();
        let trimmed = without(&json_params(message.body)?, "void");
        let matches = |payload: &str| {
            let expected_signature =
                self.expected_signature(payload, timestamp, nonce, tenant);
            equal_ignoring_case(expected_signature, signature)
        };
        if matches(&join(&trimmed, "=", "&"))
            || utf8(message.body).is_ok_and(|reading| matches(&reading))
            || matches(&access_key.to_ascii_lowercase())
        {
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
        let tenant = message.header_value("X-Tenant")?;
        let trimmed = without(&json_params(message.body)?, "void");
        let payload = &join(&trimmed, "=", "&");
        let signature = self.expected_signature(payload, timestamp, nonce, tenant);
        let signature = Carried::query("signature", signature);
        let timestamp = Carried::query("timeStamp", timestamp.clone());
        let nonce = Carried::query("nonce", nonce.clone());
        Ok(vec![signature, timestamp, nonce])
    }
}
