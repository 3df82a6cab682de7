//! Whole logins: a browser follows the redirects, the merchant's server does the rest.

use koo_runtime::redirect::RedirectState;
use koogallery::joint_kit::client::{CallError, Client};
use koogallery::joint_kit::{
    CasLoginCallback, CasLoginRequest, CasLogoutRequest, CasServiceValidateRequest, Format,
    OauthAuthorizeCallback, OauthAuthorizeRequest, OauthLogoutRequest, OauthRefreshTokenRequest,
    OauthTokenReply, OauthTokenRequest, OauthUserinfoRequest, ResponseType,
};
use serde_json::json;
use url::Url;

use super::{DAY, Platform};

const DOMAIN: &str = "tenant.example.com";
const BACK: &str = "https://shop.example.com/back?from=login#top";

fn client(platform: &Platform) -> Client {
    Client::new(platform.settings()).unwrap()
}

/// Where a browser is sent that opens an address of the tenant's centre, which the mock stands for.
async fn follow(platform: &Platform, address: &str) -> (u16, Option<Url>) {
    let address = Url::parse(address).unwrap();
    let at_mock = format!(
        "{}{}?{}",
        platform.url,
        address.path(),
        address.query().unwrap_or_default()
    );
    let browser = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
    let answer = browser.get(at_mock).send().await.unwrap();
    let location = answer.headers().get("location");
    let location = location.map(|location| Url::parse(location.to_str().unwrap()).unwrap());
    (answer.status().as_u16(), location)
}

async fn login(platform: &Platform) -> String {
    let mut request =
        OauthAuthorizeRequest::new("example-client-id", BACK, ResponseType::Code, DOMAIN);
    let state = RedirectState::generate().unwrap();
    request.state = Some(state.as_str().to_owned());
    let (status, location) = follow(platform, &request.url().unwrap()).await;
    let location = location.unwrap();
    assert_eq!(status, 302);
    assert_eq!(location.host_str(), Some("shop.example.com"));
    assert_eq!(location.fragment(), Some("top"));
    let back = location.query().unwrap();
    assert!(back.starts_with("from=login&"), "{back}");
    // The callback checks the state.
    OauthAuthorizeCallback::from_query(back, &state)
        .unwrap()
        .code
}

fn exchange(code: &str) -> OauthTokenRequest {
    serde_json::from_value(json!({
        "domain_name": DOMAIN, "Content-Type": "application/x-www-form-urlencoded",
        "client_id": "example-client-id", "client_secret": "example-client-secret",
        "code": code, "grant_type": "authorization_code", "redirect_uri": BACK,
    }))
    .unwrap()
}

fn refresh(token: &str) -> OauthRefreshTokenRequest {
    serde_json::from_value(json!({
        "domain_name": DOMAIN, "Content-Type": "application/x-www-form-urlencoded",
        "client_id": "example-client-id", "client_secret": "example-client-secret",
        "grant_type": "refresh_token", "refresh_token": token,
    }))
    .unwrap()
}

/// HTTP status, error and description of a refused exchange.
async fn refused(platform: &Platform, request: &OauthTokenRequest) -> (u16, String, String) {
    let error = client(platform).oauth_token(request).await.unwrap_err();
    let CallError::Status(failed) = error else {
        panic!("{error:?}");
    };
    let reply = failed.reply.unwrap();
    (
        failed.answer.status,
        reply.error.unwrap(),
        reply.error_description.unwrap(),
    )
}

fn tokens(reply: OauthTokenReply) -> (String, String) {
    (reply.access_token.unwrap(), reply.refresh_token.unwrap())
}

async fn user(platform: &Platform, token: &str) -> Result<String, u16> {
    let request = OauthUserinfoRequest::new(DOMAIN);
    match client(platform).oauth_userinfo(token, &request).await {
        Ok(reply) => Ok(reply.user_name.unwrap()),
        Err(CallError::Status(failed)) => {
            let reply = failed.reply.unwrap();
            assert_eq!(reply.error.as_deref(), Some("unauthorized"));
            Err(failed.answer.status)
        }
        Err(error) => panic!("{error:?}"),
    }
}

#[tokio::test]
async fn oauth_from_the_login_to_the_logout() {
    let platform = Platform::new().await;
    let code = login(&platform).await;
    let reply = client(&platform)
        .oauth_token(&exchange(&code))
        .await
        .unwrap();
    assert_eq!(reply.expires_in, Some(7200));
    let (access, refresh_token) = tokens(reply);
    assert_eq!(user(&platform, &access).await, Ok("zhangsan01".to_owned()));
    assert_eq!(user(&platform, "somebody's").await, Err(401));

    // A code and a refresh token are each for one exchange.
    let used = (
        400,
        "invalid_grant".to_owned(),
        "Invalid authorization code".to_owned(),
    );
    assert_eq!(refused(&platform, &exchange(&code)).await, used);
    let client = client(&platform);
    let renewed = client
        .oauth_refresh_token(&refresh(&refresh_token))
        .await
        .unwrap();
    let renewed = renewed.access_token.unwrap();
    assert_ne!(renewed, access);
    assert!(
        client
            .oauth_refresh_token(&refresh(&refresh_token))
            .await
            .is_err()
    );
    assert_eq!(user(&platform, &renewed).await, Ok("zhangsan01".to_owned()));

    let mut logout = OauthLogoutRequest::new(DOMAIN);
    assert_eq!(follow(&platform, &logout.url().unwrap()).await, (200, None));
    logout.redirect_url = Some("https://shop.example.com/bye".to_owned());
    let (status, location) = follow(&platform, &logout.url().unwrap()).await;
    assert_eq!((status, location.unwrap().path()), (302, "/bye"));
    assert_eq!(user(&platform, &renewed).await, Err(401));
}

