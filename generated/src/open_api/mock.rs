// Written by `koo generate`; do not edit.

//! Plays the calling side of KooGallery open interfaces (云商店开放接口).

use koo_runtime::mock::Caller;
use koo_runtime::secret::Secret;

use super::UrlSignature;

/// The calling side, for a merchant's tests: signs requests as the platform does.
///
/// `call` signs a request; `resend`, `stale` and `future` make the calls that go wrong in real
/// life, and so do `replayed` and `tampered` of the signed call. `send` delivers in process,
/// `post` over HTTP.
pub type Platform = Caller<UrlSignature>;

/// The calling side with the secrets both sides share.
pub fn platform(access_key: impl Into<Secret>) -> Platform {
    Caller::new(UrlSignature::new(access_key))
}
