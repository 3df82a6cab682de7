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
use super::{cipher, codes, interface, names, print, redirect, scheme, server, types};
use crate::{EmitError, File, parallel};
use crate::{markdown, variants};

/// The files of a family.
pub(super) fn emit(catalogue: &Catalogue, family: &Family) -> Result<Vec<File>, EmitError> {
    let folded = family;
    let family = &variants::unfold(folded);
    let folder = format!("src/{}", snake_case(&family.id));
    let owners = owners(family);
    let enumerations = Enumerations::collect(family, &owners);
    let shared: Vec<String> = type_items(family, &enumerations)
        .iter()
        .flat_map(defined_names)
        .chain(["ResultCode".to_owned()])
        .collect();
    let emitter = Emitter {
        catalogue,
        folded,
        family,
        folder: &folder,
        enumerations: &enumerations,
        shared: &shared,
    };
    // Turning tokens into text takes longest, so the files share the processors.
    let parts = emitter.parts();
    let written = parallel::map(&parts, |part| emitter.write(part));
    let mut defined = Defined::new(family, &shared);
    let (mut modules, mut gated, mut with_rsa) = (Vec::new(), Vec::new(), false);
    let mut files = Vec::new();
    for (part, written) in parts.iter().zip(written) {
        let (names, file) = written?;
        defined.add(names.into_iter())?;
        files.push(file);
        match part {
            Part::Interface(interface) => modules.push(interface_module(family, interface)),
            Part::Types => modules.push(format_ident!("types")),
            Part::Codes => modules.push(format_ident!("codes")),
            Part::Schemes => modules.push(format_ident!("schemes")),
            Part::Ciphers => modules.push(format_ident!("ciphers")),
            Part::RsaCiphers => with_rsa = true,
            Part::Server => gated.push("server"),
            Part::Mock => gated.push("mock"),
        }
    }
    files.push(module_file(&folder, family, &modules, &gated, with_rsa)?);
    Ok(files)
}

/// A file of a family, besides the one of its root.
enum Part<'a> {
    Interface(&'a Interface),
    Types,
    Codes,
    Schemes,
    Ciphers,
    RsaCiphers,
    Server,
    Mock,
}

/// What the files of a family are written from.
struct Emitter<'a> {
    catalogue: &'a Catalogue,
    /// The family with its variants inside their interfaces.
    folded: &'a Family,
    /// The family with its variants as interfaces.
    family: &'a Family,
    folder: &'a str,
    enumerations: &'a Enumerations,
    /// Names that the files of interfaces may import from the family.
    shared: &'a [String],
}

impl<'a> Emitter<'a> {
    fn parts(&self) -> Vec<Part<'a>> {
        let has_types = self.shared.len() > 1;
        let is_served = server::schemes(self.folded).is_some();
        let interfaces = self.family.interfaces.iter().map(Part::Interface);
        interfaces
            .chain(has_types.then_some(Part::Types))
            .chain(codes::has_codes(self.family).then_some(Part::Codes))
            .chain((!self.family.schemes.is_empty()).then_some(Part::Schemes))
            .chain(cipher::any(self.family, false).then_some(Part::Ciphers))
            .chain(cipher::any(self.family, true).then_some(Part::RsaCiphers))
            .chain(is_served.then_some(Part::Server))
            .chain(is_served.then_some(Part::Mock))
            .collect()
    }

    /// The names that a file defines for the family's root, and the file.
    fn write(&self, part: &Part<'_>) -> Result<(Vec<String>, File), EmitError> {
        let (family, folder) = (self.family, self.folder);
        let mut names = Vec::new();
        let file = match part {
            Part::Interface(interface) => {
                let items = interface::items(family, interface, self.enumerations);
                names.extend(items.iter().flat_map(defined_names));
                let inner = interface::module_docs(family, interface).inner();
                let module = names::file(&interface_module(family, interface));
                let items = with_imports(items, self.shared);
                print::file(&format!("{folder}/{module}.rs"), &inner, &items)
            }
            Part::Types => {
                let inner =
                    Docs::new("Objects and enumerations that the interfaces share.").inner();
                let types = type_items(family, self.enumerations);
                let items = with_imports(types, &["ResultCode".to_owned()]);
                print::file(&format!("{folder}/types.rs"), &inner, &items)
            }
            Part::Codes => {
                let inner = Docs::new("Result codes.").inner();
                print::file(
                    &format!("{folder}/codes.rs"),
                    &inner,
                    &[codes::item(family)],
                )
            }
            Part::Schemes => {
                let schemes = family.schemes.values();
                names.extend(schemes.map(|scheme| scheme::struct_name(scheme).to_string()));
                schemes_file(folder, family)
            }
            Part::Ciphers | Part::RsaCiphers => {
                let is_rsa = matches!(part, Part::RsaCiphers);
                let (module, summary) = if is_rsa {
                    (
                        "rsa_ciphers",
                        "How single values are encrypted with RSA keys.",
                    )
                } else {
                    ("ciphers", "How single values are encrypted.")
                };
                let items = cipher::items(family, is_rsa);
                names.extend(items.iter().flat_map(defined_names));
                let inner = Docs::new(summary).inner();
                print::file(&format!("{folder}/{module}.rs"), &inner, &items)
            }
            Part::Server => {
                let title = docs::title(&family.title);
                let inner = Docs::new(format!("The merchant's server for {title}.")).inner();
                let items = match server::schemes(self.folded) {
                    Some((request, reply)) => {
                        server::items(self.catalogue, self.folded, request, reply)
                    }
                    None => Vec::new(),
                };
                print::file(&format!("{folder}/server.rs"), &inner, &items)
            }
            Part::Mock => {
                let request = server::schemes(self.folded).map(|(request, _)| request.id.as_str());
                mock_file(folder, family, request.unwrap_or_default())
            }
        };
        file.map(|file| (names, file))
    }
}

/// Modules that a family has besides those of its interfaces.
const OWN_MODULES: &[&str] = &[
    "ciphers",
    "codes",
    "mock",
    "rsa_ciphers",
    "schemes",
    "server",
    "types",
];

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
        add_owner(
            redirect::callback_name(interface),
            redirect::callback_parameters(interface),
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
    with_rsa: bool,
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
