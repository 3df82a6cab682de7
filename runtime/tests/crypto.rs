//! Published vectors of every primitive, and the edges of the canonical form.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests are no test functions to clippy"
)]

use koo_runtime::crypto::{
    CryptoError, aes_cbc_decrypt, aes_cbc_encrypt, base64, base64_decode, canonical_json, concat,
    equal, equal_ignoring_case, first, hex, hex_decode, hex_upper, hmac_sha256, join, json_params,
    sha1, sha1prng_key, sha256, skip, sort_params, url_decode, url_encode, utf8, without,
};
use proptest::prelude::*;

fn bytes(hex: &str) -> Vec<u8> {
    hex_decode(hex).unwrap()
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

/// RFC 4231 sections 4.2 to 4.8: key, data, HMAC-SHA256. Case 5 prints the first 128 bits only.
#[test]
fn hmac_sha256_rfc_4231() {
    let cases = [
        (
            vec![0x0b; 20],
            b"Hi There".to_vec(),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        ),
        (
            b"Jefe".to_vec(),
            b"what do ya want for nothing?".to_vec(),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        ),
        (
            vec![0xaa; 20],
            vec![0xdd; 50],
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
        ),
        (
            (0x01..=0x19).collect(),
            vec![0xcd; 50],
            "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
        ),
        (
            vec![0x0c; 20],
            b"Test With Truncation".to_vec(),
            "a3b6167473100ee06e0c796c2955552b",
        ),
        (
            vec![0xaa; 131],
            b"Test Using Larger Than Block-Size Key - Hash Key First".to_vec(),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
        ),
        (
            vec![0xaa; 131],
            b"This is a test using a larger than block-size key and a larger than block-size data. \
              The key needs to be hashed before being used by the HMAC algorithm."
                .to_vec(),
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
        ),
    ];
    for (key, data, expected) in cases {
        assert!(hex(hmac_sha256(key, data)).starts_with(expected));
    }
}

#[test]
fn hmac_sha256_of_nothing_and_at_the_block_length() {
    assert_eq!(
        hex(hmac_sha256("", "")),
        "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"
    );
    // A key of exactly one block is used as it is; one byte more is hashed first.
    let long = [b'k'; 65];
    assert_eq!(hmac_sha256(long, "m"), hmac_sha256(sha256(long), "m"));
    assert_ne!(
        hmac_sha256([b'k'; 64], "m"),
        hmac_sha256(sha256([b'k'; 64]), "m")
    );
}

#[test]
fn sha_fips_180() {
    assert_eq!(
        hex(sha256("abc")),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
    assert_eq!(
        hex(sha256("")),
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    );
    let two_blocks = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    assert_eq!(
        hex(sha256(two_blocks)),
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    );
    assert_eq!(hex(sha1("abc")), "a9993e364706816aba3e25717850c26c9cd0d89d");
    assert_eq!(
        hex(sha1(two_blocks)),
        "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
    );
}

#[test]
fn base64_rfc_4648() {
    let vectors = [
        ("", ""),
        ("f", "Zg=="),
        ("fo", "Zm8="),
        ("foo", "Zm9v"),
        ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ];
    for (plain, encoded) in vectors {
        assert_eq!(base64(plain), encoded);
        assert_eq!(base64_decode(encoded).unwrap(), plain.as_bytes());
    }
    assert_eq!(base64([0xfb, 0xff]), "+/8=");
    for wrong in ["Zg", "Zg=", "Zh==", "Z g==", "-_8=", "Zg==\n"] {
        assert_eq!(base64_decode(wrong), Err(CryptoError::Base64), "{wrong}");
    }
}

#[test]
fn hexadecimal() {
    assert_eq!(hex([0x00, 0xab, 0xff]), "00abff");
    assert_eq!(hex_upper([0x00, 0xab, 0xff]), "00ABFF");
    assert_eq!(hex_decode("00aBFf"), Ok(vec![0x00, 0xab, 0xff]));
    for wrong in ["0", "0g", "0x00"] {
        assert_eq!(hex_decode(wrong), Err(CryptoError::Hex));
    }
}

/// NIST SP 800-38A sections F.2.1 to F.2.6. The vectors have no padding, ours adds a block.
#[test]
fn aes_cbc_nist_sp_800_38a() {
    let iv = bytes("000102030405060708090a0b0c0d0e0f");
    let plain = bytes(
        "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51\
         30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710",
    );
    let cases = [
        (
            "2b7e151628aed2a6abf7158809cf4f3c",
            "7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2\
             73bed6b8e3c1743b7116e69e222295163ff1caa1681fac09120eca307586e1a7",
        ),
        (
            "8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b",
            "4f021db243bc633d7178183a9fa071e8b4d9ada9ad7dedf4e5e738763f69145a\
             571b242012fb7ae07fa9baac3df102e008b0e27988598881d920a9e64f5615cd",
        ),
        (
            "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
            "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d\
             39f23369a9d9bacfa530e26304231461b2eb05e2c39be9fcda6c19078c6a9d1b",
        ),
    ];
    for (key, expected) in cases {
        let key = bytes(key);
        let encrypted = aes_cbc_encrypt(&key, &iv, &plain).unwrap();
        let (vector, padding) = encrypted.split_at(plain.len());
        assert_eq!(hex(vector), expected);
        assert_eq!(padding.len(), 16);
        assert_eq!(aes_cbc_decrypt(&key, &iv, &encrypted).unwrap(), plain);
    }
}

/// Checked against `OpenJDK` 17's SUN provider.
#[test]
fn sha1prng_keys_and_what_they_encrypt() {
    let long = "00000000-0000-0000-0000-000000000000";
    let keys = [
        ("demo-access-key", 128, "b0ea96ac421f5120582f329d24e60114"),
        (
            "demo-access-key",
            256,
            "b0ea96ac421f5120582f329d24e60114bcf3aef574405f097ebc9f18259e1905",
        ),
        (long, 128, "a5e139e56e7df3a11a0f9a09e3de6ea4"),
        (
            long,
            256,
            "a5e139e56e7df3a11a0f9a09e3de6ea42572365c7d223ea180c5ddcd18aff987",
        ),
    ];
    for (seed, bits, expected) in keys {
        assert_eq!(hex(sha1prng_key(seed, bits)), expected);
    }
    let iv = "0123456789abcdef";
    for (bits, expected) in [
        (128, "HomYuTpzJQuppn95rwYNqg=="),
        (256, "7JatqSDtVMGJzEvS1dY19g=="),
    ] {
        let key = sha1prng_key("demo-access-key", bits);
        let encrypted = aes_cbc_encrypt(&key, iv, "13800000000").unwrap();
        assert_eq!(base64(&encrypted), expected);
        let decrypted = aes_cbc_decrypt(&key, iv, encrypted).unwrap();
        assert_eq!(utf8(decrypted).unwrap(), "13800000000");
    }
}

#[test]
fn sha1prng_streams_are_prefixes_of_one_another() {
    let long = sha1prng_key("seed", 800);
    assert_eq!(long.len(), 100);
    for bits in [0, 1, 8, 160, 161, 320, 799] {
        let key = sha1prng_key("seed", bits);
        assert_eq!(key.len(), bits.div_ceil(8));
        assert!(long.starts_with(&key));
    }
}

#[test]
fn ciphers_refuse_what_they_cannot_use() {
    let iv = [0; 16];
    for bytes in [0, 15, 17, 31, 33] {
        let key = vec![0; bytes];
        let wrong = CryptoError::KeyLength { bytes };
        assert_eq!(aes_cbc_encrypt(&key, iv, ""), Err(wrong));
        assert_eq!(aes_cbc_decrypt(&key, iv, [0; 16]), Err(wrong));
    }
    let wrong = CryptoError::IvLength { bytes: 15 };
    assert_eq!(aes_cbc_encrypt([0; 16], [0; 15], ""), Err(wrong));
    for data in [&[][..], &[0; 15], &[0; 16], &[0; 17]] {
        let decrypted = aes_cbc_decrypt([0; 16], iv, data);
        assert_eq!(decrypted, Err(CryptoError::Decrypt), "{} bytes", data.len());
    }
}

#[test]
fn url_coding() {
    assert_eq!(url_encode("aZ09-._~"), "aZ09-._~");
    assert_eq!(
        url_encode("a b+c/=&%!*'()"),
        "a%20b%2Bc%2F%3D%26%25%21%2A%27%28%29"
    );
    assert_eq!(url_encode("中"), "%E4%B8%AD");
    assert_eq!(url_decode("a+b%20c%2Bd"), Ok("a b c+d".into()));
    assert_eq!(url_decode("%e4%b8%ad"), Ok("中".into()));
    assert_eq!(url_decode("100%"), Ok("100%".into()));
    assert_eq!(url_decode("%zz%4"), Ok("%zz%4".into()));
    assert_eq!(url_decode("%ff"), Err(CryptoError::Utf8));
}

#[test]
fn parameters() {
    let params = pairs(&[("b", "2"), ("a", "1"), ("B", "3"), ("a", "0"), ("", "x")]);
    let sorted = sort_params(&params);
    assert_eq!(join(&sorted, "=", "&"), "=x&B=3&a=1&a=0&b=2");
    assert_eq!(join(&without(&sorted, "a"), "=", "&"), "=x&B=3&b=2");
    assert_eq!(join(&[], "=", "&"), "");
    assert_eq!(concat(&["a", "", "b"]), "ab");
    // UTF-16 puts an emoji (a surrogate pair) before U+FF21, UTF-8 after it.
    let sorted = sort_params(&pairs(&[("Ａ", "1"), ("😀", "2"), ("é", "3"), ("z", "4")]));
    let names: Vec<_> = sorted.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["z", "é", "😀", "Ａ"]);
}

#[test]
fn parts_of_text() {
    assert_eq!([first("数据ab", 3), skip("数据ab", 3)], ["数据a", "b"]);
    assert_eq!([first("ab", 0), skip("ab", 0)], ["", "ab"]);
    assert_eq!([first("ab", 9), skip("ab", 9)], ["ab", ""]);
}

#[test]
fn json_members_as_parameters() {
    let json = r#"{ "z": 1.10, "a": "x\u4e2d", "n": null, "b": "\t ", "o": {"k" : [1, " \/ "]},
                    "t": true, "z": 2E1, "late": 0, "late": null }"#;
    let params = json_params(json.as_bytes()).unwrap();
    let expected = [
        ("z", "2E1"),
        ("a", "x中"),
        ("o", r#"{"k":[1," / "]}"#),
        ("t", "true"),
    ];
    assert_eq!(params, pairs(&expected));
    for wrong in ["", "[]", "1", "{", r#"{"a":"\ud800"}"#] {
        assert_eq!(
            json_params(wrong.as_bytes()),
            Err(CryptoError::Json),
            "{wrong}"
        );
    }
    assert_eq!(json_params(b"{\"a\":\"\xff\"}"), Err(CryptoError::Utf8));
}

#[test]
fn comparison() {
    assert!(equal("abc", b"abc"));
    assert!(!equal("abc", "abC"));
    assert!(!equal("abc", "ab"));
    assert!(equal_ignoring_case("AbC019", "aBc019"));
    assert!(!equal_ignoring_case("abc", "abd"));
    assert!(!equal_ignoring_case("abc", "abcd"));
    // Only letters have a case: `@` and `[` stand next to them, and K is not the Kelvin sign.
    assert!(!equal_ignoring_case("@", "`"));
    assert!(!equal_ignoring_case("[", "{"));
    assert!(!equal_ignoring_case("k", "\u{212a}"));
}

#[test]
fn canonical_json_cases() {
    let cases = [
        ("{}", "{}"),
        (" { } ", "{}"),
        (r#"{"b":1,"a":2}"#, r#"{"a":2,"b":1}"#),
        (r#"{"a":null,"b":null}"#, "{}"),
        (r#"{"a": null ,"b":0}"#, r#"{"b":0}"#),
        // Nested order and nested nulls stay.
        (
            r#"{"x":{"b":null,"a":[null, 1 ]}}"#,
            r#"{"x":{"b":null,"a":[null,1]}}"#,
        ),
        // Numbers keep their text.
        (
            r#"{"a":1.10,"b":1E+3,"c":-0,"d":123456789012345678901234567890}"#,
            r#"{"a":1.10,"b":1E+3,"c":-0,"d":123456789012345678901234567890}"#,
        ),
        // White space in text is text.
        (
            "{\"a\" : \" x \\\" y \" ,\n\t\"b\":[ ]}",
            r#"{"a":" x \" y ","b":[]}"#,
        ),
        // Needless escapes go, needed ones stay in their shortest form.
        (r#"{"a":"\u4e2d\/\u0041"}"#, r#"{"a":"中/A"}"#),
        (r#"{"a":"\ud83d\ude00"}"#, r#"{"a":"😀"}"#),
        (
            r#"{"a":"\u0022\u005c\u0008\u0009\u000a\u000c\u000d\u001f\u007f"}"#,
            "{\"a\":\"\\\"\\\\\\b\\t\\n\\f\\r\\u001F\u{7f}\"}",
        ),
        (r#"{"x":{"\u0061":"\u0062"}}"#, r#"{"x":{"a":"b"}}"#),
        // Names are compared decoded, and the last of several counts.
        (r#"{"\u0062":1,"a":2}"#, r#"{"a":2,"b":1}"#),
        (r#"{"a":1,"b":2,"a":3}"#, r#"{"a":3,"b":2}"#),
        (r#"{"a":1,"a":null}"#, "{}"),
        (
            r#"{"a":1,"A":2,"_":3,"中":4,"":5}"#,
            r#"{"":5,"A":2,"_":3,"a":1,"中":4}"#,
        ),
        (r#"{"Ａ":1,"😀":2}"#, r#"{"😀":2,"Ａ":1}"#),
        (
            r#"{"a":"","b":false,"c":true}"#,
            r#"{"a":"","b":false,"c":true}"#,
        ),
        (r#"{"a":"\\"}"#, r#"{"a":"\\"}"#),
        (r#"{"a":"\\\"}","b":1}"#, r#"{"a":"\\\"}","b":1}"#),
    ];
    for (json, expected) in cases {
        let canonical = canonical_json(json.as_bytes()).unwrap();
        assert_eq!(utf8(canonical).unwrap(), expected, "of {json}");
    }
}

#[test]
fn canonical_json_refuses_what_is_no_object() {
    for json in [
        "",
        " ",
        "[]",
        "1",
        "null",
        "\"{}\"",
        "{",
        "{}}",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":1,}",
        "{\"a\":NaN}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"\\ud800\"}",
        "\u{feff}{}",
        "{a:1}",
    ] {
        assert_eq!(
            canonical_json(json.as_bytes()),
            Err(CryptoError::Json),
            "of {json:?}"
        );
    }
    assert_eq!(canonical_json(b"{\"a\":\"\xff\"}"), Err(CryptoError::Utf8));
}

#[test]
fn canonical_json_of_deep_nesting_does_not_exhaust_the_stack() {
    let depth = 100_000;
    let nested = format!("{{\"a\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
    // Refused or rewritten, as long as the process lives on.
    let _ = canonical_json(nested.as_bytes());
}

proptest! {
    #[test]
    fn what_is_encoded_decodes_to_itself(data: Vec<u8>, text: String) {
        prop_assert_eq!(base64_decode(base64(&data)).unwrap(), data.clone());
        prop_assert_eq!(hex_decode(hex(&data)).unwrap(), data.clone());
        prop_assert_eq!(hex_decode(hex_upper(&data)).unwrap(), data.clone());
        prop_assert_eq!(url_decode(url_encode(&text)).unwrap(), text);
        let key = sha256(&data);
        let encrypted = aes_cbc_encrypt(key, [7; 16], &data).unwrap();
        prop_assert_eq!(aes_cbc_decrypt(key, [7; 16], encrypted).unwrap(), data);
    }

    #[test]
    fn the_canonical_form_means_the_same_and_is_its_own(
        members in proptest::collection::hash_map(".*", (".*", 0..1000_i64), 0..8)
    ) {
        let object = serde_json::to_vec_pretty(&members).unwrap();
        let canonical = canonical_json(&object).unwrap();
        let read: std::collections::HashMap<String, (String, i64)> =
            serde_json::from_slice(&canonical).unwrap();
        prop_assert_eq!(read, members);
        prop_assert_eq!(canonical_json(&canonical).unwrap(), canonical);
    }

    #[test]
    fn comparison_is_that_of_the_standard_library(a: Vec<u8>, b: Vec<u8>, text: String) {
        prop_assert_eq!(equal(&a, &b), a == b);
        prop_assert!(equal_ignoring_case(&text, text.to_ascii_uppercase()));
    }

    #[test]
    fn no_bytes_make_it_panic(data: Vec<u8>, text: String) {
        let _ = canonical_json(&data);
        let _ = json_params(&data);
        let _ = url_decode(&text);
        let _ = aes_cbc_decrypt([0; 16], [0; 16], &data);
    }
}
