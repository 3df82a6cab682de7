//! New parameters and codes.

use koo_spec::identifier::camel_case;

use super::PLACEHOLDER;
use super::edit::Edit;
use super::fix::Fix;
use super::plan::{Asked, Spec};
use super::sites_of;
use super::yaml::{list, scalar};
use crate::table::cell::Mark;

/// What a reviewer should know about an entry that was written from a page.
const NOTE: &str =
    "Taken from the table of the page by `koo docs patch`; the description is still missing.";

/// The edit that adds a parameter behind the one that stands before it on the page.
pub(super) fn parameter(spec: &Spec<'_>, asked: &Asked<'_>) -> Result<(Vec<Edit>, String), String> {
    let Some(Fix::AddParameter {
        name,
        after,
        first,
        facts,
    }) = &asked.difference.fix
    else {
        return Err("nothing to add".to_owned());
    };
    if asked.pages.is_empty() {
        return Err("a new parameter names its source page: give --page".to_owned());
    }
    let anchor = after.unwrap_or(*first);
    let found = spec
        .written
        .entry(anchor)
        .ok_or("its place in the spec was not found")?;
    let layout = spec.layout(anchor)?;
    let subject = &asked.difference.subject;
    let sites = sites_of(spec.catalogue, &subject.family, &[]);
    let of_all_sites =
        sites.iter().all(|site| asked.sites.contains(site)) || asked.sites.is_empty();
    let r#type = match &facts.r#type {
        _ if !facts.values.is_empty()
            && facts
                .r#type
                .as_deref()
                .is_none_or(|known| known == "string") =>
        {
            "enum".to_owned()
        }
        Some(known) => known.clone(),
        None if facts.printed_type.is_empty() => "string".to_owned(),
        None => "any".to_owned(),
    };
    let mut keys = vec![("type", scalar_or_quoted(&r#type))];
    let required = match facts.mark {
        Some(Mark::Mandatory) => "true",
        Some(Mark::Conditional) => "conditional",
        Some(Mark::Optional) | None => "false",
    };
    keys.push(("required", required.to_owned()));
    if facts.mark == Some(Mark::Conditional) {
        keys.push(("condition", PLACEHOLDER.to_owned()));
    }
    if let Some(limit) = facts.max_length {
        keys.push(("max_length", limit.to_string()));
    }
    if r#type == "enum" {
        let values: Vec<_> = facts
            .values
            .iter()
            .map(|value| format!("{}: {{doc: {PLACEHOLDER}}}", scalar(value)))
            .collect();
        keys.push(("values", format!("{{{}}}", values.join(", "))));
    }
    keys.push(("doc", PLACEHOLDER.to_owned()));
    keys.push(("note", NOTE.to_owned()));
    keys.push(("page", list(&asked.pages)));
    if !of_all_sites {
        keys.push(("sites", list(&asked.sites)));
    }
    let written = if layout.is_flow(found.map) {
        let keys: Vec<_> = keys
            .into_iter()
            .map(|(key, value)| {
                if key == "note" {
                    format!("{key}: \"{value}\"")
                } else {
                    format!("{key}: {value}")
                }
            })
            .collect();
        format!("{}: {{{}}}", scalar(name), keys.join(", "))
    } else {
        let mut lines = vec![format!("{}:", scalar(name))];
        lines.extend(
            keys.into_iter()
                .map(|(key, value)| format!("  {key}: {value}")),
        );
        lines.join("\n")
    };
    Ok((
        vec![layout.add(found.map, found.entry, &written)],
        "new parameter; describe it".to_owned(),
    ))
}

fn scalar_or_quoted(expression: &str) -> String {
    if expression.contains(['[', ',']) {
        format!("\"{expression}\"")
    } else {
        expression.to_owned()
    }
}

/// The edit that adds a code behind the one that stands before it on the page.
pub(super) fn code(spec: &Spec<'_>, asked: &Asked<'_>) -> Result<(Vec<Edit>, String), String> {
    let Some(Fix::AddCode {
        code,
        after,
        status,
    }) = &asked.difference.fix
    else {
        return Err("nothing to add".to_owned());
    };
    if asked.pages.is_empty() {
        return Err("a new code names its source page: give --page".to_owned());
    }
    let subject = &asked.difference.subject;
    let family = spec
        .catalogue
        .family(&subject.family)
        .ok_or("its family is not known")?;
    let mut found = spec
        .written
        .entry(*after)
        .ok_or("its place in the spec was not found")?;
    if found.entry.key_span.file != family.span.file {
        // A shared file is read by guides that may not have the code.
        let own = spec
            .written
            .top_level(family.span, "codes")
            .and_then(|codes| Some((codes, codes.entries().last()?)));
        let Some((map, entry)) = own else {
            return Err(format!(
                "the codes of `{}` stand in the shared file at {}; add it where all its guides have it",
                family.id,
                spec.sources.locate(*after)
            ));
        };
        found = crate::written::Found { entry, map };
    }
    let layout = spec.layout(found.entry.key_span)?;
    let sites = sites_of(spec.catalogue, &subject.family, &[]);
    let mut lines = vec![
        format!("{}:", scalar(code)),
        format!(
            "  name: {}",
            camel_case(&format!("Code {}", code.replace(['.', '-'], " ")))
        ),
        format!("  doc: {PLACEHOLDER}"),
    ];
    if !sites.iter().all(|site| asked.sites.contains(site)) && !asked.sites.is_empty() {
        lines.push(format!("  sites: {}", list(&asked.sites)));
    }
    lines.push(format!("  page: {}", list(&asked.pages)));
    if let Some(status) = status {
        lines.push(format!("  http_status: {status}"));
    }
    lines.push(format!("  note: {NOTE}"));
    let written = lines.join("\n");
    Ok((
        vec![layout.add(found.map, found.entry, &written)],
        "new code; name and describe it".to_owned(),
    ))
}
