//! Methods of models whose fields travel encrypted.

use koo_spec::catalogue::{Cipher, Family, Parameter, Presence, Type};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::super::docs::Docs;
use super::super::names;

/// The methods by which a model decrypts and encrypts its fields, if any travels encrypted.
pub(in crate::rust) fn methods(
    family: &Family,
    name: &str,
    parameters: &[&Parameter],
) -> Option<TokenStream> {
    let methods: Vec<_> = parameters
        .iter()
        .filter(|parameter| parameter.r#type.value == Type::String)
        .filter_map(|parameter| {
            let cipher = family.ciphers.get(&parameter.encrypted.as_ref()?.value)?;
            Some(field_methods(parameter, cipher))
        })
        .collect();
    let name = names::item(name);
    (!methods.is_empty()).then(|| quote! { impl #name { #(#methods)* } })
}

fn field_methods(parameter: &Parameter, cipher: &Cipher) -> TokenStream {
    let field = names::field(parameter);
    let plain_name = names::file(&field);
    let is_mandatory = parameter.presence == Presence::Mandatory;
    let decrypt = cipher.decrypt.is_some().then(|| {
        let method = format_ident!("{plain_name}_decrypted");
        let absent = if is_mandatory { "" } else { "; `None` if it is absent" };
        let docs = Docs::new(format!("`{plain_name}` in the clear{absent}.")).outer(4);
        let (output, body) = if is_mandatory {
            (quote! { Secret }, quote! { cipher.decrypt(&self.#field) })
        } else {
            (
                quote! { Option<Secret> },
                quote! { self.#field.as_deref().map(|sealed| cipher.decrypt(sealed)).transpose() },
            )
        };
        quote! {
            #docs
            pub fn #method(&self, cipher: &(impl Decrypt + ?Sized)) -> Result<#output, CipherError> {
                #body
            }
        }
    });
    let encrypt = cipher.encrypt.is_some().then(|| {
        let method = format_ident!("encrypt_{plain_name}");
        let docs = Docs::new(format!("Puts a value into `{plain_name}`, encrypted.")).outer(4);
        let value = if is_mandatory {
            quote! { cipher.encrypt(plain)? }
        } else {
            quote! { Some(cipher.encrypt(plain)?) }
        };
        quote! {
            #docs
            pub fn #method(
                &mut self,
                plain: &str,
                cipher: &(impl Encrypt + ?Sized),
            ) -> Result<(), CipherError> {
                self.#field = #value;
                Ok(())
            }
        }
    });
    quote! { #decrypt #encrypt }
}
