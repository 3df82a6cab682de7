//! `koo docs`: pages fetched from a local server, compared, followed.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests may panic"
)]

#[allow(
    unused_macros,
    reason = "each test binary uses its part of this module"
)]
mod support;

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};

use serde_json::Value;
use support::run;

const PAGE: &str = "zh-cn_topic_00706494271";
const PATH: &str = "/usermanual-marketplace/zh-cn_topic_00706494271.html";

fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../pages/tests/fixtures")
        .join(name);
    fs::read_to_string(path).expect("a page")
}

fn text(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

/// What the server answers, by path: status line, headers, body.
type Answers = HashMap<String, Vec<(String, Vec<(String, String)>, String)>>;

/// A server of this test. Of several answers to a path each is given once, the last one ever after.
struct Server {
    base: String,
    answers: Arc<Mutex<Answers>>,
    /// Request lines and headers in order.
    log: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let answers = Arc::new(Mutex::new(Answers::new()));
        let log = Arc::new(Mutex::new(Vec::new()));
        let (shared, shared_log) = (Arc::clone(&answers), Arc::clone(&log));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                serve(stream, &shared, &shared_log);
            }
        });
        Self { base, answers, log }
    }

    fn answer(&self, path: &str, status: &str, headers: &[(&str, &str)], body: &str) {
        let headers = headers
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        let answer = (status.to_owned(), headers, body.to_owned());
        self.answers
            .lock()
            .expect("a lock")
            .entry(path.to_owned())
            .or_default()
            .push(answer);
    }

    fn forget(&self, path: &str) {
        self.answers.lock().expect("a lock").remove(path);
    }

    fn take_log(&self) -> Vec<String> {
        std::mem::take(&mut *self.log.lock().expect("a lock"))
    }
}

