//! For test dashboards: JUnit XML.

use std::io;
use std::io::Write;

use quick_xml::Writer;
use quick_xml::events::BytesText;

use super::notes;
use crate::finding::{Finding, Report, Severity};

/// A suite for each file; a test case for each finding, and one that passes for a file without any.
///
/// Warnings are test cases that pass and say so on their standard output.
pub fn junit(report: &Report) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    // Writing to memory cannot fail.
    let _ = suites(&mut writer, report);
    let xml = String::from_utf8(writer.into_inner()).unwrap_or_default();
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{xml}\n")
}

fn suites<W: Write>(writer: &mut Writer<W>, report: &Report) -> io::Result<()> {
    let (mut tests, mut failures) = (0, 0);
    for file in &report.files {
        let (cases, failed) = count(report, file);
        tests += cases;
        failures += failed;
    }
    writer
        .create_element("testsuites")
        .with_attribute(("name", "koo validate"))
        .with_attribute(("tests", tests.to_string().as_str()))
        .with_attribute(("failures", failures.to_string().as_str()))
        .write_inner_content(|writer| {
            let mut written: Vec<&str> = Vec::new();
            for file in &report.files {
                if !written.contains(&&**file) {
                    suite(writer, report, file)?;
                    written.push(file);
                }
            }
            Ok(())
        })?;
    Ok(())
}

/// How many test cases a file has, and how many of them fail.
fn count(report: &Report, file: &str) -> (usize, usize) {
    let errors = of(report, file).filter(|finding| finding.severity == Severity::Error);
    (of(report, file).count().max(1), errors.count())
}

fn of<'r>(report: &'r Report, file: &str) -> impl Iterator<Item = &'r Finding> {
    let is_of = move |finding: &&Finding| &*finding.place.file == file;
    report.findings.iter().filter(is_of)
}

fn suite<W: Write>(writer: &mut Writer<W>, report: &Report, file: &str) -> io::Result<()> {
    let (tests, failures) = count(report, file);
    writer
        .create_element("testsuite")
        .with_attribute(("name", file))
        .with_attribute(("tests", tests.to_string().as_str()))
        .with_attribute(("failures", failures.to_string().as_str()))
        .write_inner_content(|writer| {
            if of(report, file).next().is_none() {
                writer
                    .create_element("testcase")
                    .with_attribute(("name", file))
                    .with_attribute(("classname", "koo validate"))
                    .write_empty()?;
            }
            for finding in of(report, file) {
                case(writer, finding)?;
            }
            Ok(())
        })?;
    Ok(())
}

fn case<W: Write>(writer: &mut Writer<W>, finding: &Finding) -> io::Result<()> {
    let place = &finding.place;
    let name = format!(
        "{} {} at {}:{}",
        finding.path, finding.rule, place.line, place.column
    );
    let class = finding
        .about
        .as_ref()
        .map_or("koo validate", |about| &about.interface);
    let text: Vec<_> = std::iter::once(format!("{}:{}:{}", place.file, place.line, place.column))
        .chain(notes(finding))
        .chain(finding.hint.clone())
        .collect();
    writer
        .create_element("testcase")
        .with_attribute(("name", printable(&name).as_str()))
        .with_attribute(("classname", class))
        .with_attribute(("file", &*place.file))
        .with_attribute(("line", place.line.to_string().as_str()))
        .write_inner_content(|writer| {
            let message = printable(&finding.text());
            let body = printable(&text.join("\n"));
            match finding.severity {
                Severity::Error => writer
                    .create_element("failure")
                    .with_attribute(("type", finding.rule))
                    .with_attribute(("message", message.as_str()))
                    .write_text_content(BytesText::new(&body))?,
                Severity::Warning => writer
                    .create_element("system-out")
                    .write_text_content(BytesText::new(&format!("warning: {message}\n{body}")))?,
            };
            Ok(())
        })?;
    Ok(())
}

/// XML knows no control characters, not even escaped; names in payloads may hold them.
fn printable(text: &str) -> String {
    let allowed = |letter: char| {
        !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}') || letter == '\n'
    };
    text.chars()
        .map(|letter| if allowed(letter) { letter } else { '\u{fffd}' })
        .collect()
}
