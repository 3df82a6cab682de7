//! Calls at a steady rate instead of cases.

use koo_platform::check;
use koo_platform::exchange;
use koo_platform::message::{Caller, Random};
use koo_platform::simulate::load::{self, Orders, Settings};
use koo_spec::catalogue::Family;

use super::progress::Progress;
use super::{Arguments, Format, runtime};
use crate::commands::Failure;
use crate::output::{Outcome, Output};

impl Arguments {
    /// Calls at a steady rate instead of cases.
    pub(super) fn load(
        &self,
        family: &Family,
        site: Option<&str>,
        rate: u32,
        output: &Output,
    ) -> Result<Outcome, Failure> {
        self.known_names(family)?;
        let interface = match self.interfaces.as_slice() {
            [] => check::subject(family, site),
            [name] => family.interface(name),
            _ => {
                let text = "load is made with a single --interface".to_owned();
                return Err(Failure::Usage(text));
            }
        };
        let interface = interface.ok_or_else(|| {
            Failure::Usage(format!(
                "the platform calls no interface of `{}`",
                family.id
            ))
        })?;
        let target = self.target.as_deref().unwrap_or_default();
        exchange::check_url(target).map_err(|error| Failure::Usage(error.to_string()))?;
        let secrets = self.secrets(family, &[&interface.id])?;
        let client = self.client(family)?;
        let orders = Orders {
            caller: Caller {
                family,
                site,
                target,
                secrets: &secrets,
            },
            interface,
            seed: self.seed.unwrap_or_else(Random::any_seed),
        };
        let settings = Settings {
            rate,
            duration: self.duration,
            clients: usize::from(self.clients),
        };
        let progress = Progress::new(self.format, output);
        let seconds = self.duration.as_secs_f64();
        let what = format!("{rate} calls a second for {seconds} s");
        progress.show(&interface.id, what);
        let run = runtime()?.block_on(async {
            let reached = client.reach(target).await;
            reached.map_err(|error| error.to_string())?;
            load::run(&client, &orders, settings).await
        });
        progress.clear();
        let run = run.map_err(Failure::Usage)?;
        match self.format {
            Format::Human => output.result(&load::human(&run))?,
            Format::Json => {
                output.result(&(serde_json::to_string_pretty(&load::json(&run))? + "\n"))?;
            }
            Format::Junit | Format::Html => {
                return Err(Failure::Usage(
                    "load is reported as human or json".to_owned(),
                ));
            }
        }
        let mut codes = run.figures.codes.keys();
        let is_accepted = run.lost() == 0 && codes.all(|code| orders.caller.accepts(code));
        Ok(if is_accepted {
            Outcome::Clean
        } else {
            Outcome::Problems
        })
    }
}
