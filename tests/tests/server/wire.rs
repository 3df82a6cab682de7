//! The bytes of an answer, which no HTTP library shows.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use koo_runtime::message::Message;
use koo_runtime::mock::SignedCall;
use koo_runtime::scheme::Scheme as _;
use koogallery::Site;
use koogallery::saas_v2::BodySign;

use crate::bench::{Bench, KEY, purchase};

/// Sends a call over a plain socket, `length` being what its head says, and returns head and body of the answer.
async fn exchange(address: SocketAddr, call: SignedCall, length: usize) -> (String, Vec<u8>) {
    let blocking = move || {
        let mut socket = TcpStream::connect(address).unwrap();
        socket
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        let head = format!(
            "POST {} HTTP/1.1\r\nhost: shop\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n",
            call.path_and_query
        );
        socket.write_all(head.as_bytes()).unwrap();
        socket.write_all(&call.body).unwrap();
        let mut answer = Vec::new();
        socket.read_to_end(&mut answer).unwrap();
        let end = answer
            .windows(4)
            .position(|bytes| bytes == b"\r\n\r\n")
            .unwrap();
        let body = answer.split_off(end + 4);
        (String::from_utf8(answer).unwrap(), body)
    };
    tokio::task::spawn_blocking(blocking).await.unwrap()
}

#[tokio::test]
async fn the_signature_of_a_reply_stands_in_a_header_of_exact_spelling() {
    let bench = Bench::start(Site::Eu).await;
    for order in ["o", "sold out", "panics"] {
        let call = bench.platform.call(&purchase(order)).unwrap();
        let length = call.body.len();
        let (head, body) = exchange(bench.address, call, length).await;
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");
        assert!(
            head.contains("\r\nContent-Type: application/json\r\n"),
            "{head}"
        );
        let line = head
            .lines()
            .find_map(|line| line.strip_prefix("Body-Sign: "));
        let value = line.unwrap_or_else(|| panic!("{head}"));
        assert!(
            value.starts_with(r#"sign_type="HMAC-SHA256", signature=""#),
            "{value}"
        );
        let headers = [("Body-Sign".to_owned(), value.to_owned())];
        let reply = Message {
            method: "",
            path: "",
            query: &[],
            headers: &headers,
            body: &body,
        };
        BodySign::new(KEY).verify(&reply).unwrap();
        let longer = [body.as_slice(), b" "].concat();
        assert!(
            BodySign::new(KEY)
                .verify(&Message {
                    body: &longer,
                    ..reply
                })
                .is_err()
        );
    }
}

#[tokio::test]
async fn a_body_that_never_comes_is_answered_in_time() {
    let budget = Duration::from_millis(200);
    let bench = Bench::start_with(Site::Eu, |settings| settings.budget(budget)).await;
    let call = bench.platform.call(&purchase("o")).unwrap();
    let length = call.body.len() + 1;
    let (head, body) = exchange(bench.address, call, length).await;
    assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");
    assert!(head.contains("\r\nBody-Sign: "), "{head}");
    let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(body["resultCode"], "000005");
    assert_eq!(bench.called(), 0);
}
