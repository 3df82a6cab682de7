//! Enumerations whose values stand for ciphers.

use std::collections::BTreeSet;

use koo_spec::catalogue::{Cipher, Family, ListedValue, TypeShape};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::super::docs::Docs;
use super::super::names;
use super::{needs_rsa, secrets, struct_name};

/// The enumerations whose values stand for ciphers, with those values and ciphers.
pub(super) fn choices(family: &Family) -> Vec<(Ident, Vec<(&ListedValue, &Cipher)>)> {
    let both = |cipher: &&Cipher| {
        cipher.encrypt.is_some() && cipher.decrypt.is_some() && !needs_rsa(cipher)
    };
    let mut choices = Vec::new();
    for (name, definition) in &family.types {
        let TypeShape::Enumeration(values) = &definition.shape else {
            continue;
        };
        let chosen: Vec<_> = values
            .iter()
            .filter_map(|value| {
                let cipher = family.ciphers.get(&value.cipher.as_ref()?.value);
                Some((value, cipher.filter(both)?))
            })
            .collect();
        if !chosen.is_empty() {
            choices.push((names::item(name), chosen));
        }
    }
    choices
}

/// The method by which a value of an enumeration gives its cipher.
pub(super) fn method(
    family: &Family,
    name: &Ident,
    values: &[(&ListedValue, &Cipher)],
) -> TokenStream {
    let used: BTreeSet<&str> = values
        .iter()
        .flat_map(|(_, cipher)| secrets(family, cipher))
        .collect();
    let arguments = family
        .secrets
        .keys()
        .filter(|secret| used.contains(secret.as_str()))
        .map(|secret| names::variable(secret));
    let arms = values.iter().map(|(value, cipher)| {
        let (variant, cipher_name) = (names::variant(value), struct_name(cipher));
        let given = secrets(family, cipher).into_iter().map(names::variable);
        quote! { Self::#variant => Some(Box::new(#cipher_name::new(#(#given),*))), }
    });
    let docs = Docs::new(
        "The cipher that this value stands for; `None` for a value that stands for none.",
    )
    .outer(4);
    quote! {
        impl #name {
            #docs
            pub fn cipher(&self, #(#arguments: impl Into<Secret>),*) -> Option<Box<dyn Cipher>> {
                match self {
                    #(#arms)*
                    _ => None,
                }
            }
        }
    }
}
