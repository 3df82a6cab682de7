//! The words of table headers.

use crate::clean::{clean, key};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    /// Name of a parameter.
    Name,
    /// Required mark.
    Required,
    /// Type.
    Type,
    /// Longest text.
    Length,
    /// Values or range.
    Range,
    /// What it means.
    Description,
    /// Result code.
    Code,
    /// HTTP status.
    Status,
    /// Default.
    Default,
    /// Example.
    Example,
    /// Where it travels.
    Location,
}

/// The words of the vendor's tables, reduced as [`key`] does.
const WORDS: &[(Column, &[&str])] = &[
    (
        Column::Name,
        &[
            "参数",
            "参数名",
            "参数名称",
            "名称",
            "字段",
            "字段名",
            "字段名称",
            "属性",
            "属性名",
            "属性名称",
            "元素",
            "元素名称",
            "请求参数",
            "响应参数",
            "parameter",
            "parameters",
            "parametername",
            "name",
            "field",
            "fieldname",
            "attribute",
            "attributename",
            "element",
            "property",
        ],
    ),
    (
        Column::Required,
        &[
            "是否必选",
            "是否必填",
            "是否必须",
            "是否必需",
            "是否必传",
            "必选",
            "必填",
            "必须",
            "必选可选",
            "必选项",
            "必填项",
            "可选必选",
            "mandatory",
            "required",
            "ismandatory",
            "isrequired",
            "mandatoryoptional",
            "mandatoryoroptional",
            "optionalmandatory",
            "requiredoptional",
            "mo",
            "om",
            "moc",
        ],
    ),
    (
        Column::Type,
        &[
            "类型",
            "参数类型",
            "数据类型",
            "字段类型",
            "值类型",
            "属性类型",
            "type",
            "datatype",
            "parametertype",
            "fieldtype",
        ],
    ),
    (
        Column::Length,
        &[
            "最大字符长度",
            "最大长度",
            "字符长度",
            "长度",
            "长度限制",
            "最大字符数",
            "字段长度",
            "参数长度",
            "maximumlength",
            "maxlength",
            "length",
            "maximumcharacterlength",
            "maximumlengthcharacters",
            "maxlengthcharacters",
            "maximumcharacters",
            "maxcharacters",
            "characterlength",
            "lengthlimit",
            "stringlength",
            "maximumlengthofcharacters",
            "maximumlengthofcharacter",
        ],
    ),
    (
        Column::Range,
        &[
            "取值范围",
            "取值",
            "枚举值",
            "可选值",
            "有效值",
            "值",
            "valuerange",
            "range",
            "value",
            "values",
            "options",
            "enumvalues",
            "enumerationvalues",
            "allowedvalues",
            "possiblevalues",
        ],
    ),
    (
        Column::Description,
        &[
            "描述",
            "说明",
            "参数说明",
            "参数描述",
            "参数含义",
            "字段说明",
            "字段描述",
            "含义",
            "备注",
            "错误描述",
            "错误信息",
            "结果描述",
            "结果说明",
            "返回码描述",
            "错误码描述",
            "错误码说明",
            "返回码说明",
            "结果码描述",
            "结果码说明",
            "描述信息",
            "description",
            "descriptions",
            "remark",
            "remarks",
            "meaning",
            "explanation",
            "note",
            "notes",
            "comment",
            "errormessage",
            "message",
            "resultdescription",
        ],
    ),
    (
        Column::Code,
        &[
            "返回码",
            "结果码",
            "错误码",
            "响应码",
            "返回值",
            "错误代码",
            "返回编码",
            "编码",
            "调用结果码",
            "resultcode",
            "errorcode",
            "returncode",
            "responsecode",
            "code",
            "codes",
            "returnedcode",
            "resultcodes",
        ],
    ),
    (
        Column::Status,
        &[
            "http状态码",
            "状态码",
            "http返回码",
            "httpstatuscode",
            "httpstatus",
            "statuscode",
            "httpcode",
        ],
    ),
    (
        Column::Default,
        &["默认值", "缺省值", "default", "defaultvalue"],
    ),
    (
        Column::Example,
        &[
            "示例",
            "样例",
            "示例值",
            "举例",
            "参数示例",
            "example",
            "examplevalue",
            "samplevalue",
        ],
    ),
    (
        Column::Location,
        &[
            "位置",
            "参数位置",
            "传参位置",
            "location",
            "in",
            "position",
            "parameterlocation",
        ],
    ),
];

