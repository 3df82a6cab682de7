//! `koo docs fetch`

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::{Args, ValueEnum};
use jiff::Timestamp;
use koo_pages::MAX_PAGE_BYTES;
use koo_pages::fetch::{
    Answer, Conditions, Edge, Fetched, Manifest, Manners, Source, fetch, rebase, sha256, sources,
};
use koo_spec::duration::parse_millis;
use reqwest::blocking::Client;
use reqwest::header;
use serde_json::json;

use super::known;
use crate::address;
use crate::commands::Failure;
use crate::contract::SpecArguments;
use crate::folder::{can_be, write_bytes};
use crate::output::{Outcome, Output};

/// The name by which `robots.txt` calls us.
const AGENT: &str = "koo";

/// How long a server may take.
const TIMEOUT: Duration = Duration::from_secs(60);

/// Arguments of `koo docs fetch`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo docs fetch                                   all pages with an address → pages/
  koo docs fetch --family saas-v2 --out saved      those of one guide
  koo docs fetch --list                            only says which pages
  koo docs fetch --base-url http://localhost:8080  from a mirror, paths as they are

One request at a time, with a pause between requests to one host; robots.txt and Retry-After are
honoured. Pages are asked for with ETag and Last-Modified of the copy at hand. manifest.json
remembers address, dates and SHA-256 of each page; a run that was interrupted goes on where it
ended.

A scheduled job: fetch, then `koo docs check`, `koo docs patch --apply`, `koo check`, `koo
generate`, `git diff`.

Exit codes: 0 all pages are at hand, 1 some could not be fetched, 2 wrong usage or I/O")]
pub(super) struct Arguments {
    /// Folder of the pages.
    #[arg(long, value_name = "DIR", default_value = "pages")]
    out: PathBuf,

    /// Only the pages these families name.
    #[arg(long, value_name = "ID")]
    family: Vec<String>,

    /// Only the pages of these sites.
    #[arg(long, value_name = "SITE")]
    site: Vec<String>,

    /// Only these pages.
    #[arg(long, value_name = "ID")]
    page: Vec<String>,

    #[command(flatten)]
    spec: SpecArguments,

    /// Scheme and host to use instead of those of the addresses.
    #[arg(long, value_name = "URL", value_parser = address::web)]
    base_url: Option<String>,

    /// Pause between two requests to one host.
    #[arg(long, value_name = "DURATION", default_value = "2s", value_parser = duration)]
    delay: Duration,

    /// Do not ask again for a page that was confirmed not longer ago than this.
    #[arg(long, value_name = "DURATION", default_value = "12h", value_parser = duration)]
    fresh_for: Duration,

    /// Say which pages would be fetched, and fetch none.
    #[arg(long)]
    list: bool,

    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A line for each page.
    Human,
    /// One JSON document.
    Json,
}

fn duration(text: &str) -> Result<Duration, String> {
    parse_millis(text)
        .map(Duration::from_millis)
        .ok_or_else(|| "write 500ms, 2s, 5m, 12h or 1d".to_owned())
}

/// Fetches.
pub(super) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    let Some(loaded) = arguments.spec.load(output)? else {
        return Ok(Outcome::Problems);
    };
    let catalogue = &loaded.catalogue;
    for family in &arguments.family {
        known(
            "family",
            Some(family),
            catalogue.families.iter().map(|family| family.id.as_str()),
        )?;
    }
    for site in &arguments.site {
        known(
            "site",
            Some(site),
            catalogue.sites.keys().map(String::as_str),
        )?;
    }
    let ids = catalogue
        .families
        .iter()
        .flat_map(|family| family.pages.keys().map(String::as_str));
    for page in &arguments.page {
        known("page", Some(page), ids.clone())?;
    }
    let mut wanted = sources(
        catalogue,
        &arguments.family,
        &arguments.site,
        &arguments.page,
    );
    if let Some(base) = &arguments.base_url {
        for source in &mut wanted {
            source.url = rebase(&source.url, base);
        }
    }
    if arguments.list {
        return list(&wanted, arguments.format, output);
    }
    can_be(&arguments.out)?;
    let mut manifest = read_manifest(&arguments.out)?;
    let manners = Manners {
        agent: AGENT.to_owned(),
        delay: arguments.delay,
        fresh_for: arguments.fresh_for,
    };
    let mut edge = Web::new(&arguments.out)?;
    let results = fetch(
        &wanted,
        &mut manifest,
        &manners,
        &mut edge,
        |source, fetched| {
            output.remark(&line(source, fetched));
        },
    )?;
    let failed = results
        .iter()
        .filter(|(_, fetched)| matches!(fetched, Fetched::Failed(_)))
        .count();
    if arguments.format == Format::Json {
        let pages: Vec<_> = results
            .iter()
            .map(|(id, fetched)| json!({ "page": id, "outcome": word(fetched), "saved": manifest.pages.get(id), "why": why(fetched) }))
            .collect();
        let report = json!({ "koo": 1, "out": arguments.out, "failed": failed, "pages": pages });
        output.result(&(serde_json::to_string_pretty(&report)? + "\n"))?;
    }
    output.remark(&format!(
        "{} of {} pages are in {}",
        results.len() - failed,
        results.len(),
        arguments.out.display()
    ));
    Ok(if failed == 0 {
        Outcome::Clean
    } else {
        Outcome::Problems
    })
}

