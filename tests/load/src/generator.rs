//! The calls, and `wrk`, which sends them.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::process::Command;

use koogallery::runtime::mock::SignedCall;
use koogallery::saas_v2::NewInstanceRequest;
use koogallery::saas_v2::mock::platform;

use crate::{KEY, PATH};

/// Sends the calls of a file, each once. Every thread has a file of its own.
const SCRIPT: &str = include_str!("calls.lua");

/// What `wrk` says.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Figures {
    pub(crate) calls: u64,
    pub(crate) per_second: f64,
    pub(crate) median_micros: f64,
    pub(crate) slow_micros: f64,
    pub(crate) errors: u64,
    /// Calls there were no more of.
    pub(crate) repeated: u64,
}

/// Signs so many calls for each thread, now: they are fresh for a minute.
pub(crate) fn sign(folder: &Path, threads: u32, calls: usize) {
    let platform = platform(KEY).path(PATH);
    for thread in 0..threads {
        let file = File::create(folder.join(format!("calls-{thread}"))).unwrap();
        let mut file = BufWriter::new(file);
        for number in 0..calls {
            let order = format!("CS{thread}{number:014}");
            let line = format!("{order}-000001");
            let mut request = NewInstanceRequest::new(order, line, "");
            let call = platform.resend(&mut request).unwrap();
            write_call(&mut file, &call);
        }
        file.flush().unwrap();
    }
}

/// Path and query on one line, the body on the next.
fn write_call(file: &mut impl std::io::Write, call: &SignedCall) {
    writeln!(file, "{}", call.path_and_query).unwrap();
    file.write_all(&call.body).unwrap();
    file.write_all(b"\n").unwrap();
}

/// Sends the calls for so long.
pub(crate) fn send(
    folder: &Path,
    address: &str,
    threads: u32,
    connections: u32,
    seconds: u32,
) -> Figures {
    let script = folder.join("calls.lua");
    fs::write(&script, SCRIPT).unwrap();
    let mut wrk = Command::new("wrk");
    wrk.arg(format!("-t{threads}"))
        .arg(format!("-c{connections}"))
        .arg(format!("-d{seconds}"))
        .args(["--timeout", "10", "-s"])
        .arg(&script)
        .arg(format!("http://{address}{PATH}"))
        .env("KOO_LOAD_FOLDER", folder);
    let output = wrk.output().expect("wrk (Debian: apt-get install wrk)");
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let figures = printed
        .lines()
        .find_map(|line| line.strip_prefix("figures "));
    let Some(figures) = figures else {
        let mut said = printed;
        let _ = write!(said, "{}", String::from_utf8_lossy(&output.stderr));
        panic!("wrk failed: {said}");
    };
    let figures: Vec<f64> = figures
        .split(' ')
        .map(|figure| figure.parse().unwrap())
        .collect();
    let [calls, micros, median_micros, slow_micros, errors, repeated] = figures[..] else {
        panic!("{figures:?}")
    };
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "they are counts"
    )]
    let count = |figure: f64| figure as u64;
    Figures {
        calls: count(calls),
        per_second: calls / micros * 1e6,
        median_micros,
        slow_micros,
        errors: count(errors),
        repeated: count(repeated),
    }
}
