//! `koo check`: formats, exit codes, colour, and paths of every kind.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may panic"
)]

#[macro_use]
mod support;

use std::fs;

use serde_json::Value;
use support::{Run, koo, run};

#[test]
fn a_clean_catalogue() {
    assert_transcript!(
        "check-clean",
        run(&["check", "tests/specs/clean"]).transcript()
    );
}

#[test]
fn a_broken_catalogue_for_people() {
    assert_transcript!(
        "check-broken-human",
        run(&["check", "tests/specs/broken"]).transcript()
    );
}

#[test]
fn a_broken_catalogue_for_programs() {
    let json = run(&["check", "tests/specs/broken", "--format", "json"]);
    assert!(serde_json::from_str::<Value>(&json.stdout).is_ok());
    assert_transcript!("check-broken-json", json.transcript());
    assert_transcript!(
        "check-broken-github",
        run(&["check", "tests/specs/broken", "--format", "github"]).transcript()
    );
    let sarif = run(&["check", "tests/specs/broken", "--format", "sarif"]);
    let log: Value = serde_json::from_str(&sarif.stdout).expect("one JSON document");
    assert_eq!(sarif.code, 1);
    assert_eq!(log["version"], "2.1.0");
    assert_eq!(log["runs"][0]["results"].as_array().map(Vec::len), Some(3));
    assert_eq!(
        log["runs"][0]["tool"]["driver"]["version"],
        env!("CARGO_PKG_VERSION")
    );
}

#[test]
fn clean_catalogues_give_whole_documents_too() {
    for format in ["json", "sarif"] {
        let clean = run(&["check", "tests/specs/clean", "--format", format]);
        assert_eq!((clean.code, clean.stderr.as_str()), (0, ""));
        assert!(
            serde_json::from_str::<Value>(&clean.stdout).is_ok(),
            "{format}"
        );
    }
    let github = run(&["check", "tests/specs/clean", "--format", "github"]);
    assert_eq!(
        (github.code, github.stdout.as_str(), github.stderr.as_str()),
        (0, "", "")
    );
}

#[test]
fn warnings_count_when_asked() {
    let warned = run(&["check", "tests/specs/warned"]);
    assert_eq!(warned.code, 0);
    assert!(
        warned.stdout.contains("warning[KG0071]"),
        "{}",
        warned.stdout
    );
    assert!(
        warned.stderr.contains("1 warning in 1 interface, 1 family"),
        "{}",
        warned.stderr
    );
    assert_eq!(
        run(&["check", "tests/specs/warned", "--deny-warnings"]).code,
        1
    );
    assert_eq!(
        run(&["check", "tests/specs/clean", "--deny-warnings"]).code,
        0
    );
}

#[test]
fn one_file_is_checked_alone() {
    let alone = run(&["check", "tests/specs/broken/catalogue.yaml"]);
    assert_eq!(alone.code, 1);
    assert!(
        alone.stdout.contains("sitse") && !alone.stdout.contains("max_lenght"),
        "{}",
        alone.stdout
    );
    let here = Run::from(
        koo()
            .current_dir("tests/specs/broken")
            .args(["check", "./shop.yaml"])
            .output()
            .expect("koo runs"),
    );
    assert_eq!(here.code, 1);
    assert!(
        here.stdout.contains("max_lenght") && !here.stdout.contains("sitse"),
        "{}",
        here.stdout
    );
}

#[test]
fn paths_that_cannot_be_loaded() {
    let empty = tempfile::tempdir().expect("a temporary folder");
    let missing = Run::from(
        koo()
            .current_dir(empty.path())
            .args(["check", "nowhere"])
            .output()
            .expect("koo runs"),
    );
    assert_eq!((missing.code, missing.stdout.as_str()), (2, ""));
    assert!(
        missing
            .stderr
            .starts_with("error: cannot read nowhere\n  because: "),
        "{}",
        missing.stderr
    );
    assert_eq!(
        missing.stderr.lines().count(),
        2,
        "the reason once: {}",
        missing.stderr
    );
    let nothing = Run::from(
        koo()
            .current_dir(empty.path())
            .args(["check", "."])
            .output()
            .expect("koo runs"),
    );
    assert_eq!(
        (nothing.code, nothing.stderr.as_str()),
        (2, "error: . holds no YAML file (*.yaml or *.yml)\n")
    );
}

#[test]
fn the_catalogue_of_the_project_is_the_default() {
    let project = tempfile::tempdir().expect("a temporary folder");
    let root = project.path();
    fs::create_dir_all(root.join("contract/inside")).expect("writable");
    fs::write(root.join("koo.toml"), "[generate]\nspec = \"contract\"\n").expect("writable");
    fs::copy(
        "tests/specs/clean/shop.yaml",
        root.join("contract/shop.yaml"),
    )
    .expect("copied");
    for folder in ["", "contract/inside"] {
        for arguments in [["check", "--quiet"].as_slice(), &["export", "catalog"]] {
            let run = Run::from(
                koo()
                    .current_dir(root.join(folder))
                    .args(arguments)
                    .output()
                    .expect("koo runs"),
            );
            assert_eq!(
                (run.code, run.stderr.as_str()),
                (0, ""),
                "{arguments:?} in {folder:?}"
            );
        }
    }
}

