//! The shapes of a page.

use std::fmt::Write;

use proptest::prelude::*;

use super::model::{PageModel, RowModel, TableModel};

/// How a page is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub(crate) format: Format,
    pub(crate) chinese: bool,
    /// Which of several spellings of headers and marks.
    pub(crate) spelling: usize,
    /// Full-width digits and signs.
    pub(crate) wide: bool,
    /// Non-breaking spaces and zero-width characters around words.
    pub(crate) noise: bool,
    /// Paragraphs in cells.
    pub(crate) paragraphs: bool,
    /// Values in rows of their own below a name that covers them.
    pub(crate) merged: bool,
    /// A line across the table above its rows.
    pub(crate) banner: bool,
    /// End tags that HTML lets one leave out.
    pub(crate) sloppy: bool,
    /// Without html, head and body.
    pub(crate) fragment: bool,
}

/// A file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Html,
    Markdown,
    Tabs,
    Lines,
}

impl Format {
    pub(crate) const ALL: [Self; 4] = [Self::Html, Self::Markdown, Self::Tabs, Self::Lines];

    pub(crate) const fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Tabs | Self::Lines => "txt",
        }
    }
}

impl Style {
    /// A tidy page.
    pub(crate) const fn plain(format: Format, chinese: bool) -> Self {
        Self {
            format,
            chinese,
            spelling: 0,
            wide: false,
            noise: false,
            paragraphs: false,
            merged: false,
            banner: false,
            sloppy: false,
            fragment: false,
        }
    }

    /// Any style.
    pub(crate) fn any() -> impl Strategy<Value = Self> {
        (
            prop::sample::select(Format::ALL.to_vec()),
            0..3_usize,
            any::<[bool; 8]>(),
        )
            .prop_map(|(format, spelling, flags)| {
                let [
                    chinese,
                    wide,
                    noise,
                    paragraphs,
                    merged,
                    banner,
                    sloppy,
                    fragment,
                ] = flags;
                Self {
                    format,
                    chinese,
                    spelling,
                    wide,
                    noise,
                    paragraphs,
                    merged,
                    banner,
                    sloppy,
                    fragment,
                }
            })
    }

    fn header(self) -> [&'static str; 5] {
        match (self.chinese, self.spelling) {
            (true, 0) => ["参数", "是否必选", "参数类型", "最大字符长度", "说明"],
            (true, 1) => ["参数名称", "必选", "类型", "字符长度", "描述"],
            (true, _) => ["名称", "是否必填", "数据类型", "最大长度（字符）", "备注"],
            (false, 0) => [
                "Parameter",
                "Mandatory",
                "Type",
                "Maximum Length",
                "Description",
            ],
            (false, 1) => ["Name", "Required", "Data Type", "Length", "Remarks"],
            (false, _) => [
                "Parameter Name",
                "Mandatory (M/O/C)",
                "Type",
                "Max. Length (Characters)",
                "Description",
            ],
        }
    }

    fn mark(self, mark: char) -> String {
        match (self.chinese, self.spelling, mark) {
            (_, 0, _) => mark.to_string(),
            (true, 1, 'M') => "是".to_owned(),
            (true, 1, 'O') => "否".to_owned(),
            (true, _, 'M') => "必填".to_owned(),
            (true, _, 'O') => "选填".to_owned(),
            (true, ..) => "条件必选".to_owned(),
            (false, 1, 'M') => "Yes".to_owned(),
            (false, 1, 'O') => "No".to_owned(),
            (false, _, 'M') => "Mandatory".to_owned(),
            (false, _, 'O') => "Optional".to_owned(),
            (false, ..) => "Conditional".to_owned(),
        }
    }

    fn length(self, length: Option<u64>) -> String {
        match (length, self.spelling, self.chinese) {
            (None, 0, _) => "-".to_owned(),
            (None, _, true) => "不涉及".to_owned(),
            (None, ..) => "N/A".to_owned(),
            (Some(length), 2, true) => self.widened(&format!("{length}个字符")),
            (Some(length), 2, false) => self.widened(&format!("{length} characters")),
            (Some(length), ..) => self.widened(&length.to_string()),
        }
    }

    /// Full-width forms.
    fn widened(self, text: &str) -> String {
        if !self.wide {
            return text.to_owned();
        }
        text.chars()
            .map(|character| match character {
                '0'..='9' | ':' => {
                    char::from_u32(u32::from(character) + 0xfee0).expect("a full-width form")
                }
                other => other,
            })
            .collect()
    }

    /// A word with what copies leave around it.
    fn noisy(self, text: &str) -> String {
        if self.noise {
            format!("\u{a0}{text}\u{200b}")
        } else {
            text.to_owned()
        }
    }

    /// The lines of a description, in words of no vendor.
    fn description(self, row: &RowModel) -> Vec<String> {
        let about = if self.chinese {
            "字段用途见接入方案。"
        } else {
            "See the plan of the integration."
        };
        let mut lines = vec![about.to_owned()];
        match row.values.as_slice() {
            [] => {}
            [only] if self.chinese => lines.push(format!("取值为{only}")),
            [only] => lines.push(format!("Options: {only}")),
            several => {
                lines.push(
                    if self.chinese {
                        "取值："
                    } else {
                        "Options:"
                    }
                    .to_owned(),
                );
                lines.extend(several.iter().map(|value| {
                    let meaning = if self.chinese {
                        "一种情形"
                    } else {
                        "one case"
                    };
                    format!("{value}{}{meaning}", self.widened(":"))
                }));
            }
        }
        lines
    }

