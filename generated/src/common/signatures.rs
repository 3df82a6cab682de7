// Written by `koo generate`; do not edit.

//! The access key, the signature that the platform puts on its requests, and the signature that
//! a merchant puts on a reply.
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `code_official_sample` | SaaS类商品接入示例工程 (copy of the V2.0 sample project) | mainland | unknown |
//! | `en-us_topic_0070649067` | HTTP Body Signature | intl | 2022-06-22 |
//! | `eu_000006` | authToken Value | eu | 2023-07-25 |
//! | `eu_000007` | HTTP Body Signature | eu | 2023-07-14 |
//! | `guide_24c754cd` | HTTP Body签名 | mainland | 2025-04-25 |
//! | `search_snippets` | Fragments of the guides quoted on huaweicloud.com/s/\* search pages | mainland | unknown |
//! | `topic_0070649090` | [HTTP Body Signature](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649090.html>) | intl | 2025-10-09 |
//! | `zh-cn_topic_0000002055600456` | HTTP Body签名 | mainland | 2025-10-15 |
//! | `zh-cn_topic_0070649062` | Java sample: signing the response body | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649067` | HTTP Body签名 | mainland | unknown |
//! | `zh-cn_topic_0070649157` | HTTP Body签名 | mainland | 2025-02-12 |
//! | `zh-cn_topic_0070649248` | 请求认证说明 | mainland | 2024-12-25 |
//! | `zh-cn_topic_0070649286` | HTTP Body签名 | mainland | 2025-04-25 |
//! | `zh-cn_topic_0070649475` | [authToken取值说明](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649475.html>) | mainland | 2024-04-26 |
//! | `zh-cn_topic_0070649476` | [HTTP Body签名](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649476.html>) | mainland | 2025-08-06 |

use std::time::Duration;

use koo_runtime::crypto::{
    base64, canonical_json, concat, equal, equal_ignoring_case, hex, hex_upper,
    hmac_sha256,
};
use koo_runtime::message::Message;
use koo_runtime::scheme::{
    Carried, Evidence, Place, Scheme, SchemeError, Stamp, template,
};
use koo_runtime::secret::Secret;

/// Proves to the platform that a reply comes from the merchant. The signature covers the exact
/// bytes of the reply, leading and trailing white space included, so sign what is sent and let
/// nothing change the body afterwards.
///
/// ```text
/// signature = base64(hmac_sha256(access_key, body))
/// ```
///
/// Sites: eu, intl, mainland; source: `eu_000006`, `zh-cn_topic_0070649475`,
/// `zh-cn_topic_0070649067`, `zh-cn_topic_0070649062`, `zh-cn_topic_0070649157`,
/// `en-us_topic_0070649067`; concluded, not printed.
#[derive(Clone, Debug)]
pub struct BodySign {
    access_key: Secret,
}

impl BodySign {
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
    fn expected_signature(&self, body: &[u8]) -> String {
        let access_key = self.access_key.expose();
        base64(hmac_sha256(access_key, body))
    }
}

impl Scheme for BodySign {
    const NAME: &'static str = "body-sign";
    const FRESH: Option<Duration> = None;

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let received = message.header_value("Body-Sign")?;
        let form = r#"sign_type="HMAC-SHA256", signature="{signature}""#;
        let values = template::parse(form, received).unwrap_or_default();
        let [(_, signature)] = values[..] else {
            return Err(SchemeError::Malformed("Body-Sign"));
        };
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
        let header_value = Carried {
            place: Place::Header,
            name: "Body-Sign",
            value: format!(r#"sign_type="HMAC-SHA256", signature="{signature}""#),
        };
        Ok(vec![header_value])
    }
}

/// Proves that a request comes from the platform and that its body was not changed. The
/// platform appends the signature, the time of signing and a random text to the production
/// address as query parameters. Neither the address nor any header is part of the signed text.
///
/// ```text
/// payload = body
/// payload = canonical_json(body)
/// digest = hex(hmac_sha256(access_key, payload))
/// canonical = access_key + nonce + timestamp + digest
/// signature = hex_upper(hmac_sha256(access_key, canonical))
/// ```
///
/// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649476`, `guide_24c754cd`,
/// `topic_0070649090`, `eu_000007`, `zh-cn_topic_0070649248`, `code_official_sample`.
#[derive(Clone, Debug)]
pub struct UrlSignature {
    access_key: Secret,
}

impl UrlSignature {
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
        payload: &[u8],
        timestamp: &str,
        nonce: &str,
    ) -> String {
        let access_key = self.access_key.expose();
        let digest = hex(hmac_sha256(access_key, payload));
        let canonical = concat(&[access_key, nonce, timestamp, &digest]);
        hex_upper(hmac_sha256(access_key, &canonical))
    }
}

impl Scheme for UrlSignature {
    const NAME: &'static str = "url-signature";
    const FRESH: Option<Duration> = Some(Duration::from_secs(60));
    const READS_HEADERS: bool = false;

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let signature = message.query_value("signature")?;
        let timestamp = message.query_value("timestamp")?;
        let nonce = message.query_value("nonce")?;
        let matches = |payload: &[u8]| {
            let expected_signature = self.expected_signature(payload, timestamp, nonce);
            equal_ignoring_case(expected_signature, signature)
        };
        if matches(message.body)
            || canonical_json(message.body).is_ok_and(|reading| matches(&reading))
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
        let payload = message.body;
        let signature = self.expected_signature(payload, timestamp, nonce);
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
