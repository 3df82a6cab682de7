//! Conditions over sibling parameters, such as `status == "FREEZE" && present(orderId)`.

use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{BinOp, Expr, ExprCall, Lit, UnOp};

use crate::catalogue::{Condition, Placed};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::node::Node;
use crate::recipe::{Place, is_too_complex, unbalanced};
use crate::source::{SourceMap, Span};

const HINT: &str = "write name == \"value\", name != \"value\", present(name), one_of(name, \"a\", \"b\"), joined with && || !";

/// Reads the condition a text node holds; what cannot be read is reported.
pub(super) fn parse(
    node: &Node,
    sources: &SourceMap,
    found: &mut Diagnostics,
) -> Option<Placed<Condition>> {
    let place = Place::of(node, sources);
    let written = node.as_text()?;
    if is_too_complex(written) {
        found.push(
            Diagnostic::new(
                Rule::ConditionSyntax,
                "the condition is too long or too deeply nested to be read",
            )
            .at(node.span, "too much for one condition")
            .hint("say it in words under `condition`"),
        );
        return None;
    }
    let (raw, place) = match with_raw_keywords(written) {
        Some(raw) => (raw, place.without_detail()),
        None => (written.to_owned(), place),
    };
    let parsed = match syn::parse_str::<Expr>(&raw) {
        Ok(parsed) => parsed,
        Err(error) => {
            let (at, what) = match unbalanced(written) {
                Some((at, what)) => (at..at + 1, what.to_owned()),
                None => (error.span().byte_range(), error.to_string()),
            };
            found.push(
                Diagnostic::new(
                    Rule::ConditionSyntax,
                    format!("the condition cannot be read: {what}"),
                )
                .at(place.span(at), "here")
                .hint(HINT),
            );
            return None;
        }
    };
    condition(&parsed, &place, found).map(|condition| Placed::new(condition, node.span))
}

/// The text with names that are keywords of the expression syntax, such as `type`, marked as names; `None` if there are
/// none. Positions move, so that a mistake is then shown at the whole condition.
fn with_raw_keywords(written: &str) -> Option<String> {
    let mut raw = String::new();
    let mut changed = false;
    let mut rest = written;
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '"' => rest
                .get(1..)
                .and_then(|inside| inside.find('"'))
                .map_or(rest.len(), |at| at + 2),
            first if first.is_alphanumeric() || first == '_' => rest
                .find(|other: char| !other.is_alphanumeric() && other != '_')
                .unwrap_or(rest.len()),
            other => other.len_utf8(),
        };
        let (word, after) = rest.split_at(end);
        let is_word = first.is_alphabetic() || first == '_';
        if is_word
            && !matches!(word, "true" | "false")
            && syn::parse_str::<syn::Ident>(word).is_err()
        {
            raw.push_str("r#");
            changed = true;
        }
        raw.push_str(word);
        rest = after;
    }
    changed.then_some(raw)
}

fn condition(parsed: &Expr, place: &Place, found: &mut Diagnostics) -> Option<Condition> {
    let span = place.span(parsed.span().byte_range());
    match parsed {
        Expr::Paren(inner) => condition(&inner.expr, place, found),
        Expr::Unary(unary) if matches!(unary.op, UnOp::Not(_)) => Some(Condition::Not(Box::new(
            condition(&unary.expr, place, found)?,
        ))),
        Expr::Binary(binary) => match binary.op {
            BinOp::And(_) | BinOp::Or(_) => {
                let left = condition(&binary.left, place, found);
                let right = condition(&binary.right, place, found);
                let parts = vec![left?, right?];
                Some(if matches!(binary.op, BinOp::And(_)) {
                    Condition::All(parts)
                } else {
                    Condition::Any(parts)
                })
            }
            BinOp::Eq(_) | BinOp::Ne(_) => {
                let name = name(&binary.left, place, found)?;
                let value = value(&binary.right, place, found)?;
                let equal = Condition::OneOf(name, vec![value]);
                Some(if matches!(binary.op, BinOp::Eq(_)) {
                    equal
                } else {
                    Condition::Not(Box::new(equal))
                })
            }
            _ => refuse(span, found),
        },
        Expr::Call(call) => function(call, span, place, found),
        Expr::Assign(assign) => {
            let at = place.span(assign.eq_token.span().byte_range());
            found.push(
                Diagnostic::new(Rule::ConditionSyntax, "`=` does not compare")
                    .at(at, "write `==`")
                    .hint(HINT),
            );
            None
        }
        _ => refuse(span, found),
    }
}

fn function(
    call: &ExprCall,
    span: Span,
    place: &Place,
    found: &mut Diagnostics,
) -> Option<Condition> {
    let called = match &*call.func {
        Expr::Path(path) => path.path.get_ident().map(ToString::to_string),
        _ => None,
    };
    let mut arguments = call.args.iter();
    match (called.as_deref(), arguments.next()) {
        (Some("present"), Some(operand)) if call.args.len() == 1 => {
            Some(Condition::Present(name(operand, place, found)?))
        }
        (Some("one_of"), Some(operand)) if call.args.len() > 1 => {
            let operand = name(operand, place, found)?;
            let values = arguments
                .map(|argument| value(argument, place, found))
                .collect::<Option<Vec<_>>>()?;
            Some(Condition::OneOf(operand, values))
        }
        (Some(other), _) if !["present", "one_of"].contains(&other) => {
            found.push(
                Diagnostic::new(
                    Rule::ConditionSyntax,
                    format!("conditions have no function `{other}`"),
                )
                .at(span, "unknown function")
                .suggest(other, ["present", "one_of"])
                .hint(HINT),
            );
            None
        }
        _ => refuse(span, found),
    }
}

fn name(operand: &Expr, place: &Place, found: &mut Diagnostics) -> Option<Placed<String>> {
    let span = place.span(operand.span().byte_range());
    match operand {
        Expr::Path(path) if path.path.get_ident().is_some() => path
            .path
            .get_ident()
            .map(|name| Placed::new(name.unraw().to_string(), span)),
        _ => {
            refuse(span, found);
            None
        }
    }
}

fn value(operand: &Expr, place: &Place, found: &mut Diagnostics) -> Option<Placed<String>> {
    let span = place.span(operand.span().byte_range());
    let text = match operand {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(text.value()),
            Lit::Int(number) => Some(number.base10_digits().to_owned()),
            Lit::Bool(truth) => Some(truth.value.to_string()),
            _ => None,
        },
        _ => None,
    };
    if text.is_none() {
        found.push(
            Diagnostic::new(
                Rule::ConditionSyntax,
                "a condition compares with a text, a whole number or true or false",
            )
            .at(span, "not a value; text stands in double quotes")
            .hint(HINT),
        );
    }
    text.map(|text| Placed::new(text, span))
}

fn refuse(span: Span, found: &mut Diagnostics) -> Option<Condition> {
    found.push(
        Diagnostic::new(Rule::ConditionSyntax, "this cannot stand in a condition")
            .at(span, "not a condition")
            .hint(HINT),
    );
    None
}
