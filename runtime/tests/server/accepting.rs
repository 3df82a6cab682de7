//! Signatures, freshness and replays.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use koo_runtime::Secret;
use koo_runtime::mock::Caller;
use koo_runtime::replay::{Admission, ReplayGuard, ReplayGuardError};

use crate::support::{Bench, NOW, UrlSignature, create, settings};
use crate::{caller, refused, send, triple};

#[tokio::test]
async fn what_is_not_signed_rightly_is_refused() {
    let bench = Bench::new(settings());
    let good = caller().call(&create("o-1")).unwrap();
    let edited = |edit: &dyn Fn(&str) -> String| {
        let mut call = good.clone();
        call.path_and_query = edit(&call.path_and_query);
        call
    };
    let missing = |name: &'static str| {
        edited(&move |url| url.replace(&format!("{name}="), &format!("no-{name}=")))
    };
    let emptied = |name: &'static str| {
        edited(&move |url| url.replace(&format!("{name}="), &format!("{name}=&x=")))
    };
    let cases = [
        (
            missing("signature"),
            "000001",
            "signature is missing",
            "signature_missing",
        ),
        (
            missing("timestamp"),
            "000002",
            "timestamp is missing",
            "signature_missing",
        ),
        (
            missing("nonce"),
            "000002",
            "nonce is missing",
            "signature_missing",
        ),
        (
            emptied("signature"),
            "000001",
            "signature is missing",
            "signature_missing",
        ),
        (
            emptied("nonce"),
            "000002",
            "nonce is missing",
            "signature_missing",
        ),
        (
            edited(&|_| "/".to_owned()),
            "000001",
            "signature is missing",
            "signature_missing",
        ),
        (
            edited(&|url| url.replace("/?", "/elsewhere?")),
            "000001",
            "signature does not match",
            "signature_mismatch",
        ),
        (
            edited(&|url| url.replace("nonce=", "nonce=0")),
            "000001",
            "signature does not match",
            "signature_mismatch",
        ),
        (
            edited(&|url| url.replace("signature=", "signature=%FF")),
            "000001",
            "signature does not match",
            "signature_mismatch",
        ),
        (
            good.clone().tampered(),
            "000001",
            "signature does not match",
            "signature_mismatch",
        ),
        (
            Caller::new(UrlSignature(Secret::from("another key")))
                .clock(|| NOW)
                .call(&create("o-1"))
                .unwrap(),
            "000001",
            "signature does not match",
            "signature_mismatch",
        ),
    ];
    for (call, code, message, reason) in cases {
        let told = format!(" refused {code} {reason}");
        assert_eq!(
            refused(&bench, &call).await,
            triple(code, message, &told),
            "{call:?}"
        );
    }
    assert_eq!(bench.called(), 0);
}

#[tokio::test]
async fn of_repeated_query_parameters_the_first_counts() {
    let bench = Bench::new(settings());
    let mut call = caller().call(&create("o-1")).unwrap();
    call.path_and_query
        .push_str("&nonce=again&signature=&timestamp=0");
    assert_eq!(send(&bench, &call).await["resultCode"], "000000");
    let mut call = caller().call(&create("o-2")).unwrap();
    call.path_and_query = call.path_and_query.replace("/?", "/?nonce=before&");
    assert_eq!(send(&bench, &call).await["resultCode"], "000001");
}

#[tokio::test]
async fn calls_are_fresh_for_a_minute_both_ways() {
    let bench = Bench::new(settings());
    let by = Duration::from_millis;
    let request = create("o-1");
    for call in [
        caller().stale(&request, by(60_000)),
        caller().future(&request, by(60_000)),
    ] {
        assert_eq!(send(&bench, &call.unwrap()).await["resultCode"], "000000");
    }
    let stale = refused(&bench, &caller().stale(&request, by(61_000)).unwrap()).await;
    assert_eq!(
        stale,
        triple(
            "000002",
            "the timestamp is 61 seconds old",
            " refused 000002 stale"
        )
    );
    let ahead = refused(&bench, &caller().future(&request, by(61_000)).unwrap()).await;
    assert_eq!(
        ahead,
        triple(
            "000002",
            "the timestamp is 61 seconds ahead",
            " refused 000002 stale"
        )
    );
    assert_eq!(bench.called(), 2);
}

#[tokio::test]
async fn a_call_is_accepted_once() {
    let bench = Bench::new(settings());
    let call = caller().call(&create("o-1")).unwrap();
    assert_eq!(send(&bench, &call).await["resultCode"], "000000");
    let again = refused(&bench, &call.replayed()).await;
    assert_eq!(
        again,
        triple(
            "000002",
            "the nonce was used before",
            " refused 000002 replayed"
        )
    );
    assert_eq!(bench.called(), 1);

    let bench = Bench::new(settings().without_replay_guard());
    for _ in 0..2 {
        assert_eq!(send(&bench, &call).await["resultCode"], "000000");
    }
}

#[tokio::test]
async fn strangers_burn_no_nonce() {
    let bench = Bench::new(settings());
    let call = caller().call(&create("o-1")).unwrap();
    assert_eq!(
        send(&bench, &call.clone().tampered()).await["resultCode"],
        "000001"
    );
    assert_eq!(send(&bench, &call).await["resultCode"], "000000");
}

/// Remembers what it was asked, and answers or fails as told.
struct Told(Arc<Mutex<Vec<(String, String, Duration)>>>, bool);

impl ReplayGuard for Told {
    async fn admit(
        &self,
        scope: &str,
        nonce: &str,
        keep: Duration,
    ) -> Result<Admission, ReplayGuardError> {
        self.0
            .lock()
            .unwrap()
            .push((scope.to_owned(), nonce.to_owned(), keep));
        if self.1 {
            return Err(ReplayGuardError::new("the table is gone"));
        }
        Ok(Admission::New)
    }
}

#[tokio::test]
async fn a_replay_guard_of_ones_own() {
    let asked = Arc::default();
    let bench = Bench::new(settings().replay_guard(Told(Arc::clone(&asked), false)));
    send(&bench, &caller().call(&create("o-1")).unwrap()).await;
    let (scope, nonce, keep) = asked.lock().unwrap()[0].clone();
    assert_eq!((scope.as_str(), nonce.len()), ("url-signature", 32));
    assert_eq!(
        keep,
        Duration::from_secs(120),
        "as long as a call from the future stays fresh"
    );

    let bench = Bench::new(settings().replay_guard(Told(Arc::default(), true)));
    let answer = refused(&bench, &caller().call(&create("o-1")).unwrap()).await;
    assert_eq!(
        answer,
        triple("000005", "internal error", " refused 000005 replay_guard")
    );
    assert_eq!(bench.called(), 0);
}
