//! `#[koo(crate = path)]`: where koo-runtime is.

use syn::{Attribute, Path, Token, parse_quote};

use super::attributes::{each_entry, named};
use super::errors::Errors;
use super::suggest;

/// The path of koo-runtime: what the attributes say, or `::koo_runtime`.
pub(crate) fn crate_path(attributes: &[Attribute], errors: &mut Errors) -> Path {
    let mut given = None;
    for attribute in named(attributes, "koo") {
        each_entry(attribute, errors, |name, input, _| {
            if name != "crate" {
                return Err(syn::Error::new(
                    name.span(),
                    suggest::unknown("entry", &name.to_string(), &["crate"]),
                ));
            }
            input.parse::<Token![=]>()?;
            let path = input.call(Path::parse_mod_style)?;
            if given.replace(path).is_some() {
                return Err(syn::Error::new(name.span(), "`crate` is given twice"));
            }
            Ok(())
        });
    }
    given.unwrap_or_else(|| parse_quote!(::koo_runtime))
}
