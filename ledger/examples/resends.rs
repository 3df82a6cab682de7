//! The platform sends every order line many times, to two server processes with one database; the merchant's code must
//! run once for each.
//!
//! ```text
//! cargo run --release -p koo-ledger --features postgres --example resends -- 10000
//! ```
//!
//! Each of the 32 clients keeps a connection to each server open.
//!
//! Starts a PostgreSQL server of its own, and ends with exit code 1 if a line was carried out twice, or answered in two
//! ways.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that fails is no measurement"
)]

#[path = "../tests/support/merchant.rs"]
mod merchant;
#[path = "../tests/support/server.rs"]
mod server;

use std::collections::{HashMap, HashSet};
use std::fs::{self, OpenOptions};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use std::{env, process};

use koo_ledger::{Limits, PostgresLedger};
use koogallery::Site;
use koogallery::runtime::Call;
use koogallery::runtime::client::{Client, Outgoing};
use koogallery::runtime::server::serve;
use koogallery::saas_v2::mock::platform;
use koogallery::saas_v2::server::{router, settings};
use koogallery::saas_v2::{NewInstanceReply, NewInstanceRequest};
use merchant::Making;
use server::Server;
use tokio::net::TcpListener;

const KEY: &str = "demo-access-key";
const CLIENTS: usize = 32;
/// How often each order line is sent.
const RESENDS: usize = 20;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<_> = env::args().skip(1).collect();
    match &arguments[..] {
        [word, url, journal] if word == "serve" => {
            replica(url, Path::new(journal)).await;
            ExitCode::SUCCESS
        }
        [] => measure(10_000).await,
        [calls] => match calls.parse() {
            Ok(calls) => measure(calls).await,
            Err(_) => usage(),
        },
        _ => usage(),
    }
}

fn usage() -> ExitCode {
    eprintln!("usage: resends [NUMBER OF CALLS]");
    ExitCode::from(2)
}

/// One server process, until it is ended. Says its address.
async fn replica(url: &str, journal: &Path) {
    let journal = OpenOptions::new().create(true).append(true).open(journal);
    let journal = Arc::new(journal.unwrap());
    // Writes down every run.
    let shop = Making(move |call: Call<NewInstanceRequest>| {
        let request = call.request;
        let line = format!("{}\n", request.order_line_id);
        (&*journal).write_all(line.as_bytes()).unwrap();
        async {
            tokio::time::sleep(Duration::from_millis(5)).await;
            // Another on every run: the business id changes with every resend.
            Ok(NewInstanceReply::new(request.business_id))
        }
    });
    let ledger = PostgresLedger::new(url, Limits::default()).unwrap();
    let settings = settings(Site::Eu, KEY)
        .ledger(ledger.clone())
        .replay_guard(ledger);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    println!("http://{}", listener.local_addr().unwrap());
    serve(listener, router(shop, settings), std::future::pending()).await;
}

/// A server process of this program.
struct Replica {
    process: Child,
    address: String,
}

impl Replica {
    fn start(url: &str, journal: &Path) -> Self {
        let mut process = Command::new(env::current_exe().unwrap())
            .args(["serve", url])
            .arg(journal)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut address = String::new();
        let output = process.stdout.take().unwrap();
        BufReader::new(output).read_line(&mut address).unwrap();
        Self {
            process,
            address: address.trim().to_owned(),
        }
    }
}

impl Drop for Replica {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What the answers were.
#[derive(Default)]
struct Seen {
    instances: HashMap<usize, HashSet<String>>,
    codes: HashMap<String, usize>,
    millis: Vec<u128>,
}

async fn measure(calls: usize) -> ExitCode {
    let Some(database) = Server::start() else {
        process::exit(2)
    };
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("journal");
    let replicas = [(); 2].map(|()| Replica::start(&database.url(), &journal));
    let addresses: Arc<[String]> = replicas.iter().map(|one| one.address.clone()).collect();
    let next = Arc::new(AtomicUsize::new(0));
    let started = Instant::now();
    let clients: Vec<_> = (0..CLIENTS)
        .map(|_| tokio::spawn(client(calls, Arc::clone(&next), Arc::clone(&addresses))))
        .collect();
    let mut all = Seen::default();
    for client in clients {
        let seen = client.await.unwrap();
        for (line, ids) in seen.instances {
            all.instances.entry(line).or_default().extend(ids);
        }
        for (code, count) in seen.codes {
            *all.codes.entry(code).or_default() += count;
        }
        all.millis.extend(seen.millis);
    }
    let elapsed = started.elapsed();
    report(
        calls,
        &mut all,
        &fs::read_to_string(&journal).unwrap(),
        elapsed,
    )
}

/// Calls until all are sent. Calls of one line follow each other, so that they meet, half of them on each server.
async fn client(calls: usize, next: Arc<AtomicUsize>, addresses: Arc<[String]>) -> Seen {
    let platform = platform(KEY);
    let client = Client::new(Duration::from_secs(10)).unwrap();
    let mut seen = Seen::default();
    loop {
        let call = next.fetch_add(1, Ordering::SeqCst);
        if call >= calls {
            return seen;
        }
        let line = call / RESENDS;
        let mut request = NewInstanceRequest::new(format!("CS{line}"), format!("CS{line}-1"), "");
        let address = addresses.iter().cycle().nth(call % 2).unwrap();
        let signed = platform.resend(&mut request).unwrap();
        let url = format!("{address}{}", signed.path_and_query);
        let started = Instant::now();
        let sent = Outgoing {
            method: &signed.method,
            url: &url,
            headers: &signed.headers,
            body: &signed.body,
        };
        let answer = client.send(sent).await;
        seen.millis.push(started.elapsed().as_millis());
        let answer = answer.unwrap().json().unwrap();
        let text = |name: &str| answer.get(name).and_then(|value| value.as_str());
        *seen
            .codes
            .entry(text("resultCode").unwrap().to_owned())
            .or_default() += 1;
        if let Some(id) = text("instanceId") {
            seen.instances
                .entry(line)
                .or_default()
                .insert(id.to_owned());
        }
    }
}

fn report(calls: usize, seen: &mut Seen, journal: &str, elapsed: Duration) -> ExitCode {
    let mut runs: HashMap<&str, usize> = HashMap::new();
    for line in journal.lines() {
        *runs.entry(line).or_default() += 1;
    }
    let lines = calls.div_ceil(RESENDS);
    let most = runs.values().max().copied().unwrap_or_default();
    let ids = seen
        .instances
        .values()
        .map(HashSet::len)
        .max()
        .unwrap_or_default();
    println!(
        "{calls} calls for {lines} order lines, {CLIENTS} clients, 2 server processes, 1 database"
    );
    println!("answers by code: {:?}", seen.codes);
    println!(
        "order lines carried out: {}; most runs of one: {most}; most instance ids of one: {ids}",
        runs.len()
    );
    seen.millis.sort_unstable();
    let at = |part: usize| seen.millis.get(seen.millis.len() * part / 100).unwrap();
    let rate = f64::from(u32::try_from(calls).unwrap_or(u32::MAX)) / elapsed.as_secs_f64();
    println!(
        "{rate:.0} calls/s; milliseconds: half within {}, 99 % within {}",
        at(50),
        at(99)
    );
    if runs.len() == lines && most == 1 && ids == 1 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
