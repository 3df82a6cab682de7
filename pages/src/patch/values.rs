//! Other listed values.

use koo_spec::catalogue::{Family, Parameter, Type, TypeShape};
use koo_spec::identifier::{camel_case, is_identifier};
use koo_spec::node::{Entry, Node, Value};
use koo_spec::source::Span;

use super::PLACEHOLDER;
use super::edit::Edit;
use super::parameter::{documented, for_sites};
use super::plan::{Asked, Spec};
use super::yaml::{list, scalar};
use crate::compare::unprojected;

/// The edits that add values to a parameter, or restrict them for a site, and what they do.
pub(super) fn set(
    spec: &Spec<'_>,
    span: Span,
    added: &[String],
    keep: Option<&[String]>,
    asked: &Asked<'_>,
) -> Result<(Vec<Edit>, String), String> {
    let subject = &asked.difference.subject;
    let found = spec
        .written
        .entry(span)
        .ok_or("its place in the spec was not found")?;
    let entry = found.entry;
    let family = spec
        .catalogue
        .family(&subject.family)
        .ok_or("its family is not known")?;
    let parameter = unprojected(family, span).ok_or("the parameter is not known")?;
    let sites = documented(spec, entry, asked);
    let mut edits = Vec::new();
    let mut done = Vec::new();
    let missing: Vec<_> = {
        let known = family.values_of(parameter);
        added
            .iter()
            .filter(|value| known.iter().all(|known| known.value != **value))
            .collect()
    };
    if !missing.is_empty() {
        let map = home(spec, family, parameter, entry)?;
        let last = map
            .entries()
            .last()
            .ok_or("its values are written nowhere")?;
        let layout = spec.layout(last.key_span)?;
        let whole_family: Vec<_> = family.sites.iter().map(|site| site.value.clone()).collect();
        for value in missing {
            let sites: &[String] = if whole_family.iter().all(|site| asked.sites.contains(site)) {
                &[]
            } else {
                &asked.sites
            };
            let in_family = last.key_span.file == family.span.file;
            let pages: &[String] = if in_family { &asked.pages } else { &[] };
            edits.push(layout.add(map, last, &one(value, sites, pages)));
            done.push(format!("value {value}"));
        }
    }
    // Values that an existing list of the site names one by one.
    let of_sites: Vec<_> = asked
        .sites
        .iter()
        .filter_map(|site| entry.value.get("sites")?.get(site)?.get("values"))
        .collect();
    if let Some(keep) = keep {
        edits.extend(for_sites(
            spec,
            entry,
            asked,
            "values",
            &list(keep),
            &sites,
        )?);
        done.push(format!(
            "values for {}: {}",
            asked.sites.join(", "),
            keep.join(", ")
        ));
    } else {
        let layout = spec.layout(span)?;
        for node in of_sites {
            let mut values: Vec<_> = node
                .elements()
                .iter()
                .filter_map(Node::scalar_text)
                .collect();
            values.extend(added.iter().cloned());
            edits.push(layout.replace(layout.whole(node), list(&values)));
        }
    }
    if edits.is_empty() {
        return Err(
            "the spec lists these values, but not for this site: look at the `sites` of each value"
                .to_owned(),
        );
    }
    Ok((edits, done.join("; ")))
}

/// The map that lists the values: that of the parameter, of the shared parameter, or of the type.
fn home<'a>(
    spec: &'a Spec<'_>,
    family: &Family,
    parameter: &Parameter,
    entry: &'a Entry,
) -> Result<&'a Node, String> {
    let is_map = |node: &&Node| matches!(node.value, Value::Map(_)) && !node.entries().is_empty();
    if let Some(values) = entry.value.get("values").filter(is_map) {
        return Ok(values);
    }
    if let Some(shared) = spec.written.shared(entry)
        && shared.entry.value.get("values").is_some()
    {
        let users = spec.written.users(shared.entry.key_span);
        return Err(format!(
            "its values stand in the shared parameter at {}, which {} parameters use; add them there by hand",
            spec.sources.locate(shared.entry.key_span),
            users.len()
        ));
    }
    let Type::Named(name) = parameter.r#type.value.innermost() else {
        return Err("the spec lists no values for it; is it an enumeration now?".to_owned());
    };
    let definition = family
        .types
        .get(name)
        .filter(|definition| matches!(definition.shape, TypeShape::Enumeration(_)))
        .ok_or_else(|| format!("`{name}` lists no values"))?;
    spec.written
        .entry(definition.span)
        .and_then(|found| found.entry.value.get("values"))
        .filter(is_map)
        .ok_or_else(|| format!("the values of `{name}` were not found"))
}

/// A new value as one line.
fn one(value: &str, sites: &[String], pages: &[String]) -> String {
    let mut keys = vec![format!("doc: {PLACEHOLDER}")];
    if !is_identifier(&camel_case(value)) {
        keys.push(format!("name: {}", camel_case(&format!("Value{value}"))));
    }
    if !sites.is_empty() {
        keys.push(format!("sites: {}", list(sites)));
    }
    if !pages.is_empty() {
        keys.push(format!("page: {}", list(pages)));
    }
    format!("{}: {{{}}}", scalar(value), keys.join(", "))
}
