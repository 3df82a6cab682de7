//! An interpreted server of the interfaces that merchants call, for their tests in any language.
//!
//! [`Mock`] takes a request through every step: which interface is at the address, is it signed as the interface wants
//! it, are the parameters those of the contract, what does the catalogue say a mock does with it ([`behaviour`]), what is
//! answered. [`serve`] puts it on a socket. Every call is told to an [`Observer`].

mod answer;
mod behaviour;
mod documented;
mod fault;
mod observer;
mod records;
mod request;
mod route;
pub mod serve;
mod served;
mod state;
mod validate;
mod verify;
mod xml;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use koo_calls::{Reply, Request};
use koo_runtime::replay::MemoryReplayGuard;
use koo_runtime::scheme::{Clock, SystemClock};
use koo_runtime::secret::Secret;
use koo_spec::catalogue::{Catalogue, CodeRole};
use koo_spec::interpret::placeholder::{Values, written};
use koo_spec::interpret::scheme::SchemeInterpreter;
use serde_json::{Map, Value};

pub use answer::Answer;
pub use fault::{Fault, FaultRule, NoFault};
pub use observer::{Call, Named, Observer, Silent};

use behaviour::{Refused, Run};
use request::{Parameters, header};
use route::{Candidate, Routes};
use served::Served;
use state::{State, Transaction};

use crate::journal::{Finding, Level, Verdict, Verification};
use crate::records::Records;

/// The header by which a single call asks for faults, such as `throttle` or `200ms, truncate`.
pub const FAULT_HEADER: &str = "X-Koo-Fault";

/// Most nonces that are remembered.
const MOST_NONCES: usize = 100_000;

/// How a mock plays the platform.
pub struct Settings {
    /// The secrets of the merchant, by the names of the catalogue.
    pub secrets: BTreeMap<String, Secret>,
    /// The site whose contract holds; the union of all sites unless said.
    pub site: Option<String>,
    /// Answers that somebody else has placed, such as a simulation its orders. They come before what the catalogue says.
    pub placed: Records,
    /// Faults.
    pub faults: Vec<FaultRule>,
    /// What decides which calls meet faults that come sometimes.
    pub seed: u64,
    /// Who is told about calls.
    pub observer: Arc<dyn Observer>,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            secrets: BTreeMap::new(),
            site: None,
            placed: Records::default(),
            faults: Vec::new(),
            seed: 0,
            observer: Arc::new(Silent),
            clock: Arc::new(SystemClock),
        }
    }
}

/// The platform, as merchants call it.
pub struct Mock {
    catalogue: Catalogue,
    routes: Routes,
    settings: Settings,
    state: Mutex<State>,
    nonces: MemoryReplayGuard,
    calls: AtomicU64,
}

/// What becomes of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handled {
    /// The answer.
    pub answer: Answer,
    /// How it arrives.
    pub delivery: Delivery,
    /// How long it takes beforehand.
    pub latency: Duration,
}

/// How an answer arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// As it is.
    Whole,
    /// With half of its body.
    Truncated,
    /// Not at all.
    Never,
}

/// An interface that the mock serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The interface.
    pub interface: Named,
    /// HTTP method; empty for every one.
    pub method: String,
    /// Path, placeholders in braces.
    pub path: String,
    /// Secrets of its scheme that the mock does not have: its calls are refused.
    pub lacks: Vec<String>,
}

/// The mock has no such collection.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{family}` has no collection `{collection}`")]
pub struct NoCollection {
    family: String,
    collection: String,
}

impl Mock {
    /// A mock of what merchants call in a catalogue. Where two guides describe a call, the first wins.
    pub fn new(catalogue: Catalogue, settings: Settings) -> Self {
        let now_millis = settings.clock.now_millis();
        Self {
            routes: Routes::of(&catalogue),
            state: Mutex::new(State::seeded(&catalogue, now_millis)),
            nonces: MemoryReplayGuard::with_capacity(MOST_NONCES),
            calls: AtomicU64::new(0),
            catalogue,
            settings,
        }
    }

    /// What is served.
    pub fn offers(&self) -> impl Iterator<Item = Offer> {
        self.routes
            .all(&self.catalogue)
            .map(|(served, path)| Offer {
                interface: served.named(),
                method: served.method().to_owned(),
                path: path.to_owned(),
                lacks: self.lacks(served),
            })
    }

    /// Whether an interface is served at a path.
    pub fn serves(&self, path: &str) -> bool {
        self.routes.find(&self.catalogue, "", "", path).is_some()
    }

