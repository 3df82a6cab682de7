//! A mock in another process, reached at its page.

use std::sync::{Mutex, PoisonError};

use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::task::JoinHandle;

use super::Message;
use crate::console::SIMULATION;
use crate::exchange::{Client, Sent};

/// A mock in another process.
pub struct Neighbour {
    client: Client,
    /// Where messages go.
    url: String,
    queue: Mutex<Option<UnboundedSender<Message>>>,
    sending: Mutex<Option<JoinHandle<Result<(), String>>>>,
}

impl Neighbour {
    /// The mock at an address. Must be called where tasks can be spawned.
    pub fn new(client: Client, address: &str) -> Self {
        let url = format!("{}{SIMULATION}", address.trim_end_matches('/'));
        let (queue, mut messages) = unbounded_channel();
        let (there, to) = (client.clone(), url.clone());
        let sending = tokio::spawn(async move {
            let mut outcome = Ok(());
            while let Some(message) = messages.recv().await {
                // Whoever does not take one message is not asked again: the run is worth more than its being watched.
                if outcome.is_ok() {
                    outcome = post(&there, &to, &message).await;
                }
            }
            outcome
        });
        Self {
            client,
            url,
            queue: Mutex::new(Some(queue)),
            sending: Mutex::new(Some(sending)),
        }
    }

    /// Says something, and waits until it has arrived.
    ///
    /// # Errors
    ///
    /// Why it did not.
    pub async fn send(&self, message: Message) -> Result<(), String> {
        post(&self.client, &self.url, &message).await
    }

    /// Says something without waiting.
    pub(super) fn tell(&self, message: Message) {
        let queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(queue) = queue.as_ref() {
            // Nobody takes it only after the end.
            let _ = queue.send(message);
        }
    }

    /// Waits until everything was said.
    pub(super) async fn close(&self) -> Result<(), String> {
        let queue = self
            .queue
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        drop(queue);
        let sending = self
            .sending
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        match sending {
            Some(sending) => sending.await.map_err(|error| error.to_string())?,
            None => Ok(()),
        }
    }
}

async fn post(client: &Client, url: &str, message: &Message) -> Result<(), String> {
    let body = serde_json::to_vec(message).map_err(|error| error.to_string())?;
    let sent = Sent {
        method: "POST".to_owned(),
        url: url.to_owned(),
        headers: vec![("Content-Type".to_owned(), "application/json".to_owned())],
        body: body.into(),
    };
    match client.send(sent).await.outcome {
        Ok(received) if received.status == 204 => Ok(()),
        Ok(received) => Err(format!(
            "{url} answers HTTP {}: is it the page of `koo mock`?",
            received.status
        )),
        Err(failure) => Err(failure.to_string()),
    }
}
