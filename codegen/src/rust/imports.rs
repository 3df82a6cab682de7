//! `use` declarations, in the order and the groups the formatter keeps.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use quote::{format_ident, quote};

/// Names the runtime gives, imported where a file uses them: the name, and the module it comes from.
const OUTSIDE: &[(&str, &str)] = &[
    ("BTreeMap", "std::collections"),
    ("Decimal", "koo_runtime"),
    ("OpenEnum", "koo_runtime"),
    ("Redact", "koo_runtime"),
    ("Validate", "koo_runtime"),
    ("FileRule", "koo_runtime::artifact"),
    ("Forbidden", "koo_runtime::artifact"),
    ("ForbiddenKind", "koo_runtime::artifact"),
    ("Package", "koo_runtime::artifact"),
    ("lenient", "koo_runtime"),
    ("Request", "koo_runtime::call"),
    ("CipherError", "koo_runtime::cipher"),
    ("Decrypt", "koo_runtime::cipher"),
    ("Encrypt", "koo_runtime::cipher"),
    ("ReadError", "koo_runtime::lenient"),
    ("Reading", "koo_runtime::lenient"),
    ("RedirectAddress", "koo_runtime::redirect"),
    ("RedirectError", "koo_runtime::redirect"),
    ("RedirectQuery", "koo_runtime::redirect"),
    ("RedirectState", "koo_runtime::redirect"),
    ("Secret", "koo_runtime::secret"),
    ("Site", "crate"),
    ("Path", "koo_runtime::validate"),
    ("Violations", "koo_runtime::validate"),
    ("Value", "serde_json"),
    ("Deserialize", "serde"),
    ("Serialize", "serde"),
];

/// Names taken from one module.
#[derive(Clone)]
pub(super) struct Import {
    /// Path of the module.
    pub(super) parent: String,
    /// Names.
    pub(super) names: Vec<String>,
}

impl Import {
    /// Names of a module.
    pub(super) fn of<'a>(parent: &str, names: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            parent: parent.to_owned(),
            names: names.into_iter().map(str::to_owned).collect(),
        }
    }

    /// Standard library, other crates, this crate.
    fn group(&self) -> usize {
        match self.parent.split("::").next() {
            Some("std" | "core" | "alloc") => 0,
            Some("crate" | "super" | "self") => 2,
            _ => 1,
        }
    }
}

/// The declarations, one item for each group; imports of nothing are left out.
pub(super) fn imports(imports: impl IntoIterator<Item = Import>) -> Vec<TokenStream> {
    let mut by_parent: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for import in imports {
        by_parent
            .entry(import.parent)
            .or_default()
            .extend(import.names);
    }
    by_parent.retain(|_, names| !names.is_empty());
    let mut groups: [Vec<Import>; 3] = Default::default();
    for (parent, names) in by_parent {
        let names = names.into_iter().collect();
        let import = Import { parent, names };
        if let Some(group) = groups.get_mut(import.group()) {
            group.push(import);
        }
    }
    groups
        .into_iter()
        .filter(|group| !group.is_empty())
        .map(|mut group| {
            // A list of names of a module stands behind the modules inside it.
            group.sort_by_key(|import| {
                let list = if import.names.len() > 1 {
                    "{"
                } else {
                    import.names.first().map_or("", String::as_str)
                };
                let mut key: Vec<String> = import.parent.split("::").map(order).collect();
                key.push(order(list));
                key
            });
            group.iter().map(declaration).collect()
        })
        .collect()
}

/// The formatter's order of names: `super` and `crate` first, lists last.
fn order(name: &str) -> String {
    let rank = match name {
        "super" => 0,
        "crate" => 1,
        name if name.starts_with('{') => 3,
        _ => 2,
    };
    format!("{rank}{name}")
}

fn declaration(import: &Import) -> TokenStream {
    let parent: TokenStream = import.parent.parse().unwrap_or_default();
    let names: Vec<_> = import
        .names
        .iter()
        .map(|name| format_ident!("{name}"))
        .collect();
    match names.as_slice() {
        [only] => quote! { use #parent::#only; },
        names => quote! { use #parent::{#(#names),*}; },
    }
}

/// The items behind the imports they need: names of the runtime, and names of the family from its root.
pub(super) fn with_imports(items: Vec<TokenStream>, shared: &[String]) -> Vec<TokenStream> {
    imports_with(Vec::new(), items, shared)
}

/// As [`with_imports`], with further imports.
pub(super) fn imports_with(
    mut further: Vec<Import>,
    items: Vec<TokenStream>,
    shared: &[String],
) -> Vec<TokenStream> {
    let used = used_names(&items);
    let defined: HashSet<String> = items.iter().flat_map(defined_names).collect();
    let is_needed = |name: &str| used.contains(name) && !defined.contains(name);
    let mut outside: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, parent) in OUTSIDE.iter().filter(|(name, _)| is_needed(name)) {
        outside.entry(parent).or_default().push(name);
    }
    let outside = outside
        .into_iter()
        .map(|(parent, names)| Import::of(parent, names));
    let own = shared.iter().map(String::as_str);
    further.push(Import::of("super", own.filter(|name| is_needed(name))));
    imports(outside.chain(further))
        .into_iter()
        .chain(items)
        .collect()
}

/// The names that items use from outside.
pub(super) fn used_names(items: &[TokenStream]) -> HashSet<String> {
    let mut used = HashSet::new();
    items.iter().for_each(|item| collect(item, &mut used));
    used
}

/// The names of the structs and enumerations among the items: what stands behind the keyword.
pub(super) fn defined_names(items: &TokenStream) -> Vec<String> {
    let mut names = Vec::new();
    let mut behind_keyword = false;
    for token in items.clone() {
        let TokenTree::Ident(ident) = token else {
            continue;
        };
        if behind_keyword {
            names.push(ident.to_string());
        }
        behind_keyword = ident == "struct" || ident == "enum";
    }
    names
}

/// The names that items use from outside: first segments of paths. Variants of an enumeration are no such names, and
/// neither are words of documentation.
///
/// Reads tokens, because parsing the items once more, documentation and all, would take longer than writing them.
fn collect(tokens: &TokenStream, names: &mut HashSet<String>) {
    let (mut behind_colon, mut in_enumeration) = (false, false);
    for token in tokens.clone() {
        let mut is_colon = false;
        match token {
            TokenTree::Group(group) if in_enumeration && group.delimiter() == Delimiter::Brace => {
                in_enumeration = false;
            }
            TokenTree::Group(group) => collect(&group.stream(), names),
            TokenTree::Ident(ident) if !behind_colon => {
                in_enumeration |= ident == "enum";
                names.insert(ident.to_string());
            }
            TokenTree::Ident(_) | TokenTree::Literal(_) => {}
            // Both colons of `::` count; the single one before a type does not.
            TokenTree::Punct(mark) => {
                is_colon =
                    mark.as_char() == ':' && (behind_colon || mark.spacing() == Spacing::Joint);
            }
        }
        behind_colon = is_colon;
    }
}
