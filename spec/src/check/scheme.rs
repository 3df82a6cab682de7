//! Schemes and ciphers: recipes type-check and everything they name exists.

use crate::catalogue::{Cipher, Family, Placed, Scheme};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::recipe::check::{Scope, kind_of};
use crate::recipe::{Kind, MESSAGE_PARTS, Recipe};
use crate::source::Span;

pub(super) fn check(family: &Family, found: &mut Diagnostics) {
    for scheme in family.schemes.values() {
        scheme_recipes(family, scheme, found);
        scheme_names(scheme, found);
        alternatives(scheme, found);
    }
    for cipher in family.ciphers.values() {
        cipher_recipes(family, cipher, found);
    }
}

fn scope_of(family: &Family) -> Scope {
    let mut scope = Scope::default();
    for name in family.secrets.keys() {
        scope.add(name, Some(Kind::Text));
    }
    scope
}

fn scheme_recipes(family: &Family, scheme: &Scheme, found: &mut Diagnostics) {
    let mut scope = scope_of(family);
    for (name, kind) in MESSAGE_PARTS {
        scope.add(*name, Some(*kind));
    }
    // A choice is made before anything is signed, over the message alone.
    let mut message = Scope::default();
    for (name, kind) in MESSAGE_PARTS {
        message.add(*name, Some(*kind));
    }
    for (target, recipe) in &scheme.chooses {
        let kind = check_recipe(recipe, &message, &mut Vec::new(), found);
        text_result(kind, recipe, &format!("`{}`", target.value), found);
    }
    for name in signed_values(scheme) {
        if !scheme.equals.iter().any(|(target, _)| target.value == name) {
            scope.add(name, Some(Kind::Text));
        }
    }
    let mut used: Vec<String> = Vec::new();
    for (name, alternatives) in &scheme.steps {
        let kinds: Vec<_> = alternatives
            .recipes
            .iter()
            .map(|recipe| check_recipe(recipe, &scope, &mut used, found))
            .collect();
        let kind = kinds.first().copied().flatten();
        if let Some(other) = kinds.iter().flatten().find(|other| Some(**other) != kind)
            && let Some(kind) = kind
        {
            found.push(
                Diagnostic::new(
                    Rule::RecipeType,
                    format!(
                        "the readings of `{name}` differ in kind: {} and {}",
                        kind.as_str(),
                        other.as_str()
                    ),
                )
                .at(
                    alternatives.span,
                    "all readings of a step must give the same kind",
                ),
            );
        }
        shadows(name, alternatives.span, &scope, found);
        scope.add(name, kind);
    }
    for (target, recipe) in &scheme.equals {
        let kind = check_recipe(recipe, &scope, &mut used, found);
        text_result(kind, recipe, &format!("`{}`", target.value), found);
    }
    unused_steps(
        scheme.steps.iter().map(|(name, step)| (name, step.span)),
        &used,
        found,
    );
}

fn cipher_recipes(family: &Family, cipher: &Cipher, found: &mut Diagnostics) {
    let mut used = Vec::new();
    for (recipe, own) in [
        (&cipher.encrypt, ("plain", Kind::Bytes)),
        (&cipher.decrypt, ("sealed", Kind::Text)),
    ] {
        let Some(recipe) = recipe else { continue };
        let mut scope = scope_of(family);
        scope.add(own.0, Some(own.1));
        if own.0 == "plain" {
            for (name, _) in &cipher.random {
                scope.add(name, Some(Kind::Text));
            }
        }
        for (name, step) in &cipher.steps {
            let kind = check_recipe(step, &scope, &mut used, found);
            scope.add(name, kind);
        }
        let kind = check_recipe(recipe, &scope, &mut used, found);
        match kind {
            // Bytes are the UTF-8 of the plain text.
            Some(Kind::Bytes) if own.0 == "sealed" => {}
            kind => text_result(kind, recipe, "this value", found),
        }
    }
    if cipher.encrypt.is_none() && cipher.decrypt.is_none() {
        found.push(
            Diagnostic::new(
                Rule::SchemeIncomplete,
                format!("cipher `{}` neither encrypts nor decrypts", cipher.id),
            )
            .at(cipher.span, "needs `encrypt` or `decrypt`"),
        );
    }
    unused_steps(
        cipher.steps.iter().map(|(name, step)| (name, step.span)),
        &used,
        found,
    );
}

