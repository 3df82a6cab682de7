//! AES in CBC mode with PKCS#7 padding.

use aes::{Aes128, Aes192, Aes256};
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeDecrypt as _, BlockModeEncrypt as _, InvalidLength, KeyIvInit as _};
use cbc::{Decryptor, Encryptor};

use super::CryptoError;

/// Bytes in one block of AES.
const BLOCK: usize = 16;

/// Encrypts `data` with AES in CBC mode and PKCS#7 padding (Java's `AES/CBC/PKCS5Padding`). The length of
/// `key`, 16, 24 or 32 bytes, selects AES-128, AES-192 or AES-256; `iv` has 16 bytes.
///
/// # Errors
/// [`CryptoError::KeyLength`] and [`CryptoError::IvLength`].
pub fn aes_cbc_encrypt(
    key: impl AsRef<[u8]>,
    iv: impl AsRef<[u8]>,
    data: impl AsRef<[u8]>,
) -> Result<Vec<u8>, CryptoError> {
    let (key, iv, data) = (key.as_ref(), iv.as_ref(), data.as_ref());
    let wrong = |_: InvalidLength| wrong_length(key, iv);
    Ok(match key.len() {
        16 => Encryptor::<Aes128>::new_from_slices(key, iv)
            .map_err(wrong)?
            .encrypt_padded_vec::<Pkcs7>(data),
        24 => Encryptor::<Aes192>::new_from_slices(key, iv)
            .map_err(wrong)?
            .encrypt_padded_vec::<Pkcs7>(data),
        _ => Encryptor::<Aes256>::new_from_slices(key, iv)
            .map_err(wrong)?
            .encrypt_padded_vec::<Pkcs7>(data),
    })
}

/// Undoes [`aes_cbc_encrypt`].
///
/// # Errors
/// [`CryptoError::KeyLength`], [`CryptoError::IvLength`], and [`CryptoError::Decrypt`] if the padding found
/// is none, which is all that a wrong key or damaged data gives away.
pub fn aes_cbc_decrypt(
    key: impl AsRef<[u8]>,
    iv: impl AsRef<[u8]>,
    data: impl AsRef<[u8]>,
) -> Result<Vec<u8>, CryptoError> {
    let (key, iv, data) = (key.as_ref(), iv.as_ref(), data.as_ref());
    let wrong = |_: InvalidLength| wrong_length(key, iv);
    match key.len() {
        16 => Decryptor::<Aes128>::new_from_slices(key, iv)
            .map_err(wrong)?
            .decrypt_padded_vec::<Pkcs7>(data),
        24 => Decryptor::<Aes192>::new_from_slices(key, iv)
            .map_err(wrong)?
            .decrypt_padded_vec::<Pkcs7>(data),
        _ => Decryptor::<Aes256>::new_from_slices(key, iv)
            .map_err(wrong)?
            .decrypt_padded_vec::<Pkcs7>(data),
    }
    .map_err(|_| CryptoError::Decrypt)
}

fn wrong_length(key: &[u8], iv: &[u8]) -> CryptoError {
    if iv.len() == BLOCK {
        CryptoError::KeyLength { bytes: key.len() }
    } else {
        CryptoError::IvLength { bytes: iv.len() }
    }
}
