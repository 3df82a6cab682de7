// Written by `koo generate`; do not edit.

//! How single values are encrypted with RSA keys.

use koo_runtime::cipher::{CipherError, Decrypt};
use koo_runtime::crypto::{base64_decode, rsa_oaep_decrypt, utf8};
use koo_runtime::secret::Secret;

/// Protects a secret on its way to the merchant.
///
/// ```text
/// plain = rsa_oaep_decrypt(private_key, base64_decode(sealed), "sha256")
/// ```
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug)]
pub struct HandedOver {
    private_key: Secret,
}

impl HandedOver {
    /// The cipher with the secrets it needs.
    ///
    /// `private_key`: RSA key of the merchant.
    pub fn new(private_key: impl Into<Secret>) -> Self {
        Self {
            private_key: private_key.into(),
        }
    }
}

impl Decrypt for HandedOver {
    fn decrypt(&self, sealed: &str) -> Result<Secret, CipherError> {
        let private_key = self.private_key.expose();
        let plain = rsa_oaep_decrypt(private_key, &base64_decode(sealed)?, "sha256")?;
        Ok(Secret::from(utf8(plain)?))
    }
}
