//! Interfaces: who calls where, signed how, answered how.

use super::family::{Editions, direction};
use super::parameter;
use super::recorder::{Recorder, Rules, Scope, Shown, keyed, sites, sorted};
use super::transport::duration;
use crate::change::PlaceKind;
use crate::outline::{Interface, Retry, Row, Variant};
use crate::party::Direction;
use crate::rule::ContractRule::{self, *};
use crate::rule::Semver;

pub(super) fn compare(recorder: &mut Recorder, editions: Editions<'_>) {
    let (old, new) = (&editions.old.interfaces, &editions.new.interfaces);
    let (mut gone, mut fresh) = (Vec::new(), Vec::new());
    for pair in keyed(old, new, |interface| &interface.id) {
        match pair {
            (Some(old), Some(new)) => both(recorder, editions, old, new),
            (None, Some(new)) => fresh.push(new),
            (Some(old), None) => gone.push(old),
            (None, None) => {}
        }
    }
    for interface in &fresh {
        whole(recorder, editions, interface, InterfaceAdded);
    }
    for interface in &gone {
        whole(recorder, editions, interface, InterfaceRemoved);
        if let Some(renamed) = fresh.iter().find(|other| alike(interface, other)) {
            let scope = scope(editions, interface, renamed);
            let (old, new) = (interface.id.clone(), renamed.id.clone());
            recorder.push(&scope, InterfaceMaybeRenamed, "", Some(old), Some(new));
        }
    }
}

fn scope<'a>(editions: Editions<'a>, old: &'a Interface, new: &'a Interface) -> Scope<'a> {
    let items = new.rust.iter().flatten().map(String::as_str);
    let mut scope = Scope::new(
        editions.new,
        PlaceKind::Interface,
        &new.id,
        vec![direction(new)],
        editions.urls,
    );
    // Where caller and called side change places, both are concerned.
    if direction(old) != direction(new) {
        scope.directions.push(direction(old));
    }
    scope.place.title = new.title.shown();
    scope
        .at(old.at.as_ref(), new.at.as_ref())
        .from(&new.pages)
        .touching(items)
}

/// An interface that is new or gone; its parameters are not listed.
fn whole(
    recorder: &mut Recorder,
    editions: Editions<'_>,
    interface: &Interface,
    rule: ContractRule,
) {
    let scope = scope(editions, interface, interface);
    let at = interface.at.as_ref();
    let shown = Some(format!(
        "{} ({})",
        interface.title.shown(),
        direction(interface)
    ));
    if rule == InterfaceAdded {
        recorder.push(&scope.at(None, at), rule, "", None, shown);
    } else {
        recorder.push(&scope.at(at, None), rule, "", shown, None);
    }
    // Only the trait of a server has a method for each interface; elsewhere new items stand beside the old ones.
    let served = direction(interface) == Direction::PlatformToMerchant;
    if let Some(change) = recorder.changes.last_mut()
        && rule == InterfaceAdded
        && !served
    {
        change.semver = Semver::Minor;
    }
}

/// Whether two interfaces could be one under two names.
fn alike(left: &Interface, right: &Interface) -> bool {
    let rows = |interface: &Interface| {
        let row = |row: &Row| {
            format!(
                "{} {} {} {:?} {:?}",
                row.of, row.location, row.path, row.r#type, row.required
            )
        };
        sorted(&interface.parameters.iter().map(row).collect::<Vec<_>>())
    };
    direction(left) == direction(right)
        && left.method == right.method
        && !left.parameters.is_empty()
        && rows(left) == rows(right)
}

fn both(recorder: &mut Recorder, editions: Editions<'_>, old: &Interface, new: &Interface) {
    let scope = scope(editions, old, new);
    called(recorder, &scope, old, new);
    signed(recorder, &scope, old, new);
    answered(recorder, &scope, old, new);
    repeated(recorder, &scope, old, new);
    validity(recorder, editions, &scope, old, new);
    described(recorder, &scope, old, new);
    let variants = variants(recorder, &scope, &old.variants, &new.variants);
    let all = (old.sites.as_slice(), new.sites.as_slice());
    let full = recorder.full;
    let compared = |row: &&Row| {
        !full
            || row
                .variant
                .as_ref()
                .is_none_or(|variant| variants.contains(&variant.as_str()))
    };
    let rows = |rows: &'_ [Row]| rows.iter().filter(compared).cloned().collect::<Vec<_>>();
    let (old_rows, new_rows) = (rows(&old.parameters), rows(&new.parameters));
    parameter::compare(recorder, &scope, &old_rows, &new_rows, all);
    callback(recorder, &scope, old, new);
}

