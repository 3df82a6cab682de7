//! Reads captures.

mod curl;
mod har;
mod http;
mod shell;

use crate::Capture;

/// Longest capture that is read, in bytes.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// The forms a capture may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A curl command, as browsers copy it.
    Curl,
    /// The text of an HTTP/1.1 message, or of a request and its reply after one another.
    Http,
    /// An HTTP archive.
    Har,
}

/// Why a capture cannot be read. Shows nothing of its contents.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CaptureError {
    /// Nothing is there.
    #[error("the capture is empty")]
    Empty,
    /// More than [`MAX_BYTES`].
    #[error("the capture has more than 64 MiB")]
    TooLong,
    /// It is not what it looks like.
    #[error("line {line}: this is no {form}: {problem}")]
    Malformed {
        /// Line, from 1.
        line: usize,
        /// What was expected.
        form: &'static str,
        /// What is wrong.
        problem: String,
    },
    /// It is well-formed, but holds no call.
    #[error("the capture holds no call")]
    NoCall,
}

/// The form a capture seems to have.
pub fn form(capture: &[u8]) -> Form {
    let text = capture.trim_ascii_start();
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    // A shell's prompt is copied along with the command now and then.
    let command = text.strip_prefix(b"$ ").unwrap_or(text);
    if text.starts_with(b"{") {
        Form::Har
    } else if command.starts_with(b"curl") {
        Form::Curl
    } else {
        Form::Http
    }
}

/// Reads a capture in whatever form it has: one call, or those of an archive.
///
/// ```
/// let calls = koo_calls::read::read(br"curl -X POST 'https://example.com/saas?nonce=1' -d '{}'")?;
/// let request = calls[0].request.as_ref();
/// assert_eq!(request.map(|request| request.url()), Some("https://example.com/saas?nonce=1".to_owned()));
/// # Ok::<(), koo_calls::read::CaptureError>(())
/// ```
///
/// # Errors
///
/// [`CaptureError`] says where the capture breaks off being one.
pub fn read(capture: &[u8]) -> Result<Vec<Capture>, CaptureError> {
    if capture.len() > MAX_BYTES {
        return Err(CaptureError::TooLong);
    }
    if capture.trim_ascii().is_empty() {
        return Err(CaptureError::Empty);
    }
    match form(capture) {
        Form::Curl => curl::read(capture).map(|request| {
            vec![Capture {
                request: Some(request),
                reply: None,
            }]
        }),
        Form::Http => http::read(capture).map(|capture| vec![capture]),
        Form::Har => har::read(capture),
    }
}

/// The line, from 1, in which a byte stands.
fn line_of(text: &[u8], at: usize) -> usize {
    let before = text.get(..at).unwrap_or(text);
    before.split(|byte| *byte == b'\n').count()
}
