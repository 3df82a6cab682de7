//! Parameters as schemas.

use std::cell::RefCell;
use std::collections::BTreeSet;

use indexmap::IndexMap;
use koo_spec::catalogue::{Family, Format, LengthUnit, Parameter, Placed, Presence, Side, Type};
use koo_spec::interpret::payload::describe;
use serde_json::{Map, Value, json};

use super::condition;
use super::number::{SAFE_DIGITS, bounds, decimal};
use crate::message::typed;
use crate::{pattern, words};

/// What unlisted values mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strictness {
    /// The merchant sends it: only listed values.
    Sent,
    /// The merchant receives it: unlisted values are kept.
    Received,
}

/// Schemas of one message.
pub(super) struct Schemas<'a> {
    family: &'a Family,
    strictness: Strictness,
    /// Names of object types that were referred to.
    wanted: RefCell<BTreeSet<String>>,
}

impl<'a> Schemas<'a> {
    pub(super) fn new(family: &'a Family, strictness: Strictness) -> Self {
        Self {
            family,
            strictness,
            wanted: RefCell::new(BTreeSet::new()),
        }
    }

    /// A type that was referred to and is not written yet.
    pub(super) fn next_wanted(&self, written: &Map<String, Value>) -> Option<String> {
        let wanted = self.wanted.borrow();
        wanted
            .iter()
            .find(|name| !written.contains_key(*name))
            .cloned()
    }

    /// The keywords of an object with these members.
    pub(super) fn object(
        &self,
        fields: &[&Parameter],
        select: &IndexMap<String, Placed<String>>,
        side: Side,
    ) -> Map<String, Value> {
        let mut properties = Map::new();
        let mut required = Vec::new();
        let mut conditions = Vec::new();
        for field in fields {
            let selected = select.get(&field.name).filter(|_| side == Side::Request);
            let schema = match selected {
                Some(value) => self.selector(field, &value.value),
                None => self.property(field),
            };
            properties.insert(field.name.clone(), schema.into());
            match &field.presence {
                Presence::Mandatory => required.push(Value::from(field.name.clone())),
                Presence::Conditional {
                    when: Some(when), ..
                } => conditions.push(json!({
                    "if": condition::schema(&when.value),
                    "then": {
                        "required": [field.name],
                        "properties": { &field.name: { "not": { "type": "null" } } },
                    },
                })),
                Presence::Conditional { .. } | Presence::Optional => {}
            }
        }
        let mut object = Map::new();
        object.insert("type".to_owned(), "object".into());
        object.insert("properties".to_owned(), properties.into());
        if !required.is_empty() {
            object.insert("required".to_owned(), required.into());
        }
        if !conditions.is_empty() {
            object.insert("allOf".to_owned(), conditions.into());
        }
        object
    }

