//! Records in a file of this process.

use std::path::Path;
use std::sync::Arc;

use redb::{
    Database, ReadableDatabase as _, ReadableTable as _, TableDefinition, WriteTransaction,
};
use tokio::task::spawn_blocking;

use super::{Instance, InstancesError};

/// Id of an instance → its record in JSON.
const INSTANCES: TableDefinition<&str, &[u8]> = TableDefinition::new("instances");

/// Purchase → id of its instance.
const PURCHASES: TableDefinition<&str, &str> = TableDefinition::new("purchases");

/// What is confirmed is on the disk.
pub(in crate::business) struct Folder(Arc<Database>);

impl Folder {
    /// Opens `instances.redb` in the folder, or makes it.
    pub(super) fn open(folder: &Path) -> Result<Self, InstancesError> {
        let file = folder.join("instances.redb");
        let open = || {
            let database = Database::create(&file)?;
            let transaction = database.begin_write()?;
            transaction.open_table(INSTANCES)?;
            transaction.open_table(PURCHASES)?;
            transaction.commit()?;
            Ok(Self(Arc::new(database)))
        };
        open().map_err(|error: redb::Error| InstancesError(format!("{}: {error}", file.display())))
    }

    pub(super) async fn create(&self, instance: Instance) -> Result<Instance, InstancesError> {
        self.write(move |transaction| {
            let mut purchases = transaction.open_table(PURCHASES)?;
            let earlier = purchases.get(&*instance.purchase)?;
            if let Some(id) = earlier.map(|id| id.value().to_owned()) {
                return read(transaction, &id)?.ok_or(Failure::Lost);
            }
            if read(transaction, &instance.id)?.is_some() {
                return Err(Failure::Taken);
            }
            purchases.insert(&*instance.purchase, &*instance.id)?;
            write(transaction, &instance)?;
            Ok(instance)
        })
        .await
    }

    pub(super) async fn find(&self, id: &str) -> Result<Option<Instance>, InstancesError> {
        let (database, id) = (Arc::clone(&self.0), id.to_owned());
        blocking(move || {
            let rows = database.begin_read()?.open_table(INSTANCES)?;
            let found = rows.get(&*id)?;
            found.map(|row| parse(row.value())).transpose()
        })
        .await
    }

    pub(super) async fn change(
        &self,
        id: &str,
        change: impl FnOnce(&mut Instance) + Send + 'static,
    ) -> Result<Option<Instance>, InstancesError> {
        let id = id.to_owned();
        self.write(move |transaction| {
            let Some(mut instance) = read(transaction, &id)? else {
                return Ok(None);
            };
            change(&mut instance);
            write(transaction, &instance)?;
            Ok(Some(instance))
        })
        .await
    }

    /// Does `work` in a transaction. There is one at a time.
    async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&WriteTransaction) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, InstancesError> {
        let database = Arc::clone(&self.0);
        blocking(move || {
            let transaction = database.begin_write()?;
            let done = work(&transaction)?;
            transaction.commit()?;
            Ok(done)
        })
        .await
    }
}

/// What can go wrong within a transaction.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("the id belongs to another purchase")]
    Taken,
    #[error("a purchase has lost its instance")]
    Lost,
    #[error("a record cannot be read: {0}")]
    Record(#[from] serde_json::Error),
    #[error(transparent)]
    Database(#[from] redb::Error),
}

/// All errors of the database are one here.
macro_rules! database_errors {
    ($($error:ident),+) => {
        $(impl From<redb::$error> for Failure {
            fn from(error: redb::$error) -> Self {
                Self::Database(error.into())
            }
        })+
    };
}

database_errors!(CommitError, StorageError, TableError, TransactionError);

/// Does `work`, which waits for the disk, beside the tasks of the server.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, InstancesError> {
    match spawn_blocking(work).await {
        Ok(done) => done.map_err(|error| InstancesError(error.to_string())),
        Err(panicked) => Err(InstancesError(panicked.to_string())),
    }
}

fn read(transaction: &WriteTransaction, id: &str) -> Result<Option<Instance>, Failure> {
    let rows = transaction.open_table(INSTANCES)?;
    let found = rows.get(id)?;
    found.map(|row| parse(row.value())).transpose()
}

fn write(transaction: &WriteTransaction, instance: &Instance) -> Result<(), Failure> {
    let row = serde_json::to_vec(instance)?;
    transaction
        .open_table(INSTANCES)?
        .insert(&*instance.id, &*row)?;
    Ok(())
}

fn parse(row: &[u8]) -> Result<Instance, Failure> {
    Ok(serde_json::from_slice(row)?)
}
