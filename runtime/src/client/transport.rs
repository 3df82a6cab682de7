//! One call over the network, as it is.

use std::time::Duration;

use http_body_util::BodyExt as _;
use reqwest::header::{HeaderName, HeaderValue};
use reqwest::{Method, multipart, redirect, retry};

use crate::answer::Answer;

/// Most bytes of an answer that are read.
const ANSWER_LIMIT: usize = 16 * 1024 * 1024;

/// Sends calls as they are: follows no redirect and adds nothing that a signature could cover. Keeps
/// connections open between calls.
#[derive(Debug, Clone)]
pub struct Client {
    http: reqwest::Client,
}

/// A call to send.
#[derive(Clone, Copy)]
pub struct Outgoing<'a> {
    /// HTTP method.
    pub method: &'a str,
    /// Address, with the query.
    pub url: &'a str,
    /// Headers.
    pub headers: &'a [(String, String)],
    /// Body, byte for byte.
    pub body: &'a [u8],
}

impl Client {
    /// A client that waits at most `timeout` for an answer, counted from the connection to the last byte.
    ///
    /// # Errors
    /// [`ClientError::Setup`] if TLS cannot be set up.
    pub fn new(timeout: Duration) -> Result<Self, ClientError> {
        Self::with_timeouts(timeout, timeout)
    }

    /// As [`Client::new`], and gives up a connection that is not there after `connect`.
    ///
    /// # Errors
    /// As [`Client::new`].
    pub fn with_timeouts(connect: Duration, timeout: Duration) -> Result<Self, ClientError> {
        let http = reqwest::Client::builder()
            .connect_timeout(connect)
            .timeout(timeout)
            .redirect(redirect::Policy::none())
            // Whether a call may be repeated is decided where its contract is known.
            .retry(retry::never())
            .build()
            .map_err(|error| ClientError::Setup(error.without_url()))?;
        Ok(Self { http })
    }

    /// The content type and the bytes of a multipart body, which a signature may have to cover.
    pub(super) async fn multipart(
        &self,
        form: multipart::Form,
    ) -> Result<(String, Vec<u8>), ClientError> {
        let content_type = format!("multipart/form-data; boundary={}", form.boundary());
        // The address is of no account: nothing is sent.
        let request = self.http.post("http://localhost").multipart(form).build();
        let mut request = request.map_err(|_| ClientError::Call("body"))?;
        let body = request.body_mut().take().unwrap_or_default();
        let body = body
            .collect()
            .await
            .map_err(|_| ClientError::Call("body"))?;
        Ok((content_type, body.to_bytes().to_vec()))
    }

    /// Sends the call and reads the answer, whatever its status.
    ///
    /// # Errors
    /// [`ClientError`] if the call cannot be sent, or no complete answer comes back.
    pub async fn send(&self, call: Outgoing<'_>) -> Result<Answer, ClientError> {
        let failed = |error: reqwest::Error| ClientError::Network(error.without_url());
        let method: Method = call
            .method
            .parse()
            .map_err(|_| ClientError::Call("method"))?;
        let mut request = self.http.request(method, call.url);
        for (name, value) in call.headers {
            let name: HeaderName = name.parse().map_err(|_| ClientError::Call("headers"))?;
            let value: HeaderValue = value.parse().map_err(|_| ClientError::Call("headers"))?;
            request = request.header(name, value);
        }
        let mut response = request
            .body(call.body.to_vec())
            .send()
            .await
            .map_err(failed)?;
        let status = response.status().as_u16();
        let headers = response
            .headers()
            .iter()
            .filter_map(|(name, value)| {
                let value = std::str::from_utf8(value.as_bytes()).ok()?;
                Some((name.as_str().to_owned(), value.to_owned()))
            })
            .collect();
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(failed)? {
            if body.len() + chunk.len() > ANSWER_LIMIT {
                return Err(ClientError::AnswerTooLong);
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Answer {
            status,
            headers,
            body,
        })
    }
}

/// Why a call got no answer. Shows no address: its query is signed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ClientError {
    /// The client cannot be set up.
    #[error("the HTTP client cannot be set up")]
    Setup(#[source] reqwest::Error),
    /// The named part of the call is nothing HTTP can carry.
    #[error("the {0} of the call cannot be sent")]
    Call(&'static str),
    /// The call was not sent, or not answered.
    #[error("no answer")]
    Network(#[source] reqwest::Error),
    /// The answer has more than 16 MiB.
    #[error("the answer is too long")]
    AnswerTooLong,
}

impl ClientError {
    /// Whether the call certainly did not reach the other side: there was no connection to send it on.
    pub fn is_unsent(&self) -> bool {
        match self {
            Self::Setup(_) | Self::Call(_) => true,
            Self::Network(error) => error.is_connect() || error.is_builder(),
            Self::AnswerTooLong => false,
        }
    }

    /// Whether another try may go better.
    pub(super) fn is_passing(&self) -> bool {
        matches!(self, Self::Network(error) if !error.is_builder())
    }
}
