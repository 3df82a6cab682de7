//! `koo mock`

mod list;
mod log;
mod records;

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use clap::{Args, ValueEnum};
use koo_platform::console::Console;
use koo_platform::exchange::{self, Client, Trust};
use koo_platform::journal::Journal;
use koo_platform::mock::serve::{Limits, serve};
use koo_platform::mock::{FaultRule, Mock, Observer, Settings};
use koo_platform::records::Records;
use koo_platform::watch::Board;
use koo_runtime::secret::Secret;
use koo_spec::catalogue::{Catalogue, Family};
use koo_spec::names::{self, UnknownName};
use serde_json::json;
use tokio::net::TcpListener;

use super::Failure;
use crate::contract::{SpecArguments, for_site};
use crate::output::{Outcome, Output};
use crate::secrets::{SecretArguments, default_variable};
use log::{Log, Remarks};

/// Where the mock is unless something else is said.
pub(crate) const DEFAULT_PORT: u16 = 7300;

/// Calls that the page keeps.
const MOST_CALLS: usize = 1000;

/// Arguments of `koo mock`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo mock                                       the whole platform on 127.0.0.1:7300
  koo mock --listen 127.0.0.1:0 --format json    a free port, which the first line names
  koo mock --family open-api --site intl
  koo mock --fault throttle:0.1 --fault queryOrder=5xx:0.5 --seed 7
  koo mock --latency 200ms
  koo mock --list                                what is served where, and why the rest is not
  koo mock --records mine.json                   with orders, licenses or applications of your own
  curl -H 'X-Koo-Fault: truncate' http://127.0.0.1:7300/…      a fault for one call

Secrets come from the environment (KOO_ACCESS_KEY for `access_key`) or from files. Interfaces
whose secrets are missing answer that the platform failed. A refusal is explained here, as
`koo verify` does it, and in a line in the header X-Koo-Explanation; the body stays as documented.

