//! Finds the scheme a command works with.

use clap::{Args, ValueEnum};
use koo_spec::catalogue::{Catalogue, Family, Interface, Scheme};
use koo_spec::names;

use crate::commands::Failure;

/// A side of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Side {
    /// What the caller sends.
    Request,
    /// What it gets back.
    Reply,
}

/// The arguments that name a scheme.
#[derive(Debug, Args)]
pub(crate) struct SchemeArguments {
    /// The interface whose scheme is used, such as saas-v2/newInstance; the family may be left out where one only has it.
    #[arg(
        long,
        value_name = "FAMILY/INTERFACE",
        required_unless_present = "scheme"
    )]
    interface: Option<String>,

    /// A scheme by its name, such as saas-v2/url-signature.
    #[arg(long, value_name = "FAMILY/SCHEME", conflicts_with = "interface")]
    scheme: Option<String>,

    /// Which message is signed; that of the scheme if one is named.
    #[arg(long, value_enum)]
    side: Option<Side>,
}

/// What the arguments name.
pub(crate) struct Found<'a> {
    pub(crate) family: &'a Family,
    pub(crate) interface: Option<&'a Interface>,
    pub(crate) scheme: &'a Scheme,
}

impl Found<'_> {
    /// The message that is signed.
    pub(crate) fn side(&self) -> Side {
        match self.scheme.of {
            koo_spec::catalogue::Side::Request => Side::Request,
            koo_spec::catalogue::Side::Reply => Side::Reply,
        }
    }

    /// The secrets the scheme needs.
    pub(crate) fn secrets(&self) -> Vec<&str> {
        let secrets = self.family.secrets.keys().map(String::as_str);
        secrets.filter(|name| self.scheme.mentions(name)).collect()
    }
}

impl SchemeArguments {
    /// The family, the interface and the scheme.
    pub(crate) fn find<'a>(&self, catalogue: &'a Catalogue) -> Result<Found<'a>, Failure> {
        if let Some(id) = &self.scheme {
            return self.by_name(catalogue, id);
        }
        let (family, interface) =
            names::interface(catalogue, self.interface.as_deref().unwrap_or_default())?;
        let scheme = match self.side.unwrap_or(Side::Request) {
            Side::Request => interface.scheme.as_ref(),
            Side::Reply => interface.reply_scheme.as_ref().map(|reply| &reply.scheme),
        };
        let scheme = scheme.and_then(|scheme| family.schemes.get(&scheme.value));
        let scheme = scheme.ok_or_else(|| {
            let side = match self.side {
                Some(Side::Reply) => "replies",
                _ => "requests",
            };
            Failure::Usage(format!(
                "{side} of {}/{} are not signed",
                family.id, interface.id
            ))
        })?;
        Ok(Found {
            family,
            interface: Some(interface),
            scheme,
        })
    }

    fn by_name<'a>(&self, catalogue: &'a Catalogue, id: &str) -> Result<Found<'a>, Failure> {
        let (family, scheme) = names::scheme(catalogue, id)?;
        let found = Found {
            family,
            interface: None,
            scheme,
        };
        match self.side {
            Some(side) if side != found.side() => Err(Failure::Usage(format!(
                "`{id}` signs the other side of a call; leave --side out"
            ))),
            _ => Ok(found),
        }
    }
}
