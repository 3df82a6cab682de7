//! Moments on the command line.

use std::time::{SystemTime, UNIX_EPOCH};

/// Reads a moment: milliseconds since 1970, or a time such as `2026-11-22T08:00:00Z`.
pub(crate) fn millis(written: &str) -> Result<i64, String> {
    if let Ok(millis) = written.parse() {
        return Ok(millis);
    }
    written
        .parse::<jiff::Timestamp>()
        .map(jiff::Timestamp::as_millisecond)
        .map_err(|_| {
            "write milliseconds since 1970 or a time such as 2026-11-22T08:00:00Z".to_owned()
        })
}

/// This moment.
pub(crate) fn now() -> i64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