    fn title(self, of: &str) -> String {
        match (of, self.chinese) {
            ("request", true) => "请求参数".to_owned(),
            ("reply", true) => "响应参数".to_owned(),
            ("request", false) => "Request parameters".to_owned(),
            ("reply", false) => "Response parameters".to_owned(),
            ("callback", true) => "回调返回参数".to_owned(),
            ("callback", false) => "Parameters of the redirect response".to_owned(),
            (other, true) => format!("{other}结构"),
            (other, false) => format!("{other} structure"),
        }
    }
}

/// Writes a page.
pub(crate) fn write(page: &PageModel, style: Style) -> String {
    match style.format {
        Format::Html => html(page, style),
        Format::Markdown => markdown(page, style),
        Format::Tabs => tabs(page, style),
        Format::Lines => lines(page, style),
    }
}

fn cells(row: &RowModel, style: Style) -> [String; 4] {
    [
        style.noisy(&row.name),
        style.noisy(&style.mark(row.mark)),
        style.noisy(&row.r#type),
        style.noisy(&style.length(row.length)),
    ]
}

fn html(page: &PageModel, style: Style) -> String {
    let mut text = String::new();
    if !style.fragment {
        text.push_str("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><script>if (a < b) { x = \"<table>\"; }</script></head><body>\n");
    }
    let _ = writeln!(
        text,
        "<div class=\"help\"><h1 class=\"topictitle1\">{}</h1>",
        page.title
    );
    for table in &page.tables {
        html_table(table, style, &mut text);
    }
    text.push_str("</div>\n");
    if !style.fragment {
        text.push_str("</body></html>\n");
    }
    text
}

fn html_table(table: &TableModel, style: Style, text: &mut String) {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let wrap = |lines: &[String]| match lines {
        [only] if !style.paragraphs => escape(only),
        lines => {
            let lines: Vec<_> = lines.iter().map(|line| escape(line)).collect();
            format!("<p>{}</p>", lines.join("</p><p>"))
        }
    };
    let end = |tag: &str| {
        if style.sloppy {
            String::new()
        } else {
            format!("</{tag}>")
        }
    };
    let title = style.title(&table.of);
    let _ = write!(
        text,
        "<div class=\"section\"><h4 class=\"sectiontitle\">{title}</h4>\n<div class=\"tablenoborder\"><table cellpadding=\"4\" summary=\"\"><caption><b>{title}</b></caption>\n<thead><tr>"
    );
    for word in style.header() {
        let _ = write!(
            text,
            "<th align=\"left\">{}{}",
            wrap(&[style.noisy(word)]),
            end("th")
        );
    }
    let _ = write!(text, "{}</thead>\n<tbody>\n", end("tr"));
    if style.banner {
        let _ = writeln!(
            text,
            "<tr><td colspan=\"5\">{title}{}{}",
            end("td"),
            end("tr")
        );
    }
    for row in &table.rows {
        let lines = style.description(row);
        let (first, rest) = lines.split_first().expect("a description");
        let merged = style.merged && !rest.is_empty();
        let span = if merged {
            format!(" rowspan=\"{}\"", rest.len() + 1)
        } else {
            String::new()
        };
        text.push_str("<tr>");
        for cell in cells(row, style) {
            let _ = write!(
                text,
                "<td{span} class=\"cellrowborder\">{}{}",
                wrap(&[cell]),
                end("td")
            );
        }
        if merged {
            let _ = writeln!(
                text,
                "<td>{}{}{}",
                wrap(std::slice::from_ref(first)),
                end("td"),
                end("tr")
            );
            for line in rest {
                let _ = writeln!(
                    text,
                    "<tr><td>{}{}{}",
                    wrap(std::slice::from_ref(line)),
                    end("td"),
                    end("tr")
                );
            }
        } else {
            let mut list = String::new();
            for line in rest {
                let _ = write!(list, "<li>{}{}", escape(line), end("li"));
            }
            let list = if rest.is_empty() {
                String::new()
            } else {
                format!("<ul>{list}</ul>")
            };
            let _ = writeln!(
                text,
                "<td>{}{list}{}{}",
                wrap(std::slice::from_ref(first)),
                end("td"),
                end("tr")
            );
        }
    }
    text.push_str("</tbody></table></div></div>\n");
}

fn markdown(page: &PageModel, style: Style) -> String {
    let mut text = format!("# {}\n\n", page.title);
    for table in &page.tables {
        let _ = write!(text, "## {}\n\n|", style.title(&table.of));
        for word in style.header() {
            let _ = write!(text, " {word} |");
        }
        text.push_str("\n|---|:--|---|---|---|\n");
        for row in &table.rows {
            let cells = cells(row, style);
            let _ = writeln!(
                text,
                "| {} | {} |",
                cells.join(" | "),
                style.description(row).join("<br>")
            );
        }
        text.push('\n');
    }
    text
}

fn tabs(page: &PageModel, style: Style) -> String {
    let mut text = format!("{}\n\n", page.title);
    for table in &page.tables {
        let _ = writeln!(
            text,
            "{}\n{}",
            style.title(&table.of),
            style.header().join("\t")
        );
        for row in &table.rows {
            let _ = writeln!(
                text,
                "{}\t{}",
                cells(row, style).join("\t"),
                style.description(row).join("\n")
            );
        }
        text.push('\n');
    }
    text
}

fn lines(page: &PageModel, style: Style) -> String {
    let mut text = format!("{}\n\n", page.title);
    for table in &page.tables {
        let _ = writeln!(
            text,
            "{}\n{}",
            style.title(&table.of),
            style.header().join("\n")
        );
        for row in &table.rows {
            let _ = writeln!(
                text,
                "{}\n{}",
                cells(row, style).join("\n"),
                style.description(row).join("\n")
            );
        }
        text.push('\n');
    }
    text
}
