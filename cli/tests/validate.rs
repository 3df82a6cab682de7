//! `koo validate`: payloads, captures and packages, in every format and with every exit code.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may panic"
)]

#[macro_use]
mod support;

use quick_xml::events::Event;
use serde_json::{Value, json};
use support::{Run, koo, run};

const FORMATS: [&str; 7] = [
    "human", "json", "ndjson", "sarif", "junit", "github", "gitlab",
];

/// Validates with the contract of these tests.
fn validate(arguments: &[&str]) -> Run {
    run(&[&["validate", "--spec", "tests/specs/payloads"], arguments].concat())
}

fn piped(arguments: &[&str], input: impl Into<Vec<u8>>) -> Run {
    let arguments = [&["validate", "--spec", "tests/specs/payloads"], arguments].concat();
    let output = koo().args(arguments).write_stdin(input).output();
    output.expect("koo runs").into()
}

/// What a run with `--format json` found: line, column, pointer, rule.
fn found(run: &Run) -> Vec<(u64, u64, String, String)> {
    let report: Value = serde_json::from_str(&run.stdout).expect("one JSON document");
    let findings = report["findings"].as_array().expect("findings");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let number = |value: &Value| value.as_u64().expect("a number");
    findings
        .iter()
        .map(|finding| {
            let (line, column) = (number(&finding["line"]), number(&finding["column"]));
            (
                line,
                column,
                text(&finding["pointer"]),
                text(&finding["rule"]),
            )
        })
        .collect()
}

fn is(line: u64, column: u64, pointer: &str, rule: &str) -> (u64, u64, String, String) {
    (line, column, pointer.to_owned(), rule.to_owned())
}

#[test]
fn every_violation_of_a_payload_with_its_place() {
    let broken = ["--interface", "shop/place", "tests/payloads/broken.json"];
    assert_transcript!("validate-broken", validate(&broken).transcript());
    for format in ["github", "gitlab", "junit", "ndjson"] {
        let run = validate(&[&broken[..], &["--format", format]].concat());
        assert_transcript!(format!("validate-broken-{format}"), run.transcript());
    }
}

#[test]
fn a_payload_without_fault_passes_in_every_format() {
    for format in FORMATS {
        let clean = validate(&["tests/payloads/clean.json", "--format", format]);
        assert_eq!(clean.code, 0, "{format}");
        assert_eq!(
            clean.stderr, "no problems in 1 payload, 1 file\n",
            "{format}"
        );
    }
    let quiet = validate(&["tests/payloads/clean.json", "--quiet"]);
    assert_eq!(
        (quiet.code, quiet.stdout.as_str(), quiet.stderr.as_str()),
        (0, "", "")
    );
}

#[test]
fn nothing_shows_what_a_payload_holds() {
    let secrets = ["horse", "cheap", "never", "号码", "12345"];
    for format in FORMATS {
        let arguments = [
            "--interface",
            "shop/place",
            "tests/payloads/broken.json",
            "--format",
            format,
        ];
        let run = validate(&arguments);
        assert_eq!(run.code, 1, "{format}");
        for secret in secrets {
            assert!(
                !run.stdout.contains(secret) && !run.stderr.contains(secret),
                "{format}: {secret}"
            );
        }
    }
}

/// A payload comes from others: what it calls its members must not command the terminal of who reads the report.
#[test]
fn no_report_passes_on_what_a_terminal_obeys() {
    let payload = "{\"\\u001b[2J\": 1, \"\\u202eelcatsbo\": 2}";
    for format in FORMATS {
        let arguments = ["--interface", "shop/place", "-", "--input", "json"];
        let arguments = [&arguments[..], &["--color", "always", "--format", format]].concat();
        let run = piped(&arguments, payload);
        assert_eq!(run.code, 1, "{format}");
        let passed_on = run.stdout.contains("\u{1b}[2J");
        assert!(!passed_on, "{format}: {}", run.stdout);
        // JSON is for programs, which get the name as it is.
        if matches!(format, "human" | "github" | "junit") {
            assert!(!run.stdout.contains('\u{202e}'), "{format}: {}", run.stdout);
        }
    }
    let missing = validate(&["no\u{1b}[31mfile.json", "--color", "always"]);
    assert_eq!(missing.code, 2);
    let named = missing
        .stderr
        .contains("cannot read no\\u{1b}[31mfile.json");
    assert!(named, "{}", missing.stderr);
}

