//! The HTTP handler: time, tasks, and the response.

use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{OriginalUri, Request};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use axum::response::Response;
use bytes::Bytes;
use tokio::time::Instant;
use tower::service_fn;

use super::Family;
use super::answer::{JSON, Kind, Outcome, Shape};
use super::body::{self, BodyError};
use super::observer::{Cause, Event, report};
use super::pipeline::{Arrived, process};
use super::route::{self, Found};
use super::schemes::Schemes as _;
use super::serve::Alive;
use super::settings::Settings;
use super::until::{self, Unfinished};
use crate::call::{CodeRole, Refusal, ResultCode};
use crate::scheme::{Carried, Place};

/// A family and how it is served.
struct Service<F: Family> {
    family: F,
    settings: Settings<F::Schemes>,
}

pub(super) fn router<F: Family>(family: F, settings: Settings<F::Schemes>) -> Router {
    let service = Arc::new(Service { family, settings });
    let handler = move |request| {
        let service = Arc::clone(&service);
        async move { Ok::<_, Infallible>(handle(&service, request).await) }
    };
    Router::new().fallback_service(service_fn(handler))
}

async fn handle<F: Family>(service: &Arc<Service<F>>, request: Request) -> Response {
    let arrival = Instant::now();
    let deadline = arrival + service.settings.budget;
    let interface = Arc::default();
    let (mut parts, body) = request.into_parts();
    let uri = match parts.extensions.remove() {
        Some(OriginalUri(uri)) => uri,
        None => parts.uri.clone(),
    };
    let found = route::find::<F>(&parts, uri.path()).map(Arc::new);
    let arrived = Box::new(Arrived {
        parts,
        uri,
        found: found.clone(),
        body: Bytes::new(),
        deadline,
        interface: Arc::clone(&interface),
    });
    let outcome = outcome(service, arrived, body).await;
    let interface = interface.get().copied().unwrap_or_default();
    service.respond(outcome, found.as_deref(), interface, arrival)
}

/// The outcome of a request whose body is still to come, in time whatever happens.
async fn outcome<F: Family>(
    service: &Arc<Service<F>>,
    mut arrived: Box<Arrived>,
    body: Body,
) -> Outcome<F::Code> {
    let alive = arrived.parts.extensions.remove::<Alive>();
    let (limit, deadline) = (service.settings.body_limit, arrived.deadline);
    arrived.body = match until::before(deadline, body::read(body, limit)).await {
        Ok(Ok(body)) => body,
        Ok(Err(BodyError::TooLong)) => {
            let reason = format!("the body has more than {limit} bytes");
            return Outcome::wrong_parameter(reason, Cause::BodyTooLong);
        }
        Ok(Err(BodyError::Broken)) | Err(_) => {
            return Outcome::refused_as(CodeRole::Internal, Cause::BodyUnread);
        }
    };
    if arrived.found.is_none() && !F::ROUTES.is_empty() {
        return Outcome::wrong_parameter("unknown interface", Cause::UnknownInterface);
    }
    let service = Arc::clone(service);
    let work = Box::pin(async move {
        // A shutdown waits until this is dropped, so for the end of the merchant's code.
        let _alive = alive;
        process(&service.family, &service.settings, arrived).await
    });
    let cause = match until::to_the_end(deadline, work).await {
        Ok(outcome) => return outcome,
        Err(Unfinished::Panicked) => Cause::Panicked,
        Err(Unfinished::Late) => Cause::Late,
    };
    Outcome::refused_as(CodeRole::Internal, cause)
}

