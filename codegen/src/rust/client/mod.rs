//! The client of a family: a method for each interface that a merchant calls.

mod call;
mod headers;
mod interface;
mod xml;

use std::collections::BTreeSet;

use koo_spec::catalogue::{Family, Scheme, Type};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

pub(super) use call::Call;
pub(super) use headers::{headers_name, parameters as header_parameters};

use super::docs::{self, Docs};
use super::enumeration::Enumerations;
use super::imports::{Import, imports_with};
use super::{codes, names, scheme};

/// What the items of a client are written from.
pub(super) struct Emitter<'a> {
    /// The family with its variants as interfaces.
    family: &'a Family,
    calls: &'a [Call],
    enumerations: &'a Enumerations,
}

impl<'a> Emitter<'a> {
    pub(super) const fn new(
        family: &'a Family,
        calls: &'a [Call],
        enumerations: &'a Enumerations,
    ) -> Self {
        Self {
            family,
            calls,
            enumerations,
        }
    }

    /// The items of the client module.
    pub(super) fn items(&self, shared: &[String]) -> Vec<TokenStream> {
        let mut items = vec![
            Self::answer(),
            self.error(),
            self.definition(),
            self.implementation(),
        ];
        for call in self.calls {
            items.extend(headers::items(self.family, call, self.enumerations));
        }
        for call in self.calls {
            items.push(interface::item(self.family, call, self.calls));
        }
        imports_with(self.uses(&items), items, shared)
    }

    fn uses(&self, items: &[TokenStream]) -> Vec<Import> {
        let text: String = items.iter().map(ToString::to_string).collect();
        let client = [("Part", "Part :: "), ("Xml", "Some (Xml {")]
            .into_iter()
            .filter(|(_, sign)| text.contains(sign))
            .map(|(name, _)| name)
            .chain(["ClientError", "Interface", "Remote", "Settings"])
            .chain((!codes::has_codes(self.family)).then_some("NoCode"));
        let models = self.calls.iter().flat_map(|call| {
            [call.request(), call.reply()]
                .into_iter()
                .chain(call.failure())
        });
        let schemes = self.schemes().map(scheme::struct_name);
        let own: BTreeSet<String> = models
            .chain(schemes)
            .map(|name| name.to_string())
            .chain(codes::has_codes(self.family).then(|| "ResultCode".to_owned()))
            .collect();
        vec![
            Import::of("koo_runtime::client", client),
            Import::of("super", own.iter().map(String::as_str)),
        ]
    }

    /// Whether addresses depend on the site.
    fn has_site(&self) -> bool {
        self.calls.iter().any(Call::has_site)
    }

