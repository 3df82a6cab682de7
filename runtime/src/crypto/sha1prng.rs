//! Keys derived by the generator that Java calls `SHA1PRNG`.

use zeroize::Zeroizing;

use super::sha1;

/// No cipher has a longer key; more is not drawn.
const MAX_BITS: usize = 4096;

/// The first `bits` bits of what Java's `SecureRandom.getInstance("SHA1PRNG", "SUN")` gives after
/// `setSeed(seed)`; `KeyGenerator` uses them as a key. `bits` is rounded up to whole bytes.
///
/// ```
/// use koo_runtime::crypto::{hex, sha1prng_key};
///
/// assert_eq!(hex(sha1prng_key("demo-access-key", 128)), "b0ea96ac421f5120582f329d24e60114");
/// ```
pub fn sha1prng_key(seed: impl AsRef<[u8]>, bits: usize) -> Vec<u8> {
    let length = bits.min(MAX_BITS).div_ceil(8);
    // Rounded up to whole outputs, so that the buffer never moves and leaves no copy behind.
    let mut key = Vec::with_capacity(length.next_multiple_of(20));
    let mut state = Zeroizing::new(sha1(seed));
    while key.len() < length {
        let output = Zeroizing::new(sha1(*state));
        key.extend_from_slice(&*output);
        advance(&mut state, &output);
    }
    key.truncate(length);
    key
}

/// Adds `output` and one to the state. Java's bytes are signed, and so are the sums and the carry.
fn advance(state: &mut [u8; 20], output: &[u8; 20]) {
    let mut carry = 1_i32;
    let mut changed = false;
    for (state, output) in state.iter_mut().zip(output) {
        let sum = i32::from(state.cast_signed()) + i32::from(output.cast_signed()) + carry;
        let [low, ..] = sum.to_le_bytes();
        changed |= *state != low;
        *state = low;
        carry = sum >> 8;
    }
    if !changed && let Some(first) = state.first_mut() {
        *first = first.wrapping_add(1);
    }
}
