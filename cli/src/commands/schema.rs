//! `koo schema`

use koo_spec::language::json_schema;

use super::Failure;
use crate::output::{Outcome, Output};

/// Prints the JSON Schema of the spec language.
pub(crate) fn run(output: &Output) -> Result<Outcome, Failure> {
    output.result(&(serde_json::to_string_pretty(&json_schema())? + "\n"))?;
    Ok(Outcome::Clean)
}
