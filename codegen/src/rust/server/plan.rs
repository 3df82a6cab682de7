//! What is served: whose side, which interfaces, and in which groups they are signed.

use std::collections::{BTreeMap, BTreeSet};

use koo_spec::catalogue::{Direction, Family, Interface, Location, Scheme, Side, Type};
use proc_macro2::Ident;

use super::super::{codes, names};

/// The group of calls that nobody signs.
pub(super) const UNSIGNED: &str = "unsigned";

/// The side that is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rust) enum Party {
    /// The merchant's server, called by the platform.
    Merchant,
    /// The platform as a merchant's tests meet it.
    Platform,
}

impl Party {
    /// Who calls it.
    const fn direction(self) -> Direction {
        match self {
            Self::Merchant => Direction::PlatformToMerchant,
            Self::Platform => Direction::MerchantToPlatform,
        }
    }

    /// The trait that is implemented for it.
    pub(super) const fn trait_name(self) -> &'static str {
        match self {
            Self::Merchant => "Merchant",
            Self::Platform => "Platform",
        }
    }
}

/// What is served.
pub(in crate::rust) struct Plan<'a> {
    pub(super) family: &'a Family,
    pub(super) party: Party,
    pub(super) interfaces: Vec<&'a Interface>,
    /// By name; one at least.
    pub(super) groups: Vec<Group<'a>>,
    /// Whether the interfaces have addresses of their own.
    pub(super) routed: bool,
}

/// Interfaces that share the scheme of requests and that of replies.
pub(super) struct Group<'a> {
    pub(super) name: String,
    pub(super) request: Option<&'a Scheme>,
    pub(super) reply: Option<&'a Scheme>,
    pub(super) interfaces: Vec<&'a Interface>,
}

impl Group<'_> {
    /// The name as a field or a method.
    pub(super) fn ident(&self) -> Ident {
        names::value(&self.name)
    }
}

impl<'a> Plan<'a> {
    /// What merchants serve: interfaces at one address, told apart by one parameter, or interfaces with addresses of
    /// their own. `folded` has variants inside their interfaces, `unfolded` as interfaces.
    pub(in crate::rust) fn merchant(folded: &'a Family, unfolded: &'a Family) -> Option<Self> {
        let shaped = folded.transport.code.is_some()
            && folded.transport.message.is_some()
            && codes::has_codes(folded);
        if !shaped {
            return None;
        }
        Self::routed(unfolded, Party::Merchant).or_else(|| Self::at_one_address(folded))
    }

    /// What the platform serves, for tests.
    pub(in crate::rust) fn platform(unfolded: &'a Family) -> Option<Self> {
        Self::routed(unfolded, Party::Platform)
    }

    fn at_one_address(family: &'a Family) -> Option<Self> {
        let interfaces: Vec<&Interface> = family
            .interfaces
            .iter()
            .filter(|interface| {
                interface.direction == Direction::PlatformToMerchant && interface.select.len() == 1
            })
            .collect();
        let request = scheme_of(interfaces.first()?)?;
        let same = interfaces
            .iter()
            .all(|interface| scheme_of(interface) == Some(request));
        if !same || family.selector().is_none() {
            return None;
        }
        let reply = interfaces
            .iter()
            .find_map(|interface| reply_scheme(family, interface));
        let group = Group {
            name: request.to_owned(),
            request: Some(family.schemes.get(request)?),
            reply,
            interfaces: interfaces.clone(),
        };
        Some(Self {
            family,
            party: Party::Merchant,
            interfaces,
            groups: vec![group],
            routed: false,
        })
    }

    fn routed(family: &'a Family, party: Party) -> Option<Self> {
        let mut interfaces: Vec<&Interface> = Vec::new();
        for interface in &family.interfaces {
            let has_address =
                interface.direction == party.direction() && !interface.urls.is_empty();
            // A variant at the same address is another form of the same message.
            if has_address
                && !interfaces
                    .iter()
                    .any(|other| meet(family, other, interface))
            {
                interfaces.push(interface);
            }
        }
        let mut groups: BTreeMap<String, Group<'a>> = BTreeMap::new();
        for interface in &interfaces {
            let request = scheme_of(interface).and_then(|scheme| family.schemes.get(scheme));
            let reply = reply_scheme(family, interface);
            let name = group_name(&groups, request, reply);
            let group = groups.entry(name.clone()).or_insert_with(|| Group {
                name,
                request,
                reply,
                interfaces: Vec::new(),
            });
            group.interfaces.push(interface);
        }
        (!interfaces.is_empty()).then(|| Self {
            family,
            party,
            interfaces,
            groups: groups.into_values().collect(),
            routed: true,
        })
    }

