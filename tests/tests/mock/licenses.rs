//! Authorization codes, both versions.

use koo_runtime::client::CallError;
use koogallery::Site;
use koogallery::license_v2::client::Client;
use koogallery::license_v2::{
    ActivateLicenseV1Request, ActivateLicenseV2Request, QueryLicenseV1Request,
    QueryLicenseV2Request, ReportSoftwareUsageRequest, ResultCode,
};
use serde::de::DeserializeOwned;
use serde_json::json;

use super::{KEY, Platform};

fn client(platform: &Platform) -> Client {
    let (id, key) = ("id-of-the-tests", KEY.0);
    Client::new(Site::Mainland, id, key, platform.settings()).unwrap()
}

/// The result code of a refusal, which comes with the HTTP status 200.
fn refusal<F>(error: &CallError<ResultCode, F>) -> String {
    assert_eq!(error.status(), Some(200));
    error.code().unwrap().as_str().to_owned()
}

fn request<T: DeserializeOwned>(json: serde_json::Value) -> T {
    serde_json::from_value(json).unwrap()
}

#[tokio::test]
async fn a_code_is_activated_once_and_then_known() {
    let platform = Platform::new().await;
    let client = client(&platform);
    let activate = async |code: &str| {
        let request: ActivateLicenseV1Request = request(json!({ "license": code }));
        let reply = client.activate_license_v1(&request).await;
        let code = reply
            .as_ref()
            .map_or_else(refusal, |reply| reply.error_code.as_str().to_owned());
        (code, reply.ok().and_then(|reply| reply.data))
    };
    let query = async |code: &str| {
        let request: QueryLicenseV1Request = request(json!({ "license": code }));
        match client.query_license_v1(&request).await {
            Ok(reply) => (reply.error_code.as_str().to_owned(), Some(reply.data)),
            Err(error) => (refusal(&error), None),
        }
    };
    assert_eq!(query("PLXXXXXX").await.0, "92020011");
    let (activated, data) = activate("PLXXXXXX").await;
    assert_eq!(activated, "92020000");
    let info = data.unwrap().license_code_info;
    let info: serde_json::Value = serde_json::from_str(&info).unwrap();
    assert_eq!(info["status"], "ALIVE");
    assert_eq!(info["amount"], 2);
    assert_eq!(activate("PLXXXXXX").await.0, "92020003");
    assert_eq!(activate("PLMOCKORDERED").await.0, "92020004");
    assert_eq!(activate("PLNOBODYS").await.0, "92020005");

    let (code, data) = query("PLXXXXXX").await;
    assert_eq!(code, "92020000");
    let data = data.unwrap();
    assert_eq!(data.license_code, "PLXXXXXX");
    assert_eq!(data.status.as_str(), "ALIVE");
    assert_eq!(
        query("PLMOCKEXPIRED").await.1.unwrap().status.as_str(),
        "EXPIRED"
    );
    assert_eq!(query("PLNOBODYS").await.0, "92020005");
}

#[tokio::test]
async fn a_batch_with_a_wrong_code_activates_none() {
    let platform = Platform::new().await;
    let client = client(&platform);
    let activate = async |codes: &[&str]| {
        let request: ActivateLicenseV2Request = request(json!({ "license_list": codes }));
        match client.activate_license_v2(&request).await {
            Ok(reply) => reply.error_code.as_str().to_owned(),
            Err(error) => refusal(&error),
        }
    };
    let query = async |codes: &[&str]| {
        let request: QueryLicenseV2Request = request(json!({ "license_list": codes }));
        match client.query_license_v2(&request).await {
            Ok(reply) => reply.error_code.as_str().to_owned(),
            Err(error) => refusal(&error),
        }
    };
    let usage = async |code: &str| {
        let usage = json!([{"license": code, "software_usage_Info": [{"id": "account1"}]}]);
        let request: ReportSoftwareUsageRequest = request(json!({ "usage_info": usage }));
        match client.report_software_usage(&request).await {
            Ok(reply) => reply.error_code.as_str().to_owned(),
            Err(error) => refusal(&error),
        }
    };
    assert_eq!(activate(&["PLMOCKNEW1", "PLNOBODYS"]).await, "92020020");
    assert_eq!(
        platform.findings(),
        ["license_list[1]: `licenses` has no record for {each}"]
    );
    assert_eq!(usage("PLMOCKNEW1").await, "92020011");
    assert_eq!(query(&["PLMOCKACTIVE", "PLMOCKNEW1"]).await, "92020011");
    assert_eq!(activate(&["PLMOCKNEW1", "PLMOCKNEW2"]).await, "92020000");
    assert_eq!(query(&["PLMOCKACTIVE", "PLMOCKNEW1"]).await, "92020000");
    assert_eq!(usage("PLMOCKNEW1").await, "92020000");
    assert_eq!(usage("PLNOBODYS").await, "92020005");
}
