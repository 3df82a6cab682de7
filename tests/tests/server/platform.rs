//! The platform that merchants call, as their tests meet it.

use koo_runtime::message::Message;
use koo_runtime::scheme::{Scheme, Stamp};
use koo_runtime::{Call, Refusal};
use koogallery::open_api::platform::{Answer, Keys, Platform, router, settings};
use koogallery::open_api::*;
use koogallery::{auto_deploy, joint_kit, license_v2};
use serde_json::{Value, json};
use std::net::SocketAddr;

use crate::http::{base64, hmac_sha256, now, send, start};

const AK: &str = "example-id";
const SK: &str = "example-secret";
const PUSH_KEY: &str = "push-key";

const ORDERS: &str = "/api/mkp-openapi-public/global/v1/order/query";
const USAGE: &str = "/api/mkp-openapi-public/global/v1/isv/usage-data";
const EVENT: &str = "/api/mkp-openapi-public/global/v1/market-event/e-1/file";

/// Answers as documented.
struct Documented;

impl Platform for Documented {}

/// Knows orders of its own.
struct Own;

impl Platform for Own {
    async fn query_order(&self, call: Call<QueryOrderRequest>) -> Answer<QueryOrderReply> {
        let known: QueryOrderReply = serde_json::from_value(json!({
            "resultCode": "MKT.0000", "resultMsg": "Success",
        }))
        .unwrap();
        match call.request.order_id.as_str() {
            "CS1" => Ok(known),
            _ => Err(Refusal::new(ResultCode::MktNoAuthority, "whose order?")),
        }
    }

    async fn upload_event_file(
        &self,
        call: Call<UploadEventFileRequest>,
    ) -> Answer<UploadEventFileReply> {
        let request = call.request;
        assert_eq!(request.event_id, "e-1");
        assert_eq!(request.isv_update_file_req.r#type, UploadKind::File);
        assert_eq!(request.file.unwrap(), b"\x00\xff\r\n--not the end");
        Ok(UploadEventFileReply {
            error_code: ResultCode::CbcSuccess,
            error_msg: "kept".to_owned(),
        })
    }
}

fn keys() -> Keys {
    Keys::default()
        .sdk_hmac(AK, SK)
        .usage_push_signature(PUSH_KEY)
}

/// A call signed with the access key pair, through the generated scheme.
async fn signed(
    address: SocketAddr,
    secret: &str,
    (method, path, query): (&str, &str, &[(&str, &str)]),
    content_type: &str,
    body: &[u8],
) -> koo_runtime::client::Answer {
    let query: Vec<_> = query
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    let mut headers = vec![
        ("Host".to_owned(), address.to_string()),
        ("Content-Type".to_owned(), content_type.to_owned()),
    ];
    let message = Message {
        method,
        path,
        query: &query,
        headers: &headers,
        body,
    };
    let carried = SdkHmac::new(AK, secret)
        .sign(&message, &Stamp::now())
        .unwrap();
    headers.extend(
        carried
            .into_iter()
            .map(|carried| (carried.name.to_owned(), carried.value)),
    );
    let pairs: Vec<_> = query
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let path = if pairs.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", pairs.join("&"))
    };
    let headers: Vec<_> = headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    send(address, method, &path, &headers, body).await
}

async fn order(address: SocketAddr, secret: &str, id: &str) -> (u16, Value) {
    let line = format!("{id}-000001");
    let query = [("orderId", id), ("orderLineId", line.as_str())];
    let answer = signed(
        address,
        secret,
        ("GET", ORDERS, &query),
        "application/json",
        b"",
    )
    .await;
    (answer.status, answer.json().unwrap())
}

#[tokio::test]
async fn documented_orders_are_answered() {
    let address = start(router(Documented, settings(keys()))).await;
    for (id, kind) in [
        ("MOCKPERIODYEARNEW", "NEW"),
        ("MOCKPERIODDAYTRIAL", "TRIAL"),
        ("MOCKMONTYRENEW", "RENEW"),
        ("MOCKMONTYCHANGE", "CHANGE"),
    ] {
        let (status, body) = order(address, SK, id).await;
        assert_eq!(status, 200);
        assert_eq!(body["resultCode"], "MKT.0000", "{body}");
        assert_eq!(body["orderInfo"]["orderId"], id);
        assert_eq!(body["orderInfo"]["orderType"], kind);
    }
    let (status, body) = order(address, SK, "CS404").await;
    assert_eq!(
        (status, body["resultCode"].as_str()),
        (400, Some("MKT.0101")),
        "{body}"
    );
}

