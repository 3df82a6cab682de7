//! Recipes → Rust expressions that call the runtime's functions.

use std::collections::{BTreeSet, HashMap};

use koo_spec::recipe::{Expression, ExpressionKind, Function, Kind, MESSAGE_PARTS};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::names;

/// What a variable of the generated code holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Variable {
    /// Text, bytes, pairs.
    pub(super) kind: Kind,
    /// Whether the variable owns its value, so that it is passed by reference.
    pub(super) owned: bool,
    /// Whether it is copied where it is passed.
    pub(super) copied: bool,
}

/// Variables in scope, by the names recipes use.
pub(super) type Scope = HashMap<String, Variable>;

/// An expression of generated code.
pub(super) struct Rendered {
    pub(super) tokens: TokenStream,
    pub(super) kind: Kind,
    /// Whether it gives an owned value.
    pub(super) owned: bool,
    /// Whether it is copied where it is passed.
    pub(super) copied: bool,
    /// Whether it is a variable, which must not be moved.
    variable: bool,
    /// What to call it when it becomes a variable; empty for what never does.
    noun: &'static str,
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
    /// Arguments that were taken out of calls too long for a line, as statements.
    taken_out: Vec<TokenStream>,
    /// How many columns an expression may have; without a limit nothing is taken out.
    columns: Option<usize>,
    names: BTreeSet<String>,
}

impl Renderer {
    /// A renderer for code in which the message is the variable `message`.
    pub(super) fn on_message() -> Self {
        Self {
            on_message: true,
            ..Self::default()
        }
    }

    /// Renders an expression in at most so many columns, if it can be: the statements it needs before it, and itself.
    pub(super) fn render_within(
        &mut self,
        columns: usize,
        expression: &Expression,
        scope: &Scope,
    ) -> (Vec<TokenStream>, Rendered) {
        self.columns = Some(columns);
        let rendered = self.render(expression, scope);
        self.columns = None;
        (std::mem::take(&mut self.taken_out), rendered)
    }

    /// Arguments as they are, or, if together they are too long for a line, those that are calls as variables.
    fn fit(&mut self, used: usize, arguments: Vec<Rendered>) -> Vec<Rendered> {
        let width: usize = arguments
            .iter()
            .map(|argument| columns(&argument.tokens) + 2)
            .sum();
        if self
            .columns
            .is_none_or(|available| used + width <= available)
        {
            return arguments;
        }
        arguments
            .into_iter()
            .map(|argument| self.take_out(argument))
            .collect()
    }

