//! The merchant's own code: subscriptions in memory, and what the calls of the platform do to them.
//!
//! Three things to take from here:
//!
//! - The platform repeats a call until it is answered. [`Request::idempotency_key`] says which calls are the
//!   same one; act on it once, and answer success every time.
//! - A request with [`TestFlag::Debug`] is answered like any other but touches nothing.
//! - What cannot be done is answered with a result code, through `?`.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use koogallery::runtime::server::Router;
use koogallery::runtime::{Call, Refusal, Request};
use koogallery::saas_v2::server::{Answer, Merchant, Settings, router};
use koogallery::saas_v2::{
    AppInfo, ChangeInstanceCheckReply, ChangeInstanceCheckRequest, InstanceInfo, InstanceStatus,
    NewInstanceReply, NewInstanceRequest, QueryInstanceReply, QueryInstanceRequest,
    RefreshInstanceReply, RefreshInstanceRequest, ReleaseInstanceReply, ReleaseInstanceRequest,
    ResultCode, TestFlag, UpdateInstanceStatusReply, UpdateInstanceStatusRequest,
    UpgradeInstanceReply, UpgradeInstanceRequest,
};

/// The whole service: the shop, at the path `/saas`.
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
    /// Key of a purchase → id of the instance it made.
    purchases: HashMap<String, String>,
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
    /// Calls that were carried out: interface and key.
    done: HashSet<(&'static str, String)>,
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

impl Instance {
    /// Whether this event is new. Two interfaces may have the same key for different events.
    fn is_new<R: Request>(&mut self, request: &R) -> bool {
        match request.idempotency_key() {
            Some(key) => self.done.insert((R::INTERFACE, key)),
            None => true,
        }
    }
}

fn is_debug(flag: Option<&TestFlag>) -> bool {
    flag == Some(&TestFlag::Debug)
}

impl Merchant for Shop {
    async fn new_instance(&self, call: Call<NewInstanceRequest>) -> Answer<NewInstanceReply> {
        let request = call.request;
        if is_debug(request.test_flag.as_ref()) {
            return Ok(NewInstanceReply::new(request.business_id));
        }
        // A real merchant now reads the order from the open API: who bought what, how much, for how long. If
        // provisioning takes long, it starts it here and answers at once.
        let Some(purchase) = request.idempotency_key() else {
            return Err(ResultCode::InvalidParameter.into());
        };
        let mut books = self.books();
        if let Some(id) = books.purchases.get(&purchase) {
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
            if !is_debug(request.test_flag.as_ref()) {
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
        if !is_debug(request.test_flag.as_ref()) {
            let mut books = self.books();
            let instance = books.instance(&request.instance_id)?;
            // The time is absolute, so setting it twice would do no harm. But a renewal that comes once more
            // after the next one must not take the period back.
            if instance.is_new(&request) {
                instance.expires = Some(request.expire_time);
            }
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
        if !is_debug(request.test_flag.as_ref()) {
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
        if !is_debug(request.test_flag.as_ref()) {
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
        if !is_debug(request.test_flag.as_ref()) {
            let mut books = self.books();
            let instance = books.instance(&request.instance_id)?;
            if instance.is_new(&request) {
                // A real merchant reads from the order what the instance is to become.
                instance.upgrades += 1;
            }
        }
        Ok(UpgradeInstanceReply::new())
    }

    async fn change_instance_check(
        &self,
        call: Call<ChangeInstanceCheckRequest>,
    ) -> Answer<ChangeInstanceCheckReply> {
        let request = call.request;
        // The call only asks. A real merchant compares what is in use with what the new product allows.
        if !is_debug(request.test_flag.as_ref())
            && self.books().instance(&request.instance_id)?.state == State::Frozen
        {
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
