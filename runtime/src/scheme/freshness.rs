//! How old a message may be.

use std::time::Duration;

use super::{Evidence, SchemeError};

/// Checks that the message was signed within `window` of `now_millis` (milliseconds since 1970-01-01 UTC),
/// in the past or in the future. The timestamp is epoch time, in milliseconds (13 digits) or seconds (10).
///
/// ```
/// use std::time::Duration;
/// use koo_runtime::scheme::{Evidence, SchemeError, freshness};
///
/// let evidence = Evidence { timestamp: Some("1680508066618"), nonce: None };
/// let minute = Duration::from_secs(60);
/// assert_eq!(freshness(&evidence, minute, 1_680_508_126_618), Ok(()));
/// assert_eq!(freshness(&evidence, minute, 1_680_508_005_618), Err(SchemeError::Stale { seconds: -61 }));
/// ```
///
/// # Errors
/// [`SchemeError::Missing`] and [`SchemeError::Malformed`] for the timestamp, [`SchemeError::Stale`].
pub fn freshness(
    evidence: &Evidence<'_>,
    window: Duration,
    now_millis: i64,
) -> Result<(), SchemeError> {
    let timestamp = evidence
        .timestamp
        .ok_or(SchemeError::Missing("timestamp"))?;
    let signed = epoch_millis(timestamp).ok_or(SchemeError::Malformed("timestamp"))?;
    let age = now_millis.saturating_sub(signed);
    if u128::from(age.unsigned_abs()) <= window.as_millis() {
        Ok(())
    } else {
        Err(SchemeError::Stale {
            seconds: age / 1000,
        })
    }
}

fn epoch_millis(timestamp: &str) -> Option<i64> {
    // Digits only: `parse` alone would take a sign.
    if !timestamp.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i64 = timestamp.parse().ok()?;
    match timestamp.len() {
        13 => Some(number),
        10 => Some(number * 1000),
        _ => None,
    }
}
