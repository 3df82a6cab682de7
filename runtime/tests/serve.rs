//! The accept loop, seen from the other end of a socket.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests are no test functions to clippy"
)]

mod support;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::routing::get;
use bytes::Bytes;
use http_body_util::channel::Channel;
use koo_runtime::mock::{Caller, SignedCall};
use koo_runtime::server::{Router, Server, serve};
use support::{Bench, NOW, ShopSettings, UrlSignature, create, settings};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

/// A bench behind a socket.
struct Running {
    bench: Bench,
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    server: JoinHandle<()>,
}

impl Running {
    async fn start(settings: ShopSettings) -> Self {
        Self::start_with(settings, |server| server).await
    }

    async fn start_with(settings: ShopSettings, set: impl FnOnce(Server) -> Server) -> Self {
        let bench = Bench::new(settings);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let server = set(Server::new(listener, bench.router.clone()));
        let server = tokio::spawn(server.run(async move {
            let _ = stopped.await;
        }));
        Self {
            bench,
            address,
            stop,
            server,
        }
    }

    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    /// Waits until the merchant's code was called so many times.
    async fn called(&self, times: usize) {
        let start = Instant::now();
        while self.bench.called() < times {
            assert!(start.elapsed() < Duration::from_secs(10), "not called");
            sleep(Duration::from_millis(5)).await;
        }
    }

    /// Stops the server and tells how long it took to end.
    async fn stop(self) -> (Bench, Duration) {
        let start = Instant::now();
        self.stop.send(()).unwrap();
        timeout(Duration::from_secs(20), self.server)
            .await
            .unwrap()
            .unwrap();
        (self.bench, start.elapsed())
    }
}

fn call(order: &str) -> SignedCall {
    let caller = Caller::new(UrlSignature::default()).clock(|| NOW);
    caller.call(&create(order)).unwrap()
}

/// The head of the request, ending in an empty line.
fn head(call: &SignedCall, length: usize) -> String {
    format!(
        "POST {} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}\r\n\r\n",
        call.path_and_query
    )
}

async fn write(stream: &mut TcpStream, call: &SignedCall) {
    let mut bytes = head(call, call.body.len()).into_bytes();
    bytes.extend_from_slice(&call.body);
    stream.write_all(&bytes).await.unwrap();
}

/// One response: head and body.
async fn read(stream: &mut TcpStream) -> (String, String) {
    let mut bytes = Vec::new();
    loop {
        let byte = timeout(Duration::from_secs(10), stream.read_u8())
            .await
            .unwrap();
        bytes.push(byte.unwrap());
        if bytes.ends_with(b"\r\n\r\n") {
            break;
        }
    }
    let head = String::from_utf8(bytes).unwrap();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("Content-Length: "))
        .map_or(0, |length| length.parse().unwrap());
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await.unwrap();
    (head, String::from_utf8(body).unwrap())
}

#[tokio::test]
async fn header_names_leave_with_their_exact_letter_case() {
    let running = Running::start(settings()).await;
    let mut stream = running.connect().await;
    write(&mut stream, &call("o-1")).await;
    let (head, body) = read(&mut stream).await;
    let lines: Vec<_> = head.split("\r\n").collect();
    assert_eq!(lines[0], "HTTP/1.1 200 OK");
    assert!(lines.contains(&"Content-Type: application/json"), "{head}");
    let sign = lines
        .iter()
        .find(|line| line.starts_with("Body-Sign: "))
        .unwrap();
    assert!(
        sign.starts_with("Body-Sign: sign_type=\"HMAC-SHA256\", signature=\""),
        "{sign}"
    );
    assert!(body.starts_with("{\"resultCode\":\"000000\""), "{body}");
}

