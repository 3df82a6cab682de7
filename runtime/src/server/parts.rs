//! The parts of a multipart body.

use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use bytes::Bytes;
use http_body_util::{BodyDataStream, Full};

use super::parameters::Unreadable;
use crate::lenient::Part;

/// Reads the parts; those called as in `binary` as bytes, those as in `json` as JSON, all others as text.
pub(super) async fn read(
    headers: &HeaderMap,
    body: Bytes,
    binary: &[&str],
    json: &[&str],
) -> Result<Vec<(String, Part)>, Unreadable> {
    let content_type = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let boundary =
        multer::parse_boundary(content_type).map_err(|_| "the body is not multipart/form-data")?;
    let stream: BodyDataStream<Full<Bytes>> = BodyDataStream::new(Full::new(body));
    let mut multipart = multer::Multipart::new(stream, boundary);
    let mut parts = Vec::new();
    let broken = |_| "the parts of the body cannot be read";
    while let Some(field) = multipart.next_field().await.map_err(broken)? {
        let name = field.name().unwrap_or_default().to_owned();
        let content = field.bytes().await.map_err(broken)?;
        let part = if binary.contains(&name.as_str()) {
            Part::Bytes(content)
        } else {
            let text = String::from_utf8(content.into()).map_err(|_| "a part is not text")?;
            if json.contains(&name.as_str()) {
                Part::Json(text)
            } else {
                Part::Text(text)
            }
        };
        parts.push((name, part));
    }
    Ok(parts)
}
