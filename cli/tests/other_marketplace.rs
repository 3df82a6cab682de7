//! Another marketplace is another spec: other fields, codes and signatures, and no line of Rust in koo.

#![allow(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use support::run;

/// The spec and the shop that is written against what is generated from it.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/other_marketplace")
}

#[test]
fn its_spec_is_clean_and_its_vectors_verify() {
    let spec = shown(&folder().join("spec"));
    let checked = run(&["check", &spec, "--deny-warnings"]);
    assert_eq!(checked.code, 0, "{}{}", checked.stdout, checked.stderr);
}

#[test]
fn what_it_does_not_have_is_said() {
    let spec = shown(&folder().join("spec"));
    for (arguments, told) in [
        (
            ["validate", "package", "tests"],
            "the catalogue describes no packages",
        ),
        (
            ["validate", "--interface=subscriptions/reportSeat", "-"],
            "did you mean `reportSeats`?",
        ),
        (
            ["decrypt", "--cipher=subscriptions/any", "-"],
            "`subscriptions` has no cipher `any`\n  there is none",
        ),
    ] {
        let refused = run(&[&arguments[..], &["--spec", &spec]].concat());
        assert_eq!(refused.code, 2, "{arguments:?}: {}", refused.stdout);
        assert!(refused.stderr.contains(told), "{}", refused.stderr);
    }
}

#[test]
fn a_shop_on_its_generated_crate_works() {
    let work = Path::new(env!("CARGO_TARGET_TMPDIR")).join("other_marketplace");
    let _ = fs::remove_dir_all(&work);
    let (spec, out) = (shown(&folder().join("spec")), shown(&work.join("lantern")));
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime");
    let runtime = shown(&runtime.canonicalize().unwrap());
    let arguments = [
        "generate",
        "--quiet",
        "--spec",
        &spec,
        "--out",
        &out,
        "--runtime",
        &runtime,
    ];
    let generated = run(&arguments);
    assert_eq!(
        generated.code, 0,
        "{}{}",
        generated.stdout, generated.stderr
    );

    copy(&folder().join("shop"), &work.join("shop"));
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    fs::copy(lock, work.join("shop/Cargo.lock")).unwrap();
    let tested = Command::new(env!("CARGO"))
        .args(["test", "--offline", "--quiet"])
        .current_dir(work.join("shop"))
        // What is compiled already is used again.
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap(),
        )
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (stdout, stderr) = (text(&tested.stdout), text(&tested.stderr));
    assert!(tested.status.success(), "{stdout}{stderr}");
    assert!(!stderr.contains("warning"), "{stderr}");
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

fn shown(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}
