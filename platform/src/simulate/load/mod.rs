//! Load: calls at a steady rate, whatever the server does, and how long the answers took.
//!
//! The schedule is open. A call that could not be sent in time, because all clients still wait for earlier ones, counts from the
//! moment it was due, so that a server that stands still for a while shows it in every call it kept waiting.

mod calls;
mod figures;
mod pace;
mod report;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::exchange::{Client, Connection, Failure, Received, Sent};

pub use calls::Orders;
pub use figures::{Figures, PERCENTILES};
pub use report::{human, json};

use pace::Schedule;

/// How hard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Calls a second.
    pub rate: u32,
    /// For how long.
    pub duration: Duration,
    /// How many connections, each with one call at a time.
    pub clients: usize,
}

/// What is called.
pub trait Calls {
    /// The call of a number; the same for the same number, apart from the time of its signature.
    ///
    /// # Errors
    ///
    /// Text that says why there is none.
    fn call(&self, number: u64) -> Result<Sent, String>;

    /// The result code of a reply.
    fn code(&self, reply: &Received) -> Option<String>;
}

/// What a run showed.
#[derive(Debug, Clone)]
pub struct Run {
    /// What was asked for.
    pub settings: Settings,
    /// Calls that were due.
    pub due: u64,
    /// Calls that were never sent, because the clients were busy until the end.
    pub unsent: u64,
    /// From the first call to the last answer.
    pub elapsed: Duration,
    /// What was measured.
    pub figures: Figures,
}

impl Run {
    /// Answers a second.
    pub fn throughput(&self) -> f64 {
        // Counts beyond what f64 holds exactly do not occur in a run.
        #[allow(clippy::cast_precision_loss, reason = "see above")]
        let answers = self.figures.answers() as f64;
        answers / self.elapsed.as_secs_f64().max(f64::MIN_POSITIVE)
    }

    /// Calls that failed or were not sent.
    pub fn lost(&self) -> u64 {
        self.unsent + self.figures.failures.values().sum::<u64>()
    }
}

/// Runs. Afterwards calls that are still due are waited for as long as one call may take.
///
/// # Errors
///
/// Text that says why a call cannot be made at all.
pub async fn run(client: &Client, calls: &dyn Calls, settings: Settings) -> Result<Run, String> {
    // What cannot be composed once cannot be composed at all.
    calls.call(0)?;
    let start = Instant::now();
    let schedule = Schedule::new(start, settings.rate, settings.duration);
    let due = Arc::new(Semaphore::new(0));
    let next = AtomicU64::new(0);
    let end = start + settings.duration + client.limits().timeout;
    pace::release(schedule, &due);
    let workers = (0..settings.clients.max(1)).map(|_| {
        let worker = Worker {
            client,
            connection: None,
            calls,
            schedule,
            end,
        };
        worker.run(&due, &next)
    });
    let mut figures = Figures::new().ok_or("no memory for the figures")?;
    for measured in join_all(workers).await.into_iter().flatten() {
        figures.merge(measured);
    }
    let taken = next.load(Ordering::Relaxed).min(schedule.calls);
    Ok(Run {
        settings,
        due: schedule.calls,
        unsent: schedule.calls - taken,
        elapsed: start.elapsed(),
        figures,
    })
}

/// A client with its connection.
struct Worker<'a> {
    client: &'a Client,
    connection: Option<Connection>,
    calls: &'a dyn Calls,
    schedule: Schedule,
    end: Instant,
}

impl Worker<'_> {
    async fn run(mut self, due: &Semaphore, next: &AtomicU64) -> Option<Figures> {
        let mut figures = Figures::new()?;
        while Instant::now() < self.end {
            if next.load(Ordering::Relaxed) >= self.schedule.calls {
                break;
            }
            let Ok(permit) = due.acquire().await else {
                break;
            };
            permit.forget();
            let number = next.fetch_add(1, Ordering::Relaxed);
            self.call(number, &mut figures).await;
        }
        // The others would wait for permits that never come.
        due.close();
        Some(figures)
    }

    async fn call(&mut self, number: u64, figures: &mut Figures) {
        let Ok(sent) = self.calls.call(number) else {
            return figures.failed("not-composed");
        };
        let limit = self.client.limits().timeout;
        let start = Instant::now();
        let outcome = match timeout(limit, self.send(&sent, figures)).await {
            Ok(outcome) => outcome,
            Err(_) => {
                self.connection = None;
                Err(Failure::Timeout(limit))
            }
        };
        match outcome {
            Ok(received) => {
                let latency = self.schedule.due(number).elapsed();
                let service = start.elapsed();
                let code = self.calls.code(&received);
                figures.answered(latency, service, received.status, code);
            }
            Err(failure) => figures.failed(failure.kind()),
        }
    }

    /// Sends over the open connection; a server may have closed it meanwhile, which is no failure of this call.
    async fn send(&mut self, sent: &Sent, figures: &mut Figures) -> Result<Received, Failure> {
        if let Some(mut connection) = self.connection.take() {
            match connection.send(sent).await {
                Ok(received) => {
                    self.connection = Some(connection).filter(Connection::is_open);
                    return Ok(received);
                }
                Err(Failure::Closed(_) | Failure::Broken(_)) => {}
                Err(failure) => return Err(failure),
            }
        }
        let mut connection = self.client.connect(&sent.url).await?;
        figures.connections += 1;
        let received = connection.send(sent).await?;
        self.connection = Some(connection).filter(Connection::is_open);
        Ok(received)
    }
}
