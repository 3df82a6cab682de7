//! A server as a process of its own.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use crate::{KEY, PATH};

/// Ended when dropped.
pub(crate) struct Server {
    process: Child,
    pub(crate) address: String,
    /// Where a project of `koo new` tells its figures.
    metrics: Option<String>,
}

impl Server {
    pub(crate) fn start(store: &str) -> Self {
        let mut process = Command::new(env::current_exe().unwrap())
            .args(["serve", store])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut address = String::new();
        let output = process.stdout.take().unwrap();
        BufReader::new(output).read_line(&mut address).unwrap();
        Self {
            process,
            address: address.trim().to_owned(),
            metrics: None,
        }
    }

    /// The program of a project that `koo new` wrote, with its files in a folder, or with a database.
    pub(crate) fn start_project(program: &Path, folder: &Path, database: Option<&str>) -> Self {
        let (address, metrics) = (free_address(), free_address());
        let name = program.file_stem().unwrap().to_string_lossy();
        let prefix = name.replace('-', "_").to_uppercase();
        let process = Command::new(program)
            .current_dir(folder)
            .env(format!("{prefix}_SITE"), "eu")
            .env(format!("{prefix}_SERVER_LISTEN"), &address)
            .env(format!("{prefix}_SERVER_PATH"), PATH)
            .env(format!("{prefix}_ADMIN_LISTEN"), &metrics)
            .env(format!("{prefix}_KEYS_ACCESS_KEY"), KEY)
            .env(format!("{prefix}_LOG_FILTER"), "warn")
            .envs(database.map(|url| (format!("{prefix}_STORE_URL"), url)))
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let start = Instant::now();
        while TcpStream::connect(&address).is_err() {
            assert!(
                start.elapsed() < Duration::from_secs(10),
                "{name} is not up"
            );
            thread::sleep(Duration::from_millis(50));
        }
        Self {
            process,
            address,
            metrics: Some(metrics),
        }
    }

    /// A figure of the process in KiB: `VmRSS`, its memory, or `VmHWM`, the most it has had.
    pub(crate) fn memory(&self, name: &str) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id()));
        let status = status.unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        let figure =
            line.and_then(|line| line.trim_matches([':', ' ', '\t', 'k', 'B']).parse().ok());
        figure.unwrap_or_default()
    }

    /// Clock ticks that the process had of the processors.
    pub(crate) fn processor_ticks(&self) -> u64 {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.process.id()));
        let stat = stat.unwrap_or_default();
        // Behind the name, in brackets, which may have spaces: user and system are the twelfth and the next.
        let after = stat.rsplit(") ").next().unwrap_or_default();
        let figures = after.split(' ').skip(11).take(2);
        figures
            .filter_map(|figure| figure.parse::<u64>().ok())
            .sum()
    }

    /// How many calls the merchant's code carried out.
    pub(crate) fn carried_out(&self) -> u64 {
        let Some(metrics) = &self.metrics else {
            let answer = read(&self.address, "/count");
            return answer.lines().last().unwrap().parse().unwrap();
        };
        let answer = read(metrics, "/metrics");
        let of_success =
            |line: &&str| line.contains("_calls_total{") && line.contains("code=\"000000\"");
        let line = answer.lines().find(of_success).unwrap();
        line.rsplit(' ').next().unwrap().parse().unwrap()
    }
}

/// An address that was free a moment ago.
fn free_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().to_string()
}

fn read(address: &str, path: &str) -> String {
    let mut connection = TcpStream::connect(address).unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    connection.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).unwrap();
    answer
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
