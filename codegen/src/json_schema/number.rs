//! Numbers, which may come inside a text as well.

use koo_spec::catalogue::Parameter;
use serde_json::{Map, Value, json};

use super::value::insert;

/// Digits a number surely keeps.
pub(super) const SAFE_DIGITS: u64 = 15;

/// A decimal number, or text that is one.
pub(super) fn decimal(
    parameter: &Parameter,
    precision: u32,
    scale: u32,
    schema: &mut Map<String, Value>,
    comments: &mut Vec<String>,
) {
    schema.insert("type".to_owned(), json!(["number", "string"]));
    let whole = precision.saturating_sub(scale);
    let fraction = if scale == 0 {
        String::new()
    } else {
        format!("(?:\\.[0-9]{{1,{scale}}}0*)?")
    };
    schema.insert(
        "pattern".to_owned(),
        format!("^[+-]?0*[0-9]{{1,{}}}{fraction}$", whole.max(1)).into(),
    );
    let limits = &parameter.limits;
    if limits.advisory.is_none() {
        insert(schema, "maxLength", limits.max_length.number());
    }
    bounds(parameter, None, None, schema, comments);
    if u64::from(whole) <= SAFE_DIGITS {
        let bound = 10_i64.pow(whole);
        schema.insert("exclusiveMaximum".to_owned(), bound.into());
        schema.insert("exclusiveMinimum".to_owned(), (-bound).into());
    }
    comments.push(format!("at most {scale} digits after the point"));
}

/// The documented bounds, or those that follow from the length.
pub(super) fn bounds(
    parameter: &Parameter,
    largest: Option<i64>,
    smallest: Option<i64>,
    schema: &mut Map<String, Value>,
    comments: &mut Vec<String>,
) {
    let limits = &parameter.limits;
    let number = |bound: &Option<String>| {
        let bound = bound.as_ref()?;
        serde_json::from_str::<Value>(bound)
            .ok()
            .filter(Value::is_number)
    };
    if let Some(minimum) = number(&limits.minimum).or(smallest.map(Value::from)) {
        schema.insert("minimum".to_owned(), minimum);
    }
    if let Some(maximum) = number(&limits.maximum).or(largest.map(Value::from)) {
        schema.insert("maximum".to_owned(), maximum);
    }
    if limits.minimum.is_some() || limits.maximum.is_some() {
        comments.push("the bounds hold for numbers inside text too".to_owned());
    }
}
