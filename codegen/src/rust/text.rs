//! Texts that are put together from parts: a struct with the parts, and both ways.

use koo_spec::catalogue::{ComposedText, Family, LetterCase};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::docs::{self, Docs};
use super::imports::{Import, imports};
use super::names;

/// The structs of a family's composed texts, behind their imports.
pub(super) fn items(family: &Family) -> Vec<TokenStream> {
    let types = ["ComposedError", "Layout", "LetterCase", "Part"];
    let mut items = imports([
        Import::of("koo_runtime", ["Redact"]),
        Import::of("koo_runtime::composed", types),
    ]);
    for (name, text) in &family.texts {
        items.push(definition(family, name, text));
        items.push(methods(name, text));
    }
    items
}

fn definition(family: &Family, name: &str, text: &ComposedText) -> TokenStream {
    let mut docs = Docs::default();
    if let Some(title) = &text.title {
        docs.paragraph(docs::sentence(&docs::title(title)));
    }
    docs.paragraph(docs::sentence(&text.doc.en));
    let parts: Vec<_> = text
        .parts
        .keys()
        .map(|part| format!("{{{part}}}"))
        .collect();
    docs.block(format!(
        "```text\n{}\n```",
        parts.join(&text.separator.value)
    ));
    for example in &text.examples {
        docs.markdown(format!("Such as `{}`.", example.value));
    }
    if let Some(note) = &text.provenance.note {
        docs.paragraph(docs::sentence(&note.en));
    }
    docs.markdown(docs::source(family, &text.provenance, &[]));
    let docs = docs.outer(0);
    let redact = text.sensitive.then(|| quote! { #[redact] });
    let fields = text.parts.iter().map(|(name, part)| {
        let docs = Docs::new(docs::sentence(&part.doc.en)).outer(4);
        let field = names::value(name);
        let r#type = if part.separator.is_some() {
            quote! { Vec<String> }
        } else {
            quote! { Option<String> }
        };
        quote! { #docs #redact pub #field: #r#type, }
    });
    let name = names::item(name);
    quote! {
        #docs
        #[derive(Clone, Default, PartialEq, Eq, Redact)]
        pub struct #name {
            #(#fields)*
        }
    }
}

fn methods(name: &str, text: &ComposedText) -> TokenStream {
    let name = names::item(name);
    let separator = &text.separator.value;
    let parts = text.parts.iter().map(|(name, part)| {
        let separator = match &part.separator {
            Some(separator) => {
                let separator = &separator.value;
                quote! { Some(#separator) }
            }
            None => quote! { None },
        };
        quote! { Part { name: #name, separator: #separator } }
    });
    let letter_case = match text.letter_case {
        LetterCase::Any => quote! { LetterCase::Any },
        LetterCase::Upper => quote! { LetterCase::Upper },
        LetterCase::Lower => quote! { LetterCase::Lower },
    };
    let max_bytes = match text.max_bytes.map(Literal::u64_unsuffixed) {
        Some(max) => quote! { Some(#max) },
        None => quote! { None },
    };
    let fields: Vec<_> = text.parts.keys().map(|name| names::value(name)).collect();
    let slices = fields.iter().map(|field| quote! { self.#field.as_slice() });
    let own = text.parts.iter().zip(&fields).map(|((_, part), field)| {
        if part.separator.is_some() {
            quote! { #field }
        } else {
            quote! { #field: #field.into_iter().next() }
        }
    });
    let layout = Docs::new("How the text is put together.").outer(4);
    let compose = Docs::new("The text, its letters in the right case.")
        .paragraph("An error if a part holds a separator, or the whole is too long.")
        .outer(4);
    let parse = Docs::new("Takes a text apart, and refuses one that breaks a rule.").outer(4);
    quote! {
        impl #name {
            #layout
            pub const LAYOUT: Layout<'static> = Layout {
                separator: #separator,
                parts: &[#(#parts),*],
                letter_case: #letter_case,
                max_bytes: #max_bytes,
            };

            #compose
            pub fn compose(&self) -> Result<String, ComposedError> {
                let parts = [#(#slices),*];
                Self::LAYOUT.compose(&parts)
            }

            #parse
            pub fn parse(text: &str) -> Result<Self, ComposedError> {
                let [#(#fields),*] = Self::LAYOUT.split_into(text)?;
                Ok(Self { #(#own),* })
            }
        }
    }
}
