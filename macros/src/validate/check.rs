//! From attributes to a model, or to everything that is wrong with them.

use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{Data, DeriveInput, Ident, Member, Path, WherePredicate, parse_quote};

use super::applicability;
use super::condition::{Condition, Literal, Operand, Value};
use super::model::{self, Field, Model, Place, ValueRule};
use super::syntax::{self, Entry, Rule};
use super::wording;
use crate::common::attributes::named;
use crate::common::crate_path::crate_path;
use crate::common::errors::Errors;
use crate::common::serde_names::ContainerNames;
use crate::common::shape::{Kind, Shape};
use crate::common::suggest;

/// A field as written.
struct Draft<'a> {
    member: Member,
    source: &'a syn::Field,
    shape: Shape<'a>,
    place: Place,
    entries: Vec<Entry>,
}

impl Draft<'_> {
    /// The name in Rust, or the number in a tuple.
    fn name(&self) -> String {
        match &self.member {
            Member::Named(name) => name.unraw().to_string(),
            Member::Unnamed(index) => index.index.to_string(),
        }
    }

    /// The name in reports.
    fn wire_name(&self) -> String {
        match &self.place {
            Place::Member(name) => name.clone(),
            Place::Element(_) | Place::Same => self.name(),
        }
    }
}

/// Checks the struct.
pub(super) fn check(input: &DeriveInput) -> syn::Result<Model> {
    let mut errors = Errors::new();
    let runtime = crate_path(&input.attrs, &mut errors);
    for attribute in named(&input.attrs, "validate") {
        errors.on(attribute, "`#[validate(…)]` goes on fields");
    }
    let drafts = drafts(input, &mut errors);
    let mut checker = Checker {
        input,
        runtime: &runtime,
        drafts: &drafts,
        bounds: Vec::new(),
        errors,
    };
    let fields = drafts
        .iter()
        .filter_map(|draft| checker.field(draft))
        .collect();
    let Checker { bounds, errors, .. } = checker;
    errors.finish(Model {
        runtime,
        name: input.ident.clone(),
        generics: input.generics.clone(),
        bounds,
        fields,
    })
}

fn drafts<'a>(input: &'a DeriveInput, errors: &mut Errors) -> Vec<Draft<'a>> {
    let fields = match &input.data {
        Data::Struct(data) => &data.fields,
        Data::Enum(data) => {
            errors.on(
                data.enum_token,
                "`Validate` is derived for structs; for an enum of texts derive `OpenEnum`, for any other write \
                 `impl Validate` by hand",
            );
            return Vec::new();
        }
        Data::Union(data) => {
            errors.on(
                data.union_token,
                "`Validate` is derived for structs, not for unions",
            );
            return Vec::new();
        }
    };
    let names = ContainerNames::read(&input.attrs);
    let alone = fields.len() == 1;
    fields
        .members()
        .zip(fields)
        .map(|(member, field)| Draft {
            place: place(&names, &member, field, alone),
            member,
            source: field,
            shape: Shape::of(&field.ty),
            entries: syntax::read(field, errors),
        })
        .collect()
}

/// Where serde puts the field.
fn place(names: &ContainerNames, member: &Member, field: &syn::Field, alone: bool) -> Place {
    if names.transparent {
        return Place::Same;
    }
    match (names.field(field), member) {
        (Some(name), _) if name.flatten => Place::Same,
        (Some(name), _) => Place::Member(name.name),
        // A newtype is written as what it holds.
        (None, Member::Unnamed(index)) if !alone => {
            Place::Element(usize::try_from(index.index).unwrap_or(usize::MAX))
        }
        (None, _) => Place::Same,
    }
}

struct Checker<'a> {
    input: &'a DeriveInput,
    runtime: &'a Path,
    drafts: &'a [Draft<'a>],
    bounds: Vec<WherePredicate>,
    errors: Errors,
}

impl<'a> Checker<'a> {
    /// The field's rules; `None` if it has none.
    fn field(&mut self, draft: &'a Draft<'a>) -> Option<Field> {
        applicability::check(&draft.entries, &draft.shape, &mut self.errors);
        let rules: Vec<_> = draft
            .entries
            .iter()
            .filter_map(|entry| self.rule(entry, draft))
            .collect();
        if rules.is_empty() {
            return None;
        }
        Some(Field {
            member: draft.member.clone(),
            span: match &draft.member {
                Member::Named(name) => name.span(),
                Member::Unnamed(_) => draft.source.ty.span(),
            },
            place: draft.place.clone(),
            rules,
        })
    }

