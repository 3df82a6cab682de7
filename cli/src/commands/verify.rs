//! `koo verify`

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use koo_calls::{Capture, read};
use koo_runtime::secret::Secret;
use koo_spec::catalogue::Scheme;
use koo_spec::interpret::explain::{Case, Explanation, explain};
use koo_spec::names::UnknownName;
use koo_spec::report::verdict;
use serde_json::Value;

use super::Failure;
use crate::contract::SpecArguments;
use crate::output::{Outcome, Output};
use crate::scheme::{Found, SchemeArguments, Side};
use crate::secrets::SecretArguments;
use crate::{input, moment};

/// Arguments of `koo verify`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo verify --interface saas-v2/newInstance captured.http
  pbpaste | koo verify --interface saas-v2/newInstance -      a curl command
  koo verify --interface saas-v2/queryInstance --side reply session.har
  koo verify --scheme open-api/sdk-hmac --at 2026-11-22T08:00:00Z call.txt
  koo verify --interface saas-v2/newInstance --compare canonical=mine.txt captured.http

A capture is a curl command, the text of an HTTP/1.1 message (a request, a reply, or both after
one another) or an HTTP archive (HAR). What is computed is shown with the secrets masked; where
a signature does not match, changes that would make it match are tried and named.

Secrets come from the environment (KOO_ACCESS_KEY for `access_key`), from files, or are asked
for. Further secrets of the guide that are at hand help to find a mix-up.

Exit codes: 0 every call verifies, 1 one does not, 2 wrong usage, or something could not be read")]
pub(crate) struct Arguments {
    #[command(flatten)]
    spec: SpecArguments,

    #[command(flatten)]
    scheme: SchemeArguments,

    /// Capture: a file, or `-` for standard input.
    capture: PathBuf,

    /// When it arrived: milliseconds since 1970 or a time such as 2026-11-22T08:00:00Z; now unless given.
    #[arg(long, value_name = "MOMENT", value_parser = moment::millis)]
    at: Option<i64>,

    /// Leave the age of the call aside.
    #[arg(long, conflicts_with = "at")]
    any_age: bool,

    /// Compare a step with a text of your own, in a file, and show the first difference.
    #[arg(long, value_name = "STEP=FILE")]
    compare: Vec<String>,

    #[command(flatten)]
    secrets: SecretArguments,

    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Human,
    /// One JSON document.
    Json,
}

/// Verifies and explains.
pub(crate) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    let Some(loaded) = arguments.spec.load(output)? else {
        return Ok(Outcome::Problems);
    };
    let found = arguments.scheme.find(&loaded.catalogue)?;
    let capture = input::bytes(&arguments.capture)?;
    let captures = read::read(&capture)
        .map_err(|error| Failure::Usage(format!("{}: {error}", arguments.capture.display())))?;
    let compared = arguments.compared(found.scheme)?;
    let secrets = arguments.secrets.read(found.family, &found.secrets())?;
    let now_millis = (!arguments.any_age).then(|| arguments.at.unwrap_or_else(moment::now));
    let mut explanations = Vec::new();
    for capture in &captures {
        let Some(explanation) = judge(capture, &found, &secrets, now_millis)? else {
            continue;
        };
        explanations.push((label(capture), explanation));
    }
    if explanations.is_empty() {
        let side = match found.side() {
            Side::Request => "request",
            Side::Reply => "reply",
        };
        return Err(Failure::Usage(format!("the capture holds no {side}")));
    }
    let all_accepted = explanations
        .iter()
        .all(|(_, explanation)| explanation.is_accepted());
    match arguments.format {
        Format::Human => {
            for (label, explanation) in &explanations {
                let text = verdict::human(label, found.scheme, explanation, &compared);
                output.result(&text)?;
            }
        }
        Format::Json => {
            let calls: Vec<Value> = explanations
                .iter()
                .map(|(label, explanation)| {
                    verdict::json(label, found.scheme, explanation, &compared)
                })
                .collect();
            let document = serde_json::json!({"koo": 1, "calls": calls});
            output.result(&(serde_json::to_string_pretty(&document)? + "\n"))?;
        }
    }
    Ok(if all_accepted {
        Outcome::Clean
    } else {
        Outcome::Problems
    })
}

impl Arguments {
    /// Steps with the text they are to be compared with.
    fn compared(&self, scheme: &Scheme) -> Result<Vec<(String, String)>, Failure> {
        let known: Vec<&str> = scheme.steps.iter().map(|(name, _)| name.as_str()).collect();
        let read = |written: &String| {
            let (step, file) = written
                .split_once('=')
                .ok_or_else(|| Failure::Usage("write --compare as STEP=FILE".to_owned()))?;
            if !known.contains(&step) {
                let what = format!("the scheme `{}` has no step", scheme.id);
                return Err(UnknownName::new(&what, step, known.iter().copied()).into());
            }
            Ok((step.to_owned(), input::text(file.as_ref())?))
        };
        self.compare.iter().map(read).collect()
    }
}

/// The verdict on the side of a capture that the scheme signs, if the capture has it.
fn judge(
    capture: &Capture,
    found: &Found<'_>,
    secrets: &BTreeMap<String, Secret>,
    now_millis: Option<i64>,
) -> Result<Option<Explanation>, Failure> {
    let query;
    let message = match (found.side(), &capture.request, &capture.reply) {
        (Side::Reply, _, Some(reply)) => reply.message(),
        (Side::Request, Some(request), _) => {
            query = request.parameters();
            request.message(&query)
        }
        _ => return Ok(None),
    };
    let case = Case {
        family: found.family,
        scheme: found.scheme,
        secrets,
        message,
        now_millis,
    };
    let explanation = explain(&case).map_err(|error| Failure::Usage(error.to_string()))?;
    Ok(Some(explanation))
}

fn label(capture: &Capture) -> String {
    match &capture.request {
        Some(request) => format!("{} {}", request.method, request.path),
        None => "reply".to_owned(),
    }
}
