//! Interfaces: who calls where, signed how, answered how.

use super::Rest;
use super::family::{Editions, direction};
use super::parameter;
use super::recorder::{Recorder, Rules, Scope, Shown, keyed, sites, sorted};
use super::transport::duration;
use crate::change::PlaceKind;
use crate::outline::{Interface, Retry, Row, Variant};
use crate::party::Direction;
use crate::rule::ContractRule::{
    self, BehaviourAdded, BehaviourRemoved, CallbackChanged, CallbackEchoChanged, DebugMarkChanged,
    DirectionChanged, ExamplesChanged, FallbackUrlChanged, HttpStatusChanged, IdempotencyDescribed,
    IdempotencyDropped, IdempotencyIntroduced, IdempotencyKeyChanged, InterfaceAdded,
    InterfaceConfidenceChanged, InterfaceDeprecated, InterfaceDescribed, InterfaceMaybeRenamed,
    InterfaceRemoved, InterfaceSiteAdded, InterfaceSiteRemoved, InterfaceSourcesChanged,
    InterfaceUndeprecated, InterfaceValidityChanged, InterfaceVersionChanged, MethodChanged,
    MockChanged, RepeatableChanged, ReplyCodeListed, ReplyCodeUnlisted, ReplyContentTypeChanged,
    ReplySchemeChanged, ReplySchemeDropped, ReplySchemeIntroduced, ReplySchemeScopeChanged,
    ReplyXmlChanged, RetryChanged, RetryDropped, RetryIntroduced, SchemeChanged, SchemeDropped,
    SchemeIntroduced, SelectorChanged, TriggerChanged, UrlAdded, UrlChanged, UrlRemoved,
    VariantAdded, VariantChanged, VariantDescribed, VariantRemoved,
};
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
        let former = gone.iter().find(|other| alike(other, interface));
        whole(
            recorder,
            editions,
            interface,
            InterfaceAdded,
            former.copied(),
        );
    }
    for interface in &gone {
        let renamed = fresh.iter().find(|other| alike(interface, other));
        whole(
            recorder,
            editions,
            interface,
            InterfaceRemoved,
            renamed.copied(),
        );
        if let Some(renamed) = renamed {
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

/// An interface that is new or gone, perhaps because it is called otherwise; its parameters are not listed.
fn whole(
    recorder: &mut Recorder,
    editions: Editions<'_>,
    interface: &Interface,
    rule: ContractRule,
    other: Option<&Interface>,
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
    let Some(change) = recorder.changes.last_mut() else {
        return;
    };
    change.hint = other.map(|other| format!("perhaps `{}` under another name", other.id));
    // Only the trait of a server has a method for each interface; elsewhere new items stand beside the old ones.
    let served = direction(interface) == Direction::PlatformToMerchant;
    if rule == InterfaceAdded && !served {
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

fn both<'a>(
    recorder: &mut Recorder,
    editions: Editions<'a>,
    old: &'a Interface,
    new: &'a Interface,
) {
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
    let rows = |interface: &Interface| {
        let rows = interface.parameters.iter().filter(compared);
        rows.map(|row| {
            if full {
                of_this(interface, row)
            } else {
                row.clone()
            }
        })
        .collect::<Vec<_>>()
    };
    let (old_rows, new_rows) = (rows(old), rows(new));
    parameter::compare(recorder, &scope, &old_rows, &new_rows, all);
    callback(recorder, &scope, old, new);
}

/// A parameter that tells the interface from others has one value here; other values of its type belong to others, and
/// the type tells them.
fn of_this(interface: &Interface, row: &Row) -> Row {
    let mut row = row.clone();
    let is_named = row.r#type != row.wire;
    if let Some(selected) = interface.select.get(&row.path)
        && row.of == "request"
        && is_named
    {
        row.values.retain(|value| value == selected);
        if let Some(listed) = &mut row.listed {
            listed.retain(|listed| listed.value == *selected);
        }
    }
    row
}

fn called(recorder: &mut Recorder, scope: &Scope<'_>, old: &Interface, new: &Interface) {
    let changed = Rules::one(DirectionChanged);
    recorder.fact(
        scope,
        changed,
        "direction",
        old.direction.as_ref(),
        new.direction.as_ref(),
    );
    let changed = Rules::one(MethodChanged);
    recorder.fact(
        scope,
        changed,
        "method",
        old.method.as_ref(),
        new.method.as_ref(),
    );
    let urls = Rules::contract(UrlAdded, UrlRemoved, UrlChanged);
    recorder.named(scope, urls, "address", &old.urls, &new.urls);
    let fallback = Rules::one(FallbackUrlChanged);
    let (was, is) = (&old.fallback_urls, &new.fallback_urls);
    recorder.named(scope, fallback, "second address", was, is);
    let selector = Rules::one(SelectorChanged);
    recorder.named(scope, selector, "selector", &old.select, &new.select);
}

fn signed<'a>(recorder: &mut Recorder, scope: &Scope<'a>, old: &'a Interface, new: &'a Interface) {
    let rules = Rules::contract(SchemeIntroduced, SchemeDropped, SchemeChanged);
    let places = [&old.places, &new.places];
    recorder.fact(
        &scope.at_fact("scheme", places),
        rules,
        "scheme",
        old.scheme.as_ref(),
        new.scheme.as_ref(),
    );
    let rules = Rules::contract(
        ReplySchemeIntroduced,
        ReplySchemeDropped,
        ReplySchemeChanged,
    );
    let subject = "scheme of the reply";
    recorder.fact(
        &scope.at_fact("reply_scheme", places),
        rules,
        subject,
        old.reply_scheme.as_ref(),
        new.reply_scheme.as_ref(),
    );
    if old.reply_scheme.is_some() && old.reply_scheme == new.reply_scheme {
        let rule = Rules::one(ReplySchemeScopeChanged);
        let sites = |interface: &Interface| {
            let sites = interface.reply_scheme_sites.as_ref()?;
            Some(if sites.is_empty() {
                "all sites".to_owned()
            } else {
                sorted(sites).join(", ")
            })
        };
        let subject = "sites of the reply's scheme";
        recorder.fact(
            scope,
            rule,
            subject,
            sites(old).as_ref(),
            sites(new).as_ref(),
        );
        let subject = "condition of the reply's scheme";
        let (was, is) = (&old.reply_scheme_condition, &new.reply_scheme_condition);
        recorder.fact(scope, rule, subject, was.as_ref(), is.as_ref());
    }
}

fn answered(recorder: &mut Recorder, scope: &Scope<'_>, old: &Interface, new: &Interface) {
    let rule = Rules::one(HttpStatusChanged);
    recorder.fact(
        scope,
        rule,
        "HTTP status of the reply",
        old.status.as_ref(),
        new.status.as_ref(),
    );
    let rule = Rules::one(ReplyContentTypeChanged);
    let subject = "content type of the reply";
    recorder.fact(
        scope,
        rule,
        subject,
        old.content_type.as_ref(),
        new.content_type.as_ref(),
    );
    let (was, is) = (old.xml.as_ref(), new.xml.as_ref());
    recorder.whole(scope, ReplyXmlChanged, "reply as XML", was, is);
    let rules = (ReplyCodeListed, ReplyCodeUnlisted);
    recorder.set(scope, rules, "result codes", &old.codes, &new.codes);
}

fn repeated<'a>(
    recorder: &mut Recorder,
    scope: &Scope<'a>,
    old: &'a Interface,
    new: &'a Interface,
) {
    let key = |interface: &Interface| {
        let key = sorted(interface.idempotency.as_ref()?);
        Some(if key.is_empty() {
            "nothing".to_owned()
        } else {
            key.join(", ")
        })
    };
    let rules = Rules::contract(
        IdempotencyIntroduced,
        IdempotencyDropped,
        IdempotencyKeyChanged,
    );
    recorder.fact(
        &scope.at_fact("idempotency", [&old.places, &new.places]),
        rules,
        "idempotency key",
        key(old).as_ref(),
        key(new).as_ref(),
    );
    if old.idempotency.is_some() && new.idempotency.is_some() {
        let (was, is) = (&old.idempotency_doc, &new.idempotency_doc);
        let rule = Rules::one(IdempotencyDescribed);
        recorder.fact(scope, rule, "repeated calls", was.as_ref(), is.as_ref());
        let (was, is) = (&old.idempotency_sources, &new.idempotency_sources);
        let subject = "sources of repeated calls";
        recorder.whole(
            scope,
            IdempotencyDescribed,
            subject,
            was.as_ref(),
            is.as_ref(),
        );
        if recorder.grown {
            let (was, is) = (old.repeatable.as_ref(), new.repeatable.as_ref());
            let subject = "repeated calls have no further effect";
            recorder.fact(scope, Rules::one(RepeatableChanged), subject, was, is);
        }
    }
    let marks = |interface: &Interface| {
        let marks = interface.debug.iter();
        let marks: Vec<_> = marks.map(|(name, mark)| format!("{name} {mark}")).collect();
        (!marks.is_empty()).then(|| marks.join(", "))
    };
    recorder.fact(
        scope,
        Rules::one(DebugMarkChanged),
        "mark of debug calls",
        marks(old).as_ref(),
        marks(new).as_ref(),
    );
    let rules = Rules::contract(RetryIntroduced, RetryDropped, RetryChanged);
    if let (Some(was), Some(is)) = (&old.retry, &new.retry) {
        remarks(recorder, scope, "retries", &was.rest, &is.rest);
    }
    let retry = |interface: &Interface| interface.retry.as_ref().map(retry);
    recorder.fact(
        scope,
        rules,
        "retries",
        retry(old).as_ref(),
        retry(new).as_ref(),
    );
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
        old.deprecated.as_ref(),
        new.deprecated.as_ref(),
    );
    let rule = Rules::one(InterfaceValidityChanged);
    recorder.fact(scope, rule, "since", old.since.as_ref(), new.since.as_ref());
    recorder.fact(scope, rule, "until", old.until.as_ref(), new.until.as_ref());
    let rule = Rules::one(InterfaceVersionChanged);
    recorder.fact(
        scope,
        rule,
        "version",
        old.version.as_ref(),
        new.version.as_ref(),
    );
}

