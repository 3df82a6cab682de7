// Written by `koo generate`; do not edit.

//! The calls a merchant makes: Composed texts (组合文本).

use koo_runtime::client::{ClientError, Interface, NoCode, Remote, Settings};

use super::{PingReply, PingRequest};

/// What a call brings: a reply, or why there is none.
pub type Answer<R, F = R> = Result<R, CallError<F>>;

/// Why a call brought no reply; `F` is what a failed call answers.
pub type CallError<F> = koo_runtime::client::CallError<NoCode, F>;

/// Calls the interfaces of Composed texts (组合文本).
///
/// Cheap to clone; keeps connections open between calls.
#[derive(Clone, Debug)]
pub struct Client {
    remote: Remote,
}

impl Client {
    /// A client with the secrets it needs.
    ///
    /// # Errors
    ///
    /// [`ClientError`] if TLS cannot be set up.
    pub fn new(settings: Settings) -> Result<Self, ClientError> {
        Ok(Self {
            remote: Remote::new(settings)?,
        })
    }

    /// Ping (探测).
    ///
    /// The contract does not know the `address`.
    ///
    /// A call that was not answered is repeated: that has no further effect.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    pub async fn ping(&self, address: &str, request: &PingRequest) -> Answer<PingReply> {
        let call = self.remote.call(&PING, request).to(address);
        call.send().await
    }
}

const PING: Interface = Interface {
    opaque: true,
    repeatable: true,
    ..Interface::new("ping", "GET")
};
