//! Pages as GitHub-flavoured Markdown.

use super::{Block, Table};

/// Writes a page.
pub(crate) fn render(page: &[Block]) -> String {
    page.iter().map(write).collect::<Vec<_>>().join("\n")
}

fn write(block: &Block) -> String {
    match block {
        Block::Title { id, titles } => {
            let titles = titles.iter().map(|title| format!(" · {}", escape(title)));
            format!("# `{id}`{}\n", titles.collect::<String>())
        }
        Block::Heading(heading) => format!("## {}\n", escape(heading)),
        Block::Paragraph(prose) => escape(prose).replace('\n', "\n\n") + "\n",
        Block::Facts(facts) => {
            let lines = facts.iter().map(|(name, value)| {
                format!("- **{name}**: {}\n", escape(&value.replace('\n', " ")))
            });
            lines.collect::<Vec<_>>().concat()
        }
        Block::Table(table) => self::table(table),
    }
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
