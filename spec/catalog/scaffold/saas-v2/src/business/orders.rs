//! What was bought. Calls bring ids only; buyer, product, quantity and period are in the order.

use std::time::Duration;

use koogallery::Site;
use koogallery::open_api::client::{CallError, Client};
use koogallery::open_api::{ChargingMode, OrderLine, QueryOrderReply, QueryOrderRequest};
use koogallery::runtime::client::{ClientError, Settings as Calling};
use koogallery::runtime::{Refusal, Secret};
use koogallery::saas_v2::ResultCode;

use super::Settings;

/// KooGallery waits for five seconds in all.
const PATIENCE: Duration = Duration::from_secs(3);

/// Asks KooGallery for orders, if there are keys for that.
pub(super) struct Orders {
    client: Option<Client>,
}

/// What one line of an order is about.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Bought {
    /// Id of the price level.
    pub(super) product: Option<String>,
    /// Id of the specification.
    pub(super) sku: Option<String>,
    /// How many units, for products priced by unit.
    pub(super) quantity: Option<i64>,
    /// End of the period that is paid, as KooGallery writes it.
    pub(super) expires: Option<String>,
    /// Whether usage is paid for.
    pub(super) on_demand: bool,
}

impl Orders {
    /// Asks with the keys of the settings, if there are some.
    pub(super) fn new(settings: &Settings, site: Site) -> Result<Self, ClientError> {
        let Some(keys) = &settings.orders else {
            tracing::warn!(
                missing = "orders.access_key_id",
                "what was bought stays unknown"
            );
            return Ok(Self { client: None });
        };
        let mut calling = Calling::default().timeout(PATIENCE).deadline(PATIENCE);
        if let Some(url) = &settings.orders_url {
            calling = calling.base_url(url);
        }
        // The third key signs reports of usage, which are not sent here.
        let unused = Secret::from("");
        let client = Client::new(site, keys.id.clone(), keys.secret.clone(), unused, calling)?;
        Ok(Self {
            client: Some(client),
        })
    }

    /// What the line of the order is about. Without keys, nothing is known of it.
    ///
    /// # Errors
    /// A refusal that makes KooGallery call again: before it is known what to make, nothing is made.
    pub(super) async fn bought(
        &self,
        order: &str,
        line: &str,
    ) -> Result<Bought, Refusal<ResultCode>> {
        let Some(client) = &self.client else {
            return Ok(Bought::default());
        };
        let mut request = QueryOrderRequest::new(order);
        request.order_line_id = Some(line.to_owned());
        match client.query_order(&request).await {
            Ok(reply) => found(reply, line).ok_or_else(|| {
                tracing::warn!(order, line, "the order has no such line");
                Refusal::new(ResultCode::InvalidParameter, "the order has no such line")
            }),
            Err(error) => Err(unknown(order, &error)),
        }
    }
}

fn found(reply: QueryOrderReply, line: &str) -> Option<Bought> {
    let lines = reply.order_info?.order_line;
    lines
        .into_iter()
        .find(|found| found.order_line_id == line)
        .map(Bought::from)
}

fn unknown(order: &str, error: &CallError<QueryOrderReply>) -> Refusal<ResultCode> {
    tracing::error!(order, error = error.to_string(), "the order cannot be read");
    Refusal::new(ResultCode::InternalError, "the order cannot be read now")
}

impl From<OrderLine> for Bought {
    fn from(line: OrderLine) -> Self {
        let product = line
            .product_info
            .and_then(|products| products.into_iter().next());
        Self {
            on_demand: line.charging_mode == ChargingMode::OnDemand,
            expires: line.expire_time,
            sku: product
                .as_ref()
                .and_then(|product| product.sku_code.clone()),
            quantity: product.as_ref().and_then(|product| product.linear_value),
            product: product.map(|product| product.product_id),
        }
    }
}
