//! What families take from common files, written once: a module for each file, whose definitions the families take over
//! into their own modules.

mod shared;

use std::collections::{BTreeMap, BTreeSet};

use koo_spec::catalogue::{Catalogue, CommonFile, Family, Placed};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use self::shared::{Shared, SharedSchemes, SharedTypes};
use super::docs::{self, Docs};
use super::enumeration::Enumerations;
use super::imports::{Import, defined_names, imports_with, used_names};
use super::{family, names, print, scheme};
use crate::{EmitError, File};

/// The modules of the common files.
pub(super) struct Common {
    /// The module around them.
    root: Ident,
    modules: Vec<Module>,
}

/// What is shared of one file.
struct Module {
    ident: Ident,
    docs: Docs,
    definitions: Vec<Definition>,
    /// What its schemes import.
    needed: Vec<Import>,
}

/// One shared definition.
struct Definition {
    /// What it is called, and what else it defines.
    names: Vec<String>,
    items: Vec<TokenStream>,
    /// The families that take it over.
    families: Vec<String>,
}

/// What a family takes over, by module.
pub(super) struct Taken(BTreeMap<String, BTreeSet<String>>);

impl Common {
    /// The shared definitions of a catalogue.
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let is_family = |name: &str| {
            let mut families = catalogue.families.iter();
            families.any(|family| names::value(&family.id) == name)
        };
        let root = if is_family("common") {
            "common_files"
        } else {
            "common"
        };
        let (schemes, types) = (shared::schemes(catalogue), shared::types(catalogue));
        let files = catalogue.common.iter();
        Self {
            root: format_ident!("{root}"),
            modules: files
                .map(|file| module(file, root, &schemes, &types))
                .filter(|module| !module.definitions.is_empty())
                .collect(),
        }
    }

    /// What a family takes over.
    pub(super) fn taken_by(&self, family: &Family) -> Taken {
        let mut taken: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for module in &self.modules {
            let definitions = module.definitions.iter();
            for definition in definitions.filter(|known| known.families.contains(&family.id)) {
                let path = format!("crate::{}::{}", self.root, module.ident);
                let names = definition.names.iter().cloned();
                taken.entry(path).or_default().extend(names);
            }
        }
        Taken(taken)
    }

    /// The declaration of the module around them, if anything is shared.
    pub(super) fn declaration(&self) -> Option<TokenStream> {
        let root = &self.root;
        (!self.modules.is_empty()).then(|| quote! { pub mod #root; })
    }

    /// The files of the modules.
    pub(super) fn files(&self) -> Result<Vec<File>, EmitError> {
        if self.modules.is_empty() {
            return Ok(Vec::new());
        }
        let mut docs = Docs::new("What guides have in common.");
        docs.markdown("The module of each guide brings what the guide uses of it.");
        let declarations: Vec<_> = self.modules.iter().map(Module::declaration).collect();
        let path = |module: &str| format!("src/{}/{module}.rs", self.root);
        let root = print::file(&path("mod"), &docs.inner(), &declarations)?;
        let modules = self.modules.iter().map(|module| {
            let path = path(&names::file(&module.ident));
            print::file(&path, &module.docs.inner(), &self.items(module))
        });
        std::iter::once(Ok(root)).chain(modules).collect()
    }

    /// The items of a module behind their imports.
    fn items(&self, module: &Module) -> Vec<TokenStream> {
        let items: Vec<_> = module
            .definitions
            .iter()
            .flat_map(|definition| definition.items.iter().cloned())
            .collect();
        let used = used_names(&items);
        let others = self
            .modules
            .iter()
            .filter(|other| other.ident != module.ident);
        let others = others.map(|other| {
            let names = other.definitions.iter().flat_map(|known| &known.names);
            let needed = names
                .map(String::as_str)
                .filter(|name| used.contains(*name));
            Import::of(&format!("super::{}", other.ident), needed)
        });
        let further = module.needed.iter().cloned().chain(others).collect();
        imports_with(further, items, &[])
    }
}

impl Module {
    /// The module, for the features of the families that take something of it.
    fn declaration(&self) -> TokenStream {
        let ident = &self.ident;
        let definitions = self.definitions.iter();
        let features: BTreeSet<_> = definitions.flat_map(|known| &known.families).collect();
        let features = features.into_iter();
        let features: Vec<_> = features.map(|id| quote! { feature = #id }).collect();
        let condition = match features.as_slice() {
            [only] => only.clone(),
            all => quote! { any(#(#all),*) },
        };
        quote! { #[cfg(#condition)] pub mod #ident; }
    }
}

impl Taken {
    /// Whether a name is taken over.
    pub(super) fn holds(&self, name: &str) -> bool {
        self.0.values().any(|names| names.contains(name))
    }

    /// The names that are taken over.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.values().flatten().map(String::as_str)
    }

    /// The declarations that bring them into the module of the family.
    pub(super) fn declarations(&self) -> TokenStream {
        let declarations = self.0.iter().map(|(path, names)| {
            let path: TokenStream = path.parse().unwrap_or_default();
            let names: Vec<_> = names.iter().map(|name| format_ident!("{name}")).collect();
            let names = match names.as_slice() {
                [only] => quote! { #only },
                names => quote! { {#(#names),*} },
            };
            quote! { #[doc(inline)] pub use #path::#names; }
        });
        declarations.collect()
    }
}

/// What is shared of a file.
fn module(
    file: &CommonFile,
    root: &str,
    schemes: &SharedSchemes<'_>,
    types: &SharedTypes<'_>,
) -> Module {
    let schemes: Vec<_> = schemes
        .values()
        .filter(|shared| shared.definition.span.file == file.span.file)
        .collect();
    let own_types = types
        .values()
        .filter(|shared| shared.definition.span.file == file.span.file);
    let own_types: BTreeMap<_, _> = own_types
        .map(|shared| (names::item(&shared.definition.name).to_string(), shared))
        .collect();
    let families: Vec<&Family> = schemes
        .iter()
        .flat_map(|shared| &shared.families)
        .chain(own_types.values().flat_map(|shared| &shared.families))
        .copied()
        .collect();
    // The definitions as a family of their own would have them.
    let mut view = Family {
        id: file.id.clone(),
        sites: sites(&families),
        types: types
            .iter()
            .map(|(name, shared)| ((*name).to_owned(), shared.definition.clone()))
            .collect(),
        ..Family::default()
    };
    let enumerations = Enumerations::collect(&view, &family::owners(&view));
    let mut definitions: Vec<_> = family::type_groups(&view, &enumerations)
        .into_iter()
        .filter_map(|(name, items)| Some(Definition::new(items, own_types.get(&name)?)))
        .collect();
    let mut emitted = Vec::new();
    for shared in schemes {
        if let Some(first) = shared.families.first() {
            view.secrets.clone_from(&first.secrets);
        }
        let scheme = scheme::emit(&view, shared.definition);
        definitions.push(Definition::new(scheme.items.clone(), shared));
        emitted.push(scheme);
    }
    let ident = match names::value(&file.id) {
        ident if ident == root => format_ident!("{root}_file"),
        ident => ident,
    };
    Module {
        ident,
        docs: module_docs(file, &families),
        definitions,
        needed: scheme::needed(&emitted),
    }
}

impl Definition {
    fn new<T>(items: Vec<TokenStream>, shared: &Shared<'_, T>) -> Self {
        let families = shared.families.iter();
        Self {
            names: items.iter().flat_map(defined_names).collect(),
            items,
            families: families.map(|family| family.id.clone()).collect(),
        }
    }
}

/// The sites of any of the families.
fn sites(families: &[&Family]) -> Vec<Placed<String>> {
    let sites = families.iter().flat_map(|family| &family.sites);
    let sites: BTreeMap<_, _> = sites.map(|site| (&site.value, site)).collect();
    sites.into_values().cloned().collect()
}

/// What the file holds, and its pages.
fn module_docs(file: &CommonFile, families: &[&Family]) -> Docs {
    let mut docs = Docs::default();
    docs.paragraph(docs::sentence(&file.doc.en));
    let pages = families.iter().flat_map(|family| &family.pages);
    let pages: BTreeMap<_, _> = pages
        .filter(|(_, page)| page.span.file == file.span.file)
        .collect();
    if !pages.is_empty() {
        let pages = pages.into_iter();
        let pages = pages.map(|(id, page)| (id.clone(), page.clone())).collect();
        docs.block(family::page_table(&pages));
    }
    docs
}