    /// The parameter whose value selects the interface.
    fn selector(&self, parameter: &Parameter, value: &str) -> Map<String, Value> {
        let mut schema = Map::new();
        schema.insert(
            "description".to_owned(),
            words::sentence(&parameter.doc.en).into(),
        );
        let is_number = matches!(parameter.r#type.value, Type::Integer | Type::Decimal { .. });
        if is_number {
            // Validators take a number inside a text for the number.
            schema.insert("enum".to_owned(), condition::forms(value).into());
        } else {
            schema.insert("const".to_owned(), typed(parameter, value));
        }
        self.annotate(parameter, &[], &mut schema);
        schema
    }

    fn property(&self, parameter: &Parameter) -> Map<String, Value> {
        let mut schema = Map::new();
        schema.insert(
            "description".to_owned(),
            words::sentence(&parameter.doc.en).into(),
        );
        let mut comments = comments(parameter);
        let value = self.value(parameter, &parameter.r#type.value, &mut comments);
        // Validators take `null` for absent.
        if parameter.presence == Presence::Mandatory {
            if value.is_empty() {
                schema.insert("not".to_owned(), json!({ "type": "null" }));
            }
            schema.extend(value);
        } else {
            schema.extend(or_null(value));
        }
        self.annotate(parameter, &comments, &mut schema);
        schema
    }

    fn annotate(
        &self,
        parameter: &Parameter,
        comments: &[String],
        schema: &mut Map<String, Value>,
    ) {
        if let Some(default) = self.default(parameter) {
            schema.insert("default".to_owned(), default);
        }
        if let Some(example) = &parameter.example {
            schema.insert("examples".to_owned(), json!([example]));
        }
        if parameter.deprecated.is_some() {
            schema.insert("deprecated".to_owned(), true.into());
        }
        if !comments.is_empty() {
            schema.insert("$comment".to_owned(), comments.join("; ").into());
        }
        if !parameter.sites.is_empty() {
            let sites: Vec<_> = parameter
                .sites
                .iter()
                .map(|site| site.value.as_str())
                .collect();
            schema.insert("x-koo-sites".to_owned(), sites.into());
        }
        let differences: Map<_, _> = parameter
            .differences
            .iter()
            .map(|(site, difference)| (site.clone(), words::difference(parameter, difference)))
            .filter(|(_, said)| !said.is_empty())
            .map(|(site, said)| (site, said.into()))
            .collect();
        if !differences.is_empty() {
            schema.insert("x-koo-site-differences".to_owned(), differences.into());
        }
        let pages: Vec<_> = parameter
            .provenance
            .pages
            .iter()
            .map(|page| page.value.as_str())
            .collect();
        if !pages.is_empty() {
            schema.insert("x-koo-pages".to_owned(), pages.into());
        }
    }

    fn default(&self, parameter: &Parameter) -> Option<Value> {
        let text = &parameter.default.as_ref()?.value;
        let is_text = match &parameter.r#type.value {
            Type::Boolean => return text.parse::<bool>().ok().map(Value::from),
            Type::Integer | Type::Decimal { .. } => {
                return serde_json::from_str(text).ok().filter(Value::is_number);
            }
            Type::String | Type::Enumeration | Type::ResultCode => true,
            named => self.family.fields_of(named).is_none() && matches!(named, Type::Named(_)),
        };
        is_text.then(|| text.clone().into())
    }

    fn value(
        &self,
        parameter: &Parameter,
        r#type: &Type,
        comments: &mut Vec<String>,
    ) -> Map<String, Value> {
        let limits = &parameter.limits;
        let mut schema = Map::new();
        match r#type {
            Type::List(inner) => {
                schema.insert("type".to_owned(), "array".into());
                schema.insert(
                    "items".to_owned(),
                    self.value(parameter, inner, comments).into(),
                );
                insert(&mut schema, "minItems", limits.min_items);
                insert(&mut schema, "maxItems", limits.max_items.number());
            }
            Type::Map(inner) => {
                schema.insert("type".to_owned(), "object".into());
                schema.insert(
                    "additionalProperties".to_owned(),
                    self.value(parameter, inner, comments).into(),
                );
                insert(&mut schema, "minProperties", limits.min_items);
                insert(&mut schema, "maxProperties", limits.max_items.number());
            }
            Type::Any => {}
            Type::Boolean => {
                schema.insert("type".to_owned(), "boolean".into());
            }
            Type::Object(fields) => {
                let fields: Vec<_> = fields.iter().collect();
                schema = self.object(&fields, &IndexMap::new(), Side::Request);
            }
            Type::Named(name) if self.family.fields_of(r#type).is_some() => {
                self.wanted.borrow_mut().insert(name.clone());
                schema.insert("$ref".to_owned(), format!("#/$defs/{name}").into());
            }
            Type::Integer => self.integer(parameter, &mut schema, comments),
            Type::Decimal { precision, scale } => {
                decimal(parameter, *precision, *scale, &mut schema, comments);
            }
            Type::String | Type::Enumeration | Type::Named(_) | Type::Binary | Type::ResultCode => {
                self.text(parameter, &mut schema, comments);
            }
        }
        schema
    }

    fn text(
        &self,
        parameter: &Parameter,
        schema: &mut Map<String, Value>,
        comments: &mut Vec<String>,
    ) {
        let limits = &parameter.limits;
        schema.insert("type".to_owned(), "string".into());
        if limits.unit == LengthUnit::Characters {
            insert(schema, "minLength", limits.min_length);
        } else if let Some(min) = limits.min_length {
            comments.push(format!("at least {min} {}", limits.unit.as_str()));
        }
        if limits.advisory.is_none() {
            // What is within a limit in bytes or UTF-16 units is within it in characters.
            insert(schema, "maxLength", limits.max_length.number());
        }
        let values = self.values(parameter);
        if !values.is_empty() {
            match self.strictness {
                Strictness::Sent => schema.insert("enum".to_owned(), values.into()),
                Strictness::Received => {
                    schema.insert("x-extensible-enum".to_owned(), values.into())
                }
            };
        }
        let Some(format) = &parameter.format else {
            return self.held(parameter, schema, comments);
        };
        match format {
            Format::Url => {
                schema.insert("format".to_owned(), "iri".into());
            }
            Format::Uuid => {
                schema.insert("format".to_owned(), "uuid".into());
            }
            Format::Base64 => {
                schema.insert("contentEncoding".to_owned(), "base64".into());
            }
            Format::Json if parameter.holds.is_none() => {
                schema.insert("contentMediaType".to_owned(), "application/json".into());
            }
            _ => {}
        }
        if let Some(pattern) = pattern::of(format) {
            schema.insert("pattern".to_owned(), pattern.into());
        }
        comments.extend(pattern::beyond(format).map(str::to_owned));
        self.held(parameter, schema, comments);
    }

