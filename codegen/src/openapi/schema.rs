//! Parameters as schemas of OpenAPI 3.0.

use std::collections::HashSet;

use indexmap::IndexMap;
use koo_spec::catalogue::{
    Family, Format, LengthUnit, ListedValue, Parameter, Placed, Presence, Type, TypeDefinition,
    TypeShape,
};
use koo_spec::interpret::payload::describe;
use openapiv3::{
    AdditionalProperties, AnySchema, ArrayType, BooleanType, IntegerFormat, IntegerType,
    NumberType, ObjectType, ReferenceOr, Schema, SchemaData, SchemaKind, StringFormat, StringType,
    Type as Kind, VariantOrUnknownOrEmpty,
};
use serde_json::{Map, Value, json};

use crate::message::typed;
use crate::{pattern, words};

/// Digits an `i64` surely holds.
const SAFE_DIGITS: u32 = 18;

/// Values that tell calls at one address apart.
pub(super) type Select = IndexMap<String, Placed<String>>;

/// Schemas of one family.
pub(super) struct Schemas<'a> {
    pub(super) family: &'a Family,
}

impl Schemas<'_> {
    /// The components of the family's object types.
    pub(super) fn types(&self) -> IndexMap<String, ReferenceOr<Schema>> {
        let mut types: Vec<_> = self.family.types.values().collect();
        types.sort_by(|left, right| left.name.cmp(&right.name));
        types
            .into_iter()
            .filter_map(|definition| {
                let schema = self.definition(definition)?;
                Some((component(&definition.name), ReferenceOr::Item(schema)))
            })
            .collect()
    }

    fn definition(&self, definition: &TypeDefinition) -> Option<Schema> {
        let TypeShape::Object(fields) = &definition.shape else {
            return None;
        };
        let mut schema = self.object(&fields.iter().collect::<Vec<_>>(), &Select::new());
        schema.schema_data.description = Some(words::sentence(&definition.doc.en));
        Some(schema)
    }

    /// An object with these members, some of which must have the one value that selects the call.
    pub(super) fn object(&self, fields: &[&Parameter], select: &Select) -> Schema {
        let mut seen = HashSet::new();
        let members: Vec<_> = fields
            .iter()
            .filter(|field| seen.insert(&field.name))
            .collect();
        let properties = members.iter().map(|field| {
            let schema = match select.get(&field.name) {
                Some(value) => ReferenceOr::boxed_item(self.selector(field, &value.value)),
                None => self.property(field),
            };
            (field.name.clone(), schema)
        });
        let required = members
            .iter()
            .filter(|field| {
                field.presence == Presence::Mandatory || select.contains_key(&field.name)
            })
            .map(|field| field.name.clone());
        item(SchemaKind::Type(Kind::Object(ObjectType {
            properties: properties.collect(),
            required: required.collect(),
            ..ObjectType::default()
        })))
    }

    /// A member of an object.
    fn property(&self, parameter: &Parameter) -> ReferenceOr<Box<Schema>> {
        ReferenceOr::boxed_item(self.parameter(parameter))
    }

    /// A parameter with all that is known of it.
    pub(super) fn parameter(&self, parameter: &Parameter) -> Schema {
        let mut schema = match self.value(parameter, &parameter.r#type.value) {
            ReferenceOr::Item(schema) => schema,
            // Nothing may stand beside a reference in OpenAPI 3.0, and `nullable` means nothing without a type.
            reference @ ReferenceOr::Reference { .. } => item(SchemaKind::Any(AnySchema {
                typ: parameter.nullable.then(|| "object".to_owned()),
                all_of: vec![reference],
                ..AnySchema::default()
            })),
        };
        let data = &mut schema.schema_data;
        data.description = Some(self.description(parameter));
        data.nullable = parameter.nullable;
        data.deprecated = parameter.deprecated.is_some();
        data.example.clone_from(&parameter.example);
        data.default = self.default(parameter);
        data.extensions.extend(self.extensions(parameter));
        schema
    }

    /// A parameter whose value selects the call: the one place with a closed list of values, of one.
    fn selector(&self, parameter: &Parameter, value: &str) -> Schema {
        let kind = match typed(parameter, value) {
            Value::Number(number) if number.is_i64() => Kind::Integer(IntegerType {
                enumeration: vec![number.as_i64()],
                ..IntegerType::default()
            }),
            Value::Bool(truth) => Kind::Boolean(BooleanType {
                enumeration: vec![Some(truth)],
            }),
            _ => Kind::String(StringType {
                enumeration: vec![Some(value.to_owned())],
                ..StringType::default()
            }),
        };
        let mut schema = item(SchemaKind::Type(kind));
        schema.schema_data.description = Some(self.description(parameter));
        schema
    }

    fn value(&self, parameter: &Parameter, r#type: &Type) -> ReferenceOr<Schema> {
        let limits = &parameter.limits;
        let kind = match r#type {
            Type::List(inner) => Kind::Array(ArrayType {
                items: Some(boxed(self.value(parameter, inner))),
                min_items: limits.min_items.map(to_usize),
                max_items: limits.max_items.number().map(to_usize),
                unique_items: false,
            }),
            Type::Map(inner) => Kind::Object(ObjectType {
                additional_properties: Some(AdditionalProperties::Schema(Box::new(
                    self.value(parameter, inner),
                ))),
                min_properties: limits.min_items.map(to_usize),
                max_properties: limits.max_items.number().map(to_usize),
                ..ObjectType::default()
            }),
            Type::Object(fields) => {
                return ReferenceOr::Item(
                    self.object(&fields.iter().collect::<Vec<_>>(), &Select::new()),
                );
            }
            Type::Named(name) if self.family.fields_of(r#type).is_some() => {
                return ReferenceOr::ref_(&format!("#/components/schemas/{}", component(name)));
            }
            Type::Any => return ReferenceOr::Item(item(SchemaKind::Any(AnySchema::default()))),
            Type::Boolean => Kind::Boolean(BooleanType::default()),
            Type::Integer => Kind::Integer(integer(parameter)),
            Type::Decimal { precision, scale } => {
                Kind::Number(decimal(parameter, *precision, *scale))
            }
            Type::Binary => Kind::String(StringType {
                format: VariantOrUnknownOrEmpty::Item(StringFormat::Binary),
                ..StringType::default()
            }),
            Type::String | Type::Enumeration | Type::Named(_) | Type::ResultCode => {
                Kind::String(text(parameter))
            }
        };
        let mut schema = item(SchemaKind::Type(kind));
        if matches!(
            r#type,
            Type::String | Type::Enumeration | Type::Named(_) | Type::ResultCode | Type::Integer
        ) {
            let values = self.listed(parameter);
            if !values.is_empty() {
                // A closed list would make generated code refuse what a later edition adds.
                schema
                    .schema_data
                    .extensions
                    .insert("x-extensible-enum".to_owned(), values.into());
            }
        }
        ReferenceOr::Item(schema)
    }

    /// The listed values, for a result code those of the family.
    fn listed(&self, parameter: &Parameter) -> Vec<Value> {
        let is_number = matches!(parameter.r#type.value.innermost(), Type::Integer);
        let value = |text: &str| match text.parse::<i64>() {
            Ok(number) if is_number => number.into(),
            _ => text.into(),
        };
        if matches!(parameter.r#type.value.innermost(), Type::ResultCode) {
            return self.family.codes.keys().map(|code| value(code)).collect();
        }
        let values = self.family.values_of(parameter).iter();
        values.map(|listed| value(&listed.value)).collect()
    }

    /// Meaning, condition, values and what OpenAPI has no word for.
    pub(super) fn description(&self, parameter: &Parameter) -> String {
        let mut parts = vec![words::sentence(&parameter.doc.en)];
        if let Presence::Conditional { when, words } = &parameter.presence {
            parts.push(match (when, words) {
                (_, Some(words)) => words::sentence(&format!("Required: {}", words.en)),
                (Some(when), None) => format!("Required when `{}`.", describe(&when.value)),
                (None, None) => "Required under a condition.".to_owned(),
            });
        }
        if let Some(deprecated) = &parameter.deprecated {
            parts.push(words::sentence(&format!("Deprecated: {}", deprecated.en)));
        }
        let limits = &parameter.limits;
        if let (Some(max), Some(advisory)) = (limits.max_length.number(), &limits.advisory) {
            parts.push(format!(
                "A limit of {max} {} is printed but not enforced, see the erratum `{}`.",
                limits.unit.as_str(),
                advisory.value
            ));
        } else if let (Some(max), true) = (
            limits.max_length.number(),
            limits.unit != LengthUnit::Characters,
        ) {
            parts.push(format!(
                "The limit of {max} counts {}.",
                limits.unit.as_str()
            ));
        }
        if let Some(held) = &parameter.holds {
            parts.push(format!(
                "The text is JSON of the type `{}`.",
                held.value.expression()
            ));
        }
        if let Some(cipher) = &parameter.encrypted {
            parts.push(format!("Encrypted under `{}`.", cipher.value));
        }
        if let (Some(format), true) = (&parameter.format, self.default(parameter).is_none()) {
            parts.push(words::sentence(&format!("Form: {}", words::format(format))));
        }
        if let Some(default) = &parameter.default {
            parts.push(format!("`{}` if absent.", default.value));
        }
        let values = self.family.values_of(parameter);
        if values.iter().any(|value| !value.doc.en.is_empty()) {
            parts.push(values.iter().map(listed).collect::<Vec<_>>().join("\n"));
        }
        for (site, difference) in &parameter.differences {
            let said = words::difference(parameter, difference);
            if !said.is_empty() {
                parts.push(words::sentence(&format!("On {site}: {said}")));
            }
        }
        parts.join("\n\n")
    }

    /// What an absent parameter means, in the parameter's own kind and only if the schema allows it.
    fn default(&self, parameter: &Parameter) -> Option<Value> {
        let text = &parameter.default.as_ref()?.value;
        if parameter.format.is_some() {
            return None;
        }
        match &parameter.r#type.value {
            Type::Integer => text.parse::<i64>().ok().map(Value::from),
            Type::Decimal { .. } => serde_json::from_str(text).ok().filter(Value::is_number),
            Type::Boolean => text.parse::<bool>().ok().map(Value::from),
            Type::String | Type::Enumeration | Type::ResultCode => Some(text.clone().into()),
            Type::Named(_) if self.family.fields_of(&parameter.r#type.value).is_none() => {
                Some(text.clone().into())
            }
            _ => None,
        }
    }

    fn extensions(&self, parameter: &Parameter) -> Vec<(String, Value)> {
        let mut extensions = Vec::new();
        if let Type::Decimal { precision, scale } = parameter.r#type.value.innermost() {
            let digits = json!({ "precision": precision, "scale": scale });
            extensions.push(("x-koo-decimal".to_owned(), digits));
        }
        if let Presence::Conditional {
            when: Some(when), ..
        } = &parameter.presence
        {
            let condition = describe(&when.value).into();
            extensions.push(("x-koo-required-when".to_owned(), condition));
        }
        if let Some(Type::Named(name)) = parameter
            .holds
            .as_ref()
            .map(|held| held.value.innermost())
            .filter(|held| self.family.fields_of(held).is_some())
        {
            let pointer = format!("#/components/schemas/{}", component(name));
            extensions.push(("x-koo-holds".to_owned(), pointer.into()));
        }
        if parameter.sensitive {
            extensions.push(("x-koo-sensitive".to_owned(), true.into()));
        }
        if !parameter.sites.is_empty() {
            let sites: Vec<_> = parameter
                .sites
                .iter()
                .map(|site| site.value.as_str())
                .collect();
            extensions.push(("x-koo-sites".to_owned(), sites.into()));
        }
        let differences: Map<_, _> = parameter
            .differences
            .iter()
            .map(|(site, difference)| (site.clone(), words::difference(parameter, difference)))
            .filter(|(_, said)| !said.is_empty())
            .map(|(site, said)| (site, said.into()))
            .collect();
        if !differences.is_empty() {
            extensions.push(("x-koo-site-differences".to_owned(), differences.into()));
        }
        let pages = pages(&parameter.provenance.pages);
        if !pages.is_empty() {
            extensions.push(("x-koo-pages".to_owned(), pages.into()));
        }
        extensions
    }
}

