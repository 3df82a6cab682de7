// Written by `koo generate`; do not edit.

//! Plays the platform that merchants call: Automatic deployment access guide
//! (自动部署接入指南).

use koo_runtime::call::{Call, Refusal};
use koo_runtime::mock::documented;
use koo_runtime::secret::Secret;
use koo_runtime::server::{
    Family, Fields, Incoming, Input, Outcome, Pair, Policy, Route, Router,
};

use super::{GetDeployedObjectReply, GetDeployedObjectRequest, SdkHmac, examples};

/// A result code. The contract lists none.
pub type ResultCode = koo_runtime::call::TextCode;

/// What the platform answers: a reply, or a refusal with a result code.
pub type Answer<R> = Result<R, Refusal<ResultCode>>;

/// The platform's side of Automatic deployment access guide (自动部署接入指南), for a
/// merchant's tests.
///
/// Every method answers what the documentation shows, unless it is implemented. Methods may be
/// written as `async fn`.
pub trait Platform: Send + Sync + 'static {
    /// Query the deployed objects of an asset (查询资产部署物 (data source
    /// `huaweicloud_koogallery_assets`)).
    ///
    /// Finds the software package or the image of an asset. The Terraform provider makes the
    /// call for the data source `huaweicloud_koogallery_assets`. The guide of the open
    /// interfaces describes the same call.
    fn get_deployed_object(
        &self,
        call: Call<GetDeployedObjectRequest>,
    ) -> impl Future<Output = Answer<GetDeployedObjectReply>> + Send {
        let answer = documented(
            &call,
            examples::get_deployed_object::ALL,
            ResultCode::from("not-found"),
        );
        async { answer }
    }
}

/// How the service runs: keys, policy for what is received, time budget, replay guard.
pub type Settings = koo_runtime::server::Settings<Pair<SdkHmac>>;

/// Settings with the documented limits.
///
/// What departs from the contract is refused.
pub fn settings(
    access_key_id: impl Into<Secret>,
    secret_access_key: impl Into<Secret>,
) -> Settings {
    Settings::new(SdkHmac::new(access_key_id, secret_access_key)).policy(Policy::Strict)
}

/// A router that serves the interfaces at their paths below where it is mounted.
///
/// Run it with `koo_runtime::server::serve`, which keeps the letter case of header names.
pub fn router<P: Platform>(platform: P, settings: Settings) -> Router {
    koo_runtime::server::router(Service { platform }, settings)
}

const ROUTE: Route = Route {
    input: Input::query(&[]),
    fields: Some(Fields::NONE),
    ..Route::of::<GetDeployedObjectRequest>("sdk-hmac")
};

struct Service<P> {
    platform: P,
}

impl<P: Platform> Family for Service<P> {
    type Code = ResultCode;
    type Schemes = Pair<SdkHmac>;
    const NAME: &'static str = "auto-deploy";
    const ROUTES: &'static [Route] = &[ROUTE];
    const CODE_FIELD: &'static str = "code";
    const MESSAGE_FIELD: &'static str = "message";
    const UNKNOWN_STATUS: u16 = 404;

    async fn dispatch(&self, call: Incoming<'_>) -> Outcome<ResultCode> {
        let platform = &self.platform;
        match call.selected() {
            "getDeployedObject" => {
                call.answer(|call| platform.get_deployed_object(call)).await
            }
            _ => call.unknown(),
        }
    }
}
