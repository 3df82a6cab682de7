//! One file: what is confirmed survives `kill -9`.

use std::collections::HashMap;
use std::env;
use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use koo_ledger::FileLedger;
use koo_runtime::ledger::{Claim, Key, Ledger as _, Settled, Standing};
use koo_runtime::replay::{Admission, ReplayGuard as _};
use tokio::time::sleep;

use crate::contract;

const LEASE: Duration = Duration::from_millis(200);
const WORKERS: usize = 8;

#[tokio::test(flavor = "multi_thread")]
async fn file_keeps_the_contract() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = FileLedger::open(folder.path().join("calls.redb")).unwrap();
    contract::of_calls(&ledger).await;
    contract::of_nonces(ledger).await;
}

#[tokio::test]
async fn the_file_belongs_to_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("calls.redb");
    let ledger = FileLedger::open(&path).unwrap();
    let error = FileLedger::open(&path).unwrap_err().to_string();
    assert!(
        error.starts_with(&format!("{}: cannot open", path.display())),
        "{error}"
    );
    ledger
        .admit("s", "n", Duration::from_secs(60))
        .await
        .unwrap();
    drop(ledger);
    let ledger = FileLedger::open(&path).unwrap();
    let admission = ledger.admit("s", "n", Duration::from_secs(60)).await;
    assert_eq!(admission.unwrap(), Admission::Seen);
    let missing = FileLedger::open(folder.path().join("no/such/folder"));
    assert!(missing.is_err());
}

#[tokio::test]
async fn a_file_that_is_no_ledger_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.txt");
    let text = "not a database\n".repeat(1000);
    fs::write(&path, &text).unwrap();
    assert!(FileLedger::open(&path).is_err());
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

/// Kills a process in the middle of its work, again and again, and looks at what it wrote down: `run` before a call is
/// carried out, `done` when its reply is confirmed.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_confirmed_survives_kill_9() {
    const KILLS: usize = 4;
    let folder = tempfile::tempdir().unwrap();
    for round in 1..=KILLS {
        let mut worker = Command::new(env::current_exe().unwrap())
            .args(["--exact", "file::worker", "--ignored"])
            .env("KOO_LEDGER_FOLDER", folder.path())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        while journal(folder.path()).matches("done").count() < round * 100 {
            assert!(
                worker.try_wait().unwrap().is_none(),
                "the worker ended by itself"
            );
            thread::sleep(Duration::from_millis(5));
        }
        // SIGKILL on Unix.
        worker.kill().unwrap();
        worker.wait().unwrap();
    }
    let ledger = FileLedger::open(folder.path().join("calls.redb")).unwrap();
    let journal = journal(folder.path());
    let mut runs: HashMap<&str, usize> = HashMap::new();
    let mut done: HashMap<&str, &str> = HashMap::new();
    // The last line of a process may be half written.
    for line in journal.lines() {
        let words: Vec<_> = line.split(' ').collect();
        match words[..] {
            ["run", event] => {
                assert!(!done.contains_key(event), "{event} ran after it was done");
                *runs.entry(event).or_default() += 1;
            }
            ["done", event, reply] => {
                assert_eq!(done.insert(event, reply), None, "{event} was done twice");
            }
            _ => panic!("{line}"),
        }
    }
    assert!(done.len() >= KILLS * 100);
    for (event, reply) in &done {
        let found = ledger
            .claim(&Key::new("kill", *event), [0; 32], LEASE)
            .await;
        let Claim::Replied(recorded) = found.unwrap() else {
            panic!("{event} is lost")
        };
        assert_eq!(recorded.reply, *reply);
    }
    let again: usize = runs.values().map(|runs| runs - 1).sum();
    assert!(
        again <= KILLS * WORKERS,
        "{again} ran again, more than were under way"
    );
}

fn journal(folder: &Path) -> String {
    fs::read_to_string(folder.join("journal")).unwrap_or_default()
}

/// Not a test of its own: the process that is killed.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "started by what_is_confirmed_survives_kill_9"]
async fn worker() {
    let Some(folder) = env::var_os("KOO_LEDGER_FOLDER") else {
        return;
    };
    let folder = Path::new(&folder);
    let ledger = FileLedger::open(folder.join("calls.redb")).unwrap();
    let mut options = OpenOptions::new();
    let journal = options
        .create(true)
        .append(true)
        .open(folder.join("journal"));
    let journal = Arc::new(journal.unwrap());
    let workers: Vec<_> = (0..WORKERS)
        .map(|_| tokio::spawn(work(ledger.clone(), Arc::clone(&journal))))
        .collect();
    for worker in workers {
        worker.await.unwrap();
    }
}

/// Asks for every call in turn, so that workers meet.
async fn work(ledger: FileLedger, journal: Arc<File>) {
    // One write per line, which the system keeps whole and in order.
    let note = |line: String| (&*journal).write_all(line.as_bytes()).unwrap();
    for event in 0..1_000_000 {
        let key = Key::new("kill", event.to_string());
        loop {
            match ledger.claim(&key, [0; 32], LEASE).await.unwrap() {
                Claim::Run(ticket) => {
                    note(format!("run {event}\n"));
                    let reply = format!("\"{event}:{}\"", ticket.attempt);
                    let settled = ledger
                        .settle(&ticket, &reply, Standing::Done)
                        .await
                        .unwrap();
                    assert_eq!(settled, Settled::Recorded);
                    note(format!("done {event} {reply}\n"));
                    break;
                }
                Claim::Busy(left) => sleep(left.min(Duration::from_millis(2))).await,
                Claim::Replied(_) => break,
            }
        }
    }
}
