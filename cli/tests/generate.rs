//! `koo generate`: what it writes, what it leaves alone, and what it refuses.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests may fail loudly"
)]

#[macro_use]
mod support;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use serde_json::Value;
use support::{Run, koo, run};
use tempfile::TempDir;

const CATALOGUE: &str = "\
catalogue: bazaar
title: {en: Bazaar, zh: 市集}
doc: An invented marketplace.
sites:
  north: {title: {en: North, zh: 北}}
  south: {title: {en: South, zh: 南}}
";

const SHOP: &str = r"family: shop
title: {en: Shop, zh: 店}
status: current
doc: How a shop is run.
sites: [north, south]
pages: {shop: {title: Shop, site: north}}
types:
  Colour: {doc: Colour., values: {red: Red., blue: Blue.}}
  Size: {doc: Size., values: {s: Small., l: Large.}}
interfaces:
  placeOrder:
    title: {en: Placing, zh: 下单}
    direction: platform-to-merchant
    method: POST
    scheme: none
    page: shop
    body:
      orderId: {type: string, required: true, max_length: 64, doc: Order., page: shop}
      colour: {type: Colour, required: false, doc: Colour., page: shop}
  askSize:
    title: {en: Asking, zh: 询问}
    direction: platform-to-merchant
    method: POST
    url: /size
    scheme: none
    sites: [south]
    page: shop
    body:
      size: {type: Size, required: true, doc: Size., page: shop}
";

const BANK: &str = r"family: bank
title: {en: Bank, zh: 银行}
status: current
doc: How a bank is run.
sites: [north]
pages: {bank: {title: Bank, site: north}}
interfaces:
  pay:
    title: {en: Paying, zh: 付款}
    direction: platform-to-merchant
    method: POST
    scheme: none
    page: bank
";

/// A project with a catalogue in the place where the command looks for it.
fn project() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let catalogue = folder.path().join("spec/catalog");
    fs::create_dir_all(&catalogue).unwrap();
    for (name, text) in [
        ("catalogue.yaml", CATALOGUE),
        ("shop.yaml", SHOP),
        ("bank.yaml", BANK),
    ] {
        fs::write(catalogue.join(name), text).unwrap();
    }
    folder
}

fn generate(folder: &Path, arguments: &[&str]) -> Run {
    koo()
        .current_dir(folder)
        .arg("generate")
        .args(arguments)
        .output()
        .unwrap()
        .into()
}

/// A run that must succeed.
fn generated(folder: &Path, arguments: &[&str]) -> Run {
    let run = generate(folder, arguments);
    assert_eq!(run.code, 0, "{}", run.transcript());
    run
}

/// The files below a folder, by path.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).into_iter().flatten().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                open.push(entry.path());
            } else {
                let path = entry
                    .path()
                    .strip_prefix(folder)
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .replace('\\', "/");
                found.insert(path, fs::read_to_string(entry.path()).unwrap());
            }
        }
    }
    found
}

/// Changes the shop's limit of 64 in the spec.
fn change_limit(folder: &Path) {
    fs::write(
        folder.join("spec/catalog/shop.yaml"),
        SHOP.replace("max_length: 64", "max_length: 65"),
    )
    .unwrap();
}

#[test]
fn help() {
    assert_transcript!("help-generate", run(&["generate", "--help"]).stdout);
}

#[test]
fn writes_a_crate() {
    let project = project();
    let run = generated(project.path(), &[]);
    assert_transcript!("generate-writes", run.transcript());
    let written = files(&project.path().join("generated"));
    assert!(written.values().all(|contents| {
        contents
            .lines()
            .next()
            .unwrap()
            .contains("Written by `koo generate`")
    }));
}

#[test]
fn a_second_run_touches_nothing_and_a_change_only_its_file() {
    let project = project();
    generated(project.path(), &[]);
    let out = project.path().join("generated");
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for path in files(&out).keys() {
        File::options()
            .write(true)
            .open(out.join(path))
            .unwrap()
            .set_modified(long_ago)
            .unwrap();
    }
    let touched = || {
        let is_new =
            |path: &String| fs::metadata(out.join(path)).unwrap().modified().unwrap() != long_ago;
        files(&out).into_keys().filter(is_new).collect::<Vec<_>>()
    };
    let second = generated(project.path(), &[]);
    assert_eq!(touched(), Vec::<String>::new());
    assert!(second.stderr.contains("in step"), "{}", second.stderr);
    change_limit(project.path());
    generated(project.path(), &[]);
    assert_eq!(touched(), ["src/shop/place_order.rs"]);
}

