//! Keeps secrets, signatures and sensitive parameters out of the journal, and cuts what is kept to size.

mod names;
mod needles;
mod text;
mod working;

use std::borrow::Cow;
use std::collections::BTreeSet;

use koo_calls::{Reply, Request};
use koo_runtime::message::parse_query;
use koo_runtime::scheme::template;
use koo_runtime::secret::Secret;
use koo_spec::catalogue::{Carried, CarriedIn, Catalogue, Family};

use super::entry::{Call, Content, Direction, Entry, Finding, Subject};
use needles::Needles;
use text::cut;

/// What stands in the place of a value.
const HIDDEN: &str = "‹hidden›";
const MOST_BODY: usize = 64 * 1024;
/// So much of a body is looked through: more than is kept, so that nothing is kept that was not seen to its end.
const MOST_READ: usize = 4 * MOST_BODY;
const MOST_LINE: usize = 8 * 1024;
const MOST_HEADERS: usize = 100;
const MOST_FINDINGS: usize = 100;
/// What HTTP itself calls credentials.
const CREDENTIALS: [&str; 4] = [
    "authorization",
    "proxy-authorization",
    "cookie",
    "set-cookie",
];

/// A value, such as a record, without what a family calls sensitive; without a family, what any does.
pub(crate) fn mask_value(
    catalogue: &Catalogue,
    family: Option<&str>,
    mut value: serde_json::Value,
) -> serde_json::Value {
    let families = catalogue.families.iter();
    let names = families
        .filter(|known| family.is_none_or(|family| family == known.id))
        .flat_map(names::of_family)
        .collect();
    text::mask_value(&mut value, &names);
    value
}

/// Masks one call.
pub(super) struct Mask<'a> {
    family: Option<&'a Family>,
    /// Names of sensitive parameters.
    names: BTreeSet<&'a str>,
    /// Values that carry signatures.
    carried: Vec<Signature<'a>>,
    needles: Needles,
}

/// A value of a message that holds signatures or tokens.
struct Signature<'a> {
    carried: &'a Carried,
    /// The names its template packs that are to be hidden.
    hidden: Vec<&'a str>,
}

