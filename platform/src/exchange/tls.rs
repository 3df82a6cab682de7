//! Whose certificates are accepted.

use std::sync::Arc;

use rustls_platform_verifier::Verifier;
use tokio_rustls::rustls::client::danger::{
    HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier,
};
use tokio_rustls::rustls::crypto::{CryptoProvider, aws_lc_rs};
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use tokio_rustls::rustls::{ClientConfig, DigitallySignedStruct, Error, SignatureScheme, version};

/// Whose certificates are accepted.
#[derive(Debug, Clone, Default)]
pub enum Trust {
    /// Those of the authorities the system trusts.
    #[default]
    System,
    /// Those of the system's authorities and of these certificates, in DER.
    Also(Vec<Vec<u8>>),
    /// All, for a merchant's own tests: who answers is not known then.
    Anyone,
}

impl Trust {
    /// The system's authorities and those of a PEM text.
    ///
    /// # Errors
    ///
    /// What is wrong with the text.
    pub fn also_pem(pem: &str) -> Result<Self, String> {
        let roots: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem.as_bytes())
            .map(|root| root.map(|root| root.to_vec()))
            .collect();
        let roots = roots.map_err(|error| error.to_string())?;
        if roots.is_empty() {
            return Err("no certificate is in it".to_owned());
        }
        Ok(Self::Also(roots))
    }
}

/// The settings of connections over TLS 1.2 and 1.3.
pub(super) fn config(trust: &Trust) -> Result<Arc<ClientConfig>, Error> {
    let provider = Arc::new(aws_lc_rs::default_provider());
    let builder = ClientConfig::builder_with_provider(provider.clone())
        .with_protocol_versions(&[&version::TLS12, &version::TLS13])?
        .dangerous();
    let builder = match trust {
        Trust::System => {
            builder.with_custom_certificate_verifier(Arc::new(Verifier::new(provider)?))
        }
        Trust::Also(roots) => {
            let roots = roots.iter().cloned().map(CertificateDer::from);
            let verifier = Verifier::new_with_extra_roots(roots, provider)?;
            builder.with_custom_certificate_verifier(Arc::new(verifier))
        }
        Trust::Anyone => builder.with_custom_certificate_verifier(Arc::new(Anyone(provider))),
    };
    let mut config = builder.with_no_client_auth();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

/// Accepts every certificate, but only with a signature that fits it.
#[derive(Debug)]
struct Anyone(Arc<CryptoProvider>);

impl ServerCertVerifier for Anyone {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.0.signature_verification_algorithms;
        tokio_rustls::rustls::crypto::verify_tls12_signature(
            message,
            certificate,
            signed,
            algorithms,
        )
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.0.signature_verification_algorithms;
        tokio_rustls::rustls::crypto::verify_tls13_signature(
            message,
            certificate,
            signed,
            algorithms,
        )
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}
