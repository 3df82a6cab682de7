//! The open interfaces.

use koo_spec::catalogue::Side;
use koogallery::Site;
use koogallery::open_api::client::{CallError, Client};
use koogallery::open_api::{
    PushUsageLegacyV1Request, PushUsageNewRequest, PushUsageOldRequest, QueryDeployedAssetsRequest,
    QueryOrderRequest, ResultCode,
};
use serde_json::{Value, json};

use super::contract::Contract;
use super::stub::Stub;
use super::{secret, settings};

pub(crate) fn client(stub: &Stub) -> Client {
    Client::new(
        Site::Mainland,
        secret("access_key_id"),
        secret("secret_access_key"),
        secret("access_key"),
        settings(stub),
    )
    .unwrap()
}

#[tokio::test]
async fn every_printed_order_query_is_sent_and_answered() {
    let contract = Contract::of("open-api", "queryOrder");
    assert!(contract.count(Side::Reply) > 5);
    for index in 0..contract.count(Side::Request) {
        let answer = index.min(contract.count(Side::Reply) - 1);
        let stub = Stub::answering(contract.reply(answer)).await;
        let request: QueryOrderRequest = contract.request(index, &[]);
        let reply = client(&stub).query_order(&request).await.unwrap();
        contract.holds(&stub.call(), index);
        contract.says(&reply, answer);
        assert_eq!(reply.result_code, ResultCode::MktSuccess);
    }
}

#[tokio::test]
async fn the_host_is_among_the_signed_headers() {
    let contract = Contract::of("open-api", "queryOrder");
    let stub = Stub::answering(contract.reply(0)).await;
    let request: QueryOrderRequest = contract.request(0, &[]);
    client(&stub).query_order(&request).await.unwrap();
    let call = stub.call();
    let authorization = call.header("Authorization").unwrap();
    assert!(
        authorization.contains("SignedHeaders=content-type;host;x-sdk-date"),
        "{authorization}"
    );
    assert_eq!(call.header("Host"), stub.url().strip_prefix("http://"));
}

#[tokio::test]
async fn usage_is_pushed_to_each_address() {
    let contract = Contract::of("open-api", "pushUsageNew");
    let stub = Stub::answering(contract.reply(0)).await;
    let request: PushUsageNewRequest = contract.request(0, &[]);
    let reply = client(&stub).push_usage_new(&request).await.unwrap();
    contract.holds(&stub.call(), 0);
    contract.says(&reply, 0);

    let contract = Contract::of("open-api", "pushUsageOld");
    let stub = Stub::answering(contract.reply(0)).await;
    let request: PushUsageOldRequest = contract.request(0, &[]);
    let reply = client(&stub).push_usage_old(&request).await.unwrap();
    contract.holds(&stub.call(), 0);
    contract.says(&reply, 0);

    // Of the oldest one nothing but the status is known.
    let contract = Contract::of("open-api", "pushUsageLegacyV1");
    let stub = Stub::with(200, "text/plain", "done").await;
    let request: PushUsageLegacyV1Request = contract.request(0, &[]);
    client(&stub).push_usage_legacy_v1(&request).await.unwrap();
    contract.holds(&stub.call(), 0);
}

#[tokio::test]
async fn deployed_assets_are_found() {
    let stub = Stub::answering(json!({"data": [], "more": 1})).await;
    let request: QueryDeployedAssetsRequest = serde_json::from_value(json!({
        "asset_id": "a 1", "deployed_type": "software_package", "region": null,
    }))
    .unwrap();
    let reply = client(&stub).query_deployed_assets(&request).await.unwrap();
    assert!(reply.data.is_some_and(|data| data.is_empty()));
    let contract = Contract::of("open-api", "queryDeployedAssets");
    let call = stub.call();
    contract.is_called_at(&call, None);
    contract.is_signed(&call);
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let query = [
        pair("asset_id", "a 1"),
        pair("deployed_type", "software_package"),
    ];
    assert_eq!(call.query, query);
}

#[tokio::test]
async fn a_site_that_lacks_an_interface_is_not_called() {
    let stub = Stub::answering(Value::Null).await;
    let (id, key) = (secret("access_key_id"), secret("access_key"));
    let client = Client::new(Site::Eu, id, key, key, settings(&stub)).unwrap();
    let request: PushUsageNewRequest = Contract::of("open-api", "pushUsageNew").request(0, &[]);
    let error = client.push_usage_new(&request).await.unwrap_err();
    assert!(matches!(error, CallError::NotOffered { .. }), "{error:?}");
    assert!(stub.calls().is_empty());
}
