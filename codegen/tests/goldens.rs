//! Each golden shows what one feature of a spec becomes in Rust, and all of them together are good Rust.
//!
//! `UPDATE_GOLDENS=1 cargo test -p koo-codegen --test goldens` writes what is emitted now; look at the difference
//! before keeping it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests may fail loudly"
)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use koo_codegen::{File, rust};
use support::{catalogue, diff, emit_one, goldens, names, options, read, specs};

/// The golden that also shows the files around families.
const WITH_CRATE: &str = "whole_crate";

#[test]
fn emitted_files_are_the_expected_ones() {
    let update = std::env::var_os("UPDATE_GOLDENS").is_some();
    let mut differences = String::new();
    for name in names() {
        let folder = goldens().join(&name).join("expected");
        let shown = |file: &File| name == WITH_CRATE || file.path.matches('/').count() > 1;
        let emitted: BTreeMap<String, String> = emit_one(&name)
            .into_iter()
            .filter(shown)
            .map(|file| (file.path, file.contents))
            .collect();
        let expected = files_below(&folder);
        if update {
            write(&folder, &expected, &emitted);
            continue;
        }
        for (path, contents) in &emitted {
            let before = expected.get(path).map_or("", String::as_str);
            differences.push_str(&diff(&format!("{name}/{path}"), before, contents));
        }
        for (path, contents) in expected
            .iter()
            .filter(|(path, _)| !emitted.contains_key(*path))
        {
            differences.push_str(&diff(&format!("{name}/{path}"), contents, ""));
        }
    }
    assert!(
        differences.is_empty(),
        "goldens differ; UPDATE_GOLDENS=1 writes what is emitted now\n\n{differences}"
    );
}

#[test]
fn goldens_are_good_rust() {
    let specs = names().into_iter().flat_map(|name| specs(&name));
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let runtime = manifest.join("../runtime").canonicalize().unwrap();
    let runtime = runtime.to_str().unwrap().to_owned();
    let files = rust::emit(&catalogue(specs), &options(Some(runtime))).unwrap();

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("goldens");
    let _ = fs::remove_dir_all(folder.join("src"));
    for file in &files {
        let path = folder.join(&file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        // The crate is none of this workspace's.
        let end = if file.path == "Cargo.toml" {
            "\n[workspace]\n"
        } else {
            ""
        };
        fs::write(path, file.contents.clone() + end).unwrap();
    }
    fs::copy(manifest.join("../Cargo.lock"), folder.join("Cargo.lock")).unwrap();

    let sources = files.iter().filter(|file| {
        Path::new(&file.path)
            .extension()
            .is_some_and(|end| end == "rs")
    });
    let mut rustfmt = Command::new("rustfmt");
    rustfmt.args([
        "--check",
        "--edition",
        "2024",
        "--config-path",
        "rustfmt.toml",
    ]);
    rustfmt.args(sources.map(|file| &file.path));
    run(&folder, &mut rustfmt);
    let cargo = || {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap(),
        );
        cargo
    };
    let features = [
        "--offline",
        "--quiet",
        "--features",
        "server,mock,client,rsa",
    ];
    run(
        &folder,
        cargo()
            .arg("clippy")
            .args(features)
            .args(["--", "-D", "warnings"]),
    );
    // One of the families alone has what it takes of the common files.
    let alone = ["--no-default-features", "--features", "shared_files_too"];
    run(
        &folder,
        cargo()
            .args(["clippy", "--offline", "--quiet"])
            .args(alone)
            .args(["--", "-D", "warnings"]),
    );
    run(
        &folder,
        cargo()
            .args(["doc", "--no-deps"])
            .args(features)
            .env("RUSTDOCFLAGS", "-D warnings"),
    );
}

fn run(folder: &Path, command: &mut Command) {
    let output = command.current_dir(folder).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(
        output.status.success(),
        "{command:?}\n{}{}",
        text(&output.stdout),
        text(&output.stderr)
    );
}

/// The files below a folder, by path with `/`.
fn files_below(folder: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut open = vec![(folder.to_owned(), String::new())];
    while let Some((folder, below)) = open.pop() {
        for entry in fs::read_dir(folder)
            .into_iter()
            .flatten()
            .map(|entry| entry.unwrap())
        {
            let path = format!("{below}{}", entry.file_name().into_string().unwrap());
            if entry.file_type().unwrap().is_dir() {
                open.push((entry.path(), path + "/"));
            } else {
                files.insert(path, read(&entry.path()));
            }
        }
    }
    files
}

fn write(folder: &Path, before: &BTreeMap<String, String>, emitted: &BTreeMap<String, String>) {
    for path in before.keys().filter(|path| !emitted.contains_key(*path)) {
        fs::remove_file(folder.join(path)).unwrap();
    }
    for (path, contents) in emitted {
        let path: PathBuf = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, contents).unwrap();
    }
}
