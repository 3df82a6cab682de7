//! Exchanges with servers that answer with exact bytes.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may panic")]

use std::time::Duration;

use koo_calls::Reply;
use koo_platform::exchange::{Client, Failure, Limits, Sent, Trust};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

fn client(limits: Limits) -> Client {
    Client::new(limits, &Trust::System).unwrap()
}

/// A server that reads one request, answers these bytes and closes. Gives its address and the bytes it read.
async fn server(answer: impl Into<Vec<u8>>) -> (String, JoinHandle<String>) {
    let answer = answer.into();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let serving = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut read = Vec::new();
        let mut block = [0; 1024];
        while !is_whole(&read) {
            let length = stream.read(&mut block).await.unwrap();
            read.extend_from_slice(block.get(..length).unwrap());
        }
        for part in answer.chunks(7) {
            stream.write_all(part).await.unwrap();
            stream.flush().await.unwrap();
        }
        String::from_utf8(read).unwrap()
    });
    (url, serving)
}

fn is_whole(read: &[u8]) -> bool {
    let text = String::from_utf8_lossy(read);
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("Content-Length: "));
    length.is_none_or(|length| body.len() >= length.parse().unwrap())
}

async fn answered(answer: &str) -> Result<Reply, Failure> {
    let (url, _) = server(answer).await;
    let sent = Sent {
        method: "GET".to_owned(),
        url,
        ..Sent::default()
    };
    client(Limits::default()).send(sent).await.outcome
}

#[tokio::test]
async fn the_bytes_are_exact_both_ways() {
    let (url, serving) =
        server("HTTP/1.1 200 OK\r\nBODY-sign: x\r\nBody-Sign: y\r\ncontent-Length: 2\r\n\r\n{}")
            .await;
    let sent = Sent {
        method: "POST".to_owned(),
        url: format!("{url}/saas?a=1%2B1&b=x+y"),
        headers: vec![("x-Odd".to_owned(), "1".to_owned())],
        body: "{ }\n".into(),
    };
    let exchange = client(Limits::default()).send(sent).await;
    let received = exchange.outcome.unwrap();
    let names: Vec<_> = received
        .headers
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(names, ["BODY-sign", "Body-Sign", "content-Length"]);
    assert_eq!(&received.body[..], b"{}");
    let host = url.strip_prefix("http://").unwrap();
    assert_eq!(
        serving.await.unwrap(),
        format!(
            "POST /saas?a=1%2B1&b=x+y HTTP/1.1\r\nHost: {host}\r\nx-Odd: 1\r\nContent-Length: 4\r\nConnection: close\r\n\r\n{{ }}\n"
        ),
    );
}

#[tokio::test]
async fn bodies_end_where_they_say() {
    for (answer, body) in [
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\nTrailer: 1\r\n\r\n",
            "abc0123456789",
        ),
        ("HTTP/1.1 200 OK\r\n\r\nuntil the end", "until the end"),
        (
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef",
            "abc",
        ),
        ("HTTP/1.1 204 No Content\r\n\r\n", ""),
        (
            "HTTP/1.0 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx",
            "x",
        ),
    ] {
        let received = answered(answer).await.unwrap();
        assert_eq!(String::from_utf8_lossy(&received.body), body, "{answer}");
    }
}

#[tokio::test]
async fn broken_replies_are_told_apart() {
    for (answer, kind) in [
        ("", "closed"),
        ("HTTP/1.1 200 OK\r\nContent-", "closed"),
        ("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", "closed"),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
            "closed",
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabcd\r\n0\r\n\r\n",
            "malformed",
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "malformed",
        ),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            "malformed",
        ),
        ("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "malformed"),
        ("SSH-2.0-OpenSSH_9.2\r\n", "malformed"),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\n",
            "body-too-long",
        ),
    ] {
        assert_eq!(answered(answer).await.unwrap_err().kind(), kind, "{answer}");
    }
}

