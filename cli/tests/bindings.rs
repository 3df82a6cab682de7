//! The bindings of projects: in step when `koo new` made them, kept so by `koo generate` and `koo update`.

#![allow(clippy::expect_used, reason = "a test may fail loudly")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use support::{Run, koo};
use tempfile::TempDir;

/// A folder with the contract of the bazaar and, once it is made, the project `shop`.
struct Workshop(TempDir);

impl Workshop {
    fn new() -> Self {
        let workshop = Self(tempfile::tempdir().expect("a folder"));
        let bazaar = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specs/bazaar");
        fs::create_dir(workshop.path("contract")).expect("a folder");
        for file in ["catalogue.yaml", "stall.yaml"] {
            let place = workshop.path("contract").join(file);
            fs::copy(bazaar.join(file), place).expect("copied");
        }
        // Projects are tried with the examples of the documentation.
        workshop.edit("contract/stall.yaml", "  askPrice:\n", EXAMPLE);
        workshop
    }

    /// One with the project.
    fn made(arguments: &[&str]) -> Self {
        let workshop = Self::new();
        let new = ["new", "shop", "--released", "--spec", "contract"];
        let run = workshop.run("", &[&new[..], arguments].concat());
        assert_eq!(run.code, 0, "{}", run.stderr);
        workshop
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn run(&self, folder: &str, arguments: &[&str]) -> Run {
        let mut command = koo();
        command.current_dir(self.path(folder)).args(arguments);
        command.output().expect("koo runs").into()
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|_| format!("{path} is missing"))
    }

    /// Replaces a text in a file.
    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{from} in {text}");
        fs::write(self.path(path), text.replace(from, to)).expect("a file");
    }

    /// The vendor shortens a field.
    fn shorten_order_ids(&self) {
        self.edit("contract/stall.yaml", "max_length: 64", "max_length: 48");
    }

    /// Whether `koo generate --check` has nothing to complain about.
    fn is_in_step(&self) -> bool {
        self.run("shop", &["generate", "--check"]).code == 0
    }
}

/// An example of the interface before this one.
const EXAMPLE: &str = "    examples:
      - title: An order
        of: request
        page: orders
        body: {action: placeOrder, orderId: A1, wares: [{name: lamp}]}
  askPrice:
";

const MODEL: &str = "shop/bindings/src/stall/place_order.rs";

