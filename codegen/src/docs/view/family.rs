//! Guides.

use indexmap::IndexMap;
use koo_spec::catalogue::{
    Artifact, Cipher, Code, Erratum, Event, Family, Function, PageKind, Presence, Scheme,
    TypeDefinition, TypeShape,
};
use serde_json::{Map, Value, json};

use super::parameter::{carried, listed, rows};
use super::{english, interface, source, text, words};
use crate::words as say;

pub(super) fn view(family: &Family) -> Value {
    let transport = &family.transport;
    json!({
        "id": family.id,
        "title": text(&family.title),
        "status": family.status.as_str(),
        "doc": family.doc.en,
        "sites": words(&family.sites),
        "transport": {
            "address": english(transport.address.as_ref()),
            "method": transport.method,
            "request_type": transport.request_content_type,
            "reply_type": transport.reply_content_type,
            "status": transport.status,
            "within": transport.within_millis.map(say::duration),
            "tls": transport.tls,
            "notes": transport.notes.iter().map(interface::note).collect::<Vec<_>>(),
        },
        "interfaces": family.interfaces.iter().map(|interface| interface::view(family, interface)).collect::<Vec<_>>(),
        "secrets": family.secrets.iter().map(|(id, secret)| json!({
            "id": id, "title": secret.title.as_ref().map(text), "doc": secret.doc.en, "source": source(&secret.provenance),
        })).collect::<Vec<_>>(),
        "schemes": family.schemes.values().map(|scheme| self::scheme(family, scheme)).collect::<Vec<_>>(),
        "ciphers": family.ciphers.values().map(|cipher| self::cipher(family, cipher)).collect::<Vec<_>>(),
        "code_groups": code_groups(family),
        "types": family.types.values().map(|definition| self::definition(family, definition)).collect::<Vec<_>>(),
        "functions": family.functions.iter().map(|(id, function)| self::function(family, id, function)).collect::<Vec<_>>(),
        "events": family.events.iter().map(|(id, event)| self::event(family, id, event)).collect::<Vec<_>>(),
        "artifacts": family.artifacts.iter().map(|(id, artifact)| self::artifact(family, id, artifact)).collect::<Vec<_>>(),
        "notes": family.notes.iter().map(|(id, note)| {
            let mut view = interface::note(note);
            if let Some(members) = view.as_object_mut() {
                members.insert("id".to_owned(), id.clone().into());
            }
            view
        }).collect::<Vec<_>>(),
        "errata": family.errata.iter().map(|(id, erratum)| self::erratum(family, id, erratum)).collect::<Vec<_>>(),
        "pages": pages(family),
        "page_list": page_list(family),
    })
}

fn scheme(family: &Family, scheme: &Scheme) -> Value {
    let users = |side: &dyn Fn(&koo_spec::catalogue::Interface) -> bool| {
        let ids = family.interfaces.iter().filter(|interface| side(interface));
        ids.map(|interface| interface.id.clone())
            .collect::<Vec<_>>()
    };
    let used_by = users(&|interface| {
        let request = interface.scheme.as_ref().map(|scheme| &scheme.value);
        let reply = interface
            .reply_scheme
            .as_ref()
            .map(|reply| &reply.scheme.value);
        request == Some(&scheme.id) || reply == Some(&scheme.id)
    });
    json!({
        "id": scheme.id,
        "anchor": format!("{}.scheme.{}", family.id, scheme.id),
        "title": scheme.title.as_ref().map(text),
        "doc": scheme.doc.en,
        "side": scheme.of.as_str(),
        "sites": words(&scheme.sites),
        "carries": scheme.carries.iter().map(carried).collect::<Vec<_>>(),
        "recipe": say::recipe(scheme),
        "fresh": scheme.fresh.as_ref().map(|(name, millis)| json!({ "name": name.value, "within": millis.map(say::duration) })),
        "once": scheme.once.as_ref().map(|once| &once.value),
        "refusals": refusals(scheme),
        "used_by": used_by,
        "source": source(&scheme.provenance),
    })
}

