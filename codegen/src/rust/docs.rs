//! Doc comments: descriptions, limits, sites and source pages.

use koo_spec::catalogue::{
    Confidence, Family, Length, LengthUnit, Parameter, Placed, Presence, Provenance, SiteDifference, Text, Type,
};
use koo_spec::interpret::payload::describe;
use proc_macro2::TokenStream;
use quote::quote;

/// Width of a line of documentation, without indentation and comment marks.
const WIDTH: usize = 92;

/// Documentation being written: paragraphs, wrapped when finished.
#[derive(Default)]
pub(super) struct Docs {
    paragraphs: Vec<Paragraph>,
}

enum Paragraph {
    /// Prose, to be wrapped.
    Prose(String),
    /// One point of a list, to be wrapped.
    Point(String),
    /// Markdown whose line breaks are kept.
    Kept(String),
}

impl Docs {
    /// Documentation that begins with a summary sentence.
    pub(super) fn new(summary: impl AsRef<str>) -> Self {
        let mut docs = Self::default();
        docs.paragraph(summary);
        docs
    }

    /// Adds paragraphs of plain text; blank lines separate them.
    pub(super) fn paragraph(&mut self, text: impl AsRef<str>) -> &mut Self {
        for paragraph in text.as_ref().split("\n\n") {
            let paragraph = escape(paragraph.trim());
            if !paragraph.is_empty() {
                self.paragraphs.push(Paragraph::Prose(paragraph));
            }
        }
        self
    }

    /// Adds a sentence that is Markdown already; it is wrapped like any other.
    pub(super) fn markdown(&mut self, text: impl Into<String>) -> &mut Self {
        self.paragraphs.push(Paragraph::Prose(text.into()));
        self
    }

    /// Adds a heading, a table or a block of code: Markdown whose line breaks are kept.
    pub(super) fn block(&mut self, text: impl Into<String>) -> &mut Self {
        self.paragraphs.push(Paragraph::Kept(text.into()));
        self
    }

    /// Adds a point of a list.
    pub(super) fn point(&mut self, text: impl AsRef<str>) -> &mut Self {
        self.paragraphs.push(Paragraph::Point(escape(text.as_ref().trim())));
        self
    }