fn described(recorder: &mut Recorder, scope: &Scope<'_>, old: &Interface, new: &Interface) {
    let rules = (BehaviourAdded, BehaviourRemoved);
    if let (Some(was), Some(is)) = (&old.rules, &new.rules) {
        recorder.rules_in_words(scope, rules, InterfaceDescribed, was, is);
    } else if let Some((was, is)) =
        recorder.lists(old.behaviour.as_deref(), new.behaviour.as_deref())
    {
        recorder.texts(scope, rules, "rule", was, is);
    }
    let (was, is) = (old.codes_sources.as_ref(), new.codes_sources.as_ref());
    let subject = "sources of the result codes";
    recorder.whole(scope, InterfaceSourcesChanged, subject, was, is);
    let (was, is) = (old.mock.as_ref(), new.mock.as_ref());
    recorder.whole(scope, MockChanged, "mock", was, is);
    let (was, is) = (old.examples.as_ref(), new.examples.as_ref());
    recorder.whole(scope, ExamplesChanged, "examples", was, is);
    remarks(recorder, scope, "", &old.rest, &new.rest);
    let rule = Rules::one(TriggerChanged);
    recorder.fact(
        scope,
        rule,
        "when it is called",
        old.trigger.as_ref(),
        new.trigger.as_ref(),
    );
    let rule = Rules::one(InterfaceDescribed);
    let title = |interface: &Interface| {
        (!interface.title.shown().is_empty()).then(|| interface.title.clone())
    };
    recorder.fact(
        scope,
        rule,
        "title",
        title(old).as_ref(),
        title(new).as_ref(),
    );
    recorder.fact(
        scope,
        rule,
        "description",
        old.doc.as_ref(),
        new.doc.as_ref(),
    );
    recorder.sources(
        scope,
        InterfaceSourcesChanged,
        "pages",
        &old.pages,
        &new.pages,
    );
    let rule = Rules::one(InterfaceConfidenceChanged);
    recorder.fact(
        scope,
        rule,
        "confidence",
        old.confidence.as_ref(),
        new.confidence.as_ref(),
    );
}

