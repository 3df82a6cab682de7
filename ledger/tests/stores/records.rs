//! Records of the merchant's own: kept as asked, whole or not at all, whoever shares the commit.

use std::collections::{BTreeMap, HashSet};
use std::env;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use koo_ledger::{FileLedger, Records, RecordsError};
use koo_runtime::replay::{Admission, ReplayGuard as _};
use tempfile::TempDir;
use tokio::task::JoinSet;

const WORKERS: usize = 8;

fn open(folder: &TempDir) -> FileLedger {
    FileLedger::open(folder.path().join("store.redb")).unwrap()
}

async fn put(records: &Records, collection: &'static str, key: &str, record: i64) {
    let key = key.to_owned();
    records
        .change(move |change| change.put(collection, &key, &record))
        .await
        .unwrap();
}

async fn all(records: &Records, collection: &str) -> Vec<(String, i64)> {
    records.page(collection, None, usize::MAX).await.unwrap()
}

#[tokio::test]
async fn collections_are_apart_and_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = open(&folder);
    let records = ledger.records();
    // Neighbours in the file, whatever separates a collection from a key.
    for (collection, key) in [("a", "b"), ("a", ""), ("a", "c"), ("ab", ""), ("A", "z")] {
        put(&records, collection, key, 1).await;
    }
    put(&records, "a", "b", 2).await;
    let keyed = |found: &[(&str, i64)]| -> Vec<(String, i64)> {
        let found = found.iter();
        found
            .map(|(key, record)| ((*key).to_owned(), *record))
            .collect()
    };
    assert_eq!(
        all(&records, "a").await,
        keyed(&[("", 1), ("b", 2), ("c", 1)])
    );
    assert_eq!(all(&records, "ab").await, keyed(&[("", 1)]));
    assert_eq!(all(&records, "b").await, []);
    let page: Vec<(String, i64)> = records.page("a", Some(""), 1).await.unwrap();
    assert_eq!(page, keyed(&[("b", 2)]));
    let page: Vec<(String, i64)> = records.page("a", Some("bb"), 9).await.unwrap();
    assert_eq!(page, keyed(&[("c", 1)]));
    let removed = records.change(|change| {
        let removed = [change.remove("a", "b")?, change.remove("a", "b")?];
        assert_eq!(change.get::<i64>("a", "b")?, None, "seen at once");
        Ok::<_, RecordsError>(removed)
    });
    assert_eq!(removed.await.unwrap(), [true, false]);
    drop((records, ledger));
    let records = open(&folder).records();
    assert_eq!(all(&records, "a").await, keyed(&[("", 1), ("c", 1)]));
    assert_eq!(records.get::<i64>("a", "b").await.unwrap(), None);
}

#[tokio::test]
async fn a_record_of_another_form_is_told_without_its_content() {
    let folder = tempfile::tempdir().unwrap();
    let records = open(&folder).records();
    let secret = "first-password";
    records
        .change(move |change| change.put("users", "admin", secret))
        .await
        .unwrap();
    let error = records.get::<i64>("users", "admin").await.unwrap_err();
    let error = error.to_string();
    assert!(error.starts_with("users: admin: "), "{error}");
    assert!(!error.contains(secret), "{error}");
    let unwritable = records.change(|change| {
        // JSON has no such keys.
        change.put("users", "admin", &BTreeMap::from([([0_u8], 0)]))
    });
    assert!(unwritable.await.unwrap_err().to_string().contains("admin"));
    let kept = records.get::<String>("users", "admin").await.unwrap();
    assert_eq!(kept.as_deref(), Some(secret));
}

/// Why a change gives up.
#[derive(Debug)]
enum GivesUp {
    Asked,
    File(String),
}

impl From<RecordsError> for GivesUp {
    fn from(error: RecordsError) -> Self {
        Self::File(error.to_string())
    }
}

