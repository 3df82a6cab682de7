//! License codes, version 2.

use koo_spec::catalogue::Side;
use koogallery::Site;
use koogallery::license_v2::client::Client;
use koogallery::license_v2::{
    ActivateLicenseV1Request, ActivateLicenseV2Request, QueryLicenseV1Request,
    QueryLicenseV2Request, ReportSoftwareUsageRequest,
};
use serde_json::json;

use super::contract::Contract;
use super::stub::Stub;
use super::{secret, settings};

fn client(stub: &Stub) -> Client {
    let (id, key) = (secret("access_key_id"), secret("secret_access_key"));
    Client::new(Site::Mainland, id, key, settings(stub)).unwrap()
}

#[tokio::test]
async fn each_version_of_activation_has_its_address_and_body() {
    let contract = Contract::of("license-v2", "activateLicense").variant("v1");
    let stub = Stub::answering(contract.reply(0)).await;
    let request: ActivateLicenseV1Request = contract.request(0, &[]);
    let reply = client(&stub).activate_license_v1(&request).await.unwrap();
    contract.holds(&stub.call(), 0);
    contract.says(&reply, 0);

    let contract = Contract::of("license-v2", "activateLicense").variant("v2");
    let stub = Stub::answering(contract.reply(0)).await;
    let request: ActivateLicenseV2Request = contract.request(0, &[]);
    let reply = client(&stub).activate_license_v2(&request).await.unwrap();
    contract.holds(&stub.call(), 0);
    contract.says(&reply, 0);
}

#[tokio::test]
async fn each_version_of_the_query_has_its_address_and_body() {
    let contract = Contract::of("license-v2", "queryLicense").variant("v1");
    let stub = Stub::answering(contract.reply(0)).await;
    let request: QueryLicenseV1Request = contract.request(0, &[]);
    let reply = client(&stub).query_license_v1(&request).await.unwrap();
    contract.holds(&stub.call(), 0);
    contract.says(&reply, 0);

    let contract = Contract::of("license-v2", "queryLicense").variant("v2");
    let success = json!({"error_code": "92020000", "error_msg": "Success", "data": [1]});
    let stub = Stub::answering(&success).await;
    let body = json!({"license_list": ["L-1", "L-2"]});
    let request: QueryLicenseV2Request = serde_json::from_value(body.clone()).unwrap();
    let reply = client(&stub).query_license_v2(&request).await.unwrap();
    assert_eq!(reply.data, Some(json!([1])));
    let call = stub.call();
    contract.is_called_at(&call, None);
    contract.is_signed(&call);
    let sent: serde_json::Value = serde_json::from_slice(&call.body).unwrap();
    assert_eq!(sent, body);
}

#[tokio::test]
async fn usage_is_reported() {
    let contract = Contract::of("license-v2", "reportSoftwareUsage");
    for index in 0..contract.count(Side::Request) {
        let stub = Stub::answering(contract.reply(0)).await;
        let request: ReportSoftwareUsageRequest = contract.request(index, &[]);
        let reply = client(&stub).report_software_usage(&request).await.unwrap();
        contract.holds(&stub.call(), index);
        contract.says(&reply, 0);
    }
}