#[tokio::test]
async fn a_wrong_key_and_a_wrong_call_are_refused() {
    let address = start(router(Documented, settings(keys()))).await;
    let (status, body) = order(address, "another-secret", "MOCKPERIODYEARNEW").await;
    assert_eq!(
        (status, body["resultCode"].as_str()),
        (401, Some("APIGW.0301")),
        "{body}"
    );
    let answer = send(
        address,
        "GET",
        &format!("{ORDERS}?orderId=a&orderLineId=b"),
        &[],
        b"",
    )
    .await;
    assert_eq!(answer.status, 401);
    // The contract is kept to the letter.
    for query in [
        &[("orderLineId", "b")][..],
        &[("orderId", "a"), ("orderLineId", "b"), ("colour", "red")],
    ] {
        let answer = signed(address, SK, ("GET", ORDERS, query), "application/json", b"").await;
        assert_eq!(answer.status, 400);
        assert_eq!(answer.json().unwrap()["resultCode"], "MKT.0101");
    }
    let answer = signed(
        address,
        SK,
        ("POST", ORDERS, &[]),
        "application/json",
        b"{}",
    )
    .await;
    assert_eq!(answer.status, 404);
    // Without its keys a group is closed.
    let half = settings(Keys::default().usage_push_signature(PUSH_KEY));
    let address = start(router(Documented, half)).await;
    let (status, body) = order(address, SK, "MOCKPERIODYEARNEW").await;
    assert_eq!(
        (status, body["resultCode"].as_str()),
        (500, Some("MKT.0999")),
        "{body}"
    );
}

#[tokio::test]
async fn usage_is_taken_with_the_signature_of_its_own() {
    let address = start(router(Documented, settings(keys()))).await;
    let body = concat!(
        r#"{"usage_records":[{"begin_time":"20220809T080000Z","end_time":"20220809T090000Z","#,
        r#""instance_id":"7f141bf1-aec8-4859-8323-fb3a8ad50721","metering_sn":"sn-0001","#,
        r#""record_time":"20220809T091000Z","usage_value":"99"}]}"#
    );
    let push = async |key: &str, nonce: &str| {
        let ts = now().to_string();
        let text = format!("ts={ts}&nonce={nonce}&body={body}");
        let signature = base64(&hmac_sha256(key, text.as_bytes()));
        let headers = [
            ("ts", ts.as_str()),
            ("nonce", nonce),
            ("signature", signature.as_str()),
        ];
        let answer = send(address, "POST", USAGE, &headers, body.as_bytes()).await;
        let code = answer.json().unwrap()["error_code"]
            .as_str()
            .unwrap()
            .to_owned();
        (answer.status, code)
    };
    assert_eq!(push(PUSH_KEY, "n-1").await, (200, "MKT.0000".to_owned()));
    assert_eq!(push(PUSH_KEY, "n-1").await, (401, "94060002".to_owned()));
    assert_eq!(push(SK, "n-2").await, (401, "94060002".to_owned()));
}

