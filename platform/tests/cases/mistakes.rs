//! Each mistake is caught by its case, and who makes none passes all.

use koo_platform::simulate::Outcome;
use tokio::task::JoinSet;

use crate::merchant::{has_python, line, mistakes, start, try_out};

/// Mistake of the merchant, and the case that catches it.
const CAUGHT: &[(&str, &str)] = &[
    ("lower-case-header", "signature-header-name"),
    ("unquoted-signature", "signature-header-form"),
    ("hex-signature", "reply-signature"),
    ("unsigned-reply", "reply-signature"),
    ("rewritten-body", "reply-signature"),
    ("text-plain", "content-type"),
    ("bom", "reply-readable"),
    ("status-201", "http-status"),
    ("status-500", "refusal-form"),
    ("status-401", "refusal-form"),
    ("no-message", "reply-mandatory"),
    ("no-instance-id", "reply-mandatory"),
    ("numeric-code", "reply-values"),
    ("long-message", "reply-lengths"),
    ("long-instance-id", "reply-lengths"),
    ("redirect", "redirect"),
    ("slow", "in-time"),
    ("plus-kept", "query-encoding"),
    ("decoded-twice", "query-encoding"),
    ("strict-content-type", "answers"),
    ("strict-members", "unknown-members"),
    ("ascii-only", "non-ascii"),
    ("short-columns", "longest-values"),
    ("missing-crashes", "mandatory-missing"),
    ("missing-accepted", "mandatory-missing"),
    ("optional-needed", "optional-members"),
    ("one-time-layout", "time-layouts"),
    ("cancel-renew", "listed-values"),
    ("unknown-activity-accepted", "unknown-interface"),
    ("unknown-activity-crashes", "unknown-interface"),
    ("unknown-instance-found", "instance-unknown"),
    ("one-instance-only", "several-instances"),
    ("signature-ignored", "signature-missing"),
    ("mismatch-accepted", "signature-wrong"),
    ("mismatch-accepted", "call-tampered"),
    ("rebuilt-body", "unknown-members"),
    ("prefix-compared", "signature-wrong"),
    ("plain-sha256", "answers"),
    ("lower-case-signature", "signature-letter-case"),
    ("stale-accepted", "timestamp-stale"),
    ("future-accepted", "timestamp-future"),
    ("timestamp-in-seconds", "clock-difference"),
    ("replay-accepted", "call-replayed"),
    ("resend-creates", "repeated-creation"),
    ("keyed-by-business-id", "repeated-creation"),
    ("concurrent-resend-creates", "concurrent-creation"),
    ("resend-refused", "repeated-creation"),
    ("debug-creates", "debug-effect"),
    ("debug-releases", "debug-effect"),
    ("debug-refused", "debug-answered"),
    ("freeze-once", "repeated-change"),
    ("release-once", "repeated-change"),
    ("upgrade-once", "repeated-change"),
];

/// Mistakes with encrypted members, which V1.0 has, and the cases that catch them.
const CAUGHT_V1: &[(&str, &str)] = &[
    ("unencrypted", "encryption-readable"),
    ("key-by-sha256", "encryption-readable"),
    ("cipher-unnamed", "encryption-readable"),
    ("no-vector", "encryption-readable"),
    ("zero-vector", "encryption-vector"),
    ("long-account", "encryption-length"),
];

/// Mistakes that need TLS, and are tried elsewhere.
const ELSEWHERE: &[&str] = &["old-tls"];

/// How many merchants run at once.
const AT_ONCE: usize = 4;

