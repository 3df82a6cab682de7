//! Writes calls for people and programs.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::Request;

/// A curl command, one option a line.
///
/// ```
/// let mut request = koo_calls::Request { method: "POST".to_owned(), body: b"it's".to_vec(), ..Default::default() };
/// request.set_url("https://example.com/saas?a=1");
/// assert_eq!(
///     koo_calls::write::curl(&request),
///     "curl -X POST 'https://example.com/saas?a=1' \\\n  --data-raw 'it'\\''s'\n",
/// );
/// ```
pub fn curl(request: &Request) -> String {
    let mut command = format!("curl -X {} {}", request.method, quoted(&request.url()));
    for (name, value) in &request.headers {
        // curl writes the host of the address itself.
        let is_own =
            name.eq_ignore_ascii_case("host") && request.authority() == Some(value.as_str());
        if !is_own {
            let _ = write!(command, " \\\n  -H {}", quoted(&format!("{name}: {value}")));
        }
    }
    if !request.body.is_empty() {
        let body = String::from_utf8_lossy(&request.body);
        let _ = write!(command, " \\\n  --data-raw {}", quoted(&body));
    }
    command.push('\n');
    command
}

/// A word no shell changes.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', r"'\''"))
}

/// The text of an HTTP/1.1 request, with CRLF line ends.
pub fn http(request: &Request) -> Vec<u8> {
    let separator = if request.query.is_empty() { "" } else { "?" };
    let mut head = format!(
        "{} {}{separator}{} HTTP/1.1\r\n",
        request.method, request.path, request.query
    );
    let has = |name: &str| crate::call::header(&request.headers, name).is_some();
    if let (false, Some(host)) = (has("host"), request.authority()) {
        let _ = write!(head, "Host: {host}\r\n");
    }
    for (name, value) in &request.headers {
        let _ = write!(head, "{name}: {value}\r\n");
    }
    if !has("content-length") && !request.body.is_empty() {
        let _ = write!(head, "Content-Length: {}\r\n", request.body.len());
    }
    head.push_str("\r\n");
    [head.as_bytes(), &request.body].concat()
}

/// The request as JSON: `method`, `url`, `headers` as pairs, `body` as text.
pub fn json(request: &Request) -> Value {
    json!({
        "method": request.method,
        "url": request.url(),
        "headers": request.headers,
        "body": String::from_utf8_lossy(&request.body),
    })
}
