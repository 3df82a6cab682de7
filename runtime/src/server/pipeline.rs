//! From the bytes of a request to the merchant's code.

use std::sync::{Arc, OnceLock};

use axum::http::HeaderMap;
use axum::http::request::Parts;
use bytes::Bytes;
use tokio::time::Instant;

use super::answer::{Outcome, Shape};
use super::incoming::{Incoming, Parameters};
use super::observer::Cause;
use super::settings::Settings;
use super::{Family, Input};
use crate::call::{CodeRole, Refusal};
use crate::json;
use crate::message::{Message, parse_query};
use crate::replay::Admission;
use crate::scheme::{Evidence, Scheme as _, SchemeError, freshness};

type SettingsOf<F> = Settings<<F as Family>::RequestScheme, <F as Family>::ReplyScheme>;
type SchemeOf<F> = <F as Family>::RequestScheme;

/// One request, all of it read.
pub(super) struct Arrived {
    pub(super) parts: Parts,
    pub(super) path: String,
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
    let query = parse_query(arrived.parts.uri.query().unwrap_or_default());
    let headers = text_headers(&arrived.parts.headers);
    let message = Message {
        method: arrived.parts.method.as_str(),
        path: &arrived.path,
        query: &query,
        headers: &headers,
        body: &arrived.body,
    };
    if let Err(outcome) = accept::<F>(settings, &message).await {
        return outcome;
    }
    let (selected, parameters) = match select::<F>(query, arrived.body) {
        Ok(selected) => selected,
        Err(outcome) => return outcome,
    };
    if Instant::now() >= arrived.deadline {
        // The caller has its answer. It will call again, and nothing has begun.
        return Outcome::refused_as(CodeRole::Internal, Cause::Late);
    }
    family
        .dispatch(Incoming {
            selected,
            parameters,
            shape: Shape::of::<F>(),
            policy: settings.policy,
            observer: Arc::clone(&settings.observer),
            interface: arrived.interface,
        })
        .await
}

/// Signature, age, nonce.
async fn accept<F: Family>(
    settings: &SettingsOf<F>,
    message: &Message<'_>,
) -> Result<(), Outcome<F::Code>> {
    let evidence = verify::<F>(settings, message).map_err(not_accepted::<F>)?;
    let (Some(nonce), Some(guard)) = (evidence.nonce, settings.replay_guard.as_ref()) else {
        return Ok(());
    };
    match guard
        .admit(SchemeOf::<F>::NAME, nonce, settings.keep())
        .await
    {
        Ok(Admission::New) => Ok(()),
        Ok(Admission::Seen) => Err(not_accepted::<F>(SchemeError::Replayed)),
        Err(error) => {
            tracing::error!(%error, "a nonce could not be checked");
            Err(Outcome::refused_as(CodeRole::Internal, Cause::ReplayGuard))
        }
    }
}

fn verify<'m, F: Family>(
    settings: &SettingsOf<F>,
    message: &Message<'m>,
) -> Result<Evidence<'m>, SchemeError> {
    let evidence = settings.request_scheme.verify(message)?;
    if let Some(window) = SchemeOf::<F>::FRESH {
        let now = settings.clock.now_millis();
        freshness(&evidence, SchemeOf::<F>::TIMESTAMP, window, now)?;
    }
    Ok(evidence)
}

fn not_accepted<F: Family>(error: SchemeError) -> Outcome<F::Code> {
    let refusal = Refusal::new(F::refusal_code(&error), error.to_string());
    Outcome::refused(refusal, Cause::Scheme(error))
}

/// Which interface is called, and with what.
fn select<F: Family>(
    query: Vec<(String, String)>,
    body: Bytes,
) -> Result<(String, Parameters), Outcome<F::Code>> {
    let (selected, parameters) = match F::INPUT {
        Input::Body => {
            let members = std::str::from_utf8(&body)
                .ok()
                .and_then(|text| json::members(text).ok())
                .ok_or_else(|| {
                    let reason = "the body is not a JSON object";
                    Outcome::wrong_parameter(reason, Cause::Malformed)
                })?;
            // As everywhere, the last of several members with one name counts.
            let selector = members.iter().rfind(|(name, _)| name == F::SELECTOR);
            let selected = selector.and_then(|(_, value)| json::text_of(value));
            (selected, Parameters::Body(body))
        }
        Input::Query { except } => {
            let mut query = query;
            query.retain(|(name, _)| !except.contains(&name.as_str()));
            let selector = query.iter().find(|(name, _)| name == F::SELECTOR);
            let selected = selector.map(|(_, value)| value.clone());
            (selected, Parameters::Query(query))
        }
    };
    if F::SELECTOR.is_empty() {
        return Ok((String::new(), parameters));
    }
    match selected {
        Some(selected) if !selected.is_empty() => Ok((selected, parameters)),
        _ => {
            let reason = format!("{}: missing", F::SELECTOR);
            Err(Outcome::wrong_parameter(reason, Cause::NoSelector))
        }
    }
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
