//! The server of a family: the trait a merchant implements, the dispatch, and the router.

use koo_spec::catalogue::{Catalogue, Direction, Family, Interface, Scheme, Side};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs::{self, Docs};
use super::imports::{Import, imports};
use super::{codes, interface, names, scheme};

/// The interfaces the family's merchants serve at one address, told apart by one parameter.
pub(super) fn served(family: &Family) -> Vec<&Interface> {
    family.interfaces.iter().filter(|interface| interface.direction == Direction::PlatformToMerchant).collect()
}

/// The schemes of requests and replies, if the family can be served: one address, one selector, one scheme.
pub(super) fn schemes(family: &Family) -> Option<(&Scheme, Option<&Scheme>)> {
    let served = served(family);
    let first = served.first()?;
    let request = first.scheme.as_ref()?;
    let same = served.iter().all(|interface| interface.scheme.as_ref().map(|scheme| &scheme.value) == Some(&request.value));
    let selectable = served.iter().all(|interface| interface.select.len() == 1) && family.selector().is_some();
    let shaped = family.transport.code.is_some() && family.transport.message.is_some() && codes::has_codes(family);
    if !(same && selectable && shaped) {
        return None;
    }
    let reply = served.iter().find_map(|interface| interface.reply_scheme.as_ref());
    let reply = reply.and_then(|reply| family.schemes.get(&reply.scheme.value)).filter(|scheme| scheme.of == Side::Reply);
    Some((family.schemes.get(&request.value)?, reply))
}

/// The items of the server module.
pub(super) fn items(catalogue: &Catalogue, family: &Family, request: &Scheme, reply: Option<&Scheme>) -> Vec<TokenStream> {
    let mut items = uses(catalogue, family, request, reply);
    items.extend([answer(), merchant(family), settings_type(request, reply)]);
    items.push(settings(catalogue, family, request, reply));
    items.push(router());
    items.extend(service(family, request, reply));
    items
}

fn uses(catalogue: &Catalogue, family: &Family, request: &Scheme, reply: Option<&Scheme>) -> Vec<TokenStream> {
    let models = served(family).into_iter().flat_map(|interface| {
        [names::item(&interface::request_name(interface)), names::item(&interface::reply_name(interface))]
    });
    let schemes = std::iter::once(request).chain(reply).map(scheme::struct_name);
    let own: Vec<String> =
        models.chain(schemes).map(|name| name.to_string()).chain(["ResultCode".to_owned()]).collect();
    let secrets = scheme::secrets(family, request).len() + reply.map_or(0, |reply| scheme::secrets(family, reply).len());
    let scheme_names = std::iter::once("SchemeError").chain(reply.is_none().then_some("Unsigned"));
    imports([
        Import::of("koo_runtime::call", ["Call", "Refusal"]),
        Import::of("koo_runtime::scheme", scheme_names),
        Import::of("koo_runtime::secret", (secrets > 0).then_some("Secret")),
        Import::of("koo_runtime::server", ["Family", "Incoming", "Outcome", "Router"]),
        Import::of("std::time", family.transport.within_millis.map(|_| "Duration")),
        Import::of("super", own.iter().map(String::as_str)),
        Import::of("crate", demanding_sites(catalogue, family, reply).map(|_| "Site")),
    ])
}

fn answer() -> TokenStream {
    let docs = Docs::new("What a merchant answers: a reply, or a refusal with a result code.").outer(0);
    quote! {
        #docs
        pub type Answer<R> = Result<R, Refusal<ResultCode>>;
    }
}

fn merchant(family: &Family) -> TokenStream {
    let mut docs = Docs::new(format!("The merchant's side of {}.", docs::title(&family.title)));
    docs.paragraph(
        "Every method may be called again for the same event: the call says so through its idempotency key. Methods \
         may be written as `async fn`.",
    );
    let docs = docs.outer(0);
    let methods = served(family).into_iter().map(|interface| interface::merchant_method(family, interface));
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
    let docs = Docs::new("How the service runs: keys, policy for what is received, time budget, replay guard.").outer(0);
    quote! {
        #docs
        pub type Settings = koo_runtime::server::Settings<#request, #reply>;
    }
}

/// The sites that demand a signed reply, where some do and some do not.
fn demanding_sites(catalogue: &Catalogue, family: &Family, reply: Option<&Scheme>) -> Option<Vec<String>> {
    reply?;
    let mut sites: Vec<String> = Vec::new();
    for reply in served(family).iter().filter_map(|interface| interface.reply_scheme.as_ref()) {
        for site in &reply.sites {
            if !sites.contains(&site.value) {
                sites.push(site.value.clone());
            }
        }
    }
    let known = |site: &String| catalogue.sites.contains_key(site);
    (!sites.is_empty() && sites.len() < catalogue.sites.len() && sites.iter().all(known)).then_some(sites)
}

