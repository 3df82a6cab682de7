//! One parameter as a row.

use koo_spec::catalogue::{
    Carried, CarriedIn, Condition, Confidence, Format, Length, ListedValue, Parameter, Placed,
    Presence, Reading, Scheme, Side, SiteDifference, Type, TypeShape,
};
use serde_json::{Map, Value, json};

use super::{Exporter, of, sites_or, sourced, sources, text, words};

impl Exporter<'_> {
    pub(super) fn row(
        &self,
        side: Side,
        path: &str,
        item: Option<String>,
        parameter: &Parameter,
    ) -> Value {
        let limits = &parameter.limits;
        let listed = self.family.values_of(parameter);
        let mut row = json!({
            "of": of(side),
            "in": parameter.location.as_str(),
            "path": path,
            "type": parameter.r#type.value.expression(),
            "wire": self.wire(&parameter.r#type.value),
            "required": parameter.presence.letter(),
            "max_length": limits.max_length.number(),
            "unit": limits.unit.as_str(),
            "values": listed.iter().map(|value| value.value.as_str()).collect::<Vec<_>>(),
            "sites": sites_or(&parameter.sites, &self.family.sites),
            "doc": text(&parameter.doc),
        });
        row = sourced(row, &parameter.provenance);
        let Some(object) = row.as_object_mut() else {
            return row;
        };
        let mut add = |key: &str, value: Option<Value>| {
            if let Some(value) = value {
                object.insert(key.to_owned(), value);
            }
        };
        let flag = |set: bool| set.then(|| Value::from(true));
        let word = |word: &Option<Placed<String>>| {
            word.as_ref().map(|word| Value::from(word.value.clone()))
        };
        let date = |date: &Option<String>| date.clone().map(Value::from);
        add("unlimited", flag(limits.max_length == Length::Unlimited));
        add("min_length", limits.min_length.map(Into::into));
        add("max_items", limits.max_items.number().map(Into::into));
        add("min_items", limits.min_items.map(Into::into));
        add("minimum", limits.minimum.clone().map(Into::into));
        add("maximum", limits.maximum.clone().map(Into::into));
        add("advisory", word(&limits.advisory));
        add("listed", self.listed(listed));
        let format = parameter.format.as_ref();
        add("format", format.map(|format| format.describe().into()));
        add("default", word(&parameter.default));
        let holds = parameter.holds.as_ref();
        add("holds", holds.map(|held| self.wire(&held.value).into()));
        add("nullable", flag(parameter.nullable));
        add("condition", condition(&parameter.presence));
        add("when", when(&parameter.presence));
        add("always_emitted", flag(parameter.always_emitted));
        add("varies", flag(parameter.varies));
        add("sensitive", flag(parameter.sensitive));
        add("encrypted", word(&parameter.encrypted));
        add("erratum", word(&parameter.erratum));
        add("since", date(&parameter.since));
        add("until", date(&parameter.until));
        add("deprecated", parameter.deprecated.as_ref().map(text));
        add("differences", differences(parameter));
        add("identifier", parameter.identifier.clone().map(Into::into));
        add("xml_text", flag(parameter.xml_text));
        add("file_name", word(&parameter.file_name));
        add("example", parameter.example.clone());
        add("readings", readings(&parameter.readings));
        add("rust", item.map(Into::into));
        let limit = limits.max_length_span.zip(self.sources);
        let limit = limit.map(|(span, sources)| sources.locate(span).to_string());
        add("limit_at", limit.map(Into::into));
        self.place(parameter.span, &mut row);
        row
    }

    pub(super) fn carried(&self, scheme: &Scheme, carried: &Carried, side: Side) -> Value {
        let location = match carried.location {
            CarriedIn::Header => "header",
            CarriedIn::Query => "query",
        };
        let value = json!({
            "of": of(side),
            "in": location,
            "path": carried.wire_name,
            "type": carried.r#type.expression(),
            "wire": self.wire(&carried.r#type),
            "required": carried.presence.letter(),
            "max_length": carried.max_length.number(),
            "unlimited": (carried.max_length == Length::Unlimited).then_some(true),
            "values": [],
            "sites": words(&carried.sites),
            "doc": text(&carried.doc),
            "example": carried.example,
            "condition": condition(&carried.presence),
            "format": carried.format.as_ref().map(Format::describe),
            "carried_by": scheme.id,
        });
        self.placed(carried.span, sourced(value, &carried.provenance))
    }

    /// What a value is on the wire: defined types stand for what they define.
    fn wire(&self, r#type: &Type) -> String {
        match r#type {
            Type::Named(name) => match self.family.types.get(name).map(|defined| &defined.shape) {
                Some(TypeShape::Enumeration(_)) => "enum".to_owned(),
                _ => "object".to_owned(),
            },
            Type::List(inner) => format!("{}[]", self.wire(inner)),
            Type::Map(inner) => format!("map<{}>", self.wire(inner)),
            other => other.expression(),
        }
    }

    /// What is known about listed values besides their text.
    pub(super) fn listed(&self, values: &[ListedValue]) -> Option<Value> {
        let one = |value: &ListedValue| {
            let shown = json!({
                "value": value.value, "doc": text(&value.doc), "sites": words(&value.sites),
                "since": value.since, "until": value.until, "name": value.name,
                "cipher": value.cipher.as_ref().map(|cipher| &cipher.value), "debug": value.debug,
                "sources": sources(&value.provenance),
            });
            self.placed(value.span, shown)
        };
        (!values.is_empty()).then(|| values.iter().map(one).collect())
    }
}

