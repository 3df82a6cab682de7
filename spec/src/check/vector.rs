//! Test vectors of schemes must verify, those of ciphers must decrypt.

use std::collections::BTreeMap;

use koo_runtime::message::Message;
use koo_runtime::secret::Secret;

use crate::catalogue::{CarriedIn, Cipher, CipherVector, Family, Scheme, Vector};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::interpret::cipher::{CipherFailure, CipherInterpreter};
use crate::interpret::scheme::{SchemeFailure, SchemeInterpreter};
use crate::recipe::{Function, Recipe};

pub(super) fn check(family: &Family, found: &mut Diagnostics) {
    for scheme in family.schemes.values().filter(|scheme| is_readable(scheme)) {
        for vector in &scheme.vectors {
            check_one(family, scheme, vector, found);
        }
    }
    for cipher in family.ciphers.values() {
        for vector in &cipher.vectors {
            check_cipher(cipher, vector, found);
        }
    }
}

fn check_cipher(cipher: &Cipher, vector: &CipherVector, found: &mut Diagnostics) {
    let secrets = vector
        .secrets
        .iter()
        .map(|(name, value)| (name.clone(), Secret::from(value.as_str())))
        .collect();
    let interpreter = CipherInterpreter::new(cipher, secrets);
    let mut report = |what: &str, outcome: Result<String, CipherFailure>, expected: &str| {
        let problem = match outcome {
            Ok(value) if value == expected => return,
            Ok(_) => format!("{what} gives another value"),
            Err(failure) => format!("{what}: {failure}"),
        };
        found.push(
            Diagnostic::new(
                Rule::VectorFails,
                format!("`{}` does not accept this vector: {problem}", cipher.id),
            )
            .at(vector.span, problem)
            .at(cipher.span, "the cipher")
            .hint("either the recipe is wrong, or the vector was copied wrong"),
        );
    };
    if cipher
        .decrypt
        .as_ref()
        .is_some_and(|recipe| recipe.tree.is_some())
    {
        report(
            "decryption",
            interpreter.decrypt(&vector.sealed),
            &vector.plain,
        );
    }
    let Some(encrypt) = cipher
        .encrypt
        .as_ref()
        .and_then(|recipe| recipe.tree.as_ref())
    else {
        return;
    };
    let draws = cipher.random.iter();
    if !draws
        .clone()
        .all(|(name, _)| vector.random.contains_key(name))
    {
        return;
    }
    let random = vector
        .random
        .iter()
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    let sealed = interpreter.encrypt(&vector.plain, &random);
    if encrypt.calls(Function::RsaOaepEncrypt) {
        // Encrypts to another text each time, of which only the way back can be tried.
        let returned = sealed.and_then(|sealed| interpreter.decrypt(&sealed));
        if cipher.decrypt.is_some() {
            report("encryption and decryption", returned, &vector.plain);
        }
    } else {
        report("encryption", sealed, &vector.sealed);
    }
}

/// Whether every recipe could be read; one that could not has been reported.
fn is_readable(scheme: &Scheme) -> bool {
    let steps = scheme.steps.iter().flat_map(|(_, step)| &step.recipes);
    let mut recipes = steps.chain(scheme.equals.iter().map(|(_, recipe)| recipe));
    recipes.all(|recipe: &Recipe| recipe.tree.is_some())
}

fn check_one(family: &Family, scheme: &Scheme, vector: &Vector, found: &mut Diagnostics) {
    let secrets: BTreeMap<String, Secret> = vector
        .secrets
        .iter()
        .map(|(name, value)| (name.clone(), Secret::from(value.as_str())))
        .collect();
    let (mut query, mut headers) = (vector.query.clone(), vector.headers.clone());
    for (name, value) in &vector.carries {
        let Some(carried) = scheme.carries.iter().find(|carried| &carried.name == name) else {
            let message = format!(
                "the vector has `{name}`, which `{}` does not carry",
                scheme.id
            );
            found.push(
                Diagnostic::new(Rule::VectorFails, message)
                    .at(value.span, "not under `carries` of the scheme")
                    .suggest(
                        name,
                        scheme.carries.iter().map(|carried| carried.name.as_str()),
                    ),
            );
            continue;
        };
        let pair = (carried.wire_name.clone(), value.value.clone());
        match carried.location {
            CarriedIn::Header => headers.push(pair),
            CarriedIn::Query => query.push(pair),
        }
    }
    let message = Message {
        method: &vector.method,
        path: &vector.path,
        query: &query,
        headers: &headers,
        body: vector.body.as_bytes(),
    };
    let names = family.secrets.keys().map(String::as_str);
    let verified = SchemeInterpreter::new(scheme, names, secrets).and_then(|interpreter| {
        steps(&interpreter, &message, vector, found)?;
        interpreter.verify(&message)
    });
    if let Err(failure) = verified {
        let span = vector
            .carries
            .values()
            .next()
            .map_or(vector.span, |carried| carried.span);
        found.push(
            Diagnostic::new(
                Rule::VectorFails,
                format!("`{}` does not accept this vector: {failure}", scheme.id),
            )
            .at(span, failure.to_string())
            .at(scheme.span, "the scheme")
            .hint("either the recipe is wrong, or the vector was copied wrong"),
        );
    }
}

fn steps(
    interpreter: &SchemeInterpreter<'_>,
    message: &Message<'_>,
    vector: &Vector,
    found: &mut Diagnostics,
) -> Result<(), SchemeFailure> {
    let given = interpreter.steps(message)?;
    for (name, expected) in &vector.steps {
        let Some((_, value)) = given.iter().find(|(step, _)| step == name) else {
            found.push(
                Diagnostic::new(
                    Rule::VectorFails,
                    format!("the scheme has no step `{name}`"),
                )
                .at(expected.span, "unknown step")
                .suggest(name, given.iter().map(|(step, _)| step.as_str())),
            );
            continue;
        };
        if *value != expected.value {
            found.push(
                Diagnostic::new(
                    Rule::VectorFails,
                    format!("the step `{name}` gives another value"),
                )
                .at(expected.span, format!("the recipe gives {value}")),
            );
        }
    }
    Ok(())
}
