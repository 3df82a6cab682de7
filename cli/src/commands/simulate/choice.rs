//! Which cases are tried.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use koo_platform::check;
use koo_platform::scenario;
use koo_platform::simulate::Case;
use koo_spec::catalogue::{Catalogue, Direction, Family, Interface};
use koo_spec::names::UnknownName;

use super::Arguments;
use crate::commands::Failure;
use crate::output::Output;

impl Arguments {
    /// The cases that were asked for.
    pub(super) fn cases<'a>(
        &self,
        catalogue: &'a Catalogue,
        family: &'a Family,
        site: Option<&'a str>,
    ) -> Result<Vec<Box<dyn Case + 'a>>, Failure> {
        self.known_names(family)?;
        let mut cases = scenario::cases(catalogue, family, site);
        let serves = |interface: &Interface| self.serves(interface, family, site);
        cases.extend(check::cases(catalogue, family, site, serves));
        if cases.is_empty() {
            let text = format!(
                "nothing can be tried with `{}`: the platform calls none of its interfaces",
                family.id
            );
            return Err(Failure::Usage(text));
        }
        let known: Vec<String> = cases.iter().map(|case| case.id().to_owned()).collect();
        for name in &self.scenarios {
            if !known.contains(name) {
                let known = known.iter().map(String::as_str);
                return Err(UnknownName::new("there is no scenario", name, known).into());
            }
        }
        cases.retain(|case| self.wants(case.as_ref(), family, site));
        if cases.is_empty() {
            return Err(Failure::Usage(
                "no case fits all that was asked for".to_owned(),
            ));
        }
        Ok(cases)
    }

    /// Checks that the interfaces and the product that were named exist.
    pub(super) fn known_names(&self, family: &Family) -> Result<(), Failure> {
        let called = family.interfaces.iter();
        let called =
            called.filter(|interface| interface.direction == Direction::PlatformToMerchant);
        let called: Vec<&str> = called.map(|interface| interface.id.as_str()).collect();
        for name in &self.interfaces {
            if !called.contains(&name.as_str()) {
                let what = format!("the platform calls no interface of `{}` named", family.id);
                return Err(UnknownName::new(&what, name, called).into());
            }
        }
        if let Some(product) = &self.product
            && !family.products.contains_key(product)
        {
            let what = format!("`{}` has no product", family.id);
            let known = family.products.keys().map(String::as_str);
            return Err(UnknownName::new(&what, product, known).into());
        }
        Ok(())
    }

    /// Whether an interface is among those that were asked for.
    fn serves(&self, interface: &Interface, family: &Family, site: Option<&str>) -> bool {
        let is_named = self.interfaces.is_empty() || self.interfaces.contains(&interface.id);
        let product = self.product.as_ref();
        is_named && product.is_none_or(|product| family.is_called_for(&interface.id, product, site))
    }

    fn wants(&self, case: &dyn Case, family: &Family, site: Option<&str>) -> bool {
        let interfaces = case.interfaces();
        let is_chosen =
            self.scenarios.is_empty() || self.scenarios.iter().any(|name| name == case.id());
        let is_served = self.interfaces.is_empty()
            || interfaces
                .iter()
                .all(|called| self.interfaces.iter().any(|name| name == called));
        let is_of_product = self.product.as_ref().is_none_or(|product| {
            let products = case.products();
            let is_named = products.is_empty() || products.contains(&product.as_str());
            is_named
                && interfaces
                    .iter()
                    .all(|called| family.is_called_for(called, product, site))
        });
        is_chosen && is_served && is_of_product
    }

    /// The values the user chose, whose names scenarios must have.
    pub(super) fn values(&self, family: &Family) -> Result<BTreeMap<String, String>, Failure> {
        let scenarios = family.scenarios.values();
        let known: Vec<&str> = scenarios
            .flat_map(|scenario| scenario.values.keys().map(String::as_str))
            .collect();
        let mut values = BTreeMap::new();
        for written in &self.values {
            let (name, value) = written
                .split_once('=')
                .ok_or_else(|| Failure::Usage("write --set NAME=VALUE".to_owned()))?;
            if !known.contains(&name) {
                return Err(UnknownName::new("no scenario has a value", name, known).into());
            }
            values.insert(name.to_owned(), value.to_owned());
        }
        Ok(values)
    }

    /// Says at the beginning what will be left out for want of a value only the user can say.
    pub(super) fn tell_lacking(
        &self,
        cases: &[Box<dyn Case + '_>],
        values: &BTreeMap<String, String>,
        output: &Output,
    ) {
        for case in cases {
            let lacking = lacking(case.as_ref(), values);
            if !lacking.is_empty() {
                output.remark(&format!("{} is left out without {lacking}", case.id()));
            }
        }
    }
}

/// The arguments that a case lacks.
fn lacking(case: &dyn Case, values: &BTreeMap<String, String>) -> String {
    let needed = case.needs().into_iter();
    let lacking = needed.filter(|name| !values.contains_key(*name));
    let arguments: Vec<_> = lacking.map(|name| format!("--set {name}=VALUE")).collect();
    arguments.join(" ")
}

/// A line for each case.
pub(super) fn list(cases: &[Box<dyn Case + '_>]) -> String {
    let mut lines = String::new();
    for case in cases {
        let title = case.title();
        let zh = title.zh.map(|zh| format!(" ({zh})")).unwrap_or_default();
        let needs = lacking(case.as_ref(), &BTreeMap::new());
        let needs = if needs.is_empty() {
            needs
        } else {
            format!("; needs {needs}")
        };
        // Writing to a String cannot fail.
        let _ = writeln!(lines, "{:<24} {}{zh}{needs}", case.id(), title.en);
    }
    lines
}
