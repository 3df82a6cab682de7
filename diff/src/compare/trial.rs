//! What merchants are tried with: scenarios, and the records of mocks.

use super::family::Editions;
use super::recorder::{Recorder, Rules, keyed};
use crate::change::PlaceKind;
use crate::outline::{Collection, Scenario};
use crate::rule::ContractRule::{
    CollectionAdded, CollectionChanged, CollectionRemoved, ScenarioAdded, ScenarioChanged,
    ScenarioDescribed, ScenarioRemoved,
};

pub(super) fn compare(recorder: &mut Recorder, editions: Editions<'_>) {
    let Editions { old, new, .. } = editions;
    if let (Some(old), Some(new)) = (&old.scenarios, &new.scenarios) {
        for pair in keyed(old, new, |scenario: &Scenario| &scenario.id) {
            scenario(recorder, editions, pair);
        }
    }
    if let (Some(old), Some(new)) = (&old.collections, &new.collections) {
        for pair in keyed(old, new, |collection: &Collection| &collection.id) {
            collection(recorder, editions, pair);
        }
    }
}

fn scenario(
    recorder: &mut Recorder,
    editions: Editions<'_>,
    pair: (Option<&Scenario>, Option<&Scenario>),
) {
    let Some(scenario) = pair.1.or(pair.0) else {
        return;
    };
    let at = |scenario: Option<&'_ Scenario>| scenario.and_then(|scenario| scenario.at.clone());
    let (before, after) = (at(pair.0), at(pair.1));
    let scope = editions.scope(PlaceKind::Scenario, &scenario.id);
    let scope = &scope
        .from(&scenario.pages)
        .at(before.as_ref(), after.as_ref());
    recorder.pair(
        scope,
        pair,
        ScenarioAdded,
        ScenarioRemoved,
        |recorder, old, new| {
            for (subject, was, is) in [
                ("values", &old.values, &new.values),
                ("records", &old.records, &new.records),
                ("steps", &old.steps, &new.steps),
                ("sites", &old.sites, &new.sites),
                ("products", &old.products, &new.products),
            ] {
                recorder.whole(scope, ScenarioChanged, subject, was.as_ref(), is.as_ref());
            }
            let described = Rules::one(ScenarioDescribed);
            recorder.fact(
                scope,
                described,
                "description",
                old.doc.as_ref(),
                new.doc.as_ref(),
            );
            recorder.sources(scope, ScenarioDescribed, "pages", &old.pages, &new.pages);
            recorder.rest(scope, ScenarioDescribed, "", &old.rest, &new.rest);
        },
    );
}

fn collection(
    recorder: &mut Recorder,
    editions: Editions<'_>,
    pair: (Option<&Collection>, Option<&Collection>),
) {
    let Some(collection) = pair.1.or(pair.0) else {
        return;
    };
    let at = |collection: Option<&'_ Collection>| collection.and_then(|it| it.at.clone());
    let (before, after) = (at(pair.0), at(pair.1));
    let scope = editions.scope(PlaceKind::Collection, &collection.id);
    let scope = &scope.at(before.as_ref(), after.as_ref());
    recorder.pair(
        scope,
        pair,
        CollectionAdded,
        CollectionRemoved,
        |recorder, old, new| {
            recorder.rest(scope, CollectionChanged, "", &old.rest, &new.rest);
        },
    );
}
