//! Health checks and metrics, at an address of their own.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use axum::routing::get;
use tokio::time::timeout;

use crate::metrics::Metrics;
use crate::store::Store;

/// How long the store may take to answer a health check.
const PATIENCE: Duration = Duration::from_secs(2);

const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// Whether calls can be taken. Clones share it.
#[derive(Clone)]
pub struct Health {
    store: Store,
    stopping: Arc<AtomicBool>,
}

impl Health {
    /// Healthy as long as the store is.
    pub fn of(store: Store) -> Self {
        Self {
            store,
            stopping: Arc::default(),
        }
    }

    /// From now on no calls are to be sent here.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::Relaxed);
    }
}

/// - `/healthz`: the process runs.
/// - `/readyz`: it can take calls, so its store answers and it is not stopping.
/// - `/metrics`: counters for Prometheus.
pub fn router(health: Health, metrics: Metrics) -> Router {
    Router::new()
        .route("/healthz", get(async || "ok\n"))
        .route("/readyz", get(ready))
        .with_state(health)
        .merge(
            Router::new()
                .route("/metrics", get(encoded))
                .with_state(metrics),
        )
}

async fn ready(State(health): State<Health>) -> (StatusCode, &'static str) {
    if health.stopping.load(Ordering::Relaxed) {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopping\n");
    }
    match timeout(PATIENCE, health.store.check()).await {
        Ok(Ok(())) => (StatusCode::OK, "ok\n"),
        Ok(Err(error)) => {
            tracing::warn!(error = error.to_string(), "not ready");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the store does not answer\n",
            )
        }
        Err(_) => {
            tracing::warn!("not ready: the store is slow");
            (StatusCode::SERVICE_UNAVAILABLE, "the store is slow\n")
        }
    }
}

async fn encoded(State(metrics): State<Metrics>, headers: HeaderMap) -> impl IntoResponse {
    let accepted = headers.get(ACCEPT).and_then(|accept| accept.to_str().ok());
    let is_open = accepted.is_some_and(|accept| accept.contains("application/openmetrics-text"));
    let (kind, text) = if is_open {
        (OPEN_METRICS, metrics.open_metrics())
    } else {
        (TEXT, metrics.text())
    };
    match text {
        Ok(text) => Ok(([(CONTENT_TYPE, kind)], text)),
        Err(_) => Err(StatusCode::INTERNAL_SERVER_ERROR),
    }
}
