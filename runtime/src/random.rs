//! Text nobody can have seen before. The only randomness of the crate.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher as _, Hasher as _};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::crypto::{hex, sha256};

/// How often the operating system gave no randomness.
static COUNTER: AtomicU64 = AtomicU64::new(0);

/// 32 lower-case hexadecimal digits of randomness.
///
/// Should the operating system refuse to give any, the text is still one of its kind in this process: it
/// then comes from a counter and the hash keys that the process started with. A nonce has to be unique, not
/// secret.
pub(crate) fn nonce() -> String {
    let mut bytes = [0_u8; 16];
    if getrandom::fill(&mut bytes).is_ok() {
        return hex(bytes);
    }
    let mut hasher = RandomState::new().build_hasher();
    hasher.write_u64(COUNTER.fetch_add(1, Ordering::Relaxed));
    let digest = hex(sha256(hasher.finish().to_le_bytes()));
    digest.chars().take(32).collect()
}

/// A number from nothing to `most`, so that callers do not all come at the same moment.
#[cfg(feature = "client")]
pub(crate) fn up_to(most: u64) -> u64 {
    let random = getrandom::u64().unwrap_or_else(|_| RandomState::new().build_hasher().finish());
    random.checked_rem(most.saturating_add(1)).unwrap_or(random)
}