    /// Whether the parameters of all interfaces travel in the query and not in a body.
    pub(super) fn in_query(&self) -> bool {
        let at = |interface: &Interface, location| interface.at(location).next().is_some();
        let interfaces = &self.interfaces;
        interfaces
            .iter()
            .all(|interface| !at(interface, Location::Body))
            && interfaces
                .iter()
                .any(|interface| at(interface, Location::Query))
    }

    /// The only group, if there is one only.
    pub(super) fn only_group(&self) -> Option<&Group<'a>> {
        match self.groups.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// The group of an interface.
    pub(super) fn group_of(&self, interface: &Interface) -> Option<&Group<'a>> {
        let holds = |group: &&Group<'a>| {
            let mut interfaces = group.interfaces.iter();
            interfaces.any(|other| other.id == interface.id)
        };
        self.groups.iter().find(holds)
    }

    /// The member of every reply that holds the code, and the one that holds the message.
    pub(super) fn fields(&self) -> (String, String) {
        let transport = &self.family.transport;
        let name = |field: &Option<koo_spec::catalogue::Placed<String>>, otherwise: &str| {
            let name = field.as_ref().map(|name| name.value.clone());
            name.unwrap_or_else(|| otherwise.to_owned())
        };
        (
            name(&transport.code, "code"),
            name(&transport.message, "message"),
        )
    }
}

fn group_name(
    groups: &BTreeMap<String, Group<'_>>,
    request: Option<&Scheme>,
    reply: Option<&Scheme>,
) -> String {
    let id = |scheme: Option<&Scheme>| scheme.map(|scheme| scheme.id.clone());
    let known = groups
        .values()
        .find(|group| id(group.request) == id(request) && id(group.reply) == id(reply));
    if let Some(known) = known {
        return known.name.clone();
    }
    let name = id(request).unwrap_or_else(|| UNSIGNED.to_owned());
    match id(reply) {
        Some(reply) if groups.contains_key(&name) => format!("{name}-{reply}"),
        _ => name,
    }
}

fn scheme_of(interface: &Interface) -> Option<&str> {
    let scheme = interface.scheme.as_ref()?;
    Some(scheme.value.as_str())
}

fn reply_scheme<'a>(family: &'a Family, interface: &Interface) -> Option<&'a Scheme> {
    let reply = interface.reply_scheme.as_ref()?;
    let scheme = family.schemes.get(&reply.scheme.value)?;
    (scheme.of == Side::Reply).then_some(scheme)
}

/// The method of an interface, empty if the contract leaves it open.
pub(in crate::rust) fn method<'a>(family: &'a Family, interface: &'a Interface) -> &'a str {
    let method = interface.method.as_ref();
    method
        .or(family.transport.method.as_ref())
        .map_or("", String::as_str)
}

/// The addresses of an interface, each once.
pub(in crate::rust) fn urls(interface: &Interface) -> BTreeSet<&str> {
    interface.urls.values().map(String::as_str).collect()
}

/// Whether nothing tells the calls of two interfaces apart.
fn meet(family: &Family, left: &Interface, right: &Interface) -> bool {
    let selected = |interface: &Interface| -> Vec<(String, String)> {
        let pairs = interface.select.iter();
        pairs
            .map(|(name, value)| (name.clone(), value.value.clone()))
            .collect()
    };
    method(family, left) == method(family, right)
        && selected(left) == selected(right)
        && !urls(left).is_disjoint(&urls(right))
}

/// The members of an interface's reply that hold the code and the message, if it has a code.
pub(super) fn reply_fields<'a>(
    plan: &'a Plan<'_>,
    interface: &'a Interface,
) -> Option<(&'a str, &'a str)> {
    let reply: Vec<_> = interface.reply.at(Location::Body).collect();
    let is_code =
        |parameter: &&koo_spec::catalogue::Parameter| parameter.r#type.value == Type::ResultCode;
    let code = reply.iter().position(is_code)?;
    let common = plan.family.transport.message.as_ref();
    let named = reply
        .iter()
        .find(|parameter| common.is_some_and(|common| common.value == parameter.name));
    // Tables put the text right behind the code.
    let next = || {
        let next = reply.get(code + 1)?;
        (next.r#type.value == Type::String).then_some(next)
    };
    let message = named
        .or_else(next)
        .map_or("", |message| message.name.as_str());
    reply.get(code).map(|code| (code.name.as_str(), message))
}
