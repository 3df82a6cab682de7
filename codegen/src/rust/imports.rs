//! `use` declarations, in the order and the groups the formatter keeps.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

/// Names taken from one module.
pub(super) struct Import {
    /// Path of the module.
    pub(super) parent: String,
    /// Names, sorted.
    pub(super) names: Vec<String>,
}

impl Import {
    /// Names of a module.
    pub(super) fn of<'a>(parent: &str, names: impl IntoIterator<Item = &'a str>) -> Self {
        Self { parent: parent.to_owned(), names: names.into_iter().map(str::to_owned).collect() }
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
    let mut groups: [Vec<Import>; 3] = Default::default();
    for mut import in imports.into_iter().filter(|import| !import.names.is_empty()) {
        import.names.sort();
        import.names.dedup();
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
                let list = if import.names.len() > 1 { "{" } else { import.names.first().map_or("", String::as_str) };
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
    let names: Vec<_> = import.names.iter().map(|name| format_ident!("{name}")).collect();
    match names.as_slice() {
        [only] => quote! { use #parent::#only; },
        names => quote! { use #parent::{#(#names),*}; },
    }
}
