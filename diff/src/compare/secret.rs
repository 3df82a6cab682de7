//! Secrets, and texts that are put together from parts.

use super::family::Editions;
use super::recorder::{Recorder, Rules, keyed};
use crate::change::PlaceKind;
use crate::outline::{ComposedText, Secret};
use crate::party::Direction;
use crate::rule::ContractRule::{
    SecretAdded, SecretDescribed, SecretKindChanged, SecretRemoved, TextAdded, TextChanged,
    TextDescribed, TextRemoved,
};

pub(super) fn compare(recorder: &mut Recorder, editions: Editions<'_>) {
    let Editions { old, new, .. } = editions;
    if let (Some(old), Some(new)) = (&old.secrets, &new.secrets) {
        for pair in keyed(old, new, |secret: &Secret| &secret.id) {
            secret(recorder, editions, pair);
        }
    }
    if let (Some(old), Some(new)) = (&old.texts, &new.texts) {
        for pair in keyed(old, new, |text: &ComposedText| &text.id) {
            composed(recorder, editions, pair);
        }
    }
}

fn secret(
    recorder: &mut Recorder,
    editions: Editions<'_>,
    pair: (Option<&Secret>, Option<&Secret>),
) {
    let Some(secret) = pair.1.or(pair.0) else {
        return;
    };
    let at = |secret: Option<&'_ Secret>| secret.and_then(|secret| secret.at.clone());
    let (before, after) = (at(pair.0), at(pair.1));
    let scope = editions.scope(PlaceKind::Secret, &secret.id);
    let scope = &scope
        .from(&secret.pages)
        .at(before.as_ref(), after.as_ref());
    recorder.pair(
        scope,
        pair,
        SecretAdded,
        SecretRemoved,
        |recorder, old, new| {
            let kind = Rules::one(SecretKindChanged);
            recorder.fact(scope, kind, "kind", old.kind.as_ref(), new.kind.as_ref());
            let described = Rules::one(SecretDescribed);
            recorder.fact(
                scope,
                described,
                "description",
                old.doc.as_ref(),
                new.doc.as_ref(),
            );
            recorder.sources(scope, SecretDescribed, "pages", &old.pages, &new.pages);
            recorder.rest(scope, SecretDescribed, "", &old.rest, &new.rest);
        },
    );
}

/// The merchant puts such a text together.
fn composed(
    recorder: &mut Recorder,
    editions: Editions<'_>,
    pair: (Option<&ComposedText>, Option<&ComposedText>),
) {
    let Some(text) = pair.1.or(pair.0) else {
        return;
    };
    let at = |text: Option<&'_ ComposedText>| text.and_then(|text| text.at.clone());
    let (before, after) = (at(pair.0), at(pair.1));
    let mut scope = editions.scope(PlaceKind::Text, &text.id);
    scope.directions = vec![Direction::MerchantToPlatform];
    let scope = &scope.from(&text.pages).at(before.as_ref(), after.as_ref());
    recorder.pair(scope, pair, TextAdded, TextRemoved, |recorder, old, new| {
        let changed = Rules::one(TextChanged);
        let separator = |text: &ComposedText| text.separator.as_ref().map(|it| format!("`{it}`"));
        let (was, is) = (separator(old), separator(new));
        recorder.fact(scope, changed, "separator", was.as_ref(), is.as_ref());
        recorder.fact(
            scope,
            changed,
            "letter case",
            old.case.as_ref(),
            new.case.as_ref(),
        );
        let (was, is) = (old.max_bytes.as_ref(), new.max_bytes.as_ref());
        recorder.fact(scope, changed, "size in bytes", was, is);
        let (was, is) = (old.sensitive.as_ref(), new.sensitive.as_ref());
        recorder.fact(scope, changed, "never shown", was, is);
        let parts = |text: &ComposedText| {
            let one = |part: &crate::outline::TextPart| match &part.separator {
                Some(separator) => format!("{} (joined with `{separator}`)", part.name),
                None => part.name.clone(),
            };
            Some(text.parts.iter().map(one).collect::<Vec<_>>())
        };
        recorder.fact(
            scope,
            changed,
            "parts",
            parts(old).as_ref(),
            parts(new).as_ref(),
        );
        for (was, is) in old
            .parts
            .iter()
            .zip(&new.parts)
            .filter(|(was, is)| was.name == is.name)
        {
            let subject = format!("part {}", is.name);
            recorder.rest(scope, TextDescribed, &subject, &was.rest, &is.rest);
        }
        let described = Rules::one(TextDescribed);
        recorder.fact(
            scope,
            described,
            "description",
            old.doc.as_ref(),
            new.doc.as_ref(),
        );
        recorder.sources(scope, TextDescribed, "pages", &old.pages, &new.pages);
        recorder.rest(scope, TextDescribed, "", &old.rest, &new.rest);
    });
}
