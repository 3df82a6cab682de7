//! `koo explain`: one rule, all rules, unknown rules.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may panic"
)]

#[macro_use]
mod support;

use support::run;

#[test]
fn a_rule_by_code_or_name_in_any_letter_case() {
    let by_code = run(&["explain", "KG0007"]);
    assert_transcript!("explain-KG0007", by_code.transcript());
    for spelling in ["kg0007", "duplicate-key", "Duplicate-Key"] {
        assert_eq!(
            run(&["explain", spelling]).stdout,
            by_code.stdout,
            "{spelling}"
        );
    }
}

#[test]
fn the_list_has_a_line_for_each_rule() {
    let list = run(&["explain"]);
    assert_eq!((list.code, list.stderr.as_str()), (0, ""));
    assert!(list.stdout.lines().count() > 40);
    for line in list.stdout.lines() {
        let columns: Vec<_> = line
            .split("  ")
            .map(str::trim)
            .filter(|column| !column.is_empty())
            .collect();
        assert_eq!(columns.len(), 4, "{line}");
        assert_eq!(run(&["explain", columns[0]]).code, 0, "{line}");
    }
}

#[test]
fn unknown_rules_get_a_suggestion() {
    let slip = run(&["explain", "duplicat-key"]);
    assert_eq!((slip.code, slip.stdout.as_str()), (2, ""));
    assert_eq!(
        slip.stderr,
        "error: there is no rule `duplicat-key`; did you mean `duplicate-key`? `koo explain` lists all rules\n"
    );
    let nothing = run(&["explain", "xyz"]);
    assert_eq!(nothing.code, 2);
    assert_eq!(
        nothing.stderr,
        "error: there is no rule `xyz`; `koo explain` lists all rules\n"
    );
}
