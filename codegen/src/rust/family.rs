//! The module of a family: one file for each interface, and those for what they share.

use std::collections::HashSet;

use koo_spec::catalogue::{Catalogue, Family, Interface, Parameter, Type, TypeShape};
use koo_spec::identifier::snake_case;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::docs::{self, Docs};
use super::enumeration::Enumerations;
use super::imports::{Import, defined_names, imports, with_imports};
use super::model::Model;
use super::{codes, interface, markdown, names, print, scheme, server, types, variants};
use crate::{EmitError, File, parallel};

/// The files of a family.
pub(super) fn emit(catalogue: &Catalogue, family: &Family) -> Result<Vec<File>, EmitError> {
    let folded = family;
    let family = &variants::unfold(folded);
    let folder = format!("src/{}", snake_case(&family.id));
    let owners = owners(family);
    let enumerations = Enumerations::collect(family, &owners);
    let types = type_items(family, &enumerations);
    let shared: Vec<String> = types
        .iter()
        .flat_map(defined_names)
        .chain(["ResultCode".to_owned()])
        .collect();
    let mut defined = Defined::new(family, &shared);
    let mut modules = Vec::new();
    let mut files = Vec::new();

    // Turning tokens into text takes longest, so the interfaces share the processors.
    let written = parallel::map(&family.interfaces, |interface| {
        let module = interface_module(family, interface);
        let items = interface::items(family, interface, &enumerations);
        let names: Vec<String> = items.iter().flat_map(defined_names).collect();
        let inner = interface::module_docs(family, interface).inner();
        let path = format!("{folder}/{}.rs", names::file(&module));
        print::file(&path, &inner, &with_imports(items, &shared)).map(|file| (names, file))
    });
    for (interface, written) in family.interfaces.iter().zip(written) {
        let (names, file) = written?;
        defined.add(names.into_iter())?;
        files.push(file);
        modules.push(interface_module(family, interface));
    }
    if !types.is_empty() {
        let inner = Docs::new("Objects and enumerations that the interfaces share.").inner();
        let items = with_imports(types, &["ResultCode".to_owned()]);
        files.push(print::file(&format!("{folder}/types.rs"), &inner, &items)?);
        modules.push(format_ident!("types"));
    }
    if codes::has_codes(family) {
        let inner = Docs::new("Result codes.").inner();
        let items = vec![codes::item(family)];
        files.push(print::file(&format!("{folder}/codes.rs"), &inner, &items)?);
        modules.push(format_ident!("codes"));
    }
    defined.add(
        family
            .schemes
            .values()
            .map(|scheme| scheme::struct_name(scheme).to_string()),
    )?;
    if !family.schemes.is_empty() {
        files.push(schemes_file(&folder, family)?);
        modules.push(format_ident!("schemes"));
    }
    let mut gated = Vec::new();
    if let Some((request, reply)) = server::schemes(folded) {
        let inner = Docs::new(format!(
            "The merchant's server for {}.",
            docs::title(&family.title)
        ))
        .inner();
        let items = server::items(catalogue, folded, request, reply);
        files.push(print::file(&format!("{folder}/server.rs"), &inner, &items)?);
        gated.push("server");
        files.push(mock_file(&folder, family, request.id.as_str())?);
        gated.push("mock");
    }
    files.push(module_file(&folder, family, &modules, &gated)?);
    Ok(files)
}

/// Modules that a family has besides those of its interfaces.
const OWN_MODULES: &[&str] = &["codes", "mock", "schemes", "server", "types"];

/// The module of an interface.
fn interface_module(family: &Family, interface: &Interface) -> Ident {
    let module = names::value(&interface.id);
    if OWN_MODULES.iter().any(|own| module == own) || module == names::value(&family.id) {
        format_ident!("{module}_interface")
    } else {
        module
    }
}

/// The names that the modules of a family define; all of them stand side by side in the family's root.
struct Defined<'a> {
    family: &'a str,
    names: HashSet<String>,
}

impl<'a> Defined<'a> {
    fn new(family: &'a Family, names: &[String]) -> Self {
        Self {
            family: &family.id,
            names: names.iter().cloned().collect(),
        }
    }

    fn add(&mut self, names: impl Iterator<Item = String>) -> Result<(), EmitError> {
        for name in names {
            if !self.names.insert(name.clone()) {
                return Err(EmitError::NameClash {
                    family: self.family.to_owned(),
                    name,
                });
            }
        }
        Ok(())
    }
}

