//! The joint operations kit: interfaces with paths of their own, in two groups that are signed differently.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use koo_runtime::client::Answer as HttpAnswer;
use koo_runtime::mock::SignedCall;
use koo_runtime::server::{Event, Router};
use koo_runtime::{Call, Refusal};
use koogallery::joint_kit::mock;
use koogallery::joint_kit::server::{Answer, Keys, Merchant, Settings, router, settings};
use koogallery::joint_kit::*;
use serde_json::{Value, json};

use crate::http::{base64, hmac_sha256, now, send, start};

/// Key of the new interfaces.
const KIT_KEY: &str = "kit-key-5c1e";
/// Key of the old ones.
const KEY: &str = "old-key-77d0";

/// Remembers what it was called for.
#[derive(Clone, Default)]
struct Kit(Arc<Mutex<Vec<String>>>);

impl Kit {
    fn note(&self, what: String) {
        self.0.lock().unwrap().push(what);
    }

    fn calls(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

impl Merchant for Kit {
    async fn tenant_sync(&self, call: Call<TenantSyncRequest>) -> Answer<TenantSyncReply> {
        let request = call.request;
        self.note(format!("tenant {} {}", request.tenant_id, request.name));
        Ok(TenantSyncReply::default())
    }

    async fn all_org_sync(&self, call: Call<AllOrgSyncRequest>) -> Answer<AllOrgSyncReply> {
        self.note(format!("orgs {}", call.request.org_info_list.len()));
        Ok(AllOrgSyncReply::default())
    }

    async fn application_sync(
        &self,
        _call: Call<ApplicationSyncRequest>,
    ) -> Answer<ApplicationSyncReply> {
        panic!("hunter2");
    }

    async fn tenant_sync_v1(&self, call: Call<TenantSyncV1Request>) -> Answer<TenantSyncV1Reply> {
        self.note(format!("old tenant {}", call.request.tenant_id));
        if call.request.tenant_id == "unknown" {
            return Err(Refusal::new(ResultCode::InvalidParameter, "没有"));
        }
        Ok(TenantSyncV1Reply::default())
    }
}

/// Both groups, unless said otherwise.
fn keys() -> Keys {
    Keys::default().x_sign(KIT_KEY).auth_token(KEY)
}

async fn serve(kit: &Kit, settings: Settings) -> SocketAddr {
    start(router(kit.clone(), settings)).await
}

/// A body as the platform writes it.
fn tenant(id: &str) -> String {
    let body = json!({
        "instanceId": "i-1", "orderId": "o-1", "tenantId": id, "tenantCode": "huawei",
        "name": "华为", "domainName": "https://example.com", "flag": 1, "testFlag": 0,
        "timeStamp": "20220413093539534",
    });
    body.to_string()
}

/// The documented formula of V2.0: the values travel in headers, the signed text is key, nonce, time and body.
fn x_sign(key: &str, nonce: &str, time: i64, body: &str) -> [(&'static str, String); 4] {
    let text = format!("{key}{nonce}{time}{body}");
    let sign = hex::encode_upper(hmac_sha256(key, text.as_bytes()));
    [
        ("Content-Type", "application/json".to_owned()),
        ("x-sign", sign),
        ("x-timestamp", time.to_string()),
        ("x-nonce", nonce.to_owned()),
    ]
}

/// The documented formula of V1.0: sorted members as `name=value`, the key with `timeStamp` behind it.
fn auth_token(key: &str, body: &str) -> String {
    let members: Value = serde_json::from_str(body).unwrap();
    let mut pairs: Vec<String> = members
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, value)| match value {
            Value::String(text) => format!("{name}={text}"),
            other => format!("{name}={other}"),
        })
        .collect();
    pairs.sort();
    let key = format!("{key}{}", members["timeStamp"].as_str().unwrap());
    base64(&hmac_sha256(&key, pairs.join("&").as_bytes()))
}

async fn post(
    address: SocketAddr,
    path: &str,
    headers: &[(&'static str, String)],
    body: &str,
) -> HttpAnswer {
    let headers: Vec<_> = headers
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    send(address, "POST", path, &headers, body.as_bytes()).await
}

/// Code and message of an answer, which has the documented form whatever happened.
fn said(answer: &HttpAnswer) -> (String, String) {
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("Content-Type"), Some("application/json"));
    let body = answer.json().unwrap();
    let text = |name: &str| body[name].as_str().unwrap().to_owned();
    (text("resultCode"), text("resultMsg"))
}

const V2: &str = "/produceAPI/v2/tenantSync";
const V1: &str = "/produceAPI/tenantSync";

#[tokio::test]
async fn a_call_of_v2_is_answered_without_a_signature() {
    let kit = Kit::default();
    let address = serve(&kit, settings(keys())).await;
    let body = tenant("t-1");
    let headers = x_sign(KIT_KEY, "nonce-1", now(), &body);
    let answer = post(address, V2, &headers, &body).await;
    assert_eq!(said(&answer).0, "000000");
    assert_eq!(answer.header("Body-Sign"), None);
    assert_eq!(kit.calls(), ["tenant t-1 华为"]);
}

#[tokio::test]
async fn a_call_of_v1_is_answered_with_a_signature() {
    let kit = Kit::default();
    let address = serve(&kit, settings(keys())).await;
    for (id, code) in [("t-1", "000000"), ("unknown", "000002")] {
        let body = tenant(id);
        let headers = [("authToken", auth_token(KEY, &body))];
        let answer = post(address, V1, &headers, &body).await;
        assert_eq!(said(&answer).0, code);
        let sign = base64(&hmac_sha256(KEY, &answer.body));
        let expected = format!(r#"sign_type="HMAC-SHA256", signature="{sign}""#);
        assert_eq!(answer.header("Body-Sign"), Some(expected.as_str()));
    }
    assert_eq!(kit.calls(), ["old tenant t-1", "old tenant unknown"]);
}

#[tokio::test]
async fn refusals_of_v2_have_their_codes() {
    let kit = Kit::default();
    let address = serve(&kit, settings(keys())).await;
    let body = tenant("t-1");
    let (stale, early) = (now() - 61_000, now() + 70_000);
    let mut without_nonce = x_sign(KIT_KEY, "n", now(), &body).to_vec();
    without_nonce.pop();
    for (headers, code, message) in [
        (
            x_sign("other", "n-1", now(), &body).to_vec(),
            "000001",
            "x-sign does not match",
        ),
        // The key of the other group is as wrong as any.
        (
            x_sign(KEY, "n-2", now(), &body).to_vec(),
            "000001",
            "x-sign does not match",
        ),
        (
            x_sign(KIT_KEY, "n-3", now(), "{}").to_vec(),
            "000001",
            "x-sign does not match",
        ),
        (vec![], "000001", "x-sign is missing"),
        (without_nonce, "000002", "x-nonce is missing"),
        (
            x_sign(KIT_KEY, "n-4", stale, &body).to_vec(),
            "000002",
            "seconds old",
        ),
        (
            x_sign(KIT_KEY, "n-5", early, &body).to_vec(),
            "000002",
            "seconds ahead",
        ),
    ] {
        let (said_code, said_message) = said(&post(address, V2, &headers, &body).await);
        assert_eq!(said_code, code, "{said_message}");
        assert!(said_message.contains(message), "{said_message}");
    }
    let headers = x_sign(KIT_KEY, "once", now(), &body);
    assert_eq!(said(&post(address, V2, &headers, &body).await).0, "000000");
    let (code, message) = said(&post(address, V2, &headers, &body).await);
    assert_eq!(
        (code.as_str(), message.as_str()),
        ("000001", "the nonce was used before")
    );
    assert_eq!(kit.calls().len(), 1);
}

#[tokio::test]
async fn the_schemes_of_the_groups_do_not_mix() {
    let kit = Kit::default();
    let address = serve(&kit, settings(keys())).await;
    let body = tenant("t-1");
    let new = x_sign(KIT_KEY, "n", now(), &body);
    let (code, message) = said(&post(address, V1, &new, &body).await);
    assert_eq!(
        (code.as_str(), message.as_str()),
        ("000001", "authToken is missing")
    );
    let old = [("authToken", auth_token(KEY, &body))];
    let (code, message) = said(&post(address, V2, &old, &body).await);
    assert_eq!(
        (code.as_str(), message.as_str()),
        ("000001", "x-sign is missing")
    );
    let wrong = [("authToken", auth_token(KIT_KEY, &body))];
    assert_eq!(said(&post(address, V1, &wrong, &body).await).0, "000001");
    assert!(kit.calls().is_empty());
}

#[tokio::test]
async fn a_group_without_keys_is_refused() {
    let kit = Kit::default();
    let told = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&told);
    let settings =
        settings(Keys::default().x_sign(KIT_KEY)).observer(move |_: &str, event: &Event<'_>| {
            if format!("{event:?}").contains("NoKeys") {
                seen.fetch_add(1, Ordering::SeqCst);
            }
        });
    let address = serve(&kit, settings).await;
    let body = tenant("t-1");
    // Neither the right key nor an empty one opens it.
    for key in [KEY, "", KIT_KEY] {
        let headers = [("authToken", auth_token(key, &body))];
        let answer = post(address, V1, &headers, &body).await;
        let (code, message) = said(&answer);
        assert_eq!(code, "000005");
        assert_eq!(message, "no keys are set for this interface");
        assert_eq!(answer.header("Body-Sign"), None);
    }
    assert_eq!(told.load(Ordering::SeqCst), 3);
    let headers = x_sign(KIT_KEY, "n", now(), &body);
    assert_eq!(said(&post(address, V2, &headers, &body).await).0, "000000");
    assert_eq!(kit.calls(), ["tenant t-1 华为"]);
}

#[tokio::test]
async fn paths_and_methods_that_no_interface_has_are_refused() {
    let kit = Kit::default();
    let app = Router::new().nest_service("/shop", router(kit.clone(), settings(keys())));
    let address = start(app).await;
    let body = tenant("t-1");
    for (index, (method, path, code)) in [
        ("POST", "/shop/produceAPI/v2/tenantSync", "000000"),
        ("POST", "/shop/deeper/produceAPI/v2/tenantSync/", "000000"),
        ("GET", "/shop/produceAPI/v2/tenantSync", "000002"),
        ("POST", "/shop/produceAPI/v2/tenantsync", "000002"),
        ("POST", "/shop/produceAPI/v2", "000002"),
        ("POST", "/shop", "000002"),
    ]
    .into_iter()
    .enumerate()
    {
        let headers = x_sign(KIT_KEY, &format!("n-{index}"), now(), &body);
        let headers: Vec<_> = headers
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let answer = send(address, method, path, &headers, body.as_bytes()).await;
        assert_eq!(said(&answer).0, code, "{method} {path}");
    }
    assert_eq!(kit.calls().len(), 2);
}

#[tokio::test]
async fn what_merchants_leave_out_or_break_is_answered_all_the_same() {
    let kit = Kit::default();
    let address = serve(&kit, settings(keys())).await;
    let path = |name: &str| format!("/produceAPI/v2/{name}");
    let body = json!({"instanceId": "i", "tenantId": "t", "orgCode": "1", "orgName": "n",
        "parentCode": "0", "flag": 1, "testFlag": 0, "timeStamp": "20220413093539534"})
    .to_string();
    let headers = x_sign(KIT_KEY, "n-1", now(), &body);
    let (code, message) = said(&post(address, &path("singleOrgSync"), &headers, &body).await);
    assert_eq!(
        (code.as_str(), message.as_str()),
        ("000002", "singleOrgSync is not offered")
    );
    let body = json!({"instanceId": "i", "tenantId": "t", "appId": "a", "clientId": "c",
        "clientSecret": "s", "flag": 1, "testFlag": 0, "timeStamp": "20220413093539534"})
    .to_string();
    let headers = x_sign(KIT_KEY, "n-2", now(), &body);
    let (code, message) = said(&post(address, &path("applicationSync"), &headers, &body).await);
    assert_eq!(code, "000005");
    assert!(!message.contains("hunter2"), "{message}");
}

#[tokio::test]
async fn the_mock_calls_every_interface_at_its_path() {
    let kit = Kit::default();
    let address = serve(&kit, settings(keys())).await;
    let base = format!("http://{address}");
    let deliver = async |call: SignedCall| said(&call.post(&base).await.unwrap());

    let new = mock::x_sign(KIT_KEY);
    let mut request: TenantSyncRequest = serde_json::from_str(&tenant("t-2")).unwrap();
    let call = new.call(&request).unwrap();
    assert_eq!(
        (call.method.as_str(), call.path_and_query.as_str()),
        ("POST", V2)
    );
    assert_eq!(deliver(call.clone()).await.0, "000000");
    assert_eq!(deliver(call.replayed()).await.0, "000001");
    assert_eq!(deliver(call.tampered()).await.0, "000001");
    let hour = Duration::from_secs(3600);
    assert_eq!(
        deliver(new.stale(&request, hour).unwrap()).await.0,
        "000002"
    );
    assert_eq!(
        deliver(new.future(&request, hour).unwrap()).await.0,
        "000002"
    );
    assert_eq!(deliver(new.resend(&mut request).unwrap()).await.0, "000000");
    let orgs: AllOrgSyncRequest = serde_json::from_value(json!({
        "instanceId": "i", "tenantId": "t", "flag": 1, "testFlag": 0,
        "timeStamp": "20220413093539534",
        "orgInfoList": [{"orgCode": "1", "orgName": "a", "parentCode": "0"}],
    }))
    .unwrap();
    assert_eq!(deliver(new.call(&orgs).unwrap()).await.0, "000000");
    let stranger = mock::x_sign("hunter2");
    assert_eq!(deliver(stranger.call(&orgs).unwrap()).await.0, "000001");

    let old = mock::auth_token(KEY).path("/");
    let request: TenantSyncV1Request = serde_json::from_str(&tenant("t-3")).unwrap();
    let call = old.call(&request).unwrap();
    assert_eq!(call.path_and_query, V1);
    let answer = call.post(&base).await.unwrap();
    assert_eq!(said(&answer).0, "000000");
    answer.verify(&BodySign::new(KEY)).unwrap();

    let expected = [
        "tenant t-2 华为",
        "tenant t-2 华为",
        "orgs 1",
        "old tenant t-3",
    ];
    assert_eq!(kit.calls(), expected);
}