fn refusals(scheme: &Scheme) -> Vec<Value> {
    let refusals = &scheme.refusals;
    let missing = refusals
        .missing
        .iter()
        .map(|(name, code)| (format!("`{name}` is missing"), &code.value));
    let others = [
        ("the signature is wrong", &refusals.mismatch),
        ("the timestamp is too old or too new", &refusals.stale),
        ("the nonce was seen before", &refusals.replayed),
    ];
    let others = others
        .into_iter()
        .filter_map(|(what, code)| Some((what.to_owned(), &code.as_ref()?.value)));
    missing
        .chain(others)
        .map(|(what, code)| json!({ "what": what, "code": code }))
        .collect()
}

fn cipher(family: &Family, cipher: &Cipher) -> Value {
    let steps = cipher.random.iter().map(|(name, random)| {
        let letters = if random.hex {
            "hexadecimal digits"
        } else {
            "letters and digits"
        };
        format!("{name} = {} random {letters}", random.length)
    });
    let let_steps = cipher
        .steps
        .iter()
        .map(|(name, recipe)| format!("{name} = {}", recipe.source));
    let encrypt = cipher
        .encrypt
        .as_ref()
        .map(|recipe| format!("sealed = {}", recipe.source));
    let decrypt = cipher
        .decrypt
        .as_ref()
        .map(|recipe| format!("plain = {}", recipe.source));
    let recipe: Vec<_> = steps
        .chain(let_steps)
        .chain(encrypt)
        .chain(decrypt)
        .collect();
    json!({
        "id": cipher.id,
        "anchor": format!("{}.cipher.{}", family.id, cipher.id),
        "title": cipher.title.as_ref().map(text),
        "doc": cipher.doc.en,
        "recipe": recipe.join("\n"),
        "source": source(&cipher.provenance),
    })
}

/// The codes in the groups of the vendor's tables.
fn code_groups(family: &Family) -> Vec<Value> {
    let mut groups: IndexMap<String, (Value, Vec<Value>)> = IndexMap::new();
    let mut codes: Vec<_> = family.codes.values().collect();
    codes.sort_by(|left, right| left.code.cmp(&right.code));
    for code in codes {
        let key = code
            .group
            .as_ref()
            .map_or_else(String::new, |group| group.en.clone());
        let (_, list) = groups
            .entry(key)
            .or_insert_with(|| (code.group.as_ref().map(text).into(), Vec::new()));
        list.push(self::code(family, code));
    }
    groups
        .into_values()
        .map(|(title, codes)| json!({ "title": title, "codes": codes }))
        .collect()
}

fn code(family: &Family, code: &Code) -> Value {
    json!({
        "code": code.code,
        "anchor": format!("{}.code.{}", family.id, crate::docs::text::slug(&code.code)),
        "name": code.name,
        "doc": code.doc.en,
        "role": code.role.map(koo_spec::catalogue::CodeRole::as_str),
        "retryable": code.retryable,
        "applies_to": words(&code.applies_to),
        "sites": words(&code.sites),
        "http_status": code.http_status,
        "meanings": code.meanings.iter().map(|meaning| json!({
            "applies_to": words(&meaning.applies_to), "doc": meaning.doc.en, "sites": words(&meaning.sites),
        })).collect::<Vec<_>>(),
        "source": source(&code.provenance),
    })
}

fn definition(family: &Family, definition: &TypeDefinition) -> Value {
    let anchor = format!("{}.type.{}", family.id, definition.name);
    let (fields, values) = match &definition.shape {
        TypeShape::Object(fields) => (
            rows(family, &fields.iter().collect::<Vec<_>>(), &anchor),
            Vec::new(),
        ),
        TypeShape::Enumeration(values) => (Vec::new(), listed(values)),
    };
    json!({
        "name": definition.name,
        "anchor": anchor,
        "doc": definition.doc.en,
        "rows": fields,
        "values": values,
        "source": source(&definition.provenance),
    })
}

