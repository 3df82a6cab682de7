//! What a journal takes and what it keeps.

use std::time::Duration;

use koo_calls::{Reply, Request};
use koo_spec::catalogue::{Scheme, Text};
use koo_spec::interpret::explain::{Explanation, Reading};
use koo_spec::report::verdict;

use crate::message::{self, Severity};

/// A call as it happened, to be recorded; not masked yet, so its parts say themselves what `Debug` shows.
#[derive(Debug, Clone)]
pub struct Call {
    /// When it began, in milliseconds since 1970.
    pub at_millis: i64,
    /// Who called.
    pub direction: Direction,
    /// Family, if it was recognised.
    pub family: Option<String>,
    /// Interface, if it was recognised.
    pub interface: Option<String>,
    /// The request.
    pub request: Request,
    /// The reply, if there was one.
    pub reply: Option<Reply>,
    /// Why there was none, or why it could not be read.
    pub failure: Option<String>,
    /// Judgement on the signature of what came in: of the request of a received call, of the reply to a sent one.
    pub verification: Verification,
    /// What else is to say about what came in.
    pub findings: Vec<Finding>,
    /// How long it took.
    pub elapsed: Duration,
}

/// Who called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Somebody called here.
    Received,
    /// A call was made from here.
    Sent,
}

impl Direction {
    /// A stable word for programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Sent => "sent",
        }
    }
}

/// Judgement on a signature.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verification {
    /// The judgement.
    pub verdict: Verdict,
    /// Scheme, if one applies.
    pub scheme: Option<String>,
    /// The judgement in a sentence.
    pub says: String,
    /// How it was arrived at.
    pub working: Option<Working>,
}

/// Judgement on a signature, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Verdict {
    /// It fits.
    Fits,
    /// It is missing, wrong or too old.
    Refused,
    /// None is demanded.
    Unsigned,
    /// It could not be judged, such as for want of the key.
    #[default]
    Unjudged,
}

impl Verdict {
    /// Every judgement.
    pub const ALL: [Self; 4] = [Self::Fits, Self::Refused, Self::Unsigned, Self::Unjudged];

    /// A stable word for programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Fits => "fits",
            Self::Refused => "refused",
            Self::Unsigned => "unsigned",
            Self::Unjudged => "unjudged",
        }
    }
}

/// How a judgement was arrived at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Working {
    /// What is computed, for each reading of the recipe.
    pub readings: Vec<Reading>,
    /// Age of the message in words.
    pub age: Option<String>,
    /// What probably went wrong.
    pub causes: Vec<String>,
}

impl Verification {
    /// No signature is demanded.
    pub fn unsigned() -> Self {
        Self {
            verdict: Verdict::Unsigned,
            scheme: None,
            says: "no signature is demanded".to_owned(),
            working: None,
        }
    }

    /// The signature could not be judged.
    pub fn unjudged(scheme: Option<&str>, why: impl Into<String>) -> Self {
        Self {
            verdict: Verdict::Unjudged,
            scheme: scheme.map(str::to_owned),
            says: why.into(),
            working: None,
        }
    }

    /// The judgement without how it was arrived at.
    #[must_use]
    pub fn without_working(self) -> Self {
        Self {
            working: None,
            ..self
        }
    }

    /// The judgement of a scheme, with its explanation.
    pub fn explained(scheme: &Scheme, explanation: Explanation) -> Self {
        let age = explanation.age.as_ref().map(verdict::describe_age);
        let says = match (&explanation.verdict, explanation.is_accepted(), &age) {
            (Err(failure), ..) => failure.to_string(),
            (Ok(_), false, Some(age)) => format!("the signature matches; {age}"),
            (Ok(_), ..) => "the signature matches".to_owned(),
        };
        Self {
            verdict: if explanation.is_accepted() {
                Verdict::Fits
            } else {
                Verdict::Refused
            },
            scheme: Some(scheme.id.clone()),
            says,
            working: Some(Working {
                age,
                causes: explanation.causes.iter().map(ToString::to_string).collect(),
                readings: explanation.readings,
            }),
        }
    }

