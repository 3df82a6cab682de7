//! Printed types → kinds that can be compared with types of the spec.

use koo_spec::catalogue::{Family, Parameter, Type, TypeShape};

use crate::clean::clean;

/// What a printed type means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// A decimal number, with precision and scale where printed.
    Decimal(Option<(u32, u32)>),
    /// Some number.
    Number,
    /// A truth value.
    Boolean,
    /// An object, with the name of its type where printed.
    Object(Option<String>),
    /// A list.
    List(Option<Box<Self>>),
    /// A map.
    Map,
    /// A file.
    Binary,
}

const TEXT: &[&str] = &[
    "string",
    "str",
    "varchar",
    "char",
    "text",
    "字符串",
    "字符",
    "文本",
    "enum",
    "enumeration",
    "枚举",
    "date",
    "datetime",
    "timestamp",
    "time",
    "日期",
    "时间",
    "url",
    "uuid",
];
const INTEGER: &[&str] = &[
    "integer",
    "int",
    "long",
    "short",
    "int32",
    "int64",
    "bigint",
    "整数",
    "整型",
    "长整型",
];
const DECIMAL: &[&str] = &[
    "decimal",
    "double",
    "float",
    "bigdecimal",
    "小数",
    "浮点",
    "浮点数",
    "浮点型",
];
const NUMBER: &[&str] = &["number", "numeric", "数字", "数值"];
const BOOLEAN: &[&str] = &["boolean", "bool", "布尔", "布尔值", "布尔型", "布尔类型"];
const OBJECT: &[&str] = &[
    "object",
    "objects",
    "json",
    "jsonobject",
    "对象",
    "struct",
    "structure",
    "结构体",
];
const LIST: &[&str] = &[
    "list",
    "array",
    "数组",
    "列表",
    "集合",
    "jsonarray",
    "set",
    "collection",
    "arraylist",
];
const BINARY: &[&str] = &[
    "file",
    "binary",
    "byte[]",
    "bytes",
    "文件",
    "multipartfile",
    "二进制",
];

/// The kind of a printed type and, where it is printed as `String(64)`, the longest text. Nothing if it means nothing.
pub(crate) fn read(text: &str) -> Option<(Kind, Option<u64>)> {
    let text = clean(text).replace(" <", "<");
    let text = text.trim_end_matches(['.', ',', ';']);
    if text.is_empty() || text.len() > 200 {
        return None;
    }
    if let Some(inner) = list_of(text) {
        let kind = read(inner).map(|(kind, _)| Box::new(kind));
        return Some((Kind::List(kind), None));
    }
    let (word, arguments) = match text.split_once(['(', '<']) {
        Some((word, arguments)) => (word.trim(), arguments.trim_end_matches([')', '>']).trim()),
        None => (text, ""),
    };
    let lower = word.to_lowercase().replace(' ', "");
    let is = |words: &[&str]| words.contains(&lower.as_str());
    if is(TEXT) {
        return Some((Kind::Text, arguments.parse().ok()));
    }
    let plain = |kind| Some((kind, None));
    if is(INTEGER) {
        return plain(Kind::Integer);
    }
    if is(DECIMAL) {
        let digits = arguments.split_once(',').and_then(|(precision, scale)| {
            Some((precision.trim().parse().ok()?, scale.trim().parse().ok()?))
        });
        return plain(Kind::Decimal(digits));
    }
    for (words, kind) in [
        (NUMBER, Kind::Number),
        (BOOLEAN, Kind::Boolean),
        (OBJECT, Kind::Object(None)),
        (LIST, Kind::List(None)),
        (BINARY, Kind::Binary),
        (&["map", "dict", "dictionary"][..], Kind::Map),
    ] {
        if is(words) {
            return plain(kind);
        }
    }
    if let Some(kind) = misprint(&lower) {
        return plain(kind);
    }
    let is_name = word
        .chars()
        .all(|character| character.is_ascii_alphanumeric() || character == '_')
        && word
            .chars()
            .next()
            .is_some_and(|character| character.is_ascii_alphabetic());
    if is_name {
        return plain(Kind::Object(Some(word.to_owned())));
    }
    // `AppInfo object`, `AppInfo对象`
    let name = word
        .trim_end_matches("对象")
        .trim_end_matches(" object")
        .trim_end_matches(" Object");
    if name.len() < word.len() {
        read(name)
    } else {
        None
    }
}

/// Frequent misprints are one letter away from the word.
fn misprint(word: &str) -> Option<Kind> {
    [
        ("string", Kind::Text),
        ("integer", Kind::Integer),
        ("boolean", Kind::Boolean),
        ("decimal", Kind::Decimal(None)),
        ("object", Kind::Object(None)),
    ]
    .into_iter()
    .find(|(known, _)| strsim::osa_distance(known, word) == 1)
    .map(|(_, kind)| kind)
}