fn called(recorder: &mut Recorder, scope: &Scope<'_>, old: &Interface, new: &Interface) {
    let changed = Rules::one(DirectionChanged);
    recorder.fact(scope, changed, "direction", &old.direction, &new.direction);
    let changed = Rules::one(MethodChanged);
    recorder.fact(scope, changed, "method", &old.method, &new.method);
    let urls = Rules::contract(UrlAdded, UrlRemoved, UrlChanged);
    recorder.named(scope, urls, "address", &old.urls, &new.urls);
    let fallback = Rules::one(FallbackUrlChanged);
    let (was, is) = (&old.fallback_urls, &new.fallback_urls);
    recorder.named(scope, fallback, "second address", was, is);
    let selector = Rules::one(SelectorChanged);
    recorder.named(scope, selector, "selector", &old.select, &new.select);
}

fn signed(recorder: &mut Recorder, scope: &Scope<'_>, old: &Interface, new: &Interface) {
    let rules = Rules::contract(SchemeIntroduced, SchemeDropped, SchemeChanged);
    recorder.fact(scope, rules, "scheme", &old.scheme, &new.scheme);
    let rules = Rules::contract(
        ReplySchemeIntroduced,
        ReplySchemeDropped,
        ReplySchemeChanged,
    );
    let subject = "scheme of the reply";
    recorder.fact(scope, rules, subject, &old.reply_scheme, &new.reply_scheme);
    if old.reply_scheme.is_some() && old.reply_scheme == new.reply_scheme {
        let rule = Rules::one(ReplySchemeScopeChanged);
        let sites = |interface: &Interface| {
            let sites = interface.reply_scheme_sites.as_ref()?;
            Some(match sites.is_empty() {
                true => "all sites".to_owned(),
                false => sorted(sites).join(", "),
            })
        };
        let subject = "sites of the reply's scheme";
        recorder.fact(scope, rule, subject, &sites(old), &sites(new));
        let subject = "condition of the reply's scheme";
        let (was, is) = (&old.reply_scheme_condition, &new.reply_scheme_condition);
        recorder.fact(scope, rule, subject, was, is);
    }
}

fn answered(recorder: &mut Recorder, scope: &Scope<'_>, old: &Interface, new: &Interface) {
    let rule = Rules::one(HttpStatusChanged);
    recorder.fact(
        scope,
        rule,
        "HTTP status of the reply",
        &old.status,
        &new.status,
    );
    let rule = Rules::one(ReplyContentTypeChanged);
    let subject = "content type of the reply";
    recorder.fact(scope, rule, subject, &old.content_type, &new.content_type);
    let rules = (ReplyCodeListed, ReplyCodeUnlisted);
    recorder.set(scope, rules, "result codes", &old.codes, &new.codes);
}

fn repeated(recorder: &mut Recorder, scope: &Scope<'_>, old: &Interface, new: &Interface) {
    let key = |interface: &Interface| {
        let key = sorted(interface.idempotency.as_ref()?);
        Some(match key.is_empty() {
            true => "nothing".to_owned(),
            false => key.join(", "),
        })
    };
    let rules = Rules::contract(
        IdempotencyIntroduced,
        IdempotencyDropped,
        IdempotencyKeyChanged,
    );
    recorder.fact(scope, rules, "idempotency key", &key(old), &key(new));
    if old.idempotency.is_some() && new.idempotency.is_some() {
        let (was, is) = (&old.idempotency_doc, &new.idempotency_doc);
        let rule = Rules::one(IdempotencyDescribed);
        recorder.fact(scope, rule, "repeated calls", was, is);
    }
    let rules = Rules::contract(RetryIntroduced, RetryDropped, RetryChanged);
    let retry = |interface: &Interface| interface.retry.as_ref().map(retry);
    recorder.fact(scope, rules, "retries", &retry(old), &retry(new));
}

fn retry(retry: &Retry) -> String {
    let mut parts = Vec::new();
    parts.extend(
        retry
            .every_millis
            .map(|every| format!("every {}", duration(every))),
    );
    parts.extend(retry.times.map(|times| format!("{times} times")));
    parts.extend(
        retry
            .for_millis
            .map(|window| format!("for {}", duration(window))),
    );
    parts.extend(retry.until_success.then(|| "until success".to_owned()));
    parts.extend(
        retry
            .then
            .as_ref()
            .map(|then| format!("then: {}", then.shown())),
    );
    if parts.is_empty() {
        parts.push("tried again".to_owned());
    }
    parts.join(", ")
}

