//! Tables of parameters against the sides and objects of interfaces.

use std::collections::HashSet;

use koo_spec::catalogue::{Confidence, Parameter};
use koo_spec::source::Span;

use super::context::{Told, side};
use super::recognise::share;
use super::row;
use super::target::{Target, fields, targets, unprojected};
use super::{Checked, Draft};
use crate::clean::has_word;
use crate::difference::{Kind, Level};
use crate::patch::Fix;
use crate::table::Row;

/// A target that a table of the page describes.
struct Described<'a> {
    target: Target<'a>,
    /// Where its table stands.
    at: std::ops::Range<usize>,
    seen: HashSet<Span>,
}

/// Compares every table of parameters.
pub(super) fn compare(tables: &[Told], checked: &mut Checked<'_>) {
    let projected = checked.projected;
    let all = targets(projected, &checked.recognised.interfaces);
    let mut chosen: Vec<(&Told, Option<&Target<'_>>)> = Vec::new();
    for told in tables.iter().filter(|told| !told.facts.is_codes()) {
        let taken: Vec<_> = chosen.iter().filter_map(|(_, target)| *target).collect();
        chosen.push((told, choose(told, &all, &taken)));
    }
    let tables = chosen;
    let lost_case = lost_case(&tables, checked);
    let mut described: Vec<Described<'_>> = Vec::new();
    for (told, target) in tables {
        let Some(target) = target else {
            unassigned(told, &all, checked);
            continue;
        };
        rows(told, target, &all, lost_case, &mut described, checked);
    }
    for described in &described {
        absent(described, checked);
    }
    without_table(&all, &described, checked);
}

/// The target that a table describes. Of several alike one that no table before has taken.
fn choose<'t, 'a>(
    told: &Told,
    all: &'t [Target<'a>],
    taken: &[&Target<'a>],
) -> Option<&'t Target<'a>> {
    let speaks = side(&told.words);
    let named = |target: &Target<'_>| {
        target.side.is_none()
            && told.words.iter().take(3).any(|words| {
                has_word(words, &target.of, true)
                    || target
                        .aliases
                        .iter()
                        .any(|alias| has_word(words, alias, true))
            })
    };
    all.iter()
        .filter_map(|target| {
            let same = share(told, target);
            let mut points = same;
            match (speaks, target.side) {
                (Some(told), Some(is)) if told == is => points += 0.3,
                (Some(_), Some(_)) => points -= 0.2,
                _ => {}
            }
            if named(target) {
                points += 0.4;
            }
            if target.variant().is_some_and(|variant| {
                told.words
                    .iter()
                    .take(3)
                    .any(|words| has_word(words, variant, true))
            }) {
                points += 0.3;
            }
            if taken.iter().any(|known| known.is(target)) {
                points -= 0.15;
            }
            let is_told = named(target)
                || speaks.is_some()
                    && speaks == target.side
                    && all.iter().filter(|other| other.side == target.side).count() == 1;
            (same > 0.0 || is_told).then_some((points, target))
        })
        .max_by(|(left, _), (right, _)| left.total_cmp(right))
        .map(|(_, target)| target)
}

