//! What a terminal shows while koo works, and what stays when it is done.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use crate::screen::{CTRL_C, Ended, Terminal, koo};

/// A merchant who takes a while for the same answer to everything. Ends with the test.
fn merchant() -> String {
    merchant_after(Duration::from_millis(300))
}

fn merchant_after(time: Duration) -> String {
    const REPLY: &str = r#"{"resultCode":"000000","resultMsg":"ok","instanceId":"i-1"}"#;
    let listener = TcpListener::bind("127.0.0.1:0").expect("a socket");
    let url = format!("http://{}/saas", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            let mut read = Vec::new();
            let mut block = [0; 4096];
            while !read.ends_with(b"}") {
                match stream.read(&mut block) {
                    Ok(0) | Err(_) => break,
                    Ok(length) => read.extend(block.iter().take(length)),
                }
            }
            thread::sleep(time);
            let answer = format!(
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nContent-Length: {}\r\n\r\n{REPLY}",
                REPLY.len()
            );
            // The other side may have gone.
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    url
}

fn simulation(url: &str) -> Vec<&str> {
    let target = ["simulate", "--target", url, "--family", "saas-v2"];
    let cases = [
        "--scenario",
        "one-time",
        "--scenario",
        "resend",
        "--seed",
        "7",
    ];
    [target.as_slice(), &cases].concat()
}

/// What stays is what a pipe gets: nothing of the progress.
fn assert_report(ended: &Ended) {
    assert_eq!(ended.code, Some(1), "{:#?}", ended.rows);
    for (told, times) in [("FAIL  one-time", 1), ("2 cases", 1)] {
        assert_eq!(ended.count(told), times, "{told}: {:#?}", ended.rows);
    }
    let is_progress = |row: &&String| row.chars().any(|letter| ('⠁'..='⣿').contains(&letter));
    assert_eq!(ended.rows.iter().find(is_progress), None);
}

#[test]
fn progress_of_a_simulation_is_wiped_and_its_report_stays() {
    for columns in [100, 40] {
        let url = merchant();
        let command = koo().args(simulation(&url)).env("KOO_ACCESS_KEY", "k3y");
        let mut terminal = Terminal::start(command, 200, columns);
        terminal.shows("one-time: ");
        assert_report(&terminal.ends());
    }
}

#[test]
fn what_is_piped_has_no_control_characters() {
    let url = merchant();
    let folder = tempfile::tempdir().expect("a folder");
    // Results into a file, remarks to the terminal; and both into files.
    let report = folder.path().join("report");
    let command = koo()
        .args(simulation(&url))
        .env("KOO_ACCESS_KEY", "k3y")
        .stdout(File::create(&report).expect("a file"));
    let mut terminal = Terminal::start(command, 50, 100);
    terminal.shows("one-time: ");
    let ended = terminal.ends();
    assert_eq!(ended.count("2 cases"), 1, "{:#?}", ended.rows);
    let report = fs::read_to_string(report).expect("a report");
    assert!(report.contains("FAIL  one-time"), "{report}");
    assert!(!report.contains('\x1b'), "{report}");

    let output = std::process::Command::new(env!("CARGO_BIN_EXE_koo"))
        .args(simulation(&url))
        .env("KOO_ACCESS_KEY", "k3y")
        .stdin(Stdio::null())
        .output()
        .expect("koo runs");
    for bytes in [output.stdout, output.stderr] {
        let text = String::from_utf8(bytes).expect("UTF-8");
        let control = |letter: char| letter.is_control() && letter != '\n';
        assert_eq!(text.find(control), None, "{text:?}");
    }
}

#[test]
fn remarks_stand_in_lines_of_their_own() {
    let url = merchant();
    let command = koo()
        .args(simulation(&url))
        .args(["--open-api", "127.0.0.1:0"])
        .env("KOO_ACCESS_KEY", "k3y");
    let ended = Terminal::start(command, 200, 100).ends();
    assert_report(&ended);
    let told = |text: &str| ended.rows.iter().any(|row| row.starts_with(text));
    assert!(
        told("merchants can call http://127.0.0.1:"),
        "{:#?}",
        ended.rows
    );
}

#[test]
fn load_shows_that_it_runs() {
    let url = merchant();
    let mut command = koo().args(["simulate", "--target", &url, "--family", "saas-v2"]);
    command = command.args(["--rate", "2", "--duration", "2s"]);
    let mut terminal = Terminal::start(command.env("KOO_ACCESS_KEY", "k3y"), 60, 100);
    terminal.shows("newInstance: 2 calls a second for 2 s");
    let ended = terminal.ends();
    assert_eq!(ended.count("calls a second"), 0, "{:#?}", ended.rows);
    assert_eq!(ended.count("latency"), 1, "{:#?}", ended.rows);
}

#[test]
fn an_interrupted_simulation_leaves_the_terminal_as_it_was() {
    // Longer than the test: what is interrupted must not have ended by itself.
    let url = merchant_after(Duration::from_secs(100));
    let command = koo().args(simulation(&url)).env("KOO_ACCESS_KEY", "k3y");
    let mut terminal = Terminal::start(command, 50, 100);
    terminal.shows("one-time: ").types(CTRL_C);
    // It ends by the signal, as anything does that holds nothing to clear up.
    assert_eq!(terminal.ends().code, None);
}

#[test]
fn progress_of_a_long_input_is_wiped_and_what_was_found_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("calls.ndjson");
    let good =
        r#"{"activity":"newInstance","businessId":"b","orderId":"CS1","orderLineId":"CS1-000001"}"#;
    let bad = format!(
        r#"{{"activity":"newInstance","businessId":"b","orderId":"{}","orderLineId":"l"}}"#,
        "1".repeat(65)
    );
    let mut lines = format!("{good}\n").repeat(100_000);
    lines.push_str(&bad);
    let lines = format!("{lines}\n{}", format!("{good}\n").repeat(100_000));
    fs::write(&path, lines).expect("a file");
    let command = koo().current_dir(folder.path()).args([
        "validate",
        "--interface",
        "saas-v2/newInstance",
        "calls.ndjson",
    ]);
    let mut terminal = Terminal::start(command, 50, 60);
    terminal.shows(" of ");
    let ended = terminal.ends();
    assert_eq!(ended.code, Some(1), "{:#?}", ended.rows);
    assert_eq!(
        ended.count("65 characters, at most 64"),
        1,
        "{:#?}",
        ended.rows
    );
    assert_eq!(ended.count(" left"), 0, "{:#?}", ended.rows);
    assert_eq!(ended.count("█"), 0, "{:#?}", ended.rows);
}
