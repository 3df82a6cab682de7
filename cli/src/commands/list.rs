//! `koo list`

use clap::{Args, ValueEnum};
use koo_spec::catalogue::{Catalogue, Direction, Family, Placed, Text, TypeShape};
use koo_spec::names;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Failure;
use crate::config::Config;
use crate::contract::{SpecArguments, for_site};
use crate::output::{Outcome, Output};
use crate::page::{Table, terminal};

/// Arguments of `koo list`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo list                                         the guides
  koo list interfaces --family saas-v2             the interfaces of one guide
  koo list interfaces --direction merchant-to-platform --site intl
  koo list codes --family saas-v2 --format json | jq -r '.codes[].code'

In a terminal long titles are wrapped; in a pipe each row is one line.

Exit codes: 0 done, 1 errors in the catalogue, 2 wrong usage or unreadable path")]
pub(crate) struct Arguments {
    /// What to list.
    #[arg(value_enum, default_value_t = What::Families)]
    what: What,

    /// Only what belongs to this family.
    #[arg(long, value_name = "ID")]
    family: Option<String>,

    /// Only what this site documents.
    #[arg(long, value_name = "SITE")]
    site: Option<String>,

    /// Only interfaces of this direction.
    #[arg(long, value_enum, value_name = "DIRECTION")]
    direction: Option<Way>,

    #[command(flatten)]
    spec: SpecArguments,

    /// How to print; what koo.toml says, else human.
    #[arg(long, value_enum)]
    format: Option<Format>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// Guides.
    Families,
    /// Calls.
    Interfaces,
    /// Result codes.
    Codes,
    /// Ways to sign.
    Schemes,
    /// Objects and enumerations.
    Types,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Way {
    /// The platform calls the merchant's server.
    PlatformToMerchant,
    /// The merchant calls the platform.
    MerchantToPlatform,
    /// A browser is sent there.
    BrowserRedirect,
    /// The merchant calls somebody else.
    ThirdParty,
}

impl From<Way> for Direction {
    fn from(way: Way) -> Self {
        match way {
            Way::PlatformToMerchant => Self::PlatformToMerchant,
            Way::MerchantToPlatform => Self::MerchantToPlatform,
            Way::BrowserRedirect => Self::BrowserRedirect,
            Way::ThirdParty => Self::ThirdParty,
        }
    }
}

/// How to print.
#[derive(Debug, Clone, Copy, Default, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Format {
    /// A table.
    #[default]
    Human,
    /// One JSON document.
    Json,
}

/// Lists.
pub(crate) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    if arguments.direction.is_some() && arguments.what != What::Interfaces {
        return Err(Failure::Usage(
            "only interfaces have a direction: `koo list interfaces --direction …`".to_owned(),
        ));
    }
    let defaults = Config::load()?.list;
    let Some(loaded) = arguments.spec.load(output)? else {
        return Ok(Outcome::Problems);
    };
    let mut catalogue = loaded.catalogue;
    if let Some(family) = &arguments.family {
        let family = names::family(&catalogue, family)?.clone();
        catalogue.families = vec![family];
    }
    if let Some(site) = arguments.site.as_ref().or(defaults.site.as_ref()) {
        catalogue = for_site(&catalogue, site)?;
    }
    let listing = listing(
        &catalogue,
        arguments.what,
        arguments.direction.map(Direction::from),
    );
    match arguments.format.or(defaults.format).unwrap_or_default() {
        Format::Human => output.result(&terminal::table(&listing.table, Output::width()))?,
        Format::Json => {
            let document = json!({ "koo": 1, listing.name: listing.rows });
            output.result(&(serde_json::to_string_pretty(&document)? + "\n"))?;
        }
    }
    Ok(Outcome::Clean)
}

/// A list in both forms.
struct Listing {
    /// The key of the JSON document.
    name: &'static str,
    table: Table,
    rows: Vec<Value>,
}

impl Listing {
    fn new(name: &'static str, headers: &[&'static str]) -> Self {
        Self {
            name,
            table: Table {
                headers: headers.to_vec(),
                rows: Vec::new(),
            },
            rows: Vec::new(),
        }
    }

    fn push<const N: usize>(&mut self, cells: [&str; N], row: Value) {
        self.table.rows.push(cells.map(str::to_owned).to_vec());
        self.rows.push(row);
    }
}

