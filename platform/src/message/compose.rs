//! Composes and signs the request of an interface.

use std::collections::BTreeMap;

use koo_runtime::crypto::url_encode;
use koo_runtime::message::{Message, parse_query};
use koo_runtime::scheme::Stamp;
use koo_spec::catalogue::{CarriedIn, Interface, Location, Parameter, Presence, Side};
use koo_spec::interpret::cipher::{CipherFailure, CipherInterpreter};
use koo_spec::interpret::compose;
use koo_spec::interpret::payload::holds;
use koo_spec::interpret::scheme::{SchemeFailure, SchemeInterpreter};
use serde_json::Value;

use super::value::{Maker, moment};
use super::{Caller, Payload, Random};
use crate::exchange::Sent;

/// What a payload holds beside the values that are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fill {
    /// What must be there.
    #[default]
    Needed,
    /// What must be there, and whatever the documented example has.
    Example,
}

/// Why a request cannot be composed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ComposeError {
    /// The payload does not fit the places of a request.
    #[error(transparent)]
    Payload(#[from] compose::ComposeError),
    /// It cannot be signed.
    #[error("the request cannot be signed: {0}")]
    Scheme(#[from] SchemeFailure),
    /// A value cannot be encrypted.
    #[error("`{parameter}` cannot be encrypted: {why}")]
    Cipher {
        /// The parameter.
        parameter: String,
        /// Why.
        why: CipherFailure,
    },
}

impl Caller<'_> {
    /// The payload of a call: what is given, and made up what else must be there. Parameters that together identify a
    /// call, and those that vary from call to call, are drawn anew; points in time are now.
    pub fn payload(
        &self,
        interface: &Interface,
        given: &Payload,
        fill: Fill,
        random: &mut Random,
        now_millis: i64,
    ) -> Payload {
        let example = self.example(interface);
        let mut chosen = given.clone();
        let scheme = self.scheme(interface);
        let is_carried = |parameter: &&Parameter| {
            let carries = scheme
                .map(|scheme| scheme.carries.as_slice())
                .unwrap_or_default();
            carries.iter().any(|carried| {
                let location = match carried.location {
                    CarriedIn::Header => Location::Header,
                    CarriedIn::Query => Location::Query,
                };
                location == parameter.location && carried.wire_name == parameter.name
            })
        };
        let parameters: Vec<_> = self
            .parameters(&interface.request)
            .filter(|parameter| !is_carried(parameter))
            .collect();
        let mut maker = Maker {
            family: self.family,
            site: self.site,
            random,
            now_millis,
        };
        // Conditions look at other parameters, so those that are always there come first.
        for is_first in [true, false] {
            for parameter in &parameters {
                let is_mandatory = matches!(self.presence(parameter), Presence::Mandatory);
                if is_mandatory != is_first || chosen.contains_key(&parameter.name) {
                    continue;
                }
                let is_needed = match self.presence(parameter) {
                    Presence::Mandatory => true,
                    Presence::Conditional {
                        when: Some(when), ..
                    } => holds(&when.value, &chosen),
                    Presence::Conditional { when: None, .. } | Presence::Optional => false,
                };
                let shown = example.get(&parameter.name);
                if !is_needed && (fill == Fill::Needed || shown.is_none()) {
                    continue;
                }
                let value = value_of(interface, parameter, shown, &mut maker);
                chosen.insert(parameter.name.clone(), value);
            }
        }
        in_order(chosen, &example, &parameters)
    }

    /// The payload of the same call sent again: `given` and what identifies the call stay, what varies and what says
    /// when it was sent is new.
    pub fn payload_again(
        &self,
        interface: &Interface,
        given: &Payload,
        first: &Payload,
        random: &mut Random,
        now_millis: i64,
    ) -> Payload {
        let mut kept = first.clone();
        for parameter in &interface.request {
            let is_moment = moment(parameter, self.site, now_millis).is_some();
            if (parameter.varies || is_moment) && !given.contains_key(&parameter.name) {
                kept.shift_remove(&parameter.name);
            }
        }
        self.payload(interface, &kept, Fill::Needed, random, now_millis)
    }

    /// The request of a payload, not signed yet. Values under a cipher are encrypted where the cipher says how and the
    /// secrets are at hand.
    ///
    /// # Errors
    ///
    /// [`ComposeError`]
    pub fn request(
        &self,
        interface: &Interface,
        payload: &Payload,
        random: &mut Random,
    ) -> Result<Sent, ComposeError> {
        let mut payload = payload.clone();
        for parameter in &interface.request {
            self.encrypt(parameter, &mut payload, random)?;
        }
        let text = Value::Object(payload).to_string();
        let composed = compose::compose(self.family, interface, self.site, &text)?;
        let mut headers: Vec<(String, String)> = Vec::new();
        let accept = self.family.transport.accept.iter();
        let accept = accept.map(|accept| ("Accept".to_owned(), accept.clone()));
        for (name, value) in composed.headers.into_iter().chain(accept) {
            // A parameter that is a header has the last word.
            headers.retain(|(other, _)| !other.eq_ignore_ascii_case(&name));
            headers.push((name, value));
        }
        let mut url = join(self.target, &composed.url);
        for (name, value) in &composed.query {
            push_query(&mut url, name, value);
        }
        Ok(Sent {
            method: composed.method,
            url,
            headers,
            body: composed.body.into(),
        })
    }

    /// The request with the signature of its interface. What is changed afterwards is not covered by it.
    ///
    /// # Errors
    ///
    /// [`ComposeError::Scheme`]
    pub fn sign(
        &self,
        interface: &Interface,
        mut sent: Sent,
        stamp: &Stamp,
    ) -> Result<Sent, ComposeError> {
        let Some(scheme) = self.scheme(interface) else {
            return Ok(sent);
        };
        let known = self.family.secrets.keys().map(String::as_str);
        let interpreter = SchemeInterpreter::new(scheme, known, self.secrets.clone())?;
        let call = sent.to_call();
        let query = parse_query(&call.query);
        let message = Message {
            query: &query,
            ..call.message(&[])
        };
        for attachment in interpreter.sign(&message, stamp)? {
            match attachment.location {
                CarriedIn::Header => sent.headers.push((attachment.name, attachment.value)),
                CarriedIn::Query => push_query(&mut sent.url, &attachment.name, &attachment.value),
            }
        }
        Ok(sent)
    }

    /// The signed request of a payload.
    ///
    /// # Errors
    ///
    /// [`ComposeError`]
    pub fn compose(
        &self,
        interface: &Interface,
        payload: &Payload,
        random: &mut Random,
        stamp: &Stamp,
    ) -> Result<Sent, ComposeError> {
        let sent = self.request(interface, payload, random)?;
        self.sign(interface, sent, stamp)
    }

    /// The parameters of the documented example of a request, those of all places together.
    pub fn example(&self, interface: &Interface) -> Payload {
        let examples = interface.examples.iter();
        let of_site = |site: &&str| self.site.is_none_or(|played| played == *site);
        let mut fitting = examples.filter(|example| {
            let site = example.site.as_ref().map(|site| site.value.as_str());
            example.of == Side::Request && site.as_ref().is_none_or(of_site)
        });
        let mut members = Payload::new();
        if let Some(example) = fitting.next() {
            for location in Location::ALL {
                if let Some(Value::Object(part)) = example.part(location) {
                    members.extend(part.clone());
                }
            }
        }
        members
    }

    fn presence<'p>(&self, parameter: &'p Parameter) -> &'p Presence {
        let of_site = self.site.and_then(|site| parameter.differences.get(site));
        of_site
            .and_then(|site| site.presence.as_ref())
            .unwrap_or(&parameter.presence)
    }

    fn encrypt(
        &self,
        parameter: &Parameter,
        payload: &mut Payload,
        random: &mut Random,
    ) -> Result<(), ComposeError> {
        let cipher = parameter.encrypted.as_ref();
        let cipher = cipher.and_then(|cipher| self.family.ciphers.get(&cipher.value));
        let (Some(cipher), Some(Value::String(plain))) = (cipher, payload.get(&parameter.name))
        else {
            return Ok(());
        };
        // Without a recipe the text is sent as it is: nobody but the vendor can make another.
        if cipher.encrypt.is_none() {
            return Ok(());
        }
        let drawn: BTreeMap<_, _> = cipher
            .random
            .iter()
            .map(|(name, form)| {
                let length = usize::try_from(form.length).unwrap_or(usize::MAX).min(4096);
                let text = if form.hex {
                    random.hex(length)
                } else {
                    random.alphanumeric(length)
                };
                (name.clone(), text)
            })
            .collect();
        let sealed = CipherInterpreter::new(cipher, self.secrets.clone())
            .encrypt(plain, &drawn)
            .map_err(|why| ComposeError::Cipher {
                parameter: parameter.name.clone(),
                why,
            })?;
        payload.insert(parameter.name.clone(), Value::String(sealed));
        Ok(())
    }
}

