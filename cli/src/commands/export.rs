//! `koo export`

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use koo_codegen::select::{Selection, select};
use koo_codegen::{File, banner, catalogue_json, docs, json_schema, openapi, postman, sql};
use koo_spec::catalogue::Catalogue;

use super::Failure;
use crate::address;
use crate::contract::SpecArguments;
use crate::folder::{Change, apply, compare, compare_file};
use crate::output::{Outcome, Output};

/// Arguments of `koo export`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo export openapi --family saas-v2 > saas-v2.yaml
  koo export catalog > catalogue.json           every fact of the catalogue, for other programs
  koo export html --out reference.html          the reference as one page
  koo export openapi --out openapi --check      exits 1 with a diff when openapi/ is out of step

One document goes to standard output unless --out names a file or a folder; several need a
folder. In a folder, files of an earlier run that are no longer produced are removed; files koo
did not write are never overwritten or removed.

Exit codes: 0 done or in step, 1 out of step (--check) or errors in the catalogue, 2 wrong usage
or I/O")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// OpenAPI 3.0.3, one document for each guide and called side.
    #[command(after_help = "\
Examples:
  koo export openapi --family saas-v2 > saas-v2.yaml
  koo export openapi --site eu --format json --out openapi
  koo export openapi --family saas-v2 --address https://shop.example.com/saas --out shop.yaml

<family>-merchant is the API that the merchant's server implements, <family>-platform what the
merchant may call.

Exit codes: 0 done or in step, 1 out of step (--check) or errors in the catalogue, 2 wrong usage
or I/O")]
    Openapi(Openapi),
    /// JSON Schema 2020-12, one schema for each message.
    #[command(after_help = "\
Examples:
  koo export json-schema --out schemas
  koo export json-schema --interface saas-v2/newInstance --site eu --out schemas

Files are named <family>/<interface>.<request|reply>.<location>.json.

Exit codes: 0 done or in step, 1 out of step (--check) or errors in the catalogue, 2 wrong usage
or I/O")]
    JsonSchema(Target),
    /// The reference in Markdown, a file for each guide.
    #[command(after_help = "\
Examples:
  koo export markdown --out docs/interfaces
  koo export markdown --site intl --out docs/interfaces --check

Exit codes: 0 done or in step, 1 out of step (--check) or errors in the catalogue, 2 wrong usage
or I/O")]
    Markdown(Target),
    /// The reference as one HTML page that needs nothing else.
    #[command(after_help = "\
Examples:
  koo export html --out reference.html
  koo export html --family saas-v2 > saas-v2.html

The page opens with a search when its address ends in #q=, such as reference.html#q=orderId.

Exit codes: 0 done or in step, 1 out of step (--check) or errors in the catalogue, 2 wrong usage
or I/O")]
    Html(Target),
    /// A Postman collection, format 2.1, without secrets.
    #[command(after_help = "\
Examples:
  koo export postman --out koogallery.postman_collection.json
  koo export postman --family saas-v2 --address https://shop.example.com/saas > saas-v2.json

Exit codes: 0 done or in step, 1 out of step (--check) or errors in the catalogue, 2 wrong usage
or I/O")]
    Postman(Postman),
    /// Widths of database columns for everything messages bring.
    #[command(after_help = "\
Examples:
  koo export sql-lengths --family saas-v2 > lengths.csv
  koo export sql-lengths --format sql --out lengths.sql

Exit codes: 0 done or in step, 1 out of step (--check) or errors in the catalogue, 2 wrong usage
or I/O")]
    SqlLengths(SqlLengths),
    /// The whole catalogue, every parameter a row.
    #[command(after_help = "\
Examples:
  koo export catalog --format json | jq '.families[].interfaces[].id'

The shape is stable: `\"koo\": 1` names its version, members may be added.

Exit codes: 0 done or in step, 1 out of step (--check) or errors in the catalogue, 2 wrong usage
or I/O")]
    Catalog(Catalog),
}

