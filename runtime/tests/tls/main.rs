//! The accept loop with TLS, seen by a caller that checks the certificate.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests are no test functions to clippy"
)]

#[path = "../support/mod.rs"]
mod support;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use koo_runtime::mock::Caller;
use koo_runtime::server::{Server, Tls, TlsError};
use support::{Bench, NOW, UrlSignature, create, settings};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::version::{TLS12, TLS13};
use tokio_rustls::rustls::{ClientConfig, RootCertStore, SupportedProtocolVersion};

const CERTIFICATE: &[u8] = include_bytes!("certificate.pem");
const KEY: &[u8] = include_bytes!("key.pem");
const RENEWED: &[u8] = include_bytes!("renewed.pem");
const RENEWED_KEY: &[u8] = include_bytes!("renewed-key.pem");

struct Running {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    server: JoinHandle<()>,
}

impl Running {
    async fn start(tls: Tls) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let server = Server::new(listener, Bench::new(settings()).router)
            .tls(tls)
            .header_timeout(Duration::from_millis(300));
        let server = tokio::spawn(server.run(async {
            let _ = stopped.await;
        }));
        Self {
            address,
            stop,
            server,
        }
    }

    async fn stop(self) {
        self.stop.send(()).unwrap();
        let ended = timeout(Duration::from_secs(10), self.server);
        ended.await.unwrap().unwrap();
    }

    /// The answer to one call, made by somebody who trusts `certificate` only.
    async fn call(
        &self,
        certificate: &[u8],
        version: &'static SupportedProtocolVersion,
    ) -> std::io::Result<String> {
        let mut roots = RootCertStore::empty();
        roots
            .add(CertificateDer::from_pem_slice(certificate).unwrap())
            .unwrap();
        let provider = Arc::new(aws_lc_rs::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_protocol_versions(&[version])
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        let stream = TcpStream::connect(self.address).await?;
        let name = ServerName::try_from("localhost").unwrap();
        let mut stream = TlsConnector::from(Arc::new(config))
            .connect(name, stream)
            .await?;
        let caller = Caller::new(UrlSignature::default()).clock(|| NOW);
        let call = caller.call(&create("o-1")).unwrap();
        let head = format!(
            "POST {} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
            call.path_and_query,
            call.body.len()
        );
        stream.write_all(head.as_bytes()).await?;
        stream.write_all(&call.body).await?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await?;
        Ok(answer)
    }
}

#[tokio::test]
async fn calls_are_answered_over_tls_with_the_letter_case_of_headers() {
    let running = Running::start(Tls::from_pem(CERTIFICATE, KEY).unwrap()).await;
    for version in [&TLS12, &TLS13] {
        let answer = running.call(CERTIFICATE, version).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
        assert!(answer.contains("\r\nBody-Sign: sign_type="), "{answer}");
        assert!(answer.contains("\"resultCode\":\"000000\""), "{answer}");
    }
    running.stop().await;
}

#[tokio::test]
async fn a_renewed_certificate_is_used_from_then_on() {
    let tls = Tls::from_pem(CERTIFICATE, KEY).unwrap();
    let running = Running::start(tls.clone()).await;
    assert!(running.call(RENEWED, &TLS13).await.is_err());
    tls.replace(RENEWED, RENEWED_KEY).unwrap();
    assert!(running.call(RENEWED, &TLS13).await.is_ok());
    assert!(running.call(CERTIFICATE, &TLS13).await.is_err());
    // What cannot be used changes nothing.
    assert!(tls.replace(CERTIFICATE, RENEWED_KEY).is_err());
    assert!(running.call(RENEWED, &TLS13).await.is_ok());
    running.stop().await;
}

#[tokio::test]
async fn callers_without_tls_are_let_go_and_harm_nobody() {
    let running = Running::start(Tls::from_pem(CERTIFICATE, KEY).unwrap()).await;
    for start in [&b"POST / HTTP/1.1\r\nHost: localhost\r\n\r\n"[..], b"\x16"] {
        let mut stream = TcpStream::connect(running.address).await.unwrap();
        stream.write_all(start).await.unwrap();
        let mut rest = Vec::new();
        // An alert, or a reset. What counts is that the connection ends.
        let _ = timeout(Duration::from_secs(10), stream.read_to_end(&mut rest))
            .await
            .unwrap();
        assert!(!rest.starts_with(b"HTTP"));
    }
    assert!(running.call(CERTIFICATE, &TLS13).await.is_ok());
    running.stop().await;
}

#[test]
fn what_is_no_pair_is_told_without_the_key() {
    let told = |certificates, key| Tls::from_pem(certificates, key).unwrap_err();
    assert!(matches!(told(b"", KEY), TlsError::NoCertificate));
    assert!(matches!(told(KEY, KEY), TlsError::NoCertificate));
    assert!(matches!(told(CERTIFICATE, b"secret"), TlsError::NoKey));
    let broken = b"-----BEGIN PRIVATE KEY-----\nsecret\n-----END PRIVATE KEY-----\n";
    for error in [
        told(CERTIFICATE, broken),
        told(CERTIFICATE, b"-----BEGIN secret"),
        told(CERTIFICATE, RENEWED_KEY),
    ] {
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains("secret"), "{shown}");
    }
}
