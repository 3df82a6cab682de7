//! A model taken apart into its members, so that each can travel where it belongs.

use std::fmt;

use serde::Serialize;
use serde::ser::{Error, Impossible, SerializeSeq, SerializeStruct, Serializer};

use crate::json::plain_text;

/// A member of a model.
#[derive(Clone, PartialEq)]
pub(super) struct Member {
    pub(super) name: &'static str,
    pub(super) value: Value,
}

/// The value of a member that is there.
#[derive(Clone, PartialEq)]
pub(super) enum Value {
    /// As JSON.
    Json(String),
    /// The bytes of a file.
    Bytes(Vec<u8>),
}

impl Member {
    /// The value as it travels outside a JSON document: text without quotes, everything else as its JSON.
    pub(super) fn text(&self) -> Option<String> {
        match &self.value {
            Value::Json(json) => plain_text(json),
            Value::Bytes(_) => None,
        }
    }
}

/// The model is none that can be taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unwritable;

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the request cannot be written")
    }
}

impl std::error::Error for Unwritable {}

impl Error for Unwritable {
    fn custom<T: fmt::Display>(_message: T) -> Self {
        Self
    }
}

/// The members of `model` that are there, in its order. Those in `files` are bytes, which as JSON would be many
/// times as long.
pub(super) fn members<T: Serialize>(
    model: &T,
    files: &[&'static str],
) -> Result<Vec<Member>, Unwritable> {
    model.serialize(Apart {
        files,
        members: Vec::new(),
    })
}

/// Takes a struct apart.
struct Apart<'f> {
    files: &'f [&'static str],
    members: Vec<Member>,
}

impl SerializeStruct for Apart<'_> {
    type Ok = Vec<Member>;
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        let value = if self.files.contains(&name) {
            value.serialize(Bytes)?.map(Value::Bytes)
        } else {
            let json = serde_json::to_string(value).map_err(|_| Unwritable)?;
            (json != "null").then_some(Value::Json(json))
        };
        self.members
            .extend(value.map(|value| Member { name, value }));
        Ok(())
    }

    fn end(self) -> Result<Self::Ok, Unwritable> {
        Ok(self.members)
    }
}

/// Methods of a serializer that takes nothing of the kind.
macro_rules! refuse {
    ($($method:ident($($kind:ty),*))*) => {
        $(refuse!(@one $method $($kind),*);)*
    };
    (@one $method:ident) => {
        fn $method(self) -> Result<Self::Ok, Unwritable> {
            Err(Unwritable)
        }
    };
    (@one $method:ident $kind:ty) => {
        fn $method(self, _value: $kind) -> Result<Self::Ok, Unwritable> {
            Err(Unwritable)
        }
    };
}

/// What none of the serializers here takes.
macro_rules! refuse_the_rest {
    () => {
        type Error = Unwritable;
        type SerializeTuple = Impossible<Self::Ok, Unwritable>;
        type SerializeTupleStruct = Impossible<Self::Ok, Unwritable>;
        type SerializeTupleVariant = Impossible<Self::Ok, Unwritable>;
        type SerializeMap = Impossible<Self::Ok, Unwritable>;
        type SerializeStructVariant = Impossible<Self::Ok, Unwritable>;

        refuse! {
            serialize_bool(bool) serialize_i8(i8) serialize_i16(i16) serialize_i32(i32)
            serialize_i64(i64) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64)
            serialize_f32(f32) serialize_f64(f64) serialize_char(char) serialize_str(&str)
            serialize_unit() serialize_unit_struct(&'static str)
        }

        fn serialize_unit_variant(
            self,
            _name: &'static str,
            _index: u32,
            _variant: &'static str,
        ) -> Result<Self::Ok, Unwritable> {
            Err(Unwritable)
        }

        fn serialize_newtype_struct<T: Serialize + ?Sized>(
            self,
            _name: &'static str,
            value: &T,
        ) -> Result<Self::Ok, Unwritable> {
            value.serialize(self)
        }

        fn serialize_newtype_variant<T: Serialize + ?Sized>(
            self,
            _name: &'static str,
            _index: u32,
            _variant: &'static str,
            _value: &T,
        ) -> Result<Self::Ok, Unwritable> {
            Err(Unwritable)
        }

        fn serialize_tuple(self, _len: usize) -> Result<Self::SerializeTuple, Unwritable> {
            Err(Unwritable)
        }

        fn serialize_tuple_struct(
            self,
            _name: &'static str,
            _len: usize,
        ) -> Result<Self::SerializeTupleStruct, Unwritable> {
            Err(Unwritable)
        }

        fn serialize_tuple_variant(
            self,
            _name: &'static str,
            _index: u32,
            _variant: &'static str,
            _len: usize,
        ) -> Result<Self::SerializeTupleVariant, Unwritable> {
            Err(Unwritable)
        }

        fn serialize_map(self, _len: Option<usize>) -> Result<Self::SerializeMap, Unwritable> {
            Err(Unwritable)
        }

        fn serialize_struct_variant(
            self,
            _name: &'static str,
            _index: u32,
            _variant: &'static str,
            _len: usize,
        ) -> Result<Self::SerializeStructVariant, Unwritable> {
            Err(Unwritable)
        }
    };
}

