//! The file of a family's schemes.

use std::collections::BTreeSet;

use koo_spec::catalogue::Family;

use super::super::docs::Docs;
use super::super::imports::{Import, imports};
use super::super::print;
use super::emit;
use crate::{EmitError, File};

/// All schemes of a family, with what they import.
pub(in crate::rust) fn file(folder: &str, family: &Family) -> Result<File, EmitError> {
    let mut items = Vec::new();
    let mut functions = BTreeSet::new();
    let mut uses_template = false;
    for scheme in family.schemes.values() {
        let emitted = emit(family, scheme);
        items.extend(emitted.items);
        functions.extend(emitted.functions);
        uses_template |= emitted.uses_template;
    }
    let places = items
        .iter()
        .any(|item| item.to_string().contains("Place ::"))
        .then_some("Place");
    let form = items
        .iter()
        .any(|item| item.to_string().contains("TimestampForm"))
        .then_some("TimestampForm");
    let scheme = ["Carried", "Evidence"]
        .into_iter()
        .chain(places)
        .chain(["Scheme", "SchemeError", "Stamp"])
        .chain(form);
    let mut all = imports([
        Import::of("std::time", ["Duration"]),
        Import::of("koo_runtime::crypto", functions),
        Import::of("koo_runtime::message", ["Message"]),
        Import::of(
            "koo_runtime::scheme",
            scheme.chain(uses_template.then_some("template")),
        ),
        Import::of("koo_runtime::secret", ["Secret"]),
    ]);
    all.append(&mut items);
    let inner = Docs::new("How calls are signed and verified.").inner();
    print::file(&format!("{folder}/schemes.rs"), &inner, &all)
}
