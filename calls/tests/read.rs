//! Captures of every form, and texts that are none.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may fail loudly"
)]

use std::process::Command;

use koo_calls::read::{CaptureError, read};
use koo_calls::{Reply, Request, write};
use proptest::prelude::*;

fn request(capture: &str) -> Request {
    read(capture.as_bytes()).unwrap().remove(0).request.unwrap()
}

#[test]
fn a_command_as_documentation_shows_it() {
    let request = request(
        "curl -X POST \\\n  'https://shop.example:8443/saas?nonce=1&a=%2B' \\\n  -H 'Content-Type: application/json' \\\n  -d '{\"a\": \"it\\'\\''s\"}'",
    );
    assert_eq!(request.method, "POST");
    assert_eq!(request.path, "/saas");
    assert_eq!(request.query, "nonce=1&a=%2B");
    assert_eq!(request.authority(), Some("shop.example:8443"));
    assert_eq!(request.body, br#"{"a": "it\'s"}"#);
    assert!(
        request
            .headers
            .contains(&("Host".to_owned(), "shop.example:8443".to_owned()))
    );
}

#[test]
fn a_command_as_browsers_copy_it() {
    let request = request(
        r"curl 'https://shop.example/saas' --compressed -H $'x-note: it\'s \u4e2d\ud83d\ude00' --data-raw $'{\n}' --max-time 5",
    );
    assert_eq!(request.method, "POST");
    assert_eq!(
        request.headers[0],
        ("x-note".to_owned(), "it's 中😀".to_owned())
    );
    assert_eq!(request.body, b"{\n}");
}

#[test]
fn data_of_a_command_as_curl_sends_it() {
    let cases: &[(&[&str], &str)] = &[
        (&["-d", "a\nb", "-d", "c"], "ab&c"),
        (&["--data-raw", "@a\nb"], "@a\nb"),
        (&["--data-urlencode", "a=b c"], "a=b%20c"),
        (&["--json", "{\"a\":1}"], "{\"a\":1}"),
    ];
    for (options, body) in cases {
        let words: Vec<_> = options.iter().map(|word| format!("'{word}'")).collect();
        let request = request(&format!("curl http://127.0.0.1/ {}", words.join(" ")));
        assert_eq!(
            String::from_utf8(request.body).unwrap(),
            *body,
            "{options:?}"
        );
    }
}

#[test]
fn get_with_data_is_a_query() {
    let request = request("curl -G 'https://a.example/x?y=1' -d z=2");
    assert_eq!(
        (request.method.as_str(), request.query.as_str()),
        ("GET", "y=1&z=2")
    );
    assert!(request.body.is_empty());
}

#[test]
fn http_text_with_its_reply() {
    let text = "POST /saas?a=1 HTTP/1.1\r\nHost: shop.example\r\nContent-Length: 2\r\n\r\n{}\r\n\r\nHTTP/1.1 200 OK\r\nBody-Sign: x\r\n\r\n{\"resultCode\":\"000000\"}";
    let capture = read(text.as_bytes()).unwrap().remove(0);
    let request = capture.request.unwrap();
    assert_eq!(request.url(), "https://shop.example/saas?a=1");
    assert_eq!(request.body, b"{}");
    let reply = capture.reply.unwrap();
    assert_eq!(reply.status, 200);
    assert_eq!(reply.headers, [("Body-Sign".to_owned(), "x".to_owned())]);
    assert_eq!(reply.body, br#"{"resultCode":"000000"}"#);
}

#[test]
fn http_text_with_bare_line_feeds_and_no_body() {
    let parsed = request("GET /x?y=1 HTTP/1.1\nHost: a.example\n");
    assert_eq!(parsed.url(), "https://a.example/x?y=1");
    assert!(parsed.body.is_empty());
    let Reply { status, body, .. } = read(b"HTTP/1.1 204 No Content\n\n")
        .unwrap()
        .remove(0)
        .reply
        .unwrap();
    assert_eq!((status, body.len()), (204, 0));
}

#[test]
fn an_archive() {
    let har = r#"{"log":{"entries":[{"request":{"method":"POST","url":"https://a.example/s?b=1",
        "headers":[{"name":":authority","value":"a.example"},{"name":"X","value":"1"}],
        "postData":{"mimeType":"application/json","text":"{}"}},
        "response":{"status":200,"headers":[],"content":{"text":"eyJ9","encoding":"base64"}}}]}}"#;
    let capture = read(har.as_bytes()).unwrap().remove(0);
    let request = capture.request.unwrap();
    assert_eq!(request.headers.len(), 2, "the header and the host");
    assert_eq!(request.body, b"{}");
    assert_eq!(capture.reply.unwrap().body, b"{\"}");
}

