//! What the exports of small specs look like, and that small changes stay small.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests may panic"
)]

mod support;

use koo_codegen::{EmitError, File, docs, json_schema, openapi, postman, sql};
use koo_spec::catalogue::Catalogue;
use support::{catalogue, diff, names, spec, specs};

fn golden(name: &str) -> Catalogue {
    catalogue(specs(name))
}

/// All files behind each other.
fn joined(files: Result<Vec<File>, EmitError>) -> String {
    let files = files.unwrap();
    let parts = files
        .iter()
        .map(|file| format!("=== {}\n{}", file.path, file.contents));
    parts.collect()
}

fn all(catalogue: &Catalogue) -> Vec<(&'static str, String)> {
    vec![
        (
            "openapi",
            joined(openapi::emit(catalogue, &openapi::Options::default())),
        ),
        (
            "json-schema",
            joined(json_schema::emit(
                catalogue,
                &json_schema::Options::default(),
            )),
        ),
        (
            "markdown",
            joined(docs::markdown(catalogue, &docs::Options::default())),
        ),
        (
            "html",
            joined(docs::html(catalogue, &docs::Options::default())),
        ),
        (
            "postman",
            joined(postman::emit(catalogue, &postman::Options::default())),
        ),
        ("csv", joined(sql::emit(catalogue, sql::Format::Csv))),
        ("sql", joined(sql::emit(catalogue, sql::Format::Sql))),
    ]
}

fn snapshot(name: &str, text: &str) {
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "snapshots" }, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn exports_of_small_specs() {
    for (name, formats) in [
        ("server_site_reply", ["openapi", "markdown"].as_slice()),
        ("selection", &["openapi"]),
        ("query_parameters", &["openapi", "postman"]),
        ("presence", &["json-schema"]),
        ("formats", &["json-schema"]),
        ("nesting", &["csv", "sql"]),
    ] {
        for (format, text) in all(&golden(name)) {
            if formats.contains(&format) {
                snapshot(&format!("{name}-{format}"), &text);
            }
        }
    }
}

#[test]
fn every_golden_can_be_exported_and_gives_the_same_bytes_again() {
    for name in names() {
        let catalogue = golden(&name);
        assert_eq!(all(&catalogue), all(&catalogue.clone()), "{name}");
    }
}

#[test]
fn a_small_change_changes_little() {
    let before = spec("server_site_reply");
    let after = before.replacen("max_length: 255", "max_length: 256", 1);
    let before = all(&catalogue([("shop.yaml".to_owned(), before)]));
    let after = all(&catalogue([("shop.yaml".to_owned(), after)]));
    for ((format, before), (_, after)) in before.iter().zip(&after) {
        let diff = diff(format, before, after);
        let added = diff
            .lines()
            .filter(|line| line.starts_with('+') && !line.starts_with("+++"));
        // A collection of requests knows no limits of replies.
        let expected = usize::from(*format != "postman");
        assert_eq!(added.count(), expected, "{diff}");
    }
}
