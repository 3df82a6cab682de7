//! What the checks of a run share: what the catalogue says about the merchant, and the ordinary calls many of them look at.

use std::collections::BTreeMap;

use koo_runtime::secret::Secret;
use koo_spec::catalogue::{Catalogue, Direction, Family, Interface};
use tokio::sync::OnceCell;

use super::life::{self, Life};
use super::walk::Walk;
use crate::message::Caller;

/// Nothing is signed here.
static NO_SECRETS: BTreeMap<String, Secret> = BTreeMap::new();

/// What the checks of a run share.
pub(super) struct Ground<'a> {
    /// Where what the platform answers about orders stands; nowhere if no calls are made.
    pub(super) catalogue: Option<&'a Catalogue>,
    /// The platform before it knows whom it calls: enough to ask what the catalogue says.
    pub(super) caller: Caller<'a>,
    /// The interfaces the platform calls on this merchant.
    pub(super) called: Vec<&'a Interface>,
    pub(super) life: Option<Life<'a>>,
    /// An ordinary call of every interface, made once for all checks.
    pub(super) walk: OnceCell<Walk>,
}

impl<'a> Ground<'a> {
    /// `is_served` says which interfaces the merchant has.
    pub(super) fn new(
        catalogue: Option<&'a Catalogue>,
        family: &'a Family,
        site: Option<&'a str>,
        is_served: impl Fn(&Interface) -> bool,
    ) -> Self {
        let caller = Caller {
            family,
            site,
            target: "",
            secrets: &NO_SECRETS,
        };
        let called: Vec<_> = family
            .interfaces
            .iter()
            .filter(|interface| interface.direction == Direction::PlatformToMerchant)
            .filter(|interface| caller.documents(interface) && interface.deprecated.is_none())
            .filter(|interface| is_served(interface))
            .collect();
        Self {
            catalogue,
            caller,
            life: life::life(&called),
            called,
            walk: OnceCell::new(),
        }
    }

    /// The interface whose calls are signed, changed and repeated: the one that makes an instance, or the first there is.
    pub(super) fn subject(&self) -> Option<&'a Interface> {
        let creating = self.life.as_ref().map(|life| life.creating);
        creating.or_else(|| self.called.first().copied())
    }
}