/// A value for a parameter nobody gave one.
fn value_of(
    interface: &Interface,
    parameter: &Parameter,
    shown: Option<&Value>,
    maker: &mut Maker<'_, '_>,
) -> Value {
    if let Some(selecting) = interface.select.get(&parameter.name) {
        return Value::String(selecting.value.clone());
    }
    if let Some(moment) = moment(parameter, maker.site, maker.now_millis) {
        return Value::String(moment);
    }
    let identifies = |key: &koo_spec::catalogue::Placed<String>| key.value == parameter.name;
    let keys = interface
        .idempotency
        .as_ref()
        .map(|idempotency| &idempotency.key);
    let is_fresh = parameter.varies || keys.is_some_and(|keys| keys.iter().any(identifies));
    let example = shown.or(parameter.example.as_ref());
    let is_listed = !maker.family.values_of(parameter).is_empty();
    match example {
        // An encrypted example was made with a key nobody has.
        _ if parameter.encrypted.is_some() => maker.make(parameter),
        Some(Value::String(text)) if is_fresh && !is_listed => {
            Value::String(maker.random.like(text))
        }
        Some(example) => example.clone(),
        None => match &parameter.default {
            Some(default) => Value::String(default.value.clone()),
            None => maker.make(parameter),
        },
    }
}

/// Members in the order of the example, the others in that of the table.
fn in_order(mut chosen: Payload, example: &Payload, parameters: &[&Parameter]) -> Payload {
    let mut ordered = Payload::new();
    let table = parameters.iter().map(|parameter| &parameter.name);
    for name in example.keys().chain(table) {
        if let Some((name, value)) = chosen.shift_remove_entry(name) {
            ordered.insert(name, value);
        }
    }
    ordered.extend(chosen);
    ordered
}

/// The address of an interface below that of the merchant.
fn join(target: &str, documented: &str) -> String {
    let (target, query) = target.split_once('?').unwrap_or((target, ""));
    let mut call = koo_calls::Request::default();
    call.set_url(documented);
    let path = if documented.is_empty() {
        ""
    } else {
        call.path.as_str()
    };
    let mut url = match path {
        "" | "/" => target.to_owned(),
        path => format!("{}{path}", target.trim_end_matches('/')),
    };
    if !query.is_empty() {
        url.push('?');
        url.push_str(query);
    }
    url
}

fn push_query(url: &mut String, name: &str, value: &str) {
    url.push(if url.contains('?') { '&' } else { '?' });
    url.push_str(&url_encode(name));
    url.push('=');
    url.push_str(&url_encode(value));
}
