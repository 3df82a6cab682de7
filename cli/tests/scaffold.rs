//! `koo new` and `koo update`: projects from templates, and newer templates in edited projects.

#![allow(clippy::expect_used, reason = "a test may fail loudly")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use support::{Run, koo};
use tempfile::TempDir;

/// A folder to work in, with templates beside the project.
struct Workshop(TempDir);

impl Workshop {
    fn new() -> Self {
        let workshop = Self(tempfile::tempdir().expect("a folder"));
        workshop.template(
            "notes.txt.j2",
            "{{ project.name }}\nfirst\nsecond\nthird\nfourth\nfifth\n",
        );
        workshop.template("tool.sh", "#!/bin/sh\necho 1\n");
        workshop.template("logo.bin", "\0one");
        workshop
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    /// Writes a file of the templates.
    fn template(&self, path: &str, contents: &str) {
        write(&self.path(&format!("templates/{path}")), contents);
    }

    /// Writes a file of the project.
    fn edit(&self, path: &str, contents: &str) {
        write(&self.path(&format!("shop/{path}")), contents);
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(&format!("shop/{path}")))
            .unwrap_or_else(|_| format!("{path} is missing"))
    }

    fn run(&self, arguments: &[&str]) -> Run {
        let output = koo().current_dir(self.0.path()).args(arguments).output();
        output.expect("koo runs").into()
    }

    /// Makes the project `shop`.
    fn make(&self) {
        let new = ["new", "shop", "--templates", "templates", "--released"];
        // Merges are about templates; bindings have tests of their own.
        let run = self.run(&[&new[..], &["--bindings", "crate"]].concat());
        assert_eq!(run.code, 0, "{}", run.stderr);
    }

    fn update(&self) -> Run {
        self.run(&["update", "shop"])
    }
}

