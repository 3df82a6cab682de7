//! Defined types, functions and events of a client SDK, packages on disk.

use super::family::Editions;
use super::parameter;
use super::recorder::{Recorder, Rules, Scope, Shown, keyed, pairs, sorted};
use crate::change::PlaceKind;
use crate::outline::{Artifact, ArtifactFile, Definition, Event, Forbidden, Function, Listed};
use crate::party::Direction;
use crate::rule::ContractRule::{
    self, ArtifactAdded, ArtifactCountNarrowed, ArtifactCountWidened, ArtifactDescribed,
    ArtifactFileAddedMandatory, ArtifactFileAddedOptional, ArtifactFileBecameMandatory,
    ArtifactFileBecameOptional, ArtifactFileRemoved, ArtifactNamesChanged, ArtifactRemoved,
    ArtifactSizeNarrowed, ArtifactSizeWidened, EventAdded, EventCodeChanged, EventDescribed,
    EventRemoved, ForbiddenAdded, ForbiddenChanged, ForbiddenRemoved, FunctionAdded,
    FunctionDescribed, FunctionRemoved, TypeAdded, TypeDescribed, TypeKindChanged, TypeRemoved,
    TypeValueAdded, TypeValueRemoved,
};

pub(super) fn compare(recorder: &mut Recorder, editions: Editions<'_>) {
    types(recorder, editions);
    functions(recorder, editions);
    events(recorder, editions);
    artifacts(recorder, editions);
}

fn types(recorder: &mut Recorder, editions: Editions<'_>) {
    let Some((old, new)) =
        recorder.lists(editions.old.types.as_deref(), editions.new.types.as_deref())
    else {
        return;
    };
    for pair in keyed(old, new, |definition: &Definition| &definition.id) {
        let Some(definition) = pair.1.or(pair.0) else {
            continue;
        };
        let id = definition.id.as_str();
        let scope = editions
            .scope(PlaceKind::Types, "")
            .from(&definition.pages)
            .touching(definition.rust.as_deref());
        let kind = |definition: &Definition| Some(definition.kind.clone());
        match pair {
            (Some(old), Some(new)) => {
                let scope = &scope.at(old.at.as_ref(), new.at.as_ref());
                let rule = Rules::one(TypeKindChanged);
                recorder.fact(scope, rule, id, kind(old).as_ref(), kind(new).as_ref());
                if let (Some(was), Some(is)) = (&old.listed, &new.listed) {
                    let values = |listed: &[Listed]| {
                        let values = listed.iter().map(|listed| listed.value.clone());
                        values.collect::<Vec<_>>()
                    };
                    let rules = (TypeValueAdded, TypeValueRemoved);
                    let before = recorder.changes.len();
                    recorder.set(scope, rules, id, &values(was), &values(is));
                    for change in recorder.changes.iter_mut().skip(before) {
                        let at = |listed: &[Listed], value: &Option<String>| {
                            let value = value.as_ref()?;
                            listed.iter().find(|it| it.value == *value)?.at.clone()
                        };
                        change.old_at = at(was, &change.old).or(change.old_at.take());
                        change.new_at = at(is, &change.new).or(change.new_at.take());
                    }
                }
                let rule = Rules::one(TypeDescribed);
                recorder.fact(scope, rule, id, old.doc.as_ref(), new.doc.as_ref());
                recorder.sources(scope, TypeDescribed, id, &old.pages, &new.pages);
                recorder.rest(scope, TypeDescribed, id, &old.rest, &new.rest);
            }
            (None, Some(new)) => {
                let scope = scope.at(None, new.at.as_ref());
                recorder.push(&scope, TypeAdded, id, None, kind(new));
            }
            (Some(old), None) => {
                let scope = scope.at(old.at.as_ref(), None);
                recorder.push(&scope, TypeRemoved, id, kind(old), None);
            }
            (None, None) => {}
        }
    }
}

/// What the merchant's code or packages use: the merchant is the caller.
fn merchants<'a>(
    editions: Editions<'a>,
    kind: PlaceKind,
    id: &str,
    pages: &'a [String],
) -> Scope<'a> {
    let mut scope = editions.scope(kind, id).from(pages);
    scope.directions = vec![Direction::MerchantToPlatform];
    scope
}

