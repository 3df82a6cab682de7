//! Values of a reply that travel encrypted: the platform decrypts them with the key it shares with the merchant.

use std::collections::BTreeMap;

use koo_spec::catalogue::{Cipher, ListedValue, Parameter, Type};
use koo_spec::interpret::cipher::{CipherFailure, CipherInterpreter};
use koo_spec::recipe::evaluate::EvaluateError;
use serde_json::{Map, Value};

use super::{Caller, Finding};

/// The rule that a value can be decrypted.
pub(crate) const READABLE: &str = "cipher";
/// The rule that a value was encrypted with the random text that stands in it.
pub(crate) const RANDOM: &str = "cipher_random";
/// The rule that what was encrypted is short enough.
pub(crate) const PLAIN_LENGTH: &str = "plain_length";

/// Longest plain text that is tried when it is worked out how much fits.
const MOST_PLAIN: usize = 4096;

/// The ciphers that a value of a reply chooses between, and the one it chooses.
#[derive(Clone, Copy)]
struct Choice<'a> {
    values: &'a [ListedValue],
    chosen: &'a str,
    /// The parameter that chooses, and the value it has.
    by: (&'a str, &'a str),
}

/// What judging the encrypted values of a reply gives.
#[derive(Debug, Default)]
pub(super) struct Sealed {
    /// How many values were looked at.
    pub(super) seen: usize,
    /// What is wrong with them.
    pub(super) findings: Vec<Finding>,
}

