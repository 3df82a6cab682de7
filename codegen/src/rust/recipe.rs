//! Recipes → Rust expressions that call the runtime's functions.

use std::collections::{BTreeSet, HashMap};

use koo_spec::recipe::{Expression, ExpressionKind, Function, Kind, MESSAGE_PARTS};
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::names;

/// What a variable of the generated code holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Variable {
    /// Text, bytes, pairs.
    pub(super) kind: Kind,
    /// Whether the variable owns its value, so that it is passed by reference.
    pub(super) owned: bool,
}

/// Variables in scope, by the names recipes use.
pub(super) type Scope = HashMap<String, Variable>;

/// An expression of generated code.
pub(super) struct Rendered {
    pub(super) tokens: TokenStream,
    pub(super) kind: Kind,
    /// Whether it gives an owned value.
    pub(super) owned: bool,
    /// Whether it is a variable, which must not be moved.
    variable: bool,
}

/// Renders expressions and remembers which functions of the runtime they call.
#[derive(Default)]
pub(super) struct Renderer {
    /// Functions to import.
    pub(super) functions: BTreeSet<&'static str>,
    /// Whether anything rendered can fail, so that `?` stands in it.
    pub(super) fallible: bool,
    /// Whether parts of the message are fields of a variable `message`, not variables themselves.
    on_message: bool,
}

impl Renderer {
    /// A renderer for code in which the message is the variable `message`.
    pub(super) fn on_message() -> Self {
        Self { on_message: true, ..Self::default() }
    }

    /// Renders an expression that the type check has passed.
    pub(super) fn render(&mut self, expression: &Expression, scope: &Scope) -> Rendered {
        match &expression.kind {
            ExpressionKind::Name(name) => {
                let ident = names::variable(name);
                let variable = scope.get(name).copied().unwrap_or(Variable { kind: Kind::Text, owned: false });
                let is_part = MESSAGE_PARTS.iter().any(|(part, _)| part == name);
                let tokens = if self.on_message && is_part { quote!(message.#ident) } else { quote!(#ident) };
                Rendered { tokens, kind: variable.kind, owned: variable.owned, variable: true }
            }
            ExpressionKind::Text(text) => {
                Rendered { tokens: quote!(#text), kind: Kind::Text, owned: false, variable: false }
            }
            ExpressionKind::Integer(number) => {
                let number = Literal::i64_unsuffixed(*number);
                Rendered { tokens: quote!(#number), kind: Kind::Integer, owned: false, variable: false }
            }
            ExpressionKind::Concat(parts) => {
                let parts: Vec<_> = parts.iter().map(|part| self.render(part, scope).by_reference()).collect();
                self.functions.insert("concat");
                Rendered { tokens: quote!(concat(&[#(#parts),*])), kind: Kind::Text, owned: true, variable: false }
            }
            ExpressionKind::Call(function, arguments) => self.call(*function, arguments, scope),
        }
    }

    fn call(&mut self, function: Function, arguments: &[Expression], scope: &Scope) -> Rendered {
        let arguments: Vec<Rendered> = arguments.iter().map(|argument| self.render(argument, scope)).collect();
        let (name, passing) = match function {
            Function::Lower | Function::Upper => {
                let method = format_ident!("{}", if function == Function::Lower { "to_ascii_lowercase" } else { "to_ascii_uppercase" });
                let text = arguments.first().map(|argument| argument.tokens.clone());
                return Rendered { tokens: quote!(#text.#method()), kind: Kind::Text, owned: true, variable: false };
            }
            Function::Text => ("utf8", Passing::Owned),
            Function::CanonicalJson | Function::JsonParams => (function.name(), Passing::Slice),
            Function::SortParams
            | Function::Value
            | Function::Without
            | Function::Join
            | Function::First
            | Function::Skip => {
                (function.name(), Passing::Reference)
            }
            _ => (function.name(), Passing::Generic),
        };
        self.functions.insert(name);
        let ident = format_ident!("{name}");
        let arguments = arguments.into_iter().map(|argument| argument.pass(passing));
        let call = quote!(#ident(#(#arguments),*));
        let fails = matches!(
            function,
            Function::Base64Decode
                | Function::Text
                | Function::UrlDecode
                | Function::Value
                | Function::CanonicalJson
                | Function::JsonParams
                | Function::AesCbcEncrypt
                | Function::AesCbcDecrypt
        );
        self.fallible |= fails;
        let tokens = if fails { quote!(#call?) } else { call };
        let owned = !matches!(function, Function::First | Function::Skip | Function::Value);
        Rendered { tokens, kind: function.result(), owned, variable: false }
    }
}

/// How a function of the runtime takes its arguments.
#[derive(Clone, Copy, PartialEq)]
enum Passing {
    /// Anything that can be seen as bytes or text.
    Generic,
    /// `&[u8]`.
    Slice,
    /// `&str` or `&[…]`.
    Reference,
    /// Something that becomes a `Vec<u8>`.
    Owned,
}

impl Rendered {
    /// As `&str`, `&[u8]` or `&[(String, String)]`.
    pub(super) fn by_reference(self) -> TokenStream {
        let tokens = self.tokens;
        if self.owned { quote!(&#tokens) } else { tokens }
    }

    fn pass(self, passing: Passing) -> TokenStream {
        if self.kind == Kind::Integer {
            return self.tokens;
        }
        match passing {
            Passing::Generic if self.owned && self.variable => self.by_reference(),
            Passing::Generic => self.tokens,
            Passing::Slice if self.kind == Kind::Text => {
                let tokens = self.tokens;
                quote!(#tokens.as_bytes())
            }
            Passing::Slice | Passing::Reference => self.by_reference(),
            Passing::Owned if self.variable && self.owned => {
                let tokens = self.tokens;
                quote!(#tokens.clone())
            }
            Passing::Owned => self.tokens,
        }
    }
}
