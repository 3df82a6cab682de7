//! Schemes: how calls are signed, as data.

use indexmap::IndexMap;

use super::{Format, Length, Placed, Presence, Provenance, Side, Text, Type};
use crate::recipe::Recipe;
use crate::source::Span;

/// How a message is signed.
#[derive(Debug, Clone, PartialEq)]
pub struct Scheme {
    /// Id.
    pub id: String,
    /// Where it is defined.
    pub span: Span,
    /// Title.
    pub title: Option<Text>,
    /// What it protects.
    pub doc: Text,
    /// Which message is signed.
    pub of: Side,
    /// Sites that use it; empty for all of the family.
    pub sites: Vec<Placed<String>>,
    /// Values the message carries.
    pub carries: Vec<Carried>,
    /// Steps in order.
    pub steps: Vec<(String, Alternatives)>,
    /// Carried value → recipe of what it must equal.
    pub equals: Vec<(Placed<String>, Recipe)>,
    /// Carried value → recipe by which a signer chooses it.
    pub chooses: Vec<(Placed<String>, Recipe)>,
    /// How the signature is compared.
    pub compare: Compare,
    /// Carried timestamp and the window around now, in milliseconds; `None` where no page says how wide it is.
    pub fresh: Option<(Placed<String>, Option<u64>)>,
    /// Carried value that may be seen only once.
    pub once: Option<Placed<String>>,
    /// Result codes for a message that fails.
    pub refusals: Refusals,
    /// Signed messages that must verify.
    pub vectors: Vec<Vector>,
    /// Sources.
    pub provenance: Provenance,
}

impl Scheme {
    /// Every recipe: those of the steps in all readings, of what is compared and of what a signer chooses.
    pub fn recipes(&self) -> impl Iterator<Item = &Recipe> {
        let steps = self.steps.iter().flat_map(|(_, step)| &step.recipes);
        let values = self.equals.iter().chain(&self.chooses);
        steps.chain(values.map(|(_, recipe)| recipe))
    }

    /// Whether a recipe uses a name, such as that of a secret.
    pub fn mentions(&self, name: &str) -> bool {
        self.recipes()
            .any(|recipe| recipe.mentioned().contains(&name))
    }
}

/// A signed message that must verify.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Vector {
    /// What it shows.
    pub title: Option<Text>,
    /// Made for the spec.
    pub invented: bool,
    /// Secrets by name; never live ones.
    pub secrets: IndexMap<String, String>,
    /// HTTP method.
    pub method: String,
    /// Path.
    pub path: String,
    /// Query parameters, decoded, without those the scheme carries.
    pub query: Vec<(String, String)>,
    /// Headers, without those the scheme carries.
    pub headers: Vec<(String, String)>,
    /// Body.
    pub body: String,
    /// Step → text it must give.
    pub steps: IndexMap<String, Placed<String>>,
    /// Carried value → text on the wire.
    pub carries: IndexMap<String, Placed<String>>,
    /// Sources.
    pub provenance: Provenance,
    /// Where it is defined.
    pub span: Span,
}

/// Readings of a step that a verifier tries in turn; a signer uses the first.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternatives {
    /// At least one recipe.
    pub recipes: Vec<Recipe>,
    /// Where the step is defined.
    pub span: Span,
}

/// How a signature is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Compare {
    /// Byte by byte.
    #[default]
    Exact,
    /// Ignoring the case of ASCII letters.
    IgnoreCase,
}

/// A value a signed message carries.
#[derive(Debug, Clone, PartialEq)]
pub struct Carried {
    /// The name recipes use.
    pub name: String,
    /// Where it is defined.
    pub span: Span,
    /// Name on the wire.
    pub wire_name: String,
    /// Where it travels.
    pub location: CarriedIn,
    /// Text around packed values in braces.
    pub template: Option<Placed<String>>,
    /// Type as documented.
    pub r#type: Type,
    /// Whether it must be there.
    pub presence: Presence,
    /// Longest value.
    pub max_length: Length,
    /// Form of the text.
    pub format: Option<Format>,
    /// Example.
    pub example: Option<String>,
    /// What it is.
    pub doc: Text,
    /// Sources.
    pub provenance: Provenance,
    /// Sites that document it; empty for all.
    pub sites: Vec<Placed<String>>,
}

impl Carried {
    /// The names in braces of its template.
    pub fn packed(&self) -> Vec<&str> {
        let Some(template) = &self.template else {
            return Vec::new();
        };
        template
            .value
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
            .collect()
    }

    /// The names recipes use: its own, or those of what its template packs.
    pub fn names(&self) -> Vec<&str> {
        match self.template {
            Some(_) => self.packed(),
            None => vec![&self.name],
        }
    }
}

/// Where a carried value travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CarriedIn {
    /// HTTP header.
    Header,
    /// Query string.
    Query,
}

/// Result codes for a message that fails its scheme.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Refusals {
    /// Carried value → code when it is not there.
    pub missing: IndexMap<String, Placed<String>>,
    /// The signature is wrong.
    pub mismatch: Option<Placed<String>>,
    /// The timestamp is too far from now.
    pub stale: Option<Placed<String>>,
    /// The nonce was seen before.
    pub replayed: Option<Placed<String>>,
}
