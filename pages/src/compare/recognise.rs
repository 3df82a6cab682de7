//! Which page is it: its id, its site, its interfaces.

use koo_spec::catalogue::{Catalogue, Family, Interface};

use super::Projections;
use super::context::Told;
use super::target::{Target, targets};
use crate::clean::{has_word, key};
use crate::page::Page;

/// How many tables and rows are looked at to recognise a page.
const TABLES: usize = 100;
const ROWS: usize = 200;

/// Points below which an interface is not recognised.
const ENOUGH: u32 = 40;

/// What the caller knows about the pages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Site.
    pub site: Option<String>,
    /// Family.
    pub family: Option<String>,
    /// Interface.
    pub interface: Option<String>,
    /// Id of the page.
    pub page: Option<String>,
}

/// What a page is.
#[derive(Debug, Clone, Default)]
pub(super) struct Recognition {
    /// Families that know the page, and its id there.
    pub(super) ids: Vec<(String, String)>,
    /// Site.
    pub(super) site: Option<String>,
    /// Family and interface.
    pub(super) interfaces: Vec<(String, String)>,
}

/// Recognises a page.
pub(super) fn recognise(
    page: &Page,
    tables: &[Told],
    projections: &Projections<'_>,
    wanted: &Wanted,
) -> Recognition {
    let catalogue = projections.whole;
    let ids = ids(page, catalogue, wanted);
    let site = site(page, &ids, catalogue, wanted);
    let interfaces = interfaces(page, tables, &ids, projections.of(site.as_deref()), wanted);
    let site = site.or_else(|| {
        // A guide of a single site needs no further clue.
        let mut sites: Vec<_> = interfaces
            .iter()
            .filter_map(|(family, _)| catalogue.family(family))
            .flat_map(|family| &family.sites)
            .map(|site| site.value.clone())
            .collect();
        sites.sort();
        sites.dedup();
        (sites.len() == 1).then(|| sites.pop()).flatten()
    });
    Recognition {
        ids,
        site,
        interfaces,
    }
}

/// The families that know the page, by its id or address.
fn ids(page: &Page, catalogue: &Catalogue, wanted: &Wanted) -> Vec<(String, String)> {
    let names: Vec<_> = match &wanted.page {
        Some(id) => vec![id.clone()],
        None => page.clues.names.clone(),
    };
    let families = catalogue.families.iter().filter(|family| {
        wanted
            .family
            .as_ref()
            .is_none_or(|wanted| *wanted == family.id)
    });
    let mut found = Vec::new();
    for family in families {
        for name in &names {
            let stem = stem(name);
            let known = family.pages.iter().find(|(id, known)| {
                id.eq_ignore_ascii_case(stem)
                    || known
                        .url
                        .as_ref()
                        .is_some_and(|url| without_fragment(url) == without_fragment(name))
            });
            if let Some((id, _)) = known {
                found.push((family.id.clone(), id.clone()));
                break;
            }
        }
    }
    found
}

fn without_fragment(address: &str) -> &str {
    address.split(['#', '?']).next().unwrap_or_default()
}

/// The last part of a path or address, without its extension.
fn stem(name: &str) -> &str {
    let last = without_fragment(name)
        .rsplit(['/', '\\'])
        .next()
        .unwrap_or_default();
    let last = last.strip_suffix(".gz").unwrap_or(last);
    match last.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => last,
    }
}

fn site(
    page: &Page,
    ids: &[(String, String)],
    catalogue: &Catalogue,
    wanted: &Wanted,
) -> Option<String> {
    if let Some(site) = &wanted.site {
        return Some(site.clone());
    }
    let of_id = ids
        .iter()
        .find_map(|(family, id)| catalogue.family(family)?.pages.get(id))
        .map(|known| known.site.value.clone());
    if of_id.is_some() {
        return of_id;
    }
    let pages = || {
        catalogue
            .families
            .iter()
            .flat_map(|family| family.pages.values())
    };
    // A page in the same folder of the vendor's site.
    let folder = |address: &str| Some(without_fragment(address).rsplit_once('/')?.0.to_owned());
    let of_address = page
        .clues
        .names
        .iter()
        .filter(|name| name.contains("://"))
        .find_map(|name| {
            let wanted = folder(name)?;
            pages().find(|known| {
                known
                    .url
                    .as_deref()
                    .and_then(folder)
                    .is_some_and(|folder| folder == wanted)
            })
        })
        .map(|known| known.site.value.clone());
    if of_address.is_some() {
        return of_address;
    }
    // A title that only pages of one site have.
    let titles: Vec<_> = page.clues.titles.iter().map(|title| key(title)).collect();
    let mut sites: Vec<_> = pages()
        .filter(|known| titles.contains(&key(&known.title)))
        .map(|known| known.site.value.clone())
        .collect();
    sites.sort();
    sites.dedup();
    (sites.len() == 1).then(|| sites.pop()).flatten()
}

