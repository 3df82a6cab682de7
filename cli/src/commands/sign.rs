//! `koo sign`

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use koo_calls::{Request, write};
use koo_runtime::crypto::url_encode;
use koo_runtime::message::Message;
use koo_runtime::scheme::Stamp;
use koo_spec::catalogue::CarriedIn;
use koo_spec::interpret::compose::{self, Composed, compose, frame};
use koo_spec::interpret::scheme::{Attachment, SchemeInterpreter};
use koo_spec::names;
use serde_json::{Value, json};

use super::Failure;
use crate::contract::SpecArguments;
use crate::output::{Outcome, Output};
use crate::scheme::{Found, SchemeArguments, Side};
use crate::secrets::SecretArguments;
use crate::{address, input, moment};

/// Arguments of `koo sign`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo sign --interface saas-v2/newInstance --url http://127.0.0.1:8080/saas purchase.json
  koo sign --interface saas-v2/newInstance --url http://127.0.0.1:8080/saas --example | sh
  koo sign --interface open-api/queryOrder --format http order.json
  koo sign --interface saas-v2/newInstance --side reply reply.json     headers of a reply

The payload is a JSON object with the parameters of all places (path, query, form, body). Where
all of them stand in the body, the body is the text of the payload, byte for byte.

Secrets come from the environment (KOO_ACCESS_KEY for `access_key`), from files, or are asked for.

Exit codes: 0 signed, 2 wrong usage, or something could not be read")]
pub(crate) struct Arguments {
    #[command(flatten)]
    spec: SpecArguments,

    #[command(flatten)]
    scheme: SchemeArguments,

    /// Payload: a file, or `-` for standard input; empty unless given.
    payload: Option<PathBuf>,

    /// Take the payload from the catalogue's first example.
    #[arg(long, conflicts_with = "payload")]
    example: bool,

    /// The payload is the body as it is, whatever it holds.
    #[arg(long)]
    raw: bool,

    /// Address that is called: the whole one, or what stands before the documented path.
    #[arg(long, value_parser = address::web)]
    url: Option<String>,

    /// Site whose documented address is used.
    #[arg(long)]
    site: Option<String>,

    /// A further header, which schemes that sign headers cover too.
    #[arg(long = "header", value_name = "NAME: VALUE", value_parser = address::header)]
    headers: Vec<(String, String)>,

    /// When it is signed: milliseconds since 1970 or a time such as 2026-11-22T08:00:00Z; now unless given.
    #[arg(long, value_name = "MOMENT", value_parser = moment::millis)]
    at: Option<i64>,

    /// Random text of the call; drawn unless given.
    #[arg(long)]
    nonce: Option<String>,

    #[command(flatten)]
    secrets: SecretArguments,

    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Curl)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A curl command; for a reply its headers.
    Curl,
    /// The text of an HTTP/1.1 message.
    Http,
    /// One JSON document.
    Json,
    /// The signed address only.
    Url,
}

/// Signs.
pub(crate) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    let Some(loaded) = arguments.spec.load(output)? else {
        return Ok(Outcome::Problems);
    };
    let site = arguments.site.as_deref();
    let site = site
        .map(|site| names::site(&loaded.catalogue, site))
        .transpose()?;
    let found = arguments.scheme.find(&loaded.catalogue)?;
    let payload = arguments.payload(&found)?;
    let secrets = arguments.secrets.read(found.family, &found.secrets())?;
    let known = found.family.secrets.keys().map(String::as_str);
    let interpreter = SchemeInterpreter::new(found.scheme, known, secrets).map_err(usage)?;
    let mut stamp = Stamp::at(arguments.at.unwrap_or_else(moment::now));
    if let Some(nonce) = &arguments.nonce {
        stamp.nonce.clone_from(nonce);
    }
    if found.side() == Side::Reply {
        let message = Message {
            method: "",
            path: "",
            query: &[],
            headers: &[],
            body: payload.as_bytes(),
        };
        let attached = interpreter.sign(&message, &stamp).map_err(usage)?;
        return print_reply(arguments, &attached, &payload, output);
    }
    let mut request = arguments.request(&found, site, &payload)?;
    let query = request.parameters();
    let attached = interpreter
        .sign(&request.message(&query), &stamp)
        .map_err(usage)?;
    attach(&mut request, attached);
    let text = match arguments.format {
        Format::Curl => write::curl(&request),
        Format::Http => String::from_utf8_lossy(&write::http(&request)).into_owned(),
        Format::Json => {
            let mut document = json!({ "koo": 1 });
            if let (Some(members), Value::Object(call)) =
                (document.as_object_mut(), write::json(&request))
            {
                members.extend(call);
            }
            serde_json::to_string_pretty(&document)? + "\n"
        }
        Format::Url => request.url() + "\n",
    };
    output.result(&text)?;
    Ok(Outcome::Clean)
}

