//! Pages in the vendor's shapes: as they are they agree with the catalogue; every planted difference is found, with
//! both places, and patched.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests may panic"
)]

mod support;

use std::fmt::Write;
use std::path::Path;

use koo_pages::compare::Wanted;
use koo_pages::patch::{Patch, patch};
use support::{catalogue, check, folder, page, problems, report};

const NEW_INSTANCE: (&str, &str) = (
    "zh-cn_topic_00706494271.html",
    include_str!("fixtures/zh-cn_topic_00706494271.html"),
);
const QUERY_INSTANCE: (&str, &str) = (
    "topic_0070649093.html",
    include_str!("fixtures/topic_0070649093.html"),
);
const TENANT_SYNC: (&str, &str) = (
    "zh-cn_topic_0070649433.md",
    include_str!("fixtures/zh-cn_topic_0070649433.md"),
);
const RELEASE_CODE: (&str, &str) = (
    "zh-cn_topic_0070649169.txt",
    include_str!("fixtures/zh-cn_topic_0070649169.txt"),
);
const RESULT_CODES: (&str, &str) = (
    "zh-cn_topic_0070649421.html",
    include_str!("fixtures/zh-cn_topic_0070649421.html"),
);

const PUSH_USAGE: (&str, &str) = (
    "intl_topic_0070649117.html",
    include_str!("fixtures/intl_topic_0070649117.html"),
);

/// A page with other words in some places, each of which it has exactly once.
fn planted((path, text): (&str, &str), changes: &[(&str, &str)]) -> (String, String) {
    let mut text = text.to_owned();
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text = text.replace(from, to);
    }
    (path.to_owned(), text)
}

fn patched((path, text): &(String, String)) -> Patch {
    let root = folder();
    patch(
        &[page(path, text)],
        catalogue(),
        &Wanted::default(),
        |shown| {
            Path::new(shown).strip_prefix(&root).map_or_else(
                |_| shown.to_owned(),
                |path| path.to_string_lossy().into_owned(),
            )
        },
    )
}

/// What was edited: added and removed lines, and the remarks.
fn edits(patch: &Patch) -> String {
    let mut text = String::new();
    for file in &patch.files {
        let name = Path::new(&file.path)
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let diff = similar::TextDiff::from_lines(&file.before, &file.after);
        text.push_str(
            &diff
                .unified_diff()
                .context_radius(1)
                .header(&name, &name)
                .to_string(),
        );
    }
    for done in &patch.done {
        let _ = writeln!(text, "done: {}: {}", done.subject, done.text);
    }
    for left in &patch.left {
        let _ = writeln!(text, "left: {}: {}", left.subject, left.text);
    }
    let root = folder().to_string_lossy().into_owned();
    text.replace(&root, "spec/catalog")
}

/// Without the line numbers of the spec, which move whenever somebody edits it.
fn without_lines(text: &str) -> String {
    let mut lines = Vec::new();
    for line in text.lines() {
        if line.starts_with("@@") {
            lines.push("@@".to_owned());
            continue;
        }
        let mut parts = line.split(".yaml:");
        let mut kept = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let rest = part.trim_start_matches(|character: char| {
                character.is_ascii_digit() || character == ':'
            });
            kept.push_str(".yaml: ");
            kept.push_str(rest.trim_start());
        }
        lines.push(kept);
    }
    lines.join("\n")
}

/// What is found and what is patched; if nothing is left, page and patched spec agree.
fn found_and_patched(name: &str, page: &(String, String)) {
    let comparison = check(&page.0, &page.1);
    assert!(!comparison.is_clean(), "nothing was found");
    for span in problems(&comparison)
        .iter()
        .filter_map(|difference| difference.in_spec)
    {
        assert!(
            !catalogue().sources.text(span).is_empty(),
            "a place without text"
        );
    }
    let patch = patched(page);
    assert_eq!(
        patch.left.is_empty(),
        patch.after.is_clean(),
        "{}",
        report(&patch.after)
    );
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, without_lines(&format!("{}{}", report(&comparison), edits(&patch))));
    });
}

