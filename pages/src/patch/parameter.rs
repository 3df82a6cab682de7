//! Another value of one key of a parameter: at its place, for one site, or beside `use`.

use koo_spec::catalogue::Length;
use koo_spec::node::{Entry, Node, Value};
use koo_spec::source::Span;

use super::PLACEHOLDER;
use super::edit::Edit;
use super::fix::Setting;
use super::plan::{Asked, Settings, Spec};
use super::sites_of;
use super::yaml::scalar;
use crate::table::cell::Mark;

/// Keys in the order they are written, for new ones.
const BEFORE_LIMITS: &[&str] = &["condition", "required", "type", "use"];
const BEFORE_SITES: &[&str] = &[
    "page",
    "confidence",
    "doc",
    "max_length",
    "required",
    "type",
    "use",
];

impl Setting {
    const fn key(&self) -> &'static str {
        match self {
            Self::MaxLength(_) => "max_length",
            Self::Required(_) => "required",
            Self::Type(_) => "type",
        }
    }

    fn value(&self) -> String {
        match self {
            Self::MaxLength(Length::AtMost(limit)) => limit.to_string(),
            Self::MaxLength(Length::Unlimited) => "unlimited".to_owned(),
            Self::MaxLength(Length::Unknown) => "unknown".to_owned(),
            Self::Required(Mark::Mandatory) => "true".to_owned(),
            Self::Required(Mark::Optional) => "false".to_owned(),
            Self::Required(Mark::Conditional) => "conditional".to_owned(),
            Self::Type(expression) => scalar_type(expression),
        }
    }
}

/// A type expression; brackets and commas mean something in braces.
fn scalar_type(expression: &str) -> String {
    if expression.contains(['[', ',']) {
        format!("\"{expression}\"")
    } else {
        expression.to_owned()
    }
}

/// The edits that give a parameter another value, and what they do.
pub(super) fn set(
    spec: &Spec<'_>,
    span: Span,
    setting: &Setting,
    asked: &Asked<'_>,
    all: &Settings<'_>,
) -> Result<(Vec<Edit>, String), String> {
    let found = spec
        .written
        .entry(span)
        .ok_or("its place in the spec was not found")?;
    let entry = found.entry;
    let (key, value) = (setting.key(), setting.value());
    let layout = spec.layout(span)?;
    // What a site says otherwise already is changed where it says so.
    let differing: Vec<_> = asked
        .sites
        .iter()
        .filter_map(|site| entry.value.get("sites")?.get(site)?.get(key))
        .collect();
    if !differing.is_empty() && differing.len() == asked.sites.len() {
        let edits = differing
            .iter()
            .map(|node| layout.replace(layout.whole(node), value.clone()))
            .collect();
        return Ok((
            edits,
            format!("{key}: {value} for {}", asked.sites.join(", ")),
        ));
    }
    let sites = documented(spec, entry, asked);
    if sites.iter().all(|site| asked.sites.contains(site)) || asked.sites.is_empty() {
        return everywhere(spec, entry, setting, all);
    }
    if matches!(setting, Setting::Type(_)) {
        return Err(format!(
            "a type is the same on every site, and this page speaks for {} of {} only",
            asked.sites.join(", "),
            sites.join(", ")
        ));
    }
    let edits = for_sites(spec, entry, asked, key, &value, &sites)?;
    Ok((
        edits,
        format!("{key}: {value} for {} only", asked.sites.join(", ")),
    ))
}

/// The sites that document a parameter.
pub(super) fn documented(spec: &Spec<'_>, entry: &Entry, asked: &Asked<'_>) -> Vec<String> {
    let own: Vec<_> = match entry.value.get("sites").map(|sites| &sites.value) {
        Some(Value::Map(entries)) => entries.iter().map(|entry| entry.key.clone()).collect(),
        Some(Value::List(elements)) => elements.iter().filter_map(Node::scalar_text).collect(),
        _ => Vec::new(),
    };
    if own.is_empty() {
        sites_of(spec.catalogue, &asked.difference.subject.family, &[])
    } else {
        own
    }
}

