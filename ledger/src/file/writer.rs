//! The thread that writes: steps that wait for it share one transaction.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};

use redb::{Database, ReadTransaction, ReadableDatabase as _};
use tokio::sync::oneshot;
use tokio::task::spawn_blocking;

use super::rows::Rows;

/// Most steps in one transaction.
const MOST: usize = 512;

/// Takes steps to the thread. When it is dropped, the file is closed.
pub(super) struct Writer {
    steps: Option<Sender<Box<dyn Step>>>,
    thread: Option<JoinHandle<()>>,
    opened: Opened,
}

/// The open file, for the thread and for those who only read. Nothing after a failure, until the next transaction.
#[derive(Clone, Default)]
struct Opened(Arc<Mutex<Option<Arc<Database>>>>);

impl Opened {
    fn get(&self) -> Option<Arc<Database>> {
        let opened = self.0.lock();
        opened.unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set(&self, database: Option<Arc<Database>>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = database;
    }
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
        let opened = Opened::default();
        let file = File {
            path: path.to_owned(),
            opened: opened.clone(),
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
            opened,
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

    /// Reads what was last committed, beside the thread.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&ReadTransaction) -> Result<T, redb::Error> + Send + 'static,
    ) -> Result<T, String> {
        if self.opened.get().is_none() {
            // Opens it.
            self.submit(|_| Ok(())).await?;
        }
        let database = self.opened.get().ok_or_else(stopped)?;
        let read = spawn_blocking(move || work(&database.begin_read()?)).await;
        let read = read.map_err(|error| error.to_string())?;
        read.map_err(|error| error.to_string())
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // Ends the thread. The file is closed with the last field.
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

/// The thread's side of the file.
struct File {
    path: PathBuf,
    opened: Opened,
}

impl File {
    fn serve(self, waiting: &Receiver<Box<dyn Step>>) {
        while let Ok(first) = waiting.recv() {
            let mut steps = vec![first];
            steps.extend(waiting.try_iter().take(MOST - 1));
            let committed = self.commit(&mut steps).map_err(|error| error.to_string());
            for step in steps {
                step.tell(committed.clone());
            }
        }
    }

    fn commit(&self, steps: &mut [Box<dyn Step>]) -> Result<(), redb::Error> {
        let database = match self.opened.get() {
            Some(database) => database,
            None => Arc::new(Database::create(&self.path)?),
        };
        let done = run(&database, steps);
        // After a failure it is closed, and opened anew next time.
        self.opened.set(done.is_ok().then_some(database));
        done
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
