//! Addresses: which calls share one, and on which servers it stands.

use indexmap::IndexMap;
use koo_spec::catalogue::{Direction, Family, Interface};

use crate::variants;

/// Who answers the calls of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Called {
    /// The merchant's server.
    Merchant,
    /// The platform.
    Platform,
    /// Somebody else.
    ThirdParty,
}

impl Called {
    /// All, in the order of documents.
    pub(super) const ALL: [Self; 3] = [Self::Merchant, Self::Platform, Self::ThirdParty];

    /// The word in file names.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Merchant => "merchant",
            Self::Platform => "platform",
            Self::ThirdParty => "third-party",
        }
    }

    /// Who answers the calls of an interface. A redirect without an address leads back to the merchant.
    pub(super) fn by(interface: &Interface) -> Self {
        match interface.direction {
            Direction::PlatformToMerchant => Self::Merchant,
            Direction::ThirdParty => Self::ThirdParty,
            Direction::BrowserRedirect if interface.urls.is_empty() => Self::Merchant,
            Direction::MerchantToPlatform | Direction::BrowserRedirect => Self::Platform,
        }
    }
}

/// What one method and path serve.
#[derive(Debug)]
pub(super) struct Endpoint {
    /// HTTP method in lower case.
    pub(super) method: String,
    /// Path, beginning with a slash.
    pub(super) path: String,
    /// Servers, none where the merchant chooses.
    pub(super) servers: Vec<Origin>,
    /// The calls, several where something in them tells them apart.
    pub(super) calls: Vec<Call>,
}

/// A server that serves an endpoint.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Origin {
    /// Scheme and host, perhaps with variables in braces.
    pub(super) url: String,
    /// Sites it is documented for; none for all.
    pub(super) sites: Vec<String>,
    /// To be tried when the first does not answer.
    pub(super) fallback: bool,
}

/// One call with the replies that have another shape.
#[derive(Debug)]
pub(super) struct Call {
    /// The interface, without variants.
    pub(super) interface: Interface,
    /// Variants that differ in the reply only.
    pub(super) replies: Vec<Interface>,
    /// Titles of variants that nothing on the wire tells apart.
    pub(super) readings: Vec<String>,
}

/// The endpoints of a family, and the ids of interfaces whose address HTTP cannot carry.
pub(super) fn endpoints(family: &Family, path: &str) -> (Vec<Endpoint>, Vec<String>) {
    let mut endpoints: Vec<Endpoint> = Vec::new();
    let mut omitted = Vec::new();
    for call in family.interfaces.iter().flat_map(calls) {
        let method = method(family, &call.interface);
        let Some(addresses) = addresses(&call.interface, path) else {
            omitted.push(call.interface.id);
            continue;
        };
        // All sites have the same path, unless the vendor moves one; then each path is an endpoint.
        let mut rest = Some(call);
        let count = addresses.len();
        for (index, (path, servers)) in addresses.into_iter().enumerate() {
            let call = if index + 1 == count {
                rest.take()
            } else {
                rest.as_ref().map(Call::again)
            };
            let Some(call) = call else { continue };
            let existing = endpoints
                .iter_mut()
                .find(|other| other.path == path && other.method == method);
            match existing {
                Some(endpoint) => {
                    for server in servers {
                        if !endpoint.servers.contains(&server) {
                            endpoint.servers.push(server);
                        }
                    }
                    endpoint.calls.push(call);
                }
                None => endpoints.push(Endpoint {
                    method: method.clone(),
                    path,
                    servers,
                    calls: vec![call],
                }),
            }
        }
    }
    (endpoints, omitted)
}

impl Call {
    fn again(&self) -> Self {
        Self {
            interface: self.interface.clone(),
            replies: self.replies.clone(),
            readings: self.readings.clone(),
        }
    }
}

/// An interface as calls: itself, and its variants as far as the wire tells them apart.
fn calls(interface: &Interface) -> Vec<Call> {
    // Where every variant has an address of its own, the interface is only what they share.
    let is_shared = !interface.variants.is_empty()
        && interface.urls.is_empty()
        && interface
            .variants
            .values()
            .all(|variant| !variant.urls.is_empty());
    let own = variants::own(interface).filter(|_| !is_shared);
    let mut own = own.map(|interface| Call {
        interface,
        replies: Vec::new(),
        readings: Vec::new(),
    });
    let mut others = Vec::new();
    for (name, variant) in &interface.variants {
        let merged = variants::merge(interface, name, variant);
        let is_apart = !variant.urls.is_empty() || !variant.select.is_empty();
        match &mut own {
            Some(own) if !is_apart && variant.request.is_empty() => own.replies.push(merged),
            Some(own) if !is_apart => own.readings.push(merged.title.en),
            _ => others.push(Call {
                interface: merged,
                replies: Vec::new(),
                readings: Vec::new(),
            }),
        }
    }
    own.into_iter().chain(others).collect()
}

/// The documented method; where none is, that of a call with or without a body.
fn method(family: &Family, interface: &Interface) -> String {
    use koo_spec::catalogue::Location;

    let documented = interface
        .method
        .as_ref()
        .or(family.transport.method.as_ref());
    let has_body = || {
        interface.request.iter().any(|parameter| {
            matches!(
                parameter.location,
                Location::Body | Location::Form | Location::Part
            )
        })
    };
    match documented {
        Some(method) => method.to_ascii_lowercase(),
        None if has_body() => "post".to_owned(),
        None => "get".to_owned(),
    }
}

/// Path → servers; `None` when the address has a fragment, which no request carries.
fn addresses(interface: &Interface, path: &str) -> Option<IndexMap<String, Vec<Origin>>> {
    let mut addresses: IndexMap<String, Vec<Origin>> = IndexMap::new();
    let documented = interface.urls.iter().map(|url| (url, false));
    let fallback = interface.fallback_urls.iter().map(|url| (url, true));
    for ((site, url), fallback) in documented.chain(fallback) {
        let (origin, path) = split(url)?;
        let servers = addresses.entry(path.to_owned()).or_default();
        let Some(origin) = origin else { continue };
        let site = (!site.is_empty()).then(|| site.clone());
        match servers
            .iter_mut()
            .find(|server| server.url == origin && server.fallback == fallback)
        {
            Some(server) => server.sites.extend(site),
            None => servers.push(Origin {
                url: origin.to_owned(),
                sites: site.into_iter().collect(),
                fallback,
            }),
        }
    }
    if addresses.is_empty() {
        let base = path.trim_end_matches('/');
        let path = match (interface.select.is_empty(), base) {
            (true, base) => format!("{base}/{}", interface.id),
            (false, "") => "/".to_owned(),
            (false, base) => base.to_owned(),
        };
        addresses.insert(path, Vec::new());
    }
    Some(addresses)
}

/// Origin, if there is one, and path.
pub(super) fn split(url: &str) -> Option<(Option<&str>, &str)> {
    if url.contains('#') {
        return None;
    }
    let url = url.split('?').next().unwrap_or(url);
    let Some((scheme, rest)) = url.split_once("://") else {
        return Some((None, url));
    };
    let host = rest.find('/').unwrap_or(rest.len());
    let origin = url.get(..scheme.len() + 3 + host)?;
    let path = rest.get(host..).filter(|path| !path.is_empty());
    Some((Some(origin), path.unwrap_or("/")))
}

/// The names in braces of a text.
pub(super) fn variables(text: &str) -> Vec<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
        .collect()
}