impl Serializer for Apart<'_> {
    type Ok = Vec<Member>;
    type SerializeStruct = Self;
    type SerializeSeq = Impossible<Self::Ok, Unwritable>;

    refuse_the_rest! {}
    refuse! { serialize_u8(u8) serialize_bytes(&[u8]) serialize_none() }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Self::Ok, Unwritable> {
        value.serialize(self)
    }

    fn serialize_seq(self, _len: Option<usize>) -> Result<Self::SerializeSeq, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_struct(self, _name: &'static str, _len: usize) -> Result<Self, Unwritable> {
        Ok(self)
    }
}

/// Collects bytes, from a list of them or at once.
struct Bytes;

/// The bytes so far.
struct ByteList(Vec<u8>);

impl Serializer for Bytes {
    type Ok = Option<Vec<u8>>;
    type SerializeStruct = Impossible<Self::Ok, Unwritable>;
    type SerializeSeq = ByteList;

    refuse_the_rest! {}
    refuse! { serialize_u8(u8) }

    fn serialize_bytes(self, value: &[u8]) -> Result<Self::Ok, Unwritable> {
        Ok(Some(value.to_vec()))
    }

    fn serialize_none(self) -> Result<Self::Ok, Unwritable> {
        Ok(None)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Self::Ok, Unwritable> {
        value.serialize(self)
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<ByteList, Unwritable> {
        Ok(ByteList(Vec::with_capacity(len.unwrap_or_default())))
    }

    fn serialize_struct(
        self,
        _name: &'static str,
        _len: usize,
    ) -> Result<Self::SerializeStruct, Unwritable> {
        Err(Unwritable)
    }
}

impl SerializeSeq for ByteList {
    type Ok = Option<Vec<u8>>;
    type Error = Unwritable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        self.0.push(value.serialize(Byte)?);
        Ok(())
    }

    fn end(self) -> Result<Self::Ok, Unwritable> {
        Ok(Some(self.0))
    }
}

/// Takes one byte.
struct Byte;

impl Serializer for Byte {
    type Ok = u8;
    type SerializeStruct = Impossible<u8, Unwritable>;
    type SerializeSeq = Impossible<u8, Unwritable>;

    refuse_the_rest! {}
    refuse! { serialize_bytes(&[u8]) serialize_none() }

    fn serialize_u8(self, value: u8) -> Result<u8, Unwritable> {
        Ok(value)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, _value: &T) -> Result<u8, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_seq(self, _len: Option<usize>) -> Result<Self::SerializeSeq, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_struct(
        self,
        _name: &'static str,
        _len: usize,
    ) -> Result<Self::SerializeStruct, Unwritable> {
        Err(Unwritable)
    }
}

#[cfg(test)]
mod tests;
