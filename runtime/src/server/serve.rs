//! The accept loop.

use std::convert::Infallible;
use std::io;
use std::pin::pin;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};
use tower::ServiceExt as _;

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

/// HTTP/1.1 on a socket, for behind a proxy that ends TLS.
///
/// Names of headers leave in title case (`Body-Sign`): HTTP says that letter case means nothing there, but not
/// every caller listens.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    router: Router,
    header_timeout: Duration,
    drain: Duration,
}

impl Server {
    /// Serves `router` on `listener`, with 10 seconds for the head of a request and 30 for a shutdown.
    pub fn new(listener: TcpListener, router: Router) -> Self {
        Self {
            listener,
            router,
            header_timeout: Duration::from_secs(10),
            drain: Duration::from_secs(30),
        }
    }

    /// Time to send the head of a request. A connection that needs longer is closed.
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
        http.timer(TokioTimer::new())
            .header_read_timeout(self.header_timeout)
            .title_case_headers(true);
        let connections = GracefulShutdown::new();
        let (alive, mut ended) = mpsc::channel(1);
        let alive = Alive(alive);
        let mut shutdown = pin!(shutdown);
        loop {
            tokio::select! {
                biased;
                () = &mut shutdown => break,
                accepted = self.listener.accept() => match accepted {
                    Ok((stream, _)) => self.connect(stream, &http, &connections, &alive),
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

    /// Serves one connection in a task of its own.
    fn connect(
        &self,
        stream: TcpStream,
        http: &http1::Builder,
        connections: &GracefulShutdown,
        alive: &Alive,
    ) {
        // Answers are small and awaited. Without the option they are only slower.
        let _ = stream.set_nodelay(true);
        let (router, alive) = (self.router.clone(), alive.clone());
        let service = hyper::service::service_fn(move |request: hyper::Request<_>| {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(alive.clone());
            router.clone().oneshot(request)
        });
        let connection = http.serve_connection(TokioIo::new(stream), service);
        let connection = connections.watch(connection);
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "connection ended early");
            }
        });
    }
}

/// Held by everything that a shutdown waits for.
#[derive(Debug, Clone)]
pub(super) struct Alive(
    #[allow(dead_code, reason = "only its end counts")] mpsc::Sender<Infallible>,
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
