//! Values that a scheme covers and nobody makes: the message brings them, or is not signed. No guide of the vendor has
//! such a scheme, so these are those of the goldens.

use std::collections::BTreeMap;
use std::path::Path;

use koo_runtime::scheme::{Place, Scheme, Stamp};
use koo_runtime::secret::Secret;
use koo_spec::catalogue::Catalogue;
use koo_spec::interpret::scheme::SchemeInterpreter;
use koo_spec::load::{Input, load};
use proptest::prelude::*;

use crate::signing::{body, key, stamp};
use crate::support::{Owned, Signed, Verdict, sign_alike, verify_alike};

#[allow(dead_code, unreachable_pub, reason = "as generated; a part is used")]
#[rustfmt::skip]
#[path = "../../goldens/header_signature/expected/src/header_signature/schemes.rs"]
mod header_signature;
#[allow(unreachable_pub, reason = "as generated")]
#[rustfmt::skip]
#[path = "../../goldens/query_signature/expected/src/query_signature/schemes.rs"]
mod query_signature;

use header_signature::{Foreign, Packed, TwoTargets};
use query_signature::QueryHmac;

/// The goldens with these schemes.
fn catalogue() -> Catalogue {
    let goldens = Path::new(env!("CARGO_MANIFEST_DIR")).join("goldens");
    let files = [
        "catalogue.yaml",
        "header_signature/spec.yaml",
        "query_signature/spec.yaml",
    ];
    let inputs = files.map(|file| {
        let text = std::fs::read_to_string(goldens.join(file)).unwrap();
        Input::new(file, text)
    });
    let loaded = load(inputs.into());
    assert!(loaded.is_usable(), "{:#?}", loaded.diagnostics);
    loaded.catalogue
}

/// Signs and verifies with a scheme of the goldens, both ways.
fn both(
    generated: &impl Scheme,
    family: &str,
    key: &str,
    message: &Owned,
    stamp: &Stamp,
) -> (Result<Vec<Signed>, Verdict>, Verdict) {
    let catalogue = catalogue();
    let family = catalogue.family(family).unwrap();
    let name = scheme_name(generated);
    let scheme = family.schemes.get(name).unwrap();
    let secrets = ["access_key", "second_key"].map(|name| (name.to_owned(), Secret::from(key)));
    let known = family.secrets.keys().map(String::as_str);
    let interpreter = SchemeInterpreter::new(scheme, known, BTreeMap::from(secrets)).unwrap();
    let signed = sign_alike(generated, &interpreter, &message.message(), stamp);
    let sent = match &signed {
        Ok(signed) => message.clone().carrying(signed),
        Err(_) => message.clone(),
    };
    let verdict = verify_alike(generated, &interpreter, &sent.message());
    (signed, verdict)
}

fn scheme_name<S: Scheme>(_: &S) -> &'static str {
    S::NAME
}

/// Headers that may or may not be there, or be empty.
fn headers(names: &'static [&'static str]) -> impl Strategy<Value = Vec<(String, String)>> {
    let value = prop_oneof![1 => Just(None), 1 => Just(Some(String::new())), 4 => "[ -~]{1,12}".prop_map(Some)];
    proptest::collection::vec(value, names.len()).prop_map(move |values| {
        let pairs = names.iter().zip(values);
        pairs
            .filter_map(|(name, value)| Some(((*name).to_owned(), value?)))
            .collect()
    })
}

fn is_there(message: &Owned, name: &str) -> bool {
    let mut headers = message.headers.iter();
    headers.any(|(other, value)| other == name && !value.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_a_recipe_covers_and_nobody_makes_comes_with_the_message(
        key in key(), stamp in stamp(), body in body(), headers in headers(&["X-Tenant", "X-Key-Id", "X-Client"]),
    ) {
        let message = Owned { headers, ..Owned::body(body) };
        let scheme = QueryHmac::new(key.as_str());
        let (signed, verdict) = both(&scheme, "query_signature", &key, &message, &stamp);
        if !is_there(&message, "X-Tenant") {
            prop_assert_eq!(signed, Err(Verdict::Missing("X-Tenant".to_owned())));
        } else if let Ok(signed) = signed {
            // It is not attached again, and what no recipe covers must be there nevertheless.
            let names: Vec<_> = signed.iter().map(|signed| signed.name.as_str()).collect();
            prop_assert_eq!(names, ["signature", "timeStamp", "nonce"]);
            let expected = if is_there(&message, "X-Key-Id") {
                Verdict::Accepted {
                    timestamp: Some(stamp.timestamp_millis.to_string()),
                    nonce: Some(stamp.nonce),
                }
            } else {
                Verdict::Missing("X-Key-Id".to_owned())
            };
            prop_assert_eq!(verdict, expected);
        }
    }

    #[test]
    fn what_is_packed_with_something_nobody_makes_is_never_made(
        key in key(), stamp in stamp(), body in body(), headers in headers(&["Authorization"]),
    ) {
        let message = Owned { headers, ..Owned::body(body) };
        let (signed, verdict) = both(&Foreign::new(key.as_str()), "header_signature", &key, &message, &stamp);
        prop_assert_eq!(signed, Err(Verdict::Missing("Authorization".to_owned())));
        prop_assert!(!verdict.accepts());
    }

    #[test]
    fn schemes_that_make_everything_agree_too(
        key in key(), stamp in stamp(), body in body(),
    ) {
        let message = Owned::body(body);
        let scheme = Packed::new(key.as_str());
        let (_, verdict) = both(&scheme, "header_signature", &key, &message, &stamp);
        // A nonce that looks like the text around it is read otherwise; both do.
        prop_assert!(verdict.accepts() || stamp.nonce.contains('"'));
        let scheme = TwoTargets::new(key.as_str(), key.as_str());
        both(&scheme, "header_signature", &key, &message, &stamp);
    }
}