fn check_recipe(
    recipe: &Recipe,
    scope: &Scope,
    used: &mut Vec<String>,
    found: &mut Diagnostics,
) -> Option<Kind> {
    used.extend(recipe.mentioned().into_iter().map(str::to_owned));
    kind_of(recipe.tree.as_ref()?, scope, found)
}

fn text_result(kind: Option<Kind>, recipe: &Recipe, what: &str, found: &mut Diagnostics) {
    if let Some(kind) = kind
        && kind != Kind::Text
    {
        found.push(
            Diagnostic::new(
                Rule::RecipeType,
                format!(
                    "{what} travels as text, this recipe gives {}",
                    kind.as_str()
                ),
            )
            .at(recipe.span, format!("this is {}", kind.as_str()))
            .hint("write hex(…), hex_upper(…) or base64(…) around it"),
        );
    }
}

fn shadows(name: &str, span: Span, scope: &Scope, found: &mut Diagnostics) {
    if scope.knows(name) {
        found.push(
            Diagnostic::new(
                Rule::DuplicateDefinition,
                format!("the step `{name}` hides something of the same name"),
            )
            .at(
                span,
                "already a secret, a carried value, an earlier step or a part of the message",
            )
            .hint("choose another name"),
        );
    }
}

fn unused_steps<'a>(
    steps: impl Iterator<Item = (&'a String, Span)>,
    used: &[String],
    found: &mut Diagnostics,
) {
    for (name, span) in steps {
        if !used.contains(name) {
            found.push(
                Diagnostic::new(
                    Rule::RecipeUnusedStep,
                    format!("nothing uses the step `{name}`"),
                )
                .at(span, "never used")
                .hint("remove it, or use it in a later recipe"),
            );
        }
    }
}

/// The names recipes may give or compare: carried values, and what their templates pack.
fn signed_values(scheme: &Scheme) -> Vec<&str> {
    scheme
        .carries
        .iter()
        .flat_map(|carried| {
            if carried.template.is_some() {
                carried.packed()
            } else {
                vec![carried.name.as_str()]
            }
        })
        .collect()
}

fn scheme_names(scheme: &Scheme, found: &mut Diagnostics) {
    let values = signed_values(scheme);
    let mut known = |name: &Placed<String>, key: &str| {
        if !values.contains(&name.value.as_str()) {
            found.push(
                Diagnostic::new(
                    Rule::SchemeIncomplete,
                    format!("`{key}` names `{}`, which is not carried", name.value),
                )
                .at(name.span, "not under `carries`")
                .suggest(&name.value, values.iter().copied())
                .hint(format!("carried: {}", values.join(", "))),
            );
        }
    };
    for (target, _) in &scheme.equals {
        known(target, "equals");
    }
    for (target, _) in &scheme.chooses {
        known(target, "chooses");
    }
    if let Some((timestamp, _)) = &scheme.fresh {
        known(timestamp, "fresh");
    }
    if let Some(nonce) = &scheme.once {
        known(nonce, "once");
    }
    for name in scheme.refusals.missing.keys() {
        known(&Placed::new(name.clone(), scheme.span), "refuse.missing");
    }
    if scheme.equals.is_empty() {
        found.push(
            Diagnostic::new(
                Rule::SchemeIncomplete,
                format!("scheme `{}` compares nothing", scheme.id),
            )
            .at(scheme.span, "`equals` is empty"),
        );
    }
    if scheme.once.is_some() && scheme.fresh.is_none() {
        found.push(
            Diagnostic::new(
                Rule::SchemeIncomplete,
                format!("scheme `{}` refuses repeated values for ever", scheme.id),
            )
            .at(
                scheme.once.as_ref().map_or(scheme.span, |once| once.span),
                "`once` without `fresh`",
            )
            .hint("add `fresh`: seen values are kept as long as the window"),
        );
    }
}

/// Emitters try the readings of one step in turn; more steps would multiply.
fn alternatives(scheme: &Scheme, found: &mut Diagnostics) {
    let mut with_readings = scheme
        .steps
        .iter()
        .filter(|(_, step)| step.recipes.len() > 1);
    let first = with_readings.next();
    if let (Some((first, first_step)), Some((second, second_step))) = (first, with_readings.next())
    {
        found.push(
            Diagnostic::new(
                Rule::SchemeIncomplete,
                format!("both `{first}` and `{second}` have several readings"),
            )
            .at(second_step.span, "a second step with readings")
            .at(first_step.span, "the first")
            .hint("only one step of a scheme may have several readings"),
        );
    }
}
