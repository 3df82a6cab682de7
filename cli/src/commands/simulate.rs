//! `koo simulate`

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use koo_platform::check;
use koo_platform::exchange::{self, Client, Limits, Trust};
use koo_platform::message::{Caller, Random};
use koo_platform::mock;
use koo_platform::records::Records;
use koo_platform::scenario;
use koo_platform::simulate::load::{self, Orders, Settings};
use koo_platform::simulate::report::{Run, html, human, json, junit};
use koo_platform::simulate::{self, Case, Observer, Outcome as CaseOutcome, Stage, Step, Verdict};
use koo_runtime::secret::Secret;
use koo_spec::catalogue::{Catalogue, Direction, Family, Interface};
use koo_spec::names::{self, UnknownName};

use super::Failure;
use super::mock::in_background;
use crate::contract::{SpecArguments, for_site};
use crate::output::{Outcome, Output};
use crate::secrets::SecretArguments;

/// Arguments of `koo simulate`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo simulate --target http://127.0.0.1:8080/saas --family saas-v2
  koo simulate --target … --family saas-v2 --scenario one-time --scenario resend
  koo simulate --target https://shop.example/saas --family saas-v2 --site eu --product one-time
  koo simulate --target … --family joint-kit --interface tenantSync --key-env KIT_KEY
  koo simulate --target … --family saas-v2 --open-api 127.0.0.1:7300   orders can be queried there
  koo simulate --family saas-v2 --list             what can be tried
  koo simulate --target … --family saas-v2 --seed 7 --format json > run.json
  koo simulate --target … --family saas-v2 --format html > run.html
  koo simulate --target … --family saas-v2 --rate 500 --duration 10s

The platform is played against a merchant's server in any language: calls are signed as the
catalogue says, answers are held against it. A case that fails shows what was sent, what came
back, the rule and the page it comes from; signatures and sensitive values are hidden.

Cases are the scenarios of the guide, such as a purchase with everything that follows, and checks
of what goes wrong with servers, such as the letter case of a header or a replayed call.

--seed makes the same ids and the same choices again. The time of a call, its random text and its
signature are new in every run, because a merchant must refuse those it has seen.

With --rate calls of one interface, the one that makes an instance unless --interface names
another, arrive at a steady rate whatever the merchant does; latency counts from the moment a call
was due. Each of them is about something new, so the merchant has much to clear up afterwards.

Secrets come from the environment (KOO_ACCESS_KEY for `access_key`), from files, or are asked for.

Exit codes: 0 every case passed, or every call was accepted, 1 one was not, 2 wrong usage, or nobody answers at the target")]
pub(crate) struct Arguments {
    #[command(flatten)]
    spec: SpecArguments,

    /// Address of the merchant: the one that serves all interfaces, or what stands before the paths of the interfaces.
    #[arg(long, value_name = "URL", required_unless_present = "list")]
    target: Option<String>,

    /// The guide that is played.
    #[arg(long)]
    family: String,

    /// Site that is played; without one, what all sites have in common is demanded.
    #[arg(long)]
    site: Option<String>,

    /// Only these cases.
    #[arg(long = "scenario", visible_alias = "case", value_name = "NAME")]
    scenarios: Vec<String>,

    /// Only cases that call none but these interfaces.
    #[arg(long = "interface", value_name = "INTERFACE")]
    interfaces: Vec<String>,

    /// Only what can happen to this kind of product.
    #[arg(long)]
    product: Option<String>,

    /// List what can be tried.
    #[arg(long)]
    list: bool,

    /// Make the same values as the run that told this number.
    #[arg(long)]
    seed: Option<u64>,

    /// A value of scenarios, such as the id of a product of yours.
    #[arg(long = "set", value_name = "NAME=VALUE")]
    values: Vec<String>,

    /// Load instead of cases: so many calls a second.
    #[arg(long, value_name = "CALLS", conflicts_with_all = ["scenarios", "product", "list", "values"], value_parser = clap::value_parser!(u32).range(1..))]
    rate: Option<u32>,

    /// How long the load lasts.
    #[arg(long, value_name = "TIME", value_parser = duration, requires = "rate", default_value = "10s")]
    duration: Duration,

    /// How many connections the load comes over, each with one call at a time.
    #[arg(long, value_name = "COUNT", requires = "rate", default_value_t = 32, value_parser = clap::value_parser!(u16).range(1..))]
    clients: u16,

