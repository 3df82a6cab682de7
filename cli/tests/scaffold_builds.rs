//! Projects of `koo new` build, and their tests pass, right after they were written: without network, from the crates of
//! this checkout, beside what is built here already.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test may fail loudly"
)]

#[path = "../../ledger/tests/support/server.rs"]
mod server;
mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_yaml::Value;
use server::Server;
use support::koo;

/// What a project is made with.
type Choices = &'static [&'static str];

/// A project for each choice, with the guide of its own.
const CHOICES: [(&str, Choices); 10] = [
    ("files", &[]),
    (
        "memory",
        &[
            "--store",
            "memory",
            "--ci",
            "none",
            "--site",
            "intl",
            "--bindings",
            "crate",
        ],
    ),
    (
        "database",
        &[
            "--store",
            "postgres",
            "--kit",
            "--language",
            "zh",
            "--ci",
            "gitlab",
        ],
    ),
    ("europe", &["--site", "eu"]),
    ("older", &["--family", "saas-v1"]),
    ("codes", &["--family", "license-v2", "--store", "memory"]),
    ("older-codes", &["--family", "license-v1"]),
    ("orders", &["--family", "open-api", "--store", "memory"]),
    ("kit-alone", &["--family", "joint-kit"]),
    ("client", &["--family", "license-client"]),
];

/// Those that are built beside `files`: every guide, every store, the kit, bindings from the crate.
const BUILT: [&str; 8] = [
    "memory",
    "database",
    "older",
    "codes",
    "older-codes",
    "orders",
    "kit-alone",
    "client",
];

fn has_bindings(choices: Choices) -> bool {
    !choices.contains(&"crate")
}

/// Writes a project.
fn make(folder: &Path, name: &str, choices: Choices) {
    let output = koo()
        .current_dir(folder)
        .args(["new", name, "--yes", "--quiet"])
        .args(choices)
        .output()
        .expect("koo runs");
    assert!(
        output.status.success(),
        "{name}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// Gives the bindings of a project a name of their own: of crates with one name, a workspace can have one only.
fn rename_bindings(project: &Path, name: &str) {
    let edit = |path: &str, from: &str, to: &str| {
        let text = read(project, path).expect("a manifest");
        assert!(text.contains(from), "{name}/{path}: {text}");
        fs::write(project.join(path), text.replace(from, to)).expect("a manifest");
    };
    let package = format!("koogallery-{name}");
    edit(
        "bindings/Cargo.toml",
        "name = \"koogallery\"",
        &format!("name = \"{package}\""),
    );
    edit(
        "Cargo.toml",
        "koogallery = { path = \"bindings\"",
        &format!("koogallery = {{ package = \"{package}\", path = \"bindings\""),
    );
}

/// A folder of projects that share one lock file, that of this workspace: what it locks is at hand.
fn workspace(folder: &Path, members: &[&str]) {
    let members: Vec<_> = members.iter().map(|member| format!("{member:?}")).collect();
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = [{}]\n",
        members.join(", ")
    );
    fs::write(folder.join("Cargo.toml"), manifest).expect("a manifest");
    let lock = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock")).expect("a lock file");
}

/// Runs cargo where the workspace has its own build, with its profile, so that dependencies are built once.
fn cargo(folder: &Path, arguments: &[&str], database: Option<&Server>) {
    let program = Path::new(env!("CARGO_BIN_EXE_koo"));
    let target = program.ancestors().nth(2).expect("the folder of builds");
    let mut command = Command::new(env!("CARGO"));
    if let Some(database) = database {
        command.env("TEST_DATABASE_URL", database.url());
    }
    let output = command
        .args(arguments)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_NET_OFFLINE", "true")
        .env("CARGO_PROFILE_DEV_DEBUG", "line-tables-only")
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "cargo {arguments:?}\n{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn projects_build_and_pass_their_tests_right_away() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    for (name, choices) in CHOICES {
        make(folder, name, choices);
    }
    // Alone and as it was written, so that nothing of another project fills a gap.
    workspace(folder, &["files"]);
    cargo(folder, &["test", "--quiet", "-p", "files"], None);
    // The others together, so that what they share is built once.
    let mut packages = Vec::new();
    for (name, choices) in CHOICES {
        packages.push(name.to_owned());
        if has_bindings(choices) {
            rename_bindings(&folder.join(name), name);
            packages.push(format!("koogallery-{name}"));
        }
    }
    workspace(folder, &CHOICES.map(|(name, _)| name));
    // Named one by one: `--all` would format what they depend on too, which is this checkout.
    let format = ["fmt", "--check"];
    cargo(folder, &[&format[..], &named(&packages)].concat(), None);
    workspace(folder, &BUILT);
    // Where PostgreSQL is, projects that use it are tested with it.
    let database = Server::start();
    let test = ["test", "--quiet"];
    cargo(
        folder,
        &[&test[..], &named(&BUILT)].concat(),
        database.as_ref(),
    );
}

/// Packages as arguments of cargo.
fn named(packages: &[impl AsRef<str>]) -> Vec<&str> {
    let arguments = packages.iter().flat_map(|name| ["-p", name.as_ref()]);
    arguments.collect()
}

