//! A simulation of another process, or of this one: its verdicts as they come.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use koo_spec::catalogue::Text;
use serde_json::json;

use super::calls::address;
use super::language::choose;
use super::page::Frame;
use super::{Shared, internal};
use crate::simulate::report::page::render;
use crate::watch::Message;

/// Most bytes of a message.
pub(super) const MOST_BYTES: usize = 8 * 1024 * 1024;

/// The report brings its own style, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'none'";

/// The report of the last run, as far as it is.
pub(super) async fn show(
    State(state): Shared,
    uri: axum::http::Uri,
    headers: HeaderMap,
) -> Response {
    let run = state.board.as_ref().and_then(crate::watch::Board::run);
    let Some(run) = run else {
        let frame = Frame {
            choice: choose(uri.query(), &headers),
            title: &Text {
                en: "Simulation".to_owned(),
                zh: Some("模拟".to_owned()),
            },
            address: address(&uri),
            here: "simulation",
            has_records: state.records.is_some(),
        };
        return state
            .pages
            .page("simulation.html", &frame, json!({}))
            .unwrap_or_else(|error| internal(&error));
    };
    match render(run) {
        Ok(page) => {
            let policy = HeaderValue::from_static(POLICY);
            ([(CONTENT_SECURITY_POLICY, policy)], Html(page)).into_response()
        }
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

/// Takes up what a simulation says. A browser cannot send this type across sites without asking first.
pub(super) async fn take(State(state): Shared, headers: HeaderMap, body: Bytes) -> Response {
    let Some(board) = &state.board else {
        return (StatusCode::NOT_FOUND, "no simulation is watched here\n").into_response();
    };
    let is_json = headers
        .get(CONTENT_TYPE)
        .is_some_and(|value| value.as_bytes() == b"application/json");
    if !is_json {
        return StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response();
    }
    let taken = serde_json::from_slice::<Message>(&body).map_err(|error| error.to_string());
    match taken.and_then(|message| board.take(message).map_err(|error| error.to_string())) {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => (StatusCode::BAD_REQUEST, format!("{error}\n")).into_response(),
    }
}
