//! `koo sign`, `koo verify`, `koo encrypt`, `koo decrypt`: what is signed verifies, and what fails is explained.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests may fail loudly"
)]

mod support;

use serde_json::{Value, json};
use support::{Run, koo};

const KEY: &str = "k3y-of-the-tests";

/// Runs a command with this input and these secrets.
fn run(arguments: &[&str], input: &str, secrets: &[(&str, &str)]) -> Run {
    let mut command = koo();
    command.args(arguments).write_stdin(input.to_owned());
    for variable in [
        "KOO_ACCESS_KEY",
        "KOO_KIT_ACCESS_KEY",
        "KOO_SECRET_ACCESS_KEY",
    ] {
        command.env_remove(variable);
    }
    command.envs(secrets.iter().copied());
    Run::from(command.output().unwrap())
}

/// Signs a payload; the text of the HTTP message.
fn signed(interface: &str, more: &[&str], payload: &str, secrets: &[(&str, &str)]) -> String {
    let mut arguments = vec!["sign", "--interface", interface, "--format", "http", "-"];
    arguments.extend(more);
    let run = run(&arguments, payload, secrets);
    assert_eq!(run.code, 0, "{}", run.stderr);
    run.stdout
}

/// The verdict on a capture.
fn verdict(interface: &str, more: &[&str], capture: &str, secrets: &[(&str, &str)]) -> Value {
    let mut arguments = vec!["verify", "--interface", interface, "--format", "json", "-"];
    arguments.extend(more);
    let run = run(&arguments, capture, secrets);
    let document: Value =
        serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{}", run.stderr));
    let call = document["calls"][0].clone();
    assert_eq!(
        run.code,
        i32::from(call["accepted"] != json!(true)),
        "{call:#}"
    );
    for (_, secret) in secrets {
        assert!(
            !run.stdout.contains(secret),
            "a secret is shown: {}",
            run.stdout
        );
    }
    call
}

fn causes(verdict: &Value) -> Vec<&str> {
    let causes = verdict["causes"].as_array().unwrap();
    causes
        .iter()
        .map(|cause| cause["id"].as_str().unwrap())
        .collect()
}

const PURCHASE: &str =
    r#"{"businessId":"b-1","activity":"newInstance","orderId":"CS1","orderLineId":"CS1-1"}"#;
const NEW: &str = "saas-v2/newInstance";
const HERE: &[&str] = &["--url", "http://127.0.0.1:8080/saas"];

fn purchase() -> String {
    signed(NEW, HERE, PURCHASE, &[("KOO_ACCESS_KEY", KEY)])
}

fn cause_of(capture: &str) -> Vec<String> {
    let verdict = verdict(NEW, &[], capture, &[("KOO_ACCESS_KEY", KEY)]);
    assert_eq!(verdict["accepted"], false);
    causes(&verdict).into_iter().map(str::to_owned).collect()
}

#[test]
fn what_is_signed_verifies_in_every_form() {
    for format in ["curl", "http"] {
        let signed = run(
            &[
                "sign",
                "--interface",
                NEW,
                HERE[0],
                HERE[1],
                "--format",
                format,
                "-",
            ],
            PURCHASE,
            &[("KOO_ACCESS_KEY", KEY)],
        );
        let verdict = verdict(NEW, &[], &signed.stdout, &[("KOO_ACCESS_KEY", KEY)]);
        assert_eq!(verdict["accepted"], true, "{format}: {verdict:#}");
        assert_eq!(causes(&verdict), [""; 0]);
    }
}

#[test]
fn changes_on_the_way_are_found() {
    let capture = purchase();
    let (head, _) = capture.split_once("\r\n\r\n").unwrap();
    let head = head
        .lines()
        .filter(|line| !line.starts_with("Content-Length"))
        .collect::<Vec<_>>()
        .join("\r\n");
    let pretty =
        serde_json::to_string_pretty(&serde_json::from_str::<Value>(PURCHASE).unwrap()).unwrap();
    assert_eq!(
        cause_of(&format!("{head}\r\n\r\n{pretty}")),
        ["body-reserialised"]
    );
    assert_eq!(
        cause_of(&format!(
            "{head}\r\n\r\n{}",
            PURCHASE.replace("CS1-1", "CS1-2")
        )),
        [""; 0]
    );
}

#[test]
fn keys_that_were_mixed_up_are_found() {
    let payload = r#"{"instanceId":"i","orderId":"o","tenantId":"t","tenantCode":"c","name":"n","domainName":"d","flag":1,"testFlag":0,"timeStamp":"20220413093539534"}"#;
    let at = ["--url", "http://127.0.0.1:8080"];
    let wrong = signed(
        "joint-kit/tenantSync",
        &at,
        payload,
        &[("KOO_KIT_ACCESS_KEY", KEY)],
    );
    let secrets = [("KOO_ACCESS_KEY", KEY), ("KOO_KIT_ACCESS_KEY", "kit-k3y")];
    let verdict = verdict("joint-kit/tenantSync", &[], &wrong, &secrets);
    assert_eq!(causes(&verdict), ["other-secret"]);
    let text = verdict["causes"][0]["text"].as_str().unwrap();
    assert!(
        text.contains("`access_key` was used in place of `kit_access_key`"),
        "{text}"
    );
}

