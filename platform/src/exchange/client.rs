//! Makes exchanges.

use std::io::ErrorKind;
use std::sync::Arc;
use std::time::{Duration, Instant};

use koo_calls::Reply;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::ClientConfig;
use tokio_rustls::rustls::pki_types::ServerName;

use super::address::Address;
use super::{Connection, Exchange, Failure, Sent, Trust, tls};

/// How much of a reply is read, and how long it may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// From opening the connection to the last byte of the reply.
    pub timeout: Duration,
    /// Longest head of a reply in bytes.
    pub head_bytes: usize,
    /// Longest body of a reply in bytes.
    pub body_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            timeout: Duration::from_secs(5),
            head_bytes: 64 * 1024,
            body_bytes: 4 * 1024 * 1024,
        }
    }
}

/// Makes exchanges, each over a connection of its own. Redirects are not followed.
#[derive(Clone)]
pub struct Client {
    limits: Limits,
    tls: Arc<ClientConfig>,
}

impl Client {
    /// A client.
    ///
    /// # Errors
    ///
    /// [`Failure::Tls`] if the system's certificates cannot be used.
    pub fn new(limits: Limits, trust: &Trust) -> Result<Self, Failure> {
        let tls = tls::config(trust).map_err(|error| Failure::Tls {
            to: "any server".to_owned(),
            why: error.to_string(),
        })?;
        Ok(Self { limits, tls })
    }

    /// The limits.
    pub const fn limits(&self) -> Limits {
        self.limits
    }

    /// The same client with another time limit.
    #[must_use]
    pub fn within(&self, timeout: Duration) -> Self {
        let mut client = self.clone();
        client.limits.timeout = timeout;
        client
    }

    /// Sends a request over a connection of its own and waits for the reply.
    pub async fn send(&self, sent: Sent) -> Exchange {
        let start = Instant::now();
        let outcome = match timeout(self.limits.timeout, self.exchange(&sent)).await {
            Ok(outcome) => outcome,
            Err(_) => Err(Failure::Timeout(self.limits.timeout)),
        };
        Exchange {
            sent,
            outcome,
            elapsed: start.elapsed(),
        }
    }

    async fn exchange(&self, sent: &Sent) -> Result<Reply, Failure> {
        self.connect(&sent.url).await?.send_last(sent).await
    }

    /// Whether somebody answers at an address. Problems of TLS are left for the first call to tell.
    ///
    /// # Errors
    ///
    /// [`Failure`]
    pub async fn reach(&self, url: &str) -> Result<(), Failure> {
        let address = Address::read(url)?;
        match timeout(self.limits.timeout, open(&address)).await {
            Ok(opened) => opened.map(|_| ()),
            Err(_) => Err(Failure::Timeout(self.limits.timeout)),
        }
    }

    /// Opens a connection to the server of an address, for several requests one after another. Without time limit.
    ///
    /// # Errors
    ///
    /// [`Failure`]
    pub async fn connect(&self, url: &str) -> Result<Connection, Failure> {
        let address = Address::read(url)?;
        let stream = open(&address).await?;
        if !address.secure {
            return Ok(Connection::new(Box::new(stream), self.limits));
        }
        let fails = |why: String| Failure::Tls {
            to: address.shown(),
            why,
        };
        let name = ServerName::try_from(address.host.clone())
            .map_err(|_| fails("the host is no name a certificate can have".to_owned()))?;
        let connector = TlsConnector::from(self.tls.clone());
        let stream = connector
            .connect(name, stream)
            .await
            .map_err(|error| fails(error.to_string()))?;
        Ok(Connection::new(Box::new(stream), self.limits))
    }
}

pub(super) async fn open(address: &Address) -> Result<TcpStream, Failure> {
    let target = (address.host.as_str(), address.port);
    let found: Vec<_> = match tokio::net::lookup_host(target).await {
        Ok(found) => found.collect(),
        Err(error) => {
            return Err(Failure::Resolve {
                host: address.host.clone(),
                why: error.to_string(),
            });
        }
    };
    match TcpStream::connect(found.as_slice()).await {
        Ok(stream) => {
            // Requests are small and wait for their reply; the delay only costs time.
            let _ = stream.set_nodelay(true);
            Ok(stream)
        }
        Err(error) if error.kind() == ErrorKind::ConnectionRefused => {
            Err(Failure::Refused(address.shown()))
        }
        Err(error) => Err(Failure::Connect {
            to: address.shown(),
            why: error.to_string(),
        }),
    }
}
