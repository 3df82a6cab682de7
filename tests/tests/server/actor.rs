//! A merchant whose behaviour the request chooses.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use koogallery::runtime::{Call, Refusal, Request};
use koogallery::saas_v2::server::{Answer, Merchant};
use koogallery::saas_v2::*;
use tokio::time::sleep;

/// What the merchant was asked to do, in order.
pub(crate) type Log = Arc<Mutex<Vec<&'static str>>>;

/// Access data that nobody but the buyer may see.
pub(crate) const USER_NAME: &str = "user-8f1c";
pub(crate) const PASSWORD: &str = "password-2b7e";
pub(crate) const MEMO: &str = "memo-51d0";

/// How long a late merchant takes.
pub(crate) const LATE: Duration = Duration::from_secs(2);

/// Succeeds, unless the id of the order or instance says otherwise.
#[derive(Default)]
pub(crate) struct Actor {
    pub(crate) log: Log,
}

impl Actor {
    fn note<R: Request>(&self, _call: &Call<R>) {
        self.log.lock().unwrap().push(R::INTERFACE);
    }
}

impl Merchant for Actor {
    async fn new_instance(&self, call: Call<NewInstanceRequest>) -> Answer<NewInstanceReply> {
        self.note(&call);
        let mut reply = NewInstanceReply::new(call.request.business_id);
        match call.request.order_id.as_str() {
            "panics" => panic!("{PASSWORD}"),
            "late" => {
                sleep(LATE).await;
                self.log.lock().unwrap().push("late, but done");
            }
            "sold out" => return Err(ResultCode::SoldOut.into()),
            "refuses at length" => {
                return Err(Refusal::new(ResultCode::SoldOut, "中".repeat(300)));
            }
            "pending" => reply.result_code = ResultCode::Processing,
            "says something" => reply.result_msg = Some("your garden is being dug".to_owned()),
            "over-long" => reply.instance_id = "i".repeat(65),
            "over-long message" => reply.result_msg = Some("m".repeat(256)),
            "unknown code" => reply.result_code = ResultCode::Other("999999".to_owned()),
            "refuses with an unknown code" => {
                let code = ResultCode::Other("999999".to_owned());
                return Err(Refusal::new(code, "?"));
            }
            _ => {}
        }
        Ok(reply)
    }

    async fn query_instance(&self, call: Call<QueryInstanceRequest>) -> Answer<QueryInstanceReply> {
        self.note(&call);
        let id = call.request.instance_id;
        let mut app_info = AppInfo::new("https://app.example.com");
        app_info.user_name = Some(USER_NAME.to_owned());
        app_info.password = Some(PASSWORD.to_owned());
        app_info.memo = Some(MEMO.to_owned());
        match id.as_str() {
            "over-long" => {
                app_info.user_name = Some(USER_NAME.repeat(20));
                app_info.password = Some(PASSWORD.repeat(20));
                app_info.memo = Some(MEMO.repeat(200));
            }
            "no address" => PASSWORD.clone_into(&mut app_info.front_end_url),
            _ => {}
        }
        let mut info = InstanceInfo::new(id);
        info.app_info = Some(app_info);
        let mut reply = QueryInstanceReply::new();
        reply.info = Some(vec![info]);
        Ok(reply)
    }

    async fn refresh_instance(
        &self,
        call: Call<RefreshInstanceRequest>,
    ) -> Answer<RefreshInstanceReply> {
        self.note(&call);
        Ok(RefreshInstanceReply::new())
    }

    async fn update_instance_status(
        &self,
        call: Call<UpdateInstanceStatusRequest>,
    ) -> Answer<UpdateInstanceStatusReply> {
        self.note(&call);
        Ok(UpdateInstanceStatusReply::new())
    }

    async fn release_instance(
        &self,
        call: Call<ReleaseInstanceRequest>,
    ) -> Answer<ReleaseInstanceReply> {
        self.note(&call);
        Ok(ReleaseInstanceReply::new())
    }

    async fn upgrade_instance(
        &self,
        call: Call<UpgradeInstanceRequest>,
    ) -> Answer<UpgradeInstanceReply> {
        self.note(&call);
        Ok(UpgradeInstanceReply::new())
    }

    async fn change_instance_check(
        &self,
        call: Call<ChangeInstanceCheckRequest>,
    ) -> Answer<ChangeInstanceCheckReply> {
        self.note(&call);
        Ok(ChangeInstanceCheckReply::new())
    }
}

/// A merchant that offers only what every product needs.
pub(crate) struct Modest(pub(crate) Actor);

impl Merchant for Modest {
    async fn new_instance(&self, call: Call<NewInstanceRequest>) -> Answer<NewInstanceReply> {
        self.0.new_instance(call).await
    }

    async fn query_instance(&self, call: Call<QueryInstanceRequest>) -> Answer<QueryInstanceReply> {
        self.0.query_instance(call).await
    }

    async fn refresh_instance(
        &self,
        call: Call<RefreshInstanceRequest>,
    ) -> Answer<RefreshInstanceReply> {
        self.0.refresh_instance(call).await
    }

    async fn update_instance_status(
        &self,
        call: Call<UpdateInstanceStatusRequest>,
    ) -> Answer<UpdateInstanceStatusReply> {
        self.0.update_instance_status(call).await
    }

    async fn release_instance(
        &self,
        call: Call<ReleaseInstanceRequest>,
    ) -> Answer<ReleaseInstanceReply> {
        self.0.release_instance(call).await
    }
}
