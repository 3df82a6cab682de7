// Written by `koo generate`; do not edit.

//! How single values are encrypted with RSA keys.

use koo_runtime::cipher::{CipherError, Decrypt};
use koo_runtime::crypto::{base64_decode, rsa_oaep_decrypt, utf8};
use koo_runtime::secret::Secret;

/// Protects the OAuth client secret on its way to the merchant. The platform encrypts it with
/// the RSA public key of the application credential and OAEP padding, and the merchant decrypts
/// it with the private key.
///
/// Encryption of the client secret (clientSecret加密).
///
/// ```text
/// plain = text(rsa_oaep_decrypt(private_key, base64_decode(sealed), "sha256"))
/// ```
///
/// RSA, OAEP and the 3072 bits are printed. That the text is Base64 and the digest SHA-256 is
/// inferred. OrgID lets one choose SHA-256 or SHA-1 and advises against SHA-1.
///
/// Sites: mainland; source: `zh-cn_topic_0070649438`, `orgid_03_0020`; concluded, not printed.
#[derive(Clone, Debug)]
pub struct ClientSecret {
    private_key: Secret,
}

impl ClientSecret {
    /// The cipher with the secrets it needs.
    ///
    /// `private_key`: Private half of the RSA key pair, of at least 3072 bits, whose public
    /// half the merchant enters in the form of the application credential. It decrypts every
    /// client secret the platform sends and never leaves the merchant.
    pub fn new(private_key: impl Into<Secret>) -> Self {
        Self {
            private_key: private_key.into(),
        }
    }
}

impl Decrypt for ClientSecret {
    fn decrypt(&self, sealed: &str) -> Result<Secret, CipherError> {
        let private_key = self.private_key.expose();
        let plain = rsa_oaep_decrypt(private_key, &base64_decode(sealed)?, "sha256")?;
        Ok(Secret::from(utf8(plain)?))
    }
}
