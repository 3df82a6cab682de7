//! Catalogue → a Postman collection, format 2.1: a folder for each guide, a request for each interface.
//!
//! Addresses and signatures are variables, and no variable has a secret as its value: what signs is `koo sign`.

use std::collections::BTreeSet;

use koo_spec::catalogue::{
    CarriedIn, Catalogue, Direction, Family, Interface, Location, Parameter, Scheme, Side, Type,
};
use serde_json::{Map, Value, json};

use crate::message::{of_interface, typed};
use crate::{EmitError, File, banner, variants, words};

/// What to know besides the catalogue.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The site the catalogue was projected to, if it was.
    pub site: Option<String>,
    /// Where the merchant's server stands; a placeholder unless given.
    pub address: Option<String>,
}

/// The variable of the merchant's address.
const MERCHANT: &str = "merchant_url";

/// The collection, as one file.
///
/// # Errors
///
/// [`EmitError::Template`] when the collection cannot be written, which is a defect.
pub fn emit(catalogue: &Catalogue, options: &Options) -> Result<Vec<File>, EmitError> {
    let path = format!("{}.postman_collection.json", catalogue.id);
    let collection = collection(catalogue, options);
    let contents =
        serde_json::to_string_pretty(&collection).map_err(|error| EmitError::Template {
            path: path.clone(),
            reason: error.to_string(),
        })?;
    Ok(vec![File {
        path,
        contents: contents + "\n",
    }])
}

fn collection(catalogue: &Catalogue, options: &Options) -> Value {
    let mut variables = BTreeSet::new();
    let folders: Vec<_> = catalogue
        .families
        .iter()
        .map(|family| folder(family, &mut variables))
        .collect();
    let site = options
        .site
        .as_ref()
        .map_or_else(String::new, |site| format!(", {site}"));
    let address = options
        .address
        .as_deref()
        .unwrap_or("https://merchant.example.com");
    let others = variables.iter().map(|name| {
        let description = "Set it yourself; the collection holds no secrets and no live values.";
        json!({ "key": name, "value": "", "description": description })
    });
    let merchant = json!({ "key": MERCHANT, "value": address, "description": "Address of the merchant's server." });
    json!({
        "info": {
            "description": format!(
                "{}\n\n{}\n\nSignatures are variables: let `koo sign` compute them and set them before sending.",
                banner("export postman"),
                words::sentence(&catalogue.doc.en),
            ),
            "name": format!("{}{site}", words::title(&catalogue.title)),
            "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
        },
        "item": folders,
        "variable": std::iter::once(merchant).chain(others).collect::<Vec<_>>(),
    })
}

fn folder(family: &Family, variables: &mut BTreeSet<String>) -> Value {
    let family = variants::unfold(family);
    let items: Vec<_> = family
        .interfaces
        .iter()
        .map(|interface| request(&family, interface, variables))
        .collect();
    json!({
        "name": words::title(&family.title),
        "description": words::sentence(&family.doc.en),
        "item": items,
    })
}

