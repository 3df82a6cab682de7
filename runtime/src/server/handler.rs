//! The HTTP handler: time, tasks, and the response.

use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::body::Body;
use axum::extract::{OriginalUri, Request, State};
use axum::http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use axum::response::Response;
use bytes::Bytes;
use tokio::time::{Instant, timeout_at};
use tracing::Instrument as _;

use super::Family;
use super::answer::{Kind, Outcome, Shape};
use super::body::{self, BodyError};
use super::observer::{Cause, Event, report};
use super::pipeline::{Arrived, process};
use super::serve::Alive;
use super::settings::Settings;
use crate::call::{CodeRole, ResultCode as _};
use crate::message::Message;
use crate::scheme::{Carried, Place, Scheme as _, Stamp};

/// A family and how it is served.
struct Service<F: Family> {
    family: F,
    settings: Settings<F::RequestScheme, F::ReplyScheme>,
}

pub(super) fn router<F: Family>(
    family: F,
    settings: Settings<F::RequestScheme, F::ReplyScheme>,
) -> Router {
    let service = Arc::new(Service { family, settings });
    Router::new().fallback(handle::<F>).with_state(service)
}

async fn handle<F: Family>(
    State(service): State<Arc<Service<F>>>,
    OriginalUri(uri): OriginalUri,
    request: Request,
) -> Response {
    let deadline = Instant::now() + service.settings.budget;
    let interface = Arc::default();
    let outcome = outcome(
        &service,
        uri.path().to_owned(),
        request,
        deadline,
        &interface,
    )
    .await;
    service.respond(outcome, interface.get().copied().unwrap_or_default())
}

/// The outcome of a request, in time whatever happens.
async fn outcome<F: Family>(
    service: &Arc<Service<F>>,
    path: String,
    mut request: Request,
    deadline: Instant,
    interface: &Arc<OnceLock<&'static str>>,
) -> Outcome<F::Code> {
    let alive = request.extensions_mut().remove::<Alive>();
    let (parts, body) = request.into_parts();
    let limit = service.settings.body_limit;
    let body = match timeout_at(deadline, body::read(body, limit)).await {
        Ok(Ok(body)) => body,
        Ok(Err(BodyError::TooLong)) => {
            let reason = format!("the body has more than {limit} bytes");
            return Outcome::wrong_parameter(reason, Cause::BodyTooLong);
        }
        Ok(Err(BodyError::Broken)) | Err(_) => {
            return Outcome::refused_as(CodeRole::Internal, Cause::BodyUnread);
        }
    };
    let arrived = Arrived {
        parts,
        path,
        body,
        deadline,
        interface: Arc::clone(interface),
    };
    let service = Arc::clone(service);
    let work = async move {
        // A shutdown waits until this is dropped, so for the end of the merchant's code.
        let _alive = alive;
        process(&service.family, &service.settings, arrived).await
    };
    let task = tokio::spawn(work.in_current_span());
    match timeout_at(deadline, task).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(_panicked)) => Outcome::refused_as(CodeRole::Internal, Cause::Panicked),
        // Dropping the handle leaves the task running.
        Err(_late) => Outcome::refused_as(CodeRole::Internal, Cause::Late),
    }
}

impl<F: Family> Service<F> {
    /// Writes, signs and reports.
    fn respond(&self, outcome: Outcome<F::Code>, interface: &str) -> Response {
        let mut answer = Answer::to::<F>(outcome);
        let headers = self.sign(&answer.body).unwrap_or_else(|| {
            let outcome = Outcome::refused_as(CodeRole::Internal, Cause::UnsignableReply);
            answer = Answer::to::<F>(outcome);
            // Another body may be one that can be signed. If not, it goes unsigned.
            self.sign(&answer.body).unwrap_or_default()
        });
        let code = answer.code.as_str();
        let event = match answer.cause {
            None => Event::Replied { code },
            Some(cause) => Event::Refused { code, cause },
        };
        report(self.settings.observer.as_ref(), interface, &event);
        let mut response = Response::new(Body::from(answer.body));
        let json = HeaderValue::from_static("application/json");
        response.headers_mut().insert(CONTENT_TYPE, json);
        response.headers_mut().extend(headers);
        response
    }

    /// The headers that sign `body`, none if replies are not signed, `None` if signing fails.
    fn sign(&self, body: &[u8]) -> Option<Vec<Header>> {
        let Some(scheme) = &self.settings.reply_scheme else {
            return Some(Vec::new());
        };
        let message = Message {
            method: "",
            path: "",
            query: &[],
            headers: &[],
            body,
        };
        let stamp = Stamp::at(self.settings.clock.now_millis());
        let carried = scheme.sign(&message, &stamp).ok()?;
        carried.iter().map(header).collect()
    }
}

/// A written answer, not yet signed.
struct Answer {
    body: Bytes,
    code: String,
    /// Why the call was refused, `None` if it was not.
    cause: Option<Cause>,
}

impl Answer {
    fn to<F: Family>(outcome: Outcome<F::Code>) -> Self {
        match outcome.0 {
            Kind::Replied { code, body } => Self {
                body,
                code,
                cause: None,
            },
            Kind::Refused { refusal, cause } => Self {
                body: Shape::of::<F>().write_refusal(&refusal),
                code: refusal.code.as_str().to_owned(),
                cause: Some(cause),
            },
        }
    }
}

type Header = (HeaderName, HeaderValue);

/// A carried value as a header. A reply has no query to carry anything in.
fn header(carried: &Carried) -> Option<Header> {
    match carried.place {
        Place::Header => Some((carried.name.parse().ok()?, carried.value.parse().ok()?)),
        Place::Query => None,
    }
}
