//! The merchant's own code: subscriptions in memory, and what the calls of the platform do to them.
//!
//! Three things to take from here:
//!
//! - The platform repeats a call until it is answered. The ledger of the settings keeps the reply, so the methods here run
//!   once for each event. A process that dies in the middle is the exception: the next call runs the method again, so
//!   what was begun under the same ids must be found.
//! - A call of the debug console says [`Call::is_debug`]. It is answered like any other but touches nothing.
//! - What cannot be done is answered with a result code, through `?`.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use koogallery::runtime::server::Router;
use koogallery::runtime::{Call, Refusal};
use koogallery::saas_v2::server::{Answer, Merchant, Settings, router};
use koogallery::saas_v2::{
    AppInfo, ChangeInstanceCheckReply, ChangeInstanceCheckRequest, InstanceInfo, InstanceStatus,
    NewInstanceReply, NewInstanceRequest, QueryInstanceReply, QueryInstanceRequest,
    RefreshInstanceReply, RefreshInstanceRequest, ReleaseInstanceReply, ReleaseInstanceRequest,
    ResultCode, UpdateInstanceStatusReply, UpdateInstanceStatusRequest, UpgradeInstanceReply,
    UpgradeInstanceRequest,
};

/// The whole service: the shop, at the path `/saas`. The settings should have a ledger.
pub(crate) fn app(settings: Settings) -> Router {
    Router::new().nest_service("/saas", router(Shop::default(), settings))
}

/// A merchant that forgets everything when it stops. A real one has a database here.
#[derive(Default)]
pub(crate) struct Shop {
    books: Mutex<Books>,
}

#[derive(Default)]
struct Books {
    /// Order and line → id of the instance they made.
    purchases: HashMap<(String, String), String>,
    /// Id → instance.
    instances: HashMap<String, Instance>,
}

/// One subscription of one buyer.
#[derive(Default)]
struct Instance {
    state: State,
    /// End of the period that is paid, as the platform writes it.
    expires: Option<String>,
    /// How often the buyer paid for more.
    upgrades: u32,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum State {
    #[default]
    Running,
    Frozen,
    Released,
}

impl Shop {
    fn books(&self) -> MutexGuard<'_, Books> {
        self.books.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Books {
    /// The instance, if it was bought and not released.
    fn instance(&mut self, id: &str) -> Answer<&mut Instance> {
        let found = self.instances.get_mut(id);
        let in_use = found.filter(|instance| instance.state != State::Released);
        in_use.ok_or_else(|| ResultCode::InstanceNotFound.into())
    }
}

impl Merchant for Shop {
    async fn new_instance(&self, call: Call<NewInstanceRequest>) -> Answer<NewInstanceReply> {
        let request = call.request;
        if call.is_debug {
            return Ok(NewInstanceReply::new(request.business_id));
        }
        // A real merchant now reads the order from the open API: who bought what, how much, for how long. If
        // provisioning takes long, it starts it here and answers at once.
        let mut books = self.books();
        let purchase = (request.order_id, request.order_line_id);
        if let Some(id) = books.purchases.get(&purchase) {
            // Made by a run that did not get as far as its answer.
            return Ok(NewInstanceReply::new(id));
        }
        // The business id is new on every call. That of the first one is a good id for the instance.
        let id = request.business_id;
        books.purchases.insert(purchase, id.clone());
        books.instances.insert(id.clone(), Instance::default());
        Ok(NewInstanceReply::new(id))
    }

    async fn query_instance(&self, call: Call<QueryInstanceRequest>) -> Answer<QueryInstanceReply> {
        let request = call.request;
        let mut books = self.books();
        let mut info = Vec::new();
        for id in request.instance_id.split(',') {
            if !call.is_debug {
                books.instance(id)?;
            }
            info.push(access(id));
        }
        Ok(QueryInstanceReply {
            info: Some(info),
            ..QueryInstanceReply::new()
        })
    }

    async fn refresh_instance(
        &self,
        call: Call<RefreshInstanceRequest>,
    ) -> Answer<RefreshInstanceReply> {
        let request = call.request;
        if !call.is_debug {
            let mut books = self.books();
            let instance = books.instance(&request.instance_id)?;
            // The time is absolute, so setting it twice does no harm. That a renewal which comes once more after the
            // next one does not take the period back is the ledger's doing.
            instance.expires = Some(request.expire_time);
        }
        Ok(RefreshInstanceReply::new())
    }

    async fn update_instance_status(
        &self,
        call: Call<UpdateInstanceStatusRequest>,
    ) -> Answer<UpdateInstanceStatusReply> {
        let request = call.request;
        let state = match &request.status {
            InstanceStatus::Freeze => State::Frozen,
            InstanceStatus::Unfreeze => State::Running,
            InstanceStatus::Other(_) => return Err(ResultCode::InvalidParameter.into()),
        };
        if !call.is_debug {
            // No key here: an instance is frozen, unfrozen and frozen again.
            self.books().instance(&request.instance_id)?.state = state;
        }
        Ok(UpdateInstanceStatusReply::new())
    }

    async fn release_instance(
        &self,
        call: Call<ReleaseInstanceRequest>,
    ) -> Answer<ReleaseInstanceReply> {
        let request = call.request;
        if !call.is_debug {
            let mut books = self.books();
            // Not `instance`: to release once more is a success.
            let found = books.instances.get_mut(&request.instance_id);
            found.ok_or(ResultCode::InstanceNotFound)?.state = State::Released;
        }
        Ok(ReleaseInstanceReply::new())
    }

    async fn upgrade_instance(
        &self,
        call: Call<UpgradeInstanceRequest>,
    ) -> Answer<UpgradeInstanceReply> {
        let request = call.request;
        if !call.is_debug {
            let mut books = self.books();
            let instance = books.instance(&request.instance_id)?;
            // A real merchant reads from the order what the instance is to become, and sets that.
            instance.upgrades += 1;
        }
        Ok(UpgradeInstanceReply::new())
    }

    async fn change_instance_check(
        &self,
        call: Call<ChangeInstanceCheckRequest>,
    ) -> Answer<ChangeInstanceCheckReply> {
        let request = call.request;
        // The call only asks. A real merchant compares what is in use with what the new product allows.
        if !call.is_debug && self.books().instance(&request.instance_id)?.state == State::Frozen {
            let reason = "a frozen instance cannot change";
            return Err(Refusal::new(ResultCode::InvalidParameter, reason));
        }
        Ok(ChangeInstanceCheckReply::new())
    }
}

/// How the buyer gets to the instance.
fn access(id: &str) -> InstanceInfo {
    let app_info = AppInfo {
        user_name: Some("admin".to_owned()),
        password: Some("change-me-at-once".to_owned()),
        ..AppInfo::new(format!("https://app.example.com/{id}"))
    };
    InstanceInfo {
        app_info: Some(app_info),
        ..InstanceInfo::new(id)
    }
}
