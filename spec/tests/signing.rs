//! Every example of the catalogue's signed interfaces: composed, signed, verified and explained.

#![allow(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

use std::collections::BTreeMap;
use std::path::Path;

use koo_runtime::message::{Message, parse_query};
use koo_runtime::scheme::Stamp;
use koo_runtime::secret::Secret;
use koo_spec::catalogue::{CarriedIn, Family, Interface, Location, Side};
use koo_spec::interpret::compose::compose;
use koo_spec::interpret::explain::{Case, explain};
use koo_spec::interpret::scheme::SchemeInterpreter;
use serde_json::{Map, Value};

const NOW: i64 = 1_795_334_400_000;

/// The parameters of an example from all places.
fn payload(interface: &Interface, carried: &[&str]) -> Option<String> {
    let mut examples = interface.examples.iter();
    let example = examples.find(|example| example.of == Side::Request)?;
    let mut members = Map::new();
    for location in Location::ALL {
        if let Some(Value::Object(part)) = example.part(location) {
            members.extend(part.clone());
        }
    }
    members.retain(|name, _| !carried.contains(&name.as_str()));
    Some(Value::Object(members).to_string())
}

fn secrets(family: &Family) -> BTreeMap<String, Secret> {
    let names = family.secrets.keys();
    names
        .map(|name| (name.clone(), Secret::from(format!("s3cret-{name}"))))
        .collect()
}

#[test]
fn examples_are_signed_verified_and_explained_without_showing_a_secret() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog");
    let catalogue = koo_spec::files::load_path(&folder).unwrap().catalogue;
    let mut tried = 0;
    for family in &catalogue.families {
        for interface in &family.interfaces {
            let scheme = interface.scheme.as_ref();
            let Some(scheme) = scheme.and_then(|scheme| family.schemes.get(&scheme.value)) else {
                continue;
            };
            let carried: Vec<_> = scheme
                .carries
                .iter()
                .map(|carried| carried.wire_name.as_str())
                .collect();
            let Some(payload) = payload(interface, &carried) else {
                continue;
            };
            let id = format!("{}/{}", family.id, interface.id);
            let Ok(composed) = compose(family, interface, None, &payload) else {
                assert!(interface.at(Location::Part).next().is_some(), "{id}");
                continue;
            };
            let secrets = secrets(family);
            let known = family.secrets.keys().map(String::as_str);
            let interpreter = SchemeInterpreter::new(scheme, known, secrets.clone()).unwrap();
            let (url, own) = composed.url.split_once('?').unwrap_or((&composed.url, ""));
            let (mut query, mut headers) = (parse_query(own), composed.headers);
            query.extend(composed.query);
            headers.push(("Host".to_owned(), "platform.example".to_owned()));
            let unsigned = Message {
                method: &composed.method,
                path: url,
                query: &query,
                headers: &headers,
                body: &composed.body,
            };
            let stamp = Stamp {
                timestamp_millis: NOW,
                nonce: "nonce".to_owned(),
            };
            let attached = interpreter.sign(&unsigned, &stamp).unwrap();
            let (mut signed_query, mut signed_headers) = (query.clone(), headers.clone());
            for added in attached {
                match added.location {
                    CarriedIn::Header => signed_headers.push((added.name, added.value)),
                    CarriedIn::Query => signed_query.push((added.name, added.value)),
                }
            }
            let case = |body| Case {
                family,
                scheme,
                secrets: &secrets,
                message: Message {
                    query: &signed_query,
                    headers: &signed_headers,
                    body,
                    ..unsigned
                },
                now_millis: Some(NOW),
            };
            let explanation = explain(&case(&composed.body)).unwrap();
            assert!(explanation.is_accepted(), "{id}: {explanation:?}");
            let longer = [composed.body.as_slice(), b"\n"].concat();
            let shown = format!("{explanation:?} {:?}", explain(&case(&longer)).unwrap());
            // A bearer token is what travels; it is masked like every other secret.
            assert!(!shown.contains("s3cret-"), "{id}: {shown}");
            tried += 1;
        }
    }
    assert!(tried >= 40, "only {tried} interfaces");
}
