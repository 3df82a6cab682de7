//! Schemes and ciphers.

use super::family::Editions;
use super::recorder::{Recorder, Rules, Scope, Shown, keyed, sorted};
use super::transport::duration;
use crate::change::PlaceKind;
use crate::outline::{Interface, Row, Scheme, Step};
use crate::party::Side;
use crate::rule::ContractRule::{
    self, AlternativeAdded, AlternativeRemoved, CarriedAddedMandatory, CarriedAddedOptional,
    CarriedChanged, CarriedDescribed, CarriedMoved, CarriedRemoved, CarriedRenamed, ChoiceChanged,
    CompareRelaxed, CompareTightened, FreshnessDropped, FreshnessIntroduced, FreshnessLengthened,
    FreshnessShortened, NonceChanged, NonceDropped, NonceIntroduced, RecipeChanged, RefusalChanged,
    SchemeAdded, SchemeDescribed, SchemeRemoved, SchemeSecretsChanged, SchemeSideChanged,
    SchemeSiteChanged, SchemeVectorsChanged,
};

pub(super) fn compare(recorder: &mut Recorder, editions: Editions<'_>) {
    let Editions { old, new, .. } = editions;
    if let Some((old, new)) = recorder.lists(old.schemes.as_deref(), new.schemes.as_deref()) {
        for pair in keyed(old, new, |scheme: &Scheme| &scheme.id) {
            let Some(scheme) = pair.1.or(pair.0) else {
                continue;
            };
            let [before, after] =
                [pair.0, pair.1].map(|scheme| scheme.and_then(|scheme| scheme.at.as_ref()));
            let scope = scope(editions, scheme).at(before, after);
            recorder.pair(
                &scope,
                pair,
                SchemeAdded,
                SchemeRemoved,
                |recorder, old, new| {
                    both(recorder, &scope, old, new);
                },
            );
        }
    }
}

/// A scheme concerns whoever takes part in the interfaces that use it.
fn scope<'a>(editions: Editions<'a>, scheme: &'a Scheme) -> Scope<'a> {
    let mut scope = editions.scope(PlaceKind::Scheme, &scheme.id);
    let uses = |interface: &Interface| {
        let id = Some(&scheme.id);
        interface.scheme.as_ref() == id || interface.reply_scheme.as_ref() == id
    };
    scope.directions = editions.directions(uses);
    scope
        .from(&scheme.pages)
        .about(Side::of(&scheme.of))
        .touching(scheme.rust.as_deref())
}

fn both<'a>(recorder: &mut Recorder, scope: &Scope<'a>, old: &'a Scheme, new: &'a Scheme) {
    if let Some((old, new)) = recorder.lists(old.carries.as_deref(), new.carries.as_deref()) {
        carried(recorder, scope, old, new);
    }
    steps(recorder, scope, &old.steps, &new.steps);
    let recipe = Rules::one(RecipeChanged);
    recorder.named(scope, recipe, "value of", &old.equals, &new.equals);
    if let (Some(was), Some(is)) = (&old.chooses, &new.chooses) {
        recorder.named(scope, Rules::one(ChoiceChanged), "choice of", was, is);
    }
    freshness(recorder, scope, old, new);
    let compare = match new.compare.as_deref() {
        Some("ignore-case") => CompareRelaxed,
        _ => CompareTightened,
    };
    let rule = Rules::one(compare);
    recorder.fact(
        scope,
        rule,
        "comparison",
        old.compare.as_ref(),
        new.compare.as_ref(),
    );
    if let (Some(was), Some(is)) = (&old.refusals, &new.refusals) {
        recorder.named(scope, Rules::one(RefusalChanged), "answer to", was, is);
    }
    let secrets = |scheme: &Scheme| scheme.secrets.as_deref().map(sorted);
    let rule = Rules::one(SchemeSecretsChanged);
    recorder.fact(
        scope,
        rule,
        "secrets",
        secrets(old).as_ref(),
        secrets(new).as_ref(),
    );
    let side = |scheme: &Scheme| Some(Side::of(&scheme.of).as_str().to_owned());
    let rule = Rules::one(SchemeSideChanged);
    recorder.fact(
        scope,
        rule,
        "signed message",
        side(old).as_ref(),
        side(new).as_ref(),
    );
    let sites = |scheme: &Scheme| {
        let sites = sorted(&scheme.sites);
        Some(if sites.is_empty() {
            "all".to_owned()
        } else {
            sites.join(", ")
        })
    };
    recorder.fact(
        scope,
        Rules::one(SchemeSiteChanged),
        "sites",
        sites(old).as_ref(),
        sites(new).as_ref(),
    );
    let rule = Rules::one(SchemeDescribed);
    recorder.fact(
        scope,
        rule,
        "description",
        old.doc.as_ref(),
        new.doc.as_ref(),
    );
    recorder.sources(scope, SchemeDescribed, "pages", &old.pages, &new.pages);
    let (was, is) = (old.vectors.as_ref(), new.vectors.as_ref());
    recorder.whole(scope, SchemeVectorsChanged, "test vectors", was, is);
    recorder.rest(scope, SchemeDescribed, "", &old.rest, &new.rest);
}

