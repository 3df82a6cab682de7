//! Which interface a message belongs to.

use std::ops::Range;

use koo_spec::catalogue::{Catalogue, Family, Interface, Location, Side, Status, Variant};
use koo_spec::names::{self, UnknownName};

/// One side of an interface, or of one of its variants.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target<'c> {
    /// The guide.
    pub family: &'c Family,
    /// The interface.
    pub interface: &'c Interface,
    /// The only variant that counts, if one was named.
    pub variant: Option<&'c str>,
    /// Which message.
    pub side: Side,
}

/// The interface written as `family/interface` or `family/interface/variant`, or as `interface` where one family only
/// has it.
///
/// # Errors
///
/// That there is none, with the one that was probably meant.
pub fn interface<'c>(
    catalogue: &'c Catalogue,
    name: &str,
    side: Side,
) -> Result<Target<'c>, UnknownName> {
    let of_variant = name.match_indices('/').nth(1);
    let (written, variant) = match of_variant.and_then(|(at, _)| name.split_at_checked(at)) {
        Some((written, variant)) => (written, variant.strip_prefix('/')),
        None => (name, None),
    };
    let (family, interface) = names::interface(catalogue, written)?;
    let known = |variant| {
        let variants = &interface.variants;
        let known = variants.get_key_value(variant);
        known.map(|(id, _)| id.as_str()).ok_or_else(|| {
            let sentence = format!("the interface `{written}` has no variant");
            UnknownName::new(&sentence, variant, variants.keys().map(String::as_str))
        })
    };
    Ok(Target {
        family,
        interface,
        variant: variant.map(known).transpose()?,
        side,
    })
}

/// How the interfaces of one address are told apart.
#[derive(Debug)]
struct Rule<'c> {
    family: &'c Family,
    interface: &'c Interface,
    variant: Option<&'c str>,
    /// Parameter and value.
    select: Vec<(&'c str, &'c str)>,
    location: Location,
}

/// Tells interfaces apart by what messages carry.
#[derive(Debug)]
pub(crate) struct Resolver<'c> {
    rules: Vec<Rule<'c>>,
    families: Vec<&'c Family>,
}

/// An interface whose address fits, with the names in braces and where in the address their values stand.
pub(crate) type Addressed<'c> = (Target<'c>, Vec<(&'c str, Range<usize>)>);

impl<'c> Resolver<'c> {
    /// For all interfaces of the contract, or those of one family.
    pub(crate) fn new(catalogue: &'c Catalogue, only: Option<&Family>) -> Self {
        let is_wanted = |family: &&Family| only.is_none_or(|only| only.id == family.id);
        let families: Vec<_> = catalogue.families.iter().filter(is_wanted).collect();
        let mut rules = Vec::new();
        for family in &families {
            for interface in &family.interfaces {
                rules.extend(rule(family, interface, None));
                for (id, variant) in &interface.variants {
                    rules.extend(rule(family, interface, Some((id, variant))));
                }
            }
        }
        Self { rules, families }
    }

    /// Names of the parameters that tell interfaces apart at a location.
    pub(crate) fn selectors(&self, location: Location) -> Vec<&'c str> {
        let here = self.rules.iter().filter(|rule| rule.location == location);
        let mut names: Vec<_> = here
            .flat_map(|rule| rule.select.iter().map(|(name, _)| *name))
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The interfaces a request can belong to by its parameters at a location.
    pub(crate) fn by_parameters<'v>(
        &self,
        location: Location,
        value: impl Fn(&str) -> Option<&'v str>,
    ) -> Vec<Target<'c>> {
        let fits = |rule: &&Rule<'c>| {
            rule.location == location
                && rule
                    .select
                    .iter()
                    .all(|(name, wanted)| value(name) == Some(*wanted))
        };
        let targets = self.rules.iter().filter(fits).map(|rule| Target {
            family: rule.family,
            interface: rule.interface,
            variant: rule.variant,
            side: Side::Request,
        });
        in_force(targets.collect(), |target| *target)
    }

    /// The interfaces a request can belong to by its method and its address. Hosts do not matter: calls are captured
    /// behind proxies and against mocks, too.
    pub(crate) fn by_address(&self, method: &str, url: &str) -> Vec<Addressed<'c>> {
        let mut found = Vec::new();
        for family in &self.families {
            for interface in &family.interfaces {
                let wanted = interface
                    .method
                    .as_deref()
                    .or(family.transport.method.as_deref());
                if wanted.is_some_and(|wanted| !wanted.eq_ignore_ascii_case(method)) {
                    continue;
                }
                let own = interface
                    .urls
                    .values()
                    .chain(interface.fallback_urls.values())
                    .map(|url| (None, url));
                let of_variants = interface.variants.iter().flat_map(|(id, variant)| {
                    let urls = variant.urls.values().chain(variant.fallback_urls.values());
                    urls.map(move |url| (Some(id.as_str()), url))
                });
                let matching = own
                    .chain(of_variants)
                    .find_map(|(variant, template)| Some((variant, match_path(template, url)?)));
                if let Some((variant, names)) = matching {
                    let target = Target {
                        family,
                        interface,
                        variant,
                        side: Side::Request,
                    };
                    found.push((target, names));
                }
            }
        }
        in_force(found, |(target, _)| *target)
    }
}

