//! One change, with everything reports say about it.

use std::fmt;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::party::{Direction, Party, Severity, Side};
use crate::rule::{Rule, Semver};

/// What a change belongs to inside its family. The order is that of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceKind {
    /// The contract as a whole.
    Catalogue,
    /// The family itself.
    Family,
    /// HTTP rules.
    Transport,
    /// Kinds of product.
    Products,
    /// One interface.
    Interface,
    /// One scheme.
    Scheme,
    /// One cipher.
    Cipher,
    /// Something only the two parties know.
    Secret,
    /// Result codes.
    ResultCodes,
    /// Defined types.
    Types,
    /// A function of the client SDK.
    Function,
    /// An event of the client SDK.
    Event,
    /// A package on disk.
    Artifact,
    /// A text that is put together from parts.
    Text,
    /// Calls that belong together.
    Scenario,
    /// Records that a mock keeps.
    Collection,
    /// Pages, errata, notes.
    Sources,
}

impl PlaceKind {
    /// The words of reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Catalogue => "contract",
            Self::Family => "guide",
            Self::Transport => "transport",
            Self::Products => "products",
            Self::Interface => "interface",
            Self::Scheme => "scheme",
            Self::Cipher => "cipher",
            Self::Secret => "secret",
            Self::ResultCodes => "result codes",
            Self::Types => "types",
            Self::Function => "function",
            Self::Event => "event",
            Self::Artifact => "package",
            Self::Text => "composed text",
            Self::Scenario => "scenario",
            Self::Collection => "records of the mock",
            Self::Sources => "sources",
        }
    }
}

/// What a change belongs to: an interface, a scheme, the result codes of a family.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Place {
    /// Id of the family.
    pub family: String,
    /// What kind of thing.
    pub kind: PlaceKind,
    /// Its id; empty where the family has only one.
    pub id: String,
    /// Its title, where it has one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.kind, self.id.is_empty()) {
            (PlaceKind::Interface, false) => f.write_str(&self.id),
            (kind, true) => f.write_str(kind.as_str()),
            (kind, false) => write!(f, "{} {}", kind.as_str(), self.id),
        }
    }
}

/// A page a change rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourcePage {
    /// Id.
    pub id: String,
    /// Address, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// One change.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The kind of change.
    pub rule: Rule,
    /// What it belongs to.
    pub place: Place,
    /// What changed, such as `request body orderId`; empty when it is the place itself.
    pub subject: String,
    /// The site it holds for; otherwise it holds for all.
    pub site: Option<String>,
    /// As it was, for people.
    pub old: Option<String>,
    /// As it is, for people.
    pub new: Option<String>,
    /// Where the old spec says it.
    pub old_at: Option<String>,
    /// Where the new spec says it.
    pub new_at: Option<String>,
    /// Pages it rests on.
    pub pages: Vec<SourcePage>,
    /// Items of the generated crate it touches.
    pub items: Vec<String>,
    /// What the generated crate needs for it.
    pub semver: Semver,
    /// SQL that makes room for it.
    pub sql: Option<String>,
    /// Advice.
    pub hint: Option<String>,
    pub(crate) directions: Vec<Direction>,
    pub(crate) side: Side,
}

impl Change {
    /// How bad the change is for a party: the worst of the directions it concerns.
    pub fn severity(&self, party: Party) -> Severity {
        self.directions
            .iter()
            .map(|direction| self.rule.severity(*direction, self.side, party))
            .max()
            .unwrap_or(Severity::None)
    }

    /// How bad the change is for the worst hit of some parties.
    pub fn worst(&self, parties: &[Party]) -> Severity {
        parties
            .iter()
            .map(|party| self.severity(*party))
            .max()
            .unwrap_or(Severity::None)
    }

    /// What recognises the change in another comparison: it depends on what changed, not on where the files say it.
    pub fn fingerprint(&self) -> String {
        const SEPARATOR: [u8; 1] = [0x1f];
        const BYTES: usize = 8;
        let mut hash = Sha256::new();
        let parts = [
            Some(self.rule.code()),
            Some(&self.place.family),
            Some(self.place.kind.as_str()),
            Some(&self.place.id),
            Some(&self.subject),
            self.site.as_deref(),
            self.old.as_deref(),
            self.new.as_deref(),
        ];
        for part in parts {
            // Absent differs from empty.
            hash.update(if part.is_some() { [1] } else { [0] });
            hash.update(part.unwrap_or_default());
            hash.update(SEPARATOR);
        }
        hex::encode(
            hash.finalize()
                .iter()
                .copied()
                .take(BYTES)
                .collect::<Vec<u8>>(),
        )
    }

    /// Subject and site.
    pub fn about(&self) -> String {
        let subject = if self.subject.is_empty() {
            self.place.to_string()
        } else {
            self.subject.clone()
        };
        match &self.site {
            Some(site) => format!("{subject} (on {site})"),
            None => subject,
        }
    }

    /// Old and new in one line.
    pub fn delta(&self) -> String {
        match (&self.old, &self.new) {
            (Some(old), Some(new)) => format!("{old} → {new}"),
            (Some(old), None) => format!("was {old}"),
            (None, Some(new)) => new.clone(),
            (None, None) => String::new(),
        }
    }
}
