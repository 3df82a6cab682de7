//! RSA with OAEP padding.

use aws_lc_rs::rsa::{
    OAEP_SHA1_MGF1SHA1, OAEP_SHA256_MGF1SHA256, OaepAlgorithm, OaepPrivateDecryptingKey,
    OaepPublicEncryptingKey, PrivateDecryptingKey, PublicEncryptingKey,
};

use super::{CryptoError, base64_decode};

/// The plain bytes of what was encrypted for a private key, in PKCS#8 PEM form. `digest` is `sha256` or `sha1`.
///
/// # Errors
///
/// [`CryptoError::Rsa`] if the key cannot be read, the digest is not known, or the bytes were not encrypted for the
/// key with this digest. It does not say which: that would help to break the padding.
pub fn rsa_oaep_decrypt(
    private_key: &str,
    sealed: &[u8],
    digest: &str,
) -> Result<Vec<u8>, CryptoError> {
    let der = pem(private_key, "PRIVATE KEY")?;
    let key = PrivateDecryptingKey::from_pkcs8(&der).map_err(|_| CryptoError::Rsa)?;
    let key = OaepPrivateDecryptingKey::new(key).map_err(|_| CryptoError::Rsa)?;
    let mut plain = vec![0; key.min_output_size()];
    let plain = key
        .decrypt(algorithm(digest)?, sealed, &mut plain, None)
        .map_err(|_| CryptoError::Rsa)?;
    Ok(plain.to_vec())
}

/// Bytes encrypted for a public key, in PEM form. `digest` is `sha256` or `sha1`. Another result each time.
///
/// # Errors
///
/// [`CryptoError::Rsa`] if the key cannot be read, the digest is not known, or the text is too long for the key.
pub fn rsa_oaep_encrypt(
    public_key: &str,
    plain: &[u8],
    digest: &str,
) -> Result<Vec<u8>, CryptoError> {
    let der = pem(public_key, "PUBLIC KEY")?;
    let key = PublicEncryptingKey::from_der(&der).map_err(|_| CryptoError::Rsa)?;
    let key = OaepPublicEncryptingKey::new(key).map_err(|_| CryptoError::Rsa)?;
    let mut sealed = vec![0; key.ciphertext_size()];
    let sealed = key
        .encrypt(algorithm(digest)?, plain, &mut sealed, None)
        .map_err(|_| CryptoError::Rsa)?;
    Ok(sealed.to_vec())
}

fn algorithm(digest: &str) -> Result<&'static OaepAlgorithm, CryptoError> {
    match digest {
        "sha256" => Ok(&OAEP_SHA256_MGF1SHA256),
        "sha1" => Ok(&OAEP_SHA1_MGF1SHA1),
        _ => Err(CryptoError::Rsa),
    }
}

/// The bytes of a PEM block; the base64 alone will do.
fn pem(text: &str, label: &str) -> Result<Vec<u8>, CryptoError> {
    let begin = format!("-----BEGIN {label}-----");
    let body = text.split_once(&begin).map_or(text, |(_, rest)| rest);
    let body = body.split_once("-----END").map_or(body, |(body, _)| body);
    let body: String = body.split_whitespace().collect();
    base64_decode(body).map_err(|_| CryptoError::Rsa)
}
