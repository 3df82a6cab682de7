//! HAR files: the calls a browser or proxy has seen.

use std::borrow::Cow;
use std::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use koo_spec::catalogue::{Location, Side};

use super::Session;
use super::examine::{Nature, Part, Source, Stands};
use crate::check::Pair;
use crate::query;
use crate::resolve::Target;
use crate::scan::{Fault, Literal};
use crate::tree::{Value, elements};

impl<'c> Session<'c> {
    /// Validates every call.
    pub(super) fn calls(&mut self, source: Source<'_>) {
        let read = elements(source.text, &["log", "entries"], |entry| {
            self.call(source, &entry);
        });
        match read {
            Ok(true) => {}
            Ok(false) => self.unreadable(source, "this is no HAR file: it has no log.entries", 0),
            Err(fault) => self.unreadable(source, fault.what, fault.at),
        }
    }

    fn call(&mut self, source: Source<'_>, entry: &Value<'_>) {
        let nothing = Value::Other;
        let request = entry.get("request").unwrap_or(&nothing);
        let sent = Sent::read(request);
        let body = sent.body.map(|(literal, _)| literal.text());
        let pairs = match sent.pairs() {
            Ok(pairs) => pairs,
            Err(fault) => return self.unreadable(source, fault.what, fault.at),
        };
        let (targets, segments) = self.belongs(&sent, &pairs, body.as_deref());
        if targets.is_empty() {
            self.report.passed_over += 1;
            return;
        }
        let url = sent.url.map_or(0..0, |url| url.span());
        let mut parts = vec![
            Part::Pairs(&pairs.query, Location::Query, url.clone()),
            Part::Pairs(&pairs.headers, Location::Header, url.clone()),
            Part::Pairs(&segments, Location::Path, url.clone()),
        ];
        match (&body, sent.body) {
            (_, Some((literal, true))) => {
                parts.push(Part::Pairs(&pairs.form, Location::Form, literal.span()));
            }
            (Some(text), Some((literal, false))) if !text.trim().is_empty() => {
                parts.push(Part::Json(text, Stands::Inside(literal)));
            }
            _ => {}
        }
        let start = url.start;
        let Some(target) = self.examine(source, &targets, Nature::Capture, &parts, start) else {
            return;
        };
        if let Some(response) = entry.get("response") {
            self.answer(source, target, response, start);
        }
    }

    /// The interfaces a request can belong to, and what stands in its path for names in braces.
    fn belongs(
        &self,
        sent: &Sent<'_>,
        pairs: &Pairs,
        body: Option<&str>,
    ) -> (Vec<Target<'c>>, Vec<Pair>) {
        let url = sent.url.map(|url| url.text()).unwrap_or_default();
        let addressed = self.resolver.by_address(&sent.method, &url);
        let segments = |names: &[(&str, Range<usize>)]| -> Vec<Pair> {
            let place = |at: &Range<usize>| sent.url.map_or(0..0, |url| url.origins().span(at));
            let pair = |(name, at): &(&str, Range<usize>)| Pair {
                name: (*name).to_owned(),
                value: url.get(at.clone()).unwrap_or_default().to_owned(),
                name_span: 0..0,
                value_span: place(at),
            };
            names.iter().map(pair).collect()
        };
        if let Some(target) = self.options.target {
            let request = Target {
                side: Side::Request,
                ..target
            };
            let names = addressed
                .iter()
                .find(|(other, _)| other.interface.id == target.interface.id);
            let names = names.map_or(&[][..], |(_, names)| names);
            return (vec![request], segments(names));
        }
        let value = |list: &'_ [Pair], name: &str| -> Option<String> {
            let pair = list.iter().find(|pair| pair.name == name);
            pair.map(|pair| pair.value.clone())
        };
        for (location, list) in [
            (Location::Query, &pairs.query),
            (Location::Form, &pairs.form),
        ] {
            let texts: Vec<(&str, String)> = self
                .resolver
                .selectors(location)
                .into_iter()
                .filter_map(|name| Some((name, value(list, name)?)))
                .collect();
            let found = self.resolver.by_parameters(location, |name| {
                let text = texts.iter().find(|(known, _)| *known == name);
                text.map(|(_, text)| text.as_str())
            });
            if !found.is_empty() {
                return (found, Vec::new());
            }
        }
        if let Some(found) = body
            .and_then(|body| self.by_members(body).ok())
            .filter(|found| !found.is_empty())
        {
            return (found, Vec::new());
        }
        let names = addressed.first().map_or(&[][..], |(_, names)| names);
        let segments = segments(names);
        let targets = addressed.into_iter().map(|(target, _)| target).collect();
        (targets, segments)
    }

    fn answer(
        &mut self,
        source: Source<'_>,
        request: Target<'c>,
        response: &Value<'_>,
        start: usize,
    ) {
        let target = Target {
            side: Side::Reply,
            variant: None,
            ..request
        };
        let content = response.get("content");
        let Some(literal) = content
            .and_then(|content| content.get("text"))
            .and_then(Value::literal)
        else {
            return;
        };
        let encoding = content.and_then(|content| content.get("encoding"));
        let is_base64 = encoding.is_some_and(|encoding| encoding.text() == "base64");
        let written = literal.text();
        let text: Cow<'_, str> = if is_base64 {
            let bytes = STANDARD.decode(written.as_bytes()).ok();
            match bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
                Some(text) => Cow::Owned(text),
                None => {
                    return self.unreadable(
                        source,
                        "this is no text in base64",
                        literal.span().start,
                    );
                }
            }
        } else {
            written
        };
        let headers = headers(response);
        let parts = [
            Part::Pairs(&headers, Location::Header, literal.span()),
            Part::Json(
                &text,
                if is_base64 {
                    Stands::Encoded(literal)
                } else {
                    Stands::Inside(literal)
                },
            ),
        ];
        self.examine(source, &[target], Nature::Capture, &parts, start);
    }
}