    fn take_out(&mut self, argument: Rendered) -> Rendered {
        if argument.variable || argument.noun.is_empty() {
            return argument;
        }
        let (ident, tokens) = (self.new_name(argument.noun), &argument.tokens);
        self.taken_out.push(quote! { let #ident = #tokens; });
        Rendered {
            tokens: quote!(#ident),
            variable: true,
            ..argument
        }
    }

    /// A name for a variable that no other has.
    fn new_name(&mut self, noun: &str) -> Ident {
        let mut name = noun.to_owned();
        for number in 2.. {
            if self.names.insert(name.clone()) {
                break;
            }
            name = format!("{noun}_{number}");
        }
        format_ident!("{name}")
    }

    /// Renders an expression that the type check has passed.
    pub(super) fn render(&mut self, expression: &Expression, scope: &Scope) -> Rendered {
        match &expression.kind {
            ExpressionKind::Name(name) => {
                let ident = names::variable(name);
                let variable = scope.get(name).copied().unwrap_or(Variable {
                    kind: Kind::Text,
                    owned: false,
                    copied: false,
                });
                let is_part = MESSAGE_PARTS.iter().any(|(part, _)| part == name);
                let tokens = if self.on_message && is_part {
                    quote!(message.#ident)
                } else {
                    quote!(#ident)
                };
                Rendered {
                    tokens,
                    kind: variable.kind,
                    owned: variable.owned,
                    copied: variable.copied,
                    variable: true,
                    noun: "",
                }
            }
            ExpressionKind::Text(text) => Rendered {
                tokens: quote!(#text),
                kind: Kind::Text,
                owned: false,
                copied: false,
                variable: false,
                noun: "",
            },
            ExpressionKind::Integer(number) => {
                let number = Literal::i64_unsuffixed(*number);
                Rendered {
                    tokens: quote!(#number),
                    kind: Kind::Integer,
                    owned: false,
                    copied: false,
                    variable: false,
                    noun: "",
                }
            }
            ExpressionKind::Concat(parts) => {
                let parts = parts.iter().map(|part| self.render(part, scope)).collect();
                let parts: Vec<_> = self
                    .fit("concat(&[])".len(), parts)
                    .into_iter()
                    .map(Rendered::by_reference)
                    .collect();
                self.functions.insert("concat");
                let width: usize = parts.iter().map(|part| columns(part) + 2).sum();
                let tokens = if self
                    .columns
                    .is_some_and(|available| "concat(&[])".len() + width > available)
                {
                    // Too much for one line even so: the parts stand below each other.
                    let name = self.new_name("parts");
                    self.taken_out.push(quote! { let #name = [#(#parts),*]; });
                    quote!(concat(&#name))
                } else {
                    quote!(concat(&[#(#parts),*]))
                };
                Rendered {
                    tokens,
                    kind: Kind::Text,
                    owned: true,
                    copied: false,
                    variable: false,
                    noun: "joined",
                }
            }
            ExpressionKind::Call(function, arguments) => self.call(*function, arguments, scope),
        }
    }

    fn call(&mut self, function: Function, arguments: &[Expression], scope: &Scope) -> Rendered {
        let arguments: Vec<Rendered> = arguments
            .iter()
            .map(|argument| self.render(argument, scope))
            .collect();
        let (name, passing) = match function {
            Function::Lower | Function::Upper => {
                let method = format_ident!(
                    "{}",
                    if function == Function::Lower {
                        "to_ascii_lowercase"
                    } else {
                        "to_ascii_uppercase"
                    }
                );
                let text = arguments.first().map(|argument| argument.tokens.clone());
                return Rendered {
                    tokens: quote!(#text.#method()),
                    kind: Kind::Text,
                    owned: true,
                    copied: false,
                    variable: false,
                    noun: "text",
                };
            }
            Function::Text => ("utf8", Passing::Owned),
            Function::CanonicalJson | Function::JsonParams => (function.name(), Passing::Slice),
            Function::SortParams
            | Function::Value
            | Function::Without
            | Function::Join
            | Function::First
            | Function::Skip
            | Function::CanonicalPath
            | Function::CanonicalQuery
            | Function::CanonicalHeaders
            | Function::Names
            | Function::RsaOaepDecrypt
            | Function::RsaOaepEncrypt => (function.name(), Passing::Reference),
            _ => (function.name(), Passing::Generic),
        };
        self.functions.insert(name);
        let arguments = self.fit(name.len() + 3, arguments);
        let ident = format_ident!("{name}");
        let is_rsa = matches!(
            function,
            Function::RsaOaepDecrypt | Function::RsaOaepEncrypt
        );
        let arguments = arguments.into_iter().enumerate().map(|(index, argument)| {
            // Key and digest are text, what stands between them is bytes.
            let passing = if is_rsa && index == 1 {
                Passing::Slice
            } else {
                passing
            };
            argument.pass(passing)
        });
        let call = quote!(#ident(#(#arguments),*));
        let fails = matches!(
            function,
            Function::Base64Decode
                | Function::Text
                | Function::UrlDecode
                | Function::Value
                | Function::CanonicalHeaders
                | Function::CanonicalJson
                | Function::JsonParams
                | Function::AesCbcEncrypt
                | Function::AesCbcDecrypt
                | Function::RsaOaepDecrypt
                | Function::RsaOaepEncrypt
        );
        self.fallible |= fails;
        let tokens = if fails { quote!(#call?) } else { call };
        // Digests are arrays.
        let copied = matches!(function, Function::HmacSha256 | Function::Sha256);
        Rendered {
            tokens,
            kind: function.result(),
            owned: true,
            copied,
            variable: false,
            noun: noun(function),
        }
    }
}

/// Columns of an expression as the formatter writes it on one line.
fn columns(tokens: &TokenStream) -> usize {
    let text = tokens.to_string();
    text.chars()
        .filter(|character| !character.is_whitespace())
        .count()
        + text.matches(',').count()
}

/// What the result of a function is called.
const fn noun(function: Function) -> &'static str {
    match function {
        Function::HmacSha256 => "mac",
        Function::Sha256 => "digest",
        Function::SortParams | Function::Without | Function::JsonParams => "params",
        Function::CanonicalJson => "canonical",
        Function::Sha1PrngKey => "key",
        Function::AesCbcEncrypt | Function::RsaOaepEncrypt => "encrypted",
        Function::AesCbcDecrypt | Function::RsaOaepDecrypt => "decrypted",
        _ => "text",
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
            Passing::Generic if self.owned && self.variable && !self.copied => self.by_reference(),
            Passing::Slice if self.kind == Kind::Text => {
                let tokens = self.tokens;
                quote!(#tokens.as_bytes())
            }
            Passing::Slice | Passing::Reference => self.by_reference(),
            Passing::Owned if self.variable && self.owned && !self.copied => {
                let tokens = self.tokens;
                quote!(#tokens.clone())
            }
            Passing::Generic | Passing::Owned => self.tokens,
        }
    }
}
