//! What a signing scheme is. The schemes themselves are generated from recipes.

mod clock;
mod freshness;
pub mod template;
pub mod timestamp;
mod unsigned;

use std::time::Duration;

pub use clock::{Clock, SystemClock};
pub use freshness::freshness;
pub use timestamp::TimestampForm;
pub use unsigned::Unsigned;

use crate::crypto::CryptoError;
use crate::message::Message;

/// A way to sign messages and to check their signatures. Holds the keys.
pub trait Scheme: Send + Sync {
    /// Name of the scheme, for messages and as the scope of nonces.
    const NAME: &'static str;
    /// How far a call's timestamp may be from now, either way. `None`: the scheme has no such limit.
    const FRESH: Option<Duration>;
    /// Whether checking a signature looks at the headers of the message. A server takes the trouble to gather them
    /// only where it does.
    const READS_HEADERS: bool = true;
    /// How the timestamp is written, if there is one.
    const TIMESTAMP: TimestampForm = TimestampForm::EpochMillis;

    /// Checks the signature. On success returns what the checks of freshness and replay need.
    ///
    /// # Errors
    /// [`SchemeError`] if a value the scheme needs is missing or malformed, or the signature does not match.
    fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError>;

    /// The values to attach so that [`Scheme::verify`] accepts the message.
    ///
    /// # Errors
    /// [`SchemeError::Recipe`] if the message cannot be signed, such as a body that is not JSON where the
    /// scheme covers a canonical form.
    fn sign(&self, message: &Message<'_>, stamp: &Stamp) -> Result<Vec<Carried>, SchemeError>;
}

/// What a verified message says about when and how often it was sent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Evidence<'m> {
    /// When the message was signed, as sent. `None` if the scheme carries no such value.
    pub timestamp: Option<&'m str>,
    /// Text that no other message carries. `None` if the scheme carries no such value.
    pub nonce: Option<&'m str>,
}

/// What makes one signature differ from the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// Moment of signing, in milliseconds since 1970-01-01 UTC.
    pub timestamp_millis: i64,
    /// Text that no other message carries.
    pub nonce: String,
}

impl Stamp {
    /// A stamp of this moment. Reads the system's clock and source of randomness.
    pub fn now() -> Self {
        Self::at(SystemClock.now_millis())
    }

    /// A stamp of the given moment, in milliseconds since 1970-01-01 UTC, with a random nonce.
    pub fn at(timestamp_millis: i64) -> Self {
        Self {
            timestamp_millis,
            nonce: crate::random::nonce(),
        }
    }
}

/// A value that a signature adds to a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// Where it goes.
    pub place: Place,
    /// Name of the parameter or header.
    pub name: &'static str,
    /// Value, not encoded.
    pub value: String,
}

/// Where a value travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// In the query of the URL.
    Query,
    /// In a header.
    Header,
}

/// Why a message is not accepted, or cannot be signed. Written for people; names parameters, never values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SchemeError {
    /// The named value is absent or empty.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// The named value has not the form it must have.
    #[error("{0} is malformed")]
    Malformed(&'static str),
    /// The named signature is not the one the message should have.
    #[error("{0} does not match")]
    Mismatch(&'static str),
    /// The message was signed too long ago, or in the future.
    #[error("the timestamp is {} seconds {}", .seconds.unsigned_abs(), if *.seconds < 0 { "ahead" } else { "old" })]
    Stale {
        /// Age in seconds; negative for a timestamp in the future.
        seconds: i64,
    },
    /// The nonce was used before.
    #[error("the nonce was used before")]
    Replayed,
    /// The recipe of the scheme cannot be worked out for this message.
    #[error("the signature cannot be worked out: {0}")]
    Recipe(#[from] CryptoError),
}
