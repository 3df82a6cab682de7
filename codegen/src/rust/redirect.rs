//! Browser redirects: the address a browser is sent to, and the query with which it comes back.

use koo_spec::catalogue::{Direction, Family, Interface, Location, Parameter, Presence};
use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{self, Docs};
use super::enumeration::Enumerations;
use super::interface::{request_name, request_parameters};
use super::model::Model;
use super::names;
use super::types::{self, Nature};

/// Name of the model of what a browser brings when it comes back.
pub(super) fn callback_name(interface: &Interface) -> String {
    koo_spec::identifier::camel_case(&format!("{}_callback", interface.id))
}

/// The parameters a browser brings when it comes back.
pub(super) fn callback_parameters(interface: &Interface) -> Vec<&Parameter> {
    let callback = interface.callback.iter();
    callback.flat_map(|callback| &callback.query).collect()
}

/// How the request of a browser redirect becomes an address, or is read where the address is the merchant's own.
pub(super) fn of_request(
    family: &Family,
    interface: &Interface,
    enumerations: &Enumerations,
) -> Option<TokenStream> {
    let emitter = Emitter::new(family, interface, enumerations)?;
    if interface.urls.is_empty() {
        let parameters = request_parameters(interface);
        return emitter.arrival(&request_name(interface), &parameters, None);
    }
    emitter.address()
}

/// The model of what a browser brings when it comes back, and how it is read.
pub(super) fn of_callback(
    family: &Family,
    interface: &Interface,
    enumerations: &Enumerations,
) -> Vec<TokenStream> {
    let emitter = Emitter::new(family, interface, enumerations);
    emitter.map_or_else(Vec::new, |emitter| emitter.callback())
}

struct Emitter<'a> {
    family: &'a Family,
    interface: &'a Interface,
    enumerations: &'a Enumerations,
}

/// An address whose placeholders are variables of the code around it.
struct Base {
    /// Statements that make the variables.
    statements: Vec<TokenStream>,
    /// The address without its query.
    tokens: TokenStream,
    /// Whether a statement can fail.
    fallible: bool,
}

impl<'a> Emitter<'a> {
    fn new(
        family: &'a Family,
        interface: &'a Interface,
        enumerations: &'a Enumerations,
    ) -> Option<Self> {
        let is_redirect = interface.direction == Direction::BrowserRedirect;
        is_redirect.then_some(Self {
            family,
            interface,
            enumerations,
        })
    }

