//! Records in the file of the ledger.

use koo_ledger::{FileLedger, Records, RecordsError};

use super::{Instance, InstancesError};

/// Collection of records, by the ids of their instances.
const INSTANCES: &str = "instances";

/// Collection of the ids of instances, by their purchases.
const PURCHASES: &str = "purchases";

/// What is confirmed is on the disk. Changes at the same time, and what the ledger writes meanwhile, get there together.
pub(in crate::business) struct File(Records);

impl File {
    /// The collections in the file of a ledger.
    pub(super) fn of(ledger: &FileLedger) -> Self {
        Self(ledger.records())
    }

    pub(super) async fn create(&self, instance: Instance) -> Result<Instance, InstancesError> {
        let create = self.0.change(move |records| {
            let Instance { id, purchase, .. } = &instance;
            if let Some(earlier) = records.get::<String>(PURCHASES, purchase)? {
                let earlier = records.get(INSTANCES, &earlier)?;
                return earlier.ok_or_else(|| problem("a purchase has lost its instance"));
            }
            if records.get::<Instance>(INSTANCES, id)?.is_some() {
                return Err(problem("the id belongs to another purchase"));
            }
            records.put(PURCHASES, purchase, id)?;
            records.put(INSTANCES, id, &instance)?;
            Ok(instance)
        });
        create.await
    }

    pub(super) async fn find(&self, id: &str) -> Result<Option<Instance>, InstancesError> {
        Ok(self.0.get(INSTANCES, id).await?)
    }

    pub(super) async fn change(
        &self,
        id: &str,
        change: impl FnOnce(&mut Instance) + Send + 'static,
    ) -> Result<Option<Instance>, InstancesError> {
        let id = id.to_owned();
        let change = self.0.change(move |records| {
            let Some(mut instance) = records.get(INSTANCES, &id)? else {
                return Ok(None);
            };
            change(&mut instance);
            records.put(INSTANCES, &id, &instance)?;
            Ok(Some(instance))
        });
        change.await
    }
}

fn problem(text: &str) -> InstancesError {
    InstancesError(text.to_owned())
}

impl From<RecordsError> for InstancesError {
    fn from(error: RecordsError) -> Self {
        Self(error.to_string())
    }
}