#[test]
fn check_compares_and_writes_nothing() {
    let project = project();
    let missing = generate(project.path(), &["--check"]);
    assert_eq!(missing.code, 1);
    assert!(missing.stdout.contains("--- /dev/null") && !project.path().join("generated").exists());
    generated(project.path(), &[]);
    let in_step = generated(project.path(), &["--check"]);
    assert_eq!(in_step.stdout, "");
    change_limit(project.path());
    let before = files(&project.path().join("generated"));
    let out_of_step = generate(project.path(), &["--check"]);
    assert_transcript!("generate-check", out_of_step.transcript());
    assert_eq!(files(&project.path().join("generated")), before);
}

#[test]
fn reports_as_json() {
    let project = project();
    generated(project.path(), &[]);
    change_limit(project.path());
    let run = generate(project.path(), &["--check", "--format", "json"]);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(report["koo"], 1);
    assert_eq!(report["check"], true);
    assert_eq!(report["changes"][0]["path"], "src/shop/place_order.rs");
    assert_eq!(report["changes"][0]["change"], "update");
    assert!(
        report["changes"][0]["diff"]
            .as_str()
            .unwrap()
            .contains("+    #[validate(max_chars = 65)]")
    );
}

#[test]
fn removes_what_is_no_longer_produced_and_nothing_else() {
    let project = project();
    generated(project.path(), &[]);
    let out = project.path().join("generated");
    let banner = "// Written by `koo generate`; do not edit.\n";
    let own = [
        ("src/own.rs", "// by hand\n"),
        ("src/bank/notes.txt", "by hand\n"),
        ("nested/Cargo.toml", banner),
        ("nested/src/lib.rs", banner),
    ];
    for (path, contents) in own {
        fs::create_dir_all(out.join(path).parent().unwrap()).unwrap();
        fs::write(out.join(path), contents).unwrap();
    }
    let run = generated(project.path(), &["--family", "shop"]);
    assert!(
        run.stderr.contains("removed generated/src/bank/pay.rs"),
        "{}",
        run.stderr
    );
    let left = files(&out);
    for (path, contents) in own {
        assert_eq!(left.get(path).map(String::as_str), Some(contents), "{path}");
    }
    assert!(
        !left
            .keys()
            .any(|path| path.starts_with("src/bank/") && path != "src/bank/notes.txt")
    );
    fs::remove_file(out.join("src/bank/notes.txt")).unwrap();
    generated(project.path(), &[]);
    generated(project.path(), &["--family", "shop"]);
    assert!(
        !out.join("src/bank").exists(),
        "an empty folder is not left behind"
    );
}

#[test]
fn never_overwrites_what_it_did_not_write() {
    let project = project();
    let file = project.path().join("generated/src/lib.rs");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    for contents in [b"// by hand\n".as_slice(), b"\xff\xfe no text", b""] {
        fs::write(&file, contents).unwrap();
        let run = generate(project.path(), &[]);
        assert_eq!(run.code, 2, "{}", run.transcript());
        assert!(
            run.stderr.contains("was not written by koo"),
            "{}",
            run.stderr
        );
        assert_eq!(fs::read(&file).unwrap(), contents);
        assert!(
            !project.path().join("generated/Cargo.toml").exists(),
            "nothing else is written either"
        );
    }
}

