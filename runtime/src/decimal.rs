//! Decimal numbers that keep their text.

use std::cmp::Ordering;
use std::fmt::{self, Debug, Display};
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Error as _, Serialize, Serializer};

use crate::validate::{AsText, Number, NumberText};

/// The name under which `serde_json` hands over a number as it is written. Others take it for a plain newtype.
pub(crate) const AS_WRITTEN: &str = "$serde_json::private::RawValue";

/// A decimal number, kept as it was written: no digit is lost to binary floating point.
///
/// The text follows JSON's grammar for numbers. Comparing compares the numbers: `1.50` equals `1.5`.
///
/// Read from a JSON number or from a text. Written as a JSON number; where a contract wants a text, put
/// `#[serde(with = "koo_runtime::decimal::text")]` on the field.
///
/// ```
/// use koo_runtime::Decimal;
///
/// let price: Decimal = "1234567.10".parse()?;
/// assert_eq!(price.as_str(), "1234567.10");
/// assert_eq!(price, "1234567.1".parse()?);
/// assert!(price > Decimal::from(1_000_000));
///
/// let read: Vec<Decimal> = serde_json::from_str(r#"[0.10, "0.10"]"#)?;
/// assert_eq!(read[0].as_str(), "0.10");
/// assert_eq!(read[0], read[1]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Decimal(Box<str>);

/// The text is no decimal number. Does not hold the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a decimal number")]
pub struct NotDecimal;

impl Decimal {
    /// The number as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The nearest binary floating-point number; infinite if there is none that large.
    pub fn to_f64(&self) -> f64 {
        // What JSON allows as a number, `f64` can read.
        self.0.parse().unwrap_or(f64::NAN)
    }

    fn number(&self) -> Option<NumberText<'_>> {
        NumberText::parse(&self.0)
    }

    /// The number in a type that serializers know, if one holds it exactly.
    fn serialize_exactly<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Ok(number) = self.0.parse() {
            return serializer.serialize_i64(number);
        }
        if let Ok(number) = self.0.parse() {
            return serializer.serialize_u64(number);
        }
        if let Ok(number) = self.0.parse() {
            return serializer.serialize_i128(number);
        }
        let number = self.to_f64();
        // A serializer writes the shortest text that reads back as the same float; so does `to_string`.
        let exact = number
            .to_string()
            .parse()
            .is_ok_and(|written: Self| written == *self);
        if exact {
            serializer.serialize_f64(number)
        } else {
            Err(S::Error::custom(
                "a decimal number has more digits than a JSON number carries; write it as a text",
            ))
        }
    }
}

impl FromStr for Decimal {
    type Err = NotDecimal;

    fn from_str(text: &str) -> Result<Self, NotDecimal> {
        match NumberText::parse(text) {
            Some(_) => Ok(Self(text.into())),
            None => Err(NotDecimal),
        }
    }
}

impl TryFrom<String> for Decimal {
    type Error = NotDecimal;

    fn try_from(text: String) -> Result<Self, NotDecimal> {
        match NumberText::parse(&text) {
            Some(_) => Ok(Self(text.into())),
            None => Err(NotDecimal),
        }
    }
}

impl TryFrom<&str> for Decimal {
    type Error = NotDecimal;

    fn try_from(text: &str) -> Result<Self, NotDecimal> {
        text.parse()
    }
}

impl TryFrom<f64> for Decimal {
    type Error = NotDecimal;

    /// The shortest text that reads back as the same `number`.
    ///
    /// # Errors
    ///
    /// [`NotDecimal`] if it is infinite or no number.
    fn try_from(number: f64) -> Result<Self, NotDecimal> {
        number.to_string().try_into()
    }
}

macro_rules! from_integers {
    ($($integer:ty),*) => {$(
        impl From<$integer> for Decimal {
            fn from(number: $integer) -> Self {
                Self(number.to_string().into())
            }
        }
    )*};
}

from_integers!(
    u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize
);

/// Zero.
impl Default for Decimal {
    fn default() -> Self {
        Self("0".into())
    }
}

/// The number as it was written.
impl Display for Decimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.0)
    }
}

impl Debug for Decimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Decimal({})", self.0)
    }
}

impl AsRef<str> for Decimal {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.number(), other.number()) {
            (Some(number), Some(other)) => number.compare(&other),
            // Never: every constructor has parsed the text.
            _ => self.0.cmp(&other.0),
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Decimal {}

/// Equal numbers hash alike, however they are written.
impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Some(number) = self.number() else { return };
        number.scale().hash(state);
        for digit in number.significant() {
            digit.hash(state);
        }
    }
}

impl AsText for Decimal {
    fn as_text(&self) -> Option<&str> {
        Some(&self.0)
    }
}

impl Number for Decimal {
    fn is_below(&self, bound: i128) -> bool {
        *self < Self::from(bound)
    }

    fn is_above(&self, bound: i128) -> bool {
        *self > Self::from(bound)
    }
}

/// As a number.
///
/// # Errors
///
/// If no number of the serializer holds every digit, which for fractions is sure only up to 15 digits.
impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize_exactly(serializer)
    }
}

