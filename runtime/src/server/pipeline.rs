//! From the bytes of a request to the merchant's code.

use std::sync::{Arc, OnceLock};

use axum::http::HeaderMap;
use axum::http::request::Parts;
use bytes::Bytes;
use tokio::time::Instant;

use super::Family;
use super::answer::{Outcome, Shape};
use super::incoming::Incoming;
use super::observer::Cause;
use super::once::Page;
use super::parameters::Parameters;
use super::route::{Found, Route};
use super::schemes::{Group, Schemes as _};
use super::settings::Settings;
use crate::call::{CodeRole, Refusal, ResultCode as _};
use crate::message::{Message, parse_query};
use crate::replay::Admission;
use crate::scheme::SchemeError;

type SettingsOf<F> = Settings<<F as Family>::Schemes>;

/// One request, all of it read.
pub(super) struct Arrived {
    pub(super) parts: Parts,
    pub(super) path: String,
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
    arrived: Arrived,
) -> Outcome<F::Code> {
    let found = arrived.found.as_deref();
    let query = parse_query(arrived.parts.uri.query().unwrap_or_default());
    let headers = text_headers(&arrived.parts.headers);
    let message = Message {
        method: arrived.parts.method.as_str(),
        path: &arrived.path,
        query: &query,
        headers: &headers,
        body: &arrived.body,
    };
    let group = found.map_or("", Found::group);
    let Some(schemes) = settings.schemes.group(group) else {
        let reason = "no keys are set for this interface";
        return Outcome::refused_because(CodeRole::Internal, reason, Cause::NoKeys);
    };
    if let Err(outcome) = accept::<F>(settings, group, schemes, &message).await {
        return outcome;
    }
    let input = found.map_or(F::INPUT, Found::input);
    let address = found.map_or_else(Vec::new, |found| found.address_and(&query));
    let gathered = Parameters::gather(input, &arrived.parts, query, arrived.body, &address).await;
    let parameters = match gathered {
        Ok(parameters) => parameters,
        Err(reason) => return Outcome::wrong_parameter(reason, Cause::Malformed),
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
            selected,
            parameters,
            ledger,
            #[cfg(feature = "mock")]
            xml,
            shape: Shape::of::<F>(found),
            policy: settings.policy,
            observer: Arc::clone(&settings.observer),
            interface: arrived.interface,
        })
        .await
}

/// The ledger, if one is set, as a call of the interface sees it.
fn page<F: Family>(settings: &SettingsOf<F>, interface: &str, deadline: Instant) -> Option<Page> {
    let ledger = settings.ledger.as_ref().map(Arc::clone)?;
    let code = |role| F::code_for(interface, role).as_str().to_owned();
    // Without a code of its own, the role is played by another's.
    let pending_code = Some(code(CodeRole::Pending)).filter(|pending| {
        ![CodeRole::Internal, CodeRole::Parameter]
            .map(code)
            .contains(pending)
    });
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
fn select<F: Family>(
    found: Option<&Found>,
    parameters: &Parameters,
) -> Result<String, Outcome<F::Code>> {
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
                return Ok(route.interface.to_owned());
            }
            None => {
                let reason = "no interface of this address has these parameters";
                (reason.to_owned(), Cause::UnknownInterface)
            }
        }
    } else if F::SELECTOR.is_empty() {
        readable()?;
        return Ok(String::new());
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
