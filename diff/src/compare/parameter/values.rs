//! Listed values.

use super::Rows;
use crate::compare::recorder::{Shown, sites, sorted};
use crate::outline::{Listed, Row};
use crate::rule::ParameterRule::{
    ValueAdded, ValueMeaningChanged, ValueRemoved, ValueValidityChanged, ValuesListed,
    ValuesUnlisted,
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
        }
        for value in old.iter().filter(|value| !new.contains(value)) {
            self.push(ValueRemoved, rows, site, Some(value.clone()), None);
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
}
