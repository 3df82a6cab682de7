//! `koo mock`, run and called.

#![allow(
    clippy::indexing_slicing,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "helpers of tests may panic"
)]

#[macro_use]
mod support;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use support::{koo, run};

/// A mock that runs, and ends with the test.
struct Running {
    child: Child,
    lines: BufReader<std::process::ChildStdout>,
    address: String,
}

impl Drop for Running {
    fn drop(&mut self) {
        // It has ended already where the test waited for it.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn start(arguments: &[&str]) -> Running {
    let mut child = Command::new(koo().get_program())
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["mock", "--listen", "127.0.0.1:0", "--format", "json"])
        .args(arguments)
        .env("KOO_ACCESS_KEY_ID", "id-of-the-tests")
        .env("KOO_SECRET_ACCESS_KEY", "secret-of-the-tests")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("koo runs");
    let mut lines = BufReader::new(child.stdout.take().expect("standard output"));
    let first = line(&mut lines);
    let url = first["listening"].as_str().expect("an address");
    let address = url.strip_prefix("http://").expect("an address").to_owned();
    Running {
        child,
        lines,
        address,
    }
}

fn line(lines: &mut impl BufRead) -> Value {
    let mut line = String::new();
    lines.read_line(&mut line).expect("a line");
    serde_json::from_str(&line).expect("JSON")
}

/// Sends a request and gives the whole answer.
fn ask(address: &str, head: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("somebody listens");
    write!(
        stream,
        "{head}\r\nHost: {address}\r\nConnection: close\r\n\r\n"
    )
    .expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer
}

#[test]
fn it_listens_logs_and_stops() {
    let mut mock = start(&["--family", "open-api"]);
    let path = "/api/mkp-openapi-public/global/v1/order/query";
    let forged = format!(
        "GET {path}?orderId=MOCKONETIMENEW HTTP/1.1\r\nX-Sdk-Date: 20260101T000000Z\r\n\
         Authorization: SDK-HMAC-SHA256 Access=x, SignedHeaders=host;x-sdk-date, Signature=00"
    );
    let answer = ask(&mock.address, &forged);
    assert!(answer.starts_with("HTTP/1.1 401 "), "{answer}");
    assert!(answer.contains("X-Koo-Explanation: "), "{answer}");
    let logged = line(&mut mock.lines);
    assert_eq!(logged["interface"], "open-api/queryOrder");
    assert_eq!(logged["signature"]["verdict"], "refused");
    assert_eq!(logged["status"], 401);
    assert_eq!(logged["code"], "APIGW.0301");
    assert!(!logged.to_string().contains("secret-of-the-tests"));

    // Only this guide is played.
    let answer = ask(&mock.address, "GET /api/v1/cas/login?service=s HTTP/1.1");
    assert!(answer.starts_with("HTTP/1.1 404 "), "{answer}");

    let interrupted = Command::new("kill")
        .args(["-INT", &mock.child.id().to_string()])
        .status()
        .expect("kill runs");
    assert!(interrupted.success());
    let status = mock.child.wait().expect("it ends");
    assert_eq!(status.code(), Some(0));
}

#[test]
fn a_call_that_asks_for_no_answer_gets_none() {
    let mut mock = start(&["--family", "joint-kit", "--fault", "casLogout=throttle"]);
    let login = "GET /api/v1/cas/login?service=https%3A%2F%2Fshop.example HTTP/1.1";
    let answer = ask(&mock.address, login);
    assert!(answer.starts_with("HTTP/1.1 302 "), "{answer}");
    assert!(
        answer.contains("Location: https://shop.example?ticket=ST-"),
        "{answer}"
    );
    assert_eq!(line(&mut mock.lines)["status"], 302);
    let answer = ask(&mock.address, &format!("{login}\r\nX-Koo-Fault: close"));
    assert_eq!(answer, "");
    assert_eq!(line(&mut mock.lines)["fault"], "close");
    let answer = ask(&mock.address, "GET /api/v1/cas/logout HTTP/1.1");
    assert!(answer.starts_with("HTTP/1.1 429 "), "{answer}");
}

#[test]
fn wrong_arguments_are_explained() {
    let wrong = |arguments: &[&str]| {
        let run = run(&[&["mock"], arguments].concat());
        assert_eq!(run.code, 2, "{}", run.stderr);
        run.stderr
    };
    let text = wrong(&["--fault", "queryOder=5xx"]);
    assert!(text.contains("did you mean `queryOrder`?"), "{text}");
    let text = wrong(&["--fault", "6xx"]);
    assert!(text.contains("is no fault"), "{text}");
    let text = wrong(&["--family", "open-ap"]);
    assert!(text.contains("did you mean `open-api`?"), "{text}");
    let text = wrong(&["--listen", "0.0.0.0:0"]);
    assert!(text.contains("--public"), "{text}");
    let text = wrong(&["--secret", "acces_key=env:HOME"]);
    assert!(text.contains("did you mean `access_key`?"), "{text}");
}

