//! Loading the contract that the `koo` command carries with it.
//!
//! What was unpacked once is kept, so only the first load of a process says what a command waits for: `first` starts
//! a process for every measurement, which times its own load. `again` is what a second load costs.

use std::env;
use std::error::Error;
use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

use koo_benchmarks::{Report, Row, Target};
use koo_spec::builtin;

const GROUP: &str = "built-in catalogue";

/// The argument that makes this program load once and print the nanoseconds.
const ONCE: &str = "--load-once";

fn main() -> Result<(), Box<dyn Error>> {
    if env::args().any(|argument| argument == ONCE) {
        return once();
    }
    first()?;
    let mut report = Report::from_args(env!("CARGO_TARGET_TMPDIR"));
    let mut group = report.criterion.benchmark_group(GROUP);
    group.bench_function("first", |bencher| {
        // It worked before; should it fail now, the time must not look good.
        let once = || first().unwrap_or(Duration::from_secs(1));
        bencher.iter_custom(|times| (0..times).map(|_| once()).sum());
    });
    group.bench_function("again", |bencher| bencher.iter(builtin::load));
    group.finish();
    for (own, target) in [
        ("first", Target::Under(Duration::from_millis(10))),
        ("again", Target::None),
    ] {
        report.row(Row {
            group: GROUP,
            own,
            peer: None,
            target,
        });
    }
    report.criterion.final_summary();
    report.print();
    Ok(())
}

#[allow(clippy::print_stdout)]
fn once() -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let loaded = black_box(builtin::load());
    let time = start.elapsed();
    if !loaded.is_usable() || loaded.catalogue.families.is_empty() {
        return Err("the built-in catalogue cannot be used".into());
    }
    println!("{}", time.as_nanos());
    Ok(())
}

/// The time of the first load in a new process.
fn first() -> Result<Duration, Box<dyn Error>> {
    let output = Command::new(env::current_exe()?).arg(ONCE).output()?;
    let nanos = String::from_utf8(output.stdout)?;
    Ok(Duration::from_nanos(nanos.trim().parse()?))
}
