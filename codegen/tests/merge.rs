//! Three-way merges of templates: nothing is lost, and git's own merge is the judge.

#![allow(clippy::expect_used, reason = "a test may fail loudly")]

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use koo_codegen::scaffold::ProjectFile;
use koo_codegen::scaffold::merge::{Labels, Merged, is_unresolved, merge, merge_unrelated};
use koo_codegen::scaffold::update::{Action, Before, Step, plan, unresolved};
use proptest::prelude::*;

fn labels() -> Labels {
    Labels {
        yours: "yours".to_owned(),
        base: "template 1".to_owned(),
        template: "template 2".to_owned(),
    }
}

/// What happens to a line of the base, and which lines are put before it.
#[derive(Debug, Clone)]
struct Edit {
    before: u8,
    keep: bool,
}

fn edits(length: usize) -> impl Strategy<Value = Vec<Edit>> {
    let edit = (
        prop_oneof![8 => Just(0_u8), 1 => 1..3_u8],
        prop_oneof![5 => Just(true), 1 => Just(false)],
    )
        .prop_map(|(before, keep)| Edit { before, keep });
    proptest::collection::vec(edit, length + 1)
}

/// A base of lines that differ, and two edits of it whose new lines differ from everything.
fn histories() -> impl Strategy<Value = (usize, Vec<Edit>, Vec<Edit>)> {
    (0..14_usize).prop_flat_map(|length| (Just(length), edits(length), edits(length)))
}

fn base(length: usize) -> Vec<String> {
    (0..length).map(|line| format!("base {line}\n")).collect()
}

fn edited(length: usize, edits: &[Edit], who: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for (line, edit) in edits.iter().enumerate() {
        lines.extend((0..edit.before).map(|count| format!("{who} {line}.{count}\n")));
        if line < length && edit.keep {
            lines.push(format!("base {line}\n"));
        }
    }
    lines
}

/// The lines in which two texts may differ, in an order that both agree to.
fn is_within(part: &[String], whole: &str) -> bool {
    let mut lines = whole.split_inclusive('\n');
    part.iter().all(|wanted| lines.any(|line| line == wanted))
}

