//! Which pages are fetched, when, and what is remembered about them. The network, the clock and the file system are
//! behind [`Edge`].

mod manifest;
mod robots;

use std::time::Duration;

use indexmap::IndexMap;
use jiff::Timestamp;
use koo_spec::catalogue::{Catalogue, PageKind};

pub use manifest::{Manifest, Saved, sha256};

use robots::Robots;

/// How often a page is tried again when the server asks for patience.
const MAX_TRIES: u32 = 3;

/// Failures in a row after which a host is left alone.
const MAX_FAILURES: u32 = 3;

/// The longest wait a server may ask for.
const MAX_WAIT: Duration = Duration::from_secs(300);

/// A page of the catalogue that has an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Id.
    pub id: String,
    /// Title as published.
    pub title: String,
    /// Site.
    pub site: String,
    /// Address.
    pub url: String,
    /// Guides that name it.
    pub families: Vec<String>,
}

/// The pages with an address, each once. Empty lists select everything.
pub fn sources(
    catalogue: &Catalogue,
    families: &[String],
    sites: &[String],
    pages: &[String],
) -> Vec<Source> {
    let selects =
        |list: &[String], id: &str| list.is_empty() || list.iter().any(|known| known == id);
    let mut found: IndexMap<String, Source> = IndexMap::new();
    for family in catalogue
        .families
        .iter()
        .filter(|family| selects(families, &family.id))
    {
        for (id, page) in &family.pages {
            let Some(url) = page.url.as_ref().filter(|_| page.kind == PageKind::Page) else {
                continue;
            };
            if !selects(sites, &page.site.value) || !selects(pages, id) {
                continue;
            }
            let source = found.entry(id.clone()).or_insert_with(|| Source {
                id: id.clone(),
                title: page.title.clone(),
                site: page.site.value.clone(),
                url: url.clone(),
                families: Vec::new(),
            });
            source.families.push(family.id.clone());
        }
    }
    found.into_values().collect()
}

/// The address with another scheme and host.
pub fn rebase(url: &str, base: &str) -> String {
    let path = url
        .split_once("://")
        .and_then(|(_, rest)| rest.split_once('/'))
        .map_or("", |(_, path)| path);
    format!("{}/{path}", base.trim_end_matches('/'))
}

/// How pages are fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manners {
    /// The name by which `robots.txt` calls us.
    pub agent: String,
    /// Pause between two requests to one host.
    pub delay: Duration,
    /// A page confirmed not longer ago than this is not asked for again.
    pub fresh_for: Duration,
}

/// An answer of a server.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// `ETag`.
    pub etag: Option<String>,
    /// `Last-Modified`.
    pub last_modified: Option<String>,
    /// `Retry-After`.
    pub retry_after: Option<String>,
    /// Body.
    pub body: Vec<u8>,
}

/// What a request says about the copy at hand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conditions {
    /// `If-None-Match`.
    pub etag: Option<String>,
    /// `If-Modified-Since`.
    pub last_modified: Option<String>,
}

/// Network, clock and file system.
pub trait Edge {
    /// What goes wrong with files: fetching ends with it.
    type Error;

    /// Asks for an address.
    ///
    /// # Errors
    ///
    /// What went wrong, for people; a status that tells of a failure is an answer.
    fn get(&mut self, url: &str, conditions: &Conditions) -> Result<Answer, String>;

    /// Waits.
    fn pause(&mut self, duration: Duration);

    /// The time.
    fn now(&self) -> Timestamp;

    /// The SHA-256 of a saved file in hexadecimal digits, if there is one.
    ///
    /// # Errors
    ///
    /// When the file is there and cannot be read.
    fn hash(&self, file: &str) -> Result<Option<String>, Self::Error>;

    /// Saves a file whole or not at all.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    fn save(&mut self, file: &str, bytes: &[u8]) -> Result<(), Self::Error>;
}

/// What became of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetched {
    /// It was confirmed a short time ago.
    Fresh,
    /// The server says, or its bytes show, that it is the copy at hand.
    Unchanged,
    /// A new copy was saved.
    Saved,
    /// It could not be fetched.
    Failed(String),
}

/// Fetches pages one after the other and keeps the manifest up to date, so that an interrupted run goes on where it
/// ended.
///
/// # Errors
///
/// When a file cannot be read or written. What goes wrong with single pages is told of each page.
pub fn fetch<E: Edge>(
    sources: &[Source],
    manifest: &mut Manifest,
    manners: &Manners,
    edge: &mut E,
    mut tell: impl FnMut(&Source, &Fetched),
) -> Result<Vec<(String, Fetched)>, E::Error> {
    let mut hosts: IndexMap<String, Host> = IndexMap::new();
    let mut results = Vec::new();
    for source in sources {
        let outcome = one(source, manifest, manners, edge, &mut hosts)?;
        if matches!(outcome, Fetched::Saved | Fetched::Unchanged) {
            edge.save(Manifest::FILE, manifest.to_json().as_bytes())?;
        }
        tell(source, &outcome);
        results.push((source.id.clone(), outcome));
    }
    Ok(results)
}

/// What is known about a host.
#[derive(Default)]
struct Host {
    robots: Option<Result<Robots, String>>,
    asked: bool,
    failures: u32,
}

