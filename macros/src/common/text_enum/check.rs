//! Reads an enum of texts, and reports what is wrong with it.

use proc_macro2::TokenStream;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::spanned::Spanned as _;
use syn::{Attribute, Data, DeriveInput, Fields, Ident, LitStr, Type, Variant};

use super::{Known, TextEnum};
use crate::common::attributes::named;
use crate::common::crate_path::crate_path;
use crate::common::errors::Errors;

/// A derive for enums of texts.
pub(crate) struct Kind {
    /// Name of the derive.
    pub(crate) derive: &'static str,
    /// Name of the attribute on variants.
    pub(crate) attribute: &'static str,
    /// What the attribute looks like on a variant with a text of its own.
    pub(crate) example: &'static str,
}

/// What the attribute on a variant says.
pub(crate) enum Marker<T> {
    Known(LitStr, T),
    Other,
}

/// What an attribute on a variant begins with: the text, or `None` for `other`, which stands alone.
pub(crate) fn text_or_other(
    input: ParseStream<'_>,
    errors: &mut Errors,
) -> syn::Result<Option<LitStr>> {
    if input.peek(LitStr) {
        return input.parse().map(Some);
    }
    let span = input.span();
    let is_other = input
        .call(Ident::parse_any)
        .is_ok_and(|word| word == "other");
    // Whatever follows would be reported as unexpected besides.
    let rest: TokenStream = input.parse()?;
    if !is_other {
        return Err(syn::Error::new(span, "expected a text, or `other`"));
    }
    if !rest.is_empty() {
        errors.on(rest, "nothing follows `other`");
    }
    Ok(None)
}

/// Reads the enum, with `read` for the attribute on each variant. `None` if something is so wrong that there is
/// nothing to write; all that is wrong is in `errors`.
pub(crate) fn check<T>(
    kind: &Kind,
    input: &DeriveInput,
    errors: &mut Errors,
    mut read: impl FnMut(&Attribute, &mut Errors) -> Option<Marker<T>>,
) -> Option<TextEnum<T>> {
    let runtime = crate_path(&input.attrs, errors);
    let derive = kind.derive;
    let data = match &input.data {
        Data::Enum(data) => data,
        Data::Struct(data) => {
            errors.on(
                data.struct_token,
                format_args!("`{derive}` is derived for enums, not for structs"),
            );
            return None;
        }
        Data::Union(data) => {
            errors.on(
                data.union_token,
                format_args!("`{derive}` is derived for enums, not for unions"),
            );
            return None;
        }
    };
    for attribute in named(&input.attrs, kind.attribute) {
        errors.on(
            attribute,
            format_args!("`#[{}(…)]` goes on variants", kind.attribute),
        );
    }
    if !input.generics.params.is_empty() {
        errors.on(
            &input.generics,
            format_args!("an enum that derives `{derive}` has no parameters: it holds texts only"),
        );
    }
    let mut known: Vec<Known<T>> = Vec::new();
    let mut other: Option<Ident> = None;
    for variant in &data.variants {
        match marker(kind, variant, errors, &mut read) {
            None => {}
            Some(Marker::Known(text, more)) => {
                check_known(variant, &text, &known, errors);
                known.push(Known {
                    variant: variant.ident.clone(),
                    text,
                    more,
                });
            }
            Some(Marker::Other) => {
                check_other(variant, other.as_ref(), errors);
                other.get_or_insert_with(|| variant.ident.clone());
            }
        }
    }
    if known.is_empty() {
        let example = kind.example;
        errors.on(
            &input.ident,
            format_args!("no variant has a text of its own: `{example}`"),
        );
    }
    let Some(other) = other else {
        errors.on(
            &input.ident,
            format_args!(
                "no variant keeps the texts that no other variant names; add `#[{}(other)] Other(String)`",
                kind.attribute
            ),
        );
        return None;
    };
    Some(TextEnum {
        runtime,
        visibility: input.vis.clone(),
        name: input.ident.clone(),
        known,
        other,
    })
}

/// What the variant's attribute says, if it has exactly one that says something.
fn marker<T>(
    kind: &Kind,
    variant: &Variant,
    errors: &mut Errors,
    read: &mut impl FnMut(&Attribute, &mut Errors) -> Option<Marker<T>>,
) -> Option<Marker<T>> {
    let mut attributes = named(&variant.attrs, kind.attribute);
    let Some(attribute) = attributes.next() else {
        let (attribute, example) = (kind.attribute, kind.example);
        errors.on(
            &variant.ident,
            format_args!(
                "what is this variant on the wire? Add `{example}`, or `#[{attribute}(other)]`"
            ),
        );
        return None;
    };
    for again in attributes {
        errors.on(
            again,
            format_args!("`#[{}(…)]` is given twice", kind.attribute),
        );
    }
    read(attribute, errors)
}

fn check_known<T>(variant: &Variant, text: &LitStr, known: &[Known<T>], errors: &mut Errors) {
    if !matches!(variant.fields, Fields::Unit) {
        errors.on(
            &variant.fields,
            "a variant with a text of its own holds nothing; only the one for other texts holds a `String`",
        );
    }
    if let Some(same) = known
        .iter()
        .find(|known| known.text.value() == text.value())
    {
        errors.on(
            text,
            format_args!(
                "`{}` is already the text of `{}`",
                text.value(),
                same.variant
            ),
        );
    }
}

fn check_other(variant: &Variant, other: Option<&Ident>, errors: &mut Errors) {
    if let Some(other) = other {
        errors.on(
            &variant.ident,
            format_args!("`{other}` already keeps the texts that no other variant names"),
        );
    }
    let Fields::Unnamed(fields) = &variant.fields else {
        errors.on(
            variant,
            format_args!(
                "the variant for other texts holds one: `{}(String)`",
                variant.ident
            ),
        );
        return;
    };
    let mut types = fields.unnamed.iter().map(|field| &field.ty);
    match (types.next(), types.next()) {
        (Some(ty), None) if is_string(ty) => {}
        _ => errors.at(
            fields.span(),
            format_args!(
                "the variant for other texts holds one: `{}(String)`",
                variant.ident
            ),
        ),
    }
}

fn is_string(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "String"))
}
