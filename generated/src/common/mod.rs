// Written by `koo generate`; do not edit.

//! What guides have in common.
//!
//! The module of each guide brings what the guide uses of it.

#[cfg(any(feature = "license-v1", feature = "saas-v1"))]
pub mod auth_token;

#[cfg(any(feature = "auto-deploy", feature = "open-api"))]
pub mod deployed_objects;

#[cfg(any(feature = "license-client", feature = "saas-v2"))]
pub mod instance;

#[cfg(any(
    feature = "auto-deploy",
    feature = "license-client",
    feature = "license-v2",
    feature = "open-api"
))]
pub mod sdk_hmac;

#[cfg(any(
    feature = "joint-kit",
    feature = "license-client",
    feature = "license-v1",
    feature = "license-v2",
    feature = "open-api",
    feature = "saas-v1",
    feature = "saas-v2"
))]
pub mod signatures;

#[cfg(any(feature = "license-client", feature = "license-v2"))]
pub mod test_flag;
