//! What the catalogue says about a call, read from it and not from generated code.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use koo_runtime::message::Message;
use koo_runtime::secret::Secret;
use koo_spec::catalogue::{
    CarriedIn, Catalogue, Example, Family, Interface, Location, Side, Variant,
};
use koo_spec::interpret::scheme::SchemeInterpreter;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::SECRETS;
use super::stub::Received;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/catalog");
    let loaded = koo_spec::files::load_path(&folder).unwrap();
    assert!(loaded.is_usable(), "{:#?}", loaded.diagnostics);
    loaded.catalogue
});

/// An interface of the catalogue, or one of its variants.
#[derive(Clone, Copy)]
pub(crate) struct Contract {
    family: &'static Family,
    interface: &'static Interface,
    variant: Option<&'static Variant>,
}

impl Contract {
    pub(crate) fn of(family: &str, interface: &str) -> Self {
        let family = CATALOGUE.family(family).unwrap();
        Self {
            family,
            interface: family.interface(interface).unwrap(),
            variant: None,
        }
    }

    pub(crate) fn variant(self, name: &str) -> Self {
        Self {
            variant: Some(&self.interface.variants[name]),
            ..self
        }
    }

    fn examples(&self, side: Side) -> Vec<&'static Example> {
        let examples = match self.variant {
            Some(variant) => &variant.examples,
            None => &self.interface.examples,
        };
        let examples = examples.iter().filter(|example| example.of == side);
        examples.collect()
    }

    /// How many requests and replies are printed.
    pub(crate) fn count(&self, side: Side) -> usize {
        self.examples(side).len()
    }

    /// The model of a printed request. Parameters of the address may be added.
    pub(crate) fn request<R: DeserializeOwned>(&self, index: usize, added: &[(&str, &str)]) -> R {
        let mut members = Map::new();
        for location in [
            Location::Path,
            Location::Query,
            Location::Form,
            Location::Body,
        ] {
            let part = self.examples(Side::Request)[index].part(location);
            members.extend(part.and_then(Value::as_object).cloned().unwrap_or_default());
        }
        for (name, value) in added {
            members.insert((*name).to_owned(), (*value).into());
        }
        serde_json::from_value(Value::Object(members)).unwrap()
    }

    /// A printed reply.
    pub(crate) fn reply(&self, index: usize) -> Value {
        let example = self.examples(Side::Reply)[index];
        example.part(Location::Body).unwrap().clone()
    }

    /// Asserts that a reply says what the printed one does.
    pub(crate) fn says(&self, reply: &impl Serialize, index: usize) {
        assert_eq!(
            plain(&serde_json::to_value(reply).unwrap()),
            plain(&self.reply(index))
        );
    }

    /// Asserts that a call is the printed request, at the documented address, and signed as the scheme says.
    pub(crate) fn holds(&self, received: &Received, index: usize) {
        let example = self.examples(Side::Request)[index];
        let part = |location| example.part(location).cloned();
        self.is_called_at(received, part(Location::Path).as_ref());
        assert_eq!(
            Value::Object(texts(self.without_signature(received))),
            plain(&part(Location::Query).unwrap_or_else(|| Map::new().into()))
        );
        if let Some(form) = part(Location::Form) {
            let content_type = Some("application/x-www-form-urlencoded");
            assert_eq!(received.header("Content-Type"), content_type);
            assert_eq!(Value::Object(texts(received.form())), plain(&form));
        } else if let Some(body) = part(Location::Body) {
            assert_eq!(received.header("Content-Type"), Some("application/json"));
            let sent: Value = serde_json::from_slice(&received.body).unwrap();
            assert_eq!(sent, body);
            is_sorted(&sent);
        } else {
            assert!(received.body.is_empty());
        }
        self.is_signed(received);
    }

    /// Asserts method and path, and that mandatory headers are there.
    pub(crate) fn is_called_at(&self, received: &Received, path: Option<&Value>) {
        let method = self.interface.method.as_ref();
        let method = method.or(self.family.transport.method.as_ref());
        assert_eq!(Some(&received.method), method);
        let urls = self.variant.filter(|variant| !variant.urls.is_empty());
        let urls = urls.map_or(&self.interface.urls, |variant| &variant.urls);
        if let Some(url) = urls.values().next() {
            let rest = url.split_once("://").unwrap().1;
            let mut expected = rest.split_at(rest.find('/').unwrap()).1.to_owned();
            for (name, value) in path.and_then(Value::as_object).into_iter().flatten() {
                expected = expected.replace(&format!("{{{name}}}"), value.as_str().unwrap());
            }
            assert_eq!(received.path, expected);
        }
        let headers = self.interface.at(Location::Header);
        for header in headers.filter(|header| header.presence.letter() == "M") {
            assert!(received.header(&header.name).is_some(), "{}", header.name);
        }
    }

    /// Asserts the signature with the interpreter of the catalogue.
    pub(crate) fn is_signed(&self, received: &Received) {
        let Some(scheme) = &self.interface.scheme else {
            assert!(received.header("Authorization").is_none());
            return;
        };
        let scheme = &self.family.schemes[&scheme.value];
        let known = || self.family.secrets.keys().map(String::as_str);
        let with = |suffix: &str| {
            let secrets: BTreeMap<_, _> = SECRETS
                .iter()
                .map(|(name, value)| ((*name).to_owned(), Secret::from(format!("{value}{suffix}"))))
                .collect();
            SchemeInterpreter::new(scheme, known(), secrets).unwrap()
        };
        let message = Message {
            method: &received.method,
            path: &received.path,
            query: &received.query,
            headers: &received.headers,
            body: &received.body,
        };
        with("").verify(&message).unwrap();
        assert!(with("-wrong").verify(&message).is_err());
    }

    fn without_signature(&self, received: &Received) -> Vec<(String, String)> {
        let scheme = self.interface.scheme.as_ref();
        let scheme = scheme.map(|scheme| &self.family.schemes[&scheme.value]);
        let is_carried = |name: &str| {
            scheme.is_some_and(|scheme| {
                let mut carries = scheme.carries.iter();
                carries.any(|it| it.location == CarriedIn::Query && it.wire_name == name)
            })
        };
        let query = received.query.iter().filter(|(name, _)| !is_carried(name));
        query.cloned().collect()
    }
}

fn texts(pairs: Vec<(String, String)>) -> Map<String, Value> {
    pairs
        .into_iter()
        .map(|(name, value)| (name, value.into()))
        .collect()
}

/// Every number and boolean as text and every null left out: pages and answers do not agree on either.
fn plain(value: &Value) -> Value {
    match value {
        Value::Number(number) => number.to_string().into(),
        Value::Bool(value) => value.to_string().into(),
        Value::Array(items) => items.iter().map(plain).collect(),
        Value::Object(members) => members
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name.clone(), plain(value)))
            .collect::<Map<_, _>>()
            .into(),
        other => other.clone(),
    }
}

/// The usage push signs a body whose members are sorted, so all bodies are.
fn is_sorted(value: &Value) {
    match value {
        Value::Array(items) => items.iter().for_each(is_sorted),
        Value::Object(members) => {
            assert!(members.keys().is_sorted(), "{members:?}");
            members.values().for_each(is_sorted);
        }
        _ => {}
    }
}
