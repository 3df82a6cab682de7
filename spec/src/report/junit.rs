//! For test dashboards: JUnit XML.

use std::io;
use std::io::Write;

use quick_xml::Writer;
use quick_xml::events::BytesText;

/// Test cases that belong together.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Suite {
    /// What they are about.
    pub name: String,
    /// The cases.
    pub cases: Vec<Case>,
}

/// One test case.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Case {
    /// What was tried.
    pub name: String,
    /// The group dashboards sort it into.
    pub class: String,
    /// File and line it is about.
    pub place: Option<(String, u64)>,
    /// How long it took, in milliseconds.
    pub millis: Option<u64>,
    /// How it ended.
    pub result: CaseResult,
}

/// How a test case ended.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum CaseResult {
    /// Well.
    #[default]
    Passed,
    /// Well, with something to say.
    Remarked(String),
    /// Not tried.
    Skipped(String),
    /// Badly.
    Failed {
        /// Which rule is broken.
        rule: String,
        /// What is wrong.
        message: String,
        /// What to know besides.
        details: String,
    },
}

impl Suite {
    fn failures(&self) -> usize {
        let failed = |case: &&Case| matches!(case.result, CaseResult::Failed { .. });
        self.cases.iter().filter(failed).count()
    }

    fn skipped(&self) -> usize {
        let skipped = |case: &&Case| matches!(case.result, CaseResult::Skipped(_));
        self.cases.iter().filter(skipped).count()
    }
}

/// The document. `name` is that of the tool.
pub fn junit(name: &str, suites: &[Suite]) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    // Writing to memory cannot fail.
    let _ = write_suites(&mut writer, name, suites);
    let xml = String::from_utf8(writer.into_inner()).unwrap_or_default();
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{xml}\n")
}

fn write_suites<W: Write>(writer: &mut Writer<W>, name: &str, suites: &[Suite]) -> io::Result<()> {
    let tests: usize = suites.iter().map(|suite| suite.cases.len()).sum();
    let failures: usize = suites.iter().map(Suite::failures).sum();
    writer
        .create_element("testsuites")
        .with_attribute(("name", name))
        .with_attribute(("tests", tests.to_string().as_str()))
        .with_attribute(("failures", failures.to_string().as_str()))
        .write_inner_content(|writer| {
            for suite in suites {
                write_suite(writer, suite)?;
            }
            Ok(())
        })?;
    Ok(())
}

fn write_suite<W: Write>(writer: &mut Writer<W>, suite: &Suite) -> io::Result<()> {
    let tests = suite.cases.len().to_string();
    let failures = suite.failures().to_string();
    let skipped = suite.skipped();
    let mut element = writer
        .create_element("testsuite")
        .with_attribute(("name", printable(&suite.name).as_str()))
        .with_attribute(("tests", tests.as_str()))
        .with_attribute(("failures", failures.as_str()));
    if skipped > 0 {
        element = element.with_attribute(("skipped", skipped.to_string().as_str()));
    }
    element.write_inner_content(|writer| {
        for case in &suite.cases {
            write_case(writer, case)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn write_case<W: Write>(writer: &mut Writer<W>, case: &Case) -> io::Result<()> {
    let mut element = writer
        .create_element("testcase")
        .with_attribute(("name", printable(&case.name).as_str()))
        .with_attribute(("classname", printable(&case.class).as_str()));
    if let Some((file, line)) = &case.place {
        element = element
            .with_attribute(("file", printable(file).as_str()))
            .with_attribute(("line", line.to_string().as_str()));
    }
    if let Some(millis) = case.millis {
        let seconds = format!("{}.{:03}", millis / 1000, millis % 1000);
        element = element.with_attribute(("time", seconds.as_str()));
    }
    if case.result == CaseResult::Passed {
        element.write_empty()?;
        return Ok(());
    }
    element.write_inner_content(|writer| {
        match &case.result {
            CaseResult::Passed => {}
            CaseResult::Remarked(remark) => {
                let remark = printable(remark);
                let inner = writer.create_element("system-out");
                inner.write_text_content(BytesText::new(&remark))?;
            }
            CaseResult::Skipped(why) => {
                let why = printable(why);
                let inner = writer.create_element("skipped");
                inner
                    .with_attribute(("message", why.as_str()))
                    .write_empty()?;
            }
            CaseResult::Failed {
                rule,
                message,
                details,
            } => {
                let (message, details) = (printable(message), printable(details));
                writer
                    .create_element("failure")
                    .with_attribute(("type", printable(rule).as_str()))
                    .with_attribute(("message", message.as_str()))
                    .write_text_content(BytesText::new(&details))?;
            }
        }
        Ok(())
    })?;
    Ok(())
}

/// XML knows no control characters, not even escaped; what others send may hold them.
fn printable(text: &str) -> String {
    let allowed = |letter: char| {
        !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}') || letter == '\n'
    };
    text.chars()
        .map(|letter| if allowed(letter) { letter } else { '\u{fffd}' })
        .collect()
}
