//! Load, with a small run against the merchant in Python and one against a server that stands still.

use std::collections::BTreeMap;
use std::time::Duration;

use koo_platform::check;
use koo_platform::exchange::{Client, Limits, Trust};
use koo_platform::message::Caller;
use koo_platform::simulate::load::{self, Orders, Run, Settings};
use koo_runtime::secret::Secret;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::merchant::{KEY, has_python, start};

async fn run(target: &str, settings: Settings, timeout: Duration) -> Run {
    let catalogue = koo_spec::builtin::load().catalogue;
    let family = catalogue.family("saas-v2").unwrap();
    let secrets = BTreeMap::from([("access_key".to_owned(), Secret::from(KEY))]);
    let orders = Orders {
        caller: Caller {
            family,
            site: Some("eu"),
            target,
            secrets: &secrets,
        },
        interface: check::subject(family, Some("eu")).unwrap(),
        seed: 7,
    };
    assert_eq!(orders.interface.id, "newInstance");
    let limits = Limits {
        timeout,
        ..Limits::default()
    };
    let client = Client::new(limits, &Trust::System).unwrap();
    load::run(&client, &orders, settings).await.unwrap()
}

#[tokio::test]
async fn a_small_run_is_answered() {
    if !has_python() {
        return;
    }
    let merchant = start(&[]);
    let settings = Settings {
        rate: 50,
        duration: Duration::from_secs(1),
        clients: 4,
    };
    let run = run(&merchant.address, settings, Duration::from_secs(30)).await;
    assert_eq!((run.due, run.unsent, run.lost()), (50, 0, 0));
    assert_eq!(
        run.figures.codes,
        BTreeMap::from([("000000".to_owned(), 50)])
    );
    assert_eq!(
        run.figures.statuses,
        BTreeMap::from([("200".to_owned(), 50)])
    );
    assert!(run.figures.within(50.0) <= run.figures.within(99.0));
    let text = load::human(&run);
    assert!(
        text.contains("50 calls due in 1.0 s at 50/s over 4 connections"),
        "{text}"
    );
    let json = load::json(&run);
    assert_eq!(json["answered"], 50);
    // The merchant keeps connections open, so that no call needs another one.
    assert!(run.figures.connections <= 4, "{text}");
    assert_eq!(json["connections"], run.figures.connections);
    assert!(
        json["latency_millis"]["percentiles"]["99.9"].is_f64(),
        "{json}"
    );
}

/// A server that reads one request, stands still, and then answers everything at once.
async fn still(pause: Duration) -> String {
    const REPLY: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut block = [0; 4096];
        let mut is_first = true;
        while stream.read(&mut block).await.is_ok_and(|length| length > 0) {
            if std::mem::take(&mut is_first) {
                tokio::time::sleep(pause).await;
            }
            if stream.write_all(REPLY).await.is_err() {
                break;
            }
        }
    });
    address
}

/// While one connection waits, the calls after it are late; that shows although each of them is answered at once.
#[tokio::test]
async fn a_pause_shows_in_the_calls_it_kept_waiting() {
    let pause = Duration::from_millis(600);
    let address = still(pause).await;
    let settings = Settings {
        rate: 20,
        duration: Duration::from_secs(1),
        clients: 1,
    };
    let run = run(&address, settings, Duration::from_secs(30)).await;
    assert_eq!((run.due, run.figures.answers()), (20, 20));
    // Twelve of twenty calls became due while the server stood still; the first of them waited longest.
    assert!(
        run.figures.within(75.0) >= pause / 2,
        "{}",
        load::human(&run)
    );
    assert!(run.figures.slowest() >= pause, "{}", load::human(&run));
    // The server itself was slow once only.
    let service = run.figures.from_sending();
    assert!(service.within(75.0) < pause / 2, "{}", load::human(&run));
    assert!(service.slowest() >= pause, "{}", load::human(&run));
    assert_eq!(run.figures.connections, 1);
    assert_eq!(run.figures.codes, BTreeMap::from([("none".to_owned(), 20)]));
}

#[tokio::test]
async fn what_is_not_answered_is_counted() {
    let address = still(Duration::from_secs(60)).await;
    let settings = Settings {
        rate: 10,
        duration: Duration::from_secs(1),
        clients: 1,
    };
    let run = run(&address, settings, Duration::from_millis(300)).await;
    assert_eq!(run.figures.answers(), 0);
    assert_eq!(run.lost(), run.due, "{}", load::human(&run));
    assert!(
        run.figures.failures.contains_key("timeout"),
        "{}",
        load::human(&run)
    );
}
