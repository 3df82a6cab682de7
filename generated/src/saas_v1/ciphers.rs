// Written by `koo generate`; do not edit.

//! How single values are encrypted.

use koo_runtime::cipher::{Cipher, CipherError, Decrypt, Encrypt};
use koo_runtime::crypto::{
    aes_cbc_decrypt, aes_cbc_encrypt, base64, base64_decode, concat, first,
    sha1prng_key, skip, utf8,
};
use koo_runtime::random;
use koo_runtime::secret::Secret;

use super::EncryptType;

/// The same protection with a key of 128 bits, which `encryptType` 2 stands for. The wire text
/// is 16 random letters and digits followed by the base64 of the encrypted UTF-8 text.
///
/// `AES128_CBC_PKCS5Padding`.
///
/// ```text
/// key = sha1prng_key(access_key, 128)
/// sealed = iv + base64(aes_cbc_encrypt(key, iv, plain))
/// plain = aes_cbc_decrypt(key, first(sealed, 16), base64_decode(skip(sealed, 16)))
/// ```
///
/// The key is the first 16 bytes of SHA1(SHA1(access key)), so the update of the generator does
/// not matter.
///
/// Sites: intl, mainland; source: `guide_00a3aa73`, `zh-cn_topic_0070649063`,
/// `zh-cn_topic_0070649064`, `zh-cn_topic_0272346898`, `zh-cn_topic_0082027567`,
/// `en-us_topic_0272347033`, `code_official_sample_v1`, `jvm_check`.
#[derive(Clone, Debug)]
pub struct Sensitive128 {
    access_key: Secret,
}

impl Sensitive128 {
    /// The cipher with the secrets it needs.
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

    /// Encrypts with random texts that were drawn already.
    ///
    /// For test vectors. Each is for one value only: `iv`, 16 letters and digits.
    pub fn encrypt_with(&self, plain: &str, iv: &str) -> Result<String, CipherError> {
        let plain = plain.as_bytes();
        let access_key = self.access_key.expose();
        let key = sha1prng_key(access_key, 128);
        Ok(concat(&[iv, &base64(aes_cbc_encrypt(&key, iv, plain)?)]))
    }
}

impl Encrypt for Sensitive128 {
    fn encrypt(&self, plain: &str) -> Result<String, CipherError> {
        let iv = random::alphanumeric(16)?;
        self.encrypt_with(plain, &iv)
    }
}

impl Decrypt for Sensitive128 {
    fn decrypt(&self, sealed: &str) -> Result<Secret, CipherError> {
        let access_key = self.access_key.expose();
        let key = sha1prng_key(access_key, 128);
        let text = first(sealed, 16);
        let text_2 = base64_decode(skip(sealed, 16))?;
        let plain = aes_cbc_decrypt(&key, &text, &text_2)?;
        Ok(Secret::from(utf8(plain)?))
    }
}

/// Protects phone numbers, addresses and accounts. It is the default, which `encryptType` 1 or
/// no `encryptType` stands for. The wire text is 16 random letters and digits, which are the
/// initial vector as they stand, followed by the base64 of the encrypted UTF-8 text.
///
/// `AES256_CBC_PKCS5Padding`.
///
/// ```text
/// key = sha1prng_key(access_key, 256)
/// sealed = iv + base64(aes_cbc_encrypt(key, iv, plain))
/// plain = aes_cbc_decrypt(key, first(sealed, 16), base64_decode(skip(sealed, 16)))
/// ```
///
/// The key is drawn by Java's SHA1PRNG of the SUN provider, seeded with the access key before
/// any output. Its state is updated with signed bytes, which matters for 256 bits only: an
/// unsigned update gave another key for each of 3000 seeds. Providers of Android, IBM and
/// others draw other keys.
///
/// Sites: intl, mainland; source: `guide_00a3aa73`, `zh-cn_topic_0070649063`,
/// `zh-cn_topic_0070649064`, `zh-cn_topic_0272346898`, `zh-cn_topic_0082027567`,
/// `en-us_topic_0272347033`, `code_official_sample_v1`, `jvm_check`.
#[derive(Clone, Debug)]
pub struct Sensitive256 {
    access_key: Secret,
}

impl Sensitive256 {
    /// The cipher with the secrets it needs.
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

    /// Encrypts with random texts that were drawn already.
    ///
    /// For test vectors. Each is for one value only: `iv`, 16 letters and digits.
    pub fn encrypt_with(&self, plain: &str, iv: &str) -> Result<String, CipherError> {
        let plain = plain.as_bytes();
        let access_key = self.access_key.expose();
        let key = sha1prng_key(access_key, 256);
        Ok(concat(&[iv, &base64(aes_cbc_encrypt(&key, iv, plain)?)]))
    }
}

impl Encrypt for Sensitive256 {
    fn encrypt(&self, plain: &str) -> Result<String, CipherError> {
        let iv = random::alphanumeric(16)?;
        self.encrypt_with(plain, &iv)
    }
}

impl Decrypt for Sensitive256 {
    fn decrypt(&self, sealed: &str) -> Result<Secret, CipherError> {
        let access_key = self.access_key.expose();
        let key = sha1prng_key(access_key, 256);
        let text = first(sealed, 16);
        let text_2 = base64_decode(skip(sealed, 16))?;
        let plain = aes_cbc_decrypt(&key, &text, &text_2)?;
        Ok(Secret::from(utf8(plain)?))
    }
}

impl EncryptType {
    /// The cipher that this value stands for; `None` for a value that stands for none.
    pub fn cipher(&self, access_key: impl Into<Secret>) -> Option<Box<dyn Cipher>> {
        match self {
            Self::Aes256 => Some(Box::new(Sensitive256::new(access_key))),
            Self::Aes128 => Some(Box::new(Sensitive128::new(access_key))),
            _ => None,
        }
    }
}
