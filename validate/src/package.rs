//! Packages on disk held against the limits of their kind.

use std::sync::Arc;

use koo_runtime::validate::Limit;
use koo_spec::catalogue::{Artifact, Catalogue, Family};
use koo_spec::interpret::artifact::{self, ArtifactViolation, Listing, pattern};
use koo_spec::names::{self, UnknownName};

use crate::finding::{Finding, Page, Place, Report, Severity, Tally};

/// A kind of package, with its guide.
#[derive(Debug, Clone, Copy)]
pub struct Kind<'c> {
    /// The guide.
    pub family: &'c Family,
    /// Id.
    pub id: &'c str,
    /// The kind.
    pub artifact: &'c Artifact,
}

fn kinds(catalogue: &Catalogue) -> impl Iterator<Item = Kind<'_>> {
    catalogue.families.iter().flat_map(|family| {
        let artifacts = family.artifacts.iter();
        artifacts.map(move |(id, artifact)| Kind {
            family,
            id,
            artifact,
        })
    })
}

/// The kind of package called `family/id`, or `id` where one family only has it.
///
/// # Errors
///
/// That there is none, with the one that was probably meant.
pub fn by_name<'c>(catalogue: &'c Catalogue, id: &str) -> Result<Kind<'c>, UnknownName> {
    let (family, id, artifact) = names::artifact(catalogue, id)?;
    Ok(Kind {
        family,
        id,
        artifact,
    })
}

/// The kind of package whose files these are most likely: the one most of whose patterns match any.
///
/// # Errors
///
/// That none or several are equally likely.
pub fn by_look<'c>(catalogue: &'c Catalogue, paths: &[&str]) -> Result<Kind<'c>, UnknownName> {
    let matching = |kind: &Kind<'_>| {
        let patterns = kind.artifact.files.keys().filter(|path| *path != "**");
        patterns
            .filter_map(|path| pattern(path).ok())
            .filter(|pattern| paths.iter().any(|path| pattern.is_match(path)))
            .count()
    };
    let mut rated: Vec<_> = kinds(catalogue)
        .map(|kind| (matching(&kind), kind))
        .collect();
    rated.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    match rated.as_slice() {
        [(best, kind)] if *best > 0 => Ok(*kind),
        [(best, kind), (next, _), ..] if best > next => Ok(*kind),
        [] => Err(UnknownName::because(
            "the catalogue describes no packages".to_owned(),
        )),
        _ => {
            let names: Vec<_> = kinds(catalogue).map(|kind| kind.id).collect();
            Err(UnknownName::because(format!(
                "the files do not tell what kind of package this is; say --artifact with one of {}",
                names.join(", ")
            )))
        }
    }
}

/// Holds a package against its kind. `root` is how the package is named; paths in it are shown below it.
pub fn check(kind: Kind<'_>, site: Option<&str>, root: &str, package: &Listing<'_>) -> Report {
    let found = artifact::check(kind.family, kind.artifact, site, package);
    let about: Arc<str> = format!("{}/{}", kind.family.id, kind.id).into();
    Report {
        tally: Tally {
            errors: found.len() as u64,
            warnings: 0,
        },
        findings: found
            .into_iter()
            .map(|violation| finding(kind, &about, root, violation))
            .collect(),
        files: vec![root.into()],
        looked_at: package.files.len() as u64,
        unit: ("file", "files"),
        passed_over: 0,
    }
}

fn finding(kind: Kind<'_>, about: &str, root: &str, violation: ArtifactViolation) -> Finding {
    let file: Arc<str> = match violation.path.as_str() {
        "" => root.into(),
        path => format!("{}/{path}", root.trim_end_matches('/')).into(),
    };
    let (line, column) = violation
        .position
        .map_or((1, 1), |at| (at.line as u64, at.column as u64));
    let pages = violation.pages.iter().filter_map(|id| {
        let page = kind.family.pages.get(id)?;
        Some(Page {
            id: id.clone(),
            title: page.title.clone(),
            site: page.site.value.clone(),
            url: page.url.clone(),
        })
    });
    Finding {
        severity: Severity::Error,
        rule: violation.rule.as_str(),
        message: format!("{} ({about})", violation.message),
        hint: None,
        place: Place {
            file,
            line,
            column,
            end_line: line,
            end_column: column,
        },
        path: String::new(),
        pointer: violation.pointer,
        location: None,
        about: None,
        limit: violation.limit.map(Limit::Format),
        actual: None,
        pages: pages.collect(),
    }
}