fn settings(catalogue: &Catalogue, family: &Family, request: &Scheme, reply: Option<&Scheme>) -> TokenStream {
    let mut secrets = scheme::secrets(family, request);
    let request_arguments: Vec<_> = secrets.iter().map(|secret| names::value(secret)).collect();
    let reply_secrets = reply.map(|reply| scheme::secrets(family, reply)).unwrap_or_default();
    let reply_arguments: Vec<_> = reply_secrets.iter().map(|secret| names::value(secret)).collect();
    for secret in reply_secrets {
        if !secrets.contains(&secret) {
            secrets.push(secret);
        }
    }
    let all: Vec<_> = secrets.iter().map(|secret| names::value(secret)).collect();
    let request_name = scheme::struct_name(request);
    let sites = demanding_sites(catalogue, family, reply);
    let mut docs = Docs::new("Settings with the documented limits.");
    let (parameter, body) = match (reply.map(scheme::struct_name), sites) {
        (Some(reply_name), Some(sites)) => {
            docs.paragraph(format!(
                "Replies are signed on the sites that demand it ({}); call `reply_scheme` on the result to sign them \
                 elsewhere too.",
                sites.join(", ")
            ));
            let patterns = sites.iter().map(|site| names::r#type(site));
            let body = quote! {
                match site {
                    #(Site::#patterns)|* => settings.reply_scheme(#reply_name::new(#(#reply_arguments),*)),
                    _ => settings,
                }
            };
            (Some(quote!(site: Site,)), body)
        }
        (Some(reply_name), None) => (None, quote!(settings.reply_scheme(#reply_name::new(#(#reply_arguments),*)))),
        (None, _) => (None, quote!(settings)),
    };
    let budget = family.transport.within_millis.map(|millis| {
        let millis = proc_macro2::Literal::u64_unsuffixed(millis);
        docs.paragraph("The caller's documented patience is the time budget.");
        quote!(let settings = settings.budget(Duration::from_millis(#millis));)
    });
    let docs = docs.outer(0);
    quote! {
        #docs
        pub fn settings(#parameter #(#all: impl Into<Secret>),*) -> Settings {
            #(let #all: Secret = #all.into();)*
            let settings = Settings::new(#request_name::new(#(#request_arguments.clone()),*));
            #budget
            #body
        }
    }
}

fn router() -> TokenStream {
    let mut docs = Docs::new("A router that serves the family at every path below where it is mounted.");
    docs.paragraph("Run it with `koo_runtime::server::serve`, which keeps the letter case of header names.");
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
    let field = |name: &Option<koo_spec::catalogue::Placed<String>>| name.as_ref().map(|name| name.value.clone()).unwrap_or_default();
    let (code, message) = (field(&family.transport.code), field(&family.transport.message));
    let limit = message_limit(family, &message).map(|limit| {
        let limit = proc_macro2::Literal::u64_unsuffixed(limit);
        quote! { const MESSAGE_MAX_CHARS: usize = #limit; }
    });
    let arms = served(family).into_iter().filter_map(|interface| {
        let selected = &interface.select.get(selector)?.value;
        let method = names::value(&interface.id);
        Some(quote! { #selected => call.answer(|call| self.merchant.#method(call)).await, })
    });
    let refusal = refusal(family, request);
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
            #refusal
            async fn dispatch(&self, call: Incoming) -> Outcome<ResultCode> {
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
    let variant = |code: &koo_spec::catalogue::Placed<String>| codes::variant(family, &code.value);
    let mut arms: Vec<(proc_macro2::Ident, Vec<TokenStream>)> = Vec::new();
    let mut add = |variant: Option<proc_macro2::Ident>, pattern: TokenStream| {
        let Some(variant) = variant else { return };
        match arms.iter_mut().find(|(known, _)| *known == variant) {
            Some((_, patterns)) => patterns.push(pattern),
            None => arms.push((variant, vec![pattern])),
        }
    };
    for (name, code) in &refusals.missing {
        let wire = request.carries.iter().find(|carried| &carried.name == name).map_or(name, |carried| &carried.wire_name);
        add(variant(code), quote!(SchemeError::Missing(#wire)));
    }
    add(refusals.stale.as_ref().and_then(variant), quote!(SchemeError::Stale { .. }));
    add(refusals.replayed.as_ref().and_then(variant), quote!(SchemeError::Replayed));
    let role = |role| family.codes.values().find(|code| code.role == Some(role)).map(|code| names::r#type(&code.name));
    let fallback = refusals
        .mismatch
        .as_ref()
        .and_then(variant)
        .or_else(|| role(koo_spec::catalogue::CodeRole::Signature))
        .or_else(|| role(koo_spec::catalogue::CodeRole::Internal));
    let Some(fallback) = fallback else {
        return quote! {
            fn refusal_code(_error: &SchemeError) -> ResultCode {
                ResultCode::default()
            }
        };
    };
    let arms = arms.into_iter().filter(|(variant, _)| *variant != fallback);
    let arms = arms.map(|(variant, patterns)| quote! { #(#patterns)|* => ResultCode::#variant, });
    quote! {
        fn refusal_code(error: &SchemeError) -> ResultCode {
            match error {
                #(#arms)*
                _ => ResultCode::#fallback,
            }
        }
    }
}
