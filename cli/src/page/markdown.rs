//! Pages as GitHub-flavoured Markdown.

use super::{Block, Table};

/// Writes a page.
pub(crate) fn render(page: &[Block]) -> String {
    let mut text = String::new();
    for (at, block) in page.iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        match block {
            Block::Title { id, titles } => {
                text.push_str(&format!("# `{id}`"));
                for title in titles {
                    text.push_str(&format!(" · {}", escape(title)));
                }
                text.push('\n');
            }
            Block::Heading(heading) => text.push_str(&format!("## {}\n", escape(heading))),
            Block::Paragraph(prose) => {
                text.push_str(&format!("{}\n", escape(prose).replace('\n', "\n\n")))
            }
            Block::Facts(facts) => {
                for (name, value) in facts {
                    text.push_str(&format!(
                        "- **{name}**: {}\n",
                        escape(&value.replace('\n', " "))
                    ));
                }
            }
            Block::Table(table) => text.push_str(&self::table(table)),
        }
    }
    text
}

fn table(table: &Table) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut text = line(
        table
            .headers
            .iter()
            .map(|header| (*header).to_owned())
            .collect(),
    );
    text.push_str(&line(
        table.headers.iter().map(|_| "---".to_owned()).collect(),
    ));
    for row in &table.rows {
        let cells = row.iter().map(|cell| escape(cell).replace('\n', "<br>"));
        text.push_str(&line(cells.collect()));
    }
    text
}

/// Keeps text from being read as markup.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '|' | '<' | '*' | '_' | '`' | '[' | ']' | '\\') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
