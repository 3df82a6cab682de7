//! Signs requests as the platform does.

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;

use super::{CallError, SignedCall};
use crate::address::Address;
use crate::call::Request;
use crate::json;
use crate::message::{Message, parse_query, path_and_query};
use crate::scheme::{Carried, Clock, Place, Scheme, Stamp, SystemClock};

/// A platform that signs with scheme `S`.
pub struct Caller<S> {
    scheme: S,
    path: String,
    in_query: bool,
    clock: Arc<dyn Clock>,
}

impl<S: Scheme> Caller<S> {
    /// A caller that posts JSON to `/`.
    pub fn new(scheme: S) -> Self {
        Self {
            scheme,
            path: "/".to_owned(),
            in_query: false,
            clock: Arc::new(SystemClock),
        }
    }

    /// Where calls go, before the path of an interface that has one of its own. May have a query of its own.
    #[must_use]
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.path = path.into();
        self
    }

    /// Sends requests as the query of a GET instead of the body of a POST.
    #[must_use]
    pub fn in_query(mut self) -> Self {
        self.in_query = true;
        self
    }

    /// The clock that stamps calls.
    #[must_use]
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// The request, signed now. Goes to the path of its interface, if that has one of its own.
    ///
    /// # Errors
    /// [`CallError::Request`] and [`CallError::Scheme`].
    pub fn call<R: Serialize + Request>(&self, request: &R) -> Result<SignedCall, CallError> {
        self.call_at(request, self.clock.now_millis())
    }

    /// Anything as a request, signed now: for requests that no model can hold.
    ///
    /// # Errors
    /// As [`Caller::call`].
    pub fn call_json<T: Serialize + ?Sized>(&self, request: &T) -> Result<SignedCall, CallError> {
        let to = Target {
            path: "",
            in_query: self.in_query,
        };
        self.call_to(to, request, self.clock.now_millis())
    }

    /// The request once more, as after a lost answer: signed anew, and with new values for the parameters that
    /// change on each resend.
    ///
    /// # Errors
    /// As [`Caller::call`].
    pub fn resend<R: Serialize + Request>(&self, request: &mut R) -> Result<SignedCall, CallError> {
        request.vary(&crate::random::nonce());
        self.call(request)
    }

    /// The request, signed `by` ago.
    ///
    /// # Errors
    /// As [`Caller::call`].
    pub fn stale<R: Serialize + Request>(
        &self,
        request: &R,
        by: Duration,
    ) -> Result<SignedCall, CallError> {
        self.call_at(request, self.clock.now_millis().saturating_sub(millis(by)))
    }

    /// The request, signed `by` from now.
    ///
    /// # Errors
    /// As [`Caller::call`].
    pub fn future<R: Serialize + Request>(
        &self,
        request: &R,
        by: Duration,
    ) -> Result<SignedCall, CallError> {
        self.call_at(request, self.clock.now_millis().saturating_add(millis(by)))
    }

    /// Any bytes as the body of a POST, rightly signed now: for bodies that no model can write.
    ///
    /// # Errors
    /// [`CallError::Scheme`] if the scheme cannot sign them.
    pub fn call_bytes(&self, body: impl Into<Vec<u8>>) -> Result<SignedCall, CallError> {
        let millis = self.clock.now_millis();
        self.sign("POST", "", Vec::new(), body.into(), millis)
    }

    fn call_at<R: Serialize + Request>(
        &self,
        request: &R,
        millis: i64,
    ) -> Result<SignedCall, CallError> {
        let url = R::URLS.first();
        let to = Target {
            path: url.map_or("", |url| Address::of(url).path()),
            in_query: url.map_or(self.in_query, |_| R::METHOD == "GET"),
        };
        self.call_to(to, request, millis)
    }

    fn call_to<T: Serialize + ?Sized>(
        &self,
        to: Target,
        request: &T,
        millis: i64,
    ) -> Result<SignedCall, CallError> {
        let written = serde_json::to_string(request).map_err(|_| CallError::Request)?;
        if to.in_query {
            self.sign("GET", to.path, params(&written)?, Vec::new(), millis)
        } else {
            let body = written.into_bytes();
            self.sign("POST", to.path, Vec::new(), body, millis)
        }
    }

    fn sign(
        &self,
        method: &str,
        interface_path: &str,
        params: Vec<(String, String)>,
        body: Vec<u8>,
        timestamp_millis: i64,
    ) -> Result<SignedCall, CallError> {
        let (path, query) = self.path.split_once('?').unwrap_or((&self.path, ""));
        let path = if interface_path.is_empty() {
            path.to_owned()
        } else {
            path.trim_end_matches('/').to_owned() + interface_path
        };
        let mut query = parse_query(query);
        query.extend(params);
        let mut headers = Vec::new();
        if method != "GET" {
            headers.push(("Content-Type".to_owned(), "application/json".to_owned()));
        }
        let message = Message {
            method,
            path: &path,
            query: &query,
            headers: &headers,
            body: &body,
        };
        let carried = self.scheme.sign(&message, &Stamp::at(timestamp_millis))?;
        for Carried { place, name, value } in carried {
            match place {
                Place::Query => query.push((name.to_owned(), value)),
                Place::Header => headers.push((name.to_owned(), value)),
            }
        }
        Ok(SignedCall {
            method: method.to_owned(),
            path_and_query: path_and_query(&path, &query),
            headers,
            body,
        })
    }
}

/// Where one call goes.
#[derive(Clone, Copy)]
struct Target {
    /// Path of the interface, empty if it has none of its own.
    path: &'static str,
    in_query: bool,
}

fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

/// The members of a JSON object as parameters. What is no text travels as its JSON, null not at all.
fn params(written: &str) -> Result<Vec<(String, String)>, CallError> {
    let members = json::members(written).map_err(|_| CallError::Request)?;
    let params = members.into_iter().filter_map(|(name, value)| {
        let text = json::plain_text(value.get())?;
        Some((name.into_owned(), text))
    });
    Ok(params.collect())
}
