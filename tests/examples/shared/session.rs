//! Calls a merchant, and holds each answer against what is expected.

use std::time::{Duration, Instant};

use koogallery::runtime::Secret;
use koogallery::runtime::client::{Answer, Client, ClientError, Outgoing};
use koogallery::runtime::mock::SignedCall;
use koogallery::saas_v2::BodySign;
use koogallery::saas_v2::mock::{Platform, platform};
use serde_json::Value;

/// The platform in conversation with one merchant.
pub(crate) struct Session {
    /// Signs the calls.
    pub(crate) platform: Platform,
    client: Client,
    /// Scheme, host and port.
    host: String,
    reply_scheme: BodySign,
    replies_must_be_signed: bool,
    calls: usize,
    failed: usize,
}

/// What an answer has to be.
pub(crate) struct Expected<'a> {
    /// In words.
    pub(crate) what: &'a str,
    /// Result code.
    pub(crate) code: &'a str,
    /// JSON pointer, and the text that has to stand there.
    pub(crate) member: Option<(&'a str, &'a str)>,
}

impl Session {
    /// A session with the merchant at `url`.
    pub(crate) fn new(
        url: &str,
        key: &Secret,
        replies_must_be_signed: bool,
    ) -> Result<Self, ClientError> {
        // The path is the first slash that is not part of `://`.
        let start = url.find("://").map_or(0, |at| at + "://".len());
        let rest = url.get(start..).unwrap_or_default();
        let path = rest.find('/').map_or(url.len(), |at| start + at);
        let (host, path) = url.split_at(path);
        Ok(Self {
            platform: platform(key.clone()).path(if path.is_empty() { "/" } else { path }),
            client: Client::new(Duration::from_secs(10))?,
            host: host.to_owned(),
            reply_scheme: BodySign::new(key.clone()),
            replies_must_be_signed,
            calls: 0,
            failed: 0,
        })
    }

    /// Sends a call, prints what came of it, and returns the answer.
    pub(crate) async fn send(
        &mut self,
        interface: &str,
        call: &SignedCall,
        expected: Expected<'_>,
    ) -> Value {
        let start = Instant::now();
        let url = format!("{}{}", self.host, call.path_and_query);
        let sent = self.client.send(Outgoing {
            method: &call.method,
            url: &url,
            headers: &call.headers,
            body: &call.body,
        });
        let (body, problem) = match sent.await {
            Ok(answer) => self.judge(&answer, &expected),
            Err(error) => (Value::Null, Some(error.to_string())),
        };
        let milliseconds = start.elapsed().as_secs_f64() * 1000.0;
        let verdict = if problem.is_none() { "ok" } else { "FAIL" };
        let code = text(&body, "/resultCode").unwrap_or("none");
        let what = expected.what;
        println!("{verdict:<4}  {interface:<20}  {what:<42}  {code:<6}  {milliseconds:>6.1} ms");
        if let Some(problem) = problem {
            println!("      {problem}");
            self.failed += 1;
        }
        self.calls += 1;
        body
    }

    /// The body of the answer, and the first thing that is wrong with it.
    fn judge(&self, answer: &Answer, expected: &Expected<'_>) -> (Value, Option<String>) {
        let Ok(body) = answer.json() else {
            return (Value::Null, Some("the body is no JSON".to_owned()));
        };
        let problem = self.problem(answer, &body, expected);
        (body, problem)
    }

    fn problem(&self, answer: &Answer, body: &Value, expected: &Expected<'_>) -> Option<String> {
        if answer.status != 200 {
            return Some(format!("HTTP status {}, expected 200", answer.status));
        }
        if answer.header("content-type") != Some("application/json") {
            return Some("the content type is not application/json".to_owned());
        }
        if text(body, "/resultMsg").is_none_or(str::is_empty) {
            return Some("there is no resultMsg".to_owned());
        }
        if (self.replies_must_be_signed || answer.header("Body-Sign").is_some())
            && let Err(error) = answer.verify(&self.reply_scheme)
        {
            return Some(format!("signature of the reply: {error}"));
        }
        let code = text(body, "/resultCode");
        if code != Some(expected.code) {
            return Some(format!("expected the result code {}", expected.code));
        }
        let (pointer, value) = expected.member?;
        (text(body, pointer) != Some(value)).then(|| format!("expected another value at {pointer}"))
    }

    /// Prints the result, and tells how many answers were wrong.
    pub(crate) fn finish(self) -> usize {
        match self.failed {
            0 => println!("{} calls, all answered as expected", self.calls),
            failed => println!("{failed} of {} calls not answered as expected", self.calls),
        }
        self.failed
    }
}

fn text<'v>(body: &'v Value, pointer: &str) -> Option<&'v str> {
    body.pointer(pointer).and_then(Value::as_str)
}
