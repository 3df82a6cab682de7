//! One interface: its request, its reply, and what ties them together.

use koo_spec::catalogue::{Family, Interface, Location, Parameter, Presence, Retry, Text, Type};
use koo_spec::duration::format_millis;
use koo_spec::identifier::camel_case;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::docs::{self, Docs};
use super::enumeration::Enumerations;
use super::model::Model;
use super::names;
use super::redirect;
use super::server::plan;
use super::types::{self, Nature, RustType};

/// Longest test for debug calls that has room on one line with the constant.
const MAX_TEST: usize = 38;

/// Longest list of the parts of a key that has room on one line.
const MAX_KEY: usize = 62;

/// Name of the request model.
pub(super) fn request_name(interface: &Interface) -> String {
    camel_case(&format!("{}_request", interface.id))
}

/// Name of the reply model.
pub(super) fn reply_name(interface: &Interface) -> String {
    camel_case(&format!("{}_reply", interface.id))
}

/// The parameters of the request that the model holds: what travels in headers belongs to schemes and transport.
pub(super) fn request_parameters(interface: &Interface) -> Vec<&Parameter> {
    interface
        .request
        .iter()
        .filter(|parameter| parameter.location != Location::Header)
        .collect()
}

/// The parameters of the reply that the model holds.
pub(super) fn reply_parameters(interface: &Interface) -> Vec<&Parameter> {
    interface.reply.at(Location::Body).collect()
}

/// The documentation of the module of an interface: what it does, when, and what the called side must do.
pub(super) fn module_docs(family: &Family, interface: &Interface) -> Docs {
    let mut docs = Docs::default();
    docs.paragraph(docs::sentence(&format!(
        "`{}`: {}",
        interface.id,
        docs::title(&interface.title)
    )));
    if let Some(text) = &interface.doc {
        docs.paragraph(docs::sentence(&text.en));
    }
    if let Some(trigger) = &interface.trigger {
        docs.paragraph(format!("When: {}", docs::sentence(&trigger.en)));
    }
    if !interface.behaviour.is_empty() {
        docs.block("# Rules");
        for note in &interface.behaviour {
            docs.point(docs::sentence(&note.doc.en));
        }
    }
    if let Some(idempotency) = &interface.idempotency {
        docs.block("# Repeated calls");
        let key: Vec<_> = idempotency
            .key
            .iter()
            .map(|name| format!("`{}`", name.value))
            .collect();
        if !key.is_empty() {
            docs.markdown(format!(
                "Two calls are the same call when they agree in {}.",
                key.join(", ")
            ));
        }
        optional(&mut docs, idempotency.doc.as_ref());
    }
    if let Some((name, mark)) = debug_mark(interface) {
        docs.block("# Debug calls");
        docs.markdown(format!(
            "A call whose `{name}` is `{mark}` comes from debugging or probing. It is checked and answered like any \
             other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells."
        ));
    }
    if let Some(retry) = &interface.retry {
        let figures = figures(retry);
        if !figures.is_empty() {
            docs.paragraph(format!("The caller tries again {figures}."));
        }
        optional(&mut docs, retry.then.as_ref());
        optional(&mut docs, retry.doc.as_ref());
    }
    if !interface.reply.codes.is_empty() {
        let codes: Vec<_> = interface
            .reply
            .codes
            .iter()
            .map(|code| code.value.as_str())
            .collect();
        docs.block("# Result codes");
        docs.paragraph(format!("{}.", codes.join(", ")));
    }
    docs.block("# Source");
    docs.markdown(docs::source(
        family,
        &interface.provenance,
        &interface.sites,
    ));
    docs
}

/// The parameter that marks debug calls, and its value.
fn debug_mark(interface: &Interface) -> Option<(&str, &str)> {
    request_parameters(interface)
        .into_iter()
        .find_map(|parameter| {
            Some((
                parameter.name.as_str(),
                parameter.debug.as_ref()?.value.as_str(),
            ))
        })
}

fn optional(docs: &mut Docs, text: Option<&Text>) {
    if let Some(text) = text {
        docs.paragraph(docs::sentence(&text.en));
    }
}

