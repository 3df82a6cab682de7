//! The measurement.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use crate::Arguments;
use crate::disk::syncs_per_second;
use crate::generator::{self, Figures};
use crate::postgres;
use crate::process::Server;

/// More calls a second than any server here answers, but the echo.
const MOST_PER_SECOND: usize = 120_000;

/// One run against one server.
struct Run {
    figures: Figures,
    idle: u64,
    busy: u64,
    /// Seconds of a processor for a million calls.
    processor: f64,
}

/// Runs everything and prints the table.
pub(crate) fn table(arguments: &Arguments) -> ExitCode {
    let folder = match &arguments.folder {
        Some(folder) => tempfile::tempdir_in(folder),
        None => tempfile::tempdir(),
    };
    let folder = folder.unwrap();
    let syncs = syncs_per_second(folder.path());
    let mut runs: BTreeMap<usize, Vec<Run>> = BTreeMap::new();
    for round in 0..arguments.rounds {
        for (place, server) in arguments.servers.iter().enumerate() {
            let store = folder.path().join(format!("{round}.redb"));
            let program = server.strip_prefix("project+postgres:");
            let database = (server == "postgres" || program.is_some()).then(|| {
                postgres::Server::start().expect("PostgreSQL (Debian: apt-get install postgresql)")
            });
            let url = database.as_ref().map(postgres::Server::url);
            let store = match (server.as_str(), program, &url) {
                ("redb", ..) => format!("redb:{}", store.display()),
                (_, Some(program), _) => format!("project:{program}"),
                (_, None, Some(url)) => url.clone(),
                (other, ..) => other.to_owned(),
            };
            let run = measure(arguments, folder.path(), &store, url.as_deref());
            eprintln!(
                "round {}: {server}: {:.0} calls/s",
                round + 1,
                run.figures.per_second
            );
            runs.entry(place).or_default().push(run);
        }
    }
    print(arguments, runs, syncs);
    ExitCode::SUCCESS
}

fn measure(arguments: &Arguments, folder: &Path, store: &str, database: Option<&str>) -> Run {
    let Arguments {
        seconds,
        connections,
        threads,
        ..
    } = arguments;
    let calls = usize::try_from((seconds + 1).div_ceil(*threads)).unwrap() * MOST_PER_SECOND;
    generator::sign(folder, *threads, calls);
    let files = tempfile::tempdir_in(folder).unwrap();
    let server = match store.strip_prefix("project:") {
        Some(program) => Server::start_project(Path::new(program), files.path(), database),
        None => Server::start(store),
    };
    thread::sleep(Duration::from_millis(300));
    let (idle, before) = (server.memory("VmRSS"), server.processor_ticks());
    let figures = generator::send(folder, &server.address, *threads, *connections, *seconds);
    let ticks = server.processor_ticks() - before;
    assert_eq!(figures.errors, 0, "{store}: calls failed");
    // The echo minds no repetition.
    if store != "echo" {
        assert_eq!(figures.repeated, 0, "{store}: there were too few calls");
        let carried_out = server.carried_out();
        assert!(
            carried_out >= figures.calls,
            "{store}: {carried_out} of {} calls were carried out",
            figures.calls
        );
    }
    Run {
        idle,
        busy: server.memory("VmHWM"),
        processor: to_float(ticks) / 100.0 / to_float(figures.calls) * 1e6,
        figures,
    }
}

fn print(arguments: &Arguments, runs: BTreeMap<usize, Vec<Run>>, syncs: f64) {
    println!(
        "{} connections, {} s each, {} rounds, medians; the disk confirms {syncs:.0} pages/s one after the other\n",
        arguments.connections, arguments.seconds, arguments.rounds
    );
    println!(
        "| server | calls/s | of the echo | half within | 99 % within | µs of a processor a call | idle | busy |"
    );
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    let mut echo = None;
    for (place, mut runs) in runs {
        runs.sort_by(|left, right| {
            let (left, right) = (left.figures.per_second, right.figures.per_second);
            left.total_cmp(&right)
        });
        let middle = runs.len() / 2;
        let (Some(run), Some(server)) = (runs.get(middle), arguments.servers.get(place)) else {
            continue;
        };
        let rate = run.figures.per_second;
        if server == "echo" {
            echo = Some(rate);
        }
        let ratio = echo.map_or_else(|| "–".to_owned(), |echo| format!("{:.2}", rate / echo));
        println!(
            "| {server} | {rate:.0} | {ratio} | {:.1} ms | {:.1} ms | {:.1} | {:.1} MB | {:.1} MB |",
            run.figures.median_micros / 1000.0,
            run.figures.slow_micros / 1000.0,
            run.processor,
            to_float(run.idle) / 1024.0,
            to_float(run.busy) / 1024.0,
        );
    }
}

/// Counts here are far below what a float can say.
#[allow(clippy::cast_precision_loss, reason = "they are small")]
fn to_float(count: u64) -> f64 {
    count as f64
}
