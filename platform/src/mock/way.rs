//! The way of a call through the mock: interface, faults, signature, parameters, what the catalogue says to do, reply.

use std::collections::BTreeMap;

use koo_calls::Request;
use koo_runtime::secret::Secret;
use koo_spec::catalogue::{Behaviour, CodeRole};
use koo_spec::interpret::placeholder::{Values, written};
use koo_spec::interpret::scheme::SchemeInterpreter;
use serde_json::{Map, Value};

use super::answer::Answer;
use super::behaviour::{Refused, Run};
use super::fault::{self, Fault, NoFault};
use super::request::{Parameters, header};
use super::route::Candidate;
use super::served::Served;
use super::state::Transaction;
use super::told::Told;
use super::{FAULT_HEADER, Mock, Settings, documented, fragment, validate, verify};
use crate::journal::{Level, Verdict};

impl Mock {
    /// Takes a request through every step to its answer.
    pub(super) async fn through(
        &self,
        request: &Request,
        number: u64,
        now_millis: i64,
        told: &mut Told,
    ) -> Answer {
        let host = header(request, "host").unwrap_or_default();
        let (method, path) = (&request.method, &request.path);
        let found = self.routes.find(&self.catalogue, method, host, path);
        let Some(found) = found else {
            let why = self.not_served(host, request);
            told.remark(&why);
            return Answer::text(404, &why);
        };
        if let Some(served) = found.other_method {
            told.interface = Some(served.named());
            told.remark(&format!("the method is {}", served.method()));
            let written = served.behaviour().and_then(|it| it.refuse.method.as_ref());
            return match written {
                Some(written) => Answer::written(
                    served,
                    values(&Map::new(), now_millis),
                    CodeRole::Parameter,
                    written,
                ),
                None => Answer::empty(405),
            };
        }
        if request.query.is_empty()
            && let Some(candidate) = found.candidates.first()
            && candidate.is_behind_fragment
        {
            told.interface = Some(candidate.served.named());
            let why = "the parameters stand behind the # of the address; the page that is answered brings them along";
            told.find(Level::Note, why.to_owned());
            return fragment::page();
        }
        let Some((candidate, parameters)) = self.choose(request, found.candidates).await else {
            told.remark("no interface at this address has these parameters");
            return Answer::text(400, "no interface at this address has these parameters");
        };
        let served = candidate.served;
        told.interface = Some(served.named());
        match self.draw(request, number, served) {
            Ok(faults) => told.faults = faults,
            Err(error) => return Answer::text(400, &error.to_string()),
        }
        if let Some(answer) = faulty(served, &told.faults, now_millis) {
            return answer;
        }
        let all = parameters.as_ref().map(Parameters::all).unwrap_or_default();
        self.carry_out(request, served, parameters, all, now_millis, told)
            .await
    }

    /// Why nothing is served at an address.
    fn not_served(&self, host: &str, request: &Request) -> String {
        let (method, path) = (&request.method, &request.path);
        let elsewhere = self
            .settings
            .everywhere
            .as_ref()
            .zip(self.routes_everywhere.as_ref())
            .and_then(|(catalogue, routes)| routes.find(catalogue, method, host, path));
        let served = elsewhere.and_then(|found| {
            let first = found.candidates.first().map(|candidate| candidate.served);
            first.or(found.other_method)
        });
        match (served, &self.settings.site) {
            (Some(served), Some(site)) => {
                format!("{} is not served: no page of {site} has it", served.named())
            }
            _ => "no interface has this address; `koo mock --list` says which ones have one"
                .to_owned(),
        }
    }