fn figures(retry: &Retry) -> String {
    let mut parts = Vec::new();
    if let Some(every) = retry.every_millis {
        parts.push(format!("every {}", format_millis(every)));
    }
    if let Some(times) = retry.times {
        parts.push(format!("up to {times} times"));
    }
    if let Some(window) = retry.for_millis {
        parts.push(format!("for {}", format_millis(window)));
    }
    if retry.until_success {
        parts.push("until it succeeds".to_owned());
    }
    parts.join(" ")
}

/// The items of the module of an interface.
pub(super) fn items(
    family: &Family,
    interface: &Interface,
    enumerations: &Enumerations,
) -> Vec<TokenStream> {
    let title = docs::title(&interface.title);
    let request = Model {
        name: request_name(interface),
        docs: Docs::new(docs::sentence(&format!("What the caller sends: {title}"))),
        parameters: request_parameters(interface),
        fixed: interface
            .select
            .iter()
            .map(|(name, value)| (name.as_str(), value.value.as_str()))
            .collect(),
    };
    let reply = Model {
        name: reply_name(interface),
        docs: Docs::new(docs::sentence(&format!("What is answered: {title}"))),
        parameters: reply_parameters(interface),
        fixed: Vec::new(),
    };
    let mut items = request.items(family, enumerations);
    items.push(request_impl(family, interface, enumerations));
    items.extend(redirect::of_request(family, interface, enumerations));
    items.extend(reply.items(family, enumerations));
    items.extend(redirect::of_callback(family, interface, enumerations));
    items
}