fn functions(recorder: &mut Recorder, editions: Editions<'_>) {
    let Some((old, new)) = recorder.lists(
        editions.old.functions.as_deref(),
        editions.new.functions.as_deref(),
    ) else {
        return;
    };
    for pair in keyed(old, new, |function: &Function| &function.id) {
        let Some(function) = pair.1.or(pair.0) else {
            continue;
        };
        let scope = &merchants(editions, PlaceKind::Function, &function.id, &function.pages);
        recorder.pair(
            scope,
            pair,
            FunctionAdded,
            FunctionRemoved,
            |recorder, old, new| {
                let all = (editions.old.sites.as_slice(), editions.new.sites.as_slice());
                parameter::compare(recorder, scope, &old.parameters, &new.parameters, all);
                let rule = Rules::one(FunctionDescribed);
                recorder.fact(
                    scope,
                    rule,
                    "description",
                    old.doc.as_ref(),
                    new.doc.as_ref(),
                );
                recorder.sources(scope, FunctionDescribed, "pages", &old.pages, &new.pages);
                recorder.rest(scope, FunctionDescribed, "", &old.rest, &new.rest);
            },
        );
    }
}

fn events(recorder: &mut Recorder, editions: Editions<'_>) {
    let Some((old, new)) = recorder.lists(
        editions.old.events.as_deref(),
        editions.new.events.as_deref(),
    ) else {
        return;
    };
    for pair in keyed(old, new, |event: &Event| &event.id) {
        let Some(event) = pair.1.or(pair.0) else {
            continue;
        };
        let scope = &merchants(editions, PlaceKind::Event, &event.id, &event.pages);
        recorder.pair(
            scope,
            pair,
            EventAdded,
            EventRemoved,
            |recorder, old, new| {
                let rule = Rules::one(EventCodeChanged);
                recorder.fact(scope, rule, "code", old.code.as_ref(), new.code.as_ref());
                let all = (editions.old.sites.as_slice(), editions.new.sites.as_slice());
                parameter::compare(recorder, scope, &old.parameters, &new.parameters, all);
                let rule = Rules::one(EventDescribed);
                recorder.fact(
                    scope,
                    rule,
                    "description",
                    old.doc.as_ref(),
                    new.doc.as_ref(),
                );
                recorder.sources(scope, EventDescribed, "pages", &old.pages, &new.pages);
                recorder.rest(scope, EventDescribed, "", &old.rest, &new.rest);
            },
        );
    }
}

fn artifacts(recorder: &mut Recorder, editions: Editions<'_>) {
    let Some((old, new)) = recorder.lists(
        editions.old.artifacts.as_deref(),
        editions.new.artifacts.as_deref(),
    ) else {
        return;
    };
    for pair in keyed(old, new, |artifact: &Artifact| &artifact.id) {
        let Some(artifact) = pair.1.or(pair.0) else {
            continue;
        };
        let scope = &merchants(editions, PlaceKind::Artifact, &artifact.id, &artifact.pages);
        recorder.pair(
            scope,
            pair,
            ArtifactAdded,
            ArtifactRemoved,
            |recorder, old, new| {
                one_artifact(recorder, editions, scope, old, new);
            },
        );
    }
}

fn one_artifact(
    recorder: &mut Recorder,
    editions: Editions<'_>,
    scope: &Scope<'_>,
    old: &Artifact,
    new: &Artifact,
) {
    let size = [ArtifactSizeWidened, ArtifactSizeNarrowed];
    limit(
        recorder,
        scope,
        size,
        "size in bytes",
        old.max_bytes,
        new.max_bytes,
    );
    for pair in keyed(&old.files, &new.files, |file| &file.path) {
        match pair {
            (Some(old), Some(new)) => file(recorder, editions, scope, old, new),
            (None, Some(new)) => {
                let rule = match new.required.as_deref() {
                    Some("O") => ArtifactFileAddedOptional,
                    _ => ArtifactFileAddedMandatory,
                };
                recorder.push(scope, rule, &new.path, None, Some(mark(new)));
            }
            (Some(old), None) => {
                recorder.push(scope, ArtifactFileRemoved, &old.path, Some(mark(old)), None);
            }
            (None, None) => {}
        }
    }
    for (text, was, is) in pairs(&old.forbidden, &new.forbidden) {
        match (was, is) {
            (None, Some(why)) => {
                recorder.push(scope, ForbiddenAdded, text, None, Some(why.clone()));
            }
            (Some(why), None) => {
                recorder.push(scope, ForbiddenRemoved, text, Some(why.clone()), None);
            }
            (was, is) if was != is && old.forbidden_kinds.is_empty() => {
                recorder.push(scope, ArtifactDescribed, text, was.cloned(), is.cloned());
            }
            _ => {}
        }
    }
    let rule = Rules::one(ArtifactDescribed);
    recorder.fact(
        scope,
        rule,
        "description",
        old.doc.as_ref(),
        new.doc.as_ref(),
    );
    for (text, was, is) in pairs(&old.forbidden_kinds, &new.forbidden_kinds) {
        if let (Some(was), Some(is)) = (was, is) {
            let rule = Rules::one(ForbiddenChanged);
            recorder.fact(scope, rule, text, kind(was).as_ref(), kind(is).as_ref());
            recorder.rest(scope, ArtifactDescribed, text, &was.rest, &is.rest);
        }
    }
    let names = |artifact: &Artifact| {
        let names = artifact.names.as_deref()?;
        Some(if names.is_empty() {
            "any".to_owned()
        } else {
            sorted(names).join(", ")
        })
    };
    if let (Some(was), Some(is)) = (names(old), names(new)) {
        let rule = Rules::one(ArtifactNamesChanged);
        recorder.fact(scope, rule, "file name", Some(&was), Some(&is));
    }
    recorder.sources(scope, ArtifactDescribed, "pages", &old.pages, &new.pages);
    recorder.rest(scope, ArtifactDescribed, "", &old.rest, &new.rest);
}