Records, such as tokens or usage, are kept in memory and forgotten at the end. --records adds some:
{\"joint-kit\": {\"applications\": [{\"appId\": \"…\", \"address\": \"http://127.0.0.1:8080/login\", …}]}};
the page shows which collections there are and what their records look like.

A browser that opens an address whose parameters stand behind a #, such as that of the unified
login page, gets a page that brings them along; without a browser write them behind a ?.

`koo simulate --mock` lets this mock answer with the orders of a simulation.

The page at / shows calls, their verification and the records, live, and sends calls to a
merchant's server. It is there on loopback addresses only.

Exit codes: 0 stopped by ctrl-c, 1 the catalogue has errors, 2 wrong usage, or no socket")]
pub(crate) struct Arguments {
    #[command(flatten)]
    spec: SpecArguments,

    /// Guides to play, the first wins where two describe a call; all unless given.
    #[arg(long = "family", value_name = "FAMILY")]
    families: Vec<String>,

    /// Site whose contract holds; what any site documents unless given.
    #[arg(long)]
    site: Option<String>,

    /// List what is served where, and why the rest is not.
    #[arg(long)]
    list: bool,

    /// Records to begin with besides those of the catalogue, as JSON: family, collection, list of records.
    #[arg(long, value_name = "FILE")]
    records: Option<PathBuf>,

    /// Where to listen; port 0 takes a free one.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:7300")]
    listen: SocketAddr,

    /// Listen on an address that other machines reach.
    #[arg(long)]
    public: bool,

    #[command(flatten)]
    secrets: SecretArguments,

    /// Answer so much later, such as 200ms.
    #[arg(long, value_name = "TIME", value_parser = latency)]
    latency: Option<FaultRule>,

    /// Something that goes wrong: 5xx, throttle, truncate, close or a latency; `queryOrder=5xx:0.1` only for this
    /// interface, and for one call in ten.
    #[arg(long = "fault", value_name = "FAULT")]
    faults: Vec<FaultRule>,

    /// Decides which calls meet the faults that come sometimes.
    #[arg(long, default_value_t = 0)]
    seed: u64,

    /// Most bytes of a body.
    #[arg(long, value_name = "BYTES", default_value_t = Limits::default().body)]
    body_limit: usize,

    /// Most connections at a time.
    #[arg(long, value_name = "NUMBER", default_value_t = Limits::default().connections)]
    connections: usize,

    /// Leave out the page at `/`, which shows calls live and sends some.
    #[arg(long)]
    no_console: bool,

    /// How to print calls.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Human,
    /// One JSON document on each line.
    Json,
}

fn latency(written: &str) -> Result<FaultRule, String> {
    if written.contains(['=', ':']) {
        return Err("write a time such as 200ms".to_owned());
    }
    let rule = written.parse::<FaultRule>();
    rule.map_err(|error| error.to_string())
}

/// Serves until ctrl-c.
pub(crate) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    let Some(loaded) = arguments.spec.load(output)? else {
        return Ok(Outcome::Problems);
    };
    if arguments.list {
        return arguments.list(&loaded.catalogue, output);
    }
    let catalogue = arguments.catalogue(&loaded.catalogue)?;
    let families: Vec<&Family> = catalogue.families.iter().collect();
    let secrets = arguments.secrets.at_hand(&families)?;
    let log = Log::new(arguments.format, output.clone());
    let placed = Records::default();
    let page = arguments.page(&catalogue, &secrets, &placed)?;
    let observer: Arc<dyn Observer> = match &page {
        Some(page) => Arc::new((page.journal.clone(), log.clone())),
        None => Arc::new(log.clone()),
    };
    let settings = Settings {
        secrets,
        site: arguments.site.clone(),
        everywhere: arguments.site.is_some().then(|| loaded.catalogue.clone()),
        placed,
        faults: arguments.faults(&catalogue)?,
        seed: arguments.seed,
        observer,
        ..Settings::default()
    };
    let mock = Arc::new(Mock::new(catalogue, settings));
    if mock.offers().next().is_none() {
        let reason = "the catalogue has no interface that a merchant calls at an address";
        return Err(Failure::Usage(reason.to_owned()));
    }
    if let Some(path) = &arguments.records {
        records::add(&mock, path)?;
    }
    let limits = Limits {
        body: arguments.body_limit,
        connections: arguments.connections,
        ..Limits::default()
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build();
    let runtime = runtime.map_err(|source| socket("start", arguments.listen, source))?;
    runtime.block_on(async {
        let listener = TcpListener::bind(arguments.listen).await;
        let listener = listener.map_err(|source| socket("listen on", arguments.listen, source))?;
        let address = listener.local_addr();
        let address = address.map_err(|source| socket("listen on", arguments.listen, source))?;
        announce(&mock, address, arguments.format, output)?;
        match page {
            Some(Page {
                console, journal, ..
            }) => {
                output.remark(&format!("calls are shown at http://{address}/"));
                let console = console.records(Arc::<Mock>::clone(&mock));
                let stop = async {
                    interrupted().await;
                    journal.close();
                };
                serve(listener, limits, console.beside(mock, limits), stop).await;
            }
            None => {
                if !arguments.no_console {
                    output.remark("calls are not shown at /: other machines would reach the page");
                }
                let handler = move |request| Arc::clone(&mock).handle(request, limits);
                serve(listener, limits, handler, interrupted()).await;
            }
        }
        Ok::<(), Failure>(())
    })?;
    runtime.shutdown_timeout(Duration::from_secs(1));
    log.result()?;
    Ok(Outcome::Clean)
}

/// Serves a mock and its page as long as the runtime lives, beside a command that plays the calling side. Calls are
/// remarks. What the page shows of that command is said on the board.
pub(crate) async fn in_background(
    catalogue: Catalogue,
    settings: Settings,
    address: SocketAddr,
    output: &Output,
) -> Result<Board, Failure> {
    only_loopback(address)?;
    let page = Page::new(&catalogue, &settings.secrets, &settings.placed)?;
    let board = page.board.clone();
    let settings = Settings {
        observer: Arc::new((page.journal.clone(), Remarks(output.clone()))),
        ..settings
    };
    let mock = Arc::new(Mock::new(catalogue, settings));
    let listener = TcpListener::bind(address).await;
    let listener = listener.map_err(|source| socket("listen on", address, source))?;
    let bound = listener.local_addr();
    let bound = bound.map_err(|source| socket("listen on", address, source))?;
    output.remark(&format!(
        "merchants can call http://{bound}, and http://{bound}/ shows the calls and verdicts"
    ));
    let limits = Limits::default();
    let console = page.console.records(Arc::<Mock>::clone(&mock));
    let handler = console.beside(mock, limits);
    tokio::spawn(serve(listener, limits, handler, std::future::pending()));
    Ok(board)
}

impl Arguments {
    /// The guides to play, in the order asked for.
    fn catalogue(&self, whole: &Catalogue) -> Result<Catalogue, Failure> {
        if !self.public {
            only_loopback(self.listen)?;
        }
        let mut catalogue = match &self.site {
            Some(site) => for_site(whole, names::site(whole, site)?)?,
            None => whole.clone(),
        };
        if !self.families.is_empty() {
            let chosen = self.families.iter();
            let chosen = chosen.map(|id| names::family(&catalogue, id).cloned());
            catalogue.families = chosen.collect::<Result<_, _>>()?;
        }
        Ok(catalogue)
    }

    /// The page, unless it is not wanted, or other machines would reach it.
    fn page(
        &self,
        catalogue: &Catalogue,
        secrets: &BTreeMap<String, Secret>,
        placed: &Records,
    ) -> Result<Option<Page>, Failure> {
        if self.no_console || !is_loopback(self.listen.ip()) {
            return Ok(None);
        }
        Page::new(catalogue, secrets, placed).map(Some)
    }

    /// The faults, whose interfaces must exist.
    fn faults(&self, catalogue: &Catalogue) -> Result<Vec<FaultRule>, Failure> {
        let faults: Vec<FaultRule> = self.latency.iter().chain(&self.faults).cloned().collect();
        let ids = || {
            let families = catalogue.families.iter();
            families.flat_map(|family| {
                let interfaces = family.interfaces.iter();
                interfaces.map(move |interface| (family.id.as_str(), interface.id.as_str()))
            })
        };
        for named in faults.iter().filter_map(|rule| rule.interface.as_deref()) {
            let is_known = ids()
                .any(|(family, id)| named == id || named.split_once('/') == Some((family, id)));
            if !is_known {
                let known = ids().map(|(_, id)| id);
                return Err(UnknownName::new("the mock has no interface", named, known).into());
            }
        }
        Ok(faults)
    }
}

/// Says where the mock is, and which interfaces it cannot play for want of their secrets.
fn announce(
    mock: &Mock,
    address: SocketAddr,
    format: Format,
    output: &Output,
) -> Result<(), Failure> {
    let url = format!("http://{address}");
    output.result(&match format {
        Format::Human => format!("listening on {url}\n"),
        Format::Json => format!("{}\n", json!({"koo": 1, "listening": url})),
    })?;
    let mut lacking: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for offer in mock.offers() {
        let method = if offer.method.is_empty() {
            "*"
        } else {
            &offer.method
        };
        output.detail(&format!("{method:4} {:70} {}", offer.path, offer.interface));
        for secret in offer.lacks {
            let interfaces = lacking.entry(secret).or_default();
            interfaces.push(offer.interface.to_string());
        }
    }
    for (secret, interfaces) in lacking {
        output.remark(&format!(
            "no `{secret}` (set {} or pass --secret): these answer that the platform failed: {}",
            default_variable(&secret),
            interfaces.join(", ")
        ));
    }
    Ok(())
}

fn only_loopback(address: SocketAddr) -> Result<(), Failure> {
    if is_loopback(address.ip()) {
        return Ok(());
    }
    Err(Failure::Usage(format!(
        "{address} is reached from other machines; `koo mock` listens there with --public"
    )))
}

fn is_loopback(address: IpAddr) -> bool {
    address.to_canonical().is_loopback()
}

/// Ready when the user wants the server to stop.
pub(crate) async fn interrupted() {
    // Where signals cannot be heard, the process is ended from outside.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

fn socket(action: &'static str, address: SocketAddr, source: std::io::Error) -> Failure {
    Failure::Io {
        action,
        path: PathBuf::from(address.to_string()),
        source,
    }
}

/// The page at `/` and the calls it shows.
struct Page {
    console: Console,
    journal: Journal,
    board: Board,
}

impl Page {
    /// A page about a mock that reads what is `placed`.
    fn new(
        catalogue: &Catalogue,
        secrets: &BTreeMap<String, Secret>,
        placed: &Records,
    ) -> Result<Self, Failure> {
        let catalogue = Arc::new(catalogue.clone());
        let journal = Journal::new(Arc::clone(&catalogue), secrets.clone(), MOST_CALLS);
        let board = Board::new(journal.clone(), placed.clone());
        let client = Client::new(exchange::Limits::default(), &Trust::System)
            .map_err(|error| Failure::Usage(error.to_string()))?;
        let console = Console::new(catalogue, journal.clone(), client)
            .map_err(|error| Failure::Usage(error.to_string()))?
            .secrets(secrets.clone())
            .board(board.clone());
        Ok(Self {
            console,
            journal,
            board,
        })
    }
}
