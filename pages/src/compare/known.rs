//! What the spec knows already: printed facts that a reading takes up, and rows that were never in a table.

use koo_spec::catalogue::{Confidence, Length, Parameter, Presence, Reading};

use super::Checked;
use crate::difference::Level;
use crate::table::cell::{Mark, Stated};

impl Checked<'_> {
    /// The level of a difference: known if a reading of this page says the same as the page.
    pub(super) fn level(&self, parameter: &Parameter, says: impl Fn(&Reading) -> bool) -> Level {
        let reading = parameter
            .readings
            .iter()
            .filter(|reading| self.reads(reading))
            .find(|reading| says(reading));
        let Some(reading) = reading else {
            return Level::Problem;
        };
        let why = match &parameter.erratum {
            Some(erratum) => format!(
                "a reading names it, and the erratum `{}` decides",
                erratum.value
            ),
            None => "a reading names it".to_owned(),
        };
        Level::Known {
            why,
            at: Some(reading.span),
        }
    }

    /// Whether a reading is of this page; of a page without id, of its site.
    fn reads(&self, reading: &Reading) -> bool {
        if !self.recognised.ids.is_empty() {
            return self.is_page(&reading.pages);
        }
        let Some(site) = &self.recognised.site else {
            return true;
        };
        reading.pages.iter().any(|page| {
            self.catalogue
                .families
                .iter()
                .filter_map(|family| family.pages.get(&page.value))
                .any(|known| known.site.value == *site)
        })
    }

    /// The level of a parameter that the page does not have.
    pub(super) fn absent(&self, parameter: &Parameter, whole: Option<&Parameter>) -> Level {
        let difference = self
            .recognised
            .site
            .as_ref()
            .and_then(|site| whole?.differences.get(site))
            .and_then(|difference| difference.confidence);
        let confidence = difference.unwrap_or(parameter.provenance.confidence);
        if confidence == Confidence::Table {
            return Level::Problem;
        }
        Level::Known {
            why: format!(
                "its confidence is `{}`: it was not read in a table of this site",
                confidence.as_str()
            ),
            at: Some(parameter.span),
        }
    }
}

/// Whether a reading has this required mark.
pub(super) fn says_mark(reading: &Reading, mark: Mark) -> bool {
    reading
        .presence
        .as_ref()
        .is_some_and(|presence| same_mark(presence, mark))
}

/// Whether a required mark of the spec is this printed one.
pub(super) fn same_mark(presence: &Presence, mark: Mark) -> bool {
    presence.letter() == mark.letter()
}

/// Whether a reading has this length.
pub(super) fn says_length(reading: &Reading, stated: Stated) -> bool {
    match (reading.max_length, stated) {
        (Some(Length::AtMost(known)), Stated::AtMost(limit)) => known == limit,
        (Some(Length::Unknown), Stated::Nothing) | (Some(Length::Unlimited), Stated::Unlimited) => {
            true
        }
        _ => false,
    }
}