fn listing(catalogue: &Catalogue, what: What, direction: Option<Direction>) -> Listing {
    match what {
        What::Families => families(catalogue),
        What::Interfaces => interfaces(catalogue, direction),
        What::Codes => codes(catalogue),
        What::Schemes => schemes(catalogue),
        What::Types => types(catalogue),
    }
}

fn families(catalogue: &Catalogue) -> Listing {
    let headers = ["family", "status", "interfaces", "sites", "title", "标题"];
    let mut listing = Listing::new("families", &headers);
    for family in &catalogue.families {
        let (sites, count) = (words(&family.sites), family.interfaces.len());
        let (status, title) = (family.status.as_str(), &family.title);
        listing.push(
            [&family.id, status, &count.to_string(), &sites.join(" "), &title.en, zh(title)],
            json!({ "id": family.id, "status": status, "interfaces": count, "sites": sites, "title": text(title) }),
        );
    }
    listing
}

fn interfaces(catalogue: &Catalogue, direction: Option<Direction>) -> Listing {
    let headers = ["interface", "direction", "method", "sites", "title", "标题"];
    let mut listing = Listing::new("interfaces", &headers);
    for family in &catalogue.families {
        let wanted = family
            .interfaces
            .iter()
            .filter(|interface| direction.is_none_or(|direction| interface.direction == direction));
        for interface in wanted {
            let (way, title) = (interface.direction.as_str(), &interface.title);
            let method = interface
                .method
                .as_ref()
                .or(family.transport.method.as_ref());
            let sites = sites(&interface.sites, family);
            listing.push(
                [
                    &format!("{}/{}", family.id, interface.id),
                    way,
                    method.map_or("", String::as_str),
                    &sites.join(" "),
                    &title.en,
                    zh(title),
                ],
                json!({
                    "family": family.id, "id": interface.id, "direction": way, "method": method, "sites": sites,
                    "title": text(title),
                }),
            );
        }
    }
    listing
}

fn codes(catalogue: &Catalogue) -> Listing {
    let headers = ["family", "code", "name", "retry", "meaning"];
    let mut listing = Listing::new("codes", &headers);
    for family in &catalogue.families {
        for code in family.codes.values() {
            let retry = if code.retryable { "yes" } else { "no" };
            listing.push(
                [&family.id, &code.code, &code.name, retry, &code.doc.en],
                json!({
                    "family": family.id, "code": code.code, "name": code.name, "retryable": code.retryable,
                    "sites": sites(&code.sites, family), "doc": text(&code.doc),
                }),
            );
        }
    }
    listing
}

fn schemes(catalogue: &Catalogue) -> Listing {
    let mut listing = Listing::new("schemes", &["family", "scheme", "signs", "sites", "about"]);
    for family in &catalogue.families {
        for scheme in family.schemes.values() {
            let (of, sites) = (scheme.of.as_str(), sites(&scheme.sites, family));
            listing.push(
                [&family.id, &scheme.id, of, &sites.join(" "), &scheme.doc.en],
                json!({
                    "family": family.id, "id": scheme.id, "of": of, "sites": sites, "doc": text(&scheme.doc),
                }),
            );
        }
    }
    listing
}

fn types(catalogue: &Catalogue) -> Listing {
    let mut listing = Listing::new("types", &["family", "type", "kind", "size", "about"]);
    for family in &catalogue.families {
        for definition in family.types.values() {
            let (kind, size) = match &definition.shape {
                TypeShape::Object(fields) => ("object", fields.len()),
                TypeShape::Enumeration(values) => ("enumeration", values.len()),
            };
            listing.push(
                [
                    &family.id,
                    &definition.name,
                    kind,
                    &size.to_string(),
                    &definition.doc.en,
                ],
                json!({
                    "family": family.id, "name": definition.name, "kind": kind, "size": size,
                    "doc": text(&definition.doc),
                }),
            );
        }
    }
    listing
}

fn sites<'a>(own: &'a [Placed<String>], family: &'a Family) -> Vec<&'a str> {
    words(if own.is_empty() { &family.sites } else { own })
}

fn words(list: &[Placed<String>]) -> Vec<&str> {
    list.iter().map(|word| word.value.as_str()).collect()
}

fn zh(text: &Text) -> &str {
    text.zh.as_deref().unwrap_or_default()
}

fn text(text: &Text) -> Value {
    match &text.zh {
        Some(zh) => json!({ "en": text.en, "zh": zh }),
        None => json!({ "en": text.en }),
    }
}
