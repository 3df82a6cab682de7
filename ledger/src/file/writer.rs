//! The thread that writes: steps that wait for it share one transaction.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Builder, JoinHandle};

use redb::Database;
use tokio::sync::oneshot;

use super::rows::Rows;

/// Most steps in one transaction.
const MOST: usize = 512;

/// Takes steps to the thread. When the last one is dropped, the file is closed.
pub(super) struct Writer {
    steps: Option<Sender<Box<dyn Step>>>,
    thread: Option<JoinHandle<()>>,
}

/// Something to do within a transaction.
trait Step: Send {
    fn run(&mut self, rows: &mut Rows<'_>) -> Result<(), redb::Error>;

    /// Tells who waits, once the transaction is on the disk or has failed.
    fn tell(self: Box<Self>, committed: Result<(), String>);
}

struct Task<W, T> {
    work: Option<W>,
    done: Option<T>,
    waiting: oneshot::Sender<Result<T, String>>,
}

impl<W, T> Step for Task<W, T>
where
    W: FnOnce(&mut Rows<'_>) -> Result<T, redb::Error> + Send,
    T: Send,
{
    fn run(&mut self, rows: &mut Rows<'_>) -> Result<(), redb::Error> {
        if let Some(work) = self.work.take() {
            self.done = Some(work(rows)?);
        }
        Ok(())
    }

    fn tell(self: Box<Self>, committed: Result<(), String>) {
        let Self { done, waiting, .. } = *self;
        let done = committed.and_then(|()| done.ok_or_else(stopped));
        // Who no longer waits does not mind.
        let _ = waiting.send(done);
    }
}

impl Writer {
    /// Opens the file and starts the thread.
    pub(super) fn start(path: &Path) -> Result<Self, String> {
        let mut file = File {
            path: path.to_owned(),
            database: None,
        };
        // Makes the tables, and shows that the file can be written.
        file.commit(&mut []).map_err(|error| error.to_string())?;
        let (steps, waiting) = channel();
        let thread = Builder::new()
            .name("koo-ledger".to_owned())
            .spawn(move || file.serve(&waiting))
            .map_err(|error| error.to_string())?;
        Ok(Self {
            steps: Some(steps),
            thread: Some(thread),
        })
    }

    /// Does `work` in a transaction, and waits until it is on the disk.
    pub(super) async fn submit<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Rows<'_>) -> Result<T, redb::Error> + Send + 'static,
    ) -> Result<T, String> {
        let (waiting, done) = oneshot::channel();
        let step = Box::new(Task {
            work: Some(work),
            done: None,
            waiting,
        });
        let steps = self.steps.as_ref().ok_or_else(stopped)?;
        steps.send(step).map_err(|_| stopped())?;
        done.await.map_err(|_| stopped())?
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // Ends the thread, which then closes the file.
        self.steps = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").finish_non_exhaustive()
    }
}

fn stopped() -> String {
    "its thread has stopped".to_owned()
}

/// The file, closed after a failure until the next transaction.
struct File {
    path: PathBuf,
    database: Option<Database>,
}

impl File {
    fn serve(mut self, waiting: &Receiver<Box<dyn Step>>) {
        while let Ok(first) = waiting.recv() {
            let mut steps = vec![first];
            steps.extend(waiting.try_iter().take(MOST - 1));
            let committed = self.commit(&mut steps).map_err(|error| error.to_string());
            for step in steps {
                step.tell(committed.clone());
            }
        }
    }

    fn commit(&mut self, steps: &mut [Box<dyn Step>]) -> Result<(), redb::Error> {
        let database = match self.database.take() {
            Some(database) => database,
            None => Database::create(&self.path)?,
        };
        run(&database, steps)?;
        // After a failure it is dropped, and opened anew next time.
        self.database = Some(database);
        Ok(())
    }
}

/// All steps in one transaction, durable when this returns. Steps that only read cost no commit.
fn run(database: &Database, steps: &mut [Box<dyn Step>]) -> Result<(), redb::Error> {
    let is_start = steps.is_empty();
    let transaction = database.begin_write()?;
    let mut rows = Rows::of(&transaction)?;
    for step in steps {
        step.run(&mut rows)?;
    }
    let is_changed = rows.is_changed;
    drop(rows);
    if is_changed || is_start {
        transaction.commit()?;
    } else {
        transaction.abort()?;
    }
    Ok(())
}
