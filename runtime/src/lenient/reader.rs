//! The deserializer that forgives.

use std::cell::RefCell;
use std::slice;

use serde::de::value::{MapDeserializer, StrDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error as _, IntoDeserializer as _, MapAccess,
    SeqAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::{Observation, ObservationKind, ReadError, Reason};
use crate::decimal::AS_WRITTEN;
use crate::json::{Json, Member};
use crate::validate::Path;

/// How many observations are kept: a hostile body may give cause for very many.
const KEPT: usize = 1000;

/// The leniencies taken so far.
pub(super) struct Notes {
    pub(super) found: Vec<Observation>,
    /// Whether everything arrives as text, so that text for a number is nothing to report.
    only_text: bool,
}

impl Notes {
    pub(super) fn all() -> Self {
        Self {
            found: Vec::new(),
            only_text: false,
        }
    }

    pub(super) fn of_params() -> Self {
        Self {
            found: Vec::new(),
            only_text: true,
        }
    }

    fn add(&mut self, at: &Path<'_>, kind: ObservationKind) {
        let usual = matches!(
            kind,
            ObservationKind::TextAsNumber | ObservationKind::TextAsBoolean
        );
        if self.found.len() < KEPT && !(usual && self.only_text) {
            self.found.push(Observation {
                path: at.to_string(),
                kind,
            });
        }
    }
}

/// Reads one JSON value into whatever the model expects there.
#[derive(Clone, Copy)]
pub(super) struct Reader<'r> {
    json: &'r Json<'r>,
    at: &'r Path<'r>,
    notes: &'r RefCell<Notes>,
}

impl<'r> Reader<'r> {
    pub(super) fn new(json: &'r Json<'r>, at: &'r Path<'r>, notes: &'r RefCell<Notes>) -> Self {
        Self { json, at, notes }
    }

    fn note(&self, kind: ObservationKind) {
        self.notes.borrow_mut().add(self.at, kind);
    }

    /// The value as text, if it is one of the types that have an obvious text.
    fn text(&self) -> Option<&'r str> {
        match self.json {
            Json::Text(text) => Some(text),
            Json::Number(number) => {
                self.note(ObservationKind::NumberAsText);
                Some(number)
            }
            Json::Bool(value) => {
                self.note(ObservationKind::BooleanAsText);
                Some(if *value { "true" } else { "false" })
            }
            Json::Null | Json::Array(_) | Json::Object(_) => None,
        }
    }

    fn integer<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.json {
            Json::Text(text) if is_integer(text) => {
                self.note(ObservationKind::TextAsNumber);
                number(text, visitor)
            }
            _ => self.deserialize_any(visitor),
        }
    }

    fn float<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.json {
            // What serde_json reads as a number is a JSON number, so not `inf` and not `0x1`.
            Json::Text(text) if serde_json::from_str::<f64>(text.trim()).is_ok() => {
                self.note(ObservationKind::TextAsNumber);
                number(text.trim(), visitor)
            }
            _ => self.deserialize_any(visitor),
        }
    }

    fn wrong_type<'de, V: Visitor<'de>>(&self, visitor: &V) -> ReadError {
        ReadError::wrong_type(visitor, self.json.kind())
    }
}

/// Whether `text` is an optional minus and digits.
fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Hands the number over in the narrowest type that holds it exactly.
fn number<'de, V: Visitor<'de>>(text: &str, visitor: V) -> Result<V::Value, ReadError> {
    if let Ok(value) = text.parse::<u64>() {
        visitor.visit_u64(value)
    } else if let Ok(value) = text.parse::<i64>() {
        visitor.visit_i64(value)
    } else if let Ok(value) = text.parse::<i128>() {
        visitor.visit_i128(value)
    } else if let Ok(value) = text.parse::<f64>()
        && value.is_finite()
    {
        visitor.visit_f64(value)
    } else {
        Err(ReadError::new(Reason::Unacceptable))
    }
}

