// Written by `koo generate`; do not edit.

//! How calls are signed and verified.

use std::time::Duration;

use koo_runtime::crypto::{
    canonical_headers, canonical_json, canonical_path, canonical_query, concat, equal,
    equal_ignoring_case, hex, hex_upper, hmac_sha256, names, sha256,
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
/// Sites: mainland; source: `devg-apisign_api-sign-algorithm-001`, `signer_go`, `signer_py`,
/// `gem_gateway_sdk`, `zh-cn_topic_0070649470`, `search_snippets`.
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
        let date = Carried {
            place: Place::Header,
            name: "X-Sdk-Date",
            value: date.clone(),
        };
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
/// Sites: mainland; source: `zh-cn_topic_0070649476`, `guide_24c754cd`, `topic_0070649090`,
/// `eu_000007`, `zh-cn_topic_0070649248`, `code_official_sample`.
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