#[tokio::test]
async fn a_connection_serves_many_calls() {
    let running = Running::start(settings()).await;
    let mut stream = running.connect().await;
    for order in ["o-1", "panic", "refuse", "o-2"] {
        write(&mut stream, &call(order)).await;
        let (head, _) = read(&mut stream).await;
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{order}: {head}");
    }
    // Two at once, answered in order.
    write(&mut stream, &call("slow")).await;
    write(&mut stream, &call("message")).await;
    assert!(read(&mut stream).await.1.contains("success"));
    assert!(read(&mut stream).await.1.contains("made"));
}

#[tokio::test]
async fn shutdown_lets_calls_under_way_finish() {
    let running = Running::start(settings()).await;
    let (mut busy, mut idle) = (running.connect().await, running.connect().await);
    write(&mut idle, &call("o-1")).await;
    read(&mut idle).await;
    write(&mut busy, &call("slow")).await;
    running.called(2).await;
    let address = running.address;
    let answer = tokio::spawn(async move { read(&mut busy).await });
    let (bench, took) = running.stop().await;
    assert!(answer.await.unwrap().1.contains("000000"));
    assert_eq!((bench.called(), bench.finished()), (2, 2));
    assert!(
        took < Duration::from_secs(5),
        "idle connections are closed: {took:?}"
    );
    assert_eq!(idle.read(&mut [0; 1]).await.unwrap(), 0);
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn shutdown_waits_for_code_that_is_late() {
    let running = Running::start(settings().budget(Duration::from_millis(200))).await;
    let mut stream = running.connect().await;
    write(&mut stream, &call("slow")).await;
    assert!(read(&mut stream).await.1.contains("000005"));
    assert_eq!(running.bench.finished(), 0);
    let (bench, _) = running.stop().await;
    assert_eq!(bench.finished(), 1);
}

#[tokio::test]
async fn shutdown_does_not_wait_for_ever() {
    let short = Duration::from_millis(200);
    let running =
        Running::start_with(settings().budget(short), |server| server.drain(2 * short)).await;
    let mut stream = running.connect().await;
    write(&mut stream, &call("late")).await;
    read(&mut stream).await;
    let (bench, took) = running.stop().await;
    assert!(
        took >= 2 * short && took < Duration::from_secs(10),
        "{took:?}"
    );
    assert_eq!(bench.finished(), 0);
}

#[tokio::test]
async fn code_runs_on_when_the_caller_hangs_up() {
    let running = Running::start(settings()).await;
    let mut stream = running.connect().await;
    write(&mut stream, &call("slow")).await;
    running.called(1).await;
    drop(stream);
    let (bench, _) = running.stop().await;
    assert_eq!(bench.finished(), 1);
}

#[tokio::test]
async fn slow_heads_end_the_connection_and_slow_bodies_the_call() {
    let short = Duration::from_millis(200);
    let settings = settings().budget(short);
    let running = Running::start_with(settings, |server| server.header_timeout(5 * short)).await;

    let mut stream = running.connect().await;
    stream.write_all(b"POST / HTTP/1.1\r\nHost:").await.unwrap();
    let mut rest = Vec::new();
    timeout(Duration::from_secs(10), stream.read_to_end(&mut rest))
        .await
        .unwrap()
        .unwrap();

    let mut stream = running.connect().await;
    let call = call("o-1");
    stream.write_all(head(&call, 100).as_bytes()).await.unwrap();
    stream.write_all(b"{").await.unwrap();
    let (head, body) = read(&mut stream).await;
    assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");
    assert!(body.contains("000005"), "{body}");
}

#[tokio::test]
async fn a_caller_with_too_long_a_body_can_read_why() {
    let running = Running::start(settings()).await;
    for length in [256 * 1024 + 1, 2 * 1024 * 1024] {
        let mut stream = running.connect().await;
        let call = call("o-1");
        stream
            .write_all(head(&call, length).as_bytes())
            .await
            .unwrap();
        stream.write_all(&vec![b' '; length]).await.unwrap();
        let (head, body) = read(&mut stream).await;
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");
        assert!(
            body.contains("the body has more than 262144 bytes"),
            "{body}"
        );
        // All of it was read, so the connection can go on.
        write(&mut stream, &self::call("o-1")).await;
        assert!(read(&mut stream).await.1.contains("000000"));
    }
}

#[tokio::test]
async fn what_is_no_http_harms_nobody_else() {
    let running = Running::start(settings()).await;
    for garbage in [
        "GARBAGE\r\n\r\n",
        "POST / HTTP/9.9\r\n\r\n",
        "\0\0\0\0\r\n\r\n",
    ] {
        let mut stream = running.connect().await;
        stream.write_all(garbage.as_bytes()).await.unwrap();
        let mut rest = Vec::new();
        timeout(Duration::from_secs(10), stream.read_to_end(&mut rest))
            .await
            .unwrap()
            .unwrap();
    }
    let mut stream = running.connect().await;
    stream
        .write_all(b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
        .await
        .unwrap();
    let (head, body) = read(&mut stream).await;
    assert!(
        head.starts_with("HTTP/1.1 200 OK\r\n") && body.contains("000005"),
        "{head}{body}"
    );
    let mut stream = running.connect().await;
    write(&mut stream, &call("o-1")).await;
    assert!(read(&mut stream).await.1.contains("000000"));
}

#[tokio::test]
async fn the_short_form_serves_too() {
    let bench = Bench::new(settings());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut stream = TcpStream::connect(listener.local_addr().unwrap())
        .await
        .unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let server = tokio::spawn(serve(listener, bench.router, async {
        let _ = stopped.await;
    }));
    write(&mut stream, &call("o-1")).await;
    assert!(read(&mut stream).await.1.contains("000000"));
    drop(stop);
    server.await.unwrap();
}

#[tokio::test]
async fn connections_beyond_the_limit_wait_for_their_turn() {
    let running = Running::start_with(settings(), |server| server.connections(1)).await;
    let mut first = running.connect().await;
    write(&mut first, &call("o-1")).await;
    read(&mut first).await;
    let mut second = running.connect().await;
    write(&mut second, &call("o-2")).await;
    let waiting = timeout(Duration::from_millis(200), second.read_u8()).await;
    assert!(waiting.is_err(), "answered while another is connected");
    assert_eq!(running.bench.called(), 1);
    drop(first);
    assert!(read(&mut second).await.1.contains("000000"));
    running.stop().await;
}

#[tokio::test]
async fn idle_connections_end_and_free_their_place() {
    let short = Duration::from_millis(200);
    let running = Running::start_with(settings(), |server| {
        server.connections(1).header_timeout(short)
    })
    .await;
    let mut first = running.connect().await;
    write(&mut first, &call("o-1")).await;
    read(&mut first).await;
    let mut second = running.connect().await;
    write(&mut second, &call("o-2")).await;
    assert!(read(&mut second).await.1.contains("000000"));
    running.stop().await;
}

#[tokio::test]
async fn an_answer_that_takes_longer_than_a_head_may_is_not_cut_off() {
    let short = Duration::from_millis(100);
    let (mut sender, body) = Channel::<Bytes>::new(1);
    let body = Arc::new(Mutex::new(Some(Body::new(body))));
    let download = get(async move || body.lock().unwrap().take().unwrap());
    let router = Router::new().route("/download", download);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut stream = TcpStream::connect(listener.local_addr().unwrap())
        .await
        .unwrap();
    let server = Server::new(listener, router).header_timeout(short);
    tokio::spawn(server.run(std::future::pending()));
    stream
        .write_all(b"GET /download HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .await
        .unwrap();
    let mut received = Vec::new();
    for piece in ["one ", "two ", "three"] {
        sleep(2 * short).await;
        sender.send_data(piece.into()).await.unwrap();
    }
    drop(sender);
    // Then the connection is idle, and ends.
    timeout(Duration::from_secs(10), stream.read_to_end(&mut received))
        .await
        .unwrap()
        .unwrap();
    let received = String::from_utf8(received).unwrap();
    assert!(received.ends_with("three\r\n0\r\n\r\n"), "{received}");
}
