//! The result codes of a family.

use koo_spec::catalogue::{Code, CodeRole, Family};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs::{self, Docs};
use super::names;

/// Whether the family has result codes that generated code can work with.
pub(super) fn has_codes(family: &Family) -> bool {
    family
        .codes
        .values()
        .any(|code| code.role == Some(CodeRole::Success))
}

/// The variant of a code.
pub(super) fn variant(family: &Family, code: &str) -> Option<proc_macro2::Ident> {
    family.codes.get(code).map(|code| names::r#type(&code.name))
}

/// The enumeration of the codes.
pub(super) fn item(family: &Family) -> TokenStream {
    let title = docs::title(&family.title);
    let summary = Docs::new(format!("Result codes of {title}.")).outer(0);
    let variants = family.codes.values().map(|code| one(family, code));
    quote! {
        #summary
        #[derive(Clone, Debug, PartialEq, Eq, Hash, koo_runtime::ResultCode)]
        pub enum ResultCode {
            #(#variants)*
            /// A code the contract does not list, kept as received.
            #[code(other)]
            Other(String),
        }
    }
}

fn one(family: &Family, code: &Code) -> TokenStream {
    let mut docs = Docs::new(docs::sentence(&code.doc.en));
    if !code.applies_to.is_empty() {
        let interfaces: Vec<_> = code
            .applies_to
            .iter()
            .map(|interface| interface.value.as_str())
            .collect();
        docs.paragraph(format!("Answered by {}.", interfaces.join(", ")));
    }
    for meaning in &code.meanings {
        let interfaces: Vec<_> = meaning
            .applies_to
            .iter()
            .map(|interface| interface.value.as_str())
            .collect();
        docs.point(format!(
            "{}: {}",
            interfaces.join(", "),
            docs::sentence(&meaning.doc.en)
        ));
    }
    if let Some(note) = &code.provenance.note {
        docs.paragraph(docs::sentence(&note.en));
    }
    docs.markdown(docs::source(family, &code.provenance, &code.sites));
    let (docs, wire, name) = (docs.outer(4), &code.code, names::r#type(&code.name));
    let role = code.role.map(|role| {
        let role = format_ident!("{}", role.as_str().replace('-', "_"));
        quote! { role = #role }
    });
    let success =
        (code.success && code.role != Some(CodeRole::Success)).then(|| quote! { success });
    let retryable = code.retryable.then(|| quote! { retryable });
    let meaning = code.doc.en.trim().trim_end_matches('.');
    let summary = docs::sentence(&code.doc.en);
    // The macro takes the meaning from the documentation, where that says it word for word.
    let is_documented = docs::is_plain(&summary) && summary.strip_suffix('.') == Some(meaning);
    let meaning = (!is_documented).then(|| quote! { meaning = #meaning });
    let said: Vec<_> = [Some(quote! { #wire }), role, success, retryable, meaning]
        .into_iter()
        .flatten()
        .collect();
    quote! { #docs #[code(#(#said),*)] #name, }
}
