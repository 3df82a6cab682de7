//! TLS on accepted connections.

use std::fmt;
use std::io;
use std::sync::{Arc, PoisonError, RwLock};

use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{self, ServerConfig};
use tokio_rustls::server::TlsStream;

/// A certificate with its key, and TLS 1.2 and 1.3 to use them in. Clones share one certificate.
#[derive(Clone)]
pub struct Tls {
    current: Arc<RwLock<Arc<ServerConfig>>>,
}

/// A certificate cannot be used. Shows nothing of the key.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TlsError {
    /// There is none.
    #[error("there is no certificate in PEM form")]
    NoCertificate,
    /// There is no key.
    #[error("there is no private key in PEM form, without a password")]
    NoKey,
    /// Certificate and key are no pair, or of a kind that is not supported.
    #[error("certificate and key cannot be used: {0}")]
    Unusable(rustls::Error),
}

impl Tls {
    /// The certificate of this server, followed by those between it and the root, and its key; both in PEM form.
    ///
    /// # Errors
    /// [`TlsError`].
    pub fn from_pem(certificates: &[u8], key: &[u8]) -> Result<Self, TlsError> {
        let config = read(certificates, key)?;
        Ok(Self {
            current: Arc::new(RwLock::new(Arc::new(config))),
        })
    }

    /// Takes another certificate, such as a renewed one, for connections from now on.
    ///
    /// # Errors
    /// [`TlsError`]; the certificate so far stays in use.
    pub fn replace(&self, certificates: &[u8], key: &[u8]) -> Result<(), TlsError> {
        let config = Arc::new(read(certificates, key)?);
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = config;
        Ok(())
    }

    pub(super) async fn accept(&self, stream: TcpStream) -> io::Result<TlsStream<TcpStream>> {
        TlsAcceptor::from(self.current()).accept(stream).await
    }

    fn current(&self) -> Arc<ServerConfig> {
        let current = self.current.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&current)
    }
}

/// Shows neither certificate nor key.
impl fmt::Debug for Tls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tls").finish_non_exhaustive()
    }
}

fn read(certificates: &[u8], key: &[u8]) -> Result<ServerConfig, TlsError> {
    // What is wrong with a PEM text is not told: the error would quote a line of it.
    let certificates: Vec<_> = CertificateDer::pem_slice_iter(certificates)
        .collect::<Result<_, _>>()
        .map_err(|_| TlsError::NoCertificate)?;
    if certificates.is_empty() {
        return Err(TlsError::NoCertificate);
    }
    let key = PrivateKeyDer::from_pem_slice(key).map_err(|_| TlsError::NoKey)?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(TlsError::Unusable)?
        .with_no_client_auth()
        .with_single_cert(certificates, key)
        .map_err(TlsError::Unusable)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}
