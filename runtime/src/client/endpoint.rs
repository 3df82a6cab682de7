//! Where a call goes.

use reqwest::Url;

use super::error::Unsendable;
use super::interface::Interface;
use super::members::Member;
use crate::crypto::url_encode;
use crate::message::parse_query;

/// An address with its parameters filled in.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Endpoint {
    /// Scheme and authority.
    pub(super) origin: String,
    /// Value of the header `Host`.
    pub(super) host: String,
    /// Path, encoded.
    pub(super) path: String,
    /// Query that is part of the address.
    pub(super) query: Vec<(String, String)>,
}

/// Where an interface is called on a site, in the order to be tried. `address` stands for an address that the
/// contract does not know, `base_urls` take the place of the documented servers.
pub(super) fn endpoints(
    interface: &Interface,
    site: &str,
    address: Option<&str>,
    base_urls: &[String],
    members: &[Member],
) -> Result<Vec<Endpoint>, Unsendable> {
    let templates = match address {
        Some(address) => vec![address],
        None => documented(interface, site)?,
    };
    let fill =
        |(base, template): (Option<&str>, &str)| endpoint(base, template, interface.path, members);
    match templates.first() {
        Some(first) if address.is_none() && !base_urls.is_empty() => base_urls
            .iter()
            .map(|base| (Some(base.as_str()), *first))
            .map(fill)
            .collect(),
        _ => templates
            .into_iter()
            .map(|template| (None, template))
            .map(fill)
            .collect(),
    }
}

fn documented(interface: &Interface, site: &str) -> Result<Vec<&'static str>, Unsendable> {
    let find = |urls: &[(&'static str, &'static str)]| {
        let found = urls.iter().find(|(on, _)| on.is_empty() || *on == site);
        found.map(|(_, url)| *url)
    };
    match find(interface.urls) {
        Some(first) => {
            let fallback = find(interface.fallback_urls);
            Ok(std::iter::once(first).chain(fallback).collect())
        }
        None => Err(Unsendable::NotOffered(interface.id, site.to_owned())),
    }
}

fn endpoint(
    base: Option<&str>,
    template: &str,
    names: &[&'static str],
    members: &[Member],
) -> Result<Endpoint, Unsendable> {
    const ADDRESS: Unsendable = Unsendable::Address("the address");
    // Some contracts know the path only.
    let (scheme, rest) = template.split_once("://").unwrap_or(("", template));
    let start = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, rest) = rest.split_at(start);
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let path = fill(path, names, members, segment)?;
    let (origin, path) = match base {
        Some(base) => (base.trim_end_matches('/').to_owned(), path),
        None if scheme.is_empty() => return Err(Unsendable::Address("the base address")),
        None => {
            let authority = fill(authority, names, members, host)?;
            (format!("{scheme}://{authority}"), path)
        }
    };
    let path = if path.is_empty() { "/" } else { &path };
    let url = Url::parse(&format!("{origin}{path}")).map_err(|_| ADDRESS)?;
    let is_plain = matches!(url.scheme(), "http" | "https")
        && url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none();
    // What is signed must be what is sent, so nothing may be left for others to tidy up.
    if !is_plain || !url.path().ends_with(path) || url.path().contains("//") {
        return Err(ADDRESS);
    }
    let name = url.host_str().ok_or(ADDRESS)?;
    let host = match url.port() {
        Some(port) => format!("{name}:{port}"),
        None => name.to_owned(),
    };
    Ok(Endpoint {
        origin: format!("{}://{host}", url.scheme()),
        path: url.path().to_owned(),
        query: parse_query(query),
        host,
    })
}

/// Puts values in place of the names in braces.
fn fill(
    template: &str,
    names: &[&'static str],
    members: &[Member],
    write: fn(&str) -> Option<String>,
) -> Result<String, Unsendable> {
    let mut filled = template.to_owned();
    for name in names {
        let slot = format!("{{{name}}}");
        if !filled.contains(&slot) {
            continue;
        }
        let value = members.iter().find(|member| member.name == *name);
        let text = value.and_then(Member::text).and_then(|text| write(&text));
        filled = filled.replace(&slot, &text.ok_or(Unsendable::Address(name))?);
    }
    Ok(filled)
}

/// A value as one segment of a path. Empty and dotted segments would call something else.
fn segment(value: &str) -> Option<String> {
    (!matches!(value, "" | "." | "..")).then(|| url_encode(value))
}

/// A value as the host, with or without a port. Anything else could send the call elsewhere.
fn host(value: &str) -> Option<String> {
    let is_host = |character: char| character.is_ascii_alphanumeric() || ".:-".contains(character);
    (!value.is_empty() && value.chars().all(is_host)).then(|| value.to_owned())
}

#[cfg(test)]
mod tests;
