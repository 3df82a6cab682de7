//! Asking KooGallery what was bought, played by the generated mock of its open interfaces.

use koogallery::open_api::platform::{Answer, Keys, Platform, router, settings};
use koogallery::open_api::{
    ChargingMode, OrderInfo, OrderLine, OrderType, OrderedProduct, QueryOrderReply,
    QueryOrderRequest, ResultCode,
};
use koogallery::runtime::Call;
use koogallery::runtime::server::serve;
use koogallery::saas_v2::NewInstanceRequest;
use tokio::net::TcpListener;

use crate::life::{FAILED, NOT_VALID, caller};
use crate::support::{Bench, DONE, code, text};

/// Knows the orders that begin with `CS`.
struct Orders;

impl Platform for Orders {
    async fn query_order(&self, call: Call<QueryOrderRequest>) -> Answer<QueryOrderReply> {
        let order = call.request.order_id;
        if !order.starts_with("CS") {
            return Err(ResultCode::MktInvalidParameter.into());
        }
        Ok(QueryOrderReply {
            order_info: Some(OrderInfo {
                order_id: order,
                order_type: OrderType::New,
                create_time: "20260101000000".to_owned(),
                order_line: vec![line("line-1"), line("line-2")],
                buyer_info: None,
                extend_params: None,
            }),
            ..QueryOrderReply::new("ok")
        })
    }
}

fn line(id: &str) -> OrderLine {
    let product = OrderedProduct::new("OFFI461867333479178240");
    OrderLine {
        product_info: Some(vec![product]),
        ..OrderLine::new(id, ChargingMode::OnDemand)
    }
}

/// A service that asks a mock of KooGallery.
async fn asking() -> Bench {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let keys = Keys::default().sdk_hmac("an-id", "a-secret");
    tokio::spawn(serve(
        listener,
        router(Orders, settings(keys)),
        std::future::pending(),
    ));
    Bench::with(&[
        ("orders.access_key_id", "an-id"),
        ("orders.secret_access_key", "a-secret"),
        ("orders.base_url", &url),
    ])
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_of_usage_makes_one_instance_of_a_product() {
    let bench = asking().await;
    let mut ids = Vec::new();
    for line in ["line-1", "line-2"] {
        let purchase = NewInstanceRequest::new("CS1", line, format!("business-{line}"));
        let body = bench.send(&caller().call(&purchase).unwrap()).await;
        assert_eq!(code(&body), DONE, "{body}");
        ids.push(text(&body, "instanceId").to_owned());
    }
    assert_eq!(ids, ["business-line-1", "business-line-1"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_made_while_it_is_unknown_what_was_bought() {
    let bench = asking().await;
    for (order, line, expected) in [("XX1", "line-1", FAILED), ("CS1", "line-9", NOT_VALID)] {
        let purchase = NewInstanceRequest::new(order, line, "business");
        let body = bench.send(&caller().call(&purchase).unwrap()).await;
        assert_eq!(code(&body), expected, "{body}");
    }
}
