//! Rust identifiers for the names of a contract.

use heck::ToLowerCamelCase;
use koo_spec::catalogue::{ListedValue, Parameter};
use koo_spec::identifier::{camel_case, snake_case};
use koo_spec::recipe::Function;
use proc_macro2::{Ident, Span};

/// Names of types that emitted code uses for something else.
const TAKEN: &[&str] = &[
    // The prelude.
    "Box",
    "Clone",
    "Default",
    "Eq",
    "Err",
    "From",
    "Future",
    "Into",
    "None",
    "Ok",
    "Option",
    "PartialEq",
    "Result",
    "Send",
    "Some",
    "String",
    "Sync",
    "Vec",
    // What is imported, and what the modules define themselves.
    "Answer",
    "BTreeMap",
    "Call",
    "CallError",
    "Caller",
    "Client",
    "Carried",
    "Cipher",
    "CipherError",
    "ClientError",
    "ComposedError",
    "CodeRole",
    "Decimal",
    "Decrypt",
    "Deserialize",
    "Duration",
    "Encrypt",
    "Evidence",
    "Family",
    "FileRule",
    "Forbidden",
    "ForbiddenKind",
    "Incoming",
    "Interface",
    "Layout",
    "LetterCase",
    "Fields",
    "Group",
    "Input",
    "Keys",
    "Merchant",
    "Message",
    "NoCode",
    "OpenEnum",
    "Outcome",
    "Package",
    "Part",
    "Pair",
    "Place",
    "Path",
    "Platform",
    "ReadError",
    "Reading",
    "Policy",
    "Redact",
    "RedirectAddress",
    "RedirectError",
    "RedirectQuery",
    "RedirectState",
    "Refusal",
    "Remote",
    "Reply",
    "Request",
    "ResultCode",
    "Route",
    "Router",
    "Scheme",
    "SchemeError",
    "Schemes",
    "Secret",
    "Serialize",
    "Service",
    "Settings",
    "Site",
    "Stamp",
    "Unsigned",
    "Validate",
    "Value",
    "Xml",
    "Violations",
];

/// Names of variables that emitted code uses for something else, besides the functions of recipes.
const TAKEN_VARIABLES: &[&str] = &[
    "concat",
    "equal",
    "equal_ignoring_case",
    "expected",
    "form",
    "matches",
    "message",
    "reading",
    "received",
    "stamp",
    "template",
    "utf8",
    "values",
];

/// Words of the language that the parser does not know as such.
const NEW_KEYWORDS: &[&str] = &["gen"];

/// A field, function, module or variable.
pub(super) fn value(name: &str) -> Ident {
    let name = snake_case(name);
    if NEW_KEYWORDS.contains(&name.as_str()) {
        return Ident::new_raw(&name, Span::call_site());
    }
    match syn::parse_str::<Ident>(&name) {
        Ok(ident) => ident,
        Err(_) if matches!(name.as_str(), "self" | "super" | "crate") => {
            Ident::new(&format!("{name}_"), Span::call_site())
        }
        Err(_) => Ident::new_raw(&name, Span::call_site()),
    }
}

/// A variable for a name of a recipe.
pub(super) fn variable(name: &str) -> Ident {
    let ident = value(name);
    let text = ident.to_string();
    if TAKEN_VARIABLES.contains(&text.as_str()) || Function::find(&text).is_some() {
        return Ident::new(&format!("{text}_value"), Span::call_site());
    }
    ident
}

/// Whether a type cannot have this name, because emitted code uses it for something else.
pub(super) fn is_taken(name: &str) -> bool {
    TAKEN.contains(&name)
}

/// A struct or an enumeration of the contract.
pub(super) fn item(name: &str) -> Ident {
    let ident = r#type(name);
    if is_taken(&ident.to_string()) {
        Ident::new(&format!("{ident}_"), Span::call_site())
    } else {
        ident
    }
}

/// The file of a module, without extension.
pub(super) fn file(module: &Ident) -> String {
    module.to_string().trim_start_matches("r#").to_owned()
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
