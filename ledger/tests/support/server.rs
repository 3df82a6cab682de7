//! A PostgreSQL server of a test's own, in a folder and on a port of its own.

use std::ffi::OsStr;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use tempfile::TempDir;

/// Stopped and removed when dropped.
pub(crate) struct Server {
    programs: PathBuf,
    folder: TempDir,
    port: u16,
}

impl Server {
    /// A new, empty server. `None`, with a message, where PostgreSQL is not installed.
    pub(crate) fn start() -> Option<Self> {
        let Some(programs) = programs() else {
            eprintln!("skipped: no PostgreSQL server here (Debian: apt-get install postgresql)");
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        if is_root() {
            // The server refuses to run as root.
            run(Command::new("chown").arg("postgres").arg(folder.path()));
        }
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr();
        let server = Self {
            programs,
            folder,
            port: port.unwrap().port(),
        };
        let initialise = server.program("initdb");
        run({ initialise }.args([
            "--auth=trust",
            "--username=koo",
            "--encoding=UTF8",
            "--no-sync",
        ]));
        server.resume();
        Some(server)
    }

    /// Starts it, or starts it again.
    pub(crate) fn resume(&self) {
        let options = format!(
            "-p {} -k {} -c listen_addresses=127.0.0.1",
            self.port,
            self.folder.path().display()
        );
        let log = self.folder.path().join("log");
        let mut start = self.program("pg_ctl");
        run(start
            .args(["-w", "-l"])
            .arg(log)
            .args(["-o", &options, "start"]));
    }

    /// Stops it, and cuts all connections. Does nothing if it is stopped.
    pub(crate) fn stop(&self) {
        let mut stop = self.program("pg_ctl");
        stop.args(["-w", "-m", "immediate", "stop"]);
        let _ = quiet(&mut stop).status();
    }

    /// Where it is.
    pub(crate) fn url(&self) -> String {
        format!("postgres://koo@127.0.0.1:{}/postgres", self.port)
    }

    /// A program of PostgreSQL, as a user that it accepts, with the folder of the data.
    fn program(&self, name: &str) -> Command {
        let program = self.programs.join(name);
        let mut command = if is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        command.arg("-D").arg(self.folder.path().join("data"));
        // The user may not be allowed to see where the test runs.
        command.current_dir(self.folder.path());
        command
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// The folder of the server's programs: on the path, or the newest of Debian's.
fn programs() -> Option<PathBuf> {
    let has_server = |folder: &Path| folder.join("initdb").is_file();
    let path = env::var_os("PATH").unwrap_or_default();
    let on_path = env::split_paths(&path).find(|folder| has_server(folder));
    on_path.or_else(|| {
        let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
        let folders = versions.filter_map(|entry| Some(entry.ok()?.path().join("bin")));
        let number = |folder: &PathBuf| {
            let version = folder.parent().and_then(Path::file_name);
            version
                .and_then(OsStr::to_str)
                .and_then(|text| text.parse::<u32>().ok())
        };
        folders
            .filter(|folder| has_server(folder))
            .max_by_key(number)
    })
}

fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output();
    output.is_ok_and(|output| output.stdout == b"0\n")
}

fn run(command: &mut Command) {
    let status = quiet(command).status();
    assert!(status.unwrap().success(), "{command:?}");
}

/// The server keeps the output open, so nobody may wait for its end.
fn quiet(command: &mut Command) -> &mut Command {
    command.stdout(Stdio::null()).stderr(Stdio::null())
}