    /// Outer doc attributes.
    pub(super) fn outer(&self, indent: usize) -> TokenStream {
        let lines = self.lines(indent);
        quote! { #(#[doc = #lines])* }
    }

    /// Inner doc attributes, for modules and crates.
    pub(super) fn inner(&self) -> TokenStream {
        let lines = self.lines(0);
        quote! { #(#![doc = #lines])* }
    }

    fn lines(&self, indent: usize) -> Vec<String> {
        let mut lines = Vec::new();
        let mut after_point = false;
        for paragraph in &self.paragraphs {
            let is_point = matches!(paragraph, Paragraph::Point(_));
            if !(lines.is_empty() || is_point && after_point) {
                lines.push(String::new());
            }
            after_point = is_point;
            let wrapped = match paragraph {
                Paragraph::Kept(text) => text.lines().map(str::to_owned).collect(),
                Paragraph::Prose(text) => wrap(text, WIDTH - indent),
                Paragraph::Point(text) => {
                    let lines = wrap(text, WIDTH - indent - 2).into_iter().enumerate();
                    lines.map(|(index, line)| format!("{}{line}", if index == 0 { "- " } else { "  " })).collect()
                }
            };
            lines.extend(wrapped.into_iter().map(|line| if line.is_empty() { line } else { format!(" {line}") }));
        }
        lines
    }
}

/// Breaks text into lines of at most `width` columns; wide characters count twice.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split_whitespace() {
        let columns: usize = word.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum();
        if used > 0 && used + 1 + columns > width {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += columns;
    }
    lines.push(line);
    // A line that begins like a list item would become one.
    lines.into_iter().map(|line| if line.starts_with(['-', '+', '*', '#', '>']) { format!("\\{line}") } else { line }).collect()
}

/// Plain text as Markdown: brackets and angle brackets stay what they are, names of code are set as code.
fn escape(text: &str) -> String {
    text.split(' ').map(escape_word).collect::<Vec<_>>().join(" ")
}

fn escape_word(word: &str) -> String {
    let core = word.trim_matches(|character: char| !character.is_alphanumeric() && character != '_' && character != '/');
    let is_url = core.starts_with("https://") || core.starts_with("http://");
    if is_url {
        return word.replacen(core, &format!("<{core}>"), 1);
    }
    if !core.is_empty() && is_code(core) && !word.contains('`') {
        return escape_brackets(&word.replacen(core, &format!("`{core}`"), 1), true);
    }
    escape_brackets(word, word.contains('`'))
}

fn escape_brackets(word: &str, is_code: bool) -> String {
    if is_code {
        return word.to_owned();
    }
    word.replace('[', "\\[").replace(']', "\\]").replace('<', "\\<").replace('_', "\\_").replace('*', "\\*")
}

/// Whether a word is a name of code: `camelCase`, `snake_case` or `CONSTANT_CASE`.
fn is_code(word: &str) -> bool {
    let ascii = word.chars().all(|character| character.is_ascii_alphanumeric() || character == '_');
    let letters: Vec<char> = word.chars().collect();
    let camel = letters.first().is_some_and(char::is_ascii_lowercase) && letters.iter().any(char::is_ascii_uppercase);
    let snake = word.contains('_');
    ascii && (camel || snake)
}

/// A title in both languages: `Creating an instance (创建实例)`.
pub(super) fn title(title: &Text) -> String {
    match &title.zh {
        Some(zh) => format!("{} ({zh})", title.en),
        None => title.en.clone(),
    }
}

/// A text as one or more sentences that begin with a capital letter and end with a full stop.
pub(super) fn sentence(text: &str) -> String {
    let mut text = text.trim().to_owned();
    if let Some(first) = text.get(..1).map(str::to_ascii_uppercase) {
        // The first word may be a name that must keep its letter case.
        let word = text.split_whitespace().next().unwrap_or_default();
        if !is_code(word) && !word.starts_with('`') {
            text.replace_range(..1, &first);
        }
    }
    if !text.is_empty() && !text.ends_with(['.', '?', '!', '。']) {
        text.push('.');
    }
    text
}

/// The documentation of a parameter: what it is, its limits, its sites and its source.
pub(super) fn parameter(family: &Family, parameter: &Parameter) -> Docs {
    let mut docs = Docs::new(sentence(&parameter.doc.en));
    docs.paragraph(format!("{}.", limits(parameter)));
    if let Presence::Conditional { when, words } = &parameter.presence {
        if let Some(words) = words {
            docs.paragraph(sentence(&format!("Needed: {}", words.en)));
        }
        if let Some(when) = when {
            docs.markdown(format!("Needed when `{}`.", describe(&when.value)));
        }
    }
    if let Some(advisory) = &parameter.limits.advisory {
        docs.paragraph(format!("The printed limit is not enforced, see the erratum \"{}\".", advisory.value));
    }
    for (site, difference) in &parameter.differences {
        let said = self::difference(difference);
        if !said.is_empty() {
            docs.paragraph(format!("On {site}: {said}."));
        }
    }
    if let Some(note) = &parameter.provenance.note {
        docs.paragraph(sentence(&note.en));
    }
    docs.markdown(source(family, &parameter.provenance, &parameter.sites));
    docs
}

fn limits(parameter: &Parameter) -> String {
    let mut parts = vec![match &parameter.presence {
        Presence::Mandatory => "Mandatory".to_owned(),
        Presence::Optional => "Optional".to_owned(),
        Presence::Conditional { .. } => "Conditional".to_owned(),
    }];
    let limits = &parameter.limits;
    let unit = match limits.unit {
        LengthUnit::Characters => "characters",
        LengthUnit::Bytes => "bytes",
        LengthUnit::Utf16 => "UTF-16 units",
    };
    if let Some(min) = limits.min_length {
        parts.push(format!("at least {min} {unit}"));
    }
    match limits.max_length {
        Length::AtMost(max) => parts.push(format!("at most {max} {unit}")),
        Length::Unlimited => parts.push("of any length".to_owned()),
        Length::Unknown if matches!(parameter.r#type.value, Type::String) => {
            parts.push("length not documented".to_owned());
        }
        Length::Unknown => {}
    }
    if let Some(min) = limits.min_items {
        parts.push(format!("at least {min} elements"));
    }
    if let Some(max) = limits.max_items.number() {
        parts.push(format!("at most {max} elements"));
    }
    if let Some(minimum) = &limits.minimum {
        parts.push(format!("not below {minimum}"));
    }
    if let Some(maximum) = &limits.maximum {
        parts.push(format!("not above {maximum}"));
    }
    if let Type::Decimal { precision, scale } = parameter.r#type.value {
        parts.push(format!("at most {precision} digits, {scale} of them after the point"));
    }
    if let Some(format) = &parameter.format {
        parts.push(format.describe());
    }
    if let Some(default) = &parameter.default {
        parts.push(format!("{} if absent", default.value));
    }
    parts.join("; ")
}

fn difference(difference: &SiteDifference) -> String {
    let mut parts = Vec::new();
    if let Some(presence) = &difference.presence {
        parts.push(match presence {
            Presence::Mandatory => "mandatory".to_owned(),
            Presence::Optional => "optional".to_owned(),
            Presence::Conditional { .. } => "conditional".to_owned(),
        });
    }
    if let Some(max) = difference.max_length.and_then(Length::number) {
        parts.push(format!("at most {max}"));
    }
    if let Some(values) = &difference.values {
        let values: Vec<_> = values.iter().map(|value| value.value.as_str()).collect();
        parts.push(format!("values {}", values.join(", ")));
    }
    if let Some(default) = &difference.default {
        parts.push(format!("{} if absent", default.value));
    }
    if let Some(format) = &difference.format {
        parts.push(format.describe());
    }
    if let Some(doc) = &difference.doc {
        parts.push(doc.en.trim_end_matches('.').to_owned());
    }
    parts.join("; ")
}

/// The last paragraph of a documented item, as Markdown: sites, pages, and how sure it is.
pub(super) fn source(family: &Family, provenance: &Provenance, sites: &[Placed<String>]) -> String {
    let sites = if sites.is_empty() { &family.sites } else { sites };
    let sites: Vec<_> = sites.iter().map(|site| site.value.as_str()).collect();
    let pages: Vec<_> = provenance.pages.iter().map(|page| format!("`{}`", page.value)).collect();
    let mut parts = vec![format!("Sites: {}", sites.join(", "))];
    if !pages.is_empty() {
        parts.push(format!("source: {}", pages.join(", ")));
    }
    match provenance.confidence {
        Confidence::Table => {}
        Confidence::Snippet => parts.push("read in a fragment only".to_owned()),
        Confidence::Code => parts.push("taken from code".to_owned()),
        Confidence::Inferred => parts.push("concluded, not printed".to_owned()),
    }
    format!("{}.", parts.join("; "))
}