fn serve(mut stream: TcpStream, answers: &Mutex<Answers>, log: &Mutex<Vec<String>>) {
    let mut lines = BufReader::new(stream.try_clone().expect("a stream")).lines();
    let mut request = Vec::new();
    while let Some(Ok(line)) = lines.next() {
        if line.is_empty() {
            break;
        }
        request.push(line);
    }
    let Some(path) = request
        .first()
        .and_then(|line| line.split(' ').nth(1))
        .map(str::to_owned)
    else {
        return;
    };
    log.lock().expect("a lock").push(request.join("\n"));
    let answer = {
        let mut answers = answers.lock().expect("a lock");
        match answers.get_mut(&path) {
            Some(list) if list.len() > 1 => Some(list.remove(0)),
            Some(list) => list.first().cloned(),
            None => None,
        }
    };
    let (mut status, headers, mut body) =
        answer.unwrap_or(("404 Not Found".to_owned(), Vec::new(), String::new()));
    let etag = headers
        .iter()
        .find(|(name, _)| name == "ETag")
        .map(|(_, value)| value.clone());
    if let Some(etag) = etag
        && request
            .iter()
            .any(|line| line.to_lowercase().starts_with("if-none-match:") && line.contains(&etag))
    {
        "304 Not Modified".clone_into(&mut status);
        body.clear();
    }
    let headers: Vec<_> = headers
        .iter()
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    let headers = headers.concat();
    let _ = write!(
        stream,
        "HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
}

/// A copy of the catalogue of the repository.
fn catalogue(root: &Path) -> PathBuf {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/catalog");
    let to = root.join("catalog");
    for folder in ["", "common"] {
        fs::create_dir_all(to.join(folder)).expect("a folder");
        for entry in fs::read_dir(from.join(folder))
            .expect("the catalogue")
            .flatten()
        {
            if entry.path().is_file() {
                fs::copy(entry.path(), to.join(folder).join(entry.file_name())).expect("a copy");
            }
        }
    }
    to
}

fn fetch(server: &Server, out: &Path, more: &[&str]) -> support::Run {
    let mut arguments = vec![
        "docs",
        "fetch",
        "--spec",
        "../spec/catalog",
        "--page",
        PAGE,
        "--base-url",
        &server.base,
        "--delay",
        "1ms",
        "--out",
        text(out),
    ];
    arguments.extend(more);
    run(&arguments)
}

#[test]
fn pages_are_fetched_once_and_confirmed_afterwards() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("pages");
    let server = Server::start();
    server.answer(
        "/robots.txt",
        "200 OK",
        &[],
        "User-agent: *\nDisallow: /private/\n",
    );
    server.answer(
        PATH,
        "200 OK",
        &[("ETag", "\"one\"")],
        &fixture("zh-cn_topic_00706494271.html"),
    );
    let first = fetch(&server, &out, &[]);
    assert_eq!(first.code, 0, "{}", first.stderr);
    assert!(
        first.stderr.contains(&format!("{PAGE}: saved")),
        "{}",
        first.stderr
    );
    let manifest: Value =
        serde_json::from_str(&fs::read_to_string(out.join("manifest.json")).expect("a manifest"))
            .expect("JSON");
    let saved = &manifest["pages"][PAGE];
    assert_eq!(saved["etag"], "\"one\"");
    assert_eq!(saved["sha256"].as_str().map(str::len), Some(64));
    assert!(
        saved["fetched"]
            .as_str()
            .is_some_and(|time| time.ends_with('Z'))
    );
    let log = server.take_log();
    assert!(log[0].starts_with("GET /robots.txt"), "{log:?}");
    assert!(log[1].starts_with(&format!("GET {PATH}")), "{log:?}");
    assert!(
        log[1].to_lowercase().contains("user-agent: koo/"),
        "{log:?}"
    );

    let again = fetch(&server, &out, &[]);
    assert!(
        again.stderr.contains(&format!("{PAGE}: fresh")),
        "{}",
        again.stderr
    );
    assert!(
        server.take_log().is_empty(),
        "a fresh page is not asked for"
    );

    let later = fetch(&server, &out, &["--fresh-for", "0s"]);
    assert!(
        later.stderr.contains(&format!("{PAGE}: unchanged")),
        "{}",
        later.stderr
    );
    assert!(
        server
            .take_log()
            .iter()
            .any(|request| request.to_lowercase().contains("if-none-match: \"one\""))
    );

    // A copy that somebody changed is no copy.
    fs::write(out.join(format!("{PAGE}.html")), "broken").expect("a file");
    let repaired = fetch(&server, &out, &["--format", "json"]);
    let report: Value = serde_json::from_str(&repaired.stdout).expect("JSON");
    assert_eq!(report["pages"][0]["outcome"], "saved");
}

#[test]
fn a_server_that_asks_for_patience_gets_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start();
    server.answer(PATH, "503 Service Unavailable", &[("Retry-After", "0")], "");
    server.answer(PATH, "200 OK", &[], "<p>x</p>");
    let run = fetch(&server, folder.path(), &[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
}

#[test]
fn what_cannot_be_fetched_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start();
    let missing = fetch(&server, folder.path(), &[]);
    assert_eq!(missing.code, 1);
    assert!(missing.stderr.contains("status 404"), "{}", missing.stderr);
    server.answer(
        "/robots.txt",
        "200 OK",
        &[],
        "User-agent: koo\nDisallow: /\n",
    );
    let forbidden = fetch(&server, folder.path(), &[]);
    assert!(
        forbidden
            .stderr
            .contains("robots.txt of the host forbids it"),
        "{}",
        forbidden.stderr
    );
    let unknown = run(&[
        "docs",
        "fetch",
        "--spec",
        "../spec/catalog",
        "--family",
        "saas-v3",
    ]);
    assert_eq!(unknown.code, 2);
    assert!(
        unknown.stderr.contains("did you mean `saas-v2`?"),
        "{}",
        unknown.stderr
    );
}

