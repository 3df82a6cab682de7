//! What koo asks in a terminal, answered on a real one.

#![cfg(unix)]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

#[path = "support/terminal.rs"]
mod terminal;

use std::fs;
use std::path::Path;
use std::process::Stdio;

use tempfile::TempDir;
use terminal::{BACKSPACE, CTRL_C, DOWN, ENTER, ESCAPE, Terminal, UP, koo, script};

/// The questions of `koo new shop`, in their order, for a guide that the kit can stand beside.
const QUESTIONS: [&str; 7] = [
    "Which guide?",
    "Which site?",
    "Which store",
    "Serve the interfaces of the kit too",
    "Whose continuous integration runs?",
    "In which language do people read?",
    "Where do the bindings come from?",
];

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn new(folder: &Path, arguments: &[&str], rows: u16, columns: u16) -> Terminal {
    let command = koo().current_dir(folder).arg("new").args(arguments);
    Terminal::start(command, rows, columns)
}

/// What was chosen, as the project records it.
fn record(folder: &Path, project: &str) -> String {
    let path = folder.join(project).join(".koo/scaffold/record.toml");
    fs::read_to_string(path).expect("a record")
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).expect("a folder").next().is_none()
}

#[test]
fn enter_takes_the_usual() {
    let folder = folder();
    let mut terminal = new(folder.path(), &[], 50, 100);
    terminal.answers("What is the project called?", "shop\r");
    for question in QUESTIONS {
        terminal.answers(question, ENTER);
    }
    terminal.answers("Write shop?", ENTER);
    let ended = terminal.ends();
    assert_eq!(ended.code, Some(0), "{:#?}", ended.rows);
    let record = record(folder.path(), "shop");
    for chosen in [
        "family = \"saas-v2\"",
        "site = \"mainland\"",
        "store = \"redb\"",
        "kit = false",
        "ci = \"github\"",
        "language = \"en\"",
        "bindings = \"project\"",
    ] {
        assert!(record.contains(chosen), "{chosen}: {record}");
    }
    // An answered question is one short line, and what was chosen is shown once.
    assert_eq!(ended.count("Which guide? saas-v2"), 1, "{:#?}", ended.rows);
    assert_eq!(ended.count("dependencies"), 1, "{:#?}", ended.rows);
    assert_eq!(ended.count("files written to shop"), 1);
    assert_eq!(ended.count("to move, enter to select"), 0);
}

#[test]
fn answers_are_chosen_by_arrows_and_by_typing() {
    let folder = folder();
    let mut terminal = new(folder.path(), &["chosen"], 50, 100);
    // What is typed leaves the one guide whose title has the word.
    terminal.answers(QUESTIONS[0], "自服务");
    terminal.hides("saas-v2:").shows("> saas-v1:").types(ENTER);
    terminal.answers(QUESTIONS[1], &[DOWN, DOWN, UP, ENTER].concat());
    terminal.answers(QUESTIONS[2], &[DOWN, ENTER].concat());
    // The kit is not published on that site.
    terminal.answers(QUESTIONS[4], &[UP, ENTER].concat());
    terminal.answers(QUESTIONS[5], "中文\r");
    terminal.answers(QUESTIONS[6], "crate\r");
    terminal.answers("Write chosen?", "y\r");
    let ended = terminal.ends();
    assert_eq!(ended.code, Some(0), "{:#?}", ended.rows);
    let record = record(folder.path(), "chosen");
    for chosen in [
        "family = \"saas-v1\"",
        "site = \"intl\"",
        "store = \"postgres\"",
        "ci = \"none\"",
        "language = \"zh\"",
        "bindings = \"crate\"",
    ] {
        assert!(record.contains(chosen), "{chosen}: {record}");
    }
    let readme = fs::read_to_string(folder.path().join("chosen/README.md")).expect("a README");
    assert!(readme.contains("云商店"), "{readme}");
}

#[test]
fn a_name_that_cannot_be_is_asked_for_again() {
    let folder = folder();
    fs::create_dir(folder.path().join("taken")).expect("a folder");
    fs::write(folder.path().join("taken/file"), "").expect("a file");
    let mut terminal = new(folder.path(), &[], 30, 100);
    terminal.answers("What is the project called?", "2x\r");
    terminal.answers("it must begin with a letter", &BACKSPACE.repeat(2));
    terminal.types("taken\r");
    terminal.answers(
        "taken is there already and not empty; choose another name",
        &BACKSPACE.repeat(5),
    );
    terminal.types("free\r").shows(QUESTIONS[0]);
    let rows = terminal.rows();
    assert!(!rows.iter().any(|row| row.contains("taken")), "{rows:#?}");
    terminal.types(ESCAPE);
    assert_eq!(terminal.ends().code, Some(2));
    assert!(!folder.path().join("free").exists());
}

