//! `koo list` and `koo show`: what they say, how wide, in which form.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may panic"
)]

#[macro_use]
mod support;

use std::collections::BTreeMap;

use serde_json::Value;
use support::{Run, koo};

const SPEC: [&str; 2] = ["--spec", "tests/specs/bazaar"];

/// Runs the command on the bazaar, as in a terminal of some width or, without one, in a pipe.
fn bazaar(arguments: &[&str], width: Option<usize>) -> Run {
    let mut command = koo();
    command.args(arguments).args(SPEC);
    if let Some(width) = width {
        command.env("COLUMNS", width.to_string());
    }
    command.output().expect("koo runs").into()
}

fn json(arguments: &[&str]) -> Value {
    let run = bazaar(&[arguments, &["--format", "json"]].concat(), None);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{arguments:?}");
    serde_json::from_str(&run.stdout).expect("one JSON document")
}

#[test]
fn lists() {
    for what in ["families", "interfaces", "codes", "schemes", "types"] {
        let list = bazaar(&["list", what], None);
        assert_eq!((list.code, list.stderr.as_str()), (0, ""), "{what}");
        assert_transcript!(format!("list-{what}"), list.stdout);
        let rows = list.stdout.lines().count() - 1;
        let document = json(&["list", what]);
        assert_eq!(document["koo"], 1);
        assert_eq!(
            document[what].as_array().map(Vec::len),
            Some(rows),
            "{what}"
        );
    }
    assert_eq!(
        bazaar(&["list"], None).stdout,
        bazaar(&["list", "families"], None).stdout
    );
}

#[test]
fn lists_are_filtered() {
    let ids = |arguments: &[&str]| -> Vec<String> {
        let list = json(&[&["list", "interfaces"], arguments].concat());
        let rows = list["interfaces"].as_array().expect("a list");
        let id = |row: &Value| row["id"].as_str().expect("text").to_owned();
        rows.iter().map(id).collect()
    };
    assert_eq!(ids(&["--family", "stall"]), ["placeOrder", "askPrice"]);
    assert_eq!(ids(&["--site", "south"]), ["placeOrder"]);
    assert_eq!(
        ids(&["--direction", "merchant-to-platform"]),
        Vec::<String>::new()
    );
    let misplaced = bazaar(&["list", "codes", "--direction", "third-party"], None);
    assert_eq!((misplaced.code, misplaced.stdout.as_str()), (2, ""));
}

#[test]
fn pages_in_every_form() {
    for (name, id) in [
        ("family", "stall"),
        ("interface", "stall/placeOrder"),
        ("parameter", "stall/placeOrder.orderId"),
        ("member", "stall/placeOrder.wares.colour"),
        ("code", "stall/codes/1"),
        ("scheme", "stall/schemes/query-hmac"),
        ("object", "stall/types/Ware"),
        ("enumeration", "stall/types/Colour"),
    ] {
        let human = bazaar(&["show", id], Some(80));
        assert_eq!((human.code, human.stderr.as_str()), (0, ""), "{id}");
        assert_transcript!(format!("show-{name}"), human.stdout);
        let markdown = bazaar(&["show", id, "--format", "markdown"], None);
        assert_transcript!(format!("show-{name}-markdown"), markdown.stdout);
        assert_eq!(json(&["show", id])["koo"], 1);
    }
}

/// Where columns would have room for a letter or two, ids could not be read, let alone be copied.
#[test]
fn on_a_narrow_terminal_a_table_becomes_lines() {
    let narrow = bazaar(&["list", "interfaces"], Some(30));
    assert_transcript!("list-interfaces-narrow", narrow.stdout);
    for width in [1, 20, 40, 60, 80, 100] {
        let list = bazaar(&["list", "interfaces"], Some(width));
        assert_eq!(list.code, 0, "{width}");
        let is_whole = list.stdout.contains("placeOrder");
        assert!(is_whole || width < 30, "{width}: {}", list.stdout);
    }
    let unknown = bazaar(&["list"], Some(0));
    assert_eq!(unknown.stdout, bazaar(&["list"], None).stdout);
}

/// The built-in contract uses more of the language than any fixture.
#[test]
fn an_interface_of_each_built_in_guide_is_shown() {
    let list = ["list", "interfaces", "--format", "json"];
    let list = koo().args(list).output().expect("koo runs");
    let list: Value = serde_json::from_slice(&list.stdout).expect("one JSON document");
    let rows = list["interfaces"].as_array().expect("a list");
    let word = |row: &Value, key: &str| row[key].as_str().expect("text").to_owned();
    let guides: BTreeMap<_, _> = rows
        .iter()
        .map(|row| (word(row, "family"), word(row, "id")))
        .collect();
    assert!(guides.len() > 5);
    for (family, id) in guides {
        let id = format!("{family}/{id}");
        let shown: Run = koo().args(["show", &id]).output().expect("koo runs").into();
        assert_eq!((shown.code, shown.stderr.as_str()), (0, ""), "{id}");
        assert!(shown.stdout.starts_with(&id), "{id}");
    }
}