    /// Keeps a record of its own, such as an order that a simulation has placed, in place of one with the same key.
    ///
    /// # Errors
    /// [`NoCollection`]
    pub fn put(&self, family: &str, collection: &str, record: Value) -> Result<(), NoCollection> {
        let of_family = self.catalogue.family(family);
        let known = of_family.and_then(|family| family.collections.get(collection));
        let known = known.ok_or_else(|| no_collection(family, collection))?;
        let key = state::key_of(known, &record, self.now());
        let mut state = self.state();
        state.collection(family, collection).put(key, record, None);
        Ok(())
    }

    /// The records of a collection, oldest first.
    ///
    /// # Errors
    /// [`NoCollection`]
    pub fn records(&self, family: &str, collection: &str) -> Result<Vec<Value>, NoCollection> {
        let of_family = self.catalogue.family(family);
        of_family
            .and_then(|family| family.collections.get(collection))
            .ok_or_else(|| no_collection(family, collection))?;
        let mut state = self.state();
        let records = state.collection(family, collection);
        Ok(records.all(self.now()).cloned().collect())
    }

    /// Answers a request, and tells the observer.
    pub async fn answer(&self, request: Request) -> Handled {
        let number = self.calls.fetch_add(1, Ordering::Relaxed) + 1;
        let (began, at_millis) = (Instant::now(), self.now());
        let mut told = Told::default();
        let answer = self.through(&request, number, at_millis, &mut told).await;
        let answer = answer.explained(&told.line());
        self.settings.observer.called(&Call {
            number,
            at_millis,
            interface: told.interface,
            verification: told.verification,
            explanation: told.explanation,
            findings: told.findings,
            code: answer.code.clone(),
            reply: Reply {
                status: answer.status,
                headers: answer.headers.clone(),
                body: answer.body.to_vec(),
            },
            fault: told.faults.first().map(ToString::to_string),
            took: began.elapsed(),
            request,
        });
        let has = |fault| told.faults.contains(&fault);
        Handled {
            delivery: match () {
                () if has(Fault::Close) => Delivery::Never,
                () if has(Fault::Truncate) => Delivery::Truncated,
                () => Delivery::Whole,
            },
            latency: told
                .faults
                .iter()
                .map(|fault| match fault {
                    Fault::Latency(latency) => *latency,
                    _ => Duration::ZERO,
                })
                .max()
                .unwrap_or_default(),
            answer,
        }
    }

    async fn through(
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
            told.remark("no interface has this address");
            return Answer::text(404, "no interface has this address");
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
        let none = koo_spec::catalogue::Behaviour::default();
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

    fn lacks(&self, served: Served<'_>) -> Vec<String> {
        let scheme = served.interface.scheme.as_ref();
        let scheme = scheme.and_then(|scheme| served.family.schemes.get(&scheme.value));
        let needed = served.family.secrets.keys().filter(|name| {
            let of_records = served
                .behaviour()
                .is_some_and(|it| it.secrets.contains_key(*name));
            !of_records && scheme.is_some_and(|scheme| scheme.mentions(name))
        });
        needed
            .filter(|name| !self.settings.secrets.contains_key(*name))
            .cloned()
            .collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn now(&self) -> i64 {
        self.settings.clock.now_millis()
    }
}

/// What is told about a call, gathered on the way.
struct Told {
    interface: Option<Named>,
    verification: Verification,
    explanation: Option<String>,
    findings: Vec<Finding>,
    faults: Vec<Fault>,
}

impl Default for Told {
    fn default() -> Self {
        Self {
            interface: None,
            verification: Verification::unsigned(),
            explanation: None,
            findings: Vec::new(),
            faults: Vec::new(),
        }
    }
}

impl Told {
    /// Why the call is refused.
    fn remark(&mut self, why: &str) {
        self.find(Level::Error, why.to_owned());
    }

    fn find(&mut self, level: Level, says: String) {
        self.findings.push(Finding {
            level,
            place: String::new(),
            says,
            pages: Vec::new(),
        });
    }

    /// Everything in one line.
    fn line(&self) -> String {
        let mut parts = Vec::new();
        let Verification {
            verdict,
            says,
            working,
            ..
        } = &self.verification;
        if matches!(verdict, Verdict::Refused | Verdict::Unjudged) {
            parts.push(says.clone());
            let age = working.iter().filter_map(|working| working.age.as_ref());
            parts.extend(age.filter(|age| !says.contains(*age)).cloned());
            let causes = working.iter().flat_map(|working| &working.causes);
            parts.extend(causes.cloned());
        }
        let findings = self.findings.iter();
        parts.extend(findings.map(|finding| finding.says.clone()));
        parts.join("; ")
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
    behaviour: &koo_spec::catalogue::Behaviour,
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

fn no_collection(family: &str, collection: &str) -> NoCollection {
    NoCollection {
        family: family.to_owned(),
        collection: collection.to_owned(),
    }
}
