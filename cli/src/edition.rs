//! An edition of a catalogue to compare: a folder or file, a revision of it, or an export.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use koo_codegen::catalogue_json::export_with_positions;
use koo_diff::outline::Outline;
use koo_spec::catalogue::Family;
use koo_spec::files::load_path;
use koo_spec::load::{Loaded, load};
use koo_spec::report;

use crate::commands::Failure;
use crate::git;
use crate::output::Output;

/// No export is larger.
const MAX_EXPORT_BYTES: u64 = 256 * 1024 * 1024;

/// Loads an edition. One whose spec has errors cannot be compared; its problems are printed.
pub(crate) fn load_edition(named: &str, output: &Output) -> Result<Outline, Failure> {
    let path = Path::new(named);
    let is_export = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    let mut loaded = if path.exists() {
        if is_export {
            return read_export(path);
        }
        load_path(path)?
    } else {
        match revision(named) {
            Some((revision, inside)) => {
                let inputs = git::read(revision, inside)?;
                if let [only] = inputs.as_slice()
                    && has_json_name(&only.path)
                {
                    return outline(named, &only.text);
                }
                load(inputs)
            }
            None if git::is_revision(named) => {
                return Err(Failure::Usage(format!(
                    "{named} is a revision; name the folder in it too, such as {named}:spec/catalog"
                )));
            }
            None => load_path(path)?,
        }
    };
    only_family_of(path, named, &mut loaded);
    of_spec(named, &loaded, output)
}

/// Of a single file, the family it defines is compared; of one that defines none, all that is loaded with it.
fn only_family_of(path: &Path, named: &str, loaded: &mut Loaded) {
    let wanted = path.is_file().then(|| path.canonicalize().ok()).flatten();
    let is_wanted = |family: &Family| {
        let file = loaded.sources.file(family.span.file);
        file.is_some_and(|file| {
            file.path() == named
                || wanted.is_some() && Path::new(file.path()).canonicalize().ok() == wanted
        })
    };
    let families: Vec<_> = loaded
        .catalogue
        .families
        .iter()
        .filter(|family| is_wanted(family))
        .cloned()
        .collect();
    if !families.is_empty() {
        loaded.catalogue.families = families;
    }
}

/// `REV:PATH`; a single letter before the colon is a drive.
fn revision(named: &str) -> Option<(&str, &str)> {
    named
        .split_once(':')
        .filter(|(revision, inside)| revision.len() > 1 && !inside.is_empty())
}

/// Whether a file of a revision is an export.
pub(crate) fn has_json_name(path: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
}

fn of_spec(named: &str, loaded: &Loaded, output: &Output) -> Result<Outline, Failure> {
    if !loaded.is_usable() {
        output.result(&report::human(&loaded.diagnostics, &loaded.sources, true))?;
        return Err(Failure::Usage(format!(
            "{named} has errors and cannot be compared; mend them, or compare an export that was made when it had none"
        )));
    }
    let export = export_with_positions(&loaded.catalogue, &loaded.sources);
    Outline::read(&export).map_err(|source| Failure::Export {
        path: named.to_owned(),
        source,
    })
}

fn read_export(path: &Path) -> Result<Outline, Failure> {
    let failed = |source| Failure::Io {
        action: "read",
        path: path.to_owned(),
        source,
    };
    let mut text = String::new();
    let file = File::open(path).map_err(failed)?;
    let read = file.take(MAX_EXPORT_BYTES + 1).read_to_string(&mut text);
    if read.map_err(failed)? as u64 > MAX_EXPORT_BYTES {
        return Err(Failure::Usage(format!(
            "{} is too large for an export of a catalogue",
            path.display()
        )));
    }
    outline(&path.to_string_lossy(), &text)
}

fn outline(named: &str, text: &str) -> Result<Outline, Failure> {
    let failed = |source| Failure::Export {
        path: named.to_owned(),
        source,
    };
    let export = serde_json::from_str(text).map_err(|error| failed(error.into()))?;
    Outline::read(&export).map_err(failed)
}
