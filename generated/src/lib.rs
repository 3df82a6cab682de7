// Written by `koo generate`; do not edit.

//! KooGallery (云商店).
//!
//! KooGallery is the marketplace of Huawei Cloud. Merchants (independent software vendors) sell
//! SaaS and licensed products on it and connect their own servers to it. This catalogue is the
//! contract between the two sides, which the vendor publishes as one guide per kind of product
//! and delivery. Each family is one guide.
//!
//! | feature | what it adds |
//! | --- | --- |
//! | one per family | models, validators, result codes, signing and verifying |
//! | `server` | the merchant's side: a trait to implement and an axum router |
//! | `mock` | the platform, for tests: its calling side, and the side that merchants call |
//! | `client` | calls over the network |
//!
//! The feature `rsa` adds the ciphers that need RSA, and a library for it.
//!
//! Without features there is nothing; with a family alone there is no HTTP.

pub use koo_runtime as runtime;

pub mod common;

#[cfg(feature = "auto-deploy")]
pub mod auto_deploy;

#[cfg(feature = "joint-kit")]
pub mod joint_kit;

#[cfg(feature = "license-client")]
pub mod license_client;

#[cfg(feature = "license-v1")]
pub mod license_v1;

#[cfg(feature = "license-v2")]
pub mod license_v2;

#[cfg(feature = "open-api")]
pub mod open_api;

#[cfg(feature = "saas-v1")]
pub mod saas_v1;

#[cfg(feature = "saas-v2")]
pub mod saas_v2;

/// The sites on which the contract differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Site {
    /// Europe (欧洲站).
    Eu,
    /// International (国际站).
    Intl,
    /// Chinese mainland (中国站).
    Mainland,
}

impl Site {
    /// Every site.
    pub const ALL: &'static [Self] = &[Self::Eu, Self::Intl, Self::Mainland];

    /// The id of the site.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Eu => "eu",
            Self::Intl => "intl",
            Self::Mainland => "mainland",
        }
    }

    /// The site of an id, for settings and command lines.
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|site| site.as_str() == id)
    }
}

impl std::fmt::Display for Site {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
