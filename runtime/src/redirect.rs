//! Sending a browser somewhere, and reading with what it comes back.
//!
//! ```
//! use koo_runtime::redirect::{RedirectAddress, RedirectError, RedirectQuery, RedirectState};
//!
//! // Before: keep the state in the session of the user.
//! let state = RedirectState::generate()?;
//! let host = RedirectAddress::host("domain", "login.example.com")?;
//! let mut address = RedirectAddress::new(format!("https://{host}/authorize"));
//! address.query("redirect_uri", "https://shop.example.com/back?from=login");
//! address.query("state", state.as_str());
//! # let address = address.into_string().replace(state.as_str(), "STATE");
//! assert_eq!(
//!     address,
//!     "https://login.example.com/authorize\
//!      ?redirect_uri=https%3A%2F%2Fshop.example.com%2Fback%3Ffrom%3Dlogin&state=STATE",
//! );
//!
//! // After: nothing the browser brings counts before its state does.
//! let query = RedirectQuery::parse(&format!("code=abc&state={}", state.as_str()));
//! query.check_state("state", &state)?;
//! assert_eq!(query.required("code")?, "abc");
//! let forged = RedirectQuery::parse("code=abc&state=guessed");
//! assert_eq!(forged.check_state("state", &state), Err(RedirectError::StateMismatch));
//! # Ok::<(), RedirectError>(())
//! ```

use std::fmt;
use std::str::FromStr;

use crate::crypto::{equal, url_encode};
use crate::message::parse_query;
use crate::random::{NoRandomness, alphanumeric};
use crate::secret::Secret;

/// Characters of a generated state: more randomness than anybody guesses.
const STATE_LENGTH: usize = 32;

/// Why there is no address, or why a browser that came back is not believed. Names parameters, never values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RedirectError {
    /// A parameter is absent or empty.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// A parameter has not its form.
    #[error("{0} is malformed")]
    Malformed(&'static str),
    /// The browser comes back with another state: the request was not made in this session.
    #[error("the state is not that of this session")]
    StateMismatch,
    /// The site has no such address.
    #[error("this site has no such address")]
    NoAddress,
    /// There is no randomness for a state.
    #[error(transparent)]
    Random(#[from] NoRandomness),
}

/// Text that ties the browser which comes back to the session that sent it. Kept in that session, compared in
/// constant time, shown by no formatting.
#[derive(Clone)]
pub struct RedirectState(Secret);

impl RedirectState {
    /// A state that nobody can guess: 32 random letters and digits.
    ///
    /// # Errors
    /// [`NoRandomness`]
    pub fn generate() -> Result<Self, NoRandomness> {
        alphanumeric(STATE_LENGTH).map(Self::from)
    }

    /// The text to send and to keep.
    pub fn as_str(&self) -> &str {
        self.0.expose()
    }

    /// Whether this is the state that came back.
    pub fn matches(&self, received: &str) -> bool {
        equal(self.as_str(), received)
    }
}

/// The state that a session kept.
impl From<String> for RedirectState {
    fn from(text: String) -> Self {
        Self(Secret::from(text))
    }
}

impl fmt::Debug for RedirectState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RedirectState(***)")
    }
}

/// An address being put together. The query stands at its very end, behind a fragment too: pages that live in the
/// fragment read it there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RedirectAddress {
    text: String,
    has_query: bool,
}

impl RedirectAddress {
    /// An address without its query.
    pub fn new(base: impl Into<String>) -> Self {
        let text: String = base.into();
        let end = text.rsplit('#').next().unwrap_or_default();
        let has_query = end.contains('?');
        Self { text, has_query }
    }

    /// A host name, perhaps with a port, that may stand in an address; anything else could lead elsewhere.
    ///
    /// # Errors
    /// [`RedirectError::Malformed`] with the name of the parameter.
    pub fn host<'h>(name: &'static str, host: &'h str) -> Result<&'h str, RedirectError> {
        let (labels, port) = host.split_once(':').unwrap_or((host, "0"));
        let is_label = |label: &str| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        let is_port = port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok();
        if is_port && host.len() <= 255 && labels.split('.').all(is_label) {
            Ok(host)
        } else {
            Err(RedirectError::Malformed(name))
        }
    }

    /// A value as one segment of a path.
    pub fn segment(value: &str) -> String {
        url_encode(value)
    }

    /// Adds a parameter to the query.
    pub fn query(&mut self, name: &str, value: &str) {
        self.text.push(if self.has_query { '&' } else { '?' });
        self.has_query = true;
        self.text.push_str(&url_encode(name));
        self.text.push('=');
        self.text.push_str(&url_encode(value));
    }

    /// The address.
    pub fn into_string(self) -> String {
        self.text
    }
}

/// The query with which a browser arrives.
pub struct RedirectQuery {
    parameters: Vec<(String, String)>,
}

impl RedirectQuery {
    /// Reads a query string, with or without its question mark; see [`parse_query`].
    pub fn parse(query: &str) -> Self {
        Self {
            parameters: parse_query(query.strip_prefix('?').unwrap_or(query)),
        }
    }

    /// Checks that the browser comes from where this state was sent.
    ///
    /// # Errors
    /// [`RedirectError::Missing`] without a state, [`RedirectError::StateMismatch`] with another.
    pub fn check_state(
        &self,
        name: &'static str,
        state: &RedirectState,
    ) -> Result<(), RedirectError> {
        if state.matches(&self.required(name)?) {
            Ok(())
        } else {
            Err(RedirectError::StateMismatch)
        }
    }

    /// The value of a parameter that must be there.
    ///
    /// # Errors
    /// [`RedirectError::Missing`] if it is absent or empty.
    pub fn required(&self, name: &'static str) -> Result<String, RedirectError> {
        self.optional(name).ok_or(RedirectError::Missing(name))
    }

    /// The value of a parameter; empty is absent.
    pub fn optional(&self, name: &str) -> Option<String> {
        let found = self.parameters.iter().find(|(other, _)| other == name);
        found
            .map(|(_, value)| value.clone())
            .filter(|value| !value.is_empty())
    }

    /// The value of a parameter that must be there, and is no text.
    ///
    /// # Errors
    /// [`RedirectError::Missing`], [`RedirectError::Malformed`].
    pub fn parsed<T: FromStr>(&self, name: &'static str) -> Result<T, RedirectError> {
        let parsed = self.required(name)?.parse();
        parsed.map_err(|_| RedirectError::Malformed(name))
    }

    /// The value of a parameter that may be absent, and is no text.
    ///
    /// # Errors
    /// [`RedirectError::Malformed`]
    pub fn parsed_if_there<T: FromStr>(
        &self,
        name: &'static str,
    ) -> Result<Option<T>, RedirectError> {
        let parsed = self.optional(name).map(|text| text.parse()).transpose();
        parsed.map_err(|_| RedirectError::Malformed(name))
    }
}

/// Names only: what a browser brings may be as good as a password.
impl fmt::Debug for RedirectQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.parameters.iter().map(|(name, _)| name);
        f.debug_set().entries(names).finish()
    }
}
