//! Signs and verifies messages by the recipes of a scheme.

use std::collections::BTreeMap;

use koo_runtime::crypto::{equal, equal_ignoring_case, hex, join};
use koo_runtime::message::Message;
use koo_runtime::scheme::{Stamp, template, timestamp};
use koo_runtime::secret::Secret;

use crate::catalogue::{Carried, CarriedIn, Compare, Format, Presence, Scheme};
use crate::recipe::Recipe;
use crate::recipe::evaluate::{Datum, Environment, EvaluateError, evaluate};

/// A scheme with the secrets it needs.
pub struct SchemeInterpreter<'a> {
    scheme: &'a Scheme,
    secrets: BTreeMap<String, Secret>,
}

/// What a verified message says about when and how often it was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    /// When the message was signed, as sent.
    pub timestamp: Option<String>,
    /// Text that no other message carries.
    pub nonce: Option<String>,
}

/// A value to attach to a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Where it goes.
    pub location: CarriedIn,
    /// Name on the wire.
    pub name: String,
    /// Value, not encoded.
    pub value: String,
}

/// What a scheme computes for a message.
#[derive(Default)]
pub(super) struct Working {
    /// Step, its recipe and its value.
    pub(super) steps: Vec<(String, Recipe, Datum)>,
    /// What is compared.
    pub(super) targets: Vec<Target>,
    /// The step or value that could not be worked out.
    pub(super) failure: Option<(String, SchemeFailure)>,
}

/// A value that is compared.
pub(super) struct Target {
    /// Name on the wire.
    pub(super) name: String,
    /// Recipe of what it must be.
    pub(super) recipe: Recipe,
    /// What it must be.
    pub(super) expected: String,
    /// What it is.
    pub(super) received: String,
}

/// Why a message is not accepted or cannot be signed. Names parameters, never values.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SchemeFailure {
    /// The recipe needs a secret that was not given.
    #[error("the secret `{0}` is needed")]
    NoSecret(String),
    /// A carried value is absent or empty.
    #[error("{0} is missing")]
    Missing(String),
    /// A carried value does not have the form of its template.
    #[error("{0} is malformed")]
    Malformed(String),
    /// A signature is not the one the message should have.
    #[error("{0} does not match")]
    Mismatch(String),
    /// A recipe cannot be worked out.
    #[error("the signature cannot be worked out: {0}")]
    Recipe(#[from] EvaluateError),
}

