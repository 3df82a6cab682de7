//! Lists the files of `catalog/` for the feature `builtin`, so that a new guide is built in without being named twice.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_FEATURE_BUILTIN").is_none() {
        return Ok(());
    }
    println!("cargo::rerun-if-changed=catalog");
    let catalog = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?).join("catalog");
    let mut paths = Vec::new();
    search(&catalog, Path::new(""), &mut paths)?;
    paths.sort();
    let mut list = "&[\n".to_owned();
    for path in paths {
        let full = catalog.join(&path);
        let name = path.to_string_lossy().replace('\\', "/");
        writeln!(list, "    ({name:?}, include_str!({full:?})),")?;
    }
    list.push_str("]\n");
    let out = PathBuf::from(std::env::var("OUT_DIR")?).join("builtin.rs");
    fs::write(out, list)?;
    Ok(())
}

fn search(root: &Path, below: &Path, paths: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(root.join(below))? {
        let entry = entry?;
        let path = below.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            search(root, &path, paths)?;
        } else if path
            .extension()
            .is_some_and(|extension| extension == "yaml")
        {
            paths.push(path);
        }
    }
    Ok(())
}