#[tokio::test]
async fn a_test_can_answer_for_the_platform() {
    let address = start(router(Own, settings(keys()))).await;
    assert_eq!(order(address, SK, "CS1").await.0, 200);
    let (status, body) = order(address, SK, "CS2").await;
    assert_eq!(status, 401);
    assert_eq!(
        body,
        json!({"resultCode": "MKT.0151", "resultMsg": "whose order?"})
    );
    let digest = "ab".repeat(32);
    let about = format!(r#"{{"type":"FILE","file_name":"a.lic","sha256":"{digest}"}}"#);
    let mut form = format!(
        "--x1\r\nContent-Disposition: form-data; name=\"isvUpdateFileReq\"\r\n\
         Content-Type: application/json\r\n\r\n{about}\r\n\
         --x1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.lic\"\r\n\r\n"
    )
    .into_bytes();
    form.extend(b"\x00\xff\r\n--not the end\r\n--x1--\r\n");
    let content_type = "multipart/form-data; boundary=x1";
    let answer = signed(address, SK, ("POST", EVENT, &[]), content_type, &form).await;
    let body = answer.json().unwrap();
    assert_eq!(body, json!({"error_code": "CBC.0000", "error_msg": "kept"}));
    let answer = signed(
        address,
        SK,
        ("POST", EVENT, &[]),
        content_type,
        b"--x1 torn",
    )
    .await;
    assert_eq!(answer.status, 400);
    assert_eq!(answer.json().unwrap()["error_code"], "CBC.0101");
}

#[tokio::test]
async fn tokens_are_told_apart_by_their_grant() {
    use joint_kit::platform::{Keys, Platform, router, settings};
    struct Centre;
    impl Platform for Centre {
        async fn oauth_refresh_token(
            &self,
            call: Call<joint_kit::OauthRefreshTokenRequest>,
        ) -> joint_kit::platform::Answer<joint_kit::OauthRefreshTokenReply> {
            assert_eq!(call.request.domain_name, "127.0.0.1");
            Ok(joint_kit::OauthRefreshTokenReply {
                access_token: Some("fresh".to_owned()),
                ..Default::default()
            })
        }
    }
    let keys = Keys::default().bearer_token("token-1");
    let address = start(router(Centre, settings(keys))).await;
    let form = [("Content-Type", "application/x-www-form-urlencoded")];
    let token = async |body: &str| {
        let path = "/api/v1/oauth2/token";
        let answer = send(address, "POST", path, &form, body.as_bytes()).await;
        (answer.status, answer.json().unwrap())
    };
    let (_, first) =
        token("client_id=a&client_secret=b&code=c&grant_type=authorization_code").await;
    assert_eq!(
        (first["token_type"].as_str(), first["expires_in"].as_u64()),
        (Some("Bearer"), Some(7200))
    );
    let (_, next) =
        token("client_id=a&client_secret=b&refresh_token=c&grant_type=refresh_token").await;
    assert_eq!(next["access_token"], "fresh");
    assert_eq!(token("client_id=a&grant_type=password").await.0, 400);

    let user = async |token: &str| {
        let headers = [("Authorization", token)];
        send(address, "GET", "/api/v1/oauth2/userinfo", &headers, b"").await
    };
    let answer = user("Bearer token-1").await;
    assert_eq!(answer.json().unwrap()["userName"], "zhangsan01");
    assert_eq!(user("Bearer token-2").await.status, 401);
}

#[tokio::test]
async fn tickets_are_answered_in_xml() {
    use joint_kit::platform::{Keys, Platform, router, settings};
    struct Centre;
    impl Platform for Centre {}
    let address = start(router(Centre, settings(Keys::default()))).await;
    let path =
        "/api/v1/cas/p3/serviceValidate?service=https%3A%2F%2Fexample.com&ticket=ST-1&format=XML";
    let answer = send(address, "GET", path, &[], b"").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("Content-Type"), Some("application/xml"));
    let xml = String::from_utf8(answer.body).unwrap();
    // Unless XML is asked for, the answer is JSON.
    let json = path.replace("format=XML", "format=JSON");
    let other = send(address, "GET", &json, &[], b"").await;
    assert_eq!(other.header("Content-Type"), Some("application/json"));
    let user = &other.json().unwrap()["serviceResponse"]["authenticationSuccess"]["user"];
    assert_eq!(user, "zhangsan");
    let start = r#"<?xml version="1.0" encoding="UTF-8"?><cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas"><cas:authenticationSuccess><cas:user>zhangsan</cas:user>"#;
    assert!(xml.starts_with(start), "{xml}");
    assert!(xml.contains("<cas:name>张三</cas:name>"), "{xml}");
}

#[tokio::test]
async fn every_guide_whose_merchants_call_has_a_platform() {
    struct Plain;
    impl license_v2::platform::Platform for Plain {}
    impl auto_deploy::platform::Platform for Plain {}
    let app = license_v2::platform::router(Plain, license_v2::platform::settings(AK, SK));
    let address = start(app).await;
    let path = "/api/mkp-openapi-public/global/v1/license/activate";
    let answer = signed(
        address,
        SK,
        ("POST", path, &[]),
        "application/json",
        br#"{"license":"PLXXXXXX"}"#,
    )
    .await;
    assert_eq!(answer.json().unwrap()["error_code"], "92020000");
    let app = auto_deploy::platform::router(Plain, auto_deploy::platform::settings(AK, SK));
    let address = start(app).await;
    let path = "/api/mkp-openapi-public/v1/asset/deployed-object";
    let call = (
        "GET",
        path,
        &[("asset_id", "a"), ("deployed_type", "software_package")][..],
    );
    let answer = signed(address, "wrong", call, "application/json", b"").await;
    assert_eq!(answer.status, 401);
}
