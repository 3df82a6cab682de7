//! Which edits are made: the same fact of several pages is one edit.

use koo_spec::catalogue::Catalogue;
use koo_spec::source::{SourceMap, Span};

use super::edit::Edit;
use super::fix::{Fix, Setting};
use super::yaml::{Layout, scalar};
use super::{Remark, insert, parameter, values, wanted_fixes};
use crate::difference::Difference;
use crate::written::Written;

/// Edits that belong together.
#[derive(Debug, Clone)]
pub(super) struct Change {
    pub(super) edits: Vec<Edit>,
    pub(super) done: Remark,
}

/// What is edited and what is left to people.
#[derive(Debug, Default)]
pub(super) struct Planned {
    pub(super) changes: Vec<Change>,
    pub(super) left: Vec<Remark>,
}

/// What planning looks at.
pub(super) struct Spec<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) sources: &'a SourceMap,
    pub(super) written: Written,
}

impl<'a> Spec<'a> {
    /// The layout of the file of a span.
    pub(super) fn layout(&self, span: Span) -> Result<Layout<'a>, String> {
        Layout::new(self.sources, span.file).ok_or_else(|| "its file is not at hand".to_owned())
    }
}

/// A difference whose fix asks for edits, with the sites and pages that say the same.
pub(super) struct Asked<'a> {
    pub(super) difference: &'a Difference,
    pub(super) sites: Vec<String>,
    pub(super) pages: Vec<String>,
}

/// A parameter, the values added to it, and those that are kept.
type Listed<'a> = (Span, &'a Vec<String>, &'a Option<Vec<String>>);

/// Parameters with what each is set to.
pub(super) type Settings<'a> = Vec<((Span, &'a Setting), Asked<'a>)>;

/// Plans the edits of all differences.
pub(super) fn plan(
    differences: &[Difference],
    catalogue: &Catalogue,
    sources: &SourceMap,
) -> Planned {
    let spec = Spec {
        catalogue,
        sources,
        written: Written::new(sources),
    };
    let mut planned = Planned::default();
    let mut settings: Settings<'_> = Vec::new();
    let mut listed: Vec<(Listed<'_>, Asked<'_>)> = Vec::new();
    let mut added: Vec<((Span, &str), Asked<'_>)> = Vec::new();
    let mut codes: Vec<((&str, &str), Asked<'_>)> = Vec::new();
    for (difference, fix) in wanted_fixes(differences) {
        match fix {
            Fix::Set { parameter, setting } => {
                join(&mut settings, (*parameter, setting), difference);
            }
            Fix::Values {
                parameter,
                added,
                keep,
            } => join(&mut listed, (*parameter, added, keep), difference),
            Fix::AddParameter { name, first, .. } => join(&mut added, (*first, name), difference),
            Fix::AddCode { code, .. } => join(
                &mut codes,
                (difference.subject.family.as_str(), code.as_str()),
                difference,
            ),
            Fix::CodeStatus { code, status } => {
                let change = scalar_key(&spec, *code, "http_status", &status.to_string());
                planned.take(
                    difference,
                    change.map(|edit| (vec![edit], format!("http_status: {status}"))),
                );
            }
            Fix::Updated { page, date } => {
                let change = scalar_key(&spec, *page, "updated", &scalar(date));
                planned.take(
                    difference,
                    change.map(|edit| (vec![edit], format!("updated: {date}"))),
                );
            }
            Fix::Refused { why } => planned.left.push(Remark {
                subject: subject(difference),
                text: format!("{}: {why}", difference.message),
            }),
        }
    }
    for ((span, setting), asked) in &settings {
        let edits = parameter::set(&spec, *span, setting, asked, &settings);
        planned.take(asked.difference, edits);
    }
    for ((span, new, keep), asked) in &listed {
        let edits = values::set(&spec, *span, new, keep.as_deref(), asked);
        planned.take(asked.difference, edits);
    }
    for (_, asked) in &added {
        planned.take(asked.difference, insert::parameter(&spec, asked));
    }
    for (_, asked) in &codes {
        planned.take(asked.difference, insert::code(&spec, asked));
    }
    planned
}

/// Joins a difference with one that says the same of another site.
fn join<'a, K: PartialEq>(list: &mut Vec<(K, Asked<'a>)>, key: K, difference: &'a Difference) {
    let subject = &difference.subject;
    let Some((_, asked)) = list.iter_mut().find(|(known, _)| *known == key) else {
        let asked = Asked {
            difference,
            sites: subject.site.iter().cloned().collect(),
            pages: subject.page.iter().cloned().collect(),
        };
        list.push((key, asked));
        return;
    };
    for (list, value) in [
        (&mut asked.sites, &subject.site),
        (&mut asked.pages, &subject.page),
    ] {
        if let Some(value) = value
            && !list.contains(value)
        {
            list.push(value.clone());
        }
    }
}

fn scalar_key(spec: &Spec<'_>, span: Span, key: &str, value: &str) -> Result<Edit, String> {
    let found = spec
        .written
        .entry(span)
        .ok_or("its place in the spec was not found")?;
    Ok(spec
        .layout(span)?
        .set(&found.entry.value, key, value, &["site", "title", "page"]))
}

/// What a difference is about, in a few words.
pub(super) fn subject(difference: &Difference) -> String {
    let subject = &difference.subject;
    let mut text = subject.heading();
    if !subject.name.is_empty() {
        text.push(' ');
        text.push_str(&subject.name);
    }
    text
}

impl Planned {
    fn take(&mut self, difference: &Difference, edits: Result<(Vec<Edit>, String), String>) {
        let subject = subject(difference);
        match edits {
            Ok((edits, text)) => self.changes.push(Change {
                edits,
                done: Remark { subject, text },
            }),
            Err(why) => self.left.push(Remark {
                subject,
                text: format!("{}: {why}", difference.message),
            }),
        }
    }
}