proptest! {
    #[test]
    fn both_edits_are_there_or_a_conflict_is_shown((length, mine, theirs) in histories()) {
        let base = base(length);
        let (mine, theirs) = (edited(length, &mine, "mine"), edited(length, &theirs, "theirs"));
        let merged = merge(base.concat().as_bytes(), mine.concat().as_bytes(), theirs.concat().as_bytes(), &labels());
        match merged {
            Merged::Clean(merged) => {
                let merged = String::from_utf8(merged).expect("text");
                for line in merged.split_inclusive('\n').map(str::to_owned) {
                    // A line of the base is there only if nobody deleted it.
                    let kept = mine.contains(&line) && theirs.contains(&line);
                    prop_assert!(kept || !base.contains(&line), "came back: {line}");
                }
                let new = |line: &&String| !base.contains(line) || mine.contains(line) && theirs.contains(line);
                for side in [&mine, &theirs] {
                    let wanted: Vec<_> = side.iter().filter(new).cloned().collect();
                    prop_assert!(is_within(&wanted, &merged), "lost: {wanted:?} in {merged}");
                }
            }
            Merged::Conflict(conflict) => {
                prop_assert!(is_unresolved(&conflict));
                let conflict = String::from_utf8(conflict).expect("text");
                for line in mine.iter().chain(&theirs).filter(|line| !base.contains(line)) {
                    prop_assert!(conflict.contains(line.as_str()), "lost: {line}");
                }
            }
            Merged::Binary => prop_assert!(false, "text is no binary file"),
        }
    }

    #[test]
    fn nothing_of_unrelated_files_is_lost(mine in "[ab\n]{0,30}", theirs in "[bc\n]{0,30}") {
        let merged = match merge_unrelated(mine.as_bytes(), theirs.as_bytes(), &labels()) {
            Merged::Clean(merged) | Merged::Conflict(merged) => merged,
            Merged::Binary => Vec::new(),
        };
        let merged: Vec<&[u8]> = merged.split(|byte| *byte == b'\n').collect();
        for line in mine.split('\n').chain(theirs.split('\n')).filter(|line| !line.is_empty()) {
            prop_assert!(merged.contains(&line.as_bytes()), "lost: {line}");
        }
    }

    #[test]
    fn any_bytes_are_merged_without_a_panic(
        base in proptest::collection::vec(0..6_u8, 0..24),
        mine in proptest::collection::vec(0..6_u8, 0..24),
        theirs in proptest::collection::vec(0..6_u8, 0..24),
    ) {
        let text = |bytes: Vec<u8>| -> Vec<u8> {
            bytes.iter().filter_map(|byte| b"ab\n\r<\xff".get(usize::from(*byte))).copied().collect()
        };
        let (base, mine, theirs) = (text(base), text(mine), text(theirs));
        merge(&base, &mine, &theirs, &labels());
        merge_unrelated(&mine, &theirs, &labels());
    }

    #[test]
    fn a_second_update_has_nothing_to_do((length, mine, theirs) in histories(), deleted: bool) {
        let (mine, theirs) = (edited(length, &mine, "mine").concat(), edited(length, &theirs, "theirs").concat());
        let file = |path: &str, contents: &str| ProjectFile {
            path: path.to_owned(),
            contents: contents.as_bytes().to_vec(),
        };
        let newer = [file("edited", &theirs), file("new", &theirs), file("same", &mine)];
        let old = Some(base(length).concat().into_bytes());
        let mut before = Before {
            base: ["edited", "gone", "same"].into_iter().map(|path| (path.to_owned(), old.clone())).collect(),
            project: BTreeMap::from([
                ("gone".to_owned(), mine.clone().into_bytes()),
                ("same".to_owned(), mine.clone().into_bytes()),
            ]),
        };
        if !deleted {
            before.project.insert("edited".to_owned(), mine.clone().into_bytes());
        }
        let steps = plan(&before, &newer, &labels());
        for Step { path, after, .. } in steps {
            match after {
                Some(after) => before.project.insert(path, after),
                None => before.project.remove(&path),
            };
        }
        before.base = newer.iter().map(|file| (file.path.clone(), Some(file.contents.clone()))).collect();
        prop_assert_eq!(before.project.contains_key("edited"), !deleted);
        let again = plan(&before, &newer, &labels());
        // What is in conflict is not touched again: the update is refused until somebody chose.
        let open = unresolved(&before).len();
        prop_assert!(open > 0 || again.is_empty(), "{again:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn git_merges_the_same((length, mine, theirs) in histories()) {
        let (mine, theirs) = (edited(length, &mine, "mine").concat(), edited(length, &theirs, "theirs").concat());
        let base = base(length).concat();
        let ours = merge(base.as_bytes(), mine.as_bytes(), theirs.as_bytes(), &labels());
        if let Some((clean, text)) = git(&base, &mine, &theirs) {
            let (merged, is_clean) = match ours {
                Merged::Clean(merged) => (merged, true),
                Merged::Conflict(conflict) => (conflict, false),
                Merged::Binary => (Vec::new(), false),
            };
            prop_assert_eq!(is_clean, clean, "git: {}\nkoo: {}", text, String::from_utf8_lossy(&merged));
            prop_assert_eq!(String::from_utf8_lossy(&merged), text);
        }
    }
}

/// What git makes of it, and whether without a conflict; nothing where there is no git.
fn git(base: &str, mine: &str, theirs: &str) -> Option<(bool, String)> {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, contents) in [("base", base), ("mine", mine), ("theirs", theirs)] {
        fs::write(folder.path().join(name), contents).expect("a file");
    }
    let output = Command::new("git")
        .args([
            "merge-file",
            "-p",
            "--diff3",
            "-L",
            "yours",
            "-L",
            "template 1",
            "-L",
            "template 2",
            "mine",
            "base",
            "theirs",
        ])
        .current_dir(folder.path())
        .output();
    let Ok(output) = output else {
        assert!(
            std::env::var_os("KOO_REQUIRE_ORACLES").is_none(),
            "git is missing"
        );
        return None;
    };
    let text = String::from_utf8(output.stdout).expect("text");
    Some((output.status.success(), text))
}

