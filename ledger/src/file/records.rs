//! Records of the merchant's own, in the same file and the same transactions.

use std::cell::OnceCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::rows::{self, Rows};
use super::writer::Writer;

/// The merchant's own records in the file of a [`FileLedger`](crate::FileLedger), as JSON: collections, in which each
/// record has a key. Clones share the file.
///
/// What is confirmed is on the disk. Changes that come at the same time share one commit, with each other and with what
/// the ledger writes, so they cost hardly more than the ledger does alone.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// # let file = folder.path().join("store.redb");
/// use koo_ledger::{FileLedger, RecordsError};
///
/// let records = FileLedger::open(file)?.records();
/// let seats = records
///     .change(|change| {
///         let seats = change.get::<u32>("seats", "buyer-1")?.unwrap_or_default() + 5;
///         change.put("seats", "buyer-1", &seats)?;
///         Ok::<_, RecordsError>(seats)
///     })
///     .await?;
/// assert_eq!(records.get("seats", "buyer-1").await?, Some(seats));
/// # Ok(()) }
/// ```
#[derive(Debug, Clone)]
pub struct Records {
    writer: Arc<Writer>,
}

/// Records cannot be read or written. Says what the file reports, never what is in a record.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct RecordsError(#[from] Problem);

#[derive(Debug, thiserror::Error)]
enum Problem {
    #[error("the file of records does not answer: {0}")]
    File(String),
    #[error(
        "{collection}: {key}: the record has another form than is asked for, at column {column}"
    )]
    Form {
        collection: String,
        key: String,
        column: usize,
    },
    #[error("{collection}: {key}: the record cannot be written as JSON")]
    Unwritable { collection: String, key: String },
    #[error("the change panicked")]
    Panicked,
}

impl Records {
    pub(super) fn of(writer: Arc<Writer>) -> Self {
        Self { writer }
    }

    /// The record with this key. Waits for no change that is under way.
    ///
    /// # Errors
    /// [`RecordsError`] if the file does not answer, or the record is no `T`.
    pub async fn get<T: DeserializeOwned>(
        &self,
        collection: &str,
        key: &str,
    ) -> Result<Option<T>, RecordsError> {
        let (within, wanted) = (collection.to_owned(), key.to_owned());
        let found = self
            .writer
            .read(move |file| rows::record(file, &within, &wanted))
            .await
            .map_err(Problem::File)?;
        found.map(|json| read(collection, key, &json)).transpose()
    }

    /// Records and their keys in the order of keys: those behind `after`, or the first ones, `most` at a time.
    ///
    /// # Errors
    /// [`RecordsError`] if the file does not answer, or a record is no `T`.
    pub async fn page<T: DeserializeOwned>(
        &self,
        collection: &str,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<(String, T)>, RecordsError> {
        let (within, after) = (collection.to_owned(), after.map(str::to_owned));
        let found = self
            .writer
            .read(move |file| rows::records(file, &within, after.as_deref(), most))
            .await
            .map_err(Problem::File)?;
        let records = found.into_iter().map(|(key, json)| {
            let record = read(collection, &key, &json)?;
            Ok((key, record))
        });
        records.collect()
    }

    /// Changes records. Nobody else changes any meanwhile; if `work` fails or panics, nothing is changed.
    ///
    /// It runs on the thread of the file, where all others wait for it: what takes time belongs before or after it.
    ///
    /// # Errors
    /// What `work` says, or [`RecordsError`] if the file does not answer.
    pub async fn change<T, E>(
        &self,
        work: impl FnOnce(&mut Change<'_, '_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<RecordsError> + Send + 'static,
    {
        let done = self.writer.submit(|rows| attempt(rows, work)).await;
        done.unwrap_or_else(|reason| Err(RecordsError(Problem::File(reason)).into()))
    }
}

/// Records within one [change](Records::change), as it has left them so far.
#[derive(Debug)]
pub struct Change<'r, 't> {
    rows: &'r mut Rows<'t>,
    /// What was there before, from first to last.
    before: Vec<Before>,
    /// The failure of the file, which ends the transaction.
    failure: OnceCell<redb::Error>,
}

#[derive(Debug)]
struct Before {
    collection: String,
    key: String,
    json: Option<Vec<u8>>,
}

impl Change<'_, '_> {
    /// The record with this key.
    ///
    /// # Errors
    /// [`RecordsError`] if the file does not answer, or the record is no `T`.
    pub fn get<T: DeserializeOwned>(
        &self,
        collection: &str,
        key: &str,
    ) -> Result<Option<T>, RecordsError> {
        let found = self.note(self.rows.record(collection, key))?;
        found.map(|json| read(collection, key, &json)).transpose()
    }

    /// Keeps a record, in the place of the one that was there.
    ///
    /// # Errors
    /// [`RecordsError`] if the file does not answer, or JSON cannot say what is in the record.
    pub fn put<T: Serialize + ?Sized>(
        &mut self,
        collection: &str,
        key: &str,
        record: &T,
    ) -> Result<(), RecordsError> {
        let json = serde_json::to_vec(record).map_err(|_| Problem::Unwritable {
            collection: collection.to_owned(),
            key: key.to_owned(),
        })?;
        self.write(collection, key, Some(&json)).map(|_| ())
    }

    /// Removes a record. `false` if there was none.
    ///
    /// # Errors
    /// [`RecordsError`] if the file does not answer.
    pub fn remove(&mut self, collection: &str, key: &str) -> Result<bool, RecordsError> {
        self.write(collection, key, None)
    }

    /// Returns whether there was a record.
    fn write(
        &mut self,
        collection: &str,
        key: &str,
        json: Option<&[u8]>,
    ) -> Result<bool, RecordsError> {
        let written = self.rows.write_record(collection, key, json);
        let before = self.note(written)?;
        let was_there = before.is_some();
        self.before.push(Before {
            collection: collection.to_owned(),
            key: key.to_owned(),
            json: before,
        });
        Ok(was_there)
    }

    /// Whatever is made of the error, the transaction must not be committed.
    fn note<T>(&self, done: Result<T, redb::Error>) -> Result<T, RecordsError> {
        done.map_err(|error| {
            let problem = Problem::File(error.to_string());
            let _ = self.failure.set(error);
            RecordsError(problem)
        })
    }
}

/// Does `work`, and undoes what it changed if it fails: others have their changes in the same transaction.
fn attempt<T, E: From<RecordsError>>(
    rows: &mut Rows<'_>,
    work: impl FnOnce(&mut Change<'_, '_>) -> Result<T, E>,
) -> Result<Result<T, E>, redb::Error> {
    let was_changed = rows.is_changed;
    let mut change = Change {
        rows,
        before: Vec::new(),
        failure: OnceCell::new(),
    };
    // A panic must not end the thread that all share.
    let done = catch_unwind(AssertUnwindSafe(|| work(&mut change)))
        .unwrap_or_else(|_| Err(RecordsError(Problem::Panicked).into()));
    if let Some(failure) = change.failure.into_inner() {
        return Err(failure);
    }
    if done.is_err() {
        for Before {
            collection,
            key,
            json,
        } in change.before.iter().rev()
        {
            rows.write_record(collection, key, json.as_deref())?;
        }
        rows.is_changed = was_changed;
    }
    Ok(done)
}

fn read<T: DeserializeOwned>(collection: &str, key: &str, json: &[u8]) -> Result<T, RecordsError> {
    serde_json::from_slice(json).map_err(|error| {
        RecordsError(Problem::Form {
            collection: collection.to_owned(),
            key: key.to_owned(),
            column: error.column(),
        })
    })
}
