//! The module of a family: one file for each interface, and those for what they share.

use koo_spec::catalogue::{Catalogue, Family, Interface, Parameter, TypeShape};
use koo_spec::identifier::snake_case;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs::{self, Docs};
use super::enumeration::Enumerations;
use super::imports::{Import, imports};
use super::model::Model;
use super::{codes, interface, names, print, scheme, server};
use crate::{EmitError, File};

/// Names the runtime gives, imported where a file uses them: the name, and where it comes from.
const IMPORTS: &[(&str, &str)] = &[
    ("BTreeMap", "std::collections::BTreeMap"),
    ("Duration", "std::time::Duration"),
    ("Decimal", "koo_runtime::Decimal"),
    ("OpenEnum", "koo_runtime::OpenEnum"),
    ("Redact", "koo_runtime::Redact"),
    ("Request", "koo_runtime::call::Request"),
    ("Validate", "koo_runtime::Validate"),
    ("Value", "serde_json::Value"),
    ("Deserialize", "serde::Deserialize"),
    ("Serialize", "serde::Serialize"),
];

/// The files of a family.
pub(super) fn emit(catalogue: &Catalogue, family: &Family) -> Result<Vec<File>, EmitError> {
    let folder = format!("src/{}", snake_case(&family.id));
    let owners = owners(family);
    let enumerations = Enumerations::collect(family, &owners);
    let mut modules = Vec::new();
    let mut files = Vec::new();

    for interface in &family.interfaces {
        let module = snake_case(&interface.id);
        let items = interface::items(family, interface, &enumerations);
        let inner = interface::module_docs(family, interface).inner();
        let items = with_imports(items, &shared_names(family, &enumerations));
        files.push(print::file(&format!("{folder}/{module}.rs"), &inner, &items)?);
        modules.push(module);
    }
    let types = type_items(family, &enumerations);
    if !types.is_empty() {
        let inner = Docs::new("Objects and enumerations that the interfaces share.").inner();
        let items = with_imports(types, &["ResultCode".to_owned()]);
        files.push(print::file(&format!("{folder}/types.rs"), &inner, &items)?);
        modules.push("types".to_owned());
    }
    if codes::has_codes(family) {
        let inner = Docs::new("Result codes.").inner();
        let items = vec![codes::item(family)];
        files.push(print::file(&format!("{folder}/codes.rs"), &inner, &items)?);
        modules.push("codes".to_owned());
    }
    if !family.schemes.is_empty() {
        files.push(schemes_file(&folder, family)?);
        modules.push("schemes".to_owned());
    }
    let mut gated = Vec::new();
    if let Some((request, reply)) = server::schemes(family) {
        let inner = Docs::new(format!("The merchant's server for {}.", docs::title(&family.title))).inner();
        let items = server::items(catalogue, family, request, reply);
        files.push(print::file(&format!("{folder}/server.rs"), &inner, &items)?);
        gated.push("server");
        files.push(mock_file(&folder, family, request.id.as_str())?);
        gated.push("mock");
    }
    files.push(module_file(&folder, family, &modules, &gated)?);
    Ok(files)
}

/// The structs of a family with their parameters, for the names of enumerations.
fn owners(family: &Family) -> Vec<(String, &[Parameter])> {
    let mut owners: Vec<(String, &[Parameter])> = Vec::new();
    for (name, definition) in &family.types {
        if let TypeShape::Object(fields) = &definition.shape {
            owners.push((name.clone(), fields));
        }
    }
    for interface in &family.interfaces {
        owners.push((interface::request_name(interface), &interface.request));
        owners.push((interface::reply_name(interface), &interface.reply.parameters));
    }
    owners
}

fn type_items(family: &Family, enumerations: &Enumerations) -> Vec<TokenStream> {
    let mut items = enumerations.items();
    for (name, definition) in &family.types {
        if let TypeShape::Object(fields) = &definition.shape {
            let mut docs = Docs::new(docs::sentence(&definition.doc.en));
            if let Some(note) = &definition.provenance.note {
                docs.paragraph(docs::sentence(&note.en));
            }
            docs.markdown(docs::source(family, &definition.provenance, &[]));
            let model = Model { name: name.clone(), docs, parameters: fields.iter().collect(), fixed: Vec::new() };
            items.extend(model.items(family, enumerations));
        }
    }
    items
}

/// Names of the family's own types that an interface may use.
fn shared_names(family: &Family, enumerations: &Enumerations) -> Vec<String> {
    let mut shared: Vec<String> = type_items(family, enumerations).iter().filter_map(defined_name).collect();
    shared.push("ResultCode".to_owned());
    shared
}

fn defined_name(item: &TokenStream) -> Option<String> {
    let file = syn::parse2::<syn::File>(item.clone()).ok()?;
    file.items.into_iter().find_map(|item| match item {
        syn::Item::Enum(item) => Some(item.ident.to_string()),
        syn::Item::Struct(item) => Some(item.ident.to_string()),
        _ => None,
    })
}

