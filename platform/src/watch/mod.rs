//! A simulation that is watched while it runs: its calls enter a journal, its verdicts stand on a page, and a mock knows its
//! orders, in this process or in another one.
//!
//! [`Watch`] observes a run and says what happens as [`Message`]s. A [`Board`] takes them: it belongs to the page that shows
//! calls. Where board and run are two processes, the messages go to the page's own address ([`Neighbour`]).

mod board;
mod message;
mod neighbour;

use std::sync::{Mutex, PoisonError};

use koo_runtime::scheme::{Clock, SystemClock};

pub use board::Board;
pub use message::{Message, Unreadable};
pub use neighbour::Neighbour;

use crate::records::Record;
use crate::simulate::report::Run;
use crate::simulate::{Observer, Placing, Step, Verdict};

/// Where the messages of a run go.
pub enum Watch {
    /// To a page of this process, whose mock shares the records of the run.
    Here {
        /// The page's board.
        board: Board,
        /// Family of the run.
        family: String,
        /// What a message could not be written for.
        failure: Mutex<Option<String>>,
    },
    /// To the page of a mock in another process.
    There {
        /// The way to it.
        neighbour: Neighbour,
        /// Family of the run.
        family: String,
    },
}

impl Watch {
    /// Watched on a board of this process.
    pub fn here(board: Board, family: &str) -> Self {
        Self::Here {
            board,
            family: family.to_owned(),
            failure: Mutex::default(),
        }
    }

    /// Watched on the page of another process.
    pub fn there(neighbour: Neighbour, family: &str) -> Self {
        Self::There {
            neighbour,
            family: family.to_owned(),
        }
    }

    /// The run begins. Its verdicts come later.
    pub fn began(&self, run: &Run) {
        self.tell(Message::began(run));
    }

    /// The run is over, with all its verdicts.
    ///
    /// # Errors
    ///
    /// Why something about the run did not arrive.
    pub async fn ended(&self, run: &Run) -> Result<(), String> {
        self.tell(Message::ended(run));
        match self {
            Self::Here { failure, .. } => {
                let mut failure = failure.lock().unwrap_or_else(PoisonError::into_inner);
                failure.take().map_or(Ok(()), Err)
            }
            Self::There { neighbour, .. } => neighbour.close().await,
        }
    }

    fn family(&self) -> &str {
        match self {
            Self::Here { family, .. } | Self::There { family, .. } => family,
        }
    }

    fn tell(&self, message: Message) {
        match self {
            Self::Here { board, failure, .. } => {
                if let Err(error) = board.take(message) {
                    let mut failure = failure.lock().unwrap_or_else(PoisonError::into_inner);
                    failure.get_or_insert(error.to_string());
                }
            }
            Self::There { neighbour, .. } => neighbour.tell(message),
        }
    }
}

impl Observer for Watch {
    fn placed<'a>(&'a self, interface: &'a str, record: &'a Record) -> Placing<'a> {
        match self {
            // The mock of this process reads the records of the run itself.
            Self::Here { .. } => Box::pin(std::future::ready(Ok(()))),
            Self::There { neighbour, .. } => {
                Box::pin(neighbour.send(Message::placed(interface, record)))
            }
        }
    }

    fn step(&self, case: &str, step: &Step) {
        let elapsed = i64::try_from(step.elapsed.as_millis()).unwrap_or(i64::MAX);
        let began = SystemClock.now_millis().saturating_sub(elapsed);
        self.tell(Message::called(self.family(), case, step, began));
    }

    fn finished(&self, verdict: &Verdict) {
        self.tell(Message::judged(verdict));
    }
}
