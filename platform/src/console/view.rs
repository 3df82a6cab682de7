//! Calls as data for templates.

use koo_spec::catalogue::{Catalogue, Family, Page};
use serde_json::{Value, json};

use super::language::Language;
use super::parameters;
use crate::journal::{Content, Direction, Entry, Level, Verification};

/// A call in the list.
pub(super) fn row(entry: &Entry, language: Language) -> Value {
    let count = |level| entry.findings.iter().filter(|it| it.level == level).count();
    json!({
        "number": entry.number,
        "moment": moment(entry.at_millis),
        "time": time(entry.at_millis),
        "direction": entry.direction.as_str(),
        "subject": subject(entry, language),
        "method": entry.method,
        "target": entry.target,
        "path": entry.target.split('?').next(),
        "verdict": entry.verification.verdict.as_str(),
        "status": entry.status,
        "failure": entry.failure,
        "errors": count(Level::Error),
        "warnings": count(Level::Warning),
        "clean": entry.is_clean(),
        "elapsed": elapsed(entry),
    })
}

fn subject(entry: &Entry, language: Language) -> Value {
    let Some(subject) = &entry.subject else {
        return Value::Null;
    };
    json!({
        "family": subject.family,
        "family_title": language.title(&subject.family_title),
        "interface": subject.interface,
        "title": subject.title.as_ref().map(|title| language.title(title)),
    })
}

/// A call with everything that is known about it.
pub(super) fn call(catalogue: &Catalogue, entry: &Entry, language: Language) -> Value {
    let subject = entry.subject.as_ref();
    let family = subject.and_then(|subject| catalogue.family(&subject.family));
    let interface = subject
        .and_then(|subject| subject.interface.as_deref())
        .and_then(|id| family?.interface(id));
    let known = family.zip(interface);
    let findings: Vec<Value> = entry
        .findings
        .iter()
        .map(|finding| {
            json!({
                "level": finding.level.as_str(),
                "place": finding.place,
                "says": finding.says,
                "pages": pages(family, finding.pages.iter().map(String::as_str)),
            })
        })
        .collect();
    let request = known.map(|(family, interface)| {
        parameters::of_request(family, interface, &entry.target, &entry.request, language)
    });
    let reply = known.zip(entry.reply.as_ref());
    let reply = reply.map(|((family, interface), reply)| {
        parameters::of_reply(family, interface, reply, language)
    });
    let source = known.map(|(family, interface)| {
        let ids = interface.provenance.pages.iter();
        pages(Some(family), ids.map(|page| page.value.as_str()))
    });
    json!({
        "row": row(entry, language),
        "doc": known.and_then(|(_, interface)| interface.doc.as_ref()).map(|doc| language.text(doc)),
        "verification": verification(&entry.verification),
        "of_reply": entry.direction == Direction::Sent,
        "findings": findings,
        "pages": source,
        "request": content(&entry.request, request),
        "reply": entry.reply.as_ref().map(|content_of_reply| content(content_of_reply, reply)),
    })
}

/// Pages of a family, with addresses where they are known.
pub(super) fn pages<'a>(family: Option<&Family>, ids: impl Iterator<Item = &'a str>) -> Vec<Value> {
    // Several pages of a site may have the same title; one with an address says more.
    let mut shown: Vec<(&str, Option<&Page>)> = Vec::new();
    for id in ids {
        let page = family.and_then(|family| family.pages.get(id));
        let same = |(_, other): &&mut (&str, Option<&Page>)| match (page, other) {
            (Some(page), Some(other)) => {
                let is_other_address = page.url.is_some() && page.url != other.url;
                page.title == other.title
                    && page.site.value == other.site.value
                    && (other.url.is_none() || !is_other_address)
            }
            _ => false,
        };
        match shown.iter_mut().find(same) {
            Some(other) if other.1.is_some_and(|other| other.url.is_none()) => *other = (id, page),
            Some(_) => {}
            None => shown.push((id, page)),
        }
    }
    shown
        .into_iter()
        .map(|(id, page)| {
            json!({
                "id": id,
                "title": page.map_or(id, |page| &page.title),
                "url": page.and_then(|page| page.url.as_deref()),
                "site": page.map(|page| &page.site.value),
                "updated": page.and_then(|page| page.updated.as_deref()),
            })
        })
        .collect()
}

fn verification(verification: &Verification) -> Value {
    let working = verification.working.as_ref();
    let readings = working.map(|working| {
        let readings = working.readings.iter();
        let shown = readings.map(|reading| {
            let steps: Vec<Value> = reading
                .steps
                .iter()
                .map(|step| json!({"name": step.name, "recipe": step.recipe, "value": step.value}))
                .collect();
            let comparisons: Vec<Value> = reading
                .comparisons
                .iter()
                .map(|one| {
                    json!({
                        "name": one.name,
                        "recipe": one.recipe,
                        "expected": one.expected,
                        "received": one.received,
                        "matches": one.matches,
                        "differs_at": one.first_difference.map(|at| at + 1),
                    })
                })
                .collect();
            json!({"steps": steps, "comparisons": comparisons, "failure": reading.failure})
        });
        shown.collect::<Vec<_>>()
    });
    json!({
        "verdict": verification.verdict.as_str(),
        "scheme": verification.scheme,
        "says": verification.says,
        "age": working.and_then(|working| working.age.as_deref()),
        "causes": working.map(|working| &working.causes),
        "readings": readings,
    })
}

fn content(content: &Content, rows: Option<Vec<Value>>) -> Value {
    json!({
        "headers": content.headers,
        "body": content.body,
        "bytes": content.body_bytes,
        "cut": content.is_cut,
        "rows": rows.unwrap_or_default(),
    })
}

fn elapsed(entry: &Entry) -> String {
    let millis = entry.elapsed.as_secs_f64() * 1000.0;
    if millis < 10.0 {
        format!("{millis:.1} ms")
    } else {
        format!("{millis:.0} ms")
    }
}

/// A moment as programs write it.
fn moment(millis: i64) -> String {
    jiff::Timestamp::from_millisecond(millis)
        .map_or_else(|_| String::new(), |at| format!("{at:.3}"))
}

/// The time of day, in UTC.
fn time(millis: i64) -> String {
    let moment = moment(millis);
    let time = moment.split_once('T').map_or("", |(_, time)| time);
    time.trim_end_matches('Z').chars().take(12).collect()
}

/// The beginning of a text, at most so many characters of it.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let mut shown: String = text.chars().take(most).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
