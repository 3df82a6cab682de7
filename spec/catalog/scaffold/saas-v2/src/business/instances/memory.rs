//! Records in the memory of this process, for tests.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Instance, InstancesError};

/// Forgets everything when the process ends.
#[derive(Default)]
pub(in crate::business) struct Memory(Mutex<HashMap<String, Instance>>);

impl Memory {
    fn rows(&self) -> MutexGuard<'_, HashMap<String, Instance>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn create(&self, instance: Instance) -> Result<Instance, InstancesError> {
        let mut rows = self.rows();
        let earlier = rows.values().find(|row| row.purchase == instance.purchase);
        if let Some(earlier) = earlier {
            return Ok(earlier.clone());
        }
        if rows.contains_key(&instance.id) {
            return Err(InstancesError(
                "the id belongs to another purchase".to_owned(),
            ));
        }
        rows.insert(instance.id.clone(), instance.clone());
        Ok(instance)
    }

    pub(super) fn find(&self, id: &str) -> Option<Instance> {
        self.rows().get(id).cloned()
    }

    pub(super) fn change(&self, id: &str, change: impl FnOnce(&mut Instance)) -> Option<Instance> {
        let mut rows = self.rows();
        let instance = rows.get_mut(id)?;
        change(instance);
        Some(instance.clone())
    }
}
