//! `#[derive(OpenEnum)]`: an enum of texts that keeps the texts it does not know.

use proc_macro2::TokenStream;
use syn::DeriveInput;
use syn::parse::ParseStream;

use crate::common::errors::Errors;
use crate::common::text_enum::{self, Kind, Marker, TextEnum};

#[cfg(test)]
mod tests;

const KIND: Kind = Kind {
    derive: "OpenEnum",
    attribute: "wire",
    example: "#[wire(\"TEXT\")]",
};

/// Expands the derive.
pub(crate) fn derive(input: TokenStream) -> TokenStream {
    match syn::parse2(input).and_then(|input| check(&input)) {
        Ok(model) => text_enum::emit(&model),
        Err(error) => error.into_compile_error(),
    }
}

fn check(input: &DeriveInput) -> syn::Result<TextEnum<()>> {
    let mut errors = Errors::new();
    let model = text_enum::check(&KIND, input, &mut errors, |attribute, errors| {
        let marker = attribute.parse_args_with(|input: ParseStream<'_>| read(input, errors));
        errors.take(marker)
    });
    errors.finish(model).and_then(|model| {
        // Without a mistake there is a model; said in a way that cannot fail silently.
        model.ok_or_else(|| syn::Error::new_spanned(&input.ident, "nothing to derive"))
    })
}

/// `"TEXT"` or `other`.
fn read(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Marker<()>> {
    let text = text_enum::text_or_other(input, errors)?;
    Ok(text.map_or(Marker::Other, |text| Marker::Known(text, ())))
}
