//! Catalogue → OpenAPI 3.0.3.
//!
//! One document for each family and called side, since the merchant's server and the platform's are different servers:
//! `<family>-merchant` is what the merchant implements, `<family>-platform` what it may call.

mod describe;
mod endpoint;
mod media;
mod operation;
mod parameters;
mod schema;
mod security;

use indexmap::IndexMap;
use koo_spec::catalogue::{Catalogue, Code, Family, Text};
use openapiv3::{
    Components, Info, OpenAPI, Operation, PathItem, Paths, ReferenceOr, Server, ServerVariable, Tag,
};
use serde_json::{Map, Value, json};

use crate::select::prune;
use crate::{EmitError, File, banner, words};
use endpoint::{Called, Endpoint, Origin};
use operation::Operations;
use schema::Schemas;

/// How a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// YAML.
    #[default]
    Yaml,
    /// JSON.
    Json,
}

impl Format {
    const fn extension(self) -> &'static str {
        match self {
            Self::Yaml => "yaml",
            Self::Json => "json",
        }
    }
}

/// What to know besides the catalogue.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// How documents are written.
    pub format: Format,
    /// The site the catalogue was projected to, if it was.
    pub site: Option<String>,
    /// Where the merchant's server stands; a placeholder unless given.
    pub address: Option<String>,
}

/// The placeholder of the merchant's address.
const MERCHANT: &str = "https://merchant.example.com";

/// The documents of a catalogue as files, in the order of families.
///
/// # Errors
///
/// [`EmitError::Template`] when a document cannot be written, which is a defect.
pub fn emit(catalogue: &Catalogue, options: &Options) -> Result<Vec<File>, EmitError> {
    let documents = catalogue.families.iter().flat_map(|family| {
        Called::ALL.into_iter().filter_map(move |called| {
            Some((
                family,
                called,
                document(catalogue, family, called, options)?,
            ))
        })
    });
    documents
        .map(|(family, called, document)| {
            let path = format!(
                "{}-{}.{}",
                family.id,
                called.word(),
                options.format.extension()
            );
            let contents =
                write(&document, options.format).map_err(|reason| EmitError::Template {
                    path: path.clone(),
                    reason,
                })?;
            Ok(File { path, contents })
        })
        .collect()
}

/// A document as text that names koo as its writer.
fn write(document: &OpenAPI, format: Format) -> Result<String, String> {
    let banner = banner("export openapi");
    let value = serde_json::to_value(document).map_err(|error| error.to_string())?;
    match format {
        Format::Yaml => {
            let yaml = serde_saphyr::to_string(&value).map_err(|error| error.to_string())?;
            Ok(format!("# {banner}\n{yaml}"))
        }
        Format::Json => {
            let mut named = Map::new();
            named.insert("x-koo-banner".to_owned(), banner.into());
            if let Value::Object(members) = value {
                named.extend(members);
            }
            let json = serde_json::to_string_pretty(&named).map_err(|error| error.to_string())?;
            Ok(json + "\n")
        }
    }
}

/// The document of one called side, if the family has calls to it.
fn document(
    catalogue: &Catalogue,
    family: &Family,
    called: Called,
    options: &Options,
) -> Option<OpenAPI> {
    let family = &part(family, called);
    if family.interfaces.is_empty() {
        return None;
    }
    let address = options.address.as_deref().unwrap_or(MERCHANT);
    let (merchant, path) = match endpoint::split(address) {
        Some((Some(origin), path)) => (origin, path),
        _ => (MERCHANT, address),
    };
    let (endpoints, omitted) = endpoint::endpoints(family, path);
    let base = usual_servers(&endpoints);
    let mut operations = Operations {
        family,
        components: Schemas { family }.types(),
    };
    let mut paths = Paths::default();
    for endpoint in &endpoints {
        let mut operation = operations.operation(endpoint);
        if endpoint.servers != base && !endpoint.servers.is_empty() {
            operation.servers = servers(family, &endpoint.servers);
        }
        let entry = paths
            .paths
            .entry(endpoint.path.clone())
            .or_insert_with(|| ReferenceOr::Item(PathItem::default()));
        if let ReferenceOr::Item(path) = entry {
            place(path, &endpoint.method, operation);
        }
    }
    let servers = if base.is_empty() {
        let server = Server {
            url: merchant.to_owned(),
            description: Some(match called {
                Called::Merchant => "The merchant's production address.".to_owned(),
                _ => "The address is not documented.".to_owned(),
            }),
            ..Server::default()
        };
        vec![server]
    } else {
        servers(family, &base)
    };
    let side = match called {
        Called::Merchant => "the merchant's server",
        Called::Platform => "the platform",
        Called::ThirdParty => "third parties",
    };
    let mut extensions = IndexMap::new();
    extensions.insert("x-koo-result-codes".to_owned(), codes(family));
    extensions.insert("x-koo-source-pages".to_owned(), source_pages(family));
    if !omitted.is_empty() {
        // An address with a fragment is for browsers only.
        extensions.insert("x-koo-omitted".to_owned(), omitted.into());
    }
    Some(OpenAPI {
        openapi: "3.0.3".to_owned(),
        info: Info {
            title: format!("{}: {side}", words::title(&family.title)),
            description: Some(describe::document(family, called, options.site.as_deref())),
            version: version(catalogue, family),
            ..Info::default()
        },
        servers,
        paths,
        components: Some(Components {
            schemas: operations.components,
            security_schemes: security::schemes(family),
            ..Components::default()
        }),
        tags: vec![Tag {
            name: family.id.clone(),
            description: Some(words::title(&family.title)),
            ..Tag::default()
        }],
        extensions,
        ..OpenAPI::default()
    })
}