/// Ids of pages.
pub(super) fn pages(pages: &[Placed<String>]) -> Vec<&str> {
    pages.iter().map(|page| page.value.as_str()).collect()
}

fn listed(value: &ListedValue) -> String {
    match value.doc.en.trim() {
        "" => format!("- `{}`", value.value),
        doc => format!("- `{}`: {}", value.value, words::sentence(doc)),
    }
}

fn text(parameter: &Parameter) -> StringType {
    let limits = &parameter.limits;
    // A limit in bytes or UTF-16 units is one in characters too: no character is shorter than one of them.
    let max_length = limits
        .max_length
        .number()
        .filter(|_| limits.advisory.is_none());
    let min_length = limits
        .min_length
        .filter(|_| limits.unit == LengthUnit::Characters);
    let format = match parameter.format {
        Some(Format::Url) => Some("uri"),
        Some(Format::Uuid) => Some("uuid"),
        Some(_) => None,
        None => parameter.sensitive.then_some("password"),
    };
    // `format` says these two already.
    let said = matches!(parameter.format, Some(Format::Url | Format::Uuid));
    let pattern = parameter.format.as_ref().filter(|_| !said);
    StringType {
        format: format.map(str::to_owned).into(),
        pattern: pattern.and_then(pattern::of),
        enumeration: Vec::new(),
        min_length: min_length.map(to_usize),
        max_length: max_length.map(to_usize),
    }
}