/// The structs of a family with their parameters, for the names of enumerations.
fn owners(family: &Family) -> Vec<(String, Vec<&Parameter>)> {
    let mut owners = Vec::new();
    for (name, definition) in &family.types {
        if let TypeShape::Object(fields) = &definition.shape {
            add_owner(name.clone(), fields.iter().collect(), &mut owners);
        }
    }
    for interface in &family.interfaces {
        add_owner(
            interface::request_name(interface),
            interface::request_parameters(interface),
            &mut owners,
        );
        add_owner(
            interface::reply_name(interface),
            interface::reply_parameters(interface),
            &mut owners,
        );
    }
    owners
}

/// Adds a struct and the structs of objects that are written inside it.
fn add_owner<'a>(
    name: String,
    parameters: Vec<&'a Parameter>,
    owners: &mut Vec<(String, Vec<&'a Parameter>)>,
) {
    for parameter in &parameters {
        if let Type::Object(fields) = parameter.r#type.value.innermost() {
            add_owner(
                types::inline_object(&name, parameter).to_string(),
                fields.iter().collect(),
                owners,
            );
        }
    }
    owners.push((name, parameters));
}

/// Enumerations and objects, by name.
fn type_items(family: &Family, enumerations: &Enumerations) -> Vec<TokenStream> {
    let mut groups: Vec<(String, Vec<TokenStream>)> = enumerations
        .items()
        .into_iter()
        .map(|(name, item)| (name, vec![item]))
        .collect();
    for (name, definition) in &family.types {
        if let TypeShape::Object(fields) = &definition.shape {
            let mut docs = Docs::new(docs::sentence(&definition.doc.en));
            if let Some(note) = &definition.provenance.note {
                docs.paragraph(docs::sentence(&note.en));
            }
            docs.markdown(docs::source(family, &definition.provenance, &[]));
            let model = Model {
                name: name.clone(),
                docs,
                parameters: fields.iter().collect(),
                fixed: Vec::new(),
            };
            groups.push((
                names::item(name).to_string(),
                model.items(family, enumerations),
            ));
        }
    }
    groups.sort_by(|(left, _), (right, _)| left.cmp(right));
    groups.into_iter().flat_map(|(_, items)| items).collect()
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

fn mock_file(folder: &str, family: &Family, request_scheme: &str) -> Result<File, EmitError> {
    let Some(scheme) = family.schemes.get(request_scheme) else {
        return Err(EmitError::Selection(format!("no scheme {request_scheme}")));
    };
    let name = scheme::struct_name(scheme);
    let idents: Vec<_> = scheme::secrets(family, scheme)
        .into_iter()
        .map(names::variable)
        .collect();
    let mut docs =
        Docs::new("The calling side, for a merchant's tests: signs requests as the platform does.");
    docs.markdown(
        "`call` signs a request; `resend`, `stale` and `future` make the calls that go wrong in real life, and so do \
         `replayed` and `tampered` of the signed call. `send` delivers in process, `post` over HTTP.",
    );
    let docs = docs.outer(0);
    let construct = Docs::new("The calling side with the secrets both sides share.").outer(0);
    let inner = Docs::new(format!(
        "Plays the calling side of {}.",
        docs::title(&family.title)
    ))
    .inner();
    let in_query = server::in_query(family).then(|| quote! { .in_query() });
    let mut items = imports([
        Import::of("koo_runtime::mock", ["Caller"]),
        Import::of("koo_runtime::secret", ["Secret"]),
        Import::of("super", [name.to_string().as_str()]),
    ]);
    items.push(quote! { #docs pub type Platform = Caller<#name>; });
    items.push(quote! {
        #construct
        pub fn platform(#(#idents: impl Into<Secret>),*) -> Platform {
            Caller::new(#name::new(#(#idents),*)) #in_query
        }
    });
    print::file(&format!("{folder}/mock.rs"), &inner, &items)
}

fn module_file(
    folder: &str,
    family: &Family,
    modules: &[Ident],
    gated: &[&str],
) -> Result<File, EmitError> {
    let mut docs = Docs::new(docs::sentence(&docs::title(&family.title)));
    docs.paragraph(docs::sentence(&family.doc.en));
    docs.block(interface_table(&family.interfaces));
    docs.block(page_table(family));
    let mut modules = modules.to_vec();
    modules.sort_by_key(names::file);
    let mut gated = gated.to_vec();
    gated.sort_unstable();
    let gated = gated.iter().map(|name| {
        let ident = format_ident!("{name}");
        quote! { #[cfg(feature = #name)] pub mod #ident; }
    });
    let mut items = vec![quote! { #(mod #modules;)* }];
    items.push(quote! { #(pub use #modules::*;)* });
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

fn page_table(family: &Family) -> String {
    let rows: Vec<_> = family
        .pages
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