#[test]
fn selections() {
    let project = project();
    let out = |name: &str| project.path().join(name).join("src");
    let run = |name: &str, arguments: &[&str]| {
        generated(project.path(), &[&["--out", name], arguments].concat());
        files(&out(name)).into_iter().collect::<BTreeMap<_, _>>()
    };
    let family = run("family", &["--family", "bank"]);
    assert_eq!(
        family.keys().collect::<Vec<_>>(),
        ["bank/mod.rs", "bank/pay.rs", "lib.rs"]
    );
    let interface = run("interface", &["--interface", "shop/askSize"]);
    assert_eq!(
        interface.keys().collect::<Vec<_>>(),
        ["lib.rs", "shop/ask_size.rs", "shop/mod.rs", "shop/types.rs"]
    );
    let types = &interface["shop/types.rs"];
    assert!(
        types.contains("pub enum Size") && !types.contains("Colour"),
        "{types}"
    );
    let site = run("site", &["--site", "north"]);
    assert!(
        !site.contains_key("shop/ask_size.rs") && !site["shop/types.rs"].contains("pub enum Size")
    );
    assert!(site["lib.rs"].contains("North") && !site["lib.rs"].contains("South"));
    let several = run(
        "several",
        &["--interface", "pay", "--interface", "placeOrder"],
    );
    assert!(several.contains_key("bank/pay.rs") && several.contains_key("shop/place_order.rs"));
}

#[test]
fn misspelled_selections() {
    let project = project();
    for (arguments, hint) in [
        (["--family", "shpo"].as_slice(), "did you mean `shop`?"),
        (&["--interface", "placeOrdr"], "did you mean `placeOrder`?"),
        (&["--interface", "shop/askSiz"], "did you mean `askSize`?"),
        (&["--site", "nroth"], "did you mean `north`?"),
        (
            &["--family", "bank", "--interface", "askSize"],
            "no interface `askSize`",
        ),
        (
            &["--family", "bank", "--site", "south"],
            "the family `bank` is not published on the site `south`",
        ),
        // One that is published does not hide one that is not: its files would be removed without a word.
        (
            &["--family", "shop", "--family", "bank", "--site", "south"],
            "the family `bank` is not published on the site `south`",
        ),
        (
            &["--family", "something-else-entirely"],
            "there are: bank, shop",
        ),
    ] {
        let run = generate(project.path(), arguments);
        assert_eq!(run.code, 2, "{arguments:?}: {}", run.transcript());
        assert!(run.stderr.contains(hint), "{arguments:?}: {}", run.stderr);
        assert!(!project.path().join("generated").exists());
    }
}

#[test]
fn errors_in_the_spec() {
    let project = project();
    fs::write(
        project.path().join("spec/catalog/shop.yaml"),
        SHOP.replace("type: Colour", "type: Color"),
    )
    .unwrap();
    let run = generate(project.path(), &[]);
    assert_transcript!("generate-errors", run.transcript());
    assert!(!project.path().join("generated").exists());
    let missing = generate(project.path(), &["--spec", "nowhere"]);
    assert_eq!(missing.code, 2);
    assert!(
        missing.stderr.contains("cannot read nowhere"),
        "{}",
        missing.stderr
    );
}

#[test]
fn output_that_cannot_be_written() {
    let project = project();
    fs::write(project.path().join("taken"), "a file").unwrap();
    fs::create_dir_all(project.path().join("blocked/Cargo.toml")).unwrap();
    let mut places = vec!["taken", "blocked"];
    if cfg!(target_os = "linux") {
        // Nobody may write there, not even an administrator.
        places.push("/proc/koo");
    }
    for place in places {
        let run = generate(project.path(), &["--out", place]);
        assert_eq!(run.code, 2, "{}", run.transcript());
        assert!(
            run.stderr.starts_with("error: ") && run.stderr.contains(place),
            "{}",
            run.stderr
        );
        let is_told = place == "taken" || run.stderr.contains("because: ");
        assert!(is_told, "{}", run.stderr);
    }
    assert_eq!(
        fs::read_to_string(project.path().join("taken")).unwrap(),
        "a file"
    );
}

#[cfg(unix)]
#[test]
fn read_only_output() {
    use std::os::unix::fs::PermissionsExt;

    let project = project();
    let out = project.path().join("locked");
    fs::create_dir(&out).unwrap();
    let allow = |mode: u32| fs::set_permissions(&out, fs::Permissions::from_mode(mode)).unwrap();
    allow(0o555);
    // Administrators may write anywhere.
    if fs::write(out.join("probe"), "").is_err() {
        let run = generate(project.path(), &["--out", "locked"]);
        assert_eq!(run.code, 2, "{}", run.transcript());
        assert!(
            run.stderr.contains("cannot write locked/"),
            "{}",
            run.stderr
        );
    }
    allow(0o755);
}

