//! `#[derive(Redact)]`: a `Debug` that shows `***` for what is sensitive.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Data, DeriveInput, Field, Fields, Generics, Ident, Meta, parse_quote};

use crate::common::attributes::named;
use crate::common::errors::Errors;
use crate::common::shape::contains;

#[cfg(test)]
mod tests;

/// Expands the derive.
pub(crate) fn derive(input: TokenStream) -> TokenStream {
    match syn::parse2(input).and_then(|input| check(&input)) {
        Ok(model) => emit(&model),
        Err(error) => error.into_compile_error(),
    }
}

/// The implementation of `Debug` for one type.
struct Model {
    name: Ident,
    generics: Generics,
    /// One for a struct, any number for an enum.
    forms: Vec<Form>,
}

/// A struct, or a variant of an enum.
struct Form {
    /// The variant; `None` for a struct.
    variant: Option<Ident>,
    /// The name that is shown.
    shown_name: String,
    fields: Shown,
}

/// The fields of a form.
enum Shown {
    None,
    Named(Vec<(Ident, Part)>),
    Unnamed(Vec<Part>),
}

/// A field.
#[derive(Clone, Copy)]
struct Part {
    show: Show,
    /// Where the compiler's complaint points if the field's type has no `Debug`.
    span: Span,
}

/// What of a field is shown.
#[derive(Clone, Copy, PartialEq)]
enum Show {
    Value,
    Asterisks,
}

fn check(input: &DeriveInput) -> syn::Result<Model> {
    let mut errors = Errors::new();
    refuse(&input.attrs, "a field", &mut errors);
    let mut generics = input.generics.clone();
    let forms: Vec<_> = match &input.data {
        Data::Struct(data) => vec![form(
            None,
            &input.ident,
            &data.fields,
            &mut generics,
            &mut errors,
        )],
        Data::Enum(data) => data
            .variants
            .iter()
            .map(|variant| {
                refuse(&variant.attrs, "the fields of a variant", &mut errors);
                let name = &variant.ident;
                form(
                    Some(name),
                    name,
                    &variant.fields,
                    &mut generics,
                    &mut errors,
                )
            })
            .collect(),
        Data::Union(data) => {
            errors.on(
                data.union_token,
                "`Redact` is derived for structs and enums, not for unions",
            );
            Vec::new()
        }
    };
    errors.finish(Model {
        name: input.ident.clone(),
        generics,
        forms,
    })
}

/// Reports `#[redact]` where it means nothing.
fn refuse(attributes: &[syn::Attribute], place: &str, errors: &mut Errors) {
    for attribute in named(attributes, "redact") {
        errors.on(attribute, format_args!("`#[redact]` goes on {place}"));
    }
}

fn form(
    variant: Option<&Ident>,
    name: &Ident,
    fields: &Fields,
    generics: &mut Generics,
    errors: &mut Errors,
) -> Form {
    let mut part = |field: &Field| {
        let show = show(field, errors);
        if show == Show::Value {
            ask_for_debug(field, generics);
        }
        let span = match &field.ident {
            Some(name) => name.span(),
            None => field.ty.span(),
        };
        // The place of the field, but the names of the expansion.
        let span = span.resolved_at(Span::mixed_site());
        Part { show, span }
    };
    let fields = match fields {
        Fields::Unit => Shown::None,
        Fields::Named(fields) => Shown::Named(
            fields
                .named
                .iter()
                .filter_map(|field| Some((field.ident.clone()?, part(field))))
                .collect(),
        ),
        Fields::Unnamed(fields) => Shown::Unnamed(fields.unnamed.iter().map(part).collect()),
    };
    Form {
        variant: variant.cloned(),
        shown_name: plain(name),
        fields,
    }
}

fn show(field: &Field, errors: &mut Errors) -> Show {
    let mut show = Show::Value;
    for attribute in named(&field.attrs, "redact") {
        if !matches!(attribute.meta, Meta::Path(_)) {
            errors.on(
                &attribute.meta,
                "expected `#[redact]`, without anything more",
            );
        } else if show == Show::Asterisks {
            errors.on(attribute, "`#[redact]` is given twice");
        }
        show = Show::Asterisks;
    }
    show
}

/// A type parameter that is shown must have `Debug`; one that is only redacted need not.
fn ask_for_debug(field: &Field, generics: &mut Generics) {
    let ty = &field.ty;
    for parameter in generics.type_params_mut() {
        let debug: syn::TypeParamBound = parse_quote!(::core::fmt::Debug);
        if contains(quote!(#ty), &parameter.ident)
            && !parameter.bounds.iter().any(|bound| *bound == debug)
        {
            parameter.bounds.push(debug);
        }
    }
}

fn plain(name: &Ident) -> String {
    syn::ext::IdentExt::unraw(name).to_string()
}

fn emit(model: &Model) -> TokenStream {
    let Model {
        name,
        generics,
        forms,
    } = model;
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let arms = forms.iter().map(arm);
    let body = if forms.is_empty() {
        quote!(match *self {})
    } else {
        quote!(match self { #(#arms)* })
    };
    quote! {
        #[automatically_derived]
        impl #parameters ::core::fmt::Debug for #name #arguments #bounds {
            fn fmt(&self, out: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #body
            }
        }
    }
}

fn arm(form: &Form) -> TokenStream {
    let variant = form.variant.iter();
    let path = quote!(Self #(::#variant)*);
    let shown_name = &form.shown_name;
    match &form.fields {
        Shown::None => quote!(#path => out.write_str(#shown_name),),
        Shown::Named(fields) => {
            let bindings = fields.iter().enumerate().map(|(number, (name, part))| {
                let binding = pattern(*part, number);
                quote!(#name: #binding)
            });
            let calls = fields.iter().enumerate().map(|(number, (name, part))| {
                let (name, value) = (plain(name), shown(*part, number));
                quote!(.field(#name, #value))
            });
            quote!(#path { #(#bindings),* } => out.debug_struct(#shown_name) #(#calls)* .finish(),)
        }
        Shown::Unnamed(fields) => {
            let bindings = fields
                .iter()
                .enumerate()
                .map(|(number, part)| pattern(*part, number));
            let calls = fields.iter().enumerate().map(|(number, part)| {
                let value = shown(*part, number);
                quote!(.field(#value))
            });
            quote!(#path(#(#bindings),*) => out.debug_tuple(#shown_name) #(#calls)* .finish(),)
        }
    }
}

/// What takes the field in a pattern: a name, numbered so that it cannot be another name of the expansion.
fn pattern(part: Part, number: usize) -> TokenStream {
    match part.show {
        Show::Value => {
            let binding = format_ident!("field_{number}", span = part.span);
            quote!(#binding)
        }
        Show::Asterisks => quote!(_),
    }
}

/// What is shown for the field.
fn shown(part: Part, number: usize) -> TokenStream {
    match part.show {
        Show::Value => {
            let binding = format_ident!("field_{number}", span = part.span);
            // A reference to the binding, which works for fields without a size too.
            quote_spanned!(part.span=> &#binding)
        }
        Show::Asterisks => quote!(&::core::format_args!("***")),
    }
}
