//! The calling side, for tests of the called one.

use koo_spec::identifier::camel_case;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::super::docs::Docs;
use super::super::imports::{Import, imports};
use super::super::{names, scheme};
use super::plan::{Group, Plan};
use super::settings;

/// The items of the module.
pub(in crate::rust) fn items(plan: &Plan<'_>) -> Vec<TokenStream> {
    let has_secrets = plan
        .groups
        .iter()
        .filter_map(|group| group.request)
        .any(|request| !scheme::secrets(plan.family, request).is_empty());
    let unsigned = plan.groups.iter().any(|group| group.request.is_none());
    let requests = plan.groups.iter().filter_map(|group| group.request);
    let own: Vec<_> = requests
        .map(|request| scheme::struct_name(request).to_string())
        .collect();
    let mut items = imports([
        Import::of("koo_runtime::mock", ["Caller"]),
        Import::of("koo_runtime::scheme", unsigned.then_some("Unsigned")),
        Import::of("koo_runtime::secret", has_secrets.then_some("Secret")),
        Import::of("super", own.iter().map(String::as_str)),
    ]);
    let only = plan.groups.len() == 1;
    for group in &plan.groups {
        items.extend(caller(plan, group, only));
    }
    items
}

fn caller(plan: &Plan<'_>, group: &Group<'_>, only: bool) -> [TokenStream; 2] {
    let scheme = group
        .request
        .map_or_else(|| format_ident!("Unsigned"), scheme::struct_name);
    let secrets = group
        .request
        .map(|request| scheme::secrets(plan.family, request));
    let idents: Vec<_> = secrets
        .unwrap_or_default()
        .into_iter()
        .map(names::variable)
        .collect();
    let new = match group.request {
        Some(_) => quote! { #scheme::new(#(#idents),*) },
        None => quote! { #scheme },
    };
    let (alias, function, summary) = if only {
        (
            format_ident!("Platform"),
            format_ident!("platform"),
            "The calling side, for a merchant's tests: signs requests as the platform does."
                .to_owned(),
        )
    } else {
        let name = names::r#type(&camel_case(&format!("{}_platform", group.name)));
        (
            name,
            group.ident(),
            format!(
                "The side that calls {}, for a merchant's tests: signs requests as the platform does.",
                settings::listed(group)
            ),
        )
    };
    let mut docs = Docs::default();
    docs.markdown(summary);
    docs.markdown(
        "`call` signs a request; `resend`, `stale` and `future` make the calls that go wrong in real life, and so do \
         `replayed` and `tampered` of the signed call. `send` delivers in process, `post` over HTTP.",
    );
    let docs = docs.outer(0);
    let construct = Docs::new("The calling side with the secrets both sides share.").outer(0);
    let in_query = (!plan.routed && plan.in_query()).then(|| quote! { .in_query() });
    [
        quote! { #docs pub type #alias = Caller<#scheme>; },
        quote! {
            #construct
            pub fn #function(#(#idents: impl Into<Secret>),*) -> #alias {
                Caller::new(#new) #in_query
            }
        },
    ]
}
