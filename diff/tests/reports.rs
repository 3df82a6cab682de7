//! Reports, accepted changes and the change log.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may panic"
)]

mod support;

use koo_diff::Comparison;
use koo_diff::accepted::Accepted;
use koo_diff::changelog::{Heading, changelog};
use koo_diff::party::{Party, Severity};
use koo_diff::report::{self, FailOn, Report};
use koo_diff::verdict::Verdict;
use quick_xml::events::Event;
use support::{BASE, changes, replaced, replaced_in};

/// A few changes, with texts that mean something to every format.
fn comparison() -> Comparison {
    let new = replaced(
        "orderId: {type: string, required: true, max_length: 64",
        "orderId: {type: string, required: true, max_length: 128",
    );
    let new = replaced_in(
        &new,
        "max_length: 255, doc: Outcome in words.",
        "max_length: 100, doc: 'A <b>bold</b> & `raw` | [text](x) \"quoted\" *text*'",
    );
    let new = replaced_in(
        &new,
        "colour: {type: Colour, required: false",
        "colour: {type: Colour, required: true",
    );
    let new = replaced_in(
        &new,
        "        count: {type: integer, required: true, doc: How many., page: orders}\n",
        "",
    );
    let new = replaced_in(&new, "within: 5s", "within: 3s");
    changes(BASE, &new)
}

fn report<'a>(comparison: &'a Comparison, parties: &[Party], accepted: &Accepted) -> Report<'a> {
    let names = ("old".to_owned(), "new <&>".to_owned());
    let verdict = Verdict::of(comparison, Some("0.1.0"));
    Report::new(names, comparison, parties, accepted, verdict)
}

#[test]
fn every_format() {
    let comparison = comparison();
    let report = report(&comparison, &Party::MERCHANT, &Accepted::default());
    insta::assert_snapshot!("human", report::human(&report, false));
    insta::assert_snapshot!("markdown", report::markdown(&report));
    insta::assert_snapshot!("github", report::github(&report));
    insta::assert_snapshot!(
        "json",
        serde_json::to_string_pretty(&report::json(&report)).unwrap()
    );
    insta::assert_snapshot!("html", report::html(&report).unwrap());
    insta::assert_snapshot!(
        "summary",
        format!("{}\n{}", report.summary(), report.version())
    );
    assert!(report::human(&report, true).contains("\u{1b}["));
}