    /// The JSON inside a text: an annotation, which schemas describe and never assert.
    fn held(
        &self,
        parameter: &Parameter,
        schema: &mut Map<String, Value>,
        comments: &mut Vec<String>,
    ) {
        let Some(held) = &parameter.holds else { return };
        schema.insert("contentMediaType".to_owned(), "application/json".into());
        // Limits of the text are not limits of what it holds.
        let bare = Parameter {
            holds: None,
            limits: koo_spec::catalogue::Limits::default(),
            format: None,
            ..parameter.clone()
        };
        let content = self.value(&bare, &held.value, comments);
        schema.insert("contentSchema".to_owned(), content.into());
        comments.push("the text must hold JSON of this schema, which validators check".to_owned());
    }

    fn integer(
        &self,
        parameter: &Parameter,
        schema: &mut Map<String, Value>,
        comments: &mut Vec<String>,
    ) {
        schema.insert("type".to_owned(), json!(["integer", "string"]));
        schema.insert("pattern".to_owned(), "^[+-]?[0-9]+$".into());
        let limits = &parameter.limits;
        if limits.advisory.is_none() {
            insert(schema, "maxLength", limits.max_length.number());
        }
        let digits = limits
            .max_length
            .number()
            .filter(|digits| *digits <= SAFE_DIGITS && limits.advisory.is_none())
            .and_then(|digits| u32::try_from(digits).ok());
        bounds(
            parameter,
            digits.map(|digits| 10_i64.pow(digits) - 1),
            digits.map(|digits| 1 - 10_i64.pow(digits.saturating_sub(1))),
            schema,
            comments,
        );
        let values: Vec<_> = self
            .values(parameter)
            .iter()
            .flat_map(|value| condition::forms(value))
            .collect();
        if !values.is_empty() {
            let key = match self.strictness {
                Strictness::Sent => "enum",
                Strictness::Received => "x-extensible-enum",
            };
            schema.insert(key.to_owned(), values.into());
        }
    }

    fn values<'p>(&'p self, parameter: &'p Parameter) -> Vec<&'p str> {
        if matches!(parameter.r#type.value.innermost(), Type::ResultCode) {
            return self.family.codes.keys().map(String::as_str).collect();
        }
        let values = self.family.values_of(parameter).iter();
        values.map(|listed| listed.value.as_str()).collect()
    }
}

/// What the keywords cannot say.
fn comments(parameter: &Parameter) -> Vec<String> {
    let mut comments = Vec::new();
    match &parameter.presence {
        Presence::Conditional {
            when: None,
            words: Some(words),
        } => comments.push(format!("required: {}", words.en.trim_end_matches('.'))),
        Presence::Conditional {
            when: Some(when), ..
        } => {
            comments.push(format!("required when {}", describe(&when.value)));
        }
        _ => {}
    }
    let limits = &parameter.limits;
    if let Some(max) = limits.max_length.number() {
        if let Some(advisory) = &limits.advisory {
            comments.push(format!(
                "a limit of {max} {} is printed but not enforced, see the erratum {}",
                limits.unit.as_str(),
                advisory.value
            ));
        } else if limits.unit != LengthUnit::Characters {
            comments.push(format!(
                "the limit of {max} counts {}",
                limits.unit.as_str()
            ));
        }
    }
    comments
}

/// A keyword with a number, if there is one.
pub(super) fn insert(schema: &mut Map<String, Value>, key: &str, number: Option<u64>) {
    if let Some(number) = number {
        schema.insert(key.to_owned(), number.into());
    }
}

/// The same or `null`.
fn or_null(mut schema: Map<String, Value>) -> Map<String, Value> {
    if schema.contains_key("$ref") {
        let either = json!([schema, { "type": "null" }]);
        return [("anyOf".to_owned(), either)].into_iter().collect();
    }
    if let Some(kind) = schema.get_mut("type") {
        let mut kinds = match kind.take() {
            Value::Array(kinds) => kinds,
            one => vec![one],
        };
        kinds.push("null".into());
        *kind = kinds.into();
    }
    if let Some(Value::Array(values)) = schema.get_mut("enum") {
        values.push(Value::Null);
    }
    schema
}
