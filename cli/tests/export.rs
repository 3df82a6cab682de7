//! `koo export` at the edge: what goes to standard output, what to files, and what is left alone.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "helpers of tests may panic"
)]

mod support;

use std::fs;
use std::path::Path;

use support::{Run, run};

const SPEC: &str = "tests/specs/clean";

fn export(arguments: &[&str]) -> Run {
    let mut all = vec!["export"];
    all.extend(arguments);
    all.extend(["--spec", SPEC]);
    run(&all)
}

fn text(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

#[test]
fn a_single_document_goes_to_standard_output() {
    for (what, begins) in [
        (
            "openapi",
            "# Written by `koo export openapi`; do not edit.\nopenapi:",
        ),
        ("json-schema", "{\n  \"$schema\""),
        ("html", "<!doctype html>"),
        ("postman", "{\n  \"info\""),
        ("sql-lengths", "family,interface,side"),
        ("catalog", "{\n  \"koo\": 1"),
    ] {
        let export = export(&[what]);
        assert_eq!((export.code, export.stderr.as_str()), (0, ""), "{what}");
        assert!(
            export.stdout.starts_with(begins),
            "{what}: {:.80}",
            export.stdout
        );
    }
}

#[test]
fn several_documents_need_a_folder() {
    let export = export(&["markdown"]);
    assert_eq!((export.code, export.stdout.as_str()), (2, ""));
    assert_eq!(
        export.stderr,
        "error: there are 2 documents (index.md, shop.md); give a folder with --out, or narrow with --family or --interface\n"
    );
}

#[test]
fn a_folder_holds_what_was_exported_and_other_files() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("docs");
    let markdown = |check: bool| {
        let mut arguments = vec!["markdown", "--out", text(&out)];
        arguments.extend(check.then_some("--check"));
        export(&arguments)
    };
    let missing = markdown(true);
    assert_eq!(missing.code, 1);
    assert!(
        missing.stdout.contains("+++ b/shop.md"),
        "{}",
        missing.stdout
    );
    assert!(!out.exists());
    assert_eq!(markdown(false).code, 0);
    assert_eq!(markdown(true).code, 0);

    // A file of another export, one nobody wrote, one that is no longer produced, and one that was edited.
    fs::write(out.join("own.md"), "mine").unwrap();
    assert_eq!(export(&["html", "--out", text(&out)]).code, 0);
    let shop = fs::read_to_string(out.join("shop.md")).unwrap();
    fs::write(out.join("gone.md"), &shop).unwrap();
    fs::write(out.join("shop.md"), shop.replace("shop", "stall")).unwrap();
    assert_eq!(markdown(true).code, 1);
    assert_eq!(markdown(false).code, 0);
    assert_eq!(fs::read_to_string(out.join("shop.md")).unwrap(), shop);
    assert!(!out.join("gone.md").exists());
    assert!(out.join("own.md").exists() && out.join("index.html").exists());

    // What koo did not write stays.
    fs::write(out.join("index.md"), "mine").unwrap();
    let refused = markdown(false);
    assert_eq!(refused.code, 2);
    assert!(
        refused.stderr.contains("was not written by koo"),
        "{}",
        refused.stderr
    );
    assert_eq!(fs::read_to_string(out.join("index.md")).unwrap(), "mine");
}

#[test]
fn a_single_document_may_have_a_name() {
    let folder = tempfile::tempdir().unwrap();
    for (what, name) in [
        ("openapi", "api.yaml"),
        ("html", "reference.html"),
        ("postman", "calls.json"),
        ("sql-lengths", "widths.csv"),
    ] {
        let path = folder.path().join(name);
        let again = |arguments: &[&str]| {
            let mut all = vec![what, "--out", text(&path)];
            all.extend(arguments);
            export(&all)
        };
        assert_eq!(again(&[]).code, 0, "{what}");
        assert_eq!(again(&["--check"]).code, 0, "{what}");
        let first = fs::read_to_string(&path).unwrap();
        fs::write(&path, format!("{first}\n")).unwrap();
        assert_eq!(again(&["--check"]).code, 1, "{what}");
        assert_eq!(again(&[]).code, 0, "{what}");
        assert_eq!(fs::read_to_string(&path).unwrap(), first, "{what}");
        fs::write(&path, "mine").unwrap();
        assert_eq!(again(&[]).code, 2, "{what}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "mine", "{what}");
    }
}

#[test]
fn misspelled_ids_are_answered_with_the_closest() {
    for (option, wrong) in [("--family", "shopp"), ("--interface", "plase")] {
        let export = export(&["openapi", option, wrong]);
        assert_eq!((export.code, export.stdout.as_str()), (2, ""));
        assert!(export.stderr.contains("did you mean"), "{}", export.stderr);
    }
    assert_eq!(export(&["openapi", "--check"]).code, 2);
    assert_eq!(export(&["openapi", "--format", "toml"]).code, 2);
}
