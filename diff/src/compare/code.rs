//! Result codes.

use super::family::Editions;
use super::recorder::{Recorder, Rules, Scope, Shown, keyed, sites, sorted};
use crate::change::PlaceKind;
use crate::outline::{Code, Meaning};
use crate::party::Side;
use crate::rule::ContractRule::{
    CodeAdded, CodeDescribed, CodeInterfaceAdded, CodeInterfaceRemoved, CodeMeaningChanged,
    CodeRemoved, CodeRenamed, CodeRetryableChanged, CodeRoleChanged, CodeSiteAdded,
    CodeSiteRemoved, CodeSourcesChanged, CodeStatusChanged, CodeSuccessChanged,
};

pub(super) fn compare(recorder: &mut Recorder, editions: Editions<'_>) {
    let (old, new) = (&editions.old.result_codes, &editions.new.result_codes);
    for pair in keyed(old, new, |code| &code.id) {
        let Some(code) = pair.1.or(pair.0) else {
            continue;
        };
        let scope = scope(editions, code);
        let shown = |code: &Code| code.doc.as_ref().map(Shown::shown);
        match pair {
            (Some(old), Some(new)) => {
                let scope = scope.at(old.at.as_ref(), new.at.as_ref());
                let items = old.rust.iter().chain(&new.rust).map(String::as_str);
                both(recorder, editions, &scope.touching(items), old, new);
            }
            (None, Some(new)) => {
                let scope = scope.at(None, new.at.as_ref());
                recorder.push(&scope, CodeAdded, &new.id, None, shown(new));
            }
            (Some(old), None) => {
                let scope = scope.at(old.at.as_ref(), None);
                recorder.push(&scope, CodeRemoved, &old.id, shown(old), None);
            }
            (None, None) => {}
        }
    }
}

/// A code concerns whoever takes part in the interfaces that may answer it.
fn scope<'a>(editions: Editions<'a>, code: &'a Code) -> Scope<'a> {
    let mut scope = editions.scope(PlaceKind::ResultCodes, "");
    let applies = |id: &String| code.applies_to.is_empty() || code.applies_to.contains(id);
    scope.directions = editions.directions(|interface| applies(&interface.id));
    scope
        .from(&code.pages)
        .about(Side::Reply)
        .touching(code.rust.as_deref())
}

fn both(
    recorder: &mut Recorder,
    editions: Editions<'_>,
    scope: &Scope<'_>,
    old: &Code,
    new: &Code,
) {
    let code = new.id.as_str();
    let rule = Rules::one(CodeSuccessChanged);
    recorder.fact(
        scope,
        rule,
        code,
        old.success.as_ref(),
        new.success.as_ref(),
    );
    let rule = Rules::one(CodeRetryableChanged);
    recorder.fact(
        scope,
        rule,
        code,
        old.retryable.as_ref(),
        new.retryable.as_ref(),
    );
    recorder.fact(
        scope,
        Rules::one(CodeRoleChanged),
        code,
        old.role.as_ref(),
        new.role.as_ref(),
    );
    if recorder.grown {
        let (was, is) = (old.platform_role.as_ref(), new.platform_role.as_ref());
        let subject = format!("{code}, from the platform");
        recorder.fact(scope, Rules::one(CodeRoleChanged), &subject, was, is);
    }
    let rule = Rules::one(CodeStatusChanged);
    recorder.fact(
        scope,
        rule,
        code,
        old.http_status.as_ref(),
        new.http_status.as_ref(),
    );
    recorder.fact(
        scope,
        Rules::one(CodeRenamed),
        code,
        old.name.as_ref(),
        new.name.as_ref(),
    );
    if recorder.full {
        interfaces(recorder, editions, scope, old, new);
    }
    let (all_old, all_new) = (&editions.old.sites, &editions.new.sites);
    let (added, removed) = sites(&old.sites, &new.sites, all_old, all_new);
    for site in added {
        recorder.push(scope, CodeSiteAdded, code, None, Some(site.to_owned()));
    }
    for site in removed {
        recorder.push(scope, CodeSiteRemoved, code, Some(site.to_owned()), None);
    }
    let rule = Rules::one(CodeMeaningChanged);
    recorder.fact(scope, rule, code, old.doc.as_ref(), new.doc.as_ref());
    let meanings = |code: &Code| {
        code.meanings
            .as_ref()
            .map(|all| sorted(&all.iter().map(meaning).collect::<Vec<_>>()))
    };
    recorder.fact(
        scope,
        rule,
        code,
        meanings(old).as_ref(),
        meanings(new).as_ref(),
    );
    for (was, is) in old
        .meanings
        .iter()
        .flatten()
        .zip(new.meanings.iter().flatten())
    {
        if meaning(was) == meaning(is) {
            let subject = format!("{code}, meaning for {}", sorted(&is.applies_to).join(", "));
            recorder.rest(scope, CodeSourcesChanged, &subject, &was.rest, &is.rest);
        }
    }
    recorder.rest(scope, CodeDescribed, code, &old.rest, &new.rest);
    recorder.sources(scope, CodeSourcesChanged, code, &old.pages, &new.pages);
    let rule = Rules::one(CodeSourcesChanged);
    recorder.fact(
        scope,
        rule,
        code,
        old.confidence.as_ref(),
        new.confidence.as_ref(),
    );
}

fn meaning(meaning: &Meaning) -> String {
    let mut text = meaning.doc.shown();
    for list in [&meaning.applies_to, &meaning.sites] {
        if !list.is_empty() {
            text = format!("{text} [{}]", sorted(list).join(", "));
        }
    }
    text
}

/// An empty list means all interfaces.
fn interfaces(
    recorder: &mut Recorder,
    editions: Editions<'_>,
    scope: &Scope<'_>,
    old: &Code,
    new: &Code,
) {
    let ids = |edition: &crate::outline::Family| {
        let interfaces = edition.interfaces.iter();
        interfaces
            .map(|interface| interface.id.clone())
            .collect::<Vec<_>>()
    };
    let (all_old, all_new) = (ids(editions.old), ids(editions.new));
    let (added, removed) = sites(&old.applies_to, &new.applies_to, &all_old, &all_new);
    for id in added {
        recorder.push(
            scope,
            CodeInterfaceAdded,
            &new.id,
            None,
            Some(id.to_owned()),
        );
    }
    for id in removed {
        recorder.push(
            scope,
            CodeInterfaceRemoved,
            &new.id,
            Some(id.to_owned()),
            None,
        );
    }
}