#[test]
fn pages_as_they_are_agree() {
    for (path, text) in [
        NEW_INSTANCE,
        QUERY_INSTANCE,
        TENANT_SYNC,
        RELEASE_CODE,
        RESULT_CODES,
        PUSH_USAGE,
    ] {
        let comparison = check(path, text);
        assert!(
            problems(&comparison).is_empty(),
            "{path}\n{}",
            report(&comparison)
        );
        let recognised = &comparison.recognised[0];
        assert!(recognised.rows + recognised.codes > 6, "{recognised:?}");
    }
}

#[test]
fn lengths() {
    let page = planted(NEW_INSTANCE, &[("<p>６４</p>", "<p>１２８</p>")]);
    found_and_patched("length", &page);
}

#[test]
fn lengths_in_merged_cells() {
    let page = planted(
        QUERY_INSTANCE,
        &[("<td rowspan=\"2\">128</td>", "<td rowspan=\"2\">256</td>")],
    );
    found_and_patched("length-merged", &page);
}

#[test]
fn required_marks() {
    let page = planted(
        TENANT_SYNC,
        &[
            ("| domainName | 是 |", "| domainName | 否 |"),
            ("| tenantCode | 是 |", "| tenantCode | 条件必选 |"),
        ],
    );
    found_and_patched("required", &page);
}

#[test]
fn types() {
    let page = planted(
        TENANT_SYNC,
        &[("| timeStamp | 是 | String |", "| timeStamp | 是 | Long |")],
    );
    found_and_patched("type", &page);
}

#[test]
fn values_added() {
    let page = planted(TENANT_SYNC, &[("2：修改", "2：修改<br>3：冻结")]);
    found_and_patched("values-added", &page);
}

#[test]
fn values_removed() {
    let page = planted(TENANT_SYNC, &[("<br>2：修改", "")]);
    found_and_patched("values-removed", &page);
}

#[test]
fn parameters_added() {
    let page = planted(
        NEW_INSTANCE,
        &[(
            "<tr id=\"row6\">",
            "<tr><td><p>trialFlag</p></td><td><p>O</p></td><td><p>String</p></td><td><p>8</p></td><td><p>是否试用</p></td></tr>\n<tr id=\"row6\">",
        )],
    );
    found_and_patched("parameter-added", &page);
}

#[test]
fn parameters_removed() {
    let page = planted(
        TENANT_SYNC,
        &[("| tenantCode | 是 | String | 64 | 企业编码 |\n", "")],
    );
    found_and_patched("parameter-removed", &page);
}

#[test]
fn names_spelled_otherwise() {
    let page = planted(TENANT_SYNC, &[("| tenantCode |", "| tenantcode |")]);
    found_and_patched("name", &page);
}

#[test]
fn codes_added_removed_and_misspelled() {
    let page = planted(
        RESULT_CODES,
        &[
            (
                "<tr><td>000107</td><td>邮箱域名已存在</td></tr>",
                "<tr><td>000107</td><td>邮箱域名已存在</td></tr>\n<tr><td>000108</td><td>新的一种</td></tr>",
            ),
            ("<tr><td>000103</td><td>不能再买</td></tr>\n", ""),
            ("<td>000005</td>", "<td>0000005</td>"),
        ],
    );
    found_and_patched("codes", &page);
}

#[test]
fn tables_that_are_gone() {
    let page = planted(
        NEW_INSTANCE,
        &[
            ("<p>resultCode</p>", "<p>结果</p>"),
            ("<p>resultMsg</p>", "<p>信息</p>"),
            ("<p>instanceId</p>", "<p>实例</p>"),
        ],
    );
    found_and_patched("table-gone", &page);
}

#[test]
fn dates() {
    let page = planted(
        NEW_INSTANCE,
        &[("更新时间：2025-12-30", "更新时间：2026-11-20")],
    );
    let patch = patched(&page);
    assert!(patch.after.is_clean());
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("updated", without_lines(&edits(&patch)));
    });
}

