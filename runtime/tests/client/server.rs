//! A server that does what it is told and remembers what it was sent. Speaks HTTP by hand, because no library breaks
//! off in the middle on purpose.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// What the server does with a call.
#[derive(Clone, Copy)]
pub(crate) enum Does {
    /// Answers with a status, further header lines and a body.
    Answer(u16, &'static str, &'static str),
    /// Reads the call and closes the connection.
    BreakOff,
    /// Reads the call and does nothing.
    StaySilent,
}

/// A call as it came.
#[derive(Debug, Clone)]
pub(crate) struct Received {
    pub(crate) target: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Received {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(other, _)| other == name);
        found.map(|(_, value)| value.as_str())
    }
}

pub(crate) struct Server {
    url: String,
    calls: Arc<Mutex<Vec<Received>>>,
}

impl Server {
    /// A server that goes through the steps, call after call, and repeats the last one.
    pub(crate) async fn start(steps: Vec<Does>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let calls = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&calls);
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                tokio::spawn(serve(stream, steps.clone(), Arc::clone(&seen)));
            }
        });
        Self { url, calls }
    }

    pub(crate) fn url(&self) -> String {
        self.url.clone()
    }

    pub(crate) fn calls(&self) -> Vec<Received> {
        self.calls.lock().unwrap().clone()
    }
}

/// An address where nobody listens.
pub(crate) async fn nobody() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    format!("http://{}", listener.local_addr().unwrap())
}

async fn serve(mut stream: TcpStream, steps: Vec<Does>, seen: Arc<Mutex<Vec<Received>>>) {
    while let Some(call) = read(&mut stream).await {
        let number = {
            let mut seen = seen.lock().unwrap();
            seen.push(call);
            seen.len()
        };
        match steps[(number - 1).min(steps.len() - 1)] {
            Does::Answer(status, headers, body) => {
                let length = body.len();
                let answer = format!(
                    "HTTP/1.1 {status} X\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
                );
                stream.write_all(answer.as_bytes()).await.unwrap();
            }
            Does::BreakOff => return,
            Does::StaySilent => std::future::pending().await,
        }
    }
}

async fn read(stream: &mut TcpStream) -> Option<Received> {
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let mut lines = head.lines();
            let target = lines.next()?.split(' ').nth(1)?.to_owned();
            let headers: Vec<_> = lines
                .filter_map(|line| line.split_once(": "))
                .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
                .collect();
            let length = headers.iter().find(|(name, _)| name == "content-length");
            let length: usize = length.map_or(0, |(_, value)| value.parse().unwrap());
            if body.len() >= length {
                return Some(Received {
                    target,
                    headers,
                    body: body.to_owned(),
                });
            }
        }
        let mut chunk = [0; 4096];
        match stream.read(&mut chunk).await {
            Ok(0) | Err(_) => return None,
            Ok(count) => bytes.extend_from_slice(&chunk[..count]),
        }
    }
}
