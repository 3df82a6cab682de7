//! Names for generated code, in the words of no particular language.

use heck::{ToSnakeCase, ToUpperCamelCase};

/// A name in `snake_case`: fields, functions, modules.
pub fn snake_case(name: &str) -> String {
    name.to_snake_case()
}

/// A name in `CamelCase`: types, values.
pub fn camel_case(name: &str) -> String {
    name.to_upper_camel_case()
}

/// Whether a converted name can be an identifier: it has characters and begins with a letter.
pub fn is_identifier(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name
            .chars()
            .all(|character| character.is_ascii_alphanumeric() || character == '_')
}
