//! For GitHub Actions: workflow commands that annotate the lines of the spec.

use koo_spec::report::github::annotation;
use koo_spec::source::{Location, SourceMap};

use crate::difference::{Difference, Level};

/// One line for each difference and note; what the spec decides already is left out.
pub fn github(differences: &[Difference], sources: &SourceMap) -> String {
    differences
        .iter()
        .filter_map(|difference| {
            let command = match difference.level {
                Level::Problem => "error",
                Level::Note => "notice",
                Level::Known { .. } => return None,
            };
            let page = &difference.on_page;
            let place = match difference.in_spec {
                Some(span) => sources.locate(span),
                None => Location {
                    path: page.path.clone(),
                    position: page.position,
                },
            };
            let title = format!("koo docs {}", difference.kind.as_str());
            let subject = &difference.subject;
            let message = format!(
                "{} `{}`: {}\n{page}",
                subject.heading(),
                subject.name,
                difference.message
            );
            let (line, column) = (place.position.line as u64, place.position.column as u64);
            Some(annotation(
                command,
                (&place.path, line, column),
                &title,
                message.trim_start(),
            ))
        })
        .collect()
}
