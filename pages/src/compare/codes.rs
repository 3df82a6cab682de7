//! Tables of result codes against the codes of the guides.

use std::collections::HashSet;

use koo_spec::catalogue::{Code, Confidence, Family};
use koo_spec::source::Span;

use super::context::Told;
use super::{Checked, Draft};
use crate::difference::{Kind, Level};
use crate::patch::Fix;
use crate::table::Row;
use crate::table::columns::Column;

/// Compares every table of codes.
pub(super) fn compare(tables: &[Told], checked: &mut Checked<'_>) {
    let rows: Vec<_> = tables
        .iter()
        .filter(|told| told.facts.is_codes())
        .flat_map(|told| told.facts.rows.iter().map(move |row| (told, row)))
        .collect();
    let Some((first, _)) = rows.first() else {
        return;
    };
    let families = families(&rows, checked);
    let Some(home) = families.first() else { return };
    let known = |text: &str| families.iter().find_map(|family| family.codes.get(text));
    let printed: HashSet<_> = rows.iter().map(|(_, row)| row.name.text.as_str()).collect();
    let mut missing: Vec<(&Family, &Code)> = expected(&families, checked)
        .into_iter()
        .filter(|(_, code)| !printed.contains(code.code.as_str()))
        .collect();
    let mut previous = None;
    for (_, row) in &rows {
        checked.codes += 1;
        let text = row.name.text.as_str();
        if let Some(code) = known(text) {
            previous = Some(code.span);
            status(home, code, row, checked);
            continue;
        }
        let similar = missing
            .iter()
            .position(|(_, code)| is_similar(&code.code, text));
        if let Some(index) = similar {
            let (home, code) = missing.remove(index);
            checked.report(Draft {
                kind: Kind::CodeText,
                fix: Some(Fix::Refused {
                    why: "the text of a code is what programs compare; change it by hand"
                        .to_owned(),
                }),
                in_spec: Some(code.span),
                specified: code.code.clone(),
                ..draft(
                    home,
                    text,
                    row,
                    format!(
                        "the page spells the code `{text}`, the spec `{}`",
                        code.code
                    ),
                )
            });
            continue;
        }
        // A code belongs to every guide that keeps codes of this page.
        let mut homes: Vec<_> = families
            .iter()
            .copied()
            .filter(|family| keeps(family, checked))
            .collect();
        if homes.is_empty() {
            homes.push(home);
        }
        for home in homes {
            let anchor = previous
                .filter(|previous: &Span| previous.file == home.span.file)
                .or_else(|| {
                    let spans = || home.codes.values().map(|code| code.span);
                    spans()
                        .rfind(|span| span.file == home.span.file)
                        .or(spans().next_back())
                });
            checked.report(Draft {
                kind: Kind::CodeAdded,
                in_spec: anchor,
                fix: Some(match anchor {
                    Some(after) => Fix::AddCode {
                        code: text.to_owned(),
                        after,
                        status: status_of(row),
                    },
                    None => Fix::Refused {
                        why: "the guide has no codes beside which it could stand".to_owned(),
                    },
                }),
                ..draft(
                    home,
                    text,
                    row,
                    format!("the code `{text}` stands on the page, but not in the spec"),
                )
            });
        }
    }
    for (home, code) in missing {
        let level = if code.provenance.confidence == Confidence::Table {
            Level::Problem
        } else {
            Level::Known {
                why: format!(
                    "its confidence is `{}`",
                    code.provenance.confidence.as_str()
                ),
                at: Some(code.span),
            }
        };
        checked.report(Draft {
            kind: Kind::CodeRemoved,
            level,
            family: home.id.clone(),
            interface: None,
            of: "result codes".to_owned(),
            name: code.code.clone(),
            message: format!("the code `{}` stands in the spec, but not on the page", code.code),
            at: first.facts.at.clone(),
            printed: String::new(),
            in_spec: Some(code.span),
            specified: code.code.clone(),
            fix: Some(Fix::Refused {
                why: "a code is not removed by itself: others may still answer it; name its `sites`, or remove it by hand"
                    .to_owned(),
            }),
        });
    }
}