#[test]
fn a_scheduled_job_follows_the_pages() {
    let folder = tempfile::tempdir().expect("a folder");
    let spec = catalogue(folder.path());
    let server = Server::start();
    let page = fixture("zh-cn_topic_00706494271.html");
    server.answer(PATH, "200 OK", &[("ETag", "\"one\"")], &page);
    let follow = || {
        let output = Command::new("bash")
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/examples/follow-pages.sh"))
            .args([
                "--page",
                PAGE,
                "--base-url",
                &server.base,
                "--delay",
                "1ms",
                "--fresh-for",
                "0s",
            ])
            .env("KOO", env!("CARGO_BIN_EXE_koo"))
            .env("SPEC", &spec)
            .env("PAGES", folder.path().join("pages"))
            .env("OUT", folder.path().join("generated"))
            .current_dir(folder.path())
            .output()
            .expect("bash runs");
        support::Run::from(output)
    };
    let calm = follow();
    assert_eq!(calm.code, 0, "{}{}", calm.stdout, calm.stderr);
    assert!(calm.stdout.contains("pages and spec agree"));

    server.forget(PATH);
    server.answer(
        PATH,
        "200 OK",
        &[("ETag", "\"two\"")],
        &page.replace("<p>６４</p>", "<p>１２８</p>"),
    );
    let changed = follow();
    assert_eq!(changed.code, 0, "{}{}", changed.stdout, changed.stderr);
    assert!(
        changed
            .stdout
            .contains("+        sites: {mainland: {max_length: 128}, intl: {}, eu: {}}"),
        "{}",
        changed.stdout
    );
    let code = fs::read_to_string(folder.path().join("generated/src/saas_v2/new_instance.rs"))
        .expect("generated code");
    assert!(
        code.contains("128"),
        "the new limit is in the generated code"
    );

    let calm = follow();
    assert!(
        calm.stdout.contains("pages and spec agree"),
        "{}{}",
        calm.stdout,
        calm.stderr
    );
}

#[test]
fn reports_name_both_places() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("zh-cn_topic_00706494271.html");
    fs::write(
        &path,
        fixture("zh-cn_topic_00706494271.html").replace("<p>６４</p>", "<p>１２８</p>"),
    )
    .expect("a file");
    let check = |format| {
        run(&[
            "docs",
            "check",
            "--spec",
            "../spec/catalog",
            text(&path),
            "--format",
            format,
        ])
    };
    let human = check("human");
    assert_eq!(human.code, 1);
    assert!(
        human
            .stdout
            .contains(&format!("page {}:59:43: 128", path.display())),
        "{}",
        human.stdout
    );
    assert!(
        human
            .stdout
            .contains("spec ../spec/catalog/common/instance.yaml:"),
        "{}",
        human.stdout
    );
    let json: Value = serde_json::from_str(&check("json").stdout).expect("JSON");
    assert_eq!(json["problems"], 1);
    assert_eq!(json["differences"][0]["kind"], "length");
    assert_eq!(json["differences"][0]["on_page"]["line"], 59);
    assert_eq!(json["differences"][0]["in_spec"]["text"], "64");
    let github = check("github").stdout;
    assert!(
        github.starts_with("::error file=../spec/catalog/common/instance.yaml,line="),
        "{github}"
    );
}

#[test]
fn files_that_are_no_pages() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.html");
    let check = || run(&["docs", "check", "--spec", "../spec/catalog", text(&path)]);
    fs::write(&path, b"\xff\xff\xff").expect("a file");
    assert_eq!(check().code, 2);
    fs::write(&path, "<p>nothing here</p>").expect("a file");
    let nothing = check();
    assert_eq!(nothing.code, 1);
    assert!(
        nothing.stdout.contains("the page is not recognised"),
        "{}",
        nothing.stdout
    );
    fs::write(&path, vec![b'<'; 50 * 1024 * 1024]).expect("a file");
    let large = check();
    assert_eq!(large.code, 2);
    assert!(large.stderr.contains("larger than"), "{}", large.stderr);
}
