//! Pages, errata, and rules in words.

use super::family::Editions;
use super::recorder::{Recorder, Rules, Scope, Shown, keyed, sorted};
use crate::change::PlaceKind;
use crate::outline::{Erratum, Note, Page, Reading};
use crate::rule::ContractRule::{
    ErratumAdded, ErratumClosed, ErratumDecisionChanged, ErratumDescribed, ErratumOpened,
    ErratumRemoved, NoteAdded, NoteChanged, NoteDescribed, NoteRemoved, PageAdded, PageChanged,
    PageRemoved, PageUpdated,
};

pub(super) fn compare(recorder: &mut Recorder, editions: Editions<'_>) {
    let Editions { old, new, .. } = editions;
    let scope = editions.scope(PlaceKind::Sources, "");
    if let Some((old, new)) = recorder.lists(old.pages.as_deref(), new.pages.as_deref()) {
        for pair in keyed(old, new, |page: &Page| &page.id) {
            page(recorder, &scope, pair);
        }
    }
    if let Some((old, new)) = recorder.lists(old.errata.as_deref(), new.errata.as_deref()) {
        for pair in keyed(old, new, |erratum: &Erratum| &erratum.id) {
            erratum(recorder, &scope, pair);
        }
    }
    if let Some((old, new)) = recorder.lists(old.notes.as_deref(), new.notes.as_deref()) {
        for pair in keyed(old, new, |note: &Note| &note.id) {
            note(recorder, &scope, pair);
        }
    }
}

fn page(recorder: &mut Recorder, scope: &Scope<'_>, pair: (Option<&Page>, Option<&Page>)) {
    let id = |page: &Page| std::slice::from_ref(&page.id).to_vec();
    let title = |page: &Page| Some(page.title.clone());
    match pair {
        (Some(old), Some(new)) => {
            let pages = id(new);
            let scope = scope
                .clone()
                .at(old.at.as_ref(), new.at.as_ref())
                .from(&pages);
            let rule = Rules::one(PageUpdated);
            recorder.fact(
                &scope,
                rule,
                &new.id,
                old.updated.as_ref(),
                new.updated.as_ref(),
            );
            let rule = Rules::one(PageChanged);
            recorder.fact(
                &scope,
                rule,
                &new.id,
                title(old).as_ref(),
                title(new).as_ref(),
            );
            recorder.fact(&scope, rule, &new.id, old.url.as_ref(), new.url.as_ref());
            recorder.fact(&scope, rule, &new.id, old.site.as_ref(), new.site.as_ref());
            recorder.rest(&scope, PageChanged, &new.id, &old.rest, &new.rest);
        }
        (None, Some(new)) => {
            let pages = id(new);
            let scope = scope.clone().at(None, new.at.as_ref()).from(&pages);
            recorder.push(&scope, PageAdded, &new.id, None, title(new));
        }
        (Some(old), None) => {
            let scope = scope.clone().at(old.at.as_ref(), None);
            recorder.push(&scope, PageRemoved, &old.id, title(old), None);
        }
        (None, None) => {}
    }
}

fn erratum(recorder: &mut Recorder, scope: &Scope<'_>, pair: (Option<&Erratum>, Option<&Erratum>)) {
    let rules = |erratum: &Erratum| erratum.rules.as_ref().map(Shown::shown);
    match pair {
        (Some(old), Some(new)) => {
            let scope = &scope.clone().at(old.at.as_ref(), new.at.as_ref());
            if old.open == new.open {
                let rule = Rules::one(ErratumDecisionChanged);
                recorder.fact(scope, rule, &new.id, old.rules.as_ref(), new.rules.as_ref());
            } else {
                let rule = if new.open {
                    ErratumOpened
                } else {
                    ErratumClosed
                };
                recorder.push(scope, rule, &new.id, rules(old), rules(new));
            }
            let rule = Rules::one(ErratumDescribed);
            recorder.fact(scope, rule, &new.id, old.why.as_ref(), new.why.as_ref());
            recorder.rest(scope, ErratumDescribed, &new.id, &old.rest, &new.rest);
            let readings = |erratum: &Erratum| {
                let one = |reading: &Reading| {
                    format!(
                        "{} [{}]",
                        reading.says.shown(),
                        sorted(&reading.pages).join(", ")
                    )
                };
                let readings: Vec<_> = erratum.readings.iter().map(one).collect();
                (!readings.is_empty()).then(|| sorted(&readings))
            };
            recorder.fact(
                scope,
                rule,
                &new.id,
                readings(old).as_ref(),
                readings(new).as_ref(),
            );
            recorder.fact(
                scope,
                rule,
                &new.id,
                old.confidence.as_ref(),
                new.confidence.as_ref(),
            );
        }
        (None, Some(new)) => {
            let scope = scope.clone().at(None, new.at.as_ref());
            let rule = if new.open {
                ErratumOpened
            } else {
                ErratumAdded
            };
            recorder.push(&scope, rule, &new.id, None, rules(new));
        }
        (Some(old), None) => {
            let scope = scope.clone().at(old.at.as_ref(), None);
            let rule = if old.open {
                ErratumClosed
            } else {
                ErratumRemoved
            };
            recorder.push(&scope, rule, &old.id, rules(old), None);
        }
        (None, None) => {}
    }
}

fn note(recorder: &mut Recorder, scope: &Scope<'_>, pair: (Option<&Note>, Option<&Note>)) {
    let text = |note: &Note| {
        let mut text = note.doc.shown();
        if !note.sites.is_empty() {
            text = format!("{text} [{}]", sorted(&note.sites).join(", "));
        }
        Some(text)
    };
    match pair {
        (Some(old), Some(new)) => {
            let rule = Rules::one(NoteChanged);
            recorder.fact(scope, rule, &new.id, text(old).as_ref(), text(new).as_ref());
            recorder.rest(scope, NoteDescribed, &new.id, &old.rest, &new.rest);
        }
        (None, Some(new)) => recorder.push(scope, NoteAdded, &new.id, None, text(new)),
        (Some(old), None) => recorder.push(scope, NoteRemoved, &old.id, text(old), None),
        (None, None) => {}
    }
}
