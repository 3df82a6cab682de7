//! The order query.

use koo_platform::records::{Record, Records};
use koo_runtime::ResultCode;
use koo_runtime::client::CallError;
use koogallery::Site;
use koogallery::open_api::client::Client;
use koogallery::open_api::{self, QueryOrderRequest};
use serde_json::json;

use super::{KEY, Platform};

pub(crate) fn client(platform: &Platform) -> Client {
    keyed(platform, KEY.0)
}

pub(crate) fn keyed(platform: &Platform, secret_access_key: &str) -> Client {
    Client::new(
        Site::Mainland,
        "id-of-the-tests",
        secret_access_key,
        KEY.1,
        platform.settings(),
    )
    .unwrap()
}

pub(crate) fn order(id: &str) -> QueryOrderRequest {
    QueryOrderRequest::new(id)
}

#[tokio::test]
async fn all_nine_printed_orders_are_answered() {
    let platform = Platform::new().await;
    let known = platform.mock.records("open-api", "orders").unwrap();
    assert_eq!(known.len(), 9);
    for order_info in known {
        let id = order_info["orderId"].as_str().unwrap();
        let mut request = order(id);
        let reply = client(&platform).query_order(&request).await.unwrap();
        assert_eq!(reply.result_code, open_api::ResultCode::MktSuccess);
        let answered = serde_json::to_value(reply.order_info.unwrap()).unwrap();
        assert_eq!(answered["orderId"], id);
        // Its lines are known, others are not.
        let line = answered["orderLine"][0]["orderLineId"].as_str().unwrap();
        request.order_line_id = Some(line.to_owned());
        client(&platform).query_order(&request).await.unwrap();
        request.order_line_id = Some("no-such-line".to_owned());
        assert_eq!(
            refusal(&platform, &request).await,
            (400, "MKT.0199".to_owned())
        );
    }
}

#[tokio::test]
async fn an_order_nobody_placed_is_refused_until_somebody_does() {
    let platform = Platform::new().await;
    assert_eq!(
        refusal(&platform, &order("CS1")).await,
        (400, "MKT.0199".to_owned())
    );
    assert_eq!(
        platform.findings(),
        ["`orders` has no record for {orderId}"]
    );
    let mut placed = platform
        .mock
        .records("open-api", "orders")
        .unwrap()
        .remove(0);
    placed["orderId"] = json!("CS1");
    platform.mock.put("open-api", "orders", placed).unwrap();
    let reply = client(&platform).query_order(&order("CS1")).await.unwrap();
    assert_eq!(reply.order_info.unwrap().order_id, "CS1");
    assert!(platform.findings().is_empty());
    assert!(platform.mock.put("open-api", "order", json!({})).is_err());
}

#[tokio::test]
async fn orders_of_a_simulation_come_first() {
    let records = Records::default();
    let placed = records.clone();
    let platform = Platform::with(|settings| settings.placed = placed).await;
    assert!(client(&platform).query_order(&order("CS7")).await.is_err());
    let printed = platform.mock.records("open-api", "orders").unwrap();
    let mut answer = json!({"resultCode": "MKT.0000", "resultMsg": "Success"});
    answer["orderInfo"] = printed[0].clone();
    answer["orderInfo"]["orderId"] = json!("CS7");
    let asked = [("orderId", "CS7"), ("orderLineId", "CS7-1")];
    let asked = asked.map(|(name, value)| (name.to_owned(), value.to_owned()));
    records.publish(
        "open-api/queryOrder",
        Record {
            asked: asked.into(),
            answer,
        },
    );
    let reply = client(&platform).query_order(&order("CS7")).await.unwrap();
    assert_eq!(reply.order_info.unwrap().order_id, "CS7");
    assert!(
        keyed(&platform, "wrong")
            .query_order(&order("CS7"))
            .await
            .is_err()
    );
}

/// HTTP status and code of a refusal.
async fn refusal(platform: &Platform, request: &QueryOrderRequest) -> (u16, String) {
    let error = client(platform).query_order(request).await.unwrap_err();
    answered(&error)
}

/// HTTP status and result code of what went wrong.
pub(crate) fn answered<C: ResultCode, F>(error: &CallError<C, F>) -> (u16, String) {
    let code = error.code().map(|code| code.as_str().to_owned());
    (error.status().unwrap(), code.unwrap_or_default())
}