#[tokio::test]
async fn sizes_are_limited() {
    let limits = Limits {
        head_bytes: 100,
        body_bytes: 10,
        ..Limits::default()
    };
    for (answer, kind) in [
        (
            format!("HTTP/1.1 200 OK\r\nX: {}\r\n\r\n", "x".repeat(200)),
            "head-too-long",
        ),
        (
            format!("HTTP/1.1 200 OK\r\n\r\n{}", "x".repeat(200)),
            "body-too-long",
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n".to_owned(),
            "body-too-long",
        ),
        (
            format!(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n{}",
                "x: y\r\n".repeat(40)
            ),
            "head-too-long",
        ),
    ] {
        let (url, _) = server(answer.clone()).await;
        let sent = Sent {
            method: "GET".to_owned(),
            url,
            ..Sent::default()
        };
        assert_eq!(
            client(limits).send(sent).await.outcome.unwrap_err().kind(),
            kind,
            "{answer}"
        );
    }
}

#[tokio::test]
async fn redirects_are_reported_and_not_followed() {
    let received = answered(
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/x\r\nContent-Length: 0\r\n\r\n",
    )
    .await
    .unwrap();
    assert_eq!(received.redirect(), Some("http://127.0.0.1:1/x"));
}

#[tokio::test]
async fn who_does_not_answer_is_given_up() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let limits = Limits {
        timeout: Duration::from_millis(100),
        ..Limits::default()
    };
    let sent = Sent {
        method: "GET".to_owned(),
        url,
        ..Sent::default()
    };
    let exchange = client(limits).send(sent).await;
    assert_eq!(
        exchange.outcome,
        Err(Failure::Timeout(Duration::from_millis(100)))
    );
    drop(listener);
}

#[tokio::test]
async fn without_a_connection_nothing_was_sent() {
    let free = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = free.local_addr().unwrap();
    drop(free);
    for (url, kind) in [
        (format!("http://{address}/"), "refused"),
        ("http://does-not-exist.invalid/".to_owned(), "resolve"),
        ("gopher://x/".to_owned(), "address"),
    ] {
        let sent = Sent {
            method: "GET".to_owned(),
            url,
            ..Sent::default()
        };
        let failure = client(Limits::default())
            .send(sent)
            .await
            .outcome
            .unwrap_err();
        assert_eq!(failure.kind(), kind);
        assert!(failure.is_before_sending());
    }
}

#[tokio::test]
async fn a_plain_server_is_no_tls_server() {
    let (url, _) = server("HTTP/1.1 400 Bad Request\r\n\r\n").await;
    let sent = Sent {
        method: "GET".to_owned(),
        url: url.replace("http", "https"),
        ..Sent::default()
    };
    let limits = Limits {
        timeout: Duration::from_millis(300),
        ..Limits::default()
    };
    let failure = client(limits).send(sent).await.outcome.unwrap_err();
    assert!(matches!(failure.kind(), "tls" | "timeout"), "{failure}");
}

#[tokio::test]
async fn a_header_cannot_smuggle_another() {
    for header in [
        ("X", "1\r\nY: 2"),
        ("X\r\nY", "1"),
        ("", "1"),
        ("X: Y", "1"),
    ] {
        let sent = Sent {
            method: "GET".to_owned(),
            url: "http://127.0.0.1:9/".to_owned(),
            headers: vec![(header.0.to_owned(), header.1.to_owned())],
            ..Sent::default()
        };
        let failure = client(Limits::default())
            .send(sent)
            .await
            .outcome
            .unwrap_err();
        assert!(matches!(failure.kind(), "request" | "refused"), "{failure}");
    }
}

#[tokio::test]
async fn a_connection_serves_several_requests() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let serving = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut block = [0; 1024];
        for answer in [
            "Content-Length: 1\r\n\r\na",
            "Connection: close\r\nContent-Length: 1\r\n\r\nb",
        ] {
            let length = stream.read(&mut block).await.unwrap();
            assert!(length > 0);
            stream
                .write_all(format!("HTTP/1.1 200 OK\r\n{answer}").as_bytes())
                .await
                .unwrap();
        }
    });
    let mut connection = client(Limits::default()).connect(&url).await.unwrap();
    let sent = Sent {
        method: "GET".to_owned(),
        url,
        ..Sent::default()
    };
    assert_eq!(&connection.send(&sent).await.unwrap().body[..], b"a");
    assert!(connection.is_open());
    assert_eq!(&connection.send(&sent).await.unwrap().body[..], b"b");
    assert!(!connection.is_open());
    serving.await.unwrap();
}
