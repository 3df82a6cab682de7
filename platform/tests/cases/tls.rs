//! Old versions of TLS, with the server of another library.

use std::process::Command;

use koo_platform::simulate::case::Verdict;

use crate::merchant::{has_python, line, start, try_out};

/// A certificate for the address of this machine, made by OpenSSL; `None` where it is missing and not demanded.
fn certificate(folder: &std::path::Path) -> Option<[String; 2]> {
    let [certificate, key] =
        ["certificate.pem", "key.pem"].map(|name| folder.join(name).display().to_string());
    let made = Command::new("openssl")
        .args([
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=localhost",
        ])
        .args([
            "-addext",
            "subjectAltName=IP:127.0.0.1,DNS:localhost",
            "-out",
            &certificate,
            "-keyout",
            &key,
        ])
        .output();
    let is_made = made.is_ok_and(|output| output.status.success());
    let message = "openssl is not here, TLS is left out";
    assert!(
        is_made || std::env::var_os("KOO_REQUIRE_ORACLES").is_none(),
        "{message}"
    );
    if !is_made {
        println!("{message}");
    }
    is_made.then_some([certificate, key])
}

#[tokio::test]
async fn a_server_with_old_tls_is_caught() {
    let folder = tempfile::tempdir().unwrap();
    if !has_python() {
        return;
    }
    let Some([certificate, key]) = certificate(folder.path()) else {
        return;
    };
    let catalogue = koo_spec::builtin::load().catalogue;
    let arguments = ["--certificate", &certificate, "--private-key", &key];
    for (more, verdict) in [
        (&[][..], Verdict::Passed),
        (&["--mistake", "old-tls"][..], Verdict::Failed),
    ] {
        let merchant = start(&[&arguments, more].concat());
        let outcomes = try_out(
            &catalogue,
            "eu",
            &merchant.address,
            &["tls", "old-tls", "answers"],
        )
        .await;
        let lines: Vec<_> = outcomes.iter().map(line).collect();
        let verdicts: Vec<_> = outcomes
            .iter()
            .map(|outcome| outcome.verdict.clone())
            .collect();
        assert_eq!(
            verdicts,
            [Verdict::Passed, verdict, Verdict::Passed],
            "{}",
            lines.join("\n")
        );
        if !more.is_empty() {
            let found = outcomes.iter().map(|outcome| outcome.findings.len());
            assert_eq!(
                found.sum::<usize>(),
                2,
                "TLS 1.0 and 1.1: {}",
                lines.join("\n")
            );
        }
    }
}
