//! `#[derive(ResultCode)]`: the result codes of a contract, and what they mean.

mod emit;
mod syntax;

#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use syn::{Data, DeriveInput, Ident};

use crate::common::errors::Errors;
use crate::common::text_enum::{self, Kind, TextEnum};
use syntax::{Code, Role};

const KIND: Kind = Kind {
    derive: "ResultCode",
    attribute: "code",
    example: "#[code(\"TEXT\")]",
};

/// Expands the derive.
pub(crate) fn derive(input: TokenStream) -> TokenStream {
    match syn::parse2(input).and_then(|input| check(&input)) {
        Ok(model) => emit::emit(&model),
        Err(error) => error.into_compile_error(),
    }
}

/// Result codes.
struct Model {
    codes: TextEnum<Code>,
    /// The variant with the role `success`.
    success: Ident,
}

fn check(input: &DeriveInput) -> syn::Result<Model> {
    let mut errors = Errors::new();
    let mut codes = text_enum::check(&KIND, input, &mut errors, syntax::read);
    if let (Some(codes), Data::Enum(data)) = (&mut codes, &input.data) {
        for known in &mut codes.known {
            let mut variants = data.variants.iter();
            let variant = variants.find(|variant| variant.ident == known.variant);
            let documented = variant.and_then(syntax::documented_meaning);
            known.more.meaning = known.more.meaning.take().or(documented);
        }
    }
    let mut success = None;
    if let Some(codes) = &codes {
        check_roles(codes, &mut errors);
        success = codes
            .known
            .iter()
            .find(|known| {
                known
                    .more
                    .role
                    .as_ref()
                    .is_some_and(|(role, _)| *role == Role::Success)
            })
            .map(|known| known.variant.clone());
        if success.is_none() {
            errors.on(
                &input.ident,
                "no code says that a call was carried out; add `role = success` to the one that does",
            );
        }
    }
    errors.finish(codes.zip(success)).and_then(|model| {
        // Without a mistake there is a model; said in a way that cannot fail silently.
        let (codes, success) =
            model.ok_or_else(|| syn::Error::new_spanned(&input.ident, "nothing to derive"))?;
        Ok(Model { codes, success })
    })
}

/// Reports roles that two codes have, and a success to be tried again.
fn check_roles(codes: &TextEnum<Code>, errors: &mut Errors) {
    for (number, known) in codes.known.iter().enumerate() {
        let Some((role, span)) = &known.more.role else {
            continue;
        };
        let same = codes.known.iter().take(number).find(|earlier| {
            earlier
                .more
                .role
                .as_ref()
                .is_some_and(|(earlier, _)| earlier == role)
        });
        if let Some(same) = same {
            errors.at(
                *span,
                format_args!("`{}` already has the role `{}`", same.variant, role.name()),
            );
        }
        if let (Role::Success, Some(retryable)) = (role, known.more.retryable) {
            errors.at(retryable, "a call that was carried out is not sent again");
        }
    }
}
