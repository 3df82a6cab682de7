//! `koo.toml`: what it sets, and what is said about mistakes in it.

#![allow(clippy::expect_used, reason = "helpers of tests may panic")]

mod support;

use std::fs;
use std::path::Path;

use support::{Run, koo};
use tempfile::TempDir;

/// A project with the settings and the catalogue of the bazaar.
fn project(settings: &str) -> TempDir {
    let project = tempfile::tempdir().expect("a temporary folder");
    let spec = project.path().join("contract");
    fs::create_dir(&spec).expect("writable");
    for file in ["catalogue.yaml", "stall.yaml"] {
        fs::copy(Path::new("tests/specs/bazaar").join(file), spec.join(file)).expect("copied");
    }
    fs::write(project.path().join("koo.toml"), settings).expect("writable");
    project
}

fn run(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = koo();
    command.current_dir(folder).args(arguments);
    command.output().expect("koo runs").into()
}

#[test]
fn settings_are_defaults_and_arguments_are_stronger() {
    let project = project(
        "spec = \"contract\"\n[check]\nformat = \"json\"\n[list]\nsite = \"south\"\n[show]\nformat = \"markdown\"\n",
    );
    let below = project.path().join("some/folder");
    fs::create_dir_all(&below).expect("writable");
    for folder in [project.path(), &below] {
        assert_eq!(
            run(folder, &["check"]).stdout.trim_start().get(..1),
            Some("{")
        );
        assert_eq!(run(folder, &["check", "--format", "human"]).stdout, "");
        let interfaces = |arguments: &[&str]| {
            run(folder, &[&["list", "interfaces"], arguments].concat())
                .stdout
                .lines()
                .count()
                - 1
        };
        assert_eq!((interfaces(&[]), interfaces(&["--site", "north"])), (1, 2));
        assert!(
            run(folder, &["show", "stall"])
                .stdout
                .starts_with("# `stall`")
        );
    }
}

#[test]
fn warnings_count_when_the_project_says_so() {
    let project = project("spec = \"contract\"\n[check]\ndeny_warnings = true\n");
    assert_eq!(run(project.path(), &["check"]).code, 0);
    let stall = project.path().join("contract/stall.yaml");
    let text = fs::read_to_string(&stall).expect("readable");
    fs::write(
        &stall,
        text.replace("scheme: query-hmac\n    page", "scheme: none\n    page"),
    )
    .expect("writable");
    let warned = run(project.path(), &["check"]);
    assert!(warned.stdout.contains("warning["), "{}", warned.stdout);
    assert_eq!(warned.code, 1);
}

#[test]
fn mistakes_have_a_position_and_a_suggestion() {
    for (settings, problem) in [
        (
            "[generate]\nspce = \"x\"\n",
            "koo.toml:2:1: unknown field `spce`",
        ),
        ("[generate]\nspce = \"x\"\n", "did you mean `spec`?"),
        ("[chekc]\n", "koo.toml:1:2: unknown field `chekc`"),
        ("[chekc]\n", "did you mean `check`?"),
        (
            "[check]\nformat = \"jsn\"\n",
            "koo.toml:2:10: unknown variant `jsn`",
        ),
        ("[check]\nformat = \"jsn\"\n", "did you mean `json`?"),
        (
            "[generate]\nfamily = \"stall\"\n",
            "koo.toml:2:10: invalid type",
        ),
        ("# 中\nspec = 1\n", "koo.toml:2:8: invalid type"),
        ("spec = \n", "koo.toml:1:"),
    ] {
        let project = project(settings);
        for command in ["check", "list"] {
            let wrong = run(project.path(), &[command]);
            assert_eq!((wrong.code, wrong.stdout.as_str()), (2, ""), "{settings}");
            assert!(
                wrong.stderr.contains(problem),
                "{problem} in {}",
                wrong.stderr
            );
            assert_eq!(wrong.stderr.lines().count(), 1, "{}", wrong.stderr);
        }
    }
}

#[test]
fn names_of_the_contract_have_a_position_too() {
    for (settings, position, meant) in [
        (
            "family = [\"stall\", \"stal\"]",
            "koo.toml:3:20: the catalogue has no family `stal`",
            "did you mean `stall`?",
        ),
        (
            "site = \"nort\"",
            "koo.toml:3:8: the catalogue has no site `nort`",
            "did you mean `north`?",
        ),
    ] {
        let project = project(&format!("spec = \"contract\"\n[generate]\n{settings}\n"));
        let wrong = run(project.path(), &["generate"]);
        assert_eq!(wrong.code, 2, "{}", wrong.stderr);
        for told in [position, meant] {
            assert!(wrong.stderr.contains(told), "{told} in {}", wrong.stderr);
        }
        assert!(!project.path().join("generated").exists());
        // Arguments are stronger.
        let arguments = ["generate", "--family", "stall", "--site", "south"];
        assert_eq!(run(project.path(), &arguments).code, 0);
    }
}
