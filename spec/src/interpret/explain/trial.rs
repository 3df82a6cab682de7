//! Tries changes until a signature fits.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use koo_runtime::crypto::{url_decode, url_encode};
use koo_runtime::message::Message;
use koo_runtime::scheme::template;
use koo_runtime::secret::Secret;
use serde_json::Value;

use super::{Case, Change, interpreter};
use crate::catalogue::{Carried, CarriedIn, Scheme};

/// A message that can be changed.
#[derive(Clone)]
struct Owned {
    method: String,
    path: String,
    query: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Owned {
    fn of(message: &Message<'_>) -> Self {
        Self {
            method: message.method.to_owned(),
            path: message.path.to_owned(),
            query: message.query.to_vec(),
            headers: message.headers.to_vec(),
            body: message.body.to_vec(),
        }
    }

    fn message(&self) -> Message<'_> {
        Message {
            method: &self.method,
            path: &self.path,
            query: &self.query,
            headers: &self.headers,
            body: &self.body,
        }
    }
}

/// Alters a value.
type Alter = fn(&str) -> String;

struct Trial<'c, 'a> {
    case: &'c Case<'a>,
    causes: Vec<Change>,
}

/// The changes after which the signature of a message matches.
pub(super) fn causes(case: &Case<'_>) -> Vec<Change> {
    let mut trial = Trial {
        case,
        causes: Vec::new(),
    };
    trial.signature();
    trial.body();
    trial.query();
    trial.target();
    trial.secrets();
    trial.schemes();
    trial.causes
}

impl Trial<'_, '_> {
    /// Notes the change if it makes the message right.
    fn attempt(&mut self, change: Change, alter: impl FnOnce(&mut Owned)) {
        let mut message = Owned::of(&self.case.message);
        alter(&mut message);
        self.judge(
            change,
            self.case.scheme,
            self.case.secrets.clone(),
            &message,
        );
    }

    fn judge(
        &mut self,
        change: Change,
        scheme: &Scheme,
        secrets: BTreeMap<String, Secret>,
        message: &Owned,
    ) {
        let fits = interpreter(self.case.family, scheme, secrets)
            .is_ok_and(|interpreter| interpreter.verify(&message.message()).is_ok());
        if fits && !self.causes.contains(&change) {
            self.causes.push(change);
        }
    }

    fn body(&mut self) {
        let body = self.case.message.body.to_vec();
        let trimmed = body.trim_ascii_end().to_vec();
        if trimmed != body {
            self.attempt(Change::BodyLineEndAdded, |message| message.body = trimmed);
        }
        for end in ["\n", "\r\n"] {
            let longer = [&body, end.as_bytes()].concat();
            self.attempt(Change::BodyLineEndRemoved, |message| message.body = longer);
        }
        if let Ok(text) = std::str::from_utf8(&body) {
            let bare = text.replace("\r\n", "\n");
            let full = bare.replace('\n', "\r\n");
            for other in [bare, full] {
                if other != text {
                    self.attempt(Change::BodyLineEndsChanged, |message| {
                        message.body = other.into_bytes();
                    });
                }
            }
        }
        if !body.is_empty() {
            self.attempt(Change::BodyEmptySigned, |message| message.body.clear());
        }
        for (form, other) in rewritten(&body) {
            self.attempt(Change::BodyReserialised(form), |message| {
                message.body = other;
            });
        }
    }

    fn query(&mut self) {
        let each = |alter: fn(&str) -> String| {
            move |message: &mut Owned| {
                for (_, value) in &mut message.query {
                    *value = alter(value);
                }
            }
        };
        self.attempt(Change::PlusDecoded, each(|value| value.replace(' ', "+")));
        self.attempt(Change::PlusDecoded, each(|value| value.replace('+', " ")));
        let decode = |value: &str| url_decode(value).unwrap_or_else(|_| value.to_owned());
        self.attempt(Change::QueryEncodedTwice, each(decode));
        // The carried values themselves are compared, so only the others are taken as encoded.
        let carried: Vec<_> = self
            .carried_in(CarriedIn::Query)
            .map(|carried| carried.wire_name.clone())
            .collect();
        self.attempt(Change::QuerySignedEncoded, |message| {
            for (name, value) in &mut message.query {
                if !carried.contains(name) {
                    *value = url_encode(value.as_str());
                }
            }
        });
        let names: Vec<_> = self
            .case
            .message
            .query
            .iter()
            .map(|(name, _)| name.clone())
            .collect();
        for name in names.into_iter().filter(|name| !carried.contains(name)) {
            self.attempt(Change::QueryParameterAdded(name.clone()), |message| {
                message.query.retain(|(other, _)| *other != name);
            });
        }
    }

