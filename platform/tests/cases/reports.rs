//! Reports of runs against the merchant in Python.

use std::time::Duration;

use koo_platform::simulate::report::{Run, html, junit};
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::merchant::{KEY, has_python, start, try_out};

async fn run(mistake: &str) -> Run {
    let catalogue = koo_spec::builtin::load().catalogue;
    let merchant = start(&["--mistake", mistake]);
    let ids = ["answers", "reply-lengths", "old-tls", "several-instances"];
    let verdicts = try_out(&catalogue, "saas-v2", "eu", &merchant.address, &ids).await;
    Run {
        family: "saas-v2".to_owned(),
        site: Some("eu".to_owned()),
        target: "http://shop.example/<saas>".to_owned(),
        seed: 7,
        verdicts,
        elapsed: Duration::from_secs(1),
    }
}

/// The elements of a document, each with its attributes; fails where it is not well-formed.
fn elements(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut elements = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) | Event::Empty(element) => {
                element
                    .attributes()
                    .for_each(|attribute| drop(attribute.unwrap()));
                elements.push(String::from(&*element));
            }
            Event::Eof => return elements,
            _ => {}
        }
    }
}

#[tokio::test]
async fn a_page_says_what_is_wrong_and_keeps_secrets() {
    if !has_python() {
        return;
    }
    let run = run("long-message").await;
    let page = html(&run).unwrap();
    let elements = elements(&page);
    let opened = |name: &str| {
        elements
            .iter()
            .filter(|element| element.starts_with(name))
            .count()
    };
    assert!(page.starts_with("<!DOCTYPE html>"), "{}", &page[..80]);
    assert_eq!(opened("details id="), 4);
    assert_eq!(opened("script"), 0);
    assert!(elements.contains(&"details id=\"reply-lengths\" open=\"open\"".to_owned()));
    for said in [
        "Lengths of reply members",
        "响应字段的长度",
        "&lt;saas&gt;",
        "at most 255",
        "activity&quot;:&quot;newInstance",
        "signature=***",
        "--seed 7",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains(KEY));
    // The merchant's sample data: sensitive members are hidden in requests and replies.
    assert!(!page.contains("first-password"));
    // Nothing comes from elsewhere.
    assert!(!page.contains(" src=") && !page.contains("<link"));
}

#[tokio::test]
async fn junit_has_a_test_case_for_each_case() {
    if !has_python() {
        return;
    }
    let run = run("one-instance-only").await;
    let xml = junit(&run);
    let elements = elements(&xml);
    let suite = elements
        .iter()
        .find(|element| element.starts_with("testsuite "))
        .unwrap();
    assert!(
        suite.contains("tests=\"4\" failures=\"1\" skipped=\"1\""),
        "{suite}"
    );
    let failures: Vec<_> = elements
        .iter()
        .filter(|element| element.starts_with("failure"))
        .collect();
    assert!(
        failures.len() == 1 && failures[0].contains("several-instances"),
        "{xml}"
    );
    assert!(!xml.contains(KEY));
}
