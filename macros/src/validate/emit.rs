//! Writes the model as Rust.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Member, Path};

use super::model::{Condition, Field, Literal, Model, Operand, Place, Rule, ValueRule};
use super::syntax::{End, Format, Unit};

/// The implementation of `Validate`.
pub(super) fn emit(model: &Model) -> TokenStream {
    let Model {
        runtime,
        name,
        generics,
        bounds,
        fields,
    } = model;
    let validate = quote!(#runtime::validate);
    let mut generics = generics.clone();
    if !bounds.is_empty() {
        generics
            .make_where_clause()
            .predicates
            .extend(bounds.iter().cloned());
    }
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let checks = fields.iter().flat_map(|field| field_checks(field, runtime));
    let (at, found) = if fields.is_empty() {
        (quote!(_at), quote!(_found))
    } else {
        (quote!(at), quote!(found))
    };
    quote! {
        #[automatically_derived]
        impl #parameters #validate::Validate for #name #arguments #bounds {
            fn violations(
                &self,
                #at: &#validate::Path<'_>,
                #found: &mut #validate::Violations,
            ) {
                #(#checks)*
            }
        }
    }
}

fn field_checks(field: &Field, runtime: &Path) -> Vec<TokenStream> {
    let value = read(&field.member, field.span);
    let place = match &field.place {
        Place::Member(name) => quote!(at.field(#name)),
        Place::Element(index) => quote!(at.index(#index)),
        Place::Same => quote!(*at),
    };
    field
        .rules
        .iter()
        .map(|rule| rule_check(rule, &value, &place, field, runtime))
        .collect()
}

fn rule_check(
    rule: &Rule,
    value: &TokenStream,
    place: &TokenStream,
    field: &Field,
    runtime: &Path,
) -> TokenStream {
    let rules = quote!(#runtime::validate::rules);
    match rule {
        Rule::Required => quote!(#rules::required(#value, #place, found);),
        Rule::RequiredIf { condition, wording } => {
            // The trait that `present(field)` falls back to on what is no `Option`.
            let fallback = condition
                .asks_presence()
                .then(|| quote!(use #runtime::validate::__private::AlwaysPresent as _;));
            let condition = condition_tokens(condition, runtime);
            let condition = match fallback {
                Some(fallback) => quote!({ #fallback #condition }),
                None => condition,
            };
            quote!(#rules::required_if(#value, || #condition, #wording, #place, found);)
        }
        Rule::Items(end, count) => {
            let function = end_of(*end, "min_items", "max_items");
            quote!(#rules::#function(#value, #count, #place, found);)
        }
        Rule::Value(rule) => value_check(rule, value, place, runtime),
        Rule::Each(inner) => {
            let checks = inner
                .iter()
                .map(|rule| value_check(rule, &quote!(item), &quote!(at), runtime));
            quote!(#rules::each(#value, #place, found, |item, at, found| { #(#checks)* });)
        }
        Rule::Nested => {
            let at = match field.place {
                Place::Same => quote!(at),
                Place::Member(_) | Place::Element(_) => quote!(&#place),
            };
            quote!(#runtime::validate::Validate::violations(#value, #at, found);)
        }
    }
}

fn value_check(
    rule: &ValueRule,
    value: &TokenStream,
    place: &TokenStream,
    runtime: &Path,
) -> TokenStream {
    let rules = quote!(#runtime::validate::rules);
    match rule {
        ValueRule::Length(end, unit, count) => {
            let function = end_of(*end, "min_length", "max_length");
            let unit = Ident::new(
                match unit {
                    Unit::Characters => "Characters",
                    Unit::Bytes => "Bytes",
                    Unit::Utf16 => "Utf16",
                },
                Span::call_site(),
            );
            quote!(#rules::#function(#value, #count, #runtime::validate::LengthUnit::#unit, #place, found);)
        }
        ValueRule::Bound(end, bound) => {
            let function = end_of(*end, "minimum", "maximum");
            quote!(#rules::#function(#value, #bound, #place, found);)
        }
        ValueRule::Decimal { precision, scale } => {
            quote!(#rules::decimal(#value, #precision, #scale, #place, found);)
        }
        ValueRule::OneOf(texts) => quote!(#rules::one_of(#value, &[#(#texts),*], #place, found);),
        ValueRule::Format(format) => {
            let format = format_tokens(format);
            quote!(#rules::format(#value, #runtime::validate::Format::#format, #place, found);)
        }
    }
}

fn format_tokens(format: &Format) -> TokenStream {
    let optional = |count: Option<usize>| {
        count.map_or_else(
            || quote!(::core::option::Option::None),
            |count| quote!(::core::option::Option::Some(#count)),
        )
    };
    match format {
        Format::Plain(variant) => {
            let variant = Ident::new(variant, Span::call_site());
            quote!(#variant)
        }
        Format::Timestamp(layouts) => quote!(Timestamp(&[#(#layouts),*])),
        Format::CommaList {
            max_items,
            max_chars_each,
        } => {
            let (max_items, max_chars_each) = (optional(*max_items), optional(*max_chars_each));
            quote!(CommaList { max_items: #max_items, max_chars_each: #max_chars_each })
        }
    }
}

fn condition_tokens(condition: &Condition, runtime: &Path) -> TokenStream {
    let grouped = |part: &Condition| {
        let tokens = condition_tokens(part, runtime);
        match part {
            Condition::Present(_) | Condition::In(..) | Condition::Not(_) => tokens,
            _ => quote!((#tokens)),
        }
    };
    let joined = |parts: &[Condition], operator: &TokenStream| {
        let mut parts = parts.iter().map(grouped);
        let first = parts.next();
        quote!(#first #(#operator #parts)*)
    };
    match condition {
        Condition::Any(parts) => joined(parts, &quote!(||)),
        Condition::All(parts) => joined(parts, &quote!(&&)),
        Condition::Not(part) => {
            let part = grouped(part);
            quote!(!#part)
        }
        Condition::Present(member) => {
            let value = read(member, span_of(member));
            quote!(#runtime::validate::__private::Probe(#value).is_present())
        }
        Condition::In(member, literals) => {
            let value = operand_of(member, runtime);
            let literals = literals.iter().map(literal_tokens);
            quote!(::core::matches!(#value, ::core::option::Option::Some(#(#literals)|*)))
        }
        Condition::Equal(left, right) => {
            let (left, right) = (
                operand_tokens(left, runtime),
                operand_tokens(right, runtime),
            );
            quote!(#left == #right)
        }
        Condition::Unequal(left, right) => {
            let (left, right) = (
                operand_tokens(left, runtime),
                operand_tokens(right, runtime),
            );
            quote!(#left != #right)
        }
    }
}

fn operand_tokens(operand: &Operand, runtime: &Path) -> TokenStream {
    match operand {
        Operand::Field(member) => operand_of(member, runtime),
        Operand::Literal(literal) => {
            let literal = literal_tokens(literal);
            quote!(::core::option::Option::Some(#literal))
        }
    }
}

fn operand_of(member: &Member, runtime: &Path) -> TokenStream {
    let value = read(member, span_of(member));
    quote!(#runtime::validate::Operand::operand(#value))
}

fn literal_tokens(literal: &Literal) -> TokenStream {
    match literal {
        Literal::Text(text) => quote!(#text),
        Literal::Integer(number) => quote!(#number),
        Literal::Bool(value) => quote!(#value),
    }
}

/// `&self.member`, at the place in the source where the compiler shall complain about the member's type.
fn read(member: &Member, span: Span) -> TokenStream {
    // The place of the member, but the names of the expansion, and none of the lints on what people write.
    let span = span.resolved_at(Span::call_site());
    quote_spanned!(span=> &self.#member)
}

fn span_of(member: &Member) -> Span {
    match member {
        Member::Named(name) => name.span(),
        Member::Unnamed(index) => index.span,
    }
}

fn end_of(end: End, least: &str, most: &str) -> Ident {
    let name = match end {
        End::Least => least,
        End::Most => most,
    };
    Ident::new(name, Span::call_site())
}
