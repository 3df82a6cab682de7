//! Says how a scheme arrives at its verdict on a message: every intermediate value with the secrets masked, and what
//! probably went wrong where a signature does not match.
//!
//! A cause is found by trial: the message is changed the way a proxy, a framework or a mistake would have changed it,
//! and where the signature fits then, that change is named.

mod age;
mod change;
mod mask;
mod trial;

use std::collections::BTreeMap;

use koo_runtime::message::Message;
use koo_runtime::secret::Secret;

pub use age::Age;
pub use change::Change;

use super::scheme::{Evidence, SchemeFailure, SchemeInterpreter};
use crate::catalogue::{Compare, Family, Scheme};
use mask::Mask;

/// A message with what is needed to judge it.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// The family whose schemes and secrets come into question.
    pub family: &'a Family,
    /// The scheme that should have been used.
    pub scheme: &'a Scheme,
    /// The secrets at hand; more than the scheme needs help to find a mix-up.
    pub secrets: &'a BTreeMap<String, Secret>,
    /// The message.
    pub message: Message<'a>,
    /// When it is judged, in milliseconds since 1970; `None` leaves its age aside.
    pub now_millis: Option<i64>,
}

/// How a scheme arrives at its verdict.
#[derive(Debug, Clone)]
pub struct Explanation {
    /// The verdict on the signature.
    pub verdict: Result<Evidence, SchemeFailure>,
    /// How old the message is, if it carries a timestamp.
    pub age: Option<Age>,
    /// What is computed, for each reading of the recipe.
    pub readings: Vec<Reading>,
    /// Changes after which the signature would match.
    pub causes: Vec<Change>,
}

impl Explanation {
    /// Whether the message is in order: signature and age.
    pub fn is_accepted(&self) -> bool {
        self.verdict.is_ok() && self.age.as_ref().is_none_or(Age::is_fresh)
    }
}

/// What is computed under one reading of a recipe.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// Steps in order.
    pub steps: Vec<Step>,
    /// What is compared.
    pub comparisons: Vec<Comparison>,
    /// What could not be worked out.
    pub failure: Option<String>,
}

/// An intermediate value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Name.
    pub name: String,
    /// Recipe as written.
    pub recipe: String,
    /// Value with secrets masked; bytes in hexadecimal.
    pub value: String,
}

/// A comparison of what a message brings with what it should bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// Name on the wire.
    pub name: String,
    /// Recipe as written.
    pub recipe: String,
    /// What it should be, with secrets masked.
    pub expected: String,
    /// What it is, with secrets masked.
    pub received: String,
    /// Whether they agree.
    pub matches: bool,
    /// The first character, from 0, in which they differ.
    pub first_difference: Option<usize>,
}

/// Explains the verdict on a message.
///
/// # Errors
///
/// [`SchemeFailure::NoSecret`] if the scheme needs a secret that is not at hand.
pub fn explain(case: &Case<'_>) -> Result<Explanation, SchemeFailure> {
    let interpreter = interpreter(case.family, case.scheme, case.secrets.clone())?;
    let verdict = interpreter.verify(&case.message);
    let age = age::age(case, &interpreter);
    let mut readings = Vec::new();
    for reading in 0..interpreter.readings() {
        if let Ok(working) = interpreter.work(&case.message, reading) {
            let shown = shown(case, working);
            if !readings.contains(&shown) {
                readings.push(shown);
            }
        }
    }
    let causes = match &verdict {
        Err(_) => trial::causes(case),
        Ok(_) => Vec::new(),
    };
    Ok(Explanation {
        verdict,
        age,
        readings,
        causes,
    })
}

/// The verdict on a message alone: neither what is computed nor why it fails.
///
/// # Errors
///
/// [`SchemeFailure::NoSecret`] if the scheme needs a secret that is not at hand.
pub fn judge(case: &Case<'_>) -> Result<Explanation, SchemeFailure> {
    let interpreter = interpreter(case.family, case.scheme, case.secrets.clone())?;
    Ok(Explanation {
        verdict: interpreter.verify(&case.message),
        age: age::age(case, &interpreter),
        readings: Vec::new(),
        causes: Vec::new(),
    })
}

/// The place of the first character in which two texts differ.
pub fn first_difference(left: &str, right: &str) -> Option<usize> {
    let mut pairs = left.chars().zip(right.chars());
    let shared = left.chars().count().min(right.chars().count());
    match pairs.position(|(left, right)| left != right) {
        Some(at) => Some(at),
        None if left.len() == right.len() => None,
        None => Some(shared),
    }
}

fn interpreter<'a>(
    family: &Family,
    scheme: &'a Scheme,
    secrets: BTreeMap<String, Secret>,
) -> Result<SchemeInterpreter<'a>, SchemeFailure> {
    let known = family.secrets.keys().map(String::as_str);
    SchemeInterpreter::new(scheme, known, secrets)
}

fn shown(case: &Case<'_>, working: super::scheme::Working) -> Reading {
    let mut mask = Mask::new(case.secrets);
    let mut reading = Reading::default();
    for (name, recipe, value) in working.steps {
        let value = mask.step(&name, &recipe, &value);
        reading.steps.push(Step {
            name,
            recipe: recipe.source,
            value,
        });
    }
    for target in working.targets {
        let (left, right) = match case.scheme.compare {
            Compare::Exact => (target.expected.clone(), target.received.clone()),
            Compare::IgnoreCase => (
                target.expected.to_ascii_lowercase(),
                target.received.to_ascii_lowercase(),
            ),
        };
        let first_difference = first_difference(&left, &right);
        reading.comparisons.push(Comparison {
            expected: mask.text(&target.recipe, &target.expected),
            received: mask.plain(&target.received),
            recipe: target.recipe.source,
            name: target.name,
            matches: first_difference.is_none(),
            first_difference,
        });
    }
    reading.failure = working
        .failure
        .map(|(name, failure)| format!("`{name}`: {failure}"));
    reading
}