#[test]
fn every_mistake_has_its_case() {
    if !has_python() {
        return;
    }
    for mistake in mistakes() {
        let mut caught = CAUGHT.iter().chain(CAUGHT_V1);
        let is_listed = caught.any(|(name, _)| *name == mistake);
        assert!(is_listed || ELSEWHERE.contains(&&*mistake), "{mistake}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_mistake_is_caught() {
    if !has_python() {
        return;
    }
    let of = |family, caught: &'static [(&str, &str)]| {
        caught
            .iter()
            .map(move |(mistake, id)| (family, *mistake, *id))
    };
    let mut rest = of("saas-v2", CAUGHT).chain(of("saas-v1", CAUGHT_V1));
    let mut running = JoinSet::new();
    let mut wrong = Vec::new();
    loop {
        while running.len() < AT_ONCE
            && let Some((family, mistake, id)) = rest.next()
        {
            running.spawn(async move {
                let catalogue = koo_spec::builtin::load().catalogue;
                let merchant = start(&["--mistake", mistake]);
                let site = if family == "saas-v1" { "intl" } else { "eu" };
                let verdicts = try_out(&catalogue, family, site, &merchant.address, &[id]).await;
                let is_caught = verdicts
                    .iter()
                    .all(|verdict| verdict.outcome == Outcome::Failed);
                let lines: Vec<_> = verdicts.iter().map(line).collect();
                (!is_caught).then(|| format!("{mistake}: {}", lines.join("\n")))
            });
        }
        match running.join_next().await {
            Some(result) => wrong.extend(result.unwrap()),
            None => break,
        }
    }
    assert!(wrong.is_empty(), "not caught:\n{}", wrong.join("\n"));
}

/// What can only be judged of an address in the open.
const IN_THE_OPEN: [&str; 3] = ["domain-name", "tls", "old-tls"];

/// Tries everything on the honest merchant: nothing may be found, and only these cases may be left out.
async fn passes(family: &str, site: &str, left_out: &[&str]) {
    let catalogue = koo_spec::builtin::load().catalogue;
    let merchant = start(&[]);
    let verdicts = try_out(&catalogue, family, site, &merchant.address, &[]).await;
    let failed: Vec<_> = verdicts
        .iter()
        .filter(|verdict| {
            verdict.outcome == Outcome::Failed || verdict.all_findings().next().is_some()
        })
        .map(line)
        .collect();
    assert!(
        failed.is_empty(),
        "{family}, {site}:\n{}",
        failed.join("\n")
    );
    let skipped: Vec<_> = verdicts
        .iter()
        .filter(|verdict| verdict.outcome != Outcome::Passed)
        .map(|verdict| verdict.case.as_str())
        .collect();
    assert_eq!(skipped, left_out, "{family}, {site}");
}

#[tokio::test]
async fn an_honest_merchant_passes() {
    if !has_python() {
        return;
    }
    // V2.0 has nothing in replies encrypted.
    let encrypted = [
        "encryption-readable",
        "encryption-vector",
        "encryption-length",
    ];
    let left_out = [&IN_THE_OPEN[..], &encrypted].concat();
    for site in ["mainland", "intl", "eu"] {
        passes("saas-v2", site, &left_out).await;
    }
}

#[tokio::test]
async fn an_honest_merchant_of_the_first_version_passes() {
    if !has_python() {
        return;
    }
    // What V1.0 has no rule for: its token has one spelling, and no window or nonce.
    let without_rule = [
        "signature-letter-case",
        "clock-difference",
        "timestamp-stale",
        "timestamp-future",
        "call-replayed",
    ];
    for site in ["mainland", "intl"] {
        let left_out = [&IN_THE_OPEN[..], &without_rule, &["time-layouts"]].concat();
        passes("saas-v1", site, &left_out).await;
    }
}

#[tokio::test]
async fn nobody_there_is_said_once() {
    let catalogue = koo_spec::builtin::load().catalogue;
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let target = format!("http://{}/", free.local_addr().unwrap());
    drop(free);
    let verdicts = try_out(&catalogue, "saas-v2", "eu", &target, &[]).await;
    let failed: Vec<_> = verdicts
        .iter()
        .filter(|verdict| verdict.outcome == Outcome::Failed)
        .map(|verdict| verdict.case.as_str())
        .collect();
    assert_eq!(failed, ["reachable"]);
}
