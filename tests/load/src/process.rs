//! A server as a process of its own.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::{env, fs};

/// Ended when dropped.
pub(crate) struct Server {
    process: Child,
    pub(crate) address: String,
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
        let mut connection = TcpStream::connect(&self.address).unwrap();
        let request = "GET /count HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        connection.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap();
        answer.lines().last().unwrap().parse().unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