#[test]
fn line_ends_of_an_editor_survive() {
    let merged = merge(
        b"a\nb\nc\nd\n",
        b"a\r\nB\r\nc\r\nd\r\n",
        b"a\nb\nc\nd\ne\n",
        &labels(),
    );
    assert_eq!(merged, Merged::Clean(b"a\r\nB\r\nc\r\nd\r\ne\r\n".to_vec()));
    let conflict = merge(b"a\n", b"b\r\n", b"c\n", &labels());
    let shown =
        b"<<<<<<< yours\r\nb\r\n||||||| template 1\r\na\r\n=======\r\nc\r\n>>>>>>> template 2\r\n";
    assert_eq!(conflict, Merged::Conflict(shown.to_vec()));
}

#[test]
fn a_missing_last_newline_is_an_edit_like_any_other() {
    let merged = merge(b"a\nb\nc\n", b"A\nb\nc\n", b"a\nb\nc", &labels());
    assert_eq!(merged, Merged::Clean(b"A\nb\nc".to_vec()));
}

#[test]
fn text_that_looks_like_a_marker_is_no_marker() {
    let shown = b"<<<<<<< ours\nx\n=======\ny\n>>>>>>> theirs\n";
    let with = |line: &str| [shown.as_slice(), line.as_bytes()].concat();
    let Merged::Conflict(conflict) = merge(&with("1\n"), &with("2\n"), &with("3\n"), &labels())
    else {
        unreachable!("both changed the last line");
    };
    assert!(conflict.starts_with(&with("<<<<<<<< yours\n2\n")));
}

fn step(
    base: Option<&[u8]>,
    yours: Option<&[u8]>,
    template: Option<&[u8]>,
) -> Option<(String, Action, Option<Vec<u8>>)> {
    let path = || "file".to_owned();
    let before = Before {
        base: base
            .map(|base| (path(), Some(base.to_vec())))
            .into_iter()
            .collect(),
        project: yours
            .map(|yours| (path(), yours.to_vec()))
            .into_iter()
            .collect(),
    };
    let newer: Vec<_> = template
        .map(|template| ProjectFile {
            path: path(),
            contents: template.to_vec(),
        })
        .into_iter()
        .collect();
    let mut steps = plan(&before, &newer, &labels());
    assert!(steps.len() < 2);
    steps.pop().map(|step| (step.path, step.action, step.after))
}

#[test]
fn every_case_has_its_step() {
    let file =
        |action, after: Option<&[u8]>| Some(("file".to_owned(), action, after.map(<[u8]>::to_vec)));
    let (a, b, c) = (
        Some(b"a\n".as_slice()),
        Some(b"b\n".as_slice()),
        Some(b"c\n".as_slice()),
    );
    assert_eq!(step(a, a, a), None);
    assert_eq!(
        step(a, b, a),
        None,
        "an edit of a file the template did not change"
    );
    assert_eq!(step(a, b, b), None, "the same edit on both sides");
    assert_eq!(step(a, a, b), file(Action::Update, b));
    assert_eq!(step(a, None, a), None);
    assert_eq!(step(a, None, b), file(Action::StaysDeleted, None));
    assert_eq!(step(a, a, None), file(Action::Remove, None));
    assert_eq!(step(a, b, None), file(Action::StaysEdited, b));
    assert_eq!(step(a, None, None), None);
    assert_eq!(step(None, None, a), file(Action::Create, a));
    assert_eq!(step(None, a, a), None);
    assert_eq!(
        step(a, b, c).map(|(_, action, _)| action),
        Some(Action::Conflict)
    );
    assert_eq!(
        step(None, a, b).map(|(_, action, _)| action),
        Some(Action::Conflict)
    );
    let merged = step(
        Some(b"1\n2\n3\n"),
        Some(b"one\n2\n3\n"),
        Some(b"1\n2\nthree\n"),
    );
    assert_eq!(merged, file(Action::Merge, Some(b"one\n2\nthree\n")));
    let aside = step(Some(b"\0a"), Some(b"\0b"), Some(b"\0c"));
    assert_eq!(
        aside,
        Some((
            "file.koo-new".to_owned(),
            Action::Aside,
            Some(b"\0c".to_vec())
        ))
    );
}
