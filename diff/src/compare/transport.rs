//! HTTP rules, products, and which product needs which interface.

use super::family::Editions;
use super::recorder::{Recorder, Rules, keyed, pairs};
use crate::change::PlaceKind;
use crate::outline::{Applicability, Product, Transport};
use crate::rule::ContractRule::{
    self, AcceptChanged, AddressRuleChanged, CodeParameterChanged, HostRelaxed, HostRestricted,
    NeedBecameOptional, NeedLowered, NeedRaised, NeedSourcesChanged, ProductAdded,
    ProductDescribed, ProductRemoved, RepliesContentTypeChanged, RepliesStatusChanged,
    RequestContentTypeChanged, TimeoutDropped, TimeoutIntroduced, TimeoutLengthened,
    TimeoutShortened, TlsLowered, TlsRaised, TransportDescribed, TransportRuleAdded,
    TransportRuleRemoved,
};

pub(super) fn compare(recorder: &mut Recorder, editions: Editions<'_>) {
    let Editions { old, new, .. } = editions;
    if let (Some(old), Some(new)) = (&old.transport, &new.transport) {
        rules(recorder, editions, old, new);
    }
    products(recorder, editions);
    needs(recorder, editions);
}

fn rules(recorder: &mut Recorder, editions: Editions<'_>, old: &Transport, new: &Transport) {
    let scope = &editions.scope(PlaceKind::Transport, "");
    let mut fact = |rule, subject, old: &Option<String>, new: &Option<String>| {
        recorder.fact(scope, Rules::one(rule), subject, old.as_ref(), new.as_ref());
    };
    fact(
        RequestContentTypeChanged,
        "content type of requests",
        &old.request_content_type,
        &new.request_content_type,
    );
    fact(
        AcceptChanged,
        "accepted content types",
        &old.accept,
        &new.accept,
    );
    fact(
        RepliesContentTypeChanged,
        "content type of replies",
        &old.reply_content_type,
        &new.reply_content_type,
    );
    fact(CodeParameterChanged, "result code", &old.code, &new.code);
    fact(
        CodeParameterChanged,
        "result text",
        &old.message,
        &new.message,
    );
    let tls = Rules::contract(
        TlsRaised,
        TlsLowered,
        if old.tls < new.tls {
            TlsRaised
        } else {
            TlsLowered
        },
    );
    recorder.fact(
        scope,
        tls,
        "lowest TLS version",
        old.tls.as_ref(),
        new.tls.as_ref(),
    );
    let address = Rules::one(AddressRuleChanged);
    recorder.fact(
        scope,
        address,
        "address",
        old.address.as_ref(),
        new.address.as_ref(),
    );
    let status = Rules::one(RepliesStatusChanged);
    recorder.fact(
        scope,
        status,
        "HTTP status",
        old.status.as_ref(),
        new.status.as_ref(),
    );
    let within = Rules::contract(
        TimeoutIntroduced,
        TimeoutDropped,
        if old.within_millis < new.within_millis {
            TimeoutLengthened
        } else {
            TimeoutShortened
        },
    );
    let millis = |millis: Option<u64>| millis.map(duration);
    recorder.fact(
        scope,
        within,
        "how long the caller waits",
        millis(old.within_millis).as_ref(),
        millis(new.within_millis).as_ref(),
    );
    if recorder.grown {
        // Without a word for it, any host is meant.
        let rules = Rules::contract(HostRestricted, HostRelaxed, HostRestricted);
        let what = "what the address names";
        recorder.fact(scope, rules, what, old.host.as_ref(), new.host.as_ref());
    }
    let notes = (TransportRuleAdded, TransportRuleRemoved);
    match (&old.rules, &new.rules) {
        (Some(old), Some(new)) => {
            recorder.rules_in_words(scope, notes, TransportDescribed, old, new);
        }
        _ => recorder.texts(scope, notes, "rule", &old.notes, &new.notes),
    }
    // The method is that of interfaces, which tell it.
    let rest = |transport: &Transport| {
        let mut rest = transport.rest.clone();
        rest.remove("method");
        rest
    };
    recorder.rest(scope, TransportDescribed, "", &rest(old), &rest(new));
}

