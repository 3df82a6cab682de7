//! What happens to an instance, and when.

use koogallery::runtime::Call;
use koogallery::saas_v2::server::{Answer, Merchant};
use koogallery::saas_v2::{
    ChangeInstanceCheckReply, ChangeInstanceCheckRequest, InstanceInfo, InstanceStatus,
    NewInstanceReply, NewInstanceRequest, QueryInstanceReply, QueryInstanceRequest,
    RefreshInstanceReply, RefreshInstanceRequest, ReleaseInstanceReply, ReleaseInstanceRequest,
    ResultCode, Scene, UpdateInstanceStatusReply, UpdateInstanceStatusRequest,
    UpgradeInstanceReply, UpgradeInstanceRequest,
};

use super::instances::{Instance, Instances, State};
use super::orders::Orders;
use super::product::Product;
use crate::config::Config;
use crate::service::StartError;
use crate::store::Store;

/// Most instances that one call may ask for.
const QUERIED: usize = 100;

/// The merchant, as KooGallery sees it.
pub struct Shop {
    instances: Instances,
    orders: Orders,
    product: Product,
}

impl Shop {
    /// A shop that keeps its instances in `store`.
    ///
    /// # Errors
    /// [`StartError`] if the instances cannot be opened, or TLS for the calls to KooGallery cannot be set up.
    pub fn open(config: &Config, store: &Store) -> Result<Self, StartError> {
        let url = config.business.product_url.as_deref().unwrap_or_else(|| {
            tracing::warn!(
                missing = "product.url",
                "buyers get the address of an example"
            );
            "https://app.example.com/"
        });
        Ok(Self {
            instances: Instances::open(store)?,
            orders: Orders::new(&config.business, config.site)?,
            product: Product::new(url),
        })
    }

    /// The instance, if it was bought and not released.
    async fn instance(&self, id: &str) -> Answer<Instance> {
        let found = self.instances.find(id).await?;
        found
            .filter(Instance::is_in_use)
            .ok_or_else(|| ResultCode::InstanceNotFound.into())
    }

    /// Changes the record of an instance in use, and the product with it.
    async fn change(
        &self,
        id: &str,
        change: impl FnOnce(&mut Instance) + Send + 'static,
    ) -> Answer<()> {
        let in_use = |instance: &mut Instance| {
            if instance.is_in_use() {
                change(instance);
            }
        };
        let changed = self.instances.change(id, in_use).await?;
        let changed = changed.filter(Instance::is_in_use);
        self.product
            .apply(&changed.ok_or(ResultCode::InstanceNotFound)?)
            .await
    }
}

impl Merchant for Shop {
    async fn new_instance(&self, call: Call<NewInstanceRequest>) -> Answer<NewInstanceReply> {
        let request = call.request;
        // The business id is another one on every call. That of the first is a good id for the instance.
        if call.is_debug {
            return Ok(NewInstanceReply::new(request.business_id));
        }
        let (order, line) = (request.order_id, request.order_line_id);
        let bought = self.orders.bought(&order, &line).await?;
        let instance = Instance::new(request.business_id, &order, &line, bought);
        // If the purchase has an instance, this is that one.
        let instance = self.instances.create(instance).await?;
        self.product.apply(&instance).await?;
        tracing::info!(id = instance.id, order, "an instance was bought");
        Ok(NewInstanceReply::new(instance.id))
    }

    async fn query_instance(&self, call: Call<QueryInstanceRequest>) -> Answer<QueryInstanceReply> {
        let request = call.request;
        let ids: Vec<_> = request.instance_id.split(',').collect();
        if ids.len() > QUERIED || ids.contains(&"") {
            return Err(ResultCode::InvalidParameter.into());
        }
        let mut info = Vec::new();
        for id in ids {
            if !call.is_debug {
                self.instance(id).await?;
            }
            let access = self.product.access(id).ok_or(ResultCode::Processing)?;
            info.push(InstanceInfo {
                app_info: Some(access),
                ..InstanceInfo::new(id)
            });
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
        if call.is_debug {
            return Ok(RefreshInstanceReply::new());
        }
        // A change on renewal says by its order what the instance is to become.
        let bought = match request.scene {
            Scene::RenewalChange => {
                let (order, line) = (&request.order_id, &request.order_line_id);
                Some(self.orders.bought(order, line).await?)
            }
            _ => None,
        };
        self.change(&request.instance_id, move |instance| {
            if let Some(bought) = bought {
                instance.take_over(bought);
            }
            if let Some(product) = request.product_id {
                instance.product = Some(product);
            }
            // The time is absolute, also when it moves back because a renewal was unsubscribed.
            instance.expires = Some(request.expire_time);
        })
        .await?;
        Ok(RefreshInstanceReply::new())
    }

    async fn update_instance_status(
        &self,
        call: Call<UpdateInstanceStatusRequest>,
    ) -> Answer<UpdateInstanceStatusReply> {
        let request = call.request;
        let state = match request.status {
            InstanceStatus::Freeze => State::Frozen,
            InstanceStatus::Unfreeze => State::Running,
            InstanceStatus::Other(_) => return Err(ResultCode::InvalidParameter.into()),
        };
        if !call.is_debug {
            let id = &request.instance_id;
            self.change(id, move |instance| instance.state = state)
                .await?;
        }
        Ok(UpdateInstanceStatusReply::new())
    }

    async fn release_instance(
        &self,
        call: Call<ReleaseInstanceRequest>,
    ) -> Answer<ReleaseInstanceReply> {
        let request = call.request;
        if call.is_debug {
            return Ok(ReleaseInstanceReply::new());
        }
        // To release once more is a success, so this is not `self.change`.
        let id = &request.instance_id;
        let released = self
            .instances
            .change(id, |instance| instance.state = State::Released);
        let released = released.await?.ok_or(ResultCode::InstanceNotFound)?;
        self.product.apply(&released).await?;
        tracing::info!(id, "an instance was released");
        Ok(ReleaseInstanceReply::new())
    }

    async fn upgrade_instance(
        &self,
        call: Call<UpgradeInstanceRequest>,
    ) -> Answer<UpgradeInstanceReply> {
        let request = call.request;
        if call.is_debug {
            return Ok(UpgradeInstanceReply::new());
        }
        let (order, line) = (&request.order_id, &request.order_line_id);
        let bought = self.orders.bought(order, line).await?;
        // The order says what the instance is to be, not by how much to raise it, so twice is as good as once.
        let id = &request.instance_id;
        self.change(id, |instance| instance.take_over(bought))
            .await?;
        Ok(UpgradeInstanceReply::new())
    }

    async fn change_instance_check(
        &self,
        call: Call<ChangeInstanceCheckRequest>,
    ) -> Answer<ChangeInstanceCheckReply> {
        let request = call.request;
        if !call.is_debug {
            // The call only asks.
            let instance = self.instance(&request.instance_id).await?;
            self.product.can_become(&instance, &request.product_info)?;
        }
        Ok(ChangeInstanceCheckReply::new())
    }
}