#[test]
fn settings_of_a_project() {
    let project = project();
    let below = project.path().join("some/where/below");
    fs::create_dir_all(&below).unwrap();
    fs::rename(project.path().join("spec"), project.path().join("contract")).unwrap();
    fs::write(
        project.path().join("koo.toml"),
        "[generate]\nspec = \"contract/catalog\"\nout = \"vendor/bazaar\"\nruntime = \"libraries/runtime\"\n",
    )
    .unwrap();
    generated(&below, &[]);
    let written = files(&project.path().join("vendor/bazaar"));
    assert!(
        written["Cargo.toml"].contains(r#"path = "../../libraries/runtime""#),
        "{}",
        written["Cargo.toml"]
    );
    generated(&below, &["--check"]);
    generated(&below, &["--out", "here"]);
    assert!(
        below.join("here/Cargo.toml").exists(),
        "arguments are seen from the current folder"
    );
}

#[test]
fn broken_settings() {
    let project = project();
    for (contents, problem) in [
        ("[generate\n", "koo.toml"),
        ("[generate]\nspce = \"x\"\n", "unknown field `spce`"),
        ("[generate]\nout = 1\n", "invalid type"),
    ] {
        fs::write(project.path().join("koo.toml"), contents).unwrap();
        let run = generate(project.path(), &[]);
        assert_eq!(run.code, 2, "{}", run.transcript());
        assert!(run.stderr.contains(problem), "{}", run.stderr);
        assert!(!project.path().join("generated").exists());
    }
}

#[test]
fn a_selection_compiles() {
    let project = project();
    let selection = ["--interface", "shop/placeOrder", "--site", "north"];
    let out = emptied("selection");
    write_part(project.path(), &out, &selection);
    compile(&out, &["check"]);
}

#[test]
fn a_family_alone_has_only_the_common_files_it_needs_and_compiles() {
    let out = emptied("family");
    write_part(repository(), &out, &["--family", "saas-v2"]);
    let written = files(&out.join("src/common"));
    let names: Vec<_> = written.keys().map(String::as_str).collect();
    assert_eq!(names, ["instance.rs", "mod.rs", "signatures.rs"]);
    assert!(written["mod.rs"].contains("#[cfg(feature = \"saas-v2\")]\npub mod signatures;"));
    let features = ["clippy", "--features", "server,mock"];
    compile(&out, &[&features[..], &["--", "-D", "warnings"]].concat());
}

#[test]
fn an_interface_alone_has_only_the_schemes_it_needs() {
    let out = emptied("interface");
    let interface = ["--interface", "saas-v2/changeInstanceCheck"];
    write_part(repository(), &out, &interface);
    let written = files(&out.join("src/common"));
    let names: Vec<_> = written.keys().map(String::as_str).collect();
    assert_eq!(names, ["mod.rs", "signatures.rs"]);
    let schemes = &written["signatures.rs"];
    assert!(schemes.contains("struct UrlSignature") && !schemes.contains("struct BodySign"));
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// A folder of this name that is not there.
fn emptied(name: &str) -> PathBuf {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&out);
    out
}

fn write_part(project: &Path, out: &Path, selection: &[&str]) {
    let (out, runtime) = (out.to_str().unwrap(), repository().join("runtime"));
    let places = ["--out", out, "--runtime", runtime.to_str().unwrap()];
    generated(project, &[selection, &places].concat());
}

fn compile(out: &Path, arguments: &[&str]) {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR"));
    // The crate is none of this workspace's.
    let manifest = fs::read_to_string(out.join("Cargo.toml")).unwrap() + "\n[workspace]\n";
    fs::write(out.join("Cargo.toml"), manifest).unwrap();
    fs::copy(repository().join("Cargo.lock"), out.join("Cargo.lock")).unwrap();
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .current_dir(out)
        .env("CARGO_NET_OFFLINE", "true")
        .args(arguments);
    let output = cargo
        .env("CARGO_TARGET_DIR", scratch.parent().unwrap())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
