//! Every rule explains itself with a wrong and a right example, and the examples hold.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may panic"
)]

mod support;

use koo_spec::diagnostic::{Diagnostic, Rule};
use koo_spec::load::load;
use koo_spec::report;
use support::files_of_example;

/// Rules whose explanation has no examples, and why.
const WITHOUT_EXAMPLES: &[(Rule, &str)] = &[(
    Rule::UnreadableFile,
    "it is about files that cannot be read, which an example cannot be",
)];

/// The fenced block of an explanation with this mark, such as `wrong`.
fn block<'a>(rule: Rule, mark: &str) -> Option<&'a str> {
    let (_, rest) = rule
        .explanation()
        .split_once(&format!("```yaml {mark}\n"))?;
    let (block, _) = rest.split_once("```\n")?;
    Some(block)
}

fn rules_with_examples() -> impl Iterator<Item = Rule> {
    Rule::ALL
        .iter()
        .copied()
        .filter(|rule| WITHOUT_EXAMPLES.iter().all(|(without, _)| without != rule))
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<&str> {
    diagnostics
        .iter()
        .map(|diagnostic| diagnostic.rule.code())
        .collect()
}

#[test]
fn every_rule_has_two_examples() {
    for rule in rules_with_examples() {
        let marks: Vec<_> = rule
            .explanation()
            .lines()
            .filter(|line| line.starts_with("```") && line.len() > 3)
            .collect();
        assert_eq!(
            marks,
            ["```yaml wrong", "```yaml right"],
            "{}: one wrong and one right block",
            rule.code()
        );
    }
    for (rule, reason) in WITHOUT_EXAMPLES {
        assert!(
            !rule.explanation().contains("```"),
            "{} has examples although {reason}",
            rule.code()
        );
    }
}

#[test]
fn every_rule_says_more_than_its_summary() {
    for rule in Rule::ALL {
        let prose = rule
            .explanation()
            .split("```")
            .next()
            .unwrap_or_default()
            .trim();
        assert!(
            prose.contains("\n\n") || prose.len() > 160,
            "{}: what it finds, and why it matters",
            rule.code()
        );
        assert!(prose.ends_with('.'), "{}: whole sentences", rule.code());
        for line in rule.explanation().lines() {
            let indented = line.starts_with(' ');
            assert!(
                indented || line.chars().count() <= 120,
                "{}: a line is too long: {line}",
                rule.code()
            );
        }
    }
}

#[test]
fn wrong_examples_are_reported() {
    for rule in rules_with_examples() {
        let loaded = load(files_of_example(
            block(rule, "wrong").expect("a wrong example"),
        ));
        let codes = codes(&loaded.diagnostics);
        assert!(
            codes.contains(&rule.code()),
            "{}: the wrong example gives {codes:?}",
            rule.code()
        );
    }
}

#[test]
fn right_examples_have_no_problem_at_all() {
    for rule in rules_with_examples() {
        let loaded = load(files_of_example(
            block(rule, "right").expect("a right example"),
        ));
        let shown = report::human(&loaded.diagnostics, &loaded.sources, false);
        assert!(
            loaded.diagnostics.is_empty(),
            "{}: the right example gives\n{shown}",
            rule.code()
        );
    }
}

/// What koo says about each wrong example, for everybody who changes the words of a message.
#[test]
fn wrong_examples_read_well() {
    for rule in rules_with_examples() {
        let loaded = load(files_of_example(
            block(rule, "wrong").expect("a wrong example"),
        ));
        let shown = report::human(&loaded.diagnostics, &loaded.sources, false);
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "snapshots/rules" }, {
            insta::assert_snapshot!(rule.code(), shown);
        });
    }
}