fn rule<'c>(
    family: &'c Family,
    interface: &'c Interface,
    variant: Option<(&'c String, &'c Variant)>,
) -> Option<Rule<'c>> {
    let select = match variant {
        Some((_, variant)) => &variant.select,
        None => &interface.select,
    };
    let (first, _) = select.first()?;
    let of_variant = variant.map(|(_, variant)| variant.request.iter());
    let location = interface
        .request
        .iter()
        .chain(of_variant.into_iter().flatten())
        .find(|parameter| parameter.name == *first)
        .map_or(Location::Body, |parameter| parameter.location);
    Some(Rule {
        family,
        interface,
        variant: variant.map(|(id, _)| id.as_str()),
        select: select
            .iter()
            .map(|(name, value)| (name.as_str(), value.value.as_str()))
            .collect(),
        location,
    })
}

/// Those of guides in force, if there are any.
fn in_force<'c, T>(found: Vec<T>, target: impl Fn(&T) -> Target<'c>) -> Vec<T> {
    let is_current = |found: &T| target(found).family.status == Status::Current;
    if found.iter().any(is_current) {
        found.into_iter().filter(is_current).collect()
    } else {
        found
    }
}

/// The bytes of a URL that are its path.
fn path_of(url: &str) -> Range<usize> {
    let end = url.find(['?', '#']).unwrap_or(url.len());
    let authority = url.find("://").map_or(0, |at| at + 3);
    let rest = url.get(authority..end).unwrap_or_default();
    let start = rest.find('/').map_or(end, |at| authority + at);
    start..end
}

/// Where in an address something stands for names in braces; `None` if it is another address.
fn match_path<'t>(template: &'t str, url: &str) -> Option<Vec<(&'t str, Range<usize>)>> {
    let path = path_of(url);
    let mut start = path.start;
    let mut names = Vec::new();
    let mut wanted = template.get(path_of(template))?.split('/');
    let mut given = url.get(path)?.split('/');
    loop {
        let (wanted, given) = match (wanted.next(), given.next()) {
            (Some(wanted), Some(given)) => (wanted, given),
            (None, None) => return Some(names),
            _ => return None,
        };
        let name = wanted
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'));
        match name {
            Some(name) if !given.is_empty() => names.push((name, start..start + given.len())),
            _ if wanted == given => {}
            _ => return None,
        }
        start += given.len() + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::match_path;

    #[test]
    fn addresses_match_by_path() {
        let template = "https://mkt.example.com/v1/{partnerId}/usage/{id}";
        let url = "http://localhost:8080/v1/p-1/usage/7?x=/y";
        let names = match_path(template, url).unwrap();
        let read: Vec<_> = names
            .iter()
            .map(|(name, at)| (*name, &url[at.clone()]))
            .collect();
        assert_eq!(read, [("partnerId", "p-1"), ("id", "7")]);
        for other in [
            "/v1/p-1/usage",
            "/v1//usage/7",
            "/v2/p-1/usage/7",
            "",
            "/v1/p-1/usage/7/8",
        ] {
            assert_eq!(match_path(template, other), None, "{other}");
        }
    }
}
