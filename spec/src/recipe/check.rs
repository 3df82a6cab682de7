//! The type check of recipes.

use std::collections::HashMap;

use super::{Expression, ExpressionKind, Function, Kind, Operand};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};

/// The names a recipe may use, with their kinds.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    names: HashMap<String, Option<Kind>>,
}

impl Scope {
    /// Adds a name; `None` for a step whose kind could not be found, so that one mistake is reported once.
    pub fn add(&mut self, name: impl Into<String>, kind: Option<Kind>) {
        self.names.insert(name.into(), kind);
    }

    /// Whether the name is known.
    pub fn knows(&self, name: &str) -> bool {
        self.names.contains_key(name)
    }

    fn sorted(&self) -> Vec<&str> {
        let mut names: Vec<_> = self.names.keys().map(String::as_str).collect();
        names.sort_unstable();
        names
    }
}

/// The kind of what an expression gives; mistakes are reported and give `None`.
pub fn kind_of(expression: &Expression, scope: &Scope, found: &mut Diagnostics) -> Option<Kind> {
    match &expression.kind {
        ExpressionKind::Text(_) => Some(Kind::Text),
        ExpressionKind::Integer(_) => Some(Kind::Integer),
        ExpressionKind::Name(name) => match scope.names.get(name) {
            Some(kind) => *kind,
            None => {
                found.push(
                    Diagnostic::new(Rule::RecipeUnknownName, format!("`{name}` is not defined for this recipe"))
                        .at(expression.span, "neither a secret, a carried value, an earlier step nor a part of the message")
                        .suggest(name, scope.sorted())
                        .hint(format!("known here: {}", scope.sorted().join(", "))),
                );
                None
            }
        },
        ExpressionKind::Concat(parts) => {
            for part in parts {
                match kind_of(part, scope, found) {
                    Some(Kind::Text) | None => {}
                    Some(kind) => found.push(
                        Diagnostic::new(
                            Rule::RecipeType,
                            format!("`+` puts texts together, this is {}", kind.as_str()),
                        )
                        .at(part.span, format!("this is {}", kind.as_str()))
                        .hint(advice(kind)),
                    ),
                }
            }
            Some(Kind::Text)
        }
        ExpressionKind::Call(function, arguments) => {
            let parameters = function.parameters();
            if parameters.len() != arguments.len() {
                found.push(
                    Diagnostic::new(
                        Rule::RecipeType,
                        format!(
                            "`{}` takes {} argument{}, this call has {}",
                            function.name(),
                            parameters.len(),
                            if parameters.len() == 1 { "" } else { "s" },
                            arguments.len()
                        ),
                    )
                    .at(expression.span, "wrong number of arguments")
                    .hint(format!("write {}", function.signature())),
                );
            }
            let mut kinds = arguments
                .iter()
                .map(|argument| (argument, kind_of(argument, scope, found)));
            let mut mistakes = Vec::new();
            for (name, operand) in parameters {
                let Some((argument, kind)) = kinds.next() else {
                    break;
                };
                if let Some(kind) = kind
                    && !operand.accepts(kind)
                {
                    mistakes.push(
                        Diagnostic::new(
                            Rule::RecipeType,
                            format!(
                                "`{name}` of `{}` must be {}, this is {}",
                                function.name(),
                                operand.as_str(),
                                kind.as_str()
                            ),
                        )
                        .at(argument.span, format!("this is {}", kind.as_str()))
                        .hint(match operand {
                            Operand::Exactly(Kind::Integer) => "write the number without quotes",
                            Operand::Exactly(Kind::Pairs) => {
                                "pairs are `query`, `headers`, and what sort_params(…) and json_params(…) give"
                            }
                            _ => advice(kind),
                        }),
                    );
                }
            }
            drop(kinds);
            if let (Function::Sha1PrngKey, Some(bits)) = (function, arguments.get(1))
                && let ExpressionKind::Integer(number) = bits.kind
                && ![128, 192, 256].contains(&number)
            {
                mistakes.push(
                    Diagnostic::new(
                        Rule::RecipeType,
                        format!("AES has no keys of {number} bits"),
                    )
                    .at(bits.span, "not a size of a key")
                    .hint("write 128, 192 or 256"),
                );
            }
            mistakes.into_iter().for_each(|mistake| found.push(mistake));
            Some(function.result())
        }
    }
}

fn advice(kind: Kind) -> &'static str {
    match kind {
        Kind::Bytes => "make text of bytes with hex(…), hex_upper(…), base64(…) or text(…)",
        Kind::Text => {
            "text becomes bytes through a digest such as sha256(…), or through base64_decode(…)"
        }
        Kind::Pairs => "write pairs out with join(pairs, \"=\", \"&\")",
        Kind::Integer => "a number can only be a count or a size",
    }
}
