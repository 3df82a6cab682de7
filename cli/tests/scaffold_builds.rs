//! Projects of `koo new` build, and their tests pass, right after they were written: without network, from the crates of
//! this checkout, beside what is built here already.

#![allow(clippy::expect_used, reason = "a test may fail loudly")]

mod support;

use std::fs;
use std::path::Path;
use std::process::Command;

use support::koo;

/// What a project is made with.
type Choices = &'static [&'static str];

/// A project for each choice, with the guide of its own.
const CHOICES: [(&str, Choices); 9] = [
    ("files", &[]),
    (
        "memory",
        &["--store", "memory", "--ci", "none", "--site", "intl"],
    ),
    (
        "database",
        &[
            "--store",
            "postgres",
            "--kit",
            "--language",
            "zh",
            "--ci",
            "gitlab",
        ],
    ),
    ("europe", &["--site", "eu"]),
    ("older", &["--family", "saas-v1"]),
    ("codes", &["--family", "license-v2", "--store", "memory"]),
    ("older-codes", &["--family", "license-v1"]),
    ("orders", &["--family", "open-api", "--store", "memory"]),
    ("kit-alone", &["--family", "joint-kit"]),
];

/// Those that are built beside `files`: every store, the kit, a guide with one address and one with several.
const BUILT: [&str; 4] = ["memory", "database", "older", "codes"];

/// Writes a project.
fn make(folder: &Path, name: &str, choices: Choices) {
    let output = koo()
        .current_dir(folder)
        .args(["new", name, "--yes", "--quiet"])
        .args(choices)
        .output()
        .expect("koo runs");
    assert!(
        output.status.success(),
        "{name}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// A folder of projects that share one lock file, that of this workspace: what it locks is at hand.
fn workspace(folder: &Path, members: &[&str]) {
    let members: Vec<_> = members.iter().map(|member| format!("{member:?}")).collect();
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = [{}]\n",
        members.join(", ")
    );
    fs::write(folder.join("Cargo.toml"), manifest).expect("a manifest");
    let lock = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock")).expect("a lock file");
}

/// Runs cargo where the workspace has its own build, with its profile, so that dependencies are built once.
fn cargo(folder: &Path, arguments: &[&str]) {
    let program = Path::new(env!("CARGO_BIN_EXE_koo"));
    let target = program.ancestors().nth(2).expect("the folder of builds");
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_NET_OFFLINE", "true")
        .env("CARGO_PROFILE_DEV_DEBUG", "line-tables-only")
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "cargo {arguments:?}\n{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn projects_build_and_pass_their_tests_right_away() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    for (name, choices) in CHOICES {
        make(folder, name, choices);
    }
    let all: Vec<_> = CHOICES.iter().map(|(name, _)| *name).collect();
    workspace(folder, &all);
    cargo(folder, &["fmt", "--all", "--check"]);
    // Alone, so that nothing of another project fills a gap.
    workspace(folder, &["files"]);
    cargo(folder, &["test", "--quiet"]);
    // Together, so that what they share is built once.
    workspace(folder, &BUILT);
    cargo(folder, &["test", "--quiet", "--workspace"]);
}

#[test]
fn fixtures_keep_the_contract() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, choices) in CHOICES {
        make(folder.path(), name, choices);
        let project = folder.path().join(name);
        let check = Command::new("bash")
            .arg(project.join("scripts/check-contract.sh"))
            .env("KOO", env!("CARGO_BIN_EXE_koo"))
            .output()
            .expect("bash runs");
        let told = String::from_utf8_lossy(&check.stderr).into_owned();
        assert!(check.status.success(), "{name}: {told}");
        assert!(project.join("fixtures").is_dir());
    }
    // A payload that breaks the contract is found.
    let fixture = folder
        .path()
        .join("files/fixtures/saas-v2/request/newInstance.too-long.json");
    let payload = format!(
        r#"{{"activity": "newInstance", "orderId": "{}"}}"#,
        "1".repeat(65)
    );
    fs::write(fixture, payload).expect("a fixture");
    let check = Command::new("bash")
        .arg(folder.path().join("files/scripts/check-contract.sh"))
        .env("KOO", env!("CARGO_BIN_EXE_koo"))
        .output()
        .expect("bash runs");
    assert_eq!(check.status.code(), Some(1));
    let told = String::from_utf8_lossy(&check.stdout).into_owned();
    assert!(
        told.contains("orderId") && told.contains("too-long.json"),
        "{told}"
    );
}
