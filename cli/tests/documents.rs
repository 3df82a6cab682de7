//! What the documents show is what the command does: options exist, outputs are as printed, and both languages agree.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests may fail loudly"
)]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use support::{Run, koo};

/// The documents that name commands.
const DOCUMENTS: &[&str] = &[
    "README.md",
    "README.zh-CN.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "docs/configuration.md",
    "docs/output.md",
    "tests/benchmarks/README.md",
    ".pre-commit-hooks.yaml",
    "tests/examples/follow-pages.sh",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The fenced blocks of a language, without the fences.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line
            .strip_prefix("```")
            .is_some_and(|found| found == language)
        {
            let block = lines.by_ref().take_while(|line| *line != "```");
            blocks.push(block.fold(String::new(), |block, line| block + line + "\n"));
        } else if line.starts_with("```") {
            let _ = lines.by_ref().find(|line| *line == "```");
        }
    }
    blocks
}

/// Command lines of `koo` in a text, each from its name to where the code ends.
fn command_lines(text: &str) -> Vec<&str> {
    let is_name = |at: usize| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|letter| " `\n$|(".contains(letter))
    };
    text.match_indices("koo ")
        .filter(|(at, _)| is_name(*at))
        .filter_map(|(at, _)| text.get(at..))
        .map(|rest| {
            let end = rest.find(['`', '\n', '|', '>', '#', ';']);
            rest.get(..end.unwrap_or(rest.len())).unwrap_or(rest)
        })
        .collect()
}

fn help(words: &[&str]) -> Run {
    koo().args(words).arg("--help").output().unwrap().into()
}

#[test]
fn every_command_and_option_that_is_named_exists() {
    let commands = help(&[]).stdout;
    let mut seen = BTreeSet::new();
    for document in DOCUMENTS {
        let text = read(document);
        for line in command_lines(&text) {
            let words: Vec<_> = line.split_whitespace().skip(1).collect();
            let Some(name) = words.iter().find(|word| !word.starts_with('-')) else {
                continue;
            };
            // Prose goes on behind the name of the program, too.
            let is_word = name
                .chars()
                .all(|letter| letter.is_ascii_lowercase() || letter == '-');
            let is_listed = commands
                .lines()
                .any(|line| line.trim_start().split(' ').next() == Some(name));
            let is_code = line.contains(" -") || text.contains(&format!("`{line}`"));
            if !is_word || !is_listed {
                assert!(
                    !is_code || !is_word,
                    "{document}: there is no `koo {name}` ({line})"
                );
                continue;
            }
            // What stands below the command, such as `docs fetch`, if it stands there.
            let below = words.iter().skip_while(|word| *word != name).nth(1);
            let below = below.filter(|word| {
                let run = help(&[name, word]);
                run.code == 0 && run.stdout.contains(&format!("koo {name} {word}"))
            });
            let mut path = vec![*name];
            path.extend(below);
            let help = help(&path);
            assert_eq!(help.code, 0, "{document}: {line}");
            for option in words.iter().filter(|word| word.starts_with("--")) {
                let option = option.trim_end_matches(['.', ',', ')', ':', '。', '，', '；']);
                let option = option.split('=').next().unwrap_or(option);
                let is_there = help
                    .stdout
                    .split([' ', ',', '\n'])
                    .any(|word| word == option);
                assert!(
                    is_there || option == "--",
                    "{document}: `koo {}` has no {option} ({line})",
                    path.join(" ")
                );
            }
            seen.insert(path.join(" "));
        }
    }
    assert!(seen.len() > 15, "{seen:?}");
}

/// The outputs that a document shows, by the command that gives them.
fn shown(document: &str, command: &str) -> String {
    let blocks = blocks(&read(document), "console");
    let start = format!("$ koo {command}");
    let block = blocks.iter().find(|block| block.starts_with(&start));
    let block = block.unwrap_or_else(|| panic!("{document} does not show `{start}`"));
    block.split_once('\n').unwrap().1.to_owned()
}

/// Runs the command in a folder with the files that the documents are about.
fn run(arguments: &[&str], files: &[(&str, &str)]) -> Run {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let mut command = koo();
    let output = command
        .current_dir(folder.path())
        .env("KOO_ACCESS_KEY", "demo-access-key")
        .args(arguments)
        .output();
    output.unwrap().into()
}

#[test]
fn outputs_are_as_printed() {
    let spec = include_str!("documents/shop.yaml");
    let payload = include_str!("documents/purchase.json");
    for document in ["README.md", "README.zh-CN.md"] {
        let check = run(&["check", "shop.yaml"], &[("shop.yaml", spec)]);
        let printed = check.stdout + "\n" + &check.stderr;
        assert_eq!(
            printed.replace("\n\n\n", "\n\n"),
            shown(document, "check shop.yaml"),
            "{document}"
        );

        let interface = ["--interface", "saas-v2/newInstance"];
        let files = [("payloads/purchase.json", payload)];
        let arguments = [
            "validate",
            interface[0],
            interface[1],
            "payloads/purchase.json",
        ];
        let validate = run(&arguments, &files);
        let expected = shown(
            document,
            "validate --interface saas-v2/newInstance payloads/*.json",
        );
        assert_eq!(
            validate.stdout.trim_end(),
            expected.trim_end(),
            "{document}"
        );

        // The body was written anew after signing, as by a framework.
        let url = [
            "--url",
            "http://shop.example/saas",
            "--example",
            "--format",
            "http",
        ];
        let signed = run(&[&["sign"], &interface[..], &url].concat(), &[]);
        let (head, body) = signed.stdout.split_once("\r\n\r\n").unwrap();
        let spaced = body.replace(',', ", ").replace("\":", "\": ");
        let lines = head
            .lines()
            .filter(|line| !line.starts_with("Content-Length"));
        let captured = lines.collect::<Vec<_>>().join("\r\n") + "\r\n\r\n" + &spaced;
        let files = [("captured.http", captured.as_str())];
        let verify = run(
            &[&["verify"], &interface[..], &["captured.http"]].concat(),
            &files,
        );
        let expected = shown(
            document,
            "verify --interface saas-v2/newInstance captured.http",
        );
        let mut rest = verify.stdout.as_str();
        for line in expected.lines().filter(|line| line.trim() != "…") {
            // Nonce, time and digest are other ones each time.
            let stable = line
                .split_inclusive('›')
                .next_back()
                .filter(|_| line.contains('›'));
            let line = stable.map_or(line, |drawn| line.trim_end_matches(drawn));
            let at = rest
                .find(line)
                .unwrap_or_else(|| panic!("{document}: {line}\n{}", verify.stdout));
            rest = rest.get(at + line.len()..).unwrap();
        }
    }
}