    fn target(&mut self) {
        let path = self.case.message.path;
        self.attempt(Change::PathSlash, |message| {
            message.path = match path.strip_suffix('/') {
                Some(bare) => bare.to_owned(),
                None => format!("{path}/"),
            };
        });
        let mut shorter = path;
        while let Some(at) = shorter.get(1..).and_then(|rest| rest.find('/')) {
            shorter = shorter.get(at + 1..).unwrap_or_default();
            let shorter = shorter.to_owned();
            self.attempt(Change::PathPrefix(shorter.clone()), |message| {
                message.path = shorter;
            });
        }
        for method in ["GET", "POST", "PUT", "DELETE"] {
            if method != self.case.message.method {
                self.attempt(Change::Method(method.to_owned()), |message| {
                    method.clone_into(&mut message.method);
                });
            }
        }
        for port in ["", ":443", ":80", ":8080", ":8443"] {
            self.attempt(Change::HostPort, |message| {
                for (name, value) in &mut message.headers {
                    if name.eq_ignore_ascii_case("host") {
                        let host = value.split(':').next().unwrap_or_default();
                        *value = format!("{host}{port}");
                    }
                }
            });
        }
    }

    /// What may be wrong with the signature itself.
    fn signature(&mut self) {
        let alterations: [(Change, Alter); 5] = [
            (Change::SignatureQuoted, |value| {
                value.trim().trim_matches(['"', '\'']).trim().to_owned()
            }),
            (Change::SignaturePlusDecoded, |value| {
                value.replace(' ', "+")
            }),
            (Change::SignatureEncoded, |value| {
                url_decode(value).unwrap_or_default()
            }),
            (Change::LetterCase, |value| value.to_ascii_lowercase()),
            (Change::LetterCase, |value| value.to_ascii_uppercase()),
        ];
        let case = self.case;
        for (compared, _) in &case.scheme.equals {
            let compared = compared.value.as_str();
            let carries = |carried: &&Carried| {
                carried.name == compared || carried.packed().contains(&compared)
            };
            let Some(carried) = case.scheme.carries.iter().find(carries) else {
                continue;
            };
            for (change, alter) in &alterations {
                self.attempt(change.clone(), |message| {
                    let values = match carried.location {
                        CarriedIn::Header => &mut message.headers,
                        CarriedIn::Query => &mut message.query,
                    };
                    for (name, value) in values {
                        if name.eq_ignore_ascii_case(&carried.wire_name) {
                            *value = altered(carried, compared, value, *alter);
                        }
                    }
                });
            }
        }
    }

    fn secrets(&mut self) {
        let message = Owned::of(&self.case.message);
        let secrets = self.case.secrets;
        let used: Vec<_> = secrets
            .keys()
            .filter(|name| self.case.scheme.mentions(name))
            .cloned()
            .collect();
        for needed in used {
            let Some(own) = secrets.get(&needed) else {
                continue;
            };
            let trimmed = own.expose().trim();
            if trimmed != own.expose() {
                let mut tried = secrets.clone();
                tried.insert(needed.clone(), Secret::from(trimmed));
                self.judge(
                    Change::SecretTrimmed(needed.clone()),
                    self.case.scheme,
                    tried,
                    &message,
                );
            }
            for (other, value) in secrets {
                if *other != needed {
                    let mut tried = secrets.clone();
                    tried.insert(needed.clone(), value.clone());
                    let change = Change::OtherSecret {
                        needed: needed.clone(),
                        used: other.clone(),
                    };
                    self.judge(change, self.case.scheme, tried, &message);
                }
            }
        }
    }

    /// The same values under another scheme of the family, whatever its places and names on the wire.
    fn schemes(&mut self) {
        let own = self.case.scheme;
        let Ok(interpreter) = interpreter(self.case.family, own, self.case.secrets.clone()) else {
            return;
        };
        let Ok(values) = interpreter.carried(&self.case.message) else {
            return;
        };
        for other in self.case.family.schemes.values() {
            if other.id == own.id || other.of != own.of {
                continue;
            }
            let mut message = Owned::of(&self.case.message);
            for carried in &other.carries {
                let borrowed: Vec<_> = values
                    .iter()
                    .map(|(name, value)| (name.as_str(), value.as_str()))
                    .collect();
                let value = match &carried.template {
                    Some(packed) => template::fill(&packed.value, &borrowed),
                    None => values
                        .iter()
                        .find(|(name, _)| *name == carried.name)
                        .map(|(_, value)| value.clone()),
                };
                let Some(value) = value else { continue };
                let place = match carried.location {
                    CarriedIn::Header => &mut message.headers,
                    CarriedIn::Query => &mut message.query,
                };
                place.retain(|(name, _)| !name.eq_ignore_ascii_case(&carried.wire_name));
                place.push((carried.wire_name.clone(), value));
            }
            // Its own secrets, and each of those at hand in their place.
            let needed: Vec<_> = self
                .case
                .family
                .secrets
                .keys()
                .filter(|name| other.mentions(name))
                .collect();
            let at_hand = self.case.secrets.values();
            for secret in at_hand {
                let mut tried = self.case.secrets.clone();
                for name in &needed {
                    tried.insert((*name).clone(), secret.clone());
                }
                self.judge(
                    Change::OtherScheme(other.id.clone()),
                    other,
                    tried,
                    &message,
                );
            }
        }
    }

