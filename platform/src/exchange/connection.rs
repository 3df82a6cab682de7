//! A connection: requests one after another, each with its reply.

use koo_calls::Reply;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use super::frame::{self, Framing, Head};
use super::{Failure, Limits, Sent};

/// What a connection runs over.
pub(super) trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

/// Bytes read from a connection at once.
const BLOCK: usize = 8 * 1024;

/// An open connection. Time limits are the caller's.
pub struct Connection {
    stream: Box<dyn Stream>,
    limits: Limits,
    /// What was received and not used yet.
    buffer: Vec<u8>,
    is_open: bool,
}

impl Connection {
    pub(super) fn new(stream: Box<dyn Stream>, limits: Limits) -> Self {
        Self {
            stream,
            limits,
            buffer: Vec::new(),
            is_open: true,
        }
    }

    /// Whether another request can be sent.
    pub const fn is_open(&self) -> bool {
        self.is_open
    }

    /// Sends a request and reads its reply; the connection stays open if the server keeps it.
    ///
    /// # Errors
    ///
    /// [`Failure`]; the connection cannot be used afterwards.
    pub async fn send(&mut self, sent: &Sent) -> Result<Reply, Failure> {
        // Set again once the reply is complete: whoever gives up waiting leaves a connection nobody can use.
        self.is_open = false;
        self.write(&frame::write(sent, false)?).await?;
        let (received, keeps) = self.read(&sent.method).await?;
        self.is_open = keeps;
        Ok(received)
    }

    /// Sends a request, asking the server to close, and reads its reply.
    pub(super) async fn send_last(mut self, sent: &Sent) -> Result<Reply, Failure> {
        self.write(&frame::write(sent, true)?).await?;
        Ok(self.read(&sent.method).await?.0)
    }

    async fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        // A server may answer and close before it has read everything, so what it says is looked for all the same.
        let written = self.stream.write_all(bytes).await;
        match written.and(self.stream.flush().await) {
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
                Err(Failure::Broken(error.to_string()))
            }
            _ => Ok(()),
        }
    }

    async fn read(&mut self, method: &str) -> Result<(Reply, bool), Failure> {
        let head = loop {
            let head = self.head().await?;
            match head.status {
                101 => return Err(Failure::Malformed("it changes the protocol".to_owned())),
                // Remarks before the reply.
                100..=199 => {}
                _ => break head,
            }
        };
        let framing = head.framing(method)?;
        let keeps = framing != Framing::UntilClosed && head.keeps_alive();
        let body = match framing {
            Framing::None => Vec::new(),
            Framing::Length(length) => self.exactly(length).await?,
            Framing::Chunked => self.chunks().await?,
            Framing::UntilClosed => self.rest().await?,
        };
        let Head {
            status, headers, ..
        } = head;
        let received = Reply {
            status,
            headers,
            body,
        };
        Ok((received, keeps))
    }

    async fn head(&mut self) -> Result<Head, Failure> {
        loop {
            if let Some(head) = frame::head(&self.buffer)? {
                if head.length > self.limits.head_bytes {
                    return Err(Failure::HeadTooLong(self.limits.head_bytes));
                }
                self.buffer.drain(..head.length);
                return Ok(head);
            }
            if self.buffer.len() > self.limits.head_bytes {
                return Err(Failure::HeadTooLong(self.limits.head_bytes));
            }
            let before = if self.buffer.is_empty() {
                "before any byte of a reply"
            } else {
                "inside the head of the reply"
            };
            self.more(before).await?;
        }
    }

    async fn exactly(&mut self, length: usize) -> Result<Vec<u8>, Failure> {
        if length > self.limits.body_bytes {
            return Err(Failure::BodyTooLong(self.limits.body_bytes));
        }
        while self.buffer.len() < length {
            let so_far = self.buffer.len();
            self.more(&format!("after {so_far} of {length} bytes of the body"))
                .await?;
        }
        Ok(self.take(length))
    }

    async fn chunks(&mut self) -> Result<Vec<u8>, Failure> {
        let mut body = Vec::new();
        loop {
            let (head, length) = self.chunk_head().await?;
            self.buffer.drain(..head);
            if length == 0 {
                break;
            }
            if body.len().saturating_add(length) > self.limits.body_bytes {
                return Err(Failure::BodyTooLong(self.limits.body_bytes));
            }
            while self.buffer.len() < length + 2 {
                self.more("inside a chunk of the body").await?;
            }
            body.extend_from_slice(&self.take(length));
            if self.take(2) != b"\r\n".as_slice() {
                return Err(Failure::Malformed("a chunk has a wrong length".to_owned()));
            }
        }
        self.trailers().await?;
        Ok(body)
    }

    /// How many bytes the line before a chunk takes, and how many the chunk.
    async fn chunk_head(&mut self) -> Result<(usize, usize), Failure> {
        loop {
            match httparse::parse_chunk_size(&self.buffer) {
                Ok(httparse::Status::Complete((head, length))) => {
                    return Ok((head, usize::try_from(length).unwrap_or(usize::MAX)));
                }
                Ok(httparse::Status::Partial) if self.buffer.len() > self.limits.head_bytes => {
                    return Err(Failure::HeadTooLong(self.limits.head_bytes));
                }
                Ok(httparse::Status::Partial) => self.more("before the last chunk").await?,
                Err(_) => {
                    return Err(Failure::Malformed("a chunk has no length".to_owned()));
                }
            }
        }
    }

    /// Skips what follows the last chunk up to an empty line.
    async fn trailers(&mut self) -> Result<(), Failure> {
        let mut skipped = 0;
        loop {
            match self.buffer.iter().position(|byte| *byte == b'\n') {
                Some(at) => {
                    let line = self.take(at + 1);
                    if matches!(line.as_slice(), b"\r\n" | b"\n") {
                        return Ok(());
                    }
                    skipped += line.len();
                }
                None => self.more("after the last chunk").await?,
            }
            if skipped + self.buffer.len() > self.limits.head_bytes {
                return Err(Failure::HeadTooLong(self.limits.head_bytes));
            }
        }
    }

    async fn rest(&mut self) -> Result<Vec<u8>, Failure> {
        loop {
            if self.buffer.len() > self.limits.body_bytes {
                return Err(Failure::BodyTooLong(self.limits.body_bytes));
            }
            if self.fill().await? == 0 {
                return Ok(self.take(self.buffer.len()));
            }
        }
    }

    /// The first bytes received.
    fn take(&mut self, length: usize) -> Vec<u8> {
        self.buffer.drain(..length.min(self.buffer.len())).collect()
    }

    async fn more(&mut self, before: &str) -> Result<(), Failure> {
        match self.fill().await? {
            0 => Err(Failure::Closed(before.to_owned())),
            _ => Ok(()),
        }
    }

    async fn fill(&mut self) -> Result<usize, Failure> {
        let mut block = [0; BLOCK];
        let length = match self.stream.read(&mut block).await {
            Ok(length) => length,
            // A server that ends TLS without a farewell has ended it.
            Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => 0,
            Err(error) => return Err(Failure::Broken(error.to_string())),
        };
        self.buffer
            .extend_from_slice(block.get(..length).unwrap_or_default());
        Ok(length)
    }
}
