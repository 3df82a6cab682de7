//! What is received, readable or not.

use koo_runtime::server::{Policy, router};
use serde_json::json;

use crate::support::{Bench, Log, QueryShop, create, settings};
use crate::{caller, checked, refused, send, triple};

#[tokio::test]
async fn any_path_will_do_and_the_path_on_the_wire_is_what_counts() {
    let bench = Bench::new(settings());
    for path in ["/", "/a", "/a/b%20c/", "/?x=1", "//"] {
        let call = caller().path(path).call(&create("o-1")).unwrap();
        assert_eq!(send(&bench, &call).await["resultCode"], "000000", "{path}");
    }
    let nested = axum::Router::new()
        .nest_service("/saas", Bench::new(settings()).router)
        .route("/health", axum::routing::get(|| async { "well" }));
    for path in ["/saas", "/saas/", "/saas/v2/calls"] {
        let call = caller().path(path).call(&create("o-1")).unwrap();
        let answer = call.send(nested.clone()).await.unwrap();
        assert_eq!(checked(&answer)["resultCode"], "000000", "{path}");
    }
}

#[tokio::test]
async fn bodies_that_are_no_request() {
    let bench = Bench::new(settings());
    let no_object = "the body is not a JSON object";
    let cases: &[(&[u8], &str, &str)] = &[
        (b"", no_object, "malformed"),
        (b"hunter2", no_object, "malformed"),
        (b"[]", no_object, "malformed"),
        (b"\"create\"", no_object, "malformed"),
        (b"null", no_object, "malformed"),
        (b"{\"activity\":\"create\"", no_object, "malformed"),
        (
            b"{\"activity\":\"create\",\"orderId\":\"\xff\"}",
            no_object,
            "malformed",
        ),
        (
            b"\xef\xbb\xbf{\"activity\":\"create\"}",
            no_object,
            "malformed",
        ),
        (b"{}", "activity: missing", "no_selector"),
        (b"{\"activity\":null}", "activity: missing", "no_selector"),
        (b"{\"activity\":\"\"}", "activity: missing", "no_selector"),
        (
            b"{\"activity\":{\"a\":\"create\"}}",
            "activity: missing",
            "no_selector",
        ),
        (
            b"{\"activity\":\"hunter2\"}",
            "unknown interface",
            "unknown_interface",
        ),
        (
            b"{\"activity\":\"Create\"}",
            "unknown interface",
            "unknown_interface",
        ),
        (
            b"{\"activity\":7}",
            "unknown interface",
            "unknown_interface",
        ),
    ];
    for (body, message, reason) in cases {
        let call = caller().call_bytes(*body).unwrap();
        let told = format!(" refused 000002 {reason}");
        assert_eq!(
            refused(&bench, &call).await,
            triple("000002", message, &told)
        );
    }
    let of_create: &[(&str, &str)] = &[
        (r#"{"activity":"create"}"#, "orderId: missing"),
        (
            r#"{"activity":"create","orderId":null}"#,
            "orderId: missing",
        ),
        (
            r#"{"activity":"create","orderId":["hunter2"]}"#,
            "orderId: an array instead of a string",
        ),
        (
            r#"{"activity":"create","orderId":"o","amount":"hunter2"}"#,
            "amount: text instead of u32",
        ),
        (r#"{"activity":"create","orderId":"\ud800"}"#, "not JSON"),
    ];
    for (body, message) in of_create {
        let call = caller().call_bytes(*body).unwrap();
        let (code, said, told) = refused(&bench, &call).await;
        assert_eq!(
            (code.as_str(), told.as_str()),
            ("000002", "create refused 000002 malformed")
        );
        assert!(said.starts_with(message), "{said}");
    }
    let deep = format!(
        r#"{{"activity":"create","x":{}{}}}"#,
        "[".repeat(9999),
        "]".repeat(9999)
    );
    let (_, said, _) = refused(&bench, &caller().call_bytes(deep).unwrap()).await;
    assert!(
        said.contains("nested too deeply") || said.contains("not JSON"),
        "{said}"
    );
    assert_eq!(bench.called(), 0);
}

#[tokio::test]
async fn of_repeated_members_the_last_counts_everywhere() {
    let bench = Bench::new(settings());
    let body = r#"{"activity":"query","orderId":"first","activity":"create","orderId":"last"}"#;
    send(&bench, &caller().call_bytes(body).unwrap()).await;
    assert_eq!(bench.seen.lock().unwrap()[0].request.order_id, "last");
    assert_eq!(
        bench.log.lines(),
        [
            "create leniency activity: repeated, the last value counts",
            "create leniency orderId: repeated, the last value counts",
            "create replied 000000",
        ]
    );
}

#[tokio::test]
async fn what_is_received_may_depart_from_the_contract() {
    let body = r#"{"activity":"create","orderId":1234567890,"colour":"hunter2","amount":null}"#;
    let told = [
        "create leniency orderId: number taken as text",
        "create leniency colour: unknown field",
        "create leniency amount: null taken as absent",
        "create violation orderId max_length",
        "create replied 000000",
    ];
    for (policy, lines) in [(Policy::Observe, &told[..]), (Policy::Lenient, &told[4..])] {
        let bench = Bench::new(settings().policy(policy));
        send(&bench, &caller().call_bytes(body).unwrap()).await;
        assert_eq!(bench.log.lines(), lines, "{policy:?}");
        let call = bench.seen.lock().unwrap()[0].clone();
        assert_eq!((call.observations.len(), call.violations.len()), (3, 1));
        assert_eq!(call.request.order_id, "1234567890");
    }
}

#[tokio::test]
async fn under_the_strict_policy_it_may_not() {
    let bench = Bench::new(settings().policy(Policy::Strict));
    let cases = [
        (
            r#"{"activity":"create","orderId":1}"#,
            "orderId: number taken as text",
        ),
        (
            r#"{"activity":"create","orderId":"o","x":0}"#,
            "x: unknown field",
        ),
        (
            r#"{"activity":"create","orderId":"123456789"}"#,
            "orderId: ",
        ),
        (
            r#"{"activity":"create","activity":"create","orderId":"o"}"#,
            "activity: repeated",
        ),
    ];
    for (body, message) in cases {
        let (code, said, told) = refused(&bench, &caller().call_bytes(body).unwrap()).await;
        assert_eq!(
            (code.as_str(), told.as_str()),
            ("000002", "create refused 000002 departure")
        );
        assert!(said.starts_with(message), "{said}");
    }
    assert_eq!(bench.called(), 0);
    let with_null = r#"{"activity":"create","orderId":"o","amount":null}"#;
    let body = send(&bench, &caller().call_bytes(with_null).unwrap()).await;
    assert_eq!(
        body["resultCode"], "000000",
        "null is only a way to write nothing"
    );
}

#[tokio::test]
async fn bodies_up_to_the_limit() {
    let bench = Bench::new(settings().body_limit(100));
    let body = |length: usize| {
        let start = r#"{"activity":"create","orderId":"o","x":""#;
        format!("{start}{}\"}}", "x".repeat(length - start.len() - 2))
    };
    let fits = caller().call_bytes(body(100)).unwrap();
    assert_eq!(send(&bench, &fits).await["resultCode"], "000000");
    for length in [101, 1_500, 1_700, 1_000_000] {
        let call = caller().call_bytes(body(length)).unwrap();
        let answer = refused(&bench, &call).await;
        let message = "the body has more than 100 bytes";
        assert_eq!(
            answer,
            triple("000002", message, " refused 000002 body_too_long")
        );
    }
    assert_eq!(bench.called(), 1);
}

#[tokio::test]
async fn other_methods_and_odd_headers_are_answered_too() {
    let bench = Bench::new(settings());
    let mut call = caller().call(&create("o-1")).unwrap();
    for method in ["GET", "PUT", "DELETE", "PATCH", "OPTIONS", "BREW"] {
        call.method = method.to_owned();
        let body = send(&bench, &call).await;
        let expected = if method == "GET" { "000000" } else { "000002" };
        assert_eq!(
            body["resultCode"], expected,
            "{method}: signed, then replayed"
        );
    }
    let mut call = caller().call(&create("o-1")).unwrap();
    call.headers = vec![
        ("X-Odd".to_owned(), "\u{e9}".to_owned()),
        ("Content-Type".to_owned(), "text/plain".to_owned()),
    ];
    assert_eq!(send(&bench, &call).await["resultCode"], "000000");
}

#[tokio::test]
async fn parameters_in_the_query() {
    let log = Log::default();
    let app = router(QueryShop, settings().observer(log.observer()));
    let caller = caller().path("/produce").in_query();
    let mut request = create("o 1+&=中");
    request.amount = Some(3);
    let answer = caller
        .call(&request)
        .unwrap()
        .send(app.clone())
        .await
        .unwrap();
    assert_eq!(checked(&answer)["resultCode"], "000000");
    let answer = caller
        .call_json(&json!({"orderId": "o"}))
        .unwrap()
        .send(app.clone())
        .await
        .unwrap();
    assert_eq!(checked(&answer)["resultMsg"], "activity: missing");
    let answer = caller
        .call_json(&json!({"activity": "create"}))
        .unwrap()
        .send(app)
        .await
        .unwrap();
    assert_eq!(checked(&answer)["resultMsg"], "orderId: missing");
    assert_eq!(
        log.lines(),
        [
            "create replied 000000",
            " refused 000002 no_selector",
            "create refused 000002 malformed",
        ]
    );
}
