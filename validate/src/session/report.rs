//! What was found, as it is reported: with its place, its message and its pages.

use std::sync::Arc;

use koo_runtime::validate::{Limit, Path, Rule, Violation};
use koo_spec::catalogue::Family;

use super::Session;
use super::examine::{Candidate, Part, Source};
use crate::check::{Hit, Hits, custom};
use crate::finding::{About, Finding, Page, Place};
use crate::plan::Origin;
use crate::policy::Breach;
use crate::position::Cursor;
use crate::resolve::Target;

const INTERFACE: Rule = Rule::Custom("interface");

impl<'c> Session<'c> {
    #[cold]
    pub(super) fn record(
        &mut self,
        source: Source<'_>,
        candidate: &Candidate<'c>,
        parts: &[Part<'_>],
        mut hits: Hits<'c>,
    ) {
        hits.kept.sort_by_key(|hit| (hit.span.start, hit.span.end));
        let mut cursor = Cursor::new(source.text, source.line);
        for hit in hits.kept {
            let location = match parts {
                [Part::Json(..)] => Some(candidate.plan.place_of(member(&hit.violation))),
                [Part::Pairs(_, location, _)] => Some(*location),
                _ => None,
            };
            let place = cursor.place(source.file, &hit.span);
            let about = About {
                interface: Arc::clone(&candidate.name),
                side: candidate.side,
            };
            self.report.findings.push(Finding {
                pages: pages(candidate.family, hit.origin),
                about: Some(about),
                location,
                ..finding(&hit, place)
            });
        }
    }

    /// Reports what keeps a message from being read.
    #[cold]
    pub(super) fn unreadable(&mut self, source: Source<'_>, what: &str, at: usize) {
        self.report.looked_at += 1;
        self.complain(source, custom::SYNTAX, what, at);
    }

    #[cold]
    pub(super) fn no_interface(&mut self, source: Source<'_>, start: usize) {
        let names = self.selectors.join("`, `");
        let what = format!(
            "nothing here tells the interface (no known value of `{names}`); name it with --interface"
        );
        self.complain(source, INTERFACE, &what, start);
    }

    #[cold]
    pub(super) fn many_interfaces(
        &mut self,
        source: Source<'_>,
        rivals: &[Target<'c>],
        start: usize,
    ) {
        let names: Vec<_> = rivals
            .iter()
            .map(|target| format!("{}/{}", target.family.id, target.interface.id))
            .collect();
        let what = format!(
            "this can belong to {}; name one with --interface or --family",
            names.join(" or ")
        );
        self.complain(source, INTERFACE, &what, start);
    }

    pub(super) fn complain(&mut self, source: Source<'_>, rule: Rule, what: &str, at: usize) {
        let is_reported = self.room().errors > 0;
        self.report.tally.errors += 1;
        if is_reported {
            let violation =
                Violation::new(&Path::root(), rule).with_limit(Limit::Format(what.to_owned()));
            let hit = Hit::new(violation, Breach::Syntax, Origin::default());
            let place = Cursor::new(source.text, source.line).place(source.file, &(at..at));
            self.report.findings.push(finding(&hit, place));
        }
    }
}

/// The member of the payload that a violation is about or lies in.
fn member(violation: &Violation) -> &str {
    let names = violation.path();
    names.split(['.', '[']).next().unwrap_or(names)
}

fn finding(hit: &Hit<'_>, place: Place) -> Finding {
    let violation = &hit.violation;
    let stated = match violation.limit() {
        Some(Limit::Format(words)) => words.as_str(),
        _ => "",
    };
    let (message, limit) = match hit.breach {
        Breach::Rule => (
            violation.explanation().to_string(),
            violation.limit().cloned(),
        ),
        Breach::Advisory => (
            format!(
                "{}, as printed; the printed limit is known to be wrong and not enforced",
                violation.explanation()
            ),
            violation.limit().cloned(),
        ),
        Breach::WrongType { .. } => (format!("must be {stated}"), violation.limit().cloned()),
        Breach::Unknown => ("the contract does not name this member".to_owned(), None),
        Breach::Duplicate => ("given more than once".to_owned(), None),
        Breach::Syntax => (stated.to_owned(), None),
    };
    Finding {
        severity: hit.severity,
        rule: violation.rule().as_str(),
        message,
        hint: hit.hint.clone(),
        place,
        path: violation.path().to_owned(),
        pointer: Some(violation.pointer().to_owned()),
        location: None,
        about: None,
        limit,
        actual: violation.actual(),
        pages: Vec::new(),
    }
}

/// The pages of a rule: those of the family's sites, which is one if the contract was projected.
fn pages(family: &Family, origin: Origin<'_>) -> Vec<Page> {
    let known = origin
        .pages
        .iter()
        .filter_map(|id| Some((id, family.pages.get(&id.value)?)));
    let is_of_site = |site: &str| family.sites.iter().any(|known| known.value == site);
    let (of_site, others): (Vec<_>, Vec<_>) =
        known.partition(|(_, page)| is_of_site(&page.site.value));
    let chosen = if of_site.is_empty() { others } else { of_site };
    chosen
        .into_iter()
        .map(|(id, page)| Page {
            id: id.value.clone(),
            title: page.title.clone(),
            site: page.site.value.clone(),
            url: page.url.clone(),
        })
        .collect()
}
