//! Secrets for commands: from the environment, from files, or asked for. Never from the command line itself, where
//! other users and the shell's history would see them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use clap::Args;
use koo_runtime::secret::Secret;
use koo_spec::catalogue::Family;
use koo_spec::names::UnknownName;

use crate::ask;
use crate::commands::Failure;

/// The secret arguments of commands that sign, verify, encrypt or decrypt.
#[derive(Debug, Args)]
pub(crate) struct SecretArguments {
    /// Where a secret is: `access_key=env:VARIABLE` or `access_key=file:PATH`. Unless given it is taken from the
    /// variable KOO_ and its name in capitals, such as `KOO_ACCESS_KEY`, or asked for.
    #[arg(long = "secret", value_name = "NAME=SOURCE")]
    sources: Vec<String>,
}

/// Where a secret is.
#[derive(Debug, Clone)]
enum Source {
    Variable(String),
    File(PathBuf),
}

/// Reads a source. What was written may be the secret itself, so no message repeats it.
fn source(written: &str) -> Result<(&str, Source), Failure> {
    let problem =
        || Failure::Usage("write --secret NAME=env:VARIABLE or --secret NAME=file:PATH".to_owned());
    let (name, source) = written.split_once('=').ok_or_else(problem)?;
    match source.split_once(':') {
        Some(("env", variable)) => Ok((name, Source::Variable(variable.to_owned()))),
        Some(("file", path)) => Ok((name, Source::File(PathBuf::from(path)))),
        _ => Err(problem()),
    }
}

impl SecretArguments {
    /// The secrets of several families that are at hand; none is asked for.
    pub(crate) fn at_hand(
        &self,
        families: &[&Family],
    ) -> Result<BTreeMap<String, Secret>, Failure> {
        let sources = self
            .sources
            .iter()
            .map(|written| source(written))
            .collect::<Result<BTreeMap<_, _>, _>>()?;
        let known = families.iter().flat_map(|family| family.secrets.keys());
        let known: BTreeSet<&str> = known.map(String::as_str).collect();
        if let Some(unknown) = sources.keys().find(|name| !known.contains(**name)) {
            return Err(UnknownName::new("there is no secret", unknown, known).into());
        }
        let mut secrets = BTreeMap::new();
        for name in known {
            let secret = match sources.get(name) {
                Some(source) => Some(fetch(name, source)?),
                None => variable(&default_variable(name)),
            };
            secrets.extend(secret.map(|secret| (name.to_owned(), secret)));
        }
        Ok(secrets)
    }

    /// The same with one more source.
    pub(crate) fn with(&self, source: &str) -> Self {
        let mut sources = self.sources.clone();
        sources.push(source.to_owned());
        Self { sources }
    }

    /// The secrets that are needed, and others of the family that happen to be at hand.
    pub(crate) fn read(
        &self,
        family: &Family,
        needed: &[&str],
    ) -> Result<BTreeMap<String, Secret>, Failure> {
        let sources = self
            .sources
            .iter()
            .map(|written| source(written))
            .collect::<Result<Vec<_>, _>>()?;
        let known: Vec<&str> = family.secrets.keys().map(String::as_str).collect();
        if let Some((unknown, _)) = sources.iter().find(|(name, _)| !known.contains(name)) {
            let what = format!("`{}` knows no secret", family.id);
            return Err(UnknownName::new(&what, unknown, known).into());
        }
        let mut secrets = BTreeMap::new();
        for name in known {
            let given = sources.iter().find(|(other, _)| *other == name);
            let secret = match given {
                Some((_, source)) => Some(fetch(name, source)?),
                None => variable(&default_variable(name)),
            };
            match secret {
                Some(secret) => {
                    secrets.insert(name.to_owned(), secret);
                }
                None if needed.contains(&name) => {
                    secrets.insert(name.to_owned(), ask(name)?);
                }
                None => {}
            }
        }
        Ok(secrets)
    }
}

/// The variable a secret is taken from unless another is named.
pub(crate) fn default_variable(name: &str) -> String {
    format!("KOO_{}", name.to_uppercase().replace('-', "_"))
}

fn variable(name: &str) -> Option<Secret> {
    let value = std::env::var(name).ok()?;
    (!value.is_empty()).then(|| Secret::from(value))
}

fn fetch(name: &str, source: &Source) -> Result<Secret, Failure> {
    match source {
        Source::Variable(from) => variable(from).ok_or_else(|| {
            Failure::Usage(format!(
                "the variable {from}, which should hold `{name}`, is not set"
            ))
        }),
        Source::File(path) => {
            let text = std::fs::read_to_string(path).map_err(|source| Failure::Io {
                action: "read",
                path: path.clone(),
                source,
            })?;
            // Editors end the last line; no secret does.
            Ok(Secret::from(text.trim_end_matches(['\r', '\n'])))
        }
    }
}

fn ask(name: &str) -> Result<Secret, Failure> {
    let instead = format!(
        "set {}, or pass --secret {name}=env:VARIABLE or --secret {name}=file:PATH",
        default_variable(name)
    );
    let needed = || Failure::Usage(format!("the secret `{name}` is needed: {instead}"));
    if !ask::is_possible() {
        return Err(needed());
    }
    let secret = ask::secret(name)?;
    if secret.expose().is_empty() {
        return Err(needed());
    }
    Ok(secret)
}
