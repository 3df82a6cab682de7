//! Small changes of a spec change little of what is emitted, and moving definitions about changes nothing.
//!
//! Emitted in the order of names: families, interfaces, types, codes, schemes, secrets, pages, sites. Emitted as
//! written, because the order is the vendor's: the parameters of one table, listed values, carried values, lists.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests may fail loudly"
)]

mod support;

use koo_codegen::File;
use support::{catalogue, diff, emit, emit_one, emit_text, names, spec, specs};

/// The difference between two outputs: the changed lines, with `+` or `-`.
fn changed_lines(before: &[File], after: &[File]) -> Vec<String> {
    let paths = |files: &[File]| {
        files
            .iter()
            .map(|file| file.path.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(paths(before), paths(after));
    let mut lines = Vec::new();
    for (before, after) in before.iter().zip(after) {
        let diff = diff(&before.path, &before.contents, &after.contents);
        let is_change = |line: &&str| {
            line.starts_with(['+', '-']) && !line.starts_with("+++") && !line.starts_with("---")
        };
        lines.extend(diff.lines().filter(is_change).map(str::to_owned));
    }
    lines
}

/// A spec as blocks of one nesting depth: a line with that indentation, and what is indented deeper below it.
fn blocks(lines: &[&str], indent: usize) -> Vec<Vec<String>> {
    let mut blocks: Vec<Vec<String>> = Vec::new();
    for line in lines {
        let depth = line.len() - line.trim_start().len();
        match blocks.last_mut() {
            Some(block) if depth > indent || line.trim().is_empty() => {
                block.push((*line).to_owned());
            }
            _ => blocks.push(vec![(*line).to_owned()]),
        }
    }
    blocks
}

/// The spec with its top-level keys, and the definitions of the sections in which order means nothing, reversed.
fn reversed(text: &str) -> String {
    let sections = [
        "pages:",
        "types:",
        "codes:",
        "schemes:",
        "secrets:",
        "interfaces:",
        "errata:",
    ];
    let mut top = blocks(&text.lines().collect::<Vec<_>>(), 0);
    for block in &mut top {
        let Some((first, rest)) = block.split_first() else {
            continue;
        };
        if sections.contains(&first.as_str()) {
            let rest: Vec<_> = rest.iter().map(String::as_str).collect();
            let mut definitions = blocks(&rest, 2);
            definitions.reverse();
            *block = std::iter::once(first.clone())
                .chain(definitions.concat())
                .collect();
        }
    }
    top.reverse();
    top.concat().join("\n") + "\n"
}

#[test]
fn the_same_spec_gives_the_same_bytes() {
    for name in names() {
        assert_eq!(emit_one(&name), emit_one(&name), "{name}");
    }
}

#[test]
fn the_order_of_definitions_means_nothing() {
    for name in names() {
        let specs = specs(&name).into_iter();
        let turned = specs.map(|(path, text)| {
            let turned = reversed(&text);
            assert_ne!(text, turned, "{path}");
            (path, turned)
        });
        assert_eq!(
            changed_lines(&emit_one(&name), &emit(&catalogue(turned))),
            Vec::<String>::new(),
            "{name}"
        );
    }
}

#[test]
fn the_order_of_parameters_is_the_order_of_fields() {
    let text = spec("limits");
    let lines: Vec<_> = text.lines().collect();
    let at = |name: &str| {
        lines
            .iter()
            .position(|line| line.trim_start().starts_with(name))
            .unwrap()
    };
    let mut swapped = lines.clone();
    swapped.swap(at("one:"), at("endless:"));
    assert!(!changed_lines(&emit_text(&text), &emit_text(&swapped.join("\n"))).is_empty());
}

#[test]
fn a_changed_limit_changes_four_lines() {
    let before = spec("limits");
    let after = before.replacen("max_length: 64", "max_length: 65", 1);
    let lines = changed_lines(&emit_text(&before), &emit_text(&after));
    assert!(!lines.is_empty() && lines.len() <= 4, "{lines:#?}");
}

#[test]
fn a_new_optional_parameter_only_adds_lines() {
    let before = spec("limits");
    let new = "      shift:";
    let after = before.replacen(
        new,
        &format!("      added: {{type: string, required: false, doc: New., page: orders}}\n{new}"),
        1,
    );
    let lines = changed_lines(&emit_text(&before), &emit_text(&after));
    assert!(
        !lines.is_empty() && lines.iter().all(|line| line.starts_with('+')),
        "{lines:#?}"
    );
}

#[test]
fn a_changed_description_changes_only_documentation() {
    let before = spec("limits");
    let after = before.replacen("doc: How many.", "doc: The number of pieces.", 1);
    let lines = changed_lines(&emit_text(&before), &emit_text(&after));
    let is_doc = |line: &String| {
        line.trim_start_matches(['+', '-'])
            .trim_start()
            .starts_with("///")
    };
    assert!(
        !lines.is_empty() && lines.len() <= 4 && lines.iter().all(is_doc),
        "{lines:#?}"
    );
}

#[test]
fn a_second_guide_leaves_the_code_of_common_files_alone() {
    let files = specs("shared_files");
    let first = files
        .clone()
        .into_iter()
        .filter(|(path, _)| !path.ends_with("second.yaml"));
    let (one, both) = (emit(&catalogue(first)), emit(&catalogue(files)));
    let common = |files: &[File]| -> Vec<File> {
        let common = |file: &&File| file.path.starts_with("src/common/");
        files.iter().filter(common).cloned().collect()
    };
    let lines = changed_lines(&common(&one), &common(&both));
    let is_site_or_condition =
        |line: &String| line.contains("/// Sites: ") || line.contains("#[cfg(");
    assert!(
        !lines.is_empty() && lines.iter().all(is_site_or_condition),
        "{lines:#?}"
    );
}

#[test]
fn a_new_interface_leaves_the_files_of_others_alone() {
    let before = spec("selection");
    let new = "  aNewOne:\n    title: {en: New, zh: 新}\n    direction: platform-to-merchant\n    method: POST\n    url: /new\n    scheme: none\n    page: orders\n";
    let after = format!("{before}{new}");
    let (before, after) = (emit_text(&before), emit_text(&after));
    let file = |path: &str| before.iter().find(|file| file.path == path);
    for after in after
        .iter()
        .filter(|file| file.path.contains("/by_") || file.path.ends_with("types.rs"))
    {
        assert_eq!(file(&after.path).unwrap(), after);
    }
}