/// The value for all sites: where it is written, in the shared parameter if all its users change alike, or beside `use`.
fn everywhere(
    spec: &Spec<'_>,
    entry: &Entry,
    setting: &Setting,
    all: &Settings<'_>,
) -> Result<(Vec<Edit>, String), String> {
    let (key, value) = (setting.key(), setting.value());
    let mut done = format!("{key}: {value}");
    let mut target = entry;
    if entry.value.get(key).is_none()
        && let Some(shared) = spec.written.shared(entry)
    {
        let users = spec.written.users(shared.entry.key_span);
        let alike = |user: &Span| {
            all.iter()
                .any(|((span, known), _)| span == user && *known == setting)
        };
        let place = spec.sources.locate(shared.entry.key_span);
        if users.iter().all(alike) && shared.entry.value.get(key).is_some() {
            target = shared.entry;
            done = format!(
                "{key}: {value} in the shared parameter at {place}, as all {} users change",
                users.len()
            );
        } else {
            let others = users.len().saturating_sub(1);
            done = format!(
                "{key}: {value} beside `use`; the shared parameter at {place} stays, {others} others use it"
            );
        }
    }
    let layout = spec.layout(target.key_span)?;
    let mut edits = vec![layout.set(&target.value, key, &value, BEFORE_LIMITS)];
    let is_told = ["when", "condition"]
        .iter()
        .any(|key| target.value.get(key).is_some());
    if *setting == Setting::Required(Mark::Conditional) && !is_told {
        // Where both keys are new they stand at one place, in this order.
        let after = match target.value.get(key) {
            Some(_) => &[key],
            None => BEFORE_LIMITS,
        };
        edits.push(layout.set(&target.value, "condition", &scalar(PLACEHOLDER), after));
    }
    Ok((edits, done))
}

/// A value for some of several sites.
pub(super) fn for_sites(
    spec: &Spec<'_>,
    entry: &Entry,
    asked: &Asked<'_>,
    key: &str,
    value: &str,
    documented: &[String],
) -> Result<Vec<Edit>, String> {
    let layout = spec.layout(entry.key_span)?;
    let whole_map = || {
        let sites: Vec<_> = documented
            .iter()
            .map(|site| {
                if asked.sites.contains(site) {
                    format!("{site}: {{{key}: {value}}}")
                } else {
                    format!("{site}: {{}}")
                }
            })
            .collect();
        format!("{{{}}}", sites.join(", "))
    };
    let Some(sites) = entry.value.get("sites") else {
        if let Some(shared) = spec
            .written
            .shared(entry)
            .filter(|shared| shared.entry.value.get("sites").is_some())
        {
            let users = spec.written.users(shared.entry.key_span);
            return Err(format!(
                "its `sites` stand in the shared parameter at {}, which {} parameters use; change that one, or write `sites` beside `use`",
                spec.sources.locate(shared.entry.key_span),
                users.len()
            ));
        }
        return Ok(vec![layout.set(
            &entry.value,
            "sites",
            &whole_map(),
            BEFORE_SITES,
        )]);
    };
    match &sites.value {
        Value::List(_) if layout.is_flow(sites) => {
            Ok(vec![layout.replace(layout.whole(sites), whole_map())])
        }
        Value::Map(_) => asked
            .sites
            .iter()
            .map(|site| match sites.get(site) {
                Some(difference) if matches!(difference.value, Value::Map(_)) => Ok(layout.set(
                    difference,
                    key,
                    value,
                    &["required", "max_length", "values"],
                )),
                Some(difference) => Ok(layout.replace(
                    difference.span.start as usize..difference.span.end as usize,
                    format!("{{{key}: {value}}}"),
                )),
                None => Err(format!("the spec says that {site} does not document it")),
            })
            .collect(),
        _ => {
            Err("its `sites` are written as a list of lines; write them as a map first".to_owned())
        }
    }
}
