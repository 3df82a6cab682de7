//! The functions signing recipes are made of.
//!
//! Every function here is pure: no clock, no randomness, no input beyond its arguments. Generated schemes
//! call them, and so does the interpreter of recipes, so that both give the same answer.
//!
//! Bytes and text are kept apart by type: a digest is bytes, and becomes text only through [`hex()`],
//! [`hex_upper()`] or [`base64()`].
//!
//! ```
//! use koo_runtime::crypto::{hex, hmac_sha256};
//!
//! let digest = hex(hmac_sha256("key", "The quick brown fox jumps over the lazy dog"));
//! assert_eq!(digest, "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8");
//! ```

mod canonical;
mod cipher;
mod compare;
mod digest;
mod encoding;
mod params;
mod request;
#[cfg(feature = "rsa")]
mod rsa;
mod sha1prng;
mod text;
mod url;

pub use canonical::canonical_json;
pub use cipher::{aes_cbc_decrypt, aes_cbc_encrypt};
pub use compare::{equal, equal_ignoring_case};
pub use digest::{hmac_sha256, sha1, sha256};
pub use encoding::{base64, base64_decode, hex, hex_decode, hex_upper, utf8};
pub use params::{concat, join, sort_params, value, without};
pub use request::{canonical_headers, canonical_path, canonical_query, names};
#[cfg(feature = "rsa")]
pub use rsa::{rsa_oaep_decrypt, rsa_oaep_encrypt};
pub use sha1prng::sha1prng_key;
pub use text::{first, json_params, skip};
pub use url::{url_decode, url_encode};

pub(crate) use digest::sha256_of;
pub(crate) use params::by_code_units;
pub(crate) use url::decode_form_lossy;

/// What a cryptographic or encoding function can refuse. Names no input: inputs may be secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CryptoError {
    /// The text is not base64 with the standard alphabet and padding.
    #[error("the text is not base64")]
    Base64,
    /// The text is not pairs of hexadecimal digits.
    #[error("the text is not hexadecimal")]
    Hex,
    /// The bytes are not UTF-8.
    #[error("the bytes are not UTF-8 text")]
    Utf8,
    /// The parameter a recipe reads is not there.
    #[error("a parameter the recipe reads is not there")]
    NoParam,
    /// RSA failed: the key, the digest or the bytes are wrong. Which of them is not said.
    #[error("RSA failed: the key, the digest or the bytes are wrong")]
    Rsa,
    /// The bytes are not a JSON object.
    #[error("the bytes are not a JSON object")]
    Json,
    /// An AES key has 16, 24 or 32 bytes.
    #[error("an AES key has 16, 24 or 32 bytes, this one has {bytes}")]
    KeyLength {
        /// Length of the key that was given.
        bytes: usize,
    },
    /// An initialisation vector of CBC has 16 bytes.
    #[error("an initialisation vector has 16 bytes, this one has {bytes}")]
    IvLength {
        /// Length of the vector that was given.
        bytes: usize,
    },
    /// The data cannot be decrypted: wrong key, wrong vector, or not the result of an encryption.
    #[error("the data cannot be decrypted")]
    Decrypt,
}
