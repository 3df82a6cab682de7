//! `koo simulate`

mod beside;
mod choice;
mod load;
mod progress;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};
use koo_platform::exchange::{self, Client, Limits, Trust};
use koo_platform::message::{Caller, Random};
use koo_platform::records::Records;
use koo_platform::simulate::report::{Run, html, human, json, junit};
use koo_platform::simulate::{self, Observer, Several, Stage};
use koo_runtime::secret::Secret;
use koo_spec::catalogue::Family;
use koo_spec::names;

use super::Failure;
use crate::contract::SpecArguments;
use crate::output::{Outcome, Output};
use crate::secrets::SecretArguments;
use choice::{list, tell_lacking};
use progress::Progress;

/// Arguments of `koo simulate`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo simulate --target http://127.0.0.1:8080/saas --family saas-v2
  koo simulate --target … --family saas-v2 --scenario one-time --scenario resend
  koo simulate --target https://shop.example/saas --family saas-v2 --site eu --product one-time
  koo simulate --target … --family joint-kit --interface tenantSync --key-env KIT_KEY
  koo simulate --target … --family saas-v2 --watch   calls and verdicts on a page, as they come
  koo simulate --target … --family saas-v2 --mock http://127.0.0.1:7300
                                                   the same, in a `koo mock` that runs
  koo simulate --family saas-v2 --list             what can be tried
  koo simulate --target … --family saas-v2 --seed 7 --format json > run.json
  koo simulate --target … --family saas-v2 --format html > run.html
  koo simulate --target … --family saas-v2 --rate 500 --duration 10s

The platform is played against a merchant's server in any language: calls are signed as the
catalogue says, answers are held against it. A case that fails shows what was sent, what came
back, the rule and the page it comes from; signatures and sensitive values are hidden.

Cases are the scenarios of the guide, such as a purchase with everything that follows, and checks
of what goes wrong with servers, such as the letter case of a header or a replayed call.

A merchant that queries the order of a call finds it at the mock: the one of --open-api or
--watch, which runs as long as the command, or one that runs already (--mock). Its page at / shows
the calls of both directions and the verdicts as they come.

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
    #[arg(long, value_name = "CALLS", conflicts_with_all = ["scenarios", "product", "list", "values", "open_api", "watch", "mock"], value_parser = clap::value_parser!(u32).range(1..))]
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

    /// Serve the interfaces that merchants call there as long as the run lasts, beside a page with the calls and verdicts;
    /// they know the orders of the run.
    #[arg(long, value_name = "ADDRESS")]
    open_api: Option<SocketAddr>,

    /// Serve the same on 127.0.0.1:7300 unless --open-api says where, and stay there after the run until ctrl-c.
    #[arg(long)]
    watch: bool,

    /// A `koo mock` that runs already: it gets the orders of the run, and its page shows the calls and verdicts.
    #[arg(long, value_name = "URL", conflicts_with_all = ["open_api", "watch"])]
    mock: Option<String>,

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
    tell_lacking(&cases, &values, output);
    let mut run = Run {
        family: family.id.clone(),
        site: site.map(str::to_owned),
        target: target.to_owned(),
        seed,
        verdicts: Vec::new(),
        elapsed: Duration::ZERO,
    };
    let start = Instant::now();
    let runtime = runtime()?;
    runtime.block_on(async {
        let watch = arguments
            .beside(catalogue, family, &records, output)
            .await?;
        let reached = client.reach(target).await;
        reached.map_err(|error| Failure::Usage(error.to_string()))?;
        let mut observers: Vec<&dyn Observer> = vec![&progress];
        observers.extend(watch.as_ref().map(|watch| watch as &dyn Observer));
        let observer = Several(observers);
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
            observer: &observer,
        };
        if let Some(watch) = &watch {
            watch.began(&run);
        }
        run.verdicts = simulate::run(&cases, &stage).await;
        run.elapsed = start.elapsed();
        if let Some(watch) = &watch
            && let Err(why) = watch.ended(&run).await
        {
            progress.clear();
            output.remark(&format!("the run was not shown to its end: {why}"));
        }
        Ok::<_, Failure>(())
    })?;
    progress.clear();
    arguments.tell(&run, output)?;
    if arguments.watch {
        output.remark("the page stays until ctrl-c");
        runtime.block_on(super::mock::interrupted());
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
    /// Prints what came of the run, as far as it was not printed as it went.
    fn tell(&self, run: &Run, output: &Output) -> Result<(), Failure> {
        match self.format {
            Format::Human => output.remark(human::summary(run).trim_end()),
            Format::Json => {
                output.result(&(serde_json::to_string_pretty(&json::report(run))? + "\n"))?;
            }
            Format::Junit => output.result(&junit(run))?,
            Format::Html => output.result(&html(run)?)?,
        }
        Ok(())
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
