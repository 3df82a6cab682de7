//! Keeps secrets out of explanations.

use std::collections::{BTreeMap, BTreeSet};

use koo_runtime::crypto::{hex, join};
use koo_runtime::secret::Secret;

use crate::recipe::evaluate::Datum;
use crate::recipe::{Expression, ExpressionKind, Function, Recipe};

/// Replaces secrets in values. What a keyed digest makes of a secret is no secret; everything that can be turned back
/// into one is.
pub(super) struct Mask<'a> {
    secrets: &'a BTreeMap<String, Secret>,
    /// Steps that hold a secret, in whatever form.
    holding: BTreeSet<String>,
}

impl<'a> Mask<'a> {
    pub(super) fn new(secrets: &'a BTreeMap<String, Secret>) -> Self {
        Self {
            secrets,
            holding: BTreeSet::new(),
        }
    }

    /// The value of a step as it may be shown. Steps must be given in their order.
    pub(super) fn step(&mut self, name: &str, recipe: &Recipe, value: &Datum) -> String {
        if recipe.tree.as_ref().is_some_and(|tree| self.holds(tree)) {
            self.holding.insert(name.to_owned());
        }
        match value {
            Datum::Text(text) => self.text(recipe, text),
            Datum::Bytes(bytes) => match std::str::from_utf8(bytes) {
                // A body is bytes that people read.
                Ok(text)
                    if !text.contains(|letter: char| {
                        letter.is_control() && !letter.is_whitespace()
                    }) =>
                {
                    self.text(recipe, text)
                }
                _ => self.text(recipe, &hex(bytes)),
            },
            Datum::Pairs(pairs) => self.text(recipe, &join(pairs, "=", "&")),
            Datum::Integer(number) => number.to_string(),
        }
    }

    /// The text that a recipe gave as it may be shown.
    pub(super) fn text(&self, recipe: &Recipe, text: &str) -> String {
        let masked = self.plain(text);
        let holds = recipe.tree.as_ref().is_some_and(|tree| self.holds(tree));
        // Turned into another form the secret cannot be found in the text, so nothing of it is shown.
        if holds && masked == text {
            return "‹hidden: it can be turned back into a secret›".to_owned();
        }
        masked
    }

    /// A text with every secret in it replaced by its name.
    pub(super) fn plain(&self, text: &str) -> String {
        let mut masked = text.to_owned();
        let mut secrets: Vec<_> = self.secrets.iter().collect();
        // The longest first: one secret may begin with another.
        secrets.sort_by_key(|(_, secret)| std::cmp::Reverse(secret.expose().len()));
        for (name, secret) in secrets {
            if !secret.expose().is_empty() {
                masked = masked.replace(secret.expose(), &format!("‹{name}›"));
            }
        }
        masked
    }

    /// Whether a secret could be read out of what an expression gives.
    fn holds(&self, expression: &Expression) -> bool {
        match &expression.kind {
            ExpressionKind::Name(name) => {
                self.secrets.contains_key(name) || self.holding.contains(name)
            }
            ExpressionKind::Text(_) | ExpressionKind::Integer(_) => false,
            ExpressionKind::Concat(parts) => parts.iter().any(|part| self.holds(part)),
            ExpressionKind::Call(function, arguments) => {
                !is_one_way(*function) && arguments.iter().any(|argument| self.holds(argument))
            }
        }
    }
}

fn is_one_way(function: Function) -> bool {
    matches!(
        function,
        Function::HmacSha256
            | Function::Sha256
            | Function::AesCbcEncrypt
            | Function::AesCbcDecrypt
            | Function::RsaOaepEncrypt
            | Function::RsaOaepDecrypt
    )
}