impl<'a> Mask<'a> {
    pub(super) fn new<'s>(
        catalogue: &'a Catalogue,
        call: &Call,
        secrets: impl Iterator<Item = (&'s String, &'s Secret)>,
    ) -> Self {
        let family = call.family.as_deref().and_then(|id| catalogue.family(id));
        let interface = family.zip(call.interface.as_deref());
        let interface = interface.and_then(|(family, id)| Some((family, family.interface(id)?)));
        // Of a call that is not recognised anything may be in it.
        let families: Vec<&Family> = match family {
            Some(family) => vec![family],
            None => catalogue.families.iter().collect(),
        };
        let names = match interface {
            Some((family, interface)) => names::of_interface(family, interface),
            None => families
                .iter()
                .copied()
                .flat_map(names::of_family)
                .collect(),
        };
        let schemes = families.iter().flat_map(|family| family.schemes.values());
        let carried = schemes.flat_map(|scheme| {
            let targets: Vec<&str> = scheme
                .equals
                .iter()
                .map(|(name, _)| name.value.as_str())
                .collect();
            scheme.carries.iter().filter_map(move |carried| {
                let packed = match carried.template {
                    Some(_) => carried.packed(),
                    None => vec![carried.name.as_str()],
                };
                let hidden: Vec<&str> = packed
                    .into_iter()
                    .filter(|name| targets.contains(name))
                    .collect();
                (!hidden.is_empty()).then_some(Signature { carried, hidden })
            })
        });
        let mut mask = Self {
            family,
            names,
            carried: carried.collect(),
            needles: Needles::default(),
        };
        for (name, secret) in secrets {
            mask.needles.hide(secret.expose(), &format!("‹{name}›"));
        }
        mask.learn(&call.request);
        if let Some(reply) = &call.reply {
            mask.learn_message(&reply.headers, &reply.body);
        }
        mask.needles.sort();
        mask
    }

    /// The call as it is kept; its number is given later.
    pub(super) fn entry(&mut self, call: Call) -> Entry {
        let verification = self.verification(call.verification);
        let mut findings: Vec<Finding> = call
            .findings
            .into_iter()
            .map(|finding| Finding {
                says: cut(self.needles.plain(&finding.says), MOST_LINE),
                place: cut(finding.place, MOST_LINE),
                ..finding
            })
            .collect();
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.level));
        findings.truncate(MOST_FINDINGS);
        Entry {
            number: 0,
            at_millis: call.at_millis,
            direction: call.direction,
            subject: self.subject(call.interface.as_deref()),
            method: cut(call.request.method.clone(), 64),
            target: cut(self.target(call.direction, &call.request), MOST_LINE),
            request: self.content(&call.request.headers, &call.request.body),
            status: call.reply.as_ref().map(|reply| reply.status),
            reply: call
                .reply
                .as_ref()
                .map(|reply: &Reply| self.content(&reply.headers, &reply.body)),
            failure: call
                .failure
                .map(|failure| cut(self.needles.plain(&failure), MOST_LINE)),
            verification,
            findings,
            elapsed: call.elapsed,
        }
    }

    fn subject(&self, interface: Option<&str>) -> Option<Subject> {
        let family = self.family?;
        let interface = interface.and_then(|id| family.interface(id));
        Some(Subject {
            family: family.id.clone(),
            family_title: family.title.clone(),
            interface: interface.map(|interface| interface.id.clone()),
            title: interface.map(|interface| interface.title.clone()),
        })
    }

    fn learn(&mut self, request: &Request) {
        for (name, value) in parse_query(&request.query) {
            for value in self.hidden_of(CarriedIn::Query, &name, &value) {
                self.needles.hide(&value, HIDDEN);
            }
        }
        self.learn_message(&request.headers, &request.body);
    }

    fn learn_message(&mut self, headers: &[(String, String)], body: &[u8]) {
        for (name, value) in headers {
            for value in self.hidden_of(CarriedIn::Header, name, value) {
                self.needles.hide(&value, HIDDEN);
            }
        }
        let body = beginning(body);
        let mut found = Vec::new();
        text::mask_members(&body, &self.names, |value| found.push(value.to_owned()));
        if looks_like_form(headers) {
            let fields = parse_query(&body);
            found.extend(
                fields
                    .into_iter()
                    .filter(|(name, _)| self.names.contains(name.as_str()))
                    .map(|(_, value)| value),
            );
        }
        for value in found {
            self.needles.hide(&value, HIDDEN);
        }
    }

    /// The parts of a header or query value that must not be seen.
    fn hidden_of(&self, location: CarriedIn, name: &str, value: &str) -> Vec<String> {
        let fits = |carried: &Carried| {
            carried.location == location
                && match location {
                    CarriedIn::Header => carried.wire_name.eq_ignore_ascii_case(name),
                    CarriedIn::Query => carried.wire_name == name,
                }
        };
        let mut is_carried = false;
        for signature in self
            .carried
            .iter()
            .filter(|signature| fits(signature.carried))
        {
            is_carried = true;
            match &signature.carried.template {
                None => return vec![value.to_owned()],
                Some(packed) => {
                    if let Some(values) = template::parse(&packed.value, value) {
                        return values
                            .into_iter()
                            .filter(|(name, _)| signature.hidden.contains(name))
                            .map(|(_, value)| value.to_owned())
                            .collect();
                    }
                }
            }
        }
        // A value that does not follow its template may hold the signature anywhere.
        let is_sensitive = match location {
            CarriedIn::Header => {
                CREDENTIALS
                    .iter()
                    .any(|known| known.eq_ignore_ascii_case(name))
                    || self
                        .names
                        .iter()
                        .any(|known| known.eq_ignore_ascii_case(name))
            }
            CarriedIn::Query => self.names.contains(name),
        };
        if is_carried || is_sensitive {
            return vec![value.to_owned()];
        }
        match location {
            CarriedIn::Header => self.hidden_in_address(value),
            CarriedIn::Query => Vec::new(),
        }
    }

    /// What must not be seen of the parameters of an address, such as where a browser is sent with a code.
    fn hidden_in_address(&self, value: &str) -> Vec<String> {
        let Some((_, parameters)) = value.split_once(['?', '#']) else {
            return Vec::new();
        };
        let parts = parameters.split(['?', '#']);
        parts
            .flat_map(parse_query)
            .filter(|(name, _)| self.names.contains(name.as_str()))
            .map(|(_, value)| value)
            .collect()
    }

    /// A header or query value as it may be shown.
    fn value(&self, location: CarriedIn, name: &str, value: &str) -> String {
        let mut shown = value.to_owned();
        for hidden in self.hidden_of(location, name, value) {
            if !hidden.is_empty() {
                shown = shown.replace(&hidden, HIDDEN);
            }
        }
        self.needles.plain(&shown)
    }

    fn target(&self, direction: Direction, request: &Request) -> String {
        let origin = match direction {
            Direction::Sent => self.needles.plain(&request.origin),
            Direction::Received => String::new(),
        };
        let path = self.needles.plain(&request.path);
        if request.query.is_empty() {
            return format!("{origin}{path}");
        }
        let query = text::mask_pairs(&request.query, |name, value| {
            let shown = self.value(CarriedIn::Query, name, value);
            (shown != value).then_some(shown)
        });
        format!("{origin}{path}?{}", self.needles.plain(&query))
    }

    fn content(&self, headers: &[(String, String)], body: &[u8]) -> Content {
        let shown = headers.iter().take(MOST_HEADERS).map(|(name, value)| {
            let value = self.value(CarriedIn::Header, name, value);
            (cut(name.clone(), MOST_LINE), cut(value, MOST_LINE))
        });
        let body_text = self.body(headers, body);
        let is_cut = body_text.as_ref().is_none_or(|text| text.len() > MOST_BODY);
        Content {
            headers: shown.collect(),
            body: cut(body_text.unwrap_or_default(), MOST_BODY),
            body_bytes: body.len(),
            is_cut: is_cut && !body.is_empty(),
        }
    }

    /// The body as it may be shown, unless it is no text.
    fn body(&self, headers: &[(String, String)], body: &[u8]) -> Option<String> {
        let is_text = !body
            .iter()
            .take(MOST_LINE)
            .any(|byte| byte.is_ascii_control() && !byte.is_ascii_whitespace());
        if !is_text {
            return None;
        }
        let text = beginning(body);
        if looks_like_form(headers) {
            let masked = text::mask_pairs(&text, |name, _| {
                self.names.contains(name).then(|| HIDDEN.to_owned())
            });
            return Some(self.needles.plain(&masked));
        }
        let masked = text::mask_members(&text, &self.names, |_| ());
        let masked = self.needles.plain(&masked);
        Some(if body.len() > MOST_READ {
            self.needles.without_begun(masked)
        } else {
            masked
        })
    }
}

fn looks_like_form(headers: &[(String, String)]) -> bool {
    headers.iter().any(|(name, value)| {
        name.eq_ignore_ascii_case("content-type")
            && value.starts_with("application/x-www-form-urlencoded")
    })
}

/// What is looked at of a body.
fn beginning(body: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(body.get(..MOST_READ).unwrap_or(body))
}