/// Changes that give up after they wrote, among changes that do not, and calls: all wait for the same commits.
#[tokio::test(flavor = "multi_thread")]
async fn what_gives_up_leaves_nothing_and_harms_nobody() {
    const CHANGES: usize = 600;
    let folder = tempfile::tempdir().unwrap();
    let ledger = open(&folder);
    let records = ledger.records();
    for key in ["old", "gone"] {
        put(&records, "shared", key, -1).await;
    }
    let changes: Vec<_> = (0..CHANGES)
        .map(|number| {
            let (ledger, records) = (ledger.clone(), records.clone());
            tokio::spawn(async move {
                let keep = Duration::from_secs(60);
                let nonce = number.to_string();
                let admission = ledger.admit("s", &nonce, keep).await;
                assert_eq!(admission.unwrap(), Admission::New);
                let done = records.change(move |change| {
                    let key = number.to_string();
                    change.put("each", &key, &number)?;
                    let count: usize = change.get("shared", "count")?.unwrap_or_default();
                    change.put("shared", "count", &(count + 1))?;
                    if number % 3 == 0 {
                        return Ok(());
                    }
                    change.put("shared", "old", &number)?;
                    change.put("shared", "old", "twice")?;
                    assert!(change.remove("shared", "gone")?);
                    change.put("shared", "new", &number)?;
                    assert_ne!(number % 3, 1, "this change panics");
                    Err(GivesUp::Asked)
                });
                match (number % 3, done.await) {
                    (0, Ok(())) | (2, Err(GivesUp::Asked)) => {}
                    (1, Err(GivesUp::File(told))) => assert_eq!(told, "the change panicked"),
                    (_, other) => panic!("{number}: {other:?}"),
                }
            })
        })
        .collect();
    for change in changes {
        change.await.unwrap();
    }
    drop((ledger, records));
    let records = open(&folder).records();
    let kept: HashSet<_> = all(&records, "each").await.into_iter().collect();
    let third = (0..CHANGES).filter(|number| number % 3 == 0);
    let expected = third.map(|number| (number.to_string(), i64::try_from(number).unwrap()));
    assert_eq!(kept, expected.collect());
    let shared: BTreeMap<_, _> = all(&records, "shared").await.into_iter().collect();
    let count = i64::try_from(CHANGES / 3).unwrap();
    let expected = [("count", count), ("gone", -1), ("old", -1)];
    let expected = expected.map(|(key, record)| (key.to_owned(), record));
    assert_eq!(shared, BTreeMap::from(expected));
}

/// Kills a process in the middle of its work, again and again: what it was told is done is there, and whole.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_confirmed_survives_kill_9() {
    const KILLS: usize = 4;
    let folder = tempfile::tempdir().unwrap();
    let journal = || fs::read_to_string(folder.path().join("journal")).unwrap_or_default();
    for round in 1..=KILLS {
        let mut worker = Command::new(env::current_exe().unwrap())
            .args(["--exact", "records::worker", "--ignored"])
            .env("KOO_LEDGER_FOLDER", folder.path())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        while journal().lines().count() < round * 200 {
            let ended = worker.try_wait().unwrap();
            assert!(ended.is_none(), "the worker ended by itself");
            thread::sleep(Duration::from_millis(5));
        }
        // SIGKILL on Unix.
        worker.kill().unwrap();
        worker.wait().unwrap();
    }
    let records = open(&folder).records();
    let journal = journal();
    let told: HashSet<_> = journal.lines().collect();
    assert_eq!(told.len(), journal.lines().count(), "nothing is done twice");
    assert!(told.len() >= KILLS * 200);
    let made: Vec<(String, String)> = records.page("made", None, usize::MAX).await.unwrap();
    let made: BTreeMap<_, _> = made.into_iter().collect();
    for line in &told {
        let (number, maker) = line.split_once(' ').unwrap();
        assert_eq!(
            made.get(number).map(String::as_str),
            Some(maker),
            "{number}"
        );
    }
    let unanswered = made.len() - told.len();
    assert!(unanswered <= KILLS * WORKERS, "{unanswered}");
    let count = records.get::<usize>("counts", "made").await.unwrap();
    assert_eq!(count, Some(made.len()), "both records of a change, or none");
}

/// Not a test of its own: the process that is killed.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "started by what_is_confirmed_survives_kill_9"]
async fn worker() {
    let Some(folder) = env::var_os("KOO_LEDGER_FOLDER") else {
        return;
    };
    let folder = Path::new(&folder);
    let records = FileLedger::open(folder.join("store.redb"))
        .unwrap()
        .records();
    let mut options = OpenOptions::new();
    let journal = options.create(true).append(true);
    let journal = Arc::new(journal.open(folder.join("journal")).unwrap());
    let maker = std::process::id().to_string();
    let mut workers = JoinSet::new();
    for _ in 0..WORKERS {
        let (records, journal, maker) = (records.clone(), Arc::clone(&journal), maker.clone());
        workers.spawn(async move {
            loop {
                let by = maker.clone();
                let made = records.change(move |change| {
                    let count: usize = change.get("counts", "made")?.unwrap_or_default();
                    change.put("made", &count.to_string(), &by)?;
                    change.put("counts", "made", &(count + 1))?;
                    Ok::<_, RecordsError>(count)
                });
                // One write per line, which the system keeps whole.
                let line = format!("{} {maker}\n", made.await.unwrap());
                (&*journal).write_all(line.as_bytes()).unwrap();
            }
        });
    }
    // Until the process is killed.
    workers.join_all().await;
}
