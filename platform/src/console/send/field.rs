//! Fields of the form, made from the parameters of an interface.

use koo_spec::catalogue::{CarriedIn, Family, Interface, Location, Parameter, Type};
use serde_json::{Map, Value, json};

use crate::console::language::Language;
use crate::console::{parameters, view};
use crate::message::Payload;

/// Deeper objects are entered as JSON.
const DEEPEST: usize = 4;

/// A field: a parameter, or a member of one.
pub(super) struct Field<'a> {
    /// Name in the form: `parameter.` and the names on the way as a JSON pointer.
    pub(super) name: String,
    parameter: &'a Parameter,
    /// Names on the way, from the parameter on.
    path: Vec<&'a str>,
    kind: Kind<'a>,
}

enum Kind<'a> {
    /// An object, whose members follow.
    Group,
    /// The value that tells the interface from others.
    Fixed(&'a str),
    /// One of the listed values.
    Choice,
    /// `true` or `false`.
    Truth,
    /// Anything with a shape of its own, as JSON.
    Json,
    /// Text, or a number.
    Text,
}

/// The fields of an interface in documented order. What the signature brings along has none.
pub(super) fn fields<'a>(family: &'a Family, interface: &'a Interface) -> Vec<Field<'a>> {
    let scheme = interface.scheme.as_ref();
    let scheme = scheme.and_then(|scheme| family.schemes.get(&scheme.value));
    let is_carried = |parameter: &Parameter| {
        let mut carries = scheme.iter().flat_map(|scheme| &scheme.carries);
        carries.any(|carried| match carried.location {
            CarriedIn::Header => {
                parameter.location == Location::Header
                    && carried.wire_name.eq_ignore_ascii_case(&parameter.name)
            }
            CarriedIn::Query => {
                parameter.location == Location::Query && carried.wire_name == parameter.name
            }
        })
    };
    let mut fields = Vec::new();
    for parameter in &interface.request {
        if is_carried(parameter) {
            continue;
        }
        match interface.select.get(&parameter.name) {
            Some(value) => fields.push(Field {
                name: name(&[parameter.name.as_str()]),
                parameter,
                path: vec![&parameter.name],
                kind: Kind::Fixed(&value.value),
            }),
            None => add(family, parameter, &[], &mut fields),
        }
    }
    fields
}

