//! The module of a family: one file for each interface, and those for what they share.

mod defined;
mod root;

use koo_spec::catalogue::{Catalogue, Family, Interface, Scheme};
use koo_spec::identifier::snake_case;
use proc_macro2::TokenStream;
use quote::format_ident;

use self::defined::Defined;
pub(super) use self::defined::{owners, type_groups};
pub(super) use self::root::page_table;
use self::root::{Gated, interface_module};
use super::common::Taken;
use super::docs::{self, Docs};
use super::enumeration::Enumerations;
use super::imports::{defined_names, with_imports};
use super::server::plan::Plan;
use super::{artifact, cipher, client, codes, interface, names, print, scheme, sdk, server, text};
use crate::variants;
use crate::{EmitError, File, parallel};

/// The files of a family; `taken` is what it takes over from what families share.
pub(super) fn emit(
    catalogue: &Catalogue,
    family: &Family,
    taken: &Taken,
) -> Result<Vec<File>, EmitError> {
    let folded = family;
    let family = &variants::unfold(folded);
    let folder = format!("src/{}", snake_case(&family.id));
    let calls = client::Call::all(folded);
    let owners = owners(family);
    let enumerations = Enumerations::collect(family, &owners);
    let types = own_types(family, &enumerations, taken);
    let schemes = family.schemes.values();
    let schemes: Vec<_> = schemes
        .filter(|scheme| !taken.holds(&scheme::struct_name(scheme).to_string()))
        .collect();
    let shared: Vec<String> = types
        .iter()
        .flat_map(defined_names)
        .chain(taken.names().map(str::to_owned))
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
        taken,
        has_types: !types.is_empty(),
        schemes,
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
    files.push(root::file(
        &folder, family, taken, &modules, with_rsa, &gated,
    )?);
    Ok(files)
}

/// The enumerations and objects that a family does not take over.
fn own_types(family: &Family, enumerations: &Enumerations, taken: &Taken) -> Vec<TokenStream> {
    let groups = type_groups(family, enumerations).into_iter();
    groups
        .filter(|(name, _)| !taken.holds(name))
        .flat_map(|(_, items)| items)
        .collect()
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
    /// What it takes over from what families share.
    taken: &'a Taken,
    /// Whether it has enumerations and objects of its own.
    has_types: bool,
    /// The family's own schemes.
    schemes: Vec<&'a Scheme>,
    /// Names that the files of interfaces may import from the family.
    shared: &'a [String],
}

impl<'a> Emitter<'a> {
    fn parts(&'a self) -> Vec<Part<'a>> {
        let (merchant, platform) = (self.merchant.as_ref(), self.platform.as_ref());
        let examples = platform.filter(|platform| server::examples::exist(platform));
        let interfaces = self.family.interfaces.iter().map(Part::Interface);
        interfaces
            .chain(self.has_types.then_some(Part::Types))
            .chain(codes::has_codes(self.family).then_some(Part::Codes))
            .chain((!self.schemes.is_empty()).then_some(Part::Schemes))
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
                let types = own_types(family, self.enumerations, self.taken);
                let items = with_imports(types, self.shared);
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
                let schemes = self.schemes.iter();
                names.extend(schemes.map(|scheme| scheme::struct_name(scheme).to_string()));
                scheme::file(folder, family, &self.schemes)
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
