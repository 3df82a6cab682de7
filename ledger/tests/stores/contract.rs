//! What every store has to do.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use koo_runtime::ledger::{Claim, Completion, Key, Ledger, Recorded, Settled, Standing, Ticket};
use koo_runtime::replay::{Admission, ReplayGuard};
use tokio::time::sleep;

const LONG: Duration = Duration::from_secs(600);
const SHORT: Duration = Duration::from_millis(20);
const PRINT: [u8; 32] = [7; 32];
const TASKS: usize = 32;

/// Calls. The store may hold others.
pub(crate) async fn of_calls<L: Ledger + Clone + 'static>(ledger: &L) {
    a_call_is_carried_out_once(ledger).await;
    of_tasks_at_the_same_time_one_runs(ledger).await;
    a_claim_that_is_over_is_taken_over(ledger).await;
    a_renewed_claim_lasts(ledger).await;
    a_claim_can_be_given_back(ledger).await;
    pending_calls_are_completed(ledger).await;
    pending_calls_are_begun_again(ledger).await;
    completion_may_come_before_the_reply(ledger).await;
    any_text_is_a_key(ledger).await;
    no_time_is_too_long(ledger).await;
    old_calls_are_forgotten(ledger).await;
}

fn key(event: &str) -> Key {
    Key::new("contract", event)
}

async fn run(ledger: &impl Ledger, key: &Key, lease: Duration) -> Ticket {
    match ledger.claim(key, PRINT, lease).await.unwrap() {
        Claim::Run(ticket) => ticket,
        other => panic!("{key}: {other:?}"),
    }
}

fn recorded(reply: &str) -> Recorded {
    Recorded {
        reply: reply.to_owned(),
        fingerprint: PRINT,
    }
}

async fn settle(ledger: &impl Ledger, ticket: &Ticket, reply: &str) -> Settled {
    let settled = ledger.settle(ticket, reply, Standing::Done);
    settled.await.unwrap()
}

async fn a_call_is_carried_out_once(ledger: &impl Ledger) {
    let key = key("once");
    let ticket = run(ledger, &key, LONG).await;
    assert_eq!((ticket.attempt, &ticket.key), (1, &key));
    let busy = ledger.claim(&key, PRINT, LONG).await.unwrap();
    let Claim::Busy(left) = busy else {
        panic!("{busy:?}")
    };
    assert!(!left.is_zero() && left <= LONG);
    let reply = r#"{"instanceId":"实例 \"1\"\u0000"}"#;
    assert_eq!(settle(ledger, &ticket, reply).await, Settled::Recorded);
    let again = ledger.claim(&key, [8; 32], LONG).await.unwrap();
    assert_eq!(
        again,
        Claim::Replied(recorded(reply)),
        "with the first fingerprint"
    );
    let late = settle(ledger, &ticket, "{}").await;
    assert_eq!(late, Settled::Replied(recorded(reply)));
    assert!(!ledger.renew(&ticket, LONG).await.unwrap());
    ledger.release(&ticket).await.unwrap();
    let kept = ledger.claim(&key, PRINT, LONG).await.unwrap();
    assert_eq!(kept, Claim::Replied(recorded(reply)));
}

async fn of_tasks_at_the_same_time_one_runs<L: Ledger + Clone + 'static>(ledger: &L) {
    const KEYS: usize = 20;
    let runs: Arc<Vec<AtomicUsize>> = Arc::new((0..KEYS).map(|_| AtomicUsize::new(0)).collect());
    let tasks: Vec<_> = (0..TASKS)
        .map(|task| {
            let (ledger, runs) = (ledger.clone(), Arc::clone(&runs));
            tokio::spawn(async move {
                let mut replies = Vec::new();
                for (index, run) in runs.iter().enumerate() {
                    let key = key(&format!("crowd-{index}"));
                    replies.push(carry_out(&ledger, &key, task, run).await);
                }
                replies
            })
        })
        .collect();
    let mut all = Vec::new();
    for task in tasks {
        all.push(task.await.unwrap());
    }
    assert!(
        all.iter().all(|replies| *replies == all[0]),
        "one reply per key"
    );
    let counts: Vec<_> = runs.iter().map(|run| run.load(Ordering::SeqCst)).collect();
    assert_eq!(counts, [1; KEYS]);
}

