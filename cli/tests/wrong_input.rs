//! What a stranger does wrong is answered in one line that says what to do, with exit code 2.

#![allow(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

mod support;

use std::fs;
use std::path::Path;

use support::{Run, koo};

/// A folder with files of the wrong kinds, outside any project.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    write("text.txt", b"hello\n");
    write("empty.json", b"");
    write("object.json", br#"{"a": 1}"#);
    write("bytes.json", &[0xFF, 0xFE, 0x00, 0x80, 0xC1]);
    write("shop.sql", b"CREATE TABLE orders (id VARCHAR(9));");
    fs::create_dir(folder.path().join("folder")).unwrap();
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> Run {
    let secrets = ["ACCESS_KEY", "ACCESS_KEY_ID", "SECRET_ACCESS_KEY"];
    let secrets = secrets.map(|name| (format!("KOO_{name}"), "demo"));
    let mut command = koo();
    command.current_dir(folder).envs(secrets).args(arguments);
    command.output().unwrap().into()
}

/// Each command line, and what the error must say.
const WRONG: &[(&str, &str)] = &[
    // Files.
    (
        "validate --interface saas-v2/newInstance nowhere",
        "cannot read nowhere",
    ),
    (
        "validate --interface saas-v2/newInstance folder",
        "cannot read folder",
    ),
    ("validate package nowhere", "cannot read nowhere"),
    ("validate sql nowhere --map text.txt", "cannot read nowhere"),
    (
        "validate sql bytes.json --map text.txt",
        "bytes.json is not UTF-8",
    ),
    (
        "sign --interface saas-v2/newInstance --url http://h/ folder",
        "cannot read folder",
    ),
    (
        "sign --interface saas-v2/newInstance --url http://h/ bytes.json",
        "not UTF-8",
    ),
    (
        "sign --interface saas-v2/newInstance --url http://h/ text.txt",
        "no JSON object",
    ),
    (
        "verify --interface saas-v2/newInstance nowhere",
        "cannot read nowhere",
    ),
    (
        "verify --interface saas-v2/newInstance empty.json",
        "the capture is empty",
    ),
    (
        "verify --interface saas-v2/newInstance bytes.json",
        "bytes.json: line 1: ",
    ),
    (
        "verify --interface saas-v2/newInstance object.json",
        "no HTTP archive",
    ),
    (
        "encrypt --cipher saas-v1/sensitive-256 bytes.json",
        "not UTF-8",
    ),
    ("check nowhere", "cannot read nowhere"),
    ("check folder", "folder holds no YAML file"),
    ("list --spec nowhere", "cannot read nowhere"),
    ("diff nowhere folder", "cannot read nowhere"),
    ("diff empty.json empty.json", "no export of a catalogue"),
    ("diff HEAD:a HEAD:b", "no git repository"),
    (
        "diff --accept bytes.json object.json object.json",
        "must be 1",
    ),
    ("docs check nowhere", "cannot read nowhere"),
    ("docs check folder", "folder holds no page"),
    ("docs check bytes.json", "is not text"),
    ("docs patch text.txt", "built-in catalogue cannot be edited"),
    // Where to write.
    (
        "generate --out text.txt",
        "text.txt is a file; give a folder with --out",
    ),
    (
        "generate --out text.txt/deeper --check",
        "text.txt/deeper cannot be a folder: text.txt is a file",
    ),
    (
        "export openapi --out text.txt",
        "text.txt is a file; give a folder with --out",
    ),
    ("export catalog --out text.txt/deeper", "text.txt is a file"),
    (
        "export html --out object.json",
        "object.json is a file; give a folder with --out",
    ),
    (
        "export catalog --out object.json",
        "was not written by koo and would be overwritten",
    ),
    ("man --out text.txt", "text.txt is a file"),
    ("docs fetch --out text.txt", "text.txt is a file"),
    // Values of options.
    (
        "docs fetch --base-url foo",
        "write http://host/path or https://host/path",
    ),
    (
        "docs fetch --base-url ftp://host/",
        "write http://host/path or https://host/path",
    ),
    (
        "docs fetch --base-url http:///path",
        "write http://host/path or https://host/path",
    ),
    ("docs fetch --delay soon", "write 500ms, 2s, 5m, 12h or 1d"),
    (
        "export openapi --address foo --family saas-v2",
        "write http://host/path or https://host/path",
    ),
    (
        "export postman --address foo",
        "write http://host/path or https://host/path",
    ),
    (
        "sign --interface saas-v2/newInstance --url foo object.json",
        "write http://host/path",
    ),
    (
        "sign --interface saas-v2/newInstance object.json",
        "pass it as --url",
    ),
    (
        "sign --interface saas-v2/newInstance --url http://h/ --header foo object.json",
        "write 'Name: value'",
    ),
    (
        "sign --interface saas-v2/newInstance --url http://h/ --at yesterday object.json",
        "2026-11-22T08:00:00Z",
    ),
    (
        "sign --interface saas-v2/newInstance --url http://h/ --site moon object.json",
        "no site `moon`",
    ),
    (
        "changelog object.json object.json --date foo",
        "write a date such as 2026-01-31",
    ),
    (
        "changelog object.json object.json --date 2026-02-30",
        "write a date such as 2026-01-31",
    ),
    (
        "changelog object.json object.json --version [x]",
        "write a version such as 0.2.0",
    ),
    ("validate --site moon object.json", "no site `moon`"),
    ("list --site moon", "no site `moon`"),
    ("show saas-v2 --site moon", "no site `moon`"),
    ("export openapi --site moon", "no site `moon`"),
    ("generate --site moon", "no site `moon`"),
    ("docs fetch --site moon", "no site `moon`"),
    // Options that do not go together.
    ("export openapi --check", "--out <PATH>"),
    (
        "validate --lines --input json object.json",
        "cannot be used with",
    ),
    (
        "validate --interface a/b --family a object.json",
        "cannot be used with",
    ),
    (
        "list codes --direction third-party",
        "only interfaces have a direction",
    ),
    ("show saas-v2 --side request", "leave --side out"),
    ("--quiet --verbose list", "cannot be used with"),
];

#[test]
fn wrong_usage_is_answered_and_ends_with_2() {
    let folder = folder();
    for (line, expected) in WRONG {
        let arguments: Vec<_> = line.split(' ').collect();
        let run = run(folder.path(), &arguments);
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (2, ""),
            "koo {line}: {}",
            run.stderr
        );
        assert!(
            run.stderr.starts_with("error: "),
            "koo {line}: {}",
            run.stderr
        );
        assert!(run.stderr.contains(expected), "koo {line}: {}", run.stderr);
    }
    // Nothing was left behind or changed.
    let mut names: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "bytes.json",
            "empty.json",
            "folder",
            "object.json",
            "shop.sql",
            "text.txt"
        ]
    );
}

