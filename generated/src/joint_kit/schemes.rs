// Written by `koo generate`; do not edit.

//! How calls are signed and verified.

use std::time::Duration;

use koo_runtime::crypto::{
    base64, canonical_json, concat, equal, equal_ignoring_case, hex_upper, hmac_sha256,
    join, json_params, sort_params, utf8, value,
};
use koo_runtime::message::Message;
use koo_runtime::scheme::{
    Carried, Evidence, Place, Scheme, SchemeError, Stamp, template,
};
use koo_runtime::secret::Secret;

/// Proves that a V1.0 sync request comes from the platform and that none of its top-level
/// parameters was changed. The key of the HMAC is the access key with the value of `timeStamp`
/// behind it.
///
/// ```text
/// joined = join(sort_params(json_params(body)), "=", "&")
/// signing_key = access_key + value(json_params(body), "timeStamp")
/// auth_token = base64(hmac_sha256(signing_key, joined))
/// ```
///
/// Sites: mainland; source: `zh-cn_topic_0070649135`, `zh-cn_topic_0070649159`.
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
    fn expected_auth_token(&self, body: &[u8]) -> Result<String, SchemeError> {
        let access_key = self.access_key.expose();
        let joined = join(&sort_params(&json_params(body)?), "=", "&");
        let text = value(&json_params(body)?, "timeStamp")?;
        let signing_key = concat(&[access_key, &text]);
        Ok(base64(hmac_sha256(&signing_key, &joined)))
    }
}

impl Scheme for AuthToken {
    const NAME: &'static str = "auth-token";
    const FRESH: Option<Duration> = None;

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let auth_token = message.header_value("authToken")?;
        let expected_auth_token = self.expected_auth_token(message.body);
        if expected_auth_token.is_ok_and(|expected| equal(expected, auth_token)) {
            return Ok(Evidence::default());
        }
        Err(SchemeError::Mismatch("authToken"))
    }

    fn sign(
        &self,
        message: &Message<'_>,
        _stamp: &Stamp,
    ) -> Result<Vec<Carried>, SchemeError> {
        let auth_token = self.expected_auth_token(message.body)?;
        let auth_token = Carried::header("authToken", auth_token);
        Ok(vec![auth_token])
    }
}

/// Shows the authentication centre of the tenant for which user the merchant asks.
///
/// ```text
/// token = access_token
/// ```
///
/// Sites: mainland; source: `zh-cn_topic_0070649450`.
#[derive(Clone, Debug)]
pub struct BearerToken {
    access_token: Secret,
}

impl BearerToken {
    /// The scheme with the secrets it needs.
    ///
    /// `access_token`: Token that the token call gave for one user. It lives 7200 seconds by
    /// default.
    pub fn new(access_token: impl Into<Secret>) -> Self {
        Self {
            access_token: access_token.into(),
        }
    }

    /// What `token` must be.
    fn expected_token(&self) -> String {
        let access_token = self.access_token.expose();
        access_token.to_owned()
    }
}

impl Scheme for BearerToken {
    const NAME: &'static str = "bearer-token";
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

/// Shows OrgID for which user the merchant asks.
///
/// ```text
/// token = access_token
/// ```
///
/// Sites: mainland; source: `orgid_ShowOauth2UserInfo`.
#[derive(Clone, Debug)]
pub struct OrgidBearerToken {
    access_token: Secret,
}

impl OrgidBearerToken {
    /// The scheme with the secrets it needs.
    ///
    /// `access_token`: Token that the token call gave for one user. It lives 7200 seconds by
    /// default.
    pub fn new(access_token: impl Into<Secret>) -> Self {
        Self {
            access_token: access_token.into(),
        }
    }