/// What no rule names by itself: sources, and descriptions.
fn remarks(recorder: &mut Recorder, scope: &Scope<'_>, subject: &str, old: &Rest, new: &Rest) {
    let split = |rest: &Rest, of_sources: bool| -> Rest {
        let members = rest.iter();
        members
            .filter(|(name, _)| matches!(name.as_str(), "sources" | "note") == of_sources)
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    };
    for (rule, of_sources) in [(InterfaceSourcesChanged, true), (InterfaceDescribed, false)] {
        let (was, is) = (split(old, of_sources), split(new, of_sources));
        recorder.rest(scope, rule, subject, &was, &is);
    }
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
                recorder.fact(
                    scope,
                    rules,
                    &named("sites"),
                    sites(old).as_ref(),
                    sites(new).as_ref(),
                );
                recorder.fact(
                    scope,
                    rules,
                    &named("since"),
                    old.since.as_ref(),
                    new.since.as_ref(),
                );
                recorder.fact(
                    scope,
                    rules,
                    &named("until"),
                    old.until.as_ref(),
                    new.until.as_ref(),
                );
                edition(recorder, scope, &subject, old, new);
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

/// What a variant answers, and how it is described.
fn edition(
    recorder: &mut Recorder,
    scope: &Scope<'_>,
    subject: &str,
    old: &Variant,
    new: &Variant,
) {
    if recorder.grown {
        let changed = Rules::one(VariantChanged);
        let named = format!("{subject} HTTP status of the reply");
        recorder.fact(
            scope,
            changed,
            &named,
            old.status.as_ref(),
            new.status.as_ref(),
        );
        let named = format!("{subject} content type of the reply");
        let (was, is) = (old.content_type.as_ref(), new.content_type.as_ref());
        recorder.fact(scope, changed, &named, was, is);
        let rules = (ReplyCodeListed, ReplyCodeUnlisted);
        let named = format!("{subject} result codes");
        recorder.set(scope, rules, &named, &old.codes, &new.codes);
    }
    for (rule, what, was, is) in [
        (ReplyXmlChanged, "reply as XML", &old.xml, &new.xml),
        (MockChanged, "mock", &old.mock, &new.mock),
        (ExamplesChanged, "examples", &old.examples, &new.examples),
    ] {
        let named = format!("{subject} {what}");
        recorder.whole(scope, rule, &named, was.as_ref(), is.as_ref());
    }
    recorder.rest(scope, VariantDescribed, subject, &old.rest, &new.rest);
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
    recorder.fact(
        scope,
        rule,
        "callback",
        target(old).as_ref(),
        target(new).as_ref(),
    );
    if let (Some(was), Some(is)) = (&old.callback, &new.callback) {
        if recorder.grown {
            let (was, is) = (was.echoes.as_ref(), is.echoes.as_ref());
            let subject = "parameter that comes back";
            recorder.fact(scope, Rules::one(CallbackEchoChanged), subject, was, is);
        }
        remarks(recorder, scope, "callback", &was.rest, &is.rest);
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
