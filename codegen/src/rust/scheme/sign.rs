//! The `sign` of a scheme: what it makes, what it chooses, what the message must bring.

use std::collections::BTreeSet;

use koo_spec::catalogue::{Carried, CarriedIn};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::super::names;
use super::super::recipe::Renderer;
use super::Emitter;
use super::tokens::{captures, raw_string, read, uses_message};

impl<'a> Emitter<'a> {
    /// The values that signing makes itself.
    pub(super) fn made_values(&self) -> Vec<&'a str> {
        let scheme = self.scheme;
        let stamped = scheme
            .fresh
            .iter()
            .map(|(name, _)| name)
            .chain(&scheme.once);
        let chosen = scheme.chooses.iter().map(|(target, _)| target);
        scheme
            .equals
            .iter()
            .map(|(target, _)| target)
            .chain(stamped)
            .chain(chosen)
            .map(|name| name.value.as_str())
            .collect()
    }

    /// Values that recipes use and that signing does not make: the message to be signed must bring them.
    pub(super) fn given_values(&self) -> Vec<TokenStream> {
        let made = self.made_values();
        let needed: BTreeSet<&str> = self
            .needed_values()
            .into_iter()
            .filter(|name| !made.contains(name))
            .collect();
        let given = self.scheme.carries.iter().filter(|carried| {
            let names = carried.names();
            names.iter().any(|name| needed.contains(name))
                && !names.iter().any(|name| made.contains(name))
        });
        given.filter_map(|carried| read(carried, &needed)).collect()
    }

    /// Where recipes cover the query or the headers, those are signed with the values that signing adds to them, but
    /// without signatures.
    pub(super) fn signed_pairs(&self, location: CarriedIn) -> Option<TokenStream> {
        let part = match location {
            CarriedIn::Query => "query",
            CarriedIn::Header => "headers",
        };
        let stamped = self
            .scheme
            .fresh
            .iter()
            .map(|(name, _)| name)
            .chain(&self.scheme.once);
        let stamped: Vec<&str> = stamped.map(|name| name.value.as_str()).collect();
        let added = self.scheme.carries.iter().filter(|carried| {
            carried.location == location
                && carried.template.is_none()
                && stamped.contains(&carried.name.as_str())
        });
        let pairs = format_ident!("{part}");
        let added: Vec<_> = added
            .map(|carried| {
                let (wire, ident) = (&carried.wire_name, names::variable(&carried.name));
                quote! { #pairs.push((#wire.to_owned(), #ident.clone())); }
            })
            .collect();
        if added.is_empty() || !self.needed_values().contains(part) {
            return None;
        }
        Some(quote! {
            let mut #pairs = message.#pairs.to_vec();
            #(#added)*
            let #pairs = &#pairs;
            let message = &Message { #pairs, ..*message };
        })
    }

    /// What carries a value that nobody makes together with one that signing makes.
    pub(super) fn unmakeable(&self) -> Option<&'a Carried> {
        let made = self.made_values();
        self.scheme.carries.iter().find(|carried| {
            let packed = carried.packed();
            packed.iter().any(|name| made.contains(name))
                && !packed.iter().all(|name| made.contains(name))
        })
    }

    pub(super) fn sign(&mut self) -> TokenStream {
        if let Some(carried) = self.unmakeable() {
            let wire = &carried.wire_name;
            return quote! {
                fn sign(&self, _message: &Message<'_>, _stamp: &Stamp) -> Result<Vec<Carried>, SchemeError> {
                    Err(SchemeError::Missing(#wire))
                }
            };
        }
        let mut steps = Vec::new();
        let uses_stamp = self.scheme.fresh.is_some() || self.scheme.once.is_some();
        if let Some((timestamp, _)) = &self.scheme.fresh {
            let ident = names::variable(&timestamp.value);
            steps.push(quote! { let #ident = &Self::TIMESTAMP.write(stamp.timestamp_millis); });
        }
        if let Some(nonce) = &self.scheme.once {
            let ident = names::variable(&nonce.value);
            steps.push(quote! { let #ident = &stamp.nonce; });
        }
        steps.extend(self.given_values());
        steps.extend(self.signed_pairs(CarriedIn::Query));
        steps.extend(self.signed_pairs(CarriedIn::Header));
        for (target, recipe) in &self.scheme.chooses {
            let Some(tree) = &recipe.tree else { continue };
            let mut renderer = Renderer::on_message();
            let rendered = renderer.render(tree, &self.base_scope());
            self.functions.extend(&renderer.functions);
            let (ident, tokens) = (names::variable(&target.value), rendered.by_reference());
            steps.push(quote! { let #ident = #tokens; });
        }
        if let Some((name, readings)) = self.alternative()
            && let Some(first) = readings.first()
            && let Some(tree) = first.tree.as_ref()
        {
            let mut renderer = Renderer::on_message();
            let mut scope = self.base_scope();
            steps.extend(self.steps(std::slice::from_ref(first), &mut renderer, &mut scope));
            let rendered = renderer.render(tree, &scope);
            self.functions.extend(&renderer.functions);
            let (ident, tokens) = (names::variable(name), rendered.by_reference());
            steps.push(quote! { let #ident = #tokens; });
        }
        let alternative = self.alternative().map(|(name, _)| name);
        for (target, recipe) in &self.scheme.equals {
            let expected = self.expected(&target.value, recipe);
            let call = self.call(&expected, recipe, alternative);
            let ident = names::variable(&target.value);
            let call = if expected.fallible {
                quote!(#call?)
            } else {
                call
            };
            steps.push(quote! { let #ident = #call; });
        }
        let known = self.made_values();
        let is_target = |name: &str| {
            self.scheme
                .equals
                .iter()
                .any(|(target, _)| target.value == name)
        };
        let carried = self.scheme.carries.iter().filter_map(|carried| {
            let (place, constructor) = match carried.location {
                CarriedIn::Header => (quote!(Place::Header), quote!(header)),
                CarriedIn::Query => (quote!(Place::Query), quote!(query)),
            };
            let name = &carried.wire_name;
            // What the message brings is there already.
            if !carried.names().iter().any(|name| known.contains(name)) {
                return None;
            }
            let ident = names::variable(&carried.name);
            let value = match &carried.template {
                // A text that fills a line reads better as a field.
                Some(template) => {
                    let text = raw_string(&captures(&template.value, &carried.packed()));
                    let carried = quote! {
                        let #ident = Carried {
                            place: #place,
                            name: #name,
                            value: format!(#text),
                        };
                    };
                    return Some((carried, ident));
                }
                None if is_target(&carried.name) => quote!(#ident),
                None if known.contains(&carried.name.as_str()) => quote!(#ident.clone()),
                None => return None,
            };
            Some((
                quote! { let #ident = Carried::#constructor(#name, #value); },
                ident,
            ))
        });
        let (attached, idents): (Vec<_>, Vec<_>) = carried.unzip();
        let uses_message = steps.iter().chain(&attached).any(uses_message);
        let message = if uses_message {
            format_ident!("message")
        } else {
            format_ident!("_message")
        };
        let stamp = if uses_stamp {
            format_ident!("stamp")
        } else {
            format_ident!("_stamp")
        };
        quote! {
            fn sign(&self, #message: &Message<'_>, #stamp: &Stamp) -> Result<Vec<Carried>, SchemeError> {
                #(#steps)*
                #(#attached)*
                Ok(vec![#(#idents),*])
            }
        }
    }
}
