//! What templates can use, as `docs/templates.md` lists it.

use koo_spec::catalogue::{Catalogue, Family, Text};
use koo_spec::identifier::snake_case;
use serde_json::{Map, Value, json};

use super::fixtures::Fixture;
use super::render::BINDINGS;
use super::{Bindings, Dependencies, Guides, Input};
use crate::rust::outline::{self, GroupOutline, Method, Outline, outline};

/// Everything a template can use, besides functions and filters.
pub(super) fn view(input: &Input<'_>, guides: &Guides<'_>, fixtures: &[Fixture]) -> Value {
    let Input {
        catalogue, choices, ..
    } = *input;
    let checkout = match &choices.dependencies {
        Dependencies::Released => None,
        Dependencies::Checkout(folder) => Some(folder),
    };
    json!({
        "project": { "name": choices.name, "crate_name": choices.name.replace('-', "_") },
        "store": choices.store,
        "ci": choices.ci,
        "language": choices.language,
        "kit": choices.kit,
        "site": choices.site,
        "site_variant": outline::site(&choices.site),
        "sites": sites(catalogue, guides.family),
        "koo": { "version": input.koo_version, "rust_version": input.rust_version },
        "dependencies": { "released": checkout.is_none(), "checkout": checkout },
        "bindings": { "own": choices.bindings == Bindings::Project, "folder": BINDINGS },
        "spec": input.spec,
        "guides": catalogue.families.iter().map(|family| &family.id).collect::<Vec<_>>(),
        "package": catalogue.id,
        "crate_name": snake_case(&catalogue.id),
        "family": family(catalogue, guides.family),
        "kit_family": guides.kit.map(|kit| family(catalogue, kit)),
        "fixtures": fixtures.iter().map(|fixture| json!({
            "path": fixture.path,
            "family": fixture.family,
            "interface": fixture.interface,
            "side": fixture.side.as_str(),
        })).collect::<Vec<_>>(),
    })
}

fn text(text: &Text) -> Value {
    // Where there is no Chinese title, the English one stands for it.
    json!({ "en": text.en, "zh": text.zh.as_ref().unwrap_or(&text.en) })
}

fn sites(catalogue: &Catalogue, family: &Family) -> Vec<Value> {
    let published = |id: &str| family.sites.iter().any(|site| site.value == id);
    let sites = catalogue.sites.iter().filter(|(id, _)| published(id));
    sites
        .map(|(id, site)| json!({ "id": id, "variant": outline::site(id), "title": text(&site.title) }))
        .collect()
}

fn family(catalogue: &Catalogue, family: &Family) -> Value {
    let Some(outline) = outline(catalogue, family) else {
        return Value::Null;
    };
    let only = match outline.groups.as_slice() {
        [only] => Some(only),
        _ => None,
    };
    json!({
        "id": family.id,
        "feature": family.id,
        "title": text(&family.title),
        "doc": family.doc.en,
        "status": family.status.as_str(),
        "module": outline.module,
        "path": format!("{}::{}", snake_case(&catalogue.id), outline.module),
        "handler": outline.handler,
        "router": "router",
        "settings": "settings",
        "takes_site": outline.takes_site,
        "keys": only.is_none(),
        "secrets": secrets(family, only.map(|only| only.secrets.as_slice()).unwrap_or_default()),
        "groups": outline.groups.iter().map(|group| self::group(family, group)).collect::<Vec<_>>(),
        "selector": family.selector(),
        "routed": outline.routed,
        "method": family.transport.method,
        "within_seconds": family.transport.within_millis.map(|millis| millis / 1000),
        "codes": codes(family),
        "roles": roles(family),
        "interfaces": interfaces(family, &outline),
    })
}

fn secrets(family: &Family, ids: &[String]) -> Vec<Value> {
    ids.iter()
        .map(|id| {
            let title = family
                .secrets
                .get(id)
                .and_then(|secret| secret.title.as_ref());
            json!({ "id": id, "name": outline::secret(id), "title": title.map(text) })
        })
        .collect()
}

fn group(family: &Family, group: &GroupOutline) -> Value {
    json!({
        "method": group.method,
        "caller": group.caller,
        "signed": group.signed,
        "secrets": secrets(family, &group.secrets),
        "caller_secrets": secrets(family, &group.caller_secrets),
        "interfaces": group.interfaces,
    })
}

fn codes(family: &Family) -> Vec<Value> {
    let codes = family.codes.values();
    codes
        .map(|code| {
            json!({
                "code": code.code,
                "name": outline::code(&code.name),
                "role": code.role.map(outline::role),
                "title": text(&code.doc),
            })
        })
        .collect()
}

/// The variant of the first code of each role.
fn roles(family: &Family) -> Map<String, Value> {
    let mut roles = Map::new();
    for code in family.codes.values() {
        if let Some(role) = code.role {
            roles
                .entry(outline::role(role))
                .or_insert_with(|| outline::code(&code.name).into());
        }
    }
    roles
}

fn interfaces(family: &Family, outline: &Outline) -> Vec<Value> {
    let methods = outline.methods.iter();
    methods.map(|method| interface(family, method)).collect()
}

fn interface(family: &Family, method: &Method) -> Value {
    // A variant has the title of its interface.
    let named = family.interface(&method.interface);
    let interface = named.or_else(|| {
        let mut all = family.interfaces.iter();
        all.find(|interface| method.interface.starts_with(&interface.id))
    });
    json!({
        "id": method.interface,
        "title": interface.map(|interface| text(&interface.title)),
        "doc": interface.and_then(|interface| interface.doc.as_ref()).map(|doc| &doc.en),
        "module": method.module,
        "method": method.name,
        "request": method.request,
        "reply": method.reply,
        "key": method.key,
        "idempotent": !method.key.is_empty(),
        "optional": method.optional,
        "http_method": method.verb,
        "address": method.addresses.first(),
    })
}
