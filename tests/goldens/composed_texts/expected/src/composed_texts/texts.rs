// Written by `koo generate`; do not edit.

//! Texts that are put together from parts.

use koo_runtime::Redact;
use koo_runtime::composed::{ComposedError, Layout, LetterCase, Part};

/// Hardware code (硬件码).
///
/// What tells one device from another.
///
/// ```text
/// {networkCards}|{type}
/// ```
///
/// Such as `AA:BB,CC:DD|SERVER`.
///
/// Devices without network card leave the part empty.
///
/// Sites: north, south; source: `texts`.
#[derive(Clone, Default, PartialEq, Eq, Redact)]
pub struct HardwareCode {
    /// Addresses of network cards.
    #[redact]
    pub network_cards: Vec<String>,
    /// Kind of device.
    #[redact]
    pub r#type: Option<String>,
}

impl HardwareCode {
    /// How the text is put together.
    pub const LAYOUT: Layout<'static> = Layout {
        separator: "|",
        parts: &[
            Part {
                name: "networkCards",
                separator: Some(","),
            },
            Part {
                name: "type",
                separator: None,
            },
        ],
        letter_case: LetterCase::Upper,
        max_bytes: Some(64),
    };

    /// The text, its letters in the right case.
    ///
    /// An error if a part holds a separator, or the whole is too long.
    pub fn compose(&self) -> Result<String, ComposedError> {
        let parts = [self.network_cards.as_slice(), self.r#type.as_slice()];
        Self::LAYOUT.compose(&parts)
    }

    /// Takes a text apart, and refuses one that breaks a rule.
    pub fn parse(text: &str) -> Result<Self, ComposedError> {
        let [network_cards, r#type] = Self::LAYOUT.split_into(text)?;
        Ok(Self {
            network_cards,
            r#type: r#type.into_iter().next(),
        })
    }
}

/// Two ends.
///
/// ```text
/// {from} -> {to}
/// ```
///
/// Sites: north, south; source: `texts`.
#[derive(Clone, Default, PartialEq, Eq, Redact)]
pub struct Route {
    /// Start.
    pub from: Option<String>,
    /// End.
    pub to: Option<String>,
}

impl Route {
    /// How the text is put together.
    pub const LAYOUT: Layout<'static> = Layout {
        separator: " -> ",
        parts: &[
            Part {
                name: "from",
                separator: None,
            },
            Part {
                name: "to",
                separator: None,
            },
        ],
        letter_case: LetterCase::Any,
        max_bytes: None,
    };

    /// The text, its letters in the right case.
    ///
    /// An error if a part holds a separator, or the whole is too long.
    pub fn compose(&self) -> Result<String, ComposedError> {
        let parts = [self.from.as_slice(), self.to.as_slice()];
        Self::LAYOUT.compose(&parts)
    }

    /// Takes a text apart, and refuses one that breaks a rule.
    pub fn parse(text: &str) -> Result<Self, ComposedError> {
        let [from, to] = Self::LAYOUT.split_into(text)?;
        Ok(Self {
            from: from.into_iter().next(),
            to: to.into_iter().next(),
        })
    }
}
