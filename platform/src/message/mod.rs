//! What the platform says, and what it makes of the answer: requests composed and signed, replies judged, both from the
//! catalogue alone.

mod compose;
mod finding;
mod judge;
mod mask;
mod random;
mod sealed;
mod value;

use std::collections::BTreeMap;

use koo_runtime::secret::Secret;
use koo_spec::catalogue::{Family, Interface, Parameter, Scheme};

pub use compose::{ComposeError, Fill};
pub(crate) use finding::sources;
pub use finding::{Finding, Severity, Source};
pub use judge::Judgement;
pub use mask::HIDDEN;
pub use random::Random;
pub(crate) use sealed::{PLAIN_LENGTH, RANDOM, READABLE};
pub(crate) use value::moment as written_moment;

/// A JSON object: the parameters of a request by wire name, those of all places together.
pub type Payload = serde_json::Map<String, serde_json::Value>;

/// The platform as it talks to one merchant about one family.
///
/// The secrets are used to sign and to verify and stand in nothing that comes out of here.
#[derive(Clone, Copy)]
pub struct Caller<'a> {
    /// The family whose interfaces are called.
    pub family: &'a Family,
    /// The site that is played; without one, what all sites have in common is demanded.
    pub site: Option<&'a str>,
    /// The merchant's address. Interfaces with a path of their own are called below it.
    pub target: &'a str,
    /// The secrets shared with the merchant, by the names of recipes.
    pub secrets: &'a BTreeMap<String, Secret>,
}

impl<'a> Caller<'a> {
    /// Whether the site documents an interface.
    pub fn documents(&self, interface: &Interface) -> bool {
        self.is_of_site(&interface.sites)
    }

    /// Whether a list of sites names the site that is played; an empty list names all.
    pub fn is_of_site(&self, sites: &[koo_spec::catalogue::Placed<String>]) -> bool {
        let Some(site) = self.site else { return true };
        sites.is_empty() || sites.iter().any(|known| known.value == site)
    }

    /// The scheme that signs requests of an interface.
    pub fn scheme(&self, interface: &Interface) -> Option<&'a Scheme> {
        let scheme = interface.scheme.as_ref()?;
        self.family.schemes.get(&scheme.value)
    }

    /// The scheme of the replies of an interface, and whether a reply without signature is wrong.
    pub fn reply_scheme(&self, interface: &Interface) -> Option<(&'a Scheme, bool)> {
        let reply = interface.reply_scheme.as_ref()?;
        let scheme = self.family.schemes.get(&reply.scheme.value)?;
        let is_demanded = match self.site {
            Some(_) => self.is_of_site(&reply.sites),
            None => reply.sites.is_empty(),
        };
        Some((scheme, is_demanded))
    }

    /// The names of the secrets that calls of these interfaces and their replies need.
    pub fn secrets_of<'i>(
        family: &'a Family,
        interfaces: impl IntoIterator<Item = &'i Interface>,
    ) -> Vec<&'a str> {
        let mut schemes = Vec::new();
        for interface in interfaces {
            let reply = interface.reply_scheme.as_ref().map(|reply| &reply.scheme);
            let named = interface.scheme.iter().chain(reply);
            schemes.extend(named.filter_map(|scheme| family.schemes.get(&scheme.value)));
        }
        let names = family.secrets.keys().map(String::as_str);
        names
            .filter(|name| schemes.iter().any(|scheme| scheme.mentions(name)))
            .collect()
    }

    fn parameters<'i>(&self, parameters: &'i [Parameter]) -> impl Iterator<Item = &'i Parameter> {
        parameters
            .iter()
            .filter(|parameter| self.is_of_site(&parameter.sites))
    }
}
