//! The `verify` of a scheme, and the readings it tries.

use koo_spec::catalogue::Compare;
use koo_spec::recipe::{Kind, MESSAGE_PARTS, Recipe};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::super::docs::Docs;
use super::super::names;
use super::super::recipe::{Renderer, Scope};
use super::tokens::{read, reference_type};
use super::{Emitter, wire_name};

impl Emitter<'_> {
    pub(super) fn verify(&mut self) -> TokenStream {
        let needed = self.needed_values();
        let read: Vec<_> = self
            .scheme
            .carries
            .iter()
            .filter_map(|carried| read(carried, &needed))
            .collect();
        let evidence = self.evidence();
        let compare = match self.scheme.compare {
            Compare::Exact => "equal",
            Compare::IgnoreCase => "equal_ignoring_case",
        };
        self.functions.insert(compare);
        let compare = format_ident!("{compare}");
        let alternative = self.alternative();
        let comparisons: Vec<_> = self
            .scheme
            .equals
            .iter()
            .map(|(target, recipe)| {
                let expected = self.expected(&target.value, recipe);
                let received = names::variable(&target.value);
                let call = self.call(&expected, recipe, alternative.map(|(name, _)| name));
                let variable = &expected.method;
                let (value, comparison) = if expected.fallible {
                    let compare =
                        quote!(#variable.is_ok_and(|expected| #compare(expected, #received)));
                    (call, compare)
                } else {
                    (call, quote!(#compare(#variable, #received)))
                };
                (quote! { let #variable = #value; }, comparison)
            })
            .collect();
        let (values, comparisons): (Vec<_>, Vec<_>) = comparisons.into_iter().unzip();
        let first = self
            .scheme
            .equals
            .first()
            .map(|(target, _)| target.value.as_str())
            .unwrap_or_default();
        let first = wire_name(self.scheme, first);
        let body = match alternative {
            None => quote! {
                #(#values)*
                if #(#comparisons)&&* {
                    return Ok(#evidence);
                }
            },
            Some((name, readings)) => {
                let ident = names::variable(name);
                let kind = reference_type(self.kind_of_argument(name));
                let mut renderer = Renderer::on_message();
                let mut scope = self.base_scope();
                let steps = self.steps(readings, &mut renderer, &mut scope);
                self.functions.extend(&renderer.functions);
                let tries: Vec<_> = readings
                    .iter()
                    .map(|reading| self.attempt(reading, &scope))
                    .collect();
                quote! {
                    #(#steps)*
                    let matches = |#ident: #kind| {
                        #(#values)*
                        #(#comparisons)&&*
                    };
                    if #(#tries)||* {
                        return Ok(#evidence);
                    }
                }
            }
        };
        quote! {
            fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
                #(#read)*
                #body
                Err(SchemeError::Mismatch(#first))
            }
        }
    }

    /// Whether one reading matches; a reading that cannot be worked out does not.
    pub(super) fn attempt(&mut self, reading: &Recipe, scope: &Scope) -> TokenStream {
        let Some(tree) = &reading.tree else {
            return quote!(false);
        };
        let mut renderer = Renderer::on_message();
        let rendered = renderer.render(tree, scope);
        let fallible = renderer.fallible;
        self.functions.extend(&renderer.functions);
        let reference = rendered.by_reference();
        if !fallible {
            return quote!(matches(#reference));
        }
        let text = reference.to_string();
        match text
            .strip_suffix('?')
            .and_then(|text| text.trim().strip_prefix('&'))
            .and_then(|text| syn::parse_str::<syn::Expr>(text).ok())
        {
            Some(call) if text.matches('?').count() == 1 => {
                quote!(#call.is_ok_and(|reading| matches(&reading)))
            }
            _ if self.is_own_method(reading) => {
                let method = self.reading_method(reading);
                quote!(Self::#method(message).is_ok_and(|reading| matches(&reading)))
            }
            _ => quote!((|| Ok::<_, SchemeError>(matches(#reference)))().unwrap_or(false)),
        }
    }

    /// Whether a reading is worked out by a method of its own: it can fail in several places and needs the message only.
    pub(super) fn is_own_method(&self, reading: &Recipe) -> bool {
        let Some(tree) = &reading.tree else {
            return false;
        };
        let mut renderer = Renderer::on_message();
        let rendered = renderer.render(tree, &self.base_scope());
        let is_part = |name: &str| MESSAGE_PARTS.iter().any(|(part, _)| *part == name);
        rendered.owned
            && rendered.tokens.to_string().matches('?').count() > 1
            && tree.names().into_iter().all(|(name, _)| is_part(name))
    }

    pub(super) fn reading_method(&self, reading: &Recipe) -> Ident {
        let (name, readings) = self.alternative().unwrap_or_default();
        let number = readings
            .iter()
            .position(|other| other == reading)
            .unwrap_or_default()
            + 1;
        names::value(&format!("{name}_reading_{number}"))
    }

    /// The methods that work out readings.
    pub(super) fn reading_methods(&mut self) -> Vec<TokenStream> {
        let readings = self
            .alternative()
            .map(|(_, readings)| readings)
            .unwrap_or_default();
        let mut methods = Vec::new();
        for reading in readings {
            let Some(tree) = reading
                .tree
                .as_ref()
                .filter(|_| self.is_own_method(reading))
            else {
                continue;
            };
            let mut renderer = Renderer::on_message();
            let rendered = renderer.render(tree, &self.base_scope());
            self.functions.extend(&renderer.functions);
            let (method, tokens) = (self.reading_method(reading), rendered.tokens);
            let output = match rendered.kind {
                Kind::Bytes => quote!(Vec<u8>),
                Kind::Pairs => quote!(Vec<(String, String)>),
                Kind::Text | Kind::Integer => quote!(String),
            };
            let docs = Docs::new(format!("One reading: `{}`.", reading.source)).outer(4);
            methods.push(quote! {
                #docs
                fn #method(message: &Message<'_>) -> Result<#output, SchemeError> {
                    Ok(#tokens)
                }
            });
        }
        methods
    }

    pub(super) fn evidence(&self) -> TokenStream {
        if self.scheme.fresh.is_none() && self.scheme.once.is_none() {
            return quote!(Evidence::default());
        }
        let part = |name: Option<&str>| match name {
            Some(name) => {
                let ident = names::variable(name);
                quote!(Some(#ident))
            }
            None => quote!(None),
        };
        let timestamp = part(
            self.scheme
                .fresh
                .as_ref()
                .map(|(name, _)| name.value.as_str()),
        );
        let nonce = part(self.scheme.once.as_ref().map(|name| name.value.as_str()));
        quote!(Evidence { timestamp: #timestamp, nonce: #nonce })
    }
}