    /// The schemes that sign calls, each once.
    fn schemes(&self) -> impl Iterator<Item = &'a Scheme> {
        let calls = self.calls;
        self.family.schemes.values().filter(move |scheme| {
            let signs = |call: &Call| call.scheme() == Some(scheme.id.as_str());
            calls.iter().any(signs)
        })
    }

    /// Whether the secrets of a scheme come with each call: another interface answers one of them.
    fn is_per_call(&self, scheme: &Scheme) -> bool {
        let secrets = scheme::secrets(self.family, scheme);
        let answers = |call: &Call| {
            let mut parameters = call.interface.reply.parameters.iter();
            parameters.any(|parameter| secrets.contains(&parameter.name.as_str()))
        };
        self.calls.iter().any(answers)
    }

    /// The schemes whose secrets the client keeps.
    fn kept(&self) -> Vec<&'a Scheme> {
        let schemes = self.schemes();
        schemes.filter(|scheme| !self.is_per_call(scheme)).collect()
    }

    fn error(&self) -> TokenStream {
        let docs = Docs::new("Why a call brought no reply; `F` is what a failed call answers.");
        let docs = docs.outer(0);
        let code = if codes::has_codes(self.family) {
            quote!(ResultCode)
        } else {
            quote!(NoCode)
        };
        quote! {
            #docs
            pub type CallError<F> = koo_runtime::client::CallError<#code, F>;
        }
    }

    fn answer() -> TokenStream {
        let docs = Docs::new("What a call brings: a reply, or why there is none.").outer(0);
        quote! {
            #docs
            pub type Answer<R, F = R> = Result<R, CallError<F>>;
        }
    }

    fn definition(&self) -> TokenStream {
        let title = docs::title(&self.family.title);
        let mut docs = Docs::new(format!("Calls the interfaces of {title}."));
        docs.paragraph("Cheap to clone; keeps connections open between calls.");
        let docs = docs.outer(0);
        let site = self.has_site().then(|| quote! { site: Site, });
        let fields = self.kept().into_iter().map(|scheme| {
            let (field, name) = (field(scheme), scheme::struct_name(scheme));
            quote! { #field: #name, }
        });
        quote! {
            #docs
            #[derive(Clone, Debug)]
            pub struct Client {
                remote: Remote,
                #site
                #(#fields)*
            }
        }
    }

    fn implementation(&self) -> TokenStream {
        let constructor = self.constructor();
        let methods = self.calls.iter().map(|call| self.method(call));
        quote! {
            impl Client {
                #constructor
                #(#methods)*
            }
        }
    }

    fn constructor(&self) -> TokenStream {
        let kept = self.kept();
        let mut secrets: Vec<&str> = Vec::new();
        let mut shared: Vec<&str> = Vec::new();
        for secret in kept
            .iter()
            .flat_map(|scheme| scheme::secrets(self.family, scheme))
        {
            if !secrets.contains(&secret) {
                secrets.push(secret);
            } else if !shared.contains(&secret) {
                shared.push(secret);
            }
        }
        let mut docs = Docs::new("A client with the secrets it needs.");
        for secret in &secrets {
            if let Some(definition) = self.family.secrets.get(*secret) {
                docs.paragraph(docs::sentence(&format!(
                    "`{secret}`: {}",
                    definition.doc.en
                )));
            }
        }
        docs.block("# Errors");
        docs.markdown("[`ClientError`] if TLS cannot be set up.");
        let docs = docs.outer(4);
        let arguments = secrets.iter().map(|secret| {
            let ident = names::variable(secret);
            quote! { #ident: impl Into<Secret>, }
        });
        let conversions = shared.iter().map(|secret| {
            let ident = names::variable(secret);
            quote! { let #ident: Secret = #ident.into(); }
        });
        let fields = kept.iter().map(|scheme| {
            let (field, name) = (field(scheme), scheme::struct_name(scheme));
            let arguments = scheme::secrets(self.family, scheme)
                .into_iter()
                .map(|secret| {
                    let ident = names::variable(secret);
                    if shared.contains(&secret) {
                        quote!(#ident.clone())
                    } else {
                        quote!(#ident)
                    }
                });
            quote! { #field: #name::new(#(#arguments),*), }
        });
        let has_site = self.has_site();
        let (parameter, site) = (
            has_site.then(|| quote! { site: Site, }),
            has_site.then(|| quote! { site, }),
        );
        quote! {
            #docs
            pub fn new(
                #parameter
                #(#arguments)*
                settings: Settings,
            ) -> Result<Self, ClientError> {
                #(#conversions)*
                Ok(Self {
                    remote: Remote::new(settings)?,
                    #site
                    #(#fields)*
                })
            }
        }
    }

    fn method(&self, call: &Call) -> TokenStream {
        let docs = call.docs(self.family).outer(4);
        let (name, constant) = (call.method(), call.constant());
        let (request, reply) = (call.request(), call.reply());
        let failure = call.failure().map(|failure| quote! { , #failure });
        let signing = call
            .scheme()
            .and_then(|scheme| self.family.schemes.get(scheme));
        let given = signing.filter(|scheme| self.is_per_call(scheme));
        let secrets: Vec<Ident> = given
            .map(|scheme| scheme::secrets(self.family, scheme))
            .unwrap_or_default()
            .into_iter()
            .map(names::variable)
            .collect();
        let scheme = given.map(scheme::struct_name).map(|name| {
            quote! { let scheme = #name::new(#(#secrets),*); }
        });
        let signed = signing.map(|signing| {
            if given.is_some() {
                return quote! { .signed_by(&scheme) };
            }
            let field = field(signing);
            quote! { .signed_by(&self.#field) }
        });
        let address = call.lacks_address().then(|| quote! { address: &str, });
        let place = if address.is_some() {
            Some(quote! { .to(address) })
        } else {
            self.has_site().then(|| quote! { .at(self.site.as_str()) })
        };
        let headers = call.headers(self.family);
        let headers_argument = headers.as_ref().map(|name| quote! { headers: &#name, });
        let headers = headers.map(|_| quote! { .headers(headers) });
        quote! {
            #docs
            pub async fn #name(
                &self,
                #address
                #(#secrets: impl Into<Secret>,)*
                #headers_argument
                request: &#request,
            ) -> Answer<#reply #failure> {
                #scheme
                let call = self.remote.call(&#constant, request) #place #headers #signed;
                call.send().await
            }
        }
    }
}

/// The field that keeps a scheme.
fn field(scheme: &Scheme) -> Ident {
    names::value(&scheme.id)
}

/// Whether a type is one value, not an object or a list.
fn is_scalar(family: &Family, r#type: &Type) -> bool {
    match r#type {
        Type::Named(_) => family.fields_of(r#type).is_none(),
        Type::Object(_) | Type::List(_) | Type::Map(_) | Type::Any | Type::Binary => false,
        _ => true,
    }
}