    /// The same refusal for a reason of its own, such as a nonce that was seen before.
    #[must_use]
    pub fn refused(self, why: impl Into<String>) -> Self {
        Self {
            verdict: Verdict::Refused,
            says: why.into(),
            ..self
        }
    }
}

/// Something to say about a message beyond its signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub level: Level,
    /// What it is about: a place in the message, or the name of a rule; empty for the whole message.
    pub place: String,
    /// What, in a sentence.
    pub says: String,
    /// Ids of source pages of the family.
    pub pages: Vec<String>,
}

impl From<message::Finding> for Finding {
    fn from(finding: message::Finding) -> Self {
        let sources = finding.sources.into_iter();
        Self {
            level: match finding.severity {
                Severity::Error => Level::Error,
                Severity::Remark => Level::Note,
            },
            place: finding.rule.to_owned(),
            says: finding.text,
            pages: sources.map(|source| source.page).collect(),
        }
    }
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Worth knowing.
    Note,
    /// Breaks a rule, but is let through.
    Warning,
    /// Breaks a rule.
    Error,
}

impl Level {
    /// Every level.
    pub const ALL: [Self; 3] = [Self::Note, Self::Warning, Self::Error];

    /// A stable word for programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A call as it is kept: masked and cut to size.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Number, from 1.
    pub number: u64,
    /// When it began, in milliseconds since 1970.
    pub at_millis: i64,
    /// Who called.
    pub direction: Direction,
    /// What was called, if it was recognised.
    pub subject: Option<Subject>,
    /// HTTP method.
    pub method: String,
    /// Address: of a received call path and query, of a sent one the whole URL.
    pub target: String,
    /// The request.
    pub request: Content,
    /// HTTP status of the reply.
    pub status: Option<u16>,
    /// The reply, if there was one.
    pub reply: Option<Content>,
    /// Why there was none, or why it could not be read.
    pub failure: Option<String>,
    /// Judgement on the signature of what came in.
    pub verification: Verification,
    /// What else is to say about what came in, the worst first.
    pub findings: Vec<Finding>,
    /// How long it took.
    pub elapsed: Duration,
}

/// The interface of a call, with its official titles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Family.
    pub family: String,
    /// Title of the family.
    pub family_title: Text,
    /// Interface, if that was recognised too.
    pub interface: Option<String>,
    /// Title of the interface.
    pub title: Option<Text>,
}

/// Headers and body of a message.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Content {
    /// Headers in the order sent, names as spelled.
    pub headers: Vec<(String, String)>,
    /// Body as text, as far as it is kept; nothing of bytes that are no text.
    pub body: String,
    /// Size of the whole body.
    pub body_bytes: usize,
    /// Whether `body` is only the beginning, or nothing since it is no text.
    pub is_cut: bool,
}

impl Entry {
    /// Whether everything is in order: an answer came, its signature fits, and nothing breaks a rule.
    pub fn is_clean(&self) -> bool {
        self.failure.is_none()
            && self.verification.verdict != Verdict::Refused
            && self
                .findings
                .iter()
                .all(|finding| finding.level != Level::Error)
    }

    /// Roughly the memory it takes.
    pub(super) fn bytes(&self) -> usize {
        let content = |content: &Content| {
            content.body.len()
                + content
                    .headers
                    .iter()
                    .map(|(name, value)| name.len() + value.len() + 48)
                    .sum::<usize>()
        };
        let working = self.verification.working.as_ref();
        let readings = working.iter().flat_map(|working| &working.readings);
        let readings: usize = readings
            .map(|reading| {
                let steps = reading.steps.iter();
                let comparisons = reading.comparisons.iter();
                steps
                    .map(|step| step.value.len() + step.recipe.len() + 72)
                    .chain(comparisons.map(|one| {
                        one.expected.len() + one.received.len() + one.recipe.len() + 128
                    }))
                    .sum::<usize>()
            })
            .sum();
        let findings: usize = self
            .findings
            .iter()
            .map(|finding| finding.place.len() + finding.says.len() + 72)
            .sum();
        512 + self.target.len()
            + content(&self.request)
            + self.reply.as_ref().map_or(0, content)
            + readings
            + findings
    }
}
