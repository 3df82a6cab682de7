//! How the service runs: the keys of its groups, and the documented limits.

use std::collections::BTreeSet;

use koo_spec::catalogue::{Catalogue, Location};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::super::docs::Docs;
use super::super::{names, scheme};
use super::plan::{Group, Party, Plan};

/// The items of the settings.
pub(super) fn items(catalogue: &Catalogue, plan: &Plan<'_>) -> Vec<TokenStream> {
    match plan.only_group() {
        Some(group) => vec![
            settings_type(&pair(group)),
            settings(catalogue, plan, group),
        ],
        None => {
            let mut items = vec![settings_type(&quote!(Keys))];
            items.extend(keys(plan));
            items.push(settings_of_keys(plan));
            items
        }
    }
}

/// The type of the schemes of a group.
pub(super) fn pair(group: &Group<'_>) -> TokenStream {
    let request = group
        .request
        .map_or_else(|| format_ident!("Unsigned"), scheme::struct_name);
    match group.reply.map(scheme::struct_name) {
        Some(reply) => quote!(Pair<#request, #reply>),
        None => quote!(Pair<#request>),
    }
}

fn settings_type(schemes: &TokenStream) -> TokenStream {
    let docs = Docs::new(
        "How the service runs: keys, policy for what is received, time budget, replay guard.",
    )
    .outer(0);
    quote! {
        #docs
        pub type Settings = koo_runtime::server::Settings<#schemes>;
    }
}

/// The sites that demand a signed reply, where some do and some do not.
pub(super) fn demanding_sites(catalogue: &Catalogue, plan: &Plan<'_>) -> Option<Vec<String>> {
    plan.only_group()?.reply?;
    let replies: Vec<_> = plan
        .interfaces
        .iter()
        .filter_map(|interface| interface.reply_scheme.as_ref())
        .collect();
    // Without a list of sites, all demand it.
    if replies.iter().any(|reply| reply.sites.is_empty()) {
        return None;
    }
    let sites: BTreeSet<String> = replies
        .iter()
        .flat_map(|reply| &reply.sites)
        .map(|site| site.value.clone())
        .collect();
    let partly = sites.len() < catalogue.sites.len()
        && sites.iter().all(|site| catalogue.sites.contains_key(site));
    partly.then(|| sites.into_iter().collect())
}

/// The secrets of a group: arguments, those that both schemes need, and how the schemes are made of them.
struct Secrets {
    all: Vec<Ident>,
    shared: Vec<Ident>,
    request: TokenStream,
    reply: Option<TokenStream>,
}

impl Secrets {
    fn of(plan: &Plan<'_>, group: &Group<'_>) -> Self {
        let secrets = |scheme: Option<&koo_spec::catalogue::Scheme>| -> Vec<Ident> {
            let used = scheme.map(|scheme| scheme::secrets(plan.family, scheme));
            let used = used.unwrap_or_default();
            used.into_iter().map(names::variable).collect()
        };
        let (request, reply) = (secrets(group.request), secrets(group.reply));
        let is_shared = |ident: &&Ident| reply.contains(ident);
        let shared: Vec<_> = request.iter().filter(is_shared).cloned().collect();
        let reply_only = reply.iter().filter(|ident| !request.contains(ident));
        let arguments = request.iter().map(|ident| {
            if shared.contains(ident) {
                quote!(#ident.clone())
            } else {
                quote!(#ident)
            }
        });
        let request_scheme = match group.request.map(scheme::struct_name) {
            Some(name) => quote!(#name::new(#(#arguments),*)),
            None => quote!(Unsigned),
        };
        let reply_scheme = group.reply.map(scheme::struct_name);
        Self {
            all: request.iter().chain(reply_only).cloned().collect(),
            request: request_scheme,
            reply: reply_scheme.map(|name| quote!(#name::new(#(#reply),*))),
            shared,
        }
    }
}

fn settings(catalogue: &Catalogue, plan: &Plan<'_>, group: &Group<'_>) -> TokenStream {
    let Secrets {
        all,
        shared,
        request,
        reply,
    } = Secrets::of(plan, group);
    let mut docs = Docs::new("Settings with the documented limits.");
    let start = limited(plan, &quote! { Settings::new(#request) });
    let signed = reply.map(|reply| quote! { reply_scheme(#reply) });
    let (parameter, body) = match (signed, demanding_sites(catalogue, plan)) {
        (Some(signed), Some(sites)) => {
            docs.paragraph(format!(
                "Replies are signed on the sites that demand it ({}); call `reply_scheme` on the result to sign them \
                 elsewhere too.",
                sites.join(", ")
            ));
            let patterns = sites.iter().map(|site| names::r#type(site));
            let body = quote! {
                let settings = #start;
                match site {
                    #(Site::#patterns)|* => settings.#signed,
                    _ => settings,
                }
            };
            (Some(quote!(site: Site,)), body)
        }
        (Some(signed), None) => (None, quote! { #start.#signed }),
        (None, _) => (None, start),
    };
    say_limits(&mut docs, plan);
    let docs = docs.outer(0);
    quote! {
        #docs
        pub fn settings(#parameter #(#all: impl Into<Secret>),*) -> Settings {
            #(let #shared: Secret = #shared.into();)*
            #body
        }
    }
}

fn settings_of_keys(plan: &Plan<'_>) -> TokenStream {
    let mut docs = Docs::new("Settings with the documented limits.");
    say_limits(&mut docs, plan);
    let docs = docs.outer(0);
    let body = limited(plan, &quote! { Settings::of(keys) });
    quote! {
        #docs
        pub fn settings(keys: Keys) -> Settings {
            #body
        }
    }
}

/// Settings with the limits of a party.
fn limited(plan: &Plan<'_>, start: &TokenStream) -> TokenStream {
    match plan.party {
        Party::Merchant => match budget(plan) {
            Some(budget) => quote! { #start.budget(#budget) },
            None => start.clone(),
        },
        Party::Platform => {
            // Room for the files that the contract allows, and their parts.
            let limit = takes_files(plan).then(|| quote! { .body_limit(16 * 1024 * 1024) });
            quote! { #start.policy(Policy::Strict) #limit }
        }
    }
}

fn say_limits(docs: &mut Docs, plan: &Plan<'_>) {
    match plan.party {
        Party::Merchant if budget(plan).is_some() => {
            docs.paragraph("The caller's documented patience is the time budget.");
        }
        Party::Merchant => {}
        Party::Platform => {
            docs.paragraph("What departs from the contract is refused.");
        }
    }
}

fn budget(plan: &Plan<'_>) -> Option<TokenStream> {
    plan.family.transport.within_millis.map(scheme::duration)
}

fn takes_files(plan: &Plan<'_>) -> bool {
    let mut interfaces = plan.interfaces.iter();
    interfaces.any(|interface| interface.at(Location::Part).next().is_some())
}

/// The keys of several groups.
fn keys(plan: &Plan<'_>) -> Vec<TokenStream> {
    let keyed: Vec<_> = plan
        .groups
        .iter()
        .filter(|group| group.request.is_some())
        .collect();
    let mut docs = Docs::new("The keys there are. Calls of interfaces without theirs are refused.");
    docs.markdown("`Keys::default()` has none; each method adds those of one group of interfaces.");
    let docs = docs.outer(0);
    let fields = keyed.iter().map(|group| {
        let (name, pair) = (group.ident(), pair(group));
        quote! { #name: Option<#pair>, }
    });
    let builders = keyed.iter().map(|group| builder(plan, group));
    let arms = plan.groups.iter().map(|group| {
        let (name, ident) = (&group.name, group.ident());
        if group.request.is_some() {
            quote! { #name => self.#ident.as_ref()?.group(name), }
        } else {
            quote! { #name => Some(Group::unsigned()), }
        }
    });
    vec![
        quote! {
            #docs
            #[derive(Clone, Debug, Default)]
            pub struct Keys {
                #(#fields)*
            }
        },
        quote! {
            impl Keys {
                #(#builders)*
            }
        },
        quote! {
            impl Schemes for Keys {
                fn group(&self, name: &str) -> Option<Group<'_>> {
                    match name {
                        #(#arms)*
                        _ => None,
                    }
                }
            }
        },
    ]
}

fn builder(plan: &Plan<'_>, group: &Group<'_>) -> TokenStream {
    let Secrets {
        all,
        shared,
        request,
        reply,
    } = Secrets::of(plan, group);
    let mut docs = Docs::new(format!("The keys of {}.", listed(group)));
    if let Some(scheme) = group.reply {
        docs.markdown(format!(
            "Replies are signed with [`{}`].",
            scheme::struct_name(scheme)
        ));
    }
    let docs = docs.outer(4);
    let name = group.ident();
    let (statements, pair) = match reply {
        Some(reply) => (
            quote! {
                let request = #request;
                let reply = #reply;
            },
            quote! { Pair::signing(request, reply) },
        ),
        None => (quote!(), quote! { Pair::new(#request) }),
    };
    quote! {
        #docs
        #[must_use]
        pub fn #name(mut self, #(#all: impl Into<Secret>),*) -> Self {
            #(let #shared: Secret = #shared.into();)*
            #statements
            self.#name = Some(#pair);
            self
        }
    }
}

/// The interfaces of a group, for people.
pub(super) fn listed(group: &Group<'_>) -> String {
    let ids: Vec<_> = group
        .interfaces
        .iter()
        .map(|interface| format!("`{}`", interface.id))
        .collect();
    match ids.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}
