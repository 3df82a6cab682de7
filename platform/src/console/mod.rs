//! A page that shows, live, the calls received and sent and what became of them, with a form to send calls. Works without
//! scripts, from this program alone.

mod calls;
mod guard;
mod language;
mod live;
mod mount;
mod page;
mod parameters;
mod records;
mod send;
mod simulation;
mod view;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::response::IntoResponse;
use axum::routing::get;
use koo_runtime::secret::Secret;
use koo_spec::catalogue::Catalogue;

use crate::exchange::Client;
use crate::journal::Journal;
use crate::watch::Board;
use guard::Token;
pub use page::ConsoleError;
use page::Pages;
pub use records::{Collection, Records};
use send::Drafts;

/// Where the page keeps what is its own; `/` is its front.
pub const PREFIX: &str = "/koo";

/// Where a simulation says what happens.
pub(crate) const SIMULATION: &str = "/koo/simulation";

/// The page, ready to be served.
pub struct Console {
    state: State,
}

/// What the handlers share.
struct State {
    catalogue: Arc<Catalogue>,
    journal: Journal,
    client: Client,
    secrets: BTreeMap<String, Secret>,
    hosts: Vec<String>,
    records: Option<Arc<dyn Records>>,
    board: Option<Board>,
    pages: Pages,
    token: Token,
    drafts: Drafts,
    watchers: Arc<tokio::sync::Semaphore>,
}

type Shared = axum::extract::State<Arc<State>>;

impl Console {
    /// A page about the calls of a journal, which sends calls with `client`.
    ///
    /// # Errors
    ///
    /// [`ConsoleError`] if no random token can be drawn, or a template is broken.
    pub fn new(
        catalogue: Arc<Catalogue>,
        journal: Journal,
        client: Client,
    ) -> Result<Self, ConsoleError> {
        let state = State {
            catalogue,
            journal,
            client,
            secrets: BTreeMap::new(),
            hosts: Vec::new(),
            records: None,
            board: None,
            pages: Pages::new()?,
            token: Token::draw()?,
            drafts: Drafts::default(),
            watchers: Arc::new(tokio::sync::Semaphore::new(live::MOST_WATCHERS)),
        };
        Ok(Self { state })
    }

    /// Secrets of this process, used where the form leaves one empty.
    #[must_use]
    pub fn secrets(mut self, secrets: BTreeMap<String, Secret>) -> Self {
        self.state.secrets = secrets;
        self
    }

    /// A host name under which the page is reached, besides loopback addresses and `localhost`.
    #[must_use]
    pub fn host(mut self, name: impl Into<String>) -> Self {
        self.state.hosts.push(name.into());
        self
    }

    /// What is remembered between calls, to be shown.
    #[must_use]
    pub fn records(mut self, records: Arc<dyn Records>) -> Self {
        self.state.records = Some(records);
        self
    }

    /// Where simulations are shown, those of other processes too.
    #[must_use]
    pub fn board(mut self, board: Board) -> Self {
        self.state.board = Some(board);
        self
    }

    /// The routes: `/` and everything below [`PREFIX`].
    pub fn router(self) -> Router {
        let state = Arc::new(self.state);
        Router::new()
            .route("/", get(calls::list))
            .route("/koo/calls/{number}", get(calls::detail))
            .route("/koo/records", get(records::show))
            .route("/koo/send", get(send::show).post(send::send))
            .route(
                SIMULATION,
                get(simulation::show)
                    .post(simulation::take)
                    .layer(DefaultBodyLimit::max(simulation::MOST_BYTES)),
            )
            .route("/koo/events", get(live::events))
            .route("/koo/console.css", get(page::style))
            .route("/koo/console.js", get(page::script))
            .route_layer(from_fn_with_state(Arc::clone(&state), guard::guard))
            .with_state(state)
    }
}

/// The answer to what went wrong on our side; the details are for the person who serves the page.
fn internal(error: &ConsoleError) -> axum::response::Response {
    let status = axum::http::StatusCode::INTERNAL_SERVER_ERROR;
    (status, error.to_string()).into_response()
}
