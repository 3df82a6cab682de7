//! SDK-HMAC-SHA256 against the vendor's Python SDK.

use std::collections::BTreeMap;
use std::process::Command;

use koo_runtime::message::Message;
use koo_runtime::scheme::{Scheme, Stamp};
use koo_runtime::secret::Secret;
use koo_spec::interpret::scheme::SchemeInterpreter;
use koogallery::open_api::SdkHmac;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::json;

use crate::oracle;

#[derive(Debug, Clone)]
struct Call {
    secrets: (String, String),
    method: &'static str,
    path: String,
    query: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    body: String,
    at_seconds: i64,
}

/// Calls as a merchant could make them. The names of query parameters are of letters, digits and marks that need no
/// encoding, and none is repeated: for others the SDK orders the plain names and the written rule the encoded ones.
fn calls() -> impl Strategy<Value = Call> {
    let secrets = ("[A-Z0-9]{20}", "[ -~]{1,40}|\\PC{1,20}");
    let method = prop_oneof![Just("GET"), Just("POST"), Just("PUT"), Just("DELETE")];
    let segment = "[A-Za-z0-9._~-]{1,12}|[ -.0-~]{1,8}|[\u{4e00}-\u{9fff}]{1,4}";
    // A path is given encoded; a plain `%` or `?` in it would be something else.
    let path = vec(segment, 1..5).prop_map(|segments| {
        let encoded: Vec<_> = segments
            .iter()
            .map(koo_runtime::crypto::url_encode)
            .collect();
        format!("/{}", encoded.join("/"))
    });
    let query = btree_map("[A-Za-z0-9._~-]{1,12}", "\\PC{0,20}", 0..5);
    let headers = btree_map("x-[a-z0-9-]{1,10}", "[!-~]([ -~]{0,20}[!-~])?", 0..4);
    let body = prop_oneof![
        Just(String::new()),
        "\\PC{1,60}",
        Just(r#"{"productId":"中文","amount":1.50}"#.to_owned()),
    ];
    let at = 0_i64..4_000_000_000;
    (secrets, method, path, query, headers, body, at).prop_map(
        |(secrets, method, path, query, headers, body, at_seconds)| {
            let mut headers: Vec<_> = headers.into_iter().collect();
            headers.push(("Content-Type".to_owned(), "application/json".to_owned()));
            headers.push(("Host".to_owned(), "mkt.example.com".to_owned()));
            Call {
                secrets,
                method,
                path,
                query: query.into_iter().collect(),
                headers,
                body,
                at_seconds,
            }
        },
    )
}

impl Call {
    fn message(&self) -> Message<'_> {
        Message {
            method: self.method,
            path: &self.path,
            query: &self.query,
            headers: &self.headers,
            body: self.body.as_bytes(),
        }
    }

    fn stamp(&self) -> Stamp {
        Stamp {
            timestamp_millis: self.at_seconds * 1000,
            nonce: String::new(),
        }
    }

    fn generated(&self) -> SdkHmac {
        SdkHmac::new(self.secrets.0.as_str(), self.secrets.1.as_str())
    }
}

#[test]
fn the_vendors_signer_gives_the_same_header() {
    let calls = oracle::random(&calls());
    let mut cases = Vec::new();
    let mut signed = Vec::new();
    for call in &calls {
        let carried = Scheme::sign(&call.generated(), &call.message(), &call.stamp()).unwrap();
        let value = |name: &str| {
            let found = carried.iter().find(|carried| carried.name == name);
            found.unwrap().value.clone()
        };
        let mut headers = call.headers.clone();
        headers.push(("X-Sdk-Date".to_owned(), value("X-Sdk-Date")));
        cases.push(json!({
            "access_key_id": call.secrets.0,
            "secret_access_key": call.secrets.1,
            "method": call.method,
            "host": "mkt.example.com",
            "path": call.path,
            "query": call.query,
            "headers": headers,
            "body": call.body,
        }));
        signed.push(value("Authorization"));
    }
    let mut program = Command::new(oracle::python());
    program.arg(oracle::folder().join("vendor_signer.py"));
    let Some(answers) = oracle::ask("the vendor's Python SDK", program, &cases) else {
        return;
    };
    for ((answer, ours), call) in answers.iter().zip(&signed).zip(&calls) {
        assert_eq!(ours, answer, "{call:#?}");
    }
}

#[test]
fn the_interpreter_signs_as_the_generated_code_does() {
    let catalogue = oracle::catalogue();
    let family = catalogue.family("open-api").unwrap();
    let scheme = family.schemes.get("sdk-hmac").unwrap();
    for call in oracle::random(&calls()) {
        let secrets = BTreeMap::from([
            (
                "access_key_id".to_owned(),
                Secret::from(call.secrets.0.as_str()),
            ),
            (
                "secret_access_key".to_owned(),
                Secret::from(call.secrets.1.as_str()),
            ),
        ]);
        let known = family.secrets.keys().map(String::as_str);
        let interpreter = SchemeInterpreter::new(scheme, known, secrets).unwrap();
        let interpreted = interpreter.sign(&call.message(), &call.stamp()).unwrap();
        let generated = Scheme::sign(&call.generated(), &call.message(), &call.stamp()).unwrap();
        let values: Vec<_> = interpreted.iter().map(|added| &added.value).collect();
        let expected: Vec<_> = generated.iter().map(|added| &added.value).collect();
        assert_eq!(values, expected, "{call:#?}");
    }
}
