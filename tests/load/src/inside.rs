//! What a call costs inside a server, without sockets: for the search of where time goes.

use std::fs;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use koogallery::runtime::mock::SignedCall;
use koogallery::saas_v2::NewInstanceRequest;
use koogallery::saas_v2::mock::platform;
use tower::ServiceExt as _;

use crate::serve::app;
use crate::{KEY, PATH};

/// As many calls are prepared before the clock runs: few, or the memory of a server is no longer as it would be.
const AT_ONCE: usize = 500;

/// Calls one server after the other, on one thread, and says what a call cost the processor.
#[tokio::main(flavor = "current_thread")]
pub(crate) async fn run(servers: &[String], calls: usize) {
    for server in servers {
        let app = app(server);
        let mut nanos = 0;
        for signed in signed(calls).chunks(AT_ONCE) {
            let requests: Vec<_> = signed.iter().map(request).collect();
            let before = processor_nanos();
            for request in requests {
                answer(app.clone(), request).await;
            }
            nanos += processor_nanos() - before;
        }
        println!(
            "{server}: {} ns a call",
            nanos / u64::try_from(calls).unwrap()
        );
    }
}

fn signed(calls: usize) -> Vec<SignedCall> {
    let platform = platform(KEY).path(PATH);
    let sign = |number| {
        let order = format!("CS{number:014}");
        let line = format!("{order}-000001");
        platform
            .resend(&mut NewInstanceRequest::new(order, line, ""))
            .unwrap()
    };
    (0..calls).map(sign).collect()
}

/// With the headers that `wrk` sends.
fn request(call: &SignedCall) -> Request<Body> {
    Request::post(&call.path_and_query)
        .header("Host", "127.0.0.1:8080")
        .header("Content-Type", "application/json;charset=utf8")
        .header("Content-Length", call.body.len())
        .body(Body::from(call.body.clone()))
        .unwrap()
}

async fn answer(app: Router, request: Request<Body>) {
    let response = app.oneshot(request).await.unwrap();
    assert_eq!(response.status(), 200);
    to_bytes(response.into_body(), 4096).await.unwrap();
}

/// What this thread had of the processor.
fn processor_nanos() -> u64 {
    let figures = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    figures.split(' ').next().unwrap().parse().unwrap()
}
