//! Text that must not be seen: keys and passwords.

use std::fmt;

use zeroize::Zeroizing;

/// Secret text, such as an access key.
///
/// Its memory is overwritten with zeros when it is dropped, and no formatting shows it. There is no
/// `Display` and no `Serialize` on purpose: the only way to the text is [`Secret::expose`], which is easy
/// to find in a review.
///
/// ```
/// use koo_runtime::secret::Secret;
///
/// let key = Secret::from("demo-access-key");
/// assert_eq!(format!("{key:?}"), "Secret(***)");
/// assert_eq!(key.expose(), "demo-access-key");
/// ```
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// The text itself. Hand it to a cryptographic function, not to a log.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(Zeroizing::new(text.to_owned()))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(***)")
    }
}