/// What to export and where to.
#[derive(Debug, Args)]
struct Target {
    #[command(flatten)]
    spec: SpecArguments,

    /// Only these families.
    #[arg(long, value_name = "ID")]
    family: Vec<String>,

    /// Only these interfaces, with the types they need.
    #[arg(long, value_name = "ID")]
    interface: Vec<String>,

    /// The contract as this site documents it; otherwise the union with every difference named.
    #[arg(long, value_name = "SITE")]
    site: Option<String>,

    /// Folder, or file for a single document; standard output unless given.
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,

    /// Compare with --out instead of writing, print the differences, exit with 1 if there are any.
    #[arg(long, requires = "out")]
    check: bool,
}

#[derive(Debug, Args)]
struct Openapi {
    #[command(flatten)]
    target: Target,

    /// How to write the documents.
    #[arg(long, value_enum, default_value_t = OpenapiFormat::Yaml)]
    format: OpenapiFormat,

    /// Address of the merchant's server; a placeholder unless given.
    #[arg(long, value_name = "URL", value_parser = address::web)]
    address: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum OpenapiFormat {
    /// YAML.
    Yaml,
    /// JSON.
    Json,
}

impl From<OpenapiFormat> for openapi::Format {
    fn from(format: OpenapiFormat) -> Self {
        match format {
            OpenapiFormat::Yaml => Self::Yaml,
            OpenapiFormat::Json => Self::Json,
        }
    }
}

#[derive(Debug, Args)]
struct Postman {
    #[command(flatten)]
    target: Target,

    /// Address of the merchant's server; a placeholder unless given.
    #[arg(long, value_name = "URL", value_parser = address::web)]
    address: Option<String>,
}

#[derive(Debug, Args)]
struct SqlLengths {
    #[command(flatten)]
    target: Target,

    /// How to write the widths.
    #[arg(long, value_enum, default_value_t = SqlFormat::Csv)]
    format: SqlFormat,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum SqlFormat {
    /// A row for each parameter.
    Csv,
    /// A table for each message.
    Sql,
}

#[derive(Debug, Args)]
struct Catalog {
    #[command(flatten)]
    target: Target,

