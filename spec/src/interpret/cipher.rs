//! Encrypts and decrypts single values by the recipes of a cipher.

use std::collections::BTreeMap;

use koo_runtime::secret::Secret;

use crate::catalogue::Cipher;
use crate::recipe::Recipe;
use crate::recipe::evaluate::{Datum, Environment, EvaluateError, evaluate};

/// A cipher with the secrets it needs.
pub struct CipherInterpreter<'a> {
    cipher: &'a Cipher,
    secrets: BTreeMap<String, Secret>,
}

/// Why a value cannot be encrypted or decrypted. Names no value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CipherFailure {
    /// The cipher has no recipe for this direction.
    #[error("`{0}` has no recipe for this")]
    NoRecipe(String),
    /// A recipe cannot be worked out: a wrong key, or a value that is not of this cipher.
    #[error("the value cannot be worked out: {0}")]
    Recipe(#[from] EvaluateError),
    /// The result is not text.
    #[error("the result is not text")]
    NotText,
}

impl<'a> CipherInterpreter<'a> {
    /// A cipher ready to work.
    pub fn new(cipher: &'a Cipher, secrets: BTreeMap<String, Secret>) -> Self {
        Self { cipher, secrets }
    }

    /// The wire text of a plain text, with the random texts that were drawn for it, by name.
    ///
    /// # Errors
    ///
    /// [`CipherFailure`]
    pub fn encrypt(
        &self,
        plain: &str,
        random: &BTreeMap<String, String>,
    ) -> Result<String, CipherFailure> {
        let mut environment = self.environment();
        environment.set("plain", Datum::Bytes(plain.as_bytes().to_vec()));
        for (name, value) in random {
            environment.set(name, Datum::Text(value.clone()));
        }
        self.work_out(self.cipher.encrypt.as_ref(), environment)
    }

    /// The plain text of a wire text.
    ///
    /// # Errors
    ///
    /// [`CipherFailure`]
    pub fn decrypt(&self, sealed: &str) -> Result<String, CipherFailure> {
        let mut environment = self.environment();
        environment.set("sealed", Datum::Text(sealed.to_owned()));
        self.work_out(self.cipher.decrypt.as_ref(), environment)
    }

    fn environment(&self) -> Environment {
        let mut environment = Environment::default();
        for (name, secret) in &self.secrets {
            environment.set(name, Datum::Text(secret.expose().to_owned()));
        }
        environment
    }

    fn work_out(
        &self,
        recipe: Option<&Recipe>,
        mut environment: Environment,
    ) -> Result<String, CipherFailure> {
        let no_recipe = || CipherFailure::NoRecipe(self.cipher.id.clone());
        let tree = recipe
            .and_then(|recipe| recipe.tree.as_ref())
            .ok_or_else(no_recipe)?;
        for (name, step) in &self.cipher.steps {
            let Some(tree) = &step.tree else { continue };
            match evaluate(tree, &environment) {
                Ok(value) => environment.set(name, value),
                // The step is for the other direction.
                Err(EvaluateError::NoValue(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        match evaluate(tree, &environment)? {
            Datum::Text(text) => Ok(text),
            Datum::Bytes(bytes) => String::from_utf8(bytes).map_err(|_| CipherFailure::NotText),
            Datum::Pairs(_) | Datum::Integer(_) => Err(CipherFailure::NotText),
        }
    }
}