#[test]
fn the_formula_of_other_interfaces_is_recognised() {
    // The published inputs with what the formula of the base interfaces gives for them.
    let capture = "POST /produceAPI/v2/tenantSync HTTP/1.1\r\n\
        x-sign: 7741E6143AA8C6372E1C789016A26E7858B03976F3CF105C6C7A5CABFE6A4976\r\n\
        x-timestamp: 1680508066618\r\n\
        x-nonce: 50D83FDECAED6CCD8EF597F2A577950527928BA287D04E6036E92B2806FD17DA\r\n\r\n\
        {\"flag\":1,\"instanceId\":\"i-1\",\"tenantId\":\"t-1\",\"testFlag\":0,\"timeStamp\":\"20220413093539534\"}";
    let secrets = [("KOO_KIT_ACCESS_KEY", "kit-test-key-0001")];
    let verdict = verdict("joint-kit/tenantSync", &["--any-age"], capture, &secrets);
    assert_eq!(causes(&verdict), ["other-scheme"]);
    let text = verdict["causes"][0]["text"].as_str().unwrap();
    assert!(text.contains("`url-signature`"), "{text}");
}

#[test]
fn a_plus_that_became_a_space_is_found() {
    let secrets = [("KOO_ACCESS_KEY", KEY)];
    let release = |moment: usize| {
        let payload = json!({"activity": "releaseInstance", "instanceId": "i", "timeStamp": format!("{moment:017}")});
        signed(
            "saas-v1/releaseInstance",
            HERE,
            &payload.to_string(),
            &secrets,
        )
    };
    let capture = (0..100)
        .map(release)
        .find(|capture| capture.contains("%2B"))
        .unwrap();
    let broken = capture.replace("%2B", "+");
    let verdict = verdict("saas-v1/releaseInstance", &[], &broken, &secrets);
    assert!(
        causes(&verdict).contains(&"signature-plus-decoded"),
        "{verdict:#}"
    );
    let added = capture.replacen('?', "?utm=1&", 1);
    let verdict = self::verdict("saas-v1/releaseInstance", &[], &added, &secrets);
    assert_eq!(causes(&verdict), ["query-parameter-added"]);
}

#[test]
fn proxies_are_found() {
    let secrets = [
        ("KOO_ACCESS_KEY_ID", "AK-ID"),
        ("KOO_SECRET_ACCESS_KEY", "sk-s3cret"),
    ];
    let payload = r#"{"orderId":"MOCK"}"#;
    let capture = signed(
        "open-api/queryOrder",
        &["--site", "mainland"],
        payload,
        &secrets,
    );
    let found = |capture: &str| {
        let verdict = verdict("open-api/queryOrder", &[], capture, &secrets);
        causes(&verdict)
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        found(&capture.replace("GET /api", "GET /gateway/api")),
        ["path-prefix"]
    );
    assert_eq!(found(&capture.replace("GET ", "POST ")), ["method"]);
    let host = capture
        .lines()
        .find(|line| line.starts_with("Host: "))
        .unwrap();
    assert_eq!(
        found(&capture.replace(host, &format!("{host}:443"))),
        ["host-port"]
    );
    let (before, signature) = capture.split_once("Signature=").unwrap();
    let upper = format!("{before}Signature={}", signature.to_uppercase());
    assert_eq!(found(&upper), ["letter-case"]);
}

#[test]
fn age_is_judged_apart_from_the_signature() {
    let secrets = [("KOO_ACCESS_KEY", KEY)];
    let at = |moment: &str| {
        let more = [HERE[0], HERE[1], "--at", moment];
        signed(NEW, &more, PURCHASE, &secrets)
    };
    let moment = ["--at", "2026-11-22T08:00:00Z"];
    let verdict = verdict(NEW, &moment, &at("2026-11-22T07:58:45Z"), &secrets);
    assert_eq!(verdict["accepted"], false);
    assert_eq!(verdict["signature"], "matches");
    assert_eq!(verdict["age"]["age_millis"], 75_000);
    assert_eq!(
        self::verdict(NEW, &moment, &at("2026-11-22T08:00:59Z"), &secrets)["accepted"],
        true
    );
    let seconds = at("1795334400");
    let text = self::verdict(NEW, &moment, &seconds, &secrets)["age"]["text"].to_string();
    assert!(text.contains("is in seconds"), "{text}");
    assert_eq!(
        self::verdict(NEW, &["--any-age"], &at("0"), &secrets)["accepted"],
        true
    );
}