#[test]
fn without_a_project_the_built_in_catalogue_is_used() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let check = |arguments: &[&str]| {
        Run::from(
            koo()
                .current_dir(folder.path())
                .args(["check", "--verbose"])
                .args(arguments)
                .output()
                .expect("koo runs"),
        )
    };
    let used = |run: &Run| run.stderr.lines().next().unwrap_or_default().to_owned();
    let built_in = check(&[]);
    assert_eq!((built_in.code, built_in.stdout.as_str()), (0, ""));
    assert!(
        used(&built_in).contains("built into koo"),
        "{}",
        built_in.stderr
    );
    let shop = "tests/specs/warned/shop.yaml";
    for place in ["spec/catalog", "contract", "elsewhere"] {
        fs::create_dir_all(folder.path().join(place)).expect("writable");
        fs::copy(shop, folder.path().join(place).join("shop.yaml")).expect("copied");
    }
    let found = check(&[]);
    assert_eq!(
        used(&found),
        "catalogue: spec/catalog, found below the current folder"
    );
    assert!(found.stdout.contains("spec/catalog/shop.yaml:"));
    let settings = "[generate]\nspec = \"contract\"\n";
    fs::write(folder.path().join("koo.toml"), settings).expect("writable");
    assert_eq!(used(&check(&[])), "catalogue: contract, as koo.toml says");
    assert_eq!(
        used(&check(&["elsewhere"])),
        "catalogue: elsewhere, as asked for"
    );
    let quiet = check(&["--quiet"]);
    assert_eq!(quiet.code, 2, "{}", quiet.stderr);
}

#[test]
fn content_that_cannot_be_read_is_a_problem_not_a_panic() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, content) in [
        ("bytes.yaml", b"\xff\xfe\x00".as_slice()),
        ("empty.yaml", b""),
        ("nul.yaml", b"a: \0"),
        ("word.yaml", b"word"),
        ("open.yaml", b"a: ["),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, content).expect("writable");
        for format in ["human", "json", "sarif", "github"] {
            let path = path.to_str().expect("a plain path");
            let one = run(&["check", path, "--format", format]);
            assert_eq!(one.code, 1, "{name} as {format}: {}", one.stderr);
            assert!(
                one.stdout.contains(name),
                "{name} as {format}: {}",
                one.stdout
            );
        }
    }
    let huge = folder.path().join("huge.yaml");
    fs::File::create(&huge)
        .expect("writable")
        .set_len(100 << 20)
        .expect("a sparse file");
    let all = run(&["check", folder.path().to_str().expect("a plain path")]);
    assert_eq!(all.code, 1);
    for name in [
        "bytes.yaml",
        "empty.yaml",
        "nul.yaml",
        "word.yaml",
        "open.yaml",
        "huge.yaml",
    ] {
        assert!(all.stdout.contains(name), "{name} in {}", all.stdout);
    }
}

#[test]
fn quiet_leaves_the_summary_out() {
    let quiet = run(&["check", "tests/specs/broken", "--quiet"]);
    assert_eq!((quiet.code, quiet.stderr.as_str()), (1, ""));
    assert!(quiet.stdout.contains("error[KG0003]"));
    let clean = run(&["--quiet", "check", "tests/specs/clean"]);
    assert_eq!(
        (clean.code, clean.stdout.as_str(), clean.stderr.as_str()),
        (0, "", "")
    );
}

#[test]
fn colour_is_for_terminals_or_on_demand() {
    let coloured = |arguments: &[&str], environment: &[(&str, &str)]| {
        let output = koo()
            .args(["check", "tests/specs/broken"])
            .args(arguments)
            .envs(environment.iter().copied())
            .output();
        Run::from(output.expect("koo runs"))
            .stdout
            .contains('\u{1b}')
    };
    assert!(!coloured(&[], &[]), "a pipe is no terminal");
    assert!(!coloured(&["--color", "never"], &[]));
    assert!(coloured(&["--color", "always"], &[]));
    assert!(
        coloured(&["--color", "always"], &[("NO_COLOR", "1")]),
        "an argument is stronger than the environment"
    );
    assert!(!coloured(&["--color", "auto"], &[("NO_COLOR", "1")]));
    assert!(
        !coloured(&["--color", "always", "--format", "json"], &[]),
        "documents have no colour"
    );
}

#[test]
fn wrong_arguments_are_usage_errors() {
    for arguments in [
        ["check", "--format", "xml"].as_slice(),
        &["check", "a", "b"],
        &["check", "--colour"],
        &["chek"],
    ] {
        let wrong = run(arguments);
        assert_eq!(
            (wrong.code, wrong.stdout.as_str()),
            (2, ""),
            "{arguments:?}"
        );
        assert!(wrong.stderr.starts_with("error: "), "{}", wrong.stderr);
    }
}
