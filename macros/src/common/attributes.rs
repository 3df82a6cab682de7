//! Attributes of the form `#[name(entry, entry = value, entry(…))]`.

use proc_macro2::{Ident, TokenStream};
use syn::ext::IdentExt as _;
use syn::parse::{ParseBuffer, ParseStream};
use syn::{Attribute, Meta, Token};

use super::errors::Errors;

/// Reads every entry of `attribute`. A mistake in one does not hide those in the next.
pub(crate) fn each_entry(
    attribute: &Attribute,
    errors: &mut Errors,
    mut read: impl FnMut(&Ident, ParseStream<'_>, &mut Errors) -> syn::Result<()>,
) {
    let Meta::List(list) = &attribute.meta else {
        let name = path_name(attribute);
        errors.on(&attribute.meta, format_args!("expected `#[{name}(…)]`"));
        return;
    };
    let outcome = list.parse_args_with(|input: ParseStream<'_>| {
        entries(input, errors, &mut read);
        Ok(())
    });
    errors.take(outcome);
}

/// Reads every entry in `input`, up to its end.
pub(crate) fn entries(
    input: ParseStream<'_>,
    errors: &mut Errors,
    read: &mut dyn FnMut(&Ident, ParseStream<'_>, &mut Errors) -> syn::Result<()>,
) {
    while !input.is_empty() {
        let outcome = input
            .call(Ident::parse_any)
            .and_then(|name| read(&name, input, errors))
            .and_then(|()| {
                if input.is_empty() {
                    Ok(())
                } else {
                    input.parse::<Token![,]>().map(|_| ())
                }
            });
        if errors.take(outcome).is_none() {
            skip_past_comma(input);
        }
    }
}

/// The parentheses next in `input`, read by `read`, which need not read to their end if it fails.
pub(crate) fn in_parentheses<T>(
    input: ParseStream<'_>,
    read: impl FnOnce(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<T> {
    let content: ParseBuffer<'_>;
    syn::parenthesized!(content in input);
    let outcome = read(&content).and_then(|value| {
        if content.is_empty() {
            Ok(value)
        } else {
            Err(content.error("unexpected token"))
        }
    });
    // What is left would be reported a second time.
    drop(content.parse::<TokenStream>());
    outcome
}

/// The attributes called `name`.
pub(crate) fn named<'a>(
    attributes: &'a [Attribute],
    name: &str,
) -> impl Iterator<Item = &'a Attribute> {
    attributes
        .iter()
        .filter(move |attribute| attribute.path().is_ident(name))
}

fn path_name(attribute: &Attribute) -> String {
    attribute
        .path()
        .get_ident()
        .map(ToString::to_string)
        .unwrap_or_default()
}

fn skip_past_comma(input: ParseStream<'_>) {
    while !input.is_empty() {
        if input
            .parse::<Option<Token![,]>>()
            .is_ok_and(|comma| comma.is_some())
        {
            return;
        }
        // Groups are one token each, so a comma inside one does not count.
        if input.parse::<proc_macro2::TokenTree>().is_err() {
            return;
        }
    }
}
