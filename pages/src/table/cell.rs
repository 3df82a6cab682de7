//! Cells → facts: required marks, lengths.

use std::sync::LazyLock;

use regex::Regex;

use crate::clean::{clean, key};

/// A required mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Must be there.
    Mandatory,
    /// May be absent.
    Optional,
    /// Depends.
    Conditional,
}

impl Mark {
    /// The letter of the vendor's tables.
    pub(crate) const fn letter(self) -> &'static str {
        match self {
            Self::Mandatory => "M",
            Self::Optional => "O",
            Self::Conditional => "C",
        }
    }
}

const MARKS: &[(Mark, &[&str])] = &[
    (
        Mark::Conditional,
        &[
            "c",
            "conditional",
            "conditionallymandatory",
            "conditionalmandatory",
            "conditionallyrequired",
            "conditionaloptional",
            "条件必选",
            "条件可选",
            "条件必填",
            "有条件必选",
            "条件",
            "视条件",
            "条件必传",
        ],
    ),
    (
        Mark::Mandatory,
        &[
            "m",
            "mandatory",
            "required",
            "yes",
            "y",
            "true",
            "是",
            "必选",
            "必填",
            "必须",
            "必需",
            "必传",
            "√",
        ],
    ),
    (
        Mark::Optional,
        &[
            "o",
            "optional",
            "no",
            "n",
            "false",
            "notrequired",
            "notmandatory",
            "否",
            "可选",
            "选填",
            "选传",
            "非必选",
            "非必填",
            "非必须",
            "非必需",
            "非必传",
            "不必填",
            "可不填",
            "可不选",
        ],
    ),
];

/// The required mark of a cell.
pub(crate) fn mark(text: &str) -> Option<Mark> {
    let find = |text: &str| {
        let key = key(text);
        MARKS
            .iter()
            .find(|(_, words)| words.contains(&key.as_str()))
            .map(|(mark, _)| *mark)
    };
    find(text).or_else(|| {
        find(
            text.split(['(', ',', ';', ' ', '/'])
                .next()
                .unwrap_or_default(),
        )
    })
}

/// What a cell says about the longest text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stated {
    /// Nothing: it is empty, a dash, or says that it does not apply.
    Nothing,
    /// There is no limit.
    Unlimited,
    /// At most this.
    AtMost(u64),
    /// Something that is not understood.
    Unclear,
}

const SILENT: &[&str] = &[
    "",
    "na",
    "无",
    "不涉及",
    "none",
    "notinvolved",
    "notapplicable",
    "null",
    "不适用",
];
const UNLIMITED: &[&str] = &[
    "不限",
    "不限制",
    "无限制",
    "不限长度",
    "无限",
    "unlimited",
    "nolimit",
    "notlimited",
    "nolengthlimit",
];

/// The limit of a cell of lengths.
pub(crate) fn length(text: &str) -> Stated {
    let text = without_separators(&clean(text));
    let key = key(&text);
    if SILENT.contains(&key.as_str()) {
        return Stated::Nothing;
    }
    if UNLIMITED.contains(&key.as_str()) {
        return Stated::Unlimited;
    }
    if let Some(limit) = phrase(&text) {
        return Stated::AtMost(limit);
    }
    let numbers = numbers(&text);
    let is_range = numbers.len() == 2 && RANGE.as_ref().is_some_and(|range| range.is_match(&text));
    match (numbers.as_slice(), is_range) {
        ([limit], _) | ([_, limit], true) => Stated::AtMost(*limit),
        _ => Stated::Unclear,
    }
}

static RANGE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\d\s*(?:-|~|,|to|至|到)\s*\d").ok());

