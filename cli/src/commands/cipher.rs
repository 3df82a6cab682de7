//! `koo encrypt` and `koo decrypt`

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;
use koo_runtime::random;
use koo_spec::catalogue::{Catalogue, Cipher, Family, RandomText};
use koo_spec::interpret::cipher::CipherInterpreter;
use koo_spec::names;

use super::Failure;
use crate::contract::SpecArguments;
use crate::input;
use crate::output::{Outcome, Output};
use crate::secrets::SecretArguments;

/// Arguments of `koo encrypt`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo encrypt --cipher saas-v1/sensitive-128 --secret access_key=file:key.txt phone.txt
  printf 13800000000 | koo encrypt --cipher saas-v1/sensitive-256

Exit codes: 0 encrypted, 2 wrong usage, or something could not be read")]
pub(crate) struct Encrypt {
    #[command(flatten)]
    common: Common,
}

/// Arguments of `koo decrypt`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo decrypt --cipher joint-kit/client-secret --secret private_key=file:key.pem sealed.txt
  echo 0123456789abcdef7JatqSDtVMGJzEvS1dY19g== | koo decrypt --cipher saas-v1/sensitive-256

Exit codes: 0 decrypted, 1 the value is not of this cipher and key, 2 wrong usage, or something
could not be read")]
pub(crate) struct Decrypt {
    #[command(flatten)]
    common: Common,
}

#[derive(Debug, Args)]
struct Common {
    #[command(flatten)]
    spec: SpecArguments,

    /// The cipher, such as saas-v1/sensitive-256.
    #[arg(long, value_name = "FAMILY/CIPHER")]
    cipher: String,

    /// The value: a file, or standard input, so that it is in no shell's history.
    #[arg(default_value = "-")]
    value: PathBuf,

    #[command(flatten)]
    secrets: SecretArguments,
}

impl Common {
    fn find<'a>(&self, catalogue: &'a Catalogue) -> Result<(&'a Family, &'a Cipher), Failure> {
        Ok(names::cipher(catalogue, &self.cipher)?)
    }

    /// The secrets that one direction of the cipher needs.
    fn interpreter<'a>(
        &self,
        family: &Family,
        cipher: &'a Cipher,
        recipe: Option<&koo_spec::recipe::Recipe>,
    ) -> Result<CipherInterpreter<'a>, Failure> {
        let steps = cipher.steps.iter().map(|(_, recipe)| recipe);
        let mentioned: Vec<&str> = steps
            .chain(recipe)
            .flat_map(koo_spec::recipe::Recipe::mentioned)
            .collect();
        let secrets = family.secrets.keys().map(String::as_str);
        let needed: Vec<&str> = secrets.filter(|name| mentioned.contains(name)).collect();
        Ok(CipherInterpreter::new(
            cipher,
            self.secrets.read(family, &needed)?,
        ))
    }
}

/// Encrypts a value.
pub(crate) fn encrypt(arguments: &Encrypt, output: &Output) -> Result<Outcome, Failure> {
    let common = &arguments.common;
    let Some(loaded) = common.spec.load(output)? else {
        return Ok(Outcome::Problems);
    };
    let (family, cipher) = common.find(&loaded.catalogue)?;
    let interpreter = common.interpreter(family, cipher, cipher.encrypt.as_ref())?;
    let plain = input::text(&common.value)?;
    let mut drawn_texts = BTreeMap::new();
    for (name, text) in &cipher.random {
        drawn_texts.insert(name.clone(), drawn(*text)?);
    }
    let sealed = interpreter
        .encrypt(plain.trim_end_matches(['\r', '\n']), &drawn_texts)
        .map_err(|error| Failure::Usage(error.to_string()))?;
    output.result(&(sealed + "\n"))?;
    Ok(Outcome::Clean)
}

/// Decrypts a value.
pub(crate) fn decrypt(arguments: &Decrypt, output: &Output) -> Result<Outcome, Failure> {
    let common = &arguments.common;
    let Some(loaded) = common.spec.load(output)? else {
        return Ok(Outcome::Problems);
    };
    let (family, cipher) = common.find(&loaded.catalogue)?;
    let interpreter = common.interpreter(family, cipher, cipher.decrypt.as_ref())?;
    let sealed = input::text(&common.value)?;
    match interpreter.decrypt(sealed.trim()) {
        Ok(plain) => {
            output.result(&(plain + "\n"))?;
            Ok(Outcome::Clean)
        }
        Err(error) => {
            output.error(&error);
            Ok(Outcome::Problems)
        }
    }
}

/// A random text of a cipher.
fn drawn(text: RandomText) -> Result<String, Failure> {
    let length = usize::try_from(text.length).unwrap_or(usize::MAX);
    let drawn = if text.hex {
        random::hex(length)
    } else {
        random::alphanumeric(length)
    };
    drawn.map_err(|error| Failure::Usage(error.to_string()))
}
