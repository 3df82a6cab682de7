//! Every test vector of every scheme of every guide, through the interpreter and through the generated code.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests are no test functions to clippy"
)]

use std::any::TypeId;
use std::collections::BTreeMap;
use std::path::Path;

use koo_runtime::message::Message;
use koo_runtime::scheme::{Place, Scheme, Stamp};
use koo_runtime::secret::Secret;
use koo_spec::catalogue::{
    CarriedIn, Catalogue, Compare, Family, Scheme as CatalogueScheme, Vector,
};
use koo_spec::interpret::scheme::SchemeInterpreter;
use koogallery::{
    auto_deploy, joint_kit, license_client, license_v1, license_v2, open_api, saas_v1, saas_v2,
};

/// A value that a signature adds: where it goes, its name, its value.
type Added = (Place, String, String);

/// What a generated scheme does, whatever its type.
trait Generated {
    fn accepts(&self, message: &Message<'_>) -> bool;
    fn sign(&self, message: &Message<'_>, stamp: &Stamp) -> Vec<Added>;
    fn read_timestamp(&self, text: &str) -> Option<i64>;
}

impl<S: Scheme> Generated for S {
    fn accepts(&self, message: &Message<'_>) -> bool {
        self.verify(message).is_ok()
    }

    fn sign(&self, message: &Message<'_>, stamp: &Stamp) -> Vec<Added> {
        let carried = Scheme::sign(self, message, stamp).unwrap();
        carried
            .into_iter()
            .map(|carried| (carried.place, carried.name.to_owned(), carried.value))
            .collect()
    }

    fn read_timestamp(&self, text: &str) -> Option<i64> {
        S::TIMESTAMP.read(text)
    }
}

/// The generated code of a scheme. A scheme that is not listed here fails the test, so none is left out.
fn generated(family: &str, scheme: &str, vector: &Vector) -> Box<dyn Generated> {
    let secret = |name: &str| vector.secrets.get(name).unwrap().as_str();
    let key = || secret("access_key");
    let pair = || (secret("access_key_id"), secret("secret_access_key"));
    match (family, scheme) {
        ("auto-deploy", "sdk-hmac") => Box::new(auto_deploy::SdkHmac::new(pair().0, pair().1)),
        ("license-client", "sdk-hmac") => {
            Box::new(license_client::SdkHmac::new(pair().0, pair().1))
        }
        ("license-v2", "sdk-hmac") => Box::new(license_v2::SdkHmac::new(pair().0, pair().1)),
        ("open-api", "sdk-hmac") => Box::new(open_api::SdkHmac::new(pair().0, pair().1)),
        ("joint-kit", "auth-token") => Box::new(joint_kit::AuthToken::new(key())),
        ("joint-kit", "body-sign") => Box::new(joint_kit::BodySign::new(key())),
        ("joint-kit", "bearer-token") => {
            Box::new(joint_kit::BearerToken::new(secret("access_token")))
        }
        ("joint-kit", "orgid-bearer-token") => {
            Box::new(joint_kit::OrgidBearerToken::new(secret("access_token")))
        }
        ("joint-kit", "x-sign") => Box::new(joint_kit::XSign::new(secret("kit_access_key"))),
        ("license-client", "url-signature") => Box::new(license_client::UrlSignature::new(key())),
        ("license-v2", "url-signature") => Box::new(license_v2::UrlSignature::new(key())),
        ("open-api", "url-signature") => Box::new(open_api::UrlSignature::new(key())),
        ("open-api", "usage-push-signature") => Box::new(open_api::UsagePushSignature::new(key())),
        ("license-v1", "auth-token") => Box::new(license_v1::AuthToken::new(key())),
        ("license-v1", "body-sign") => Box::new(license_v1::BodySign::new(key())),
        ("saas-v1", "auth-token") => Box::new(saas_v1::AuthToken::new(key())),
        ("saas-v1", "body-sign") => Box::new(saas_v1::BodySign::new(key())),
        ("saas-v2", "url-signature") => Box::new(saas_v2::UrlSignature::new(key())),
        ("saas-v2", "body-sign") => Box::new(saas_v2::BodySign::new(key())),
        _ => panic!("{family}/{scheme} is missing in this test"),
    }
}

fn catalogue() -> Catalogue {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/catalog");
    let loaded = koo_spec::files::load_path(&folder).unwrap();
    assert!(loaded.is_usable(), "{:#?}", loaded.diagnostics);
    loaded.catalogue
}

/// A vector with the code that must accept it.
struct Case<'a> {
    title: String,
    scheme: &'a CatalogueScheme,
    vector: &'a Vector,
    generated: Box<dyn Generated>,
    interpreter: SchemeInterpreter<'a>,
}

impl<'a> Case<'a> {
    fn new(family: &'a Family, scheme: &'a CatalogueScheme, vector: &'a Vector) -> Self {
        let secrets: BTreeMap<_, _> = vector
            .secrets
            .iter()
            .map(|(name, value)| (name.clone(), Secret::from(value.as_str())))
            .collect();
        let known = family.secrets.keys().map(String::as_str);
        let title = vector.title.as_ref().map_or("", |title| title.en.as_str());
        Self {
            title: format!("{}/{}: {title}", family.id, scheme.id),
            scheme,
            vector,
            generated: generated(&family.id, &scheme.id, vector),
            interpreter: SchemeInterpreter::new(scheme, known, secrets).unwrap(),
        }
    }

