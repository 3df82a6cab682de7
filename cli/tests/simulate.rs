//! `koo simulate`: a merchant is tried over the network, and what is wrong with it is told.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests may panic"
)]

mod support;

use std::io::{Read, Write};
use std::net::TcpListener;

use serde_json::Value;
use support::{Run, koo};

const KEY: &str = "k3y-of-the-tests";

/// A merchant who answers everything the same. Ends with the test.
fn merchant(reply: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/saas", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut read = Vec::new();
            let mut block = [0; 4096];
            while !read.ends_with(b"}") {
                match stream.read(&mut block) {
                    Ok(0) | Err(_) => break,
                    Ok(length) => read.extend_from_slice(&block[..length]),
                }
            }
            let answer = format!(
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nContent-Length: {}\r\n\r\n{reply}",
                reply.len()
            );
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    url
}

fn simulate(arguments: &[&str]) -> Run {
    let mut command = koo();
    command.arg("simulate").args(arguments).write_stdin("");
    command.env_remove("KOO_ACCESS_KEY").env("MY_KEY", KEY);
    Run::from(command.output().unwrap())
}

#[test]
fn what_can_be_tried_is_listed() {
    let run = simulate(&[
        "--family",
        "saas-v2",
        "--list",
        "--product",
        "one-time",
        "--site",
        "eu",
    ]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let named = |name: &str| run.stdout.lines().any(|line| line.starts_with(name));
    assert!(named("one-time ") && named("resend "), "{}", run.stdout);
    assert!(
        !named("period ") && !named("freeze "),
        "not for what is bought once: {}",
        run.stdout
    );
    let run = simulate(&[
        "--family",
        "joint-kit",
        "--list",
        "--interface",
        "tenantSync",
    ]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let named = |name: &str| run.stdout.lines().any(|line| line.starts_with(name));
    assert!(
        named("signature-wrong ") && !named("one-time "),
        "no scenario calls this one only, but checks do: {}",
        run.stdout
    );
}

#[test]
fn a_merchant_who_fails_is_told_why() {
    let url = merchant(r#"{"resultCode":"000000","resultMsg":"ok"}"#);
    let run = simulate(&[
        "--target",
        &url,
        "--family",
        "saas-v2",
        "--key-env",
        "MY_KEY",
        "--scenario",
        "one-time",
        "--seed",
        "7",
    ]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    for told in [
        "FAIL  one-time",
        "instanceId: missing",
        "[required]",
        "guide_4eef2101",
        "signature=***",
        "CS",
    ] {
        assert!(run.stdout.contains(told), "{told}: {}", run.stdout);
    }
    assert!(
        run.stderr.contains("1 failed") && run.stderr.contains("--seed 7"),
        "{}",
        run.stderr
    );
    assert!(!run.stdout.contains(KEY) && !run.stderr.contains(KEY));
}

#[test]
fn a_merchant_who_does_it_right_passes() {
    let url = merchant(r#"{"resultCode":"000003","resultMsg":"no such instance"}"#);
    let run = simulate(&[
        "--target",
        &url,
        "--family",
        "saas-v2",
        "--key-env",
        "MY_KEY",
        "--scenario",
        "unknown-instance",
        "--format",
        "json",
    ]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let document: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(document["passed"], 1);
    assert_eq!(document["cases"][0]["steps"][0]["code"], "000003");
    assert_eq!(
        document["cases"][0]["steps"][0]["request"]["method"],
        "POST"
    );
    assert!(!run.stdout.contains(KEY));
}

#[test]
fn a_scenario_that_needs_a_value_is_left_out_and_says_which() {
    let run = simulate(&["--family", "license-v2", "--list"]);
    assert!(
        run.stdout.contains("needs --set license=VALUE"),
        "{}",
        run.stdout
    );
    let url = merchant(r#"{"resultCode":"000000","resultMsg":"ok"}"#);
    let played = |more: &[&str]| {
        let arguments = [
            "--target",
            &url,
            "--family",
            "license-v2",
            "--key-env",
            "MY_KEY",
        ];
        simulate(&[&arguments, &["--scenario", "notices"][..], more].concat())
    };
    let run = played(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stderr
            .contains("notices is left out without --set license=VALUE"),
        "{}",
        run.stderr
    );
    assert!(
        run.stdout
            .contains("cannot be made up: pass --set license=VALUE"),
        "{}",
        run.stdout
    );
    let run = played(&["--set", "license=PLMINE"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("1 passed"), "{}", run.stderr);
}

#[test]
fn wrong_usage_is_told_before_anything_is_sent() {
    let free = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let nobody = format!("http://{free}/");
    for (arguments, told) in [
        (
            [
                "--target",
                &nobody,
                "--family",
                "saas-v2",
                "--key-env",
                "MY_KEY",
            ]
            .as_slice(),
            "nothing listens there",
        ),
        (
            &[
                "--target",
                "shop.example",
                "--family",
                "saas-v2",
                "--key-env",
                "MY_KEY",
            ],
            "http://",
        ),
        (
            &["--target", &nobody, "--family", "saas-v3"],
            "did you mean `saas-v",
        ),
        (
            &[
                "--target",
                &nobody,
                "--family",
                "saas-v2",
                "--scenario",
                "one-tme",
            ],
            "did you mean `one-time`?",
        ),
        (
            &[
                "--target",
                &nobody,
                "--family",
                "saas-v2",
                "--interface",
                "queryOrder",
            ],
            "the platform calls no interface",
        ),
        (
            &[
                "--target",
                &nobody,
                "--family",
                "saas-v2",
                "--set",
                "produkt=1",
                "--key-env",
                "MY_KEY",
            ],
            "did you mean `product`?",
        ),
        (
            &["--target", &nobody, "--family", "saas-v2"],
            "KOO_ACCESS_KEY",
        ),
        (
            &["--target", &nobody, "--family", "auto-deploy"],
            "nothing can be tried",
        ),
        (&["--family", "saas-v2"], "--target"),
    ] {
        let run = simulate(arguments);
        assert_eq!(run.code, 2, "{arguments:?}: {}", run.stdout);
        assert!(run.stderr.contains(told), "{arguments:?}: {}", run.stderr);
    }
}
