//! What koo says about broken specs: snapshots of whole reports, and the facts reports must keep to.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may panic"
)]

mod support;

use std::path::Path;

use koo_spec::load::{Input, Loaded, load};
use koo_spec::report;
use serde_json::Value;
use support::files_of_spec;

fn load_spec(name: &str) -> Loaded {
    load(files_of_spec(&Path::new("tests/specs").join(name)))
}

fn load_text(text: &str) -> Loaded {
    load(vec![Input::new("shop.yaml", text)])
}

fn human(loaded: &Loaded) -> String {
    report::human(&loaded.diagnostics, &loaded.sources, false)
}

/// `CODE file:line:column` of every diagnostic, in order.
fn places(loaded: &Loaded) -> Vec<String> {
    let place = |diagnostic: &koo_spec::diagnostic::Diagnostic| {
        format!(
            "{} {}",
            diagnostic.rule.code(),
            loaded.sources.locate(diagnostic.span())
        )
    };
    loaded.diagnostics.iter().map(place).collect()
}

#[test]
fn reports() {
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "snapshots/specs" }, {
        insta::glob!("specs/*", |path| {
            insta::assert_snapshot!("report", human(&load(files_of_spec(path))));
        });
    });
}

#[test]
fn machine_readable_reports() {
    let loaded = load_spec("cjk-before-the-column.yaml");
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "snapshots/formats" }, {
        insta::assert_json_snapshot!("json", report::json(&loaded.diagnostics, &loaded.sources));
        insta::assert_snapshot!("github", report::github(&loaded.diagnostics, &loaded.sources));
        insta::assert_json_snapshot!("sarif", without_explanations(report::sarif(&loaded.diagnostics, &loaded.sources, "1.2.3")));
    });
}

/// A SARIF log whose rules leave the long texts out.
fn without_explanations(mut log: Value) -> Value {
    for rule in log["runs"][0]["tool"]["driver"]["rules"]
        .as_array_mut()
        .expect("rules")
    {
        rule["help"]["text"] = "(the explanation)".into();
    }
    log
}

#[test]
fn sarif_is_well_formed() {
    let loaded = load_spec("several-files");
    assert!(loaded.diagnostics.len() > 5);
    let log = report::sarif(&loaded.diagnostics, &loaded.sources, "1.2.3");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), loaded.diagnostics.len());
    for (result, diagnostic) in results.iter().zip(&loaded.diagnostics) {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index"))
            .expect("a small index");
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert_eq!(result["ruleId"], diagnostic.rule.code());
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().expect("a level")));
        assert_eq!(
            result["locations"].as_array().map(Vec::len),
            Some(1),
            "one primary place"
        );
        let related = result["relatedLocations"]
            .as_array()
            .expect("related places");
        assert_eq!(related.len() + 1, diagnostic.labels.len());
        for location in result["locations"]
            .as_array()
            .expect("places")
            .iter()
            .chain(related)
        {
            let place = &location["physicalLocation"];
            assert!(
                place["artifactLocation"]["uri"]
                    .as_str()
                    .is_some_and(|uri| uri.contains(".yaml"))
            );
            let number = |key: &str| place["region"][key].as_u64().expect("a position");
            assert!(number("startLine") >= 1 && number("startColumn") >= 1);
            let start = (number("startLine"), number("startColumn"));
            assert!((number("endLine"), number("endColumn")) >= start);
        }
    }
    let ids: Vec<_> = rules
        .iter()
        .map(|rule| rule["id"].as_str().expect("an id"))
        .collect();
    let mut sorted = ids.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(ids, sorted, "each rule once, in order");
}

#[test]
fn json_counts_what_it_lists() {
    let loaded = load_spec("everything-at-once.yaml");
    let json = report::json(&loaded.diagnostics, &loaded.sources);
    let listed = json["diagnostics"].as_array().expect("a list");
    let of = |severity: &str| {
        listed
            .iter()
            .filter(|diagnostic| diagnostic["severity"] == severity)
            .count()
    };
    assert_eq!(json["koo"], 1);
    assert_eq!(json["errors"], of("error"));
    assert_eq!(json["warnings"], of("warning"));
    assert_eq!(listed.len(), loaded.diagnostics.len());
    assert!(listed.iter().all(
        |diagnostic| matches!(&diagnostic["labels"], Value::Array(labels) if !labels.is_empty())
    ));
}

/// GitHub reads one command per line and cuts properties at `,` and `::`.
#[test]
fn github_commands_stay_on_one_line() {
    let text = "family: shop\n\"a:b,c%\": 1\n";
    let loaded = load(vec![Input::new("odd, name: 100%.yaml", text)]);
    let commands = report::github(&loaded.diagnostics, &loaded.sources);
    assert_eq!(commands.lines().count(), loaded.diagnostics.len());
    assert!(
        commands
            .lines()
            .all(|line| line.starts_with("::error file=odd%2C name%3A 100%25.yaml,line=")),
        "{commands}"
    );
}

#[test]
fn problems_are_ordered_by_place() {
    let loaded = load_spec("everything-at-once.yaml");
    let order: Vec<_> = loaded
        .diagnostics
        .iter()
        .map(|diagnostic| diagnostic.span().start)
        .collect();
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn columns_count_characters() {
    let loaded = load_text("family: shop\ntitle: {zh: 商店市场, en: 店, jp: 店}\n");
    assert!(
        places(&loaded).contains(&"KG0003 shop.yaml:2:26".to_owned()),
        "{:?}",
        places(&loaded)
    );
}

const BROKEN: &str = "family: shop\ntitle: {en: Shop, zh: 商店}\nstatus: 当前, curent\ndoc: How.\nsites: [home]\npages:\n  orders: {titel: Orders, site: home}\n";

#[test]
fn line_ends_change_no_position() {
    let crlf = BROKEN.replace('\n', "\r\n");
    let (unix, windows) = (load_text(BROKEN), load_text(&crlf));
    assert_eq!(places(&unix), places(&windows));
    assert!(
        places(&unix).contains(&"KG0003 shop.yaml:7:12".to_owned()),
        "{:?}",
        places(&unix)
    );
    assert_eq!(human(&unix), human(&windows).replace('\r', ""));
}

#[test]
fn a_byte_order_mark_changes_no_position() {
    let with_mark = load_text(&format!("\u{feff}{BROKEN}"));
    assert_eq!(places(&load_text(BROKEN)), places(&with_mark));
    let first_line = load_text("\u{feff}famly: shop\n");
    assert_eq!(places(&first_line), ["KG0004 shop.yaml:1:1"]);
    assert!(!human(&first_line).contains('\u{feff}'));
}

#[test]
fn a_tab_counts_as_one_character() {
    let loaded = load_text("family: shop\ntitle:\t{en: Shop,\tjp: 店}\n");
    assert!(
        places(&loaded).contains(&"KG0003 shop.yaml:2:19".to_owned()),
        "{:?}",
        places(&loaded)
    );
}

#[test]
fn lines_far_below_are_shown_with_their_numbers() {
    let blank = "# nothing\n".repeat(3_000);
    let loaded = load_text(&format!("family: shop\n{blank}family: again\n"));
    let shown = human(&loaded);
    assert!(shown.contains("3002 | family: again"), "{shown}");
    assert!(shown.contains("1 | family: shop"), "{shown}");
    assert!(shown.lines().count() < 80, "an excerpt, not the file");
}
