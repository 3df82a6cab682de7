//! The scenarios of the catalogue, played on a merchant.

mod order;
mod play;
mod scope;

use koo_spec::catalogue::{Catalogue, Family};

use crate::simulate::Case;
pub(crate) use order::about;
pub use play::Play;

/// The scenarios of a family that can happen on a site, as cases.
pub fn cases<'a>(
    catalogue: &'a Catalogue,
    family: &'a Family,
    site: Option<&str>,
) -> Vec<Box<dyn Case + 'a>> {
    let of_site = |sites: &[koo_spec::catalogue::Placed<String>]| {
        sites.is_empty() || site.is_none_or(|site| sites.iter().any(|known| known.value == site))
    };
    let scenarios = family.scenarios.values();
    scenarios
        .filter(|scenario| of_site(&scenario.sites))
        .map(|scenario| Box::new(Play::new(catalogue, family, scenario)) as Box<dyn Case>)
        .collect()
}
