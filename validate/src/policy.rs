//! What counts as an error, and what is only worth knowing.

use koo_runtime::validate::{Rule, Violation};
use koo_spec::catalogue::{Direction, Side};

use crate::finding::Severity;

/// How payloads are judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Policy {
    /// Every broken rule is an error.
    Strict,
    /// Only what makes a message unusable is an error: no JSON, something mandatory missing, a value that no reader
    /// could take for the documented type. The rest is reported as a warning.
    Observe,
    /// As a merchant's service judges: what the merchant sends is held to every rule, because the platform refuses
    /// it otherwise; what it receives is observed, because no order may be lost over a length.
    Direction,
}

impl Policy {
    /// Whether every rule counts for one side of a call.
    pub(crate) const fn is_strict(self, direction: Direction, side: Side) -> bool {
        match self {
            Self::Strict => true,
            Self::Observe => false,
            Self::Direction => matches!(
                (direction, side),
                (Direction::PlatformToMerchant, Side::Reply)
                    | (
                        Direction::MerchantToPlatform
                            | Direction::ThirdParty
                            | Direction::BrowserRedirect,
                        Side::Request
                    )
            ),
        }
    }
}

/// What happened, as far as severity depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Breach {
    /// A rule of the runtime is broken.
    Rule,
    /// A limit is exceeded that is known to be printed wrong.
    Advisory,
    /// The value has another JSON type; whether a lenient reader takes it all the same.
    WrongType { is_readable: bool },
    /// The contract does not name the member.
    Unknown,
    /// The name stands there twice.
    Duplicate,
    /// Not JSON at all.
    Syntax,
}

/// Decides about severity.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Judge {
    pub(crate) is_strict: bool,
    pub(crate) deny_unknown: bool,
}

impl Judge {
    pub(crate) fn severity(self, breach: Breach, violation: &Violation) -> Severity {
        let is_error = match breach {
            Breach::Syntax => true,
            Breach::Advisory => false,
            Breach::Unknown => self.deny_unknown,
            Breach::Duplicate => self.is_strict,
            Breach::WrongType { is_readable } => self.is_strict || !is_readable,
            Breach::Rule => {
                self.is_strict
                    || match violation.rule() {
                        Rule::Required => true,
                        // Without digits to count it is no number.
                        Rule::Decimal => violation.actual().is_none(),
                        _ => false,
                    }
            }
        };
        if is_error {
            Severity::Error
        } else {
            Severity::Warning
        }
    }
}