impl Arguments {
    fn payload(&self, found: &Found<'_>) -> Result<String, Failure> {
        if let Some(path) = &self.payload {
            return input::text(path);
        }
        if !self.example {
            return Ok(String::new());
        }
        let interface = found
            .interface
            .ok_or_else(|| Failure::Usage("--example needs --interface".to_owned()))?;
        let of = found.scheme.of;
        let example = interface.examples.iter().find(|example| example.of == of);
        let example = example.ok_or_else(|| {
            Failure::Usage(format!("`{}` has no example of this side", interface.id))
        })?;
        let members = compose::payload(example, Some(found.scheme));
        Ok(serde_json::Value::Object(members).to_string())
    }

    fn request(
        &self,
        found: &Found<'_>,
        site: Option<&str>,
        payload: &str,
    ) -> Result<Request, Failure> {
        let composed = match found.interface {
            Some(interface) if self.raw => Composed {
                body: payload.as_bytes().to_vec(),
                ..frame(found.family, interface, site)
            },
            Some(interface) => compose(found.family, interface, site, payload)
                .map_err(|error| Failure::Usage(error.to_string()))?,
            None => Composed {
                method: "POST".to_owned(),
                body: payload.as_bytes().to_vec(),
                ..Composed::default()
            },
        };
        let mut request = Request {
            method: composed.method,
            headers: composed.headers,
            body: composed.body,
            ..Request::default()
        };
        request.set_url(&self.address(&composed.url)?);
        let pairs = composed.query.iter();
        let pairs =
            pairs.map(|(name, value)| format!("{}={}", url_encode(name), url_encode(value)));
        let known = Some(request.query.clone()).filter(|query| !query.is_empty());
        request.query = known.into_iter().chain(pairs).collect::<Vec<_>>().join("&");
        request.headers.extend_from_slice(&self.headers);
        let has_host = request
            .headers
            .iter()
            .any(|(name, _)| name.eq_ignore_ascii_case("host"));
        if !has_host {
            let host = request.authority().map(str::to_owned);
            request
                .headers
                .extend(host.map(|host| ("Host".to_owned(), host)));
        }
        Ok(request)
    }

    /// The address that is called: the one given, with the documented path where it has none of its own.
    fn address(&self, documented: &str) -> Result<String, Failure> {
        let Some(url) = &self.url else {
            if documented.contains("://") {
                return Ok(documented.to_owned());
            }
            return Err(Failure::Usage(
                "the merchant chooses this address: pass it as --url".to_owned(),
            ));
        };
        let mut given = Request::default();
        given.set_url(url);
        let mut known = Request::default();
        known.set_url(documented);
        let is_bare = given.path == "/" && given.query.is_empty();
        if is_bare && !documented.is_empty() {
            known.origin = given.origin;
            return Ok(known.url());
        }
        Ok(url.clone())
    }
}

fn attach(request: &mut Request, attached: Vec<Attachment>) {
    for Attachment {
        location,
        name,
        value,
    } in attached
    {
        match location {
            CarriedIn::Header => request.headers.push((name, value)),
            CarriedIn::Query => {
                let separator = if request.query.is_empty() { "" } else { "&" };
                let pair = format!("{separator}{}={}", url_encode(name), url_encode(value));
                request.query.push_str(&pair);
            }
        }
    }
}

fn print_reply(
    arguments: &Arguments,
    attached: &[Attachment],
    payload: &str,
    output: &Output,
) -> Result<Outcome, Failure> {
    let headers: Vec<_> = attached
        .iter()
        .map(|added| (&added.name, &added.value))
        .collect();
    let lines: String = headers
        .iter()
        .map(|(name, value)| format!("{name}: {value}\n"))
        .collect::<Vec<_>>()
        .concat();
    let text = match arguments.format {
        Format::Json => {
            serde_json::to_string_pretty(&json!({"koo": 1, "headers": headers, "body": payload}))?
                + "\n"
        }
        Format::Http => format!(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{}\r\n{payload}",
            lines.replace('\n', "\r\n")
        ),
        Format::Curl => lines,
        Format::Url => return Err(Failure::Usage("a reply has no address".to_owned())),
    };
    output.result(&text)?;
    Ok(Outcome::Clean)
}

fn usage(error: impl std::fmt::Display) -> Failure {
    Failure::Usage(error.to_string())
}
