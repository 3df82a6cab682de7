//! `spec/schema.json` is what the language says, and it judges files as the structure check does.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may panic"
)]

use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::Validator;
use koo_spec::diagnostic::{Diagnostics, Rule};
use koo_spec::language::{CATALOGUE, COMMON, FAMILY, check_structure, json_schema};
use koo_spec::node::Node;
use koo_spec::source::SourceFile;
use koo_spec::yaml;

fn spec(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../spec")
        .join(path)
}

/// Every YAML file below a folder, with what it holds; files that are not YAML are left out.
fn documents(folder: &Path) -> Vec<(PathBuf, Node)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the repository") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(documents(&path));
        } else if path
            .extension()
            .is_some_and(|extension| extension == "yaml")
        {
            let source = SourceFile::new("", fs::read_to_string(&path).expect("text"));
            found.extend(yaml::parse(&source, 0).ok().map(|node| (path, node)));
        }
    }
    found
}

/// Whether keys, kinds and words of a file are right, as `koo check` sees it.
fn well_formed(node: &Node) -> bool {
    let form = [
        ("family", &FAMILY),
        ("common", &COMMON),
        ("catalogue", &CATALOGUE),
    ]
    .into_iter()
    .find(|(key, _)| node.get(key).is_some());
    let Some((_, form)) = form else { return false };
    let mut found = Diagnostics::default();
    check_structure(node, form, &mut found);
    let structural = [
        Rule::UnknownKey,
        Rule::MissingKey,
        Rule::WrongKind,
        Rule::UnknownWord,
    ];
    found
        .into_sorted()
        .iter()
        .all(|diagnostic| !structural.contains(&diagnostic.rule))
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&json_schema()).expect("a schema")
}

#[test]
fn the_schema_file_is_in_step() {
    let expected = serde_json::to_string_pretty(&json_schema()).expect("JSON") + "\n";
    let written = fs::read_to_string(spec("schema.json")).expect("spec/schema.json");
    assert!(
        written == expected,
        "spec/schema.json is out of step; run: koo schema > spec/schema.json"
    );
}

#[test]
fn the_schema_is_a_schema() {
    jsonschema::draft202012::meta::validate(&json_schema()).expect("valid against its own draft");
}

#[test]
fn the_catalogue_is_valid() {
    let validator = validator();
    let documents = documents(&spec("catalog"));
    assert!(documents.len() > 3, "the files of the catalogue");
    for (path, node) in documents {
        let instance = node.to_json();
        let errors: Vec<_> = validator
            .iter_errors(&instance)
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
    }
}

/// The schema refuses what the structure check refuses, and nothing else.
#[test]
fn the_schema_agrees_with_the_structure_check() {
    let validator = validator();
    let documents = documents(&spec("tests/specs"));
    let refused = documents
        .iter()
        .filter(|(_, node)| !well_formed(node))
        .count();
    assert!(
        refused > 5 && refused < documents.len(),
        "specs of both kinds"
    );
    for (path, node) in documents {
        let accepted = validator.is_valid(&node.to_json());
        assert_eq!(
            accepted,
            well_formed(&node),
            "{}: accepted by the schema, well-formed for koo",
            path.display()
        );
    }
}
