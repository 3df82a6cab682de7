//! Parameters: what came, what went, and each fact of those that stayed.

mod consequences;
mod handling;
mod limits;
mod presence;
mod values;

use std::collections::BTreeSet;

use consequences::{kind_rule, semver, summary};

use super::recorder::{Recorder, Scope, Shown, sites};
use super::rows::{fold, matched, split};
use super::site::Facts;
use crate::change::Change;
use crate::outline::Row;
use crate::party::Side;
use crate::rule::ParameterRule::{
    self, AddedConditional, AddedMandatory, AddedOptional, DefaultChanged, DefaultDropped,
    DefaultIntroduced, FieldRenamed, FormatChanged, FormatDropped, FormatIntroduced,
    HeldTypeChanged, LetterCaseChanged, LocationMoved, MaybeRenamed, RemovedMandatory,
    RemovedOptional, SiteNoteChanged, TypeRenamed,
};
use crate::rule::{Rule, Semver};

/// Compares the parameters of an interface; `all` are the sites both editions of it have.
pub(super) fn compare(
    recorder: &mut Recorder,
    scope: &Scope<'_>,
    old: &[Row],
    new: &[Row],
    all: (&[String], &[String]),
) {
    compare_named(recorder, scope, "", old, new, all);
}

/// Compares parameters that are called something more than their side and location.
pub(super) fn compare_named(
    recorder: &mut Recorder,
    scope: &Scope<'_>,
    what: &str,
    old: &[Row],
    new: &[Row],
    all: (&[String], &[String]),
) {
    // What schemes carry is compared with the schemes. An export without detail tells neither that nor variants.
    let full = recorder.full;
    let own = |rows: &[Row]| -> Vec<Row> {
        let own = rows.iter().filter(|row| !full || row.carried_by.is_none());
        own.map(|row| Row {
            variant: row.variant.clone().filter(|_| full),
            ..row.clone()
        })
        .collect()
    };
    let (old, new) = (own(old), own(new));
    let found = matched(&old, &new);
    let mut rows = Rows {
        recorder,
        scope,
        what,
        all,
    };
    for (old, new) in &found.pairs {
        rows.both(old, new, &found.pairs);
    }
    for row in &found.added {
        rows.added(row, None);
        if let Some(former) = found.removed.iter().find(|other| alike(other, row)) {
            rows.hint(&former.path);
        }
    }
    for row in &found.removed {
        rows.removed(row, None);
        if let Some(renamed) = found.added.iter().find(|other| alike(row, other)) {
            rows.hint(&renamed.path);
            let mut change = rows.change(MaybeRenamed, row, renamed);
            change.old = Some(row.path.clone());
            change.new = Some(renamed.path.clone());
            rows.recorder.changes.push(change);
        }
    }
}