fn write(path: &Path, contents: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, contents).expect("a file");
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn a_project_says_what_was_chosen() {
    let workshop = Workshop::new();
    let run = workshop.run(&[
        "new",
        "shop",
        "--templates",
        "templates",
        "--site",
        "eu",
        "--store",
        "postgres",
        "--released",
    ]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    for word in ["shop", "saas-v2", "eu", "postgres", "released versions"] {
        assert!(run.stderr.contains(word), "{word}: {}", run.stderr);
    }
    assert!(workshop.read("notes.txt").starts_with("shop\n"));
    assert!(
        workshop
            .read(".koo/scaffold/record.toml")
            .contains("store = \"postgres\"")
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &str| {
            fs::metadata(workshop.path(path))
                .expect("a file")
                .permissions()
                .mode()
                & 0o777
        };
        assert_eq!(mode("shop/tool.sh") & 0o111, 0o111, "a script can be run");
        assert_eq!(mode("shop/notes.txt") & 0o111, 0);
        assert_eq!(mode("shop") & 0o500, 0o500);
    }
}

#[test]
fn json_lists_choices_and_files() {
    let workshop = Workshop::new();
    let run = workshop.run(&[
        "new",
        "shop",
        "--dry-run",
        "--format",
        "json",
        "--ci",
        "none",
        "--path",
        env!("CARGO_MANIFEST_DIR"),
    ]);
    assert_eq!(run.code, 2, "a crate is no checkout");
    let checkout = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let run = workshop.run(&[
        "new",
        "shop",
        "--dry-run",
        "--format",
        "json",
        "--ci",
        "none",
        "--path",
        checkout,
    ]);
    let report: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(
        report.pointer("/choices/ci").and_then(Value::as_str),
        Some("none")
    );
    assert_eq!(report.pointer("/written"), Some(&Value::Bool(false)));
    assert!(report.pointer("/choices/dependencies/checkout").is_some());
    assert!(!workshop.path("shop").exists(), "a dry run writes nothing");
}

#[test]
fn nothing_is_written_half() {
    let workshop = Workshop::new();
    write(&workshop.path("shop/mine.txt"), "mine");
    let run = workshop.run(&["new", "shop"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("not empty"), "{}", run.stderr);
    assert_eq!(
        files(&workshop.path("shop")),
        [workshop.path("shop/mine.txt")]
    );

    workshop.template("broken.txt.j2", "{{ project.nmae }}");
    let run = workshop.run(&["new", "other", "--templates", "templates"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("broken.txt.j2"), "{}", run.stderr);
    let left: Vec<_> = fs::read_dir(workshop.0.path()).expect("a folder").collect();
    assert_eq!(left.len(), 2, "templates and shop only: {left:?}");
}

#[test]
fn an_empty_folder_is_filled() {
    let workshop = Workshop::new();
    fs::create_dir(workshop.path("shop")).expect("a folder");
    workshop.make();
}

#[test]
fn wrong_choices_are_explained() {
    let workshop = Workshop::new();
    let cases: [(&[&str], &str); 8] = [
        (&["new"], "koo new NAME"),
        (&["new", "2shop"], "begin with a letter"),
        (&["new", "koogallery"], "depends on"),
        (
            &["new", "shop", "--family", "saas-v3"],
            "did you mean `saas-v",
        ),
        (
            &["new", "shop", "--family", "auto-deploy"],
            "no guide with a server",
        ),
        (&["new", "shop", "--site", "main"], "mainland"),
        (
            &["new", "shop", "--store", "sqlite"],
            "possible values: redb, postgres, memory",
        ),
        (&["update", "."], "was not made by `koo new`"),
    ];
    for (arguments, expected) in cases {
        let run = workshop.run(arguments);
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!(
            run.stderr.contains(expected),
            "{arguments:?}: {}",
            run.stderr
        );
    }
    assert!(!workshop.path("shop").exists());
}

#[test]
fn a_guide_without_an_example_is_told_what_it_lacks() {
    let workshop = Workshop::new();
    let spec = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../tests/other_marketplace/spec"
    );
    let run = workshop.run(&["new", "shop", "--spec", spec, "--yes"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("has an example of its request"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("`examples`"), "{}", run.stderr);
    assert!(!workshop.path("shop").exists());
}

#[test]
fn templates_stay_inside_the_project() {
    let workshop = Workshop::new();
    workshop.template(
        "template.toml",
        "[[files]]\npaths = [\"notes.txt\"]\nto = \"../notes.txt\"\n",
    );
    let run = workshop.run(&["new", "shop", "--templates", "templates"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("no place in a project"),
        "{}",
        run.stderr
    );
    workshop.template("template.toml", "[[file]]\n");
    let run = workshop.run(&["new", "shop", "--templates", "templates"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("template.toml"), "{}", run.stderr);
}

#[test]
fn own_templates_are_stronger_than_built_in_ones() {
    let workshop = Workshop::new();
    workshop.template("Dockerfile", "FROM scratch\n");
    workshop.template(
        "template.toml",
        "[[files]]\npaths = [\"tool.sh\"]\nstore = [\"memory\"]\n",
    );
    workshop.make();
    assert_eq!(workshop.read("Dockerfile"), "FROM scratch\n");
    assert!(!workshop.path("shop/tool.sh").exists());
}

#[test]
fn an_update_without_anything_new_does_nothing() {
    let workshop = Workshop::new();
    workshop.make();
    workshop.edit("notes.txt", "all mine\n");
    let before: Vec<_> = files(&workshop.path("shop"));
    let run = workshop.update();
    assert_eq!(
        (run.code, run.stderr.trim()),
        (0, "the project is up to date")
    );
    assert_eq!(files(&workshop.path("shop")), before);
    assert_eq!(workshop.read("notes.txt"), "all mine\n");
}

#[test]
fn both_edits_meet() {
    let workshop = Workshop::new();
    workshop.make();
    workshop.edit(
        "notes.txt",
        "shop\nfirst, edited\nsecond\nthird\nfourth\nfifth\n",
    );
    workshop.template(
        "notes.txt.j2",
        "{{ project.name }}\nfirst\nsecond\nthird\nfourth\nfifth, newer\n",
    );
    workshop.template("extra.txt", "extra\n");
    let dry = workshop.run(&["update", "shop", "--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.stderr);
    assert!(
        dry.stdout.contains("-fifth\n+fifth, newer\n"),
        "{}",
        dry.stdout
    );
    assert!(
        !workshop.path("shop/extra.txt").exists(),
        "a dry run writes nothing"
    );
    let run = workshop.update();
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(
        workshop.read("notes.txt"),
        "shop\nfirst, edited\nsecond\nthird\nfourth\nfifth, newer\n"
    );
    assert_eq!(workshop.read("extra.txt"), "extra\n");
    assert_eq!(workshop.update().stderr.trim(), "the project is up to date");
}

#[test]
fn conflicts_are_shown_and_wait_for_a_person() {
    let workshop = Workshop::new();
    workshop.make();
    workshop.edit("notes.txt", "shop\nfirst\nmine\nthird\nfourth\nfifth\n");
    workshop.edit("logo.bin", "\0mine");
    workshop.template(
        "notes.txt.j2",
        "{{ project.name }}\nfirst\ntheirs\nthird\nfourth\nfifth\n",
    );
    workshop.template("logo.bin", "\0two");
    let run = workshop.update();
    assert_eq!(run.code, 1, "{}", run.stderr);
    let notes = workshop.read("notes.txt");
    let version = env!("CARGO_PKG_VERSION");
    assert!(
        notes.contains("<<<<<<< your edit\nmine\n||||||| koo "),
        "{notes}"
    );
    assert!(
        notes.contains(&format!("=======\ntheirs\n>>>>>>> koo {version} template ")),
        "{notes}"
    );
    assert_eq!(workshop.read("logo.bin"), "\0mine");
    assert_eq!(workshop.read("logo.bin.koo-new"), "\0two");

    let refused = workshop.update();
    assert_eq!(refused.code, 2);
    assert!(
        refused.stderr.contains("logo.bin.koo-new, notes.txt"),
        "{}",
        refused.stderr
    );
    assert_eq!(
        workshop.read("notes.txt"),
        notes,
        "a refused update touches nothing"
    );

    workshop.edit(
        "notes.txt",
        "shop\nfirst\nmine and theirs\nthird\nfourth\nfifth\n",
    );
    fs::remove_file(workshop.path("shop/logo.bin.koo-new")).expect("removed");
    assert_eq!(workshop.update().stderr.trim(), "the project is up to date");
}

#[test]
fn what_was_deleted_stays_deleted_and_what_was_edited_stays() {
    let workshop = Workshop::new();
    workshop.template("gone.txt", "untouched\n");
    workshop.template("edited.txt", "old\n");
    workshop.make();
    fs::remove_file(workshop.path("shop/notes.txt")).expect("removed");
    workshop.edit("edited.txt", "mine\n");
    workshop.edit("new.txt", "mine\nboth\n");
    workshop.template("notes.txt.j2", "newer\n");
    workshop.template("new.txt", "both\n");
    fs::remove_file(workshop.path("templates/gone.txt")).expect("removed");
    fs::remove_file(workshop.path("templates/edited.txt")).expect("removed");
    let run = workshop.update();
    assert_eq!(run.code, 0, "{}", run.stderr);
    for told in [
        "stays deleted notes.txt",
        "stays edited  edited.txt",
        "remove        gone.txt",
    ] {
        assert!(run.stderr.contains(told), "{told}: {}", run.stderr);
    }
    assert!(!workshop.path("shop/notes.txt").exists());
    assert!(!workshop.path("shop/gone.txt").exists());
    assert_eq!(workshop.read("edited.txt"), "mine\n");
    assert_eq!(workshop.read("new.txt"), "mine\nboth\n");
    assert_eq!(workshop.update().stderr.trim(), "the project is up to date");
}

#[test]
fn a_lost_base_costs_no_edit() {
    let workshop = Workshop::new();
    workshop.make();
    workshop.edit("notes.txt", "shop\nfirst\nmine\nthird\nfourth\nfifth\n");
    write(
        &workshop.path("shop/.koo/scaffold/base/notes.txt.base"),
        "somebody wrote here\n",
    );
    let run = workshop.update();
    assert_eq!(run.code, 1, "{}", run.stderr);
    let notes = workshop.read("notes.txt");
    assert!(
        notes.contains("\nmine\n") && notes.contains("\nsecond\n"),
        "{notes}"
    );
}

#[test]
fn an_interrupted_update_is_taken_up_again() {
    let workshop = Workshop::new();
    workshop.make();
    let record = workshop.path("shop/.koo/scaffold");
    fs::rename(&record, workshop.path("shop/.koo/scaffold.before")).expect("renamed");
    assert_eq!(workshop.update().stderr.trim(), "the project is up to date");
    assert!(record.is_dir());
}

#[test]
fn a_project_can_leave_its_checkout() {
    let workshop = Workshop::new();
    workshop.template(
        "deps.txt.j2",
        "{{ dependency(\"koo-runtime\", features=[\"server\"]) }}\n",
    );
    let checkout = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let run = workshop.run(&[
        "new",
        "shop",
        "--templates",
        "templates",
        "--path",
        checkout,
    ]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        workshop.read("deps.txt").starts_with("{ path = \""),
        "{}",
        workshop.read("deps.txt")
    );
    let run = workshop.run(&["update", "shop", "--released"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(
        workshop.read("deps.txt"),
        format!("{{ version = \"{version}\", features = [\"server\"] }}\n")
    );
}

#[cfg(unix)]
#[test]
fn links_are_not_written_through() {
    let workshop = Workshop::new();
    workshop.make();
    let elsewhere = workshop.path("elsewhere.txt");
    write(&elsewhere, "elsewhere\n");
    fs::remove_file(workshop.path("shop/notes.txt")).expect("removed");
    std::os::unix::fs::symlink(&elsewhere, workshop.path("shop/notes.txt")).expect("a link");
    workshop.template("notes.txt.j2", "newer\n");
    let run = workshop.update();
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("is a link"), "{}", run.stderr);
    assert_eq!(
        fs::read_to_string(elsewhere).expect("a file"),
        "elsewhere\n"
    );
}

#[test]
fn templates_that_are_gone_are_told_with_what_to_do() {
    let workshop = Workshop::new();
    workshop.make();
    fs::rename(workshop.path("templates"), workshop.path("moved")).expect("renamed");
    let run = workshop.update();
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("which is gone") && run.stderr.contains("--templates DIR"),
        "{}",
        run.stderr
    );
    let run = workshop.run(&["update", "shop", "--templates", "moved"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    // The new place is remembered.
    assert_eq!(workshop.update().code, 0);
}

#[test]
fn one_conflict_is_counted_as_one() {
    let workshop = Workshop::new();
    workshop.make();
    workshop.edit("notes.txt", "shop\nfirst\nmine\nthird\nfourth\nfifth\n");
    workshop.template(
        "notes.txt.j2",
        "{{ project.name }}\nfirst\ntheirs\nthird\nfourth\nfifth\n",
    );
    let run = workshop.update();
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("with 1 conflict left"),
        "{}",
        run.stderr
    );
}
