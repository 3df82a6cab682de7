//! One HTTP exchange over the wire, exactly as it was: the bytes that were sent, the reply with the spelling of its header
//! names, how long it took, or why there was no reply.
//!
//! A client of its own, because common ones hide what a platform looks at: they change the letter case of names, follow
//! redirects and unpack bodies.

mod address;
mod client;
mod connection;
mod failure;
mod frame;
mod old_tls;
mod tls;

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use koo_calls::Reply;

pub use client::{Client, Limits};
pub use connection::Connection;
pub use failure::Failure;
pub use old_tls::{OldTls, accepts as accepts_old_tls};
pub use tls::Trust;

/// Whether an address can be called at all.
///
/// # Errors
///
/// [`Failure::Address`]
pub fn check_url(url: &str) -> Result<(), Failure> {
    address::Address::read(url).map(|_| ())
}

/// A request as it is put on the wire. `Host`, `Content-Length` and `Connection` are added where they are absent.
///
/// `Debug` shows neither query nor values: they hold signatures and customers' data.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Sent {
    /// HTTP method.
    pub method: String,
    /// The whole address, encoded.
    pub url: String,
    /// Headers in the order and spelling they are sent.
    pub headers: Vec<(String, String)>,
    /// Body, byte for byte.
    pub body: Bytes,
}

/// A request and what came of it.
#[derive(Debug, Clone)]
pub struct Exchange {
    /// What was sent.
    pub sent: Sent,
    /// The reply, or why there is none.
    pub outcome: Result<Reply, Failure>,
    /// From opening the connection to the last byte of the reply.
    pub elapsed: Duration,
}

impl Sent {
    /// The request in the form that is written as curl command or HTTP text.
    pub fn to_call(&self) -> koo_calls::Request {
        let mut call = koo_calls::Request {
            method: self.method.clone(),
            headers: self.headers.clone(),
            body: self.body.to_vec(),
            ..koo_calls::Request::default()
        };
        call.set_url(&self.url);
        call
    }

    /// The value of a header, letter case aside.
    pub fn header(&self, name: &str) -> Option<&str> {
        koo_calls::header(&self.headers, name)
    }
}

/// The host of an address, an IPv6 address without its brackets.
///
/// # Errors
///
/// [`Failure::Address`]
pub fn host_of(url: &str) -> Result<String, Failure> {
    Ok(address::Address::read(url)?.host)
}

fn names(headers: &[(String, String)]) -> Vec<&str> {
    headers.iter().map(|(name, _)| name.as_str()).collect()
}

impl fmt::Debug for Sent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sent")
            .field("method", &self.method)
            .field("url", &self.url.split('?').next().unwrap_or_default())
            .field("headers", &names(&self.headers))
            .field("body_bytes", &self.body.len())
            .finish()
    }
}
