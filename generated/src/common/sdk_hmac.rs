// Written by `koo generate`; do not edit.

//! The access key pair of a merchant account, and the signature that a merchant puts on calls
//! of the open interfaces.
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `devg-apisign_api-sign-algorithm-001` | API签名指南 - API签名认证机制 | mainland | 2025-01-24 |
//! | `gem_gateway_sdk` | JackieHow/huawei\_cloud\_store\_gateway\_sdk | mainland | unknown |
//! | `signer_go` | huaweicloud/huaweicloud-sdk-go-v3 core/auth/signer/signer.go | mainland | unknown |
//! | `signer_py` | huaweicloud/huaweicloud-sdk-python-v3 huaweicloudsdkcore/signer/signer.py | mainland | unknown |
//! | `zh-cn_topic_0070649463` | 公共请求消息头参数 | mainland | 2024-04-26 |
//! | `zh-cn_topic_0070649470` | 请求签名流程 | mainland | 2024-12-25 |

use std::time::Duration;

use koo_runtime::crypto::{
    canonical_headers, canonical_path, canonical_query, concat, equal, hex, hmac_sha256,
    names, sha256,
};
use koo_runtime::message::Message;
use koo_runtime::scheme::{
    Carried, Evidence, Place, Scheme, SchemeError, Stamp, TimestampForm, template,
};
use koo_runtime::secret::Secret;

/// Proves to the platform which merchant account makes a call, and that method, path, query,
/// signed headers and body arrive as they were sent. The call is signed with the access key
/// pair (AK/SK).
///
/// ```text
/// canonical = method + "\n" + canonical_path(path) + "\n" + canonical_query(query) + "\n" + canonical_headers(headers, signed_headers) + "\n" + signed_headers + "\n" + hex(sha256(body))
/// string_to_sign = "SDK-HMAC-SHA256\n" + date + "\n" + hex(sha256(canonical))
/// access = access_key_id
/// signature = hex(hmac_sha256(secret_access_key, string_to_sign))
/// ```
///
/// Sites: eu, intl, mainland; source: `devg-apisign_api-sign-algorithm-001`, `signer_go`,
/// `signer_py`, `gem_gateway_sdk`, `zh-cn_topic_0070649470`, `search_snippets`.
#[derive(Clone, Debug)]
pub struct SdkHmac {
    access_key_id: Secret,
    secret_access_key: Secret,
}

impl SdkHmac {
    /// The scheme with the secrets it needs.
    ///
    /// `access_key_id`: First half of the access key pair of the merchant account, made under
    /// My Credentials. It names the caller, is sent with every call and is not part of the
    /// signed text.
    ///
    /// `secret_access_key`: Second half of the access key pair. Its bytes are the key of the
    /// signature, without anything derived from them, and it is never sent.
    pub fn new(
        access_key_id: impl Into<Secret>,
        secret_access_key: impl Into<Secret>,
    ) -> Self {
        Self {
            access_key_id: access_key_id.into(),
            secret_access_key: secret_access_key.into(),
        }
    }

    /// What `access` must be.
    fn expected_access(&self) -> String {
        let access_key_id = self.access_key_id.expose();
        access_key_id.to_owned()
    }

    /// What `signature` must be.
    fn expected_signature(
        &self,
        message: &Message<'_>,
        date: &str,
        signed_headers: &str,
    ) -> Result<String, SchemeError> {
        let secret_access_key = self.secret_access_key.expose();
        let text = canonical_path(message.path);
        let text_2 = canonical_query(message.query);
        let text_3 = canonical_headers(message.headers, signed_headers)?;
        let text_4 = hex(sha256(message.body));
        let parts = [
            message.method,
            "\n",
            &text,
            "\n",
            &text_2,
            "\n",
            &text_3,
            "\n",
            signed_headers,
            "\n",
            &text_4,
        ];
        let canonical = concat(&parts);
        let text_5 = hex(sha256(&canonical));
        let string_to_sign = concat(&["SDK-HMAC-SHA256\n", date, "\n", &text_5]);
        Ok(hex(hmac_sha256(secret_access_key, &string_to_sign)))
    }
}

impl Scheme for SdkHmac {
    const NAME: &'static str = "sdk-hmac";
    const FRESH: Option<Duration> = Some(Duration::from_secs(900));
    const TIMESTAMP: TimestampForm = TimestampForm::Layout("yyyyMMdd'T'HHmmss'Z'");

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let date = message.header_value("X-Sdk-Date")?;
        let received = message.header_value("Authorization")?;
        let form = "SDK-HMAC-SHA256 Access={access}, SignedHeaders={signed_headers}, Signature={signature}";
        let values = template::parse(form, received).unwrap_or_default();
        let [(_, access), (_, signed_headers), (_, signature)] = values[..] else {
            return Err(SchemeError::Malformed("Authorization"));
        };
        let expected_access = self.expected_access();
        let expected_signature = self.expected_signature(message, date, signed_headers);
        if equal(expected_access, access)
            && expected_signature.is_ok_and(|expected| equal(expected, signature))
        {
            return Ok(Evidence {
                timestamp: Some(date),
                nonce: None,
            });
        }
        Err(SchemeError::Mismatch("Authorization"))
    }

    fn sign(
        &self,
        message: &Message<'_>,
        stamp: &Stamp,
    ) -> Result<Vec<Carried>, SchemeError> {
        let date = &Self::TIMESTAMP.write(stamp.timestamp_millis);
        let mut headers = message.headers.to_vec();
        headers.push(("X-Sdk-Date".to_owned(), date.clone()));
        let headers = &headers;
        let message = &Message { headers, ..*message };
        let signed_headers = &names(message.headers);
        let access = self.expected_access();
        let signature = self.expected_signature(message, date, signed_headers)?;
        let date = Carried::header("X-Sdk-Date", date.clone());
        let authorization = Carried {
            place: Place::Header,
            name: "Authorization",
            value: format!(
                "SDK-HMAC-SHA256 Access={access}, SignedHeaders={signed_headers}, Signature={signature}"
            ),
        };
        Ok(vec![date, authorization])
    }
}
