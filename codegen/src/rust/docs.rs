//! Doc comments: descriptions, limits, sites and source pages.

use koo_spec::catalogue::{Confidence, Family, Parameter, Placed, Presence, Provenance};
use koo_spec::interpret::payload::describe;
use proc_macro2::TokenStream;
use quote::quote;

use crate::markdown::{escape, wrap};
use crate::words;
pub(super) use crate::words::{sentence, title};

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

/// Whether the documentation of a member shows a sentence as it is, without marks of Markdown.
pub(super) fn is_plain(sentence: &str) -> bool {
    wrap(&escape(sentence), WIDTH - 4).join(" ") == sentence
}

/// The documentation of a parameter: what it is, its limits, its sites and its source.
pub(super) fn parameter(family: &Family, parameter: &Parameter) -> Docs {
    let mut docs = Docs::new(sentence(&parameter.doc.en));
    docs.paragraph(sentence(&words::limits(parameter)));
    if let Presence::Conditional { when, words } = &parameter.presence {
        if let Some(words) = words {
            docs.paragraph(sentence(&format!("Needed: {}", words.en)));
        }
        if let Some(when) = when {
            docs.markdown(format!("Needed when `{}`.", describe(&when.value)));
        }
    }
    if let Some(mark) = &parameter.debug {
        docs.markdown(format!(
            "`{}` marks a debug call, which changes nothing.",
            mark.value
        ));
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
        let said = words::difference(parameter, difference);
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