/// Whether two rows could be one under two names.
fn alike(left: &Row, right: &Row) -> bool {
    let facts = |row: &Row| {
        let place = (row.of.clone(), row.variant.clone(), row.location.clone());
        let kind = (row.wire.clone().or(row.r#type.clone()), row.format.clone());
        (place, fold(split(&row.path).0), kind, Facts::of_all(row))
    };
    facts(left) == facts(right)
}

struct Rows<'r, 's> {
    recorder: &'r mut Recorder,
    scope: &'r Scope<'s>,
    what: &'r str,
    all: (&'r [String], &'r [String]),
}

impl Rows<'_, '_> {
    /// A change about two editions of a row.
    fn change(&self, rule: ParameterRule, old: &Row, new: &Row) -> Change {
        let side = Side::of(&new.of);
        let location = new.location.as_str();
        let mut words = vec![side.as_str(), location, new.path.as_str()];
        if !self.what.is_empty() {
            words = vec![self.what, new.path.as_str()];
        }
        let mut subject = words.join(" ");
        if let Some(variant) = &new.variant {
            subject = format!("{subject} of variant {variant}");
        }
        let pages = if new.pages.is_empty() {
            &old.pages
        } else {
            &new.pages
        };
        let items = old.rust.iter().chain(&new.rust).map(String::as_str);
        let scope = self.scope.clone();
        let scope = scope.at(old.at.as_ref(), new.at.as_ref());
        let mut change = scope
            .from(pages)
            .touching(items)
            .change(Rule::Parameter(side, rule), &subject);
        change.semver = semver(rule, old, new);
        change
    }

    fn push(
        &mut self,
        rule: ParameterRule,
        (old, new): (&Row, &Row),
        site: Option<&str>,
        was: Option<String>,
        is: Option<String>,
    ) {
        let mut change = self.change(rule, old, new);
        (change.old, change.new) = (was, is);
        change.site = site.map(ToOwned::to_owned);
        // What one site does differently changes no item.
        if site.is_some() {
            change.semver = change.semver.min(Semver::Patch);
        }
        change.sql = self.sql(rule, new);
        self.recorder.changes.push(change);
    }

    /// Says of the last change that it may be one half of a renaming.
    fn hint(&mut self, other: &str) {
        if let Some(change) = self.recorder.changes.last_mut() {
            change.hint = Some(format!("perhaps `{other}` under another name"));
        }
    }

    fn added(&mut self, row: &Row, site: Option<&str>) {
        let rule = match row.required.as_deref() {
            Some("M") => AddedMandatory,
            Some("C") => AddedConditional,
            _ => AddedOptional,
        };
        self.push(rule, (row, row), site, None, Some(summary(row)));
        if let Some(change) = self.recorder.changes.last_mut() {
            change.old_at = change.old_at.take().filter(|_| site.is_some());
        }
    }

    fn removed(&mut self, row: &Row, site: Option<&str>) {
        let rule = match row.required.as_deref() {
            Some("M") => RemovedMandatory,
            _ => RemovedOptional,
        };
        self.push(rule, (row, row), site, Some(summary(row)), None);
        if let Some(change) = self.recorder.changes.last_mut() {
            change.new_at = change.new_at.take().filter(|_| site.is_some());
        }
    }

    fn both(&mut self, old: &Row, new: &Row, pairs: &[(&Row, &Row)]) {
        let rows = (old, new);
        self.name(rows, pairs);
        self.kind(rows);
        let (was, is) = (Facts::of_all(old), Facts::of_all(new));
        self.facts(rows, None, &was, &is);
        let full = self.recorder.full;
        let own = |row: &Row| -> Vec<String> { row.differences.keys().cloned().collect() };
        let known: BTreeSet<String> = own(old).into_iter().chain(own(new)).collect();
        // An export without detail does not tell what sites do differently.
        for site in known.iter().filter(|_| full) {
            let (was, is) = Facts::on_site(site, old, new);
            self.facts(rows, Some(site), &was, &is);
            let note = |row: &Row| {
                row.differences
                    .get(site)
                    .and_then(|other| other.doc.clone())
            };
            self.fact_on(
                rows,
                Some(site),
                SiteNoteChanged,
                note(old).as_ref(),
                note(new).as_ref(),
            );
            let rest = |row: &Row| {
                let difference = row.differences.get(site);
                difference
                    .map(|other| other.rest.clone())
                    .unwrap_or_default()
            };
            for member in self.recorder.differing_rest(&rest(old), &rest(new)) {
                let shown = |value: Option<String>| {
                    value.map(|value| format!("{}: {value}", member.subject))
                };
                let (was, is) = (shown(member.old), shown(member.new));
                self.push(SiteNoteChanged, rows, Some(site), was, is);
            }
        }
        let (all_old, all_new) = self.all;
        let (added, removed) = sites(&old.sites, &new.sites, all_old, all_new);
        for site in added {
            self.added(new, Some(site));
        }
        for site in removed {
            self.removed(old, Some(site));
        }
        self.listed(rows);
        self.limits(rows);
        self.handling(rows);
        self.words(rows);
        self.rest(rows);
    }

    fn name(&mut self, rows: (&Row, &Row), pairs: &[(&Row, &Row)]) {
        let (old, new) = rows;
        let (name, other) = (split(&old.path).1, split(&new.path).1);
        if name != other {
            let (was, is) = (Some(name.to_owned()), Some(other.to_owned()));
            self.push(LetterCaseChanged, rows, None, was, is);
        }
        if old.location != new.location {
            // A member moves with its object, which says so.
            let parent = fold(split(&old.path).0);
            let with_parent = pairs.iter().any(|(other, moved)| {
                fold(&other.path) == parent
                    && other.of == old.of
                    && other.location != moved.location
            });
            if !with_parent {
                let (was, is) = (Some(old.location.clone()), Some(new.location.clone()));
                self.push(LocationMoved, rows, None, was, is);
            }
        }
        let field = |row: &Row| {
            let item = row.rust.as_deref()?;
            item.rsplit("::").next().map(ToOwned::to_owned)
        };
        if let (Some(was), Some(is)) = (field(old), field(new))
            && was != is
            && name == other
        {
            self.push(FieldRenamed, rows, None, Some(was), Some(is));
        }
    }

    fn kind(&mut self, rows: (&Row, &Row)) {
        let (old, new) = rows;
        let wire = |row: &Row| row.wire.clone().or_else(|| row.r#type.clone());
        // An export without forms on the wire has the types' names only.
        let (was, is) = if old.wire.is_some() && new.wire.is_some() {
            (wire(old), wire(new))
        } else {
            (old.r#type.clone(), new.r#type.clone())
        };
        let (Some(was), Some(is)) = (was, is) else {
            return;
        };
        let shown = |row: &Row, wire: &str| {
            let name = row.r#type.as_deref().unwrap_or(wire);
            if name == wire {
                wire.to_owned()
            } else {
                format!("{name} ({wire})")
            }
        };
        if was != is {
            let rule = kind_rule(&was, &is);
            self.push(
                rule,
                rows,
                None,
                Some(shown(old, &was)),
                Some(shown(new, &is)),
            );
        } else if old.r#type != new.r#type {
            self.push(
                TypeRenamed,
                rows,
                None,
                old.r#type.clone(),
                new.r#type.clone(),
            );
        }
        self.fact(
            rows,
            HeldTypeChanged,
            old.holds.as_ref(),
            new.holds.as_ref(),
        );
    }

    /// Facts that sites may give differently.
    fn facts(&mut self, rows: (&Row, &Row), site: Option<&str>, old: &Facts, new: &Facts) {
        if let (Some(was), Some(is)) = (&old.mark, &new.mark) {
            self.mark(rows, site, was, is);
        }
        if let (Some(was), Some(is)) = (old.length, new.length) {
            self.length(rows, site, was, is);
        }
        if let (Some(was), Some(is)) = (&old.values, &new.values) {
            self.values(rows, site, was, is);
        }
        if let (Some(was), Some(is)) = (&old.default, &new.default) {
            let rules = [DefaultIntroduced, DefaultDropped, DefaultChanged];
            self.triple(rows, site, rules, was.0.as_ref(), is.0.as_ref());
        }
        if let (Some(was), Some(is)) = (&old.format, &new.format) {
            let rules = [FormatIntroduced, FormatDropped, FormatChanged];
            self.triple(rows, site, rules, was.0.as_ref(), is.0.as_ref());
        }
    }

    fn fact<T: PartialEq + Shown>(
        &mut self,
        rows: (&Row, &Row),
        rule: ParameterRule,
        old: Option<&T>,
        new: Option<&T>,
    ) {
        self.fact_on(rows, None, rule, old, new);
    }

    fn fact_on<T: PartialEq + Shown>(
        &mut self,
        rows: (&Row, &Row),
        site: Option<&str>,
        rule: ParameterRule,
        old: Option<&T>,
        new: Option<&T>,
    ) {
        self.triple(rows, site, [rule; 3], old, new);
    }

    /// A fact that may be absent: introduced, dropped, changed.
    fn triple<T: PartialEq + Shown>(
        &mut self,
        rows: (&Row, &Row),
        site: Option<&str>,
        [introduced, dropped, changed]: [ParameterRule; 3],
        old: Option<&T>,
        new: Option<&T>,
    ) {
        let Some((was, is)) = self.recorder.differing(old, new) else {
            return;
        };
        let rule = match (was, is) {
            (None, _) => introduced,
            (_, None) => dropped,
            _ => changed,
        };
        self.push(
            rule,
            rows,
            site,
            was.map(Shown::shown),
            is.map(Shown::shown),
        );
    }
}
