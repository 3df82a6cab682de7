//! A mock that listens.

use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use koo_platform::journal::Verdict;
use koo_platform::mock::serve::{Limits, serve};
use koo_platform::mock::{Call, Mock, Observer, Settings};
use koo_runtime::client::{Retry, Settings as ClientSettings};
use koo_runtime::scheme::{Clock, SystemClock};
use koo_runtime::secret::Secret;
use koo_spec::catalogue::Catalogue;
use tokio::sync::oneshot;

/// The secret access key, and the access key.
pub(crate) const KEY: (&str, &str) = ("secret-of-the-tests", "key-of-the-tests");
/// Milliseconds.
pub(crate) const DAY: i64 = 86_400_000;

/// The mock, its address, and the calls it was told about.
pub(crate) struct Platform {
    pub(crate) url: String,
    pub(crate) mock: Arc<Mock>,
    calls: Arc<Calls>,
    ahead: Arc<Ahead>,
    _stop: oneshot::Sender<()>,
}

#[derive(Default)]
struct Calls(Mutex<Vec<Call>>);

impl Observer for Calls {
    fn called(&self, call: &Call) {
        self.0.lock().unwrap().push(call.clone());
    }
}

/// A clock that can be set ahead.
#[derive(Default)]
struct Ahead(AtomicI64);

impl Clock for Ahead {
    fn now_millis(&self) -> i64 {
        SystemClock.now_millis() + self.0.load(Ordering::Relaxed)
    }
}

/// The catalogue of this repository.
pub(crate) fn catalogue() -> Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(load).clone()
}

fn load() -> Catalogue {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/catalog");
    let loaded = koo_spec::files::load_path(&folder).unwrap();
    assert!(loaded.is_usable(), "{:#?}", loaded.diagnostics);
    loaded.catalogue
}

impl Platform {
    /// All families, with the secrets of the tests.
    pub(crate) async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// With changed settings.
    pub(crate) async fn with(change: impl FnOnce(&mut Settings)) -> Self {
        let mut catalogue = catalogue();
        // Where two guides describe a call, the open interfaces win.
        catalogue
            .families
            .sort_by_key(|family| family.id != "open-api");
        let calls = Arc::new(Calls::default());
        let ahead = Arc::new(Ahead::default());
        let secret = |name: &str, value: &str| (name.to_owned(), Secret::from(value));
        let observer: Arc<dyn Observer> = Arc::<Calls>::clone(&calls);
        let clock: Arc<dyn Clock> = Arc::<Ahead>::clone(&ahead);
        let mut settings = Settings {
            secrets: [
                secret("access_key_id", "id-of-the-tests"),
                secret("secret_access_key", KEY.0),
                secret("access_key", KEY.1),
                secret("client_secret", "example-client-secret"),
            ]
            .into(),
            observer,
            clock,
            ..Settings::default()
        };
        change(&mut settings);
        let mock = Arc::new(Mock::new(catalogue, settings));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let limits = Limits {
            body: 1024 * 1024,
            ..Limits::default()
        };
        let served = Arc::clone(&mock);
        let handler = move |request| Arc::clone(&served).handle(request, limits);
        let (stop, stopped) = oneshot::channel();
        let stopped = async {
            let _ = stopped.await;
        };
        tokio::spawn(serve(listener, limits, handler, stopped));
        Self {
            url,
            mock,
            calls,
            ahead,
            _stop: stop,
        }
    }

    /// For clients that try once.
    pub(crate) fn settings(&self) -> ClientSettings {
        ClientSettings::default()
            .base_url(&self.url)
            .retry(Retry::NEVER)
    }

    /// The last call that was answered.
    pub(crate) fn last(&self) -> Call {
        self.calls.0.lock().unwrap().last().unwrap().clone()
    }

    /// The verdict on the signature of the last call.
    pub(crate) fn verdict(&self) -> Verdict {
        self.last().verification.verdict
    }

    /// What was found fault with in the last call.
    pub(crate) fn findings(&self) -> Vec<String> {
        let findings = self.last().findings;
        findings.into_iter().map(|finding| finding.says).collect()
    }

    /// Lets time pass.
    pub(crate) fn later(&self, millis: i64) {
        self.ahead.0.fetch_add(millis, Ordering::Relaxed);
    }
}
