//! Messages, freshness, and packed header values.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests are no test functions to clippy"
)]

use std::time::Duration;

use koo_runtime::crypto::CryptoError;
use koo_runtime::message::{Message, parse_query};
use koo_runtime::scheme::{
    Evidence, Scheme as _, SchemeError, Stamp, TimestampForm, Unsigned, freshness, template,
};
use koo_runtime::secret::Secret;
use proptest::prelude::*;

const MINUTE: Duration = Duration::from_secs(60);
const NOW: i64 = 1_680_508_066_618;

fn signed_at(timestamp: &str) -> Evidence<'_> {
    Evidence {
        timestamp: Some(timestamp),
        nonce: None,
    }
}

fn fresh(timestamp: &str, now: i64) -> Result<(), SchemeError> {
    let evidence = signed_at(timestamp);
    freshness(&evidence, TimestampForm::EpochMillis, MINUTE, now)
}

#[test]
fn freshness_counts_both_ways() {
    for (offset, expected) in [
        (0, Ok(())),
        (60_000, Ok(())),
        (-60_000, Ok(())),
        (-60_001, Err(SchemeError::Stale { seconds: 60 })),
        (60_001, Err(SchemeError::Stale { seconds: -60 })),
        (-3_600_000, Err(SchemeError::Stale { seconds: 3600 })),
    ] {
        let timestamp = (NOW + offset).to_string();
        assert_eq!(fresh(&timestamp, NOW), expected);
    }
}

#[test]
fn freshness_needs_a_timestamp_it_can_read() {
    let none = freshness(
        &Evidence::default(),
        TimestampForm::EpochMillis,
        MINUTE,
        NOW,
    );
    assert_eq!(none, Err(SchemeError::Missing("timestamp")));
    for timestamp in [
        "",
        "now",
        "+680508066618",
        "-680508066618",
        "168050806661",
        "16805080666180",
        "1680508066618 ",
        // Seconds: to accept them too would let digits move into a nonce.
        "1680508066",
        "１６８０５０８０６６",
        "99999999999999999999",
        "1.6805080e12",
    ] {
        let read = fresh(timestamp, NOW);
        assert_eq!(
            read,
            Err(SchemeError::Malformed("timestamp")),
            "{timestamp:?}"
        );
    }
    assert!(fresh("9999999999999", i64::MIN).is_err());
}

#[test]
fn errors_are_written_for_people() {
    let texts = [
        (SchemeError::Missing("nonce"), "nonce is missing"),
        (
            SchemeError::Malformed("timestamp"),
            "timestamp is malformed",
        ),
        (
            SchemeError::Mismatch("signature"),
            "signature does not match",
        ),
        (
            SchemeError::Stale { seconds: 61 },
            "the timestamp is 61 seconds old",
        ),
        (
            SchemeError::Stale { seconds: -61 },
            "the timestamp is 61 seconds ahead",
        ),
        (SchemeError::Replayed, "the nonce was used before"),
        (
            CryptoError::Json.into(),
            "the signature cannot be worked out: the bytes are not a JSON object",
        ),
    ];
    for (error, text) in texts {
        assert_eq!(error.to_string(), text);
    }
}

#[test]
fn stamps_differ() {
    let (first, second) = (Stamp::now(), Stamp::now());
    assert_ne!(first.nonce, second.nonce);
    assert_eq!(first.nonce.len(), 32);
    assert!(first.nonce.bytes().all(|byte| byte.is_ascii_hexdigit()));
    assert!(first.timestamp_millis > NOW);
}

#[test]
fn values_of_a_message() {
    let query = parse_query("a=1&b=&a=2&c");
    let headers = [("Body-Sign".to_owned(), "x".to_owned())];
    let message = Message {
        method: "POST",
        path: "/",
        query: &query,
        headers: &headers,
        body: b"",
    };
    assert_eq!(message.query_value("a"), Ok("1"), "the first counts");
    assert_eq!(message.query_value("b"), Err(SchemeError::Missing("b")));
    assert_eq!(message.query_get("b"), Some(""));
    assert_eq!(message.query_value("d"), Err(SchemeError::Missing("d")));
    assert_eq!(message.query_get("A"), None, "letter case counts");
    assert_eq!(message.header_value("body-sign"), Ok("x"));
    assert_eq!(
        message.header_value("sign"),
        Err(SchemeError::Missing("sign"))
    );
    assert_eq!(Unsigned.verify(&message), Ok(Evidence::default()));
    assert_eq!(Unsigned.sign(&message, &Stamp::now()), Ok(vec![]));
}