impl<F: Family> Service<F> {
    /// Writes, signs and reports.
    fn respond(
        &self,
        outcome: Outcome<F::Code>,
        found: Option<&Found>,
        interface: &str,
        arrival: Instant,
    ) -> Response {
        let group = found.map_or("", Found::group);
        let mut answer = Answer::<F::Code>::to::<F>(outcome, found);
        let headers = self.sign(group, &answer.body).unwrap_or_else(|| {
            let outcome = Outcome::refused_as(CodeRole::Internal, Cause::UnsignableReply);
            answer = Answer::to::<F>(outcome, found);
            // Another body may be one that can be signed. If not, it goes unsigned.
            self.sign(group, &answer.body).unwrap_or_default()
        });
        let code = answer.code.as_str();
        let elapsed = arrival.elapsed();
        let event = match answer.cause {
            None => Event::Replied { code, elapsed },
            Some(cause) => Event::Refused {
                code,
                cause,
                elapsed,
            },
        };
        report(self.settings.observer.as_ref(), interface, &event);
        let mut response = Response::new(Body::from(answer.body));
        *response.status_mut() = answer.status;
        let content_type = HeaderValue::from_static(answer.content_type);
        response.headers_mut().insert(CONTENT_TYPE, content_type);
        response.headers_mut().extend(headers);
        response
    }

    /// The headers that sign `body`, none if replies are not signed, `None` if signing fails.
    fn sign(&self, group: &str, body: &[u8]) -> Option<Vec<Header>> {
        let clock = self.settings.clock.as_ref();
        let Some(schemes) = self.settings.schemes.group(group) else {
            return Some(Vec::new());
        };
        let carried = schemes.sign_reply(body, clock).ok()?;
        carried.into_iter().map(header).collect()
    }
}

/// A written answer, not yet signed.
struct Answer<C> {
    status: StatusCode,
    content_type: &'static str,
    body: Bytes,
    code: C,
    /// Why the call was refused, `None` if it was not.
    cause: Option<Cause>,
}

impl<C: ResultCode> Answer<C> {
    fn to<F: Family<Code = C>>(outcome: Outcome<F::Code>, found: Option<&Found>) -> Self {
        let shape = Shape::of::<F>(found);
        let mut answer = Self::written::<F>(outcome, shape, found);
        if found.is_none() && matches!(answer.cause, Some(Cause::UnknownInterface)) {
            answer.status = StatusCode::from_u16(F::UNKNOWN_STATUS).unwrap_or_default();
        }
        answer
    }

    fn written<F: Family<Code = C>>(
        outcome: Outcome<C>,
        shape: Shape,
        found: Option<&Found>,
    ) -> Self {
        match outcome.0 {
            Kind::Replied {
                code,
                content_type,
                body,
            } => Self {
                status: status::<F>(shape, &code, None),
                content_type,
                body,
                code,
                cause: None,
            },
            Kind::Refused { refusal, cause } => Self::refusing::<F>(shape, refusal, cause),
            Kind::Failed {
                role,
                reason,
                cause,
            } => {
                let code = F::code_for(found.map_or("", Found::interface), role);
                let refusal = match reason {
                    Some(reason) => Refusal::new(code, reason),
                    None => Refusal::from(code),
                };
                Self::refusing::<F>(shape, refusal, cause)
            }
        }
    }

    fn refusing<F: Family<Code = C>>(shape: Shape, refusal: Refusal<C>, cause: Cause) -> Self {
        Self {
            status: status::<F>(shape, &refusal.code, Some(cause)),
            content_type: JSON,
            body: shape.write_refusal(&refusal),
            code: refusal.code,
            cause: Some(cause),
        }
    }
}

/// The status of a code. Where replies have none, the status tells what became of the call.
fn status<F: Family>(shape: Shape, code: &F::Code, cause: Option<Cause>) -> StatusCode {
    let status = match cause {
        _ if shape.has_code => F::http_status(code),
        None => 200,
        Some(Cause::Scheme(_)) => 401,
        Some(cause) if cause.is_internal() => 500,
        Some(_) => 400,
    };
    StatusCode::from_u16(status).unwrap_or_default()
}

type Header = (HeaderName, HeaderValue);

/// A carried value as a header. A reply has no query to carry anything in.
fn header(carried: Carried) -> Option<Header> {
    match carried.place {
        Place::Header => Some((carried.name.parse().ok()?, carried.value.try_into().ok()?)),
        Place::Query => None,
    }
}
