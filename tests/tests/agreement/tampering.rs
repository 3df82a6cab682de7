//! What a change on the way does to a signed message.
//!
//! The rule for requests: with `s` the bytes that were signed, a body `b` is accepted if and only if `b` is `s`
//! or the canonical form of `b` is `s`. So when `s` is canonical JSON, white space, the order of the members and
//! members that are null may change, and nothing else; when it is not, no byte may. Of the carried values no
//! byte may change, but for the letter case of the signature.
//!
//! The rule for replies: the body is `s`, and the header still says the same base64 text; white space around the
//! parts of the header means nothing.

use koo_runtime::crypto::canonical_json;
use koo_runtime::scheme::template;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::json_text::object;
use crate::signing::{body, key, message, stamp};
use crate::support::{Owned, Which, verify};

/// One small change to some bytes.
#[derive(Debug, Clone)]
enum Change {
    Flip(Index, u8),
    Insert(Index, u8),
    Remove(Index),
}

fn change() -> impl Strategy<Value = Change> {
    // White space often, since it is what a canonical form forgives.
    let byte = prop_oneof![2 => any::<u8>(), 1 => Just(b' '), 1 => Just(b'\n')];
    prop_oneof![
        (any::<Index>(), 0_u32..8).prop_map(|(at, bit)| Change::Flip(at, 1 << bit)),
        (any::<Index>(), byte).prop_map(|(at, byte)| Change::Insert(at, byte)),
        any::<Index>().prop_map(Change::Remove),
    ]
}

impl Change {
    fn applied(&self, bytes: &[u8]) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        match self {
            Self::Insert(at, byte) => bytes.insert(at.index(bytes.len() + 1), *byte),
            _ if bytes.is_empty() => bytes.push(b'x'),
            Self::Flip(at, bit) => {
                let at = at.index(bytes.len());
                bytes[at] ^= bit;
            }
            Self::Remove(at) => {
                bytes.remove(at.index(bytes.len()));
            }
        }
        bytes
    }

    /// The text after the change, `None` if it is none any more.
    fn applied_to_text(&self, text: &str) -> Option<String> {
        String::from_utf8(self.applied(text.as_bytes())).ok()
    }
}

/// The rule for the body of a request.
fn covers(signed: &[u8], sent: &[u8]) -> bool {
    sent == signed || canonical_json(sent).is_ok_and(|canonical| canonical == signed)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_changed_body_is_accepted_only_if_its_canonical_form_was_signed(
        key in key(), stamp in stamp(), body in body(), change in change(),
    ) {
        let sent = change.applied(&body);
        let request = message(Which::Request, &key, &body, &sent, &stamp);
        let accepted = verify(Which::Request, &key, &request.message()).accepts();
        prop_assert_eq!(accepted, covers(&body, &sent));
    }

    #[test]
    fn the_same_holds_when_the_canonical_form_was_signed_and_another_spelling_sent(
        key in key(), stamp in stamp(), object in object(), change in change(),
    ) {
        let signed = object.canonical();
        let sent = change.applied(&object.spaced(" "));
        let request = message(Which::Request, &key, &signed, &sent, &stamp);
        let accepted = verify(Which::Request, &key, &request.message()).accepts();
        prop_assert_eq!(accepted, covers(&signed, &sent));
    }

    #[test]
    fn a_changed_carried_value_is_refused(
        key in key(), stamp in stamp(), body in body(), change in change(), which in 0_usize..3,
    ) {
        let name = ["signature", "timestamp", "nonce"][which];
        let mut request = message(Which::Request, &key, &body, &body, &stamp);
        let value = request.query_mut(name);
        let Some(changed) = change.applied_to_text(value).filter(|changed| changed != value) else {
            return Ok(());
        };
        let same_letters = name == "signature" && changed.eq_ignore_ascii_case(value);
        *value = changed;
        prop_assert_eq!(verify(Which::Request, &key, &request.message()).accepts(), same_letters);
    }

    #[test]
    fn another_key_is_refused(
        key in key(), stamp in stamp(), body in body(), change in change(), which: bool,
    ) {
        let which = if which { Which::Request } else { Which::Reply };
        let Some(other) = change.applied_to_text(&key) else { return Ok(()) };
        // HMAC fills a key up with zero bytes, so they make no other key.
        prop_assume!(other.trim_end_matches('\0') != key.trim_end_matches('\0'));
        let sent = message(which, &key, &body, &body, &stamp);
        prop_assert!(!verify(which, &other, &sent.message()).accepts());
    }

    #[test]
    fn a_changed_reply_is_refused(
        key in key(), stamp in stamp(), body in body(), change in change(),
    ) {
        let sent = change.applied(&body);
        prop_assume!(sent != body);
        let reply = message(Which::Reply, &key, &body, &sent, &stamp);
        prop_assert!(!verify(Which::Reply, &key, &reply.message()).accepts());
    }

    #[test]
    fn a_changed_header_is_accepted_only_if_it_says_the_same(
        key in key(), stamp in stamp(), body in body(), change in change(),
    ) {
        let form = r#"sign_type="HMAC-SHA256", signature="{signature}""#;
        let mut reply = message(Which::Reply, &key, &body, &body, &stamp);
        let header = &mut reply.headers[0].1;
        let Some(changed) = change.applied_to_text(header) else { return Ok(()) };
        let says_the_same = template::parse(form, header) == template::parse(form, &changed);
        *header = changed;
        prop_assert_eq!(verify(Which::Reply, &key, &reply.message()).accepts(), says_the_same);
    }
}

/// The recipe joins nonce and timestamp without a separator, so where one ends and the other begins is not
/// signed. That is the platform's choice, and both paths follow it. It takes a check of freshness that accepts
/// timestamps of one length only to make it harmless.
#[test]
fn the_seam_between_nonce_and_timestamp_is_not_signed() {
    let stamp = koo_runtime::scheme::Stamp {
        timestamp_millis: 1_680_508_066_618,
        nonce: "nonce7".to_owned(),
    };
    let moved = |nonce: &str, timestamp: &str| {
        let mut request: Owned = message(Which::Request, "key", b"{}", b"{}", &stamp);
        *request.query_mut("nonce") = nonce.to_owned();
        *request.query_mut("timestamp") = timestamp.to_owned();
        verify(Which::Request, "key", &request.message()).accepts()
    };
    assert!(moved("nonce", "71680508066618"));
    assert!(moved("nonce71", "680508066618"));
    assert!(!moved("nonce", "1680508066618"));
}