#[test]
fn queries_are_decoded() {
    let read = |query| -> Vec<(String, String)> { parse_query(query) };
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(read(""), []);
    assert_eq!(read("&&"), []);
    assert_eq!(read("a=b=c"), [pair("a", "b=c")]);
    assert_eq!(read("a%3D=%26"), [pair("a=", "&")]);
    assert_eq!(read("a+b=c+d%2B"), [pair("a b", "c d+")]);
    assert_eq!(read("a=1&%61=2"), [pair("a", "1")], "names compare decoded");
    assert_eq!(read("a=%FF"), [pair("a", "\u{fffd}")]);
}

#[test]
fn of_a_repeated_parameter_the_first_counts_however_many_there_are() {
    for names in [1, 15, 16, 17, 40] {
        let pairs = |round: usize| (0..names).map(move |name| format!("n{name}={round}"));
        let query: Vec<_> = pairs(1).chain(pairs(2)).chain(pairs(3)).collect();
        let expected: Vec<_> = (0..names)
            .map(|name| (format!("n{name}"), "1".to_owned()))
            .collect();
        assert_eq!(parse_query(&query.join("&")), expected);
    }
}

#[test]
fn secrets_stay_secret() {
    let secret = Secret::from("hunter2".to_owned());
    assert_eq!(
        format!("{secret:?} {:?}", Some(secret.clone())),
        "Secret(***) Some(Secret(***))"
    );
    assert_eq!(secret.expose(), "hunter2");
}

#[test]
fn packed_header_values() {
    let packed = r#"sign_type="HMAC-SHA256", signature="{signature}""#;
    let matches = [
        r#"sign_type="HMAC-SHA256", signature="ab+/=""#,
        r#"sign_type="HMAC-SHA256",signature="ab+/=""#,
        r#" sign_type = "HMAC-SHA256" , signature = "ab+/=" "#,
        r#"sign_type="HMAC-SHA256", signature=" ab+/= ""#,
    ];
    for received in matches {
        let values = template::parse(packed, received);
        assert_eq!(values, Some(vec![("signature", "ab+/=")]), "{received}");
    }
    let differ = [
        "",
        r#"sign_type="hmac-sha256", signature="x""#,
        r#"signature="x", sign_type="HMAC-SHA256""#,
        r#"sign_type="HMAC-SHA256", signature="x"#,
        r#"sign_type="HMAC-SHA256", signature="x" more"#,
        r#"sign_type="HMAC-SHA256", signature="x"", a="b""#,
    ];
    for received in differ {
        assert_eq!(template::parse(packed, received), None, "{received}");
    }
    let filled = template::fill(packed, &[("signature", "ab+/=")]);
    assert_eq!(filled.as_deref(), Some(matches[0]));
    assert_eq!(template::fill(packed, &[("other", "x")]), None);
}

#[test]
fn packed_values_with_several_placeholders() {
    let several = "SDK-HMAC-SHA256 Access={key}, SignedHeaders={headers}, Signature={signature}";
    let received = "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date, Signature=77";
    let values = [
        ("key", "AK"),
        ("headers", "host;x-sdk-date"),
        ("signature", "77"),
    ];
    assert_eq!(template::parse(several, received), Some(values.to_vec()));
    assert_eq!(template::fill(several, &values).as_deref(), Some(received));
    assert_eq!(
        template::placeholders(several),
        Some(vec!["key", "headers", "signature"])
    );
    assert_eq!(template::parse("{a}", " x y "), Some(vec![("a", "x y")]));
    assert_eq!(template::parse("{a};", "é;"), Some(vec![("a", "é")]));
    assert_eq!(template::parse("plain", "pl ain"), Some(vec![]));
}

#[test]
fn what_is_no_template() {
    for text in [
        "{", "}", "{a", "a}", "{}", "{a}{b}", "{a} {b}", "{a{b}}", "}{a}",
    ] {
        assert_eq!(template::placeholders(text), None, "{text}");
        assert_eq!(template::parse(text, "x"), None, "{text}");
        assert_eq!(
            template::fill(text, &[("a", "x"), ("b", "y")]),
            None,
            "{text}"
        );
    }
}

proptest! {
    #[test]
    fn a_filled_template_parses_to_its_values(first in "[A-Za-z0-9+/=]{0,20}", second in "[^\"\\s]{0,20}") {
        let text = r#"a = {first}, b = "{second}""#;
        let values = [("first", first.as_str()), ("second", second.as_str())];
        let filled = template::fill(text, &values).unwrap();
        prop_assert_eq!(template::parse(text, &filled), Some(values.to_vec()));
    }

    #[test]
    fn no_text_makes_it_panic(text: String, received: String) {
        let _ = template::parse(&text, &received);
        let _ = template::parse("a={b},c={d}", &received);
        let _ = parse_query(&received);
        let _ = fresh(&received, NOW);
    }
}
