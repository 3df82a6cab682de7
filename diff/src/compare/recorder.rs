//! Collects changes, and compares single facts.

use std::collections::BTreeMap;

use crate::change::{Change, Place, PlaceKind, SourcePage};
use crate::outline::{Family, RuleInWords, Text};
use crate::party::{Direction, Side};
use crate::rule::{ContractRule, Rule};

/// Collects changes.
pub(super) struct Recorder {
    /// Whether both outlines carry everything; otherwise what one of them lacks is not compared.
    pub(super) full: bool,
    /// Whether both outlines carry everything a spec says, not only what older exports had.
    pub(super) grown: bool,
    pub(super) changes: Vec<Change>,
}

/// The rules for a fact that may be absent.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rules {
    pub(super) introduced: Rule,
    pub(super) dropped: Rule,
    pub(super) changed: Rule,
}

impl Rules {
    /// Three rules of the contract.
    pub(super) const fn contract(
        introduced: ContractRule,
        dropped: ContractRule,
        changed: ContractRule,
    ) -> Self {
        Self {
            introduced: Rule::Contract(introduced),
            dropped: Rule::Contract(dropped),
            changed: Rule::Contract(changed),
        }
    }

    /// One rule of the contract for all.
    pub(super) const fn one(rule: ContractRule) -> Self {
        Self::contract(rule, rule, rule)
    }
}

/// What changes belong to and whom they concern.
#[derive(Clone)]
pub(super) struct Scope<'a> {
    pub(super) place: Place,
    pub(super) directions: Vec<Direction>,
    pub(super) side: Side,
    /// Addresses of pages by id.
    pub(super) urls: &'a BTreeMap<&'a str, &'a str>,
    pub(super) old_at: Option<&'a str>,
    pub(super) new_at: Option<&'a str>,
    pub(super) pages: Vec<&'a str>,
    pub(super) items: Vec<&'a str>,
}

impl<'a> Scope<'a> {
    /// The scope of a part of a family.
    pub(super) fn new(
        family: &'a Family,
        kind: PlaceKind,
        id: &str,
        directions: Vec<Direction>,
        urls: &'a BTreeMap<&'a str, &'a str>,
    ) -> Self {
        Self {
            place: Place {
                family: family.id.clone(),
                kind,
                id: id.to_owned(),
                title: String::new(),
            },
            directions,
            side: Side::Request,
            urls,
            old_at: None,
            new_at: None,
            pages: Vec::new(),
            items: Vec::new(),
        }
    }

    /// The same with other positions.
    pub(super) fn at(mut self, old: Option<&'a String>, new: Option<&'a String>) -> Self {
        self.old_at = old.map(String::as_str);
        self.new_at = new.map(String::as_str);
        self
    }

    /// The same at the place of a single fact, where exports tell it.
    pub(super) fn at_fact(
        &self,
        name: &str,
        [old, new]: [&'a Option<BTreeMap<String, String>>; 2],
    ) -> Self {
        let place = |places: &'a Option<BTreeMap<String, String>>| {
            places.as_ref()?.get(name).map(String::as_str)
        };
        Self {
            old_at: place(old).or(self.old_at),
            new_at: place(new).or(self.new_at),
            ..self.clone()
        }
    }

    /// The same with other pages.
    pub(super) fn from(mut self, pages: &'a [String]) -> Self {
        self.pages = pages.iter().map(String::as_str).collect();
        self
    }

    /// The same about another side.
    pub(super) fn about(mut self, side: Side) -> Self {
        self.side = side;
        self
    }

    /// The same with items of the generated crate.
    pub(super) fn touching(mut self, items: impl IntoIterator<Item = &'a str>) -> Self {
        self.items = Vec::new();
        for item in items {
            if !self.items.contains(&item) {
                self.items.push(item);
            }
        }
        self
    }

    /// A change in this scope.
    pub(super) fn change(&self, rule: Rule, subject: &str) -> Change {
        let page = |id: &&str| SourcePage {
            id: (*id).to_owned(),
            url: self.urls.get(id).map(|url| (*url).to_owned()),
        };
        Change {
            rule,
            place: self.place.clone(),
            subject: subject.to_owned(),
            site: None,
            old: None,
            new: None,
            old_at: self.old_at.map(ToOwned::to_owned),
            new_at: self.new_at.map(ToOwned::to_owned),
            pages: self.pages.iter().map(page).collect(),
            items: self.items.iter().map(|item| (*item).to_owned()).collect(),
            semver: rule.semver(),
            sql: None,
            hint: None,
            directions: self.directions.clone(),
            side: self.side,
        }
    }
}

