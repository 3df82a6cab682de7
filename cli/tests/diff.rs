//! `koo diff` and `koo changelog`, from the command line: folders, files, revisions, exports, exit codes.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may panic"
)]

#[macro_use]
mod support;

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use support::{Run, koo, run};
use tempfile::TempDir;

const SPEC: &str = include_str!("specs/clean/shop.yaml");

/// A folder with the guide, and one with the guide changed.
fn folders() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), "old/shop.yaml", SPEC);
    write(folder.path(), "new/shop.yaml", &widened());
    folder
}

fn widened() -> String {
    assert!(SPEC.contains("max_length: 64"));
    SPEC.replacen("max_length: 64", "max_length: 128", 1)
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
    fs::write(path, text).expect("a file");
}

fn run_in(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = koo();
    command.current_dir(folder).args(arguments);
    command.output().expect("koo runs").into()
}

#[test]
fn folders_differ() {
    let folder = folders();
    let diff = run_in(folder.path(), &["diff", "old", "new"]);
    assert_transcript!("diff-human", diff.transcript());
    let same = run_in(folder.path(), &["diff", "old", "old"]);
    assert_eq!((same.code, same.stdout.as_str()), (0, ""));
    let log = run_in(
        folder.path(),
        &[
            "changelog",
            "old",
            "new",
            "--version",
            "1.2.3",
            "--date",
            "2026-01-31",
        ],
    );
    assert_transcript!("changelog", log.transcript());
}

#[test]
fn the_exit_code_follows_the_party_and_the_threshold() {
    let folder = folders();
    for (arguments, code) in [
        (["--as", "merchant-server", "--fail-on", "breaking"], 1),
        (["--as", "platform", "--fail-on", "breaking"], 0),
        (["--as", "platform", "--fail-on", "warning"], 0),
        (["--as", "platform", "--fail-on", "any"], 1),
        (["--as", "merchant-client", "--fail-on", "any"], 0),
        (
            ["--as", "merchant-server,platform", "--fail-on", "breaking"],
            1,
        ),
        (["--as", "merchant-server", "--fail-on", "never"], 0),
        (["--as", "nobody", "--fail-on", "never"], 2),
    ] {
        let all = [["diff", "old", "new"].as_slice(), &arguments].concat();
        assert_eq!(run_in(folder.path(), &all).code, code, "{arguments:?}");
    }
}

#[test]
fn single_files_and_exports_give_the_same_changes() {
    let folder = folders();
    let at = folder.path();
    for side in ["old", "new"] {
        let export = run_in(at, &["export", "catalog", "--spec", side]);
        write(at, &format!("{side}.json"), &export.stdout);
    }
    let prints = |old: &str, new: &str| -> Vec<Value> {
        let diff = run_in(at, &["diff", old, new, "--format", "json"]);
        assert_eq!(diff.code, 1, "{}", diff.stderr);
        let report: Value = serde_json::from_str(&diff.stdout).expect("one JSON document");
        let changes = report["changes"].as_array().expect("a list").clone();
        changes
            .into_iter()
            .map(|change| change["fingerprint"].clone())
            .collect()
    };
    let expected = prints("old", "new");
    assert_eq!(expected.len(), 1);
    assert_eq!(prints("old/shop.yaml", "new/shop.yaml"), expected);
    assert_eq!(prints("old.json", "new.json"), expected);
    assert_eq!(prints("old", "new.json"), expected);
}

/// Of a single file only its family is compared.
#[test]
fn other_families_of_the_folder_are_left_out() {
    let folder = folders();
    let at = folder.path();
    for side in ["old", "new"] {
        write(
            at,
            &format!("{side}/catalogue.yaml"),
            "catalogue: demo\ntitle: Demo\ndoc: Two guides.\nsites: {home: {title: Home}}\npackages: {}\n",
        );
    }
    let stall = SPEC.replacen("family: shop", "family: stall", 1);
    write(at, "old/stall.yaml", &stall);
    write(
        at,
        "new/stall.yaml",
        &stall.replacen("max_length: 64", "max_length: 32", 1),
    );
    let whole = run_in(at, &["diff", "old", "new", "-q"]);
    assert!(
        whole.stdout.contains("stall") && whole.stdout.contains("shop"),
        "{}{}",
        whole.stdout,
        whole.stderr
    );
    let one = run_in(at, &["diff", "old/shop.yaml", "new/shop.yaml", "-q"]);
    assert!(
        !one.stdout.contains("stall") && one.stdout.contains("128"),
        "{}{}",
        one.stdout,
        one.stderr
    );
}

fn git(folder: &Path, arguments: &[&str]) -> bool {
    let status = Command::new("git")
        .current_dir(folder)
        .args([
            "-c",
            "user.name=Test",
            "-c",
            "user.email=test@example.org",
            "-c",
            "commit.gpgsign=false",
        ])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .output();
    status.is_ok_and(|output| output.status.success())
}