/// The interfaces of one called side and what they need.
fn part(family: &Family, called: Called) -> Family {
    let mut part = family.clone();
    part.interfaces
        .retain(|interface| Called::by(interface) == called);
    part.functions.clear();
    part.events.clear();
    part.artifacts.clear();
    prune(&mut part);
    part
}

/// The edition: the newest date among the pages, or the package's version.
fn version(catalogue: &Catalogue, family: &Family) -> String {
    let dates = family.pages.values().filter_map(|page| {
        let date = page.updated.as_deref()?;
        date.starts_with(|first: char| first.is_ascii_digit())
            .then_some(date)
    });
    let package = || {
        catalogue
            .packages
            .values()
            .find_map(|package| package.version.as_deref())
    };
    dates.max().or_else(package).unwrap_or("0").to_owned()
}

/// The servers most endpoints share.
fn usual_servers(endpoints: &[Endpoint]) -> Vec<Origin> {
    let mut counts: IndexMap<&[Origin], usize> = IndexMap::new();
    for endpoint in endpoints
        .iter()
        .filter(|endpoint| !endpoint.servers.is_empty())
    {
        *counts.entry(&endpoint.servers).or_default() += 1;
    }
    let mut best: (&[Origin], usize) = (&[], 0);
    for (servers, count) in counts {
        // The first of equals stays.
        if count > best.1 {
            best = (servers, count);
        }
    }
    best.0.to_vec()
}

fn servers(family: &Family, origins: &[Origin]) -> Vec<Server> {
    let server = |origin: &Origin| {
        let variables: IndexMap<_, _> = endpoint::variables(&origin.url)
            .into_iter()
            .map(|name| (name.to_owned(), variable(family, name)))
            .collect();
        let sites = match origin.sites.as_slice() {
            [] => "all sites".to_owned(),
            sites => format!("site {}", sites.join(", ")),
        };
        let fallback = if origin.fallback {
            ", when the first does not answer"
        } else {
            ""
        };
        Server {
            url: origin.url.clone(),
            description: Some(format!("{sites}{fallback}")),
            variables: (!variables.is_empty()).then_some(variables),
            extensions: [("x-koo-sites".to_owned(), origin.sites.clone().into())].into(),
        }
    };
    origins.iter().map(server).collect()
}

/// A variable of a host, described by the path parameter of the same name.
fn variable(family: &Family, name: &str) -> ServerVariable {
    let described = family
        .interfaces
        .iter()
        .flat_map(|interface| &interface.request)
        .find(|parameter| parameter.name == name);
    let example = described
        .and_then(|parameter| parameter.example.as_ref())
        .and_then(Value::as_str);
    ServerVariable {
        default: example.unwrap_or("host.example.com").to_owned(),
        description: described.map(|parameter| words::sentence(&parameter.doc.en)),
        ..ServerVariable::default()
    }
}

fn place(path: &mut PathItem, method: &str, operation: Operation) {
    let slot = match method {
        "get" => &mut path.get,
        "put" => &mut path.put,
        "delete" => &mut path.delete,
        "options" => &mut path.options,
        "head" => &mut path.head,
        "patch" => &mut path.patch,
        "trace" => &mut path.trace,
        _ => &mut path.post,
    };
    *slot = Some(operation);
}

fn codes(family: &Family) -> Value {
    family.codes.values().map(code).collect::<Vec<_>>().into()
}

fn code(code: &Code) -> Value {
    let ids = |list: &[koo_spec::catalogue::Placed<String>]| {
        schema::pages(list)
            .into_iter()
            .map(Value::from)
            .collect::<Vec<_>>()
    };
    json!({
        "code": code.code,
        "name": code.name,
        "description": text(&code.doc),
        "role": code.role.map(koo_spec::catalogue::CodeRole::as_str),
        "retryable": code.retryable,
        "interfaces": ids(&code.applies_to),
        "sites": ids(&code.sites),
        "httpStatus": code.http_status,
        "pages": ids(&code.provenance.pages),
    })
}

fn source_pages(family: &Family) -> Value {
    let pages = family.pages.iter().map(|(id, page)| {
        let page = json!({
            "title": page.title, "site": page.site.value, "updated": page.updated, "url": page.url,
        });
        (id.clone(), page)
    });
    pages.collect::<Map<_, _>>().into()
}

fn text(text: &Text) -> Value {
    match &text.zh {
        Some(zh) => json!({ "en": text.en, "zh": zh }),
        None => json!({ "en": text.en }),
    }
}
