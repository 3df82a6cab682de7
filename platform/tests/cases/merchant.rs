//! The merchant in Python, and the cases tried against it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use koo_platform::check;
use koo_platform::exchange::{Client, Limits, Trust};
use koo_platform::message::Caller;
use koo_platform::records::Records;
use koo_platform::simulate::{self, Case, Silent, Stage, Verdict};
use koo_runtime::secret::Secret;
use koo_spec::catalogue::Catalogue;

pub(crate) const KEY: &str = "a key of tests";

/// The access key pair with which the merchant reads orders.
pub(crate) const OPEN_KEY: (&str, &str) = ("id-of-tests", "secret-of-tests");

/// A running merchant; it ends with the test.
pub(crate) struct Merchant {
    process: Child,
    pub(crate) address: String,
}

impl Drop for Merchant {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/merchant/merchant.py")
}

/// Whether Python is there; its absence is an error where oracles are demanded.
pub(crate) fn has_python() -> bool {
    let version = Command::new("python3").arg("--version").output();
    let is_there = version.is_ok_and(|output| output.status.success());
    let message = "python3 is not here, the merchant in Python is left out";
    assert!(
        is_there || std::env::var_os("KOO_REQUIRE_ORACLES").is_none(),
        "{message}"
    );
    if !is_there {
        println!("{message}");
    }
    is_there
}

/// The mistakes the merchant can make.
pub(crate) fn mistakes() -> Vec<String> {
    let output = Command::new("python3")
        .arg("-B")
        .arg(program())
        .arg("--list")
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let names = text.lines().filter_map(|line| line.split('\t').next());
    names.map(str::to_owned).collect()
}

/// Starts a merchant with these arguments.
pub(crate) fn start(arguments: &[&str]) -> Merchant {
    let mut process = Command::new("python3")
        // Old TLS is what a mistake is about.
        .args(["-B", "-W", "ignore::DeprecationWarning"])
        .arg(program())
        .args(["--port", "0"])
        .args(arguments)
        .env("MERCHANT_KEY", KEY)
        .env("MERCHANT_AK", OPEN_KEY.0)
        .env("MERCHANT_SK", OPEN_KEY.1)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let stdout = process.stdout.take().unwrap();
    BufReader::new(stdout).read_line(&mut line).unwrap();
    let port = line.trim().strip_prefix("port ").unwrap();
    let scheme = if arguments.contains(&"--certificate") {
        "https"
    } else {
        "http"
    };
    let address = format!("{scheme}://127.0.0.1:{port}/saas");
    Merchant { process, address }
}

/// Tries checks of a guide against an address as a site's platform; all without ids.
pub(crate) async fn try_out(
    catalogue: &Catalogue,
    family: &str,
    site: &str,
    target: &str,
    ids: &[&str],
) -> Vec<Verdict> {
    let checks = check::cases(
        catalogue,
        catalogue.family(family).unwrap(),
        Some(site),
        |_| true,
    );
    for id in ids {
        assert!(checks.iter().any(|case| case.id() == *id), "{id}");
    }
    let chosen = |case: &Box<dyn Case + '_>| ids.is_empty() || ids.contains(&case.id());
    let checks: Vec<_> = checks.into_iter().filter(chosen).collect();
    let records = Records::default();
    try_cases(catalogue, family, site, target, &checks, &records).await
}

/// Tries cases, whose orders are placed in these records.
pub(crate) async fn try_cases<'a>(
    catalogue: &Catalogue,
    family: &str,
    site: &str,
    target: &str,
    cases: &[Box<dyn Case + 'a>],
    records: &Records,
) -> Vec<Verdict> {
    let family = catalogue.family(family).unwrap();
    let secrets = BTreeMap::from([("access_key".to_owned(), Secret::from(KEY))]);
    let caller = Caller {
        family,
        site: Some(site),
        target,
        secrets: &secrets,
    };
    let limits = Limits {
        timeout: Duration::from_millis(family.transport.within_millis.unwrap()),
        ..Limits::default()
    };
    let client = Client::new(limits, &Trust::Anyone).unwrap();
    let values = BTreeMap::new();
    let stage = Stage {
        caller,
        client: &client,
        records,
        seed: 7,
        values: &values,
        observer: &Silent,
    };
    simulate::run(cases, &stage).await
}

/// The verdict in one line, with what was found.
pub(crate) fn line(verdict: &Verdict) -> String {
    let mut line = format!("{} {:?}", verdict.case, verdict.outcome);
    for finding in verdict.all_findings() {
        let _ = write!(
            line,
            "\n    {}: {}",
            finding.severity.as_str(),
            finding.text
        );
    }
    line
}
