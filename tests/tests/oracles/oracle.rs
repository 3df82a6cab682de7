//! Runs an oracle.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use koo_spec::catalogue::Catalogue;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;

/// How many random cases an oracle is asked.
pub(crate) const CASES: usize = 300;

/// The folder of the oracles' sources.
pub(crate) fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/oracles")
}

/// The catalogue of this repository.
pub(crate) fn catalogue() -> Catalogue {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/catalog");
    let loaded = koo_spec::files::load_path(&folder).unwrap();
    assert!(loaded.is_usable(), "{:#?}", loaded.diagnostics);
    loaded.catalogue
}

/// The Python of the environment that `.ci/python-tools` makes, or the system's.
pub(crate) fn python() -> PathBuf {
    let environment = std::env::var_os("KOO_TEST_VENV").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/venv"),
        PathBuf::from,
    );
    let python = environment.join("bin/python");
    if python.exists() {
        python
    } else {
        PathBuf::from("python3")
    }
}

/// The answers of an oracle to these cases, or `None` where it cannot run.
pub(crate) fn ask(name: &str, mut program: Command, cases: &[Value]) -> Option<Vec<String>> {
    let started = program
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = match started {
        Ok(child) => child,
        Err(error) => return missing(name, &error.to_string()),
    };
    let mut input = Vec::new();
    for case in cases {
        writeln!(input, "{case}").unwrap();
    }
    // The oracle answers while it reads, so both must go on at the same time.
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    let written = writer.join().unwrap();
    if !output.status.success() || written.is_err() {
        let errors = String::from_utf8_lossy(&output.stderr);
        let is_absent = ["No module named", "Unable to locate a Java Runtime"]
            .iter()
            .any(|absent| errors.contains(absent));
        if is_absent {
            return missing(name, errors.trim());
        }
        panic!("{name} failed: {errors}");
    }
    let answers: Vec<_> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect();
    assert_eq!(answers.len(), cases.len(), "{name} answers every case");
    Some(answers)
}

fn missing(name: &str, why: &str) -> Option<Vec<String>> {
    let message = format!("{name} is not here, its comparison is left out: {why}");
    assert!(
        std::env::var_os("KOO_REQUIRE_ORACLES").is_none(),
        "{message}"
    );
    println!("{message}");
    None
}

/// The same random values in every run.
pub(crate) fn random<S: Strategy>(strategy: &S) -> Vec<S::Value> {
    let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), random);
    (0..CASES)
        .map(|_| strategy.new_tree(&mut runner).unwrap().current())
        .collect()
}