    /// What `token` must be.
    fn expected_token(&self) -> String {
        let access_token = self.access_token.expose();
        access_token.to_owned()
    }
}

impl Scheme for OrgidBearerToken {
    const NAME: &'static str = "orgid-bearer-token";
    const FRESH: Option<Duration> = None;

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let received = message.header_value("X-OrgID-Authorization")?;
        let form = "Bearer {token}";
        let values = template::parse(form, received).unwrap_or_default();
        let [(_, token)] = values[..] else {
            return Err(SchemeError::Malformed("X-OrgID-Authorization"));
        };
        let expected_token = self.expected_token();
        if equal(expected_token, token) {
            return Ok(Evidence::default());
        }
        Err(SchemeError::Mismatch("X-OrgID-Authorization"))
    }

    fn sign(
        &self,
        _message: &Message<'_>,
        _stamp: &Stamp,
    ) -> Result<Vec<Carried>, SchemeError> {
        let token = self.expected_token();
        let authorization = Carried {
            place: Place::Header,
            name: "X-OrgID-Authorization",
            value: format!("Bearer {token}"),
        };
        Ok(vec![authorization])
    }
}

/// Proves that a V2.0 sync request comes from the platform and that its body was not changed.
/// It differs from the signature of the base interfaces in three ways. The values travel in
/// headers, the signed text holds the payload itself and not a digest of it, and the key is
/// that of the joint SaaS sync interface type.
///
/// ```text
/// payload = text(body)
/// payload = text(canonical_json(body))
/// canonical = kit_access_key + nonce + timestamp + payload
/// signature = hex_upper(hmac_sha256(kit_access_key, canonical))
/// ```
///
/// Sites: mainland; source: `zh-cn_topic_0070649476`, `guide_24c754cd`, `code_official_sample`.
#[derive(Clone, Debug)]
pub struct XSign {
    kit_access_key: Secret,
}

impl XSign {
    /// The scheme with the secrets it needs.
    ///
    /// `kit_access_key`: Access key of the interface type joint SaaS sync (联营SaaS同步接口) of
    /// the production address. Each interface type has a key of its own, so this is not the key
    /// of the base interfaces. It stands in the seller console under key management (卖家中心 >
    /// 应用工具 > 密钥管理).
    pub fn new(kit_access_key: impl Into<Secret>) -> Self {
        Self {
            kit_access_key: kit_access_key.into(),
        }
    }

    /// What `signature` must be.
    fn expected_signature(&self, payload: &str, timestamp: &str, nonce: &str) -> String {
        let kit_access_key = self.kit_access_key.expose();
        let canonical = concat(&[kit_access_key, nonce, timestamp, payload]);
        hex_upper(hmac_sha256(kit_access_key, &canonical))
    }

    /// One reading: `text(canonical_json(body))`.
    fn payload_reading_2(message: &Message<'_>) -> Result<String, SchemeError> {
        Ok(utf8(canonical_json(message.body)?)?)
    }
}

impl Scheme for XSign {
    const NAME: &'static str = "x-sign";
    const FRESH: Option<Duration> = Some(Duration::from_secs(60));

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let signature = message.header_value("x-sign")?;
        let timestamp = message.header_value("x-timestamp")?;
        let nonce = message.header_value("x-nonce")?;
        let matches = |payload: &str| {
            let expected_signature = self.expected_signature(payload, timestamp, nonce);
            equal_ignoring_case(expected_signature, signature)
        };
        if utf8(message.body).is_ok_and(|reading| matches(&reading))
            || Self::payload_reading_2(message).is_ok_and(|reading| matches(&reading))
        {
            return Ok(Evidence {
                timestamp: Some(timestamp),
                nonce: Some(nonce),
            });
        }
        Err(SchemeError::Mismatch("x-sign"))
    }

    fn sign(
        &self,
        message: &Message<'_>,
        stamp: &Stamp,
    ) -> Result<Vec<Carried>, SchemeError> {
        let timestamp = &Self::TIMESTAMP.write(stamp.timestamp_millis);
        let nonce = &stamp.nonce;
        let payload = &utf8(message.body)?;
        let signature = self.expected_signature(payload, timestamp, nonce);
        let signature = Carried::header("x-sign", signature);
        let timestamp = Carried::header("x-timestamp", timestamp.clone());
        let nonce = Carried::header("x-nonce", nonce.clone());
        Ok(vec![signature, timestamp, nonce])
    }
}
