//! The accept loop.

use std::convert::Infallible;
use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{AcquireError, OwnedSemaphorePermit, Semaphore, mpsc};
use tokio::time::{sleep, timeout};
use tower::ServiceExt as _;

#[cfg(feature = "tls")]
use super::Tls;
use super::pace::{Answer, Pace};

/// Serves `router` on `listener` until `shutdown` is ready, with the defaults of [`Server`].
///
/// ```no_run
/// # async fn example(router: axum::Router, stop: impl Future<Output = ()>) -> std::io::Result<()> {
/// let listener = tokio::net::TcpListener::bind("127.0.0.1:8080").await?;
/// koo_runtime::server::serve(listener, router, stop).await;
/// # Ok(())
/// # }
/// ```
pub async fn serve(listener: TcpListener, router: Router, shutdown: impl Future<Output = ()>) {
    Server::new(listener, router).run(shutdown).await;
}

/// HTTP/1.1 on a socket: behind a proxy that ends TLS or, with the feature `tls`, with TLS of its own.
///
/// Names of headers leave in title case (`Body-Sign`): HTTP says that letter case means nothing there, but not
/// every caller listens.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    router: Router,
    header_timeout: Duration,
    drain: Duration,
    connections: usize,
    #[cfg(feature = "tls")]
    tls: Option<Tls>,
}

impl Server {
    /// Serves `router` on `listener`, with 10 seconds for the head of a request, 30 for a shutdown, and 1024 connections.
    pub fn new(listener: TcpListener, router: Router) -> Self {
        Self {
            listener,
            router,
            header_timeout: Duration::from_secs(10),
            drain: Duration::from_secs(30),
            connections: 1024,
            #[cfg(feature = "tls")]
            tls: None,
        }
    }

    /// Most connections at a time, at least 1; further ones wait in the queue of the system until another ends. A
    /// connection has one request under way, so this bounds the requests as well.
    #[must_use]
    pub fn connections(mut self, most: usize) -> Self {
        self.connections = most.clamp(1, Semaphore::MAX_PERMITS);
        self
    }

    /// Speaks TLS. The handshake has the time that the head of a request has.
    #[cfg(feature = "tls")]
    #[must_use]
    pub fn tls(mut self, tls: Tls) -> Self {
        self.tls = Some(tls);
        self
    }

    /// Time to send the head of a request, from the connection or the last answer on. A connection that needs longer
    /// is closed, and so is one that is idle for as long.
    #[must_use]
    pub fn header_timeout(mut self, timeout: Duration) -> Self {
        self.header_timeout = timeout;
        self
    }

    /// Time that a shutdown gives to requests that are under way and to merchants' code that runs late.
    #[must_use]
    pub fn drain(mut self, timeout: Duration) -> Self {
        self.drain = timeout;
        self
    }

    /// Serves until `shutdown` is ready. Then closes the socket, lets the requests under way finish, waits for
    /// merchants' code that runs late, and returns; at the latest when the drain time is over.
    ///
    /// Never fails: what goes wrong with one connection is that connection's matter.
    pub async fn run(self, shutdown: impl Future<Output = ()>) {
        let mut http = http1::Builder::new();
        http.header_read_timeout(None).title_case_headers(true);
        let connections = GracefulShutdown::new();
        let slots = Arc::new(Semaphore::new(self.connections));
        let (alive, mut ended) = mpsc::channel(1);
        let mut shutdown = pin!(shutdown);
        loop {
            tokio::select! {
                biased;
                () = &mut shutdown => break,
                accepted = accept(&self.listener, &slots) => match accepted {
                    Ok((stream, slot)) => {
                        let connection = Connection {
                            http: http.clone(),
                            router: self.router.clone(),
                            watcher: connections.watcher(),
                            alive: Alive(Arc::new(alive.clone())),
                            patience: self.header_timeout,
                            #[cfg(feature = "tls")]
                            tls: self.tls.clone(),
                            _slot: slot,
                        };
                        tokio::spawn(connection.answer(stream));
                    }
                    Err(error) => recover(&error).await,
                },
            }
        }
        drop((self.listener, alive));
        let drained = timeout(self.drain, async {
            connections.shutdown().await;
            // Nothing is ever sent: this ends when the last sender is gone.
            ended.recv().await;
        });
        if drained.await.is_err() {
            tracing::warn!("shut down with requests still under way");
        }
    }
}

/// A connection once there is a free slot for it.
async fn accept(
    listener: &TcpListener,
    slots: &Arc<Semaphore>,
) -> io::Result<(TcpStream, OwnedSemaphorePermit)> {
    let never_closed = |error: AcquireError| io::Error::other(error);
    let slot = Arc::clone(slots)
        .acquire_owned()
        .await
        .map_err(never_closed)?;
    let (stream, _) = listener.accept().await?;
    Ok((stream, slot))
}

/// What one connection needs.
struct Connection {
    http: http1::Builder,
    router: Router,
    watcher: Watcher,
    alive: Alive,
    /// Time for the head of a request, and for the handshake.
    patience: Duration,
    #[cfg(feature = "tls")]
    tls: Option<Tls>,
    _slot: OwnedSemaphorePermit,
}

impl Connection {
    /// Answers what comes over a socket.
    async fn answer(self, stream: TcpStream) {
        // Answers are small and awaited. Without the option they are only slower.
        let _ = stream.set_nodelay(true);
        #[cfg(feature = "tls")]
        if let Some(tls) = &self.tls {
            match timeout(self.patience, tls.accept(stream)).await {
                Ok(Ok(stream)) => self.serve(stream).await,
                Ok(Err(error)) => tracing::debug!(%error, "no TLS with a caller"),
                Err(_) => tracing::debug!("a caller was too slow for TLS"),
            }
            return;
        }
        self.serve(stream).await;
    }

    async fn serve(self, stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static) {
        let Self { router, alive, .. } = self;
        let waiting = Arc::new(Pace::new());
        let pace = Arc::clone(&waiting);
        let service = hyper::service::service_fn(move |request: hyper::Request<_>| {
            pace.begin();
            let pace = Arc::clone(&pace);
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(alive.clone());
            let response = router.clone().oneshot(request);
            async { Ok::<_, Infallible>(response.await?.map(|body| Answer { body, pace })) }
        });
        let connection = self.http.serve_connection(TokioIo::new(stream), service);
        tokio::select! {
            biased;
            ended = self.watcher.watch(connection) => if let Err(error) = ended {
                tracing::debug!(%error, "connection ended early");
            },
            () = waiting.ends_after(self.patience) => {
                tracing::debug!("a caller sent no request, or was too slow for it");
            }
        }
    }
}

/// Held by everything that a shutdown waits for. Calls of one connection share one sender: of the channel itself, all
/// processors would have to agree on the count.
#[derive(Debug, Clone)]
pub(super) struct Alive(
    #[allow(dead_code, reason = "only its end counts")] Arc<mpsc::Sender<Infallible>>,
);

/// Goes on after a failure to accept. That of a single connection needs nothing; a shortage, such as of file
/// descriptors, needs time.
async fn recover(error: &io::Error) {
    let single = matches!(
        error.kind(),
        io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::Interrupted
    );
    if !single {
        tracing::error!(%error, "cannot accept connections, trying again");
        sleep(Duration::from_millis(100)).await;
    }
}
