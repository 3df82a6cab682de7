//! Which interfaces there are at an address.

use indexmap::IndexMap;
use koo_runtime::address::Address;
use koo_spec::catalogue::{Catalogue, Placed};

use super::absence::Absence;
use super::served::Served;

/// The addresses of a catalogue.
#[derive(Debug, Default)]
pub(super) struct Routes {
    routes: Vec<Route>,
}

/// An interface, or one version of it, at its addresses.
#[derive(Debug)]
struct Route {
    family: usize,
    interface: usize,
    variant: Option<String>,
    urls: Vec<String>,
    select: Vec<(String, String)>,
    /// Whether the parameters stand behind a fragment, where no server sees them.
    is_behind_fragment: bool,
}

/// The interfaces at the address of a request.
pub(super) struct Found<'a> {
    /// Those with the method of the request. Several, if parameters tell them apart or several guides describe a call.
    pub(super) candidates: Vec<Candidate<'a>>,
    /// One with another method, where there is none with this.
    pub(super) other_method: Option<Served<'a>>,
}

/// An interface that may be meant.
pub(super) struct Candidate<'a> {
    pub(super) served: Served<'a>,
    /// The parameters that stand in the address.
    pub(super) address: Vec<(String, String)>,
    /// Whether its parameters stand behind a fragment, so that a page has to bring them along.
    pub(super) is_behind_fragment: bool,
    select: &'a [(String, String)],
}

impl Candidate<'_> {
    /// Whether the parameters that tell interfaces apart say that this one is meant.
    pub(super) fn is_meant(&self, text: impl Fn(&str) -> Option<String>) -> bool {
        self.select
            .iter()
            .all(|(name, value)| text(name).as_deref() == Some(value))
    }
}

impl Routes {
    /// The addresses at which merchants and browsers call the platform. Guides in front win where two describe a call.
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let mut routes = Self::default();
        for (family_at, family) in catalogue.families.iter().enumerate() {
            for (at, interface) in family.interfaces.iter().enumerate() {
                if Absence::of(interface).is_some() {
                    continue;
                }
                let route = |variant: Option<&str>, urls, fallback, select| {
                    let urls = addresses(urls, fallback);
                    Route {
                        family: family_at,
                        interface: at,
                        variant: variant.map(str::to_owned),
                        is_behind_fragment: urls.iter().any(|url| url.contains('#')),
                        urls,
                        select,
                    }
                };
                let own = selection(&interface.select);
                let (urls, fallback) = (&interface.urls, &interface.fallback_urls);
                routes.add(route(None, urls, fallback, own.clone()));
                for (name, variant) in &interface.variants {
                    let (urls, fallback) = (&variant.urls, &variant.fallback_urls);
                    let select = [own.clone(), selection(&variant.select)].concat();
                    routes.add(route(Some(name), urls, fallback, select));
                }
            }
        }
        routes
    }

    fn add(&mut self, route: Route) {
        if !route.urls.is_empty() {
            self.routes.push(route);
        }
    }

    /// What is served, with the paths.
    pub(super) fn all<'a>(
        &'a self,
        catalogue: &'a Catalogue,
    ) -> impl Iterator<Item = (Served<'a>, &'a str)> {
        self.routes.iter().filter_map(|route| {
            let url = route.urls.first()?;
            Some((route.served(catalogue)?, Address::of(url).path()))
        })
    }

    /// The interfaces at a path; `None` if there are none. Of several addresses that fit, the longest is meant.
    pub(super) fn find<'a>(
        &'a self,
        catalogue: &'a Catalogue,
        method: &str,
        host: &str,
        path: &str,
    ) -> Option<Found<'a>> {
        let mut longest = 0;
        let mut fitting = Vec::new();
        for route in &self.routes {
            let fits = route.urls.iter().find_map(|url| {
                let address = Address::of(url);
                Some((address.segments(), address.matches(host, path)?))
            });
            let Some((segments, address)) = fits else {
                continue;
            };
            if segments > longest {
                fitting.clear();
                longest = segments;
            }
            if segments == longest {
                let address = address.into_iter();
                fitting.push(Candidate {
                    served: route.served(catalogue)?,
                    address: address.map(|(name, it)| (name.to_owned(), it)).collect(),
                    is_behind_fragment: route.is_behind_fragment,
                    select: &route.select,
                });
            }
        }
        let other_method = fitting.first()?.served;
        fitting.retain(|candidate| {
            let expected = candidate.served.method();
            expected.is_empty() || expected == method
        });
        Some(Found {
            other_method: fitting.is_empty().then_some(other_method),
            candidates: fitting,
        })
    }
}

impl Route {
    fn served<'a>(&self, catalogue: &'a Catalogue) -> Option<Served<'a>> {
        let family = catalogue.families.get(self.family)?;
        let interface = family.interfaces.get(self.interface)?;
        let variant = self.variant.as_ref();
        let variant = variant.and_then(|name| interface.variants.get_key_value(name));
        Some(Served {
            family,
            interface,
            variant: variant.map(|(name, variant)| (name.as_str(), variant)),
        })
    }
}

/// The different addresses.
fn addresses(urls: &IndexMap<String, String>, fallback: &IndexMap<String, String>) -> Vec<String> {
    let mut addresses: Vec<String> = Vec::new();
    for url in urls.values().chain(fallback.values()) {
        let path = Address::of(url).path();
        let is_known = addresses
            .iter()
            .any(|known| Address::of(known).path() == path);
        if !is_known && !path.trim_matches('/').is_empty() {
            addresses.push(url.clone());
        }
    }
    addresses
}

fn selection(select: &IndexMap<String, Placed<String>>) -> Vec<(String, String)> {
    let pairs = select.iter();
    pairs
        .map(|(name, value)| (name.clone(), value.value.clone()))
        .collect()
}
