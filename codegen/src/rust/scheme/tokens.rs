//! Small pieces of code that schemes are made of.

use std::collections::BTreeSet;

use koo_spec::catalogue::{Carried, CarriedIn, Presence};
use koo_spec::recipe::Kind;
use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use super::super::names;

/// A string literal that shows quotation marks as they are.
pub(super) fn raw_string(text: &str) -> TokenStream {
    let raw = text.contains('"') && !text.contains("\"#");
    let literal = if raw {
        syn::parse_str::<TokenStream>(&format!("r#\"{text}\"#")).ok()
    } else {
        None
    };
    literal.unwrap_or_else(|| quote!(#text))
}

/// How a value is passed to a method.
pub(super) fn reference_type(kind: Kind) -> TokenStream {
    match kind {
        Kind::Bytes => quote!(&[u8]),
        Kind::Pairs => quote!(&[(String, String)]),
        Kind::Text | Kind::Integer => quote!(&str),
    }
}

pub(super) fn uses_message(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => uses_message(&group.stream()),
        TokenTree::Ident(ident) => ident == "message",
        _ => false,
    })
}

/// The text of a template with the variables of the code in its braces.
pub(super) fn captures(template: &str, packed: &[&str]) -> String {
    packed.iter().fold(template.to_owned(), |text, name| {
        text.replace(
            &format!("{{{name}}}"),
            &format!("{{{}}}", names::variable(name)),
        )
    })
}

/// Reads a carried value into a variable, or what its template packs into several. Of a value that nothing uses it is
/// only checked that it is there, if it must be.
pub(super) fn read(carried: &Carried, needed: &BTreeSet<&str>) -> Option<TokenStream> {
    let wire = &carried.wire_name;
    let source = match carried.location {
        CarriedIn::Header => quote!(message.header_value(#wire)?),
        CarriedIn::Query => quote!(message.query_value(#wire)?),
    };
    let packed = carried.packed();
    if !carried.names().iter().any(|name| needed.contains(name)) {
        return (carried.presence == Presence::Mandatory).then(|| quote! { #source; });
    }
    let Some(template) = &carried.template else {
        let ident = names::variable(&carried.name);
        return Some(quote! { let #ident = #source; });
    };
    let form = raw_string(&template.value);
    let patterns = packed.iter().map(|name| {
        if needed.contains(name) {
            let ident = names::variable(name);
            quote! { (_, #ident) }
        } else {
            quote! { _ }
        }
    });
    Some(quote! {
        let received = #source;
        let form = #form;
        let values = template::parse(form, received).unwrap_or_default();
        let [#(#patterns),*] = values[..] else {
            return Err(SchemeError::Malformed(#wire));
        };
    })
}