#[test]
fn what_is_shown_is_what_is_exported() {
    let export = bazaar(&["export", "catalog"], None);
    let export: Value = serde_json::from_str(&export.stdout).expect("one JSON document");
    let family = &export["families"][0];
    assert_eq!(&json(&["show", "stall"])["family"], family);
    assert_eq!(
        &json(&["show", "stall/placeOrder"])["interface"],
        &family["interfaces"][0]
    );
    assert_eq!(
        &json(&["show", "stall/codes/0"])["code"],
        &family["result_codes"][0]
    );
    assert_eq!(
        &json(&["show", "stall/schemes/query-hmac"])["scheme"],
        &family["schemes"][0]
    );
}

#[test]
fn sides_and_sites() {
    let of = |arguments: &[&str]| -> Vec<(String, String)> {
        let shown = json(&[&["show", "stall/placeOrder"], arguments].concat());
        let rows = shown["interface"]["parameters"].as_array().expect("a list");
        let word = |row: &Value, key: &str| row[key].as_str().expect("text").to_owned();
        rows.iter()
            .map(|row| (word(row, "of"), word(row, "path")))
            .collect()
    };
    let request = of(&["--side", "request"]);
    assert!(
        request.iter().all(|(side, _)| side == "request"),
        "{request:?}"
    );
    let reply = of(&["--side", "reply"]);
    assert!(
        reply.iter().all(|(side, _)| side == "response"),
        "{reply:?}"
    );
    assert_eq!(request.len() + reply.len(), of(&[]).len());
    let has_voucher = |rows: &[(String, String)]| rows.iter().any(|(_, path)| path == "voucher");
    assert!(has_voucher(&request) && !has_voucher(&of(&["--site", "north"])));
    let limit = |site| {
        let shown = json(&["show", "stall/placeOrder.orderId", "--site", site]);
        shown["parameters"][0]["max_length"].clone()
    };
    assert_eq!((limit("north"), limit("south")), (64.into(), 32.into()));
    assert_eq!(bazaar(&["show", "stall", "--side", "reply"], None).code, 2);
    assert_eq!(
        bazaar(&["show", "stall/askPrice", "--site", "south"], None).code,
        2
    );
}

#[test]
fn misspelled_ids_get_a_suggestion() {
    let mut transcript = Vec::new();
    for arguments in [
        ["show", "stal"].as_slice(),
        &["show", "stall/plaecOrder"],
        &["show", "plaecOrdr"],
        &["show", "stall/placeOrder.ordrId"],
        &["show", "stall/code/1"],
        &["show", "stall/codes/7"],
        &["show", "stall/types/Color"],
        &["show", "stall/schemes/query-hmca"],
        &["show", "stall", "--site", "nroth"],
        &["list", "--family", "stalls"],
    ] {
        let wrong = bazaar(arguments, None);
        assert_eq!(
            (wrong.code, wrong.stdout.as_str()),
            (2, ""),
            "{arguments:?}"
        );
        transcript.push(format!("koo {}\n{}", arguments.join(" "), wrong.stderr));
    }
    assert_transcript!("show-misspelled", transcript.concat());
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for width in [40, 60, 80, 120] {
        for arguments in [["list", "interfaces"], ["show", "stall/placeOrder"]] {
            let run = bazaar(&arguments, Some(width));
            for line in run.stdout.lines() {
                // Characters of Chinese text take two columns.
                let columns: usize = line
                    .chars()
                    .map(|letter| if letter >= '\u{1100}' { 2 } else { 1 })
                    .sum();
                assert!(columns <= width, "{width}: {line:?}");
            }
        }
    }
}

#[test]
fn colour_is_for_terminals_or_on_demand() {
    let coloured = |arguments: &[&str]| {
        bazaar(&[&["show", "stall"], arguments].concat(), None)
            .stdout
            .contains('\u{1b}')
    };
    assert!(!coloured(&[]));
    assert!(coloured(&["--color", "always"]));
    assert!(!coloured(&["--color", "always", "--format", "json"]));
    assert!(!coloured(&["--color", "always", "--format", "markdown"]));
}

#[test]
fn errors_of_the_catalogue_are_problems() {
    for arguments in [["list", "codes"], ["show", "shop"]] {
        let run: Run = koo()
            .args(arguments)
            .args(["--spec", "tests/specs/broken"])
            .output()
            .expect("koo runs")
            .into();
        assert_eq!(run.code, 1);
        assert!(run.stdout.contains("error[KG0003]"), "{}", run.stdout);
    }
}
