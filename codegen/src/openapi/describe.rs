//! Descriptions in Markdown.

use std::collections::BTreeMap;

use koo_spec::catalogue::{Carried, Code, Family, Interface, Placed, ReplyScheme, Scheme};

use super::endpoint::{Call, Called};
use crate::words;

/// One line for an operation.
pub(super) fn summary(calls: &[Call]) -> String {
    match calls {
        [only] => words::title(&only.interface.title),
        several => {
            let ids: Vec<_> = several
                .iter()
                .map(|call| call.interface.id.as_str())
                .collect();
            ids.join(", ")
        }
    }
}

/// What the interfaces of an operation do, when they are called, and how calls are repeated.
pub(super) fn operation(family: &Family, calls: &[Call]) -> String {
    let mut text = String::new();
    if calls.len() > 1 {
        text.push_str(
            "One address serves these interfaces; what tells them apart is in the request.\n\n",
        );
    }
    let parts: Vec<_> = calls
        .iter()
        .map(|call| {
            let body = interface(family, call);
            if calls.len() > 1 {
                let title = words::title(&call.interface.title);
                let heading = format!("### {}: {title}\n\n{body}", call.interface.id);
                heading.trim_end().to_owned()
            } else {
                body
            }
        })
        .collect();
    text.push_str(&parts.join("\n\n"));
    text
}

fn interface(family: &Family, call: &Call) -> String {
    let interface = &call.interface;
    let mut parts = Vec::new();
    parts.extend(interface.doc.as_ref().map(|doc| words::sentence(&doc.en)));
    if let Some(trigger) = &interface.trigger {
        parts.push(format!("When: {}", words::sentence(&trigger.en)));
    }
    if !call.readings.is_empty() {
        parts.push(format!("Other readings: {}.", call.readings.join("; ")));
    }
    if let Some(need) = family.need(&interface.id) {
        parts.push(format!("Need: {}.", need.as_str()));
    }
    if interface.method.is_none() && family.transport.method.is_none() {
        parts.push("The HTTP method is not documented.".to_owned());
    }
    if let Some(deprecated) = &interface.deprecated {
        parts.push(words::sentence(&format!("Deprecated: {}", deprecated.en)));
    }
    if let Some(idempotency) = &interface.idempotency {
        let key = names(&idempotency.key);
        let doc = idempotency.doc.as_ref().map(|doc| words::sentence(&doc.en));
        let key = (!key.is_empty()).then(|| format!("{key}."));
        let said: Vec<_> = key.into_iter().chain(doc).collect();
        parts.push(format!("Idempotency: {}", said.join(" ")));
    }
    if let Some(retry) = &interface.retry {
        let mut said = Vec::new();
        said.extend(
            Some(words::retry(retry))
                .filter(|words| !words.is_empty())
                .map(|words| words + "."),
        );
        said.extend(retry.then.as_ref().map(|then| words::sentence(&then.en)));
        said.extend(retry.doc.as_ref().map(|doc| words::sentence(&doc.en)));
        parts.push(format!("Retry: {}", said.join(" ")));
    }
    let rules: Vec<_> = interface
        .behaviour
        .iter()
        .map(|note| format!("- {}", words::sentence(&note.doc.en)))
        .collect();
    if !rules.is_empty() {
        parts.push(rules.join("\n"));
    }
    parts.join("\n\n")
}

fn names(list: &[Placed<String>]) -> String {
    let names: Vec<_> = list
        .iter()
        .map(|name| format!("`{}`", name.value))
        .collect();
    names.join(", ")
}

/// The codes an interface may be answered with.
fn codes<'a>(family: &'a Family, interface: &Interface) -> Vec<&'a Code> {
    let listed = &interface.reply.codes;
    if listed.is_empty() {
        let applies = |code: &&Code| {
            code.applies_to.is_empty() || code.applies_to.iter().any(|id| id.value == interface.id)
        };
        return family.codes.values().filter(applies).collect();
    }
    listed
        .iter()
        .filter_map(|code| family.codes.get(&code.value))
        .collect()
}

