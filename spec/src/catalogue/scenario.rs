//! Scenarios: sequences of calls that belong together, such as the life of an order.

use indexmap::IndexMap;
use serde_json::Value as Json;

use super::{Placed, Provenance, Text};
use crate::source::Span;

/// Calls that belong together, and what must be answered.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scenario {
    /// Id.
    pub id: String,
    /// Where the id stands.
    pub span: Span,
    /// Title.
    pub title: Text,
    /// What it shows.
    pub doc: Option<Text>,
    /// Sites on which it can happen; empty for all of the family.
    pub sites: Vec<Placed<String>>,
    /// Products to which it can happen; empty for all.
    pub products: Vec<Placed<String>>,
    /// Values made before the first call, by name.
    pub values: IndexMap<String, ScenarioValue>,
    /// What the caller answers while the scenario runs.
    pub records: Vec<ScenarioRecord>,
    /// Calls in order.
    pub steps: Vec<ScenarioStep>,
    /// Sources.
    pub provenance: Provenance,
}

/// A value made before the first call.
#[derive(Debug, Clone, PartialEq)]
pub struct ScenarioValue {
    /// How it is made.
    pub source: ValueSource,
    /// Whether nobody but the user can say it.
    pub given: bool,
    /// What it is.
    pub doc: Option<Text>,
    /// Where it is defined.
    pub span: Span,
}

/// How a value is made.
#[derive(Debug, Clone, PartialEq)]
pub enum ValueSource {
    /// A text with the names of earlier values in braces.
    Text(Placed<String>),
    /// Drawn anew in the form of a request parameter's example, `interface.parameter`.
    Like(Placed<String>),
    /// So many milliseconds from now, as a request parameter writes a point in time, `interface.parameter`.
    FromNow {
        /// The parameter.
        like: Placed<String>,
        /// How long from now.
        millis: u64,
    },
}

/// An answer of an interface that the called side may ask while a scenario runs: a documented answer with the values
/// of the scenario in it.
#[derive(Debug, Clone, PartialEq)]
pub struct ScenarioRecord {
    /// Interface that is asked, `family/interface`.
    pub of: Placed<String>,
    /// Request parameter → value of the documented request whose answer is taken.
    pub like: IndexMap<String, Placed<String>>,
    /// Request parameter → value that is asked for; stands in the answer wherever the documented one does.
    pub asked: IndexMap<String, Placed<String>>,
    /// JSON pointer into the answer → value.
    pub set: Vec<(Placed<String>, Json)>,
    /// Where it is defined.
    pub span: Span,
}

/// A call of a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct ScenarioStep {
    /// What it shows.
    pub title: Option<Text>,
    /// Interface that is called.
    pub call: Placed<String>,
    /// Request parameter → value; texts may have the names of values in braces.
    pub with: Vec<(Placed<String>, Json)>,
    /// Result codes that may be answered; those of success unless there are some.
    pub codes: Vec<Placed<String>>,
    /// Member of the reply, as a path with points → value it must have.
    pub reply: Vec<(Placed<String>, Json)>,
    /// Name → member of the reply that later steps use, as a path with points.
    pub keep: Vec<(String, Placed<String>)>,
    /// How often the same call is sent, each time with new values for what varies.
    pub times: u64,
    /// Whether all of them are sent at the same moment.
    pub at_once: bool,
    /// Interval and time for which the call is repeated while the answer is that the work still goes on.
    pub poll: Option<Poll>,
    /// Sources.
    pub provenance: Provenance,
    /// Where it is defined.
    pub span: Span,
}

/// How a call is repeated while the answer is that the work still goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Poll {
    /// Interval in milliseconds.
    pub every_millis: u64,
    /// Longest time in milliseconds.
    pub for_millis: u64,
}

/// The names of values that stand in braces in a text. Braces around anything else are just braces.
///
/// ```
/// use koo_spec::catalogue::value_names;
///
/// let names: Vec<_> = value_names(r#"{order}-{line}, {"json": 1}, {}"#).collect();
/// assert_eq!(names, ["order", "line"]);
/// ```
pub fn value_names(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| {
        let (name, _) = rest.split_once('}')?;
        is_value_name(name).then_some(name)
    })
}

/// Whether a name can stand in braces: letters, digits and underscores, a letter first.
pub fn is_value_name(name: &str) -> bool {
    crate::identifier::is_identifier(name)
}
