//! The rules: one for each kind of change, with who breaks and why. They are data; nothing else decides a severity.
//!
//! Two tables: [`ParameterRule`] holds for requests (`KD01…`) and replies (`KD02…`) alike, because what counts is who
//! sends the value and who receives it. [`ContractRule`] holds everything else.

mod contract;
mod explain;
mod parameter;

use serde::{Serialize, Serializer};

pub use contract::ContractRule;
pub use explain::{explain, list};
pub use parameter::ParameterRule;

use crate::party::{Direction, Party, Severity, Side};

/// Whose severities the two columns of a rule are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Roles {
    /// Of whoever sends the message and whoever receives it.
    Message,
    /// Of the caller and the called side.
    Call,
}

/// What the generated crate needs for a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Semver {
    /// No byte changes.
    None,
    /// Only documentation changes.
    Patch,
    /// Items are added, or values are judged differently; what compiled still compiles.
    Minor,
    /// What compiled may not compile any more.
    Major,
}

impl Semver {
    /// The word of reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

/// A row of one of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Entry {
    /// Of the request, for parameters.
    code: &'static str,
    /// Of the reply, for parameters; the same otherwise.
    reply_code: &'static str,
    name: &'static str,
    /// Severity for the sender, or the caller.
    from: Severity,
    /// Severity for the receiver, or the called side.
    to: Severity,
    roles: Roles,
    semver: Semver,
    title: &'static str,
    why: &'static str,
}

/// A kind of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// A change of a parameter of a request or a reply.
    Parameter(Side, ParameterRule),
    /// Any other change.
    Contract(ContractRule),
}

impl Rule {
    /// Every rule, by code.
    pub fn all() -> Vec<Self> {
        let of = |side| {
            ParameterRule::ALL
                .iter()
                .map(move |rule| Self::Parameter(side, *rule))
        };
        of(Side::Request)
            .chain(of(Side::Reply))
            .chain(ContractRule::ALL.iter().copied().map(Self::Contract))
            .collect()
    }

    /// The rule of a code, in any letter case, or a name.
    pub fn find(wanted: &str) -> Option<Self> {
        Self::all()
            .into_iter()
            .find(|rule| rule.code().eq_ignore_ascii_case(wanted) || rule.name() == wanted)
    }

    const fn entry(self) -> Entry {
        match self {
            Self::Parameter(_, rule) => rule.entry(),
            Self::Contract(rule) => rule.entry(),
        }
    }

    /// The code, such as `KD0125`. A code never changes its meaning.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Parameter(Side::Reply, rule) => rule.entry().reply_code,
            _ => self.entry().code,
        }
    }

    /// The name in words, such as `request-parameter-length-widened`.
    pub fn name(self) -> String {
        match self {
            Self::Parameter(side, rule) => format!("{side}-parameter-{}", rule.entry().name),
            Self::Contract(rule) => rule.entry().name.to_owned(),
        }
    }

    /// What changed, in a few words.
    pub const fn title(self) -> &'static str {
        self.entry().title
    }

    /// Who breaks and why.
    pub const fn why(self) -> &'static str {
        self.entry().why
    }

    /// Whose severities the rule gives.
    pub const fn roles(self) -> Roles {
        self.entry().roles
    }

    /// What the generated crate needs at most.
    pub const fn semver(self) -> Semver {
        self.entry().semver
    }

    /// How bad a change is for a party, for calls in one direction. `side` says which message the change is about
    /// where the rule itself does not.
    pub fn severity(self, direction: Direction, side: Side, party: Party) -> Severity {
        let entry = self.entry();
        let side = match (self, entry.roles) {
            (Self::Parameter(side, _), _) => side,
            (_, Roles::Call) => Side::Request,
            (_, Roles::Message) => side,
        };
        if direction.sender(side) == Some(party) {
            entry.from
        } else if direction.receiver(side) == Some(party) {
            entry.to
        } else {
            Severity::None
        }
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// Writes a table: an enumeration of its rules and their entries.
macro_rules! table {
    (
        $(#[$docs:meta])* $enumeration:ident, $roles:expr, $request:literal $reply:literal;
        $($variant:ident $number:literal $name:literal $from:ident $to:ident $semver:ident $title:literal $why:literal)+
    ) => {
        $(#[$docs])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $enumeration {
            $(#[doc = $title] $variant,)+
        }

        impl $enumeration {
            /// Every rule, by code.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            pub(super) const fn entry(self) -> crate::rule::Entry {
                match self {
                    $(Self::$variant => crate::rule::Entry {
                        code: concat!("KD", $request, $number),
                        reply_code: concat!("KD", $reply, $number),
                        name: $name,
                        from: crate::party::Severity::$from,
                        to: crate::party::Severity::$to,
                        roles: $roles($number),
                        semver: crate::rule::Semver::$semver,
                        title: $title,
                        why: $why,
                    },)+
                }
            }
        }
    };
}

use table;