#[test]
fn settings_are_read_as_shown() {
    for block in blocks(&read("docs/configuration.md"), "toml") {
        let catalogue = root().join("spec/catalog").canonicalize().unwrap();
        let settings = block.replace("spec/catalog", &catalogue.display().to_string());
        let list = run(&["list"], &[("koo.toml", &settings)]);
        assert_eq!((list.code, list.stderr.as_str()), (0, ""), "{block}");
    }
}

#[test]
fn examples_that_are_named_exist() {
    for document in DOCUMENTS {
        let text = read(document);
        for (at, _) in text.match_indices("--example ") {
            let rest = text.get(at + "--example ".len()..).unwrap();
            let name: String = rest
                .chars()
                .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_')
                .collect();
            let file = format!("tests/examples/{name}.rs");
            assert!(
                name.is_empty() || root().join(&file).is_file(),
                "{document}: {file}"
            );
        }
        // Links to files.
        for (at, _) in text.match_indices("](") {
            let target = text
                .get(at + 2..)
                .and_then(|rest| rest.split(')').next())
                .unwrap();
            let target = target.split('#').next().unwrap();
            let is_file = !target.is_empty() && !target.contains("://");
            let folder = root().join(document);
            let path = folder.parent().unwrap().join(target);
            assert!(!is_file || path.exists(), "{document}: {target}");
        }
    }
}

#[test]
fn both_languages_show_the_same_commands() {
    let of = |document: &str, language: &str| -> Vec<String> {
        let blocks = blocks(&read(document), language);
        let lines = blocks.iter().flat_map(|block| block.lines());
        let code = lines.map(|line| line.split("  #").next().unwrap_or(line));
        code.map(|line| line.trim_end().to_owned()).collect()
    };
    for language in ["sh", "console", "yaml"] {
        let english = of("README.md", language);
        assert!(english.len() > 5, "{language}");
        assert_eq!(english, of("README.zh-CN.md", language), "{language}");
    }
}

/// The names of members, without what is below them.
fn names(value: &Value) -> BTreeSet<&str> {
    let members = value.as_object().unwrap();
    members.keys().map(String::as_str).collect()
}

#[test]
fn machine_output_has_the_members_that_are_documented() {
    let text = read("docs/output.md");
    let blocks = blocks(&text, "json");
    let documents = blocks
        .iter()
        .filter_map(|block| serde_json::from_str::<Value>(block).ok());
    let documents: Vec<Value> = documents.collect();
    let payload = include_str!("documents/purchase.json");
    let files = [("purchase.json", payload)];
    let interface = ["--interface", "saas-v2/newInstance", "--format", "json"];
    let validate = run(
        &[&["validate"], &interface[..], &["purchase.json"]].concat(),
        &files,
    );
    let found: Value = serde_json::from_str(&validate.stdout).unwrap();
    let documented = documents
        .iter()
        .find(|document| document.get("findings").is_some());
    let documented = documented.unwrap();
    assert_eq!(names(&found), names(documented));
    assert_eq!(
        names(&found["findings"][0]),
        names(&documented["findings"][0])
    );

    // Documents that are told in a line: `{"koo", "calls": …}`.
    let url = ["--url", "http://shop.example/saas", "purchase.json"];
    let signed = run(&[&["sign"], &interface[..], &url].concat(), &files);
    let list = [
        "docs", "fetch", "--list", "--format", "json", "--family", "saas-v2",
    ];
    let catalogue = root().join("spec/catalog").canonicalize().unwrap();
    let catalogue = catalogue.display().to_string();
    let diff = ["diff", &catalogue, &catalogue, "--format", "json"];
    for (run, line) in [
        (
            signed,
            r#"{"koo", "method", "url", "headers": [[name, value], …], "body"}"#,
        ),
        (
            run(&list, &[]),
            r#"{"koo", "pages": [{"page", "site", "url"}]}"#,
        ),
        (
            run(&diff, &[]),
            r#"{"koo", "old", "new", "parties", "complete", "summary", "semver", "changes", "accepted", "stale"}"#,
        ),
    ] {
        assert!(text.contains(line), "{line}");
        let document: Value = serde_json::from_str(&run.stdout).unwrap();
        for name in names(&document) {
            assert!(
                line.contains(&format!("\"{name}\"")),
                "{name} is not in {line}"
            );
        }
        assert_eq!(document["koo"], 1);
    }
}
