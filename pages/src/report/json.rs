//! For programs: one JSON document.

use koo_spec::source::{SourceMap, Span};
use serde_json::{Value, json};

use super::tally;
use crate::compare::Comparison;
use crate::difference::{Difference, Level};

/// `{"koo": 1, "problems": n, "known": n, "notes": n, "pages": […], "differences": […]}`.
pub fn json(comparison: &Comparison, sources: &SourceMap) -> Value {
    let (problems, known, notes) = tally(&comparison.differences);
    let pages: Vec<_> = comparison
        .recognised
        .iter()
        .map(|page| {
            json!({
                "file": page.path, "page": page.page, "site": page.site, "interfaces": page.interfaces,
                "rows": page.rows, "codes": page.codes,
            })
        })
        .collect();
    let differences: Vec<_> = comparison
        .differences
        .iter()
        .map(|difference| one(difference, sources))
        .collect();
    json!({
        "koo": 1, "problems": problems, "known": known, "notes": notes, "pages": pages, "differences": differences,
    })
}

fn one(difference: &Difference, sources: &SourceMap) -> Value {
    let subject = &difference.subject;
    let known = match &difference.level {
        Level::Known { why, at } => json!({ "why": why, "at": at.map(|at| place(at, sources)) }),
        Level::Problem | Level::Note => Value::Null,
    };
    let in_spec = difference.in_spec.map(|span| {
        let mut place = place(span, sources);
        if let Some(object) = place.as_object_mut() {
            object.insert("text".to_owned(), difference.specified.clone().into());
        }
        place
    });
    json!({
        "kind": difference.kind.as_str(),
        "level": difference.level.as_str(),
        "family": subject.family,
        "interface": subject.interface,
        "of": subject.of,
        "name": subject.name,
        "site": subject.site,
        "page": subject.page,
        "message": difference.message,
        "on_page": {
            "file": difference.on_page.path,
            "line": difference.on_page.position.line,
            "column": difference.on_page.position.column,
            "text": difference.printed,
        },
        "in_spec": in_spec,
        "known": known,
    })
}

fn place(span: Span, sources: &SourceMap) -> Value {
    let place = sources.locate(span);
    json!({ "file": place.path, "line": place.position.line, "column": place.position.column })
}
