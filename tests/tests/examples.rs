//! The examples do what they say, as programs of their own.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests are no test functions to clippy"
)]

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::sync::LazyLock;

use koogallery::saas_v2::NewInstanceRequest;

/// The folder of the built examples. Cargo builds them here: with a filter on tests it has not.
static EXAMPLES: LazyLock<PathBuf> = LazyLock::new(|| {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--package", "koo-tests"]);
    cargo.args(["--example", "merchant", "--example", "platform"]);
    if !cfg!(debug_assertions) {
        cargo.arg("--release");
    }
    assert!(cargo.status().unwrap().success());
    // This test is `<profile>/deps/examples-<hash>`, an example `<profile>/examples/<name>`.
    let test = std::env::current_exe().unwrap();
    test.ancestors().nth(2).unwrap().join("examples")
});

/// The example merchant, running.
struct Merchant {
    process: Child,
    stdout: BufReader<ChildStdout>,
    url: String,
}

impl Merchant {
    fn start(site: &str, key: &str) -> Self {
        Self::start_with(site, key, &[])
    }

    fn start_with(site: &str, key: &str, arguments: &[&str]) -> Self {
        let mut process = Command::new(EXAMPLES.join("merchant"))
            .args(["--listen", "127.0.0.1:0", "--site", site])
            .args(arguments)
            .env("KOO_ACCESS_KEY", key)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdout = BufReader::new(process.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let url = line.strip_prefix("serving ").unwrap();
        let url = url.split(',').next().unwrap().to_owned();
        Self {
            process,
            stdout,
            url,
        }
    }

    /// Presses Ctrl-C, and returns what was printed.
    fn stop(mut self) -> String {
        let process = self.process.id().to_string();
        let killed = Command::new("kill").args(["-INT", &process]).status();
        assert!(killed.unwrap().success());
        let mut printed = String::new();
        self.stdout.read_to_string(&mut printed).unwrap();
        assert!(self.process.wait().unwrap().success());
        printed
    }
}

impl Drop for Merchant {
    fn drop(&mut self) {
        // Fails if it has ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Runs the example platform with the given key.
fn platform(arguments: &[&str], key: &str) -> Output {
    Command::new(EXAMPLES.join("platform"))
        .args(arguments)
        .env("KOO_ACCESS_KEY", key)
        // The merchant is on this machine, whatever proxy is set.
        .env("no_proxy", "*")
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Checks a play whose every call was answered as expected.
fn assert_played(played: &Output) {
    let printed = text(&played.stdout);
    assert!(played.status.success(), "{printed}");
    let (calls, last): (Vec<_>, Vec<_>) =
        printed.lines().partition(|line| line.starts_with("ok  "));
    assert_eq!(calls.len(), 25, "{printed}");
    assert_eq!(last, ["25 calls, all answered as expected"]);
}

#[test]
fn one_command_shows_everything() {
    assert_played(&platform(&[], "key-1"));
    assert_played(&platform(
        &["--self-contained", "--site", "mainland"],
        "key-1",
    ));
    let demo = platform(&[], "");
    assert_played(&demo);
    assert!(text(&demo.stderr).starts_with("warning: KOO_ACCESS_KEY is not set"));
}

#[test]
fn a_merchant_serves_a_platform_until_ctrl_c() {
    let merchant = Merchant::start("eu", "key-2");
    assert_played(&platform(
        &["--url", &merchant.url, "--site", "eu"],
        "key-2",
    ));
    // It remembers the first play, and the second is about other orders.
    assert_played(&platform(&["--url", &merchant.url], "key-2"));
    let printed = merchant.stop();
    assert!(printed.contains("newInstance: 000000\n"), "{printed}");
    assert!(
        printed.contains("?: 000001, refused: replayed\n"),
        "{printed}"
    );
    assert!(printed.ends_with("\nstopped\n"), "{printed}");
}

/// Posts what `curl.sh` would, and returns the id of the instance.
fn purchase(url: &str, key: &str, business: &str) -> String {
    let order = NewInstanceRequest::new("CS-1", "CS-1-1", business);
    let call = koogallery::saas_v2::mock::platform(key)
        .path("/saas")
        .call(&order);
    let host = url.strip_suffix("/saas").unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let answer = runtime.block_on(call.unwrap().post(host)).unwrap();
    let body = answer.json().unwrap();
    let id = body.get("instanceId").and_then(|id| id.as_str());
    id.unwrap().to_owned()
}

#[test]
fn a_merchant_with_a_file_remembers_over_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let store = format!("redb:{}", folder.path().join("calls.redb").display());
    let arguments = ["--store", &store];
    let merchant = Merchant::start_with("mainland", "key-4", &arguments);
    assert_eq!(purchase(&merchant.url, "key-4", "business-1"), "business-1");
    assert_eq!(purchase(&merchant.url, "key-4", "business-2"), "business-1");
    merchant.stop();
    let merchant = Merchant::start_with("mainland", "key-4", &arguments);
    assert_eq!(purchase(&merchant.url, "key-4", "business-3"), "business-1");
}

#[test]
fn the_platform_notices_what_is_wrong() {
    let merchant = Merchant::start("mainland", "key-3");
    let unsigned = platform(&["--url", &merchant.url, "--site", "eu"], "key-3");
    let printed = text(&unsigned.stdout);
    assert_eq!(unsigned.status.code(), Some(1));
    assert!(printed.contains("signature of the reply: Body-Sign is missing"));
    let stranger = platform(&["--url", &merchant.url], "another key");
    let printed = text(&stranger.stdout);
    assert_eq!(stranger.status.code(), Some(1));
    assert!(printed.contains("expected the result code 000000"));
    merchant.stop();
    let nobody = platform(&["--url", "http://127.0.0.1:9/saas"], "key-3");
    assert_eq!(nobody.status.code(), Some(1));
    assert!(text(&nobody.stdout).ends_with("\n25 of 25 calls not answered as expected\n"));
}

#[test]
fn openssl_and_curl_call_a_merchant() {
    for (tool, version) in [("openssl", "version"), ("curl", "--version")] {
        if Command::new(tool).arg(version).output().is_err() {
            eprintln!("skipped: curl.sh needs {tool}, which is not installed");
            return;
        }
    }
    let merchant = Merchant::start("eu", "key-4");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/curl.sh");
    let run = |key: &str| {
        let ran = Command::new("sh")
            .args([script, &merchant.url])
            .env("KOO_ACCESS_KEY", key)
            .env("no_proxy", "*")
            .output()
            .unwrap();
        assert!(ran.status.success(), "{}", text(&ran.stderr));
        text(&ran.stdout)
    };
    let exchange = run("key-4");
    assert!(exchange.starts_with("POST http://127.0.0.1:"), "{exchange}");
    assert!(exchange.contains("HTTP/1.1 200 OK"), "{exchange}");
    assert!(
        exchange.contains("Body-Sign: sign_type=\"HMAC-SHA256\""),
        "{exchange}"
    );
    assert!(exchange.contains(r#""resultCode":"000000""#), "{exchange}");
    assert!(run("another key").contains(r#""resultCode":"000001""#));
}
