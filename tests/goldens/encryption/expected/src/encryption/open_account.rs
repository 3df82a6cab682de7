// Written by `koo generate`; do not edit.

//! `openAccount`: Opening an account (开户).
//!
//! # Source
//!
//! Sites: north, south; source: `orders`.

use koo_runtime::call::Request;
use koo_runtime::cipher::{CipherError, Decrypt, Encrypt};
use koo_runtime::secret::Secret;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::Protection;

/// What the caller sends: Opening an account (开户).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct OpenAccountRequest {
    /// Algorithm of the phone number.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `orders`.
    #[validate(nested)]
    pub protection: Protection,
    /// Phone number.
    ///
    /// Optional; length not documented; encrypted under drawn-vector.
    ///
    /// Sites: north, south; source: `orders`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Name.
    ///
    /// Mandatory; length not documented; encrypted under fixed-vector.
    ///
    /// Sites: north, south; source: `orders`.
    #[redact]
    pub name: String,
    /// Secret.
    ///
    /// Mandatory; length not documented; encrypted under handed-over.
    ///
    /// Sites: north, south; source: `orders`.
    #[redact]
    pub r#type: String,
}

impl OpenAccountRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        protection: Protection,
        name: impl Into<String>,
        r#type: impl Into<String>,
    ) -> Self {
        Self {
            protection,
            phone: None,
            name: name.into(),
            r#type: r#type.into(),
        }
    }
}

impl OpenAccountRequest {
    /// `phone` in the clear; `None` if it is absent.
    pub fn phone_decrypted(
        &self,
        cipher: &(impl Decrypt + ?Sized),
    ) -> Result<Option<Secret>, CipherError> {
        self.phone.as_deref().map(|sealed| cipher.decrypt(sealed)).transpose()
    }

    /// Puts a value into `phone`, encrypted.
    pub fn encrypt_phone(
        &mut self,
        plain: &str,
        cipher: &(impl Encrypt + ?Sized),
    ) -> Result<(), CipherError> {
        self.phone = Some(cipher.encrypt(plain)?);
        Ok(())
    }

    /// `name` in the clear.
    pub fn name_decrypted(
        &self,
        cipher: &(impl Decrypt + ?Sized),
    ) -> Result<Secret, CipherError> {
        cipher.decrypt(&self.name)
    }

    /// Puts a value into `name`, encrypted.
    pub fn encrypt_name(
        &mut self,
        plain: &str,
        cipher: &(impl Encrypt + ?Sized),
    ) -> Result<(), CipherError> {
        self.name = cipher.encrypt(plain)?;
        Ok(())
    }

    /// `type` in the clear.
    pub fn type_decrypted(
        &self,
        cipher: &(impl Decrypt + ?Sized),
    ) -> Result<Secret, CipherError> {
        cipher.decrypt(&self.r#type)
    }
}

impl Request for OpenAccountRequest {
    const INTERFACE: &'static str = "openAccount";
    type Reply = OpenAccountReply;
}

/// What is answered: Opening an account (开户).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct OpenAccountReply {}