#[test]
fn fixtures_keep_the_contract() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, choices) in CHOICES {
        make(folder.path(), name, choices);
        let project = folder.path().join(name);
        let check = Command::new("bash")
            .arg(project.join("scripts/check-contract.sh"))
            .env("KOO", env!("CARGO_BIN_EXE_koo"))
            .output()
            .expect("bash runs");
        let told = String::from_utf8_lossy(&check.stderr).into_owned();
        assert!(check.status.success(), "{name}: {told}");
        assert!(project.join("fixtures").is_dir());
        if has_bindings(choices) {
            let check = koo()
                .current_dir(&project)
                .args(["generate", "--check"])
                .output()
                .expect("koo runs");
            let told = String::from_utf8_lossy(&check.stdout).into_owned();
            assert!(check.status.success(), "{name}: {told}");
        }
    }
    // A payload that breaks the contract is found.
    let fixture = folder
        .path()
        .join("files/fixtures/saas-v2/request/newInstance.too-long.json");
    let payload = format!(
        r#"{{"activity": "newInstance", "orderId": "{}"}}"#,
        "1".repeat(65)
    );
    fs::write(fixture, payload).expect("a fixture");
    let check = Command::new("bash")
        .arg(folder.path().join("files/scripts/check-contract.sh"))
        .env("KOO", env!("CARGO_BIN_EXE_koo"))
        .output()
        .expect("bash runs");
    assert_eq!(check.status.code(), Some(1));
    let told = String::from_utf8_lossy(&check.stdout).into_owned();
    assert!(
        told.contains("orderId") && told.contains("too-long.json"),
        "{told}"
    );
}

/// Files that others read, and their schemas.
const JUDGED: [(&str, &str); 3] = [
    ("compose.yaml", "vendor.compose-spec"),
    (".github/workflows/ci.yaml", "vendor.github-workflows"),
    (".gitlab-ci.yml", "vendor.gitlab-ci"),
];

/// The program `check-jsonschema` with its built-in schemas, from the environment that `.ci/python-tools` makes.
fn judge() -> Option<PathBuf> {
    let demanded = std::env::var_os("KOO_TEST_VENV").map(PathBuf::from);
    let venv = demanded
        .clone()
        .unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/venv"));
    let program = venv.join("bin/check-jsonschema");
    if program.exists() {
        return Some(program);
    }
    assert!(
        demanded.is_none(),
        "KOO_TEST_VENV names {}, where check-jsonschema is not",
        venv.display()
    );
    eprintln!("skipped: run .ci/python-tools to have check-jsonschema");
    None
}

#[test]
fn what_others_read_has_the_form_they_publish() {
    let Some(judge) = judge() else {
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    for (name, choices) in CHOICES {
        make(folder.path(), name, choices);
    }
    for (path, schema) in JUDGED {
        let files = CHOICES
            .iter()
            .map(|(name, _)| folder.path().join(name).join(path))
            .filter(|file| file.is_file());
        let files: Vec<_> = files.collect();
        assert!(!files.is_empty(), "{path}");
        let output = Command::new(&judge)
            .args(["--builtin-schema", schema])
            .args(&files)
            .output()
            .expect("check-jsonschema runs");
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{path}: {told}");
    }
    // It is no judge that lets everything pass.
    let compose = folder.path().join("files/compose.yaml");
    let text = fs::read_to_string(&compose).expect("a compose file");
    fs::write(
        &compose,
        text.replace("read_only: true", "read_only: [true]"),
    )
    .expect("written");
    let mut wrong = Command::new(&judge);
    wrong.args(["--builtin-schema", "vendor.compose-spec"]);
    let output = wrong.arg(&compose).output().expect("check-jsonschema runs");
    assert_eq!(output.status.code(), Some(1));
}

/// A file of a project, if it is there.
fn read(project: &Path, path: &str) -> Option<String> {
    fs::read_to_string(project.join(path)).ok()
}

#[test]
fn what_surrounds_the_service_is_well_formed() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, choices) in CHOICES {
        make(folder.path(), name, choices);
        let project = folder.path().join(name);
        let yaml = |path: &str| -> Option<Value> {
            Some(serde_yaml::from_str(&read(&project, path)?).expect("YAML"))
        };
        let compose = yaml("compose.yaml").expect("a compose file");
        let services = compose.get("services").expect("services");
        let has_database = services
            .get("database")
            .is_some_and(|database| database.get("healthcheck").is_some());
        assert_eq!(has_database, choices.contains(&"postgres"), "{name}");
        assert!(services.get("service").is_some(), "{name}");

        let (github, gitlab) = (yaml(".github/workflows/ci.yaml"), yaml(".gitlab-ci.yml"));
        let gitlab_is_wanted = choices.contains(&"gitlab");
        assert_eq!(gitlab.is_some(), gitlab_is_wanted, "{name}");
        assert_eq!(
            github.is_some(),
            !gitlab_is_wanted && !choices.contains(&"none"),
            "{name}"
        );
        for ci in github.iter().chain(&gitlab) {
            let text = serde_yaml::to_string(ci).expect("YAML");
            for step in [
                "cargo fmt --check",
                "cargo test --locked",
                "scripts/check-contract.sh",
                "scripts/conformance.sh",
            ] {
                assert!(text.contains(step), "{name}: {step}");
            }
            assert_eq!(
                text.contains("koo generate --check"),
                has_bindings(choices),
                "{name}"
            );
        }
        for script in ["scripts/check-contract.sh", "scripts/conformance.sh"] {
            let reads = Command::new("bash")
                .arg("-n")
                .arg(project.join(script))
                .status();
            assert!(reads.expect("bash runs").success(), "{name}: {script}");
        }
        let environment = read(&project, ".env.example").expect("an example");
        let settings = environment.lines().filter(|line| !line.starts_with('#'));
        assert!(settings.clone().count() > 0, "{name}");
        assert!(
            settings.into_iter().all(|line| line.ends_with('=')),
            "{name}: {environment}"
        );
        let readme = read(&project, "README.md").expect("a README");
        let heading = if choices.contains(&"zh") {
            "## 云商店侧的操作步骤"
        } else {
            "## On KooGallery"
        };
        assert!(readme.contains(heading), "{name}");
        for left in ["{{", "{%", "{#"] {
            assert!(!readme.contains(left), "{name}: {left}");
        }
    }
}