#[tokio::test]
async fn codes_and_tokens_end() {
    let platform = Platform::new().await;
    let code = login(&platform).await;
    platform.later(5 * 60_000);
    assert_eq!(refused(&platform, &exchange(&code)).await.0, 400);
    let code = login(&platform).await;
    let reply = client(&platform)
        .oauth_token(&exchange(&code))
        .await
        .unwrap();
    let (access, refresh_token) = tokens(reply);
    platform.later(2 * 3_600_000);
    assert_eq!(user(&platform, &access).await, Err(401));
    platform.later(29 * DAY);
    let client = client(&platform);
    let reply = client
        .oauth_refresh_token(&refresh(&refresh_token))
        .await
        .unwrap();
    platform.later(30 * DAY);
    let late = refresh(&reply.refresh_token.unwrap());
    assert!(client.oauth_refresh_token(&late).await.is_err());
}

#[tokio::test]
async fn a_wrong_client_gets_nothing_and_spoils_nothing() {
    let platform = Platform::new().await;
    let code = login(&platform).await;
    let mut request = exchange(&code);
    request.client_secret = "another".into();
    let (status, error, _) = refused(&platform, &request).await;
    assert_eq!((status, error.as_str()), (401, "invalid_client"));
    let mut request = exchange(&code);
    request.client_id = "another".into();
    let (_, error, description) = refused(&platform, &request).await;
    assert_eq!(error, "invalid_client");
    assert_eq!(description, "Client ID mismatch");
    let mut request = exchange(&code);
    request.redirect_uri = Some("https://elsewhere.example.com/".into());
    assert_eq!(refused(&platform, &request).await.1, "invalid_grant");
    client(&platform)
        .oauth_token(&exchange(&code))
        .await
        .unwrap();
}

#[tokio::test]
async fn cas_from_the_login_to_the_logout() {
    let platform = Platform::new().await;
    let service = "https://shop.example.com/cas?tenant=a%26b";
    let login = CasLoginRequest::new(service, DOMAIN);
    let (status, location) = follow(&platform, &login.url().unwrap()).await;
    let location = location.unwrap();
    assert_eq!(status, 302);
    let ticket = CasLoginCallback::from_query(location.query().unwrap());
    let ticket = ticket.unwrap().ticket;
    assert!(ticket.starts_with("ST-"), "{ticket}");

    let validate = async |service: &str, ticket: &str, format: Format| {
        let mut request = CasServiceValidateRequest::new(service, ticket, DOMAIN);
        request.format = Some(format);
        let reply = client(&platform).cas_service_validate(&request).await;
        reply.unwrap().service_response
    };
    let refused = validate("https://elsewhere.example.com/", &ticket, Format::Xml).await;
    let failure = refused.authentication_failure.unwrap();
    assert_eq!(failure.code, "INVALID_TICKET");
    assert!(refused.authentication_success.is_none());
    // The protocol writes the code as an attribute and the text as that of the element.
    let xml = String::from_utf8(platform.last().reply.body).unwrap();
    assert!(
        xml.contains(
            "<cas:authenticationFailure code=\"INVALID_TICKET\">Ticket not recognized</cas:authenticationFailure>"
        ),
        "{xml}"
    );

    let accepted = validate(service, &ticket, Format::Xml).await;
    let success = accepted.authentication_success.unwrap();
    assert_eq!(success.user, "zhangsan");
    assert_eq!(success.attributes.name.as_deref(), Some("张三"));
    let xml = String::from_utf8(platform.last().reply.body).unwrap();
    assert!(
        xml.contains("xmlns:cas=\"http://www.yale.edu/tp/cas\""),
        "{xml}"
    );
    let again = validate(service, &ticket, Format::Json).await;
    assert!(again.authentication_success.is_none());
    let json: serde_json::Value = serde_json::from_slice(&platform.last().reply.body).unwrap();
    let failure = &json["serviceResponse"]["authenticationFailure"];
    assert_eq!(failure["code"], "INVALID_TICKET");

    let mut logout = CasLogoutRequest::new(DOMAIN);
    logout.service = Some(service.to_owned());
    let (status, location) = follow(&platform, &logout.url().unwrap()).await;
    assert_eq!((status, location.unwrap().as_str()), (302, service));
}
