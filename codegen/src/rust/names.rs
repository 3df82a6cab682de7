//! Rust identifiers for the names of a contract.

use heck::ToLowerCamelCase;
use koo_spec::catalogue::{ListedValue, Parameter};
use koo_spec::identifier::{camel_case, snake_case};
use proc_macro2::{Ident, Span};

/// A field, function, module or variable.
pub(super) fn value(name: &str) -> Ident {
    let name = snake_case(name);
    match syn::parse_str::<Ident>(&name) {
        Ok(ident) => ident,
        Err(_) if matches!(name.as_str(), "self" | "super" | "crate") => Ident::new(&format!("{name}_"), Span::call_site()),
        Err(_) => Ident::new_raw(&name, Span::call_site()),
    }
}

/// A type, trait or variant.
pub(super) fn r#type(name: &str) -> Ident {
    let name = camel_case(name);
    match syn::parse_str::<Ident>(&name) {
        Ok(ident) => ident,
        Err(_) => Ident::new(&format!("{name}_"), Span::call_site()),
    }
}

/// The field of a parameter.
pub(super) fn field(parameter: &Parameter) -> Ident {
    value(parameter.identifier.as_deref().unwrap_or(&parameter.name))
}

/// The variant of a listed value.
pub(super) fn variant(listed: &ListedValue) -> Ident {
    r#type(listed.name.as_deref().unwrap_or(&listed.value))
}

/// What serde's `rename_all = "camelCase"` makes of a field.
pub(super) fn serde_camel_case(field: &Ident) -> String {
    let name = field.to_string();
    name.trim_start_matches("r#").to_lower_camel_case()
}
