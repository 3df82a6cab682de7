//! The module of a family: one file for each interface, and those for what they share.

use std::collections::HashSet;

use koo_spec::catalogue::{Catalogue, Direction, Family, Interface, Parameter, Type, TypeShape};
use koo_spec::identifier::snake_case;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::docs::{self, Docs};
use super::enumeration::Enumerations;
use super::imports::{Import, defined_names, imports, with_imports};
use super::model::Model;
use super::server::plan::Plan;
use super::{
    artifact, cipher, client, codes, interface, markdown, names, print, redirect, scheme, sdk,
    server, text, types, variants,
};
use crate::{EmitError, File, parallel};

/// The files of a family.
pub(super) fn emit(catalogue: &Catalogue, family: &Family) -> Result<Vec<File>, EmitError> {
    let folded = family;
    let family = &variants::unfold(folded);
    let folder = format!("src/{}", snake_case(&family.id));
    let calls = client::Call::all(folded);
    let owners = owners(family);
    let enumerations = Enumerations::collect(family, &owners);
    let shared: Vec<String> = type_items(family, &enumerations)
        .iter()
        .flat_map(defined_names)
        .chain(["ResultCode".to_owned()])
        .collect();
    let emitter = Emitter {
        catalogue,
        merchant: Plan::merchant(folded, family),
        platform: Plan::platform(family),
        family,
        calls: &calls,
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
            Part::Artifacts => modules.push(format_ident!("artifacts")),
            Part::Events => modules.push(format_ident!("events")),
            Part::Functions => modules.push(format_ident!("functions")),
            Part::Texts => modules.push(format_ident!("texts")),
            Part::Client => gated.push(Gated::public("client", "client")),
            Part::Server(_) => gated.push(Gated::public("server", "server")),
            Part::Mock(_) => gated.push(Gated::public("mock", "mock")),
            Part::Platform(_) => gated.push(Gated::public("platform", "mock")),
            Part::Examples(_) => gated.push(Gated::private("examples", "mock")),
        }
    }
    files.push(module_file(&folder, family, &modules, with_rsa, &gated)?);
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
    Artifacts,
    Events,
    Functions,
    Texts,
    Client,
    Server(&'a Plan<'a>),
    Mock(&'a Plan<'a>),
    Platform(&'a Plan<'a>),
    Examples(&'a Plan<'a>),
}

/// A module that a feature of the crate adds.
struct Gated {
    name: &'static str,
    feature: &'static str,
    public: bool,
}

impl Gated {
    const fn public(name: &'static str, feature: &'static str) -> Self {
        Self {
            name,
            feature,
            public: true,
        }
    }

    const fn private(name: &'static str, feature: &'static str) -> Self {
        Self {
            name,
            feature,
            public: false,
        }
    }
}

/// What the files of a family are written from.
struct Emitter<'a> {
    catalogue: &'a Catalogue,
    /// What merchants serve.
    merchant: Option<Plan<'a>>,
    /// What the platform serves.
    platform: Option<Plan<'a>>,
    /// The family with its variants as interfaces.
    family: &'a Family,
    /// The calls that a merchant makes.
    calls: &'a [client::Call],
    folder: &'a str,
    enumerations: &'a Enumerations,
    /// Names that the files of interfaces may import from the family.
    shared: &'a [String],
}

impl<'a> Emitter<'a> {
    fn parts(&'a self) -> Vec<Part<'a>> {
        let has_types = self.shared.len() > 1;
        let (merchant, platform) = (self.merchant.as_ref(), self.platform.as_ref());
        let examples = platform.filter(|platform| server::examples::exist(platform));
        let interfaces = self.family.interfaces.iter().map(Part::Interface);
        interfaces
            .chain(has_types.then_some(Part::Types))
            .chain(codes::has_codes(self.family).then_some(Part::Codes))
            .chain((!self.family.schemes.is_empty()).then_some(Part::Schemes))
            .chain(cipher::any(self.family, false).then_some(Part::Ciphers))
            .chain(cipher::any(self.family, true).then_some(Part::RsaCiphers))
            .chain((!self.family.artifacts.is_empty()).then_some(Part::Artifacts))
            .chain((!self.family.texts.is_empty()).then_some(Part::Texts))
            .chain(sdk::has_events(self.family).then_some(Part::Events))
            .chain(sdk::has_functions(self.family).then_some(Part::Functions))
            .chain((!self.calls.is_empty()).then_some(Part::Client))
            .chain(merchant.map(Part::Server))
            .chain(merchant.map(Part::Mock))
            .chain(platform.map(Part::Platform))
            .chain(examples.map(Part::Examples))
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
            Part::Artifacts => {
                let items = artifact::items(family, self.enumerations);
                names.extend(items.iter().flat_map(defined_names));
                let inner =
                    Docs::new("Packages on disk: their rules, and what their files hold.").inner();
                let items = with_imports(items, self.shared);
                print::file(&format!("{folder}/artifacts.rs"), &inner, &items)
            }
            Part::Texts => {
                let items = text::items(family);
                names.extend(items.iter().flat_map(defined_names));
                let inner = Docs::new("Texts that are put together from parts.").inner();
                print::file(&format!("{folder}/texts.rs"), &inner, &items)
            }
            Part::Events => {
                let items = sdk::events(family, self.enumerations);
                names.extend(items.iter().flat_map(defined_names));
                let inner =
                    Docs::new("Events of the SDK, and the messages that bring them.").inner();
                let items = with_imports(items, self.shared);
                print::file(&format!("{folder}/events.rs"), &inner, &items)
            }
            Part::Functions => {
                let items = sdk::functions(family, self.enumerations);
                names.extend(items.iter().flat_map(defined_names));
                let inner = Docs::new("What functions of the SDK take and give back.").inner();
                let items = with_imports(items, self.shared);
                print::file(&format!("{folder}/functions.rs"), &inner, &items)
            }
            Part::Client => {
                let title = docs::title(&family.title);
                let inner = Docs::new(format!("The calls a merchant makes: {title}.")).inner();
                let emitter = client::Emitter::new(family, self.calls, self.enumerations);
                let items = emitter.items(self.shared);
                print::file(&format!("{folder}/client.rs"), &inner, &items)
            }
            Part::Server(plan) => self.served("server", plan),
            Part::Platform(plan) => self.served("platform", plan),
            Part::Examples(plan) => {
                let inner = Docs::new("Documented calls and answers of the platform.").inner();
                let items = server::examples::items(plan);
                print::file(&format!("{folder}/examples.rs"), &inner, &items)
            }
            Part::Mock(plan) => {
                let title = docs::title(&family.title);
                let inner = Docs::new(format!("Plays the calling side of {title}.")).inner();
                let items = server::mock::items(plan);
                print::file(&format!("{folder}/mock.rs"), &inner, &items)
            }
        };
        file.map(|file| (names, file))
    }

    fn served(&self, module: &str, plan: &Plan<'_>) -> Result<File, EmitError> {
        let title = docs::title(&self.family.title);
        let inner = Docs::new(server::title(plan, &title)).inner();
        let items = server::items(self.catalogue, plan);
        print::file(&format!("{}/{module}.rs", self.folder), &inner, &items)
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
        if interface.direction != Direction::PlatformToMerchant {
            add_owner(
                client::headers_name(interface),
                client::header_parameters(family, interface),
                &mut owners,
            );
        }
    }
    for (name, parameters) in sdk::owners(family)
        .into_iter()
        .chain(artifact::owners(family))
    {
        add_owner(name, parameters, &mut owners);
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

fn module_file(
    folder: &str,
    family: &Family,
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
    docs.block(page_table(family));
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