/// From a number or a text.
impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(AS_WRITTEN, DecimalVisitor)
    }
}

struct DecimalVisitor;

impl<'de> Visitor<'de> for DecimalVisitor {
    type Value = Decimal;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a decimal number")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Decimal, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Decimal, E> {
        text.try_into().map_err(E::custom)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Decimal, E> {
        Ok(number.into())
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Decimal, E> {
        Ok(number.into())
    }

    fn visit_i128<E: de::Error>(self, number: i128) -> Result<Decimal, E> {
        Ok(number.into())
    }

    fn visit_u128<E: de::Error>(self, number: u128) -> Result<Decimal, E> {
        Ok(number.into())
    }

    fn visit_f32<E: de::Error>(self, number: f32) -> Result<Decimal, E> {
        // Not by way of `f64`, which would show the digits that `f32` does not have.
        number.to_string().try_into().map_err(E::custom)
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Decimal, E> {
        number.try_into().map_err(E::custom)
    }

    /// A format that does not know [`AS_WRITTEN`].
    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Decimal, D::Error> {
        deserializer.deserialize_any(self)
    }

    /// How `serde_json` hands over JSON as it is written, and every number if built with `arbitrary_precision`: as the
    /// only member of a map.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Decimal, A::Error> {
        let Some((name, written)) = map.next_entry::<String, String>()? else {
            return Err(de::Error::custom(NotDecimal));
        };
        if !name.starts_with("$serde_json::private::") {
            return Err(de::Error::custom(NotDecimal));
        }
        if written.starts_with('"') {
            // The text as written has its quotes, and may have escapes.
            let text: String =
                serde_json::from_str(&written).map_err(|_| de::Error::custom(NotDecimal))?;
            return text.try_into().map_err(de::Error::custom);
        }
        written.try_into().map_err(de::Error::custom)
    }
}

/// Decimal numbers as texts: `#[serde(with = "koo_runtime::decimal::text")]`, on a [`Decimal`] or an
/// `Option<Decimal>`.
///
/// ```
/// use koo_runtime::Decimal;
///
/// #[derive(serde::Serialize, serde::Deserialize)]
/// struct Usage {
///     #[serde(with = "koo_runtime::decimal::text")]
///     value: Decimal,
///     #[serde(with = "koo_runtime::decimal::text", default, skip_serializing_if = "Option::is_none")]
///     rebate: Option<Decimal>,
/// }
///
/// let usage: Usage = serde_json::from_str(r#"{"value":12.50}"#)?;
/// assert_eq!(serde_json::to_string(&usage)?, r#"{"value":"12.50"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub mod text {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Decimal;

    /// [`Decimal`] and `Option<Decimal>`.
    pub trait Texts: for<'de> Deserialize<'de> + sealed::Sealed {
        /// What is written.
        #[doc(hidden)]
        fn text(&self) -> impl Serialize;
    }

    mod sealed {
        pub trait Sealed {}
        impl Sealed for super::Decimal {}
        impl Sealed for Option<super::Decimal> {}
    }

    impl Texts for Decimal {
        fn text(&self) -> impl Serialize {
            self.as_str()
        }
    }

    impl Texts for Option<Decimal> {
        fn text(&self) -> impl Serialize {
            self.as_ref().map(Decimal::as_str)
        }
    }

