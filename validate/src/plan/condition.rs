//! Conditions over siblings, by the numbers of fields and facts.

use koo_spec::catalogue::Condition;

use super::{Fact, Field};

/// A condition.
#[derive(Debug)]
pub(crate) enum Expression {
    /// The field of that number is there.
    Present(usize),
    /// The fact of that number is true.
    Fact(usize),
    Not(Box<Self>),
    All(Vec<Self>),
    Any(Vec<Self>),
}

impl Expression {
    /// Whether it holds, given what is there and what is true.
    pub(crate) fn holds(
        &self,
        present: &impl Fn(usize) -> bool,
        fact: &impl Fn(usize) -> bool,
    ) -> bool {
        match self {
            Self::Present(field) => present(*field),
            Self::Fact(number) => fact(*number),
            Self::Not(inner) => !inner.holds(present, fact),
            Self::All(parts) => parts.iter().all(|part| part.holds(present, fact)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(present, fact)),
        }
    }

    /// Resolves the names of a condition; what it asks of fields is added to them.
    pub(super) fn resolve<'c>(
        condition: &'c Condition,
        fields: &mut Vec<Field<'c>>,
        facts: &mut usize,
    ) -> Self {
        let mut all = |parts: &'c [Condition]| -> Vec<Self> {
            parts
                .iter()
                .map(|part| Self::resolve(part, fields, facts))
                .collect()
        };
        match condition {
            Condition::All(parts) => Self::All(all(parts)),
            Condition::Any(parts) => Self::Any(all(parts)),
            Condition::Not(inner) => Self::Not(Box::new(Self::resolve(inner, fields, facts))),
            Condition::Present(name) => Self::Present(number(&name.value, fields)),
            Condition::OneOf(name, values) => {
                let field = number(&name.value, fields);
                let fact = *facts;
                *facts += 1;
                if let Some(field) = fields.get_mut(field) {
                    field.facts.push(Fact {
                        number: fact,
                        values: values.iter().map(|value| value.value.as_str()).collect(),
                    });
                }
                Self::Fact(fact)
            }
        }
    }
}

/// The number of a field; one that no parameter describes is added, so that it is noticed.
fn number<'c>(name: &'c str, fields: &mut Vec<Field<'c>>) -> usize {
    let known = fields.iter().position(|field| field.name == name);
    known.unwrap_or_else(|| {
        fields.push(Field::new(name, None));
        fields.len() - 1
    })
}