    /// How to print.
    #[arg(long, value_enum, default_value_t = CatalogFormat::Json)]
    format: CatalogFormat,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum CatalogFormat {
    /// One JSON document.
    Json,
}

/// Exports.
pub(crate) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    match &arguments.what {
        What::Openapi(arguments) => {
            let options = openapi::Options {
                format: arguments.format.into(),
                site: arguments.target.site.clone(),
                address: arguments.address.clone(),
            };
            export(&arguments.target, "openapi", output, |catalogue| {
                Ok(openapi::emit(catalogue, &options)?)
            })
        }
        What::JsonSchema(target) => {
            let options = json_schema::Options {
                site: target.site.clone(),
            };
            export(target, "json-schema", output, |catalogue| {
                Ok(json_schema::emit(catalogue, &options)?)
            })
        }
        What::Markdown(target) => {
            let options = docs::Options {
                site: target.site.clone(),
            };
            export(target, "markdown", output, |catalogue| {
                Ok(docs::markdown(catalogue, &options)?)
            })
        }
        What::Html(target) => {
            let options = docs::Options {
                site: target.site.clone(),
            };
            export(target, "html", output, |catalogue| {
                Ok(docs::html(catalogue, &options)?)
            })
        }
        What::Postman(arguments) => {
            let options = postman::Options {
                site: arguments.target.site.clone(),
                address: arguments.address.clone(),
            };
            export(&arguments.target, "postman", output, |catalogue| {
                Ok(postman::emit(catalogue, &options)?)
            })
        }
        What::SqlLengths(arguments) => {
            let format = match arguments.format {
                SqlFormat::Csv => sql::Format::Csv,
                SqlFormat::Sql => sql::Format::Sql,
            };
            export(&arguments.target, "sql-lengths", output, |catalogue| {
                Ok(sql::emit(catalogue, format)?)
            })
        }
        What::Catalog(arguments) => {
            let CatalogFormat::Json = arguments.format;
            export(&arguments.target, "catalog", output, |catalogue| {
                let export = catalogue_json::export(catalogue);
                let contents = serde_json::to_string_pretty(&export)? + "\n";
                let path = "catalog.json".to_owned();
                Ok(vec![File { path, contents }])
            })
        }
    }
}

/// Loads, selects, emits, and prints or writes.
fn export(
    target: &Target,
    what: &str,
    output: &Output,
    emit: impl FnOnce(&Catalogue) -> Result<Vec<File>, Failure>,
) -> Result<Outcome, Failure> {
    let Some(loaded) = target.spec.load(output)? else {
        return Ok(Outcome::Problems);
    };
    let selection = Selection {
        families: target.family.clone(),
        interfaces: target.interface.clone(),
        site: target.site.clone(),
    };
    // A selection leaves out what it does not need; all of it has everything.
    let catalogue = if selection == Selection::default() {
        loaded.catalogue
    } else {
        select(&loaded.catalogue, &selection)?
    };
    let files = emit(&catalogue)?;
    let Some(out) = &target.out else {
        return print(&files, output);
    };
    let banner = banner(&format!("export {what}"));
    let (folder, changes) = compare_with(out, files, &banner)?;
    if target.check {
        for change in &changes {
            output.result(&change.diff())?;
        }
    } else {
        apply(&folder, &changes)?;
        for change in &changes {
            let path = folder.join(change.path());
            output.remark(&format!("{}d {}", change.verb(), path.display()));
        }
    }
    let place = out.display();
    output.remark(&match (target.check, changes.len()) {
        (_, 0) => format!("{place} is in step with the catalogue"),
        (true, 1) => format!("{place} is out of step; run `koo export {what}` without --check"),
        (true, count) => {
            format!(
                "{count} files in {place} are out of step; run `koo export {what}` without --check"
            )
        }
        (false, 1) => "1 file changed".to_owned(),
        (false, count) => format!("{count} files changed"),
    });
    Ok(if target.check && !changes.is_empty() {
        Outcome::Problems
    } else {
        Outcome::Clean
    })
}

fn print(files: &[File], output: &Output) -> Result<Outcome, Failure> {
    match files {
        [only] => {
            output.result(&only.contents)?;
            Ok(Outcome::Clean)
        }
        [] => Err(Failure::Usage(
            "nothing of the selection can be exported".to_owned(),
        )),
        several => {
            let names: Vec<_> = several
                .iter()
                .take(4)
                .map(|file| file.path.as_str())
                .collect();
            Err(Failure::Usage(format!(
                "there are {} documents ({}{}); give a folder with --out, or narrow with --family or --interface",
                several.len(),
                names.join(", "),
                if several.len() > names.len() {
                    ", …"
                } else {
                    ""
                }
            )))
        }
    }
}

/// The folder that `--out` means, and what would change there. A path that ends like the only document is a file.
fn compare_with(
    out: &Path,
    mut files: Vec<File>,
    banner: &str,
) -> Result<(PathBuf, Vec<Change>), Failure> {
    let is_file = files.iter().any(|file| {
        out.extension().is_some() && Path::new(&file.path).extension() == out.extension()
    }) && !out.is_dir();
    if !is_file {
        let changes = compare(out, &files, banner)?;
        return Ok((out.to_owned(), changes));
    }
    let (Some(mut file), true) = (files.pop(), files.is_empty()) else {
        return Err(Failure::Usage(format!(
            "several documents do not fit into {}; give a folder, or narrow with --family",
            out.display()
        )));
    };
    if let Some(name) = out.file_name() {
        file.path = name.to_string_lossy().into_owned();
    }
    let folder = out.parent().unwrap_or(Path::new("")).to_owned();
    let change = compare_file(&folder, &file, banner)?;
    Ok((folder, change.into_iter().collect()))
}
