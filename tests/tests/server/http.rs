//! Calls over HTTP that no code of this repository signed, and HMAC without its functions.

use std::net::SocketAddr;

use base64::Engine as _;
use hmac::{Hmac, KeyInit as _, Mac as _};
use koo_runtime::client::{Answer, Client, Outgoing};
use koo_runtime::server::{Router, serve};
use sha2::Sha256;
use tokio::net::TcpListener;

/// Serves a router on a port of its own, until the test ends.
pub(crate) async fn start(app: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(serve(listener, app, std::future::pending::<()>()));
    address
}

/// One call.
pub(crate) async fn send(
    address: SocketAddr,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> Answer {
    let headers: Vec<_> = headers
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    let client = Client::new(std::time::Duration::from_secs(20)).unwrap();
    let call = Outgoing {
        method,
        url: &format!("http://{address}{path}"),
        headers: &headers,
        body,
    };
    client.send(call).await.unwrap()
}

pub(crate) fn hmac_sha256(key: &str, text: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).unwrap();
    mac.update(text);
    mac.finalize().into_bytes().to_vec()
}

pub(crate) fn base64(bytes: &[u8]) -> String {
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

/// This moment in milliseconds.
pub(crate) fn now() -> i64 {
    let now = std::time::SystemTime::now();
    let since = now.duration_since(std::time::UNIX_EPOCH).unwrap();
    i64::try_from(since.as_millis()).unwrap()
}
