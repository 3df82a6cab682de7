//! The product that buyers use. **This is the part to write**: everything here only logs what it would do.

use koogallery::runtime::Refusal;
use koogallery::saas_v2::{AppInfo, ProductInfo, ResultCode};

use super::instances::{Instance, State};

/// The product, as the rest of the service sees it.
pub(super) struct Product {
    url: String,
}

impl Product {
    /// The product that buyers open at `url`.
    pub(super) fn new(url: &str) -> Self {
        Self {
            url: url.to_owned(),
        }
    }

    /// Makes the product agree with the record of an instance: creates what a new one needs, and changes or removes
    /// what there is.
    ///
    /// It is called after every change of the record, and again if the change before it was not answered, so it has to
    /// bear being called twice. Calls about one instance may overtake each other: pass over a `version` lower than the
    /// last one seen.
    ///
    /// KooGallery waits for five seconds. What takes longer is started here and goes on in the background; until it is
    /// done, [`access`](Self::access) returns `None`.
    ///
    /// # Errors
    /// A refusal whose code says why, such as [`ResultCode::NoResourceAvailable`]. KooGallery then calls again.
    pub(super) async fn apply(&self, instance: &Instance) -> Result<(), Refusal<ResultCode>> {
        let (id, version) = (&instance.id, instance.version);
        match instance.state {
            State::Running => tracing::info!(id, version, "the product would be provided"),
            State::Frozen => tracing::info!(id, version, "the product would be locked, data kept"),
            State::Released => tracing::info!(id, version, "the product would be removed"),
        }
        Ok(())
    }

    /// How the buyer gets to an instance; `None` while that is being made.
    ///
    /// Here also go the name and the first password of the administrator, if the product has some.
    pub(super) fn access(&self, instance: &str) -> Option<AppInfo> {
        let joint = if self.url.contains('?') { '&' } else { '?' };
        Some(AppInfo::new(format!(
            "{}{joint}instance={instance}",
            self.url
        )))
    }

    /// Whether an instance can become another product when it is renewed.
    ///
    /// # Errors
    /// A refusal that says why not, such as more users than the new product allows.
    pub(super) fn can_become(
        &self,
        instance: &Instance,
        product: &ProductInfo,
    ) -> Result<(), Refusal<ResultCode>> {
        let _ = product;
        if instance.state == State::Frozen {
            let reason = "a frozen instance cannot change";
            return Err(Refusal::new(ResultCode::InvalidParameter, reason));
        }
        Ok(())
    }
}
