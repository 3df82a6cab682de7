//! The server of a family: the trait a merchant implements, the dispatch, and the router.

use std::collections::BTreeSet;

use koo_spec::catalogue::{
    CarriedIn, Catalogue, CodeRole, Direction, Family, Interface, Location, Placed, Scheme, Side,
};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::docs::{self, Docs};
use super::imports::{Import, imports};
use super::{codes, interface, names, scheme};

/// Longest method name whose call has room on one line.
const MAX_METHOD: usize = 32;

/// The interfaces the family's merchants serve at one address, told apart by one parameter. Those with an address of
/// their own are served by other means.
pub(super) fn served(family: &Family) -> Vec<&Interface> {
    let at_one_address = |interface: &&Interface| {
        interface.direction == Direction::PlatformToMerchant && interface.select.len() == 1
    };
    family.interfaces.iter().filter(at_one_address).collect()
}

/// Whether the parameters of the served interfaces travel in the query and not in a body.
pub(super) fn in_query(family: &Family) -> bool {
    let served = served(family);
    served
        .iter()
        .all(|interface| interface.at(Location::Body).next().is_none())
        && served
            .iter()
            .any(|interface| interface.at(Location::Query).next().is_some())
}

/// The schemes of requests and replies, if the family can be served: one address, one selector, one scheme.
pub(super) fn schemes(family: &Family) -> Option<(&Scheme, Option<&Scheme>)> {
    let served = served(family);
    let first = served.first()?;
    let request = first.scheme.as_ref()?;
    let same = served.iter().all(|interface| {
        interface.scheme.as_ref().map(|scheme| &scheme.value) == Some(&request.value)
    });
    let selectable = family.selector().is_some();
    let shaped = family.transport.code.is_some()
        && family.transport.message.is_some()
        && codes::has_codes(family);
    if !(same && selectable && shaped) {
        return None;
    }
    let reply = served
        .iter()
        .find_map(|interface| interface.reply_scheme.as_ref());
    let reply = reply
        .and_then(|reply| family.schemes.get(&reply.scheme.value))
        .filter(|scheme| scheme.of == Side::Reply);
    Some((family.schemes.get(&request.value)?, reply))
}

/// The items of the server module.
pub(super) fn items(
    catalogue: &Catalogue,
    family: &Family,
    request: &Scheme,
    reply: Option<&Scheme>,
) -> Vec<TokenStream> {
    let mut items = uses(catalogue, family, request, reply);
    items.extend([answer(), merchant(family), settings_type(request, reply)]);
    items.push(settings(catalogue, family, request, reply));
    items.push(router());
    if served(family)
        .into_iter()
        .any(|interface| interface::is_optional(family, interface))
    {
        items.push(interface::not_offered(family));
    }
    items.extend(service(family, request, reply));
    items
}

fn uses(
    catalogue: &Catalogue,
    family: &Family,
    request: &Scheme,
    reply: Option<&Scheme>,
) -> Vec<TokenStream> {
    let models = served(family).into_iter().flat_map(|interface| {
        [
            names::item(&interface::request_name(interface)),
            names::item(&interface::reply_name(interface)),
        ]
    });
    let schemes = std::iter::once(request)
        .chain(reply)
        .map(scheme::struct_name);
    let own: Vec<String> = models
        .chain(schemes)
        .map(|name| name.to_string())
        .chain(["ResultCode".to_owned()])
        .collect();
    let secrets = scheme::secrets(family, request).len()
        + reply.map_or(0, |reply| scheme::secrets(family, reply).len());
    let scheme_names = std::iter::once("SchemeError").chain(reply.is_none().then_some("Unsigned"));
    let server = ["Family", "Incoming", "Outcome", "Router"]
        .into_iter()
        .chain(in_query(family).then_some("Input"));
    imports([
        Import::of("koo_runtime::call", ["Call", "Refusal"]),
        Import::of("koo_runtime::scheme", scheme_names),
        Import::of("koo_runtime::secret", (secrets > 0).then_some("Secret")),
        Import::of("koo_runtime::server", server),
        Import::of(
            "std::time",
            family.transport.within_millis.map(|_| "Duration"),
        ),
        Import::of("super", own.iter().map(String::as_str)),
        Import::of(
            "crate",
            demanding_sites(catalogue, family, reply).map(|_| "Site"),
        ),
    ])
}

fn answer() -> TokenStream {
    let docs =
        Docs::new("What a merchant answers: a reply, or a refusal with a result code.").outer(0);
    quote! {
        #docs
        pub type Answer<R> = Result<R, Refusal<ResultCode>>;
    }
}

