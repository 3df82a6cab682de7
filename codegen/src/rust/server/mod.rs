//! The served side of a family, that of merchants or that of the platform: the trait to implement, the settings, the
//! dispatch, and the router.

mod contract;
pub(super) mod examples;
pub(super) mod mock;
pub(crate) mod outline;
pub(super) mod plan;
mod refusal;
mod service;
mod settings;

use koo_spec::catalogue::Catalogue;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs::Docs;
use super::imports::{Import, imports};
use super::{codes, interface, names, scheme};
use plan::{Party, Plan};

/// The items of the module.
pub(super) fn items(catalogue: &Catalogue, plan: &Plan<'_>) -> Vec<TokenStream> {
    let mut items = uses(catalogue, plan);
    items.extend(code_type(plan));
    items.extend([answer(plan), contract::item(plan)]);
    items.extend(settings::items(catalogue, plan));
    items.push(router(plan));
    let may_be_left_out = plan.party == Party::Merchant
        && plan
            .interfaces
            .iter()
            .any(|interface| contract::is_optional(plan, interface));
    if may_be_left_out {
        items.push(contract::not_offered(plan));
    }
    items.extend(service::items(plan));
    items
}

/// What the documentation of the module says.
pub(super) fn title(plan: &Plan<'_>, family: &str) -> String {
    match plan.party {
        Party::Merchant => format!("The merchant's server for {family}."),
        Party::Platform => format!("Plays the platform that merchants call: {family}."),
    }
}

fn uses(catalogue: &Catalogue, plan: &Plan<'_>) -> Vec<TokenStream> {
    let models = plan.interfaces.iter().flat_map(|interface| {
        [
            names::item(&interface::request_name(interface)).to_string(),
            names::item(&interface::reply_name(interface)).to_string(),
        ]
    });
    let has_codes = codes::has_codes(plan.family);
    let own: Vec<String> = models
        .chain(service::scheme_names(plan))
        .chain(has_codes.then(|| "ResultCode".to_owned()))
        .collect();
    let has_secrets = plan
        .groups
        .iter()
        .flat_map(|group| [group.request, group.reply])
        .flatten()
        .any(|scheme| !scheme::secrets(plan.family, scheme).is_empty());
    let several = plan.only_group().is_none();
    let paired = plan.groups.iter().any(|group| group.request.is_some());
    let unsigned = plan
        .only_group()
        .is_some_and(|group| group.request.is_none());
    let is_platform = plan.party == Party::Platform;
    let server = ["Family", "Incoming", "Outcome", "Router"]
        .into_iter()
        .chain(service::runtime_names(plan))
        .chain(several.then_some("Group"))
        .chain(several.then_some("Schemes"))
        .chain((paired || unsigned).then_some("Pair"))
        .chain(is_platform.then_some("Policy"));
    let call = ["Call", "Refusal"]
        .into_iter()
        .chain(refusal::chooses_roles(plan).then_some("CodeRole"));
    let budget = plan.party == Party::Merchant && plan.family.transport.within_millis.is_some();
    let examples = is_platform && examples::exist(plan);
    imports([
        Import::of("koo_runtime::call", call),
        Import::of("koo_runtime::mock", is_platform.then_some("documented")),
        Import::of(
            "koo_runtime::scheme",
            refusal::names_errors(plan)
                .then_some("SchemeError")
                .into_iter()
                .chain(unsigned.then_some("Unsigned")),
        ),
        Import::of("koo_runtime::secret", has_secrets.then_some("Secret")),
        Import::of("koo_runtime::server", server),
        Import::of("std::time", budget.then_some("Duration")),
        Import::of(
            "super",
            own.iter()
                .map(String::as_str)
                .chain(examples.then_some("examples")),
        ),
        Import::of(
            "crate",
            settings::demanding_sites(catalogue, plan).map(|_| "Site"),
        ),
    ])
}

/// The type of result codes, where the family lists none.
fn code_type(plan: &Plan<'_>) -> Option<TokenStream> {
    let docs = Docs::new("A result code. The contract lists none.").outer(0);
    (!codes::has_codes(plan.family)).then(|| {
        quote! {
            #docs
            pub type ResultCode = koo_runtime::call::TextCode;
        }
    })
}

fn answer(plan: &Plan<'_>) -> TokenStream {
    let who = match plan.party {
        Party::Merchant => "a merchant",
        Party::Platform => "the platform",
    };
    let docs = Docs::new(format!(
        "What {who} answers: a reply, or a refusal with a result code."
    ))
    .outer(0);
    quote! {
        #docs
        pub type Answer<R> = Result<R, Refusal<ResultCode>>;
    }
}

fn router(plan: &Plan<'_>) -> TokenStream {
    let mut docs = Docs::new(if plan.routed {
        "A router that serves the interfaces at their paths below where it is mounted."
    } else {
        "A router that serves the family at every path below where it is mounted."
    });
    docs.paragraph(
        "Run it with `koo_runtime::server::serve`, which keeps the letter case of header names.",
    );
    let docs = docs.outer(0);
    let (holder, generic, bound) = service::idents(plan);
    let service = format_ident!("Service");
    quote! {
        #docs
        pub fn router<#generic: #bound>(#holder: #generic, settings: Settings) -> Router {
            koo_runtime::server::router(#service { #holder }, settings)
        }
    }
}
