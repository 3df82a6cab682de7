//! Documents as the models describe them, and documents that are refused.

#![allow(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

use super::*;

const PLAIN: Xml = Xml {
    objects: &[],
    lists: &[],
    texts: &[],
};

const SHAPED: Xml = Xml {
    objects: &["r", "r.empty", "r.item"],
    lists: &["r.tag", "r.item"],
    texts: &[("r.failure", "description")],
};

fn json(document: &str, xml: &Xml) -> String {
    let mut text = String::new();
    read(document.as_bytes(), xml).unwrap().write(&mut text);
    text
}

#[test]
fn prefixes_declarations_and_comments_are_passed_over() {
    let document = "\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- c -->\n\
        <cas:r xmlns:cas=\"http://example.org/\" xmlns='urn:x'>\n <cas:a> 1 </cas:a><b>x<!-- y -->z</b></cas:r>\n";
    assert_eq!(json(document, &PLAIN), r#"{"r":{"a":"1","b":"xz"}}"#);
}

#[test]
fn attributes_stand_beside_elements_and_text_where_the_contract_puts_it() {
    let document =
        r#"<r><failure code="A &lt; B">no &amp; &#x4e2d;<![CDATA[ <x> ]]></failure></r>"#;
    assert_eq!(
        json(document, &SHAPED),
        r#"{"r":{"failure":{"code":"A < B","description":"no & 中 <x>"}}}"#
    );
    assert_eq!(
        json(document, &PLAIN),
        r##"{"r":{"failure":{"code":"A < B","#text":"no & 中 <x>"}}}"##
    );
}

#[test]
fn lists_are_lists_with_one_element_too_and_empty_objects_are_objects() {
    assert_eq!(
        json("<r><tag>1</tag><item><n>2</n></item><empty/></r>", &SHAPED),
        r#"{"r":{"tag":["1"],"item":[{"n":"2"}],"empty":{}}}"#
    );
    assert_eq!(
        json("<r><tag>1</tag><other/><tag/></r>", &SHAPED),
        r#"{"r":{"tag":["1",""],"other":""}}"#
    );
    // Of what should stand once the last counts, as in JSON.
    assert_eq!(
        json("<r><a>1</a><a>2</a></r>", &PLAIN),
        r#"{"r":{"a":"2"}}"#
    );
}

#[test]
fn nothing_is_expanded() {
    let bomb = "<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><r>&b;</r>";
    assert_eq!(read(bomb.as_bytes(), &PLAIN), Err(XmlError::DocumentType));
    let file = "<!DOCTYPE r SYSTEM \"file:///etc/passwd\"><r/>";
    assert_eq!(read(file.as_bytes(), &PLAIN), Err(XmlError::DocumentType));
    assert_eq!(read(b"<r>&b;</r>", &PLAIN), Err(XmlError::Entity));
    assert_eq!(read(b"<r a='&b;'/>", &PLAIN), Err(XmlError::Entity));
}

#[test]
fn depth_and_length_are_limited() {
    let nested = |depth: usize| "<a>".repeat(depth) + &"</a>".repeat(depth);
    assert!(read(nested(MAX_DEPTH).as_bytes(), &PLAIN).is_ok());
    assert_eq!(
        read(nested(MAX_DEPTH + 1).as_bytes(), &PLAIN),
        Err(XmlError::Depth)
    );
    let long = format!("<r>{}</r>", "x".repeat(MAX_BYTES));
    assert_eq!(read(long.as_bytes(), &PLAIN), Err(XmlError::Length));
}

#[test]
fn what_is_no_document_is_refused() {
    for broken in [
        "",
        "text",
        "<r>",
        "<r></s>",
        "</r>",
        "<r/><r/>x",
        "<r a=1/>",
        "<r a='1' a='2'/>",
        "<r/>x",
        "{\"a\":1}",
    ] {
        assert!(
            matches!(read(broken.as_bytes(), &PLAIN), Err(XmlError::Syntax(_))),
            "{broken}"
        );
    }
    assert_eq!(read(b"<r>\xff</r>", &PLAIN), Err(XmlError::Encoding));
}