    /// A call whose interface is known: signature, parameters, steps, reply.
    async fn carry_out(
        &self,
        request: &Request,
        served: Served<'_>,
        parameters: Result<Parameters, String>,
        mut named: Map<String, Value>,
        now_millis: i64,
        told: &mut Told,
    ) -> Answer {
        let none = Behaviour::default();
        let behaviour = served.behaviour().unwrap_or(&none);
        let refuse = &behaviour.refuse;
        let mut secrets = self.secrets(served);
        self.secrets_of_records(request, served, &mut secrets, &mut named, now_millis);
        let verified = verify::verify(served, request, &secrets, now_millis, &self.nonces).await;
        told.verification = verified.verification;
        told.explanation = verified.explanation;
        if told.verification.verdict == Verdict::Unjudged {
            // Without its key the mock cannot play this interface.
            return Answer::refusal(served, CodeRole::Internal, None);
        }
        if told.verification.verdict == Verdict::Refused {
            let code = verified
                .code
                .and_then(|it| served.family.codes.get(&it.value));
            return match &refuse.signature {
                Some(written) => Answer::written(
                    served,
                    values(&named, now_millis),
                    CodeRole::Signature,
                    written,
                ),
                None => Answer::refusal(served, CodeRole::Signature, code),
            };
        }
        let parameters = match parameters {
            Ok(parameters) => parameters,
            Err(reason) => {
                told.remark(&reason);
                let written = refuse.malformed.as_ref().or(refuse.parameter.as_ref());
                return match written {
                    Some(written) => Answer::written(
                        served,
                        values(&named, now_millis),
                        CodeRole::Parameter,
                        written,
                    ),
                    None => Answer::refusal(served, CodeRole::Parameter, None),
                };
            }
        };
        let site = self.settings.site.as_deref();
        let checked = validate::validate(served, site, &parameters);
        for remark in checked.remarks {
            told.find(Level::Warning, remark);
        }
        if let Some((reason, written)) = checked.refused {
            told.remark(&reason);
            return match written {
                Some(written) => Answer::written(
                    served,
                    values(&named, now_millis),
                    CodeRole::Parameter,
                    written,
                ),
                None => Answer::refusal(served, CodeRole::Parameter, None),
            };
        }
        if let Some(answer) = self.placed(served, &named) {
            return Answer::reply(served, &named, None, &answer);
        }
        let mut state = self.state();
        let mut run = Run {
            served,
            secrets: &secrets,
            records: Transaction::new(&mut state, &served.family.id, now_millis),
            named,
            now_millis,
            findings: Vec::new(),
        };
        let stepped = run.steps(behaviour);
        for finding in std::mem::take(&mut run.findings) {
            told.find(Level::Warning, finding);
        }
        if let Err(refused) = stepped {
            let Refused {
                answer,
                role,
                reason,
            } = refused;
            told.remark(&reason);
            let answer = match answer {
                Some(written) => Answer::written(served, run.values(), role, written),
                None => Answer::refusal(served, role, None),
            };
            run.records.undo();
            return answer;
        }
        let reply = reply(served, behaviour, &run, site);
        match reply {
            Ok(answer) => answer,
            Err(reason) => {
                told.remark(&reason);
                run.records.undo();
                Answer::refusal(served, CodeRole::Internal, None)
            }
        }
    }

    /// What somebody else has placed as the answer to this call.
    fn placed(&self, served: Served<'_>, named: &Map<String, Value>) -> Option<Value> {
        let id = format!("{}/{}", served.family.id, served.interface.id);
        let asked = named
            .iter()
            .map(|(name, value)| (name.clone(), written(value)))
            .collect();
        self.settings.placed.find(&id, &asked)
    }