    /// How long to wait for an answer, such as 5s; as long as the catalogue says unless given.
    #[arg(long, value_name = "TIME", value_parser = duration)]
    timeout: Option<Duration>,

    /// Accept certificates of these authorities too (PEM).
    #[arg(long, value_name = "FILE", conflicts_with = "insecure")]
    ca: Option<PathBuf>,

    /// Accept any certificate, for a test server of your own.
    #[arg(long)]
    insecure: bool,

    /// Variable that holds the key, for a guide with a single one.
    #[arg(long, value_name = "VARIABLE")]
    key_env: Option<String>,

    /// Serve the interfaces that merchants call there as long as the run lasts; they know the orders of the run.
    #[arg(long, value_name = "ADDRESS")]
    open_api: Option<SocketAddr>,

    #[command(flatten)]
    secrets: SecretArguments,

    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people, as the run goes on.
    Human,
    /// One JSON document at the end.
    Json,
    /// JUnit XML for test dashboards.
    Junit,
    /// One page for browsers, in English and Chinese.
    Html,
}

fn duration(written: &str) -> Result<Duration, String> {
    let millis = koo_spec::duration::parse_millis(written);
    let millis = millis.filter(|millis| *millis > 0);
    let millis = millis.ok_or_else(|| "write 500ms, 5s or 1m".to_owned())?;
    Ok(Duration::from_millis(millis))
}

/// Plays the platform.
pub(crate) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    let Some(loaded) = arguments.spec.load(output)? else {
        return Ok(Outcome::Problems);
    };
    let catalogue = &loaded.catalogue;
    let family = names::family(catalogue, &arguments.family)?;
    let site = arguments.site.as_deref();
    let site = site.map(|site| names::site(catalogue, site)).transpose()?;
    if let Some(rate) = arguments.rate {
        return arguments.load(family, site, rate, output);
    }
    let cases = arguments.cases(catalogue, family, site)?;
    if arguments.list {
        output.result(&list(&cases))?;
        return Ok(Outcome::Clean);
    }
    let target = arguments.target.as_deref().unwrap_or_default();
    exchange::check_url(target).map_err(|error| Failure::Usage(error.to_string()))?;
    let values = arguments.values(family)?;
    let called: Vec<_> = cases.iter().flat_map(|case| case.interfaces()).collect();
    let secrets = arguments.secrets(family, &called)?;
    let client = arguments.client(family)?;
    let seed = arguments.seed.unwrap_or_else(Random::any_seed);
    let records = Records::default();
    let progress = Progress::new(arguments.format, output);
    let stage = Stage {
        caller: Caller {
            family,
            site,
            target,
            secrets: &secrets,
        },
        client: &client,
        records: &records,
        seed,
        values: &values,
        observer: &progress,
    };
    let start = Instant::now();
    let verdicts = runtime()?.block_on(async {
        if let Some(address) = arguments.open_api {
            let (catalogue, settings) = arguments.asked(catalogue, &records)?;
            in_background(catalogue, settings, address, output).await?;
        }
        let reached = client.reach(target).await;
        reached.map_err(|error| Failure::Usage(error.to_string()))?;
        Ok::<_, Failure>(simulate::run(&cases, &stage).await)
    });
    progress.bar.finish_and_clear();
    let run = Run {
        family: family.id.clone(),
        site: site.map(str::to_owned),
        target: target.to_owned(),
        seed,
        verdicts: verdicts?,
        elapsed: start.elapsed(),
    };
    match arguments.format {
        Format::Human => output.remark(human::summary(&run).trim_end()),
        Format::Json => {
            output.result(&(serde_json::to_string_pretty(&json::report(&run))? + "\n"))?;
        }
        Format::Junit => output.result(&junit(&run))?,
        Format::Html => output.result(&html(&run)?)?,
    }
    Ok(match run.counts().failed {
        0 => Outcome::Clean,
        _ => Outcome::Problems,
    })
}

/// One thread is enough: whatever takes time is on the merchant's side.
fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::Usage(format!("cannot start: {error}")))
}

