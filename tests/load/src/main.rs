//! Load on merchants' servers with every store, beside a bare echo: one command makes the whole table.
//!
//! ```text
//! cargo run --release -p koo-load
//! ```
//!
//! `wrk` sends signed purchases, each of them new, over connections that stay open. Each server is a process of its own
//! on this machine. It is no test: nothing depends on the outcome.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that fails is no measurement"
)]

mod disk;
mod generator;
mod inside;
#[path = "../../../ledger/tests/support/merchant.rs"]
mod merchant;
#[path = "../../../ledger/tests/support/server.rs"]
mod postgres;
mod process;
mod run;
mod serve;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The key of both sides.
const KEY: &str = "demo-access-key";

/// Where calls go.
const PATH: &str = "/saas";

#[derive(Parser)]
#[command(about = "Load on merchants' servers with every store, beside a bare echo")]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// How long each server is called
    #[arg(long, default_value_t = 5)]
    seconds: u32,
    /// Connections that are open at a time
    #[arg(long, default_value_t = 64)]
    connections: u32,
    /// Threads of wrk
    #[arg(long, default_value_t = 2)]
    threads: u32,
    /// How often all servers take their turn; the median counts
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Servers to call: echo, unrecorded, memory, redb, postgres, and `project:/path/to/program` for what `koo new` wrote,
    /// or `project+postgres:/path/to/program` if its store is PostgreSQL
    #[arg(
        long,
        value_delimiter = ',',
        default_value = "echo,unrecorded,memory,redb,postgres"
    )]
    servers: Vec<String>,
    /// Folder for the files of the stores, on the disk to measure; that of temporary files otherwise
    #[arg(long)]
    folder: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// One of the servers, until it is ended; says its address
    #[command(hide = true)]
    Serve { store: String },
    /// Says what a call costs the processor without sockets, in this process
    Inside {
        /// Servers to call: echo, unrecorded, memory, redb
        #[arg(value_delimiter = ',', default_value = "echo,unrecorded,memory")]
        servers: Vec<String>,
        #[arg(long, default_value_t = 200_000)]
        calls: usize,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match &arguments.command {
        Some(Command::Serve { store }) => {
            serve::run(store);
            ExitCode::SUCCESS
        }
        Some(Command::Inside { servers, calls }) => {
            inside::run(servers, *calls);
            ExitCode::SUCCESS
        }
        None => run::table(&arguments),
    }
}
