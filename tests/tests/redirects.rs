//! Addresses for browsers, read back by another parser, and what browsers bring when they come back.

#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests are no test functions to clippy"
)]

use std::collections::BTreeMap;

use koo_runtime::redirect::{RedirectAddress, RedirectError, RedirectQuery, RedirectState};
use koogallery::joint_kit::{
    CasLoginCallback, CasLoginRequest, CasLogoutRequest, Ind, LoginCallbackRequest,
    OauthAuthorizeCallback, OauthAuthorizeRequest, OauthLogoutRequest, ResponseType,
    UnifiedLoginCallback, UnifiedLoginRequest,
};
use proptest::prelude::*;
use url::Url;

const HOST: &str = "tenant-1.login.example.com";

fn query_of(url: &Url) -> BTreeMap<String, String> {
    let pairs = url.query_pairs();
    pairs
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect()
}

fn pairs<const N: usize>(pairs: [(&str, &str); N]) -> BTreeMap<String, String> {
    let owned = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
    owned.into_iter().collect()
}

fn authorize() -> OauthAuthorizeRequest {
    OauthAuthorizeRequest::new(
        "client&id",
        "https://shop.example.com/back?from=login&to=#a",
        ResponseType::Code,
        HOST,
    )
}

#[test]
fn an_authorisation_carries_its_parameters_encoded_once() {
    let state = RedirectState::generate().unwrap();
    let mut request = authorize();
    request.scope = Some("get user_info".to_owned());
    request.state = Some(state.as_str().to_owned());
    let url = Url::parse(&request.url().unwrap()).unwrap();
    assert_eq!(url.scheme(), "https");
    assert_eq!(url.host_str(), Some(HOST));
    assert_eq!(url.path(), "/api/v1/oauth2/authorize");
    assert_eq!(url.fragment(), None);
    let expected = pairs([
        ("client_id", "client&id"),
        (
            "redirect_uri",
            "https://shop.example.com/back?from=login&to=#a",
        ),
        ("response_type", "code"),
        ("scope", "get user_info"),
        ("state", state.as_str()),
    ]);
    assert_eq!(query_of(&url), expected);
}

#[test]
fn what_is_absent_does_not_travel() {
    let url = OauthLogoutRequest::new(HOST).url().unwrap();
    assert_eq!(url, format!("https://{HOST}/api/v1/logout"));
    let url = CasLogoutRequest::new(HOST).url().unwrap();
    assert_eq!(url, format!("https://{HOST}/api/v1/cas/logout"));
    let url = CasLoginRequest::new("https://shop.example.com/cas", HOST)
        .url()
        .unwrap();
    let url = Url::parse(&url).unwrap();
    assert_eq!(
        query_of(&url),
        pairs([("service", "https://shop.example.com/cas")])
    );
}

#[test]
fn the_login_page_reads_its_query_behind_the_fragment() {
    let url = UnifiedLoginRequest::new(Ind::Unop, "app 1").url();
    let url = Url::parse(&url).unwrap();
    assert_eq!(url.query(), None);
    let fragment = url.fragment().unwrap();
    let (page, query) = fragment.split_once('?').unwrap();
    assert_eq!(page, "/portal-login");
    let inner = Url::parse(&format!("https://example.com/?{query}")).unwrap();
    assert_eq!(
        query_of(&inner),
        pairs([("ind", "UNOP"), ("appId", "app 1")])
    );
}

#[test]
fn a_host_leads_nowhere_else() {
    let hosts = [
        "evil.example/",
        "user@evil.example",
        "evil.example?",
        "evil.example#",
        "a b",
        "",
        ".",
        "a..b",
        "-a.example",
        "a.example:",
        "a.example:99999",
        "a.example:80:80",
        "例子.example",
        "evil.example\\",
    ];
    for host in hosts {
        let mut request = authorize();
        host.clone_into(&mut request.domain_name);
        assert_eq!(
            request.url(),
            Err(RedirectError::Malformed("domain_name")),
            "{host}"
        );
    }
    for host in ["a.example:8443", "localhost", "1.2.3.4"] {
        assert_eq!(RedirectAddress::host("domain", host), Ok(host));
    }
}

#[test]
fn a_browser_without_the_state_of_the_session_is_refused() {
    let state = RedirectState::generate().unwrap();
    let read = |query: &str| OauthAuthorizeCallback::from_query(query, &state).err();
    let good = format!("code=abc%20d&state={}", state.as_str());
    let callback = OauthAuthorizeCallback::from_query(&good, &state).unwrap();
    assert_eq!(callback.code, "abc d");
    let with_mark = format!("?{good}");
    assert_eq!(read(&with_mark), None);

    assert_eq!(read("code=abc"), Some(RedirectError::Missing("state")));
    assert_eq!(
        read("code=abc&state="),
        Some(RedirectError::Missing("state"))
    );
    assert_eq!(read("code=abc&state=x"), Some(RedirectError::StateMismatch));
    // The first value counts, so that none can be put in front by repeating the name behind it.
    let twice = format!("state=x&{good}");
    assert_eq!(read(&twice), Some(RedirectError::StateMismatch));
    let without_code = format!("state={}", state.as_str());
    assert_eq!(read(&without_code), Some(RedirectError::Missing("code")));
    // Who kept the text makes the same state of it.
    let kept = RedirectState::from(state.as_str().to_owned());
    assert!(kept.matches(state.as_str()));
}

#[test]
fn states_are_fresh_and_show_themselves_nowhere() {
    let states = [(); 3].map(|()| RedirectState::generate().unwrap());
    for state in &states {
        assert_eq!(state.as_str().len(), 32);
        assert!(
            state
                .as_str()
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric())
        );
        assert!(!format!("{state:?}").contains(state.as_str()));
    }
    assert!(
        !states
            .iter()
            .skip(1)
            .any(|state| state.matches(states[0].as_str()))
    );
    let query = RedirectQuery::parse("code=secret");
    assert_eq!(format!("{query:?}"), r#"{"code"}"#);
}

#[test]
fn arrivals_without_state_are_read_as_they_are() {
    let callback = UnifiedLoginCallback::from_query("code=c&tenant=123456").unwrap();
    assert_eq!(
        (callback.code.as_str(), callback.tenant.as_str()),
        ("c", "123456")
    );
    let landing = LoginCallbackRequest::from_query("code=c&tenant=1&state=").unwrap();
    assert_eq!(landing.state, None);
    let error = LoginCallbackRequest::from_query("code=c").err();
    assert_eq!(error, Some(RedirectError::Missing("tenant")));
    let ticket = CasLoginCallback::from_query("ticket=ST-1").unwrap();
    assert_eq!(ticket.ticket, "ST-1");
    assert!(!format!("{ticket:?}").contains("ST-1"));
}

proptest! {
    #[test]
    fn whatever_a_parameter_holds_comes_back(value in any::<String>(), state in any::<String>()) {
        let mut request = authorize();
        request.client_id.clone_from(&value);
        request.state = Some(state.clone());
        let url = Url::parse(&request.url().unwrap()).unwrap();
        prop_assert_eq!(url.host_str(), Some(HOST));
        let query = query_of(&url);
        prop_assert_eq!(&query["client_id"], &value);
        prop_assert_eq!(&query["state"], &state);
        let own = RedirectQuery::parse(url.query().unwrap());
        prop_assert_eq!(own.optional("client_id").unwrap_or_default(), value);
    }
}
