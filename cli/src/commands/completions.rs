//! `koo completions`

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::Failure;
use crate::output::{Outcome, Output};

/// Arguments of `koo completions`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo completions bash > /etc/bash_completion.d/koo
  koo completions zsh > ~/.zfunc/_koo

Exit codes: 0 done, 2 wrong usage")]
pub(crate) struct Arguments {
    /// The shell.
    shell: Shell,
}

/// Prints the script.
pub(crate) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(
        arguments.shell,
        &mut crate::Arguments::command(),
        "koo",
        &mut script,
    );
    output.result(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Clean)
}
