//! Which interface an address belongs to, and how its calls are read and answered.

use axum::http::header::HOST;
use axum::http::request::Parts;

use super::{Family, Input};
use crate::address::Address;
use crate::call::Request;

/// One interface that has an address of its own. Written by generated code, in constants.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    /// Name of the interface, as [`Incoming::selected`](super::Incoming::selected) has it.
    pub interface: &'static str,
    /// Group of interfaces that share their schemes.
    pub group: &'static str,
    /// HTTP method, empty for every one.
    pub method: &'static str,
    /// Addresses; see [`Request::URLS`].
    pub urls: &'static [&'static str],
    /// Parameter and value that tell the interface from others at the same address.
    pub select: Option<(&'static str, &'static str)>,
    /// Parameters of the query, where others are in a body.
    pub query: &'static [&'static str],
    /// Where the parameters are, besides those in the address and in `query`.
    pub input: Input,
    /// Members of the reply, where they are not those of the family.
    pub fields: Option<Fields>,
    /// How replies are written as XML, where they are.
    #[cfg(feature = "mock")]
    pub xml: Option<Xml>,
}

impl Route {
    /// The interface of request `R`, whose calls are JSON, signed as in `group`.
    pub const fn of<R: Request>(group: &'static str) -> Self {
        Self {
            interface: R::INTERFACE,
            group,
            method: R::METHOD,
            urls: R::URLS,
            select: None,
            query: &[],
            input: Input::Body,
            fields: None,
            #[cfg(feature = "mock")]
            xml: None,
        }
    }
}

/// The members of a reply that say what became of the call.
#[derive(Debug, Clone, Copy)]
pub struct Fields {
    pub(super) code: &'static str,
    pub(super) message: &'static str,
    pub(super) message_max_chars: usize,
}

impl Fields {
    /// No such members: the HTTP status tells.
    pub const NONE: Self = Self::new("", "", 0);

    /// The members that hold the result code and the message, and the most characters of a message. Without a message
    /// the name is empty.
    pub const fn new(code: &'static str, message: &'static str, message_max_chars: usize) -> Self {
        Self {
            code,
            message,
            message_max_chars,
        }
    }
}

/// How a reply is written as XML.
#[cfg(feature = "mock")]
#[derive(Debug, Clone, Copy)]
pub struct Xml {
    pub(super) prefix: &'static str,
    pub(super) namespace: &'static str,
    pub(super) when: Option<(&'static str, &'static str)>,
}

#[cfg(feature = "mock")]
impl Xml {
    /// Every element has the prefix, and the root declares the namespace; either may be empty.
    pub const fn new(prefix: &'static str, namespace: &'static str) -> Self {
        Self {
            prefix,
            namespace,
            when: None,
        }
    }

    /// Only where the call asks for it: the parameter `name` has this value.
    #[must_use]
    pub const fn when(mut self, name: &'static str, value: &'static str) -> Self {
        self.when = Some((name, value));
        self
    }
}

/// What the head of a request says about the interface.
pub(super) struct Found {
    /// The interfaces at the address. More than one only if a parameter tells them apart.
    pub(super) routes: Vec<&'static Route>,
    /// Parameters that stand in the address.
    pub(super) address: Vec<(&'static str, String)>,
}

impl Found {
    /// The group that the interfaces belong to.
    pub(super) fn group(&self) -> &'static str {
        self.routes.first().map_or("", |route| route.group)
    }

    /// Where parameters are.
    pub(super) fn input(&self) -> Input {
        let first = self.routes.first();
        first.map_or(Input::Body, |route| route.input)
    }

    /// The parameters of the address, and those of the query that belong to a call with a body.
    pub(super) fn address_and(&self, query: &[(String, String)]) -> Vec<(&'static str, String)> {
        let names = self.routes.first().map_or(&[][..], |route| route.query);
        let of_query = names.iter().filter_map(|name| {
            let (_, value) = query.iter().find(|(other, _)| other == name)?;
            Some((*name, value.clone()))
        });
        self.address.iter().cloned().chain(of_query).collect()
    }

    /// How this call is answered as XML, `None` if in JSON.
    #[cfg(feature = "mock")]
    pub(super) fn xml_for(&self, parameters: &super::parameters::Parameters<'_>) -> Option<Xml> {
        let asked = |(name, value)| parameters.text(name).as_deref() == Some(value);
        self.xml().filter(|xml| xml.when.is_none_or(asked))
    }

    /// The first interface at the address.
    pub(super) fn interface(&self) -> &'static str {
        self.routes.first().map_or("", |route| route.interface)
    }

    #[cfg(feature = "mock")]
    fn xml(&self) -> Option<Xml> {
        self.routes.first().and_then(|route| route.xml)
    }
}

/// The interfaces at the address of a request. `None` if there are none.
pub(super) fn find<F: Family>(parts: &Parts, path: &str) -> Option<Found> {
    if F::ROUTES.is_empty() {
        return None;
    }
    let from_header = parts.headers.get(HOST).and_then(|host| host.to_str().ok());
    let host = from_header.or(parts.uri.host()).unwrap_or_default();
    let mut best = 0;
    let mut found: Option<Found> = None;
    for route in F::ROUTES {
        let method_fits = route.method.is_empty() || parts.method.as_str() == route.method;
        let fits = route.urls.iter().find_map(|url| {
            let address = Address::of(url);
            Some((address.segments(), address.matches(host, path)?))
        });
        let Some((segments, address)) = fits.filter(|_| method_fits) else {
            continue;
        };
        match &mut found {
            Some(found) if segments == best => found.routes.push(route),
            Some(_) if segments < best => {}
            _ => {
                best = segments;
                found = Some(Found {
                    routes: vec![route],
                    address,
                });
            }
        }
    }
    found
}
