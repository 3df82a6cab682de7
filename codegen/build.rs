//! Packs the templates of `templates/service/`.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=templates/service");
    let folder = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?).join("templates/service");
    let mut paths = Vec::new();
    search(&folder, Path::new(""), &mut paths)?;
    paths.sort();
    let mut list = "&[\n".to_owned();
    for path in paths {
        let full = folder.join(&path);
        let full = full
            .to_str()
            .ok_or("the folder has a path that is no text")?;
        let name = path.to_string_lossy().replace('\\', "/");
        writeln!(list, "    ({name:?}, include_bytes!({full:?})),")?;
    }
    list.push_str("]\n");
    fs::write(
        PathBuf::from(std::env::var("OUT_DIR")?).join("service.rs"),
        list,
    )?;
    Ok(())
}

fn search(root: &Path, below: &Path, paths: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(root.join(below))? {
        let entry = entry?;
        let path = below.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            search(root, &path, paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}
