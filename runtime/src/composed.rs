//! Texts that are put together from parts, such as a device fingerprint.
//!
//! ```
//! use koo_runtime::composed::{ComposedError, Layout, LetterCase, Part};
//!
//! let fingerprint = Layout {
//!     separator: "|",
//!     parts: &[
//!         Part { name: "addresses", separator: Some(",") },
//!         Part { name: "board", separator: None },
//!     ],
//!     letter_case: LetterCase::Upper,
//!     max_bytes: Some(64),
//! };
//! let text = fingerprint.compose(&[&["04:7c:16", "04:7c:17"], &["b1"]])?;
//! assert_eq!(text, "04:7C:16,04:7C:17|B1");
//! assert_eq!(fingerprint.split(&text)?, [vec!["04:7C:16", "04:7C:17"], vec!["B1"]]);
//! assert_eq!(fingerprint.compose::<&str>(&[&[], &[]])?, "|");
//! assert_eq!(fingerprint.split("a|b|c"), Err(ComposedError::Parts { expected: 2, found: 3 }));
//! # Ok::<(), ComposedError>(())
//! ```

/// What a text is put together from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout<'a> {
    /// Text between the parts.
    pub separator: &'a str,
    /// Parts in order; one that is missing stays empty.
    pub parts: &'a [Part<'a>],
    /// Case of ASCII letters.
    pub letter_case: LetterCase,
    /// Largest size of the whole.
    pub max_bytes: Option<usize>,
}

/// One part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part<'a> {
    /// Name, for errors.
    pub name: &'a str,
    /// Text between several values; without it there is at most one.
    pub separator: Option<&'a str>,
}

/// Case of ASCII letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LetterCase {
    /// As it comes.
    #[default]
    Any,
    /// Upper case.
    Upper,
    /// Lower case.
    Lower,
}

/// Why a text cannot be put together or taken apart. Names parts, never values.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ComposedError {
    /// Another number of parts.
    #[error("{found} parts where {expected} belong")]
    Parts {
        /// As many as there must be.
        expected: usize,
        /// As many as there are.
        found: usize,
    },
    /// Several values where there may be one.
    #[error("{0} has several values and may have one")]
    Several(String),
    /// A value is empty, or holds a separator.
    #[error("a value of {0} is empty or holds a separator")]
    Value(String),
    /// Letters are in the wrong case.
    #[error("{0} has letters in the wrong case")]
    Case(String),
    /// The text is too long.
    #[error("{bytes} bytes, at most {max} allowed")]
    TooLong {
        /// Its size.
        bytes: usize,
        /// Largest size.
        max: usize,
    },
}

impl Layout<'_> {
    /// The text that these values make, those of each part in order; letters are put into the right case.
    ///
    /// # Errors
    /// [`ComposedError`], but never [`ComposedError::Case`].
    pub fn compose<V: AsRef<str>>(&self, values: &[&[V]]) -> Result<String, ComposedError> {
        self.count(values.len())?;
        let mut written = Vec::with_capacity(values.len());
        for (part, values) in self.parts.iter().zip(values) {
            if part.separator.is_none() && values.len() > 1 {
                return Err(ComposedError::Several(part.name.to_owned()));
            }
            let values: Vec<&str> = values.iter().map(AsRef::as_ref).collect();
            self.check_values(part, &values)?;
            written.push(values.join(part.separator.unwrap_or_default()));
        }
        let text = written.join(self.separator);
        let text = match self.letter_case {
            LetterCase::Any => text,
            LetterCase::Upper => text.to_ascii_uppercase(),
            LetterCase::Lower => text.to_ascii_lowercase(),
        };
        self.check_size(&text)?;
        Ok(text)
    }

    /// The values of each part of a text.
    ///
    /// # Errors
    /// [`ComposedError`]: the text breaks a rule.
    pub fn split(&self, text: &str) -> Result<Vec<Vec<String>>, ComposedError> {
        self.check_size(text)?;
        let written: Vec<&str> = text.split(self.separator).collect();
        self.count(written.len())?;
        let mut parts = Vec::with_capacity(written.len());
        for (part, written) in self.parts.iter().zip(written) {
            let values: Vec<&str> = match part.separator {
                _ if written.is_empty() => Vec::new(),
                Some(separator) => written.split(separator).collect(),
                None => vec![written],
            };
            self.check_values(part, &values)?;
            let is_wrong = |byte: u8| match self.letter_case {
                LetterCase::Any => false,
                LetterCase::Upper => byte.is_ascii_lowercase(),
                LetterCase::Lower => byte.is_ascii_uppercase(),
            };
            if written.bytes().any(is_wrong) {
                return Err(ComposedError::Case(part.name.to_owned()));
            }
            parts.push(values.into_iter().map(str::to_owned).collect());
        }
        Ok(parts)
    }

    /// The values of each part of a text, for code that knows how many parts there are.
    ///
    /// # Errors
    /// As [`split`](Self::split).
    pub fn split_into<const N: usize>(
        &self,
        text: &str,
    ) -> Result<[Vec<String>; N], ComposedError> {
        let parts = self.split(text)?;
        parts
            .try_into()
            .map_err(|parts: Vec<_>| ComposedError::Parts {
                expected: N,
                found: parts.len(),
            })
    }

    fn count(&self, found: usize) -> Result<(), ComposedError> {
        let expected = self.parts.len();
        if found == expected {
            Ok(())
        } else {
            Err(ComposedError::Parts { expected, found })
        }
    }

    fn check_values(&self, part: &Part<'_>, values: &[&str]) -> Result<(), ComposedError> {
        let holds = |value: &str, separator: &str| value.contains(separator);
        let is_wrong = |value: &&str| {
            value.is_empty()
                || holds(value, self.separator)
                || part
                    .separator
                    .is_some_and(|separator| holds(value, separator))
        };
        if values.iter().any(is_wrong) {
            return Err(ComposedError::Value(part.name.to_owned()));
        }
        Ok(())
    }

    fn check_size(&self, text: &str) -> Result<(), ComposedError> {
        let bytes = text.len();
        match self.max_bytes.filter(|max| bytes > *max) {
            Some(max) => Err(ComposedError::TooLong { bytes, max }),
            None => Ok(()),
        }
    }
}
