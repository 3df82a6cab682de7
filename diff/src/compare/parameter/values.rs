//! Listed values.

use super::Rows;
use crate::compare::recorder::{Shown, sites, sorted};
use crate::outline::{Listed, Row};
use crate::rule::ParameterRule::{
    ValueAdded, ValueCipherChanged, ValueDebugChanged, ValueDescribed, ValueMeaningChanged,
    ValueRemoved, ValueRenamed, ValueValidityChanged, ValuesListed, ValuesUnlisted,
};

impl Rows<'_, '_> {
    pub(super) fn values(
        &mut self,
        rows: (&Row, &Row),
        site: Option<&str>,
        old: &[String],
        new: &[String],
    ) {
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
            self.at_value(rows, value);
        }
        for value in old.iter().filter(|value| !new.contains(value)) {
            self.push(ValueRemoved, rows, site, Some(value.clone()), None);
            self.at_value(rows, value);
        }
    }

    /// The last change is about one value, which may stand elsewhere than the parameter.
    fn at_value(&mut self, (old, new): (&Row, &Row), value: &str) {
        let at = |row: &Row| {
            let mut listed = row.listed.iter().flatten();
            listed.find(|listed| listed.value == value)?.at.clone()
        };
        if let Some(change) = self.recorder.changes.last_mut() {
            change.old_at = at(old).or(change.old_at.take());
            change.new_at = at(new).or(change.new_at.take());
        }
    }

    /// What older exports did not tell about a value.
    fn known(&mut self, rows: (&Row, &Row), was: &Listed, is: &Listed) {
        if !self.recorder.grown {
            return;
        }
        let text = |text: &str| Some(format!("{}: {text}", is.value));
        for (rule, old, new) in [
            (ValueRenamed, &was.name, &is.name),
            (ValueCipherChanged, &was.cipher, &is.cipher),
        ] {
            if old != new {
                let shown = |word: &Option<String>| text(word.as_deref().unwrap_or("none"));
                self.push(rule, rows, None, shown(old), shown(new));
            }
        }
        let marks = |listed: &Listed| listed.debug.unwrap_or(false);
        if marks(was) != marks(is) {
            let shown = |listed| {
                text(if marks(listed) {
                    "a call of debugging"
                } else {
                    "a call like any other"
                })
            };
            self.push(ValueDebugChanged, rows, None, shown(was), shown(is));
        }
        for member in self.recorder.differing_rest(&was.rest, &is.rest) {
            let shown = |value: Option<String>| {
                value.and_then(|value| text(&format!("{} {value}", member.subject)))
            };
            self.push(
                ValueDescribed,
                rows,
                None,
                shown(member.old),
                shown(member.new),
            );
        }
    }

    /// What is known about values that both editions list.
    pub(super) fn listed(&mut self, rows: (&Row, &Row)) {
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
                self.at_value(rows, &is.value);
            }
            let dates = |listed: &Listed| {
                let date = |date: &Option<String>| date.clone().unwrap_or_else(|| "…".to_owned());
                format!("{} to {}", date(&listed.since), date(&listed.until))
            };
            if dates(was) != dates(is) {
                let (old, new) = (text(dates(was)), text(dates(is)));
                self.push(ValueValidityChanged, rows, None, old, new);
            }
            self.known(rows, was, is);
            let (added, removed) = sites(&was.sites, &is.sites, all_old, all_new);
            for site in added {
                self.push(ValueAdded, rows, Some(site), None, Some(is.value.clone()));
            }
            for site in removed {
                self.push(ValueRemoved, rows, Some(site), Some(is.value.clone()), None);
            }
        }
    }
}