fn one<E: Edge>(
    source: &Source,
    manifest: &mut Manifest,
    manners: &Manners,
    edge: &mut E,
    hosts: &mut IndexMap<String, Host>,
) -> Result<Fetched, E::Error> {
    let saved = manifest
        .pages
        .get(&source.id)
        .filter(|saved| saved.url == source.url)
        .cloned();
    let saved = match saved {
        Some(saved) if edge.hash(&saved.file)?.as_ref() == Some(&saved.sha256) => Some(saved),
        _ => None,
    };
    if let Some(saved) = &saved
        && is_fresh(saved, edge.now(), manners.fresh_for)
    {
        return Ok(Fetched::Fresh);
    }
    let Some(origin) = origin(&source.url) else {
        return Ok(Fetched::Failed(format!(
            "`{}` is no address of a web page",
            source.url
        )));
    };
    let host = hosts.entry(origin.clone()).or_default();
    if host.failures >= MAX_FAILURES {
        return Ok(Fetched::Failed(format!(
            "{origin} failed {MAX_FAILURES} times in a row; run again later"
        )));
    }
    if host.robots.is_none() {
        let robots = ask(
            &format!("{origin}/robots.txt"),
            &Conditions::default(),
            manners,
            host,
            edge,
        )
        .and_then(|answer| Robots::read(&answer));
        host.robots = Some(robots);
    }
    match &host.robots {
        Some(Ok(robots)) if !robots.allows(&manners.agent, &source.url) => {
            return Ok(Fetched::Failed(
                "robots.txt of the host forbids it".to_owned(),
            ));
        }
        Some(Err(why)) => return Ok(Fetched::Failed(format!("robots.txt of the host: {why}"))),
        _ => {}
    }
    let conditions = saved
        .as_ref()
        .map_or_else(Conditions::default, |saved| Conditions {
            etag: saved.etag.clone(),
            last_modified: saved.last_modified.clone(),
        });
    let answer = match ask(&source.url, &conditions, manners, host, edge) {
        Ok(answer) => answer,
        Err(why) => {
            host.failures += 1;
            return Ok(Fetched::Failed(why));
        }
    };
    host.failures = 0;
    let now = edge.now().to_string();
    match (answer.status, saved) {
        (304, Some(saved)) => {
            manifest.pages.insert(
                source.id.clone(),
                Saved {
                    checked: now,
                    ..saved
                },
            );
            Ok(Fetched::Unchanged)
        }
        (200, saved) => {
            let sha256 = sha256(&answer.body);
            let is_same = saved.as_ref().is_some_and(|saved| saved.sha256 == sha256);
            let file = manifest::file_name(&source.id);
            if !is_same {
                edge.save(&file, &answer.body)?;
            }
            let fetched = saved
                .filter(|_| is_same)
                .map_or_else(|| now.clone(), |saved| saved.fetched);
            manifest.pages.insert(
                source.id.clone(),
                Saved {
                    url: source.url.clone(),
                    title: source.title.clone(),
                    site: source.site.clone(),
                    file,
                    fetched,
                    checked: now,
                    sha256,
                    bytes: answer.body.len(),
                    etag: answer.etag,
                    last_modified: answer.last_modified,
                },
            );
            Ok(if is_same {
                Fetched::Unchanged
            } else {
                Fetched::Saved
            })
        }
        (status, _) => Ok(Fetched::Failed(format!(
            "the server answers with status {status}"
        ))),
    }
}

fn is_fresh(saved: &Saved, now: Timestamp, fresh_for: Duration) -> bool {
    saved.checked.parse::<Timestamp>().is_ok_and(|checked| {
        let age = now.as_second().saturating_sub(checked.as_second());
        u64::try_from(age).is_ok_and(|age| age < fresh_for.as_secs())
    })
}

/// Asks, politely: after a pause, and again only as late as the server wants it.
fn ask<E: Edge>(
    url: &str,
    conditions: &Conditions,
    manners: &Manners,
    host: &mut Host,
    edge: &mut E,
) -> Result<Answer, String> {
    let mut tries = 0;
    loop {
        if host.asked {
            edge.pause(manners.delay);
        }
        host.asked = true;
        let answer = edge.get(url, conditions)?;
        tries += 1;
        let is_busy = matches!(answer.status, 429 | 503);
        if !is_busy {
            return Ok(answer);
        }
        let wait = answer
            .retry_after
            .as_deref()
            .and_then(|text| patience(text, edge.now()))
            .unwrap_or(manners.delay * 2);
        if tries >= MAX_TRIES || wait > MAX_WAIT {
            return Err(format!(
                "the server is busy (status {}) and asks to wait {} s",
                answer.status,
                wait.as_secs()
            ));
        }
        edge.pause(wait);
    }
}

/// The wait that `Retry-After` asks for: seconds, or until a date.
fn patience(text: &str, now: Timestamp) -> Option<Duration> {
    let text = text.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = jiff::fmt::rfc2822::parse(text).ok()?.timestamp();
    let seconds = until.as_second().saturating_sub(now.as_second()).max(0);
    Some(Duration::from_secs(u64::try_from(seconds).ok()?))
}

/// Scheme, host and port of an address.
fn origin(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    if !matches!(scheme, "http" | "https") {
        return None;
    }
    let host = rest
        .split(['/', '?', '#'])
        .next()
        .filter(|host| !host.is_empty())?;
    Some(format!("{scheme}://{host}"))
}
