//! Packages on disk: their rules as constants, and models of their structured files.

use heck::ToShoutySnakeCase;
use koo_spec::catalogue::{Artifact, Family, ForbiddenKind, Parameter, Presence};
use koo_spec::identifier::camel_case;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::docs::{self, Docs};
use super::enumeration::Enumerations;
use super::model::Model;

/// The structs of structured files with their parameters.
pub(super) fn owners(family: &Family) -> Vec<(String, Vec<&Parameter>)> {
    let mut owners = Vec::new();
    for (id, artifact) in &family.artifacts {
        for (pattern, file) in &artifact.files {
            if !file.fields.is_empty() {
                owners.push((file_name(id, pattern), file.fields.iter().collect()));
            }
        }
    }
    owners
}

/// The struct of a structured file: the package and the words of the pattern.
fn file_name(artifact: &str, pattern: &str) -> String {
    let words: String = pattern
        .chars()
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                '_'
            }
        })
        .collect();
    camel_case(&format!("{artifact}_{words}"))
}

/// The rules of a family's packages, and the models of their structured files.
pub(super) fn items(family: &Family, enumerations: &Enumerations) -> Vec<TokenStream> {
    let constants = family
        .artifacts
        .iter()
        .map(|(id, artifact)| constant(family, id, artifact));
    let mut items: Vec<_> = constants.collect();
    for (id, artifact) in &family.artifacts {
        for (pattern, file) in &artifact.files {
            if file.fields.is_empty() {
                continue;
            }
            let mut docs = Docs::new(format!("What `{pattern}` holds."));
            docs.paragraph(docs::sentence(&file.doc.en));
            docs.markdown(docs::source(family, &file.provenance, &[]));
            let model = Model {
                name: file_name(id, pattern),
                docs,
                parameters: file.fields.iter().collect(),
                fixed: Vec::new(),
            };
            items.extend(model.items(family, enumerations));
        }
    }
    items
}

fn constant(family: &Family, id: &str, artifact: &Artifact) -> TokenStream {
    let mut docs = Docs::new(docs::sentence(&docs::title(&artifact.title)));
    docs.paragraph(docs::sentence(&artifact.doc.en));
    if let Some(note) = &artifact.provenance.note {
        docs.paragraph(docs::sentence(&note.en));
    }
    for (pattern, file) in &artifact.files {
        let presence = match &file.presence {
            Presence::Mandatory => "mandatory: ",
            Presence::Optional | Presence::Conditional { .. } => "",
        };
        docs.point(format!(
            "`{pattern}`: {presence}{}",
            docs::sentence(&file.doc.en)
        ));
    }
    docs.markdown(docs::source(family, &artifact.provenance, &[]));
    let docs = docs.outer(0);
    let name = Ident::new(&id.to_shouty_snake_case(), Span::call_site());
    let file_names = artifact.names.iter().map(|name| &name.value);
    let max_bytes = optional(artifact.max_bytes);
    let files = artifact.files.iter().map(|(pattern, file)| {
        let required = file.presence == Presence::Mandatory;
        let (max_bytes, max_count) = (optional(file.max_bytes), optional(file.max_count));
        quote! {
            FileRule {
                pattern: #pattern,
                required: #required,
                max_bytes: #max_bytes,
                max_count: #max_count,
            }
        }
    });
    let forbidden = artifact.forbidden.iter().map(|(name, forbidden)| {
        let kind = kind(&forbidden.kind);
        let sites = forbidden.sites.iter().map(|site| &site.value);
        let why = &forbidden.doc.en;
        quote! {
            Forbidden {
                name: #name,
                kind: #kind,
                sites: &[#(#sites),*],
                why: #why,
            }
        }
    });
    quote! {
        #docs
        pub const #name: Package = Package {
            name: #id,
            file_names: &[#(#file_names),*],
            max_bytes: #max_bytes,
            files: &[#(#files),*],
            forbidden: &[#(#forbidden),*],
        };
    }
}

fn optional(number: Option<u64>) -> TokenStream {
    match number.map(Literal::u64_unsuffixed) {
        Some(number) => quote! { Some(#number) },
        None => quote! { None },
    }
}

fn kind(kind: &ForbiddenKind) -> TokenStream {
    match kind {
        ForbiddenKind::Text => quote! { ForbiddenKind::Text },
        ForbiddenKind::Function => quote! { ForbiddenKind::Function },
        ForbiddenKind::Resource => quote! { ForbiddenKind::Resource },
        ForbiddenKind::Block { within: None } => quote! { ForbiddenKind::Block(None) },
        ForbiddenKind::Block {
            within: Some(within),
        } => quote! { ForbiddenKind::Block(Some(#within)) },
        ForbiddenKind::File => quote! { ForbiddenKind::File },
    }
}
