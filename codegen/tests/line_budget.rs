//! How much code an interface costs: lines of the generated crate without comments and blank lines.
//!
//! Counted as models, validators and dispatch are the structs and enumerations with their attributes, the `Request`
//! impls, the trait of the merchant and the dispatch. What interfaces share (types, dispatch) is divided evenly among
//! the interfaces of the family; what a family takes over from common files counts as its own. Printed beside it: constructors, and the rest (imports, settings, module lists).
//! Result codes, schemes, the client and what is for tests are not counted. `--nocapture` shows the figures.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests may fail loudly"
)]

use std::fs;
use std::path::Path;

use syn::spanned::Spanned;

/// Lines an interface may cost.
const BUDGET: usize = 60;

#[derive(Default)]
struct Count {
    interfaces: usize,
    contract: usize,
    constructors: usize,
    rest: usize,
}

impl Count {
    fn each(&self, lines: usize) -> usize {
        lines.div_ceil(self.interfaces)
    }

    fn print(&self, name: &str) {
        println!(
            "{name}: {} interfaces; lines each: {} models, validators and dispatch, {} constructors, {} rest",
            self.interfaces,
            self.each(self.contract),
            self.each(self.constructors),
            self.each(self.rest),
        );
    }

    fn assert_within_budget(&self) {
        let each = self.each(self.contract);
        assert!(
            each <= BUDGET,
            "{each} lines for each interface, {BUDGET} are allowed"
        );
    }

    fn add(&mut self, text: &str) {
        let lines: Vec<&str> = text.lines().collect();
        let is_code =
            |line: &&&str| !line.trim().is_empty() && !line.trim_start().starts_with("//");
        let items = syn::parse_file(text).unwrap().items;
        let schemes: Vec<_> = items.iter().filter_map(scheme_of).collect();
        for item in items.iter().filter(|item| !belongs_to(item, &schemes)) {
            let span = item.span();
            let code = lines[span.start().line - 1..span.end().line]
                .iter()
                .filter(is_code)
                .count();
            match item {
                syn::Item::Struct(_) | syn::Item::Enum(_) | syn::Item::Trait(_) => {
                    self.contract += code;
                }
                syn::Item::Impl(block) => match block
                    .trait_
                    .as_ref()
                    .and_then(|(path, _)| path.segments.last())
                {
                    Some(name) if name.ident == "Request" => {
                        self.contract += code;
                        self.interfaces += 1;
                    }
                    Some(name) if name.ident == "Family" => self.contract += code,
                    _ => self.constructors += code,
                },
                _ => self.rest += code,
            }
        }
    }
}

/// The struct that an item makes a scheme.
fn scheme_of(item: &syn::Item) -> Option<syn::Type> {
    let syn::Item::Impl(block) = item else {
        return None;
    };
    let (path, _) = block.trait_.as_ref()?;
    path.is_ident("Scheme").then(|| (*block.self_ty).clone())
}

fn belongs_to(item: &syn::Item, schemes: &[syn::Type]) -> bool {
    let of: syn::Type = match item {
        syn::Item::Impl(block) => (*block.self_ty).clone(),
        syn::Item::Struct(definition) => {
            let name = &definition.ident;
            syn::parse_quote!(#name)
        }
        _ => return false,
    };
    schemes.contains(&of)
}

/// The modules of common files that a family takes something from.
fn taken(root: &str) -> impl Iterator<Item = &str> {
    let paths = root.split("pub use crate::common::").skip(1);
    paths.filter_map(|path| path.split("::").next())
}

#[test]
fn an_interface_costs_few_lines() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated/src");
    let folders = fs::read_dir(&sources)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir() && entry.file_name() != "common");
    let mut all = Count::default();
    for folder in folders {
        let mut count = Count::default();
        for file in fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().path())
        {
            let name = file.file_stem().unwrap().to_str().unwrap();
            if !["codes", "schemes", "client", "mock", "platform", "examples"].contains(&name) {
                count.add(&fs::read_to_string(&file).unwrap());
            }
        }
        let root = fs::read_to_string(folder.path().join("mod.rs")).unwrap();
        for module in taken(&root) {
            let path = sources.join("common").join(format!("{module}.rs"));
            count.add(&fs::read_to_string(path).unwrap());
        }
        count.print(&folder.file_name().to_string_lossy());
        all.contract += count.contract;
        all.constructors += count.constructors;
        all.rest += count.rest;
        all.interfaces += count.interfaces;
        // The guide every new product uses; others have interfaces of very different sizes.
        if folder.file_name() == "saas_v2" {
            count.assert_within_budget();
        }
    }
    all.print("all guides");
    all.assert_within_budget();
}
