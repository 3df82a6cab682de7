// Written by `koo generate`; do not edit.

//! The key of an account, and what is signed with it.
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `signing` | Signing | north | unknown |

use std::time::Duration;

use koo_runtime::OpenEnum;
use koo_runtime::crypto::{equal, hex, hmac_sha256};
use koo_runtime::message::Message;
use koo_runtime::scheme::{Carried, Evidence, Scheme, SchemeError, Stamp};
use koo_runtime::secret::Secret;

/// How large a parcel is.
///
/// Sites: north, south; source: `signing`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Size {
    /// Small.
    #[wire("S")]
    Small,
    /// Large.
    #[wire("L")]
    Large,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Proves who sent a request. Every guide means the same by it.
///
/// ```text
/// signature = hex(hmac_sha256(access_key, body))
/// ```
///
/// Sites: north, south; source: `signing`.
#[derive(Clone, Debug)]
pub struct AccountHmac {
    access_key: Secret,
}

impl AccountHmac {
    /// The scheme with the secrets it needs.
    ///
    /// `access_key`: Key that both sides know.
    pub fn new(access_key: impl Into<Secret>) -> Self {
        Self {
            access_key: access_key.into(),
        }
    }

    /// What `signature` must be.
    fn expected_signature(&self, body: &[u8]) -> String {
        let access_key = self.access_key.expose();
        hex(hmac_sha256(access_key, body))
    }
}

impl Scheme for AccountHmac {
    const NAME: &'static str = "account-hmac";
    const FRESH: Option<Duration> = None;

    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        let signature = message.header_value("X-Signature")?;
        let expected_signature = self.expected_signature(message.body);
        if equal(expected_signature, signature) {
            return Ok(Evidence::default());
        }
        Err(SchemeError::Mismatch("X-Signature"))
    }

    fn sign(
        &self,
        message: &Message<'_>,
        _stamp: &Stamp,
    ) -> Result<Vec<Carried>, SchemeError> {
        let signature = self.expected_signature(message.body);
        let signature = Carried::header("X-Signature", signature);
        Ok(vec![signature])
    }
}
