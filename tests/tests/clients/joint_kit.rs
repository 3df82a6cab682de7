//! Logins of the joint-operations kit: OAuth, and `OrgID`.

use koo_spec::catalogue::Side;
use koogallery::joint_kit::client::{CallError, Client};
use koogallery::joint_kit::{
    OauthRefreshTokenRequest, OauthTokenRequest, OauthUserinfoRequest,
    OrgidCasServiceValidateRequest, OrgidTokenRequest, OrgidUserinfoRequest,
};
use serde_json::json;

use super::contract::Contract;
use super::stub::Stub;
use super::{secret, settings};

/// The domain of a tenant; the stub takes its place.
pub(crate) const DOMAIN: (&str, &str) = ("domain_name", "tenant.example.com");

pub(crate) fn client(stub: &Stub) -> Client {
    Client::new(settings(stub)).unwrap()
}

#[tokio::test]
async fn a_code_becomes_a_token_and_a_token_is_refreshed() {
    let contract = Contract::of("joint-kit", "oauthToken");
    let stub = Stub::answering(contract.reply(0)).await;
    let request: OauthTokenRequest = contract.request(0, &[DOMAIN]);
    let reply = client(&stub).oauth_token(&request).await.unwrap();
    contract.holds(&stub.call(), 0);
    contract.says(&reply, 0);

    let contract = Contract::of("joint-kit", "oauthRefreshToken");
    let stub = Stub::answering(contract.reply(0)).await;
    let request: OauthRefreshTokenRequest = contract.request(0, &[DOMAIN]);
    let reply = client(&stub).oauth_refresh_token(&request).await.unwrap();
    contract.holds(&stub.call(), 0);
    contract.says(&reply, 0);
}

#[tokio::test]
async fn a_used_code_is_a_failure_that_can_be_read() {
    let contract = Contract::of("joint-kit", "oauthToken");
    let stub = Stub::with(400, "application/json", contract.reply(1)).await;
    let request: OauthTokenRequest = contract.request(0, &[DOMAIN]);
    let error = client(&stub).oauth_token(&request).await.unwrap_err();
    let CallError::Status(failed) = error else {
        panic!("{error:?}");
    };
    assert_eq!(failed.answer.status, 400);
    contract.says(&failed.reply.unwrap(), 1);
}

#[tokio::test]
async fn the_token_of_the_user_comes_with_the_call() {
    let contract = Contract::of("joint-kit", "oauthUserinfo");
    let stub = Stub::answering(contract.reply(0)).await;
    let request = OauthUserinfoRequest::new(DOMAIN.1);
    let token = secret("access_token");
    let reply = client(&stub).oauth_userinfo(token, &request).await.unwrap();
    contract.says(&reply, 0);
    let call = stub.call();
    contract.is_called_at(&call, None);
    contract.is_signed(&call);
    let bearer = format!("Bearer {token}");
    assert_eq!(call.header("Authorization"), Some(bearer.as_str()));

    let stub = Stub::with(401, "application/json", contract.reply(1)).await;
    let error = client(&stub)
        .oauth_userinfo(token, &request)
        .await
        .unwrap_err();
    let CallError::Status(failed) = error else {
        panic!("{error:?}");
    };
    contract.says(&failed.reply.unwrap(), 1);
}

#[tokio::test]
async fn orgid_has_a_form_and_a_failure_of_its_own() {
    let contract = Contract::of("joint-kit", "orgidToken");
    let stub = Stub::answering(contract.reply(0)).await;
    let request: OrgidTokenRequest = contract.request(0, &[]);
    let reply = client(&stub).orgid_token(&request).await.unwrap();
    contract.holds(&stub.call(), 0);
    contract.says(&reply, 0);

    let failure = json!({
        "error_code": "ORGID.00000001", "error_msg": "no", "error": "invalid_grant",
    });
    let stub = Stub::with(401, "application/json", &failure).await;
    let error = client(&stub).orgid_token(&request).await.unwrap_err();
    let CallError::Status(failed) = error else {
        panic!("{error:?}");
    };
    assert_eq!(
        serde_json::to_value(failed.reply.unwrap()).unwrap(),
        failure
    );
}

#[tokio::test]
async fn orgid_has_a_header_of_its_own() {
    let contract = Contract::of("joint-kit", "orgidUserinfo");
    let stub = Stub::answering(contract.reply(0)).await;
    let request = OrgidUserinfoRequest::default();
    let token = secret("access_token");
    let reply = client(&stub).orgid_userinfo(token, &request).await.unwrap();
    contract.says(&reply, 0);
    let call = stub.call();
    contract.is_called_at(&call, None);
    contract.is_signed(&call);
    assert!(call.header("X-OrgID-Authorization").is_some());
}

#[tokio::test]
async fn orgid_answers_the_ticket_as_json() {
    let contract = Contract::of("joint-kit", "orgidCasServiceValidate");
    assert_eq!(contract.count(Side::Reply), 1);
    let stub = Stub::answering(contract.reply(0)).await;
    let request: OrgidCasServiceValidateRequest = contract.request(0, &[]);
    let client = client(&stub);
    let reply = client.orgid_cas_service_validate(&request).await.unwrap();
    contract.holds(&stub.call(), 0);
    contract.says(&reply, 0);
}
