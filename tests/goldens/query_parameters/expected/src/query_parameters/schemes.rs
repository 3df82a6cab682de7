// Written by `koo generate`; do not edit.

//! How calls are signed and verified.

use std::time::Duration;

use koo_runtime::crypto::{
    base64, concat, equal, hmac_sha256, join, sort_params, url_decode, without,
};
use koo_runtime::message::Message;
use koo_runtime::scheme::{Carried, Evidence, Place, Scheme, SchemeError, Stamp};
use koo_runtime::secret::Secret;

/// Proves who sent a query.
///
/// ```text
/// canonical = join(sort_params(without(query, "authToken")), "=", "&")
/// token = base64(hmac_sha256(access_key + timestamp, url_decode(canonical)))
/// ```
///
/// Sites: north, south; source: `signing`.
#[derive(Clone, Debug)]
pub struct SortedQuery {
    access_key: Secret,
}

impl SortedQuery {
    /// The scheme with the secrets it needs.
    ///
    /// `access_key`: Key that both sides know.
    pub fn new(access_key: impl Into<Secret>) -> Self {
        Self {
            access_key: access_key.into(),
        }
    }

    /// What `token` must be.
    fn expected_token(
        &self,
        query: &[(String, String)],
        timestamp: &str,
    ) -> Result<String, SchemeError> {
        let access_key = self.access_key.expose();
        let canonical = join(&sort_params(&without(query, "authToken")), "=", "&");
        let joined = concat(&[access_key, timestamp]);
        let text = url_decode(&canonical)?;
        Ok(base64(hmac_sha256(&joined, &text)))
    }
}

impl Scheme for SortedQuery {
    const NAME: &'static str = "sorted-query";
    const FRESH: Option<Duration> = Some(Duration::from_millis(1500));
    const READS_HEADERS: bool = false;

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let token = message.query_value("authToken")?;
        let timestamp = message.query_value("timestamp")?;
        let expected_token = self.expected_token(message.query, timestamp);
        if expected_token.is_ok_and(|expected| equal(expected, token)) {
            return Ok(Evidence {
                timestamp: Some(timestamp),
                nonce: None,
            });
        }
        Err(SchemeError::Mismatch("authToken"))
    }

    fn sign(
        &self,
        message: &Message<'_>,
        stamp: &Stamp,
    ) -> Result<Vec<Carried>, SchemeError> {
        let timestamp = &Self::TIMESTAMP.write(stamp.timestamp_millis);
        let mut query = message.query.to_vec();
        query.push(("timestamp".to_owned(), timestamp.clone()));
        let query = &query;
        let message = &Message { query, ..*message };
        let token = self.expected_token(message.query, timestamp)?;
        let token = Carried {
            place: Place::Query,
            name: "authToken",
            value: token,
        };
        let timestamp = Carried {
            place: Place::Query,
            name: "timestamp",
            value: timestamp.clone(),
        };
        Ok(vec![token, timestamp])
    }
}
