//! Keeps other web pages out. A page of somebody else that a browser shows must neither read here nor have calls sent:
//! the name the browser knows us by must be ours, and what changes something must come from our own form.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, HeaderMap, HeaderValue, ORIGIN, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use koo_runtime::crypto::{equal, hex};

use super::page::ConsoleError;

/// Nothing from elsewhere, nothing inline, nobody's frame.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// A random text that only our own forms know.
pub(super) struct Token(String);

impl Token {
    pub(super) fn draw() -> Result<Self, ConsoleError> {
        let mut bytes = [0; 24];
        getrandom::fill(&mut bytes).map_err(|error| ConsoleError::Random(error.to_string()))?;
        Ok(Self(hex(bytes)))
    }

    pub(super) fn text(&self) -> &str {
        &self.0
    }

    pub(super) fn is(&self, text: &str) -> bool {
        equal(&self.0, text)
    }
}

/// Lets a request through if it names us, and, if it changes something, comes from us.
pub(super) async fn guard(
    State(state): State<Arc<super::State>>,
    request: Request,
    next: Next,
) -> Response {
    let refusal = refusal(request.method(), request.headers(), &state.hosts);
    let mut response = match refusal {
        Some(why) => (StatusCode::FORBIDDEN, why).into_response(),
        None => next.run(request).await,
    };
    let headers = response.headers_mut();
    // A page that brings its own style says so itself.
    headers
        .entry(CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static(POLICY));
    for (name, value) in [
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "same-origin"),
        (CACHE_CONTROL, "no-store"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

fn refusal(method: &Method, headers: &HeaderMap, hosts: &[String]) -> Option<&'static str> {
    let host = text(headers, HOST.as_str()).unwrap_or_default();
    if !is_ours(host, hosts) {
        return Some(
            "This page answers under loopback addresses and localhost only, so that no other web site can reach it \
             through a name of its own.\n",
        );
    }
    if matches!(*method, Method::GET | Method::HEAD) {
        return None;
    }
    let same_origin = |origin: &str| {
        let authority = origin.split_once("://").map(|(_, authority)| authority);
        authority.is_some_and(|authority| authority.eq_ignore_ascii_case(host))
    };
    let is_foreign = text(headers, ORIGIN.as_str()).is_some_and(|origin| !same_origin(origin))
        || text(headers, "sec-fetch-site")
            .is_some_and(|site| !matches!(site, "same-origin" | "none"));
    is_foreign.then_some("Calls are sent from this page's own form only.\n")
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    // What is there but no text is nothing we would have sent.
    headers.get(name).map(|value| value.to_str().unwrap_or("?"))
}

/// Whether a `Host` header names this machine to itself, or one of the names given.
fn is_ours(host: &str, hosts: &[String]) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split_once(']').map_or("", |(name, _)| name),
        None => host.split(':').next().unwrap_or_default(),
    };
    let is_loopback = name
        .parse::<IpAddr>()
        .is_ok_and(|address| address.is_loopback());
    is_loopback
        || name.eq_ignore_ascii_case("localhost")
        || hosts.iter().any(|known| known.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn only_this_machine_and_given_names_are_ours() {
        let hosts = ["mock.internal".to_owned()];
        for host in [
            "127.0.0.1",
            "127.0.0.1:8080",
            "127.3.2.1:1",
            "[::1]:8080",
            "localhost:1",
            "LOCALHOST",
            "mock.internal:80",
        ] {
            assert!(is_ours(host, &hosts), "{host}");
        }
        for host in [
            "",
            "evil.example",
            "127.0.0.1.evil.example",
            "localhost.evil.example:80",
            "192.168.0.1",
            "0.0.0.0:80",
            "[::2]:80",
            "[::1",
            "evil@127.0.0.1",
        ] {
            assert!(!is_ours(host, &hosts), "{host}");
        }
    }
}
