//! `kill -9` of servers in the middle of their work: nothing is lost, nothing is doubled.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, RwLock};
use std::time::Duration;
use std::{env, fs};

use koogallery::runtime::Call;
use koogallery::runtime::client::Client;
use koogallery::runtime::server::serve;
use koogallery::saas_v2::server::{Answer, router};
use koogallery::saas_v2::{NewInstanceReply, NewInstanceRequest, ResultCode};
use sqlx::{PgPool, Row as _};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::time::sleep;

use crate::merchant::Making;
use crate::postgres::Server;
use crate::{remembering, resend};

const CLIENTS: usize = 32;
const LINES: usize = 100;
/// How often each order line is sent until it is answered.
const RESENDS: usize = 6;
/// When a server is killed: so many calls are answered.
const KILLS: [usize; 2] = [LINES * RESENDS / 3, LINES * RESENDS * 2 / 3];
/// An order whose first run does not end.
const STUCK: &str = "stuck";
const LEASE: Duration = Duration::from_millis(300);

/// What the merchant's code did: every run, and the instances that there are.
const TABLES: &str = "
    CREATE TABLE runs (key text NOT NULL, attempt bigint NOT NULL);
    CREATE TABLE instances (key text PRIMARY KEY, id text NOT NULL)";

/// The merchant's code. What a run before this one has made is found by the key.
async fn make(pool: PgPool, call: Call<NewInstanceRequest>) -> Answer<NewInstanceReply> {
    let attempt = call.attempt.unwrap();
    let (key, number) = (attempt.key.event().replace('\u{1f}', "|"), attempt.number);
    let run = sqlx::query("INSERT INTO runs VALUES ($1, $2)");
    run.bind(&key)
        .bind(i64::from(number))
        .execute(&pool)
        .await
        .unwrap();
    sleep(Duration::from_millis(5)).await;
    let made = sqlx::query("INSERT INTO instances VALUES ($1, $2) ON CONFLICT DO NOTHING");
    made.bind(&key)
        .bind(&call.request.business_id)
        .execute(&pool)
        .await
        .unwrap();
    let id: String = sqlx::query_scalar("SELECT id FROM instances WHERE key = $1")
        .bind(&key)
        .fetch_one(&pool)
        .await
        .map_err(|_| ResultCode::InternalError)?;
    if call.request.order_id == STUCK && number == 1 {
        std::future::pending::<()>().await;
    }
    sleep(Duration::from_millis(5)).await;
    Ok(NewInstanceReply::new(id))
}

/// Not a test of its own: a server, until it is killed.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "started by what_is_killed_is_neither_lost_nor_doubled"]
async fn replica() {
    let Some(url) = env::var_os("KOO_LEDGER_URL") else {
        return;
    };
    let url = url.into_string().unwrap();
    let pool = PgPool::connect(&url).await.unwrap();
    let shop = Making(move |call| make(pool.clone(), call));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let told = env::var_os("KOO_LEDGER_ADDRESS").unwrap();
    // Whole, or not there.
    let part = Path::new(&told).with_extension("part");
    fs::write(&part, address).unwrap();
    fs::rename(part, told).unwrap();
    let app = router(shop, remembering(&url).ledger_lease(LEASE));
    serve(listener, app, std::future::pending()).await;
}

/// A server process.
struct Replica {
    process: Child,
    address: String,
}

impl Replica {
    async fn start(url: &str, folder: &TempDir, number: usize) -> Self {
        let told = folder.path().join(number.to_string());
        let mut server = Command::new(env::current_exe().unwrap());
        server
            .args(["--exact", "kills::replica", "--ignored"])
            .env("KOO_LEDGER_URL", url)
            .env("KOO_LEDGER_ADDRESS", &told)
            .stdout(Stdio::null());
        let mut replica = Self {
            process: server.spawn().unwrap(),
            address: String::new(),
        };
        while replica.address.is_empty() {
            assert!(
                replica.process.try_wait().unwrap().is_none(),
                "it ended by itself"
            );
            replica.address = fs::read_to_string(&told).unwrap_or_default();
            sleep(Duration::from_millis(5)).await;
        }
        replica
    }

    fn kill(&mut self) {
        // SIGKILL on Unix.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Drop for Replica {
    fn drop(&mut self) {
        self.kill();
    }
}

/// What the platform knows.
struct Platform {
    addresses: RwLock<Vec<String>>,
    sent: AtomicUsize,
    answered: AtomicUsize,
    broken: AtomicUsize,
}

impl Platform {
    /// Sends a line to one server after the other until it is carried out. Returns the instance.
    async fn insist(&self, client: &Client, order: &str, first: usize) -> String {
        for turn in first.. {
            let address = {
                let addresses = self.addresses.read().unwrap();
                addresses[turn % addresses.len()].clone()
            };
            let mut request = NewInstanceRequest::new(order, format!("{order}-1"), "");
            match resend(client, &address, &mut request).await {
                Ok((code, id)) if code == "000000" => return id,
                Ok((code, _)) => assert!(["000004", "000005"].contains(&code.as_str()), "{code}"),
                Err(_) => {
                    self.broken.fetch_add(1, Ordering::SeqCst);
                }
            }
            sleep(Duration::from_millis(10)).await;
        }
        unreachable!("turns do not end")
    }

