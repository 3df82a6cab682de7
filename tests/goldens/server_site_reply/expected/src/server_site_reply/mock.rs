// Written by `koo generate`; do not edit.

//! Plays the calling side of Server whose replies are signed on one site (服务).

use koo_runtime::mock::Caller;
use koo_runtime::secret::Secret;

use super::QueryHmac;

/// The calling side, for a merchant's tests: signs requests as the platform does.
///
/// `call` signs a request; `resend`, `stale` and `future` make the calls that go wrong in real
/// life, and so do `replayed` and `tampered` of the signed call. `send` delivers in process,
/// `post` over HTTP.
pub type Platform = Caller<QueryHmac>;

/// The calling side with the secrets both sides share.
pub fn platform(access_key: impl Into<Secret>) -> Platform {
    Caller::new(QueryHmac::new(access_key))
}
