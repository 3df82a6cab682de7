//! Differences → edits of the spec: bytes of the YAML files are replaced, everything else stays as it is written.

mod edit;
mod fix;
mod insert;
mod parameter;
mod plan;
mod values;
mod yaml;

use koo_spec::catalogue::Catalogue;
use koo_spec::load::{Input, Loaded, load};
use koo_spec::source::SourceMap;

pub(crate) use fix::{Fix, NewFacts, Setting};

use crate::compare::{Comparison, Wanted, compare};
use crate::difference::{Difference, Level};
use crate::page::Page;
use edit::{Edit, apply};
use plan::{Change, plan};

/// What stands in a new description until somebody writes one; `koo docs check` counts it.
pub const PLACEHOLDER: &str = "Not described yet.";

/// How often edits are planned anew: those that exclude each other are made one after the other.
const MAX_ROUNDS: usize = 6;

/// A file with edits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditedFile {
    /// Path as it is shown in messages.
    pub path: String,
    /// Text before.
    pub before: String,
    /// Text with the edits.
    pub after: String,
}

/// An edit that was made, or the reason why it was not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What it is about: `saas-v2/newInstance request orderId`.
    pub subject: String,
    /// What was done, or why not.
    pub text: String,
}

/// The edits that make the spec follow the pages.
#[derive(Debug, Clone, Default)]
pub struct Patch {
    /// Files that change.
    pub files: Vec<EditedFile>,
    /// What was done.
    pub done: Vec<Remark>,
    /// What is left to people.
    pub left: Vec<Remark>,
    /// What still differs once the edits are made.
    pub after: Comparison,
}

/// Writes the edits that make the spec follow the pages. `relative` gives the path of a file below the catalogue
/// folder, to which includes refer.
///
/// An edit after which the spec would have a new error or warning is not made; it is left to people with the reason.
pub fn patch(
    pages: &[Page],
    loaded: &Loaded,
    wanted: &Wanted,
    relative: impl Fn(&str) -> String,
) -> Patch {
    let mut patch = Patch::default();
    let original = complaints(loaded);
    let mut spec: Option<Loaded> = None;
    for _ in 0..MAX_ROUNDS {
        let now = spec.as_ref().unwrap_or(loaded);
        let comparison = compare(pages, &now.catalogue, &now.sources, wanted);
        let planned = plan(&comparison.differences, &now.catalogue, &now.sources);
        patch.left = planned.left;
        patch.after = comparison;
        let round = round(&planned.changes, now, &original, &relative, &mut patch.left);
        let Some((reloaded, done)) = round else { break };
        patch.done.extend(done);
        spec = Some(reloaded);
    }
    if let Some(spec) = spec {
        patch.after = compare(pages, &spec.catalogue, &spec.sources, wanted);
        patch.files = loaded
            .sources
            .files()
            .zip(spec.sources.files())
            .filter(|(before, after)| before.text() != after.text())
            .map(|(before, after)| EditedFile {
                path: before.path().to_owned(),
                before: before.text().to_owned(),
                after: after.text().to_owned(),
            })
            .collect();
    }
    patch
}

/// Makes as many edits at once as the spec bears; nothing if it bears none.
fn round(
    changes: &[Change],
    now: &Loaded,
    original: &[String],
    relative: impl Fn(&str) -> String,
    left: &mut Vec<Remark>,
) -> Option<(Loaded, Vec<Remark>)> {
    let try_out = |changes: &[&Change]| {
        let edits: Vec<_> = changes
            .iter()
            .flat_map(|change| change.edits.iter().cloned())
            .collect();
        let reloaded = load(inputs(&now.sources, &edits, &relative)?);
        let new: Vec<_> = complaints(&reloaded)
            .into_iter()
            .filter(|complaint| !original.contains(complaint))
            .collect();
        if new.is_empty() {
            Ok(reloaded)
        } else {
            Err(format!(
                "the spec would be wrong afterwards: {}",
                new.join("; ")
            ))
        }
    };
    let all: Vec<_> = changes.iter().collect();
    if all.is_empty() {
        return None;
    }
    if let Ok(reloaded) = try_out(&all) {
        return Some((
            reloaded,
            all.iter().map(|change| change.done.clone()).collect(),
        ));
    }
    // Some edit is at fault: each is tried on top of those that are good. Edits of one place exclude each other; the
    // next round makes the second.
    let mut accepted: Vec<&Change> = Vec::new();
    let mut good = None;
    for change in all {
        accepted.push(change);
        match try_out(&accepted) {
            Ok(reloaded) => good = Some(reloaded),
            Err(why) => {
                accepted.pop();
                left.push(Remark {
                    subject: change.done.subject.clone(),
                    text: why,
                });
            }
        }
    }
    Some((
        good?,
        accepted.iter().map(|change| change.done.clone()).collect(),
    ))
}

/// What the checker says, without positions: these move with the edits.
fn complaints(loaded: &Loaded) -> Vec<String> {
    loaded
        .diagnostics
        .iter()
        .map(|diagnostic| format!("{} {}", diagnostic.rule.code(), diagnostic.message))
        .collect()
}

/// The files of the spec with the edits made.
fn inputs(
    sources: &SourceMap,
    edits: &[Edit],
    relative: impl Fn(&str) -> String,
) -> Result<Vec<Input>, String> {
    sources
        .files()
        .zip(0..)
        .map(|(source, index)| {
            let own = edits
                .iter()
                .filter(|edit| edit.file == index)
                .cloned()
                .collect();
            Ok(Input {
                path: relative(source.path()),
                shown: source.path().to_owned(),
                text: apply(source.text(), own)?,
            })
        })
        .collect()
}

/// The differences that ask for an edit.
fn wanted_fixes(differences: &[Difference]) -> impl Iterator<Item = (&Difference, &Fix)> {
    differences
        .iter()
        .filter(|difference| !matches!(difference.level, Level::Known { .. }))
        .filter_map(|difference| Some((difference, difference.fix.as_ref()?)))
}

/// The sites of a family's parameter: its own, or all of the family.
fn sites_of(
    catalogue: &Catalogue,
    family: &str,
    own: &[koo_spec::catalogue::Placed<String>],
) -> Vec<String> {
    let of_family = catalogue
        .family(family)
        .map(|family| family.sites.as_slice())
        .unwrap_or_default();
    let sites = if own.is_empty() { of_family } else { own };
    sites.iter().map(|site| site.value.clone()).collect()
}