#[test]
fn a_folder_that_is_taken_is_told_before_anything_is_asked() {
    let folder = folder();
    fs::create_dir(folder.path().join("shop")).expect("a folder");
    fs::write(folder.path().join("shop/file"), "").expect("a file");
    let ended = new(folder.path(), &["shop"], 30, 100).ends();
    assert_eq!(ended.code, Some(2));
    assert_eq!(ended.count("shop is there already"), 1, "{:#?}", ended.rows);
    assert_eq!(ended.count("?"), 0, "{:#?}", ended.rows);
}

#[test]
fn who_leaves_finds_nothing_written_and_the_terminal_as_it_was() {
    for (keys, code, told) in [
        (CTRL_C, 130, "error: interrupted; nothing was done"),
        (
            ESCAPE,
            2,
            "error: nothing was done: a question was not answered",
        ),
    ] {
        // At the first question, in a list, and at the last.
        for answered in [0, 1, 2, 8] {
            let folder = folder();
            let script = script(
                "stty -a > before; mkdir new; cd new; \"$KOO\" new; echo \"ended with $?\"; cd ..; stty -a > after",
            );
            let mut terminal = Terminal::start(script.current_dir(folder.path()), 50, 100);
            terminal.shows("What is the project called?");
            let questions = ["What is the project called?"]
                .into_iter()
                .chain(QUESTIONS)
                .chain(["Write shop?"]);
            for (at, question) in questions.enumerate() {
                if at == answered {
                    terminal.answers(question, keys);
                    break;
                }
                terminal.answers(question, if at == 0 { "shop\r" } else { ENTER });
            }
            let ended = terminal.ends();
            let rows = &ended.rows;
            assert_eq!(ended.count(told), 1, "{rows:#?}");
            // The shell goes on below what was drawn.
            let last = rows.last().map(String::as_str);
            assert_eq!(
                last,
                Some(format!("ended with {code}").as_str()),
                "{rows:#?}"
            );
            let state = |name| fs::read_to_string(folder.path().join(name)).expect("a state");
            assert_eq!(state("before"), state("after"));
            assert!(is_empty(&folder.path().join("new")));
        }
    }
}

#[test]
fn no_writes_nothing() {
    let folder = folder();
    let flags = ["shop", "--family", "saas-v1", "--site", "mainland", "--kit"];
    let more = ["--store", "memory", "--ci", "none", "--language", "zh"];
    let rest = ["--bindings", "crate"];
    let flags = [flags.as_slice(), &more, &rest].concat();
    let mut terminal = new(folder.path(), &flags, 30, 100);
    // Nothing is asked that was said.
    terminal.shows("Write shop?");
    let rows = terminal.rows();
    for question in QUESTIONS {
        assert!(!rows.iter().any(|row| row.contains(question)), "{rows:#?}");
    }
    terminal.types("n\r");
    let ended = terminal.ends();
    assert_eq!(ended.code, Some(2), "{:#?}", ended.rows);
    assert_eq!(ended.count("nothing was written"), 1, "{:#?}", ended.rows);
    assert!(is_empty(folder.path()));
}

#[test]
fn yes_asks_nothing() {
    let folder = folder();
    let ended = new(folder.path(), &["shop", "--yes"], 30, 100).ends();
    assert_eq!(ended.code, Some(0), "{:#?}", ended.rows);
    assert_eq!(ended.count("?"), 0, "{:#?}", ended.rows);
    assert_eq!(
        ended.count("site          mainland"),
        1,
        "{:#?}",
        ended.rows
    );
}

#[test]
fn a_site_leaves_the_guides_it_publishes() {
    let folder = folder();
    let mut terminal = new(folder.path(), &["shop", "--site", "intl"], 30, 100);
    terminal.shows(QUESTIONS[0]).shows("saas-v2:");
    let rows = terminal.rows();
    // One is published elsewhere, the other calls no merchant there.
    for other in ["license-v2:", "open-api:"] {
        assert!(!rows.iter().any(|row| row.contains(other)), "{rows:#?}");
    }
    terminal.types(CTRL_C);
    assert_eq!(terminal.ends().code, Some(130));
    // Where there is one only, it is not asked for.
    let mut terminal = new(folder.path(), &["shop", "--site", "eu"], 30, 100);
    terminal.shows(QUESTIONS[2]).types(CTRL_C);
    assert_eq!(terminal.ends().count(QUESTIONS[0]), 0);
    // Both said, and they do not fit: no question comes first.
    for (family, told) in [
        ("saas-v1", "is not published on the site `eu`"),
        ("open-api", "has no interface for merchants to serve"),
    ] {
        let arguments = ["shop", "--site", "eu", "--family", family];
        let ended = new(folder.path(), &arguments, 30, 120).ends();
        assert_eq!(ended.code, Some(2));
        assert_eq!(ended.count(told), 1, "{:#?}", ended.rows);
        assert_eq!(ended.count("?"), 0, "{:#?}", ended.rows);
    }
}

