//! An interface.

use koo_codegen::catalogue_json::Exporter;
use koo_platform::mock::Absence;
use koo_spec::catalogue::{Family, Interface, Placed, Retry};
use koo_spec::duration::format_millis;
use serde_json::{Value, json};

use super::pages::Pages;
use super::row::{Row, both, table, titles};
use super::{Shown, Side};
use crate::commands::Failure;
use crate::page::Block;

/// Shows an interface, or one side of it.
pub(super) fn show(
    export: &Exporter<'_>,
    family: &Family,
    interface: &Interface,
    side: Option<Side>,
) -> Result<Shown, Failure> {
    let mut json = export.interface(interface);
    if let (Some(side), Some(Value::Array(rows))) = (side, json.get_mut("parameters")) {
        rows.retain(|row| row.get("of").and_then(Value::as_str) == Some(side.exported()));
    }
    let rows = Row::read(json.get("parameters").unwrap_or(&Value::Null))?;
    let mut pages = Pages::new(family);
    let mut page = vec![Block::Title {
        id: format!("{}/{}", family.id, interface.id),
        titles: titles(&interface.title),
    }];
    page.extend(
        interface
            .doc
            .as_ref()
            .map(|doc| Block::Paragraph(both(doc))),
    );
    page.push(Block::Facts(facts(family, interface, &mut pages)));
    let (request, reply): (Vec<Row>, Vec<Row>) = rows
        .into_iter()
        .partition(|row| row.of == Side::Request.exported());
    for (heading, rows) in [("Request", request), ("Reply", reply)] {
        if !rows.is_empty() {
            page.push(Block::Heading(heading.to_owned()));
            page.push(Block::Table(table(&rows, family, &mut pages)));
        }
    }
    page.extend(pages.list());
    Ok(Shown {
        page,
        json: json!({ "koo": 1, "family": family.id, "interface": json }),
    })
}

fn facts(
    family: &Family,
    interface: &Interface,
    pages: &mut Pages<'_>,
) -> Vec<(&'static str, String)> {
    let method = interface
        .method
        .as_ref()
        .or(family.transport.method.as_ref());
    let addresses = interface.urls.iter().map(|(site, url)| {
        if site.is_empty() {
            url.clone()
        } else {
            format!("{site}: {url}")
        }
    });
    let told_by = interface
        .select
        .iter()
        .map(|(name, value)| format!("{name}={}", value.value));
    let reply_scheme = interface.reply_scheme.as_ref().map(|reply| {
        let sites = match reply.sites.as_slice() {
            [] => String::new(),
            sites => format!(" ({})", join(sites)),
        };
        format!("{}{sites}", reply.scheme.value)
    });
    let sites = if interface.sites.is_empty() {
        &family.sites
    } else {
        &interface.sites
    };
    let cited = interface
        .provenance
        .pages
        .iter()
        .map(|page| page.value.as_str());
    let mut facts = vec![
        ("direction", interface.direction.as_str().to_owned()),
        ("method", method.cloned().unwrap_or_default()),
        ("address", addresses.collect::<Vec<_>>().join("\n")),
        ("told by", told_by.collect::<Vec<_>>().join(" ")),
        ("sites", join(sites)),
        (
            "need",
            family
                .need(&interface.id)
                .map(|need| need.as_str().to_owned())
                .unwrap_or_default(),
        ),
        (
            "when",
            interface.trigger.as_ref().map(both).unwrap_or_default(),
        ),
        (
            "signed by",
            interface
                .scheme
                .as_ref()
                .map(|scheme| scheme.value.clone())
                .unwrap_or_default(),
        ),
        ("reply signed by", reply_scheme.unwrap_or_default()),
        (
            "same call if equal",
            interface
                .idempotency
                .as_ref()
                .map(|key| join(&key.key))
                .unwrap_or_default(),
        ),
        (
            "tried again",
            interface.retry.as_ref().map(retry).unwrap_or_default(),
        ),
        (
            "answer within",
            family
                .transport
                .within_millis
                .map(format_millis)
                .unwrap_or_default(),
        ),
        ("result codes", join(&interface.reply.codes)),
        ("koo mock", mock(interface)),
        (
            "deprecated",
            interface.deprecated.as_ref().map(both).unwrap_or_default(),
        ),
        ("source pages", pages.cite(cited)),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    facts
}

/// Whether the mock of the platform answers an interface.
fn mock(interface: &Interface) -> String {
    match Absence::of(interface) {
        // Nobody looks for those at a mock of the platform.
        Some(Absence::OfTheMerchant) => String::new(),
        Some(why) => format!("does not answer it: {why}"),
        None => "answers it".to_owned(),
    }
}

fn retry(retry: &Retry) -> String {
    let mut words = Vec::new();
    words.extend(
        retry
            .every_millis
            .map(|every| format!("every {}", format_millis(every))),
    );
    words.extend(
        retry
            .for_millis
            .map(|long| format!("for {}", format_millis(long))),
    );
    words.extend(retry.times.map(|times| format!("{times} times")));
    if retry.until_success {
        words.push("until it succeeds".to_owned());
    }
    let then = retry
        .then
        .as_ref()
        .map(|then| format!(", then: {}", then.en));
    words.join(" ") + &then.unwrap_or_default()
}

fn join(words: &[Placed<String>]) -> String {
    words
        .iter()
        .map(|word| word.value.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}