#[test]
fn sarif_has_what_scanners_ask_for() {
    let run = validate(&[
        "--interface",
        "shop/place",
        "tests/payloads/broken.json",
        "--format",
        "sarif",
    ]);
    let log: Value = serde_json::from_str(&run.stdout).expect("one JSON document");
    assert_eq!(log["version"], "2.1.0");
    let driver = &log["runs"][0]["tool"]["driver"];
    assert_eq!(driver["name"], "koo");
    let rules = driver["rules"].as_array().expect("rules");
    let results = log["runs"][0]["results"].as_array().expect("results");
    assert!(results.len() > 10, "{results:#?}");
    for result in results {
        let index =
            usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small");
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(rules[index]["shortDescription"]["text"].is_string());
        assert!(["error", "warning"].contains(&result["level"].as_str().expect("a level")));
        assert!(
            result["message"]["text"]
                .as_str()
                .is_some_and(|text| !text.is_empty())
        );
        let physical = &result["locations"][0]["physicalLocation"];
        assert_eq!(
            physical["artifactLocation"]["uri"],
            "tests/payloads/broken.json"
        );
        for member in ["startLine", "startColumn", "endLine", "endColumn"] {
            assert!(
                physical["region"][member]
                    .as_u64()
                    .is_some_and(|number| number > 0)
            );
        }
    }
    let long = results
        .iter()
        .find(|result| result["ruleId"] == "max_length" && result["properties"]["pointer"] == "/id")
        .expect("the id is too long");
    assert_eq!(
        long["properties"]["limit"],
        json!({ "count": 8, "unit": "characters" })
    );
    assert_eq!(
        long["properties"]["pages"],
        json!(["orders", "orders_south"])
    );
}

