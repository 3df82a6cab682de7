//! Packs the files of `catalog/` for the feature `builtin`: their texts, and their nodes as the library reads them.

#[cfg(feature = "builtin")]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "the library uses more of these modules than its build script"
)]
#[path = "src"]
mod library {
    // A library cannot be a dependency of its own build script.
    pub mod diagnostic;
    pub mod node;
    pub mod source;
    pub mod yaml;
}
#[cfg(feature = "builtin")]
use library::{diagnostic, node, source, yaml};

#[cfg(feature = "builtin")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    pack::pack()
}

#[cfg(not(feature = "builtin"))]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
}

#[cfg(feature = "builtin")]
mod pack {
    use std::error::Error;
    use std::fmt::Write as _;
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::node::Node;
    use super::source::SourceFile;
    use super::yaml;

    const READER: [&str; 4] = [
        "src/diagnostic",
        "src/node.rs",
        "src/source.rs",
        "src/yaml.rs",
    ];

    /// The folder of the catalogue that holds templates, as the library knows it too.
    const SCAFFOLD: &str = "scaffold";

    pub(super) fn pack() -> Result<(), Box<dyn Error>> {
        for path in READER.iter().chain(&["catalog"]) {
            println!("cargo::rerun-if-changed={path}");
        }
        let catalog = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?).join("catalog");
        let mut paths = Vec::new();
        let is_spec = |path: &Path| {
            !path.starts_with(SCAFFOLD)
                && path
                    .extension()
                    .is_some_and(|extension| extension == "yaml")
        };
        search(&catalog, Path::new(""), &is_spec, &mut paths)?;
        paths.sort();
        let mut list = "&[\n".to_owned();
        let mut nodes = Some(Vec::<Node>::new());
        for (path, file) in paths.iter().zip(0..) {
            let full = catalog.join(path);
            let full = full
                .to_str()
                .ok_or("the folder has a path that is no text")?;
            let name = path.to_string_lossy().replace('\\', "/");
            writeln!(list, "    ({name:?}, include_str!({full:?})),")?;
            let source = SourceFile::new(name, fs::read_to_string(full)?);
            // A file with a mistake must not keep the command from being built: it is what reports mistakes.
            match (yaml::parse(&source, file), &mut nodes) {
                (Ok(node), Some(nodes)) => nodes.push(node),
                _ => nodes = None,
            }
        }
        list.push_str("]\n");
        let packed = nodes.map_or(Ok(Vec::new()), |nodes| postcard::to_allocvec(&nodes))?;
        let out = PathBuf::from(std::env::var("OUT_DIR")?);
        fs::write(out.join("builtin.rs"), list)?;
        fs::write(out.join("builtin.nodes"), packed)?;
        fs::write(out.join("scaffold.rs"), scaffold(&catalog.join(SCAFFOLD))?)?;
        Ok(())
    }

    /// The templates that the catalogue adds to projects, as they are.
    fn scaffold(folder: &Path) -> Result<String, Box<dyn Error>> {
        let mut paths = Vec::new();
        if folder.is_dir() {
            search(folder, Path::new(""), &|_| true, &mut paths)?;
        }
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
        Ok(list)
    }

    fn search(
        root: &Path,
        below: &Path,
        wanted: &dyn Fn(&Path) -> bool,
        paths: &mut Vec<PathBuf>,
    ) -> Result<(), Box<dyn Error>> {
        for entry in fs::read_dir(root.join(below))? {
            let entry = entry?;
            let path = below.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                search(root, &path, wanted, paths)?;
            } else if wanted(&path) {
                paths.push(path);
            }
        }
        Ok(())
    }
}
