//! The encryption of single values against a Java runtime.

use std::collections::BTreeMap;
use std::process::Command;

use koo_runtime::crypto::base64;
use koo_runtime::secret::Secret;
use koo_spec::interpret::cipher::CipherInterpreter;
use proptest::prelude::*;
use serde_json::json;

use crate::oracle;

/// Access key, plain text, initial vector; keys with non-ASCII characters among them.
fn values() -> impl Strategy<Value = (String, String, String)> {
    let key = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{12}|[ -~]{1,64}|\\PC{1,24}";
    (key, "[0-9]{11}|\\PC{0,60}", "[A-Za-z0-9]{16}")
}

#[test]
fn java_gives_the_same_wire_text() {
    let catalogue = oracle::catalogue();
    let family = catalogue.family("saas-v1").unwrap();
    let values = oracle::random(&values());
    for (id, bits) in [("sensitive-128", 128), ("sensitive-256", 256)] {
        let cipher = family.ciphers.get(id).unwrap();
        let interpreter = |key: &str| {
            let secrets = BTreeMap::from([("access_key".to_owned(), Secret::from(key))]);
            CipherInterpreter::new(cipher, secrets)
        };
        let cases: Vec<_> = values
            .iter()
            .map(|(key, plain, iv)| json!(format!("{bits} {} {} {iv}", base64(key), base64(plain))))
            .collect();
        let mut java = Command::new("java");
        java.arg(oracle::folder().join("JavaAes.java"));
        let Some(answers) = oracle::ask("java", java, &cases) else {
            return;
        };
        for ((key, plain, iv), sealed) in values.iter().zip(&answers) {
            let drawn = BTreeMap::from([("iv".to_owned(), iv.clone())]);
            let encrypted = interpreter(key).encrypt(plain, &drawn);
            assert_eq!(encrypted.as_ref(), Ok(sealed), "{bits} bits, key {key:?}");
            assert_eq!(interpreter(key).decrypt(sealed).as_ref(), Ok(plain));
        }
    }
}
