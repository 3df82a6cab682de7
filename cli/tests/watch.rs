//! A simulation and a mock, each a process of its own: the mock answers with the orders of the simulation, and its page shows the
//! calls and verdicts.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests may panic"
)]

mod support;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use support::{Run, koo};

const KEY: &str = "k3y-of-the-tests";
const PAIR: (&str, &str) = ("id-of-the-tests", "secret-of-the-tests");

/// A process that ends with the test, and the first line it printed.
struct Running {
    child: Child,
    first: String,
    lines: BufReader<std::process::ChildStdout>,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn running(mut command: Command) -> Running {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it runs");
    let mut lines = BufReader::new(child.stdout.take().expect("standard output"));
    let mut first = String::new();
    lines.read_line(&mut first).expect("a line");
    Running {
        child,
        first,
        lines,
    }
}

/// The mock of the platform and its address.
fn mock() -> (Running, String) {
    let mut command = Command::new(koo().get_program());
    command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["mock", "--listen", "127.0.0.1:0", "--format", "json"])
        .env("KOO_ACCESS_KEY_ID", PAIR.0)
        .env("KOO_SECRET_ACCESS_KEY", PAIR.1);
    let running = running(command);
    let first: Value = serde_json::from_str(&running.first).expect("JSON");
    let address = first["listening"].as_str().expect("an address").to_owned();
    (running, address)
}

/// The merchant in Python, which reads each order at the open API before it carries it out, and its address.
fn merchant(open_api: &str) -> Option<(Running, String)> {
    let program = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../platform/tests/merchant/merchant.py"
    );
    let version = Command::new("python3").arg("--version").output();
    if !version.is_ok_and(|output| output.status.success()) {
        assert!(std::env::var_os("KOO_REQUIRE_ORACLES").is_none());
        println!("python3 is not here, the merchant in Python is left out");
        return None;
    }
    let mut command = Command::new("python3");
    command
        .args(["-B", program, "--port", "0", "--open-api", open_api])
        .env("MERCHANT_KEY", KEY)
        .env("MERCHANT_AK", PAIR.0)
        .env("MERCHANT_SK", PAIR.1);
    let running = running(command);
    let port = running.first.trim().strip_prefix("port ").expect("a port");
    let address = format!("http://127.0.0.1:{port}/saas");
    Some((running, address))
}

fn page(address: &str, path: &str) -> String {
    let host = address.strip_prefix("http://").expect("http");
    let mut stream = TcpStream::connect(host).expect("somebody listens");
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    )
    .expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer
}

fn simulate(target: &str, more: &[&str]) -> Run {
    let mut command = koo();
    command
        .args(["simulate", "--family", "saas-v2", "--target", target])
        .args(["--scenario", "one-time", "--scenario", "answers"])
        .args(more)
        .write_stdin("")
        .env("KOO_ACCESS_KEY", KEY)
        .env("KOO_ACCESS_KEY_ID", PAIR.0)
        .env("KOO_SECRET_ACCESS_KEY", PAIR.1);
    Run::from(command.output().unwrap())
}

#[test]
fn a_mock_that_runs_knows_the_orders_and_shows_the_run() {
    let (mut mock, platform) = mock();
    let Some((_merchant, target)) = merchant(&platform) else {
        return;
    };
    let before = page(&platform, "/koo/simulation");
    assert!(before.contains("No simulation yet"), "{before}");

    let run = simulate(&target, &["--mock", &platform]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);

    // The merchant asked for the orders, and the mock knew them.
    let mut line = String::new();
    mock.lines.read_line(&mut line).expect("a line");
    let call: Value = serde_json::from_str(&line).expect("JSON");
    assert_eq!(call["interface"], "open-api/queryOrder");
    assert_eq!(call["signature"]["verdict"], "fits");
    assert_eq!(call["code"], "MKT.0000");

    let calls = page(&platform, "/");
    for told in [
        "saas-v2/newInstance",
        "open-api/queryOrder",
        "saas-v2/releaseInstance",
    ] {
        assert!(calls.contains(told), "{told}: {calls}");
    }
    assert!(!calls.contains(KEY) && !calls.contains(PAIR.1));
    let report = page(&platform, "/koo/simulation");
    for told in ["id=\"one-time\"", "id=\"answers\"", "<strong>2</strong>"] {
        assert!(report.contains(told), "{told}: {report}");
    }
    assert!(
        !report.contains("http-equiv=\"refresh\""),
        "the run is over"
    );

    // Without it, nobody knows the orders.
    let run = simulate(&target, &[]);
    assert_eq!(run.code, 1, "{}", run.stdout);
    assert!(run.stdout.contains("000005"), "{}", run.stdout);
}

#[test]
fn orders_and_page_beside_the_run_itself() {
    // The merchant has to know the address before the run has it.
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = free.local_addr().unwrap().to_string();
    drop(free);
    let Some((_merchant, target)) = merchant(&format!("http://{address}")) else {
        return;
    };
    let run = simulate(&target, &["--open-api", &address]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    assert!(
        run.stderr.contains("shows the calls and verdicts"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_mock_that_is_not_there_is_told_before_anything_is_sent() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let nobody = format!("http://{}", free.local_addr().unwrap());
    drop(free);
    let run = simulate("http://127.0.0.1:9/", &["--mock", &nobody]);
    assert_eq!(run.code, 2, "{}", run.stdout);
    assert!(run.stderr.contains("no mock to be told"), "{}", run.stderr);
}