/// Milliseconds for people.
pub(super) fn duration(millis: u64) -> String {
    for (unit, name) in [
        (86_400_000, "d"),
        (3_600_000, "h"),
        (60_000, "min"),
        (1_000, "s"),
    ] {
        if millis >= unit && millis.is_multiple_of(unit) {
            return format!("{} {name}", millis / unit);
        }
    }
    format!("{millis} ms")
}

fn products(recorder: &mut Recorder, editions: Editions<'_>) {
    let scope = &editions.scope(PlaceKind::Products, "");
    let Some((old, new)) = recorder.lists(
        editions.old.products.as_deref(),
        editions.new.products.as_deref(),
    ) else {
        return;
    };
    for pair in keyed(old, new, |product: &Product| &product.id) {
        match pair {
            (Some(old), Some(new)) => {
                let described = Rules::one(ProductDescribed);
                let title = |product: &Product| Some(product.title.clone());
                recorder.fact(
                    scope,
                    described,
                    &new.id,
                    title(old).as_ref(),
                    title(new).as_ref(),
                );
                recorder.fact(
                    scope,
                    described,
                    &new.id,
                    old.doc.as_ref(),
                    new.doc.as_ref(),
                );
                recorder.rest(scope, ProductDescribed, &new.id, &old.rest, &new.rest);
            }
            (None, Some(new)) => {
                recorder.push(
                    scope,
                    ProductAdded,
                    &new.id,
                    None,
                    Some(new.title.en.clone()),
                );
            }
            (Some(old), None) => {
                recorder.push(
                    scope,
                    ProductRemoved,
                    &old.id,
                    Some(old.title.en.clone()),
                    None,
                );
            }
            (None, None) => {}
        }
    }
}

/// Sites and products that only one edition has are reported by themselves.
fn needs(recorder: &mut Recorder, editions: Editions<'_>) {
    let Editions { old, new, .. } = editions;
    let Some((old_sites, new_sites)) =
        recorder.lists(old.applicability.as_deref(), new.applicability.as_deref())
    else {
        return;
    };
    let nothing = Applicability::default();
    let product = |list: &Option<Vec<Product>>, id: &str| {
        list.as_ref()
            .is_none_or(|list| list.iter().any(|product| product.id == id))
    };
    for (old_site, new_site) in keyed(old_sites, new_sites, |site: &Applicability| &site.site) {
        let Some(site) = new_site.or(old_site).map(|site| &site.site) else {
            continue;
        };
        if !old.sites.contains(site) || !new.sites.contains(site) {
            continue;
        }
        let (was, is) = (old_site.unwrap_or(&nothing), new_site.unwrap_or(&nothing));
        let scope = editions.scope(PlaceKind::Products, "");
        let subject = format!("needs on {site}");
        recorder.sources(&scope, NeedSourcesChanged, &subject, &was.pages, &is.pages);
        recorder.rest(&scope, NeedSourcesChanged, &subject, &was.rest, &is.rest);
        for (interface, was, is) in pairs(&was.needs, &is.needs) {
            let empty = std::collections::BTreeMap::new();
            let (was, is) = (was.unwrap_or(&empty), is.unwrap_or(&empty));
            for (id, was, is) in pairs(was, is) {
                if !product(&old.products, id) || !product(&new.products, id) {
                    continue;
                }
                let word = |need: Option<&String>| need.map_or("none", String::as_str).to_owned();
                let (was, is) = (word(was), word(is));
                let Some(rule) = need_rule(&was, &is) else {
                    continue;
                };
                let directions = editions.directions(|other| other.id == interface);
                let mut scope = editions.scope(PlaceKind::Interface, interface);
                scope.directions = directions;
                let subject = format!("need of the product {id}");
                recorder.push(&scope, rule, &subject, Some(was), Some(is));
                if let Some(change) = recorder.changes.last_mut() {
                    change.site = Some(site.clone());
                }
            }
        }
    }
}

fn need_rule(was: &str, is: &str) -> Option<ContractRule> {
    match (was, is) {
        (was, is) if was == is => None,
        (_, "mandatory") => Some(NeedRaised),
        ("none", _) => Some(NeedBecameOptional),
        _ => Some(NeedLowered),
    }
}
