//! The calls received and sent, for people to look at: bounded, masked before anything enters, and live.

mod entry;
mod mask;

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use koo_runtime::secret::Secret;
use koo_spec::catalogue::Catalogue;
use tokio::sync::broadcast;

pub use entry::{
    Call, Content, Direction, Entry, Finding, Level, Subject, Verdict, Verification, Working,
};
use mask::Mask;
pub(crate) use mask::mask_value;

/// Updates a slow reader may lag behind before it has to start over from a snapshot.
const BACKLOG: usize = 256;
/// Bytes all entries may take together; old ones make room.
const MOST_BYTES: usize = 32 * 1024 * 1024;

/// Bounded record of calls. Clones share it.
#[derive(Clone)]
pub struct Journal {
    shared: Arc<Shared>,
}

struct Shared {
    catalogue: Arc<Catalogue>,
    secrets: BTreeMap<String, Secret>,
    capacity: usize,
    kept: Mutex<Kept>,
    updates: broadcast::Sender<Option<Arc<Entry>>>,
}

#[derive(Default)]
struct Kept {
    entries: VecDeque<Arc<Entry>>,
    bytes: usize,
    last_number: u64,
}

/// What a reader of a journal learns.
#[derive(Debug, Clone)]
pub enum Update {
    /// A call was recorded.
    Recorded(Arc<Entry>),
    /// So many calls were recorded that some went by unseen; a snapshot has them.
    Missed,
}

/// A reader of updates.
pub struct Subscription(broadcast::Receiver<Option<Arc<Entry>>>);

impl Journal {
    /// An empty journal of at most `capacity` calls. What `catalogue` calls sensitive, signatures, and `secrets` wherever
    /// they show are masked before a call enters.
    pub fn new(
        catalogue: Arc<Catalogue>,
        secrets: BTreeMap<String, Secret>,
        capacity: usize,
    ) -> Self {
        Self {
            shared: Arc::new(Shared {
                catalogue,
                secrets,
                capacity: capacity.max(1),
                kept: Mutex::default(),
                updates: broadcast::channel(BACKLOG).0,
            }),
        }
    }

    /// Records a call and gives its number. `secrets` are those of this call alone, such as a key entered in a form.
    pub fn record(&self, call: Call, secrets: &BTreeMap<String, Secret>) -> u64 {
        let shared = &self.shared;
        let secrets = shared.secrets.iter().chain(secrets);
        let entry = Mask::new(&shared.catalogue, &call, secrets).entry(call);
        let bytes = entry.bytes();
        let mut kept = self.kept();
        kept.last_number += 1;
        let number = kept.last_number;
        let entry = Arc::new(Entry { number, ..entry });
        kept.entries.push_back(Arc::clone(&entry));
        kept.bytes += bytes;
        while kept.entries.len() > shared.capacity
            || (kept.bytes > MOST_BYTES && kept.entries.len() > 1)
        {
            let Some(oldest) = kept.entries.pop_front() else {
                break;
            };
            kept.bytes = kept.bytes.saturating_sub(oldest.bytes());
        }
        // Sent under the lock, so that a snapshot and what follows it have no gap; nobody listening is no failure.
        let _ = shared.updates.send(Some(entry));
        number
    }

    /// Every call that is kept, the oldest first.
    pub fn snapshot(&self) -> Vec<Arc<Entry>> {
        self.kept().entries.iter().cloned().collect()
    }

    /// The call of a number, if it is still kept.
    pub fn entry(&self, number: u64) -> Option<Arc<Entry>> {
        let kept = self.kept();
        let first = kept.entries.front()?.number;
        let at = usize::try_from(number.checked_sub(first)?).ok()?;
        kept.entries.get(at).cloned()
    }

    /// How many calls were recorded since the start.
    pub fn recorded(&self) -> u64 {
        self.kept().last_number
    }

    /// Tells readers that nothing more comes, so that a server need not wait for them to leave.
    pub fn close(&self) {
        let _ = self.shared.updates.send(None);
    }

    /// Updates from now on.
    pub fn subscribe(&self) -> Subscription {
        Subscription(self.shared.updates.subscribe())
    }

    /// A snapshot and the updates after it, without a gap.
    pub fn follow(&self) -> (Vec<Arc<Entry>>, Subscription) {
        let kept = self.kept();
        (
            kept.entries.iter().cloned().collect(),
            Subscription(self.shared.updates.subscribe()),
        )
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.shared
            .kept
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl Subscription {
    /// The next update; `None` when the journal is closed or gone.
    pub async fn next(&mut self) -> Option<Update> {
        match self.0.recv().await {
            Ok(entry) => entry.map(Update::Recorded),
            Err(broadcast::error::RecvError::Lagged(_)) => Some(Update::Missed),
            Err(broadcast::error::RecvError::Closed) => None,
        }
    }
}
