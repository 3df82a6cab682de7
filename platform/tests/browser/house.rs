//! A mock with its page, and a merchant, on sockets.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::http::Uri;
use axum::response::Html;
use axum::routing::get;
use koo_platform::console::Console;
use koo_platform::exchange::{self, Client, Trust};
use koo_platform::journal::Journal;
use koo_platform::mock::serve::{Limits, serve};
use koo_platform::mock::{Mock, Settings};
use koo_runtime::secret::Secret;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::mpsc;

/// Everything a browser needs to talk to. The servers end with the guard.
pub(crate) struct House {
    pub(crate) page: String,
    pub(crate) merchant: String,
    pub(crate) journal: Journal,
    pub(crate) runtime: Runtime,
    /// What the merchant was asked: address and body.
    pub(crate) asked: mpsc::Receiver<(String, String)>,
}

pub(crate) const KEYS: [(&str, &str); 3] = [
    ("access_key", "the-key-of-the-merchant"),
    ("access_key_id", "AKIDEXAMPLE0000"),
    ("secret_access_key", "a-secret-access-key-of-the-merchant"),
];

pub(crate) fn open() -> House {
    let runtime = Runtime::new().unwrap();
    let catalogue = koo_spec::builtin::load().catalogue;
    let secrets: BTreeMap<_, _> = KEYS
        .map(|(name, key)| (name.to_owned(), Secret::from(key)))
        .into();
    let shared = Arc::new(catalogue.clone());
    let journal = Journal::new(Arc::clone(&shared), secrets.clone(), 100);
    let client = Client::new(exchange::Limits::default(), &Trust::System).unwrap();
    let settings = Settings {
        secrets: secrets.clone(),
        observer: Arc::new(journal.clone()),
        ..Settings::default()
    };
    let mock = Arc::new(Mock::new(catalogue, settings));
    let console = Console::new(shared, journal.clone(), client)
        .unwrap()
        .secrets(secrets)
        .records(Arc::<Mock>::clone(&mock));
    let limits = Limits::default();
    let (page, merchant, asked) = runtime.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let page = format!("http://{}", listener.local_addr().unwrap());
        let handler = console.beside(mock, limits);
        tokio::spawn(serve(listener, limits, handler, std::future::pending()));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let merchant = format!("http://{}", listener.local_addr().unwrap());
        let (router, asked) = shop(&page);
        tokio::spawn(koo_runtime::server::serve(
            listener,
            router,
            std::future::pending(),
        ));
        (page, merchant, asked)
    });
    House {
        page,
        merchant,
        journal,
        runtime,
        asked,
    }
}

/// A merchant that answers every call the same, unsigned; and a page of somebody else that tries to send calls.
fn shop(page: &str) -> (Router, mpsc::Receiver<(String, String)>) {
    let (tell, asked) = mpsc::channel(10);
    let answer = move |uri: Uri, body: Bytes| {
        let tell = tell.clone();
        async move {
            let body = String::from_utf8_lossy(&body).into_owned();
            tell.send((uri.to_string(), body)).await.unwrap();
            let reply =
                "{\"resultCode\":\"000000\",\"resultMsg\":\"成功\",\"instanceId\":\"<b>i-1</b>\"}";
            ([("content-type", "application/json;charset=UTF-8")], reply)
        }
    };
    let foreign = format!(
        "<form id=f method=post action=\"{page}/koo/send\"><input name=interface value=saas-v2/newInstance></form>\
         <script>document.getElementById('f').submit()</script>"
    );
    let router = Router::new()
        .route("/foreign", get(async || Html(foreign)))
        .fallback(answer);
    (router, asked)
}