#[test]
fn bindings_are_of_the_guides_that_the_project_uses() {
    let folder = tempfile::tempdir().expect("a folder");
    let koo = |below: &str, arguments: &[&str]| -> Run {
        let mut command = koo();
        command
            .current_dir(folder.path().join(below))
            .args(arguments);
        command.output().expect("koo runs").into()
    };
    let run = koo("", &["new", "shop", "--kit", "--released"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stderr.contains("bindings      project"),
        "{}",
        run.stderr
    );
    // The template of this guide calls the open interfaces too; what guides share stands in `common`.
    let source = folder.path().join("shop/bindings/src");
    let mut modules: Vec<_> = fs::read_dir(source)
        .expect("a folder")
        .map(|entry| entry.expect("an entry"))
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    modules.sort();
    assert_eq!(modules, ["common", "joint_kit", "open_api", "saas_v2"]);
    for below in ["shop", "shop/src/business"] {
        let check = koo(below, &["generate", "--check"]);
        assert_eq!(
            (check.code, check.stdout.as_str()),
            (0, ""),
            "{}",
            check.stderr
        );
    }
}

#[test]
fn an_edit_by_hand_is_shown() {
    let workshop = Workshop::made(&[]);
    assert!(workshop.is_in_step());
    workshop.edit(MODEL, "Action.", "Something else.");
    let check = workshop.run("shop", &["generate", "--check"]);
    assert_eq!(check.code, 1);
    for told in ["b/src/stall/place_order.rs", "Something else."] {
        assert!(check.stdout.contains(told), "{told}: {}", check.stdout);
    }
    assert!(
        check.stderr.contains("run `koo generate`"),
        "{}",
        check.stderr
    );
    assert_eq!(workshop.run("shop", &["generate"]).code, 0);
    assert!(workshop.is_in_step());
}

#[test]
fn a_project_can_use_the_crate_instead() {
    let workshop = Workshop::made(&["--bindings", "crate"]);
    assert!(!workshop.path("shop/bindings").exists());
    assert!(
        workshop
            .read("shop/Cargo.toml")
            .contains("bazaar = { version = ")
    );
    for file in [".github/workflows/ci.yaml", "koo.toml"] {
        let text = workshop.read(&format!("shop/{file}"));
        assert!(!text.contains("run: koo generate"), "{file}: {text}");
        assert!(!text.contains("[generate]"), "{file}: {text}");
    }
    assert!(!workshop.path("shop/.gitattributes").exists());
    workshop.shorten_order_ids();
    let run = workshop.run("", &["update", "shop"]);
    assert!(!run.stderr.contains("regenerate"), "{}", run.stderr);

    // And later its own, and back.
    let run = workshop.run("", &["update", "shop", "--bindings", "project"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(workshop.is_in_step());
    let manifest = workshop.read("shop/Cargo.toml");
    assert!(
        manifest.contains("bazaar = { path = \"bindings\""),
        "{manifest}"
    );
    fs::write(workshop.path("shop/bindings/notes.txt"), "mine\n").expect("a file");
    let run = workshop.run("", &["update", "shop", "--bindings", "crate"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let left: Vec<_> = fs::read_dir(workshop.path("shop/bindings"))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    assert_eq!(left, ["notes.txt"], "only what koo wrote is removed");
}

#[test]
fn an_update_generates_again_and_merges_nothing() {
    let workshop = Workshop::made(&[]);
    assert!(
        !workshop.path("shop/.koo/scaffold/base/bindings").exists(),
        "bindings are no templates"
    );
    workshop.shorten_order_ids();
    assert!(!workshop.is_in_step());
    let before = workshop.read(MODEL);
    let dry = workshop.run("", &["update", "shop", "--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.stderr);
    assert!(
        dry.stdout
            .contains("+++ b/bindings/src/stall/place_order.rs"),
        "{}",
        dry.stdout
    );
    assert!(
        dry.stderr
            .contains("regenerate    bindings/src/stall/place_order.rs"),
        "{}",
        dry.stderr
    );
    assert_eq!(workshop.read(MODEL), before, "a dry run writes nothing");

    let json = workshop.run("", &["update", "shop", "--dry-run", "--format", "json"]);
    let report: Value = serde_json::from_str(&json.stdout).expect("JSON");
    let steps = report.pointer("/steps").and_then(Value::as_array);
    let actions: Vec<_> = steps
        .into_iter()
        .flatten()
        .filter_map(|step| step.pointer("/action").and_then(Value::as_str))
        .collect();
    assert!(
        !actions.is_empty() && actions.iter().all(|action| *action == "regenerate"),
        "{actions:?}"
    );

    let run = workshop.run("", &["update", "shop"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(workshop.is_in_step());
    assert!(workshop.read(MODEL).contains("48"));
    let again = workshop.run("", &["update", "shop"]);
    assert_eq!(
        (again.code, again.stderr.trim()),
        (0, "the project is up to date")
    );
}

#[test]
fn the_settings_of_the_project_rule() {
    let workshop = Workshop::made(&[]);
    workshop.edit(
        "shop/koo.toml",
        "[generate]\n",
        "[generate]\nsite = \"south\"\n",
    );
    let run = workshop.run("", &["update", "shop"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(workshop.is_in_step());
    assert!(
        !workshop
            .path("shop/bindings/src/stall/ask_price.rs")
            .exists(),
        "the southern site has no prices to ask"
    );

    workshop.edit("shop/koo.toml", "\"stall\"", "\"stal\"");
    for (folder, arguments, file) in [
        ("shop", ["generate", "--check"], "koo.toml:"),
        ("", ["update", "shop"], "shop/koo.toml:"),
    ] {
        let run = workshop.run(folder, &arguments);
        assert_eq!(run.code, 2, "{}", run.stdout);
        for told in [file, "no family `stal`", "did you mean `stall`?"] {
            assert!(run.stderr.contains(told), "{told}: {}", run.stderr);
        }
    }

    // A conflict in the settings is for a person; until then the bindings wait.
    workshop.edit("shop/koo.toml", "\"stal\"", "\"stall\", \"other\"");
    let base = workshop.path("shop/.koo/scaffold/base/koo.toml.base");
    fs::write(base, "lost\n").expect("a file");
    workshop.shorten_order_ids();
    let before = workshop.read(MODEL);
    let run = workshop.run("", &["update", "shop"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("the bindings wait"), "{}", run.stderr);
    assert_eq!(workshop.read(MODEL), before);
}

#[test]
fn templates_must_say_where_bindings_go() {
    let workshop = Workshop::new();
    let arguments = ["new", "shop", "--spec", "contract", "--templates", "own"];
    fs::create_dir(workshop.path("own")).expect("a folder");
    for settings in ["", "[generate]\nout = \"../elsewhere\"\n"] {
        fs::write(workshop.path("own/koo.toml"), settings).expect("a file");
        let run = workshop.run("", &arguments);
        assert_eq!(run.code, 2, "{settings}");
        assert!(run.stderr.contains("koo.toml"), "{}", run.stderr);
        assert!(!workshop.path("shop").exists());
    }
    let run = workshop.run("", &[&arguments[..], &["--bindings", "crate"]].concat());
    assert_eq!(run.code, 0, "{}", run.stderr);
}

#[test]
fn a_checkout_is_named_from_the_root() {
    let workshop = Workshop::new();
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let checkout = checkout.canonicalize().expect("a checkout");
    let checkout = checkout.to_str().expect("a name");
    let new = ["new", "shop", "--spec", "contract", "--path", checkout];
    assert_eq!(workshop.run("", &new).code, 0);
    // So that the project may be moved, also into a container.
    fs::create_dir(workshop.path("deep")).expect("a folder");
    fs::rename(workshop.path("shop"), workshop.path("deep/shop")).expect("moved");
    let check = workshop.run("deep/shop", &["generate", "--check"]);
    assert_eq!(check.code, 0, "{}", check.stdout);
    let manifest = workshop.read("deep/shop/bindings/Cargo.toml");
    assert!(
        manifest.contains(&format!("path = \"{checkout}/runtime\"")),
        "{manifest}"
    );
    // A checkout is left for released versions: the bindings follow.
    let run = workshop.run("", &["update", "deep/shop", "--released"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let check = workshop.run("deep/shop", &["generate", "--check"]);
    assert_eq!(check.code, 0, "{}", check.stdout);
    let manifest = workshop.read("deep/shop/bindings/Cargo.toml");
    assert!(!manifest.contains(checkout), "{manifest}");
}
