//! A running server, and the platform that calls it.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use koo_runtime::Request;
use koo_runtime::mock::{Answer, SignedCall};
use koo_runtime::server::{Event, Router, serve};
use koogallery::Site;
use koogallery::saas_v2::mock::{Platform, platform};
use koogallery::saas_v2::server::{Merchant, Settings, router, settings};
use koogallery::saas_v2::{BodySign, NewInstanceRequest};
use serde::Serialize;
use tokio::net::TcpListener;

use crate::actor::{Actor, Log};
use crate::capture;

/// The key of both sides. Never to be seen anywhere.
pub(crate) const KEY: &str = "access-key-93a4";

/// A server on a port of its own.
pub(crate) struct Bench {
    pub(crate) address: SocketAddr,
    pub(crate) platform: Platform,
    /// What the merchant was called for.
    pub(crate) log: Log,
    /// What the observer was told: interface and event, as `Debug` shows it.
    pub(crate) events: Arc<Mutex<Vec<String>>>,
    site: Site,
}

/// An answer that has everything an answer must have.
pub(crate) struct Sound {
    pub(crate) code: String,
    pub(crate) message: String,
    pub(crate) answer: Answer,
}

impl Bench {
    /// A server for a site, with the defaults.
    pub(crate) async fn start(site: Site) -> Self {
        Self::start_with(site, |settings| settings).await
    }

    /// A server with settings of its own.
    pub(crate) async fn start_with(site: Site, set: impl FnOnce(Settings) -> Settings) -> Self {
        let actor = Actor::default();
        let log = Arc::clone(&actor.log);
        Self::serve(site, set, actor, log).await
    }

    /// A server of another merchant.
    pub(crate) async fn serve<M: Merchant>(
        site: Site,
        set: impl FnOnce(Settings) -> Settings,
        merchant: M,
        log: Log,
    ) -> Self {
        capture::install();
        let events = Arc::<Mutex<Vec<String>>>::default();
        let told = Arc::clone(&events);
        let settings =
            set(settings(site, KEY)).observer(move |interface: &str, event: &Event<'_>| {
                told.lock().unwrap().push(format!("{interface} {event:?}"));
            });
        let app = Router::new().nest_service("/saas", router(merchant, settings));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        // Ends with the runtime of the test.
        tokio::spawn(serve(listener, app, std::future::pending::<()>()));
        Self {
            address,
            platform: platform(KEY).path("/saas"),
            log,
            events,
            site,
        }
    }

    /// Signs a request and sends it.
    pub(crate) async fn call(&self, request: &(impl Serialize + Request)) -> Sound {
        self.send(&self.platform.call(request).unwrap()).await
    }

    /// Signs what no model can hold and sends it.
    pub(crate) async fn call_json(&self, request: &impl Serialize) -> Sound {
        self.send(&self.platform.call_json(request).unwrap()).await
    }

    /// Signs any bytes and sends them.
    pub(crate) async fn call_bytes(&self, body: impl Into<Vec<u8>>) -> Sound {
        self.send(&self.platform.call_bytes(body).unwrap()).await
    }

    /// Sends a call. Whatever it is, the answer has the documented form.
    pub(crate) async fn send(&self, call: &SignedCall) -> Sound {
        let answer = call
            .post(&format!("http://{}", self.address))
            .await
            .unwrap();
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("Content-Type"), Some("application/json"));
        if self.site == Site::Eu {
            answer.verify(&BodySign::new(KEY)).unwrap();
        } else {
            assert_eq!(answer.header("Body-Sign"), None);
        }
        let body = answer.json().unwrap();
        let text = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
        let (code, message) = (text("resultCode"), text("resultMsg"));
        assert_eq!(code.chars().count(), 6, "{body}");
        assert!((1..=255).contains(&message.chars().count()), "{body}");
        Sound {
            code,
            message,
            answer,
        }
    }

    /// How often the merchant was called.
    pub(crate) fn called(&self) -> usize {
        self.log.lock().unwrap().len()
    }

    /// Whether the observer was told of something with this text.
    pub(crate) fn was_told(&self, text: &str) -> bool {
        let events = self.events.lock().unwrap();
        events.iter().any(|event| event.contains(text))
    }
}

/// A purchase of the given order.
pub(crate) fn purchase(order: &str) -> NewInstanceRequest {
    NewInstanceRequest::new(order, "line-1", "business-1")
}