/// What is forbidden where.
fn kind(forbidden: &Forbidden) -> Option<String> {
    let mut text = forbidden.kind.clone()?;
    if let Some(within) = &forbidden.within {
        text = format!("{text} in {within}");
    }
    if !forbidden.sites.is_empty() {
        text = format!("{text} [{}]", sorted(&forbidden.sites).join(", "));
    }
    Some(text)
}

fn mark(file: &ArtifactFile) -> String {
    match file.required.as_deref() {
        Some("M") => "mandatory",
        Some("O") => "optional",
        _ => "conditional",
    }
    .to_owned()
}

fn file(
    recorder: &mut Recorder,
    editions: Editions<'_>,
    scope: &Scope<'_>,
    old: &ArtifactFile,
    new: &ArtifactFile,
) {
    let path = new.path.as_str();
    let rank = |file: &ArtifactFile| match file.required.as_deref() {
        Some("M") => 2,
        Some("O") => 0,
        _ => 1,
    };
    if rank(old) != rank(new) {
        let rule = if rank(old) < rank(new) {
            ArtifactFileBecameMandatory
        } else {
            ArtifactFileBecameOptional
        };
        recorder.push(scope, rule, path, Some(mark(old)), Some(mark(new)));
    }
    let size = [ArtifactSizeWidened, ArtifactSizeNarrowed];
    let subject = format!("{path}, size in bytes");
    limit(
        recorder,
        scope,
        size,
        &subject,
        old.max_bytes,
        new.max_bytes,
    );
    let count = [ArtifactCountWidened, ArtifactCountNarrowed];
    let subject = format!("{path}, number of files");
    limit(
        recorder,
        scope,
        count,
        &subject,
        old.max_count,
        new.max_count,
    );
    let (was, is) = (&old.parameters, &new.parameters);
    let all = (editions.old.sites.as_slice(), editions.new.sites.as_slice());
    parameter::compare_named(recorder, scope, &format!("{path} key"), was, is, all);
    let rule = Rules::one(ArtifactDescribed);
    recorder.fact(scope, rule, path, old.doc.as_ref(), new.doc.as_ref());
    let condition = |file: &ArtifactFile| file.condition.as_ref().map(Shown::shown);
    recorder.fact(
        scope,
        rule,
        path,
        condition(old).as_ref(),
        condition(new).as_ref(),
    );
    recorder.sources(scope, ArtifactDescribed, path, &old.pages, &new.pages);
    recorder.rest(scope, ArtifactDescribed, path, &old.rest, &new.rest);
}

/// Compares upper limits; without one, everything is allowed.
fn limit(
    recorder: &mut Recorder,
    scope: &Scope<'_>,
    [widened, narrowed]: [ContractRule; 2],
    subject: &str,
    old: Option<u64>,
    new: Option<u64>,
) {
    let upper = |limit: Option<u64>| limit.unwrap_or(u64::MAX);
    let shown = |limit: Option<u64>| {
        Some(limit.map_or_else(|| "none".to_owned(), |limit| limit.to_string()))
    };
    if old != new {
        let rule = if upper(old) < upper(new) {
            widened
        } else {
            narrowed
        };
        recorder.push(scope, rule, subject, shown(old), shown(new));
    }
}
