//! Calls that come again, with a ledger.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use koo_runtime::ledger::{
    Claim, Completion, Fingerprint, Key, Ledger, LedgerError, MemoryLedger, Settled, Standing,
    Ticket, write_reply,
};
use koo_runtime::server::{Family as _, Policy};
use serde_json::{Value, json};

use crate::support::{Bench, CreateReply, CreateRequest, Shop, ShopSettings, create, settings};
use crate::{caller, checked, refused, send, triple};

fn remembering(ledger: &MemoryLedger) -> ShopSettings {
    settings().ledger(ledger.clone())
}

fn key(order: &str) -> Key {
    Key::new(Shop::NAME, order)
}

/// Sends as a caller that tries again: with a value of its own where that varies.
async fn resend(bench: &Bench, request: &CreateRequest) -> Value {
    let mut request = request.clone();
    send(bench, &caller().resend(&mut request).unwrap()).await
}

fn attempts(bench: &Bench) -> Vec<u32> {
    let seen = bench.seen.lock().unwrap();
    let number = |call: &koo_runtime::Call<_>| call.attempt.as_ref().unwrap().number;
    seen.iter().map(number).collect()
}

#[tokio::test]
async fn a_call_that_comes_again_is_answered_and_not_carried_out() {
    let ledger = MemoryLedger::default();
    let first = Bench::new(remembering(&ledger));
    let reply = resend(&first, &create("o-1")).await;
    assert_eq!(resend(&first, &create("o-1")).await, reply);
    let replica = Bench::new(remembering(&ledger));
    assert_eq!(resend(&replica, &create("o-1")).await, reply);
    assert_eq!((first.called(), replica.called()), (1, 0));
    let told = ["create repeated", "create replied 000000"];
    assert_eq!(replica.log.lines(), told);
    assert_eq!(attempts(&first), [1]);
    assert_eq!(
        resend(&replica, &create("o-2")).await,
        reply,
        "another order"
    );
    assert_eq!(replica.called(), 1);
}

#[tokio::test]
async fn of_calls_at_the_same_time_one_is_carried_out() {
    let bench = Arc::new(Bench::new(remembering(&MemoryLedger::default())));
    let calls: Vec<_> = (0..32)
        .map(|_| {
            let bench = Arc::clone(&bench);
            tokio::spawn(async move { resend(&bench, &create("slow")).await })
        })
        .collect();
    for call in calls {
        assert_eq!(call.await.unwrap()["instanceId"], "i-1");
    }
    assert_eq!(bench.called(), 1);
}

#[tokio::test]
async fn who_waits_too_long_is_told_to_come_again() {
    let ledger = MemoryLedger::default();
    let bench = Bench::new(remembering(&ledger).budget(Duration::from_millis(200)));
    let hour = Duration::from_secs(3600);
    let claim = ledger.claim(&key("o-1"), [0; 32], hour).await.unwrap();
    let told = "create refused 000004 in_progress";
    let expected = triple("000004", "the same call is being carried out", told);
    let call = caller().call(&create("o-1")).unwrap();
    assert_eq!(refused(&bench, &call).await, expected);
    let Claim::Run(ticket) = claim else {
        panic!("{claim:?}")
    };
    ledger.release(&ticket).await.unwrap();
    assert_eq!(resend(&bench, &create("o-1")).await["instanceId"], "i-1");
    assert_eq!(bench.called(), 1);
}

#[tokio::test]
async fn a_refusal_is_no_result() {
    let bench = Bench::new(remembering(&MemoryLedger::default()));
    for _ in 0..2 {
        assert_eq!(
            resend(&bench, &create("meaning")).await["resultCode"],
            "000002"
        );
    }
    assert_eq!(attempts(&bench), [1, 1]);
}