async fn carry_out(ledger: &impl Ledger, key: &Key, task: usize, runs: &AtomicUsize) -> String {
    loop {
        match ledger.claim(key, PRINT, LONG).await.unwrap() {
            Claim::Run(ticket) => {
                runs.fetch_add(1, Ordering::SeqCst);
                sleep(Duration::from_millis(2)).await;
                let reply = format!(r#"{{"by":{task}}}"#);
                assert_eq!(settle(ledger, &ticket, &reply).await, Settled::Recorded);
                return reply;
            }
            Claim::Busy(_) => sleep(Duration::from_millis(2)).await,
            Claim::Replied(recorded) => return recorded.reply,
        }
    }
}

async fn a_claim_that_is_over_is_taken_over(ledger: &impl Ledger) {
    let key = key("over");
    let dead = run(ledger, &key, SHORT).await;
    sleep(SHORT * 2).await;
    let next = run(ledger, &key, LONG).await;
    assert_eq!(next.attempt, 2);
    assert_ne!(next.token, dead.token);
    assert!(!ledger.renew(&dead, LONG).await.unwrap());
    assert_eq!(settle(ledger, &dead, "{}").await, Settled::Lost);
    ledger.release(&dead).await.unwrap();
    let held = ledger.claim(&key, PRINT, LONG).await.unwrap();
    assert!(matches!(held, Claim::Busy(_)), "{held:?}");
    assert_eq!(settle(ledger, &next, "[2]").await, Settled::Recorded);
    let late = settle(ledger, &dead, "{}").await;
    assert_eq!(late, Settled::Replied(recorded("[2]")));
}

async fn a_renewed_claim_lasts(ledger: &impl Ledger) {
    let key = key("renewed");
    let ticket = run(ledger, &key, SHORT).await;
    assert!(ledger.renew(&ticket, LONG).await.unwrap());
    sleep(SHORT * 2).await;
    let held = ledger.claim(&key, PRINT, LONG).await.unwrap();
    assert!(matches!(held, Claim::Busy(_)), "{held:?}");
    // Over, but nobody took it: its reply counts.
    assert!(ledger.renew(&ticket, Duration::ZERO).await.unwrap());
    assert_eq!(settle(ledger, &ticket, "{}").await, Settled::Recorded);
}

async fn a_claim_can_be_given_back(ledger: &impl Ledger) {
    let key = key("back");
    let ticket = run(ledger, &key, LONG).await;
    ledger.release(&ticket).await.unwrap();
    assert_eq!(settle(ledger, &ticket, "{}").await, Settled::Lost);
    assert_eq!(run(ledger, &key, LONG).await.attempt, 1);
}

async fn pending_calls_are_completed(ledger: &impl Ledger) {
    let key = key("pending");
    let unknown = ledger.complete(&key, "{}").await.unwrap();
    assert_eq!(unknown, Completion::Unknown);
    let ticket = run(ledger, &key, LONG).await;
    let pending = ledger.settle(&ticket, "[4]", Standing::Pending(LONG));
    assert_eq!(pending.await.unwrap(), Settled::Recorded);
    let meanwhile = ledger.claim(&key, PRINT, LONG).await.unwrap();
    assert_eq!(meanwhile, Claim::Replied(recorded("[4]")));
    for (reply, expected) in [
        ("[0]", Completion::Completed),
        ("[1]", Completion::AlreadyDone),
    ] {
        assert_eq!(ledger.complete(&key, reply).await.unwrap(), expected);
    }
    let done = ledger.claim(&key, PRINT, LONG).await.unwrap();
    assert_eq!(done, Claim::Replied(recorded("[0]")));
}

async fn pending_calls_are_begun_again(ledger: &impl Ledger) {
    let key = key("pending too long");
    let ticket = run(ledger, &key, LONG).await;
    let pending = ledger.settle(&ticket, "[4]", Standing::Pending(Duration::ZERO));
    assert_eq!(pending.await.unwrap(), Settled::Recorded);
    let next = run(ledger, &key, LONG).await;
    assert_eq!(next.attempt, 2);
    assert_eq!(settle(ledger, &next, "{}").await, Settled::Recorded);
}

async fn completion_may_come_before_the_reply(ledger: &impl Ledger) {
    let key = key("quick");
    let ticket = run(ledger, &key, LONG).await;
    let completed = ledger.complete(&key, "[0]").await.unwrap();
    assert_eq!(completed, Completion::Completed);
    let pending = ledger.settle(&ticket, "[4]", Standing::Pending(LONG));
    assert_eq!(pending.await.unwrap(), Settled::Replied(recorded("[0]")));
}

async fn any_text_is_a_key(ledger: &impl Ledger) {
    let keys = [
        Key::new("a", "bc"),
        Key::new("ab", "c"),
        Key::new(
            "contract",
            "newInstance\u{1f}CS2211181819\u{1f}'; DROP TABLE koo_calls; --",
        ),
        Key::new("contract", "\0"),
        Key::new("contract", "\0\0"),
        Key::new("contract", ""),
        Key::new("contract", "长".repeat(5000)),
    ];
    for (index, key) in keys.iter().enumerate() {
        let ticket = run(ledger, key, LONG).await;
        let reply = format!("[{index}]");
        assert_eq!(settle(ledger, &ticket, &reply).await, Settled::Recorded);
    }
    for (index, key) in keys.iter().enumerate() {
        let found = ledger.claim(key, PRINT, LONG).await.unwrap();
        assert_eq!(found, Claim::Replied(recorded(&format!("[{index}]"))));
    }
}

async fn no_time_is_too_long(ledger: &impl Ledger) {
    let key = key("for ever");
    let ticket = run(ledger, &key, Duration::MAX).await;
    assert!(ledger.renew(&ticket, Duration::MAX).await.unwrap());
    let busy = ledger.claim(&key, PRINT, LONG).await.unwrap();
    assert!(matches!(busy, Claim::Busy(left) if left > LONG), "{busy:?}");
    let pending = ledger.settle(&ticket, "[4]", Standing::Pending(Duration::MAX));
    assert_eq!(pending.await.unwrap(), Settled::Recorded);
    assert_eq!(ledger.prune(Duration::MAX).await.unwrap(), 0);
    ledger.complete(&key, "[0]").await.unwrap();
}

async fn old_calls_are_forgotten(ledger: &impl Ledger) {
    let (done, held) = (key("old"), key("held"));
    let ticket = run(ledger, &done, LONG).await;
    settle(ledger, &ticket, "{}").await;
    run(ledger, &held, LONG).await;
    assert_eq!(ledger.prune(LONG).await.unwrap(), 0);
    sleep(SHORT).await;
    assert!(ledger.prune(Duration::ZERO).await.unwrap() >= 1);
    let busy = ledger.claim(&held, PRINT, LONG).await.unwrap();
    assert!(matches!(busy, Claim::Busy(_)), "{busy:?}");
    assert_eq!(run(ledger, &done, LONG).await.attempt, 1);
}

/// Nonces. The store may hold others.
pub(crate) async fn of_nonces<G: ReplayGuard + 'static>(guard: G) {
    let guard = Arc::new(guard);
    for (scope, nonce, expected) in [
        ("a", "n", Admission::New),
        ("a", "n", Admission::Seen),
        ("b", "n", Admission::New),
        ("a", "n\0", Admission::New),
    ] {
        assert_eq!(guard.admit(scope, nonce, LONG).await.unwrap(), expected);
    }
    assert_eq!(
        guard.admit("a", "short", SHORT).await.unwrap(),
        Admission::New
    );
    sleep(SHORT * 2).await;
    assert_eq!(
        guard.admit("a", "short", LONG).await.unwrap(),
        Admission::New
    );
    assert_eq!(
        guard.admit("a", "short", LONG).await.unwrap(),
        Admission::Seen
    );
    assert_eq!(
        guard.admit("a", "ever", Duration::MAX).await.unwrap(),
        Admission::New
    );
    assert_eq!(
        guard.admit("a", "ever", LONG).await.unwrap(),
        Admission::Seen
    );
    let tasks: Vec<_> = (0..TASKS)
        .map(|_| {
            let guard = Arc::clone(&guard);
            tokio::spawn(async move { guard.admit("a", "crowd", LONG).await.unwrap() })
        })
        .collect();
    let mut new = 0;
    for task in tasks {
        new += usize::from(task.await.unwrap() == Admission::New);
    }
    assert_eq!(new, 1);
}
