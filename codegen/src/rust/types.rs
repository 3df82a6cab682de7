//! Rust types of parameters.

use koo_spec::catalogue::{Family, Parameter, Type};
use proc_macro2::TokenStream;
use quote::quote;

use super::enumeration::Enumerations;
use super::names;

/// What a type is to the code around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nature {
    /// A `String`.
    Text,
    /// An open enumeration or a result code.
    Enumeration,
    /// A number, a boolean, a decimal.
    Plain,
    /// A struct.
    Object,
    /// A list or a map.
    Collection,
    /// A JSON value of any kind.
    Any,
}

/// A Rust type for a parameter.
pub(super) struct RustType {
    /// The type, without `Option`.
    pub(super) tokens: TokenStream,
    /// What it is.
    pub(super) nature: Nature,
    /// Whether what is inside lists and maps can be validated itself.
    pub(super) nested: bool,
}

/// The Rust type of a parameter; `owner` names the struct it is a field of.
pub(super) fn of(
    family: &Family,
    enumerations: &Enumerations,
    parameter: &Parameter,
    owner: &str,
) -> RustType {
    convert(
        family,
        enumerations,
        parameter,
        &parameter.r#type.value,
        owner,
    )
}

fn convert(
    family: &Family,
    enumerations: &Enumerations,
    parameter: &Parameter,
    r#type: &Type,
    owner: &str,
) -> RustType {
    let plain = |tokens| RustType {
        tokens,
        nature: Nature::Plain,
        nested: false,
    };
    match r#type {
        Type::String => RustType {
            tokens: quote!(String),
            nature: Nature::Text,
            nested: false,
        },
        Type::Integer => plain(quote!(i64)),
        Type::Boolean => plain(quote!(bool)),
        Type::Decimal { .. } => plain(quote!(Decimal)),
        Type::Binary => RustType {
            tokens: quote!(Vec<u8>),
            nature: Nature::Any,
            nested: false,
        },
        Type::Any => RustType {
            tokens: quote!(Value),
            nature: Nature::Any,
            nested: false,
        },
        Type::ResultCode => RustType {
            tokens: quote!(ResultCode),
            nature: Nature::Enumeration,
            nested: true,
        },
        Type::Enumeration => {
            let name = enumerations.name_of(parameter, owner);
            RustType {
                tokens: quote!(#name),
                nature: Nature::Enumeration,
                nested: true,
            }
        }
        Type::Object(_) => {
            let name = inline_object(owner, parameter);
            RustType {
                tokens: quote!(#name),
                nature: Nature::Object,
                nested: true,
            }
        }
        Type::Named(name) => {
            let ident = names::item(name);
            let nature = if family.fields_of(r#type).is_some() {
                Nature::Object
            } else {
                Nature::Enumeration
            };
            RustType {
                tokens: quote!(#ident),
                nature,
                nested: true,
            }
        }
        Type::List(inner) => {
            let inner = convert(family, enumerations, parameter, inner, owner);
            let tokens = inner.tokens;
            RustType {
                tokens: quote!(Vec<#tokens>),
                nature: Nature::Collection,
                nested: inner.nested,
            }
        }
        Type::Map(inner) => {
            let inner = convert(family, enumerations, parameter, inner, owner);
            let tokens = inner.tokens;
            RustType {
                tokens: quote!(BTreeMap<String, #tokens>),
                nature: Nature::Collection,
                nested: inner.nested,
            }
        }
    }
}

/// The struct of an object that is written where it is used.
pub(super) fn inline_object(owner: &str, parameter: &Parameter) -> proc_macro2::Ident {
    names::item(&format!("{owner}_{}", parameter.name))
}