fn freshness<'a>(recorder: &mut Recorder, scope: &Scope<'a>, old: &'a Scheme, new: &'a Scheme) {
    let changed = if old.fresh_millis < new.fresh_millis {
        FreshnessLengthened
    } else {
        FreshnessShortened
    };
    let rules = Rules::contract(FreshnessIntroduced, FreshnessDropped, changed);
    let window = |scheme: &Scheme| scheme.fresh_millis.map(duration);
    let places = [&old.places, &new.places];
    recorder.fact(
        &scope.at_fact("fresh", places),
        rules,
        "time window",
        window(old).as_ref(),
        window(new).as_ref(),
    );
    if old.fresh.is_some() && new.fresh.is_some() {
        let rule = Rules::one(CarriedChanged);
        recorder.fact(
            scope,
            rule,
            "value that is the time",
            old.fresh.as_ref(),
            new.fresh.as_ref(),
        );
    }
    let rules = Rules::contract(NonceIntroduced, NonceDropped, NonceChanged);
    recorder.fact(
        &scope.at_fact("once", places),
        rules,
        "value used once",
        old.once.as_ref(),
        new.once.as_ref(),
    );
}

/// A signer uses the first reading of a step, so that one decides; the others are tried by verifiers only.
fn steps(recorder: &mut Recorder, scope: &Scope<'_>, old: &[Step], new: &[Step]) {
    for pair in keyed(old, new, |step| &step.name) {
        let first = |step: Option<&Step>| step.and_then(|step| step.recipes.first().cloned());
        let (was, is) = (first(pair.0), first(pair.1));
        let name = pair.1.or(pair.0).map_or("", |step| step.name.as_str());
        let subject = format!("step {name}");
        if was != is {
            recorder.push(scope, RecipeChanged, &subject, was, is);
        }
        let rest = |step: Option<&Step>| -> Vec<String> {
            step.map(|step| step.recipes.iter().skip(1).cloned().collect())
                .unwrap_or_default()
        };
        let (was, is) = (rest(pair.0), rest(pair.1));
        for recipe in is.iter().filter(|recipe| !was.contains(recipe)) {
            recorder.push(
                scope,
                AlternativeAdded,
                &subject,
                None,
                Some(recipe.clone()),
            );
        }
        for recipe in was.iter().filter(|recipe| !is.contains(recipe)) {
            recorder.push(
                scope,
                AlternativeRemoved,
                &subject,
                Some(recipe.clone()),
                None,
            );
        }
    }
}

/// Carried values are known by the name recipes use, so another name on the wire is no other value.
fn carried(recorder: &mut Recorder, scope: &Scope<'_>, old: &[Row], new: &[Row]) {
    for pair in keyed(old, new, |row| row.name.as_deref().unwrap_or(&row.path)) {
        let Some(row) = pair.1.or(pair.0) else {
            continue;
        };
        let at = (pair.0, pair.1);
        let position = |row: Option<&'_ Row>| row.and_then(|row| row.at.clone());
        let (old_at, new_at) = (position(at.0), position(at.1));
        let scope = &scope
            .clone()
            .from(&row.pages)
            .at(old_at.as_ref(), new_at.as_ref());
        let subject = row.path.as_str();
        match pair {
            (Some(old), Some(new)) => one_carried(recorder, scope, old, new),
            (None, Some(new)) => {
                let rule = if new.required.as_deref() == Some("O") {
                    CarriedAddedOptional
                } else {
                    CarriedAddedMandatory
                };
                recorder.push(scope, rule, subject, None, Some(new.location.clone()));
            }
            (Some(old), None) => {
                recorder.push(
                    scope,
                    CarriedRemoved,
                    subject,
                    Some(old.location.clone()),
                    None,
                );
            }
            (None, None) => {}
        }
    }
}

fn one_carried(recorder: &mut Recorder, scope: &Scope<'_>, old: &Row, new: &Row) {
    let subject = new.path.as_str();
    let mut fact = |rule: ContractRule, what: &str, was: Option<String>, is: Option<String>| {
        let subject = format!("{subject}{what}");
        recorder.fact(scope, Rules::one(rule), &subject, was.as_ref(), is.as_ref());
    };
    let wire_name = |row: &Row| Some(row.path.clone());
    fact(CarriedRenamed, "", wire_name(old), wire_name(new));
    let place = |row: &Row| Some(row.location.clone());
    fact(CarriedMoved, "", place(old), place(new));
    let length = |row: &Row| {
        Some(match (row.max_length, row.unlimited) {
            (Some(length), _) => length.to_string(),
            (None, Some(true)) => "unlimited".to_owned(),
            _ => "unknown".to_owned(),
        })
    };
    fact(
        CarriedChanged,
        ", type",
        old.r#type.clone(),
        new.r#type.clone(),
    );
    fact(
        CarriedChanged,
        ", mark",
        old.required.clone(),
        new.required.clone(),
    );
    fact(CarriedChanged, ", longest", length(old), length(new));
    fact(
        CarriedChanged,
        ", format",
        old.format.clone(),
        new.format.clone(),
    );
    fact(
        CarriedChanged,
        ", template",
        old.template.clone(),
        new.template.clone(),
    );
    let doc = |row: &Row| row.doc.as_ref().map(Shown::shown);
    fact(CarriedDescribed, "", doc(old), doc(new));
    let condition = |row: &Row| row.condition.as_ref().map(Shown::shown);
    fact(
        CarriedDescribed,
        ", condition",
        condition(old),
        condition(new),
    );
    let list = |list: &[String]| Some(sorted(list).join(", "));
    fact(
        CarriedDescribed,
        ", sites",
        list(&old.sites),
        list(&new.sites),
    );
    fact(
        CarriedDescribed,
        ", pages",
        list(&old.pages),
        list(&new.pages),
    );
    fact(
        CarriedDescribed,
        ", confidence",
        old.confidence.clone(),
        new.confidence.clone(),
    );
    let (was, is) = (old.note.as_ref(), new.note.as_ref());
    recorder.whole(
        scope,
        CarriedDescribed,
        &format!("{subject}, note"),
        was,
        is,
    );
    recorder.rest(scope, CarriedDescribed, subject, &old.rest, &new.rest);
}
