//! What encrypts and decrypts single values under keys that both sides know.
//!
//! Generated code has a struct for each cipher of a contract, which holds the secrets. What was decrypted is a
//! [`Secret`]: it was worth encrypting, so no log shall show it.
//!
//! ```
//! use koo_runtime::cipher::{Cipher, CipherError, Decrypt, Encrypt};
//! use koo_runtime::crypto::{aes_cbc_decrypt, aes_cbc_encrypt, base64, base64_decode, first, sha256, skip, utf8};
//! use koo_runtime::random;
//! use koo_runtime::secret::Secret;
//!
//! struct Phones { key: Secret }
//!
//! impl Encrypt for Phones {
//!     fn encrypt(&self, plain: &str) -> Result<String, CipherError> {
//!         let iv = random::alphanumeric(16)?;
//!         let key = sha256(self.key.expose());
//!         Ok(format!("{iv}{}", base64(aes_cbc_encrypt(key, &iv, plain)?)))
//!     }
//! }
//!
//! impl Decrypt for Phones {
//!     fn decrypt(&self, sealed: &str) -> Result<Secret, CipherError> {
//!         let key = sha256(self.key.expose());
//!         let data = base64_decode(skip(sealed, 16))?;
//!         Ok(Secret::from(utf8(aes_cbc_decrypt(key, first(sealed, 16), data)?)?))
//!     }
//! }
//!
//! let cipher: Box<dyn Cipher> = Box::new(Phones { key: Secret::from("example") });
//! let sealed = cipher.encrypt("13800000000")?;
//! assert_eq!(cipher.decrypt(&sealed)?.expose(), "13800000000");
//! # Ok::<(), CipherError>(())
//! ```

use crate::crypto::CryptoError;
use crate::random::NoRandomness;
use crate::secret::Secret;

/// Encrypts single values.
pub trait Encrypt {
    /// The wire text of a plain text; where the cipher draws random texts, another one each time.
    ///
    /// # Errors
    /// [`CipherError`]: the key is none, or there is no randomness.
    fn encrypt(&self, plain: &str) -> Result<String, CipherError>;
}

/// Decrypts single values.
pub trait Decrypt {
    /// The plain text of a wire text.
    ///
    /// # Errors
    /// [`CipherError`]: the text is not of this cipher or the key is another; which of them is not said.
    fn decrypt(&self, sealed: &str) -> Result<Secret, CipherError>;
}

/// Both directions, for ciphers that are chosen while the program runs.
pub trait Cipher: Encrypt + Decrypt {}

impl<T: Encrypt + Decrypt + ?Sized> Cipher for T {}

/// Why a value cannot be encrypted or decrypted. Names no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CipherError {
    /// A function of the recipe refuses what it is given.
    #[error("the value cannot be worked out: {0}")]
    Crypto(#[from] CryptoError),
    /// There is no randomness to encrypt with.
    #[error(transparent)]
    Random(#[from] NoRandomness),
}