#[test]
fn what_is_no_capture_says_where() {
    let error = |text: &str| read(text.as_bytes()).err().unwrap().to_string();
    assert_eq!(error(" \n"), "the capture is empty");
    assert_eq!(
        error("curl 'https://a.example"),
        "line 1: this is no curl command: a quote that opens here is never closed"
    );
    assert_eq!(
        error("curl -X POST"),
        "line 1: this is no curl command: it names no address"
    );
    assert!(
        error("curl https://a.example -d @body.json").contains("put the body into the command")
    );
    assert!(error("{\n\"log\": 1}").starts_with("line 2: this is no HTTP archive"));
    assert!(error("hello, world\n").contains("this is no HTTP request"));
    assert_eq!(
        read(br#"{"log":{"entries":[]}}"#).err(),
        Some(CaptureError::NoCall)
    );
}

#[test]
fn a_real_shell_splits_a_written_command_the_same_way() {
    let mut request = Request {
        method: "POST".to_owned(),
        headers: vec![("X-Note".to_owned(), "a \"b\" $c `d` \\".to_owned())],
        body: "{\"a\": \"it's\",\n \"b\": \"中\"}".into(),
        ..Request::default()
    };
    request.set_url("https://a.example/x?y='z'&w=1");
    let command = write::curl(&request).replacen("curl", "printf '%s\\n--\\n'", 1);
    let output = Command::new("sh").args(["-c", &command]).output().unwrap();
    let words = String::from_utf8(output.stdout).unwrap();
    let expected = format!(
        "-X\n--\nPOST\n--\n{}\n--\n-H\n--\nX-Note: {}\n--\n--data-raw\n--\n{}\n--\n",
        request.url(),
        request.headers[0].1,
        String::from_utf8_lossy(&request.body),
    );
    assert_eq!(words, expected);
}

fn requests() -> impl Strategy<Value = Request> {
    let headers = proptest::collection::vec(
        ("[A-Za-z][A-Za-z0-9-]{0,12}", "[!-~]([ -~]{0,20}[!-~])?"),
        0..4,
    );
    (
        "[A-Z]{3,6}",
        "(/[a-z0-9%.~-]{0,8}){1,3}",
        "[a-z0-9=&%+]{0,20}",
        headers,
        "\\PC{0,40}",
    )
        .prop_map(|(method, path, query, mut headers, body)| {
            headers.retain(|(name, _)| {
                let name = name.to_ascii_lowercase();
                !["host", "content-type", "content-length"].contains(&name.as_str())
            });
            headers.push(("Content-Type".to_owned(), "text/plain".to_owned()));
            headers.push(("Host".to_owned(), "a.example".to_owned()));
            let mut request = Request {
                method,
                headers,
                body: body.into_bytes(),
                ..Request::default()
            };
            request.set_url(&format!("https://a.example{path}?{query}"));
            request
        })
}

proptest! {
    #[test]
    fn what_is_written_reads_the_same(request in requests()) {
        let from_curl = read(write::curl(&request).as_bytes()).unwrap().remove(0).request.unwrap();
        prop_assert_eq!(from_curl.url(), request.url());
        prop_assert_eq!(&from_curl.body, &request.body);
        prop_assert_eq!(&from_curl.headers, &request.headers);
        let from_http = read(&write::http(&request)).unwrap().remove(0).request.unwrap();
        prop_assert_eq!(from_http.url(), request.url());
        prop_assert_eq!(&from_http.body, &request.body);
        prop_assert_eq!(&from_http.method, &request.method);
    }

    #[test]
    fn nothing_panics(text in "\\PC{0,80}|(curl|\\{|HTTP/1.1 |GET )\\PC{0,80}") {
        let _ = read(text.as_bytes());
    }
}
