//! Payloads from the documented examples, for tests of the project and of its continuous integration.

use koo_runtime::crypto::url_encode;
use koo_spec::catalogue::{Direction, Example, Family, Interface, Location, Side};
use serde_json::Value;

/// A payload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fixture {
    /// Path in the project.
    pub(super) path: String,
    /// Content.
    pub(super) contents: String,
    /// The guide.
    pub(super) family: String,
    /// Its interface and variant, as `koo validate` takes them.
    pub(super) interface: String,
    /// Which message.
    pub(super) side: Side,
}

/// The first example of both messages of everything that merchants serve.
pub(super) fn all(families: &[Family]) -> Vec<Fixture> {
    families.iter().flat_map(of_family).collect()
}

fn of_family(family: &Family) -> Vec<Fixture> {
    let served = family
        .interfaces
        .iter()
        .filter(|interface| interface.direction == Direction::PlatformToMerchant);
    served
        .flat_map(|interface| {
            let variants = interface.variants.iter();
            let own = std::iter::once((None, &interface.examples));
            own.chain(variants.map(|(name, variant)| (Some(name.as_str()), &variant.examples)))
                .flat_map(move |(variant, examples)| {
                    let sides = [Side::Request, Side::Reply];
                    sides.into_iter().filter_map(move |side| {
                        let mut examples = examples.iter().filter(|example| example.of == side);
                        let (contents, ending) = examples.find_map(payload)?;
                        Some(fixture(family, interface, variant, side, contents, ending))
                    })
                })
        })
        .collect()
}

fn fixture(
    family: &Family,
    interface: &Interface,
    variant: Option<&str>,
    side: Side,
    contents: String,
    ending: &str,
) -> Fixture {
    let id = &interface.id;
    let path = variant.map_or_else(|| id.clone(), |variant| format!("{id}/{variant}"));
    Fixture {
        path: format!("fixtures/{}/{}/{path}.{ending}", family.id, side.as_str()),
        contents,
        family: family.id.clone(),
        interface: format!("{}/{path}", family.id),
        side,
    }
}

/// The payload of an example: its body, or its query.
fn payload(example: &Example) -> Option<(String, &'static str)> {
    if let Some(body) = example.part(Location::Body) {
        let text = serde_json::to_string_pretty(body).ok()?;
        return body.is_object().then_some((text + "\n", "json"));
    }
    let query = example
        .part(Location::Query)
        .or_else(|| example.part(Location::Form))?
        .as_object()?;
    let pairs: Vec<_> = query
        .iter()
        .map(|(name, value)| format!("{}={}", url_encode(name), url_encode(text(value))))
        .collect();
    Some((pairs.join("&") + "\n", "query"))
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
