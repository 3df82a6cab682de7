//! Documented calls and their answers.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::call::{Call, Refusal, Request, ResultCode};
use crate::json::{self, Json};
use crate::lenient;

/// A documented answer, and the call it answers. Both are JSON objects; that of the call holds its parameters,
/// wherever they travel.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    request: &'static str,
    reply: &'static str,
}

impl Example {
    /// The answer `reply` to the call `request`.
    pub const fn new(request: &'static str, reply: &'static str) -> Self {
        Self { request, reply }
    }

    /// Whether every parameter of the example has the same value in the call.
    fn fits(&self, call: &str) -> bool {
        let (Ok(expected), Ok(found)) = (json::members(self.request), json::members(call)) else {
            return false;
        };
        expected.iter().all(|(name, value)| {
            let same = found.iter().find(|(other, _)| other == name);
            same.is_some_and(|(_, other)| {
                read(value.get()).is_some_and(|value| Some(value) == read(other.get()))
            })
        })
    }
}

/// What documentation answers to a call: the reply of the example with the parameters of the call. The only example of
/// an interface answers every call.
///
/// # Errors
/// A refusal with the code `otherwise` if no example fits, or the interface has none.
pub fn documented<R, C>(
    call: &Call<R>,
    examples: &[Example],
    otherwise: C,
) -> Result<R::Reply, Refusal<C>>
where
    R: Request + Serialize,
    R::Reply: DeserializeOwned,
    C: ResultCode,
{
    let written = serde_json::to_string(&call.request).unwrap_or_default();
    let example = match examples {
        [only] => Some(only),
        several => several.iter().find(|example| example.fits(&written)),
    };
    let Some(example) = example else {
        let reason = format!("{}: no documented answer fits the call", R::INTERFACE);
        return Err(Refusal::new(otherwise, reason));
    };
    match lenient::from_slice(example.reply.as_bytes()) {
        Ok(reading) => Ok(reading.value),
        Err(error) => Err(Refusal::new(otherwise, error.to_string())),
    }
}

/// A JSON value. Numbers and texts of one appearance are one: in a query everything is text.
fn read(json: &str) -> Option<Json<'_>> {
    Some(match Json::from_slice(json.as_bytes()).ok()? {
        Json::Number(number) => Json::Text(number),
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::Example;

    #[test]
    fn an_example_fits_a_call_with_its_parameters() {
        let example = Example::new(r#"{"id": "a", "page": 1, "tags": ["x"]}"#, "{}");
        for call in [
            r#"{"id":"a","page":1,"tags":["x"]}"#,
            r#"{"more":null,"tags":[ "x" ],"page":"1","id":"\u0061"}"#,
        ] {
            assert!(example.fits(call), "{call}");
        }
        for call in [
            r#"{"id":"b","page":1,"tags":["x"]}"#,
            r#"{"id":"a","page":1}"#,
            r#"{"id":"a","page":1,"tags":["x","y"]}"#,
            "[]",
        ] {
            assert!(!example.fits(call), "{call}");
        }
    }
}
