//! Why there is no reply.

use std::time::Duration;

/// Why there is no reply. Written for people.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Failure {
    /// The address cannot be called.
    #[error("{0}")]
    Address(String),
    /// A method, header name or header value cannot stand in a request.
    #[error("{0} cannot be sent: it holds a character that ends a line or a name")]
    Request(String),
    /// The name of the host leads nowhere.
    #[error("the host `{host}` is not found: {why}")]
    Resolve {
        /// The host.
        host: String,
        /// What the system says.
        why: String,
    },
    /// Nobody listens.
    #[error("{0} refuses the connection: nothing listens there")]
    Refused(String),
    /// The connection cannot be made.
    #[error("no connection to {to}: {why}")]
    Connect {
        /// Host and port.
        to: String,
        /// What the system says.
        why: String,
    },
    /// TLS cannot be agreed on, or the certificate is not accepted.
    #[error("TLS with {to} fails: {why}")]
    Tls {
        /// Host and port.
        to: String,
        /// What is wrong.
        why: String,
    },
    /// The reply was not complete in time.
    #[error("no complete reply within {}", seconds(.0))]
    Timeout(Duration),
    /// The connection ended before the reply was complete.
    #[error("the connection was closed {0}")]
    Closed(String),
    /// The head of the reply is too long.
    #[error("the head of the reply is longer than {0} bytes")]
    HeadTooLong(usize),
    /// The body of the reply is too long.
    #[error("the body of the reply is longer than {0} bytes")]
    BodyTooLong(usize),
    /// The reply is not HTTP.
    #[error("the reply is not HTTP/1.1: {0}")]
    Malformed(String),
    /// The connection broke.
    #[error("the connection broke: {0}")]
    Broken(String),
}

impl Failure {
    /// What went wrong in one word, for reports.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Address(_) => "address",
            Self::Request(_) => "request",
            Self::Resolve { .. } => "resolve",
            Self::Refused(_) => "refused",
            Self::Connect { .. } => "connect",
            Self::Tls { .. } => "tls",
            Self::Timeout(_) => "timeout",
            Self::Closed(_) => "closed",
            Self::HeadTooLong(_) => "head-too-long",
            Self::BodyTooLong(_) => "body-too-long",
            Self::Malformed(_) => "malformed",
            Self::Broken(_) => "broken",
        }
    }

    /// Whether no connection came about, so that nothing was sent.
    pub const fn is_before_sending(&self) -> bool {
        matches!(
            self,
            Self::Address(_)
                | Self::Request(_)
                | Self::Resolve { .. }
                | Self::Refused(_)
                | Self::Connect { .. }
                | Self::Tls { .. }
        )
    }
}

fn seconds(duration: &Duration) -> String {
    if duration.subsec_millis() == 0 {
        let seconds = duration.as_secs();
        format!("{seconds} second{}", if seconds == 1 { "" } else { "s" })
    } else {
        format!("{} ms", duration.as_millis())
    }
}