/// An XML parser that did not write the page: tags match, and texts come back as they went in.
#[test]
fn the_page_is_well_formed() {
    let comparison = comparison();
    let report = report(&comparison, &Party::MERCHANT, &Accepted::default());
    let page = report::html(&report).unwrap();
    let mut reader = quick_xml::Reader::from_str(&page);
    reader.config_mut().check_end_names = true;
    let (mut depth, mut sections, mut text) = (0, 0, String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                depth += 1;
                sections += usize::from(start.name().as_ref() == "section");
                for attribute in start.attributes() {
                    attribute.unwrap();
                }
            }
            Event::End(_) => depth -= 1,
            Event::Text(part) => text.push_str(&part),
            Event::GeneralRef(reference) => {
                let name = &*reference;
                text.push_str(&quick_xml::escape::unescape(&format!("&{name};")).unwrap());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!((depth, sections), (0, report.entries.len()));
    assert!(text.contains("A <b>bold</b> & `raw` | [text](x) \"quoted\" *text*"));
    assert!(text.contains("new <&>"));
}

#[test]
fn parties_and_thresholds() {
    let comparison = comparison();
    let none = Accepted::default();
    let of = |party| report(&comparison, &[party], &none);
    let server = of(Party::MerchantServer);
    assert!(server.count(Severity::Breaking) > 0 && server.fails(FailOn::Breaking));
    assert!(!server.fails(FailOn::Never) && server.elsewhere > 0);
    let described = changes(
        BASE,
        &replaced("doc: Takes an order.", "doc: Takes orders."),
    );
    let report = report(&described, &Party::MERCHANT, &none);
    assert_eq!(report.count(Severity::Info), 1);
    let fails = [
        FailOn::Breaking,
        FailOn::Warning,
        FailOn::Any,
        FailOn::Never,
    ]
    .map(|on| report.fails(on));
    assert_eq!(fails, [false, false, true, false]);
}

#[test]
fn accepted_changes_are_left_out_until_they_change() {
    let comparison = comparison();
    let first = report(&comparison, &Party::MERCHANT, &Accepted::default());
    let entries = || first.entries.iter().map(|entry| entry.change);
    let file = Accepted::default().write(entries()).unwrap();
    insta::assert_snapshot!("accepted", file);
    let accepted = Accepted::read(&file).unwrap();
    let second = report(&comparison, &Party::MERCHANT, &accepted);
    assert_eq!((second.entries.len(), second.stale.len()), (0, 0));
    assert_eq!(second.accepted.len(), first.entries.len());
    assert!(!second.fails(FailOn::Any));
    // A fingerprint on each line does as well.
    let lines: Vec<_> = entries()
        .map(|change| format!("{}  # why", change.fingerprint()))
        .collect();
    let lines = lines.join("\n");
    let accepted = Accepted::read(&format!("# known\n\n{lines}")).unwrap();
    assert_eq!(
        report(&comparison, &Party::MERCHANT, &accepted)
            .entries
            .len(),
        0
    );
    // Another change under the same rule is another change.
    let further = changes(
        BASE,
        &replaced(
            "orderId: {type: string, required: true, max_length: 64",
            "orderId: {type: string, required: true, max_length: 256",
        ),
    );
    let third = report(&further, &Party::MERCHANT, &accepted);
    assert_eq!((third.entries.len(), third.accepted.len()), (1, 0));
    assert_eq!(third.stale.len(), first.entries.len());
}

#[test]
fn reasons_are_kept() {
    let comparison = comparison();
    let change = &comparison.changes[0];
    let file = format!(
        "[[accepted]]\nfingerprint = \"{}\"\nreason = \"We know.\"\n",
        change.fingerprint()
    );
    let written = Accepted::read(&file).unwrap().write([change]).unwrap();
    assert!(written.contains("reason = \"We know.\""), "{written}");
}

#[test]
fn what_is_no_file_of_accepted_changes_is_refused() {
    for text in [
        "hello",
        "[[accepted]]\nfingerprint = 3",
        "[[accepted]]\nfingerprint = \"12\"",
        "[[acepted]]\n",
        "0123456789abcde",
    ] {
        assert!(Accepted::read(text).is_err(), "{text}");
    }
    assert!(Accepted::read("").is_ok());
}

/// A fingerprint does not depend on where the files say something.
#[test]
fn fingerprints_do_not_depend_on_positions() {
    let moved = |text: &str| format!("# One line more.\n\n{text}");
    let new = replaced(
        "max_length: 64, doc: The order.",
        "max_length: 128, doc: The order.",
    );
    let (here, there) = (changes(BASE, &new), changes(&moved(BASE), &moved(&new)));
    assert_eq!(
        here.changes[0].fingerprint(),
        there.changes[0].fingerprint()
    );
    assert_ne!(here.changes[0].new_at, there.changes[0].new_at);
}

/// Top-level parts of the file in another order.
#[test]
fn the_order_of_the_file_makes_no_difference() {
    let mut parts: Vec<String> = Vec::new();
    for line in BASE.lines() {
        if line.starts_with(char::is_alphabetic) {
            parts.push(String::new());
        }
        let part = parts.last_mut().unwrap();
        part.push_str(line);
        part.push('\n');
    }
    parts.reverse();
    assert!(parts.len() > 10);
    assert_eq!(changes(BASE, &parts.concat()).changes, []);
}

#[test]
fn change_logs() {
    let comparison = comparison();
    let verdict = Verdict::of(&comparison, Some("0.1.0"));
    let heading = Heading {
        version: Some("0.2.0".to_owned()),
        date: Some("2026-01-31".to_owned()),
    };
    insta::assert_snapshot!("changelog", changelog(&comparison, &heading, &verdict));
    let same = changes(BASE, BASE);
    let verdict = Verdict::of(&same, Some("0.1.0"));
    let text = changelog(&same, &Heading::default(), &verdict);
    assert_eq!(text, "## [Unreleased]\n\nNo change of the contract.\n");
}