/// Whether the copy of the page lost the letter case of its names.
fn lost_case(tables: &[(&Told, Option<&Target<'_>>)], checked: &mut Checked<'_>) -> bool {
    let mut example = None;
    for (told, target) in tables {
        for row in &told.facts.rows {
            if row.name.text.chars().any(char::is_uppercase) {
                return false;
            }
            let known = target.and_then(|target| target.find(&row.name.text, true));
            if let Some(known) = known.filter(|known| known.name != row.name.text) {
                example.get_or_insert((row, known));
            }
        }
    }
    let Some((row, known)) = example else {
        return false;
    };
    checked.report(Draft {
        kind: Kind::Copy,
        level: Level::Note,
        family: String::new(),
        interface: None,
        of: String::new(),
        name: row.name.text.clone(),
        message:
            "the copy has no capital letters; names and values are compared without regard to case"
                .to_owned(),
        at: row.name.at.clone(),
        printed: row.name.text.clone(),
        in_spec: Some(known.span),
        specified: known.name.clone(),
        fix: None,
    });
    true
}

/// Compares the rows of a table with its target and the objects in it.
fn rows<'a>(
    told: &Told,
    target: &Target<'a>,
    all: &[Target<'a>],
    lost_case: bool,
    described: &mut Vec<Described<'a>>,
    checked: &mut Checked<'_>,
) {
    describe(described, target, told);
    // The objects whose members follow, outermost first, with the depth of their row.
    let mut open: Vec<(usize, Target<'a>)> = Vec::new();
    let mut previous: Option<Span> = None;
    for row in &told.facts.rows {
        checked.rows += 1;
        open.retain(|(depth, _)| *depth < row.depth);
        let start = if row.depth > 0 {
            open.last().map_or(target, |(_, object)| object)
        } else {
            target
        };
        match find(row, start, target, all) {
            Some((parameter, container)) => {
                describe(described, &container, told);
                if let Some(described) = described
                    .iter_mut()
                    .find(|known| known.target.is(&container))
                {
                    described.seen.insert(parameter.span);
                }
                previous = Some(parameter.span);
                row::compare(&told.facts, row, parameter, &container, lost_case, checked);
                if let Some(object) = object_of(parameter, &container, all) {
                    open.push((row.depth, object));
                }
            }
            None if start.carries(last(&row.name.text), true) => {}
            None => unknown(told, row, start, previous, checked),
        }
    }
}

fn describe<'a>(described: &mut Vec<Described<'a>>, target: &Target<'a>, told: &Told) {
    if !described.iter().any(|known| known.target.is(target)) {
        described.push(Described {
            target: target.clone(),
            at: told.facts.at.clone(),
            seen: HashSet::new(),
        });
    }
}

fn last(name: &str) -> &str {
    name.rsplit('.')
        .next()
        .unwrap_or_default()
        .trim_end_matches("[]")
}

/// The parameter of a row, and the list it stands in: by its path, else by its name among the members of objects.
fn find<'a>(
    row: &Row,
    start: &Target<'a>,
    root: &Target<'a>,
    all: &[Target<'a>],
) -> Option<(&'a Parameter, Target<'a>)> {
    let steps: Vec<_> = row
        .name
        .text
        .split('.')
        .map(|step| step.trim_end_matches("[]"))
        .collect();
    let (name, objects) = steps.split_last()?;
    for origin in [start, root] {
        let mut container = origin.clone();
        let mut reached = true;
        for step in objects {
            match container
                .find(step, true)
                .and_then(|parameter| object_of(parameter, &container, all))
            {
                Some(object) => container = object,
                None => reached = false,
            }
        }
        if reached && let Some(parameter) = container.find(name, true) {
            return Some((parameter, container));
        }
    }
    if !objects.is_empty() {
        return None;
    }
    // Members may follow their object without any mark.
    let mut nested = all.iter().filter(|target| {
        target.side.is_none()
            && std::ptr::eq(target.interface, root.interface)
            && belongs(target, root, all, 0)
    });
    let found = nested.find_map(|target| Some((target.find(name, true)?, target.clone())))?;
    nested
        .all(|target| target.find(name, true).is_none())
        .then_some(found)
}

/// Whether an object stands in a target, at any depth.
fn belongs(object: &Target<'_>, root: &Target<'_>, all: &[Target<'_>], depth: usize) -> bool {
    depth < 8
        && root.parameters.iter().any(|parameter| {
            object_of(parameter, root, all)
                .is_some_and(|inner| inner.is(object) || belongs(object, &inner, all, depth + 1))
        })
}

fn object_of<'a>(
    parameter: &Parameter,
    container: &Target<'a>,
    all: &[Target<'a>],
) -> Option<Target<'a>> {
    let members = fields(container.family, parameter)?;
    all.iter()
        .find(|target| std::ptr::eq(target.parameters, members))
        .cloned()
}

/// Reports a row that the spec does not have.
fn unknown(
    told: &Told,
    row: &Row,
    target: &Target<'_>,
    previous: Option<Span>,
    checked: &mut Checked<'_>,
) {
    let name = last(&row.name.text).to_owned();
    let after = previous.filter(|span| {
        target
            .parameters
            .iter()
            .any(|parameter| parameter.span == *span)
    });
    let facts = row::facts(&told.facts, row, target.family);
    checked.report(Draft {
        kind: Kind::MissingInSpec,
        level: Level::Problem,
        family: target.family.id.clone(),
        interface: Some(target.interface.id.clone()),
        of: target.of.clone(),
        name: name.clone(),
        message: format!("`{name}` stands on the page, but not in the spec"),
        at: row.name.at.clone(),
        printed: row.name.text.clone(),
        in_spec: after.or(target.parameters.last().map(|parameter| parameter.span)),
        specified: String::new(),
        fix: Some(match target.parameters.first() {
            Some(first) => Fix::AddParameter {
                name,
                after,
                first: first.span,
                facts,
            },
            None => Fix::Refused {
                why: "the spec has no parameter beside which it could stand".to_owned(),
            },
        }),
    });
}

/// Reports parameters of a described target that the page does not have.
fn absent(described: &Described<'_>, checked: &mut Checked<'_>) {
    let target = &described.target;
    if described.seen.is_empty() {
        return;
    }
    let is_seen = |parameter: &Parameter| described.seen.contains(&parameter.span);
    let locations: HashSet<_> = target
        .parameters
        .iter()
        .filter(|parameter| is_seen(parameter))
        .map(|parameter| parameter.location)
        .collect();
    for parameter in target.parameters {
        if is_seen(parameter) || !locations.contains(&parameter.location) {
            continue;
        }
        let whole = checked
            .catalogue
            .family(&target.family.id)
            .and_then(|family| unprojected(family, parameter.span));
        let mut level = checked.absent(parameter, whole);
        let pages = &parameter.provenance.pages;
        if level == Level::Problem
            && !checked.recognised.ids.is_empty()
            && !pages.is_empty()
            && !checked.is_page(pages)
        {
            level = Level::Known {
                why: "the spec read it on other pages only".to_owned(),
                at: pages.first().map(|page| page.span),
            };
        }
        checked.report(Draft {
            kind: Kind::MissingOnPage,
            level,
            family: target.family.id.clone(),
            interface: Some(target.interface.id.clone()),
            of: target.of.clone(),
            name: parameter.name.clone(),
            message: format!("`{}` stands in the spec, but not on the page", parameter.name),
            at: described.at.clone(),
            printed: String::new(),
            in_spec: Some(parameter.span),
            specified: parameter.name.clone(),
            fix: Some(Fix::Refused {
                why: "a parameter is not removed by itself: others may still send it; take the site out of `sites`, or write `until`"
                    .to_owned(),
            }),
        });
    }
}

/// Reports targets that the spec read on this page and that no table of the page describes.
fn without_table(all: &[Target<'_>], described: &[Described<'_>], checked: &mut Checked<'_>) {
    if checked.rows == 0 {
        return;
    }
    for target in all {
        if described.iter().any(|known| known.target.is(target)) {
            continue;
        }
        let read_here: Vec<_> = target
            .parameters
            .iter()
            .filter(|parameter| {
                parameter.provenance.confidence == Confidence::Table
                    && checked.is_page(&parameter.provenance.pages)
            })
            .collect();
        let Some(first) = read_here.first() else {
            continue;
        };
        let (count, in_spec) = (read_here.len(), first.span);
        checked.report(Draft {
            kind: Kind::Table,
            level: Level::Problem,
            family: target.family.id.clone(),
            interface: Some(target.interface.id.clone()),
            of: target.of.clone(),
            name: String::new(),
            message: format!(
                "the spec read {count} parameters of `{}` on this page, but no table of the page describes them",
                target.of
            ),
            at: 0..0,
            printed: String::new(),
            in_spec: Some(in_spec),
            specified: String::new(),
            fix: Some(Fix::Refused {
                why: "look at the page: has the table moved, or was it not saved?".to_owned(),
            }),
        });
    }
}

/// Notes a table that belongs to nothing.
fn unassigned(told: &Told, all: &[Target<'_>], checked: &mut Checked<'_>) {
    if all.is_empty() {
        return;
    }
    let names: Vec<_> = told
        .facts
        .rows
        .iter()
        .take(4)
        .map(|row| row.name.text.as_str())
        .collect();
    checked.report(Draft {
        kind: Kind::Table,
        level: Level::Note,
        family: String::new(),
        interface: None,
        of: String::new(),
        name: String::new(),
        message: format!(
            "a table with {} rows belongs to no part of the interface",
            told.facts.rows.len()
        ),
        at: told.facts.at.clone(),
        printed: names.join(", "),
        in_spec: None,
        specified: String::new(),
        fix: None,
    });
}