fn request_impl(
    family: &Family,
    interface: &Interface,
    enumerations: &Enumerations,
) -> TokenStream {
    let (request, reply) = (
        names::item(&request_name(interface)),
        names::item(&reply_name(interface)),
    );
    let urls = plan::urls(interface);
    // At one address for all, the selector names the interface.
    let selected = interface.select.values().next();
    let id = selected
        .filter(|_| urls.is_empty())
        .map_or(interface.id.as_str(), |value| value.value.as_str());
    let address = (!urls.is_empty()).then(|| {
        let method = plan::method(family, interface);
        let method = (!method.is_empty()).then(|| quote! { const METHOD: &'static str = #method; });
        let urls = urls.iter();
        quote! {
            #method
            const URLS: &'static [&'static str] = &[#(#urls),*];
        }
    });
    let key = idempotency_key(family, interface, enumerations);
    let vary = vary(interface);
    let debug = debug(family, interface, enumerations);
    quote! {
        impl Request for #request {
            const INTERFACE: &'static str = #id;
            #address
            #debug
            type Reply = #reply;
            #key
            #vary
        }
    }
}

fn idempotency_key(
    family: &Family,
    interface: &Interface,
    enumerations: &Enumerations,
) -> Option<TokenStream> {
    let mut converted = false;
    let names = interface.idempotency.as_ref()?.key.iter();
    let parameters: Vec<_> = names
        .filter_map(|name| {
            request_parameters(interface)
                .into_iter()
                .find(|parameter| parameter.name == name.value)
        })
        .collect();
    let is_mandatory = |parameter: &Parameter| parameter.presence == Presence::Mandatory;
    // An event may lack an optional part, and is the same without it whenever it comes. A key of nothing is none.
    let may_lack = parameters.iter().copied().any(is_mandatory);
    let parts: Vec<_> = parameters
        .into_iter()
        .map(|parameter| {
            let field = names::field(parameter);
            let rust = types::of(family, enumerations, parameter, &request_name(interface));
            let mandatory = is_mandatory(parameter);
            // Decimals keep the text in which they arrived.
            let is_text = rust.nature == Nature::Enumeration
                || matches!(parameter.r#type.value, Type::Decimal { .. });
            converted |= !is_text && rust.nature != Nature::Text;
            let r#type = rust.tokens;
            match rust.nature {
                Nature::Text if mandatory => quote! { &self.#field },
                Nature::Text if may_lack => quote! { self.#field.as_deref().unwrap_or_default() },
                Nature::Text => quote! { self.#field.as_deref()? },
                _ if is_text && mandatory => quote! { self.#field.as_str() },
                _ if is_text && may_lack => {
                    quote! { self.#field.as_ref().map_or("", #r#type::as_str) }
                }
                _ if is_text => quote! { self.#field.as_ref()?.as_str() },
                Nature::Plain if mandatory => quote! { &self.#field.to_string() },
                Nature::Plain if may_lack => {
                    quote! { &self.#field.as_ref().map(ToString::to_string).unwrap_or_default() }
                }
                Nature::Plain => quote! { &self.#field.as_ref()?.to_string() },
                // Whatever else a key may be made of has one form as JSON.
                _ if mandatory || may_lack => {
                    quote! { &serde_json::to_string(&self.#field).ok()? }
                }
                _ => quote! { &serde_json::to_string(self.#field.as_ref()?).ok()? },
            }
        })
        .collect();
    if parts.is_empty() {
        return None;
    }
    let separator: Literal =
        syn::parse_str(r#""\u{1f}""#).unwrap_or_else(|_| Literal::string("\u{1f}"));
    // The type turns references to new texts into references to text.
    let count = Literal::usize_unsuffixed(parts.len() + 1);
    let annotation = converted.then(|| quote! { : [&str; #count] });
    let key = quote! { [Self::INTERFACE, #(#parts),*] };
    let statements = if annotation.is_none() && width(&key) <= MAX_KEY {
        quote! { Some(#key.join(#separator)) }
    } else {
        quote! {
            let key #annotation = #key;
            Some(key.join(#separator))
        }
    };
    Some(quote! { fn idempotency_key(&self) -> Option<String> { #statements } })
}

fn vary(interface: &Interface) -> Option<TokenStream> {
    let varying: Vec<_> = request_parameters(interface)
        .into_iter()
        .filter(|parameter| parameter.varies && parameter.r#type.value == Type::String)
        .map(|parameter| {
            let field = names::field(parameter);
            match parameter.presence {
                Presence::Mandatory => quote! { self.#field = fresh.to_owned(); },
                _ => quote! { self.#field = Some(fresh.to_owned()); },
            }
        })
        .collect();
    (!varying.is_empty()).then(|| quote! { fn vary(&mut self, fresh: &str) { #(#varying)* } })
}

/// What tells debug calls from real ones, where the contract marks them.
fn debug(
    family: &Family,
    interface: &Interface,
    enumerations: &Enumerations,
) -> Option<TokenStream> {
    let marked = request_parameters(interface).into_iter();
    let tests: Vec<_> = marked
        .filter_map(|parameter| {
            let mark = &parameter.debug.as_ref()?.value;
            let field = names::field(parameter);
            let RustType { tokens, nature, .. } =
                types::of(family, enumerations, parameter, &request_name(interface));
            let value = match nature {
                Nature::Text => quote! { #mark },
                Nature::Enumeration => {
                    let listed = family.values_of(parameter).iter();
                    let variant = { listed }.find(|listed| listed.value == *mark);
                    let variant = names::variant(variant?);
                    quote! { #tokens::#variant }
                }
                _ => {
                    let number = Literal::i64_unsuffixed(mark.parse().ok()?);
                    quote! { #number }
                }
            };
            Some(match (&parameter.presence, nature) {
                (Presence::Mandatory, _) => quote! { call.#field == #value },
                (_, Nature::Text) => quote! { call.#field.as_deref() == Some(#value) },
                _ => quote! { call.#field == Some(#value) },
            })
        })
        .collect();
    let test = tests
        .into_iter()
        .reduce(|left, right| quote! { #left || #right })?;
    Some(if width(&test) > MAX_TEST {
        quote! {
            fn is_debug(&self) -> bool {
                let call = self;
                #test
            }
        }
    } else {
        quote! { const IS_DEBUG: fn(&Self) -> bool = |call| #test; }
    })
}

/// Characters of an expression, without the spaces between its tokens.
fn width(expression: &TokenStream) -> usize {
    let text = expression.to_string();
    text.chars().filter(|char| *char != ' ').count()
}
