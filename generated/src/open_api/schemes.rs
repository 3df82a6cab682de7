// Written by `koo generate`; do not edit.

//! How calls are signed and verified.

use std::time::Duration;

use koo_runtime::crypto::{base64, concat, equal, hmac_sha256, utf8};
use koo_runtime::message::Message;
use koo_runtime::scheme::{Carried, Evidence, Scheme, SchemeError, Stamp};
use koo_runtime::secret::Secret;

/// Proves to the platform that usage records come from the merchant. The key is the access key
/// that is bound to the base interfaces in the seller console, not the secret access key of the
/// account. Time, random text and body are signed together, and the raw bytes of the HMAC go
/// straight into Base64.
///
/// ```text
/// signed_text = "ts=" + ts + "&nonce=" + nonce + "&body=" + text(body)
/// signature = base64(hmac_sha256(access_key, signed_text))
/// ```
///
/// Sites: intl, mainland; source: `zh-cn_topic_0070649410`, `intl_topic_0070649117`.
#[derive(Clone, Debug)]
pub struct UsagePushSignature {
    access_key: Secret,
}

impl UsagePushSignature {
    /// The scheme with the secrets it needs.
    ///
    /// `access_key`: Secret text that the merchant creates in the seller console under key
    /// management (卖家中心 > 应用工具 > 密钥管理 on the mainland site, Seller Console on the
    /// international one) by adding a key ID and then reading its access key. It is the key of
    /// every HMAC and also the first part of the signed text. Its form is not documented, so
    /// treat it as opaque UTF-8 text.
    pub fn new(access_key: impl Into<Secret>) -> Self {
        Self {
            access_key: access_key.into(),
        }
    }

    /// What `signature` must be.
    fn expected_signature(
        &self,
        body: &[u8],
        ts: &str,
        nonce: &str,
    ) -> Result<String, SchemeError> {
        let access_key = self.access_key.expose();
        let text = utf8(body)?;
        let signed_text = concat(&["ts=", ts, "&nonce=", nonce, "&body=", &text]);
        Ok(base64(hmac_sha256(access_key, &signed_text)))
    }
}

impl Scheme for UsagePushSignature {
    const NAME: &'static str = "usage-push-signature";
    const FRESH: Option<Duration> = None;

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let signature = message.header_value("signature")?;
        let ts = message.header_value("ts")?;
        let nonce = message.header_value("nonce")?;
        let expected_signature = self.expected_signature(message.body, ts, nonce);
        if expected_signature.is_ok_and(|expected| equal(expected, signature)) {
            return Ok(Evidence {
                timestamp: Some(ts),
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
        let ts = &Self::TIMESTAMP.write(stamp.timestamp_millis);
        let nonce = &stamp.nonce;
        let signature = self.expected_signature(message.body, ts, nonce)?;
        let signature = Carried::header("signature", signature);
        let ts = Carried::header("ts", ts.clone());
        let nonce = Carried::header("nonce", nonce.clone());
        Ok(vec![signature, ts, nonce])
    }
}
