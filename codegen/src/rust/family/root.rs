//! The root of a family: its modules, and tables of interfaces and sources.

use indexmap::IndexMap;
use koo_spec::catalogue::{Family, Interface, Page};
use proc_macro2::Ident;
use quote::{format_ident, quote};

use super::super::common::Taken;
use super::super::docs::{self, Docs};
use super::super::{interface, names, print, sdk};
use crate::markdown;
use crate::{EmitError, File};

/// A module that a feature of the crate adds.
pub(super) struct Gated {
    name: &'static str,
    feature: &'static str,
    public: bool,
}

impl Gated {
    pub(super) const fn public(name: &'static str, feature: &'static str) -> Self {
        Self {
            name,
            feature,
            public: true,
        }
    }

    pub(super) const fn private(name: &'static str, feature: &'static str) -> Self {
        Self {
            name,
            feature,
            public: false,
        }
    }
}

/// Modules that a family has besides those of its interfaces.
const OWN_MODULES: &[&str] = &[
    "artifacts",
    "ciphers",
    "client",
    "codes",
    "events",
    "examples",
    "functions",
    "mock",
    "platform",
    "rsa_ciphers",
    "schemes",
    "server",
    "texts",
    "types",
];

/// The module of an interface.
pub(super) fn interface_module(family: &Family, interface: &Interface) -> Ident {
    let module = names::value(&interface.id);
    if OWN_MODULES.iter().any(|own| module == own) || module == names::value(&family.id) {
        format_ident!("{module}_interface")
    } else {
        module
    }
}

/// The file of the root.
pub(super) fn file(
    folder: &str,
    family: &Family,
    taken: &Taken,
    modules: &[Ident],
    with_rsa: bool,
    gated: &[Gated],
) -> Result<File, EmitError> {
    let mut docs = Docs::new(docs::sentence(&docs::title(&family.title)));
    docs.paragraph(docs::sentence(&family.doc.en));
    docs.block(interface_table(&family.interfaces));
    for table in [sdk::function_table(family), sdk::event_table(family)] {
        table.map(|table| docs.block(table));
    }
    docs.block(page_table(&family.pages));
    let mut modules = modules.to_vec();
    modules.sort_by_key(names::file);
    let mut gated: Vec<_> = gated.iter().collect();
    gated.sort_unstable_by_key(|module| module.name);
    let gated = gated.into_iter().map(|module| {
        let (ident, feature) = (format_ident!("{}", module.name), module.feature);
        let public = module.public.then(|| quote!(pub));
        quote! { #[cfg(feature = #feature)] #public mod #ident; }
    });
    let mut items = vec![quote! { #(mod #modules;)* }];
    items.push(taken.declarations());
    items.push(quote! { #(pub use #modules::*;)* });
    if with_rsa {
        items.push(quote! { #[cfg(feature = "rsa")] mod rsa_ciphers; });
        items.push(quote! { #[cfg(feature = "rsa")] pub use rsa_ciphers::*; });
    }
    items.extend(gated);
    print::file(&format!("{folder}/mod.rs"), &docs.inner(), &items)
}

fn interface_table(interfaces: &[Interface]) -> String {
    let rows: Vec<_> = interfaces
        .iter()
        .map(|interface| {
            let request = names::item(&interface::request_name(interface));
            let title = markdown::escape_cell(&docs::title(&interface.title));
            format!("| `{}` | {title} | [`{request}`] |", interface.id)
        })
        .collect();
    format!(
        "| interface | title | request |\n| --- | --- | --- |\n{}",
        rows.join("\n")
    )
}

/// The pages that definitions cite.
pub(in crate::rust) fn page_table(pages: &IndexMap<String, Page>) -> String {
    let rows: Vec<_> = pages
        .iter()
        .map(|(id, page)| {
            let title = markdown::escape_cell(&page.title);
            let title = match &page.url {
                Some(url) => format!("[{title}](<{}>)", markdown::escape_address(url)),
                None => title,
            };
            let date = page.updated.as_deref().unwrap_or("unknown");
            format!("| `{id}` | {title} | {} | {date} |", page.site.value)
        })
        .collect();
    format!(
        "# Sources\n\n| page | title | site | updated |\n| --- | --- | --- | --- |\n{}",
        rows.join("\n")
    )
}