/// The items behind the imports they need: names of the runtime, and names of the family from its root.
fn with_imports(items: Vec<TokenStream>, shared: &[String]) -> Vec<TokenStream> {
    let text: String = items.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let words: std::collections::HashSet<&str> =
        text.split(|character: char| !character.is_alphanumeric() && character != '_').collect();
    let defined: Vec<String> = items.iter().filter_map(defined_name).collect();
    let mut outside: std::collections::BTreeMap<&str, Vec<&str>> = std::collections::BTreeMap::new();
    for (name, path) in IMPORTS.iter().filter(|(name, _)| words.contains(name) && !defined.iter().any(|own| own == name)) {
        let parent = path.rsplit_once("::").map_or("", |(parent, _)| parent);
        outside.entry(parent).or_default().push(name);
    }
    let uses: Vec<_> = outside
        .into_iter()
        .map(|(parent, mut names)| {
            names.sort_unstable();
            Import { parent: parent.to_owned(), names: names.into_iter().map(str::to_owned).collect() }
        })
        .collect();
    let mut own: Vec<_> = shared.iter().filter(|name| words.contains(name.as_str()) && !defined.contains(name)).cloned().collect();
    own.sort();
    let own = Import { parent: "super".to_owned(), names: own };
    imports(uses.into_iter().chain([own])).into_iter().chain(items).collect()
}

fn schemes_file(folder: &str, family: &Family) -> Result<File, EmitError> {
    let mut items = Vec::new();
    let mut functions = std::collections::BTreeSet::new();
    let mut uses_template = false;
    for scheme in family.schemes.values() {
        let emitted = scheme::emit(family, scheme);
        items.extend(emitted.items);
        functions.extend(emitted.functions);
        uses_template |= emitted.uses_template;
    }
    let places = items.iter().any(|item| item.to_string().contains("Place ::")).then_some("Place");
    let scheme = ["Carried", "Evidence"].into_iter().chain(places).chain(["Scheme", "SchemeError", "Stamp"]);
    let mut all = imports([
        Import::of("std::time", ["Duration"]),
        Import::of("koo_runtime::crypto", functions),
        Import::of("koo_runtime::message", ["Message"]),
        Import::of("koo_runtime::scheme", scheme.chain(uses_template.then_some("template"))),
        Import::of("koo_runtime::secret", ["Secret"]),
    ]);
    all.append(&mut items);
    let inner = Docs::new("How calls are signed and verified.").inner();
    print::file(&format!("{folder}/schemes.rs"), &inner, &all)
}

fn mock_file(folder: &str, family: &Family, request_scheme: &str) -> Result<File, EmitError> {
    let Some(scheme) = family.schemes.get(request_scheme) else {
        return Err(EmitError::Selection(format!("no scheme {request_scheme}")));
    };
    let name = scheme::struct_name(scheme);
    let idents: Vec<_> = scheme::secrets(family, scheme).into_iter().map(names::value).collect();
    let mut docs = Docs::new("The calling side, for a merchant's tests: signs requests as the platform does.");
    docs.markdown(
        "`call` signs a request; `resend`, `stale` and `future` make the calls that go wrong in real life, and so do \
         `replayed` and `tampered` of the signed call. `send` delivers in process, `post` over HTTP.",
    );
    let docs = docs.outer(0);
    let construct = Docs::new("The calling side with the secrets both sides share.").outer(0);
    let inner = Docs::new(format!("Plays the calling side of {}.", docs::title(&family.title))).inner();
    let mut items = imports([
        Import::of("koo_runtime::mock", ["Caller"]),
        Import::of("koo_runtime::secret", ["Secret"]),
        Import::of("super", [name.to_string().as_str()]),
    ]);
    items.push(quote! { #docs pub type Platform = Caller<#name>; });
    items.push(quote! {
        #construct
        pub fn platform(#(#idents: impl Into<Secret>),*) -> Platform {
            Caller::new(#name::new(#(#idents),*))
        }
    });
    print::file(&format!("{folder}/mock.rs"), &inner, &items)
}

fn module_file(folder: &str, family: &Family, modules: &[String], gated: &[&str]) -> Result<File, EmitError> {
    let mut docs = Docs::default();
    docs.markdown(format!("{}.", docs::title(&family.title)));
    docs.paragraph(docs::sentence(&family.doc.en));
    docs.block(interface_table(&family.interfaces));
    docs.block(page_list(family));
    let mut names: Vec<&str> = modules.iter().map(String::as_str).collect();
    names.sort_unstable();
    let idents: Vec<_> = names.iter().map(|name| names::value(name)).collect();
    let mut gated = gated.to_vec();
    gated.sort_unstable();
    let gated = gated.iter().map(|name| {
        let ident = format_ident!("{name}");
        quote! { #[cfg(feature = #name)] pub mod #ident; }
    });
    let mut items = vec![quote! { #(mod #idents;)* }];
    items.push(quote! { #(pub use #idents::*;)* });
    items.extend(gated);
    print::file(&format!("{folder}/mod.rs"), &docs.inner(), &items)
}

fn interface_table(interfaces: &[Interface]) -> String {
    let rows: Vec<_> = interfaces
        .iter()
        .map(|interface| {
            let request = names::item(&interface::request_name(interface));
            format!("| `{}` | {} | [`{request}`] |", interface.id, docs::title(&interface.title))
        })
        .collect();
    format!("| interface | title | request |\n| --- | --- | --- |\n{}", rows.join("\n"))
}

fn page_list(family: &Family) -> String {
    let rows: Vec<_> = family
        .pages
        .iter()
        .map(|(id, page)| {
            let title = page.title.replace('|', "\\|").replace('<', "\\<").replace('[', "\\[").replace('_', "\\_");
            let date = page.updated.as_deref().unwrap_or("unknown");
            let title = match &page.url {
                Some(url) => format!("[{title}]({url})"),
                None => title,
            };
            format!("| {} | {title} | {} | {date} |", id.replace('_', "\\_"), page.site.value)
        })
        .collect();
    format!("# Sources\n\n| page | title | site | updated |\n| --- | --- | --- | --- |\n{}", rows.join("\n"))
}
