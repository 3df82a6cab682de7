//! The list of calls, and one call.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use koo_runtime::message::parse_query;
use koo_spec::catalogue::Text;
use serde_json::{Value, json};

use super::language::choose;
use super::page::Frame;
use super::{Shared, internal, view};
use crate::journal::{Direction, Entry};

/// Rows of the list; older calls are reached by number as long as they are kept.
const MOST_ROWS: usize = 200;

/// What the list shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Filter {
    All,
    Received,
    Sent,
    Problems,
}

impl Filter {
    const ALL: [Self; 4] = [Self::All, Self::Received, Self::Sent, Self::Problems];

    fn of(query: Option<&str>) -> Self {
        let query = parse_query(query.unwrap_or_default());
        let asked = query.iter().find(|(name, _)| name == "show");
        let all = Self::ALL.into_iter();
        asked
            .and_then(|(_, word)| all.clone().find(|filter| filter.as_str() == word))
            .unwrap_or(Self::All)
    }

    const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Received => "received",
            Self::Sent => "sent",
            Self::Problems => "problems",
        }
    }

    fn takes(self, entry: &Entry) -> bool {
        match self {
            Self::All => true,
            Self::Received => entry.direction == Direction::Received,
            Self::Sent => entry.direction == Direction::Sent,
            Self::Problems => !entry.is_clean(),
        }
    }
}

/// Every call, the newest first.
pub(super) async fn list(State(state): Shared, uri: Uri, headers: HeaderMap) -> Response {
    let choice = choose(uri.query(), &headers);
    let filter = Filter::of(uri.query());
    let kept = state.journal.snapshot();
    let last = kept.last().map_or(0, |entry| entry.number);
    let rows: Vec<Value> = kept
        .iter()
        .rev()
        .filter(|entry| filter.takes(entry))
        .take(MOST_ROWS)
        .map(|entry| view::row(entry, choice.language))
        .collect();
    let content = json!({
        "calls": rows,
        "last": last,
        "kept": kept.len(),
        "filter": filter.as_str(),
        "filters": Filter::ALL.map(Filter::as_str),
    });
    let frame = Frame {
        choice,
        title: &Text {
            en: "Calls".to_owned(),
            zh: Some("调用".to_owned()),
        },
        address: address(&uri),
        here: "calls",
        has_records: state.records.is_some(),
    };
    state
        .pages
        .page("calls.html", &frame, content)
        .unwrap_or_else(|error| internal(&error))
}

/// One call.
pub(super) async fn detail(
    State(state): Shared,
    Path(number): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let choice = choose(uri.query(), &headers);
    let entry = number
        .parse()
        .ok()
        .and_then(|number| state.journal.entry(number));
    let title = Text {
        en: format!("Call {number}"),
        zh: Some(format!("调用 {number}")),
    };
    let frame = Frame {
        choice,
        title: &title,
        address: address(&uri),
        here: "",
        has_records: state.records.is_some(),
    };
    let content = json!({
        "call": entry.as_ref().map(|entry| view::call(&state.catalogue, entry, choice.language)),
        "draft": entry.as_ref().is_some_and(|entry| state.drafts.has(entry.number)),
    });
    let response = state
        .pages
        .page("call.html", &frame, content)
        .unwrap_or_else(|error| internal(&error));
    match entry {
        Some(_) => response,
        None => (StatusCode::NOT_FOUND, response).into_response(),
    }
}

/// Path and query of a page.
pub(super) fn address(uri: &Uri) -> &str {
    uri.path_and_query().map_or("/", |address| address.as_str())
}