    /// What the rule does; `None` if nothing, or if something is wrong with it.
    fn rule(&mut self, entry: &Entry, draft: &'a Draft<'a>) -> Option<model::Rule> {
        Some(match &entry.rule {
            Rule::Required => model::Rule::Required,
            Rule::RequiredIf(condition) => model::Rule::RequiredIf {
                wording: wording::of(condition, &|field| self.wire_name(field)),
                condition: self.condition(condition, draft)?,
            },
            Rule::Items(end, count) => model::Rule::Items(*end, *count),
            Rule::Each(inner) => {
                applicability::check_each(&entry.name, inner, &draft.shape, &mut self.errors);
                let item = match &draft.shape.kind {
                    Kind::Items(item) => item,
                    _ => &draft.shape,
                };
                model::Rule::Each(
                    inner
                        .iter()
                        .filter_map(|entry| self.value_rule(&entry.rule, item))
                        .collect(),
                )
            }
            Rule::Nested => {
                let runtime = self.runtime;
                self.bound(
                    applicability::innermost(&draft.shape),
                    &parse_quote!(#runtime::validate::Validate),
                );
                model::Rule::Nested
            }
            Rule::Skip => return None,
            value => model::Rule::Value(self.value_rule(value, &draft.shape)?),
        })
    }

    fn value_rule(&mut self, rule: &Rule, shape: &Shape<'_>) -> Option<ValueRule> {
        let (needed, rule) = match rule {
            Rule::Length(end, unit, count) => ("AsText", ValueRule::Length(*end, *unit, *count)),
            Rule::Value(end, bound) => ("Number", ValueRule::Bound(*end, *bound)),
            Rule::Decimal { precision, scale } => (
                "AsText",
                ValueRule::Decimal {
                    precision: *precision,
                    scale: *scale,
                },
            ),
            Rule::OneOf(texts) => ("AsText", ValueRule::OneOf(texts.clone())),
            Rule::Format(format) => ("AsText", ValueRule::Format(format.clone())),
            _ => return None,
        };
        let (runtime, needed) = (
            self.runtime,
            Ident::new(needed, proc_macro2::Span::call_site()),
        );
        self.bound(shape, &parse_quote!(#runtime::validate::#needed));
        Some(rule)
    }

    /// Asks that the type have the trait, if that depends on the type's parameters.
    fn bound(&mut self, shape: &Shape<'_>, needed: &Path) {
        let ty = shape.inner;
        let parameters = self
            .input
            .generics
            .type_params()
            .map(|parameter| &parameter.ident);
        // A type inside itself would have to have the trait in order to have it.
        let recursive = crate::common::shape::contains(ty.to_token_stream(), &self.input.ident);
        if !recursive && shape.mentions(parameters) {
            let bound: WherePredicate = parse_quote!(#ty: #needed);
            if !self.bounds.contains(&bound) {
                self.bounds.push(bound);
            }
        }
    }

    /// The name of `field` in reports.
    fn wire_name(&self, field: &Ident) -> String {
        let name = field.unraw().to_string();
        let draft = self.drafts.iter().find(|draft| draft.name() == name);
        draft.map_or(name, Draft::wire_name)
    }

    fn condition(&mut self, condition: &Condition, owner: &Draft<'_>) -> Option<model::Condition> {
        Some(match condition {
            Condition::Any(parts) => model::Condition::Any(self.conditions(parts, owner)?),
            Condition::All(parts) => model::Condition::All(self.conditions(parts, owner)?),
            Condition::Not(part) => model::Condition::Not(Box::new(self.condition(part, owner)?)),
            Condition::Group(inner) => self.condition(inner, owner)?,
            Condition::Present(field) => {
                model::Condition::Present(self.sibling(field, owner)?.member.clone())
            }
            Condition::In(field, literals) => {
                let sibling = self.compared(field, owner)?;
                for literal in literals {
                    self.comparable(field, sibling, literal);
                }
                model::Condition::In(
                    sibling.member.clone(),
                    literals.iter().map(Literal::model).collect(),
                )
            }
            Condition::Equal(left, right) => {
                let (left, right) = self.sides(left, right, owner)?;
                model::Condition::Equal(left, right)
            }
            Condition::Unequal(left, right) => {
                let (left, right) = self.sides(left, right, owner)?;
                model::Condition::Unequal(left, right)
            }
            Condition::Flag(field) => {
                let sibling = self.compared(field, owner)?;
                if let Some(noun) = sibling
                    .shape
                    .kind
                    .noun()
                    .filter(|_| !matches!(sibling.shape.kind, Kind::Bool))
                {
                    self.errors.at(
                        field.span(),
                        format_args!("`{field}` is {noun}; only a `bool` is a condition by itself"),
                    );
                }
                model::Condition::Equal(
                    model::Operand::Field(sibling.member.clone()),
                    model::Operand::Literal(model::Literal::Bool(true)),
                )
            }
        })
    }

    fn conditions(
        &mut self,
        parts: &[Condition],
        owner: &Draft<'_>,
    ) -> Option<Vec<model::Condition>> {
        // Every part, so that every mistake is reported.
        let parts: Vec<_> = parts
            .iter()
            .map(|part| self.condition(part, owner))
            .collect();
        parts.into_iter().collect()
    }

    fn sides(
        &mut self,
        left: &Operand,
        right: &Operand,
        owner: &Draft<'_>,
    ) -> Option<(model::Operand, model::Operand)> {
        match (left, right) {
            (Operand::Field(field), Operand::Literal(literal))
            | (Operand::Literal(literal), Operand::Field(field)) => {
                let sibling = self.compared(field, owner)?;
                self.comparable(field, sibling, literal);
            }
            (Operand::Literal(_), Operand::Literal(literal)) => {
                self.errors
                    .at(literal.span, "two literals are always or never equal");
            }
            (Operand::Field(left), Operand::Field(right)) => {
                if left == right {
                    self.errors.at(right.span(), "a field always equals itself");
                }
            }
        }
        Some((self.operand(left, owner)?, self.operand(right, owner)?))
    }

    fn operand(&mut self, operand: &Operand, owner: &Draft<'_>) -> Option<model::Operand> {
        Some(match operand {
            Operand::Field(field) => {
                model::Operand::Field(self.compared(field, owner)?.member.clone())
            }
            Operand::Literal(literal) => model::Operand::Literal(literal.model()),
        })
    }

    /// The sibling called `field`, of which a condition looks at the value.
    fn compared(&mut self, field: &Ident, owner: &Draft<'_>) -> Option<&'a Draft<'a>> {
        let sibling = self.sibling(field, owner)?;
        let runtime = self.runtime;
        self.bound(&sibling.shape, &parse_quote!(#runtime::validate::Operand));
        Some(sibling)
    }

    /// The sibling called `field`, other than the field that the condition is about.
    fn sibling(&mut self, field: &Ident, owner: &Draft<'_>) -> Option<&'a Draft<'a>> {
        let name = field.unraw().to_string();
        if name == owner.name() {
            self.errors.at(
                field.span(),
                format_args!("the condition under which `{name}` is required cannot depend on `{name}` itself"),
            );
            return None;
        }
        let drafts = self.drafts;
        let found = drafts.iter().find(|draft| draft.name() == name);
        if found.is_none() {
            let names: Vec<_> = drafts
                .iter()
                .map(Draft::name)
                .filter(|candidate| *candidate != owner.name())
                .collect();
            let names: Vec<_> = names.iter().map(String::as_str).collect();
            self.errors
                .at(field.span(), suggest::unknown("field", &name, &names));
        }
        found
    }

    /// Reports a comparison of different kinds, if they show.
    fn comparable(&mut self, field: &Ident, sibling: &Draft<'_>, literal: &Literal) {
        let kind = &sibling.shape.kind;
        let fits = match literal.value {
            Value::Text(_) => matches!(kind, Kind::Text),
            Value::Integer(_) => matches!(kind, Kind::Integer(_)),
            Value::Bool(_) => matches!(kind, Kind::Bool),
        };
        if let Some(noun) = kind.noun().filter(|_| !fits) {
            self.errors.at(
                literal.span,
                format_args!("`{field}` is {noun}, and this is {}", literal.value.noun()),
            );
        }
    }
}

impl Literal {
    fn model(&self) -> model::Literal {
        match &self.value {
            Value::Text(text) => model::Literal::Text(text.clone()),
            Value::Integer(number) => model::Literal::Integer(*number),
            Value::Bool(value) => model::Literal::Bool(*value),
        }
    }
}
