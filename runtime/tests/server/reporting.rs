//! Observers and logs.

use std::fmt::Write as _;
use std::sync::{Arc, Mutex};

use koo_runtime::scheme::Scheme as _;
use koo_runtime::server::{Event, router};
use serde_json::json;

use crate::support::{self, Bench, KEY, UrlSignature, settings};
use crate::{caller, checked, send};

#[tokio::test]
async fn an_observer_that_panics_changes_nothing() {
    let settings = settings().observer(|_: &str, _: &Event<'_>| panic!("observer"));
    let app = router(support::Shop::default(), settings);
    for request in [
        json!({"activity": "create", "orderId": 1, "x": 2}),
        json!({}),
    ] {
        let answer = caller()
            .call_json(&request)
            .unwrap()
            .send(app.clone())
            .await
            .unwrap();
        checked(&answer);
    }
}

#[test]
fn settings_show_no_key() {
    let text = format!("{:?}", settings());
    assert!(text.contains("Observe") && !text.contains(KEY), "{text}");
    assert_eq!(UrlSignature::NAME, "url-signature");
}

/// Writes down every field of every event.
#[derive(Clone, Default)]
struct Traces(Arc<Mutex<String>>);

impl tracing::Subscriber for Traces {
    fn enabled(&self, metadata: &tracing::Metadata<'_>) -> bool {
        metadata.target().starts_with("koo_runtime")
    }
    fn new_span(&self, _: &tracing::span::Attributes<'_>) -> tracing::span::Id {
        tracing::span::Id::from_u64(1)
    }
    fn record(&self, _: &tracing::span::Id, _: &tracing::span::Record<'_>) {}
    fn record_follows_from(&self, _: &tracing::span::Id, _: &tracing::span::Id) {}
    fn event(&self, event: &tracing::Event<'_>) {
        let mut line = String::new();
        event.record(
            &mut |field: &tracing::field::Field, value: &dyn std::fmt::Debug| {
                write!(line, "{field}={value:?} ").unwrap();
            },
        );
        self.0.lock().unwrap().push_str(&(line + "\n"));
    }
    fn enter(&self, _: &tracing::span::Id) {}
    fn exit(&self, _: &tracing::span::Id) {}
}

#[tokio::test]
async fn logs_name_places_and_never_values() {
    let traces = Traces::default();
    let guard = tracing::subscriber::set_default(traces.clone());
    let bench = Bench::new(settings());
    let bodies = [
        r#"{"activity":"create","orderId":"long","colour":"hunter2"}"#,
        r#"{"activity":"create","orderId":"hunter2-hunter2"}"#,
        r#"{"activity":"create","orderId":["hunter2"]}"#,
        r#"{"activity":"create","orderId":"invent"}"#,
        r#"{"activity":"create","orderId":"panic"}"#,
        r#"{"activity":"hunter2"}"#,
        "hunter2",
    ];
    for body in bodies {
        let call = caller().call_bytes(body).unwrap();
        send(&bench, &call).await;
        send(&bench, &call.replayed()).await;
        send(&bench, &call.tampered()).await;
    }
    drop(guard);
    let text = traces.0.lock().unwrap().clone();
    assert!(!text.contains("hunter2") && !text.contains(KEY), "{text}");
    for expected in [
        r#"interface="create" path="colour" rule="unknown_field""#,
        r#"interface="create" path="orderId" rule="max_length""#,
        r#"interface="create" path="instanceId" rule="max_length""#,
        r#"interface="create" code="000005" reason="panicked""#,
        r#"interface="" code="000001" reason="signature_mismatch" detail="signature does not match""#,
        r#"reason="replayed" detail="the nonce was used before""#,
    ] {
        assert!(text.contains(expected), "{expected} in\n{text}");
    }
}
