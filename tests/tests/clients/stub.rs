//! A server that answers what it is told and remembers what it was sent.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{FromRequest as _, Multipart, Request};
use axum::response::Response;
use koo_runtime::message::parse_query;
use tokio::net::TcpListener;

/// What the stub answers to every call.
#[derive(Clone)]
struct Told {
    status: u16,
    content_type: String,
    body: String,
}

/// A call as it arrived.
#[derive(Debug, Clone)]
pub(crate) struct Received {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Bytes,
}

/// A part of a multipart body.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) file_name: Option<String>,
    pub(crate) content_type: Option<String>,
    pub(crate) bytes: Vec<u8>,
}

impl Received {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let found = headers.find(|(other, _)| other.eq_ignore_ascii_case(name))?;
        Some(&found.1)
    }

    /// The fields of a form.
    pub(crate) fn form(&self) -> Vec<(String, String)> {
        parse_query(std::str::from_utf8(&self.body).unwrap())
    }

    /// The parts of a multipart body, as the parser of axum reads them.
    pub(crate) async fn parts(&self) -> Vec<Part> {
        let request = Request::builder()
            .method("POST")
            .header("Content-Type", self.header("Content-Type").unwrap())
            .body(Body::from(self.body.clone()))
            .unwrap();
        let mut multipart = Multipart::from_request(request, &()).await.unwrap();
        let mut parts = Vec::new();
        while let Some(field) = multipart.next_field().await.unwrap() {
            parts.push(Part {
                name: field.name().unwrap().to_owned(),
                file_name: field.file_name().map(str::to_owned),
                content_type: field.content_type().map(str::to_owned),
                bytes: field.bytes().await.unwrap().to_vec(),
            });
        }
        parts
    }
}

pub(crate) struct Stub {
    url: String,
    calls: Arc<Mutex<Vec<Received>>>,
}

impl Stub {
    /// A stub that answers JSON with status 200.
    pub(crate) async fn answering(body: impl ToString) -> Self {
        Self::with(200, "application/json", body).await
    }

    /// A stub that answers with this status and content type.
    pub(crate) async fn with(status: u16, content_type: &str, body: impl ToString) -> Self {
        let told = Told {
            status,
            content_type: content_type.to_owned(),
            body: body.to_string(),
        };
        let calls = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&calls);
        let router = Router::new().fallback(move |request: Request| {
            let (told, seen) = (told.clone(), Arc::clone(&seen));
            async move {
                let received = receive(request).await;
                seen.lock().unwrap().push(received);
                Response::builder()
                    .status(told.status)
                    .header("Content-Type", told.content_type)
                    .body(Body::from(told.body))
                    .unwrap()
            }
        });
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, calls }
    }

    pub(crate) fn url(&self) -> String {
        self.url.clone()
    }

    /// The calls so far.
    pub(crate) fn calls(&self) -> Vec<Received> {
        self.calls.lock().unwrap().clone()
    }

    /// The only call.
    pub(crate) fn call(&self) -> Received {
        let calls = self.calls();
        assert_eq!(calls.len(), 1);
        calls[0].clone()
    }
}

async fn receive(request: Request) -> Received {
    let (head, body) = request.into_parts();
    let text = |value: &axum::http::HeaderValue| value.to_str().unwrap().to_owned();
    Received {
        method: head.method.to_string(),
        path: head.uri.path().to_owned(),
        query: parse_query(head.uri.query().unwrap_or_default()),
        headers: head
            .headers
            .iter()
            .map(|(name, value)| (name.to_string(), text(value)))
            .collect(),
        body: to_bytes(body, usize::MAX).await.unwrap(),
    }
}