#[tokio::test]
async fn pending_work_is_completed_later() {
    let ledger = MemoryLedger::default();
    let bench = Bench::new(remembering(&ledger));
    for _ in 0..2 {
        let pending = resend(&bench, &create("refuse")).await;
        assert_eq!(pending["resultCode"], "000004");
    }
    assert_eq!(bench.called(), 1);
    let attempt = bench.seen.lock().unwrap()[0].attempt.clone().unwrap();
    let mut reply = CreateReply {
        result_code: "000000".to_owned(),
        result_msg: None,
        instance_id: "far too long".to_owned(),
    };
    assert!(write_reply(&reply).is_err());
    reply.instance_id = "i-9".to_owned();
    let reply = write_reply(&reply).unwrap();
    for expected in [Completion::Completed, Completion::AlreadyDone] {
        assert_eq!(
            ledger.complete(&attempt.key, &reply).await.unwrap(),
            expected
        );
    }
    assert_eq!(
        resend(&bench, &create("refuse")).await,
        json!({"resultCode": "000000", "resultMsg": "success", "instanceId": "i-9"})
    );
    assert_eq!(bench.called(), 1);
}

#[tokio::test]
async fn pending_work_that_nobody_completes_is_begun_again() {
    let settings = remembering(&MemoryLedger::default()).ledger_pending(Duration::ZERO);
    let bench = Bench::new(settings);
    for _ in 0..2 {
        resend(&bench, &create("refuse")).await;
    }
    assert_eq!(attempts(&bench), [1, 2]);
}

#[tokio::test]
async fn after_a_panic_or_a_broken_reply_the_code_runs_again_when_the_lease_is_over() {
    for order in ["panic", "long"] {
        let lease = Duration::from_millis(30);
        let settings = remembering(&MemoryLedger::default()).ledger_lease(lease);
        let bench = Bench::new(settings);
        for _ in 0..2 {
            assert_eq!(resend(&bench, &create(order)).await["resultCode"], "000005");
        }
        assert_eq!(attempts(&bench), [1, 2], "{order}");
    }
}

#[tokio::test]
async fn a_lease_is_renewed_while_the_code_runs() {
    let lease = Duration::from_millis(90);
    let settings = remembering(&MemoryLedger::default()).ledger_lease(lease);
    let bench = Arc::new(Bench::new(settings));
    let other = Arc::clone(&bench);
    let first = tokio::spawn(async move { resend(&other, &create("slow")).await });
    while bench.called() == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert_eq!(resend(&bench, &create("slow")).await, first.await.unwrap());
    assert_eq!(bench.called(), 1);
}

#[tokio::test]
async fn the_same_key_with_another_request() {
    let changed = CreateRequest {
        amount: Some(2),
        ..create("o-1")
    };
    for (policy, code, told) in [
        (Policy::Observe, "000000", "create replied 000000"),
        (Policy::Lenient, "000000", "create replied 000000"),
        (Policy::Strict, "000002", "create refused 000002 changed"),
    ] {
        let bench = Bench::new(remembering(&MemoryLedger::default()).policy(policy));
        resend(&bench, &create("o-1")).await;
        assert_eq!(resend(&bench, &changed).await["resultCode"], code);
        let lines = bench.log.lines();
        assert_eq!(lines.last().unwrap(), told);
        let reported = lines.iter().any(|line| line == "create changed");
        assert_eq!(reported, policy == Policy::Observe);
        assert_eq!(bench.called(), 1);
    }
}

#[tokio::test]
async fn debug_calls_are_neither_recorded_nor_answered_from_records() {
    let ledger = MemoryLedger::default();
    let bench = Bench::new(remembering(&ledger));
    let debug = CreateRequest {
        is_trial: true,
        ..create("o-1")
    };
    let mut expected = Vec::new();
    for (request, is_debug) in [(&debug, true), (&create("o-1"), false), (&debug, true)] {
        let reply = resend(&bench, request).await;
        assert_eq!(reply["resultCode"], "000000");
        expected.push((is_debug, (!is_debug).then_some(1)));
        let seen = bench.seen.lock().unwrap();
        let told = |call: &koo_runtime::Call<CreateRequest>| {
            (
                call.is_debug,
                call.attempt.as_ref().map(|attempt| attempt.number),
            )
        };
        assert_eq!(seen.iter().map(told).collect::<Vec<_>>(), expected);
    }
    // Nor does one wait for a real one.
    let hour = Duration::from_secs(3600);
    ledger.claim(&key("o-2"), [0; 32], hour).await.unwrap();
    let debug = CreateRequest {
        is_trial: true,
        ..create("o-2")
    };
    assert_eq!(resend(&bench, &debug).await["resultCode"], "000000");
}

