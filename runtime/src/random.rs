//! Text nobody can have seen before or guess. The only randomness of the crate.

use std::cell::RefCell;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher as _, Hasher as _};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::crypto::{hex as to_hex, sha256};

/// Letters and digits of ASCII.
const ALPHANUMERIC: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// Hexadecimal digits in lower case.
const HEX: &[u8] = b"0123456789abcdef";

/// As many bytes are asked of the operating system at once: asking costs far more than the bytes.
const SUPPLY: usize = 512;

thread_local! {
    static POOL: RefCell<Pool> = const { RefCell::new(Pool { bytes: [0; SUPPLY], left: 0 }) };
}

/// How often the operating system gave no randomness.
static COUNTER: AtomicU64 = AtomicU64::new(0);

/// The operating system gave no randomness, so nothing unguessable can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gives no randomness")]
pub struct NoRandomness;

/// So many random letters and digits, each as likely as any other.
///
/// # Errors
/// [`NoRandomness`]
pub fn alphanumeric(length: usize) -> Result<String, NoRandomness> {
    text(length, ALPHANUMERIC)
}

/// So many random hexadecimal digits in lower case.
///
/// # Errors
/// [`NoRandomness`]
pub fn hex(length: usize) -> Result<String, NoRandomness> {
    text(length, HEX)
}

/// 16 random bytes.
pub(crate) fn token() -> Result<[u8; 16], NoRandomness> {
    POOL.with_borrow_mut(Pool::take)
}

/// Randomness of the operating system that nobody has got yet.
struct Pool {
    bytes: [u8; SUPPLY],
    /// How many of the bytes, the first ones, are still to be given away.
    left: usize,
}

impl Pool {
    /// Gives bytes away, each once, and keeps no copy.
    fn take<const COUNT: usize>(&mut self) -> Result<[u8; COUNT], NoRandomness> {
        if self.left < COUNT {
            getrandom::fill(&mut self.bytes).map_err(|_| NoRandomness)?;
            self.left = SUPPLY;
        }
        let unused = self.bytes.get_mut(..self.left).unwrap_or_default();
        let taken = unused.last_chunk_mut().ok_or(NoRandomness)?;
        self.left -= COUNT;
        Ok(std::mem::replace(taken, [0; COUNT]))
    }
}

fn text(length: usize, alphabet: &[u8]) -> Result<String, NoRandomness> {
    let mut text = String::with_capacity(length);
    let mut bytes = [0_u8; 64];
    // Bytes beyond the last whole alphabet would favour its first characters.
    let whole = 256 - 256 % alphabet.len().max(1);
    while text.len() < length {
        getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
        let usable = bytes.iter().map(|byte| usize::from(*byte));
        let characters = usable
            .filter(|byte| *byte < whole)
            .filter_map(|byte| alphabet.get(byte % alphabet.len()));
        let missing = length - text.len();
        text.extend(characters.take(missing).map(|byte| char::from(*byte)));
    }
    Ok(text)
}

/// 32 lower-case hexadecimal digits of randomness.
///
/// Should the operating system refuse to give any, the text is still one of its kind in this process: it
/// then comes from a counter and the hash keys that the process started with. A nonce has to be unique, not
/// secret.
pub(crate) fn nonce() -> String {
    if let Ok(bytes) = token() {
        return to_hex(bytes);
    }
    let mut hasher = RandomState::new().build_hasher();
    hasher.write_u64(COUNTER.fetch_add(1, Ordering::Relaxed));
    let digest = to_hex(sha256(hasher.finish().to_le_bytes()));
    digest.chars().take(32).collect()
}

/// A number from nothing to `most`, so that callers do not all come at the same moment.
#[cfg(feature = "client")]
pub(crate) fn up_to(most: u64) -> u64 {
    let random = getrandom::u64().unwrap_or_else(|_| RandomState::new().build_hasher().finish());
    random.checked_rem(most.saturating_add(1)).unwrap_or(random)
}