/// The column of a header cell; remarks in brackets do not matter.
pub(crate) fn column(text: &str) -> Option<Column> {
    let text = clean(text);
    let find = |text: &str| {
        let key = key(text);
        WORDS
            .iter()
            .find(|(_, words)| words.contains(&key.as_str()))
            .map(|(column, _)| *column)
    };
    let without_brackets = text.split(['(', '[']).next().unwrap_or_default();
    find(&text).or_else(|| find(without_brackets))
}

/// Whether cells are the header of a table of parameters or codes.
pub(crate) fn is_header<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let filled: Vec<_> = cells.filter(|cell| !clean(cell).is_empty()).collect();
    let columns: Vec<_> = filled.iter().filter_map(|cell| column(cell)).collect();
    // A row about a parameter called `name` has a few of these words too.
    if columns.len() * 2 <= filled.len() {
        return false;
    }
    let has = |column| columns.contains(&column);
    let about_parameters = [
        Column::Required,
        Column::Type,
        Column::Length,
        Column::Range,
        Column::Description,
    ];
    has(Column::Name) && about_parameters.into_iter().any(has)
        || has(Column::Code) && (has(Column::Description) || has(Column::Status))
}

/// The name in a cell and the depth that marks in front of it show; nothing if the cell holds no name.
pub(crate) fn name(text: &str) -> Option<(String, usize)> {
    const MARKS: &[char] = &['-', '+', '>', '└', '├', '─', '│', '∟', '·', '•', '*'];
    let text = text.trim();
    let rest = text.trim_start_matches(|character| MARKS.contains(&character) || character == ' ');
    let marks = text.get(..text.len() - rest.len()).unwrap_or_default();
    let depth = match marks.split_whitespace().count() {
        0 => 0,
        // `--a` and `- - a` are both two deep, `└─a` is one deep.
        1 if marks
            .chars()
            .all(|character| "-+>".contains(character) || character == ' ') =>
        {
            marks.trim().chars().count()
        }
        many => many,
    };
    let rest = rest.split(['(', ' ', ',', ':']).next().unwrap_or_default();
    let rest = rest.trim_matches(['"', '\'', '`']);
    let belongs =
        |character: char| character.is_ascii_alphanumeric() || "_-.[]$@*".contains(character);
    let is_name = !rest.is_empty() && rest.len() <= 128 && rest.chars().all(belongs);
    (is_name
        && rest
            .chars()
            .any(|character| character.is_ascii_alphanumeric()))
    .then(|| (rest.to_owned(), depth))
}

#[cfg(test)]
mod tests {
    use super::{Column, column, is_header, name};

    #[test]
    fn headers_in_both_languages() {
        assert_eq!(column("是否\u{a0}必选"), Some(Column::Required));
        assert_eq!(column("Maximum Length (Characters)"), Some(Column::Length));
        assert_eq!(column("最大字符长度（字节）"), Some(Column::Length));
        assert_eq!(column("Mandatory (M/O/C)"), Some(Column::Required));
        assert_eq!(column("产品"), None);
        assert!(is_header(["参数", "描述"].into_iter()));
        assert!(is_header(["错误码", "说明"].into_iter()));
        assert!(!is_header(["名称", "价格"].into_iter()));
        assert!(!is_header(
            ["name", "Mandatory", "String", "255", "Of the enterprise."].into_iter()
        ));
    }

    #[test]
    fn names_and_their_depth() {
        assert_eq!(name("orderId"), Some(("orderId".to_owned(), 0)));
        assert_eq!(name("└─ appInfo"), Some(("appInfo".to_owned(), 1)));
        assert_eq!(name("--memo"), Some(("memo".to_owned(), 2)));
        assert_eq!(
            name("info[].appInfo"),
            Some(("info[].appInfo".to_owned(), 0))
        );
        assert_eq!(name("x-sign (header)"), Some(("x-sign".to_owned(), 0)));
        assert_eq!(name("公共参数"), None);
        assert_eq!(name("-"), None);
    }
}