/// HTTP status → description with a table of the result codes that come with it.
pub(super) fn statuses(family: &Family, calls: &[Call], usual: u16) -> BTreeMap<u16, String> {
    let mut by_status: BTreeMap<u16, BTreeMap<&str, (&Code, Vec<&str>)>> = BTreeMap::new();
    by_status.entry(usual).or_default();
    for call in calls {
        for code in codes(family, &call.interface) {
            // Codes of other interfaces name statuses that OpenAPI has no place for.
            let status = code
                .http_status
                .filter(|status| (100..600).contains(status));
            let (_, interfaces) = by_status
                .entry(status.unwrap_or(usual))
                .or_default()
                .entry(&code.code)
                .or_insert((code, Vec::new()));
            interfaces.push(&call.interface.id);
        }
    }
    by_status
        .into_iter()
        .map(|(status, codes)| (status, table(status == usual, calls.len(), &codes)))
        .collect()
}

fn table(usual: bool, calls: usize, codes: &BTreeMap<&str, (&Code, Vec<&str>)>) -> String {
    let heading = if usual {
        "The answer."
    } else {
        "The call failed."
    };
    if codes.is_empty() {
        return heading.to_owned();
    }
    let rows: Vec<_> = codes
        .values()
        .map(|(code, interfaces)| {
            let who = if interfaces.len() == calls {
                "all".to_owned()
            } else {
                interfaces.join(", ")
            };
            let retry = if code.retryable {
                " May succeed later."
            } else {
                ""
            };
            let doc = words::sentence(&code.doc.en).replace('|', "\\|");
            if calls > 1 {
                format!("| `{}` | {} | {doc}{retry} | {who} |", code.code, code.name)
            } else {
                format!("| `{}` | {} | {doc}{retry} |", code.code, code.name)
            }
        })
        .collect();
    let head = if calls > 1 {
        "| code | name | meaning | interfaces |\n|---|---|---|---|"
    } else {
        "| code | name | meaning |\n|---|---|---|"
    };
    format!("{heading}\n\n{head}\n{}", rows.join("\n"))
}

/// The header that signs a reply.
pub(super) fn reply_signature(scheme: &Scheme, carried: &Carried, reply: &ReplyScheme) -> String {
    let mut parts = vec![
        words::sentence(&carried.doc.en),
        words::sentence(&scheme.doc.en),
    ];
    if !reply.sites.is_empty() {
        parts.push(format!("Demanded on: {}.", names(&reply.sites)));
    }
    parts.extend(
        reply
            .condition
            .as_ref()
            .map(|condition| words::sentence(&condition.en)),
    );
    if let Some(template) = &carried.template {
        parts.push(format!("Written as `{}`.", template.value));
    }
    parts.push(format!("Recipe:\n\n```\n{}\n```", words::recipe(scheme)));
    parts.join("\n\n")
}

/// What a document is about.
pub(super) fn document(family: &Family, called: Called, site: Option<&str>) -> String {
    let who = match called {
        Called::Merchant => "What the merchant's server must implement.",
        Called::Platform => "What the merchant may call.",
        Called::ThirdParty => "What the merchant calls at third parties.",
    };
    let mut parts = vec![who.to_owned(), words::sentence(&family.doc.en)];
    parts.push(match site {
        Some(site) => format!("As the site `{site}` documents it."),
        None => format!(
            "The union of the sites {}; differences are named where they are.",
            names(&family.sites)
        ),
    });
    if called == Called::Merchant {
        let transport = &family.transport;
        parts.extend(
            transport
                .address
                .as_ref()
                .map(|address| words::sentence(&address.en)),
        );
        parts.extend(
            transport
                .within_millis
                .map(|within| format!("The caller waits {}.", words::duration(within))),
        );
        let notes: Vec<_> = transport
            .notes
            .iter()
            .map(|note| format!("- {}", words::sentence(&note.doc.en)))
            .collect();
        if !notes.is_empty() {
            parts.push(notes.join("\n"));
        }
    }
    parts.push(
        "Limits that the pages do not print are left out; `x-extensible-enum` lists known values of members that may \
         get more; `x-koo-pages` names the source pages."
            .to_owned(),
    );
    parts.join("\n\n")
}
