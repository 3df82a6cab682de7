//! Writes documentation pages from the catalogue: the same facts in the shapes the vendor and its readers use.

#![allow(dead_code, reason = "each test binary uses its part of this module")]

pub(crate) mod model;
pub(crate) mod style;

use std::path::Path;
use std::sync::OnceLock;

use koo_pages::compare::{Comparison, Wanted, compare};
use koo_pages::difference::{Difference, Level};
use koo_pages::page::Page;
use koo_pages::read;
use koo_spec::files::load_path;
use koo_spec::load::Loaded;

/// The catalogue of the repository.
pub(crate) fn catalogue() -> &'static Loaded {
    static LOADED: OnceLock<Loaded> = OnceLock::new();
    LOADED.get_or_init(|| load_path(&folder()).expect("the catalogue of the repository"))
}

/// The folder of the catalogue.
pub(crate) fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/catalog")
}

/// A page read from text.
pub(crate) fn page(path: &str, text: &str) -> Page {
    read(path, text, None).expect("small enough")
}

/// Compares one page with the catalogue of the repository.
pub(crate) fn check(path: &str, text: &str) -> Comparison {
    let loaded = catalogue();
    compare(
        &[page(path, text)],
        &loaded.catalogue,
        &loaded.sources,
        &Wanted::default(),
    )
}

/// The differences that are problems.
pub(crate) fn problems(comparison: &Comparison) -> Vec<&Difference> {
    comparison
        .differences
        .iter()
        .filter(|difference| difference.level == Level::Problem)
        .collect()
}

/// The differences as text, without the folder of the catalogue in front of paths.
pub(crate) fn report(comparison: &Comparison) -> String {
    let folder = folder().to_string_lossy().into_owned();
    koo_pages::report::human(&comparison.differences, &catalogue().sources, true)
        .replace(&folder, "spec/catalog")
}
