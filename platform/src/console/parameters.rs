//! The values of a message beside what the contract says about them.

use koo_runtime::message::parse_query;
use koo_runtime::validate::{LengthUnit, length};
use koo_spec::catalogue::{self, Family, Interface, Length, Location, Parameter, Presence, Type};
use serde_json::{Map, Value, json};

use super::language::Language;
use super::view;
use crate::journal::Content;

/// Rows of one message.
const MOST_ROWS: usize = 300;
/// Longest value in a row, in characters; the whole stands in the message itself.
const LONGEST: usize = 400;

/// The parameters of a request.
pub(super) fn of_request(
    family: &Family,
    interface: &Interface,
    target: &str,
    content: &Content,
    language: Language,
) -> Vec<Value> {
    let mut rows = Rows::new(family, language);
    let variants = interface
        .variants
        .values()
        .flat_map(|variant| &variant.request);
    let all: Vec<&Parameter> = interface.request.iter().chain(variants).collect();
    let (_, query) = target.split_once('?').unwrap_or((target, ""));
    rows.texts(&all, Location::Query, parse_query(query));
    rows.headers(&all, &content.headers);
    rows.body(&all, content);
    rows.done
}

/// The parameters of a reply.
pub(super) fn of_reply(
    family: &Family,
    interface: &Interface,
    content: &Content,
    language: Language,
) -> Vec<Value> {
    let mut rows = Rows::new(family, language);
    let variants = interface.variants.values();
    let variants = variants.flat_map(|variant| &variant.reply.parameters);
    let all: Vec<&Parameter> = interface.reply.parameters.iter().chain(variants).collect();
    rows.headers(&all, &content.headers);
    rows.body(&all, content);
    rows.done
}

/// The limits of a parameter in a few words.
pub(super) fn limits(parameter: &Parameter, language: Language) -> String {
    let limits = &parameter.limits;
    let unit = language.choose(
        match limits.unit {
            catalogue::LengthUnit::Characters => "characters",
            catalogue::LengthUnit::Bytes => "bytes",
            catalogue::LengthUnit::Utf16 => "UTF-16 units",
        },
        match limits.unit {
            catalogue::LengthUnit::Characters => "个字符",
            catalogue::LengthUnit::Bytes => "字节",
            catalogue::LengthUnit::Utf16 => "个UTF-16单元",
        },
    );
    let mut words = Vec::new();
    let mut say = |english: &str, chinese: &str, number: &str| {
        words.push(language.choose(english, chinese).replace("{}", number));
    };
    if let Some(min) = limits.min_length {
        say("at least {} ", "至少{}", &min.to_string());
    }
    if let Some(max) = limits.max_length.number() {
        say("at most {} ", "最多{}", &max.to_string());
    }
    let mut words: Vec<String> = words.into_iter().map(|said| said + unit).collect();
    if limits.max_length == Length::Unlimited {
        words.push(language.choose("any length", "长度不限").to_owned());
    }
    if let Some(max) = limits.max_items.number() {
        words.push(match language {
            Language::English => format!("at most {max} elements"),
            Language::Chinese => format!("最多{max}个元素"),
        });
    }
    words.extend(limits.minimum.iter().map(|bound| format!("≥ {bound}")));
    words.extend(limits.maximum.iter().map(|bound| format!("≤ {bound}")));
    words.extend(parameter.format.iter().map(catalogue::Format::describe));
    words.join(", ")
}

/// The word for how much a parameter is needed.
pub(super) const fn presence(parameter: &Parameter) -> &'static str {
    match parameter.presence {
        Presence::Mandatory => "mandatory",
        Presence::Optional => "optional",
        Presence::Conditional { .. } => "conditional",
    }
}

struct Rows<'a> {
    family: &'a Family,
    language: Language,
    done: Vec<Value>,
}

impl<'a> Rows<'a> {
    const fn new(family: &'a Family, language: Language) -> Self {
        Self {
            family,
            language,
            done: Vec::new(),
        }
    }

