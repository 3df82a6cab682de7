//! Pages written from the catalogue in many shapes: what they say is what the catalogue says, and nothing else is found.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests may panic"
)]

mod support;

use std::ops::Range;
use std::path::Path;

use koo_pages::compare::{Comparison, Wanted, compare};
use koo_pages::difference::{Kind, Level};
use koo_pages::page::Page;
use koo_pages::patch::patch;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use support::model::{PageModel, pages};
use support::style::{Format, Style, write};
use support::{catalogue, folder, page, problems, report};

#[test]
fn every_page_of_the_catalogue_agrees_with_it() {
    let loaded = catalogue();
    let models = pages(&loaded.catalogue);
    let mut failed = Vec::new();
    for format in Format::ALL {
        let read: Vec<_> = models
            .iter()
            .map(|model| {
                let style = Style::plain(format, model.site == "mainland");
                page(
                    &format!("{}.{}", model.id, format.ending()),
                    &write(model, style),
                )
            })
            .collect();
        let all = compare(
            &read,
            &loaded.catalogue,
            &loaded.sources,
            &Wanted::default(),
        );
        for (model, recognised) in models.iter().zip(&all.recognised) {
            if !model
                .interfaces
                .iter()
                .all(|interface| recognised.interfaces.contains(interface))
            {
                failed.push(format!(
                    "{} {format:?}: recognised {:?}, not {:?}",
                    model.id, recognised.interfaces, model.interfaces
                ));
            }
        }
        if !problems(&all).is_empty() {
            failed.push(format!("{format:?}:\n{}", report(&all)));
        }
    }
    let count = models.len();
    assert!(count > 80, "{count}");
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// Pages of one interface, whose tables no other table is like.
fn single() -> Vec<PageModel> {
    pages(&catalogue().catalogue)
        .into_iter()
        .filter(|model| model.interfaces.len() == 1)
        .collect()
}

/// What was changed: object, parameter, and the length now printed.
type Changes = Vec<(String, String, u64)>;

/// A page with some other lengths, what they are, and a style.
fn changed(lengths: Range<u64>) -> impl Strategy<Value = (PageModel, Changes, Style)> {
    (
        any::<Index>(),
        vec((any::<Index>(), lengths), 0..5),
        Style::any(),
    )
        .prop_map(|(page, changes, style)| {
            let models = single();
            let mut model = page.get(&models).clone();
            let places: Vec<_> = model
                .tables
                .iter()
                .enumerate()
                .flat_map(|(table, model)| {
                    model
                        .rows
                        .iter()
                        .enumerate()
                        .map(move |(row, _)| (table, row))
                })
                .filter(|(table, row)| model.tables[*table].rows[*row].length.is_some())
                .collect();
            let mut made = Changes::new();
            for (place, length) in changes {
                if places.is_empty() {
                    break;
                }
                let (table, row) = *place.get(&places);
                let of = model.tables[table].of.clone();
                let row = &mut model.tables[table].rows[row];
                let is_made = made
                    .iter()
                    .any(|(known, name, _)| *known == of && *name == row.name);
                if row.length == Some(length) || is_made {
                    continue;
                }
                row.length = Some(length);
                made.push((of, row.name.clone(), length));
            }
            (model, made, style)
        })
}

fn compared(model: &PageModel, style: Style) -> (Page, Comparison) {
    let loaded = catalogue();
    let page = page(
        &format!("{}.{}", model.id, style.format.ending()),
        &write(model, style),
    );
    let comparison = compare(
        std::slice::from_ref(&page),
        &loaded.catalogue,
        &loaded.sources,
        &Wanted::default(),
    );
    (page, comparison)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, max_shrink_iters: 20, ..ProptestConfig::default() })]

    /// In whatever shape the page comes, exactly the changed lengths are found, each at its cell.
    #[test]
    fn changed_lengths_are_found_exactly((model, changes, style) in changed(1..5_000)) {
        let (page, comparison) = compared(&model, style);
        let mut found: Vec<_> = comparison
            .differences
            .iter()
            .filter(|difference| difference.level != Level::Note)
            .map(|difference| (difference.kind, difference.subject.name.clone(), digits(&difference.printed)))
            .collect();
        let mut expected: Vec<_> = changes
            .iter()
            .map(|(_, name, length)| (Kind::Length, name.clone(), length.to_string()))
            .collect();
        found.sort();
        expected.sort();
        prop_assert_eq!(found, expected, "{}\n{}", report(&comparison), page.source.text());
        for difference in comparison.differences.iter().filter(|difference| difference.level == Level::Problem) {
            let line = page.source.text().lines().nth(difference.on_page.position.line - 1).unwrap_or_default();
            let rest: String = line.chars().skip(difference.on_page.position.column - 1).collect();
            prop_assert!(digits(&rest).starts_with(&digits(&difference.printed)), "{} is not at {rest}", difference.printed);
        }
    }
}

/// The digits of a text, full-width ones too.
fn digits(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '０'..='９' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
            other => other,
        })
        .filter(char::is_ascii_digit)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, max_shrink_iters: 20, ..ProptestConfig::default() })]

    /// After the patch (of lengths that the examples of the spec bear) the page and the spec agree, and nothing but lines about these
    /// parameters has changed. Only what stands with its sites in a shared parameter is left to a person, one remark each.
    #[test]
    fn patched_lengths_agree((model, changes, style) in changed(1_000..5_000)) {
        let (page, _) = compared(&model, style);
        let loaded = catalogue();
        let root = folder();
        let patch = patch(&[page], loaded, &Wanted::default(), |shown| {
            Path::new(shown).strip_prefix(&root).map_or_else(|_| shown.to_owned(), |path| path.to_string_lossy().into_owned())
        });
        for remark in &patch.left {
            prop_assert!(remark.text.contains("`sites` stand in the shared parameter"), "{:?}", remark);
        }
        prop_assert_eq!(problems(&patch.after).len(), patch.left.len(), "{}", report(&patch.after));
        prop_assert_eq!(patch.files.is_empty(), changes.len() == patch.left.len());
        for file in &patch.files {
            let lost = file.before.lines().filter(|line| !file.after.contains(line)).count();
            prop_assert!(lost <= changes.len(), "{} lines were lost for {} changes", lost, changes.len());
        }
    }
}
