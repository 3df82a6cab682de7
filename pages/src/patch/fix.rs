//! The edit that a difference asks for.

use koo_spec::catalogue::Length;
use koo_spec::source::Span;

use crate::table::cell::Mark;

/// The edit that follows a page.
#[derive(Debug, Clone)]
pub(crate) enum Fix {
    /// Another value of one key of a parameter.
    Set {
        /// Key of the parameter.
        parameter: Span,
        /// The value.
        setting: Setting,
    },
    /// Other listed values.
    Values {
        /// Key of the parameter.
        parameter: Span,
        /// Values to add.
        added: Vec<String>,
        /// The values of the site, if some are no longer listed.
        keep: Option<Vec<String>>,
    },
    /// A new parameter.
    AddParameter {
        /// Its name.
        name: String,
        /// Key of the parameter before it.
        after: Option<Span>,
        /// Key of the first parameter of its list.
        first: Span,
        /// What the page states.
        facts: NewFacts,
    },
    /// A new result code.
    AddCode {
        /// The code.
        code: String,
        /// Key of the code before it.
        after: Span,
        /// Its HTTP status.
        status: Option<u16>,
    },
    /// Another HTTP status of a code.
    CodeStatus {
        /// Key of the code.
        code: Span,
        /// The status.
        status: u16,
    },
    /// Another date of a page.
    Updated {
        /// Key of the page.
        page: Span,
        /// The date.
        date: String,
    },
    /// Left to people.
    Refused {
        /// Why.
        why: String,
    },
}

/// A value of one key of a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Setting {
    /// `max_length`.
    MaxLength(Length),
    /// `required`.
    Required(Mark),
    /// `type`.
    Type(String),
}

/// What a page states about a parameter that the spec does not have.
#[derive(Debug, Clone, Default)]
pub(crate) struct NewFacts {
    /// Required mark.
    pub(crate) mark: Option<Mark>,
    /// Type expression.
    pub(crate) r#type: Option<String>,
    /// Type as printed.
    pub(crate) printed_type: String,
    /// Longest text.
    pub(crate) max_length: Option<u64>,
    /// Listed values.
    pub(crate) values: Vec<String>,
}