macro_rules! through {
    ($($method:ident)* => $read:ident) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
            self.$read(visitor)
        })*
    };
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self.json {
            Json::Null => visitor.visit_unit(),
            Json::Bool(value) => visitor.visit_bool(*value),
            Json::Number(text) => number(text, visitor),
            Json::Text(text) => visitor.visit_str(text),
            Json::Array(items) => visitor.visit_seq(Items {
                reader: self,
                rest: items.iter(),
                next: 0,
            }),
            Json::Object(members) => visitor.visit_map(Members::new(self, members, &[])),
        }
    }

    through! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        => integer
    }

    through! { deserialize_f32 deserialize_f64 => float }

    through! { deserialize_char deserialize_string deserialize_identifier => deserialize_str }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self.text() {
            Some(text) => visitor.visit_str(text),
            None => Err(self.wrong_type(&visitor)),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        let value = match self.json {
            Json::Text(text) if text == "true" => true,
            Json::Text(text) if text == "false" => false,
            _ => return self.deserialize_any(visitor),
        };
        self.note(ObservationKind::TextAsBoolean);
        visitor.visit_bool(value)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        if *self.json == Json::Null {
            self.note(ObservationKind::NullAsAbsent);
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        if name == AS_WRITTEN {
            let mut text = String::new();
            self.json.write(&mut text);
            let member = std::iter::once((AS_WRITTEN, text));
            return visitor.visit_map(MapDeserializer::new(member));
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        match self.json {
            Json::Object(members) => visitor.visit_map(Members::new(self, members, fields)),
            Json::Text(text) => match Json::from_slice(text.as_bytes()) {
                Ok(Json::Object(members)) => {
                    self.note(ObservationKind::TextAsObject);
                    let inner = Json::Object(members);
                    Reader::new(&inner, self.at, self.notes)
                        .deserialize_struct(name, fields, visitor)
                }
                _ => Err(self.wrong_type(&visitor)),
            },
            _ => Err(self.wrong_type(&visitor)),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        if let Json::Object(members) = self.json
            && let [member] = members.as_slice()
        {
            return visitor.visit_enum(Variant {
                reader: self,
                member,
            });
        }
        match self.text() {
            Some(text) => visitor.visit_enum(text.into_deserializer()),
            None => Err(self.wrong_type(&visitor)),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        self.note(ObservationKind::UnknownField);
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bytes byte_buf unit unit_struct seq tuple tuple_struct map
    }
}

/// The elements of an array.
struct Items<'r> {
    reader: Reader<'r>,
    rest: slice::Iter<'r, Json<'r>>,
    next: usize,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = ReadError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Self::Error> {
        let Some(json) = self.rest.next() else {
            return Ok(None);
        };
        let at = self.reader.at.index(self.next);
        self.next += 1;
        seed.deserialize(Reader::new(json, &at, self.reader.notes))
            .map(Some)
            .map_err(|error| error.located(&at))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

/// The members of an object. Those of a known field whose value is null are passed over.
struct Members<'r> {
    reader: Reader<'r>,
    rest: slice::Iter<'r, Member<'r>>,
    fields: &'static [&'static str],
    current: Option<&'r Member<'r>>,
}

impl<'r> Members<'r> {
    fn new(reader: Reader<'r>, members: &'r [Member<'r>], fields: &'static [&'static str]) -> Self {
        Self {
            reader,
            rest: members.iter(),
            fields,
            current: None,
        }
    }
}

impl<'de> MapAccess<'de> for Members<'_> {
    type Error = ReadError;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Self::Error> {
        for member in self.rest.by_ref() {
            let at = self.reader.at.field(&member.name);
            if member.repeated {
                let mut notes = self.reader.notes.borrow_mut();
                notes.add(&at, ObservationKind::RepeatedMember);
            }
            if member.value == Json::Null && self.fields.contains(&member.name.as_ref()) {
                let mut notes = self.reader.notes.borrow_mut();
                notes.add(&at, ObservationKind::NullAsAbsent);
                continue;
            }
            self.current = Some(member);
            let name: StrDeserializer<'_, ReadError> = member.name.as_ref().into_deserializer();
            return seed
                .deserialize(name)
                .map(Some)
                .map_err(|error| error.located(&at));
        }
        Ok(None)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<T::Value, Self::Error> {
        let Some(member) = self.current.take() else {
            return Err(ReadError::custom("a value was asked for before its name"));
        };
        let at = self.reader.at.field(&member.name);
        seed.deserialize(Reader::new(&member.value, &at, self.reader.notes))
            .map_err(|error| error.located(&at))
    }
}

/// An enum variant with content: an object with one member.
struct Variant<'r> {
    reader: Reader<'r>,
    member: &'r Member<'r>,
}

impl<'de, 'r> EnumAccess<'de> for Variant<'r> {
    type Error = ReadError;
    type Variant = Reader<'r>;

    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        seed: V,
    ) -> Result<(V::Value, Self::Variant), Self::Error> {
        let name: StrDeserializer<'_, ReadError> = self.member.name.as_ref().into_deserializer();
        let content = Reader {
            json: &self.member.value,
            ..self.reader
        };
        Ok((seed.deserialize(name)?, content))
    }
}

impl<'de> VariantAccess<'de> for Reader<'_> {
    type Error = ReadError;

    fn unit_variant(self) -> Result<(), Self::Error> {
        match self.json {
            Json::Null => Ok(()),
            _ => Err(ReadError::new(Reason::Unacceptable)),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(
        self,
        seed: T,
    ) -> Result<T::Value, Self::Error> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.deserialize_struct("", fields, visitor)
    }
}
