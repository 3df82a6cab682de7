//! The conditions of `required_if`: a small part of Rust's expressions.
//!
//! ```text
//! any        = all { "||" all }
//! all        = term { "&&" term }
//! term       = "!" term | "(" any ")" | "present" "(" field ")" | "in" "(" field "," "[" literal { "," literal } "]" ")"
//!            | operand [ ( "==" | "!=" ) operand ]
//! operand    = field | text | integer | "true" | "false"
//! ```

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::{Lit, LitStr, Token};

use crate::common::attributes::in_parentheses;

/// A condition as written.
pub(super) enum Condition {
    Any(Vec<Condition>),
    All(Vec<Condition>),
    Not(Box<Condition>),
    /// A condition in parentheses: kept apart, since `!` before a comparison needs them.
    Group(Box<Condition>),
    Present(Ident),
    In(Ident, Vec<Literal>),
    Equal(Operand, Operand),
    Unequal(Operand, Operand),
    /// A field of type `bool`, or an option of that, that must be true.
    Flag(Ident),
}

/// One side of a comparison.
pub(super) enum Operand {
    Field(Ident),
    Literal(Literal),
}

/// A literal, and where it is.
pub(super) struct Literal {
    pub(super) value: Value,
    pub(super) span: Span,
}

/// The value of a literal.
pub(super) enum Value {
    Text(LitStr),
    Integer(i128),
    Bool(bool),
}

impl Value {
    pub(super) const fn noun(&self) -> &'static str {
        match self {
            Self::Text(_) => "a text",
            Self::Integer(_) => "an integer",
            Self::Bool(_) => "a `bool`",
        }
    }
}

/// What can be said, for messages.
const GRAMMAR: &str = "a condition is made of `==`, `!=`, `&&`, `||`, `!`, parentheses, `present(field)`, \
                       `in(field, [\"A\", \"B\"])`, fields, and literals";

impl Condition {
    /// Reads a condition that is all of `input`.
    pub(super) fn read(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.is_empty() {
            return Err(syn::Error::new(
                input.span(),
                format_args!("the condition is empty; {GRAMMAR}"),
            ));
        }
        let condition = Self::any(input)?;
        if input.is_empty() {
            return Ok(condition);
        }
        Err(if input.peek(Token![=]) && !input.peek(Token![==]) {
            input.error("`=` assigns; compare with `==`")
        } else if input.peek(Token![.]) {
            input
                .error("a condition sees only the fields of the struct itself, not what is in them")
        } else {
            input.error(format_args!("expected an operator; {GRAMMAR}"))
        })
    }

    fn any(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut parts = vec![Self::all(input)?];
        while input.peek(Token![||]) {
            input.parse::<Token![||]>()?;
            parts.push(Self::all(input)?);
        }
        Ok(one_or(parts, Self::Any))
    }

    fn all(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut parts = vec![Self::term(input)?];
        while input.peek(Token![&&]) {
            input.parse::<Token![&&]>()?;
            parts.push(Self::term(input)?);
        }
        Ok(one_or(parts, Self::All))
    }

    fn term(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Token![!]) {
            let not: Token![!] = input.parse()?;
            let term = Self::term(input)?;
            // To Rust `!a == b` is `(!a) == b`. Nobody means that.
            if matches!(term, Self::Equal(..) | Self::Unequal(..)) {
                return Err(syn::Error::new(
                    not.span,
                    "`!` before a comparison needs parentheses: `!(a == b)`, or `a != b`",
                ));
            }
            return Ok(Self::Not(Box::new(term)));
        }
        if input.peek(syn::token::Paren) {
            let inner = in_parentheses(input, Self::any)?;
            return Ok(Self::Group(Box::new(inner)));
        }
        if input.peek(Ident::peek_any) && input.peek2(syn::token::Paren) {
            return Self::function(input);
        }
        let left = Operand::read(input)?;
        if input.peek(Token![==]) {
            input.parse::<Token![==]>()?;
            return Ok(Self::Equal(left, Operand::read(input)?));
        }
        if input.peek(Token![!=]) {
            input.parse::<Token![!=]>()?;
            return Ok(Self::Unequal(left, Operand::read(input)?));
        }
        match left {
            Operand::Field(field) => Ok(Self::Flag(field)),
            Operand::Literal(literal) => Err(syn::Error::new(
                literal.span,
                "a literal alone is no condition",
            )),
        }
    }

    fn function(input: ParseStream<'_>) -> syn::Result<Self> {
        let name = input.call(Ident::parse_any)?;
        match name.to_string().as_str() {
            "present" => in_parentheses(input, field).map(Self::Present),
            "in" => in_parentheses(input, |input| {
                let field = field(input)?;
                input.parse::<Token![,]>()?;
                let content;
                syn::bracketed!(content in input);
                let literals = Punctuated::<Literal, Token![,]>::parse_terminated_with(
                    &content,
                    Literal::read,
                )?;
                input.parse::<Option<Token![,]>>()?;
                if literals.is_empty() {
                    return Err(syn::Error::new(
                        name.span(),
                        "`in` needs at least one literal",
                    ));
                }
                Ok(Self::In(field, literals.into_iter().collect()))
            }),
            unknown => Err(syn::Error::new(
                name.span(),
                format_args!(
                    "there is no function `{unknown}`; there are `present(field)` and `in(field, [\"A\"])`"
                ),
            )),
        }
    }
}

/// The only part, or all of them together.
fn one_or(
    mut parts: Vec<Condition>,
    together: impl FnOnce(Vec<Condition>) -> Condition,
) -> Condition {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        last => {
            parts.extend(last);
            together(parts)
        }
    }
}

fn field(input: ParseStream<'_>) -> syn::Result<Ident> {
    // Any word: a field may be called `r#type`, in a condition also `type`.
    if input.peek(Ident::peek_any) {
        input.call(Ident::parse_any)
    } else {
        Err(input.error("expected the name of a field"))
    }
}

impl Operand {
    fn read(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Lit) || input.peek(Token![-]) {
            Literal::read(input).map(Self::Literal)
        } else if input.peek(Ident::peek_any) {
            input.call(Ident::parse_any).map(Self::Field)
        } else {
            Err(input.error("expected a field or a literal"))
        }
    }
}

impl Literal {
    fn read(input: ParseStream<'_>) -> syn::Result<Self> {
        let literal: Lit = input.parse()?;
        let span = literal.span();
        let value = match literal {
            Lit::Str(text) => Value::Text(text),
            Lit::Int(number) => Value::Integer(number.base10_parse()?),
            Lit::Bool(value) => Value::Bool(value.value),
            _ => {
                return Err(syn::Error::new(
                    span,
                    "the literals of a condition are texts, integers, `true` and `false`",
                ));
            }
        };
        Ok(Self { value, span })
    }
}