impl Caller<'_> {
    /// Decrypts what a reply holds under a cipher.
    pub(super) fn sealed<'a>(&'a self, parameters: &[&'a Parameter], reply: &'a Value) -> Sealed {
        let mut sealed = Sealed::default();
        if let Value::Object(members) = reply {
            self.members(parameters, members, "", None, &mut sealed);
        }
        sealed
    }

    /// Whether a reply of these parameters may hold encrypted values.
    pub(crate) fn seals(&self, parameters: &[&Parameter]) -> bool {
        fn within<'p>(
            caller: &'p Caller<'_>,
            parameters: impl Iterator<Item = &'p Parameter>,
            depth: usize,
        ) -> bool {
            let mut parameters = parameters;
            depth < 8
                && parameters.any(|parameter| {
                    let fields = caller.family.fields_of(parameter.r#type.value.innermost());
                    parameter.encrypted.is_some()
                        || fields.is_some_and(|fields| within(caller, fields.iter(), depth + 1))
                })
        }
        within(self, parameters.iter().copied(), 0)
    }

    fn members<'a>(
        &'a self,
        parameters: &[&'a Parameter],
        members: &'a Map<String, Value>,
        path: &str,
        outer: Option<Choice<'a>>,
        sealed: &mut Sealed,
    ) {
        let choice = self.choice(parameters, members).or(outer);
        for parameter in parameters {
            let Some(value) = members.get(&parameter.name) else {
                continue;
            };
            let path = format!("{path}{}", parameter.name);
            match (&parameter.encrypted, value) {
                (Some(cipher), Value::String(text)) if !text.is_empty() => {
                    sealed.seen += 1;
                    let judged = self.value(parameter, &cipher.value, choice, text);
                    if let Err((rule, problem)) = judged {
                        let text = format!("the reply: {path}: {problem}");
                        let finding = Finding::error(rule, text);
                        let finding = finding.from(self.family, &parameter.provenance);
                        sealed.findings.push(finding);
                    }
                }
                _ => self.inside(&parameter.r#type.value, value, &path, choice, sealed),
            }
        }
    }

    fn inside<'a>(
        &'a self,
        r#type: &'a Type,
        value: &'a Value,
        path: &str,
        choice: Option<Choice<'a>>,
        sealed: &mut Sealed,
    ) {
        match (r#type, value) {
            (Type::List(inner), Value::Array(elements)) => {
                for (index, element) in elements.iter().enumerate() {
                    self.inside(inner, element, &format!("{path}[{index}]"), choice, sealed);
                }
            }
            (Type::Map(inner), Value::Object(members)) => {
                for (name, member) in members {
                    self.inside(inner, member, &format!("{path}.{name}"), choice, sealed);
                }
            }
            (r#type, Value::Object(members)) => {
                if let Some(fields) = self.family.fields_of(r#type) {
                    let fields: Vec<_> = fields.iter().collect();
                    self.members(&fields, members, &format!("{path}."), choice, sealed);
                }
            }
            _ => {}
        }
    }

    /// What a member of these says about the cipher of its neighbours and of what is inside them.
    fn choice<'a>(
        &'a self,
        parameters: &[&'a Parameter],
        members: &'a Map<String, Value>,
    ) -> Option<Choice<'a>> {
        parameters.iter().find_map(|parameter| {
            let values = self.family.values_of(parameter);
            if !values.iter().any(|value| value.cipher.is_some()) {
                return None;
            }
            let given = members.get(&parameter.name).and_then(Value::as_str);
            let default = parameter.default.as_ref().map(|it| it.value.as_str());
            let given = given.filter(|given| !given.is_empty()).or(default)?;
            let chosen = values.iter().find(|value| value.value == given)?;
            Some(Choice {
                values,
                chosen: &chosen.cipher.as_ref()?.value,
                by: (&parameter.name, &chosen.value),
            })
        })
    }

    /// Judges one value; the rule it breaks and how, if it does.
    fn value(
        &self,
        parameter: &Parameter,
        named: &str,
        choice: Option<Choice<'_>>,
        text: &str,
    ) -> Result<(), (&'static str, String)> {
        let choice = choice.filter(|choice| {
            let mut ciphers = choice.values.iter().filter_map(|it| it.cipher.as_ref());
            ciphers.any(|cipher| cipher.value == named)
        });
        let id = choice.map_or(named, |choice| choice.chosen);
        let Some(cipher) = self.family.ciphers.get(id) else {
            return Ok(());
        };
        let plain = match self.decrypted(cipher, text) {
            Ok(plain) => plain,
            // Without its recipe or its key nothing can be said.
            Err(CipherFailure::NoRecipe(_) | CipherFailure::Recipe(EvaluateError::NoValue(_))) => {
                return Ok(());
            }
            Err(failure) => {
                let cause = choice.and_then(|choice| self.other_cipher(choice, text));
                let cause = cause.unwrap_or_else(|| {
                    "it is not encrypted at all, or with another key or cipher".to_owned()
                });
                let problem = format!("cannot be decrypted with `{id}`: {failure}; {cause}");
                return Err((READABLE, problem));
            }
        };
        if plain.chars().any(char::is_control) {
            let problem = format!(
                "decrypts with `{id}` to text with control characters: it was encrypted with a random text other than \
                 the one that stands in it"
            );
            return Err((RANDOM, problem));
        }
        let most = parameter.limits.max_length.number();
        if let Some(most) = most.filter(|most| text.chars().count() as u64 > *most)
            && let Some(fits) = self.longest_plain(cipher, most)
        {
            let problem = format!(
                "what is encrypted has {} bytes, at most {fits} fit into the {most} characters of the encrypted text",
                plain.len()
            );
            return Err((PLAIN_LENGTH, problem));
        }
        Ok(())
    }

    fn decrypted(&self, cipher: &Cipher, text: &str) -> Result<String, CipherFailure> {
        CipherInterpreter::new(cipher, self.secrets.clone()).decrypt(text)
    }

    /// That another of the ciphers fits, if one does.
    fn other_cipher(&self, choice: Choice<'_>, text: &str) -> Option<String> {
        let (name, given) = choice.by;
        choice.values.iter().find_map(|value| {
            let id = &value.cipher.as_ref()?.value;
            if id == choice.chosen {
                return None;
            }
            let cipher = self.family.ciphers.get(id)?;
            let plain = self.decrypted(cipher, text).ok()?;
            (!plain.chars().any(char::is_control)).then(|| {
                format!(
                    "it fits `{id}`, which {name} {} stands for; here {name} counts as {given}",
                    value.value
                )
            })
        })
    }

    /// How many bytes of plain text fit into so many characters of encrypted text.
    fn longest_plain(&self, cipher: &Cipher, most: u64) -> Option<usize> {
        let interpreter = CipherInterpreter::new(cipher, self.secrets.clone());
        let drawn: BTreeMap<_, _> = cipher
            .random
            .iter()
            .map(|(name, form)| {
                let length = usize::try_from(form.length).unwrap_or(MOST_PLAIN);
                (name.clone(), "0".repeat(length.min(MOST_PLAIN)))
            })
            .collect();
        let fits = |length: usize| {
            let sealed = interpreter.encrypt(&"0".repeat(length), &drawn);
            sealed.is_ok_and(|sealed| sealed.chars().count() as u64 <= most)
        };
        if !fits(0) {
            return None;
        }
        let (mut fitting, mut too_long) = (0, MOST_PLAIN);
        while too_long - fitting > 1 {
            let middle = usize::midpoint(fitting, too_long);
            if fits(middle) {
                fitting = middle;
            } else {
                too_long = middle;
            }
        }
        Some(fitting)
    }
}
