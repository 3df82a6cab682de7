//! The documented calls and answers of the platform, as constants.

use koo_spec::catalogue::{Example, Interface, Location, Side};
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use serde_json::{Map, Value};

use super::super::docs::Docs;
use super::super::names;
use super::plan::Plan;

/// Whether any interface has a documented answer.
pub(in crate::rust) fn exist(plan: &Plan<'_>) -> bool {
    let mut interfaces = plan.interfaces.iter();
    interfaces.any(|interface| !pairs(interface).is_empty())
}

/// The examples of an interface, as an expression of the platform's module.
pub(super) fn reference(interface: &Interface) -> TokenStream {
    if pairs(interface).is_empty() {
        return quote!(&[]);
    }
    let module = names::value(&interface.id);
    quote!(examples::#module::ALL)
}

/// The items of the module of examples: a module for each interface.
pub(in crate::rust) fn items(plan: &Plan<'_>) -> Vec<TokenStream> {
    plan.interfaces
        .iter()
        .filter_map(|interface| module(interface))
        .collect()
}

fn module(interface: &Interface) -> Option<TokenStream> {
    let pairs = pairs(interface);
    if pairs.is_empty() {
        return None;
    }
    let mut texts = Vec::new();
    let mut elements = Vec::new();
    for (index, (request, reply)) in pairs.iter().enumerate() {
        let number = index + 1;
        let (call, answer) = (
            format_ident!("CALL_{number}"),
            format_ident!("ANSWER_{number}"),
        );
        let (request, reply) = (raw(request), raw(reply));
        texts.push(quote! { const #call: &str = #request; });
        texts.push(quote! { const #answer: &str = #reply; });
        elements.push(quote! { Example::new(#call, #answer) });
    }
    let name = names::value(&interface.id);
    let docs = Docs::new(format!("Of `{}`.", interface.id)).outer(0);
    Some(quote! {
        #docs
        pub(super) mod #name {
            use koo_runtime::mock::Example;
            pub(crate) const ALL: &[Example] = &[#(#elements),*];
            #(#texts)*
        }
    })
}

/// The documented calls with the first answer to each.
fn pairs(interface: &Interface) -> Vec<(Value, Value)> {
    let mut pairs = Vec::new();
    let mut call: Option<Value> = None;
    for example in &interface.examples {
        match example.of {
            Side::Request => call = Some(parameters(example)),
            Side::Reply => {
                let Some(reply) = example.part(Location::Body).filter(|body| body.is_object())
                else {
                    continue;
                };
                if let Some(call) = call.take() {
                    pairs.push((call, reply.clone()));
                } else if pairs.is_empty() {
                    pairs.push((Value::Object(Map::new()), reply.clone()));
                }
            }
        }
    }
    pairs
}

/// The parameters of a call, wherever they travel.
fn parameters(example: &Example) -> Value {
    let inside = [
        Location::Path,
        Location::Query,
        Location::Form,
        Location::Body,
        Location::Part,
    ];
    let members = inside
        .into_iter()
        .filter_map(|location| example.part(location)?.as_object())
        .flatten()
        .map(|(name, value)| (name.clone(), value.clone()));
    Value::Object(members.collect())
}

/// JSON as a raw string over several lines.
fn raw(value: &Value) -> Literal {
    let json = serde_json::to_string_pretty(value).unwrap_or_default();
    let longest = json
        .split('"')
        .skip(1)
        .map(|rest| rest.bytes().take_while(|byte| *byte == b'#').count())
        .max()
        .unwrap_or_default();
    let marks = "#".repeat(longest + 1);
    let text = format!("r{marks}\"{json}\"{marks}");
    syn::parse_str(&text).unwrap_or_else(|_| Literal::string(&json))
}
