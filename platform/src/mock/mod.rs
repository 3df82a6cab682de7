//! An interpreted server of the interfaces that merchants call, for their tests in any language.
//!
//! [`Mock`] takes a request through every step: which interface is at the address, is it signed as the interface wants
//! it, are the parameters those of the contract, what does the catalogue say a mock does with it (`behaviour.rs`), what is
//! answered. [`serve()`](serve::serve) puts it on a socket. Every call is told to an [`Observer`].

mod absence;
mod answer;
mod behaviour;
mod documented;
mod fault;
mod fragment;
mod observer;
mod records;
mod request;
mod route;
pub mod serve;
mod served;
mod state;
mod told;
mod validate;
mod verify;
mod way;
mod xml;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use koo_calls::{Reply, Request};
use koo_runtime::replay::MemoryReplayGuard;
use koo_runtime::scheme::{Clock, SystemClock};
use koo_runtime::secret::Secret;
use koo_spec::catalogue::Catalogue;
use serde_json::Value;

pub use absence::Absence;
pub use answer::Answer;
pub use fault::{Fault, FaultRule, NoFault};
pub use observer::{Call, Named, Observer, Silent};

use route::Routes;
use served::Served;
use state::State;
use told::Told;

use crate::records::Records;

/// The header by which a single call asks for faults, such as `throttle` or `200ms, truncate`.
pub const FAULT_HEADER: &str = "X-Koo-Fault";

/// Most nonces that are remembered.
const MOST_NONCES: usize = 100_000;

/// How a mock plays the platform.
pub struct Settings {
    /// The secrets of the merchant, by the names of the catalogue.
    pub secrets: BTreeMap<String, Secret>,
    /// The site whose contract holds; the union of all sites unless said.
    pub site: Option<String>,
    /// The catalogue of all sites, to tell what another site has from what there is nowhere.
    pub everywhere: Option<Catalogue>,
    /// Answers that somebody else has placed, such as a simulation its orders. They come before what the catalogue says.
    pub placed: Records,
    /// Faults.
    pub faults: Vec<FaultRule>,
    /// What decides which calls meet faults that come sometimes.
    pub seed: u64,
    /// Who is told about calls.
    pub observer: Arc<dyn Observer>,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            secrets: BTreeMap::new(),
            site: None,
            everywhere: None,
            placed: Records::default(),
            faults: Vec::new(),
            seed: 0,
            observer: Arc::new(Silent),
            clock: Arc::new(SystemClock),
        }
    }
}

/// The platform, as merchants call it.
pub struct Mock {
    catalogue: Catalogue,
    routes: Routes,
    /// The routes of all sites, if the mock plays one of them.
    routes_everywhere: Option<Routes>,
    settings: Settings,
    state: Mutex<State>,
    nonces: MemoryReplayGuard,
    calls: AtomicU64,
}

/// What becomes of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handled {
    /// The answer.
    pub answer: Answer,
    /// How it arrives.
    pub delivery: Delivery,
    /// How long it takes beforehand.
    pub latency: Duration,
}

/// How an answer arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// As it is.
    Whole,
    /// With half of its body.
    Truncated,
    /// Not at all.
    Never,
}

/// An interface that the mock serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The interface.
    pub interface: Named,
    /// HTTP method; empty for every one.
    pub method: String,
    /// Path, placeholders in braces.
    pub path: String,
    /// Secrets of its scheme that the mock does not have: its calls are refused.
    pub lacks: Vec<String>,
}

/// The mock has no such collection.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{family}` has no collection `{collection}`")]
pub struct NoCollection {
    family: String,
    collection: String,
}

impl Mock {
    /// A mock of what merchants call in a catalogue. Where two guides describe a call, the first wins.
    pub fn new(catalogue: Catalogue, settings: Settings) -> Self {
        let now_millis = settings.clock.now_millis();
        Self {
            routes: Routes::of(&catalogue),
            routes_everywhere: settings.everywhere.as_ref().map(Routes::of),
            state: Mutex::new(State::seeded(&catalogue, now_millis)),
            nonces: MemoryReplayGuard::with_capacity(MOST_NONCES),
            calls: AtomicU64::new(0),
            catalogue,
            settings,
        }
    }

