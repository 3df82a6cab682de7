//! `koo man`

use std::path::PathBuf;

use clap::{Args, CommandFactory};

use super::Failure;
use crate::folder::{can_be, write};
use crate::output::{Outcome, Output};

/// Arguments of `koo man`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo man --out /usr/local/share/man/man1     koo.1, koo-check.1 …
  koo man | man -l -                          the page of koo itself

Exit codes: 0 done, 2 wrong usage or the folder cannot be written")]
pub(crate) struct Arguments {
    /// Folder for a page of each command; without it the page of `koo` is printed.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Writes or prints the pages.
pub(crate) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    let mut command = crate::Arguments::command();
    command.build();
    let Some(out) = &arguments.out else {
        output.result(&page(command)?.1)?;
        return Ok(Outcome::Clean);
    };
    can_be(out)?;
    let mut commands = vec![command];
    let mut count = 0;
    while let Some(command) = commands.pop() {
        let subcommands = command.get_subcommands().filter(|command| {
            // `help` repeats the tree.
            command.get_name() != "help" && !command.is_hide_set()
        });
        commands.extend(subcommands.cloned());
        let (name, text) = page(command)?;
        write(&out.join(name), &text)?;
        count += 1;
    }
    output.remark(&format!("{count} pages in {}", out.display()));
    Ok(Outcome::Clean)
}

fn page(command: clap::Command) -> Result<(String, String), Failure> {
    let page = clap_mangen::Man::new(command);
    let mut text = Vec::new();
    page.render(&mut text).map_err(Failure::Print)?;
    Ok((
        page.get_filename(),
        String::from_utf8_lossy(&text).into_owned(),
    ))
}