/// The interfaces a page describes.
fn interfaces(
    page: &Page,
    tables: &[Told],
    ids: &[(String, String)],
    catalogue: &Catalogue,
    wanted: &Wanted,
) -> Vec<(String, String)> {
    let text = page.source.text();
    let mut scored: Vec<(u32, &Family, &Interface)> = Vec::new();
    for family in &catalogue.families {
        let is_known = ids.iter().any(|(known, _)| *known == family.id);
        let is_wanted = match &wanted.family {
            Some(wanted) => *wanted == family.id,
            None => ids.is_empty() || is_known,
        };
        if !is_wanted {
            continue;
        }
        for interface in &family.interfaces {
            if let Some(wanted) = &wanted.interface {
                if *wanted == interface.id {
                    scored.push((1000, family, interface));
                }
                continue;
            }
            let points = points(page, text, tables, ids, catalogue, family, interface);
            scored.push((points, family, interface));
        }
    }
    let best = scored.iter().map(|(points, ..)| *points).max().unwrap_or(0);
    if best < ENOUGH {
        return Vec::new();
    }
    scored.sort_by_key(|(points, ..)| std::cmp::Reverse(*points));
    scored
        .into_iter()
        .filter(|(points, family, interface)| {
            // A page may describe several interfaces; only a parameter that selects one excludes the others.
            let is_named = interface.select.is_empty()
                && interface.provenance.pages.iter().any(|page| {
                    ids.iter()
                        .any(|(known, id)| *known == family.id && *id == page.value)
                });
            *points >= ENOUGH && (*points + 15 >= best || is_named)
        })
        .map(|(_, family, interface)| (family.id.clone(), interface.id.clone()))
        .collect()
}

fn points(
    page: &Page,
    text: &str,
    tables: &[Told],
    ids: &[(String, String)],
    catalogue: &Catalogue,
    family: &Family,
    interface: &Interface,
) -> u32 {
    let mut points = 0;
    let names_page = |pages: &[koo_spec::catalogue::Placed<String>]| {
        pages.iter().any(|page| {
            ids.iter()
                .any(|(known, id)| *known == family.id && *id == page.value)
        })
    };
    if names_page(&interface.provenance.pages) {
        points += 60;
    }
    for (name, value) in &interface.select {
        let is_selected = tables
            .iter()
            .take(TABLES)
            .flat_map(|told| told.facts.rows.iter().take(ROWS))
            .filter(|row| row.name.text.eq_ignore_ascii_case(name))
            .any(|row| has_word(&row.text(), &value.value, true));
        if is_selected {
            points += 50;
        } else if ["=", "\": \"", "\":\"", "&quot;: &quot;", "&quot;:&quot;"]
            .iter()
            .any(|between| text.contains(&format!("{name}{between}{}", value.value)))
        {
            points += 40;
        }
    }
    let titles: Vec<_> = page.clues.titles.iter().map(|title| key(title)).collect();
    let own_titles = [Some(&interface.title.en), interface.title.zh.as_ref()];
    let page_titles = interface
        .provenance
        .pages
        .iter()
        .filter_map(|page| family.pages.get(&page.value))
        .map(|known| &known.title);
    if own_titles
        .into_iter()
        .flatten()
        .chain(page_titles)
        .map(|title| key(title))
        .any(|title| !title.is_empty() && titles.iter().any(|told| told.contains(&title)))
    {
        points += 30;
    }
    let paths = interface.urls.values().filter_map(|url| {
        let (_, rest) = url.split_once("://")?;
        let (_, path) = rest.split_once('/')?;
        (path.len() > 8 && !path.contains('{')).then_some(path)
    });
    if paths.into_iter().any(|path| text.contains(path)) {
        points += 40;
    }
    let targets = targets(catalogue, &[(family.id.clone(), interface.id.clone())]);
    let overlap = tables
        .iter()
        .take(TABLES)
        .flat_map(|told| targets.iter().map(|target| share(told, target)))
        .fold(0.0, f64::max);
    // Between 0 and 30.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the share lies between 0 and 1"
    )]
    let overlap = (overlap.clamp(0.0, 1.0) * 30.0) as u32;
    points + overlap
}

/// How much of a table and a target is the same: names in both over names in either.
pub(super) fn share(told: &Told, target: &Target<'_>) -> f64 {
    let rows = &told.facts.rows;
    let mut both = 0_u32;
    let mut either = u32::try_from(target.parameters.len()).unwrap_or(u32::MAX);
    for row in rows.iter().take(ROWS) {
        let name = row
            .name
            .text
            .split('.')
            .next()
            .unwrap_or_default()
            .trim_end_matches("[]");
        let nested = row.depth > 0 || row.name.text.contains('.');
        if target.find(name, true).is_some() {
            both += u32::from(!nested);
        } else if !nested && !target.carries(name, true) {
            either += 1;
        }
    }
    if either == 0 {
        0.0
    } else {
        f64::from(both) / f64::from(either)
    }
}