#[test]
fn printed_facts_that_a_reading_takes_up_are_known() {
    // The international page prints another type of the amount, which the spec has as a reading.
    let push = check(PUSH_USAGE.0, PUSH_USAGE.1);
    let known: Vec<_> = push
        .differences
        .iter()
        .map(|difference| (difference.kind.as_str(), difference.level.as_str()))
        .collect();
    assert_eq!(known, [("type", "known")]);
    // The mainland page prints `UsageInfo[` and marks the row as optional; the spec has both as readings.
    let text = "<h1>查询实例信息</h1><h4>响应</h4><table>\
        <tr><td>参数</td><td>是否必选</td><td>类型</td><td>最大长度</td><td>说明</td></tr>\
        <tr><td>resultCode</td><td>M</td><td>String</td><td>6</td><td></td></tr>\
        <tr><td>resultMsg</td><td>O</td><td>String</td><td>255</td><td></td></tr>\
        <tr><td>info</td><td>O</td><td>InstanceInfo[]</td><td>-</td><td></td></tr></table>\
        <p>InstanceInfo</p><table>\
        <tr><td>参数</td><td>是否必选</td><td>类型</td><td>最大长度</td><td>说明</td></tr>\
        <tr><td>instanceId</td><td>M</td><td>String</td><td>64</td><td></td></tr>\
        <tr><td>appInfo</td><td>O</td><td>AppInfo</td><td>-</td><td></td></tr>\
        <tr><td>usageInfo</td><td>O</td><td>UsageInfo[</td><td>-</td><td></td></tr></table>";
    let comparison = check("zh-cn_topic_0070649428.html", text);
    let known: Vec<_> = comparison
        .differences
        .iter()
        .filter(|difference| difference.subject.name == "usageInfo")
        .map(|difference| (difference.kind.as_str(), difference.level.as_str()))
        .collect();
    assert_eq!(known, [("required", "known")]);
}

#[test]
fn all_sites_together_change_the_value_itself() {
    let row = |name: &str, length: u64| {
        format!("<tr><td>{name}</td><td>M</td><td>String</td><td>{length}</td><td>-</td></tr>")
    };
    let table = |flag: &str| {
        format!(
            "<h4>Request</h4><table><tr><td>Parameter</td><td>Mandatory</td><td>Type</td><td>Length</td><td>Description</td></tr>\
             <tr><td>activity</td><td>M</td><td>String</td><td>20</td><td>The value is newInstance</td></tr>{}{}{}{flag}</table>",
            row("orderId", 96),
            row("orderLineId", 64),
            row("businessId", 64),
        )
    };
    let flag = "<tr><td>testFlag</td><td>O</td><td>String</td><td>2</td><td>-</td></tr>";
    let root = folder();
    let pages: Vec<_> = [
        "zh-cn_topic_0070649427.html",
        "topic_0070649092.html",
        "eu_000009.html",
    ]
    .iter()
    .map(|path| page(path, &table(flag)))
    .collect();
    let patch = patch(&pages, catalogue(), &Wanted::default(), |shown| {
        Path::new(shown).strip_prefix(&root).map_or_else(
            |_| shown.to_owned(),
            |path| path.to_string_lossy().into_owned(),
        )
    });
    let lines: Vec<_> = patch
        .files
        .iter()
        .flat_map(|file| {
            file.after
                .lines()
                .filter(|line| !file.before.contains(*line))
        })
        .collect();
    assert_eq!(lines, ["        max_length: 96"], "{}", edits(&patch));
}

#[test]
fn positions_do_not_depend_on_line_ends_and_marks() {
    let (path, text) = planted(NEW_INSTANCE, &[("<p>６４</p>", "<p>１２８</p>")]);
    let place = |text: &str| {
        let comparison = check(&path, text);
        assert_eq!(problems(&comparison).len(), 1, "{}", report(&comparison));
        let place = &problems(&comparison)[0].on_page;
        (place.position.line, place.position.column)
    };
    assert_eq!(place(&text), (59, 43));
    assert_eq!(place(&text.replace('\n', "\r\n")), (59, 43));
    assert_eq!(place(&format!("\u{feff}{text}")), (59, 43));
    assert_eq!(
        place(&text.replace("<p>１２８", "<p>&nbsp;１２８")),
        (59, 43)
    );
}
