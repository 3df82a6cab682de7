//! The mock on a socket.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt as _, Limited};
use hyper::body::{Body, Frame, SizeHint};
use hyper::header::{CONTENT_LENGTH, HeaderName, HeaderValue};
use hyper::server::conn::http1;
use hyper::{Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use koo_calls::Request;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};

use super::{Answer, Delivery, Handled, Mock};

/// How long the first half of a truncated answer has for getting out.
const BEFORE_THE_CUT: Duration = Duration::from_millis(20);

/// Bounds of a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Most bytes of a body.
    pub body: usize,
    /// Most connections at a time; others wait.
    pub connections: usize,
    /// Time to send a head, and then a body.
    pub reading: Duration,
    /// Time that a shutdown gives to calls under way.
    pub drain: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body: 16 * 1024 * 1024,
            connections: 256,
            reading: Duration::from_secs(30),
            drain: Duration::from_secs(5),
        }
    }
}

/// The connection is closed without an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("closed on request")]
pub struct Closed;

/// Serves `handler` on HTTP/1.1 until `shutdown` is ready; then lets calls under way finish, as long as the limits say.
pub async fn serve<H, F, B>(
    listener: TcpListener,
    limits: Limits,
    handler: H,
    shutdown: impl Future<Output = ()>,
) where
    H: Fn(hyper::Request<hyper::body::Incoming>) -> F + Clone + Send + Sync + 'static,
    F: Future<Output = Result<Response<B>, Closed>> + Send + 'static,
    B: Body<Data = Bytes> + Send + 'static,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(limits.reading)
        .title_case_headers(true);
    let permits = Arc::new(Semaphore::new(limits.connections.max(1)));
    let connections = GracefulShutdown::new();
    let mut shutdown = std::pin::pin!(shutdown);
    loop {
        let accepted = async {
            // The semaphore is never closed.
            let permit = Arc::clone(&permits).acquire_owned().await.ok();
            (permit, listener.accept().await)
        };
        tokio::select! {
            biased;
            () = &mut shutdown => break,
            (permit, accepted) = accepted => match accepted {
                Ok((stream, _)) => connect(stream, permit, &http, &connections, handler.clone()),
                // A shortage, such as of file descriptors, needs time.
                Err(_) => sleep(Duration::from_millis(50)).await,
            },
        }
    }
    drop(listener);
    // What is not done by then is cut off.
    let _ = timeout(limits.drain, connections.shutdown()).await;
}

/// Serves one connection in a task of its own.
fn connect<H, F, B>(
    stream: TcpStream,
    permit: Option<OwnedSemaphorePermit>,
    http: &http1::Builder,
    connections: &GracefulShutdown,
    handler: H,
) where
    H: Fn(hyper::Request<hyper::body::Incoming>) -> F + Clone + Send + Sync + 'static,
    F: Future<Output = Result<Response<B>, Closed>> + Send + 'static,
    B: Body<Data = Bytes> + Send + 'static,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    // Answers are small and awaited. Without the option they are only slower.
    let _ = stream.set_nodelay(true);
    let service = hyper::service::service_fn(handler);
    let connection = http.serve_connection(TokioIo::new(stream), service);
    let connection = connections.watch(connection);
    tokio::spawn(async move {
        // How a connection ends is its own matter; often it was closed on request.
        let _ = connection.await;
        drop(permit);
    });
}

impl Mock {
    /// Answers one HTTP request.
    ///
    /// # Errors
    /// [`Closed`] if the fault was asked for that no answer arrives.
    pub async fn handle<B>(
        self: Arc<Self>,
        request: hyper::Request<B>,
        limits: Limits,
    ) -> Result<Response<AnswerBody>, Closed>
    where
        B: Body<Data = Bytes> + Send,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let request = match read(request, limits).await {
            Ok(request) => request,
            Err((status, reason)) => return Ok(respond(Answer::text(status, reason), false)),
        };
        let Handled {
            answer,
            delivery,
            latency,
        } = self.answer(request).await;
        if !latency.is_zero() {
            sleep(latency).await;
        }
        match delivery {
            Delivery::Whole => Ok(respond(answer, false)),
            Delivery::Truncated => Ok(respond(answer, true)),
            Delivery::Never => Err(Closed),
        }
    }
}

/// Reads all of a request, or says with which status it is turned away.
async fn read<B>(request: hyper::Request<B>, limits: Limits) -> Result<Request, (u16, &'static str)>
where
    B: Body<Data = Bytes> + Send,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let (parts, body) = request.into_parts();
    let body = Limited::new(body, limits.body).collect();
    let body = match timeout(limits.reading, body).await {
        Ok(Ok(body)) => body.to_bytes(),
        Ok(Err(error)) if error.is::<http_body_util::LengthLimitError>() => {
            return Err((413, "the body is too long"));
        }
        Ok(Err(_)) => return Err((400, "the body cannot be read")),
        Err(_) => return Err((408, "the body takes too long")),
    };
    let headers = parts.headers.iter().filter_map(|(name, value)| {
        let value = std::str::from_utf8(value.as_bytes()).ok()?;
        Some((name.as_str().to_owned(), value.to_owned()))
    });
    Ok(Request {
        method: parts.method.as_str().to_owned(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        headers: headers.collect(),
        body: body.into(),
        ..Request::default()
    })
}

fn respond(answer: Answer, truncated: bool) -> Response<AnswerBody> {
    let length = answer.body.len();
    let body = if truncated {
        AnswerBody::half(&answer.body)
    } else {
        AnswerBody::from(answer.body)
    };
    let mut response = Response::new(body);
    let status = StatusCode::from_u16(answer.status);
    *response.status_mut() = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    for (name, value) in &answer.headers {
        let name = HeaderName::try_from(name.as_str());
        if let (Ok(name), Ok(value)) = (name, HeaderValue::try_from(value.as_str())) {
            headers.append(name, value);
        }
    }
    if truncated {
        headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    }
    response
}

/// The body of an answer, which may end too early.
#[derive(Debug)]
pub struct AnswerBody {
    rest: Option<Bytes>,
    cut: Option<Pin<Box<tokio::time::Sleep>>>,
}

impl AnswerBody {
    fn half(body: &Bytes) -> Self {
        Self {
            rest: Some(body.slice(..body.len() / 2)),
            cut: Some(Box::pin(sleep(BEFORE_THE_CUT))),
        }
    }
}

impl From<Bytes> for AnswerBody {
    fn from(body: Bytes) -> Self {
        Self {
            rest: (!body.is_empty()).then_some(body),
            cut: None,
        }
    }
}

impl Body for AnswerBody {
    type Data = Bytes;
    type Error = Closed;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Closed>>> {
        if let Some(rest) = self.rest.take() {
            return Poll::Ready(Some(Ok(Frame::data(rest))));
        }
        match &mut self.cut {
            Some(cut) => cut.as_mut().poll(context).map(|()| Some(Err(Closed))),
            None => Poll::Ready(None),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_none() && self.cut.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        match (&self.rest, &self.cut) {
            (rest, None) => {
                let length = rest.as_ref().map_or(0, Bytes::len);
                SizeHint::with_exact(length.try_into().unwrap_or(u64::MAX))
            }
            _ => SizeHint::default(),
        }
    }
}