impl<'a> SchemeInterpreter<'a> {
    /// A scheme ready to work.
    ///
    /// # Errors
    ///
    /// [`SchemeFailure::NoSecret`] if a recipe names a secret that `secrets` does not have; `known` are the names
    /// of all secrets of the family.
    pub fn new<'n>(
        scheme: &'a Scheme,
        known: impl IntoIterator<Item = &'n str>,
        secrets: BTreeMap<String, Secret>,
    ) -> Result<Self, SchemeFailure> {
        match known
            .into_iter()
            .find(|name| scheme.mentions(name) && !secrets.contains_key(*name))
        {
            Some(missing) => Err(SchemeFailure::NoSecret(missing.to_owned())),
            None => Ok(Self { scheme, secrets }),
        }
    }

    /// Checks the signature of a message. Freshness and replay are for the caller, who knows the time.
    ///
    /// # Errors
    ///
    /// [`SchemeFailure`] says what is missing, malformed or does not match.
    pub fn verify(&self, message: &Message<'_>) -> Result<Evidence, SchemeFailure> {
        let carried = self.carried_values(message)?;
        let mut environment = self.environment(message);
        let given = |name: &str| {
            carried
                .iter()
                .find(|(other, _)| other == name)
                .map(|(_, value)| value.clone())
        };
        for (name, value) in &carried {
            if !self
                .scheme
                .equals
                .iter()
                .any(|(target, _)| &target.value == name)
            {
                environment.set(name, Datum::Text(value.clone()));
            }
        }
        let evidence = Evidence {
            timestamp: self
                .scheme
                .fresh
                .as_ref()
                .and_then(|(name, _)| given(&name.value)),
            nonce: self
                .scheme
                .once
                .as_ref()
                .and_then(|name| given(&name.value)),
        };
        let mut failure = None;
        for reading in 0..self.readings() {
            match self.matches(environment.clone(), reading, &given) {
                Ok(()) => return Ok(evidence),
                // The first reading is the documented one: its failure is the one to report.
                Err(error) => failure = failure.or(Some(error)),
            }
        }
        Err(failure.unwrap_or_else(|| SchemeFailure::Mismatch(self.scheme.id.clone())))
    }

    fn matches(
        &self,
        mut environment: Environment,
        reading: usize,
        given: &impl Fn(&str) -> Option<String>,
    ) -> Result<(), SchemeFailure> {
        self.take_steps(&mut environment, reading)?;
        for (target, recipe) in &self.scheme.equals {
            let expected = text(recipe, &environment)?;
            let received = given(&target.value)
                .ok_or_else(|| SchemeFailure::Missing(self.wire_name(&target.value)))?;
            let same = match self.scheme.compare {
                Compare::Exact => equal(&expected, &received),
                Compare::IgnoreCase => equal_ignoring_case(&expected, &received),
            };
            if !same {
                return Err(SchemeFailure::Mismatch(self.wire_name(&target.value)));
            }
        }
        Ok(())
    }

    /// The values to attach so that [`verify`](Self::verify) accepts the message.
    ///
    /// # Errors
    ///
    /// [`SchemeFailure::Recipe`] if a recipe cannot be worked out for this message; [`SchemeFailure::Missing`] and
    /// [`SchemeFailure::Malformed`] for what nobody makes and the message does not bring.
    pub fn sign(
        &self,
        message: &Message<'_>,
        stamp: &Stamp,
    ) -> Result<Vec<Attachment>, SchemeFailure> {
        if let Some(carried) = self.unmakeable() {
            return Err(SchemeFailure::Missing(carried.wire_name.clone()));
        }
        let mut environment = self.environment(message);
        for (name, value) in self.given_values(message)? {
            environment.set(name, Datum::Text(value));
        }
        let mut values: Vec<(String, String)> = Vec::new();
        if let Some((timestamp, _)) = &self.scheme.fresh {
            values.push((
                timestamp.value.clone(),
                self.written_timestamp(&timestamp.value, stamp),
            ));
        }
        if let Some(nonce) = &self.scheme.once {
            values.push((nonce.value.clone(), stamp.nonce.clone()));
        }
        for (name, value) in &values {
            environment.set(name, Datum::Text(value.clone()));
        }
        for (part, location, pairs) in [
            ("headers", CarriedIn::Header, message.headers),
            ("query", CarriedIn::Query, message.query),
        ] {
            environment.set(
                part,
                Datum::Pairs(self.pairs_to_sign(location, pairs, &values)),
            );
        }
        for (target, recipe) in &self.scheme.chooses {
            let chosen = text(recipe, &environment)?;
            environment.set(&target.value, Datum::Text(chosen.clone()));
            values.push((target.value.clone(), chosen));
        }
        self.take_steps(&mut environment, 0)?;
        for (target, recipe) in &self.scheme.equals {
            values.push((target.value.clone(), text(recipe, &environment)?));
        }
        let attach = |carried: &Carried| {
            let value = match &carried.template {
                Some(packed) => {
                    let borrowed: Vec<_> = values
                        .iter()
                        .map(|(name, value)| (name.as_str(), value.as_str()))
                        .collect();
                    template::fill(&packed.value, &borrowed)
                }
                None => values
                    .iter()
                    .find(|(name, _)| *name == carried.name)
                    .map(|(_, value)| value.clone()),
            };
            Some(Attachment {
                location: carried.location,
                name: carried.wire_name.clone(),
                value: value?,
            })
        };
        Ok(self.scheme.carries.iter().filter_map(attach).collect())
    }

    /// The value of every step for a message whose carried values are in place, under the first reading: text as it is,
    /// bytes in hexadecimal. For test vectors and for explaining a mismatch; may hold what secrets show of themselves.
    ///
    /// # Errors
    ///
    /// [`SchemeFailure`] as for [`verify`](Self::verify).
    pub fn steps(&self, message: &Message<'_>) -> Result<Vec<(String, String)>, SchemeFailure> {
        let mut environment = self.environment(message);
        for (name, value) in self.carried_values(message)? {
            environment.set(name, Datum::Text(value));
        }
        self.take_steps(&mut environment, 0)?;
        let shown = |name: &str| match environment.get(name)? {
            Datum::Text(text) => Some(text.clone()),
            Datum::Bytes(bytes) => Some(hex(bytes)),
            Datum::Pairs(pairs) => Some(join(pairs, "=", "&")),
            Datum::Integer(number) => Some(number.to_string()),
        };
        Ok(self
            .scheme
            .steps
            .iter()
            .filter_map(|(name, _)| Some((name.clone(), shown(name)?)))
            .collect())
    }

    /// Works a scheme out for a message whose carried values are in place, under one of its readings, without judging
    /// it. Steps after one that fails are left out.
    ///
    /// # Errors
    ///
    /// [`SchemeFailure::Missing`] and [`SchemeFailure::Malformed`] for the carried values.
    pub(super) fn work(
        &self,
        message: &Message<'_>,
        reading: usize,
    ) -> Result<Working, SchemeFailure> {
        let carried = self.carried_values(message)?;
        let mut environment = self.environment(message);
        for (name, value) in &carried {
            environment.set(name, Datum::Text(value.clone()));
        }
        let mut working = Working::default();
        for (name, step) in &self.scheme.steps {
            let recipe = step.recipes.get(reading).or_else(|| step.recipes.first());
            let Some((recipe, tree)) =
                recipe.and_then(|recipe| Some((recipe, recipe.tree.as_ref()?)))
            else {
                continue;
            };
            match evaluate(tree, &environment) {
                Ok(value) => {
                    environment.set(name, value.clone());
                    working.steps.push((name.clone(), recipe.clone(), value));
                }
                Err(error) => {
                    working.failure = Some((name.clone(), error.into()));
                    return Ok(working);
                }
            }
        }
        for (target, recipe) in &self.scheme.equals {
            let received = carried.iter().find(|(name, _)| *name == target.value);
            match text(recipe, &environment) {
                Ok(expected) => working.targets.push(Target {
                    name: self.wire_name(&target.value),
                    recipe: recipe.clone(),
                    expected,
                    received: received.map(|(_, value)| value.clone()).unwrap_or_default(),
                }),
                Err(error) => {
                    working.failure = Some((target.value.clone(), error));
                    return Ok(working);
                }
            }
        }
        Ok(working)
    }

    /// How many readings a verifier tries.
    pub(super) fn readings(&self) -> usize {
        let steps = self.scheme.steps.iter();
        steps
            .map(|(_, step)| step.recipes.len())
            .max()
            .unwrap_or(1)
            .max(1)
    }

    /// Whether signing makes a value itself.
    fn makes(&self, name: &str) -> bool {
        let scheme = self.scheme;
        let stamped = scheme.fresh.iter().map(|(name, _)| name);
        let stamped = stamped.chain(&scheme.once);
        let worked_out = scheme.equals.iter().chain(&scheme.chooses);
        let mut made = stamped.chain(worked_out.map(|(target, _)| target));
        made.any(|made| made.value == name)
    }

    /// What carries a value that nobody makes together with one that signing makes.
    fn unmakeable(&self) -> Option<&'a Carried> {
        self.scheme.carries.iter().find(|carried| {
            let packed = carried.packed();
            packed.iter().any(|name| self.makes(name))
                && !packed.iter().all(|name| self.makes(name))
        })
    }

    /// Values that recipes use and that signing does not make: the message to be signed brings them.
    fn given_values(&self, message: &Message<'_>) -> Result<Vec<(String, String)>, SchemeFailure> {
        let mut values = Vec::new();
        for carried in &self.scheme.carries {
            let names = carried.names();
            if self.is_needed(carried) && !names.iter().any(|name| self.makes(name)) {
                values.extend(read(carried, message)?);
            }
        }
        Ok(values)
    }

    /// The values a message carries, by the names recipes use.
    ///
    /// # Errors
    ///
    /// [`SchemeFailure::Missing`] and [`SchemeFailure::Malformed`].
    pub fn carried(&self, message: &Message<'_>) -> Result<Vec<(String, String)>, SchemeFailure> {
        self.carried_values(message)
    }

    /// The moment of a stamp in the form the carried timestamp has.
    fn written_timestamp(&self, name: &str, stamp: &Stamp) -> String {
        let carried = self
            .scheme
            .carries
            .iter()
            .find(|carried| carried.name == name);
        match carried.and_then(|carried| carried.format.as_ref()) {
            Some(Format::Timestamp(timestamp)) => {
                let layout = timestamp.layouts.first().map_or("", String::as_str);
                timestamp::written(stamp.timestamp_millis, layout)
            }
            _ => stamp.timestamp_millis.to_string(),
        }
    }

    /// The headers or the query of a message as they will be once what is known before signing is attached.
    fn pairs_to_sign(
        &self,
        location: CarriedIn,
        pairs: &[(String, String)],
        values: &[(String, String)],
    ) -> Vec<(String, String)> {
        let attached = self.scheme.carries.iter().filter_map(|carried| {
            let known = values.iter().find(|(name, _)| *name == carried.name);
            let (_, value) =
                known.filter(|_| carried.location == location && carried.template.is_none())?;
            Some((carried.wire_name.clone(), value.clone()))
        });
        pairs.iter().cloned().chain(attached).collect()
    }

    fn take_steps(
        &self,
        environment: &mut Environment,
        reading: usize,
    ) -> Result<(), SchemeFailure> {
        for (name, step) in &self.scheme.steps {
            let recipe = step.recipes.get(reading).or_else(|| step.recipes.first());
            if let Some(tree) = recipe.and_then(|recipe| recipe.tree.as_ref()) {
                let value = evaluate(tree, environment)?;
                environment.set(name, value);
            }
        }
        Ok(())
    }

    /// The name under which a value travels: that of its own, or of what it is packed into.
    fn wire_name(&self, value: &str) -> String {
        let packs = |carried: &Carried| {
            let template = carried
                .template
                .as_ref()
                .and_then(|packed| template::placeholders(&packed.value));
            template.is_some_and(|names| names.contains(&value))
        };
        let carrier = self
            .scheme
            .carries
            .iter()
            .find(|carried| carried.name == value || packs(carried));
        carrier
            .map_or(value, |carried| &carried.wire_name)
            .to_owned()
    }

    fn environment(&self, message: &Message<'_>) -> Environment {
        let mut environment = Environment::default();
        for (name, secret) in &self.secrets {
            environment.set(name, Datum::Text(secret.expose().to_owned()));
        }
        environment.set("body", Datum::Bytes(message.body.to_vec()));
        environment.set("query", Datum::Pairs(message.query.to_vec()));
        environment.set("headers", Datum::Pairs(message.headers.to_vec()));
        environment.set("method", Datum::Text(message.method.to_owned()));
        environment.set("path", Datum::Text(message.path.to_owned()));
        environment
    }

    /// Whether recipes or checks look at a carried value, or at what its template packs.
    fn is_needed(&self, carried: &Carried) -> bool {
        let scheme = self.scheme;
        let used = scheme
            .recipes()
            .filter_map(|recipe| recipe.tree.as_ref())
            .flat_map(|tree| tree.names())
            .map(|(name, _)| name);
        let checked = scheme
            .fresh
            .iter()
            .map(|(name, _)| name)
            .chain(&scheme.once);
        let compared = scheme.equals.iter().map(|(target, _)| target);
        let mut needed = used.chain(checked.chain(compared).map(|name| name.value.as_str()));
        let names = carried.names();
        needed.any(|name| names.contains(&name))
    }

    /// What is not needed need not have its form, and be there only if it is mandatory.
    fn carried_values(
        &self,
        message: &Message<'_>,
    ) -> Result<Vec<(String, String)>, SchemeFailure> {
        let mut values = Vec::new();
        for carried in &self.scheme.carries {
            match read(carried, message) {
                Ok(read) => values.extend(read),
                Err(SchemeFailure::Missing(_))
                    if carried.presence != Presence::Mandatory && !self.is_needed(carried) => {}
                Err(SchemeFailure::Malformed(_)) if !self.is_needed(carried) => {}
                Err(failure) => return Err(failure),
            }
        }
        Ok(values)
    }
}

/// The value of a message that a scheme carries, or those that its template packs, by the names recipes use.
fn read(carried: &Carried, message: &Message<'_>) -> Result<Vec<(String, String)>, SchemeFailure> {
    let received = match carried.location {
        CarriedIn::Header => message.header_get(&carried.wire_name),
        CarriedIn::Query => message.query_get(&carried.wire_name),
    };
    let received = received
        .filter(|value| !value.is_empty())
        .ok_or_else(|| SchemeFailure::Missing(carried.wire_name.clone()))?;
    let Some(packed) = &carried.template else {
        return Ok(vec![(carried.name.clone(), received.to_owned())]);
    };
    let unpacked = template::parse(&packed.value, received)
        .ok_or_else(|| SchemeFailure::Malformed(carried.wire_name.clone()))?;
    let owned = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
    Ok(unpacked.into_iter().map(owned).collect())
}

fn text(recipe: &Recipe, environment: &Environment) -> Result<String, SchemeFailure> {
    let Some(tree) = &recipe.tree else {
        return Ok(String::new());
    };
    match evaluate(tree, environment)? {
        Datum::Text(text) => Ok(text),
        _ => Err(SchemeFailure::Recipe(EvaluateError::Kind("equals"))),
    }
}