    /// Writes a text.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    pub fn serialize<T: Texts, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.text().serialize(serializer)
    }

    /// Reads a text, or a number.
    ///
    /// # Errors
    ///
    /// If it is no decimal number.
    pub fn deserialize<'de, T: Texts, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<T, D::Error> {
        T::deserialize(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use serde::de::IntoDeserializer as _;
    use serde::de::value::{Error, F64Deserializer, MapDeserializer};
    use serde::{Deserialize, Serialize};

    use super::{AS_WRITTEN, Decimal};

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn json_numbers_keep_every_digit() {
        for text in [
            "0.10",
            "12345678901234567890.123456789",
            "1E+2",
            "-0.0",
            "100",
        ] {
            assert_eq!(
                serde_json::from_str::<Decimal>(text).unwrap().as_str(),
                text
            );
            assert_eq!(
                serde_json::from_str::<Decimal>(&format!("\"{text}\""))
                    .unwrap()
                    .as_str(),
                text
            );
            assert_eq!(
                serde_json::from_slice::<Decimal>(text.as_bytes())
                    .unwrap()
                    .as_str(),
                text
            );
            assert_eq!(
                serde_json::from_reader::<_, Decimal>(text.as_bytes())
                    .unwrap()
                    .as_str(),
                text
            );
        }
        assert_eq!(
            serde_json::from_str::<Decimal>(r#""\u0031.5""#)
                .unwrap()
                .as_str(),
            "1.5"
        );
    }

    #[test]
    fn other_deserializers_give_the_shortest_text() {
        let number: F64Deserializer<Error> = 0.1.into_deserializer();
        assert_eq!(Decimal::deserialize(number).unwrap().as_str(), "0.1");
        let value = serde_json::json!({"a": 12.5, "b": "12.50", "c": 7});
        for (name, text) in [("a", "12.5"), ("b", "12.50"), ("c", "7")] {
            assert_eq!(Decimal::deserialize(&value[name]).unwrap().as_str(), text);
            assert_eq!(
                serde_json::from_value::<Decimal>(value[name].clone())
                    .unwrap()
                    .as_str(),
                text
            );
        }
    }

    #[test]
    fn inside_flattened_structs() {
        #[derive(Deserialize)]
        struct Outer {
            #[serde(flatten)]
            inner: Inner,
        }
        #[derive(Deserialize)]
        struct Inner {
            price: Decimal,
        }
        let outer: Outer = serde_json::from_str(r#"{"price": 12.5}"#).unwrap();
        assert_eq!(outer.inner.price, decimal("12.5"));
    }

    #[test]
    fn arbitrary_precision_of_serde_json() {
        let entry = [("$serde_json::private::Number", "0.10")];
        let map: MapDeserializer<'_, _, Error> = MapDeserializer::new(entry.into_iter());
        // What its deserializer does when asked for anything, a newtype included.
        let read = serde::Deserializer::deserialize_any(map, super::DecimalVisitor);
        assert_eq!(read.unwrap().as_str(), "0.10");
    }

    #[test]
    fn the_name_is_still_that_of_serde_json() {
        struct Probe;
        impl<'de> serde::de::Visitor<'de> for Probe {
            type Value = String;
            fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str("raw JSON")
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                mut map: A,
            ) -> Result<String, A::Error> {
                Ok(map.next_entry::<String, String>()?.unwrap().1)
            }
        }
        let mut json = serde_json::Deserializer::from_str("1.50");
        let raw = serde::Deserializer::deserialize_newtype_struct(&mut json, AS_WRITTEN, Probe);
        assert_eq!(raw.unwrap(), "1.50");
    }

    #[test]
    fn errors_do_not_show_the_value() {
        for text in [
            "\"s3cret\"",
            "true",
            "{\"s3cret\":1}",
            "[1]",
            "null",
            "\"01\"",
        ] {
            let error = serde_json::from_str::<Decimal>(text)
                .unwrap_err()
                .to_string();
            assert!(
                !error.contains("s3cret") && !error.contains("01"),
                "{error}"
            );
        }
    }

    #[test]
    fn writes_numbers_or_refuses_to_lose_digits() {
        for (text, written) in [
            ("5", "5"),
            ("-7", "-7"),
            ("18446744073709551615", "18446744073709551615"),
            (
                "170141183460469231731687303715884105727",
                "170141183460469231731687303715884105727",
            ),
            ("12.50", "12.5"),
            ("0.1", "0.1"),
            ("99999999999.9999", "99999999999.9999"),
        ] {
            assert_eq!(serde_json::to_string(&decimal(text)).unwrap(), written);
        }
        for text in ["0.12345678901234567890", "1e400"] {
            let error = serde_json::to_string(&decimal(text))
                .unwrap_err()
                .to_string();
            assert!(
                error.contains("more digits") && !error.contains(text),
                "{error}"
            );
        }
    }

    #[test]
    fn texts_when_asked_for() {
        #[derive(Debug, PartialEq, Serialize, Deserialize)]
        struct Usage {
            #[serde(with = "super::text")]
            value: Decimal,
            #[serde(with = "super::text", default)]
            rebate: Option<Decimal>,
        }
        let usage: Usage =
            serde_json::from_str(r#"{"value": 0.12345678901234567890, "rebate": "1"}"#).unwrap();
        let json = serde_json::to_string(&usage).unwrap();
        assert_eq!(json, r#"{"value":"0.12345678901234567890","rebate":"1"}"#);
        assert_eq!(serde_json::from_str::<Usage>(&json).unwrap(), usage);
        let usage: Usage = serde_json::from_str(r#"{"value": 1, "rebate": null}"#).unwrap();
        assert_eq!(
            serde_json::to_string(&usage).unwrap(),
            r#"{"value":"1","rebate":null}"#
        );
    }

    #[test]
    fn equal_numbers_are_equal_and_hash_alike() {
        let set: HashSet<_> = ["1.50", "1.5", "15e-1", "0.0", "-0", "100", "1e2"]
            .map(decimal)
            .into();
        assert_eq!(set.len(), 3);
        assert!(decimal("2") > decimal("1.99") && decimal("-2") < decimal("-1.99"));
        assert_eq!(Decimal::default(), decimal("0"));
        assert_eq!(format!("{:>6}", decimal("1.5")), "   1.5");
    }

    #[test]
    fn conversions() {
        assert_eq!(Decimal::from(-7).as_str(), "-7");
        assert_eq!(Decimal::try_from(0.1).unwrap().as_str(), "0.1");
        assert!(Decimal::try_from(f64::NAN).is_err() && Decimal::try_from(f64::INFINITY).is_err());
        assert!((decimal("12.5").to_f64() - 12.5).abs() < f64::EPSILON);
    }
}