    fn texts(
        &mut self,
        parameters: &[&'a Parameter],
        location: Location,
        pairs: Vec<(String, String)>,
    ) {
        for (name, text) in pairs {
            let mut known = parameters.iter();
            let known = known.find(|it| it.location == location && it.name == name);
            let carried = known.is_none() && self.is_carried(&name);
            self.row(&name, location, 0, known.copied(), Some(&text), carried);
        }
    }

    /// Headers are many, and most belong to HTTP: only documented ones have rows.
    fn headers(&mut self, parameters: &[&'a Parameter], headers: &[(String, String)]) {
        for (name, value) in headers {
            let known = parameters.iter().find(|parameter| {
                parameter.location == Location::Header && parameter.name.eq_ignore_ascii_case(name)
            });
            if known.is_some() || self.is_carried(name) {
                let carried = known.is_none();
                let at = Location::Header;
                self.row(name, at, 0, known.copied(), Some(value), carried);
            }
        }
    }

    fn body(&mut self, parameters: &[&'a Parameter], content: &Content) {
        let at = |location| {
            let all = parameters.iter().copied();
            all.filter(|parameter| parameter.location == location)
                .collect::<Vec<_>>()
        };
        let form = at(Location::Form);
        if !form.is_empty() {
            self.texts(&form, Location::Form, parse_query(&content.body));
            return;
        }
        if let Ok(Value::Object(members)) = serde_json::from_str(&content.body) {
            self.object(&at(Location::Body), &members, 0);
        }
    }

    fn object(&mut self, parameters: &[&'a Parameter], members: &Map<String, Value>, depth: usize) {
        for (name, value) in members {
            let known = parameters
                .iter()
                .find(|parameter| parameter.name == *name)
                .copied();
            match value {
                Value::Object(inside) => {
                    self.row(name, Location::Body, depth, known, None, false);
                    self.object(&self.fields(known), inside, depth + 1);
                }
                Value::Array(elements) if elements.iter().any(Value::is_object) => {
                    for (index, element) in elements.iter().enumerate() {
                        let name = format!("{name}[{index}]");
                        self.row(&name, Location::Body, depth, known, None, false);
                        if let Value::Object(inside) = element {
                            self.object(&self.fields(known), inside, depth + 1);
                        }
                    }
                }
                Value::String(text) => {
                    self.row(name, Location::Body, depth, known, Some(text), false);
                }
                other => {
                    let text = other.to_string();
                    self.row(name, Location::Body, depth, known, Some(&text), false);
                }
            }
        }
    }

    fn fields(&self, parameter: Option<&'a Parameter>) -> Vec<&'a Parameter> {
        let r#type = parameter.map(|parameter| parameter.r#type.value.innermost());
        let fields = r#type.and_then(|r#type| self.family.fields_of(r#type));
        fields.unwrap_or_default().iter().collect()
    }

    /// Whether a scheme of the family puts a value of this name on messages.
    fn is_carried(&self, name: &str) -> bool {
        let mut carried = self
            .family
            .schemes
            .values()
            .flat_map(|scheme| &scheme.carries);
        carried.any(|carried| carried.wire_name.eq_ignore_ascii_case(name))
    }

    fn row(
        &mut self,
        name: &str,
        location: Location,
        depth: usize,
        known: Option<&Parameter>,
        text: Option<&str>,
        is_carried: bool,
    ) {
        if self.done.len() >= MOST_ROWS {
            return;
        }
        let max = known.and_then(|parameter| parameter.limits.max_length.number());
        let is_measured = known.is_some_and(|parameter| {
            parameter.limits.advisory.is_none() && !matches!(parameter.r#type.value, Type::List(_))
        });
        let count = text.zip(known).map(|(text, parameter)| {
            length(
                text,
                match parameter.limits.unit {
                    catalogue::LengthUnit::Characters => LengthUnit::Characters,
                    catalogue::LengthUnit::Bytes => LengthUnit::Bytes,
                    catalogue::LengthUnit::Utf16 => LengthUnit::Utf16,
                },
            )
        });
        let is_over = is_measured
            && count
                .zip(max)
                .is_some_and(|(count, max)| count as u64 > max);
        let meaning = text.zip(known).and_then(|(text, parameter)| {
            let mut listed = self.family.values_of(parameter).iter();
            listed.find(|value| value.value == text)
        });
        let shown = text.map(|text| view::shortened(text, LONGEST));
        let pages = known.map(|parameter| {
            let ids = parameter.provenance.pages.iter();
            view::pages(Some(self.family), ids.map(|page| page.value.as_str()))
        });
        let row = json!({
            "name": name,
            "location": location.as_str(),
            "depth": depth.min(5),
            "value": shown,
            "meaning": meaning.map(|value| self.language.text(&value.doc)),
            "known": known.is_some() || is_carried,
            "signs": is_carried,
            "type": known.map(|parameter| parameter.r#type.value.expression()),
            "need": known.map(presence),
            "count": count,
            "max": max,
            "limits": known.map(|parameter| limits(parameter, self.language)),
            "over": is_over,
            "doc": known.map(|parameter| self.language.text(&parameter.doc)),
            "pages": pages.unwrap_or_default(),
        });
        self.done.push(row);
    }
}
