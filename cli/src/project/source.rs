//! Where a project takes the crates of koo from.

use std::path::{Path, PathBuf};

use clap::Args;
use koo_codegen::scaffold::Dependencies;

use crate::commands::Failure;

/// The manifests that make a folder a checkout of koo.
const MANIFESTS: [&str; 2] = ["generated/Cargo.toml", "runtime/Cargo.toml"];

/// The source of dependencies, as arguments.
#[derive(Debug, Args)]
pub(crate) struct SourceArguments {
    /// Depend on released versions of koo's crates.
    #[arg(long, conflicts_with = "checkout")]
    released: bool,

    /// Depend on koo's crates in this checkout. Without either, a koo that was built in a checkout and not installed
    /// uses that one.
    #[arg(long = "path", value_name = "CHECKOUT")]
    checkout: Option<PathBuf>,
}

impl SourceArguments {
    /// What was asked for, if anything was.
    pub(crate) fn chosen(&self) -> Result<Option<Dependencies>, Failure> {
        if self.released {
            return Ok(Some(Dependencies::Released));
        }
        let Some(path) = &self.checkout else {
            return Ok(None);
        };
        let folder = path.canonicalize().map_err(|source| Failure::Io {
            action: "read",
            path: path.clone(),
            source,
        })?;
        match checkout(&folder) {
            Some(dependencies) => Ok(Some(dependencies)),
            None => Err(Failure::Usage(format!(
                "{} is no checkout of koo: it lacks {}",
                path.display(),
                MANIFESTS.join(" or ")
            ))),
        }
    }

    /// What was asked for, or what fits how koo runs.
    pub(crate) fn resolve(&self) -> Result<Dependencies, Failure> {
        if let Some(chosen) = self.chosen()? {
            return Ok(chosen);
        }
        let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
        let own = built_in.filter(|_| is_not_installed()).and_then(checkout);
        Ok(own.unwrap_or(Dependencies::Released))
    }
}

fn checkout(folder: &Path) -> Option<Dependencies> {
    let is_checkout = MANIFESTS
        .iter()
        .all(|manifest| folder.join(manifest).is_file());
    let written = folder.to_str()?.replace('\\', "/");
    is_checkout.then_some(Dependencies::Checkout(written))
}

/// Whether this program lies where Cargo built it, beside its dependencies.
fn is_not_installed() -> bool {
    let program = std::env::current_exe().ok();
    let folder = program.as_deref().and_then(Path::parent);
    folder
        .is_some_and(|folder| folder.join("deps").is_dir() && folder.join(".fingerprint").is_dir())
}
