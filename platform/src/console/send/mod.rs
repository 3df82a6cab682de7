//! The form that sends a call of any interface to a merchant.

mod carry;
mod draft;
mod field;

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::LOCATION;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use koo_runtime::message::parse_query;
use koo_runtime::secret::Secret;
use koo_spec::catalogue::{Direction, Family, Interface, Text};
use serde_json::{Value, json};

use super::calls::address;
use super::language::{Choice, choose};
use super::page::Frame;
use super::{Shared, internal, view};
use crate::message::{Caller, Payload};
use draft::Draft;
pub(super) use draft::Drafts;
use field::Field;

/// An address that is there before anybody wrote one.
const EXAMPLE_TARGET: &str = "http://127.0.0.1:8080/";

/// The interfaces to choose from, or the form of one.
pub(super) async fn show(State(state): Shared, uri: Uri, headers: HeaderMap) -> Response {
    let choice = choose(uri.query(), &headers);
    let query = parse_query(uri.query().unwrap_or_default());
    let asked = |name: &str| {
        let mut pairs = query.iter();
        pairs
            .find(|(other, _)| other == name)
            .map(|(_, it)| it.as_str())
    };
    let draft = asked("again").and_then(|number| state.drafts.get(number.parse().ok()?));
    let id = draft
        .as_ref()
        .map(|draft| draft.interface.as_str())
        .or_else(|| asked("interface"));
    let Some(id) = id else {
        return choose_interface(&state, choice, &uri);
    };
    match find(&state, id) {
        Some(found) => {
            let draft = draft.unwrap_or_else(|| Draft::fresh(found, state.drafts.last_target()));
            form(&state, choice, &uri, found, &draft, None, StatusCode::OK)
        }
        None => {
            let chooser = choose_interface(&state, choice, &uri);
            (StatusCode::NOT_FOUND, chooser).into_response()
        }
    }
}

/// An interface that the platform calls, with its family.
#[derive(Clone, Copy)]
struct Found<'a> {
    family: &'a Family,
    interface: &'a Interface,
}

impl Found<'_> {
    fn id(&self) -> String {
        format!("{}/{}", self.family.id, self.interface.id)
    }
}

fn find<'a>(state: &'a super::State, id: &str) -> Option<Found<'a>> {
    let (family, interface) = id.split_once('/')?;
    let family = state.catalogue.family(family)?;
    let interface = family.interface(interface)?;
    is_sent(interface).then_some(Found { family, interface })
}

fn is_sent(interface: &Interface) -> bool {
    interface.direction == Direction::PlatformToMerchant
}

fn choose_interface(state: &super::State, choice: Choice, uri: &Uri) -> Response {
    let language = choice.language;
    let families: Vec<Value> = state
        .catalogue
        .families
        .iter()
        .filter_map(|family| {
            let sent = family.interfaces.iter().filter(|it| is_sent(it));
            let interfaces: Vec<Value> = sent
                .map(|interface| {
                    json!({
                        "id": interface.id,
                        "title": language.title(&interface.title),
                        "deprecated": interface.deprecated.is_some(),
                    })
                })
                .collect();
            (!interfaces.is_empty()).then(|| {
                json!({
                    "id": family.id,
                    "title": language.title(&family.title),
                    "status": family.status.as_str(),
                    "interfaces": interfaces,
                })
            })
        })
        .collect();
    page(
        state,
        choice,
        uri,
        "choose.html",
        json!({ "families": families }),
    )
}

fn page(
    state: &super::State,
    choice: Choice,
    uri: &Uri,
    template: &str,
    content: Value,
) -> Response {
    let frame = Frame {
        choice,
        title: &Text {
            en: "Send a call".to_owned(),
            zh: Some("发送调用".to_owned()),
        },
        address: address(uri),
        here: "send",
        has_records: state.records.is_some(),
    };
    state
        .pages
        .page(template, &frame, content)
        .unwrap_or_else(|error| internal(&error))
}

