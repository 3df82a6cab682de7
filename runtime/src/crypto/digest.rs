//! Hash functions and message authentication codes.

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// Bytes in one block of SHA-256, which is the size of a prepared HMAC key.
const BLOCK: usize = 64;

/// HMAC-SHA256 (RFC 2104, RFC 4231) of `message` with a `key` of any length.
pub fn hmac_sha256(key: impl AsRef<[u8]>, message: impl AsRef<[u8]>) -> [u8; 32] {
    let key = key.as_ref();
    let mut block = Zeroizing::new([0_u8; BLOCK]);
    if key.len() > BLOCK {
        copy(&mut *block, &*Zeroizing::new(sha256(key)));
    } else {
        copy(&mut *block, key);
    }
    let mut mac = Hmac::<Sha256>::new((&*block).into());
    mac.update(message.as_ref());
    mac.finalize().into_bytes().into()
}

/// SHA-256 (FIPS 180-4) of `data`.
pub fn sha256(data: impl AsRef<[u8]>) -> [u8; 32] {
    Sha256::digest(data.as_ref()).into()
}

/// SHA-256 of the parts, one after the other.
pub(crate) fn sha256_of(parts: &[&str]) -> [u8; 32] {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part);
    }
    digest.finalize().into()
}

/// SHA-1 (FIPS 180-4) of `data`. Broken as a signature; here for the key derivations built on it.
pub fn sha1(data: impl AsRef<[u8]>) -> [u8; 20] {
    Sha1::digest(data.as_ref()).into()
}

/// Copies `from` over the start of `to`.
fn copy(to: &mut [u8], from: &[u8]) {
    for (to, from) in to.iter_mut().zip(from) {
        *to = *from;
    }
}
