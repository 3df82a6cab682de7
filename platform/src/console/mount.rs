//! The page beside a mock, on one socket.

use std::pin::Pin;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use hyper::body::Incoming;
use hyper::{Request, Response};
use tower::ServiceExt as _;

use super::{Console, PREFIX};
use crate::mock::Mock;
use crate::mock::serve::{Closed, Limits};

/// What becomes of a request.
type Answered = Pin<Box<dyn Future<Output = Result<Response<Body>, Closed>> + Send>>;

impl Console {
    /// A handler for [`serve`](crate::mock::serve::serve): what the mock serves is the mock's, then comes the page, and
    /// all else is the mock's again.
    pub fn beside(
        self,
        mock: Arc<Mock>,
        limits: Limits,
    ) -> impl Fn(Request<Incoming>) -> Answered + Clone + Send + Sync + 'static {
        let router = self.router();
        move |request| {
            let (router, mock) = (router.clone(), Arc::clone(&mock));
            Box::pin(async move {
                let path = request.uri().path();
                if is_own(path) && !mock.serves(path) {
                    return Ok(page(router, request).await);
                }
                let answer = mock.handle(request, limits).await?;
                Ok(answer.map(Body::new))
            })
        }
    }
}

async fn page(router: Router, request: Request<Incoming>) -> Response<Body> {
    match router.oneshot(request.map(Body::new)).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}

fn is_own(path: &str) -> bool {
    let below = path.strip_prefix(PREFIX);
    path == "/" || below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
