//! What was answered outlives a process that is killed.

#![cfg(unix)]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use koogallery::saas_v2::{NewInstanceRequest, QueryInstanceRequest};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use crate::life::{DONE, caller};
use crate::process::start;
use crate::support::{Place, code, text};

fn purchase(order: &str) -> NewInstanceRequest {
    NewInstanceRequest::new(order, format!("{order}-1"), format!("business-{order}"))
}

/// Buys until nobody answers. Returns orders and the instances they made.
async fn buy(url: String, client: usize, answered: Arc<AtomicUsize>) -> Vec<(String, String)> {
    let mut bought = Vec::new();
    loop {
        let order = format!("CS{client}-{}", bought.len());
        let call = caller().call(&purchase(&order)).unwrap();
        let Ok(answer) = call.post(&url).await else {
            return bought;
        };
        let body = answer.json().unwrap();
        assert_eq!(code(&body), DONE, "{body}");
        answered.fetch_add(1, Ordering::Relaxed);
        bought.push((order, text(&body, "instanceId").to_owned()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_answered_outlives_a_kill() {
    let place = Place::new();
    if !place.is_durable() {
        return;
    }
    let (mut running, serving, _log) = start(&place);
    let url = format!("http://{}", serving["calls"].as_str().unwrap());
    let answered = Arc::<AtomicUsize>::default();
    let clients = (0..8).map(|client| buy(url.clone(), client, Arc::clone(&answered)));
    let clients: JoinSet<_> = clients.collect();
    let enough = async {
        while answered.load(Ordering::Relaxed) < 40 {
            sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(Duration::from_secs(60), enough).await.unwrap();
    // SIGKILL on Unix.
    running.kill().unwrap();
    running.wait().unwrap();
    let bought = clients.join_all().await.concat();

    let (mut running, serving, _log) = start(&place);
    let url = format!("http://{}", serving["calls"].as_str().unwrap());
    for (order, instance) in bought {
        let again = caller().resend(&mut purchase(&order)).unwrap();
        let body = again.post(&url).await.unwrap().json().unwrap();
        assert_eq!(text(&body, "instanceId"), instance, "{body}");
        // The record of the instance, and not only the reply to the call, is there.
        let query = QueryInstanceRequest::new(&instance);
        let query = caller().call(&query).unwrap();
        let body = query.post(&url).await.unwrap().json().unwrap();
        assert_eq!(code(&body), DONE, "{body}");
    }
    running.kill().unwrap();
    running.wait().unwrap();
}
