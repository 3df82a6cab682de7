//! What a mock serves on which site, and why it does not serve the rest.

use std::collections::BTreeMap;

use koo_platform::mock::{Absence, Mock, Settings};
use koo_spec::catalogue::{Catalogue, Direction};
use serde_json::{Value, json};

use super::{Arguments, Format};
use crate::commands::Failure;
use crate::contract::for_site;
use crate::output::{Outcome, Output};
use crate::page::{Table, terminal};

/// Path and method of an interface, or of one version of it, and the sites that have it.
struct Served {
    method: String,
    path: String,
    sites: Vec<String>,
}

impl Arguments {
    /// Prints the list.
    pub(super) fn list(&self, whole: &Catalogue, output: &Output) -> Result<Outcome, Failure> {
        let catalogue = self.catalogue(whole)?;
        let served = self.served(&catalogue)?;
        let mut rows: Vec<Vec<String>> = Vec::new();
        let mut interfaces: Vec<Value> = Vec::new();
        for family in &catalogue.families {
            for interface in &family.interfaces {
                // What the platform calls is no matter of a mock.
                if interface.direction == Direction::PlatformToMerchant {
                    continue;
                }
                let id = format!("{}/{}", family.id, interface.id);
                let titles = json!({"en": interface.title.en, "zh": interface.title.zh});
                let absence = Absence::of(interface).map(|absence| absence.to_string());
                if let Some(why) = &absence {
                    rows.push(vec![
                        id.clone(),
                        String::new(),
                        String::new(),
                        format!("not served: {why}"),
                    ]);
                }
                let of_interface = served.iter().filter(|((family_id, interface_id, _), _)| {
                    *family_id == family.id && *interface_id == interface.id
                });
                let mut offers = Vec::new();
                for ((_, _, variant), offer) in of_interface {
                    let name = variant
                        .as_ref()
                        .map(|it| format!(" {it}"))
                        .unwrap_or_default();
                    rows.push(vec![
                        format!("{id}{name}"),
                        offer.method.clone(),
                        offer.path.clone(),
                        offer.sites.join(" "),
                    ]);
                    offers.push(json!({
                        "variant": variant,
                        "method": offer.method,
                        "path": offer.path,
                        "sites": offer.sites,
                    }));
                }
                interfaces.push(json!({
                    "family": family.id,
                    "interface": interface.id,
                    "title": titles,
                    "served": offers,
                    "absence": absence,
                }));
            }
        }
        match self.format {
            Format::Human => {
                let table = Table {
                    headers: vec!["INTERFACE", "METHOD", "PATH", "SITES"],
                    rows,
                };
                output.result(&terminal::table(&table, None))?;
            }
            Format::Json => {
                let document = json!({"koo": 1, "interfaces": interfaces});
                output.result(&(serde_json::to_string_pretty(&document)? + "\n"))?;
            }
        }
        Ok(Outcome::Clean)
    }

    /// What mocks of the single sites offer, by family, interface and version.
    fn served(
        &self,
        catalogue: &Catalogue,
    ) -> Result<BTreeMap<(String, String, Option<String>), Served>, Failure> {
        let mut sites: Vec<String> = Vec::new();
        for site in catalogue.families.iter().flat_map(|family| &family.sites) {
            let is_asked = self.site.as_ref().is_none_or(|asked| *asked == site.value);
            if is_asked && !sites.contains(&site.value) {
                sites.push(site.value.clone());
            }
        }
        let mut served: BTreeMap<_, Served> = BTreeMap::new();
        for site in sites {
            let mock = Mock::new(for_site(catalogue, &site)?, Settings::default());
            for offer in mock.offers() {
                let named = offer.interface;
                let of_sites = served
                    .entry((named.family, named.interface, named.variant))
                    .or_insert_with(|| Served {
                        method: offer.method,
                        path: offer.path,
                        sites: Vec::new(),
                    });
                of_sites.sites.push(site.clone());
            }
        }
        Ok(served)
    }
}