/// Says which pages would be fetched.
fn list(wanted: &[Source], format: Format, output: &Output) -> Result<Outcome, Failure> {
    match format {
        Format::Human => {
            let lines = wanted
                .iter()
                .map(|source| format!("{}  {}  {}\n", source.id, source.site, source.url));
            output.result(&lines.collect::<String>())?;
        }
        Format::Json => {
            let pages: Vec<_> = wanted
                .iter()
                .map(|source| json!({ "page": source.id, "site": source.site, "url": source.url }))
                .collect();
            let report = json!({ "koo": 1, "pages": pages });
            output.result(&(serde_json::to_string_pretty(&report)? + "\n"))?;
        }
    }
    output.remark(&match wanted.len() {
        1 => "1 page has an address".to_owned(),
        count => format!("{count} pages have an address"),
    });
    Ok(Outcome::Clean)
}

const fn word(fetched: &Fetched) -> &'static str {
    match fetched {
        Fetched::Fresh => "fresh",
        Fetched::Unchanged => "unchanged",
        Fetched::Saved => "saved",
        Fetched::Failed(_) => "failed",
    }
}

fn why(fetched: &Fetched) -> Option<&str> {
    match fetched {
        Fetched::Failed(why) => Some(why),
        _ => None,
    }
}

fn line(source: &Source, fetched: &Fetched) -> String {
    match fetched {
        Fetched::Failed(why) => format!("{}: failed: {why} ({})", source.id, source.url),
        other => format!("{}: {}", source.id, word(other)),
    }
}

fn read_manifest(out: &Path) -> Result<Manifest, Failure> {
    let path = out.join(Manifest::FILE);
    match fs::read_to_string(&path) {
        Ok(text) => Manifest::from_json(&text).map_err(|error| {
            Failure::Usage(format!(
                "{} is no manifest of pages: {error}; remove it to begin anew",
                path.display()
            ))
        }),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Manifest::default()),
        Err(source) => Err(Failure::Io {
            action: "read",
            path,
            source,
        }),
    }
}

/// The network, the clock, and the folder of the pages.
struct Web<'a> {
    client: Client,
    out: &'a Path,
}

impl<'a> Web<'a> {
    fn new(out: &'a Path) -> Result<Self, Failure> {
        let client = Client::builder()
            .user_agent(concat!(
                "koo/",
                env!("CARGO_PKG_VERSION"),
                " (documentation check)"
            ))
            .timeout(TIMEOUT)
            .redirect(reqwest::redirect::Policy::limited(5))
            .build()
            .map_err(|error| {
                Failure::Usage(format!("cannot prepare requests: {}", causes(&error)))
            })?;
        Ok(Self { client, out })
    }
}

/// An error of the client with its causes: the first line alone says little.
fn causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}

impl Edge for Web<'_> {
    type Error = Failure;

    fn get(&mut self, url: &str, conditions: &Conditions) -> Result<Answer, String> {
        let mut request = self.client.get(url);
        if let Some(etag) = &conditions.etag {
            request = request.header(header::IF_NONE_MATCH, etag);
        }
        if let Some(date) = &conditions.last_modified {
            request = request.header(header::IF_MODIFIED_SINCE, date);
        }
        let response = request.send().map_err(|error| causes(&error))?;
        let text = |name: header::HeaderName| {
            response
                .headers()
                .get(name)
                .and_then(|value| value.to_str().ok())
                .map(str::to_owned)
        };
        let mut answer = Answer {
            status: response.status().as_u16(),
            etag: text(header::ETAG),
            last_modified: text(header::LAST_MODIFIED),
            retry_after: text(header::RETRY_AFTER),
            body: Vec::new(),
        };
        response
            .take(MAX_PAGE_BYTES as u64 + 1)
            .read_to_end(&mut answer.body)
            .map_err(|error| causes(&error))?;
        if answer.body.len() > MAX_PAGE_BYTES {
            return Err(format!("the page has more than {MAX_PAGE_BYTES} bytes"));
        }
        Ok(answer)
    }

    fn pause(&mut self, duration: Duration) {
        std::thread::sleep(duration);
    }

    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn hash(&self, file: &str) -> Result<Option<String>, Failure> {
        let path = self.out.join(file);
        match fs::read(&path) {
            Ok(bytes) => Ok(Some(sha256(&bytes))),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(source) => Err(Failure::Io {
                action: "read",
                path,
                source,
            }),
        }
    }

    fn save(&mut self, file: &str, bytes: &[u8]) -> Result<(), Failure> {
        write_bytes(&self.out.join(file), bytes)
    }
}
