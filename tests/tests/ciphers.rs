//! Encrypted values that are known to be right, through the interpreter and through the generated code.
//!
//! The vectors stand in the catalogue and were made with other implementations: those of AES on a Java machine, those
//! of RSA with OpenSSL.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests are no test functions to clippy"
)]

mod support;

use std::collections::BTreeMap;

use koo_runtime::cipher::{CipherError, Decrypt, Encrypt};
use koo_runtime::secret::Secret;
use koo_spec::catalogue::CipherVector;
use koo_spec::interpret::cipher::CipherInterpreter;
use koogallery::{joint_kit, saas_v1};
use support::CATALOGUE;

/// What the generated code of a cipher makes of a vector: plain text, and wire text if it encrypts.
fn generated(family: &str, cipher: &str, vector: &CipherVector) -> (Secret, Option<String>) {
    let secret = |name: &str| vector.secrets[name].as_str();
    let plain = vector.plain.as_str();
    match (family, cipher) {
        ("saas-v1", "sensitive-256") => {
            let cipher = saas_v1::Sensitive256::new(secret("access_key"));
            let sealed = cipher.encrypt_with(plain, &vector.random["iv"]).unwrap();
            (cipher.decrypt(&vector.sealed).unwrap(), Some(sealed))
        }
        ("saas-v1", "sensitive-128") => {
            let cipher = saas_v1::Sensitive128::new(secret("access_key"));
            let sealed = cipher.encrypt_with(plain, &vector.random["iv"]).unwrap();
            (cipher.decrypt(&vector.sealed).unwrap(), Some(sealed))
        }
        ("joint-kit", "client-secret") => {
            let cipher = joint_kit::ClientSecret::new(secret("private_key"));
            (cipher.decrypt(&vector.sealed).unwrap(), None)
        }
        other => panic!("{other:?} is new: add it here"),
    }
}

#[test]
fn every_vector_of_the_catalogue_comes_out_both_ways() {
    let mut count = 0;
    for family in &CATALOGUE.families {
        for cipher in family.ciphers.values() {
            assert!(!cipher.vectors.is_empty(), "{} has no vector", cipher.id);
            for vector in &cipher.vectors {
                let title = (&cipher.id, &vector.title);
                let (plain, sealed) = generated(&family.id, &cipher.id, vector);
                assert_eq!(plain.expose(), vector.plain, "{title:?}");
                let secrets = vector
                    .secrets
                    .iter()
                    .map(|(name, value)| (name.clone(), Secret::from(value.as_str())));
                let interpreter = CipherInterpreter::new(cipher, secrets.collect());
                let interpreted = interpreter.decrypt(&vector.sealed);
                assert_eq!(
                    interpreted.as_deref(),
                    Ok(vector.plain.as_str()),
                    "{title:?}"
                );
                if let Some(sealed) = sealed {
                    assert_eq!(sealed, vector.sealed, "{title:?}");
                    let random: BTreeMap<_, _> = vector.random.clone().into_iter().collect();
                    let interpreted = interpreter.encrypt(&vector.plain, &random);
                    assert_eq!(interpreted, Ok(sealed), "{title:?}");
                }
                count += 1;
            }
        }
    }
    assert_eq!(count, 5);
}

#[test]
fn fresh_texts_are_drawn_for_every_value() {
    let cipher = saas_v1::Sensitive256::new("demo-access-key");
    let first = cipher.encrypt("张三").unwrap();
    let second = cipher.encrypt("张三").unwrap();
    assert_ne!(first[..16], second[..16]);
    assert!(first[..16].bytes().all(|byte| byte.is_ascii_alphanumeric()));
    assert_eq!(cipher.decrypt(&first).unwrap().expose(), "张三");
    assert_eq!(cipher.decrypt(&second).unwrap().expose(), "张三");
}

#[test]
fn what_was_decrypted_shows_itself_nowhere() {
    let cipher = saas_v1::Sensitive128::new("demo-access-key");
    let sealed = cipher.encrypt("13800000000").unwrap();
    let plain = cipher.decrypt(&sealed).unwrap();
    assert_eq!(format!("{plain:?}"), "Secret(***)");
    assert!(!format!("{cipher:?}").contains("demo"));
    let other = saas_v1::Sensitive128::new("other-access-key");
    for wrong in [&sealed[..16], "", "short", "0123456789abcdef****"] {
        let error = cipher.decrypt(wrong).unwrap_err();
        assert!(matches!(error, CipherError::Crypto(_)), "{error:?}");
    }
    // Another key gives no padding, or by chance another text.
    let foreign = other.decrypt(&sealed);
    assert!(foreign.map_or(true, |plain| plain.expose() != "13800000000"));
}

#[test]
fn models_decrypt_what_they_receive_and_encrypt_what_they_send() {
    let body =
        r#"{"activity": "newInstance", "mobilePhone": "0123456789abcdef7JatqSDtVMGJzEvS1dY19g=="}"#;
    let cipher = saas_v1::EncryptType::Aes256
        .cipher("demo-access-key")
        .unwrap();
    let mut info = saas_v1::AppInfo::new("https://example.com");
    assert!(info.user_name_decrypted(&*cipher).unwrap().is_none());
    info.encrypt_user_name("admin", &*cipher).unwrap();
    let wire = serde_json::to_value(&info).unwrap();
    assert_ne!(wire["userName"], "admin");
    assert_eq!(
        info.user_name_decrypted(&*cipher)
            .unwrap()
            .unwrap()
            .expose(),
        "admin"
    );
    assert!(
        saas_v1::EncryptType::from("9")
            .cipher("demo-access-key")
            .is_none()
    );

    // A real request has more members; reading forgives only what is optional.
    let mut request: serde_json::Value = serde_json::from_str(body).unwrap();
    let example = &CATALOGUE
        .family("saas-v1")
        .unwrap()
        .interface("newInstance")
        .unwrap()
        .examples;
    let example = example
        .iter()
        .find_map(|example| {
            example
                .parts
                .iter()
                .find(|(_, part, _)| part.value["activity"] == "newInstance")
        })
        .unwrap();
    for (name, value) in example.1.value.as_object().unwrap() {
        let members = request.as_object_mut().unwrap();
        members.entry(name.clone()).or_insert_with(|| value.clone());
    }
    let text = request.to_string();
    let request: saas_v1::NewInstanceRequest = koo_runtime::lenient::from_slice(text.as_bytes())
        .unwrap()
        .value;
    let phone = request.mobile_phone_decrypted(&*cipher).unwrap().unwrap();
    assert_eq!(phone.expose(), "13800000000");
}