#[test]
fn a_reply_is_signed_and_verified() {
    let reply = r#"{"resultCode":"000000","resultMsg":"success.","instanceId":"i-1"}"#;
    let secrets = [("KOO_ACCESS_KEY", KEY)];
    let capture = signed(NEW, &["--side", "reply"], reply, &secrets);
    assert!(
        capture.contains("Body-Sign: sign_type=\"HMAC-SHA256\""),
        "{capture}"
    );
    assert_eq!(
        verdict(NEW, &["--side", "reply"], &capture, &secrets)["accepted"],
        true
    );
    let longer = capture.replace("i-1", "i-2");
    assert_eq!(
        verdict(NEW, &["--side", "reply"], &longer, &secrets)["accepted"],
        false
    );
}

#[test]
fn a_step_is_compared_with_ones_own() {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), PURCHASE.replace("b-1", "b-2") + "\n").unwrap();
    let compare = format!("payload={}", file.path().display());
    let run = run(
        &[
            "verify",
            "--interface",
            NEW,
            "--any-age",
            "--compare",
            &compare,
            "-",
        ],
        &purchase(),
        &[("KOO_ACCESS_KEY", KEY)],
    );
    assert!(
        run.stdout
            .contains("`payload` differs from yours at character 18"),
        "{}",
        run.stdout
    );
}

#[test]
fn what_cannot_be_done_says_why() {
    let error = |arguments: &[&str], input: &str, secrets: &[(&str, &str)]| {
        let run = run(arguments, input, secrets);
        assert_eq!(run.code, 2, "{}", run.stdout);
        assert!(!run.stderr.contains(KEY), "{}", run.stderr);
        run.stderr
    };
    let verify = ["verify", "--interface", NEW, "-"];
    insta_text("no secret", &error(&verify, &purchase(), &[]));
    insta_text(
        "no capture",
        &error(&verify, "nonsense\n", &[("KOO_ACCESS_KEY", KEY)]),
    );
    insta_text(
        "secret on the command line",
        &error(
            &[
                "sign",
                "--interface",
                NEW,
                "--secret",
                &format!("access_key={KEY}"),
            ],
            "",
            &[],
        ),
    );
    insta_text(
        "misspelled step",
        &error(
            &[
                "verify",
                "--interface",
                NEW,
                "--compare",
                "cannonical=Cargo.toml",
                "-",
            ],
            &purchase(),
            &[("KOO_ACCESS_KEY", KEY)],
        ),
    );
    for address in ["127.0.0.1/saas", "http://a b/saas", "ftp://a/saas", ""] {
        let text = error(
            &["sign", "--interface", NEW, "--url", address],
            "",
            &[("KOO_ACCESS_KEY", KEY)],
        );
        assert!(
            text.contains("write http://host/path or https://host/path"),
            "{text}"
        );
    }
    insta_text(
        "misspelled interface",
        &error(&["sign", "--interface", "saas-v2/newInstanse"], "", &[]),
    );
    insta_text(
        "misspelled cipher",
        &error(&["decrypt", "--cipher", "saas-v1/sensitive-255"], "", &[]),
    );
    insta_text(
        "no address",
        &error(
            &["sign", "--interface", NEW],
            "",
            &[("KOO_ACCESS_KEY", KEY)],
        ),
    );
    insta_text(
        "not signed",
        &error(
            &[
                "sign",
                "--interface",
                "joint-kit/tenantSync",
                "--side",
                "reply",
            ],
            "",
            &[],
        ),
    );
}

fn insta_text(name: &str, text: &str) {
    insta::assert_snapshot!(name.replace(' ', "-"), text);
}

#[test]
fn values_are_encrypted_and_decrypted() {
    let secrets = [("KOO_ACCESS_KEY", "demo-access-key")];
    let decrypt =
        |cipher: &str, sealed: &str| run(&["decrypt", "--cipher", cipher], sealed, &secrets);
    // Made by a Java runtime.
    let known = decrypt(
        "saas-v1/sensitive-256",
        "0123456789abcdef7JatqSDtVMGJzEvS1dY19g==\n",
    );
    assert_eq!((known.code, known.stdout.as_str()), (0, "13800000000\n"));
    for cipher in ["saas-v1/sensitive-128", "saas-v1/sensitive-256"] {
        let sealed = run(&["encrypt", "--cipher", cipher], "上海市1号\n", &secrets);
        assert_eq!(sealed.code, 0, "{}", sealed.stderr);
        assert_eq!(decrypt(cipher, &sealed.stdout).stdout, "上海市1号\n");
    }
    let wrong = decrypt("saas-v1/sensitive-256", "0123456789abcdefAAAA\n");
    assert_eq!((wrong.code, wrong.stdout.as_str()), (1, ""));
}