#[test]
fn revisions() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    if !git(at, &["init", "-q", "-b", "main"]) {
        eprintln!("skipped: there is no git");
        return;
    }
    write(at, "spec/catalog/shop.yaml", SPEC);
    assert!(
        git(at, &["add", "."]) && git(at, &["commit", "-qm", "first"]) && git(at, &["tag", "v1"])
    );
    write(at, "spec/catalog/shop.yaml", &widened());
    let export = run_in(at, &["export", "catalog"]);
    write(at, "baseline.json", &export.stdout);
    assert!(git(at, &["add", "."]) && git(at, &["commit", "-qm", "second"]));

    for (old, new, code) in [
        ("v1:spec/catalog", "spec/catalog", 1),
        ("HEAD~1:spec/catalog", "HEAD:spec/catalog/", 1),
        ("v1:spec/catalog/shop.yaml", "spec/catalog/shop.yaml", 1),
        ("HEAD:spec/catalog", "spec/catalog", 0),
        ("HEAD:baseline.json", "spec/catalog", 0),
        ("v1:spec/catalog", "HEAD:baseline.json", 1),
    ] {
        let diff = run_in(at, &["diff", old, new]);
        assert_eq!(
            diff.code, code,
            "{old} {new}: {}{}",
            diff.stdout, diff.stderr
        );
        assert_eq!(diff.stdout.contains("64 → 128"), code == 1, "{old} {new}");
    }
    // Positions name the revision.
    let diff = run_in(at, &["diff", "v1:spec/catalog", "spec/catalog"]);
    assert!(
        diff.stdout.contains("v1:spec/catalog/shop.yaml:"),
        "{}",
        diff.stdout
    );
    // From a folder inside, paths of revisions still count from the top.
    let inside = run_in(&at.join("spec"), &["diff", "v1:spec/catalog", "catalog"]);
    assert_eq!(inside.code, 1, "{}", inside.stderr);

    for (named, message) in [
        ("v9:spec/catalog", "there is no revision `v9`"),
        ("v1:spec/nowhere", "has no `spec/nowhere`"),
        ("--all:spec", "neither a path nor a revision"),
    ] {
        let diff = run_in(at, &["diff", "--", named, "spec/catalog"]);
        assert_eq!(diff.code, 2, "{named}");
        assert!(diff.stderr.contains(message), "{named}: {}", diff.stderr);
    }
}

#[test]
fn without_a_repository_or_git_there_is_a_reason() {
    let folder = folders();
    let mut command = koo();
    command
        .current_dir(folder.path())
        .env("PATH", "")
        .args(["diff", "HEAD:old", "new"]);
    let diff: Run = command.output().expect("koo runs").into();
    assert_eq!(diff.code, 2);
    assert!(
        diff.stderr.contains("needs the `git` command"),
        "{}",
        diff.stderr
    );
    if Command::new("git").arg("--version").output().is_ok() {
        let mut command = koo();
        command
            .current_dir(folder.path())
            .env("GIT_CEILING_DIRECTORIES", "/")
            .env("GIT_DIR", "nowhere");
        let diff: Run = command
            .args(["diff", "HEAD:old", "new"])
            .output()
            .expect("koo runs")
            .into();
        assert_eq!(diff.code, 2);
        assert!(
            diff.stderr.contains("in no git repository"),
            "{}",
            diff.stderr
        );
    }
}

#[test]
fn acceptances() {
    let folder = folders();
    let at = folder.path();
    let written = run_in(
        at,
        &["diff", "old", "new", "--write-accepted", "accepted.toml"],
    );
    assert_eq!(written.code, 0, "{}", written.stderr);
    let accepted = run_in(
        at,
        &[
            "diff",
            "old",
            "new",
            "--accept",
            "accepted.toml",
            "--fail-on",
            "any",
        ],
    );
    assert_eq!(
        (accepted.code, accepted.stdout.as_str()),
        (0, ""),
        "{}",
        accepted.stderr
    );
    assert!(
        accepted.stderr.contains("1 accepted"),
        "{}",
        accepted.stderr
    );
    let stale = run_in(at, &["diff", "old", "old", "--accept", "accepted.toml"]);
    assert_eq!(stale.code, 0);
    assert!(
        stale.stderr.contains("stale acceptance"),
        "{}",
        stale.stderr
    );
    write(at, "accepted.toml", "nonsense");
    let broken = run_in(at, &["diff", "old", "new", "--accept", "accepted.toml"]);
    assert_eq!(broken.code, 2);
    assert!(
        broken.stderr.contains("no fingerprint"),
        "{}",
        broken.stderr
    );
}

#[test]
fn rules_are_listed_and_explained() {
    let rules = run(&["diff", "--rules"]);
    assert_eq!((rules.code, rules.stderr.as_str()), (0, ""));
    assert!(rules.stdout.lines().count() >= 60);
    let explained = run(&["diff", "--explain", "kd0123"]);
    assert_eq!(explained.code, 0);
    assert!(
        explained
            .stdout
            .starts_with("KD0123 request-parameter-length-widened\n")
    );
    let unknown = run(&["diff", "--explain", "request-parameter-length-wided"]);
    assert_eq!(unknown.code, 2);
    assert!(
        unknown
            .stderr
            .contains("did you mean `request-parameter-length-widened`?"),
        "{}",
        unknown.stderr
    );
}

#[test]
fn editions_that_cannot_be_compared() {
    let folder = folders();
    let at = folder.path();
    write(at, "bad.json", "{\"koo\": 7}");
    write(at, "broken.json", "{");
    write(at, "broken/shop.yaml", "family: shop\nnonsense: 1\n");
    for (named, message) in [
        ("nowhere", "cannot read nowhere"),
        ("bad.json", "the member `koo` must be 1"),
        ("broken.json", "this is no export"),
        ("broken", "broken has errors and cannot be compared"),
    ] {
        let diff = run_in(at, &["diff", named, "new"]);
        assert_eq!(diff.code, 2, "{named}");
        assert!(diff.stderr.contains(message), "{named}: {}", diff.stderr);
    }
    assert_eq!(run(&["diff"]).code, 2);
    assert_eq!(run(&["diff", "old"]).code, 2);
}