fn function(family: &Family, id: &str, function: &Function) -> Value {
    let anchor = format!("{}.function.{id}", family.id);
    json!({
        "id": id,
        "anchor": anchor,
        "title": text(&function.title),
        "doc": function.doc.en,
        "arguments": rows(family, &function.parameters.iter().collect::<Vec<_>>(), &format!("{anchor}.argument")),
        "returns": rows(family, &function.returns.iter().collect::<Vec<_>>(), &format!("{anchor}.return")),
        "source": source(&function.provenance),
    })
}

fn event(family: &Family, id: &str, event: &Event) -> Value {
    let anchor = format!("{}.event.{id}", family.id);
    json!({
        "id": id,
        "anchor": anchor,
        "title": text(&event.title),
        "doc": event.doc.en,
        "code": event.code,
        "rows": rows(family, &event.message.iter().collect::<Vec<_>>(), &anchor),
        "source": source(&event.provenance),
    })
}

fn artifact(family: &Family, id: &str, artifact: &Artifact) -> Value {
    let anchor = format!("{}.artifact.{id}", family.id);
    let files = artifact.files.iter().map(|(path, file)| {
        json!({
            "path": path,
            "doc": file.doc.en,
            "presence": say::presence(&file.presence),
            "condition": match &file.presence {
                Presence::Conditional { words: Some(words), .. } => Value::from(words.en.clone()),
                _ => Value::Null,
            },
            "max_bytes": file.max_bytes,
            "max_count": file.max_count,
            "rows": rows(family, &file.fields.iter().collect::<Vec<_>>(), &format!("{anchor}.{}", crate::docs::text::slug(path))),
            "source": source(&file.provenance),
        })
    });
    json!({
        "id": id,
        "anchor": anchor,
        "title": text(&artifact.title),
        "doc": artifact.doc.en,
        "max_bytes": artifact.max_bytes,
        "files": files.collect::<Vec<_>>(),
        "names": words(&artifact.names),
        "forbidden": artifact.forbidden.iter().map(|(what, forbidden)| json!({
            "what": what, "why": forbidden.doc.en, "sites": words(&forbidden.sites), "source": source(&forbidden.provenance),
        })).collect::<Vec<_>>(),
        "source": source(&artifact.provenance),
    })
}

fn erratum(family: &Family, id: &str, erratum: &Erratum) -> Value {
    json!({
        "id": id,
        "anchor": format!("{}.erratum.{id}", family.id),
        "about": words(&erratum.about),
        "readings": erratum.readings.iter().map(|reading| json!({
            "says": reading.says.en, "pages": words(&reading.pages),
        })).collect::<Vec<_>>(),
        "rules": erratum.rules.en,
        "why": erratum.why.en,
        "open": erratum.open,
    })
}

/// Id → page, for links.
fn pages(family: &Family) -> Value {
    let order = page_list(family);
    let pages = family.pages.iter().map(|(id, page)| {
        let place = order.iter().position(|other| other == id);
        let page = json!({
            "id": id,
            "number": place.map_or(0, |place| place + 1),
            "anchor": format!("{}.page.{}", family.id, crate::docs::text::slug(id)),
            "title": page.title,
            "site": page.site.value,
            "updated": page.updated,
            "url": page.url,
            "note": english(page.note.as_ref()),
            "kind": match page.kind {
                PageKind::Page => "page",
                PageKind::Code => "code",
                PageKind::Search => "search result",
            },
        });
        (id.clone(), page)
    });
    pages.collect::<Map<_, _>>().into()
}

/// The ids of pages by site, then by id.
fn page_list(family: &Family) -> Vec<&str> {
    let mut pages: Vec<_> = family.pages.iter().collect();
    pages.sort_by_key(|(id, page)| (page.site.value.as_str(), id.as_str()));
    pages.into_iter().map(|(id, _)| id.as_str()).collect()
}