    /// What is served.
    pub fn offers(&self) -> impl Iterator<Item = Offer> {
        self.routes
            .all(&self.catalogue)
            .map(|(served, path)| Offer {
                interface: served.named(),
                method: served.method().to_owned(),
                path: path.to_owned(),
                lacks: self.lacks(served),
            })
    }

    /// Whether an interface is served at a path.
    pub fn serves(&self, path: &str) -> bool {
        self.routes.find(&self.catalogue, "", "", path).is_some()
    }

    /// Keeps a record of its own, such as an order that a simulation has placed, in place of one with the same key.
    ///
    /// # Errors
    /// [`NoCollection`]
    pub fn put(&self, family: &str, collection: &str, record: Value) -> Result<(), NoCollection> {
        let of_family = self.catalogue.family(family);
        let known = of_family.and_then(|family| family.collections.get(collection));
        let known = known.ok_or_else(|| no_collection(family, collection))?;
        let key = state::key_of(known, &record, self.now());
        let mut state = self.state();
        state.collection(family, collection).put(key, record, None);
        Ok(())
    }

    /// The records of a collection, oldest first.
    ///
    /// # Errors
    /// [`NoCollection`]
    pub fn records(&self, family: &str, collection: &str) -> Result<Vec<Value>, NoCollection> {
        let of_family = self.catalogue.family(family);
        of_family
            .and_then(|family| family.collections.get(collection))
            .ok_or_else(|| no_collection(family, collection))?;
        let mut state = self.state();
        let records = state.collection(family, collection);
        Ok(records.all(self.now()).cloned().collect())
    }

    /// Answers a request, and tells the observer.
    pub async fn answer(&self, request: Request) -> Handled {
        let number = self.calls.fetch_add(1, Ordering::Relaxed) + 1;
        let (began, at_millis) = (Instant::now(), self.now());
        let mut told = Told::default();
        let answer = self.through(&request, number, at_millis, &mut told).await;
        let answer = answer.explained(&told.line());
        self.settings.observer.called(&Call {
            number,
            at_millis,
            interface: told.interface,
            verification: told.verification,
            explanation: told.explanation,
            findings: told.findings,
            code: answer.code.clone(),
            reply: Reply {
                status: answer.status,
                headers: answer.headers.clone(),
                body: answer.body.to_vec(),
            },
            fault: told.faults.first().map(ToString::to_string),
            took: began.elapsed(),
            request,
        });
        let has = |fault| told.faults.contains(&fault);
        Handled {
            delivery: match () {
                () if has(Fault::Close) => Delivery::Never,
                () if has(Fault::Truncate) => Delivery::Truncated,
                () => Delivery::Whole,
            },
            latency: told
                .faults
                .iter()
                .map(|fault| match fault {
                    Fault::Latency(latency) => *latency,
                    _ => Duration::ZERO,
                })
                .max()
                .unwrap_or_default(),
            answer,
        }
    }

    fn lacks(&self, served: Served<'_>) -> Vec<String> {
        let scheme = served.interface.scheme.as_ref();
        let scheme = scheme.and_then(|scheme| served.family.schemes.get(&scheme.value));
        let needed = served.family.secrets.keys().filter(|name| {
            let of_records = served
                .behaviour()
                .is_some_and(|it| it.secrets.contains_key(*name));
            !of_records && scheme.is_some_and(|scheme| scheme.mentions(name))
        });
        needed
            .filter(|name| !self.settings.secrets.contains_key(*name))
            .cloned()
            .collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn now(&self) -> i64 {
        self.settings.clock.now_millis()
    }
}

fn no_collection(family: &str, collection: &str) -> NoCollection {
    NoCollection {
        family: family.to_owned(),
        collection: collection.to_owned(),
    }
}