impl Recorder {
    /// Records a change of the contract.
    pub(super) fn push(
        &mut self,
        scope: &Scope<'_>,
        rule: ContractRule,
        subject: &str,
        old: Option<String>,
        new: Option<String>,
    ) {
        let mut change = scope.change(Rule::Contract(rule), subject);
        (change.old, change.new) = (old, new);
        self.changes.push(change);
    }

    /// Compares a thing that both editions have; of one that a single edition has, records that it is `added` or
    /// `removed`.
    pub(super) fn pair<'b, T>(
        &mut self,
        scope: &Scope<'_>,
        pair: (Option<&'b T>, Option<&'b T>),
        added: ContractRule,
        removed: ContractRule,
        both: impl FnOnce(&mut Self, &'b T, &'b T),
    ) {
        match pair {
            (Some(old), Some(new)) => both(self, old, new),
            (None, Some(_)) => self.push(scope, added, "", None, None),
            (Some(_), None) => self.push(scope, removed, "", None, None),
            (None, None) => {}
        }
    }

    /// Both sides of a fact, if they can be compared and differ.
    pub(super) fn differing<'b, T: PartialEq>(
        &self,
        old: Option<&'b T>,
        new: Option<&'b T>,
    ) -> Option<(Option<&'b T>, Option<&'b T>)> {
        let comparable = self.full || old.is_some() && new.is_some();
        (comparable && old != new).then_some((old, new))
    }

    /// Compares a fact that may be absent.
    pub(super) fn fact<T: PartialEq + Shown>(
        &mut self,
        scope: &Scope<'_>,
        rules: Rules,
        subject: &str,
        old: Option<&T>,
        new: Option<&T>,
    ) {
        let Some((old, new)) = self.differing(old, new) else {
            return;
        };
        let rule = match (old, new) {
            (None, _) => rules.introduced,
            (_, None) => rules.dropped,
            _ => rules.changed,
        };
        let mut change = scope.change(rule, subject);
        change.old = old.map(Shown::shown);
        change.new = new.map(Shown::shown);
        self.changes.push(change);
    }

    /// Whether an empty list may stand for one that an export left out.
    const fn cannot_tell(&self, old_is_empty: bool, new_is_empty: bool) -> bool {
        !self.full && (old_is_empty || new_is_empty)
    }

    /// Compares two sets of words.
    pub(super) fn set<'b>(
        &mut self,
        scope: &Scope<'_>,
        (added, removed): (ContractRule, ContractRule),
        subject: &str,
        old: &'b [String],
        new: &'b [String],
    ) {
        if self.cannot_tell(old.is_empty(), new.is_empty()) {
            return;
        }
        for word in new.iter().filter(|word| !old.contains(word)) {
            self.push(scope, added, subject, None, Some(word.clone()));
        }
        for word in old.iter().filter(|word| !new.contains(word)) {
            self.push(scope, removed, subject, Some(word.clone()), None);
        }
    }

    /// Compares two sets of texts. A text that takes the place of another is an addition and a removal.
    pub(super) fn texts(
        &mut self,
        scope: &Scope<'_>,
        rules: (ContractRule, ContractRule),
        subject: &str,
        old: &[Text],
        new: &[Text],
    ) {
        let shown = |texts: &[Text]| texts.iter().map(Shown::shown).collect::<Vec<_>>();
        self.set(scope, rules, subject, &shown(old), &shown(new));
    }

    /// Compares two sets of rules in words; on other sites a rule is another one.
    pub(super) fn rules_in_words(
        &mut self,
        scope: &Scope<'_>,
        rules: (ContractRule, ContractRule),
        described: ContractRule,
        old: &[RuleInWords],
        new: &[RuleInWords],
    ) {
        let shown = |rules: &[RuleInWords]| rules.iter().map(Shown::shown).collect::<Vec<_>>();
        self.set(scope, rules, "rule", &shown(old), &shown(new));
        for is in new {
            let same = old.iter().find(|was| was.shown() == is.shown());
            if let Some(was) = same {
                let subject = format!("rule \"{}\"", is.doc.en);
                self.rest(scope, described, &subject, &was.rest, &is.rest);
            }
        }
    }

    /// Compares two sets of source pages.
    pub(super) fn sources(
        &mut self,
        scope: &Scope<'_>,
        rule: ContractRule,
        subject: &str,
        old: &[String],
        new: &[String],
    ) {
        if !self.cannot_tell(old.is_empty(), new.is_empty()) && sorted(old) != sorted(new) {
            let (old, new) = (sorted(old).join(", "), sorted(new).join(", "));
            self.push(scope, rule, subject, Some(old), Some(new));
        }
    }

    /// Compares addresses or other named texts; each name is a change of its own.
    pub(super) fn named(
        &mut self,
        scope: &Scope<'_>,
        rules: Rules,
        subject: &str,
        old: &BTreeMap<String, String>,
        new: &BTreeMap<String, String>,
    ) {
        if self.cannot_tell(old.is_empty(), new.is_empty()) {
            return;
        }
        for (name, old, new) in pairs(old, new) {
            if old == new {
                continue;
            }
            let subject = if name.is_empty() {
                subject.to_owned()
            } else {
                format!("{subject} {name}")
            };
            let rule = match (old, new) {
                (None, _) => rules.introduced,
                (_, None) => rules.dropped,
                _ => rules.changed,
            };
            let mut change = scope.change(rule, &subject);
            (change.old, change.new) = (old.cloned(), new.cloned());
            self.changes.push(change);
        }
    }

    /// Both sides of a list that an export may lack.
    pub(super) fn lists<'b, T>(
        &self,
        old: Option<&'b [T]>,
        new: Option<&'b [T]>,
    ) -> Option<(&'b [T], &'b [T])> {
        let comparable = self.full || old.is_some() && new.is_some();
        comparable.then(|| (old.unwrap_or_default(), new.unwrap_or_default()))
    }
}