fn draft(home: &Family, text: &str, row: &Row, message: String) -> Draft {
    Draft {
        kind: Kind::CodeAdded,
        level: Level::Problem,
        family: home.id.clone(),
        interface: None,
        of: "result codes".to_owned(),
        name: text.to_owned(),
        message,
        at: row.name.at.clone(),
        printed: text.to_owned(),
        in_spec: None,
        specified: String::new(),
        fix: None,
    }
}

/// The guides whose codes the page lists, the one with most of them first.
fn families<'a>(rows: &[(&Told, &Row)], checked: &Checked<'a>) -> Vec<&'a Family> {
    let in_common = |family: &&Family| {
        rows.iter()
            .filter(|(_, row)| family.codes.contains_key(&row.name.text))
            .count()
    };
    let ids = &checked.recognised.ids;
    let interfaces = &checked.recognised.interfaces;
    let is_candidate = |family: &&Family| {
        if !ids.is_empty() {
            ids.iter().any(|(known, _)| *known == family.id)
        } else if !interfaces.is_empty() {
            interfaces.iter().any(|(known, _)| *known == family.id)
        } else {
            true
        }
    };
    let mut families: Vec<_> = checked
        .projected
        .families
        .iter()
        .filter(is_candidate)
        .filter(|family| in_common(family) > 0 || !ids.is_empty() && !family.codes.is_empty())
        .collect();
    families.sort_by_key(|family| std::cmp::Reverse(in_common(family)));
    if ids.is_empty() {
        families.truncate(1);
    }
    families
}

/// The codes that should stand on the page: those the spec read on it.
fn expected<'a>(families: &[&'a Family], checked: &Checked<'a>) -> Vec<(&'a Family, &'a Code)> {
    let mut seen = HashSet::new();
    let site = &checked.recognised.site;
    families
        .iter()
        .flat_map(|family| family.codes.values().map(move |code| (*family, code)))
        .filter(|(_, code)| {
            let of_site = site.as_ref().is_none_or(|site| {
                code.sites.is_empty() || code.sites.iter().any(|known| known.value == *site)
            });
            of_site && checked.is_page(&code.provenance.pages) && seen.insert(code.span)
        })
        .collect()
}

/// Whether the file of a guide itself holds codes of this page.
fn keeps(family: &Family, checked: &Checked<'_>) -> bool {
    family
        .codes
        .values()
        .any(|code| code.span.file == family.span.file && checked.is_page(&code.provenance.pages))
}

/// Compares the HTTP status of a code.
fn status(home: &Family, code: &Code, row: &Row, checked: &mut Checked<'_>) {
    let Some(printed) = status_of(row) else {
        return;
    };
    if code.http_status == Some(printed) {
        return;
    }
    let specified = code
        .http_status
        .map_or_else(|| "none".to_owned(), |status| status.to_string());
    let at = row
        .cell(Column::Status)
        .map_or_else(|| row.name.at.clone(), crate::page::Cell::place);
    checked.report(Draft {
        kind: Kind::CodeStatus,
        at,
        printed: printed.to_string(),
        in_spec: Some(
            checked
                .written
                .value(code.span, "http_status", None)
                .unwrap_or(code.span),
        ),
        fix: Some(Fix::CodeStatus {
            code: code.span,
            status: printed,
        }),
        ..draft(
            home,
            &code.code,
            row,
            format!(
                "the page gives HTTP status {printed} for `{}`, the spec {specified}",
                code.code
            ),
        )
    });
}

fn status_of(row: &Row) -> Option<u16> {
    let status = row.cell(Column::Status)?.text().parse().ok()?;
    (100..600).contains(&status).then_some(status)
}

/// Whether two codes differ in letter case and zeros in front only.
fn is_similar(left: &str, right: &str) -> bool {
    left.trim_start_matches('0')
        .eq_ignore_ascii_case(right.trim_start_matches('0'))
}