/// Sentences that state the longest text; each has the number in its first group.
static PHRASES: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [
        r"(?:最大(?:字符)?长度|长度限制|长度上限|字符长度)\s*(?:限制)?\s*(?:为|是|不超过|:|=|<=|≤)?\s*(?:\d+\s*[-~至到]\s*)?(\d+)",
        r"长度\s*(?:范围)?\s*(?:为|是|在|:)?\s*(?:不超过|不能超过|不得超过|小于等于|<=|≤|\d+\s*[-~至到])\s*(\d+)",
        r"(?:不超过|不能超过|不得超过|不可超过|不大于|最多|至多|最长|最大)\s*(?:为|支持|可输入)?\s*(\d+)\s*个?\s*(?:字符|位|字节|汉字|字)",
        r"\d+\s*[-~至到]\s*(\d+)\s*个?\s*(?:字符|位|字节|汉字)",
        r"(?i)max(?:imum|\.)?\s*(?:character\s*)?length\s*(?:is|of|:|=|<=)?\s*(\d+)",
        r"(?i)(?:up to|at most|no more than|not exceed|not exceeding|a maximum of|maximum of)\s*(\d+)\s*(?:characters?|chars?|bytes?|digits?)",
        r"(?i)\d+\s*(?:-|~|to)\s*(\d+)\s*(?:characters?|chars?|bytes?|digits?)",
    ]
    .iter()
    .filter_map(|pattern| Regex::new(pattern).ok())
    .collect()
});

/// The limit that a sentence states, such as `最大长度64` or `up to 64 characters`.
pub(crate) fn phrase(text: &str) -> Option<u64> {
    let text = without_separators(&clean(text));
    PHRASES
        .iter()
        .find_map(|pattern| pattern.captures(&text)?.get(1)?.as_str().parse().ok())
}

/// `1,024` → `1024`.
fn without_separators(text: &str) -> String {
    static SEPARATED: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"\b(\d{1,3}),(\d{3})\b").ok());
    match SEPARATED.as_ref() {
        Some(separated) => separated.replace_all(text, "$1$2").into_owned(),
        None => text.to_owned(),
    }
}

fn numbers(text: &str) -> Vec<u64> {
    text.split(|character: char| !character.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Mark, Stated, length, mark, phrase};

    #[test]
    fn marks() {
        for (text, expected) in [
            ("M", Mark::Mandatory),
            ("是", Mark::Mandatory),
            ("Yes", Mark::Mandatory),
            ("必填", Mark::Mandatory),
            ("M (always)", Mark::Mandatory),
            ("否", Mark::Optional),
            ("No", Mark::Optional),
            ("o", Mark::Optional),
            ("非必填", Mark::Optional),
            ("C", Mark::Conditional),
            ("条件必选", Mark::Conditional),
        ] {
            assert_eq!(mark(text), Some(expected), "{text}");
        }
        assert_eq!(mark("String"), None);
    }

    #[test]
    fn lengths() {
        for (text, expected) in [
            ("64", Stated::AtMost(64)),
            ("６４", Stated::AtMost(64)),
            ("64 characters", Stated::AtMost(64)),
            ("64个字符", Stated::AtMost(64)),
            ("1-64", Stated::AtMost(64)),
            ("1 to 64 characters", Stated::AtMost(64)),
            ("≤64", Stated::AtMost(64)),
            ("1,024", Stated::AtMost(1024)),
            ("-", Stated::Nothing),
            ("", Stated::Nothing),
            ("不涉及", Stated::Nothing),
            ("N/A", Stated::Nothing),
            ("不限制", Stated::Unlimited),
            ("No limit", Stated::Unlimited),
            ("see the note", Stated::Unclear),
            ("99999999999999999999999", Stated::Unclear),
        ] {
            assert_eq!(length(text), expected, "{text}");
        }
    }

    #[test]
    fn sentences() {
        for (text, expected) in [
            ("订单编号，最大长度64。", Some(64)),
            ("长度不超过 128 个字符", Some(128)),
            ("不能超过64个字符", Some(64)),
            ("1~20个字符，由字母组成", Some(20)),
            ("The value contains up to 64 characters.", Some(64)),
            ("Maximum length: 1,024", Some(1024)),
            ("Enter 1 to 32 characters.", Some(32)),
            ("At most 3 decimals.", None),
            ("订单号,2024年生成", None),
        ] {
            assert_eq!(phrase(text), expected, "{text}");
        }
    }
}
