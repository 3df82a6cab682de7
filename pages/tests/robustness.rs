//! Whatever a file holds: it is read in bounded time and memory, and nothing panics.

#![allow(clippy::expect_used, clippy::panic, reason = "tests may panic")]

mod support;

use koo_pages::{MAX_PAGE_BYTES, PageFormat, decode, read};
use proptest::prelude::*;
use support::check;

/// Pieces of which broken pages are made.
const PIECES: &[&str] = &[
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "<td rowspan=99999 colspan=99999>",
    "<td rowspan=-1>",
    "<th>",
    "<caption>",
    "</caption>",
    "<p>",
    "<br>",
    "<ul><li>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<title>",
    "<h1>",
    "<meta charset=gbk>",
    "&nbsp;",
    "&#x110000;",
    "参数",
    "是否必选",
    "类型",
    "最大字符长度",
    "说明",
    "Parameter",
    "Mandatory",
    "Result Code",
    "Description",
    "orderId",
    "resultCode",
    "M",
    "O",
    "C",
    "String",
    "list<",
    "AppInfo[",
    "６４",
    "99999999999999999999",
    "取值：",
    "1-64",
    "a.b.c.d",
    "info[].",
    "--",
    "└─ ",
    "\t",
    "\n",
    "\r\n",
    "|",
    "|---|",
    "\u{200b}",
    "\u{feff}",
    "\0",
    "activity=newInstance",
    "zh-cn_topic_0070649427",
    "更新时间：2025-13-45",
    "```",
    "[x](y)",
    "<svg>",
    "<td",
    "<td a='",
    "]]>",
];

fn pieces() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        prop_oneof![9 => prop::sample::select(PIECES.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,8}"],
        0..120,
    )
    .prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn broken_pages_are_read(text in pieces()) {
        for format in [PageFormat::Html, PageFormat::Markdown, PageFormat::Plain] {
            let page = read("x", &text, Some(format)).expect("small enough");
            for block in &page.blocks {
                if let koo_pages::page::Block::Table(table) = block {
                    for cell in table.rows.iter().flatten() {
                        prop_assert!(cell.place().end <= text.len());
                    }
                }
            }
        }
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        for format in [PageFormat::Html, PageFormat::Markdown, PageFormat::Plain] {
            read("x", &text, Some(format)).expect("small enough");
        }
    }

    #[test]
    fn any_bytes_are_decoded_or_refused(bytes in any::<Vec<u8>>()) {
        let _ = decode(&bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, max_shrink_iters: 20, ..ProptestConfig::default() })]

    #[test]
    fn broken_pages_are_compared(text in pieces()) {
        check("zh-cn_topic_0070649427.html", &format!("<table><tr><td>参数<td>类型<tr><td>orderId<td>String{text}"));
    }
}

#[test]
fn pages_that_are_too_large_are_refused() {
    let text = "<td>".repeat(MAX_PAGE_BYTES / 4 + 1);
    assert!(read("x.html", &text, None).is_err());
}

#[test]
fn large_pages_are_read() {
    let tables = "<table>".repeat(200_000);
    let rows = "<table><tr><td>参数<td>类型".to_owned()
        + &"<tr><td rowspan=1000 colspan=1000>x<td>y".repeat(20_000);
    let lines = "参数\n类型\n说明\n".repeat(40_000);
    let tabs = "参数\t类型\t说明\n".repeat(40_000);
    let blank = "参数\n类型\n说明\n".to_owned() + &"\n".repeat(400_000);
    for text in [tables, rows, lines, tabs, blank] {
        for format in [PageFormat::Html, PageFormat::Markdown, PageFormat::Plain] {
            read("x", &text, Some(format)).expect("small enough");
        }
    }
}