/// Members of two maps by name.
pub(super) fn pairs<'b, T>(
    old: &'b BTreeMap<String, T>,
    new: &'b BTreeMap<String, T>,
) -> Vec<(&'b str, Option<&'b T>, Option<&'b T>)> {
    let gone = old.iter().filter(|(name, _)| !new.contains_key(*name));
    new.iter()
        .map(|(name, value)| (name.as_str(), old.get(name), Some(value)))
        .chain(gone.map(|(name, value)| (name.as_str(), Some(value), None)))
        .collect()
}

/// Elements of two lists by key: those of the new list first, then those that are gone.
pub(super) fn keyed<'b, T>(
    old: &'b [T],
    new: &'b [T],
    key: impl Fn(&T) -> &str,
) -> Vec<(Option<&'b T>, Option<&'b T>)> {
    let find = |list: &'b [T], wanted: &T| list.iter().find(|other| key(other) == key(wanted));
    let gone = old.iter().filter(|one| find(new, one).is_none());
    new.iter()
        .map(|one| (find(old, one), Some(one)))
        .chain(gone.map(|one| (Some(one), None)))
        .collect()
}

/// A list in an order that does not depend on how it is written.
pub(super) fn sorted(list: &[String]) -> Vec<String> {
    let mut list = list.to_vec();
    list.sort();
    list.dedup();
    list
}

/// What an old and a new list of sites say about sites that both editions have: those that are new, those that are
/// gone. An empty list means all.
pub(super) fn sites<'b>(
    old: &'b [String],
    new: &'b [String],
    old_all: &'b [String],
    new_all: &'b [String],
) -> (Vec<&'b str>, Vec<&'b str>) {
    let names = |list: &[String], site: &String| list.is_empty() || list.contains(site);
    let (mut added, mut removed) = (Vec::new(), Vec::new());
    for site in new_all.iter().filter(|site| old_all.contains(site)) {
        match (names(old, site), names(new, site)) {
            (false, true) => added.push(site.as_str()),
            (true, false) => removed.push(site.as_str()),
            _ => {}
        }
    }
    (added, removed)
}

/// How a fact is shown in a report.
pub(super) trait Shown {
    /// The fact in a few words.
    fn shown(&self) -> String;
}

impl Shown for String {
    fn shown(&self) -> String {
        self.clone()
    }
}

impl Shown for u64 {
    fn shown(&self) -> String {
        self.to_string()
    }
}

impl Shown for bool {
    fn shown(&self) -> String {
        if *self { "yes" } else { "no" }.to_owned()
    }
}

impl Shown for Text {
    fn shown(&self) -> String {
        match &self.zh {
            Some(zh) if self.en.is_empty() => zh.clone(),
            Some(zh) => format!("{} ({zh})", self.en),
            None => self.en.clone(),
        }
    }
}

impl Shown for RuleInWords {
    fn shown(&self) -> String {
        let text = self.doc.shown();
        if self.sites.is_empty() {
            text
        } else {
            format!("{text} [{}]", sorted(&self.sites).join(", "))
        }
    }
}

impl Shown for Vec<String> {
    fn shown(&self) -> String {
        self.join(", ")
    }
}
