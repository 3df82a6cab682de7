//! Text → [`Expression`], with positions.

use syn::spanned::Spanned;
use syn::{BinOp, Expr, ExprBinary, ExprCall, Lit};

use super::{Expression, ExpressionKind, Function, Recipe};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::node::Node;
use crate::source::{SourceMap, Span};

/// Reads the recipe a text node holds; what cannot be read is reported.
pub fn parse(node: &Node, sources: &SourceMap, found: &mut Diagnostics) -> Recipe {
    let source = node.as_text().unwrap_or_default().to_owned();
    let place = Place::of(node, sources);
    if is_too_complex(&source) {
        found.push(
            Diagnostic::new(
                Rule::RecipeSyntax,
                "the recipe is too long or too deeply nested to be read",
            )
            .at(node.span, "too much for one recipe")
            .hint("break it into steps under `let`"),
        );
        return Recipe {
            source,
            span: node.span,
            tree: None,
        };
    }
    let tree = match syn::parse_str::<Expr>(&source) {
        Ok(parsed) => expression(&parsed, &place, found),
        Err(error) => {
            let diagnostic = match unbalanced(&source) {
                Some((at, what)) => {
                    let diagnostic = Diagnostic::new(Rule::RecipeSyntax, format!("the recipe cannot be read: {what}"))
                        .at(place.span(at..at + 1), "this one");
                    let cut = source.get(at..).is_some_and(|rest| rest.starts_with('('));
                    let hint = "inside {…} a comma ends the text: put a recipe with commas in quotes";
                    if cut { diagnostic.hint(hint) } else { diagnostic }
                }
                None => Diagnostic::new(Rule::RecipeSyntax, format!("the recipe cannot be read: {error}"))
                    .at(place.span(error.span().byte_range()), "here")
                    .hint("a recipe is made of names, \"text\", numbers, `+` and calls such as hex(sha256(body))"),
            };
            found.push(diagnostic);
            None
        }
    };
    Recipe {
        source,
        span: node.span,
        tree,
    }
}

/// Whether an expression is larger than any that people write. The parser calls itself for each level of nesting, so
/// that a hostile text could exhaust the stack.
pub(crate) fn is_too_complex(text: &str) -> bool {
    text.len() > 1_000
        || text
            .matches(['(', '[', '{', '<', '!', '-', '*', '&', '|', '='])
            .count()
            > 120
}

/// The first bracket or quotation mark without its counterpart: its byte, and what is wrong.
pub(crate) fn unbalanced(text: &str) -> Option<(usize, &'static str)> {
    let mut open = Vec::new();
    let mut letters = text.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => loop {
                match letters.next() {
                    Some((_, '\\')) => drop(letters.next()),
                    Some((_, '"')) => break,
                    Some(_) => {}
                    None => return Some((at, "a `\"` is not closed")),
                }
            },
            '(' => open.push(at),
            ')' if open.pop().is_none() => return Some((at, "a `)` closes nothing")),
            _ => {}
        }
    }
    open.first().map(|at| (*at, "a `(` is not closed"))
}

/// Translates positions inside the recipe's text into positions in the file.
pub(crate) struct Place {
    node: Span,
    /// Bytes of the file before the text starts: an opening quotation mark.
    offset: usize,
    /// Whether text and file agree byte for byte, so that parts can be shown.
    exact: bool,
}

impl Place {
    pub(crate) fn of(node: &Node, sources: &SourceMap) -> Self {
        let written = sources.text(node.span);
        let text = node.as_text().unwrap_or_default();
        let offset = usize::from(written.starts_with(['"', '\'']));
        let exact = written
            .get(offset..)
            .is_some_and(|rest| rest.starts_with(text));
        Self {
            node: node.span,
            offset,
            exact,
        }
    }

    /// The same place, for text whose positions do not agree with the file.
    pub(crate) fn without_detail(self) -> Self {
        Self {
            exact: false,
            ..self
        }
    }

    pub(crate) fn span(&self, range: std::ops::Range<usize>) -> Span {
        if self.exact {
            let end = range.end.max(range.start + 1);
            self.node.part(range.start + self.offset, end + self.offset)
        } else {
            self.node
        }
    }
}

fn expression(parsed: &Expr, place: &Place, found: &mut Diagnostics) -> Option<Expression> {
    let span = place.span(parsed.span().byte_range());
    let kind = match parsed {
        Expr::Paren(inner) => return expression(&inner.expr, place, found),
        Expr::Group(inner) => return expression(&inner.expr, place, found),
        Expr::Path(path) if path.path.get_ident().is_some() => ExpressionKind::Name(
            path.path
                .get_ident()
                .map(ToString::to_string)
                .unwrap_or_default(),
        ),
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => ExpressionKind::Text(text.value()),
            Lit::Int(number) => match number.base10_parse() {
                Ok(number) => ExpressionKind::Integer(number),
                Err(_) => return refuse(span, "this number is too large", found),
            },
            _ => {
                return refuse(
                    span,
                    "only \"text\" and whole numbers can be written out",
                    found,
                );
            }
        },
        Expr::Binary(binary) => return concat(binary, span, place, found),
        Expr::Call(call) => return function_call(call, span, place, found),
        _ => {
            return refuse(
                span,
                "recipes know names, \"text\", numbers, `+` and calls",
                found,
            );
        }
    };
    Some(Expression { kind, span })
}

fn concat(
    binary: &ExprBinary,
    span: Span,
    place: &Place,
    found: &mut Diagnostics,
) -> Option<Expression> {
    if !matches!(binary.op, BinOp::Add(_)) {
        let at = place.span(binary.op.span().byte_range());
        return refuse(
            at,
            "the only operator is `+`, which puts texts together",
            found,
        );
    }
    let left = expression(&binary.left, place, found);
    let right = expression(&binary.right, place, found);
    let (left, right) = (left?, right?);
    let mut parts = match left.kind {
        ExpressionKind::Concat(parts) => parts,
        _ => vec![left],
    };
    parts.push(right);
    Some(Expression {
        kind: ExpressionKind::Concat(parts),
        span,
    })
}

fn function_call(
    call: &ExprCall,
    span: Span,
    place: &Place,
    found: &mut Diagnostics,
) -> Option<Expression> {
    let at = place.span(call.func.span().byte_range());
    let name = match &*call.func {
        Expr::Path(path) => path.path.get_ident().map(ToString::to_string),
        _ => None,
    };
    let Some(name) = name else {
        return refuse(at, "only functions can be called", found);
    };
    let arguments: Vec<_> = call
        .args
        .iter()
        .map(|argument| expression(argument, place, found))
        .collect();
    let Some(function) = Function::find(&name) else {
        let names = Function::ALL.iter().map(|function| function.name());
        found.push(
            Diagnostic::new(
                Rule::RecipeUnknownFunction,
                format!("recipes have no function `{name}`"),
            )
            .at(at, "unknown function")
            .suggest(&name, names.clone())
            .hint(format!(
                "functions: {}",
                names.collect::<Vec<_>>().join(", ")
            )),
        );
        return None;
    };
    let arguments = arguments.into_iter().collect::<Option<Vec<_>>>()?;
    Some(Expression {
        kind: ExpressionKind::Call(function, arguments),
        span,
    })
}

fn refuse(span: Span, message: &str, found: &mut Diagnostics) -> Option<Expression> {
    found.push(Diagnostic::new(Rule::RecipeSyntax, message).at(span, "not a recipe"));
    None
}
