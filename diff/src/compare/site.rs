//! Facts that single sites may give differently.

use crate::outline::{Row, SiteDifference, Text};

/// A longest length; not knowing it differs from having none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    Unknown,
    Unlimited,
    AtMost(u64),
}

impl Length {
    fn of(max_length: Option<u64>, unlimited: Option<bool>) -> Option<Self> {
        match (max_length, unlimited) {
            (Some(number), _) => Some(Self::AtMost(number)),
            (None, Some(true)) => Some(Self::Unlimited),
            _ => None,
        }
    }
}

/// Whether a parameter must be there.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mark {
    /// `M`, `O` or `C`.
    pub(super) letter: String,
    /// The condition over sibling parameters.
    pub(super) when: Option<String>,
    /// The condition in words.
    pub(super) condition: Option<Text>,
}

/// A text, or that there is none.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Given(pub(super) Option<String>);

/// The facts of a row that single sites may give differently. `None` means that a site gives none of its own.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Facts {
    pub(super) mark: Option<Mark>,
    pub(super) length: Option<Length>,
    pub(super) values: Option<Vec<String>>,
    pub(super) default: Option<Given>,
    pub(super) format: Option<Given>,
}

impl Facts {
    /// The facts that hold where no site says otherwise.
    pub(super) fn of_all(row: &Row) -> Self {
        Self {
            mark: row.required.as_ref().map(|letter| Mark {
                letter: letter.clone(),
                when: row.when.clone(),
                condition: row.condition.clone(),
            }),
            length: Some(Length::of(row.max_length, row.unlimited).unwrap_or(Length::Unknown)),
            values: Some(row.values.clone()),
            default: Some(Given(row.default.clone())),
            format: Some(Given(row.format.clone())),
        }
    }

    /// What a site gives itself.
    fn of_site(row: &Row, site: &str) -> Self {
        let Some(difference) = row.differences.get(site) else {
            return Self::default();
        };
        let SiteDifference {
            required,
            when,
            condition,
            max_length,
            unlimited,
            values,
            default,
            format,
            doc: _,
            rest: _,
        } = difference.clone();
        Self {
            mark: required.map(|letter| Mark {
                letter,
                when,
                condition,
            }),
            length: Length::of(max_length, unlimited),
            values,
            default: default.map(|text| Given(Some(text))),
            format: format.map(|text| Given(Some(text))),
        }
    }

    /// The facts of both editions on a site, without those that are only those of all sites: a fact that the site
    /// gives itself in neither edition, or alike in both, is left out.
    pub(super) fn on_site(site: &str, old: &Row, new: &Row) -> (Self, Self) {
        let (all_old, all_new) = (Self::of_all(old), Self::of_all(new));
        let (own_old, own_new) = (Self::of_site(old, site), Self::of_site(new, site));
        let (mut was, mut is) = (Self::default(), Self::default());
        (was.mark, is.mark) = own(own_old.mark, own_new.mark, all_old.mark, all_new.mark);
        (was.length, is.length) = own(
            own_old.length,
            own_new.length,
            all_old.length,
            all_new.length,
        );
        (was.values, is.values) = own(
            own_old.values,
            own_new.values,
            all_old.values,
            all_new.values,
        );
        (was.default, is.default) = own(
            own_old.default,
            own_new.default,
            all_old.default,
            all_new.default,
        );
        (was.format, is.format) = own(
            own_old.format,
            own_new.format,
            all_old.format,
            all_new.format,
        );
        (was, is)
    }
}

fn own<T: PartialEq>(
    old: Option<T>,
    new: Option<T>,
    all_old: Option<T>,
    all_new: Option<T>,
) -> (Option<T>, Option<T>) {
    if old == new {
        (None, None)
    } else {
        (old.or(all_old), new.or(all_new))
    }
}
