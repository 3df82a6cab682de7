//! Writes what result codes have beyond other enums of texts.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::Model;
use crate::common::text_enum::{self, TextEnum};

/// Everything `ResultCode` derives.
pub(super) fn emit(model: &Model) -> TokenStream {
    let Model { codes, success } = model;
    let shared = text_enum::emit(codes);
    let TextEnum {
        runtime,
        visibility,
        name,
        known,
        ..
    } = codes;
    let successes = known
        .iter()
        .filter(|known| known.more.success.is_some() && known.variant != *success)
        .map(|known| &known.variant);
    let retryable: Vec<_> = known
        .iter()
        .filter(|known| known.more.retryable.is_some())
        .map(|known| &known.variant)
        .collect();
    let is_retryable = if retryable.is_empty() {
        quote!(false)
    } else {
        quote!(::core::matches!(self, #(Self::#retryable)|*))
    };
    let meanings = known.iter().filter_map(|known| {
        let (variant, meaning) = (&known.variant, known.more.meaning.as_ref()?);
        Some(quote!(Self::#variant => ::core::option::Option::Some(#meaning),))
    });
    let roles = known.iter().filter_map(|known| {
        let (role, _) = known.more.role?;
        let (role, variant) = (
            Ident::new(role.variant(), Span::call_site()),
            &known.variant,
        );
        Some(quote!(#runtime::CodeRole::#role => ::core::option::Option::Some(Self::#variant),))
    });
    quote! {
        #shared

        #[automatically_derived]
        #[allow(dead_code)]
        impl #name {
            /// Whether the code says that the call was carried out.
            #visibility fn is_success(&self) -> bool {
                ::core::matches!(self, Self::#success #(| Self::#successes)*)
            }

            /// Whether the caller is expected to send the call again.
            #visibility fn is_retryable(&self) -> bool {
                #is_retryable
            }

            /// The documented meaning, if there is one.
            #visibility fn meaning(&self) -> ::core::option::Option<&'static str> {
                match self {
                    #(#meanings)*
                    _ => ::core::option::Option::None,
                }
            }
        }

        #[automatically_derived]
        impl ::core::default::Default for #name {
            fn default() -> Self {
                Self::#success
            }
        }

        #[automatically_derived]
        impl #runtime::ResultCode for #name {
            fn for_role(role: #runtime::CodeRole) -> ::core::option::Option<Self> {
                match role {
                    #(#roles)*
                    _ => ::core::option::Option::None,
                }
            }

            fn as_str(&self) -> &str {
                Self::as_str(self)
            }

            fn meaning(&self) -> ::core::option::Option<&'static str> {
                Self::meaning(self)
            }

            fn is_success(&self) -> bool {
                Self::is_success(self)
            }

            fn is_retryable(&self) -> bool {
                Self::is_retryable(self)
            }
        }
    }
}
