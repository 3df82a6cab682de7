//! Writes what every enum of texts has.

use proc_macro2::TokenStream;
use quote::quote;

use super::TextEnum;

/// Conversions, comparison in conditions, reading, writing and checking.
pub(crate) fn emit<T>(model: &TextEnum<T>) -> TokenStream {
    let TextEnum {
        runtime,
        visibility,
        name,
        known,
        other,
    } = model;
    let validate = quote!(#runtime::validate);
    let private = quote!(#validate::__private);
    let variants: Vec<_> = known.iter().map(|known| &known.variant).collect();
    let texts: Vec<_> = known.iter().map(|known| &known.text).collect();
    quote! {
        #[automatically_derived]
        #[allow(dead_code)]
        impl #name {
            /// The texts that variants name, in the order of the variants.
            #visibility const KNOWN: &'static [&'static str] = &[#(#texts),*];

            /// The text on the wire.
            #visibility fn as_str(&self) -> &str {
                match self {
                    #(Self::#variants => #texts,)*
                    Self::#other(text) => text.as_str(),
                }
            }

            /// Whether a variant names the text.
            #visibility fn is_known(&self) -> bool {
                !::core::matches!(self, Self::#other(_))
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<&str> for #name {
            fn from(text: &str) -> Self {
                match text {
                    #(#texts => Self::#variants,)*
                    other => Self::#other(::std::string::String::from(other)),
                }
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<::std::string::String> for #name {
            fn from(text: ::std::string::String) -> Self {
                match text.as_str() {
                    #(#texts => Self::#variants,)*
                    _ => Self::#other(text),
                }
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            fn fmt(&self, out: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                out.pad(self.as_str())
            }
        }

        #[automatically_derived]
        impl #private::serde::Serialize for #name {
            fn serialize<S>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error>
            where
                S: #private::serde::Serializer,
            {
                serializer.serialize_str(self.as_str())
            }
        }

        #[automatically_derived]
        impl<'de> #private::serde::Deserialize<'de> for #name {
            fn deserialize<D>(deserializer: D) -> ::core::result::Result<Self, D::Error>
            where
                D: #private::serde::Deserializer<'de>,
            {
                #private::deserialize_text(deserializer)
            }
        }

        #[automatically_derived]
        impl #validate::AsText for #name {
            #[inline]
            fn as_text(&self) -> ::core::option::Option<&str> {
                ::core::option::Option::Some(self.as_str())
            }
        }

        #[automatically_derived]
        impl #validate::Operand for #name {
            type Value<'a> = &'a str;

            #[inline]
            fn operand(&self) -> ::core::option::Option<&str> {
                ::core::option::Option::Some(self.as_str())
            }
        }

        #[automatically_derived]
        impl #validate::Validate for #name {
            #[inline]
            fn violations(&self, at: &#validate::Path<'_>, found: &mut #validate::Violations) {
                if !self.is_known() {
                    #validate::rules::one_of(self, Self::KNOWN, *at, found);
                }
            }
        }
    }
}