#[test]
fn a_header_cannot_bring_another() {
    let folder = folder();
    for header in ["a: b\nc: d", "a b: c", ": c", "a\rb: c"] {
        let arguments = [
            "sign",
            "--interface",
            "saas-v2/newInstance",
            "--url",
            "http://h/",
        ];
        let run = run(
            folder.path(),
            &[&arguments[..], &["--header", header, "object.json"]].concat(),
        );
        assert_eq!(run.code, 2, "{header:?}: {}", run.stdout);
        assert!(
            run.stderr.contains("no header holds these characters"),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn a_file_that_cannot_be_read_does_not_hide_what_others_say() {
    let folder = folder();
    for files in [["object.json", "nowhere"], ["nowhere", "object.json"]] {
        let arguments = ["validate", "--interface", "saas-v2/newInstance"];
        let run = run(folder.path(), &[&arguments[..], &files].concat());
        assert_eq!(run.code, 2, "{files:?}");
        assert!(run.stdout.contains("orderId: missing"), "{}", run.stdout);
        assert!(
            run.stderr.contains("error: cannot read nowhere"),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn nothing_that_was_held_against_nothing_passes() {
    let folder = folder();
    for (files, complaint) in [
        (["empty.json", "empty.json"], "no CREATE TABLE in this file"),
        (["shop.sql", "empty.json"], "the map names no column"),
    ] {
        let run = run(
            folder.path(),
            &["validate", "sql", files[0], "--map", files[1]],
        );
        assert_eq!(run.code, 1, "{files:?}: {}", run.stderr);
        assert!(run.stdout.contains(complaint), "{files:?}: {}", run.stdout);
    }
}

#[test]
fn pages_are_listed_for_programs_too() {
    let folder = folder();
    let arguments = ["docs", "fetch", "--list", "--family", "saas-v2"];
    let human = run(folder.path(), &arguments);
    let json = run(
        folder.path(),
        &[&arguments[..], &["--format", "json"]].concat(),
    );
    assert_eq!((human.code, json.code), (0, 0));
    let document: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    let pages = document["pages"].as_array().unwrap();
    assert_eq!(pages.len(), human.stdout.lines().count());
    for (page, line) in pages.iter().zip(human.stdout.lines()) {
        let of_json: Vec<_> = ["page", "site", "url"]
            .iter()
            .map(|name| page[name].as_str().unwrap())
            .collect();
        assert_eq!(of_json.join("  "), line);
    }
}