impl Arguments {
    /// The cases that were asked for.
    fn cases<'a>(
        &self,
        catalogue: &'a Catalogue,
        family: &'a Family,
        site: Option<&'a str>,
    ) -> Result<Vec<Box<dyn Case + 'a>>, Failure> {
        self.known_names(family)?;
        let mut cases = scenario::cases(catalogue, family, site);
        let serves = |interface: &Interface| self.serves(interface, family, site);
        cases.extend(check::cases(family, site, serves));
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
    fn known_names(&self, family: &Family) -> Result<(), Failure> {
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

    /// Calls at a steady rate instead of cases.
    fn load(
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
        let run = runtime()?.block_on(async {
            let reached = client.reach(target).await;
            reached.map_err(|error| error.to_string())?;
            load::run(&client, &orders, settings).await
        });
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

    fn values(&self, family: &Family) -> Result<BTreeMap<String, String>, Failure> {
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

    /// The secrets that calls of these interfaces need.
    fn secrets(
        &self,
        family: &Family,
        called: &[&str],
    ) -> Result<BTreeMap<String, Secret>, Failure> {
        let interfaces = family.interfaces.iter();
        let interfaces = interfaces.filter(|interface| called.contains(&interface.id.as_str()));
        let needed = Caller::secrets_of(family, interfaces);
        match (&self.key_env, needed.as_slice()) {
            (None, _) => self.secrets.read(family, &needed),
            (Some(variable), [name]) => self
                .secrets
                .with(&format!("{name}=env:{variable}"))
                .read(family, &needed),
            (Some(_), names) => Err(Failure::Usage(format!(
                "--key-env is for a single key; here these are needed: {}. Use --secret NAME=env:VARIABLE",
                names.join(", ")
            ))),
        }
    }

    /// What the mock of the interfaces that merchants call is made of: the whole catalogue, and the records of the run.
    fn asked(
        &self,
        catalogue: &Catalogue,
        records: &Records,
    ) -> Result<(Catalogue, mock::Settings), Failure> {
        let catalogue = match &self.site {
            Some(site) => for_site(catalogue, site)?,
            None => catalogue.clone(),
        };
        let families: Vec<&Family> = catalogue.families.iter().collect();
        let settings = mock::Settings {
            secrets: self.secrets.at_hand(&families)?,
            site: self.site.clone(),
            placed: records.clone(),
            ..mock::Settings::default()
        };
        Ok((catalogue, settings))
    }

    fn client(&self, family: &Family) -> Result<Client, Failure> {
        let limits = Limits::default();
        let documented = family.transport.within_millis.map(Duration::from_millis);
        let limits = Limits {
            timeout: self.timeout.or(documented).unwrap_or(limits.timeout),
            ..limits
        };
        let trust = match &self.ca {
            _ if self.insecure => Trust::Anyone,
            None => Trust::System,
            Some(path) => {
                let pem = crate::input::text(path)?;
                Trust::also_pem(&pem).map_err(|error| {
                    Failure::Usage(format!("{} holds no certificates: {error}", path.display()))
                })?
            }
        };
        Client::new(limits, &trust).map_err(|error| Failure::Usage(error.to_string()))
    }
}

fn list(cases: &[Box<dyn Case + '_>]) -> String {
    let mut lines = String::new();
    for case in cases {
        let title = case.title();
        let zh = title.zh.map(|zh| format!(" ({zh})")).unwrap_or_default();
        // Writing to a String cannot fail.
        let _ = writeln!(lines, "{:<24} {}{zh}", case.id(), title.en);
    }
    lines
}

/// Prints verdicts as they come, and on a terminal what is tried at the moment.
struct Progress<'a> {
    format: Format,
    output: &'a Output,
    bar: ProgressBar,
}

impl<'a> Progress<'a> {
    fn new(format: Format, output: &'a Output) -> Self {
        let bar = if output.is_quiet() {
            ProgressBar::hidden()
        } else {
            // Draws on standard error, and only if that is a terminal.
            ProgressBar::new_spinner()
        };
        if let Ok(style) = ProgressStyle::with_template("{spinner} {prefix}: {msg}") {
            bar.set_style(style);
        }
        Self {
            format,
            output,
            bar,
        }
    }
}

impl Observer for Progress<'_> {
    fn started(&self, case: &dyn Case) {
        self.bar.set_prefix(case.id().to_owned());
        self.bar.set_message("");
    }

    fn step(&self, _case: &str, step: &Step) {
        self.bar.set_message(step.title.en.clone());
        self.bar.tick();
    }

    fn finished(&self, verdict: &Verdict) {
        let is_worth_it = !self.output.is_quiet() || verdict.outcome == CaseOutcome::Failed;
        if self.format == Format::Human && is_worth_it {
            self.bar.suspend(|| {
                // A reader that went away is no reason to end the run.
                let _ = self.output.result(&human::verdict(verdict));
            });
        }
    }
}
