//! Documented failures, and what they show.

use std::error::Error;
use std::fmt::Write as _;

use koo_runtime::client::Retry;
use koogallery::Site;
use koogallery::joint_kit::OauthTokenRequest;
use koogallery::open_api::client::{CallError, Client};
use koogallery::open_api::{QueryOrderRequest, ResultCode};
use serde_json::json;

use super::contract::Contract;
use super::joint_kit::DOMAIN;
use super::open_api::client;
use super::stub::Stub;
use super::{SECRETS, joint_kit, secret, settings};

fn request() -> QueryOrderRequest {
    Contract::of("open-api", "queryOrder").request(0, &[])
}

#[tokio::test]
async fn a_documented_code_is_refused_with_the_whole_reply() {
    let body = json!({
        "resultCode": "MKT.0154", "resultMsg": "Illegal token", "extra_info": {"trace": 1},
    });
    let stub = Stub::with(401, "application/json", &body).await;
    let error = client(&stub).query_order(&request()).await.unwrap_err();
    assert_eq!(error.code(), Some(&ResultCode::MktIllegalToken));
    assert_eq!(error.status(), Some(401));
    let CallError::Refused(refused) = error else {
        panic!("{error:?}");
    };
    assert_eq!(refused.message.as_deref(), Some("Illegal token"));
    let reply = refused.reply.unwrap();
    assert_eq!(reply.extra_info, Some(json!({"trace": 1})));
}

#[tokio::test]
async fn a_code_counts_with_status_200_too() {
    let body = json!({"resultCode": "MKT.0250", "resultMsg": "too often"});
    let stub = Stub::answering(&body).await;
    let error = client(&stub).query_order(&request()).await.unwrap_err();
    assert_eq!(error.code(), Some(&ResultCode::MktFrequencyExceeded));
}

#[tokio::test]
async fn the_gateway_refuses_in_its_own_words() {
    let body = json!({"error_code": "APIGW.0301", "error_msg": "no", "request_id": "1"});
    let stub = Stub::with(401, "application/json", &body).await;
    let error = client(&stub).query_order(&request()).await.unwrap_err();
    assert_eq!(error.code().map(ResultCode::as_str), Some("APIGW.0301"));
    assert!(error.code().unwrap().meaning().is_some());
}

#[tokio::test]
async fn an_unlisted_code_is_kept() {
    let body = json!({"resultCode": "MKT.4711", "resultMsg": "new"});
    let stub = Stub::answering(&body).await;
    let error = client(&stub).query_order(&request()).await.unwrap_err();
    assert_eq!(
        error.code(),
        Some(&ResultCode::Other("MKT.4711".to_owned()))
    );
}

#[tokio::test]
async fn a_retryable_code_of_a_read_is_tried_again() {
    let body = json!({"resultCode": "MKT.0999", "resultMsg": "System internal error."});
    let stub = Stub::with(500, "application/json", &body).await;
    let millisecond = std::time::Duration::from_millis(1);
    let retry = Retry::times(3).pauses(millisecond, millisecond);
    let (id, key) = (secret("access_key_id"), secret("secret_access_key"));
    let settings = settings(&stub).retry(retry);
    let client = Client::new(Site::Mainland, id, key, key, settings).unwrap();
    let error = client.query_order(&request()).await.unwrap_err();
    assert_eq!(error.code(), Some(&ResultCode::MktInternalError));
    assert_eq!(stub.calls().len(), 3);
}

#[tokio::test]
async fn nothing_shows_a_secret() {
    let echoed = secret("secret_access_key");
    let body = json!({"resultCode": "MKT.0154", "resultMsg": echoed, "extra_info": echoed});
    let stub = Stub::with(401, "application/json", &body).await;
    let client = client(&stub);
    let error = client.query_order(&request()).await.unwrap_err();
    let mut shown = format!("{client:?}");
    let mut source: Option<&dyn Error> = Some(&error);
    while let Some(error) = source {
        write!(shown, " {error} {error:?}").unwrap();
        source = error.source();
    }

    let contract = Contract::of("joint-kit", "oauthToken");
    let stub = Stub::answering("no JSON: example-client-secret").await;
    let request: OauthTokenRequest = contract.request(0, &[DOMAIN]);
    let client = joint_kit::client(&stub);
    let error = client.oauth_token(&request).await.unwrap_err();
    write!(shown, " {error} {error:?} {request:?} {client:?}").unwrap();

    assert!(
        SECRETS.iter().all(|(_, secret)| !shown.contains(secret)),
        "{shown}"
    );
    assert!(!shown.contains("example-client-secret"), "{shown}");
}
