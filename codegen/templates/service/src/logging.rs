//! Logs on standard output. Neither koo nor this service logs a value of a call, a body or a secret.

use tracing_subscriber::EnvFilter;

use crate::config::Log;

/// Starts logging. Does nothing if it was started before.
pub fn start(log: &Log) {
    let filter = EnvFilter::new(&log.filter);
    let lines = tracing_subscriber::fmt().with_env_filter(filter);
    // A second start, such as in tests, changes nothing.
    let _ = if log.json {
        lines.json().flatten_event(true).try_init()
    } else {
        lines.try_init()
    };
}
