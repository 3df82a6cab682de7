// Written by `koo generate`; do not edit.

//! How calls are signed and verified.

use std::time::Duration;

use koo_runtime::crypto::{
    base64, concat, equal, hmac_sha256, join, sort_params, value, without,
};
use koo_runtime::message::Message;
use koo_runtime::scheme::{
    Carried, Evidence, Place, Scheme, SchemeError, Stamp, template,
};
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

/// Proves to the platform that a reply comes from the merchant. The signature covers the exact
/// bytes of the reply, leading and trailing white space included, so sign what is sent and let
/// nothing change the body afterwards.
///
/// ```text
/// signature = base64(hmac_sha256(access_key, body))
/// ```
///
/// Sites: intl, mainland; source: `eu_000006`, `zh-cn_topic_0070649475`,
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
