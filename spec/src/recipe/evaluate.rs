//! Evaluates recipes: the interpreted twin of the code that emitters write.

use std::collections::HashMap;

use koo_runtime::crypto::{self, CryptoError};

use super::{Expression, ExpressionKind, Function};

/// A value a recipe works on.
#[derive(Clone, PartialEq, Eq)]
pub enum Datum {
    /// Unicode text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// Names and values in order.
    Pairs(Vec<(String, String)>),
    /// A whole number.
    Integer(i64),
}

/// The names a recipe may use and their values.
#[derive(Clone, Default)]
pub struct Environment {
    values: HashMap<String, Datum>,
}

impl Environment {
    /// Gives a name a value.
    pub fn set(&mut self, name: impl Into<String>, value: Datum) {
        self.values.insert(name.into(), value);
    }

    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&Datum> {
        self.values.get(name)
    }
}

/// Why a recipe gave nothing. Names what failed, never a value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EvaluateError {
    /// A name has no value; the type check finds this beforehand.
    #[error("`{0}` has no value")]
    NoValue(String),
    /// A value is of the wrong kind; the type check finds this beforehand.
    #[error("`{0}` was given a value of the wrong kind")]
    Kind(&'static str),
    /// A function cannot work on its input, such as `canonical_json` on what is not JSON.
    #[error("`{function}`: {source}")]
    Function {
        /// The function.
        function: &'static str,
        /// What is wrong.
        source: CryptoError,
    },
}

/// The value of an expression.
///
/// # Errors
///
/// [`EvaluateError`]; of a recipe that passed the type check only [`EvaluateError::Function`].
pub fn evaluate(
    expression: &Expression,
    environment: &Environment,
) -> Result<Datum, EvaluateError> {
    match &expression.kind {
        ExpressionKind::Text(text) => Ok(Datum::Text(text.clone())),
        ExpressionKind::Integer(number) => Ok(Datum::Integer(*number)),
        ExpressionKind::Name(name) => environment
            .get(name)
            .cloned()
            .ok_or_else(|| EvaluateError::NoValue(name.clone())),
        ExpressionKind::Concat(parts) => {
            let mut text = String::new();
            for part in parts {
                text.push_str(&evaluate(part, environment)?.text("+")?);
            }
            Ok(Datum::Text(text))
        }
        ExpressionKind::Call(function, arguments) => {
            let values = arguments
                .iter()
                .map(|argument| evaluate(argument, environment))
                .collect::<Result<Vec<_>, _>>()?;
            call(*function, values)
        }
    }
}

