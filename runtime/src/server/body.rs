//! Reading a body within limits.

use axum::body::Body;
use bytes::{Bytes, BytesMut};
use http_body_util::BodyExt as _;

/// How many times the limit is read and thrown away, so that the sender is done and can read the answer.
const DRAINED: usize = 16;

/// Why there is no body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BodyError {
    /// Longer than the limit.
    TooLong,
    /// The connection failed, or broke the rules of HTTP.
    Broken,
}

/// Reads the body if it has at most `limit` bytes.
pub(super) async fn read(mut body: Body, limit: usize) -> Result<Bytes, BodyError> {
    let mut read = Bytes::new();
    let mut length = 0_usize;
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(|_| BodyError::Broken)?.into_data() else {
            // Trailers mean nothing here.
            continue;
        };
        length = length.saturating_add(data.len());
        if length <= limit {
            read = joined(read, data);
        } else if length / DRAINED <= limit {
            read = Bytes::new();
        } else {
            break;
        }
    }
    if length <= limit {
        Ok(read)
    } else {
        Err(BodyError::TooLong)
    }
}

/// The bytes read so far with more behind them. What comes in one piece is not copied.
fn joined(read: Bytes, data: Bytes) -> Bytes {
    if read.is_empty() {
        return data;
    }
    let mut joined = BytesMut::from(read);
    joined.extend_from_slice(&data);
    joined.freeze()
}
