//! New calls as server-sent events.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, Stream};
use koo_runtime::message::parse_query;
use tokio::sync::OwnedSemaphorePermit;

use super::language::{Language, choose};
use super::{Shared, view};
use crate::journal::{Entry, Subscription, Update};

/// Pages that may watch at the same time.
pub(super) const MOST_WATCHERS: usize = 64;

/// Rows of the list, as they come.
pub(super) async fn events(State(state): Shared, uri: Uri, headers: HeaderMap) -> Response {
    let Ok(permit) = Arc::clone(&state.watchers).try_acquire_owned() else {
        let status = StatusCode::SERVICE_UNAVAILABLE;
        return (status, "too many pages watch already\n").into_response();
    };
    let language = choose(uri.query(), &headers).language;
    let after = seen(&uri, &headers);
    let (kept, subscription) = state.journal.follow();
    let missed: Vec<_> = kept
        .into_iter()
        .filter(|entry| after.is_some_and(|after| entry.number > after))
        .rev()
        .collect();
    let watcher = Watcher {
        state,
        language,
        missed,
        subscription,
        _permit: permit,
    };
    Sse::new(rows(watcher))
        .keep_alive(KeepAlive::new().interval(Duration::from_secs(15)))
        .into_response()
}

/// The number of the last call the reader has.
fn seen(uri: &Uri, headers: &HeaderMap) -> Option<u64> {
    // A browser that connects again knows better than the address it began with.
    let again = headers.get("last-event-id");
    let again = again.and_then(|number| number.to_str().ok()?.parse().ok());
    again.or_else(|| {
        let query = parse_query(uri.query().unwrap_or_default());
        let (_, number) = query.into_iter().find(|(name, _)| name == "after")?;
        number.parse().ok()
    })
}

struct Watcher {
    state: Arc<super::State>,
    language: Language,
    /// What was recorded before, the next one last.
    missed: Vec<Arc<Entry>>,
    subscription: Subscription,
    _permit: OwnedSemaphorePermit,
}

fn rows(watcher: Watcher) -> impl Stream<Item = Result<Event, Infallible>> {
    stream::unfold(watcher, |mut watcher| async move {
        let event = match watcher.missed.pop() {
            Some(entry) => watcher.row(&entry),
            None => match watcher.subscription.next().await? {
                Update::Recorded(entry) => watcher.row(&entry),
                Update::Missed => Event::default().event("reload").data(""),
            },
        };
        Some((Ok(event), watcher))
    })
}

impl Watcher {
    fn row(&self, entry: &Entry) -> Event {
        let content = serde_json::json!({"call": view::row(entry, self.language)});
        let row = self
            .state
            .pages
            .fragment("row.html", self.language, content);
        let number = entry.number.to_string();
        match row {
            // A carriage return would end a line of the event.
            Ok(row) => Event::default()
                .event("call")
                .id(number)
                .data(row.replace('\r', "")),
            Err(_) => Event::default().event("reload").data(""),
        }
    }
}
