//! From the bytes of a request to the merchant's code.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri};
use bytes::Bytes;
use tokio::time::Instant;

use super::Family;
use super::answer::{Outcome, Shape};
use super::incoming::Incoming;
use super::observer::Cause;
use super::once::Page;
use super::parameters::{self, Parameters};
use super::route::{Found, Route};
use super::schemes::{Group, Schemes as _};
use super::settings::Settings;
use crate::call::{CodeRole, Refusal, ResultCode as _};
use crate::message::{Message, parse_query};
use crate::replay::Admission;
use crate::scheme::SchemeError;

type SettingsOf<F> = Settings<<F as Family>::Schemes>;

/// One request. In a box: it is handed on several times.
pub(super) struct Arrived {
    pub(super) parts: Parts,
    /// The address on the wire, wherever the router is mounted.
    pub(super) uri: Uri,
    /// The interfaces at the path; `None` where every path is the same.
    pub(super) found: Option<Arc<Found>>,
    pub(super) body: Bytes,
    pub(super) deadline: Instant,
    pub(super) interface: Arc<OnceLock<&'static str>>,
}

/// Takes the request through every step to the outcome.
pub(super) async fn process<F: Family>(
    family: &F,
    settings: &SettingsOf<F>,
    arrived: Box<Arrived>,
) -> Outcome<F::Code> {
    let found = arrived.found.as_deref();
    let query = parse_query(arrived.parts.uri.query().unwrap_or_default());
    let group = found.map_or("", Found::group);
    let Some(schemes) = settings.schemes.group(group) else {
        let reason = "no keys are set for this interface";
        return Outcome::refused_because(CodeRole::Internal, reason, Cause::NoKeys);
    };
    let headers = schemes
        .reads_headers()
        .then(|| text_headers(&arrived.parts.headers));
    let message = Message {
        method: arrived.parts.method.as_str(),
        path: arrived.uri.path(),
        query: &query,
        headers: headers.as_deref().unwrap_or_default(),
        body: &arrived.body,
    };
    if let Err(outcome) = accept::<F>(settings, group, schemes, &message).await {
        return outcome;
    }
    let input = found.map_or(F::INPUT, Found::input);
    let address = found.map_or_else(Vec::new, |found| found.address_and(&query));
    let malformed = |reason| Outcome::wrong_parameter(reason, Cause::Malformed);
    let body = match parameters::body(input, arrived.body, &address) {
        Ok(body) => body,
        Err(reason) => return malformed(reason),
    };
    let gathered = Parameters::gather(input, &arrived.parts, query, &body, &address).await;
    let parameters = match gathered {
        Ok(parameters) => parameters,
        Err(reason) => return malformed(reason),
    };
    let selected = match select::<F>(found, &parameters) {
        Ok(selected) => selected,
        Err(outcome) => return outcome,
    };
    if Instant::now() >= arrived.deadline {
        // The caller has its answer. It will call again, and nothing has begun.
        return Outcome::refused_as(CodeRole::Internal, Cause::Late);
    }
    let ledger = page::<F>(settings, &selected, arrived.deadline);
    #[cfg(feature = "mock")]
    let xml = found.and_then(|found| found.xml_for(&parameters));
    family
        .dispatch(Incoming {
            selected: &selected,
            parameters: &parameters,
            ledger,
            #[cfg(feature = "mock")]
            xml,
            shape: Shape::of::<F>(found),
            policy: settings.policy,
            observer: settings.observer.as_ref(),
            interface: &arrived.interface,
        })
        .await
}

/// The ledger, if one is set, as a call of the interface sees it.
fn page<'a, F: Family>(
    settings: &'a SettingsOf<F>,
    interface: &str,
    deadline: Instant,
) -> Option<Page<'a>> {
    let ledger = settings.ledger.as_deref()?;
    let code = |role| F::code_for(interface, role);
    let pending = code(CodeRole::Pending);
    let is_pending = |role| code(role).as_str() == pending.as_str();
    // Without a code of its own, the role is played by another's.
    let others = [CodeRole::Internal, CodeRole::Parameter];
    let pending_code = (!others.into_iter().any(is_pending)).then(|| pending.as_str().to_owned());
    // Time is left for the answer to be written and to travel.
    let patience = deadline.checked_sub(settings.budget / 5);
    Some(Page {
        ledger,
        lease: settings.lease,
        pending: settings.pending,
        scope: F::NAME,
        pending_code,
        patience: patience.unwrap_or(deadline),
    })
}

/// Signature, age, nonce.
async fn accept<F: Family>(
    settings: &SettingsOf<F>,
    group: &str,
    schemes: Group<'_>,
    message: &Message<'_>,
) -> Result<(), Outcome<F::Code>> {
    let refused = |error: SchemeError| {
        let (reason, cause) = (error.to_string(), Cause::Scheme(error));
        match F::refusal_code(group, &error) {
            Some(code) => Outcome::refused(Refusal::new(code, reason), cause),
            None => Outcome::refused_because(CodeRole::Signature, reason, cause),
        }
    };
    let evidence = schemes
        .verify(message, settings.clock.as_ref())
        .map_err(refused)?;
    let (Some(nonce), Some(guard)) = (evidence.nonce, settings.replay_guard.as_ref()) else {
        return Ok(());
    };
    let keep = schemes.keep(settings.nonce_memory);
    match guard.admit(schemes.scope(), nonce, keep).await {
        Ok(Admission::New) => Ok(()),
        Ok(Admission::Seen) => Err(refused(SchemeError::Replayed)),
        Err(error) => {
            tracing::error!(%error, "a nonce could not be checked");
            Err(Outcome::refused_as(CodeRole::Internal, Cause::ReplayGuard))
        }
    }
}

/// Which interface is called.
fn select<'a, F: Family>(
    found: Option<&Found>,
    parameters: &'a Parameters<'_>,
) -> Result<Cow<'a, str>, Outcome<F::Code>> {
    let readable = || {
        let malformed = |reason| Outcome::wrong_parameter(reason, Cause::Malformed);
        parameters.check().map_err(malformed)
    };
    let text = |name: &str| parameters.text(name).filter(|text| !text.is_empty());
    let (reason, cause) = if let Some(found) = found {
        let is_meant = |route: &&&'static Route| {
            let selected = |(name, value)| parameters.text(name).as_deref() == Some(value);
            route.select.is_none_or(selected)
        };
        match found.routes.iter().find(is_meant) {
            Some(route) => {
                readable()?;
                return Ok(Cow::Borrowed(route.interface));
            }
            None => {
                let reason = "no interface of this address has these parameters";
                (reason.to_owned(), Cause::UnknownInterface)
            }
        }
    } else if F::SELECTOR.is_empty() {
        readable()?;
        return Ok(Cow::Borrowed(""));
    } else if let Some(selected) = text(F::SELECTOR) {
        return Ok(selected);
    } else {
        (format!("{}: missing", F::SELECTOR), Cause::NoSelector)
    };
    readable()?;
    Err(Outcome::wrong_parameter(reason, cause))
}

/// The headers whose values are text.
fn text_headers(headers: &HeaderMap) -> Vec<(String, String)> {
    headers
        .iter()
        .filter_map(|(name, value)| {
            let value = std::str::from_utf8(value.as_bytes()).ok()?;
            Some((name.as_str().to_owned(), value.to_owned()))
        })
        .collect()
}