fn call(function: Function, arguments: Vec<Datum>) -> Result<Datum, EvaluateError> {
    let name = function.name();
    let failed = |source| EvaluateError::Function {
        function: name,
        source,
    };
    let mut arguments = arguments.into_iter();
    let mut next = || arguments.next().ok_or(EvaluateError::Kind(name));
    Ok(match function {
        Function::HmacSha256 => {
            let (key, message) = (next()?.octets(name)?, next()?.octets(name)?);
            Datum::Bytes(crypto::hmac_sha256(key, message).to_vec())
        }
        Function::Sha256 => Datum::Bytes(crypto::sha256(next()?.octets(name)?).to_vec()),
        Function::Hex => Datum::Text(crypto::hex(next()?.octets(name)?)),
        Function::HexUpper => Datum::Text(crypto::hex_upper(next()?.octets(name)?)),
        Function::Base64 => Datum::Text(crypto::base64(next()?.octets(name)?)),
        Function::Base64Decode => {
            Datum::Bytes(crypto::base64_decode(next()?.text(name)?).map_err(failed)?)
        }
        Function::Text => Datum::Text(crypto::utf8(next()?.octets(name)?).map_err(failed)?),
        Function::Lower => Datum::Text(next()?.text(name)?.to_ascii_lowercase()),
        Function::Upper => Datum::Text(next()?.text(name)?.to_ascii_uppercase()),
        Function::First => {
            let (text, count) = (next()?.text(name)?, next()?.count(name)?);
            Datum::Text(crypto::first(&text, count))
        }
        Function::Skip => {
            let (text, count) = (next()?.text(name)?, next()?.count(name)?);
            Datum::Text(crypto::skip(&text, count))
        }
        Function::UrlEncode => Datum::Text(crypto::url_encode(next()?.text(name)?)),
        Function::UrlDecode => {
            Datum::Text(crypto::url_decode(next()?.text(name)?).map_err(failed)?)
        }
        Function::SortParams => Datum::Pairs(crypto::sort_params(&next()?.pairs(name)?)),
        Function::Without => {
            let (pairs, excluded) = (next()?.pairs(name)?, next()?.text(name)?);
            Datum::Pairs(crypto::without(&pairs, &excluded))
        }
        Function::Value => {
            let (pairs, wanted) = (next()?.pairs(name)?, next()?.text(name)?);
            Datum::Text(crypto::value(&pairs, &wanted).map_err(failed)?)
        }
        Function::Join => {
            let (pairs, equals, separator) = (
                next()?.pairs(name)?,
                next()?.text(name)?,
                next()?.text(name)?,
            );
            Datum::Text(crypto::join(&pairs, &equals, &separator))
        }
        Function::CanonicalJson => {
            Datum::Bytes(crypto::canonical_json(&next()?.octets(name)?).map_err(failed)?)
        }
        Function::JsonParams => {
            Datum::Pairs(crypto::json_params(&next()?.octets(name)?).map_err(failed)?)
        }
        Function::CanonicalPath => Datum::Text(crypto::canonical_path(&next()?.text(name)?)),
        Function::CanonicalQuery => Datum::Text(crypto::canonical_query(&next()?.pairs(name)?)),
        Function::CanonicalHeaders => {
            let (headers, names) = (next()?.pairs(name)?, next()?.text(name)?);
            Datum::Text(crypto::canonical_headers(&headers, &names).map_err(failed)?)
        }
        Function::Names => Datum::Text(crypto::names(&next()?.pairs(name)?)),
        Function::AesCbcEncrypt => {
            let (key, iv, plain) = (
                next()?.octets(name)?,
                next()?.octets(name)?,
                next()?.octets(name)?,
            );
            Datum::Bytes(crypto::aes_cbc_encrypt(key, iv, plain).map_err(failed)?)
        }
        Function::AesCbcDecrypt => {
            let (key, iv, sealed) = (
                next()?.octets(name)?,
                next()?.octets(name)?,
                next()?.octets(name)?,
            );
            Datum::Bytes(crypto::aes_cbc_decrypt(key, iv, sealed).map_err(failed)?)
        }
        Function::RsaOaepDecrypt => {
            let (key, sealed, digest) = (
                next()?.text(name)?,
                next()?.octets(name)?,
                next()?.text(name)?,
            );
            Datum::Bytes(crypto::rsa_oaep_decrypt(&key, &sealed, &digest).map_err(failed)?)
        }
        Function::RsaOaepEncrypt => {
            let (key, plain, digest) = (
                next()?.text(name)?,
                next()?.octets(name)?,
                next()?.text(name)?,
            );
            Datum::Bytes(crypto::rsa_oaep_encrypt(&key, &plain, &digest).map_err(failed)?)
        }
        Function::Sha1PrngKey => {
            let (seed, bits) = (next()?.octets(name)?, next()?.count(name)?);
            Datum::Bytes(crypto::sha1prng_key(seed, bits))
        }
    })
}

impl Datum {
    fn text(self, of: &'static str) -> Result<String, EvaluateError> {
        match self {
            Self::Text(text) => Ok(text),
            _ => Err(EvaluateError::Kind(of)),
        }
    }

    fn octets(self, of: &'static str) -> Result<Vec<u8>, EvaluateError> {
        match self {
            Self::Text(text) => Ok(text.into_bytes()),
            Self::Bytes(bytes) => Ok(bytes),
            Self::Pairs(_) | Self::Integer(_) => Err(EvaluateError::Kind(of)),
        }
    }

    fn pairs(self, of: &'static str) -> Result<Vec<(String, String)>, EvaluateError> {
        match self {
            Self::Pairs(pairs) => Ok(pairs),
            _ => Err(EvaluateError::Kind(of)),
        }
    }

    fn count(self, of: &'static str) -> Result<usize, EvaluateError> {
        match self {
            Self::Integer(number) => usize::try_from(number).map_err(|_| EvaluateError::Kind(of)),
            _ => Err(EvaluateError::Kind(of)),
        }
    }

    /// The text of a text value.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}
