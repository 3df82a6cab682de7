//! Text of a page → headings, texts and tables.

mod clues;
mod html;
mod lines;
mod markdown;
mod plain;

use koo_spec::source::SourceFile;

use crate::page::Page;

/// The largest page that is read, in bytes. The vendor's largest pages have less than a tenth of it.
pub const MAX_PAGE_BYTES: usize = 16 * 1024 * 1024;

/// The most cells that are read; what follows is left out.
const MAX_CELLS: usize = 200_000;

/// How a page is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageFormat {
    /// HTML, whole or a fragment.
    Html,
    /// Markdown with tables.
    Markdown,
    /// Text copied from a browser.
    Plain,
}

impl PageFormat {
    /// The format of a page: that of its file name, else the one its text looks like.
    pub fn guess(path: &str, text: &str) -> Self {
        let has_html = || {
            let lower = text.to_ascii_lowercase();
            ["<table", "<td", "<tr", "<html", "<!doctype"]
                .iter()
                .any(|tag| lower.contains(tag))
        };
        let extension = path.rsplit('.').next().unwrap_or_default().to_lowercase();
        match extension.as_str() {
            "html" | "htm" | "xhtml" | "mhtml" => Self::Html,
            // Markdown may hold its tables as HTML.
            "md" | "markdown" if !has_html() => Self::Markdown,
            "tsv" => Self::Plain,
            _ if has_html() => Self::Html,
            _ if markdown::looks_like_it(text) => Self::Markdown,
            _ => Self::Plain,
        }
    }
}

/// Why a page cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Its size in bytes.
    pub bytes: usize,
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "the page has {} bytes, more than the {MAX_PAGE_BYTES} that are read; save the part with the tables",
            self.bytes
        )
    }
}

/// Reads a page. The path is shown in messages and may tell the id of the page.
///
/// # Errors
///
/// When the text is larger than [`MAX_PAGE_BYTES`]. Everything smaller is read, as far as it makes sense.
pub fn read(path: &str, text: &str, format: Option<PageFormat>) -> Result<Page, Unreadable> {
    if text.len() > MAX_PAGE_BYTES {
        return Err(Unreadable { bytes: text.len() });
    }
    let source = SourceFile::new(path, text);
    let format = format.unwrap_or_else(|| PageFormat::guess(path, text));
    let (mut clues, blocks) = match format {
        PageFormat::Html => html::read(text),
        PageFormat::Markdown => markdown::read(text),
        PageFormat::Plain => plain::read(text),
    };
    clues::complete(path, &blocks, &mut clues);
    Ok(Page {
        source,
        clues,
        blocks,
    })
}