fn add<'a>(
    family: &'a Family,
    parameter: &'a Parameter,
    above: &[&'a str],
    fields: &mut Vec<Field<'a>>,
) {
    let path = [above, &[parameter.name.as_str()]].concat();
    let r#type = &parameter.r#type.value;
    let members = family
        .fields_of(r#type)
        .filter(|_| path.len() < DEEPEST && !parameter.sensitive);
    let kind = match r#type {
        _ if members.is_some() => Kind::Group,
        Type::List(_) | Type::Map(_) | Type::Any | Type::Object(_) => Kind::Json,
        Type::Named(_) if family.fields_of(r#type).is_some() => Kind::Json,
        Type::Boolean => Kind::Truth,
        _ if !family.values_of(parameter).is_empty() => Kind::Choice,
        _ => Kind::Text,
    };
    fields.push(Field {
        name: name(&path),
        parameter,
        path: path.clone(),
        kind,
    });
    for member in members.unwrap_or_default() {
        add(family, member, &path, fields);
    }
}

fn name(path: &[&str]) -> String {
    let steps = path.iter();
    let steps = steps.map(|step| format!("/{}", step.replace('~', "~0").replace('/', "~1")));
    format!("parameter.{}", steps.collect::<String>())
}

impl<'a> Field<'a> {
    pub(super) const fn parameter(&self) -> &'a Parameter {
        self.parameter
    }

    /// Whether what is entered must not be kept.
    pub(super) const fn is_sensitive(&self) -> bool {
        self.parameter.sensitive
    }

    /// What a payload has for this field, as it would be entered.
    pub(super) fn read(&self, payload: &Value) -> Option<String> {
        if matches!(self.kind, Kind::Group) {
            return None;
        }
        let mut value = payload;
        for step in &self.path {
            value = value.get(step)?;
        }
        Some(match (value, &self.kind) {
            (Value::Null, _) => return None,
            (Value::String(text), Kind::Json) if self.parameter.r#type.value != Type::Any => {
                text.clone()
            }
            (value, Kind::Json) => serde_json::to_string_pretty(value).ok()?,
            (Value::String(text), _) => text.clone(),
            (value, _) => value.to_string(),
        })
    }

    /// Puts what was entered into a payload. What does not fit the type is sent as text: the contract may be broken on
    /// purpose, to see what the other side makes of it.
    pub(super) fn put(&self, payload: &mut Payload, text: &str) {
        let value = match &self.kind {
            Kind::Group => return,
            Kind::Fixed(value) => Value::String((*value).to_owned()),
            Kind::Json | Kind::Truth => read_json(text),
            Kind::Choice | Kind::Text => match self.parameter.r#type.value {
                Type::Integer | Type::Decimal { .. } if self.is_number_on_the_wire() => {
                    Some(read_json(text))
                        .filter(Value::is_number)
                        .unwrap_or_else(|| Value::String(text.to_owned()))
                }
                _ => Value::String(text.to_owned()),
            },
        };
        let Some((last, above)) = self.path.split_last() else {
            return;
        };
        let mut members = payload;
        for step in above {
            let inside = members
                .entry(*step)
                .or_insert_with(|| Value::Object(Map::new()));
            let Value::Object(inside) = inside else {
                return;
            };
            members = inside;
        }
        members.insert((*last).to_owned(), value);
    }

    /// Numbers are written without quotes, unless the documented example has them.
    fn is_number_on_the_wire(&self) -> bool {
        !matches!(self.parameter.example, Some(Value::String(_)))
    }

    /// What the template shows.
    pub(super) fn view(&self, family: &Family, value: Option<&str>, language: Language) -> Value {
        let parameter = self.parameter;
        let value = match self.kind {
            Kind::Fixed(fixed) => Some(fixed),
            _ => value,
        };
        let listed = family.values_of(parameter);
        let mut choices: Vec<Value> = listed
            .iter()
            .map(|listed| {
                let doc = view::shortened(language.text(&listed.doc), 70);
                json!({"value": listed.value, "doc": doc})
            })
            .collect();
        // A value from elsewhere, such as a call that is sent again, must not be lost.
        let is_listed = |text: &str| listed.iter().any(|listed| listed.value == text);
        if let Some(text) = value.filter(|text| !text.is_empty() && !is_listed(text)) {
            choices.push(json!({"value": text, "doc": ""}));
        }
        let ids = parameter.provenance.pages.iter();
        let example = parameter.example.as_ref().map(|example| match example {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        });
        json!({
            "name": self.name,
            "label": parameter.name,
            "depth": self.path.len() - 1,
            "location": parameter.location.as_str(),
            "kind": match self.kind {
                Kind::Group => "group",
                Kind::Fixed(_) => "fixed",
                Kind::Choice => "choice",
                Kind::Truth => "truth",
                Kind::Json => "json",
                Kind::Text => "text",
            },
            "value": value,
            "choices": choices,
            "type": parameter.r#type.value.expression(),
            "need": parameters::presence(parameter),
            "max": parameter.limits.max_length.number(),
            "unit": parameter.limits.unit.as_str(),
            "limits": parameters::limits(parameter, language),
            "sensitive": parameter.sensitive,
            "example": example.filter(|_| !parameter.sensitive),
            "doc": language.text(&parameter.doc),
            "pages": view::pages(Some(family), ids.map(|page| page.value.as_str())),
        })
    }
}

/// What was entered as JSON, or as text if it is none.
fn read_json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.to_owned()))
}