fn validity(
    recorder: &mut Recorder,
    editions: Editions<'_>,
    scope: &Scope<'_>,
    old: &Interface,
    new: &Interface,
) {
    let (old_all, new_all) = (&editions.old.sites, &editions.new.sites);
    let (added, removed) = sites(&old.sites, &new.sites, old_all, new_all);
    for site in added {
        recorder.push(
            scope,
            InterfaceSiteAdded,
            "sites",
            None,
            Some(site.to_owned()),
        );
    }
    for site in removed {
        recorder.push(
            scope,
            InterfaceSiteRemoved,
            "sites",
            Some(site.to_owned()),
            None,
        );
    }
    let rules = Rules::contract(
        InterfaceDeprecated,
        InterfaceUndeprecated,
        InterfaceDeprecated,
    );
    recorder.fact(
        scope,
        rules,
        "deprecation",
        &old.deprecated,
        &new.deprecated,
    );
    let rule = Rules::one(InterfaceValidityChanged);
    recorder.fact(scope, rule, "since", &old.since, &new.since);
    recorder.fact(scope, rule, "until", &old.until, &new.until);
    let rule = Rules::one(InterfaceVersionChanged);
    recorder.fact(scope, rule, "version", &old.version, &new.version);
}

fn described(recorder: &mut Recorder, scope: &Scope<'_>, old: &Interface, new: &Interface) {
    if let Some((was, is)) = recorder.lists(&old.behaviour, &new.behaviour) {
        let rules = (BehaviourAdded, BehaviourRemoved);
        recorder.texts(scope, rules, "rule", was, is);
    }
    let rule = Rules::one(TriggerChanged);
    recorder.fact(scope, rule, "when it is called", &old.trigger, &new.trigger);
    let rule = Rules::one(InterfaceDescribed);
    let title = |interface: &Interface| {
        (!interface.title.shown().is_empty()).then(|| interface.title.clone())
    };
    recorder.fact(scope, rule, "title", &title(old), &title(new));
    recorder.fact(scope, rule, "description", &old.doc, &new.doc);
    recorder.sources(
        scope,
        InterfaceSourcesChanged,
        "pages",
        &old.pages,
        &new.pages,
    );
    let rule = Rules::one(InterfaceConfidenceChanged);
    recorder.fact(scope, rule, "confidence", &old.confidence, &new.confidence);
}

/// The ids of variants that both have: only their parameters are compared.
fn variants<'a>(
    recorder: &mut Recorder,
    scope: &Scope<'_>,
    old: &'a [Variant],
    new: &'a [Variant],
) -> Vec<&'a str> {
    let mut shared = Vec::new();
    if !recorder.full {
        return shared;
    }
    for pair in keyed(old, new, |variant| &variant.id) {
        match pair {
            (Some(old), Some(new)) => {
                shared.push(new.id.as_str());
                let subject = format!("variant {}", new.id);
                let rules = Rules::one(VariantChanged);
                let named = |what: &str| format!("{subject} {what}");
                recorder.named(scope, rules, &named("address"), &old.urls, &new.urls);
                let (was, is) = (&old.fallback_urls, &new.fallback_urls);
                recorder.named(scope, rules, &named("second address"), was, is);
                recorder.named(scope, rules, &named("selector"), &old.select, &new.select);
                let sites = |variant: &Variant| Some(sorted(&variant.sites));
                recorder.fact(scope, rules, &named("sites"), &sites(old), &sites(new));
                recorder.fact(scope, rules, &named("since"), &old.since, &new.since);
                recorder.fact(scope, rules, &named("until"), &old.until, &new.until);
            }
            (None, Some(new)) => recorder.push(
                scope,
                VariantAdded,
                &format!("variant {}", new.id),
                None,
                None,
            ),
            (Some(old), None) => recorder.push(
                scope,
                VariantRemoved,
                &format!("variant {}", old.id),
                None,
                None,
            ),
            (None, None) => {}
        }
    }
    shared
}

fn callback(recorder: &mut Recorder, scope: &Scope<'_>, old: &Interface, new: &Interface) {
    let target = |interface: &Interface| {
        let callback = interface.callback.as_ref()?;
        Some(
            callback
                .to
                .as_ref()
                .map_or_else(|| "a redirect".to_owned(), Shown::shown),
        )
    };
    let rule = Rules::one(CallbackChanged);
    recorder.fact(scope, rule, "callback", &target(old), &target(new));
    if let (Some(was), Some(is)) = (&old.callback, &new.callback) {
        let all = (old.sites.as_slice(), new.sites.as_slice());
        parameter::compare_named(
            recorder,
            scope,
            "callback",
            &was.parameters,
            &is.parameters,
            all,
        );
    }
}