fn differences(parameter: &Parameter) -> Option<Value> {
    let one = |difference: &SiteDifference| {
        let presence = difference.presence.as_ref();
        let unlimited = difference.max_length == Some(Length::Unlimited);
        json!({
            "required": presence.map(Presence::letter),
            "when": presence.and_then(when),
            "condition": presence.and_then(condition),
            "max_length": difference.max_length.and_then(Length::number),
            "unlimited": unlimited.then_some(true),
            "values": difference.values.as_ref().map(|values| words(values)),
            "default": difference.default.as_ref().map(|default| &default.value),
            "format": difference.format.as_ref().map(Format::describe),
            "doc": difference.doc.as_ref().map(text),
            "pages": words(&difference.pages),
            "confidence": difference.confidence.map(Confidence::as_str),
        })
    };
    let differences = parameter.differences.iter();
    let differences: Map<_, _> = differences
        .map(|(site, difference)| (site.clone(), one(difference)))
        .collect();
    (!differences.is_empty()).then(|| differences.into())
}

/// What single pages print.
fn readings(readings: &[Reading]) -> Option<Value> {
    let one = |reading: &Reading| {
        json!({
            "pages": words(&reading.pages),
            "required": reading.presence.as_ref().map(Presence::letter),
            "type": reading.r#type,
            "max_length": reading.max_length.and_then(Length::number),
            "unlimited": (reading.max_length == Some(Length::Unlimited)).then_some(true),
            "format": reading.format,
            "values": reading.values,
            "doc": reading.doc.as_ref().map(text),
        })
    };
    (!readings.is_empty()).then(|| readings.iter().map(one).collect())
}

pub(super) fn condition(presence: &Presence) -> Option<Value> {
    match presence {
        Presence::Conditional {
            words: Some(words), ..
        } => Some(text(words)),
        _ => None,
    }
}

/// The condition over sibling parameters, in words that do not depend on how the spec writes it.
fn when(presence: &Presence) -> Option<Value> {
    match presence {
        Presence::Conditional {
            when: Some(when), ..
        } => Some(expression(&when.value).into()),
        _ => None,
    }
}

pub(super) fn expression(condition: &Condition) -> String {
    let join = |parts: &[Condition], word: &str| {
        let parts: Vec<_> = parts.iter().map(expression).collect();
        format!("({})", parts.join(word))
    };
    match condition {
        Condition::Present(name) => format!("{} is present", name.value),
        Condition::OneOf(name, values) => {
            let values: Vec<_> = values.iter().map(|value| value.value.as_str()).collect();
            format!("{} is {}", name.value, values.join(" or "))
        }
        Condition::Not(inner) => format!("not ({})", expression(inner)),
        Condition::All(parts) => join(parts, " and "),
        Condition::Any(parts) => join(parts, " or "),
    }
}
