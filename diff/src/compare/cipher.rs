//! Ciphers.

use super::family::Editions;
use super::recorder::{Recorder, Rules, Scope, keyed, pairs};
use crate::change::PlaceKind;
use crate::outline::{Cipher, Row, Step};
use crate::rule::ContractRule::{
    CipherAdded, CipherDescribed, CipherRecipeChanged, CipherRemoved, CipherVectorsChanged,
};

pub(super) fn compare(recorder: &mut Recorder, editions: Editions<'_>) {
    let Some((old, new)) = recorder.lists(
        editions.old.ciphers.as_deref(),
        editions.new.ciphers.as_deref(),
    ) else {
        return;
    };
    for pair in keyed(old, new, |cipher: &Cipher| &cipher.id) {
        let Some(cipher) = pair.1.or(pair.0) else {
            continue;
        };
        let mut scope = editions.scope(PlaceKind::Cipher, &cipher.id);
        let uses = |row: &Row| row.encrypted.as_ref() == Some(&cipher.id);
        scope.directions = editions.directions(|interface| interface.parameters.iter().any(uses));
        let [before, after] =
            [pair.0, pair.1].map(|cipher| cipher.and_then(|cipher| cipher.at.as_ref()));
        let scope = scope.from(&cipher.pages).at(before, after);
        recorder.pair(
            &scope,
            pair,
            CipherAdded,
            CipherRemoved,
            |recorder, old, new| {
                one_cipher(recorder, &scope, old, new);
            },
        );
    }
}

fn one_cipher(recorder: &mut Recorder, scope: &Scope<'_>, old: &Cipher, new: &Cipher) {
    let rule = Rules::one(CipherRecipeChanged);
    recorder.fact(
        scope,
        rule,
        "encryption",
        old.encrypt.as_ref(),
        new.encrypt.as_ref(),
    );
    recorder.fact(
        scope,
        rule,
        "decryption",
        old.decrypt.as_ref(),
        new.decrypt.as_ref(),
    );
    for pair in keyed(&old.steps, &new.steps, |step| &step.name) {
        let recipe = |step: Option<&Step>| step.map(|step| step.recipes.join(" | "));
        let (was, is) = (recipe(pair.0), recipe(pair.1));
        if was != is {
            let name = pair.1.or(pair.0).map_or("", |step| step.name.as_str());
            recorder.push(scope, CipherRecipeChanged, &format!("step {name}"), was, is);
        }
    }
    for (name, was, is) in pairs(&old.random, &new.random) {
        if was != is {
            let shown = |value: Option<&serde_json::Value>| value.map(ToString::to_string);
            let subject = format!("random text {name}");
            recorder.push(scope, CipherRecipeChanged, &subject, shown(was), shown(is));
        }
    }
    let rule = Rules::one(CipherDescribed);
    recorder.fact(
        scope,
        rule,
        "description",
        old.doc.as_ref(),
        new.doc.as_ref(),
    );
    recorder.sources(scope, CipherDescribed, "pages", &old.pages, &new.pages);
    let (was, is) = (old.vectors.as_ref(), new.vectors.as_ref());
    recorder.whole(scope, CipherVectorsChanged, "test vectors", was, is);
    recorder.rest(scope, CipherDescribed, "", &old.rest, &new.rest);
}
