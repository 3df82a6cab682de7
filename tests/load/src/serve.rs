//! The servers.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::routing::{get, post};
use axum::{Json, Router};
use koo_ledger::{FileLedger, Limits, PostgresLedger};
use koogallery::Site;
use koogallery::runtime::Call;
use koogallery::runtime::ledger::MemoryLedger;
use koogallery::runtime::server::serve;
use koogallery::saas_v2::server::{Settings, router, settings};
use koogallery::saas_v2::{NewInstanceReply, NewInstanceRequest};
use serde_json::Value;
use tokio::net::TcpListener;

use crate::merchant::Making;
use crate::{KEY, PATH};

/// Serves with a store until the process is ended.
#[tokio::main]
pub(crate) async fn run(store: &str) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    println!("{}", listener.local_addr().unwrap());
    let app = app(store);
    if store == "echo" {
        axum::serve(listener, app).await.unwrap();
    } else {
        serve(listener, app, std::future::pending::<()>()).await;
    }
}

/// The echo, or a merchant with a store.
pub(crate) fn app(store: &str) -> Router {
    if store == "echo" {
        let echo = post(|Json(body): Json<Value>| async { Json(body) });
        return Router::new().route(PATH, echo);
    }
    merchant(remember(settings(Site::Eu, KEY), store))
}

/// Requests verified, replies signed, and a merchant that needs no time.
fn merchant(settings: Settings) -> Router {
    let carried_out = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&carried_out);
    let shop = Making(move |call: Call<NewInstanceRequest>| {
        counted.fetch_add(1, Ordering::Relaxed);
        async { Ok(NewInstanceReply::new(call.request.business_id)) }
    });
    let count = get(async move || carried_out.load(Ordering::Relaxed).to_string());
    Router::new()
        .nest_service(PATH, router(shop, settings))
        .route("/count", count)
}

fn remember(settings: Settings, store: &str) -> Settings {
    match store.split_once(':') {
        _ if store == "unrecorded" => settings,
        _ if store == "memory" => settings.ledger(MemoryLedger::default()),
        Some(("redb", file)) => {
            let ledger = FileLedger::open(file).unwrap();
            settings.ledger(ledger.clone()).replay_guard(ledger)
        }
        _ => {
            let ledger = PostgresLedger::new(store, Limits::default()).unwrap();
            settings.ledger(ledger.clone()).replay_guard(ledger)
        }
    }
}
