//! Doc comments: descriptions, limits, sites and source pages.

use koo_spec::catalogue::{
    Confidence, Family, Format, Length, LengthUnit, Parameter, Placed, Presence, Provenance,
    SiteDifference, Text, Type,
};
use koo_spec::interpret::payload::describe;
use proc_macro2::TokenStream;
use quote::quote;

use super::markdown::{escape, is_code, wrap};

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
        self.paragraphs
            .push(Paragraph::Point(escape(text.as_ref().trim())));
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
                    lines
                        .map(|(index, line)| {
                            format!("{}{line}", if index == 0 { "- " } else { "  " })
                        })
                        .collect()
                }
            };
            lines.extend(wrapped.into_iter().map(|line| {
                if line.is_empty() {
                    line
                } else {
                    format!(" {line}")
                }
            }));
        }
        lines
    }
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
    let end = text.trim_end_matches([')', '"', '”', '’', '）']);
    if !end.is_empty() && !end.ends_with(['.', '?', '!', ':', '。', '？', '！', '：']) {
        // Ideographs end with a full stop of their own width.
        let is_wide = text.ends_with(|last: char| last >= '\u{3000}');
        text.push(if is_wide { '。' } else { '.' });
    }
    text
}

/// The documentation of a parameter: what it is, its limits, its sites and its source.
pub(super) fn parameter(family: &Family, parameter: &Parameter) -> Docs {
    let mut docs = Docs::new(sentence(&parameter.doc.en));
    docs.paragraph(sentence(&limits(parameter)));
    if let Presence::Conditional { when, words } = &parameter.presence {
        if let Some(words) = words {
            docs.paragraph(sentence(&format!("Needed: {}", words.en)));
        }
        if let Some(when) = when {
            docs.markdown(format!("Needed when `{}`.", describe(&when.value)));
        }
    }
    if let Some(deprecated) = &parameter.deprecated {
        docs.paragraph(sentence(&format!("Deprecated: {}", deprecated.en)));
    }
    if let Some(advisory) = &parameter.limits.advisory {
        docs.paragraph(format!(
            "The printed limit is not enforced, see the erratum \"{}\".",
            advisory.value
        ));
    }
    for (site, difference) in &parameter.differences {
        let said = self::difference(parameter, difference);
        if !said.is_empty() {
            docs.paragraph(sentence(&format!("On {site}: {said}")));
        }
    }
    if let Some(note) = &parameter.provenance.note {
        docs.paragraph(sentence(&note.en));
    }
    docs.markdown(source(family, &parameter.provenance, &parameter.sites));
    docs
}

/// What lengths count, behind a number; in a list they are those of each element.
fn unit(parameter: &Parameter, length: u64) -> String {
    let unit = match parameter.limits.unit {
        LengthUnit::Characters => "character",
        LengthUnit::Bytes => "byte",
        LengthUnit::Utf16 => "UTF-16 unit",
    };
    let each = if matches!(parameter.r#type.value, Type::List(_) | Type::Map(_)) {
        " each"
    } else {
        ""
    };
    format!("{}{each}", count(length, unit))
}

/// A number of things.
fn count(number: u64, thing: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{plural}")
}

const fn presence(presence: &Presence) -> &'static str {
    match presence {
        Presence::Mandatory => "mandatory",
        Presence::Optional => "optional",
        Presence::Conditional { .. } => "conditional",
    }
}

fn length(parameter: &Parameter, length: Length) -> Option<String> {
    match length {
        Length::AtMost(max) => Some(format!("at most {}", unit(parameter, max))),
        Length::Unlimited => Some("of any length".to_owned()),
        Length::Unknown => None,
    }
}

fn format(format: &Format) -> String {
    let words = match format {
        Format::Url => "a URL",
        Format::Uuid => "a UUID",
        Format::Hex => "hexadecimal digits",
        Format::Json => "JSON inside the text",
        Format::UrlencodedBase64Json => "URL-encoded base64 of JSON",
        Format::EpochMillis => "milliseconds since 1970",
        Format::Base64 | Format::Timestamp(_) | Format::CommaList { .. } => {
            return format.describe();
        }
    };
    words.to_owned()
}

fn limits(parameter: &Parameter) -> String {
    let limits = &parameter.limits;
    let mut parts = vec![presence(&parameter.presence).to_owned()];
    if parameter.always_emitted {
        parts.push("sent always".to_owned());
    }
    if let Some(min) = limits.min_length {
        parts.push(format!("at least {}", unit(parameter, min)));
    }
    let undocumented = || {
        matches!(parameter.r#type.value, Type::String).then(|| "length not documented".to_owned())
    };
    parts.extend(length(parameter, limits.max_length).or_else(undocumented));
    if let Some(min) = limits.min_items {
        parts.push(format!("at least {}", count(min, "element")));
    }
    if let Some(max) = limits.max_items.number() {
        parts.push(format!("at most {}", count(max, "element")));
    }
    if let Some(minimum) = &limits.minimum {
        parts.push(format!("not below {minimum}"));
    }
    if let Some(maximum) = &limits.maximum {
        parts.push(format!("not above {maximum}"));
    }
    if let Type::Decimal { precision, scale } = parameter.r#type.value.innermost() {
        parts.push(format!(
            "at most {}, {scale} of them after the point",
            count(u64::from(*precision), "digit")
        ));
    }
    parts.extend(parameter.format.as_ref().map(format));
    if let Some(default) = &parameter.default {
        parts.push(format!("{} if absent", default.value));
    }
    if let Some(cipher) = &parameter.encrypted {
        parts.push(format!("encrypted under {}", cipher.value));
    }
    if let Some(since) = &parameter.since {
        parts.push(format!("since {since}"));
    }
    if let Some(until) = &parameter.until {
        parts.push(format!("until {until}"));
    }
    parts.join("; ")
}

fn difference(parameter: &Parameter, difference: &SiteDifference) -> String {
    let mut parts = Vec::new();
    parts.extend(
        difference
            .presence
            .as_ref()
            .map(|presence| self::presence(presence).to_owned()),
    );
    parts.extend(
        difference
            .max_length
            .and_then(|length| self::length(parameter, length)),
    );
    if let Some(values) = &difference.values {
        let values: Vec<_> = values.iter().map(|value| value.value.as_str()).collect();
        parts.push(format!("values {}", values.join(", ")));
    }
    if let Some(default) = &difference.default {
        parts.push(format!("{} if absent", default.value));
    }
    parts.extend(difference.format.as_ref().map(format));
    if let Some(doc) = &difference.doc {
        parts.push(doc.en.trim_end_matches('.').to_owned());
    }
    parts.join("; ")
}

/// The last paragraph of a documented item, as Markdown: sites, pages, and how sure it is.
pub(super) fn source(family: &Family, provenance: &Provenance, sites: &[Placed<String>]) -> String {
    let sites = if sites.is_empty() {
        &family.sites
    } else {
        sites
    };
    let mut sites: Vec<_> = sites.iter().map(|site| site.value.as_str()).collect();
    sites.sort_unstable();
    let pages: Vec<_> = provenance
        .pages
        .iter()
        .map(|page| format!("`{}`", page.value))
        .collect();
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
