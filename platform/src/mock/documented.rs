//! What the documentation answers to a call.

use koo_spec::catalogue::{CodeRole, Example, Location, Parameter, Side};
use koo_spec::interpret::payload;
use serde_json::{Map, Value};

use super::answer::code_for;
use super::served::Served;

/// The documented reply to a call: that of the example with the parameters of the call, else the first that tells of
/// success. Without examples a code of success, if that satisfies the contract.
pub(super) fn reply(
    served: Served<'_>,
    request: &Map<String, Value>,
    site: Option<&str>,
) -> Option<Value> {
    let examples = || {
        let all = served.examples();
        all.filter(|example| {
            let of_site = example.site.as_ref().map(|it| it.value.as_str());
            site.is_none() || of_site.is_none() || of_site == site
        })
    };
    let usable = |example: &&Example| {
        example.of == Side::Reply
            && example
                .part(Location::Body)
                .is_some_and(|body| is_success(served, body) && is_sound(served, site, body))
    };
    let fitting = examples()
        .zip(examples().skip(1))
        .filter(|(call, reply)| call.of == Side::Request && usable(reply))
        .find(|(call, _)| fits(served, call, request))
        .map(|(_, reply)| reply);
    let example = fitting.or_else(|| examples().find(usable));
    let body = example.and_then(|example| example.part(Location::Body));
    body.cloned().or_else(|| least(served, site))
}

/// Whether every parameter of an example has the same value in a call.
fn fits(served: Served<'_>, example: &Example, request: &Map<String, Value>) -> bool {
    let carried: Vec<&str> = served.carried_names().collect();
    let parts = example.parts.iter();
    let parts = parts.filter(|(location, ..)| *location != Location::Header);
    let mut members = parts
        .filter_map(|(_, json, _)| json.value.as_object())
        .flatten();
    members.all(|(name, expected)| {
        carried.contains(&name.as_str())
            || request
                .get(name)
                .is_some_and(|found| is_same(expected, found))
    })
}

/// Numbers and texts of one appearance are one: in a query everything is text.
fn is_same(left: &Value, right: &Value) -> bool {
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    left == right || text(left).is_some_and(|left| Some(left) == text(right))
}

/// Whether a reply has a code of success, where there are codes.
fn is_success(served: Served<'_>, body: &Value) -> bool {
    let Some(field) = served.code_field() else {
        return true;
    };
    let code = body.get(&field.name).and_then(Value::as_str);
    let code = code.and_then(|code| served.family.codes.get(code));
    code.is_some_and(|code| code.success || code.platform_role == Some(CodeRole::Success))
}

/// Whether a reply is as the contract has it.
pub(super) fn is_sound(served: Served<'_>, site: Option<&str>, body: &Value) -> bool {
    let parameters: Vec<&Parameter> = served.reply().collect();
    let findings = payload::check(served.family, &parameters, site, body);
    findings.violations.is_empty() && findings.unknown.is_empty()
}

/// A reply with a code of success and nothing else.
fn least(served: Served<'_>, site: Option<&str>) -> Option<Value> {
    let mut members = Map::new();
    if let Some(field) = served.code_field() {
        let code = code_for(served, CodeRole::Success)?;
        members.insert(field.name.clone(), code.code.clone().into());
        if let Some(field) = served.message_field() {
            members.insert(field.name.clone(), "success".into());
        }
    }
    let body = Value::Object(members);
    is_sound(served, site, &body).then_some(body)
}
