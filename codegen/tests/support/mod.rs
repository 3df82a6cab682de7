//! What the tests of emitters share: goldens on disk, and catalogues in memory.
#![allow(dead_code, reason = "each test uses a part")]

use std::path::{Path, PathBuf};

use koo_codegen::{File, rust};
use koo_spec::catalogue::Catalogue;
use koo_spec::load::{Input, load};
use koo_spec::report;
use similar::TextDiff;

/// The goldens: a folder each, with `spec.yaml`, the files beside it, and the emitted files below `expected`.
pub(crate) fn goldens() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/goldens")
}

/// The names of the goldens, sorted.
pub(crate) fn names() -> Vec<String> {
    let entries = std::fs::read_dir(goldens())
        .unwrap()
        .map(|entry| entry.unwrap());
    let folders = entries.filter(|entry| entry.file_type().unwrap().is_dir());
    let mut names: Vec<_> = folders
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// The text of a spec.
pub(crate) fn spec(name: &str) -> String {
    read(&goldens().join(name).join("spec.yaml"))
}

/// The files of a golden as a catalogue has them: path and text.
pub(crate) fn specs(name: &str) -> Vec<(String, String)> {
    let entries = std::fs::read_dir(goldens().join(name)).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut specs: Vec<_> = paths
        .filter(|path| path.is_file())
        .map(|path| {
            let file = path.file_name().unwrap().to_str().unwrap();
            (format!("{name}/{file}"), read(&path))
        })
        .collect();
    specs.sort();
    specs
}

/// The catalogue of the goldens with these files.
pub(crate) fn catalogue(specs: impl IntoIterator<Item = (String, String)>) -> Catalogue {
    let shared = Input::new("catalogue.yaml", read(&goldens().join("catalogue.yaml")));
    let files = specs.into_iter().map(|(path, text)| Input::new(path, text));
    let loaded = load(std::iter::once(shared).chain(files).collect());
    assert!(
        loaded.is_usable(),
        "{}",
        report::human(&loaded.diagnostics, &loaded.sources, true)
    );
    loaded.catalogue
}

/// The emitted files of a catalogue, for a released runtime.
pub(crate) fn emit(catalogue: &Catalogue) -> Vec<File> {
    rust::emit(catalogue, &options(None)).unwrap()
}

/// Options with a version that does not change with every release.
pub(crate) fn options(runtime_path: Option<String>) -> rust::Options {
    rust::Options {
        runtime_path,
        runtime_version: "0.1.0".to_owned(),
    }
}

/// The emitted files of one golden.
pub(crate) fn emit_one(name: &str) -> Vec<File> {
    emit(&catalogue(specs(name)))
}

/// The emitted files of a spec.
pub(crate) fn emit_text(text: &str) -> Vec<File> {
    emit(&catalogue([("spec.yaml".to_owned(), text.to_owned())]))
}

/// A unified diff; empty if nothing differs.
pub(crate) fn diff(path: &str, before: &str, after: &str) -> String {
    TextDiff::from_lines(before, after)
        .unified_diff()
        .header(&format!("a/{path}"), &format!("b/{path}"))
        .to_string()
}

/// The content of a file.
pub(crate) fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
