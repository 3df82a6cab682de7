//! The file of a family's schemes, and what schemes import.

use std::collections::BTreeSet;

use koo_spec::catalogue::{Family, Scheme};
use proc_macro2::TokenStream;

use super::super::docs::Docs;
use super::super::imports::{Import, imports};
use super::super::print;
use super::{Emitted, emit};
use crate::{EmitError, File};

/// Schemes of a family, with what they import.
pub(in crate::rust) fn file(
    folder: &str,
    family: &Family,
    schemes: &[&Scheme],
) -> Result<File, EmitError> {
    let emitted: Vec<_> = schemes.iter().map(|scheme| emit(family, scheme)).collect();
    let mut items = imports(needed(&emitted));
    items.extend(emitted.into_iter().flat_map(|scheme| scheme.items));
    let inner = Docs::new("How calls are signed and verified.").inner();
    print::file(&format!("{folder}/schemes.rs"), &inner, &items)
}

/// What schemes import together.
pub(in crate::rust) fn needed(schemes: &[Emitted]) -> Vec<Import> {
    if schemes.is_empty() {
        return Vec::new();
    }
    let texts: Vec<_> = schemes
        .iter()
        .flat_map(|scheme| &scheme.items)
        .map(TokenStream::to_string)
        .collect();
    let has = |sign: &str| texts.iter().any(|text| text.contains(sign));
    let functions: BTreeSet<_> = schemes
        .iter()
        .flat_map(|scheme| scheme.functions.iter().copied())
        .collect();
    let uses_template = schemes.iter().any(|scheme| scheme.uses_template);
    let scheme = ["Carried", "Evidence", "Scheme", "SchemeError", "Stamp"]
        .into_iter()
        .chain(has("Place ::").then_some("Place"))
        .chain(has("TimestampForm").then_some("TimestampForm"))
        .chain(uses_template.then_some("template"));
    vec![
        Import::of("std::time", ["Duration"]),
        Import::of("koo_runtime::crypto", functions),
        Import::of("koo_runtime::message", ["Message"]),
        Import::of("koo_runtime::scheme", scheme),
        Import::of("koo_runtime::secret", ["Secret"]),
    ]
}
