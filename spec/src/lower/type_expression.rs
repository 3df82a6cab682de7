//! Type expressions: `string`, `decimal(12,4)`, `UsageInfo[]`, `map<string>`.

use crate::catalogue::{Parameter, Type};

/// The type an expression names; `None` when it cannot be read. `fields` are the members of an inline object.
pub(super) fn parse(expression: &str, fields: Vec<Parameter>) -> Option<Type> {
    let expression = expression.trim();
    // Longer than any real type; without a limit, nesting would be as deep as the file is long.
    if expression.len() > 128 {
        return None;
    }
    if let Some(inner) = expression.strip_suffix("[]") {
        return Some(Type::List(Box::new(parse(inner, fields)?)));
    }
    if let Some(inner) = expression
        .strip_prefix("map<")
        .and_then(|rest| rest.strip_suffix('>'))
    {
        return Some(Type::Map(Box::new(parse(inner, fields)?)));
    }
    if let Some(inner) = expression
        .strip_prefix("decimal(")
        .and_then(|rest| rest.strip_suffix(')'))
    {
        let (precision, scale) = inner.split_once(',')?;
        let (precision, scale) = (precision.trim().parse().ok()?, scale.trim().parse().ok()?);
        return (scale <= precision).then_some(Type::Decimal { precision, scale });
    }
    Some(match expression {
        "string" => Type::String,
        "integer" => Type::Integer,
        "boolean" => Type::Boolean,
        "enum" => Type::Enumeration,
        "object" => Type::Object(fields),
        "binary" => Type::Binary,
        "any" => Type::Any,
        "result-code" => Type::ResultCode,
        name if is_name(name) => Type::Named(name.to_owned()),
        _ => return None,
    })
}

fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_uppercase())
        && text
            .chars()
            .all(|character| character.is_ascii_alphanumeric())
}
