//! Structured files of a package: JSON held against documented keys, with the place of each problem.

use super::{ArtifactRule, ArtifactViolation, pages};
use crate::catalogue::{ArtifactFile, Family, Parameter};
use crate::interpret::payload;
use crate::source::{Position, SourceFile};
use crate::yaml;

/// Checks a JSON file against the keys of its rule.
pub(super) fn check(
    family: &Family,
    rule: &ArtifactFile,
    site: Option<&str>,
    source: &SourceFile,
    found: &mut Vec<ArtifactViolation>,
) {
    let violation = |position, pointer, rule_broken, message| ArtifactViolation {
        path: source.path().to_owned(),
        position,
        pointer,
        rule: rule_broken,
        limit: None,
        message,
        pages: pages(&[&rule.provenance]),
    };
    let value: serde_json::Value = match serde_json::from_str(source.text()) {
        Ok(value) => value,
        Err(error) => {
            let (at, message) = malformed(&error);
            found.push(violation(Some(at), None, ArtifactRule::Malformed, message));
            return;
        }
    };
    // JSON is YAML, whose reader knows where everything stands.
    let tree = yaml::parse(source, 0).ok();
    let parameters: Vec<&Parameter> = rule.fields.iter().collect();
    for broken in &payload::check(family, &parameters, site, &value).violations {
        let node = tree.as_ref().map(|tree| tree.nearest(broken.pointer()));
        let position = node.map(|node| source.position(node.span.start as usize));
        let message = payload::explain(broken);
        let pointer = broken.pointer().to_owned();
        let mut violation = violation(position, Some(pointer), ArtifactRule::Field, message);
        violation.limit = Some(broken.rule().to_string());
        found.push(violation);
    }
}

/// Where and why a text is no JSON.
pub(super) fn malformed(error: &serde_json::Error) -> (Position, String) {
    let position = Position {
        line: error.line().max(1),
        column: error.column().max(1),
    };
    let text = error.to_string();
    let reason = text.split(" at line ").next().unwrap_or(&text);
    (position, format!("not JSON: {reason}"))
}
