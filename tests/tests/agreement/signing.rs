//! Both paths sign alike, and what one signs the other accepts.

use koo_runtime::crypto::canonical_json;
use koo_runtime::scheme::Stamp;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::json_text::object;
use crate::support::{Owned, Verdict, Which, sign, verify};

/// Any key a seller console could give. A key never holds U+0000: HMAC fills short keys up with it.
pub(crate) fn key() -> impl Strategy<Value = String> {
    prop_oneof!["[ -~]{1,80}", "[\\PC--\u{0}]{1,40}"]
}

pub(crate) fn stamp() -> impl Strategy<Value = Stamp> {
    let nonce = prop_oneof!["[0-9A-F]{64}", "[0-9A-Za-z]{16}", "\\PC{1,24}"];
    (0..=9_999_999_999_999_i64, nonce).prop_map(|(timestamp_millis, nonce)| Stamp {
        timestamp_millis,
        nonce,
    })
}

/// A body of any kind: no JSON, some JSON, an object.
pub(crate) fn body() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        vec(any::<u8>(), 0..64),
        object().prop_map(|object| object.canonical()),
        object().prop_map(|object| object.spaced(" \n")),
    ]
}

/// Signs the bytes that `signed` are, and sends `sent`.
pub(crate) fn message(which: Which, key: &str, signed: &[u8], sent: &[u8], stamp: &Stamp) -> Owned {
    let values = sign(which, key, &Owned::body(signed).message(), stamp);
    Owned::body(sent).carrying(&values)
}

proptest! {
    #[test]
    fn a_signed_request_verifies(key in key(), stamp in stamp(), body in body()) {
        let request = message(Which::Request, &key, &body, &body, &stamp);
        let verdict = verify(Which::Request, &key, &request.message());
        let accepted = Verdict::Accepted {
            timestamp: Some(stamp.timestamp_millis.to_string()),
            nonce: Some(stamp.nonce),
        };
        prop_assert_eq!(verdict, accepted);
    }

    #[test]
    fn a_signed_reply_verifies(key in key(), stamp in stamp(), body in body()) {
        let reply = message(Which::Reply, &key, &body, &body, &stamp);
        let accepted = Verdict::Accepted { timestamp: None, nonce: None };
        prop_assert_eq!(verify(Which::Reply, &key, &reply.message()), accepted);
    }

    #[test]
    fn the_letter_case_of_a_request_signature_means_nothing(key in key(), stamp in stamp(), body in body()) {
        let mut request = message(Which::Request, &key, &body, &body, &stamp);
        request.query_mut("signature").make_ascii_lowercase();
        prop_assert!(verify(Which::Request, &key, &request.message()).accepts());
    }

    #[test]
    fn a_signature_over_the_canonical_form_covers_every_spelling(
        key in key(),
        stamp in stamp(),
        object in object(),
        nulls in vec(crate::json_text::text(), 0..3),
        space in "[ \n\r\t]{0,2}",
    ) {
        let canonical = object.canonical();
        prop_assert_eq!(canonical_json(&canonical).unwrap(), canonical.as_slice(), "stays as it is");
        for sent in [object.spaced(&space), object.reordered(&nulls), object.escaped()] {
            let request = message(Which::Request, &key, &canonical, &sent, &stamp);
            prop_assert!(verify(Which::Request, &key, &request.message()).accepts());
        }
    }

    #[test]
    fn a_reply_is_signed_to_the_byte(key in key(), stamp in stamp(), object in object()) {
        let canonical = object.canonical();
        let spaced = object.spaced(" ");
        let reply = message(Which::Reply, &key, &canonical, &spaced, &stamp);
        let mismatch = Verdict::Mismatch("Body-Sign".to_owned());
        prop_assert_eq!(verify(Which::Reply, &key, &reply.message()), mismatch);
    }

    #[test]
    fn missing_values_are_named_alike(
        key in key(), stamp in stamp(), body in body(), gone in 0_usize..3, emptied: bool,
    ) {
        let mut request = message(Which::Request, &key, &body, &body, &stamp);
        let name = ["signature", "timestamp", "nonce"][gone];
        if emptied {
            request.query_mut(name).clear();
        } else {
            request.query.retain(|(other, _)| other != name);
        }
        let verdict = verify(Which::Request, &key, &request.message());
        prop_assert_eq!(verdict, Verdict::Missing(name.to_owned()));
    }

    #[test]
    fn any_header_is_judged_alike(key in key(), body in body(), header in "\\PC{0,40}") {
        let mut reply = Owned::body(body);
        reply.headers.push(("body-sign".to_owned(), header));
        prop_assert!(!verify(Which::Reply, &key, &reply.message()).accepts());
    }
}
