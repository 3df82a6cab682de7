//! A merchant that makes instances, and refuses everything else.

use koogallery::runtime::Call;
use koogallery::saas_v2::server::{Answer, Merchant};
use koogallery::saas_v2::{
    NewInstanceReply, NewInstanceRequest, QueryInstanceReply, QueryInstanceRequest,
    RefreshInstanceReply, RefreshInstanceRequest, ReleaseInstanceReply, ReleaseInstanceRequest,
    ResultCode, UpdateInstanceStatusReply, UpdateInstanceStatusRequest, UpgradeInstanceReply,
    UpgradeInstanceRequest,
};

/// Makes instances by this function.
pub(crate) struct Making<F>(pub(crate) F);

impl<F, A> Merchant for Making<F>
where
    F: Fn(Call<NewInstanceRequest>) -> A + Send + Sync + 'static,
    A: Future<Output = Answer<NewInstanceReply>> + Send,
{
    async fn new_instance(&self, call: Call<NewInstanceRequest>) -> Answer<NewInstanceReply> {
        (self.0)(call).await
    }

    async fn query_instance(&self, _: Call<QueryInstanceRequest>) -> Answer<QueryInstanceReply> {
        Err(ResultCode::InstanceNotFound.into())
    }

    async fn refresh_instance(
        &self,
        _: Call<RefreshInstanceRequest>,
    ) -> Answer<RefreshInstanceReply> {
        Err(ResultCode::InstanceNotFound.into())
    }

    async fn update_instance_status(
        &self,
        _: Call<UpdateInstanceStatusRequest>,
    ) -> Answer<UpdateInstanceStatusReply> {
        Err(ResultCode::InstanceNotFound.into())
    }

    async fn release_instance(
        &self,
        _: Call<ReleaseInstanceRequest>,
    ) -> Answer<ReleaseInstanceReply> {
        Err(ResultCode::InstanceNotFound.into())
    }

    async fn upgrade_instance(
        &self,
        _: Call<UpgradeInstanceRequest>,
    ) -> Answer<UpgradeInstanceReply> {
        Err(ResultCode::InstanceNotFound.into())
    }
}
