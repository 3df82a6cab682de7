//! What the mock sends, and how it is received.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests are no test functions to clippy"
)]

mod support;

use std::time::Duration;

use koo_runtime::message::parse_query;
use koo_runtime::mock::{CallError, Caller};
use koo_runtime::scheme::SchemeError;
use support::{
    Bench, BodySign, CreateReply, CreateRequest, KEY, NOW, UrlSignature, create, query, settings,
};

fn caller() -> Caller<UrlSignature> {
    Caller::new(UrlSignature::default()).clock(|| NOW)
}

#[tokio::test]
async fn a_call_looks_like_one_of_the_platform() {
    let call = caller()
        .path("/saas?tenant=a+b")
        .call(&create("o-1"))
        .unwrap();
    assert_eq!(call.method, "POST");
    assert_eq!(
        call.headers,
        [("Content-Type".to_owned(), "application/json".to_owned())]
    );
    assert_eq!(call.body, br#"{"activity":"create","orderId":"o-1"}"#);
    let (path, sent) = call.path_and_query.split_once('?').unwrap();
    assert_eq!(path, "/saas");
    let names: Vec<_> = parse_query(sent).into_iter().collect();
    assert_eq!(names[0], ("tenant".to_owned(), "a b".to_owned()));
    assert_eq!(names[2], ("timestamp".to_owned(), NOW.to_string()));
    assert_eq!(names.len(), 4);
}

#[tokio::test]
async fn an_answer_can_be_read_and_its_signature_checked() {
    let answer = caller()
        .call(&create("o-1"))
        .unwrap()
        .send(Bench::new(settings()).router)
        .await
        .unwrap();
    let reply: CreateReply = answer.typed().unwrap();
    assert_eq!(
        (reply.result_code.as_str(), reply.instance_id.as_str()),
        ("000000", "i-1")
    );
    assert_eq!(answer.json().unwrap()["resultMsg"], "success");
    assert!(answer.header("BODY-SIGN").is_some());
    assert!(answer.verify(&BodySign::default()).is_ok());
    let mut changed = answer.clone();
    changed.body.push(b' ');
    assert_eq!(
        changed.verify(&BodySign::default()),
        Err(SchemeError::Mismatch("Body-Sign"))
    );
    assert_eq!(answer.typed::<u8>().unwrap_err().path(), ".");
}

async fn code(bench: &Bench, call: koo_runtime::mock::SignedCall) -> String {
    let answer = call.send(bench.router.clone()).await.unwrap();
    answer.json().unwrap()["resultCode"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn resent_stale_replayed_and_tampered() {
    let bench = Bench::new(settings());
    let caller = caller();
    let mut request = create("o-1");
    let hour = Duration::from_secs(3600);

    let first = caller.call(&request).unwrap();
    assert_eq!(code(&bench, first.clone()).await, "000000");

    assert_eq!(request.business_id, None);
    let resent = caller.resend(&mut request).unwrap();
    let once = request.business_id.clone().unwrap();
    assert_ne!(resent.path_and_query, first.path_and_query);
    assert_eq!(code(&bench, resent).await, "000000");
    caller.resend(&mut request).unwrap();
    assert_ne!(
        request.business_id,
        Some(once),
        "each resend has a value of its own"
    );
    let sent: CreateRequest = serde_json::from_slice(&first.body).unwrap();
    assert_eq!(sent.order_id, request.order_id, "the order stays the same");

    assert_eq!(
        code(&bench, caller.stale(&request, hour).unwrap()).await,
        "000002"
    );
    assert_eq!(
        code(&bench, caller.future(&request, hour).unwrap()).await,
        "000002"
    );
    assert_eq!(code(&bench, first.replayed()).await, "000002");
    assert_eq!(first.replayed(), first);
    assert_eq!(
        code(&bench, caller.call(&request).unwrap().tampered()).await,
        "000001"
    );
    assert_eq!(
        code(&bench, caller.call_bytes("").unwrap().tampered()).await,
        "000001"
    );
    assert_eq!(bench.called(), 2);
    let far = caller.stale(&request, Duration::MAX).unwrap();
    assert_eq!(
        code(&bench, far).await,
        "000002",
        "signed rightly, but no time"
    );
}

#[test]
fn tampering_changes_one_bit_of_the_body_and_nothing_else() {
    let call = caller().call(&create("o-1")).unwrap();
    let tampered = call.clone().tampered();
    assert_eq!(tampered.path_and_query, call.path_and_query);
    let bits: u32 = call
        .body
        .iter()
        .zip(&tampered.body)
        .map(|(left, right)| (left ^ right).count_ones())
        .sum();
    assert_eq!((bits, tampered.body.len()), (1, call.body.len()));
}

#[test]
fn requests_as_a_query() {
    let request = serde_json::json!({"activity": "a b", "n": 1.5, "none": null, "list": ["x"]});
    let call = caller().in_query().call_json(&request).unwrap();
    assert_eq!(
        (call.method.as_str(), call.body.len(), call.headers.len()),
        ("GET", 0, 0)
    );
    let (_, sent) = call.path_and_query.split_once('?').unwrap();
    assert!(
        sent.starts_with("activity=a%20b&n=1.5&list=%5B%22x%22%5D&signature="),
        "{sent}"
    );
    let no_object = caller().in_query().call_json(&[1, 2]);
    assert!(matches!(no_object, Err(CallError::Request)));
}

#[tokio::test]
async fn what_cannot_be_sent() {
    let bench = Bench::new(settings());
    let mut call = caller().call(&query("{}")).unwrap();
    call.headers.push(("bad name".to_owned(), String::new()));
    let error = call.send(bench.router).await.unwrap_err();
    assert!(matches!(error, CallError::Http));
}

#[tokio::test]
async fn calls_and_answers_show_nothing() {
    let call = caller().call(&create("hunter2")).unwrap();
    let answer = call.send(Bench::new(settings()).router).await.unwrap();
    let text = format!("{call:?} {answer:?}");
    assert!(!text.contains("hunter2") && !text.contains(KEY) && !text.contains("signature"));
    assert!(
        text.contains("path: \"/\"") && text.contains("status: 200"),
        "{text}"
    );
}

#[cfg(feature = "client")]
#[tokio::test]
async fn over_the_network() {
    use koo_runtime::client::{Client, ClientError, Outgoing};
    use koo_runtime::server::serve;

    let bench = Bench::new(settings());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}/", listener.local_addr().unwrap());
    let server = tokio::spawn(serve(
        listener,
        bench.router.clone(),
        std::future::pending(),
    ));

    let answer = caller()
        .call(&create("o-1"))
        .unwrap()
        .post(&base)
        .await
        .unwrap();
    assert_eq!(
        (answer.status, answer.json().unwrap()["resultCode"].as_str()),
        (200, Some("000000"))
    );
    answer.verify(&BodySign::default()).unwrap();

    let client = Client::new(Duration::from_millis(200)).unwrap();
    let late = caller().call(&create("late")).unwrap();
    let url = format!("{}{}", base.trim_end_matches('/'), late.path_and_query);
    let outgoing = Outgoing {
        method: "POST",
        url: &url,
        headers: &late.headers,
        body: &late.body,
    };
    let error = client.send(outgoing).await.unwrap_err();
    assert!(matches!(error, ClientError::Network(_)));
    let source = std::error::Error::source(&error).unwrap();
    assert!(
        !format!("{error} {error:?} {source}").contains("signature="),
        "{error:?}"
    );
    for (method, headers) in [
        ("P O", vec![]),
        ("POST", vec![("a b".to_owned(), String::new())]),
    ] {
        let outgoing = Outgoing {
            method,
            headers: &headers,
            ..outgoing
        };
        assert!(matches!(
            client.send(outgoing).await,
            Err(ClientError::Call(_))
        ));
    }
    server.abort();
}