fn integer(parameter: &Parameter) -> IntegerType {
    let limits = &parameter.limits;
    let digits = limits
        .max_length
        .number()
        .filter(|_| limits.advisory.is_none())
        .and_then(|digits| u32::try_from(digits).ok())
        .filter(|digits| *digits <= SAFE_DIGITS);
    let largest = digits.map(|digits| 10_i64.pow(digits) - 1);
    let number = |bound: &Option<String>| bound.as_ref().and_then(|bound| bound.parse().ok());
    IntegerType {
        format: VariantOrUnknownOrEmpty::Item(IntegerFormat::Int64),
        minimum: number(&limits.minimum),
        maximum: number(&limits.maximum).or(largest),
        ..IntegerType::default()
    }
}

fn decimal(parameter: &Parameter, precision: u32, scale: u32) -> NumberType {
    let limits = &parameter.limits;
    let digits = precision.saturating_sub(scale).min(SAFE_DIGITS);
    let number = |bound: &Option<String>| bound.as_ref().and_then(|bound| bound.parse().ok());
    let documented = number(&limits.maximum);
    NumberType {
        minimum: number(&limits.minimum),
        maximum: documented.or_else(|| 10_i32.checked_pow(digits).map(f64::from)),
        exclusive_maximum: documented.is_none() && 10_i32.checked_pow(digits).is_some(),
        ..NumberType::default()
    }
}

/// A schema of a kind and nothing else.
pub(super) fn item(schema_kind: SchemaKind) -> Schema {
    Schema {
        schema_data: SchemaData::default(),
        schema_kind,
    }
}

fn boxed(schema: ReferenceOr<Schema>) -> ReferenceOr<Box<Schema>> {
    match schema {
        ReferenceOr::Item(schema) => ReferenceOr::boxed_item(schema),
        ReferenceOr::Reference { reference } => ReferenceOr::Reference { reference },
    }
}

/// A name that OpenAPI allows for components.
pub(super) fn component(name: &str) -> String {
    name.chars()
        .map(|letter| match letter {
            letter if letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_') => letter,
            _ => '_',
        })
        .collect()
}

fn to_usize(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