    /// The interface that is meant, with its parameters. Where several fit, the first whose parameters are in order.
    async fn choose<'a>(
        &self,
        request: &Request,
        candidates: Vec<Candidate<'a>>,
    ) -> Option<(Candidate<'a>, Result<Parameters, String>)> {
        let mut best: Option<(Candidate<'a>, Result<Parameters, String>)> = None;
        for candidate in candidates {
            let gathered = Parameters::gather(candidate.served, request, &candidate.address).await;
            let all = gathered.as_ref().map(Parameters::all).unwrap_or_default();
            let text = |name: &str| all.get(name).and_then(Value::as_str).map(str::to_owned);
            if !candidate.is_meant(text) {
                continue;
            }
            let site = self.settings.site.as_deref();
            let in_order = gathered.as_ref().is_ok_and(|parameters| {
                let checked = validate::validate(candidate.served, site, parameters);
                checked.refused.is_none()
            });
            if in_order {
                return Some((candidate, gathered));
            }
            best = best.or(Some((candidate, gathered)));
        }
        best
    }

    /// The faults this call meets: those it asks for, or those of the rules.
    fn draw(
        &self,
        request: &Request,
        number: u64,
        served: Served<'_>,
    ) -> Result<Vec<Fault>, NoFault> {
        if let Some(asked) = header(request, FAULT_HEADER) {
            return asked.split(',').map(|fault| fault.trim().parse()).collect();
        }
        let id = format!("{}/{}", served.family.id, served.interface.id);
        let Settings { faults, seed, .. } = &self.settings;
        Ok(fault::drawn(faults, *seed, number, &id))
    }

    /// The secrets of the interface's family.
    fn secrets(&self, served: Served<'_>) -> BTreeMap<String, Secret> {
        let known = &served.family.secrets;
        let ours = self.settings.secrets.iter();
        ours.filter(|(name, _)| known.contains_key(*name))
            .map(|(name, secret)| (name.clone(), secret.clone()))
            .collect()
    }

    /// Adds the secrets that are keys of records: that which the call carries, if there is such a record.
    fn secrets_of_records(
        &self,
        request: &Request,
        served: Served<'_>,
        secrets: &mut BTreeMap<String, Secret>,
        named: &mut Map<String, Value>,
        now_millis: i64,
    ) {
        let scheme = served.interface.scheme.as_ref();
        let scheme = scheme.and_then(|scheme| served.family.schemes.get(&scheme.value));
        let (Some(scheme), Some(behaviour)) = (scheme, served.behaviour()) else {
            return;
        };
        let query = koo_runtime::message::parse_query(&request.query);
        let message = koo_runtime::message::Message {
            method: &request.method,
            path: &request.path,
            query: &query,
            headers: &request.headers,
            body: &request.body,
        };
        let interpreter = SchemeInterpreter::new(scheme, [], BTreeMap::new());
        let carried = interpreter.and_then(|interpreter| interpreter.carried(&message));
        let carried = carried.unwrap_or_default();
        for (secret, collection) in &behaviour.secrets {
            let mut state = self.state();
            let records = state.collection(&served.family.id, &collection.value);
            let record = carried
                .iter()
                .find_map(|(_, value)| Some((value, records.get(value, now_millis)?)));
            let (key, record) = match record {
                Some((key, record)) => (key.clone(), record.clone()),
                // Nobody has this one.
                None => (
                    koo_runtime::random::alphanumeric(32).unwrap_or_default(),
                    Value::Null,
                ),
            };
            secrets.insert(secret.clone(), Secret::from(key));
            named.insert(collection.value.clone(), record);
        }
    }
}

/// The answer of a platform that does not get to the call at all.
fn faulty(served: Served<'_>, faults: &[Fault], now_millis: i64) -> Option<Answer> {
    if faults.contains(&Fault::Throttle) {
        let behaviour = served.behaviour();
        let written = behaviour.and_then(|it| it.refuse.throttled.as_ref());
        return Some(match written {
            Some(written) => Answer::written(
                served,
                values(&Map::new(), now_millis),
                CodeRole::Internal,
                written,
            ),
            None => Answer::empty(429),
        });
    }
    if faults.contains(&Fault::ServerError) {
        let documented = Answer::refusal(served, CodeRole::Internal, None);
        return Some(match documented.status {
            500.. => documented,
            _ => Answer::empty(503),
        });
    }
    None
}

/// The reply to a call that was carried out.
fn reply(
    served: Served<'_>,
    behaviour: &Behaviour,
    run: &Run<'_, '_>,
    site: Option<&str>,
) -> Result<Answer, String> {
    if let Some(redirect) = &behaviour.redirect {
        let status = served.reply_form().status.unwrap_or(302);
        return Ok(match run.location(redirect) {
            Some(location) => Answer::redirect(status, location),
            None => Answer::text(200, "there is nowhere to go from here"),
        });
    }
    let members = match &behaviour.reply {
        Some(template) => run.values().fill(&template.value),
        None => documented::reply(served, &run.named, site)
            .ok_or("the documentation shows no reply to this call")?,
    };
    if !documented::is_sound(served, site, &members) {
        return Err("the reply of the mock would not be as the contract has it".to_owned());
    }
    Ok(Answer::reply(served, &run.named, None, &members))
}

/// What templates stand for before any step.
const fn values(named: &Map<String, Value>, now_millis: i64) -> Values<'_> {
    Values { named, now_millis }
}
