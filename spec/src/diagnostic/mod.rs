//! Problems found in a spec, and what is known about each kind of problem.

mod rule;

pub use rule::{Rule, Severity};

use crate::source::Span;

/// One problem: what is wrong, where, and what to do.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// The kind of problem.
    pub rule: Rule,
    /// Error or warning.
    pub severity: Severity,
    /// One sentence without a full stop.
    pub message: String,
    /// Where; the first is the place to change, the others explain.
    pub labels: Vec<Label>,
    /// What to do.
    pub hints: Vec<String>,
}

/// A place with a few words about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What about it; may be empty.
    pub text: String,
}

impl Diagnostic {
    /// A problem of a rule, with the rule's own severity.
    pub fn new(rule: Rule, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: rule.severity(),
            message: message.into(),
            labels: Vec::new(),
            hints: Vec::new(),
        }
    }

    /// Adds a place: the first one added is the primary place.
    #[must_use]
    pub fn at(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label {
            span,
            text: text.into(),
        });
        self
    }

    /// Adds advice.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Adds a did-you-mean when one of the candidates is close to what was written.
    #[must_use]
    pub fn suggest<'a>(self, written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Self {
        match did_you_mean(written, candidates) {
            Some(question) => self.hint(question),
            None => self,
        }
    }

    /// The primary place.
    pub fn span(&self) -> Span {
        self.labels
            .first()
            .map(|label| label.span)
            .unwrap_or_default()
    }
}

/// Asks whether the candidate closest to what was written was meant.
pub fn did_you_mean<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    let meant = closest(written, candidates)?;
    Some(format!("did you mean `{meant}`?"))
}

/// The candidate closest to what was written, if it is close enough to be a slip.
pub fn closest<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    // Far more than people define or mistype; without limits, many slips among many names would take minutes.
    const MAX_CANDIDATES: usize = 500;
    const MAX_LENGTH: usize = 100;
    if written.len() > MAX_LENGTH {
        return None;
    }
    let folded = written.to_lowercase();
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= MAX_LENGTH)
        .take(MAX_CANDIDATES)
        .map(|candidate| {
            let other = candidate.to_lowercase();
            // Swapped letters in a short name, such as `sgi`, are a slip that the likeness underrates.
            let one_slip = folded.chars().count() > 2 && strsim::osa_distance(&folded, &other) == 1;
            let likeness = strsim::jaro_winkler(&folded, &other);
            (
                if one_slip {
                    likeness.max(0.9)
                } else {
                    likeness
                },
                candidate,
            )
        })
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, candidate)| candidate)
}

/// Collects problems, so that all are reported at once.
#[derive(Debug, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds a problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Removes the problems that match and says how many there were.
    pub fn take_out(&mut self, matches: impl Fn(&Diagnostic) -> bool) -> usize {
        let before = self.found.len();
        self.found.retain(|diagnostic| !matches(diagnostic));
        before - self.found.len()
    }

    /// All problems, ordered by place and then by rule, without repetition.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.found.sort_by(|left, right| {
            (left.span(), left.rule.code(), &left.message).cmp(&(
                right.span(),
                right.rule.code(),
                &right.message,
            ))
        });
        self.found.dedup();
        self.found
    }
}
