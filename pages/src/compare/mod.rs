//! Pages against the catalogue.

mod codes;
mod context;
mod known;
mod parameters;
mod recognise;
mod row;
mod target;

use koo_spec::catalogue::Catalogue;
use koo_spec::source::{SourceMap, Span};

use crate::difference::{Difference, Kind, Level, Place, Subject};
use crate::page::Page;
use crate::patch::Fix;
use crate::written::Written;

pub use recognise::Wanted;
pub(crate) use target::unprojected;

/// What a comparison gives.
#[derive(Debug, Clone, Default)]
pub struct Comparison {
    /// What the pages are, in the order they were given.
    pub recognised: Vec<Recognised>,
    /// All differences, page by page, in the order of the page.
    pub differences: Vec<Difference>,
}

impl Comparison {
    /// Whether nothing has to be done.
    pub fn is_clean(&self) -> bool {
        self.differences
            .iter()
            .all(|difference| difference.level != Level::Problem)
    }
}

/// What a page is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recognised {
    /// Path of the page.
    pub path: String,
    /// Its id, if the catalogue knows it.
    pub page: Option<String>,
    /// Its site.
    pub site: Option<String>,
    /// Interfaces, `family/interface`.
    pub interfaces: Vec<String>,
    /// Rows that were compared.
    pub rows: usize,
    /// Result codes that were compared.
    pub codes: usize,
}

/// Compares pages with the catalogue.
pub fn compare(
    pages: &[Page],
    catalogue: &Catalogue,
    sources: &SourceMap,
    wanted: &Wanted,
) -> Comparison {
    let written = Written::new(sources);
    let mut comparison = Comparison::default();
    let projections = Projections::new(catalogue);
    for page in pages {
        let tables = context::tables(page);
        let recognised = recognise::recognise(page, &tables, &projections, wanted);
        let mut checked = Checked {
            page,
            catalogue,
            projected: projections.of(recognised.site.as_deref()),
            written: &written,
            recognised: &recognised,
            differences: Vec::new(),
            rows: 0,
            codes: 0,
        };
        parameters::compare(&tables, &mut checked);
        codes::compare(&tables, &mut checked);
        checked.unrecognised();
        checked.updated();
        let Checked {
            differences,
            rows,
            codes,
            ..
        } = checked;
        let mut found = differences;
        found.sort_by_key(|difference| difference.on_page.position);
        comparison.recognised.push(Recognised {
            path: page.source.path().to_owned(),
            page: recognised.ids.first().map(|(_, id)| id.clone()),
            site: recognised.site.clone(),
            interfaces: recognised
                .interfaces
                .iter()
                .map(|(family, interface)| format!("{family}/{interface}"))
                .collect(),
            rows,
            codes,
        });
        comparison.differences.extend(found);
    }
    comparison
}

/// The contract as each site documents it.
struct Projections<'a> {
    whole: &'a Catalogue,
    sites: Vec<(&'a str, Catalogue)>,
}

impl<'a> Projections<'a> {
    fn new(whole: &'a Catalogue) -> Self {
        let sites = whole
            .sites
            .keys()
            .map(|site| (site.as_str(), whole.for_site(site)))
            .collect();
        Self { whole, sites }
    }

    /// The contract of a site; without one the union of all.
    fn of(&self, site: Option<&str>) -> &Catalogue {
        self.sites
            .iter()
            .find(|(known, _)| Some(*known) == site)
            .map_or(self.whole, |(_, projected)| projected)
    }
}

/// A page being compared.
struct Checked<'a> {
    page: &'a Page,
    /// The whole contract.
    catalogue: &'a Catalogue,
    /// The contract as the site of the page documents it.
    projected: &'a Catalogue,
    written: &'a Written,
    recognised: &'a recognise::Recognition,
    differences: Vec<Difference>,
    rows: usize,
    codes: usize,
}

/// A difference without what all differences of a page share.
struct Draft {
    kind: Kind,
    level: Level,
    family: String,
    interface: Option<String>,
    of: String,
    name: String,
    message: String,
    at: std::ops::Range<usize>,
    printed: String,
    in_spec: Option<Span>,
    specified: String,
    fix: Option<Fix>,
}

impl Checked<'_> {
    fn report(&mut self, draft: Draft) {
        let page = self
            .recognised
            .ids
            .iter()
            .find(|(family, _)| *family == draft.family)
            .or(self.recognised.ids.first())
            .map(|(_, id)| id.clone());
        self.differences.push(Difference {
            kind: draft.kind,
            level: draft.level,
            subject: Subject {
                family: draft.family,
                interface: draft.interface,
                of: draft.of,
                name: draft.name,
                site: self.recognised.site.clone(),
                page,
            },
            message: draft.message,
            on_page: Place::new(self.page, &draft.at),
            printed: draft.printed,
            in_spec: draft.in_spec,
            specified: draft.specified,
            fix: draft.fix,
        });
    }

    /// Whether the page is one of these.
    fn is_page(&self, pages: &[koo_spec::catalogue::Placed<String>]) -> bool {
        pages
            .iter()
            .any(|page| self.recognised.ids.iter().any(|(_, id)| *id == page.value))
    }

    /// Says what is wrong with a page of which nothing was compared.
    fn unrecognised(&mut self) {
        if self.rows > 0 || self.codes > 0 {
            return;
        }
        let message = if self.recognised.interfaces.is_empty() {
            "the page is not recognised: name its id in the file name, or give --family, --interface and --site"
        } else {
            "no table of the page belongs to its interface: has the layout changed, or was the table not saved?"
        };
        self.report(Draft {
            kind: Kind::Table,
            level: Level::Problem,
            family: self
                .recognised
                .interfaces
                .first()
                .map(|(family, _)| family.clone())
                .unwrap_or_default(),
            interface: self
                .recognised
                .interfaces
                .first()
                .map(|(_, interface)| interface.clone()),
            of: String::new(),
            name: String::new(),
            message: message.to_owned(),
            at: 0..0,
            printed: String::new(),
            in_spec: None,
            specified: String::new(),
            fix: None,
        });
    }

    /// Compares the date of the page.
    fn updated(&mut self) {
        let Some(date) = self.page.clues.updated.clone() else {
            return;
        };
        let known: Vec<_> = self
            .recognised
            .ids
            .iter()
            .filter_map(|(family, id)| {
                Some((
                    family.clone(),
                    id.clone(),
                    self.catalogue.family(family)?.pages.get(id)?,
                ))
            })
            .collect();
        let mut seen = Vec::new();
        for (family, id, page) in known {
            let specified = page.updated.clone().unwrap_or_else(|| "unknown".to_owned());
            if seen.contains(&page.span)
                || page
                    .updated
                    .as_ref()
                    .is_some_and(|known| *known >= date.text)
            {
                continue;
            }
            seen.push(page.span);
            self.report(Draft {
                kind: Kind::Updated,
                level: Level::Note,
                family,
                interface: None,
                of: "page".to_owned(),
                name: id,
                message: format!(
                    "the page was updated on {}, the spec knows {specified}",
                    date.text
                ),
                at: date.at.clone(),
                printed: date.text.clone(),
                in_spec: Some(
                    self.written
                        .value(page.span, "updated", None)
                        .unwrap_or(page.span),
                ),
                specified,
                fix: Some(Fix::Updated {
                    page: page.span,
                    date: date.text.clone(),
                }),
            });
        }
    }
}
