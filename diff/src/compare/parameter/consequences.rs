//! What follows from a change: another kind of value, a version of the generated crate, SQL.

use super::Rows;
use crate::compare::rows::split;
use crate::outline::Row;
use crate::party::{Party, Side};
use crate::rule::ParameterRule::{
    self, BecameEnumeration, BecameText, DecimalNarrowed, DecimalWidened, LengthBecameKnown,
    LengthLifted, LengthWidened, LetterCaseChanged, MandatoryBecameConditional,
    MandatoryBecameOptional, NullAdmitted, TypeChanged, UnitWidened, ValueAdded, ValueRemoved,
    ValuesListed, ValuesUnlisted,
};
use crate::rule::{Rule, Semver};

impl Rows<'_, '_> {
    /// SQL for the column of a merchant who receives the value. `VARCHAR` counts characters, which are never more than
    /// bytes or UTF-16 units.
    pub(super) fn sql(&self, rule: ParameterRule, row: &Row) -> Option<String> {
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
pub(super) fn summary(row: &Row) -> String {
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

pub(super) fn kind_rule(old: &str, new: &str) -> ParameterRule {
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
pub(super) fn semver(rule: ParameterRule, old: &Row, new: &Row) -> Semver {
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