    /// The values the vector says the message carries.
    fn carried(&self) -> Vec<Added> {
        let carried = self.scheme.carries.iter().filter_map(|carried| {
            let value = self.vector.carries.get(&carried.name)?;
            let place = match carried.location {
                CarriedIn::Header => Place::Header,
                CarriedIn::Query => Place::Query,
            };
            Some((place, carried.wire_name.clone(), value.value.clone()))
        });
        carried.collect()
    }

    /// Calls `look` with the message that carries these values.
    fn with<T>(&self, added: &[Added], body: &[u8], look: impl FnOnce(&Message<'_>) -> T) -> T {
        let (mut query, mut headers) = (self.vector.query.clone(), self.vector.headers.clone());
        for (place, name, value) in added {
            match place {
                Place::Query => query.push((name.clone(), value.clone())),
                Place::Header => headers.push((name.clone(), value.clone())),
            }
        }
        look(&Message {
            method: &self.vector.method,
            path: &self.vector.path,
            query: &query,
            headers: &headers,
            body,
        })
    }

    /// Whether both ways accept the message; they must agree.
    fn accepts(&self, added: &[Added], body: &[u8]) -> bool {
        self.with(added, body, |message| {
            let accepted = self.generated.accepts(message);
            let interpreted = self.interpreter.verify(message).is_ok();
            assert_eq!(accepted, interpreted, "{}: the two ways differ", self.title);
            accepted
        })
    }

    /// The stamp that makes a signer write the values of the vector.
    fn stamp(&self) -> Stamp {
        let carried = |name: Option<&String>| Some(&self.vector.carries.get(name?)?.value);
        let fresh = self.scheme.fresh.as_ref().map(|(name, _)| &name.value);
        let timestamp = carried(fresh);
        let nonce = carried(self.scheme.once.as_ref().map(|name| &name.value));
        Stamp {
            timestamp_millis: timestamp.map_or(0, |text| {
                let read = self.generated.read_timestamp(text);
                read.unwrap_or_else(|| panic!("{}: {text} is no timestamp", self.title))
            }),
            nonce: nonce.cloned().unwrap_or_default(),
        }
    }
}

fn each_vector(mut check: impl FnMut(Case<'_>)) -> usize {
    let catalogue = catalogue();
    let mut count = 0;
    for family in &catalogue.families {
        // What an included file brings and no interface of the guide uses is not generated.
        let used = |scheme: &&CatalogueScheme| {
            family.interfaces.iter().any(|interface| {
                let reply = interface.reply_scheme.as_ref().map(|reply| &reply.scheme);
                let mut ids = interface.scheme.iter().chain(reply);
                ids.any(|id| id.value == scheme.id)
            })
        };
        for scheme in family.schemes.values().filter(used) {
            assert!(
                !scheme.vectors.is_empty(),
                "{}/{} has no vector",
                family.id,
                scheme.id
            );
            for vector in &scheme.vectors {
                check(Case::new(family, scheme, vector));
                count += 1;
            }
        }
    }
    count
}

#[test]
fn every_vector_verifies() {
    let count = each_vector(|case| {
        let body = case.vector.body.as_bytes();
        assert!(case.accepts(&case.carried(), body), "{}", case.title);
    });
    assert!(count >= 30, "only {count} vectors");
}

#[test]
fn signing_gives_the_values_of_the_vector() {
    each_vector(|case| {
        let stamp = case.stamp();
        let body = case.vector.body.as_bytes();
        let (signed, interpreted) = case.with(&[], body, |message| {
            (
                case.generated.sign(message, &stamp),
                case.interpreter.sign(message, &stamp).unwrap(),
            )
        });
        let interpreted: Vec<Added> = interpreted
            .into_iter()
            .map(|added| {
                let place = match added.location {
                    CarriedIn::Header => Place::Header,
                    CarriedIn::Query => Place::Query,
                };
                (place, added.name, added.value)
            })
            .collect();
        assert_eq!(signed, interpreted, "{}: the two ways differ", case.title);
        assert!(case.accepts(&signed, body), "{}", case.title);
        let expected = case.carried();
        for (signed, expected) in signed.iter().zip(&expected) {
            // Packed values are printed with and without a space between name and value.
            let [left, right] = [signed, expected].map(|added| added.2.replace(' ', ""));
            let same = match case.scheme.compare {
                Compare::Exact => left == right,
                Compare::IgnoreCase => left.eq_ignore_ascii_case(&right),
            };
            assert!(same, "{}: {signed:?} is not {expected:?}", case.title);
        }
        assert_eq!(signed.len(), expected.len(), "{}", case.title);
    });
}

#[test]
fn a_changed_body_or_signature_is_refused() {
    each_vector(|case| {
        let carried = case.carried();
        let text = format!("{:?}", case.scheme.steps) + &format!("{:?}", case.scheme.equals);
        if text.contains("\"body\"") && !case.vector.body.is_empty() {
            // A digit or letter is changed, so that JSON stays JSON.
            let mut body = case.vector.body.clone().into_bytes();
            let at = body.iter().rposition(u8::is_ascii_alphanumeric).unwrap();
            let changed = body.get_mut(at).unwrap();
            *changed = if *changed == b'1' { b'2' } else { b'1' };
            assert!(!case.accepts(&carried, &body), "{}: body", case.title);
        }
        for at in 0..carried.len() {
            let mut changed = carried.clone();
            let value = &mut changed.get_mut(at).unwrap().2;
            let last = value
                .rfind(|letter: char| letter.is_ascii_alphanumeric())
                .unwrap();
            let other = if value.get(last..=last) == Some("a") {
                "b"
            } else {
                "a"
            };
            value.replace_range(last..=last, other);
            let body = case.vector.body.as_bytes();
            assert!(!case.accepts(&changed, body), "{}: value {at}", case.title);
        }
    });
}

/// Who holds keys for two guides has one type for both, unless a guide means something else by the name.
#[test]
fn guides_share_the_schemes_of_common_files() {
    let shared = TypeId::of::<koogallery::common::signatures::UrlSignature>();
    assert_eq!(TypeId::of::<saas_v2::UrlSignature>(), shared);
    assert_eq!(TypeId::of::<open_api::UrlSignature>(), shared);
    let token = TypeId::of::<saas_v1::AuthToken>();
    assert_eq!(TypeId::of::<license_v1::AuthToken>(), token);
    assert_ne!(TypeId::of::<joint_kit::AuthToken>(), token);
}
