//! Old versions of TLS, with the server of another library.

use std::process::Command;

use koo_platform::simulate::{Outcome, Verdict};

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
    for (more, of_old_tls, found) in [
        (&[][..], Outcome::Passed, 0),
        (&["--mistake", "old-tls"][..], Outcome::Failed, 2),
    ] {
        let merchant = start(&[&arguments, more].concat());
        let ids = ["tls", "old-tls", "answers"];
        let verdicts = try_out(&catalogue, "saas-v2", "eu", &merchant.address, &ids).await;
        let lines: Vec<_> = verdicts.iter().map(line).collect();
        let outcomes: Vec<_> = verdicts
            .iter()
            .map(|verdict| verdict.outcome.clone())
            .collect();
        let expected = [Outcome::Passed, of_old_tls, Outcome::Passed];
        assert_eq!(outcomes, expected, "{}", lines.join("\n"));
        // TLS 1.0 and TLS 1.1.
        let findings = verdicts.iter().flat_map(Verdict::all_findings);
        assert_eq!(findings.count(), found, "{}", lines.join("\n"));
    }
}
