//! What `#[validate(…)]` on a field says.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::parse::{ParseBuffer, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Field, LitInt, LitStr, Token};

use super::condition::Condition;
use crate::common::attributes::{each_entry, entries, in_parentheses, named};
use crate::common::errors::Errors;
use crate::common::suggest;

/// One rule as written: `max_chars = 64`.
pub(super) struct Entry {
    /// Its name, for messages.
    pub(super) name: Ident,
    pub(super) rule: Rule,
}

/// A rule of any kind.
pub(super) enum Rule {
    Required,
    RequiredIf(Condition),
    Length(End, Unit, usize),
    Items(End, usize),
    Value(End, i128),
    Decimal { precision: u32, scale: u32 },
    OneOf(Vec<LitStr>),
    Format(Format),
    Nested,
    Each(Vec<Entry>),
    Skip,
}

/// Which end of what is allowed.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum End {
    Least,
    Most,
}

/// What the length of a text is counted in.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Unit {
    Characters,
    Bytes,
    Utf16,
}

impl Unit {
    pub(super) const fn noun(self) -> &'static str {
        match self {
            Self::Characters => "characters",
            Self::Bytes => "bytes",
            Self::Utf16 => "UTF-16 units",
        }
    }
}

/// The form of a text.
#[derive(Clone)]
pub(super) enum Format {
    /// A form without parameters: the name of its variant in koo-runtime.
    Plain(&'static str),
    Timestamp(Vec<LitStr>),
    CommaList {
        max_items: Option<usize>,
        max_chars_each: Option<usize>,
    },
}

/// The name of every rule.
const RULES: [&str; 18] = [
    "required",
    "required_if",
    "min_chars",
    "max_chars",
    "min_bytes",
    "max_bytes",
    "min_utf16",
    "max_utf16",
    "min_items",
    "max_items",
    "minimum",
    "maximum",
    "decimal",
    "one_of",
    "format",
    "nested",
    "each",
    "skip",
];

/// Forms without parameters, and the names of their variants.
const PLAIN_FORMATS: [(&str, &str); 7] = [
    ("url", "Url"),
    ("uuid", "Uuid"),
    ("hex", "Hex"),
    ("base64", "Base64"),
    ("epoch_millis", "EpochMillis"),
    ("json", "Json"),
    ("url_encoded_base64_json", "UrlEncodedBase64Json"),
];

/// Reads every rule on `field`.
pub(super) fn read(field: &Field, errors: &mut Errors) -> Vec<Entry> {
    let mut found = Vec::new();
    for attribute in named(&field.attrs, "validate") {
        each_entry(attribute, errors, |name, input, errors| {
            read_entry(name, input, &mut found, errors)
        });
    }
    found
}

fn read_entry(
    name: &Ident,
    input: ParseStream<'_>,
    found: &mut Vec<Entry>,
    errors: &mut Errors,
) -> syn::Result<()> {
    let rule = read_rule(name, input, errors)?;
    if found.iter().any(|entry| entry.name == *name) {
        return Err(syn::Error::new(
            name.span(),
            format_args!("`{name}` is given twice"),
        ));
    }
    found.push(Entry {
        name: name.clone(),
        rule,
    });
    Ok(())
}

fn read_rule(name: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Rule> {
    Ok(match name.to_string().as_str() {
        "required" => Rule::Required,
        "required_if" => Rule::RequiredIf(condition(input)?),
        "min_chars" => Rule::Length(End::Least, Unit::Characters, count(input)?),
        "max_chars" => Rule::Length(End::Most, Unit::Characters, count(input)?),
        "min_bytes" => Rule::Length(End::Least, Unit::Bytes, count(input)?),
        "max_bytes" => Rule::Length(End::Most, Unit::Bytes, count(input)?),
        "min_utf16" => Rule::Length(End::Least, Unit::Utf16, count(input)?),
        "max_utf16" => Rule::Length(End::Most, Unit::Utf16, count(input)?),
        "min_items" => Rule::Items(End::Least, count(input)?),
        "max_items" => Rule::Items(End::Most, count(input)?),
        "minimum" => Rule::Value(End::Least, value(input)?),
        "maximum" => Rule::Value(End::Most, value(input)?),
        "decimal" => in_parentheses(input, decimal)?,
        "one_of" => Rule::OneOf(in_parentheses(input, |texts| self::texts(name, texts))?),
        "format" => {
            input.parse::<Token![=]>()?;
            Rule::Format(format(input)?)
        }
        "nested" => Rule::Nested,
        "each" => {
            let mut inner = Vec::new();
            in_parentheses(input, |input| {
                entries(input, errors, &mut |name, input, errors| {
                    read_entry(name, input, &mut inner, errors)
                });
                Ok(())
            })?;
            Rule::Each(inner)
        }
        "skip" => Rule::Skip,
        unknown => {
            return Err(syn::Error::new(
                name.span(),
                suggest::unknown("rule", unknown, &RULES),
            ));
        }
    })
}

/// `= "condition"` or `(condition)`.
fn condition(input: ParseStream<'_>) -> syn::Result<Condition> {
    if input.peek(syn::token::Paren) {
        return in_parentheses(input, Condition::read);
    }
    input.parse::<Token![=]>()?;
    let text: LitStr = input.parse()?;
    if text.value().parse::<TokenStream>().is_err() {
        return Err(on(
            &text,
            "in the condition: quotes or brackets do not match",
        ));
    }
    // Inside a literal there are no places to point at, so the message says more.
    text.parse_with(Condition::read)
        .map_err(|error| syn::Error::new(text.span(), format_args!("in the condition: {error}")))
}

/// `= 64`.
fn count(input: ParseStream<'_>) -> syn::Result<usize> {
    input.parse::<Token![=]>()?;
    let number: LitInt = input.parse()?;
    number
        .base10_parse()
        .map_err(|_| on(&number, "expected a number of at least 0"))
}

/// `= -1`.
fn value(input: ParseStream<'_>) -> syn::Result<i128> {
    input.parse::<Token![=]>()?;
    let number: LitInt = input.parse()?;
    number.base10_parse()
}

fn decimal(input: ParseStream<'_>) -> syn::Result<Rule> {
    let precision: LitInt = input.parse()?;
    input.parse::<Token![,]>()?;
    let scale: LitInt = input.parse()?;
    let (digits, after_point): (u32, u32) = (precision.base10_parse()?, scale.base10_parse()?);
    if digits == 0 {
        return Err(on(&precision, "a number has at least one digit"));
    }
    if after_point > digits {
        return Err(on(
            &scale,
            format_args!(
                "{after_point} digits after the point are more than {digits} digits in all"
            ),
        ));
    }
    Ok(Rule::Decimal {
        precision: digits,
        scale: after_point,
    })
}

/// Texts separated by commas: at least one, none twice.
fn texts(name: &Ident, input: ParseStream<'_>) -> syn::Result<Vec<LitStr>> {
    let texts = Punctuated::<LitStr, Token![,]>::parse_terminated_with(input, ParseBuffer::parse)?;
    if texts.is_empty() {
        return Err(syn::Error::new(
            name.span(),
            format_args!("`{name}` needs at least one text"),
        ));
    }
    let mut found: Vec<LitStr> = Vec::new();
    for text in texts {
        if found.iter().any(|other| other.value() == text.value()) {
            return Err(on(&text, format_args!("`{}` is given twice", text.value())));
        }
        found.push(text);
    }
    Ok(found)
}

fn format(input: ParseStream<'_>) -> syn::Result<Format> {
    let name: Ident = input.parse()?;
    let written = name.to_string();
    if let Some((_, variant)) = PLAIN_FORMATS.iter().find(|(plain, _)| *plain == written) {
        return Ok(Format::Plain(variant));
    }
    match written.as_str() {
        "timestamp" => {
            if !input.peek(syn::token::Paren) {
                return Err(on(
                    &name,
                    "`timestamp` needs layouts: `timestamp(\"yyyyMMddHHmmss\")`",
                ));
            }
            let layouts = in_parentheses(input, |input| texts(&name, input))?;
            match layouts
                .iter()
                .find(|layout| !layout_is_known(&layout.value()))
            {
                Some(wrong) => Err(on(
                    wrong,
                    "a layout is made of `yyyy`, `MM`, `dd`, `HH`, `mm`, `ss` and `SSS`, of characters that are no \
                     letters, of `T` and `Z`, and of anything between single quotes",
                )),
                None => Ok(Format::Timestamp(layouts)),
            }
        }
        "comma_list" if input.peek(syn::token::Paren) => in_parentheses(input, comma_list),
        "comma_list" => Ok(Format::CommaList {
            max_items: None,
            max_chars_each: None,
        }),
        unknown => {
            let mut known: Vec<_> = PLAIN_FORMATS.iter().map(|(name, _)| *name).collect();
            known.extend(["timestamp", "comma_list"]);
            Err(on(&name, suggest::unknown("format", unknown, &known)))
        }
    }
}

fn comma_list(input: ParseStream<'_>) -> syn::Result<Format> {
    let (mut max_items, mut max_chars_each) = (None, None);
    for limit in Punctuated::<(Ident, usize), Token![,]>::parse_terminated_with(input, |input| {
        Ok((input.parse::<Ident>()?, count(input)?))
    })? {
        let (name, count) = limit;
        let slot = match name.to_string().as_str() {
            "max_items" => &mut max_items,
            "max_chars_each" => &mut max_chars_each,
            unknown => {
                let message = suggest::unknown("limit", unknown, &["max_items", "max_chars_each"]);
                return Err(on(&name, message));
            }
        };
        if slot.replace(count).is_some() {
            return Err(on(&name, format_args!("`{name}` is given twice")));
        }
    }
    Ok(Format::CommaList {
        max_items,
        max_chars_each,
    })
}

/// Whether koo-runtime knows the layout; it decides again when it matches a text, and a test holds both together.
pub(super) fn layout_is_known(layout: &str) -> bool {
    let mut rest = layout;
    let mut parts = 0;
    while let Some(first) = rest.chars().next() {
        if first == '\'' {
            let Some((_, after)) = rest
                .strip_prefix('\'')
                .and_then(|rest| rest.split_once('\''))
            else {
                return false;
            };
            rest = after;
            continue;
        }
        let (run, after) = rest.split_at(rest.find(|letter| letter != first).unwrap_or(rest.len()));
        rest = after;
        if matches!(run, "yyyy" | "MM" | "dd" | "HH" | "mm" | "ss" | "SSS") {
            parts += 1;
        } else if first.is_alphabetic() && !matches!(first, 'T' | 'Z') {
            return false;
        }
    }
    parts > 0
}

fn on(tokens: impl ToTokens, message: impl std::fmt::Display) -> syn::Error {
    syn::Error::new_spanned(tokens, message)
}
