//! Interfaces with their messages.

use koo_spec::catalogue::{Direction, Example, Family, Interface, Location, Note, Side, Variant};
use serde_json::{Value, json};

use super::parameter::rows;
use super::{confidence, english, source, text, words};
use crate::message::of_interface;
use crate::variants;
use crate::words as say;

pub(super) fn view(family: &Family, interface: &Interface) -> Value {
    let anchor = format!("{}.{}", family.id, interface.id);
    let reply_scheme = interface.reply_scheme.as_ref().map(|reply| {
        json!({
            "id": reply.scheme.value,
            "sites": words(&reply.sites),
            "condition": english(reply.condition.as_ref()),
        })
    });
    let idempotency = interface.idempotency.as_ref().map(|idempotency| {
        json!({ "key": words(&idempotency.key), "doc": english(idempotency.doc.as_ref()) })
    });
    let retry = interface.retry.as_ref().map(|retry| {
        json!({
            "words": say::retry(retry),
            "then": english(retry.then.as_ref()),
            "doc": english(retry.doc.as_ref()),
        })
    });
    let sites = if interface.sites.is_empty() {
        &family.sites
    } else {
        &interface.sites
    };
    json!({
        "id": interface.id,
        "anchor": anchor,
        "title": text(&interface.title),
        "doc": english(interface.doc.as_ref()),
        "trigger": english(interface.trigger.as_ref()),
        "direction": direction(interface.direction),
        "version": interface.version,
        "method": interface.method.as_ref().or(family.transport.method.as_ref()),
        "urls": addresses(&interface.urls),
        "fallback_urls": addresses(&interface.fallback_urls),
        "select": interface.select.iter().map(|(name, value)| json!({ "name": name, "value": value.value })).collect::<Vec<_>>(),
        "sites": words(sites),
        "need": family.need(&interface.id).map(koo_spec::catalogue::Need::as_str),
        "needs": needs(family, &interface.id),
        "deprecated": english(interface.deprecated.as_ref()),
        "since": interface.since,
        "until": interface.until,
        "scheme": interface.scheme.as_ref().map(|scheme| &scheme.value),
        "unsigned": interface.unsigned,
        "reply_scheme": reply_scheme,
        "idempotency": idempotency,
        "retry": retry,
        "behaviour": interface.behaviour.iter().map(note).collect::<Vec<_>>(),
        "messages": messages(family, interface, &anchor),
        "reply_status": interface.reply.status.or(family.transport.status),
        "codes": words(&interface.reply.codes),
        "codes_note": english(interface.reply.codes_note.as_ref()),
        "callback": interface.callback.as_ref().map(|callback| json!({
            "to": english(callback.to.as_ref()),
            "rows": rows(family, &callback.query.iter().collect::<Vec<_>>(), &format!("{anchor}.callback")),
        })),
        "variants": interface.variants.iter().map(|(name, variant)| self::variant(family, interface, name, variant)).collect::<Vec<_>>(),
        "examples": examples(&interface.examples),
        "source": source(&interface.provenance),
    })
}

/// Site → products that need the interface, and how much.
fn needs(family: &Family, interface: &str) -> Vec<Value> {
    let of_site = |(site, applicability): (&String, &koo_spec::catalogue::Applicability)| {
        let products = applicability.needs.get(interface)?;
        let products: Vec<_> = products
            .iter()
            .map(|(id, need)| {
                let title = family.products.get(id).map(|product| text(&product.title));
                json!({ "id": id, "title": title, "need": need.as_str() })
            })
            .collect();
        Some(
            json!({ "site": site, "products": products, "confidence": confidence(&applicability.provenance) }),
        )
    };
    family.applicability.iter().filter_map(of_site).collect()
}

fn variant(family: &Family, interface: &Interface, name: &str, variant: &Variant) -> Value {
    // What it adds or replaces; the rest is the interface's.
    let own = Interface {
        request: variant.request.clone(),
        reply: variant.reply.clone(),
        ..variants::merge(interface, name, variant)
    };
    let anchor = format!("{}.{}.{name}", family.id, interface.id);
    json!({
        "id": name,
        "anchor": anchor,
        "title": variant.title.as_ref().map(text),
        "doc": english(variant.doc.as_ref()),
        "urls": addresses(&variant.urls),
        "messages": messages(family, &own, &anchor),
        "examples": examples(&variant.examples),
    })
}

fn messages(family: &Family, interface: &Interface, anchor: &str) -> Vec<Value> {
    of_interface(interface)
        .map(|message| {
            let side = message.side.as_str();
            let anchor = format!("{anchor}.{side}.{}", message.location.as_str());
            json!({
                "side": message.side.as_str(),
                "location": location(message.location),
                "rows": rows(family, &message.parameters, &anchor),
            })
        })
        .collect()
}

fn examples(examples: &[Example]) -> Vec<Value> {
    let view = |example: &Example| {
        let parts = example.parts.iter().map(|(at, json, _)| {
            let text = serde_json::to_string_pretty(&json.value).unwrap_or_default();
            json!({ "location": location(*at), "text": text })
        });
        json!({
            "title": example.title.as_ref().map(text),
            "side": example.of.as_str(),
            "is_request": example.of == Side::Request,
            "site": example.site.as_ref().map(|site| &site.value),
            "invented": example.invented,
            "parts": parts.collect::<Vec<_>>(),
            "source": source(&example.provenance),
        })
    };
    examples.iter().map(view).collect()
}

pub(super) fn note(note: &Note) -> Value {
    json!({
        "title": note.title.as_ref().map(text),
        "doc": note.doc.en,
        "sites": words(&note.sites),
        "source": source(&note.provenance),
    })
}

fn addresses(urls: &indexmap::IndexMap<String, String>) -> Vec<Value> {
    urls.iter()
        .map(|(site, url)| json!({ "site": site, "url": url }))
        .collect()
}

const fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::PlatformToMerchant => "platform → merchant",
        Direction::MerchantToPlatform => "merchant → platform",
        Direction::BrowserRedirect => "browser redirect",
        Direction::ThirdParty => "merchant → third party",
    }
}

const fn location(location: Location) -> &'static str {
    match location {
        Location::Header => "header",
        Location::Query => "query",
        Location::Path => "path",
        Location::Form => "form",
        Location::Body => "body",
        Location::Part => "multipart",
    }
}
