//! Lengths, numbers of elements, ranges.

use super::Rows;
use crate::compare::site::Length;
use crate::outline::Row;
use crate::rule::ParameterRule::{
    DecisionChanged, ItemsNarrowed, ItemsWidened, LengthBecameKnown, LengthBecameUnknown,
    LengthDeclaredUnlimited, LengthIntroduced, LengthLifted, LengthNarrowed,
    LengthNoLongerUnlimited, LengthWidened, LimitBecameAdvisory, LimitBecameBinding,
    MinItemsLowered, MinItemsRaised, MinLengthLowered, MinLengthRaised, RangeNarrowed,
    RangeWidened, UnitNarrowed, UnitWidened,
};

impl Rows<'_, '_> {
    pub(super) fn length(
        &mut self,
        rows: (&Row, &Row),
        site: Option<&str>,
        old: Length,
        new: Length,
    ) {
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

    pub(super) fn limits(&mut self, rows: (&Row, &Row)) {
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

    pub(super) fn range(&mut self, rows: (&Row, &Row)) {
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
}