#[tokio::test]
async fn interfaces_without_a_key_are_not_remembered() {
    let bench = Bench::new(remembering(&MemoryLedger::default()));
    for id in ["i-1", "i-2"] {
        let reply = json!({"resultCode": "000000", "info": id});
        let call = json!({"activity": "query", "instanceId": reply.to_string()});
        let call = caller().call_json(&call).unwrap();
        let answer = call.send(bench.router.clone()).await.unwrap();
        assert_eq!(checked(&answer)["info"], id);
    }
}

/// A ledger whose store can be away.
#[derive(Clone, Default)]
struct Shaky {
    memory: MemoryLedger,
    is_away: Arc<AtomicBool>,
}

impl Shaky {
    fn check(&self) -> Result<(), LedgerError> {
        if self.is_away.load(Ordering::SeqCst) {
            return Err(LedgerError::new("away"));
        }
        Ok(())
    }
}

impl Ledger for Shaky {
    async fn claim(
        &self,
        key: &Key,
        fingerprint: Fingerprint,
        lease: Duration,
    ) -> Result<Claim, LedgerError> {
        self.check()?;
        self.memory.claim(key, fingerprint, lease).await
    }

    async fn renew(&self, ticket: &Ticket, lease: Duration) -> Result<bool, LedgerError> {
        self.check()?;
        self.memory.renew(ticket, lease).await
    }

    async fn settle(
        &self,
        ticket: &Ticket,
        reply: &str,
        standing: Standing,
    ) -> Result<Settled, LedgerError> {
        self.check()?;
        self.memory.settle(ticket, reply, standing).await
    }

    async fn release(&self, ticket: &Ticket) -> Result<(), LedgerError> {
        self.check()?;
        self.memory.release(ticket).await
    }

    async fn complete(&self, key: &Key, reply: &str) -> Result<Completion, LedgerError> {
        self.check()?;
        self.memory.complete(key, reply).await
    }

    async fn prune(&self, age: Duration) -> Result<u64, LedgerError> {
        self.check()?;
        self.memory.prune(age).await
    }
}

#[tokio::test]
async fn without_its_store_nothing_is_carried_out_and_nothing_needs_a_restart() {
    let ledger = Shaky::default();
    let bench = Bench::new(settings().ledger(ledger.clone()));
    ledger.is_away.store(true, Ordering::SeqCst);
    let call = caller().call(&create("o-1")).unwrap();
    let told = "create refused 000005 ledger";
    let expected = triple("000005", "internal error", told);
    assert_eq!(refused(&bench, &call).await, expected);
    assert_eq!(bench.called(), 0);
    ledger.is_away.store(false, Ordering::SeqCst);
    assert_eq!(resend(&bench, &create("o-1")).await["resultCode"], "000000");
    assert_eq!(bench.called(), 1);
}

#[tokio::test]
async fn a_reply_is_recorded_when_the_store_is_back() {
    let ledger = Shaky::default();
    let bench = Arc::new(Bench::new(settings().ledger(ledger.clone())));
    let other = Arc::clone(&bench);
    let first = tokio::spawn(async move { resend(&other, &create("slow")).await });
    while bench.called() == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    ledger.is_away.store(true, Ordering::SeqCst);
    while bench.finished() == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    ledger.is_away.store(false, Ordering::SeqCst);
    assert_eq!(first.await.unwrap()["resultCode"], "000000");
    assert_eq!(resend(&bench, &create("slow")).await["instanceId"], "i-1");
    assert_eq!(bench.called(), 1);
}