fn merchant(family: &Family) -> TokenStream {
    let mut docs = Docs::new(format!(
        "The merchant's side of {}.",
        docs::title(&family.title)
    ));
    docs.paragraph(
        "Every method may be called again for the same event: the call says so through its idempotency key. Methods \
         may be written as `async fn`.",
    );
    let docs = docs.outer(0);
    let methods = served(family)
        .into_iter()
        .map(|interface| interface::merchant_method(family, interface));
    quote! {
        #docs
        pub trait Merchant: Send + Sync + 'static {
            #(#methods)*
        }
    }
}

fn settings_type(request: &Scheme, reply: Option<&Scheme>) -> TokenStream {
    let request = scheme::struct_name(request);
    let reply = reply.map_or_else(|| format_ident!("Unsigned"), scheme::struct_name);
    let docs = Docs::new(
        "How the service runs: keys, policy for what is received, time budget, replay guard.",
    )
    .outer(0);
    quote! {
        #docs
        pub type Settings = koo_runtime::server::Settings<#request, #reply>;
    }
}

/// The sites that demand a signed reply, where some do and some do not.
fn demanding_sites(
    catalogue: &Catalogue,
    family: &Family,
    reply: Option<&Scheme>,
) -> Option<Vec<String>> {
    reply?;
    let replies: Vec<_> = served(family)
        .into_iter()
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

fn settings(
    catalogue: &Catalogue,
    family: &Family,
    request: &Scheme,
    reply: Option<&Scheme>,
) -> TokenStream {
    let secrets = scheme::secrets(family, request);
    let reply_secrets = reply
        .map(|reply| scheme::secrets(family, reply))
        .unwrap_or_default();
    let reply_only = reply_secrets
        .iter()
        .filter(|secret| !secrets.contains(secret));
    let all: Vec<_> = secrets
        .iter()
        .chain(reply_only)
        .map(|secret| names::variable(secret))
        .collect();
    let shared: Vec<_> = secrets
        .iter()
        .filter(|secret| reply_secrets.contains(secret))
        .map(|secret| names::variable(secret))
        .collect();
    let request_arguments = secrets.iter().map(|secret| {
        let ident = names::variable(secret);
        if shared.contains(&ident) {
            quote!(#ident.clone())
        } else {
            quote!(#ident)
        }
    });
    let reply_arguments: Vec<_> = reply_secrets
        .iter()
        .map(|secret| names::variable(secret))
        .collect();
    let request_name = scheme::struct_name(request);
    let mut docs = Docs::new("Settings with the documented limits.");
    let mut start = quote! { Settings::new(#request_name::new(#(#request_arguments),*)) };
    if let Some(millis) = family.transport.within_millis {
        let duration = scheme::duration(millis);
        start = quote! { #start.budget(#duration) };
    }
    let signed = reply
        .map(scheme::struct_name)
        .map(|reply| quote! { reply_scheme(#reply::new(#(#reply_arguments),*)) });
    let (parameter, body) = match (signed, demanding_sites(catalogue, family, reply)) {
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
    if family.transport.within_millis.is_some() {
        docs.paragraph("The caller's documented patience is the time budget.");
    }
    let docs = docs.outer(0);
    quote! {
        #docs
        pub fn settings(#parameter #(#all: impl Into<Secret>),*) -> Settings {
            #(let #shared: Secret = #shared.into();)*
            #body
        }
    }
}

fn router() -> TokenStream {
    let mut docs =
        Docs::new("A router that serves the family at every path below where it is mounted.");
    docs.paragraph(
        "Run it with `koo_runtime::server::serve`, which keeps the letter case of header names.",
    );
    let docs = docs.outer(0);
    quote! {
        #docs
        pub fn router<M: Merchant>(merchant: M, settings: Settings) -> Router {
            koo_runtime::server::router(Service { merchant }, settings)
        }
    }
}

fn service(family: &Family, request: &Scheme, reply: Option<&Scheme>) -> [TokenStream; 2] {
    let request_name = scheme::struct_name(request);
    let reply_name = reply.map_or_else(|| format_ident!("Unsigned"), scheme::struct_name);
    let selector = family.selector().unwrap_or_default();
    let field = |name: &Option<Placed<String>>| {
        name.as_ref()
            .map(|name| name.value.clone())
            .unwrap_or_default()
    };
    let (code, message) = (
        field(&family.transport.code),
        field(&family.transport.message),
    );
    let limit = message_limit(family, &message).map(|limit| {
        let limit = proc_macro2::Literal::u64_unsuffixed(limit);
        quote! { const MESSAGE_MAX_CHARS: usize = #limit; }
    });
    let arms = served(family).into_iter().filter_map(|interface| {
        let selected = &interface.select.get(selector)?.value;
        let method = names::value(&interface.id);
        if method.to_string().len() > MAX_METHOD {
            return Some(quote! {
                #selected => {
                    let method = M::#method;
                    call.answer(|call| method(merchant, call)).await
                }
            });
        }
        Some(quote! { #selected => call.answer(|call| merchant.#method(call)).await, })
    });
    let refusal = refusal(family, request);
    let input = in_query(family).then(|| {
        let carried = request
            .carries
            .iter()
            .filter(|carried| carried.location == CarriedIn::Query);
        let except = carried.map(|carried| &carried.wire_name);
        quote! { const INPUT: Input = Input::query(&[#(#except),*]); }
    });
    let definition = quote! {
        struct Service<M> {
            merchant: M,
        }
    };
    let implementation = quote! {
        impl<M: Merchant> Family for Service<M> {
            type Code = ResultCode;
            type RequestScheme = #request_name;
            type ReplyScheme = #reply_name;
            const SELECTOR: &'static str = #selector;
            const CODE_FIELD: &'static str = #code;
            const MESSAGE_FIELD: &'static str = #message;
            #limit
            #input
            #refusal
            async fn dispatch(&self, call: Incoming) -> Outcome<ResultCode> {
                let merchant = &self.merchant;
                match call.selected() {
                    #(#arms)*
                    _ => call.unknown(),
                }
            }
        }
    };
    [definition, implementation]
}

fn message_limit(family: &Family, message: &str) -> Option<u64> {
    served(family)
        .iter()
        .flat_map(|interface| &interface.reply.parameters)
        .filter(|parameter| parameter.name == message)
        .filter_map(|parameter| parameter.limits.max_length.number())
        .min()
}

/// The code for each way in which a call can fail its scheme.
fn refusal(family: &Family, request: &Scheme) -> TokenStream {
    let refusals = &request.refusals;
    let variant = |code: &Placed<String>| codes::variant(family, &code.value);
    // What is missing, by code; a template may pack several values into one header.
    let mut missing: Vec<(Ident, BTreeSet<&str>)> = Vec::new();
    for (name, code) in &refusals.missing {
        let (Some(variant), wire) = (variant(code), scheme::wire_name(request, name)) else {
            continue;
        };
        match missing.iter_mut().find(|(known, _)| *known == variant) {
            Some((_, names)) => {
                names.insert(wire);
            }
            None => missing.push((variant, BTreeSet::from([wire]))),
        }
    }
    let missing = missing.into_iter().map(|(variant, names)| {
        let names = names.into_iter();
        (variant, quote!(SchemeError::Missing(#(#names)|*)))
    });
    let stale = refusals
        .stale
        .as_ref()
        .and_then(variant)
        .map(|variant| (variant, quote!(SchemeError::Stale { .. })));
    let replayed = refusals
        .replayed
        .as_ref()
        .and_then(variant)
        .map(|variant| (variant, quote!(SchemeError::Replayed)));
    let mut arms: Vec<(Ident, Vec<TokenStream>)> = Vec::new();
    for (variant, pattern) in missing.chain(stale).chain(replayed) {
        match arms.iter_mut().find(|(known, _)| *known == variant) {
            Some((_, patterns)) => patterns.push(pattern),
            None => arms.push((variant, vec![pattern])),
        }
    }
    let role = |role| {
        family
            .codes
            .values()
            .find(|code| code.role == Some(role))
            .map(|code| names::r#type(&code.name))
    };
    let fallback = refusals
        .mismatch
        .as_ref()
        .and_then(variant)
        .or_else(|| role(CodeRole::Signature))
        .or_else(|| role(CodeRole::Internal));
    let Some(fallback) = fallback else {
        return quote! {
            fn refusal_code(_error: &SchemeError) -> ResultCode {
                ResultCode::default()
            }
        };
    };
    arms.retain(|(variant, _)| *variant != fallback);
    if arms.is_empty() {
        return quote! {
            fn refusal_code(_error: &SchemeError) -> ResultCode {
                ResultCode::#fallback
            }
        };
    }
    let arms = arms
        .into_iter()
        .map(|(variant, patterns)| quote! { #(#patterns)|* => ResultCode::#variant, });
    quote! {
        fn refusal_code(error: &SchemeError) -> ResultCode {
            match error {
                #(#arms)*
                _ => ResultCode::#fallback,
            }
        }
    }
}
