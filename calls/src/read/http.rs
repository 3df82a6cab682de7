//! The text of HTTP/1.1 messages, as proxies and logs show it.

use super::{CaptureError, line_of};
use crate::call::header;
use crate::{Capture, Reply, Request};

const MAX_HEADERS: usize = 256;

/// A request, a reply, or a request with its reply behind it.
pub(super) fn read(text: &[u8]) -> Result<Capture, CaptureError> {
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    let start = text.len() - text.trim_ascii_start().len();
    let mut at = start;
    let mut capture = Capture::default();
    if is_reply(text.get(at..).unwrap_or_default()) {
        capture.reply = Some(reply(text, at)?);
        return Ok(capture);
    }
    let (mut request, end) = request(text, at)?;
    let body = text.get(end..).unwrap_or_default();
    // A length tells the body from the reply behind it; without one a status line does.
    let length = content_length(&request.headers).or_else(|| status_line(body));
    let length = length.unwrap_or(body.len()).min(body.len());
    request.body = body.get(..length).unwrap_or_default().to_vec();
    capture.request = Some(request);
    at = end + length;
    let rest = text.get(at..).unwrap_or_default();
    at += rest.len() - rest.trim_ascii_start().len();
    if is_reply(text.get(at..).unwrap_or_default()) {
        capture.reply = Some(reply(text, at)?);
    }
    Ok(capture)
}

fn is_reply(text: &[u8]) -> bool {
    text.starts_with(b"HTTP/")
}

/// Where a line begins that starts a reply.
fn status_line(body: &[u8]) -> Option<usize> {
    let at = body.windows(8).position(|window| window == b"\nHTTP/1.")?;
    Some(at + 1)
}

fn request(text: &[u8], from: usize) -> Result<(Request, usize), CaptureError> {
    let mut space = [httparse::EMPTY_HEADER; MAX_HEADERS];
    let mut parsed = httparse::Request::new(&mut space);
    let message = with_end(text.get(from..).unwrap_or_default());
    let end = complete(parsed.parse(&message), text, from, "HTTP request")?;
    let mut request = Request::default();
    request.set_url(parsed.path.unwrap_or("/"));
    parsed
        .method
        .unwrap_or_default()
        .clone_into(&mut request.method);
    request.headers = headers(parsed.headers);
    if request.origin.is_empty()
        && let Some(host) = header(&request.headers, "host")
    {
        request.origin = format!("https://{host}");
    }
    Ok((request, from + end))
}

fn reply(text: &[u8], from: usize) -> Result<Reply, CaptureError> {
    let mut space = [httparse::EMPTY_HEADER; MAX_HEADERS];
    let mut parsed = httparse::Response::new(&mut space);
    let message = with_end(text.get(from..).unwrap_or_default());
    let end = complete(parsed.parse(&message), text, from, "HTTP reply")?;
    let headers = headers(parsed.headers);
    let body = text.get(from + end..).unwrap_or_default();
    let length = content_length(&headers)
        .unwrap_or(body.len())
        .min(body.len());
    Ok(Reply {
        status: parsed.code.unwrap_or_default(),
        headers,
        body: body.get(..length).unwrap_or_default().to_vec(),
    })
}

/// A message without a body may lack the empty line that ends its headers.
fn with_end(message: &[u8]) -> Vec<u8> {
    let mut message = message.to_vec();
    message.extend_from_slice(b"\r\n\r\n");
    message
}

fn complete(
    parsed: Result<httparse::Status<usize>, httparse::Error>,
    text: &[u8],
    from: usize,
    form: &'static str,
) -> Result<usize, CaptureError> {
    let problem = match parsed {
        Ok(httparse::Status::Complete(end)) => return Ok(end),
        Ok(httparse::Status::Partial) => "it breaks off before the empty line".to_owned(),
        Err(error) => error.to_string(),
    };
    Err(CaptureError::Malformed {
        line: line_of(text, from),
        form,
        problem,
    })
}

fn headers(parsed: &[httparse::Header<'_>]) -> Vec<(String, String)> {
    parsed
        .iter()
        .map(|header| {
            let value = String::from_utf8_lossy(header.value);
            (header.name.to_owned(), value.into_owned())
        })
        .collect()
}

fn content_length(headers: &[(String, String)]) -> Option<usize> {
    header(headers, "content-length")?.trim().parse().ok()
}