#[test]
fn a_narrow_terminal_breaks_lines_between_words() {
    for (rows, columns) in [(24, 40), (12, 40), (24, 80), (50, 200)] {
        let folder = folder();
        let mut terminal = new(folder.path(), &[], rows, columns);
        terminal.answers("What is the project called?", "shop\r");
        terminal.shows("> saas-v2:").shows("type to");
        let shown = terminal.rows();
        // The rows of the first guide: behind the cursor, then indented.
        let first = shown.iter().position(|row| row.starts_with("> saas-v2:"));
        let first = first.unwrap_or_else(|| panic!("no cursor: {shown:#?}"));
        let below = shown.iter().skip(first + 1);
        let wrapped = below.take_while(|row| row.starts_with("  ") && !row.contains(": "));
        let parts: Vec<&str> = shown[first..=first]
            .iter()
            .chain(wrapped)
            .map(|row| row.trim())
            .collect();
        let english = parts.join(" ");
        assert!(
            english.contains("SaaS Access Guide V2.0 (New Products)"),
            "{columns}: {shown:#?}"
        );
        // Chinese has no words: it may be broken anywhere, and is there to the last letter.
        let chinese = parts.concat().replace(' ', "");
        assert!(
            chinese.contains("SaaS类商品接入指南V2.0(新商品上架)"),
            "{columns}: {shown:#?}"
        );
        // Through the whole list and around: what scrolls leaves nothing behind.
        for _ in 0..8 {
            terminal.types(DOWN);
        }
        terminal.types(UP).types(UP).types("saas-v1");
        terminal.shows("? Which guide? saas-v1").hides("license-");
        terminal.shows("> saas-v1:").shows("to move");
        let shown = terminal.rows();
        let count = |text: &str| shown.iter().filter(|row| row.contains(text)).count();
        assert_eq!(count("Which guide?"), 1, "{shown:#?}");
        assert_eq!(count("What is the project called? shop"), 1, "{shown:#?}");
        assert_eq!(count("to move"), 1, "{shown:#?}");
        terminal.types(ESCAPE);
        assert_eq!(terminal.ends().code, Some(2));
    }
}

#[test]
fn colour_can_be_refused() {
    let folder = folder();
    let colored = |command: pty_process::blocking::Command| {
        let command = command.current_dir(folder.path()).args(["new", "shop"]);
        let mut terminal = Terminal::start(command, 30, 100);
        terminal.shows("type to filter");
        let has_style = terminal.has_style();
        terminal.types(CTRL_C);
        assert_eq!(terminal.ends().code, Some(130));
        has_style
    };
    assert!(colored(koo()), "a terminal has colour");
    assert!(!colored(koo().env("NO_COLOR", "1")));
    assert!(!colored(koo().args(["--color", "never"])));
    assert!(
        colored(koo().env("NO_COLOR", "")),
        "an empty value says nothing"
    );
}

#[test]
fn without_a_terminal_the_flags_are_named() {
    let folder = folder();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_koo"))
        .current_dir(folder.path())
        .arg("new")
        .stdin(Stdio::null())
        .output()
        .expect("koo runs");
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8_lossy(&output.stderr);
    for word in [
        "koo new NAME",
        "--family",
        "--site",
        "--store",
        "--kit",
        "--ci",
        "--language",
        "--bindings",
    ] {
        assert!(told.contains(word), "{word}: {told}");
    }
    assert!(is_empty(folder.path()));
}

#[test]
fn a_secret_is_asked_for_and_never_shown() {
    let folder = folder();
    fs::write(folder.path().join("body.json"), "{}").expect("a body");
    let sign = "\"$KOO\" sign --interface saas-v2/newInstance --url http://127.0.0.1:1/saas body.json > signed; echo \"ended with $?\"; stty -a > after";
    let script = |text: &str| script(&format!("stty -a > before; {text}"));
    let state = |name| fs::read_to_string(folder.path().join(name)).expect("a file");
    let mut terminal = Terminal::start(script(sign).current_dir(folder.path()), 30, 100);
    terminal.answers("access_key:", "k3y-0f-the-tests");
    terminal.types(ENTER);
    let ended = terminal.ends();
    assert_eq!(ended.count("ended with 0"), 1, "{:#?}", ended.rows);
    assert!(!ended.bytes.contains("k3y"), "{:#?}", ended.rows);
    assert!(state("signed").contains("signature"));
    assert_eq!(state("before"), state("after"));

    let mut terminal = Terminal::start(script(sign).current_dir(folder.path()), 30, 100);
    terminal.answers("access_key:", CTRL_C);
    let ended = terminal.ends();
    assert_eq!(ended.count("ended with 130"), 1, "{:#?}", ended.rows);
    assert_eq!(
        state("before"),
        state("after"),
        "the terminal still shows what is typed"
    );
}
