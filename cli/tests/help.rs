//! The examples of `--help`, each carried out as it is printed.

#![allow(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use support::koo;

/// What examples ask for that no test has: servers, other programs, folders of the system, a repository with history,
/// saved pages. Those of `koo new` and `koo update` are in the tests of projects.
const NOT_HERE: &[&str] = &[
    "…",
    "--target",
    "koo mock",
    "koo docs",
    "koo new",
    "koo update",
    "HEAD~",
    "main:",
    "v0.1.0:",
    "/etc/",
    "/usr/",
    "~/",
    "deploy/",
    "joint-kit",
    "spec/catalog",
];

const REQUEST: &str =
    r#"{"activity":"newInstance","businessId":"b-1","orderId":"CS1","orderLineId":"CS1-000001"}"#;
const REPLY: &str = r#"{"resultCode":"000000","resultMsg":"success","instanceId":"i-1"}"#;

/// The files that examples name.
fn prepare(folder: &Path) {
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).unwrap();
    fs::create_dir(folder.join("payloads")).unwrap();
    for name in ["request.json", "purchase.json", "payloads/first.json"] {
        write(name, REQUEST);
    }
    write("order.json", r#"{"orderId":"CS1"}"#);
    write("reply.json", REPLY);
    write("replies.ndjson", &format!("{REPLY}\n{REPLY}\n"));
    write(
        "capture.har",
        r#"{"log":{"version":"1.2","creator":{"name":"a","version":"1"},"entries":[]}}"#,
    );
    write("session.har", &har());
    write(
        "schema.sql",
        "CREATE TABLE orders (order_id VARCHAR(64));\n",
    );
    write(
        "map.toml",
        "\"orders.order_id\" = \"saas-v2/newInstance.orderId\"\n",
    );
    write("phone.txt", "13800000000");
    write("key.txt", "0123456789abcdef0123456789abcdef");
    write("mine.txt", "0123");
    write(
        "captured.http",
        &format!(
            "POST /saas?signature=AA&timestamp=1&nonce=1 HTTP/1.1\r\nHost: a\r\n\r\n{REQUEST}"
        ),
    );
    write(
        "call.txt",
        "POST /order HTTP/1.1\r\nHost: a\r\nX-Sdk-Date: 20261122T080000Z\r\nAuthorization: SDK-HMAC-SHA256 Access=a, SignedHeaders=host;x-sdk-date, Signature=00\r\n\r\n{}",
    );
    let export = koo()
        .args(["export", "catalog", "--family", "license-v2"])
        .output()
        .unwrap();
    for name in ["old.json", "new.json"] {
        fs::write(folder.join(name), &export.stdout).unwrap();
    }
}

/// An archive with one call.
fn har() -> String {
    let message =
        r#""httpVersion":"HTTP/1.1","headers":[],"cookies":[],"headersSize":-1,"bodySize":-1"#;
    let content =
        serde_json::json!({ "size": REPLY.len(), "mimeType": "application/json", "text": REPLY });
    format!(
        r#"{{"log":{{"version":"1.2","creator":{{"name":"a","version":"1"}},"entries":[{{"startedDateTime":"2026-11-22T08:00:00Z","time":1,"cache":{{}},"timings":{{"send":0,"wait":1,"receive":0}},"request":{{"method":"POST","url":"http://a/saas","queryString":[],{message}}},"response":{{"status":200,"statusText":"OK","redirectURL":"","content":{content},{message}}}}}]}}}}"#
    )
}

fn help(words: &[&str]) -> String {
    let output = koo().args(words).arg("--help").output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The commands that a help names, below the command that it is of.
fn commands(help: &str) -> Vec<String> {
    let lines = help.lines();
    let listed =
        lines.skip_while(|line| !matches!(*line, "Commands:" | "Other things to validate:"));
    let listed = listed.skip(1).take_while(|line| !line.is_empty());
    let names = listed.filter(|line| !line.starts_with("   "));
    let names = names.filter_map(|line| line.split_whitespace().next());
    names
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect()
}

/// Lines of the examples, unless they go on with what was said above.
fn examples(help: &str) -> Vec<&str> {
    let lines = help.lines().skip_while(|line| *line != "Examples:").skip(1);
    let lines = lines.take_while(|line| !line.is_empty());
    lines.filter(|line| !line.starts_with("     ")).collect()
}

#[test]
fn examples_can_be_carried_out() {
    let koo = env!("CARGO_BIN_EXE_koo");
    let folder = tempfile::tempdir().unwrap();
    prepare(folder.path());
    let mut helps = vec![help(&[])];
    for command in commands(&help(&[])) {
        let text = help(&[&command]);
        let below = commands(&text);
        helps.extend(below.iter().map(|word| help(&[&command, word])));
        helps.push(text);
    }
    assert!(helps.len() > 25, "{}", helps.len());

    let programs = ["koo", "printf", "echo", "app", "pbpaste", "curl"];
    let mut carried_out = 0;
    for line in helps.iter().flat_map(|help| examples(help)) {
        let example = line.trim_start();
        // A line that was wrapped cannot be copied.
        let program = example.split(' ').next().unwrap();
        assert!(programs.contains(&program), "broken in the middle: {line}");
        let command = example.split("  ").next().unwrap();
        // What comes behind a pipe may not be installed.
        let command = match program {
            "koo" => command.split(" | ").next().unwrap(),
            "printf" | "echo" => command,
            _ => continue,
        };
        if NOT_HERE.iter().any(|what| command.contains(what)) {
            continue;
        }
        let output = Command::new("sh")
            .args(["-c", &format!("koo() {{ '{koo}' \"$@\"; }}; {command}")])
            .current_dir(folder.path())
            .env("KOO_ACCESS_KEY", "0123456789abcdef0123456789abcdef")
            .env("KOO_ACCESS_KEY_ID", "id")
            .env("KOO_SECRET_ACCESS_KEY", "0123456789abcdef")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        // That made-up calls do not verify is no fault of the example.
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(
            matches!(output.status.code(), Some(0 | 1)),
            "{command}\n{said}"
        );
        carried_out += 1;
    }
    assert!(carried_out > 40, "{carried_out}");
}
