//! Values for parameters that nobody gave one: from examples, else from types and limits.

use koo_runtime::scheme::timestamp;
use koo_spec::catalogue::{Family, Format, Parameter, Presence, Type, Zone};
use serde_json::{Map, Value, json};

use super::Random;

/// What a moment is in Beijing, eight hours ahead.
const BEIJING_MILLIS: i64 = 8 * 60 * 60 * 1000;

/// Deepest nesting of objects that is made up; a type may hold itself.
const DEEPEST: usize = 8;

/// Makes values up.
pub(super) struct Maker<'a, 'r> {
    pub(super) family: &'a Family,
    pub(super) site: Option<&'a str>,
    pub(super) random: &'r mut Random,
    pub(super) now_millis: i64,
}

/// A moment as a parameter writes it; `None` if it is no point in time.
pub(crate) fn moment(parameter: &Parameter, site: Option<&str>, millis: i64) -> Option<String> {
    let of_site = site
        .and_then(|site| parameter.differences.get(site))
        .and_then(|site| site.format.as_ref());
    match of_site.or(parameter.format.as_ref())? {
        Format::Timestamp(form) => {
            let shift = if form.zone == Zone::Beijing {
                BEIJING_MILLIS
            } else {
                0
            };
            let layout = form.layouts.first()?;
            Some(timestamp::written(millis.saturating_add(shift), layout))
        }
        Format::EpochMillis => Some(millis.to_string()),
        _ => None,
    }
}

impl Maker<'_, '_> {
    /// A value for a parameter, not that of its example.
    pub(super) fn make(&mut self, parameter: &Parameter) -> Value {
        self.of_type(parameter, &parameter.r#type.value, 0)
    }

    fn of_type(&mut self, parameter: &Parameter, r#type: &Type, depth: usize) -> Value {
        match r#type {
            Type::List(inner) => {
                let wanted = parameter.limits.min_items.unwrap_or(1).clamp(1, 100);
                (0..wanted)
                    .map(|_| self.of_type(parameter, inner, depth))
                    .collect()
            }
            Type::Map(inner) => json!({ "key": self.of_type(parameter, inner, depth) }),
            Type::Boolean => Value::Bool(false),
            Type::Any => json!({}),
            _ => match self.family.fields_of(r#type) {
                Some(fields) => self.object(fields, depth),
                None => self.scalar(parameter, r#type),
            },
        }
    }

    fn object(&mut self, fields: &[Parameter], depth: usize) -> Value {
        let mut members = Map::new();
        if depth < DEEPEST {
            for field in fields {
                if matches!(field.presence, Presence::Mandatory) {
                    let value = match &field.example {
                        Some(example) => example.clone(),
                        None => self.of_type(field, &field.r#type.value, depth + 1),
                    };
                    members.insert(field.name.clone(), value);
                }
            }
        }
        Value::Object(members)
    }

    fn scalar(&mut self, parameter: &Parameter, r#type: &Type) -> Value {
        let text = self.text(parameter, r#type);
        match r#type {
            Type::Integer => text.parse::<i64>().map_or(Value::String(text), Value::from),
            Type::Decimal { .. } => serde_json::from_str(&text).unwrap_or(Value::String(text)),
            _ => Value::String(text),
        }
    }

    fn text(&mut self, parameter: &Parameter, r#type: &Type) -> String {
        if let Some(first) = self.listed(parameter) {
            return first;
        }
        if let Some(moment) = moment(parameter, self.site, self.now_millis) {
            return moment;
        }
        match (&parameter.format, r#type) {
            (Some(Format::Uuid), _) => return self.random.uuid(),
            (Some(Format::Url), _) => return format!("https://example.com/{}", self.random.hex(8)),
            (Some(Format::Base64), _) => return "a29v".to_owned(),
            (Some(Format::Json), _) => return "{}".to_owned(),
            (Some(Format::UrlencodedBase64Json), _) => return "W10%3D".to_owned(),
            (_, Type::Integer | Type::Decimal { .. }) => {
                let least = parameter.limits.minimum.clone();
                return least.unwrap_or_else(|| "1".to_owned());
            }
            _ => {}
        }
        let most = parameter.limits.max_length.number().unwrap_or(16).min(16);
        let length = most.max(parameter.limits.min_length.unwrap_or(0));
        let length = usize::try_from(length).unwrap_or(16).min(4096);
        match parameter.format {
            Some(Format::Hex) => self.random.hex(length),
            _ => self.random.alphanumeric(length),
        }
    }

    /// The first value the site lists.
    fn listed(&self, parameter: &Parameter) -> Option<String> {
        let of_site = self
            .site
            .and_then(|site| parameter.differences.get(site))
            .and_then(|site| site.values.as_ref());
        match of_site {
            Some(values) => values.first().map(|value| value.value.clone()),
            None => {
                let listed = self.family.values_of(parameter).first();
                listed.map(|value| value.value.clone())
            }
        }
    }
}