    fn carried_in(&self, location: CarriedIn) -> impl Iterator<Item = &Carried> {
        let carries = self.case.scheme.carries.iter();
        carries.filter(move |carried| carried.location == location)
    }
}

/// A carried text whose compared value is altered.
fn altered(carried: &Carried, compared: &str, value: &str, alter: Alter) -> String {
    let Some(packed) = &carried.template else {
        return alter(value);
    };
    let Some(values) = template::parse(&packed.value, value) else {
        return alter(value);
    };
    let values: Vec<(String, String)> = values
        .into_iter()
        .map(|(name, value)| {
            let value = if compared == name {
                alter(value)
            } else {
                value.to_owned()
            };
            (name.to_owned(), value)
        })
        .collect();
    let borrowed: Vec<_> = values
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    template::fill(&packed.value, &borrowed).unwrap_or_else(|| value.to_owned())
}

/// The body as other programs would write the same JSON.
fn rewritten(body: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let Ok(value) = serde_json::from_slice::<Value>(body) else {
        return Vec::new();
    };
    let compact = value.to_string();
    let sorted = sorted(&value, true).to_string();
    let pretty = serde_json::to_string_pretty(&value).unwrap_or_default();
    let spaced = spaced(&value);
    let mut forms = vec![
        ("its compact form, without white space", compact.clone()),
        (
            "its compact form with the members in alphabetical order",
            sorted,
        ),
        (
            "its compact form with the outermost members in alphabetical order",
            self::sorted(&value, false).to_string(),
        ),
        (
            "its compact form without members that are null",
            without_nulls(&value).to_string(),
        ),
        ("its indented form", pretty),
        ("its form with a space behind colons and commas", spaced),
        (
            "its compact form with non-ASCII letters escaped",
            ascii(&compact),
        ),
        (
            "its compact form with slashes escaped",
            compact.replace('/', r"\/"),
        ),
    ];
    let mut seen = vec![body.to_vec()];
    forms.retain(|(_, text)| {
        let is_new = !seen.iter().any(|known| known == text.as_bytes());
        seen.push(text.clone().into_bytes());
        is_new
    });
    forms
        .into_iter()
        .map(|(form, text)| (form, text.into_bytes()))
        .collect()
}

fn sorted(value: &Value, deep: bool) -> Value {
    match value {
        Value::Object(members) => {
            let mut pairs: Vec<_> = members.iter().collect();
            pairs.sort_by(|left, right| left.0.cmp(right.0));
            let inner = |value: &Value| {
                if deep {
                    sorted(value, deep)
                } else {
                    value.clone()
                }
            };
            Value::Object(
                pairs
                    .into_iter()
                    .map(|(name, value)| (name.clone(), inner(value)))
                    .collect(),
            )
        }
        Value::Array(items) if deep => items.iter().map(|item| sorted(item, deep)).collect(),
        other => other.clone(),
    }
}

fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let kept = members.iter().filter(|(_, value)| !value.is_null());
            Value::Object(
                kept.map(|(name, value)| (name.clone(), without_nulls(value)))
                    .collect(),
            )
        }
        other => other.clone(),
    }
}

/// JSON as Python's standard library writes it.
fn spaced(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let members: Vec<_> = members
                .iter()
                .map(|(name, value)| format!("{}: {}", Value::from(name.as_str()), spaced(value)))
                .collect();
            format!("{{{}}}", members.join(", "))
        }
        Value::Array(items) => format!(
            "[{}]",
            items.iter().map(spaced).collect::<Vec<_>>().join(", ")
        ),
        other => other.to_string(),
    }
}

fn ascii(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        if letter.is_ascii() {
            escaped.push(letter);
        } else {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        }
    }
    escaped
}
