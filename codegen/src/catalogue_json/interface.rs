//! Interfaces and the rows of their parameters.

use koo_spec::catalogue::{
    Callback, Interface, Location, Parameter, Reply, Retry, Side, Type, Variant,
};
use serde_json::{Map, Value, json};

use super::example::example;
use super::mock::behaviour;
use super::{Exporter, named, rule, sites_or, sourced, sources, text, words};
use crate::rows::brackets;
use crate::rust::Model;

impl Exporter<'_> {
    /// An interface with its parameters.
    pub fn interface(&self, interface: &Interface) -> Value {
        let family = self.family;
        let reply_scheme = interface.reply_scheme.as_ref();
        let model = |side| Some(self.module.model(interface, None, side).path());
        let is_shell = interface.request.is_empty()
            && interface.reply.parameters.is_empty()
            && !interface.variants.is_empty();
        let value = json!({
            "id": interface.id,
            "title": text(&interface.title),
            "doc": interface.doc.as_ref().map(text),
            "trigger": interface.trigger.as_ref().map(text),
            "direction": interface.direction.as_str(),
            "version": interface.version,
            "method": interface.method.as_ref().or(family.transport.method.as_ref()),
            "urls": interface.urls,
            "fallback_urls": interface.fallback_urls,
            "select": named(&interface.select),
            "sites": sites_or(&interface.sites, &family.sites),
            "since": interface.since,
            "until": interface.until,
            "deprecated": interface.deprecated.as_ref().map(text),
            "scheme": interface.scheme.as_ref().map(|scheme| &scheme.value),
            "reply_scheme": reply_scheme.map(|reply| &reply.scheme.value),
            "reply_scheme_sites": reply_scheme.map(|reply| words(&reply.sites)),
            "reply_scheme_condition": reply_scheme.and_then(|reply| reply.condition.as_ref()).map(text),
            "idempotency": interface.idempotency.as_ref().map(|idempotency| words(&idempotency.key)),
            "idempotency_doc": interface.idempotency.as_ref().and_then(|idempotency| idempotency.doc.as_ref()).map(text),
            "repeatable": interface.idempotency.as_ref().and_then(|idempotency| idempotency.repeatable),
            "idempotency_sources": interface.idempotency.as_ref().map(|idempotency| sources(&idempotency.provenance)),
            "debug": debug(interface),
            "retry": interface.retry.as_ref().map(retry),
            "behaviour": interface.behaviour.iter().map(|note| text(&note.doc)).collect::<Vec<_>>(),
            "rules": interface.behaviour.iter().map(rule).collect::<Vec<_>>(),
            "status": interface.reply.status,
            "content_type": interface.reply.content_type,
            "xml": xml(&interface.reply),
            "codes": words(&interface.reply.codes),
            "codes_sources": codes_sources(&interface.reply),
            "callback": interface.callback.as_ref().map(|callback| self.callback(callback)),
            "variants": interface.variants.iter().map(|(id, variant)| edition(id, variant)).collect::<Vec<_>>(),
            "places": self.places([
                ("scheme", interface.scheme.as_ref().map(|scheme| scheme.span)),
                ("reply_scheme", reply_scheme.map(|reply| reply.scheme.span)),
                ("idempotency", interface.idempotency.as_ref().and_then(|it| it.key.first()).map(|key| key.span)),
            ]),
            "mock": interface.mock.as_ref().map(behaviour),
            "examples": interface.examples.iter().map(example).collect::<Vec<_>>(),
            "rust": (!is_shell).then(|| [model(Side::Request), model(Side::Reply)]),
            "parameters": self.interface_rows(interface),
        });
        self.placed(interface.span, sourced(value, &interface.provenance))
    }

    fn interface_rows(&self, interface: &Interface) -> Vec<Value> {
        let family = self.family;
        let mut rows = Vec::new();
        let scheme = interface.scheme.as_ref();
        if let Some(scheme) = scheme.and_then(|scheme| family.schemes.get(&scheme.value)) {
            let carried = scheme.carries.iter();
            rows.extend(carried.map(|value| self.carried(scheme, value, Side::Request)));
        }
        self.message(
            interface,
            None,
            Side::Request,
            &interface.request,
            &mut rows,
        );
        for (name, variant) in &interface.variants {
            self.variant(interface, name, variant, &mut rows);
        }
        let reply_scheme = interface.reply_scheme.as_ref();
        if let Some(scheme) = reply_scheme.and_then(|reply| family.schemes.get(&reply.scheme.value))
        {
            let conditional =
                reply_scheme.filter(|reply| reply.condition.is_some() || !reply.sites.is_empty());
            rows.extend(scheme.carries.iter().map(|value| {
                let mut row = self.carried(scheme, value, Side::Reply);
                if let (Some(reply), Some(object)) = (conditional, row.as_object_mut()) {
                    object.insert("required".to_owned(), "C".into());
                    object.insert(
                        "condition".to_owned(),
                        reply.condition.as_ref().map(text).into(),
                    );
                }
                row
            }));
        }
        let Reply { parameters, .. } = &interface.reply;
        self.message(interface, None, Side::Reply, parameters, &mut rows);
        rows
    }

    fn variant(&self, interface: &Interface, name: &str, variant: &Variant, rows: &mut Vec<Value>) {
        let start = rows.len();
        let id = Some(name);
        self.message(interface, id, Side::Request, &variant.request, rows);
        self.message(interface, id, Side::Reply, &variant.reply.parameters, rows);
        for row in rows.iter_mut().skip(start).filter_map(Value::as_object_mut) {
            row.insert("variant".to_owned(), name.into());
        }
    }

    fn message(
        &self,
        interface: &Interface,
        variant: Option<&str>,
        side: Side,
        parameters: &[Parameter],
        rows: &mut Vec<Value>,
    ) {
        let model = self.module.model(interface, variant, side);
        // Of a reply, only the body is a model.
        for parameter in parameters {
            let model = (side == Side::Request || parameter.location == Location::Body)
                .then(|| model.clone());
            let one = std::slice::from_ref(parameter);
            self.flatten(side, one, "", model.as_ref(), &mut Vec::new(), rows);
        }
    }

    fn callback(&self, callback: &Callback) -> Value {
        json!({
            "to": callback.to.as_ref().map(text),
            "echoes": callback.echoes.as_ref().map(|echoes| &echoes.value),
            "sources": sources(&callback.provenance),
            "parameters": self.rows(Side::Reply, &callback.query),
        })
    }

    /// A row for each of some parameters and, below it, for the members of its objects. They belong to no generated
    /// model, so the rows name no item.
    pub fn rows(&self, side: Side, parameters: &[Parameter]) -> Vec<Value> {
        let mut rows = Vec::new();
        self.flatten(side, parameters, "", None, &mut Vec::new(), &mut rows);
        rows
    }

    /// Adds a row for each parameter and, below it, for the members of its objects.
    ///
    /// `open` holds the named types being written, so that a type that contains itself ends.
    pub(super) fn flatten<'b>(
        &'b self,
        side: Side,
        parameters: &'b [Parameter],
        above: &str,
        model: Option<&Model>,
        open: &mut Vec<&'b str>,
        rows: &mut Vec<Value>,
    ) {
        for parameter in parameters {
            let path = format!("{above}{}", parameter.name);
            let item = model.and_then(|model| model.field(parameter));
            rows.push(self.row(side, &path, item, parameter));
            let r#type = &parameter.r#type.value;
            let innermost = r#type.innermost();
            let Some(fields) = self
                .family
                .fields_of(innermost)
                .or_else(|| self.family.held_fields(parameter))
            else {
                continue;
            };
            let name = match (innermost, &parameter.holds) {
                (Type::Named(name), _) => Some(name.as_str()),
                (_, Some(held)) => match held.value.innermost() {
                    Type::Named(name) => Some(name.as_str()),
                    _ => None,
                },
                _ => None,
            };
            let r#type = parameter.holds.as_ref().map_or(r#type, |held| &held.value);
            if name.is_some_and(|name| open.contains(&name)) {
                continue;
            }
            open.extend(name);
            self.flatten(
                side,
                fields,
                &format!("{path}{}.", brackets(r#type)),
                model.and_then(|model| model.inside(parameter)).as_ref(),
                open,
                rows,
            );
            if name.is_some() {
                open.pop();
            }
        }
    }
}

fn retry(retry: &Retry) -> Value {
    json!({
        "every_millis": retry.every_millis, "for_millis": retry.for_millis, "times": retry.times,
        "until_success": retry.until_success, "then": retry.then.as_ref().map(text),
        "doc": retry.doc.as_ref().map(text), "sources": sources(&retry.provenance),
    })
}

/// What a variant has besides parameters.
fn edition(id: &str, variant: &Variant) -> Value {
    json!({
        "id": id,
        "urls": variant.urls,
        "fallback_urls": variant.fallback_urls,
        "select": named(&variant.select),
        "sites": words(&variant.sites),
        "since": variant.since,
        "until": variant.until,
        "title": variant.title.as_ref().map(text),
        "doc": variant.doc.as_ref().map(text),
        "status": variant.reply.status,
        "content_type": variant.reply.content_type,
        "xml": xml(&variant.reply),
        "codes": words(&variant.reply.codes),
        "codes_sources": codes_sources(&variant.reply),
        "mock": variant.mock.as_ref().map(behaviour),
        "examples": variant.examples.iter().map(example).collect::<Vec<_>>(),
    })
}

/// How a reply looks as XML, if it can.
fn xml(reply: &Reply) -> Option<Value> {
    let is_xml =
        reply.xml_prefix.is_some() || reply.xml_namespace.is_some() || !reply.xml_when.is_empty();
    is_xml.then(|| {
        json!({ "prefix": reply.xml_prefix, "namespace": reply.xml_namespace, "when": named(&reply.xml_when) })
    })
}

fn codes_sources(reply: &Reply) -> Value {
    json!({
        "confidence": reply.codes_confidence.as_str(),
        "note": reply.codes_note.as_ref().map(text),
    })
}

/// Parameter → value that marks a debug call.
fn debug(interface: &Interface) -> Map<String, Value> {
    let of_variants = interface.variants.values();
    let of_variants = of_variants.flat_map(|variant| &variant.request);
    let marks = interface.request.iter().chain(of_variants);
    marks
        .filter_map(|parameter| {
            let mark = parameter.debug.as_ref()?;
            Some((parameter.name.clone(), mark.value.clone().into()))
        })
        .collect()
}
