//! Packages on disk: patterns can be read, and what is said of forbidden content fits together.

use crate::catalogue::{Artifact, Family, ForbiddenKind};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::interpret::artifact::pattern;
use crate::source::Span;

pub(super) fn check(family: &Family, found: &mut Diagnostics) {
    for artifact in family.artifacts.values() {
        for (written, span) in patterns(artifact) {
            if let Err(reason) = pattern(written) {
                found.push(
                    Diagnostic::new(
                        Rule::InvalidFormat,
                        format!("`{written}` is no pattern: {reason}"),
                    )
                    .at(span, "cannot be read")
                    .hint("`*` stands for any part of a name, `**` for any folders"),
                );
            }
        }
    }
}

/// Every pattern of an artifact, with its place.
fn patterns(artifact: &Artifact) -> impl Iterator<Item = (&str, Span)> {
    let names = artifact
        .names
        .iter()
        .map(|name| (name.value.as_str(), name.span));
    let files = artifact
        .files
        .iter()
        .map(|(written, file)| (written.as_str(), file.span));
    let forbidden = artifact
        .forbidden
        .iter()
        .filter(|(_, forbidden)| forbidden.kind != ForbiddenKind::Text)
        .map(|(written, forbidden)| (written.as_str(), forbidden.span));
    names.chain(files).chain(forbidden)
}
