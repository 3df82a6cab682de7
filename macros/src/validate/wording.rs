//! Conditions in reports: with names as on the wire, and parentheses where two operators meet.

use std::fmt::{self, Display};

use syn::Ident;

use super::condition::{Condition, Literal, Operand, Value};

/// The text of `condition`, with `name` for the name of a field.
pub(super) fn of(condition: &Condition, name: &dyn Fn(&Ident) -> String) -> String {
    let joined = |parts: &[Condition], by: &str| {
        let parts: Vec<_> = parts
            .iter()
            .map(|part| grouped(part, name, false))
            .collect();
        parts.join(by)
    };
    let operand = |operand: &Operand| match operand {
        Operand::Field(field) => name(field),
        Operand::Literal(literal) => literal.to_string(),
    };
    match condition {
        Condition::Any(parts) => joined(parts, " || "),
        Condition::All(parts) => joined(parts, " && "),
        Condition::Group(inner) => of(inner, name),
        Condition::Not(part) => format!("!{}", grouped(part, name, true)),
        Condition::Present(field) => format!("present({})", name(field)),
        Condition::In(field, literals) => {
            let literals: Vec<_> = literals.iter().map(ToString::to_string).collect();
            format!("in({}, [{}])", name(field), literals.join(", "))
        }
        Condition::Equal(left, right) => format!("{} == {}", operand(left), operand(right)),
        Condition::Unequal(left, right) => format!("{} != {}", operand(left), operand(right)),
        Condition::Flag(field) => name(field),
    }
}

/// Part of a larger condition, in parentheses if that could be misread otherwise.
fn grouped(part: &Condition, name: &dyn Fn(&Ident) -> String, comparisons: bool) -> String {
    match part {
        Condition::Group(inner) => grouped(inner, name, comparisons),
        Condition::Any(_) | Condition::All(_) => format!("({})", of(part, name)),
        Condition::Equal(..) | Condition::Unequal(..) if comparisons => {
            format!("({})", of(part, name))
        }
        _ => of(part, name),
    }
}

impl Display for Literal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.value {
            Value::Text(text) => write!(out, "{:?}", text.value()),
            Value::Integer(number) => write!(out, "{number}"),
            Value::Bool(value) => write!(out, "{value}"),
        }
    }
}
