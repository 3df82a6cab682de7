// Written by `koo generate`; do not edit.

//! The token that the platform puts in the query of its GET requests, as the guides before V2.0
//! have it, and the time that belongs to it.
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `code_java_service` | Service class of a merchant in Java | mainland | unknown |
//! | `code_python_get_license` | Handler of a merchant in Python for getLicense | mainland | unknown |
//! | `code_python_tornado` | Handler of a merchant in Python | mainland | unknown |
//! | `en-us_topic_0070649066` | authToken Value | intl | 2022-06-27 |
//! | `zh-cn_topic_0070649061` | Java sample: ISV Server验证所有的通知请求 (GET) | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649066` | authToken取值说明 | mainland | 2025-04-25 |
//! | `zh-cn_topic_0070649135` | auth Token取值说明 | mainland | 2024-12-25 |
//! | `zh-cn_topic_0070649156` | auth Token取值说明 | mainland | 2023-04-21 |
//! | `zh-cn_topic_0082027567` | 常见问题 | mainland | 2025-11-13 |

use std::time::Duration;

use koo_runtime::crypto::{
    base64, concat, equal, hmac_sha256, join, sort_params, value, without,
};
use koo_runtime::message::Message;
use koo_runtime::scheme::{Carried, Evidence, Place, Scheme, SchemeError, Stamp};
use koo_runtime::secret::Secret;

/// Proves that a request comes from the platform and that no parameter was changed. The token
/// covers every query parameter except itself, `timeStamp`, activity and empty values included.
/// Neither the address nor any header is part of the signed text.
///
/// ```text
/// mac_key = access_key + value(query, "timeStamp")
/// canonical = join(sort_params(without(query, "authToken")), "=", "&")
/// auth_token = base64(hmac_sha256(mac_key, canonical))
/// ```
///
/// Sites: intl, mainland; source: `zh-cn_topic_0070649066`, `zh-cn_topic_0070649135`,
/// `zh-cn_topic_0070649061`, `zh-cn_topic_0070649156`, `zh-cn_topic_0082027567`,
/// `en-us_topic_0070649066`, `code_python_tornado`, `code_python_get_license`,
/// `code_java_service`.
#[derive(Clone, Debug)]
pub struct AuthToken {
    access_key: Secret,
}

impl AuthToken {
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

    /// What `auth_token` must be.
    fn expected_auth_token(
        &self,
        query: &[(String, String)],
    ) -> Result<String, SchemeError> {
        let access_key = self.access_key.expose();
        let mac_key = concat(&[access_key, &value(query, "timeStamp")?]);
        let canonical = join(&sort_params(&without(query, "authToken")), "=", "&");
        Ok(base64(hmac_sha256(&mac_key, &canonical)))
    }
}

impl Scheme for AuthToken {
    const NAME: &'static str = "auth-token";
    const FRESH: Option<Duration> = None;
    const READS_HEADERS: bool = false;

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let auth_token = message.query_value("authToken")?;
        let expected_auth_token = self.expected_auth_token(message.query);
        if expected_auth_token.is_ok_and(|expected| equal(expected, auth_token)) {
            return Ok(Evidence {
                timestamp: None,
                nonce: None,
            });
        }
        Err(SchemeError::Mismatch("authToken"))
    }

    fn sign(
        &self,
        message: &Message<'_>,
        _stamp: &Stamp,
    ) -> Result<Vec<Carried>, SchemeError> {
        let auth_token = self.expected_auth_token(message.query)?;
        let auth_token = Carried {
            place: Place::Query,
            name: "authToken",
            value: auth_token,
        };
        Ok(vec![auth_token])
    }
}
