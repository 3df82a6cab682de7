//! `#[derive(Validate)]`: from attributes to calls of the rules of koo-runtime.
//!
//! In four steps: [`syntax`] reads the attributes, [`check`] finds what is wrong with them and makes the [`model`], and
//! [`emit`] writes it as Rust.

mod applicability;
mod check;
mod condition;
mod emit;
mod model;
mod syntax;
#[cfg(test)]
mod tests;
mod wording;

use proc_macro2::TokenStream;
use syn::DeriveInput;

/// Expands the derive.
pub(crate) fn derive(input: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    match check::check(&input) {
        Ok(model) => emit::emit(&model),
        Err(error) => error.into_compile_error(),
    }
}