    /// `url`, which gives the address with its query.
    fn address(&self) -> Option<TokenStream> {
        let interface = self.interface;
        let name = names::item(&request_name(interface));
        let mut docs = Docs::new("The address to which the browser is sent.");
        let (argument, base) = match interface.urls.get("") {
            Some(url) => (None, self.base(url)?),
            None => {
                docs.paragraph("Each site has an address of its own.");
                (Some(quote! { , site: Site }), self.base_of_site()?)
            }
        };
        let query = interface.at(Location::Query);
        let query: Vec<_> = query.map(|parameter| self.query(parameter)).collect();
        let mutable = (!query.is_empty()).then(|| quote! { mut });
        let (output, result) = if base.fallible {
            docs.paragraph("An error if a host name is none, or the site has no address.");
            (
                quote! { Result<String, RedirectError> },
                quote! { Ok(address.into_string()) },
            )
        } else {
            (quote! { String }, quote! { address.into_string() })
        };
        let docs = docs.outer(4);
        let (statements, tokens) = (&base.statements, &base.tokens);
        let (named, tokens) = if base.statements.is_empty() || argument.is_some() {
            (None, quote! { #tokens })
        } else {
            (Some(quote! { let base = #tokens; }), quote! { base })
        };
        Some(quote! {
            impl #name {
                #docs
                pub fn url(&self #argument) -> #output {
                    #(#statements)*
                    #named
                    let #mutable address = RedirectAddress::new(#tokens);
                    #(#query)*
                    #result
                }
            }
        })
    }

    /// The address of each site.
    fn base_of_site(&self) -> Option<Base> {
        let mut statements = Vec::new();
        let mut arms = Vec::new();
        for (site, url) in &self.interface.urls {
            let base = self.base(url)?;
            let (tokens, inside) = (base.tokens, &base.statements);
            arms.push(if inside.is_empty() {
                quote! { #site => #tokens.to_owned(), }
            } else {
                quote! { #site => { #(#inside)* #tokens } }
            });
        }
        statements.push(quote! {
            let base = match site.as_str() {
                #(#arms)*
                _ => return Err(RedirectError::NoAddress),
            };
        });
        Some(Base {
            statements,
            tokens: quote! { base },
            fallible: true,
        })
    }

    /// An address with its placeholders filled; nothing if one of them is no parameter of the path.
    fn base(&self, url: &str) -> Option<Base> {
        let mut base = Base {
            statements: Vec::new(),
            tokens: quote! { #url },
            fallible: false,
        };
        let authority_end = url.find("://").map_or(0, |at| {
            let behind = at + 3;
            let rest = url.get(behind..).unwrap_or_default();
            behind + rest.find(['/', '?', '#']).unwrap_or(rest.len())
        });
        let mut filled = url.to_owned();
        for (at, _) in url.match_indices('{') {
            let (wire, _) = url.get(at + 1..)?.split_once('}')?;
            let mut path = self.interface.at(Location::Path);
            let parameter = path.find(|parameter| parameter.name == wire)?;
            let field = names::field(parameter);
            if parameter.presence != Presence::Mandatory
                || self.nature(parameter, &request_name(self.interface)) != Nature::Text
            {
                return None;
            }
            base.statements.push(if at < authority_end {
                base.fallible = true;
                quote! { let #field = RedirectAddress::host(#wire, &self.#field)?; }
            } else {
                quote! { let #field = RedirectAddress::segment(&self.#field); }
            });
            filled = filled.replace(
                &format!("{{{wire}}}"),
                &format!("{{{}}}", names::file(&field)),
            );
        }
        if !base.statements.is_empty() {
            base.tokens = quote! { format!(#filled) };
        }
        Some(base)
    }

    fn nature(&self, parameter: &Parameter, owner: &str) -> Nature {
        types::of(self.family, self.enumerations, parameter, owner).nature
    }

    /// A statement that adds a parameter to the query.
    fn query(&self, parameter: &Parameter) -> TokenStream {
        let (field, wire) = (names::field(parameter), &parameter.name);
        let nature = self.nature(parameter, &request_name(self.interface));
        let is_mandatory = parameter.presence == Presence::Mandatory;
        let value = if is_mandatory {
            quote! { self.#field }
        } else {
            quote! { #field }
        };
        let text = match (nature, is_mandatory) {
            (Nature::Text, true) => quote! { &#value },
            (Nature::Text, false) => value,
            (Nature::Enumeration, _) => quote! { #value.as_str() },
            (Nature::Plain, _) => quote! { &#value.to_string() },
            // Whatever else there may be has one form as JSON.
            _ => quote! { &serde_json::json!(#value).to_string() },
        };
        if is_mandatory {
            quote! { address.query(#wire, #text); }
        } else {
            quote! {
                if let Some(#field) = &self.#field {
                    address.query(#wire, #text);
                }
            }
        }
    }

    /// The model of what a browser brings when it comes back, and how it is read.
    fn callback(&self) -> Vec<TokenStream> {
        let Some(callback) = &self.interface.callback else {
            return Vec::new();
        };
        let title = docs::title(&self.interface.title);
        let mut docs = Docs::new(docs::sentence(&format!(
            "With what the browser comes back: {title}"
        )));
        if let Some(to) = &callback.to {
            docs.paragraph(docs::sentence(&format!("It comes back to: {}", to.en)));
        }
        docs.markdown(docs::source(
            self.family,
            &callback.provenance,
            &self.interface.sites,
        ));
        let name = callback_name(self.interface);
        let parameters = callback_parameters(self.interface);
        let echoes = callback.echoes.as_ref().map(|echoes| echoes.value.as_str());
        let arrival = self.arrival(&name, &parameters, echoes);
        let model = Model {
            name,
            docs,
            parameters,
            fixed: Vec::new(),
        };
        let mut items = model.items(self.family, self.enumerations);
        items.extend(arrival);
        items
    }

    /// `from_query`, which reads what a browser brings; nothing if a value is neither text nor number.
    fn arrival(
        &self,
        owner: &str,
        parameters: &[&Parameter],
        echoes: Option<&str>,
    ) -> Option<TokenStream> {
        if parameters.is_empty() {
            return None;
        }
        let fields: Option<Vec<_>> = parameters
            .iter()
            .map(|parameter| self.field(parameter, owner))
            .collect();
        let fields = fields?;
        let name = names::item(owner);
        let mut docs = Docs::new("Reads the query with which the browser arrives.");
        if let Some(echoes) = echoes {
            docs.paragraph(format!(
                "It must bring the state that this session sent as `{echoes}`: a browser that comes from elsewhere is \
                 refused."
            ));
        }
        let docs = docs.outer(4);
        let argument = echoes.map(|_| quote! { , state: &RedirectState });
        let check = echoes.map(|wire| quote! { query.check_state(#wire, state)?; });
        Some(quote! {
            impl #name {
                #docs
                pub fn from_query(query: &str #argument) -> Result<Self, RedirectError> {
                    let query = RedirectQuery::parse(query);
                    #check
                    Ok(Self { #(#fields),* })
                }
            }
        })
    }

    fn field(&self, parameter: &Parameter, owner: &str) -> Option<TokenStream> {
        let (field, wire) = (names::field(parameter), &parameter.name);
        let rust = types::of(self.family, self.enumerations, parameter, owner);
        let tokens = &rust.tokens;
        let is_mandatory = parameter.presence == Presence::Mandatory;
        let value = match (rust.nature, is_mandatory) {
            (Nature::Text, true) => quote! { query.required(#wire)? },
            (Nature::Text, false) => quote! { query.optional(#wire) },
            (Nature::Enumeration, true) => quote! { query.required(#wire)?.into() },
            (Nature::Enumeration, false) => quote! { query.optional(#wire).map(#tokens::from) },
            (Nature::Plain, true) => quote! { query.parsed(#wire)? },
            (Nature::Plain, false) => quote! { query.parsed_if_there(#wire)? },
            _ => return None,
        };
        Some(quote! { #field: #value })
    }
}
