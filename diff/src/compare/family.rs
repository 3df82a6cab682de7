//! Families as a whole, and the order in which their parts are compared.

use std::collections::BTreeMap;

use super::recorder::{Recorder, Rules, Scope, keyed};
use super::{cipher, code, interface, scheme, sdk, secret, sources, transport, trial};
use crate::change::PlaceKind;
use crate::outline::{Family, Interface, Page};
use crate::party::Direction;
use crate::rule::ContractRule;

/// Both editions of a family and what their parts share.
#[derive(Clone, Copy)]
pub(super) struct Editions<'a> {
    pub(super) old: &'a Family,
    pub(super) new: &'a Family,
    pub(super) urls: &'a BTreeMap<&'a str, &'a str>,
}

impl<'a> Editions<'a> {
    /// The scope of a part that concerns whoever takes part in any interface of the family.
    pub(super) fn scope(self, kind: PlaceKind, id: &str) -> Scope<'a> {
        Scope::new(self.new, kind, id, self.directions(|_| true), self.urls)
    }

    /// The directions of some interfaces of the family; what no interface uses concerns nobody. A family without interfaces is one of an SDK or of packages,
    /// which the merchant uses towards the platform.
    pub(super) fn directions(self, wanted: impl Fn(&Interface) -> bool) -> Vec<Direction> {
        if self.old.interfaces.is_empty() && self.new.interfaces.is_empty() {
            return vec![Direction::MerchantToPlatform];
        }
        let interfaces = self.old.interfaces.iter().chain(&self.new.interfaces);
        let mut directions: Vec<_> = interfaces
            .filter(|interface| wanted(interface))
            .map(direction)
            .collect();
        directions.sort();
        directions.dedup();
        directions
    }
}

/// Who calls whom at an interface.
pub(super) fn direction(interface: &Interface) -> Direction {
    Direction::of(
        interface.direction.as_deref().unwrap_or_default(),
        !interface.urls.is_empty(),
    )
}

/// Compares all families.
pub(super) fn compare(recorder: &mut Recorder, old: &[Family], new: &[Family]) {
    for pair in keyed(old, new, |family| &family.id) {
        match pair {
            (Some(old), Some(new)) => both(recorder, old, new),
            (None, Some(family)) => whole(recorder, family, ContractRule::FamilyAdded),
            (Some(family), None) => whole(recorder, family, ContractRule::FamilyRemoved),
            (None, None) => {}
        }
    }
}

/// A family that is new or gone; its parts are not listed.
fn whole(recorder: &mut Recorder, family: &Family, rule: ContractRule) {
    let urls = BTreeMap::new();
    let editions = Editions {
        old: family,
        new: family,
        urls: &urls,
    };
    let at = family.at.as_ref();
    let is_new = rule == ContractRule::FamilyAdded;
    let scope = editions.scope(PlaceKind::Family, "");
    let scope = if is_new {
        scope.at(None, at)
    } else {
        scope.at(at, None)
    };
    let count = Some(match family.interfaces.len() {
        1 => "1 interface".to_owned(),
        count => format!("{count} interfaces"),
    });
    let (old, new) = if is_new { (None, count) } else { (count, None) };
    recorder.push(&scope, rule, "", old, new);
}

fn both(recorder: &mut Recorder, old: &Family, new: &Family) {
    let pages = |family: &'_ Family| family.pages.clone().unwrap_or_default();
    let (old_pages, new_pages) = (pages(old), pages(new));
    let url = |page: &'_ Page| page.url.clone().map(|url| (page.id.clone(), url));
    let urls: BTreeMap<String, String> =
        old_pages.iter().chain(&new_pages).filter_map(url).collect();
    let urls = urls
        .iter()
        .map(|(id, url)| (id.as_str(), url.as_str()))
        .collect();
    let editions = Editions {
        old,
        new,
        urls: &urls,
    };
    itself(recorder, editions);
    transport::compare(recorder, editions);
    interface::compare(recorder, editions);
    scheme::compare(recorder, editions);
    cipher::compare(recorder, editions);
    code::compare(recorder, editions);
    sdk::compare(recorder, editions);
    secret::compare(recorder, editions);
    trial::compare(recorder, editions);
    sources::compare(recorder, editions);
}

fn itself(recorder: &mut Recorder, editions: Editions<'_>) {
    let Editions { old, new, .. } = editions;
    let scope = editions
        .scope(PlaceKind::Family, "")
        .at(old.at.as_ref(), new.at.as_ref());
    let status = if new.status.as_deref() == Some("current") {
        ContractRule::FamilyReinstated
    } else {
        ContractRule::FamilyWithdrawn
    };
    recorder.fact(
        &scope,
        Rules::one(status),
        "status",
        old.status.as_ref(),
        new.status.as_ref(),
    );
    // An export without sites says nothing about them.
    if !old.sites.is_empty() && !new.sites.is_empty() {
        let rules = (
            ContractRule::FamilySiteAdded,
            ContractRule::FamilySiteRemoved,
        );
        recorder.set(&scope, rules, "sites", &old.sites, &new.sites);
    }
    let described = Rules::one(ContractRule::FamilyDescribed);
    let title = |family: &Family| (!family.title.en.is_empty()).then(|| family.title.clone());
    recorder.fact(
        &scope,
        described,
        "title",
        title(old).as_ref(),
        title(new).as_ref(),
    );
    recorder.fact(
        &scope,
        described,
        "description",
        old.doc.as_ref(),
        new.doc.as_ref(),
    );
    recorder.rest(
        &scope,
        ContractRule::FamilyDescribed,
        "",
        &old.rest,
        &new.rest,
    );
}