/// A request as a HAR file has it.
struct Sent<'d> {
    method: Cow<'d, str>,
    url: Option<Literal<'d>>,
    headers: Vec<Pair>,
    /// The body, and whether it is a form.
    body: Option<(Literal<'d>, bool)>,
}

/// The parameters of a request that are text on the wire.
struct Pairs {
    query: Vec<Pair>,
    form: Vec<Pair>,
    headers: Vec<Pair>,
}

impl<'d> Sent<'d> {
    fn read(request: &Value<'d>) -> Self {
        let post = request.get("postData");
        let text = post
            .and_then(|post| post.get("text"))
            .and_then(Value::literal);
        let kind = post.and_then(|post| post.get("mimeType"));
        let kind = kind.map(Value::text).unwrap_or_default();
        let is_form = kind.starts_with("application/x-www-form-urlencoded");
        Self {
            method: request.get("method").map(Value::text).unwrap_or_default(),
            url: request.get("url").and_then(Value::literal),
            headers: headers(request),
            body: text.map(|text| (text, is_form)),
        }
    }

    fn pairs(&self) -> Result<Pairs, Fault> {
        let query = match self.url {
            None => Vec::new(),
            Some(url) => {
                let text = url.text();
                match text.split_once('?') {
                    None => Vec::new(),
                    Some((before, _)) => {
                        let start = before.len() + 1;
                        let part = text.get(start..).unwrap_or_default();
                        let part = part.split('#').next().unwrap_or_default();
                        query::pairs(part, start, &mut url.origins())?
                    }
                }
            }
        };
        let form = match self.body {
            Some((literal, true)) => query::pairs(&literal.text(), 0, &mut literal.origins())?,
            _ => Vec::new(),
        };
        Ok(Pairs {
            query,
            form,
            headers: self.headers.clone(),
        })
    }
}

/// The headers of a message.
fn headers(message: &Value<'_>) -> Vec<Pair> {
    let list = message
        .get("headers")
        .map(Value::elements)
        .unwrap_or_default();
    let header = |header: &Value<'_>| {
        let (name, value) = (header.get("name")?, header.get("value")?);
        Some(Pair {
            name: name.text().into_owned(),
            value: value.text().into_owned(),
            name_span: name.literal()?.span(),
            value_span: value.literal()?.span(),
        })
    };
    list.iter().filter_map(header).collect()
}
