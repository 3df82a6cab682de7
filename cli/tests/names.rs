//! Every command takes an interface by its name alone where one family only has it, and says which families have it
//! otherwise.

#![allow(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

mod support;

use support::{Run, koo, run};

/// The commands that take an interface, with what else they need.
const COMMANDS: &[&[&str]] = &[
    &["show"],
    &["validate", "tests/payloads/empty.json", "--interface"],
    &["generate", "--check", "--out", "{out}", "--interface"],
    &["export", "json-schema", "--out", "{out}", "--interface"],
    &["export", "openapi", "--interface"],
    &["verify", "tests/payloads/none.http", "--interface"],
    &["sign", "--url", "http://127.0.0.1/", "--interface"],
];

/// Runs a command on the built-in contract.
fn with(command: &[&str], name: &str) -> Run {
    let out = tempfile::tempdir().unwrap();
    let path = out.path().join("out").display().to_string();
    let spec = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/catalog");
    let command = command
        .iter()
        .map(|word| if *word == "{out}" { &path } else { *word });
    let output = koo().args(command).args([name, "--spec", spec]).output();
    output.unwrap().into()
}

#[test]
fn a_name_alone_is_enough_where_it_is_the_only_one() {
    for command in COMMANDS {
        // What is missing after that is a payload, a capture or a secret.
        let run = with(command, "uploadLicense");
        for complaint in ["family", "there are", "did you mean"] {
            assert!(
                !run.stderr.contains(complaint),
                "{command:?}: {}",
                run.stderr
            );
        }
    }
    let parameter = with(&["show"], "uploadLicense.event_id");
    assert_eq!(parameter.code, 0, "{}", parameter.stderr);
    assert!(
        parameter
            .stdout
            .starts_with("license-client/uploadLicense.event_id")
    );
}

#[test]
fn a_name_of_several_says_which() {
    for command in COMMANDS {
        let run = with(command, "newInstance");
        assert_eq!(run.code, 2, "{command:?}");
        assert_eq!(
            run.stderr,
            "error: several families have the interface `newInstance`; \
             write one of license-client/newInstance, saas-v1/newInstance, saas-v2/newInstance\n",
            "{command:?}"
        );
    }
    let narrowed = run(&[
        "export",
        "openapi",
        "--spec",
        "../spec/catalog",
        "--family",
        "saas-v2",
        "--interface",
        "newInstance",
    ]);
    assert_eq!(narrowed.code, 0, "{}", narrowed.stderr);
}

#[test]
fn misspelled_names_are_answered_alike() {
    for command in COMMANDS {
        for (name, advice) in [
            ("uploadLicence", "did you mean `uploadLicense`?"),
            (
                "license-client/uploadLicence",
                "did you mean `uploadLicense`?",
            ),
            (
                "licence-client/uploadLicense",
                "did you mean `license-client`?",
            ),
        ] {
            let run = with(command, name);
            assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{command:?}");
            assert!(run.stderr.contains(advice), "{command:?}: {}", run.stderr);
        }
    }
    let family = with(&["sign", "--interface"], "license-client");
    assert!(
        family
            .stderr
            .starts_with("error: no interface but a family is called `license-client`"),
        "{}",
        family.stderr
    );
}

#[test]
fn schemes_ciphers_and_artifacts_need_no_family_either() {
    for (arguments, complaint) in [
        (
            ["sign", "--scheme", "sdk-hmac"],
            "several families have the scheme `sdk-hmac`",
        ),
        (
            ["encrypt", "--cipher", "sensitive-265"],
            "did you mean `sensitive-256`?",
        ),
    ] {
        let run = run(&arguments);
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!(
            run.stderr.contains(complaint),
            "{arguments:?}: {}",
            run.stderr
        );
    }
}
