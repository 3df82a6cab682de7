//! Runs the koo command.

#![allow(clippy::expect_used, reason = "helpers of tests may panic")]

use std::process::Output;

use assert_cmd::Command;

/// The command in the folder of this crate, with an environment that does not depend on who runs it.
pub(crate) fn koo() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_koo"));
    command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .env_remove("COLUMNS");
    command
}

/// What a run gave.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Self {
            code: output.status.code().expect("an exit code"),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }
}

impl Run {
    /// Exit code and both outputs, for snapshots.
    #[allow(dead_code, reason = "each test binary uses its part of this module")]
    pub(crate) fn transcript(&self) -> String {
        format!(
            "exit code {}\n--- standard output\n{}--- standard error\n{}",
            self.code, self.stdout, self.stderr
        )
    }
}

/// Runs the command with some arguments.
#[allow(dead_code, reason = "each test binary uses its part of this module")]
pub(crate) fn run(arguments: &[&str]) -> Run {
    koo().args(arguments).output().expect("koo runs").into()
}

/// Snapshots without the expression they came from.
#[allow(
    unused_macros,
    reason = "each test binary uses its part of this module"
)]
macro_rules! assert_transcript {
    ($name:expr, $text:expr) => {
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "snapshots" }, {
            insta::assert_snapshot!($name, $text);
        })
    };
}