#[test]
fn the_unified_login_page_leads_back_with_code_and_tenant() {
    let folder = tempfile::tempdir().expect("a folder");
    let records = folder.path().join("records.json");
    let mine = r#"{"joint-kit": {"applications": [
        {"appId": "mine", "address": "http://127.0.0.1:8080/login?from=koo", "client_id": "c-1", "tenant": "t-1"}]}}"#;
    std::fs::write(&records, mine).expect("written");
    let file = records.to_str().expect("UTF-8");
    let mut mock = start(&["--family", "joint-kit", "--records", file]);

    // What stands behind the # never comes: the page brings it along.
    let answer = ask(&mock.address, "GET /unified-login/ HTTP/1.1");
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    assert!(answer.contains("location.hash"), "{answer}");
    assert_eq!(line(&mut mock.lines)["interface"], "joint-kit/unifiedLogin");

    let answer = ask(
        &mock.address,
        "GET /unified-login/?ind=UNOP&appId=mine HTTP/1.1",
    );
    assert!(answer.starts_with("HTTP/1.1 302 "), "{answer}");
    let location = answer
        .lines()
        .find_map(|line| line.strip_prefix("Location: "))
        .expect("a location");
    let code = location
        .strip_prefix("http://127.0.0.1:8080/login?from=koo&code=")
        .and_then(|rest| rest.strip_suffix("&tenant=t-1"))
        .expect("code and tenant");

    // The code is worth a token of the client that belongs to the application.
    let token = |client: &str| {
        let body =
            format!("client_id={client}&client_secret=s&code={code}&grant_type=authorization_code");
        let head = format!(
            "POST /api/v1/oauth2/token HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}",
            body.len()
        );
        let mut stream = TcpStream::connect(&mock.address).expect("somebody listens");
        write!(
            stream,
            "{head}\r\nHost: m\r\nConnection: close\r\n\r\n{body}"
        )
        .expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    };
    let other = token("c-2");
    assert!(other.contains("Client ID mismatch"), "{other}");
    let own = token("c-1");
    assert!(own.contains("access_token"), "{own}");

    let answer = ask(
        &mock.address,
        "GET /unified-login/?ind=UNOP&appId=nobody HTTP/1.1",
    );
    assert!(answer.starts_with("HTTP/1.1 404 "), "{answer}");
}

#[test]
fn what_is_served_is_listed_with_the_reasons_for_the_rest() {
    let listed = run(&["mock", "--list"]);
    assert_eq!(listed.code, 0, "{}", listed.stderr);
    assert_transcript!("mock_list", listed.transcript());
    let json = run(&["mock", "--list", "--site", "eu", "--format", "json"]);
    let document: Value = serde_json::from_str(&json.stdout).expect("JSON");
    let interfaces = document["interfaces"].as_array().expect("a list");
    let served: Vec<_> = interfaces
        .iter()
        .filter(|it| it["served"].as_array().is_some_and(|it| !it.is_empty()))
        .map(|it| it["interface"].as_str().expect("an id"))
        .collect();
    assert_eq!(served, ["queryOrder"]);
}

#[test]
fn what_another_site_has_is_told_from_what_there_is_nowhere() {
    let mock = start(&["--site", "eu"]);
    let path = "/api/mkp-openapi-public/global/v1/isv/usage-data";
    let answer = ask(&mock.address, &format!("POST {path} HTTP/1.1"));
    assert!(answer.starts_with("HTTP/1.1 404 "), "{answer}");
    assert!(
        answer.contains("open-api/pushUsageNew is not served: no page of eu has it"),
        "{answer}"
    );
    let answer = ask(&mock.address, "GET /nowhere HTTP/1.1");
    assert!(answer.contains("koo mock --list"), "{answer}");
}

#[test]
fn records_that_cannot_be_taken_are_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("records.json");
    for (text, told) in [
        ("[", "no JSON"),
        (r#"{"joint-kit": []}"#, "write {\"family\""),
        (
            r#"{"joint-kit": {"apps": [{}]}}"#,
            "`joint-kit` has no collection `apps`",
        ),
    ] {
        std::fs::write(&file, text).expect("written");
        let run = run(&["mock", "--records", file.to_str().expect("UTF-8")]);
        assert_eq!(run.code, 2, "{text}: {}", run.stdout);
        assert!(run.stderr.contains(told), "{text}: {}", run.stderr);
    }
}