    /// Sends calls until all are sent; calls of one line follow each other, so that they meet.
    async fn client(self: Arc<Self>) -> Vec<(usize, String)> {
        let client = Client::new(Duration::from_secs(10)).unwrap();
        let mut seen = Vec::new();
        loop {
            let call = self.sent.fetch_add(1, Ordering::SeqCst);
            if call >= LINES * RESENDS {
                return seen;
            }
            let line = call / RESENDS;
            let id = self.insist(&client, &format!("CS{line}"), call).await;
            self.answered.fetch_add(1, Ordering::SeqCst);
            seen.push((line, id));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_killed_is_neither_lost_nor_doubled() {
    let Some(database) = Server::start() else {
        return;
    };
    let url = database.url();
    let pool = PgPool::connect(&url).await.unwrap();
    sqlx::raw_sql(TABLES).execute(&pool).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut replicas = vec![
        Replica::start(&url, &folder, 0).await,
        Replica::start(&url, &folder, 1).await,
    ];
    let addresses = replicas.iter().map(|replica| replica.address.clone());
    let platform = Arc::new(Platform {
        addresses: RwLock::new(addresses.collect()),
        sent: AtomicUsize::new(0),
        answered: AtomicUsize::new(0),
        broken: AtomicUsize::new(0),
    });
    let stuck = tokio::spawn(hold_up(Arc::clone(&platform), pool.clone()));
    let clients: Vec<_> = (0..CLIENTS)
        .map(|_| tokio::spawn(Arc::clone(&platform).client()))
        .collect();
    for (number, answered) in KILLS.into_iter().enumerate() {
        while platform.answered.load(Ordering::SeqCst) < answered {
            sleep(Duration::from_millis(1)).await;
        }
        if number == 0 {
            while count(&pool, "SELECT count(*) FROM runs WHERE key LIKE '%stuck%'").await == 0 {
                sleep(Duration::from_millis(1)).await;
            }
        }
        replicas[number].kill();
        let next = Replica::start(&url, &folder, number + 2).await;
        platform.addresses.write().unwrap()[number].clone_from(&next.address);
        replicas.push(next);
    }
    let mut ids: HashMap<usize, HashSet<String>> = HashMap::new();
    for client in clients {
        for (line, id) in client.await.unwrap() {
            ids.entry(line).or_default().insert(id);
        }
    }
    stuck.await.unwrap();
    check(&pool, &ids).await;
    assert!(
        platform.broken.load(Ordering::SeqCst) > 0,
        "no call was cut off"
    );
}

/// Sends the order whose first run does not end, to the server that is killed first.
async fn hold_up(platform: Arc<Platform>, pool: PgPool) {
    let client = Client::new(Duration::from_secs(10)).unwrap();
    let id = platform.insist(&client, STUCK, 0).await;
    let runs = sqlx::query("SELECT attempt FROM runs WHERE key LIKE '%stuck%' ORDER BY attempt");
    let runs = runs.fetch_all(&pool).await.unwrap();
    let attempts: Vec<i64> = runs.iter().map(|row| row.get(0)).collect();
    assert_eq!(attempts, [1, 2], "once more after the crash, and told so");
    let made = sqlx::query_scalar("SELECT id FROM instances WHERE key LIKE '%stuck%'");
    let made: String = made.fetch_one(&pool).await.unwrap();
    assert_eq!(id, made, "what the first run made was found");
}

async fn check(pool: &PgPool, ids: &HashMap<usize, HashSet<String>>) {
    assert_eq!(ids.len(), LINES, "every line was answered");
    assert!(
        ids.values().all(|ids| ids.len() == 1),
        "in one way: {ids:?}"
    );
    let made = sqlx::query("SELECT key, id FROM instances WHERE key NOT LIKE '%stuck%'");
    let made = made.fetch_all(pool).await.unwrap();
    let made: HashMap<String, String> = made.iter().map(|row| (row.get(0), row.get(1))).collect();
    for (line, ids) in ids {
        let key = format!("newInstance|CS{line}|CS{line}-1");
        assert_eq!(made.get(&key), ids.iter().next(), "{key}");
    }
    assert_eq!(made.len(), LINES, "nothing is doubled");
    let runs = count(pool, "SELECT count(*) FROM runs").await;
    let told = "SELECT count(DISTINCT (key, attempt)) FROM runs";
    assert_eq!(count(pool, told).await, runs, "no two runs are the same");
    let again = count(pool, "SELECT count(*) FROM runs WHERE attempt > 1").await;
    let most = i64::try_from(KILLS.len() * CLIENTS).unwrap();
    assert!(again <= most, "{again} ran again, more than were under way");
    let open = "SELECT count(*) FROM koo_calls WHERE state <> 'done'";
    assert_eq!(count(pool, open).await, 0, "no claim is left");
}

async fn count(pool: &PgPool, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(pool).await.unwrap()
}
