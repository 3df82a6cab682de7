// Written by `koo generate`; do not edit.

//! Plays the calling side of Joint operations kit and joint account login
//! (联营Kit接口与联营账号登录).

use koo_runtime::mock::Caller;
use koo_runtime::secret::Secret;

use super::{AuthToken, XSign};

/// The side that calls `allOrgSyncV1`, `applicationSyncV1`, `authSyncV1`, `singleOrgSyncV1` and
/// `tenantSyncV1`, for a merchant's tests: signs requests as the platform does.
///
/// `call` signs a request; `resend`, `stale` and `future` make the calls that go wrong in real
/// life, and so do `replayed` and `tampered` of the signed call. `send` delivers in process,
/// `post` over HTTP.
pub type AuthTokenPlatform = Caller<AuthToken>;

/// The calling side with the secrets both sides share.
pub fn auth_token(access_key: impl Into<Secret>) -> AuthTokenPlatform {
    Caller::new(AuthToken::new(access_key))
}

/// The side that calls `allOrgSync`, `applicationSync`, `authSync`, `singleOrgSync` and
/// `tenantSync`, for a merchant's tests: signs requests as the platform does.
///
/// `call` signs a request; `resend`, `stale` and `future` make the calls that go wrong in real
/// life, and so do `replayed` and `tampered` of the signed call. `send` delivers in process,
/// `post` over HTTP.
pub type XSignPlatform = Caller<XSign>;

/// The calling side with the secrets both sides share.
pub fn x_sign(kit_access_key: impl Into<Secret>) -> XSignPlatform {
    Caller::new(XSign::new(kit_access_key))
}
