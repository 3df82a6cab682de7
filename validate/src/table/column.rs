//! What a column can hold.

use sqlparser::ast::{
    BinaryLength, CharLengthUnits, CharacterLength, DataType, EnumMember, ExactNumberInfo,
};

use super::Dialect;

/// What a column can hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Holds {
    /// Text of so many characters or bytes; of any length if none is given.
    Text(Option<(u64, Unit)>),
    /// Whole numbers of so many digits at least.
    Whole(u32),
    /// Decimal numbers: digits in all, and after the point; any if none are given.
    Decimal(Option<(u64, u64)>),
    /// Binary fractions.
    Float,
    Boolean,
    /// A date, a time or both.
    Time,
    Json,
    Uuid,
    /// One of these texts.
    OneOf(Vec<String>),
    /// Something this crate knows nothing about.
    Other,
}

/// What the width of a column counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Characters,
    Bytes,
}

/// What a type of a dialect can hold.
pub(super) fn holds(data_type: &DataType, dialect: Dialect) -> Holds {
    let own_unit = match dialect {
        Dialect::Oracle => Unit::Bytes,
        _ => Unit::Characters,
    };
    let held = match data_type {
        DataType::Character(length) | DataType::Char(length) => {
            characters(length.as_ref(), Some(1), own_unit)
        }
        DataType::CharacterVarying(length)
        | DataType::CharVarying(length)
        | DataType::Varchar(length) => characters(length.as_ref(), None, own_unit),
        DataType::Nvarchar(length) => characters(length.as_ref(), None, Unit::Characters),
        DataType::CharacterLargeObject(_)
        | DataType::CharLargeObject(_)
        | DataType::Clob(_)
        | DataType::Bytea
        | DataType::String(None)
        | DataType::Varbinary(None | Some(BinaryLength::Max)) => Holds::Text(None),
        DataType::String(Some(length)) => Holds::Text(Some((*length, own_unit))),
        DataType::Binary(length) => Holds::Text(Some((length.unwrap_or(1), Unit::Bytes))),
        DataType::Varbinary(Some(BinaryLength::IntegerLength { length })) => {
            Holds::Text(Some((*length, Unit::Bytes)))
        }
        // Only MySQL bounds these, and in bytes.
        DataType::TinyText | DataType::TinyBlob => bytes(dialect, u8::MAX.into()),
        DataType::Text | DataType::Blob(_) => bytes(dialect, u16::MAX.into()),
        DataType::MediumText | DataType::MediumBlob => bytes(dialect, (1 << 24) - 1),
        DataType::LongText | DataType::LongBlob => bytes(dialect, u32::MAX.into()),
        DataType::Numeric(info)
        | DataType::Decimal(info)
        | DataType::DecimalUnsigned(info)
        | DataType::Dec(info)
        | DataType::DecUnsigned(info) => decimal(*info, dialect),
        DataType::TinyInt(_) | DataType::TinyIntUnsigned(_) => Holds::Whole(2),
        DataType::SmallInt(_)
        | DataType::SmallIntUnsigned(_)
        | DataType::Int2(_)
        | DataType::Int2Unsigned(_) => Holds::Whole(4),
        DataType::MediumInt(_) | DataType::MediumIntUnsigned(_) => Holds::Whole(6),
        DataType::Int(_)
        | DataType::Integer(_)
        | DataType::Int4(_)
        | DataType::IntUnsigned(_)
        | DataType::IntegerUnsigned(_)
        | DataType::Int4Unsigned(_) => Holds::Whole(9),
        DataType::BigInt(_)
        | DataType::BigIntUnsigned(_)
        | DataType::Int8(_)
        | DataType::Int8Unsigned(_) => Holds::Whole(18),
        DataType::Float(_)
        | DataType::FloatUnsigned(_)
        | DataType::Float4
        | DataType::Float8
        | DataType::Real
        | DataType::RealUnsigned
        | DataType::Double(_)
        | DataType::DoubleUnsigned(_)
        | DataType::DoublePrecision
        | DataType::DoublePrecisionUnsigned => Holds::Float,
        DataType::Bool | DataType::Boolean => Holds::Boolean,
        DataType::Date | DataType::Time(..) | DataType::Datetime(_) | DataType::Timestamp(..) => {
            Holds::Time
        }
        DataType::JSON | DataType::JSONB => Holds::Json,
        DataType::Uuid => Holds::Uuid,
        DataType::Enum(members, _) => Holds::OneOf(
            members
                .iter()
                .map(|member| match member {
                    EnumMember::Name(name) | EnumMember::NamedValue(name, _) => name.clone(),
                })
                .collect(),
        ),
        DataType::Custom(name, modifiers) => custom(&name.to_string(), modifiers, own_unit),
        _ => Holds::Other,
    };
    match held {
        // Whatever is declared, any text and any number goes in.
        Holds::Text(_) | Holds::Whole(_) | Holds::Decimal(_) | Holds::Float
            if dialect == Dialect::Sqlite =>
        {
            Holds::Text(None)
        }
        held => held,
    }
}

fn characters(length: Option<&CharacterLength>, otherwise: Option<u64>, own: Unit) -> Holds {
    Holds::Text(match length {
        Some(CharacterLength::IntegerLength { length, unit }) => {
            let unit = match unit {
                Some(CharLengthUnits::Characters) => Unit::Characters,
                Some(CharLengthUnits::Octets) => Unit::Bytes,
                None => own,
            };
            Some((*length, unit))
        }
        Some(CharacterLength::Max) => None,
        None => otherwise.map(|length| (length, own)),
    })
}

const fn bytes(dialect: Dialect, most: u64) -> Holds {
    match dialect {
        Dialect::Mysql => Holds::Text(Some((most, Unit::Bytes))),
        _ => Holds::Text(None),
    }
}

fn decimal(info: ExactNumberInfo, dialect: Dialect) -> Holds {
    Holds::Decimal(match info {
        ExactNumberInfo::PrecisionAndScale(precision, scale) => {
            Some((precision, u64::try_from(scale).unwrap_or(0)))
        }
        ExactNumberInfo::Precision(precision) => Some((precision, 0)),
        ExactNumberInfo::None if dialect == Dialect::Mysql => Some((10, 0)),
        ExactNumberInfo::None => None,
    })
}

/// Types that the parser has no word for: those of Oracle, above all.
fn custom(name: &str, modifiers: &[String], own: Unit) -> Holds {
    let number = |index: usize| {
        let text = modifiers.get(index)?.split_whitespace().next()?;
        text.parse::<u64>().ok()
    };
    let says = |word: &str| {
        modifiers
            .iter()
            .any(|modifier| modifier.to_uppercase().ends_with(word))
    };
    match name.to_uppercase().as_str() {
        "VARCHAR2" => {
            let unit = match (says("CHAR"), says("BYTE")) {
                (true, _) => Unit::Characters,
                (_, true) => Unit::Bytes,
                _ => own,
            };
            Holds::Text(number(0).map(|length| (length, unit)))
        }
        "NVARCHAR2" | "NCHAR" | "CITEXT" => {
            Holds::Text(number(0).map(|length| (length, Unit::Characters)))
        }
        "RAW" => Holds::Text(number(0).map(|length| (length, Unit::Bytes))),
        "NCLOB" | "LONG" => Holds::Text(None),
        "NUMBER" => Holds::Decimal(number(0).map(|precision| (precision, number(1).unwrap_or(0)))),
        "TIMESTAMPTZ" => Holds::Time,
        _ => Holds::Other,
    }
}
