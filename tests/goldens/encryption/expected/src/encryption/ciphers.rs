// Written by `koo generate`; do not edit.

//! How single values are encrypted.

use koo_runtime::cipher::{Cipher, CipherError, Decrypt, Encrypt};
use koo_runtime::crypto::{
    aes_cbc_decrypt, aes_cbc_encrypt, base64, base64_decode, concat, first,
    sha1prng_key, skip, utf8,
};
use koo_runtime::random;
use koo_runtime::secret::Secret;

use super::Protection;

/// Protects phone numbers.
///
/// AES with a random vector (AES加密).
///
/// ```text
/// sealed = salt + iv + base64(aes_cbc_encrypt(sha1prng_key(shared_key + salt, 256), iv, plain))
/// plain = aes_cbc_decrypt(sha1prng_key(shared_key + first(sealed, 8), 256), first(skip(sealed, 8), 16), base64_decode(skip(sealed, 24)))
/// ```
///
/// The salt is in front of the vector.
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug)]
pub struct DrawnVector {
    shared_key: Secret,
}

impl DrawnVector {
    /// The cipher with the secrets it needs.
    ///
    /// `shared_key`: Key both sides know.
    pub fn new(shared_key: impl Into<Secret>) -> Self {
        Self {
            shared_key: shared_key.into(),
        }
    }

    /// Encrypts with random texts that were drawn already.
    ///
    /// For test vectors. Each is for one value only: `iv`, 16 letters and digits; `salt`, 8
    /// hexadecimal digits.
    pub fn encrypt_with(
        &self,
        plain: &str,
        iv: &str,
        salt: &str,
    ) -> Result<String, CipherError> {
        let plain = plain.as_bytes();
        let shared_key = self.shared_key.expose();
        let key = sha1prng_key(concat(&[shared_key, salt]), 256);
        Ok(concat(&[salt, iv, &base64(aes_cbc_encrypt(&key, iv, plain)?)]))
    }
}

impl Encrypt for DrawnVector {
    fn encrypt(&self, plain: &str) -> Result<String, CipherError> {
        let iv = random::alphanumeric(16)?;
        let salt = random::hex(8)?;
        self.encrypt_with(plain, &iv, &salt)
    }
}

impl Decrypt for DrawnVector {
    fn decrypt(&self, sealed: &str) -> Result<Secret, CipherError> {
        let shared_key = self.shared_key.expose();
        let key = sha1prng_key(concat(&[shared_key, &first(sealed, 8)]), 256);
        let text = first(&skip(sealed, 8), 16);
        let text_2 = base64_decode(skip(sealed, 24))?;
        let plain = aes_cbc_decrypt(&key, &text, &text_2)?;
        Ok(Secret::from(utf8(plain)?))
    }
}

/// Protects names, always to the same text.
///
/// ```text
/// key = sha1prng_key(shared_key, 128)
/// sealed = base64(aes_cbc_encrypt(key, "0000000000000000", plain))
/// plain = text(aes_cbc_decrypt(key, "0000000000000000", base64_decode(sealed)))
/// ```
///
/// Sites: north, south; source: `orders`.
#[derive(Clone, Debug)]
pub struct FixedVector {
    shared_key: Secret,
}

impl FixedVector {
    /// The cipher with the secrets it needs.
    ///
    /// `shared_key`: Key both sides know.
    pub fn new(shared_key: impl Into<Secret>) -> Self {
        Self {
            shared_key: shared_key.into(),
        }
    }
}

impl Encrypt for FixedVector {
    fn encrypt(&self, plain: &str) -> Result<String, CipherError> {
        let plain = plain.as_bytes();
        let shared_key = self.shared_key.expose();
        let key = sha1prng_key(shared_key, 128);
        Ok(base64(aes_cbc_encrypt(&key, "0000000000000000", plain)?))
    }
}

impl Decrypt for FixedVector {
    fn decrypt(&self, sealed: &str) -> Result<Secret, CipherError> {
        let shared_key = self.shared_key.expose();
        let key = sha1prng_key(shared_key, 128);
        let plain = aes_cbc_decrypt(&key, "0000000000000000", base64_decode(sealed)?)?;
        Ok(Secret::from(utf8(plain)?))
    }
}

impl Protection {
    /// The cipher that this value stands for; `None` for a value that stands for none.
    pub fn cipher(&self, shared_key: impl Into<Secret>) -> Option<Box<dyn Cipher>> {
        match self {
            Self::Drawn => Some(Box::new(DrawnVector::new(shared_key))),
            Self::Fixed => Some(Box::new(FixedVector::new(shared_key))),
            _ => None,
        }
    }
}