/// The form of an interface, filled in.
fn form(
    state: &super::State,
    choice: Choice,
    uri: &Uri,
    found: Found<'_>,
    draft: &Draft,
    problem: Option<&str>,
    status: StatusCode,
) -> Response {
    let language = choice.language;
    let Found { family, interface } = found;
    let fields: Vec<Value> = field::fields(family, interface)
        .iter()
        .map(|field| field.view(family, draft.value(&field.name), language))
        .collect();
    let secrets: Vec<Value> = Caller::secrets_of(family, [interface])
        .into_iter()
        .map(|name| {
            let secret = family.secrets.get(name);
            let title = secret.and_then(|secret| secret.title.as_ref());
            json!({
                "name": name,
                "title": title.map(|title| language.title(title)),
                "doc": secret.map(|secret| language.text(&secret.doc)),
                "known": state.secrets.contains_key(name),
            })
        })
        .collect();
    let ids = interface.provenance.pages.iter();
    let content = json!({
        "token": state.token.text(),
        "id": found.id(),
        "family": family.id,
        "family_title": language.title(&family.title),
        "interface": interface.id,
        "interface_title": language.title(&interface.title),
        "doc": interface.doc.as_ref().map(|doc| language.text(doc)),
        "pages": view::pages(Some(family), ids.map(|page| page.value.as_str())),
        "target": draft.target,
        "example_target": EXAMPLE_TARGET,
        "secrets": secrets,
        "fields": fields,
        "problem": problem,
    });
    let response = page(state, choice, uri, "send.html", content);
    (status, response).into_response()
}

/// Sends what the form says, and leads to what became of it.
pub(super) async fn send(
    State(state): Shared,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let choice = choose(uri.query(), &headers);
    let text = String::from_utf8_lossy(&body);
    let pairs = parse_query(&text);
    let given = |name: &str| {
        let mut pairs = pairs.iter();
        pairs
            .find(|(other, _)| other == name)
            .map(|(_, it)| it.as_str())
    };
    if !given("token").is_some_and(|token| state.token.is(token)) {
        let why = "The form is not of this run of the program. Open it again.\n";
        return (StatusCode::FORBIDDEN, why).into_response();
    }
    let Some(found) = given("interface").and_then(|id| find(&state, id)) else {
        return (StatusCode::NOT_FOUND, "There is no such interface.\n").into_response();
    };
    let fields = field::fields(found.family, found.interface);
    let draft = Draft::submitted(found, &fields, given);
    if let Err(problem) = check_target(&draft.target) {
        let problem = choice.language.text(&problem);
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return form(&state, choice, &uri, found, &draft, Some(problem), status);
    }
    let secrets = secrets(&state, found, given);
    let payload = payload(&fields, given);
    let sent = carry::carry(&state.client, found, &draft.target, &secrets, &payload).await;
    match sent {
        Ok(call) => {
            let number = state.journal.record(call, &secrets);
            state.drafts.keep(number, draft);
            let location = format!("{}/calls/{number}", super::PREFIX);
            (StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response()
        }
        Err(error) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            let problem = error.to_string();
            form(&state, choice, &uri, found, &draft, Some(&problem), status)
        }
    }
}

/// The secrets of the form, and those of the process where the form has none.
fn secrets<'f>(
    state: &super::State,
    found: Found<'_>,
    given: impl Fn(&str) -> Option<&'f str>,
) -> BTreeMap<String, Secret> {
    let mut secrets = state.secrets.clone();
    for name in found.family.secrets.keys() {
        let entered = given(&format!("secret.{name}")).filter(|text| !text.is_empty());
        if let Some(entered) = entered {
            secrets.insert(name.clone(), Secret::from(entered));
        }
    }
    secrets
}

/// The parameters of the form; what is left empty is left out.
fn payload<'f>(fields: &[Field<'_>], given: impl Fn(&str) -> Option<&'f str>) -> Payload {
    let mut payload = Payload::new();
    for field in fields {
        if let Some(text) = given(&field.name).filter(|text| !text.is_empty()) {
            field.put(&mut payload, text);
        }
    }
    payload
}

fn check_target(target: &str) -> Result<(), Text> {
    let is_web = ["http://", "https://"].iter().any(|scheme| {
        target
            .get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && target.len() > scheme.len()
    });
    if is_web {
        return Ok(());
    }
    Err(Text {
        en: "The target must be an address that begins with http:// or https://.".to_owned(),
        zh: Some("目标地址必须以 http:// 或 https:// 开头。".to_owned()),
    })
}