fn request(family: &Family, interface: &Interface, variables: &mut BTreeSet<String>) -> Value {
    let scheme = interface
        .scheme
        .as_ref()
        .and_then(|scheme| family.schemes.get(&scheme.value));
    let mut headers = Vec::new();
    let mut query = Vec::new();
    for carried in scheme.into_iter().flat_map(|scheme| &scheme.carries) {
        let variable = variable(family, &carried.name);
        let entry = json!({
            "key": carried.wire_name,
            "value": format!("{{{{{variable}}}}}"),
            "description": words::sentence(&carried.doc.en),
        });
        variables.insert(variable);
        match carried.location {
            CarriedIn::Header => headers.push(entry),
            CarriedIn::Query => query.push(entry),
        }
    }
    let messages: Vec<_> = of_interface(interface)
        .filter(|message| message.side == Side::Request)
        .collect();
    let at = |location| {
        messages
            .iter()
            .filter(move |message| message.location == location)
            .flat_map(|message| message.parameters.iter().copied())
    };
    headers.extend(at(Location::Header).map(|parameter| pair(family, interface, parameter)));
    query.extend(at(Location::Query).map(|parameter| pair(family, interface, parameter)));
    let form: Vec<_> = at(Location::Form)
        .map(|parameter| pair(family, interface, parameter))
        .collect();
    let parts: Vec<_> = at(Location::Part)
        .map(|parameter| part(family, interface, parameter))
        .collect();
    let body = if !parts.is_empty() {
        Some(json!({ "mode": "formdata", "formdata": parts }))
    } else if !form.is_empty() {
        Some(json!({ "mode": "urlencoded", "urlencoded": form }))
    } else if at(Location::Body).next().is_some() {
        headers.push(json!({ "key": "Content-Type", "value": "application/json" }));
        let raw = serde_json::to_string_pretty(&body(family, interface)).unwrap_or_default();
        Some(json!({ "mode": "raw", "raw": raw, "options": { "raw": { "language": "json" } } }))
    } else {
        None
    };
    let method = interface
        .method
        .as_ref()
        .or(family.transport.method.as_ref())
        .map_or(if body.is_some() { "POST" } else { "GET" }, String::as_str);
    let mut request = json!({
        "method": method,
        "header": headers,
        "url": url(interface, &query),
        "description": description(interface, scheme),
    });
    if let (Some(members), Some(body)) = (request.as_object_mut(), body) {
        members.insert("body".to_owned(), body);
    }
    let mut item = json!({
        "name": format!("{}: {}", interface.id, words::title(&interface.title)),
        "request": request,
        "response": [],
    });
    if let (Some(members), Some(scheme)) = (item.as_object_mut(), scheme) {
        let note = format!(
            "// Signed by the scheme {} of {}: run `koo sign` and set the variables of this request.",
            scheme.id, family.id
        );
        members.insert(
            "event".to_owned(),
            json!([{ "listen": "prerequest", "script": { "type": "text/javascript", "exec": [note] } }]),
        );
    }
    item
}

/// The variable of a carried value: one for each guide, since keys differ between guides.
fn variable(family: &Family, name: &str) -> String {
    format!("{}_{name}", family.id.replace('-', "_"))
}

fn description(interface: &Interface, scheme: Option<&Scheme>) -> String {
    let mut parts: Vec<_> = interface
        .doc
        .iter()
        .map(|doc| words::sentence(&doc.en))
        .collect();
    if let Some(trigger) = &interface.trigger {
        parts.push(format!("When: {}", words::sentence(&trigger.en)));
    }
    if let Some(scheme) = scheme {
        parts.push(format!(
            "Signed by `{}`:\n\n```\n{}\n```",
            scheme.id,
            words::recipe(scheme)
        ));
    }
    parts.join("\n\n")
}