/// The type of the elements, if a type is a list: `T[]`, `T[`, `List<T>`, `Array of T`, `T数组`.
fn list_of(text: &str) -> Option<&str> {
    if text.eq_ignore_ascii_case("byte[]") {
        return None;
    }
    for end in ["[]", "[", "[ ]"] {
        if let Some(inner) = text.strip_suffix(end) {
            return Some(inner.trim());
        }
    }
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return None;
    }
    for start in [
        "list<",
        "array<",
        "set<",
        "arraylist<",
        "collection<",
        "list[",
        "array[",
        "list(",
        "array(",
    ] {
        if lower.starts_with(start) {
            return Some(
                text.get(start.len()..)?
                    .trim_end_matches(['>', ']', ')', ' '])
                    .trim(),
            );
        }
    }
    for start in ["array of ", "list of ", "arrayof", "listof"] {
        if lower.starts_with(start) {
            let inner = text.get(start.len()..)?;
            return Some(
                inner
                    .trim_end_matches(" objects")
                    .trim_end_matches(" object")
                    .trim(),
            );
        }
    }
    for end in ["数组", "列表", " array", " list"] {
        if lower.ends_with(end) && lower.len() > end.len() {
            return text.get(..text.len() - end.len());
        }
    }
    text.strip_prefix('[')?.strip_suffix(']')
}

impl Kind {
    /// Whether a printed type says what the type of the spec says. Letter case of names matters unless the page lost it.
    pub(crate) fn agrees(&self, family: &Family, parameter: &Parameter, ignore_case: bool) -> bool {
        self.means(&parameter.r#type.value, family, ignore_case)
    }

    fn means(&self, r#type: &Type, family: &Family, ignore_case: bool) -> bool {
        let same = |left: &str, right: &str| {
            if ignore_case {
                left.eq_ignore_ascii_case(right)
            } else {
                left == right
            }
        };
        let is_enumeration = |name: &str| {
            family
                .types
                .get(name)
                .is_some_and(|known| matches!(known.shape, TypeShape::Enumeration(_)))
        };
        match (self, r#type) {
            (Self::Text, found) if found.is_text() => !matches!(found, Type::Integer),
            (_, Type::Any)
            | (Self::Integer, Type::Integer)
            | (Self::Decimal(None), Type::Decimal { .. })
            | (Self::Number, Type::Decimal { .. } | Type::Integer)
            | (Self::Boolean, Type::Boolean)
            | (Self::Object(_) | Self::Map, Type::Object(_))
            | (Self::Object(None) | Self::Map, Type::Map(_))
            | (Self::Binary, Type::Binary)
            | (Self::List(None), Type::List(_)) => true,
            (Self::Decimal(Some(digits)), Type::Decimal { precision, scale }) => {
                *digits == (*precision, *scale)
            }
            (Self::Text, Type::Named(name)) => is_enumeration(name),
            (Self::Object(None) | Self::Map, Type::Named(name)) => !is_enumeration(name),
            (Self::Object(Some(printed)), Type::Named(name)) => same(printed, name),
            (Self::List(Some(inner)), Type::List(element)) => {
                inner.means(element, family, ignore_case)
            }
            _ => false,
        }
    }

    /// The type expression of the spec language, where there is a plain one.
    pub(crate) fn expression(&self, family: &Family) -> Option<String> {
        Some(match self {
            Self::Text => "string".to_owned(),
            Self::Integer => "integer".to_owned(),
            Self::Decimal(Some((precision, scale))) => format!("decimal({precision},{scale})"),
            Self::Boolean => "boolean".to_owned(),
            Self::Binary => "binary".to_owned(),
            Self::Object(Some(name)) if family.types.contains_key(name) => name.clone(),
            Self::List(Some(inner)) => format!("{}[]", inner.expression(family)?),
            Self::List(None) => "any[]".to_owned(),
            Self::Object(_) | Self::Map => "any".to_owned(),
            Self::Decimal(None) | Self::Number => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, read};

    #[test]
    fn printed_types() {
        let list = |name: &str| Kind::List(Some(Box::new(Kind::Object(Some(name.to_owned())))));
        for (text, expected) in [
            ("String", Kind::Text),
            ("字符串", Kind::Text),
            ("interger", Kind::Integer),
            ("Int", Kind::Integer),
            ("Double(12,4)", Kind::Decimal(Some((12, 4)))),
            ("ＢｉｇＤｅｃｉｍａｌ", Kind::Decimal(None)),
            ("UsageInfo[", list("UsageInfo")),
            ("UsageInfo[]", list("UsageInfo")),
            ("list<AppInfo>", list("AppInfo")),
            ("List <AppInfo>", list("AppInfo")),
            ("Array of AppInfo objects", list("AppInfo")),
            ("AppInfo数组", list("AppInfo")),
            ("AppInfo", Kind::Object(Some("AppInfo".to_owned()))),
            ("AppInfo object", Kind::Object(Some("AppInfo".to_owned()))),
            ("Array", Kind::List(None)),
            ("Boolean", Kind::Boolean),
        ] {
            assert_eq!(read(text).map(|(kind, _)| kind), Some(expected), "{text}");
        }
        assert_eq!(read("String(64)"), Some((Kind::Text, Some(64))));
        assert_eq!(read("-"), None);
        assert_eq!(read(&"[".repeat(500)), None);
    }
}