#[test]
fn junit_is_xml_with_as_many_failures_as_it_says() {
    let files = ["tests/payloads/broken.json", "tests/payloads/clean.json"];
    let run = validate(
        &[
            &["--interface", "shop/place", "--format", "junit"],
            &files[..],
        ]
        .concat(),
    );
    let mut reader = quick_xml::Reader::from_str(&run.stdout);
    let (mut suites, mut failures, mut said) = (0, 0, String::new());
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(element) => match element.name().as_ref() {
                "testsuites" => {
                    let failures = element.try_get_attribute("failures").expect("attributes");
                    said = failures.expect("failures").value.into_owned();
                }
                "testsuite" => suites += 1,
                "failure" => failures += 1,
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!((suites, said), (2, failures.to_string()));
    assert!(failures > 5);
}

#[test]
fn lines_are_counted_through_marks_blank_lines_and_faults() {
    let run = validate(&["tests/payloads/mixed.ndjson", "--format", "json"]);
    let expected = [
        is(3, 24, "/id", "max_length"),
        is(4, 24, "", "syntax"),
        is(5, 1, "", "interface"),
        is(6, 28, "/note", "unknown"),
        is(7, 25, "", "syntax"),
    ];
    assert_eq!(found(&run), expected);
    assert_eq!(run.code, 1);
    assert_eq!(run.stderr, "4 errors, 1 warning in 7 payloads, 1 file\n");
}

#[test]
fn lines_without_a_payload_prove_nothing() {
    for input in ["", "\n", "\r\n \n"] {
        let run = piped(&["--lines", "--interface", "shop/place", "-"], input);
        assert_eq!(run.code, 1, "{input:?}");
        assert!(
            run.stdout.contains("nothing in this file"),
            "{}",
            run.stdout
        );
    }
}

#[test]
fn standard_input_is_json_lines_or_queries() {
    let long = r#"{"action":"place","id":"123456789"}"#;
    let json = piped(&["-", "--format", "json"], format!("\n{long}"));
    assert_eq!(found(&json), [is(2, 24, "/id", "max_length")]);
    assert!(json.stdout.contains("<stdin>"));
    let lines = piped(
        &["--lines", "-", "--format", "json"],
        format!("{long}\n{long}"),
    );
    assert_eq!(found(&lines).len(), 2);
    let query = piped(
        &["--interface", "shop/look", "-", "--format", "json"],
        "lang=english",
    );
    assert_eq!(found(&query), [is(1, 6, "/lang", "max_length")]);
}

#[test]
fn what_is_no_json_is_no_query_where_a_body_belongs() {
    for (side, text) in [
        ("request", "action=place&id=1"),
        ("request", r#""action": "place""#),
        ("request", "POST /shop HTTP/1.1\n\n{}"),
        ("reply", "id=1"),
    ] {
        let arguments = ["--interface", "shop/place", "--side", side, "-"];
        let run = piped(&[&arguments[..], &["--format", "json"]].concat(), text);
        assert_eq!(run.code, 1, "{text}: {}", run.stdout);
        let found = found(&run);
        assert!(
            found
                .iter()
                .any(|(line, .., rule)| (*line, rule.as_str()) == (1, "syntax")),
            "{text}: {found:?}"
        );
    }
    let query = ["--interface", "shop/place", "--input", "query", "-"];
    assert!(!piped(&query, "id=1").stdout.contains("syntax"));
}

#[test]
fn queries_are_decoded_and_shown_where_they_stand() {
    let run = validate(&[
        "--interface",
        "shop/look",
        "tests/payloads/queries.query",
        "--format",
        "json",
    ]);
    let expected = [
        is(2, 43, "/lang", "max_length"),
        is(2, 77, "/limit", "maximum"),
        is(2, 80, "/page", "unknown"),
    ];
    assert_eq!(found(&run), expected);
}

#[test]
fn calls_of_a_capture_find_their_interface_and_their_policy() {
    let run = validate(&["tests/payloads/capture.har"]);
    assert_transcript!("validate-capture", run.transcript());
    let strict = validate(&[
        "tests/payloads/capture.har",
        "--policy",
        "strict",
        "--format",
        "json",
    ]);
    let report: Value = serde_json::from_str(&strict.stdout).expect("one JSON document");
    assert_eq!(report["warnings"], 0);
    let other = validate(&["tests/payloads/clean.json", "--input", "har"]);
    assert!(other.code == 1 && other.stdout.contains("this is no HAR file"));
}

#[test]
fn policies_decide_what_is_an_error() {
    let count = |arguments: &[&str]| {
        let run = validate(
            &[
                &[
                    "--interface",
                    "shop/place",
                    "tests/payloads/broken.json",
                    "--format",
                    "json",
                ],
                arguments,
            ]
            .concat(),
        );
        let report: Value = serde_json::from_str(&run.stdout).expect("one JSON document");
        let number = |name: &str| report[name].as_u64().expect("a number");
        (run.code, number("errors"), number("warnings"))
    };
    let (code, errors, warnings) = count(&[]);
    assert_eq!(code, 1);
    assert_eq!(count(&["--deny-unknown"]), (1, errors + warnings, 0));
    assert_eq!(count(&["--policy", "strict"]), (1, errors, warnings));
    // Two members missing, and a price that is no number.
    assert_eq!(
        count(&["--policy", "observe"]),
        (1, 3, errors + warnings - 3)
    );
    // The platform sends it.
    assert_eq!(
        count(&["--policy", "direction"]),
        count(&["--policy", "observe"])
    );
    let long = r#"{"code":"000000","instance":"123456789"}"#;
    let reply = [
        "--interface",
        "shop/place",
        "--side",
        "reply",
        "-",
        "--policy",
    ];
    assert_eq!(piped(&[&reply[..], &["direction"]].concat(), long).code, 1);
    assert_eq!(piped(&[&reply[..], &["observe"]].concat(), long).code, 0);
}

#[test]
fn so_many_are_listed_and_all_are_counted() {
    let run = validate(&[
        "--interface",
        "shop/place",
        "tests/payloads/broken.json",
        "--max-errors",
        "2",
        "--format",
        "json",
    ]);
    let report: Value = serde_json::from_str(&run.stdout).expect("one JSON document");
    assert_eq!(report["findings"].as_array().map(Vec::len), Some(3));
    let total = report["errors"].as_u64().expect("a number")
        + report["warnings"].as_u64().expect("a number");
    assert_eq!(report["omitted"], total - 3);
    assert!(run.stderr.contains("not shown"));
    let none = validate(&[
        "--interface",
        "shop/place",
        "tests/payloads/broken.json",
        "--max-errors",
        "0",
    ]);
    assert_eq!((none.code, none.stdout.as_str()), (1, ""));
}

#[test]
fn a_site_has_its_own_limits_and_pages() {
    let payload = r#"{"action":"place","id":"12345"}"#;
    assert_eq!(piped(&["-"], payload).code, 0);
    assert_eq!(piped(&["-", "--site", "north"], payload).code, 0);
    let south = piped(&["-", "--site", "south"], payload);
    assert_eq!(south.code, 1);
    assert!(south.stdout.contains("at most 4 allowed") && south.stdout.contains("orders_south"));
}

#[test]
fn what_cannot_be_read_is_said_with_its_place() {
    let deep = "[".repeat(100_000);
    let cases: [(&str, &[u8], (u64, u64)); 7] = [
        ("there is nothing in this file", b"", (1, 1)),
        ("there is nothing in this file", b" \r\n ", (1, 1)),
        ("cut off", b"{\"action\":\"place\",\n \"id\": \"1", (2, 10)),
        (
            "no UTF-8",
            b"{\"action\":\"place\",\n \"id\": \"\xff\"}",
            (2, 9),
        ),
        ("this is UTF-16", b"\xff\xfe{\0}\0", (1, 1)),
        ("nested more than 128 deep", deep.as_bytes(), (1, 129)),
        ("more text after the end", b"{} {}", (1, 4)),
    ];
    for (words, input, (line, column)) in cases {
        let arguments = [
            "--input",
            "json",
            "--interface",
            "shop/place",
            "-",
            "--format",
            "json",
        ];
        let run = piped(&arguments, input);
        assert_eq!(run.code, 1, "{words}");
        assert!(run.stdout.contains(words), "{words}: {}", run.stdout);
        assert!(
            found(&run).contains(&is(line, column, "", "syntax")),
            "{words}: {}",
            run.stdout
        );
    }
}

#[test]
fn misspelled_names_are_wrong_usage_with_advice() {
    for (arguments, advice) in [
        (["--interface", "shop/plaec"], "did you mean `place`?"),
        (["--interface", "shpo/place"], "did you mean `shop`?"),
        (["--interface", "plaec"], "did you mean `place`?"),
        (
            ["--interface", "shop/look/failrue"],
            "did you mean `failure`?",
        ),
        (["--family", "shpo"], "did you mean `shop`?"),
        (["--site", "nroth"], "did you mean `north`?"),
    ] {
        let run = validate(&[&arguments[..], &["tests/payloads/clean.json"]].concat());
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(run.stderr.contains(advice), "{arguments:?}: {}", run.stderr);
    }
    assert_eq!(validate(&["tests/payloads/nowhere.json"]).code, 2);
    assert_eq!(validate(&[]).code, 2);
}

#[test]
fn tables_are_held_against_the_parameters_that_fill_them() {
    let files = [
        "sql",
        "tests/payloads/schema.sql",
        "--map",
        "tests/payloads/map.toml",
        "--spec",
        "tests/specs/payloads",
    ];
    let postgres = run(&[&["validate"], &files[..], &["--dialect", "postgres"]].concat());
    assert_transcript!("validate-sql", postgres.transcript());
    let sqlite = run(&[
        &["validate"],
        &files[..],
        &["--dialect", "sqlite", "--format", "json"],
    ]
    .concat());
    let report: Value = serde_json::from_str(&sqlite.stdout).expect("one JSON document");
    let findings = report["findings"].as_array().expect("findings");
    assert!(
        findings
            .iter()
            .all(|finding| finding["rule"] != "column_width"),
        "{findings:#?}"
    );
}

#[test]
fn entries_of_a_map_that_overlap_are_told_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        path.display().to_string()
    };
    let held = |schema: &str, entries: &str| {
        let (schema, map) = (write("schema.sql", schema), write("map.toml", entries));
        let options = ["--dialect", "mysql", "--spec", "tests/specs/payloads"];
        let files = [
            "validate", "sql", &schema, "--map", &map, "--format", "json",
        ];
        let run = run(&[&files[..], &options].concat());
        assert_eq!(run.code, 1, "{}", run.stderr);
        run
    };
    let schema = "CREATE TABLE orders (id VARCHAR(1));\n";
    let [exact, of_tables, of_columns] = [
        "\"orders.id\" = \"shop/place.id\"\n",
        "\"*.id\" = \"shop/place.id\"\n",
        "\"orders.*\" = \"shop/place.*\"\n",
    ];
    let once = found(&held(schema, exact));
    assert_eq!(once, [is(1, 22, "", "column_width")]);
    let thrice = [exact, of_tables, of_columns].concat();
    assert_eq!(found(&held(schema, &thrice)), once);

    let none = held("CREATE TABLE orders (name VARCHAR(1));\n", of_tables);
    assert!(
        none.stdout.contains("the schema has no column `id`"),
        "{}",
        none.stdout
    );
    let no_table = held("", of_tables);
    assert!(
        !no_table.stdout.contains("table `*`"),
        "{}",
        no_table.stdout
    );
}

#[test]
fn packages_are_held_against_their_limits() {
    let arguments = [
        "validate",
        "package",
        "tests/payloads/package",
        "--spec",
        "tests/specs/payloads",
    ];
    assert_transcript!("validate-package", run(&arguments).transcript());
    let unknown = run(&[&arguments[..], &["--artifact", "bundel"]].concat());
    assert!(unknown.code == 2 && unknown.stderr.contains("did you mean `bundle`?"));
}
