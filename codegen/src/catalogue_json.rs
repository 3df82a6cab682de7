//! The catalogue as JSON, in a stable and versioned shape.
//!
//! Version 1: `{"koo": 1, "families": [{"id", "status", "interfaces": [{"id", …, "parameters": [row, …]}],
//! "result_codes": […]}]}`. Members may be added; none changes its meaning.

use koo_spec::catalogue::{
    Carried, CarriedIn, Catalogue, Code, Family, Format, Interface, Length, Parameter, Placed,
    Presence, Provenance, Scheme, Side, Text, Type,
};
use serde_json::{Map, Value, json};

/// The whole catalogue.
pub fn export(catalogue: &Catalogue) -> Value {
    json!({
        "koo": 1,
        "id": catalogue.id,
        "title": text(&catalogue.title),
        "sites": catalogue.sites.keys().collect::<Vec<_>>(),
        "families": catalogue.families.iter().map(family).collect::<Vec<_>>(),
    })
}

/// A family, as in the export.
pub fn family(family: &Family) -> Value {
    json!({
        "id": family.id,
        "title": text(&family.title),
        "status": family.status.as_str(),
        "sites": words(&family.sites),
        "interfaces": family.interfaces.iter().map(|interface| self::interface(family, interface)).collect::<Vec<_>>(),
        "result_codes": family.codes.values().map(code).collect::<Vec<_>>(),
        "schemes": family.schemes.values().map(scheme).collect::<Vec<_>>(),
        "pages": family.pages.iter().map(|(id, page)| json!({
            "id": id, "title": page.title, "site": page.site.value, "updated": page.updated, "url": page.url,
        })).collect::<Vec<_>>(),
        "errata": family.errata.iter().map(|(id, erratum)| json!({
            "id": id,
            "about": words(&erratum.about),
            "readings": erratum.readings.iter().map(|reading| json!({
                "says": text(&reading.says), "pages": words(&reading.pages),
            })).collect::<Vec<_>>(),
            "rules": text(&erratum.rules),
            "why": text(&erratum.why),
            "confidence": erratum.confidence.as_str(),
            "open": erratum.open,
        })).collect::<Vec<_>>(),
    })
}

