//! Queries: how names and values are encoded in an address.

use koo_runtime::crypto::url_encode;
use koo_runtime::message::parse_query;
use koo_runtime::scheme::Stamp;
use koo_spec::catalogue::{CarriedIn, Interface, Location, Parameter, Presence, Type};
use serde_json::Value;

use super::pages::Pages;
use super::trial::Trial;
use super::{Definition, Words};
use crate::exchange::Sent;
use crate::message::Payload;

pub(super) const CHECKS: &[Definition] = &[Definition {
    id: "query-encoding",
    title: Words {
        en: "Plus signs, spaces and percent signs in queries",
        zh: "查询参数中的加号、空格和百分号",
    },
    rule: Words {
        en: "Values of a query are decoded once: `+` and `%20` are spaces, `%2B` is a plus sign, `%25` a percent sign. \
             Decoded values are signed.",
        zh: "查询参数只解码一次：`+`与`%20`为空格，`%2B`为加号，`%25`为百分号；签名使用解码后的值。",
    },
    advice: Words {
        en: "Leave decoding to the framework, and do not decode what it has decoded already.",
        zh: "由框架解码一次即可，不要重复解码，也不要使用不处理加号的解码函数。",
    },
    pages: Pages::RequestScheme,
    run: |trial| Box::pin(encoding(trial)),
}];

/// The parts of a query, decoded.
#[derive(Debug, Clone, Default)]
pub(super) struct Pairs(Vec<(String, String)>);

/// An address without its query, and the query.
pub(super) fn split(url: &str) -> (String, Pairs) {
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    (path.to_owned(), Pairs(parse_query(query)))
}

impl Pairs {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let mut pairs = self.0.iter();
        let (_, value) = pairs.find(|(other, _)| other == name)?;
        Some(value)
    }

    /// Replaces a value, or takes it out.
    pub(super) fn set(&mut self, name: &str, value: Option<&str>) {
        let at = self.0.iter().position(|(other, _)| other == name);
        match (at, value) {
            (Some(at), Some(value)) => {
                if let Some((_, old)) = self.0.get_mut(at) {
                    value.clone_into(old);
                }
            }
            (Some(at), None) => {
                self.0.remove(at);
            }
            (None, Some(value)) => self.0.push((name.to_owned(), value.to_owned())),
            (None, None) => {}
        }
    }

    /// The address with this query behind it.
    pub(super) fn behind(&self, path: &str) -> String {
        if self.0.is_empty() {
            return path.to_owned();
        }
        let pairs = self.0.iter();
        let pairs: Vec<_> = pairs
            .map(|(name, value)| format!("{}={}", url_encode(name), url_encode(value)))
            .collect();
        format!("{path}?{}", pairs.join("&"))
    }
}

/// A text, how it is written in a query, and what that is called.
const WRITTEN: [(&str, &str, &str); 4] = [
    ("koo one", "koo+one", "a space written as `+`"),
    ("koo one", "koo%20one", "a space written as `%20`"),
    ("koo+one", "koo%2Bone", "a plus sign written as `%2B`"),
    (
        "koo%2Bone",
        "koo%252Bone",
        "a percent sign written as `%25`",
    ),
];

async fn encoding(trial: &mut Trial<'_>) {
    let Some(interface) = trial.subject() else {
        return;
    };
    let once = trial.stage.caller.scheme(interface).and_then(|scheme| {
        let name = scheme.once.as_ref()?;
        let carried = scheme
            .carries
            .iter()
            .find(|carried| carried.name == name.value)?;
        (carried.location == CarriedIn::Query).then_some(())
    });
    let parameter = free_text(interface);
    if once.is_none() && parameter.is_none() {
        return trial.skip("calls carry no free text in their query");
    }
    for (value, written, how) in WRITTEN {
        // What is free is made different each time: a random text must not be seen twice.
        let letters = trial.random.alphanumeric(12);
        let value = value.replace("koo", &letters);
        let written = written.replace("koo", &letters);
        let Some(sent) = carrying(trial, interface, parameter, &value) else {
            return;
        };
        let encoded = url_encode(&value);
        let sent = Sent {
            url: sent
                .url
                .replacen(&format!("={encoded}"), &format!("={written}"), 1),
            ..sent
        };
        let label = format!("a call whose query has {how}");
        let answer = trial.send(&label, interface, sent).await;
        trial.expect_accepted(&label, &answer);
    }
}

/// A signed call with a text in its query: as a parameter if there is one to take it, else as the random text of the call.
fn carrying(
    trial: &mut Trial<'_>,
    interface: &Interface,
    parameter: Option<&Parameter>,
    text: &str,
) -> Option<Sent> {
    let mut given = Payload::new();
    let mut stamp = trial.stamp();
    match parameter {
        Some(parameter) => {
            given.insert(parameter.name.clone(), Value::from(text));
        }
        None => {
            stamp = Stamp {
                nonce: text.to_owned(),
                ..stamp
            };
        }
    }
    let payload = trial.payload(interface, &given);
    let sent = trial.request(interface, &payload)?;
    trial.sign(interface, sent, &stamp)
}

/// A parameter in the query that may be any text of some length; an optional one if there is one.
fn free_text(interface: &Interface) -> Option<&Parameter> {
    const LONG_ENOUGH: u64 = 20;
    let is_key = |name: &str| {
        let key = interface
            .idempotency
            .as_ref()
            .map(|idempotency| idempotency.key.as_slice());
        key.unwrap_or_default()
            .iter()
            .any(|part| part.value == name)
    };
    let free = interface.at(Location::Query).filter(|parameter| {
        parameter.r#type.value == Type::String
            && parameter.format.is_none()
            && parameter.values.is_empty()
            && parameter.encrypted.is_none()
            && !interface.select.contains_key(&parameter.name)
            && !is_key(&parameter.name)
            && parameter
                .limits
                .max_length
                .number()
                .is_none_or(|most| most >= LONG_ENOUGH)
    });
    free.min_by_key(|parameter| matches!(parameter.presence, Presence::Mandatory))
}
