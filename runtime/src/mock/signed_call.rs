//! One signed call, ready to be sent.

use std::fmt;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

use super::{Answer, CallError};

/// A call with its signature. Nothing in it changes any more, except on purpose.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SignedCall {
    /// HTTP method.
    pub method: String,
    /// Path and query, encoded.
    pub path_and_query: String,
    /// Headers, names as the scheme spells them.
    pub headers: Vec<(String, String)>,
    /// Body, byte for byte.
    pub body: Vec<u8>,
}

impl SignedCall {
    /// The same call once more, to the byte, as somebody who recorded it would send it.
    #[must_use]
    pub fn replayed(&self) -> Self {
        self.clone()
    }

    /// The call with one bit of its body flipped after signing; with an empty body, one byte is added.
    #[must_use]
    pub fn tampered(mut self) -> Self {
        let middle = self.body.len() / 2;
        match self.body.get_mut(middle) {
            Some(byte) => *byte ^= 1,
            None => self.body.push(b' '),
        }
        self
    }

    /// Sends the call to `router`, without a network.
    ///
    /// # Errors
    /// [`CallError::Http`] and [`CallError::Answer`].
    pub async fn send(&self, router: Router) -> Result<Answer, CallError> {
        let mut request = Request::builder()
            .method(self.method.as_str())
            .uri(&self.path_and_query);
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let request = request
            .body(Body::from(self.body.clone()))
            .map_err(|_| CallError::Http)?;
        let response = match router.oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        };
        let (parts, body) = response.into_parts();
        let headers = parts
            .headers
            .iter()
            .filter_map(|(name, value)| {
                let value = std::str::from_utf8(value.as_bytes()).ok()?;
                Some((name.as_str().to_owned(), value.to_owned()))
            })
            .collect();
        let body = body.collect().await.map_err(|_| CallError::Answer)?;
        Ok(Answer {
            status: parts.status.as_u16(),
            headers,
            body: body.to_bytes().to_vec(),
        })
    }

    /// Sends the call to the server at `base_url`, such as `http://127.0.0.1:8080`, and waits at most 30 seconds.
    ///
    /// # Errors
    /// [`CallError::Client`].
    #[cfg(feature = "client")]
    pub async fn post(&self, base_url: &str) -> Result<Answer, CallError> {
        let client = crate::client::Client::new(std::time::Duration::from_secs(30))?;
        let url = format!("{}{}", base_url.trim_end_matches('/'), self.path_and_query);
        let call = crate::client::Outgoing {
            method: &self.method,
            url: &url,
            headers: &self.headers,
            body: &self.body,
        };
        Ok(client.send(call).await?)
    }
}

/// Shows no query, no header and no body: they hold signatures and customers' data.
impl fmt::Debug for SignedCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path_and_query.split('?').next().unwrap_or_default();
        f.debug_struct("SignedCall")
            .field("method", &self.method)
            .field("path", &path)
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}
