//! The catalogue reads the same through another YAML reader, so that other tools can rely on the files.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may panic"
)]

use std::fs;
use std::path::{Path, PathBuf};

use koo_spec::source::SourceFile;
use koo_spec::yaml;
use serde_json::{Number, Value};

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the repository") {
        let path = entry.expect("an entry").path();
        // Templates of projects stand beside the catalogue; some are YAML only once they are filled in.
        if path.is_dir() && path.ends_with("scaffold") {
            continue;
        }
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// The same value with every number as a fraction: `1` and `1.0` are one number in two spellings.
fn by_value(value: Value) -> Value {
    match value {
        Value::Number(number) => number
            .as_f64()
            .and_then(Number::from_f64)
            .map_or(Value::Null, Value::Number),
        Value::Array(elements) => elements.into_iter().map(by_value).collect(),
        Value::Object(members) => members
            .into_iter()
            .map(|(name, member)| (name, by_value(member)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        other => other,
    }
}

/// The first place where two values differ, as a JSON pointer.
fn first_difference(left: &Value, right: &Value) -> Option<String> {
    match (left, right) {
        (Value::Object(left), Value::Object(right)) if left.keys().eq(right.keys()) => left
            .iter()
            .zip(right.values())
            .find_map(|((name, left), right)| {
                Some(format!("/{name}{}", first_difference(left, right)?))
            }),
        (Value::Array(left), Value::Array(right)) if left.len() == right.len() => left
            .iter()
            .zip(right)
            .enumerate()
            .find_map(|(index, (left, right))| {
                Some(format!("/{index}{}", first_difference(left, right)?))
            }),
        _ if left == right => None,
        _ => Some(format!(": {left} or {right}")),
    }
}

#[test]
fn every_file_of_the_catalogue_reads_the_same() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/catalog");
    let files = files(&folder);
    assert!(files.len() > 3);
    for path in files {
        let text = fs::read_to_string(&path).expect("text");
        let other: Value = serde_yaml::from_str(&text).expect("YAML for the other reader");
        let ours = yaml::parse(&SourceFile::new("", text), 0)
            .expect("YAML for koo")
            .to_json();
        let difference = first_difference(&by_value(ours), &by_value(other));
        assert_eq!(
            difference,
            None,
            "{}: koo reads one thing and serde_yaml another",
            path.display()
        );
    }
}