/// An interface, as in the export.
pub fn interface(family: &Family, interface: &Interface) -> Value {
    let mut rows = Vec::new();
    if let Some(scheme) = interface
        .scheme
        .as_ref()
        .and_then(|scheme| family.schemes.get(&scheme.value))
    {
        rows.extend(
            scheme
                .carries
                .iter()
                .map(|value| carried(value, Side::Request)),
        );
    }
    flatten(
        family,
        Side::Request,
        &interface.request,
        "",
        &mut Vec::new(),
        &mut rows,
    );
    for (name, variant) in &interface.variants {
        let start = rows.len();
        flatten(
            family,
            Side::Request,
            &variant.request,
            "",
            &mut Vec::new(),
            &mut rows,
        );
        flatten(
            family,
            Side::Reply,
            &variant.reply.parameters,
            "",
            &mut Vec::new(),
            &mut rows,
        );
        for row in rows.iter_mut().skip(start).filter_map(Value::as_object_mut) {
            row.insert("variant".to_owned(), name.clone().into());
        }
    }
    let reply_scheme = interface.reply_scheme.as_ref();
    if let Some(scheme) = reply_scheme.and_then(|reply| family.schemes.get(&reply.scheme.value)) {
        let conditional =
            reply_scheme.filter(|reply| reply.condition.is_some() || !reply.sites.is_empty());
        rows.extend(scheme.carries.iter().map(|value| {
            let mut row = carried(value, Side::Reply);
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
    flatten(
        family,
        Side::Reply,
        &interface.reply.parameters,
        "",
        &mut Vec::new(),
        &mut rows,
    );
    json!({
        "id": interface.id,
        "title": text(&interface.title),
        "direction": interface.direction.as_str(),
        "method": interface.method.as_ref().or(family.transport.method.as_ref()),
        "urls": interface.urls,
        "select": interface.select.iter().map(|(name, value)| (name.clone(), value.value.clone().into())).collect::<Map<_, _>>(),
        "sites": sites_or(&interface.sites, &family.sites),
        "scheme": interface.scheme.as_ref().map(|scheme| &scheme.value),
        "reply_scheme": reply_scheme.map(|reply| &reply.scheme.value),
        "idempotency": interface.idempotency.as_ref().map(|idempotency| words(&idempotency.key)),
        "retry": interface.retry.as_ref().map(|retry| json!({
            "every_millis": retry.every_millis, "for_millis": retry.for_millis, "times": retry.times,
        })),
        "pages": words(&interface.provenance.pages),
        "codes": words(&interface.reply.codes),
        "parameters": rows,
    })
}

/// A row for each of some parameters and, below it, for the members of its objects, as in the export.
pub fn parameters(family: &Family, side: Side, parameters: &[Parameter]) -> Vec<Value> {
    let mut rows = Vec::new();
    flatten(family, side, parameters, "", &mut Vec::new(), &mut rows);
    rows
}

/// Adds a row for each parameter and, below it, for the members of its objects.
///
/// `open` holds the named types being written, so that a type that contains itself ends.
fn flatten<'a>(
    family: &'a Family,
    side: Side,
    parameters: &'a [Parameter],
    above: &str,
    open: &mut Vec<&'a str>,
    rows: &mut Vec<Value>,
) {
    for parameter in parameters {
        let path = format!("{above}{}", parameter.name);
        rows.push(row(family, side, &path, parameter));
        let r#type = &parameter.r#type.value;
        let innermost = r#type.innermost();
        let Some(fields) = family
            .fields_of(innermost)
            .or_else(|| family.held_fields(parameter))
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
        flatten(
            family,
            side,
            fields,
            &format!("{path}{}.", brackets(r#type)),
            open,
            rows,
        );
        if name.is_some() {
            open.pop();
        }
    }
}

fn brackets(r#type: &Type) -> String {
    match r#type {
        Type::List(inner) => format!("{}[]", brackets(inner)),
        Type::Map(inner) => format!("{}{{}}", brackets(inner)),
        _ => String::new(),
    }
}

fn row(family: &Family, side: Side, path: &str, parameter: &Parameter) -> Value {
    let limits = &parameter.limits;
    let mut row = json!({
        "of": of(side),
        "in": parameter.location.as_str(),
        "path": path,
        "type": parameter.r#type.value.expression(),
        "required": parameter.presence.letter(),
        "max_length": limits.max_length.number(),
        "unit": limits.unit.as_str(),
        "values": family.values_of(parameter).iter().map(|value| value.value.as_str()).collect::<Vec<_>>(),
        "sites": sites_or(&parameter.sites, &family.sites),
        "confidence": parameter.provenance.confidence.as_str(),
        "pages": words(&parameter.provenance.pages),
        "doc": text(&parameter.doc),
    });
    let Some(object) = row.as_object_mut() else {
        return row;
    };
    let mut add = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            object.insert(key.to_owned(), value);
        }
    };
    add(
        "unlimited",
        (limits.max_length == Length::Unlimited).then_some(true.into()),
    );
    add("min_length", limits.min_length.map(Into::into));
    add("max_items", limits.max_items.number().map(Into::into));
    add(
        "advisory",
        limits
            .advisory
            .as_ref()
            .map(|erratum| erratum.value.clone().into()),
    );
    add(
        "format",
        parameter
            .format
            .as_ref()
            .map(|format| Format::describe(format).into()),
    );
    add(
        "default",
        parameter
            .default
            .as_ref()
            .map(|default| default.value.clone().into()),
    );
    add("condition", condition(&parameter.presence));
    add("sensitive", parameter.sensitive.then_some(true.into()));
    add(
        "encrypted",
        parameter
            .encrypted
            .as_ref()
            .map(|cipher| cipher.value.clone().into()),
    );
    add(
        "erratum",
        parameter
            .erratum
            .as_ref()
            .map(|erratum| erratum.value.clone().into()),
    );
    let differences = parameter.differences.iter().map(|(site, difference)| {
        let difference = json!({
            "required": difference.presence.as_ref().map(Presence::letter),
            "max_length": difference.max_length.and_then(Length::number),
            "values": difference.values.as_ref().map(|values| words(values)),
            "default": difference.default.as_ref().map(|default| &default.value),
        });
        (site.clone(), difference)
    });
    let differences: Map<_, _> = differences.collect();
    add(
        "differences",
        (!differences.is_empty()).then(|| differences.into()),
    );
    row
}

fn carried(carried: &Carried, side: Side) -> Value {
    let location = match carried.location {
        CarriedIn::Header => "header",
        CarriedIn::Query => "query",
    };
    json!({
        "of": of(side),
        "in": location,
        "path": carried.wire_name,
        "type": carried.r#type.expression(),
        "required": carried.presence.letter(),
        "max_length": carried.max_length.number(),
        "values": [],
        "sites": words(&carried.sites),
        "confidence": carried.provenance.confidence.as_str(),
        "pages": words(&carried.provenance.pages),
        "doc": text(&carried.doc),
        "condition": condition(&carried.presence),
    })
}

fn condition(presence: &Presence) -> Option<Value> {
    match presence {
        Presence::Conditional {
            words: Some(words), ..
        } => Some(text(words)),
        _ => None,
    }
}

/// A result code, as in the export.
pub fn code(code: &Code) -> Value {
    json!({
        "code": code.code,
        "name": code.name,
        "doc": text(&code.doc),
        "role": code.role.map(koo_spec::catalogue::CodeRole::as_str),
        "retryable": code.retryable,
        "sites": words(&code.sites),
        "confidence": code.provenance.confidence.as_str(),
        "pages": pages(&code.provenance),
    })
}

/// A scheme, as in the export.
pub fn scheme(scheme: &Scheme) -> Value {
    let step = |(name, step): &(String, koo_spec::catalogue::Alternatives)| {
        let recipes: Vec<_> = step
            .recipes
            .iter()
            .map(|recipe| recipe.source.clone())
            .collect();
        json!({ "name": name, "recipes": recipes })
    };
    json!({
        "id": scheme.id,
        "of": of(scheme.of),
        "let": scheme.steps.iter().map(step).collect::<Vec<_>>(),
        "equals": scheme.equals.iter().map(|(target, recipe)| (target.value.clone(), recipe.source.clone().into())).collect::<Map<_, _>>(),
        "fresh_millis": scheme.fresh.as_ref().and_then(|(_, millis)| *millis),
        "once": scheme.once.as_ref().map(|once| &once.value),
        "pages": pages(&scheme.provenance),
    })
}

const fn of(side: Side) -> &'static str {
    match side {
        Side::Request => "request",
        Side::Reply => "response",
    }
}

fn pages(provenance: &Provenance) -> Vec<&str> {
    words(&provenance.pages)
}

fn sites_or<'a>(sites: &'a [Placed<String>], all: &'a [Placed<String>]) -> Vec<&'a str> {
    words(if sites.is_empty() { all } else { sites })
}

fn words(list: &[Placed<String>]) -> Vec<&str> {
    list.iter().map(|word| word.value.as_str()).collect()
}

fn text(text: &Text) -> Value {
    match &text.zh {
        Some(zh) => json!({ "en": text.en, "zh": zh }),
        None => json!({ "en": text.en }),
    }
}
