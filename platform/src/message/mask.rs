//! Keeps signatures and customers' data out of reports.

use koo_calls::{Reply, Request};
use koo_runtime::crypto::url_encode;
use koo_runtime::message::parse_query;
use koo_spec::catalogue::{CarriedIn, Interface, Parameter, Scheme, Type};
use serde_json::Value;

use super::Caller;
use crate::exchange::Sent;

/// What stands in place of a hidden value.
pub const HIDDEN: &str = "***";

/// Longest body that is not JSON, in characters, as it is shown.
const LONGEST: usize = 2000;

impl Caller<'_> {
    /// A request as it may be shown: signatures and sensitive values are hidden.
    pub fn shown_request(&self, interface: &Interface, sent: &Sent) -> Request {
        let mut call = sent.to_call();
        let hidden = |name: &str, location| {
            let scheme = self.scheme(interface);
            scheme.is_some_and(|scheme| is_signature(scheme, name, location))
                || interface
                    .request
                    .iter()
                    .any(|parameter| parameter.name == name && is_hidden(parameter))
        };
        if !call.query.is_empty() {
            let pairs = parse_query(&call.query).into_iter().map(|(name, value)| {
                if hidden(&name, CarriedIn::Query) {
                    format!("{}={HIDDEN}", url_encode(&name))
                } else {
                    format!("{}={}", url_encode(&name), url_encode(&value))
                }
            });
            call.query = pairs.collect::<Vec<_>>().join("&");
        }
        for (name, value) in &mut call.headers {
            if hidden(name, CarriedIn::Header) {
                HIDDEN.clone_into(value);
            }
        }
        call.body = self.shown_body(&interface.request, &call.body);
        call
    }

    /// A reply as it may be shown.
    pub fn shown_reply(&self, interface: &Interface, received: &Reply) -> Reply {
        let scheme = self.reply_scheme(interface).map(|(scheme, _)| scheme);
        let mut headers = received.headers.clone();
        for (name, value) in &mut headers {
            let is_signature =
                scheme.is_some_and(|scheme| is_signature(scheme, name, CarriedIn::Header));
            if is_signature || name.eq_ignore_ascii_case("set-cookie") {
                HIDDEN.clone_into(value);
            }
        }
        Reply {
            status: received.status,
            headers,
            body: self.shown_body(&interface.reply.parameters, &received.body),
        }
    }

    fn shown_body(&self, parameters: &[Parameter], body: &[u8]) -> Vec<u8> {
        match serde_json::from_slice::<Value>(body) {
            Ok(mut value) => {
                self.hide(&parameters.iter().collect::<Vec<_>>(), &mut value);
                value.to_string().into_bytes()
            }
            // Whoever looks for the mistake needs the beginning, not all of it.
            Err(_) => {
                let text = String::from_utf8_lossy(body);
                text.chars().take(LONGEST).collect::<String>().into_bytes()
            }
        }
    }

    fn hide(&self, parameters: &[&Parameter], value: &mut Value) {
        let Value::Object(members) = value else {
            return;
        };
        for (name, member) in members {
            let Some(parameter) = parameters.iter().find(|parameter| parameter.name == *name)
            else {
                continue;
            };
            match is_hidden(parameter) {
                true if member.is_null() => {}
                true => *member = Value::String(HIDDEN.to_owned()),
                false => self.hide_inside(&parameter.r#type.value, member),
            }
        }
    }

    fn hide_inside(&self, r#type: &Type, value: &mut Value) {
        match (r#type, value) {
            (Type::List(inner), Value::Array(elements)) => {
                elements
                    .iter_mut()
                    .for_each(|element| self.hide_inside(inner, element));
            }
            (Type::Map(inner), Value::Object(members)) => {
                members
                    .values_mut()
                    .for_each(|member| self.hide_inside(inner, member));
            }
            (r#type, value) => {
                if let Some(fields) = self.family.fields_of(r#type) {
                    self.hide(&fields.iter().collect::<Vec<_>>(), value);
                }
            }
        }
    }
}

fn is_hidden(parameter: &Parameter) -> bool {
    parameter.sensitive || parameter.encrypted.is_some()
}

/// Whether a value is what a scheme compares, or holds it. Times and random texts of a call are no secrets.
fn is_signature(scheme: &Scheme, name: &str, location: CarriedIn) -> bool {
    let targets = scheme
        .equals
        .iter()
        .map(|(target, _)| target.value.as_str());
    scheme.carries.iter().any(|carried| {
        let same = match location {
            CarriedIn::Header => carried.wire_name.eq_ignore_ascii_case(name),
            CarriedIn::Query => carried.wire_name == name,
        };
        let packed = carried.packed();
        same && carried.location == location
            && targets
                .clone()
                .any(|target| target == carried.name || packed.contains(&target))
    })
}
