//! How old a message may be.

use std::time::Duration;

use super::timestamp::TimestampForm;
use super::{Evidence, SchemeError};

/// Checks that the message was signed within `window` of `now_millis` (milliseconds since 1970-01-01 UTC),
/// in the past or in the future.
///
/// ```
/// use std::time::Duration;
/// use koo_runtime::scheme::{Evidence, SchemeError, TimestampForm, freshness};
///
/// let evidence = Evidence { timestamp: Some("1680508066618"), nonce: None };
/// let (form, minute) = (TimestampForm::EpochMillis, Duration::from_secs(60));
/// assert_eq!(freshness(&evidence, form, minute, 1_680_508_126_618), Ok(()));
/// let early = freshness(&evidence, form, minute, 1_680_508_005_618);
/// assert_eq!(early, Err(SchemeError::Stale { seconds: -61 }));
/// ```
///
/// # Errors
/// [`SchemeError::Missing`] and [`SchemeError::Malformed`] for the timestamp, [`SchemeError::Stale`].
pub fn freshness(
    evidence: &Evidence<'_>,
    form: TimestampForm,
    window: Duration,
    now_millis: i64,
) -> Result<(), SchemeError> {
    let timestamp = evidence
        .timestamp
        .ok_or(SchemeError::Missing("timestamp"))?;
    let signed = form
        .read(timestamp)
        .ok_or(SchemeError::Malformed("timestamp"))?;
    let age = now_millis.saturating_sub(signed);
    if u128::from(age.unsigned_abs()) <= window.as_millis() {
        Ok(())
    } else {
        Err(SchemeError::Stale {
            seconds: age / 1000,
        })
    }
}
