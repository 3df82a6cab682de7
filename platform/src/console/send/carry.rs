//! Composes, signs and sends a call, and judges what came back.

use std::collections::BTreeMap;

use koo_calls::Reply;
use koo_runtime::scheme::Stamp;
use koo_runtime::secret::Secret;
use koo_spec::catalogue::{Location, Parameter};
use koo_spec::interpret::payload;
use serde_json::Value;

use super::Found;
use super::draft::now;
use crate::exchange::{Client, Exchange};
use crate::journal::{Call, Direction, Finding, Level};
use crate::message::{Caller, ComposeError, Payload, Random};

/// Makes the call; what becomes of it, failures too, is in what is given back.
///
/// # Errors
///
/// [`ComposeError`] if there is nothing that could be sent.
pub(super) async fn carry(
    client: &Client,
    found: Found<'_>,
    target: &str,
    secrets: &BTreeMap<String, Secret>,
    payload: &Payload,
) -> Result<Call, ComposeError> {
    let Found { family, interface } = found;
    let caller = Caller {
        family,
        site: None,
        target,
        secrets,
    };
    let at_millis = now();
    let mut random = Random::seeded(at_millis.unsigned_abs());
    let sent = caller.compose(interface, payload, &mut random, &Stamp::now())?;
    let exchange = client.send(sent).await;
    let judgement = caller.judge_exchange(interface, &exchange);
    let mut findings = own_findings(found, payload);
    findings.extend(judgement.findings.into_iter().map(Finding::from));
    let Exchange {
        sent,
        outcome,
        elapsed,
    } = exchange;
    let (reply, failure) = match outcome {
        Ok(received) => {
            let reply = Reply {
                status: received.status,
                headers: received.headers,
                body: received.body.to_vec(),
            };
            (Some(reply), None)
        }
        Err(failure) => (None, Some(failure.to_string())),
    };
    Ok(Call {
        at_millis,
        direction: Direction::Sent,
        family: Some(family.id.clone()),
        interface: Some(interface.id.clone()),
        request: sent.to_call(),
        reply,
        failure,
        verification: judgement.verification,
        findings,
        elapsed,
    })
}

/// What breaks the contract in the request itself: it is sent all the same, but nobody should wonder why it is refused.
fn own_findings(found: Found<'_>, given: &Payload) -> Vec<Finding> {
    let Found { family, interface } = found;
    let fields = super::field::fields(family, interface);
    let mut parameters: Vec<&Parameter> = Vec::new();
    for field in &fields {
        let parameter = field.parameter();
        let travels = parameter.location != Location::Header;
        if travels
            && !parameters
                .iter()
                .any(|known| std::ptr::eq(*known, parameter))
        {
            parameters.push(parameter);
        }
    }
    parameters.retain(|parameter| {
        interface
            .request
            .iter()
            .any(|it| std::ptr::eq(it, *parameter))
    });
    let names = |name: &String| parameters.iter().any(|parameter| parameter.name == *name);
    let members = given.iter().filter(|(name, _)| names(name));
    let members = members.map(|(name, value)| (name.clone(), value.clone()));
    let found = payload::check(family, &parameters, None, &Value::Object(members.collect()));
    let provenance = |pointer: &str| {
        let first = pointer.trim_start_matches('/').split('/').next();
        let parameter = parameters.iter().find(|it| Some(it.name.as_str()) == first);
        parameter.map(|parameter| &parameter.provenance)
    };
    found
        .violations
        .iter()
        .map(|violation| Finding {
            level: Level::Warning,
            place: "request".to_owned(),
            says: payload::explain(violation),
            pages: provenance(violation.pointer())
                .into_iter()
                .flat_map(|provenance| &provenance.pages)
                .map(|page| page.value.clone())
                .collect(),
        })
        .collect()
}