/// A header, query parameter or field of a form with the value of the example.
fn pair(family: &Family, interface: &Interface, parameter: &Parameter) -> Value {
    let value = match example(family, interface, parameter) {
        Value::String(text) => text,
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let mandatory = parameter.presence == koo_spec::catalogue::Presence::Mandatory;
    let is_shown = mandatory || !value.is_empty();
    json!({
        "key": parameter.name,
        "value": value,
        "description": words::sentence(&parameter.doc.en),
        "disabled": !is_shown,
    })
}

fn part(family: &Family, interface: &Interface, parameter: &Parameter) -> Value {
    if parameter.r#type.value == Type::Binary {
        return json!({
            "key": parameter.name, "type": "file", "src": null,
            "description": words::sentence(&parameter.doc.en),
        });
    }
    let mut text = pair(family, interface, parameter);
    if let Some(members) = text.as_object_mut() {
        members.insert("type".to_owned(), "text".into());
        if family
            .fields_of(parameter.r#type.value.innermost())
            .is_some()
        {
            members.insert("contentType".to_owned(), "application/json".into());
        }
    }
    text
}

/// The first example of the request's body, or its mandatory members with placeholders.
fn body(family: &Family, interface: &Interface) -> Value {
    let written = interface
        .examples
        .iter()
        .filter(|example| example.of == Side::Request)
        .find_map(|example| example.part(Location::Body));
    if let Some(written) = written {
        return written.clone();
    }
    let fields: Vec<_> = interface.at(Location::Body).collect();
    object(family, interface, &fields, 0)
}

/// How deep placeholders go; types may contain themselves.
const DEEPEST: usize = 4;

fn object(family: &Family, interface: &Interface, fields: &[&Parameter], depth: usize) -> Value {
    let members = fields
        .iter()
        .filter(|field| {
            field.presence == koo_spec::catalogue::Presence::Mandatory
                || interface.select.contains_key(&field.name)
        })
        .map(|field| {
            let value = match example(family, interface, field) {
                Value::Null => placeholder(family, interface, &field.r#type.value, field, depth),
                known => known,
            };
            (field.name.clone(), value)
        });
    members.collect::<Map<_, _>>().into()
}

fn placeholder(
    family: &Family,
    interface: &Interface,
    r#type: &Type,
    field: &Parameter,
    depth: usize,
) -> Value {
    match r#type {
        Type::Integer | Type::Decimal { .. } => 0.into(),
        Type::Boolean => false.into(),
        Type::List(inner) if depth < DEEPEST => {
            json!([placeholder(family, interface, inner, field, depth + 1)])
        }
        Type::List(_) => json!([]),
        Type::Map(_) => json!({}),
        other => match family.fields_of(other) {
            Some(fields) if depth < DEEPEST => object(
                family,
                interface,
                &fields.iter().collect::<Vec<_>>(),
                depth + 1,
            ),
            Some(_) => json!({}),
            None => format!("<{}>", field.name).into(),
        },
    }
}

/// What selects the interface, what its examples show, or what the parameter's own example or values say.
fn example(family: &Family, interface: &Interface, parameter: &Parameter) -> Value {
    if let Some(selected) = interface.select.get(&parameter.name) {
        return typed(parameter, &selected.value);
    }
    let shown = interface
        .examples
        .iter()
        .filter(|example| example.of == Side::Request)
        .find_map(|example| {
            example
                .part(parameter.location)?
                .get(&parameter.name)
                .cloned()
        });
    let first = || {
        let value = family.values_of(parameter).first()?;
        Some(Value::from(value.value.clone()))
    };
    shown
        .or_else(|| parameter.example.clone())
        .or_else(first)
        .unwrap_or_default()
}

/// The address of the first site, with variables of the path as Postman's.
fn url(interface: &Interface, query: &[Value]) -> Value {
    let documented = interface.urls.values().next();
    let called_by_platform = matches!(
        interface.direction,
        Direction::PlatformToMerchant | Direction::BrowserRedirect
    );
    let address = match documented {
        Some(url) if url.contains("://") => url.replace('{', "{{").replace('}', "}}"),
        Some(path) => format!("{{{{{MERCHANT}}}}}{path}"),
        None if called_by_platform => format!("{{{{{MERCHANT}}}}}"),
        None => "https://example.com".to_owned(),
    };
    let pairs: Vec<_> = query
        .iter()
        .filter(|entry| entry.get("disabled") != Some(&Value::Bool(true)))
        .filter_map(|entry| {
            Some(format!(
                "{}={}",
                entry.get("key")?.as_str()?,
                entry.get("value")?.as_str()?
            ))
        })
        .collect();
    let raw = if pairs.is_empty() {
        address.clone()
    } else {
        format!("{address}?{}", pairs.join("&"))
    };
    let (protocol, rest) = match address.split_once("://") {
        Some((protocol, rest)) => (Some(protocol), rest),
        None => (None, address.as_str()),
    };
    let mut segments = rest.split('/');
    let host = segments.next().unwrap_or_default();
    let mut url = Map::new();
    url.insert("raw".to_owned(), raw.into());
    if let Some(protocol) = protocol {
        url.insert("protocol".to_owned(), protocol.into());
    }
    url.insert(
        "host".to_owned(),
        json!(host.split('.').collect::<Vec<_>>()),
    );
    url.insert("path".to_owned(), segments.collect::<Vec<_>>().into());
    if !query.is_empty() {
        url.insert("query".to_owned(), query.into());
    }
    url.into()
}
