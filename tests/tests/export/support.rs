//! Catalogues, folders and other people's programs.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use koo_codegen::File;
use koo_codegen::select::{Selection, select};
use koo_spec::catalogue::Catalogue;

/// The catalogue of this repository.
pub(crate) static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let folder = root().join("spec/catalog");
    let loaded = koo_spec::files::load_path(&folder).unwrap();
    assert!(loaded.is_usable(), "{:#?}", loaded.diagnostics);
    loaded.catalogue
});

/// The catalogue as one site documents it, or all of them together.
pub(crate) fn edition(site: Option<&str>) -> Catalogue {
    let selection = Selection {
        site: site.map(str::to_owned),
        ..Selection::default()
    };
    select(&CATALOGUE, &selection).unwrap()
}

/// Every edition: the union, then the sites.
pub(crate) fn editions() -> impl Iterator<Item = Option<&'static str>> {
    std::iter::once(None).chain(CATALOGUE.sites.keys().map(|site| Some(site.as_str())))
}

/// The folder of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Writes files into a folder.
pub(crate) fn write(folder: &Path, files: &[File]) {
    for file in files {
        let path = folder.join(&file.path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &file.contents).unwrap();
    }
}

/// A program of the Python environment; without it the test has no judge.
pub(crate) fn python_tool(name: &str) -> Option<PathBuf> {
    let demanded = std::env::var_os("KOO_TEST_VENV").map(PathBuf::from);
    let folder = demanded
        .clone()
        .unwrap_or_else(|| root().join("target/venv"));
    let program = folder.join("bin").join(name);
    if program.is_file() {
        return Some(program);
    }
    assert!(
        demanded.is_none(),
        "KOO_TEST_VENV names {}, where {name} is not",
        folder.display()
    );
    eprintln!("SKIPPED: no {}; run .ci/python-tools", program.display());
    None
}

/// A fresh folder that goes away with the guard.
pub(crate) fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

/// Runs a program and gives what it printed; it must succeed.
pub(crate) fn run(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let printed = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(output.status.success(), "{command:?}\n{printed}");
    printed
}
