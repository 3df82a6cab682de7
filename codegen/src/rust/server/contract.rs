//! The trait of a party: one method for each interface.

use koo_spec::catalogue::{CodeRole, Interface, Need};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::super::docs::{self, Docs};
use super::super::{interface, names};
use super::plan::{Party, Plan};
use super::{examples, refusal};

/// The trait.
pub(super) fn item(plan: &Plan<'_>) -> TokenStream {
    let title = docs::title(&plan.family.title);
    let mut docs = match plan.party {
        Party::Merchant => {
            let mut docs = Docs::new(format!("The merchant's side of {title}."));
            docs.paragraph(
                "Every method may be called again for the same event: the call says so through its idempotency key. \
                 Methods may be written as `async fn`.",
            );
            docs
        }
        Party::Platform => {
            let mut docs = Docs::new(format!(
                "The platform's side of {title}, for a merchant's tests."
            ));
            docs.paragraph(
                "Every method answers what the documentation shows, unless it is implemented. Methods may be written as \
                 `async fn`.",
            );
            docs
        }
    };
    if plan.party == Party::Merchant && plan.groups.len() > 1 {
        docs.paragraph(
            "Which methods are called depends on the keys in the settings: those of a group without keys are not.",
        );
    }
    let docs = docs.outer(0);
    let name = format_ident!("{}", plan.party.trait_name());
    let methods = plan
        .interfaces
        .iter()
        .map(|interface| method(plan, interface));
    quote! {
        #docs
        pub trait #name: Send + Sync + 'static {
            #(#methods)*
        }
    }
}

fn method(plan: &Plan<'_>, interface: &Interface) -> TokenStream {
    let name = names::value(&interface.id);
    let (request, reply) = (
        names::item(&interface::request_name(interface)),
        names::item(&interface::reply_name(interface)),
    );
    let mut docs = Docs::new(docs::sentence(&docs::title(&interface.title)));
    if let Some(text) = &interface.doc {
        docs.paragraph(docs::sentence(&text.en));
    }
    let signature = quote! {
        fn #name(&self, call: Call<#request>) -> impl Future<Output = Answer<#reply>> + Send
    };
    if plan.party == Party::Platform {
        let docs = docs.outer(4);
        let examples = examples::reference(interface);
        let code = refusal::code(plan, interface, CodeRole::NotFound);
        return quote! {
            #docs
            #signature {
                let answer = documented(&call, #examples, #code);
                async { answer }
            }
        };
    }
    if is_optional(plan, interface) {
        docs.paragraph("Optional: without an implementation of its own the call is refused.");
        let docs = docs.outer(4);
        let id = &interface.id;
        return quote! {
            #docs
            #signature {
                let _ = call;
                async { not_offered(#id) }
            }
        };
    }
    let docs = docs.outer(4);
    quote! { #docs #signature; }
}

/// Whether no merchant must have the interface: no product needs it, or there are groups to choose from.
pub(super) fn is_optional(plan: &Plan<'_>, interface: &Interface) -> bool {
    let family = plan.family;
    plan.groups.len() > 1
        || !family.applicability.is_empty() && family.need(&interface.id) != Some(Need::Mandatory)
}

/// What is answered where a merchant leaves an interface out.
pub(super) fn not_offered(plan: &Plan<'_>) -> TokenStream {
    let code = [CodeRole::Parameter, CodeRole::Internal]
        .into_iter()
        .find_map(|role| refusal::code_of(plan, None, role));
    let code = code.map_or_else(
        || quote! { ResultCode::from("") },
        |code| {
            let variant = names::r#type(&code.name);
            quote! { ResultCode::#variant }
        },
    );
    quote! {
        fn not_offered<R>(interface: &str) -> Answer<R> {
            let message = format!("{interface} is not offered");
            Err(Refusal::new(#code, message))
        }
    }
}
