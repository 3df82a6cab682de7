//! What runs beside the cases: the mock of the interfaces that merchants call, and the page that shows the run.

use std::net::{Ipv4Addr, SocketAddr};

use koo_platform::exchange::{Client, Limits, Trust};
use koo_platform::mock::Settings;
use koo_platform::records::Records;
use koo_platform::watch::{Neighbour, Watch};
use koo_spec::catalogue::{Catalogue, Family};

use super::Arguments;
use crate::commands::Failure;
use crate::commands::mock::{DEFAULT_PORT, in_background};
use crate::contract::for_site;
use crate::output::Output;

impl Arguments {
    /// Starts what was asked for, and gives whoever watches the run.
    pub(super) async fn beside(
        &self,
        catalogue: &Catalogue,
        family: &Family,
        records: &Records,
        output: &Output,
    ) -> Result<Option<Watch>, Failure> {
        if let Some(address) = &self.mock {
            // A mock of this machine answers at once, or not at all.
            let client = Client::new(Limits::default(), &Trust::System);
            let client = client.map_err(|error| Failure::Usage(error.to_string()))?;
            let reached = client.reach(address).await;
            reached.map_err(|error| Failure::Usage(format!("no mock to be told: {error}")))?;
            return Ok(Some(Watch::there(
                Neighbour::new(client, address),
                &family.id,
            )));
        }
        let default = || SocketAddr::from((Ipv4Addr::LOCALHOST, DEFAULT_PORT));
        let address = self.open_api.or_else(|| self.watch.then(default));
        let Some(address) = address else {
            return Ok(None);
        };
        let (catalogue, settings) = self.asked(catalogue, records)?;
        let board = in_background(catalogue, settings, address, output).await?;
        Ok(Some(Watch::here(board, &family.id)))
    }

    /// What the mock of the interfaces that merchants call is made of: the whole catalogue, and the records of the run.
    fn asked(
        &self,
        catalogue: &Catalogue,
        records: &Records,
    ) -> Result<(Catalogue, Settings), Failure> {
        let everywhere = self.site.is_some().then(|| catalogue.clone());
        let catalogue = match &self.site {
            Some(site) => for_site(catalogue, site)?,
            None => catalogue.clone(),
        };
        let families: Vec<&Family> = catalogue.families.iter().collect();
        let settings = Settings {
            secrets: self.secrets.at_hand(&families)?,
            site: self.site.clone(),
            everywhere,
            placed: records.clone(),
            ..Settings::default()
        };
        Ok((catalogue, settings))
    }
}
