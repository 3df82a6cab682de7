//! Whether a server still speaks a version of TLS that is too old.
//!
//! TLS libraries do not offer those versions any more, so the first record of a handshake is written here, byte for byte, and
//! only the kind of the answer is looked at. Nothing is agreed on and nothing is sent under it.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::timeout;

use super::Failure;
use super::address::Address;
use super::client::open;

/// A version of TLS before 1.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OldTls {
    /// TLS 1.0
    V1_0,
    /// TLS 1.1
    V1_1,
}

impl OldTls {
    /// Every one, the oldest first.
    pub const ALL: [Self; 2] = [Self::V1_0, Self::V1_1];

    /// The number people write.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::V1_0 => "1.0",
            Self::V1_1 => "1.1",
        }
    }

    /// The number on the wire.
    const fn wire(self) -> [u8; 2] {
        match self {
            Self::V1_0 => [3, 1],
            Self::V1_1 => [3, 2],
        }
    }
}

/// Record of a handshake, of an alert; message of a server that agrees.
const HANDSHAKE: u8 = 22;
const SERVER_HELLO: u8 = 2;

/// Cipher suites that servers of that time have: ECDHE and plain RSA with AES and triple DES, and the mark that renegotiation is
/// secure.
const SUITES: [[u8; 2]; 10] = [
    [0xc0, 0x13],
    [0xc0, 0x14],
    [0xc0, 0x09],
    [0xc0, 0x0a],
    [0x00, 0x33],
    [0x00, 0x39],
    [0x00, 0x2f],
    [0x00, 0x35],
    [0x00, 0x0a],
    [0x00, 0xff],
];

/// Offers a server this version as the newest, and says whether it agrees.
///
/// # Errors
///
/// [`Failure`] if the server cannot be reached or does not answer in time. Closing the connection is a refusal.
pub async fn accepts(url: &str, version: OldTls, within: Duration) -> Result<bool, Failure> {
    let address = Address::read(url)?;
    let asked = timeout(within, ask(&address, version)).await;
    asked.unwrap_or(Err(Failure::Timeout(within)))
}

async fn ask(address: &Address, version: OldTls) -> Result<bool, Failure> {
    let mut stream = open(address).await?;
    if stream
        .write_all(&hello(&address.host, version))
        .await
        .is_err()
    {
        return Ok(false);
    }
    // Record: kind, version, length; handshake message: kind, length, version.
    let mut answer = [0; 11];
    if stream.read_exact(&mut answer).await.is_err() {
        return Ok(false);
    }
    let [record, _, _, _, _, message, _, _, _, major, minor] = answer;
    Ok(record == HANDSHAKE && message == SERVER_HELLO && [major, minor] == version.wire())
}

/// The record with the client's hello.
fn hello(host: &str, version: OldTls) -> Vec<u8> {
    let mut body = Vec::from(version.wire());
    // The client's random: nothing is agreed on, so it need not be.
    body.extend([0x5a; 32]);
    // No session to resume.
    body.push(0);
    body.extend(counted(&SUITES.concat()));
    // No compression.
    body.extend([1, 0]);
    let mut extensions = Vec::new();
    if host.parse::<std::net::IpAddr>().is_err() {
        let name = [vec![0], counted(host.as_bytes())].concat();
        extend(&mut extensions, 0, &counted(&name));
    }
    // Groups x25519, P-256 and P-384; points uncompressed.
    extend(&mut extensions, 10, &counted(&[0, 29, 0, 23, 0, 24]));
    extend(&mut extensions, 11, &[1, 0]);
    body.extend(counted(&extensions));
    let mut message = vec![1, 0];
    message.extend(counted(&body));
    let mut record = vec![HANDSHAKE];
    record.extend(OldTls::V1_0.wire());
    record.extend(counted(&message));
    record
}

fn extend(extensions: &mut Vec<u8>, kind: u16, content: &[u8]) {
    extensions.extend(kind.to_be_bytes());
    extensions.extend(counted(content));
}

/// Bytes behind their number. A host name is too short for it to overflow.
fn counted(bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len()).unwrap_or(u16::MAX);
    [&length.to_be_bytes(), bytes].concat()
}
