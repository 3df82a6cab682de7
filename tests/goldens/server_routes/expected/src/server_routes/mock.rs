// Written by `koo generate`; do not edit.

//! Plays the calling side of Server with addresses of its own (服务).

use koo_runtime::mock::Caller;
use koo_runtime::scheme::Unsigned;
use koo_runtime::secret::Secret;

use super::{NewHmac, OldHmac};

/// The side that calls `placeOrder`, for a merchant's tests: signs requests as the platform
/// does.
///
/// `call` signs a request; `resend`, `stale` and `future` make the calls that go wrong in real
/// life, and so do `replayed` and `tampered` of the signed call. `send` delivers in process,
/// `post` over HTTP.
pub type NewHmacPlatform = Caller<NewHmac>;

/// The calling side with the secrets both sides share.
pub fn new_hmac(new_key: impl Into<Secret>) -> NewHmacPlatform {
    Caller::new(NewHmac::new(new_key))
}

/// The side that calls `placeOrderV1`, for a merchant's tests: signs requests as the platform
/// does.
///
/// `call` signs a request; `resend`, `stale` and `future` make the calls that go wrong in real
/// life, and so do `replayed` and `tampered` of the signed call. `send` delivers in process,
/// `post` over HTTP.
pub type OldHmacPlatform = Caller<OldHmac>;

/// The calling side with the secrets both sides share.
pub fn old_hmac(old_key: impl Into<Secret>) -> OldHmacPlatform {
    Caller::new(OldHmac::new(old_key))
}

/// The side that calls `askHealth`, for a merchant's tests: signs requests as the platform
/// does.
///
/// `call` signs a request; `resend`, `stale` and `future` make the calls that go wrong in real
/// life, and so do `replayed` and `tampered` of the signed call. `send` delivers in process,
/// `post` over HTTP.
pub type UnsignedPlatform = Caller<Unsigned>;

/// The calling side with the secrets both sides share.
pub fn unsigned() -> UnsignedPlatform {
    Caller::new(Unsigned)
}
