//! `koo explain`

use clap::Args;
use koo_spec::diagnostic::{Rule, did_you_mean};

use super::Failure;
use crate::output::{Outcome, Output};

/// Arguments of `koo explain`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo explain              all rules, a line each
  koo explain KG0007       one rule, by code
  koo explain unknown-key  one rule, by name

Exit codes: 0 done, 2 there is no such rule")]
pub(crate) struct Arguments {
    /// Code or name of a rule; without it all rules are listed.
    rule: Option<String>,
}

/// Prints one rule or the list.
pub(crate) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    let Some(wanted) = &arguments.rule else {
        let lines = Rule::ALL.iter().map(|rule| {
            format!(
                "{}  {:<7}  {:<26}  {}\n",
                rule.code(),
                rule.severity().as_str(),
                rule.name(),
                rule.summary()
            )
        });
        output.result(&lines.collect::<String>())?;
        return Ok(Outcome::Clean);
    };
    let Some(rule) = Rule::find(wanted) else {
        let names = Rule::ALL.iter().flat_map(|rule| [rule.code(), rule.name()]);
        let hint = did_you_mean(wanted, names)
            .map(|question| question + " ")
            .unwrap_or_default();
        return Err(Failure::Usage(format!(
            "there is no rule `{wanted}`; {hint}`koo explain` lists all rules"
        )));
    };
    let heading = format!(
        "{} {} ({})\n\n",
        rule.code(),
        rule.name(),
        rule.severity().as_str()
    );
    output.result(&(heading + rule.explanation()))?;
    Ok(Outcome::Clean)
}
