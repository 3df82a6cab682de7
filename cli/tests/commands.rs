//! The smaller commands, and the help of all of them.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may panic"
)]

#[macro_use]
mod support;

use serde_json::Value;
use support::run;

#[test]
fn help_of_every_command() {
    for (name, arguments) in [
        ("help", ["--help"].as_slice()),
        ("help-check", &["check", "--help"]),
        ("help-explain", &["explain", "--help"]),
        ("help-schema", &["schema", "--help"]),
        ("help-export", &["export", "--help"]),
        ("help-export-catalog", &["export", "catalog", "--help"]),
        ("help-new", &["new", "--help"]),
        ("help-update", &["update", "--help"]),
        ("help-diff", &["diff", "--help"]),
        ("help-changelog", &["changelog", "--help"]),
        ("help-validate", &["validate", "--help"]),
        ("help-validate-package", &["validate", "package", "--help"]),
        ("help-validate-sql", &["validate", "sql", "--help"]),
        ("help-export-html", &["export", "html", "--help"]),
        (
            "help-export-json-schema",
            &["export", "json-schema", "--help"],
        ),
        ("help-export-markdown", &["export", "markdown", "--help"]),
        ("help-export-openapi", &["export", "openapi", "--help"]),
        ("help-export-postman", &["export", "postman", "--help"]),
        (
            "help-export-sql-lengths",
            &["export", "sql-lengths", "--help"],
        ),
        ("help-sign", &["sign", "--help"]),
        ("help-verify", &["verify", "--help"]),
        ("help-encrypt", &["encrypt", "--help"]),
        ("help-decrypt", &["decrypt", "--help"]),
        ("help-completions", &["completions", "--help"]),
        ("help-list", &["list", "--help"]),
        ("help-show", &["show", "--help"]),
        ("help-man", &["man", "--help"]),
    ] {
        let help = run(arguments);
        assert_eq!((help.code, help.stderr.as_str()), (0, ""), "{arguments:?}");
        assert_transcript!(name, help.stdout);
    }
}

/// The subcommands that a help text lists.
fn subcommands(help: &str) -> Vec<String> {
    let lines = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let names = lines
        .take_while(|line| !line.is_empty())
        .filter_map(|line| Some(line.strip_prefix("  ")?.split_once(' ')?.0.to_owned()));
    names
        .filter(|name| !name.is_empty() && name != "help")
        .collect()
}

#[test]
fn the_help_of_every_command_has_examples_and_exit_codes() {
    let mut open = vec![Vec::<String>::new()];
    let mut seen = 0;
    while let Some(path) = open.pop() {
        let mut arguments: Vec<&str> = path.iter().map(String::as_str).collect();
        arguments.push("--help");
        let help = run(&arguments).stdout;
        for part in ["Examples:\n  koo ", "Exit codes:"] {
            assert!(
                help.contains(part),
                "koo {} lacks {part}",
                arguments.join(" ")
            );
        }
        for name in subcommands(&help) {
            open.push([path.clone(), vec![name]].concat());
        }
        seen += 1;
    }
    assert!(seen > 8, "{seen} commands were found");
}

#[test]
fn man_pages() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path().join("man1");
    let written = run(&["man", "--out", out.to_str().expect("a plain path")]);
    assert_eq!((written.code, written.stdout.as_str()), (0, ""));
    let printed = run(&["man"]);
    let names = subcommands(&run(&["--help"]).stdout);
    let page = |name: &str| std::fs::read_to_string(out.join(name)).expect("a page");
    assert_eq!(page("koo.1"), printed.stdout);
    for name in names {
        let page = page(&format!("koo-{name}.1"));
        assert!(
            page.contains(".TH") && page.contains("Exit codes"),
            "{name}"
        );
    }
    for page in std::fs::read_dir(&out).expect("a folder") {
        let page = page.expect("a page").path();
        let mut man = std::process::Command::new("man");
        man.args(["--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z"])
            .arg(&page);
        let Ok(judged) = man.output() else {
            eprintln!("skipped: there is no man");
            return;
        };
        let complaints = String::from_utf8_lossy(&judged.stderr);
        assert!(judged.status.success(), "{}: {complaints}", page.display());
        assert_eq!(complaints, "", "{}", page.display());
    }
}

#[test]
fn without_a_command_there_is_help() {
    let bare = run(&[]);
    assert_eq!((bare.code, bare.stdout.as_str()), (2, ""));
    assert!(bare.stderr.contains("Usage: koo"));
}

#[test]
fn the_version_is_that_of_the_package() {
    assert_eq!(
        run(&["--version"]).stdout,
        format!("koo {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn the_schema_is_json() {
    let schema = run(&["schema"]);
    assert_eq!((schema.code, schema.stderr.as_str()), (0, ""));
    assert!(schema.stdout.ends_with("}\n"));
    let schema: Value = serde_json::from_str(&schema.stdout).expect("one JSON document");
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    assert!(schema["$defs"]["parameter"]["properties"]["max_length"].is_object());
}

#[test]
fn a_catalogue_is_exported() {
    let export = run(&[
        "export",
        "catalog",
        "--spec",
        "tests/specs/clean",
        "--format",
        "json",
    ]);
    assert_eq!((export.code, export.stderr.as_str()), (0, ""));
    let export: Value = serde_json::from_str(&export.stdout).expect("one JSON document");
    assert_eq!(export["koo"], 1);
    let interface = &export["families"][0]["interfaces"][0];
    assert_eq!(
        (&interface["id"], &interface["method"]),
        (&Value::from("place"), &Value::from("POST"))
    );
    let parameter = &interface["parameters"][0];
    assert_eq!(
        (&parameter["path"], &parameter["required"]),
        (&Value::from("id"), &Value::from("M"))
    );
    assert_eq!(parameter["max_length"], 64);
}

#[test]
fn a_broken_catalogue_is_not_exported() {
    let export = run(&["export", "catalog", "--spec", "tests/specs/broken"]);
    assert_eq!(export.code, 1);
    assert!(export.stdout.contains("error[KG0003]"));
    assert!(export.stderr.contains("nothing was done"));
    assert_eq!(run(&["export", "catalog", "--spec", "nowhere"]).code, 2);
    assert_eq!(run(&["export"]).code, 2);
}

#[test]
fn completions_for_every_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = run(&["completions", shell]);
        assert_eq!((script.code, script.stderr.as_str()), (0, ""), "{shell}");
        assert!(
            script.stdout.contains("koo") && script.stdout.contains("deny-warnings"),
            "{shell}"
        );
    }
    assert_eq!(run(&["completions", "cmd"]).code, 2);
    assert_eq!(run(&["completions"]).code, 2);
}
