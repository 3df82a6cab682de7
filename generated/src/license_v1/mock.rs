// Written by `koo generate`; do not edit.

//! Plays the calling side of Joint-operation License products, access guide (offline)
//! (联营License类商品接入指南(已下线)).

use koo_runtime::mock::Caller;
use koo_runtime::secret::Secret;

use super::AuthToken;

/// The calling side, for a merchant's tests: signs requests as the platform does.
///
/// `call` signs a request; `resend`, `stale` and `future` make the calls that go wrong in real
/// life, and so do `replayed` and `tampered` of the signed call. `send` delivers in process,
/// `post` over HTTP.
pub type Platform = Caller<AuthToken>;

/// The calling side with the secrets both sides share.
pub fn platform(access_key: impl Into<Secret>) -> Platform {
    Caller::new(AuthToken::new(access_key)).in_query()
}
