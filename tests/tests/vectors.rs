//! Signed messages that are known to be right, through the interpreter and through the generated code.
//!
//! No page publishes a key, so the vectors were computed from the documented formulas with invented keys, by
//! other means than this code. Those of other guides are here because they use the same two recipes.

#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests are no test functions to clippy"
)]

mod support;

use koo_runtime::crypto::{hex, hmac_sha256};
use koo_runtime::scheme::Stamp;
use serde::Deserialize;
use support::{Owned, Signed, Verdict, Which, interpreter, place, scheme, sign, verify};

/// A signed request.
#[derive(Deserialize)]
struct RequestVector {
    title: String,
    access_key: String,
    nonce: String,
    timestamp: String,
    body: String,
    inner: String,
    signature: String,
}

/// A signed reply.
#[derive(Deserialize)]
struct ReplyVector {
    title: String,
    access_key: String,
    body: String,
    signature: String,
}

fn requests() -> Vec<RequestVector> {
    let vectors = include_str!("../vectors/url-signature.json");
    serde_json::from_str(vectors).unwrap()
}

fn replies() -> Vec<ReplyVector> {
    let vectors = include_str!("../vectors/body-sign.json");
    serde_json::from_str(vectors).unwrap()
}

impl RequestVector {
    /// The request as it arrives, its signature spelt as given.
    fn signed(&self, signature: &str) -> Owned {
        let parameters = [
            ("signature", signature),
            ("timestamp", &self.timestamp),
            ("nonce", &self.nonce),
        ];
        Owned {
            query: parameters
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .to_vec(),
            ..Owned::body(self.body.as_str())
        }
    }
}

fn by_name<'s>(signed: &'s [Signed], name: &str) -> &'s str {
    let found = signed.iter().find(|signed| signed.name == name);
    &found.unwrap().value
}

#[test]
fn requests_verify_in_either_letter_case() {
    assert_eq!(requests().len(), 3);
    for vector in requests() {
        let accepted = Verdict::Accepted {
            timestamp: Some(vector.timestamp.clone()),
            nonce: Some(vector.nonce.clone()),
        };
        let spellings = [
            vector.signature.clone(),
            vector.signature.to_uppercase(),
            vector.signature.to_lowercase(),
        ];
        for signature in spellings {
            let request = vector.signed(&signature);
            let verdict = verify(Which::Request, &vector.access_key, &request.message());
            assert_eq!(verdict, accepted, "{}", vector.title);
        }
    }
}

#[test]
fn signing_a_request_gives_the_signature_of_the_vector() {
    for vector in requests() {
        let unsigned = Owned::body(vector.body.as_str());
        let stamp = Stamp {
            timestamp_millis: vector.timestamp.parse().unwrap(),
            nonce: vector.nonce.clone(),
        };
        let signed = sign(
            Which::Request,
            &vector.access_key,
            &unsigned.message(),
            &stamp,
        );
        let title = &vector.title;
        // The recipe writes upper case, as the current examples of the pages do.
        let signature = vector.signature.to_uppercase();
        assert_eq!(by_name(&signed, "signature"), signature, "{title}");
        assert_eq!(by_name(&signed, "timestamp"), vector.timestamp, "{title}");
        assert_eq!(by_name(&signed, "nonce"), vector.nonce, "{title}");
    }
}

#[test]
fn the_digest_inside_a_request_signature_is_that_of_the_vector() {
    for vector in requests() {
        let request = vector.signed(&vector.signature);
        let steps = interpreter(Which::Request, &vector.access_key)
            .steps(&request.message())
            .unwrap();
        let digest = steps.iter().find(|(name, _)| name == "digest").unwrap();
        assert_eq!(digest.1, vector.inner, "{}", vector.title);
        // Generated code keeps the step to itself; it is made of these two calls.
        let called = hex(hmac_sha256(&vector.access_key, &vector.body));
        assert_eq!(called, vector.inner, "{}", vector.title);
    }
}

#[test]
fn replies_verify_however_the_header_is_spaced() {
    assert_eq!(replies().len(), 5);
    for vector in replies() {
        let signature = &vector.signature;
        let spellings = [
            format!(r#"sign_type="HMAC-SHA256", signature="{signature}""#),
            format!(r#"sign_type="HMAC-SHA256", signature= "{signature}""#),
            format!(r#"sign_type="HMAC-SHA256",signature="{signature}""#),
        ];
        for header in spellings {
            let reply = Owned {
                headers: vec![("Body-Sign".to_owned(), header)],
                ..Owned::body(vector.body.as_str())
            };
            let verdict = verify(Which::Reply, &vector.access_key, &reply.message());
            assert!(verdict.accepts(), "{}: {verdict:?}", vector.title);
        }
    }
}

#[test]
fn signing_a_reply_gives_the_header_of_the_vector() {
    for vector in replies() {
        let unsigned = Owned::body(vector.body.as_str());
        let signed = sign(
            Which::Reply,
            &vector.access_key,
            &unsigned.message(),
            &Stamp::at(0),
        );
        let expected = format!(
            r#"sign_type="HMAC-SHA256", signature="{}""#,
            vector.signature
        );
        assert_eq!(by_name(&signed, "Body-Sign"), expected, "{}", vector.title);
    }
}

#[test]
fn the_vectors_of_the_catalogue_verify() {
    for which in [Which::Request, Which::Reply] {
        let scheme = scheme(which);
        assert!(!scheme.vectors.is_empty(), "{}", scheme.id);
        for vector in &scheme.vectors {
            let carried = scheme.carries.iter().filter_map(|carried| {
                Some(Signed {
                    place: place(carried.location),
                    name: carried.wire_name.clone(),
                    value: vector.carries.get(&carried.name)?.value.clone(),
                })
            });
            let carried: Vec<_> = carried.collect();
            let message = Owned {
                query: vector.query.clone(),
                headers: vector.headers.clone(),
                ..Owned::body(vector.body.as_str())
            };
            let message = message.carrying(&carried);
            let key = vector.secrets.get("access_key").unwrap();
            let verdict = verify(which, key, &message.message());
            assert!(verdict.accepts(), "{:?}: {verdict:?}", vector.title);
        }
    }
}
