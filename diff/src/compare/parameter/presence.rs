//! Whether a parameter must be there, and under which condition.

use super::Rows;
use crate::compare::recorder::Shown;
use crate::compare::site::Mark;
use crate::outline::Row;
use crate::rule::ParameterRule::{
    ConditionChanged, ConditionReworded, ConditionalBecameMandatory, ConditionalBecameOptional,
    MandatoryBecameConditional, MandatoryBecameOptional, OptionalBecameConditional,
    OptionalBecameMandatory,
};

impl Rows<'_, '_> {
    pub(super) fn mark(&mut self, rows: (&Row, &Row), site: Option<&str>, old: &Mark, new: &Mark) {
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

    pub(super) fn condition(
        &mut self,
        rows: (&Row, &Row),
        site: Option<&str>,
        old: &Mark,
        new: &Mark,
    ) {
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
}
