//! `koo generate`

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use koo_codegen::BANNER;
use koo_codegen::select::Selection;
use koo_spec::catalogue::Catalogue;
use serde_json::json;

use super::Failure;
use crate::bindings::{self, Crate, path_to_runtime};
use crate::config::Config;
use crate::contract::SpecArguments;
use crate::folder::{Change, apply, compare};
use crate::output::{Outcome, Output};

/// Arguments of `koo generate`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo generate                                   spec/catalog → generated/, as koo.toml says
  koo generate --check                           exits 1 with a diff where it is out of step
  koo generate --family saas-v2 --site eu        one guide, as one site documents it
  koo generate --interface saas-v2/newInstance --out vendor/koogallery

In a project of `koo new`, koo.toml says which guides the bindings are of and where they stand, so
that `koo generate` needs no arguments there.

Files whose content does not change are not touched. Files of an earlier run that are no longer
produced are removed; files koo did not write are never overwritten or removed.

Exit codes: 0 done or in step, 1 out of step (--check) or errors in the catalogue, 2 wrong usage
or I/O")]
pub(crate) struct Arguments {
    #[command(flatten)]
    spec: SpecArguments,

    /// Folder of the generated crate.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// Only these families.
    #[arg(long, value_name = "ID")]
    family: Vec<String>,

    /// Only these interfaces, with the types they need.
    #[arg(long, value_name = "ID")]
    interface: Vec<String>,

    /// The contract as this site documents it; otherwise the union with every difference named.
    #[arg(long, value_name = "SITE")]
    site: Option<String>,

    /// Compare with the folder instead of writing, print the differences, exit with 1 if there are any.
    #[arg(long)]
    check: bool,

    /// Folder of a checkout of koo-runtime; a released version is used otherwise.
    #[arg(long, value_name = "DIR")]
    runtime: Option<PathBuf>,

    /// How to print what changed.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A line for each file, or a diff with --check.
    Human,
    /// One JSON document.
    Json,
}

/// Generates, or checks what was generated.
pub(crate) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    let Some(loaded) = arguments.spec.load(output)? else {
        return Ok(Outcome::Problems);
    };
    let catalogue = &loaded.catalogue;
    let target = target(arguments, &Config::load()?, catalogue)?;
    let (files, out) = (target.files(catalogue)?, target.out);
    let changes = compare(&out, &files, BANNER)?;
    if !arguments.check {
        apply(&out, &changes)?;
    }
    print(arguments, &out, &changes, files.len(), output)?;
    Ok(if arguments.check && !changes.is_empty() {
        Outcome::Problems
    } else {
        Outcome::Clean
    })
}

/// What arguments and `koo.toml` ask for.
fn target(arguments: &Arguments, config: &Config, catalogue: &Catalogue) -> Result<Crate, Failure> {
    let out = match (&arguments.out, &config.generate.out) {
        (Some(out), _) => out.clone(),
        (None, Some(out)) => config.path(out),
        (None, None) => PathBuf::from("generated"),
    };
    let are_chosen = !arguments.family.is_empty() || !arguments.interface.is_empty();
    let selection = Selection {
        families: if are_chosen {
            arguments.family.clone()
        } else {
            bindings::families(config, catalogue)?
        },
        interfaces: arguments.interface.clone(),
        site: match &arguments.site {
            Some(site) => Some(site.clone()),
            None => bindings::site(config, catalogue)?,
        },
    };
    let runtime = match &arguments.runtime {
        Some(runtime) => Some(path_to_runtime(&out, runtime, Path::new(""))?),
        None => bindings::runtime(config, &out)?,
    };
    Ok(Crate {
        selection,
        out,
        runtime,
    })
}

fn print(
    arguments: &Arguments,
    out: &Path,
    changes: &[Change],
    files: usize,
    output: &Output,
) -> Result<(), Failure> {
    if arguments.format == Format::Json {
        let changes: Vec<_> = changes
            .iter()
            .map(|change| json!({ "path": change.path(), "change": change.verb(), "diff": change.diff() }))
            .collect();
        let report = json!({ "koo": 1, "out": out, "check": arguments.check, "files": files, "changes": changes });
        return output.result(&(serde_json::to_string_pretty(&report)? + "\n"));
    }
    if arguments.check {
        for change in changes {
            output.result(&change.diff())?;
        }
    } else {
        for change in changes {
            output.remark(&format!(
                "{}d {}",
                change.verb(),
                out.join(change.path()).display()
            ));
        }
    }
    let place = out.display();
    output.remark(&match (arguments.check, changes.len()) {
        (_, 0) => format!("{files} files in {place} are in step with the catalogue"),
        (true, count) => {
            format!("{count} of {files} files in {place} are out of step; run `koo generate`")
        }
        (false, count) => format!("{count} of {files} files in {place} changed"),
    });
    Ok(())
}
