//! Parameters: what came, what went, and each fact of those that stayed.

use std::collections::BTreeSet;

use super::recorder::{Recorder, Scope, Shown, sites, sorted};
use super::rows::{fold, matched, split};
use super::site::{Facts, Length, Mark};
use crate::change::Change;
use crate::outline::{Listed, Row};
use crate::party::{Party, Side};
use crate::rule::ParameterRule::{
    self, AddedConditional, AddedMandatory, AddedOptional, BecameEnumeration, BecameSensitive,
    BecameText, ConditionChanged, ConditionReworded, ConditionalBecameMandatory,
    ConditionalBecameOptional, ConfidenceChanged, DecimalNarrowed, DecimalWidened, DecisionChanged,
    DefaultChanged, DefaultDropped, DefaultIntroduced, Deprecated, Described, EmissionChanged,
    EncryptionChanged, EncryptionDropped, EncryptionIntroduced, FieldRenamed, FormatChanged,
    FormatDropped, FormatIntroduced, HeldTypeChanged, ItemsNarrowed, ItemsWidened,
    LengthBecameKnown, LengthBecameUnknown, LengthDeclaredUnlimited, LengthIntroduced,
    LengthLifted, LengthNarrowed, LengthNoLongerUnlimited, LengthWidened, LetterCaseChanged,
    LimitBecameAdvisory, LimitBecameBinding, LocationMoved, MandatoryBecameConditional,
    MandatoryBecameOptional, MaybeRenamed, MinItemsLowered, MinItemsRaised, MinLengthLowered,
    MinLengthRaised, NoLongerSensitive, NullAdmitted, NullRefused, OptionalBecameConditional,
    OptionalBecameMandatory, RangeNarrowed, RangeWidened, RemovedMandatory, RemovedOptional,
    SiteNoteChanged, SourcesChanged, TypeChanged, TypeRenamed, Undeprecated, UnitNarrowed,
    UnitWidened, ValidityChanged, ValueAdded, ValueMeaningChanged, ValueRemoved,
    ValueValidityChanged, ValuesListed, ValuesUnlisted, VariationChanged,
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
    }
    for row in &found.removed {
        rows.removed(row, None);
        if let Some(renamed) = found.added.iter().find(|other| alike(row, other)) {
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

    fn mark(&mut self, rows: (&Row, &Row), site: Option<&str>, old: &Mark, new: &Mark) {
        let rule = match (old.letter.as_str(), new.letter.as_str()) {
            ("O", "M") => OptionalBecameMandatory,
            ("O", "C") => OptionalBecameConditional,
            ("C", "M") => ConditionalBecameMandatory,
            ("C", "O") => ConditionalBecameOptional,
            ("M", "C") => MandatoryBecameConditional,
            ("M", "O") => MandatoryBecameOptional,
            _ => {
                self.condition(rows, site, old, new);
                return;
            }
        };
        let word = |mark: &Mark| {
            let word = match mark.letter.as_str() {
                "M" => "mandatory",
                "O" => "optional",
                _ => "conditional",
            };
            let condition = mark
                .when
                .clone()
                .or(mark.condition.as_ref().map(Shown::shown));
            match condition {
                Some(condition) => format!("{word} ({condition})"),
                None => word.to_owned(),
            }
        };
        self.push(rule, rows, site, Some(word(old)), Some(word(new)));
    }

    fn condition(&mut self, rows: (&Row, &Row), site: Option<&str>, old: &Mark, new: &Mark) {
        if let Some((was, is)) = self
            .recorder
            .differing(old.when.as_ref(), new.when.as_ref())
        {
            self.push(ConditionChanged, rows, site, was.cloned(), is.cloned());
        } else {
            self.fact_on(
                rows,
                site,
                ConditionReworded,
                old.condition.as_ref(),
                new.condition.as_ref(),
            );
        }
    }

    fn length(&mut self, rows: (&Row, &Row), site: Option<&str>, old: Length, new: Length) {
        use Length::{AtMost, Unknown, Unlimited};
        let rule = match (old, new) {
            (AtMost(was), AtMost(is)) if was < is => LengthWidened,
            (AtMost(was), AtMost(is)) if was > is => LengthNarrowed,
            (Unknown, AtMost(_)) => LengthBecameKnown,
            (AtMost(_), Unknown) => LengthBecameUnknown,
            (AtMost(_), Unlimited) => LengthLifted,
            (Unlimited, AtMost(_)) => LengthIntroduced,
            (Unknown, Unlimited) if self.recorder.full => LengthDeclaredUnlimited,
            (Unlimited, Unknown) if self.recorder.full => LengthNoLongerUnlimited,
            _ => return,
        };
        let shown = |length: Length, row: &Row| match length {
            Unknown => "unknown".to_owned(),
            Unlimited => "unlimited".to_owned(),
            AtMost(number) => match row.unit.as_deref() {
                None | Some("characters") => number.to_string(),
                Some("utf16") => format!("{number} UTF-16 units"),
                Some(unit) => format!("{number} {unit}"),
            },
        };
        let (was, is) = (shown(old, rows.0), shown(new, rows.1));
        self.push(rule, rows, site, Some(was), Some(is));
        if let Some(change) = self.recorder.changes.last_mut()
            && site.is_none()
        {
            // The limit may stand elsewhere, where parameters are shared.
            let at = |row: &Row| row.limit_at.clone().or_else(|| row.at.clone());
            (change.old_at, change.new_at) = (at(rows.0), at(rows.1));
        }
    }

    fn values(&mut self, rows: (&Row, &Row), site: Option<&str>, old: &[String], new: &[String]) {
        let whole = match (old.is_empty(), new.is_empty()) {
            (true, true) => return,
            (true, false) => Some(ValuesListed),
            (false, true) => Some(ValuesUnlisted),
            (false, false) => None,
        };
        if let Some(rule) = whole {
            let shown = |list: &[String]| {
                let list = sorted(list).join(", ");
                Some(if list.is_empty() {
                    "none".to_owned()
                } else {
                    list
                })
            };
            self.push(rule, rows, site, shown(old), shown(new));
            return;
        }
        for value in new.iter().filter(|value| !old.contains(value)) {
            self.push(ValueAdded, rows, site, None, Some(value.clone()));
        }
        for value in old.iter().filter(|value| !new.contains(value)) {
            self.push(ValueRemoved, rows, site, Some(value.clone()), None);
        }
    }

    /// What is known about values that both editions list.
    fn listed(&mut self, rows: (&Row, &Row)) {
        let (old, new) = rows;
        let (Some(old), Some(new)) = (&old.listed, &new.listed) else {
            return;
        };
        let (all_old, all_new) = self.all;
        for is in new {
            let Some(was) = old.iter().find(|was| was.value == is.value) else {
                continue;
            };
            let text = |text: String| Some(format!("{}: {text}", is.value));
            if was.doc != is.doc {
                let (old, new) = (text(was.doc.shown()), text(is.doc.shown()));
                self.push(ValueMeaningChanged, rows, None, old, new);
            }
            let dates = |listed: &Listed| {
                let date = |date: &Option<String>| date.clone().unwrap_or_else(|| "…".to_owned());
                format!("{} to {}", date(&listed.since), date(&listed.until))
            };
            if dates(was) != dates(is) {
                let (old, new) = (text(dates(was)), text(dates(is)));
                self.push(ValueValidityChanged, rows, None, old, new);
            }
            let (added, removed) = sites(&was.sites, &is.sites, all_old, all_new);
            for site in added {
                self.push(ValueAdded, rows, Some(site), None, Some(is.value.clone()));
            }
            for site in removed {
                self.push(ValueRemoved, rows, Some(site), Some(is.value.clone()), None);
            }
        }
    }

    fn limits(&mut self, rows: (&Row, &Row)) {
        let (old, new) = rows;
        if !self.recorder.full {
            return;
        }
        let unit = |row: &Row| match row.unit.as_deref() {
            Some("bytes") => (0, "bytes"),
            Some("utf16") => (1, "UTF-16 units"),
            _ => (2, "characters"),
        };
        let (was, is) = (unit(old), unit(new));
        if was != is {
            let rule = if was < is { UnitWidened } else { UnitNarrowed };
            let (was, is) = (was.1.to_owned(), is.1.to_owned());
            self.push(rule, rows, None, Some(was), Some(is));
        }
        // Without a lower bound the lowest is meant, without an upper bound the highest.
        let lower = |number: Option<u64>| number.unwrap_or(0);
        let upper = |number: Option<u64>| number.unwrap_or(u64::MAX);
        let compared = |was: u64, is: u64, raised, lowered| match was.cmp(&is) {
            std::cmp::Ordering::Less => Some(raised),
            std::cmp::Ordering::Greater => Some(lowered),
            std::cmp::Ordering::Equal => None,
        };
        let bounds = [
            (
                old.min_length,
                new.min_length,
                compared(
                    lower(old.min_length),
                    lower(new.min_length),
                    MinLengthRaised,
                    MinLengthLowered,
                ),
            ),
            (
                old.min_items,
                new.min_items,
                compared(
                    lower(old.min_items),
                    lower(new.min_items),
                    MinItemsRaised,
                    MinItemsLowered,
                ),
            ),
            (
                old.max_items,
                new.max_items,
                compared(
                    upper(old.max_items),
                    upper(new.max_items),
                    ItemsWidened,
                    ItemsNarrowed,
                ),
            ),
        ];
        for (was, is, rule) in bounds {
            if let Some(rule) = rule {
                let shown = |number: Option<u64>| {
                    Some(number.map_or_else(|| "none".to_owned(), |number| number.to_string()))
                };
                self.push(rule, rows, None, shown(was), shown(is));
            }
        }
        self.range(rows);
        let rules = [LimitBecameAdvisory, LimitBecameBinding, DecisionChanged];
        self.triple(
            rows,
            None,
            rules,
            old.advisory.as_ref(),
            new.advisory.as_ref(),
        );
    }

    fn range(&mut self, rows: (&Row, &Row)) {
        let (old, new) = rows;
        let number = |text: &Option<String>, absent: f64| {
            text.as_ref()
                .and_then(|text| text.parse().ok())
                .unwrap_or(absent)
        };
        let lower = |row: &Row| number(&row.minimum, f64::NEG_INFINITY);
        let upper = |row: &Row| number(&row.maximum, f64::INFINITY);
        let shown = |label: &str, bound: &Option<String>| {
            Some(match bound {
                Some(bound) => format!("{label} {bound}"),
                None => format!("no {label}"),
            })
        };
        if old.minimum != new.minimum {
            let rule = if lower(new) > lower(old) {
                RangeNarrowed
            } else {
                RangeWidened
            };
            let label = "minimum";
            let (was, is) = (shown(label, &old.minimum), shown(label, &new.minimum));
            self.push(rule, rows, None, was, is);
        }
        if old.maximum != new.maximum {
            let rule = if upper(new) < upper(old) {
                RangeNarrowed
            } else {
                RangeWidened
            };
            let label = "maximum";
            let (was, is) = (shown(label, &old.maximum), shown(label, &new.maximum));
            self.push(rule, rows, None, was, is);
        }
    }

    fn handling(&mut self, rows: (&Row, &Row)) {
        let (old, new) = rows;
        if !self.recorder.full {
            return;
        }
        let flags = [
            (old.nullable, new.nullable, NullAdmitted, NullRefused),
            (
                old.sensitive,
                new.sensitive,
                BecameSensitive,
                NoLongerSensitive,
            ),
            (
                old.always_emitted,
                new.always_emitted,
                EmissionChanged,
                EmissionChanged,
            ),
            (old.varies, new.varies, VariationChanged, VariationChanged),
        ];
        for (was, is, set, unset) in flags {
            let (was, is) = (was.unwrap_or(false), is.unwrap_or(false));
            if was != is {
                let rule = if is { set } else { unset };
                self.push(rule, rows, None, Some(was.shown()), Some(is.shown()));
            }
        }
        let rules = [EncryptionIntroduced, EncryptionDropped, EncryptionChanged];
        self.triple(
            rows,
            None,
            rules,
            old.encrypted.as_ref(),
            new.encrypted.as_ref(),
        );
    }

    fn words(&mut self, rows: (&Row, &Row)) {
        let (old, new) = rows;
        let rules = [Deprecated, Undeprecated, Deprecated];
        self.triple(
            rows,
            None,
            rules,
            old.deprecated.as_ref(),
            new.deprecated.as_ref(),
        );
        let dates = |row: &Row| {
            let date = |date: &Option<String>| date.clone().unwrap_or_else(|| "…".to_owned());
            let known = row.since.is_some() || row.until.is_some();
            known.then(|| format!("{} to {}", date(&row.since), date(&row.until)))
        };
        self.fact(
            rows,
            ValidityChanged,
            dates(old).as_ref(),
            dates(new).as_ref(),
        );
        self.fact(rows, Described, old.doc.as_ref(), new.doc.as_ref());
        let pages = |row: &Row| (!row.pages.is_empty()).then(|| sorted(&row.pages));
        self.fact(
            rows,
            SourcesChanged,
            pages(old).as_ref(),
            pages(new).as_ref(),
        );
        self.fact(
            rows,
            ConfidenceChanged,
            old.confidence.as_ref(),
            new.confidence.as_ref(),
        );
        self.fact(
            rows,
            DecisionChanged,
            old.erratum.as_ref(),
            new.erratum.as_ref(),
        );
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

    /// SQL for the column of a merchant who receives the value. `VARCHAR` counts characters, which are never more than
    /// bytes or UTF-16 units.
    fn sql(&self, rule: ParameterRule, row: &Row) -> Option<String> {
        let side = Side::of(&row.of);
        let merchant = |party: Option<Party>| party.is_some_and(|party| party != Party::Platform);
        let directions = &self.scope.directions;
        if !directions
            .iter()
            .any(|direction| merchant(direction.receiver(side)))
        {
            return None;
        }
        let wire = row.wire.as_deref().or(row.r#type.as_deref())?;
        let scalar =
            matches!(wire, "string" | "enum" | "result-code") || wire.starts_with("decimal");
        let column = match &row.rust {
            Some(item) => item
                .rsplit("::")
                .next()?
                .trim_start_matches("r#")
                .to_owned(),
            None => split(&row.path).1.to_lowercase(),
        };
        let change = match rule {
            LengthWidened | UnitWidened | LengthBecameKnown => {
                let length = row
                    .differences
                    .values()
                    .filter_map(|other| other.max_length);
                format!("TYPE VARCHAR({})", length.chain(row.max_length).max()?)
            }
            LengthLifted => "TYPE TEXT".to_owned(),
            DecimalWidened => format!("TYPE NUMERIC{}", wire.strip_prefix("decimal")?),
            MandatoryBecameOptional | MandatoryBecameConditional | NullAdmitted => {
                "DROP NOT NULL".to_owned()
            }
            _ => return None,
        };
        scalar.then(|| format!("ALTER TABLE … ALTER COLUMN {column} {change};"))
    }
}

/// What a parameter is, in a line.
fn summary(row: &Row) -> String {
    let mut parts = Vec::new();
    parts.extend(match row.required.as_deref() {
        Some("M") => Some("mandatory".to_owned()),
        Some("O") => Some("optional".to_owned()),
        Some("C") => Some("conditional".to_owned()),
        _ => None,
    });
    parts.extend(row.r#type.clone());
    parts.extend(row.max_length.map(|length| format!("at most {length}")));
    parts.join(", ")
}

fn kind_rule(old: &str, new: &str) -> ParameterRule {
    let digits = |wire: &str| {
        let (precision, scale) = wire
            .strip_prefix("decimal(")?
            .strip_suffix(')')?
            .split_once(',')?;
        let (precision, scale): (u32, u32) = (precision.parse().ok()?, scale.parse().ok()?);
        Some((precision.saturating_sub(scale), scale))
    };
    match (old, new) {
        ("string", "enum") => BecameEnumeration,
        ("enum", "string") => BecameText,
        _ => match (digits(old), digits(new)) {
            (Some(was), Some(is)) if was.0 <= is.0 && was.1 <= is.1 => DecimalWidened,
            (Some(was), Some(is)) if was.0 >= is.0 && was.1 >= is.1 => DecimalNarrowed,
            _ => TypeChanged,
        },
    }
}

/// What the generated crate needs: at most what the rule says, and only documentation where no item stands for the
/// parameter.
fn semver(rule: ParameterRule, old: &Row, new: &Row) -> Semver {
    let most = Rule::Parameter(Side::Request, rule).semver();
    let has_item = old.rust.is_some() || new.rust.is_some();
    let is_enumeration = |row: &Row| {
        row.wire
            .as_deref()
            .is_some_and(|wire| wire.contains("enum"))
    };
    match rule {
        _ if !has_item => most.min(Semver::Patch),
        // Only enumerations have an item for each value.
        ValueAdded | ValueRemoved | ValuesListed | ValuesUnlisted
            if !is_enumeration(old) && !is_enumeration(new) =>
        {
            Semver::Patch
        }
        // The field keeps its name when only the name on the wire is written differently.
        LetterCaseChanged if old.rust == new.rust => Semver::Minor,
        _ => most,
    }
}
