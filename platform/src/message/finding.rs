//! What is wrong with a reply.

use koo_spec::catalogue::{Family, Provenance};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The platform would not mind, or nobody knows.
    Remark,
    /// The platform refuses it.
    Error,
}

impl Severity {
    /// The word for reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Remark => "remark",
            Self::Error => "error",
        }
    }
}

/// A page that says what the rule is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Id.
    pub page: String,
    /// Title as published.
    pub title: String,
    /// Address, if it is known.
    pub url: Option<String>,
}

/// Something wrong, never with the values themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule that is broken, such as `max_length` or `content_type`.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, where, and what it should be.
    pub text: String,
    /// Where the rule stands.
    pub sources: Vec<Source>,
}

impl Finding {
    /// An error without source.
    pub fn error(rule: &'static str, text: impl Into<String>) -> Self {
        Self {
            rule,
            severity: Severity::Error,
            text: text.into(),
            sources: Vec::new(),
        }
    }

    /// The same as a remark.
    #[must_use]
    pub fn remark(mut self) -> Self {
        self.severity = Severity::Remark;
        self
    }

    /// The same with the pages a fact comes from.
    #[must_use]
    pub fn from(mut self, family: &Family, provenance: &Provenance) -> Self {
        self.sources = sources(family, provenance);
        self
    }
}

/// The pages a fact comes from.
pub(crate) fn sources(family: &Family, provenance: &Provenance) -> Vec<Source> {
    let pages = provenance.pages.iter();
    pages
        .map(|id| {
            let page = family.pages.get(&id.value);
            Source {
                page: id.value.clone(),
                title: page.map(|page| page.title.clone()).unwrap_or_default(),
                url: page.and_then(|page| page.url.clone()),
            }
        })
        .collect()
}
