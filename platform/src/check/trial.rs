//! One case being tried: the calls it makes and what it finds.

use std::time::Instant;

use koo_runtime::scheme::Stamp;
use koo_spec::catalogue::{Interface, Placed, Text};
use serde_json::Value;

use super::answer::{Answer, Kind};
use super::ground::Ground;
use crate::exchange::{Exchange, Sent};
use crate::message::{Fill, Finding, Judgement, Payload, Random};
use crate::records::Record;
use crate::scenario;
use crate::simulate::{Answered, Case, Outcome, Stage, Step, Verdict};

/// Most findings of a case; a server that gets everything wrong needs no thousand lines.
const MOST_FINDINGS: usize = 20;

/// Most exchanges that are kept of a case.
const MOST_STEPS: usize = 40;

/// Rules that every reply keeps, also one that refuses a call.
pub(super) const FORM: [&str; 5] = ["status", "content_type", "json", "required", "redirect"];

/// A case being tried.
pub(super) struct Trial<'s> {
    pub(super) stage: &'s Stage<'s>,
    pub(super) ground: &'s Ground<'s>,
    pub(super) random: Random,
    pub(super) steps: Vec<Step>,
    pub(super) skipped: Option<String>,
    findings: Vec<Finding>,
    /// Answers about the calls that are to be made, by interface.
    unplaced: Vec<(String, Record)>,
    /// Whether the last step is that of the last call.
    is_kept: bool,
    id: &'static str,
    start: Instant,
}

/// An instance of a merchant.
pub(super) struct Instance {
    /// The payload that made it.
    pub(super) payload: Payload,
    /// The parameter that names it, with its value.
    pub(super) handle: Payload,
    /// Its name.
    pub(super) name: String,
}

impl<'s> Trial<'s> {
    pub(super) fn new(stage: &'s Stage<'s>, ground: &'s Ground<'s>, id: &'static str) -> Self {
        Self {
            stage,
            ground,
            random: stage.random(id),
            steps: Vec::new(),
            skipped: None,
            findings: Vec::new(),
            unplaced: Vec::new(),
            is_kept: false,
            id,
            start: Instant::now(),
        }
    }

    /// What the trial showed.
    pub(super) fn verdict(self, case: &dyn Case) -> Verdict {
        let mut verdict = Verdict::of(case, self.steps, self.findings, self.start.elapsed());
        if let (Outcome::Passed, Some(why)) = (&verdict.outcome, self.skipped) {
            verdict.outcome = Outcome::Skipped(why);
        }
        verdict
    }

    pub(super) fn now(&self) -> i64 {
        self.stage.now_millis()
    }

    /// A stamp of now.
    pub(super) fn stamp(&self) -> Stamp {
        Stamp::at(self.now())
    }

    /// The case cannot be tried.
    pub(super) fn skip(&mut self, why: impl Into<String>) {
        self.skipped = Some(why.into());
    }

    /// The rule is broken.
    pub(super) fn fail(&mut self, text: impl Into<String>) {
        self.push(Finding::error(self.id, text));
    }

    /// The last call shows that the rule is broken.
    pub(super) fn blame(&mut self, text: impl Into<String>) {
        let finding = Finding::error(self.id, text);
        match self.steps.last_mut() {
            Some(step) if self.is_kept => step.findings.push(finding),
            _ => self.push(finding),
        }
    }

    /// Something is worth knowing.
    pub(super) fn remark(&mut self, text: impl Into<String>) {
        self.push(Finding::error(self.id, text).remark());
    }

    pub(super) fn push(&mut self, finding: Finding) {
        if self.findings.len() < MOST_FINDINGS && !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }

    /// Keeps an exchange for reports, without what is wrong with the reply: a check judges one thing only.
    fn keep(&mut self, label: &str, interface: &Interface, answer: &Answer) {
        self.is_kept = self.steps.len() < MOST_STEPS;
        if self.is_kept {
            let title = Text {
                en: label.to_owned(),
                zh: None,
            };
            let why = answer.failure().map(|failure| {
                let finding = Finding::error(failure.kind(), failure.to_string());
                finding.remark()
            });
            let answered = Answered {
                exchange: answer.exchange.clone(),
                judgement: Judgement {
                    code: answer.judgement.code.clone(),
                    verification: answer.judgement.verification.clone(),
                    findings: why.into_iter().collect(),
                    ..Judgement::default()
                },
                sends: 1,
            };
            let step = self.stage.step(self.id, interface, title, answered);
            self.steps.push(step);
        }
    }

    /// The interface cases work on.
    pub(super) fn subject(&mut self) -> Option<&'s Interface> {
        let subject = self.ground.subject();
        if subject.is_none() {
            self.skip("the platform calls no interface of this family");
        }
        subject
    }

    /// A payload with what is given and what else is needed.
    pub(super) fn payload(&mut self, interface: &Interface, given: &Payload) -> Payload {
        let now = self.now();
        let caller = &self.stage.caller;
        caller.payload(interface, given, Fill::Needed, &mut self.random, now)
    }

    /// The same call sent again.
    pub(super) fn again(
        &mut self,
        interface: &Interface,
        given: &Payload,
        first: &Payload,
    ) -> Payload {
        let now = self.now();
        let caller = &self.stage.caller;
        caller.payload_again(interface, given, first, &mut self.random, now)
    }

    /// The request of a payload, not signed.
    pub(super) fn request(&mut self, interface: &Interface, payload: &Payload) -> Option<Sent> {
        if let Some(catalogue) = self.ground.catalogue {
            let caller = &self.stage.caller;
            let random = self.stage.random("orders");
            let about = scenario::about(catalogue, caller, interface, payload, random, self.now());
            self.unplaced.extend(about);
        }
        let composed = self
            .stage
            .caller
            .request(interface, payload, &mut self.random);
        self.or_skip(composed)
    }

    /// A request with its signature.
    pub(super) fn sign(
        &mut self,
        interface: &Interface,
        sent: Sent,
        stamp: &Stamp,
    ) -> Option<Sent> {
        let signed = self.stage.caller.sign(interface, sent, stamp);
        self.or_skip(signed)
    }

    /// The signed request of a payload.
    pub(super) fn compose(&mut self, interface: &Interface, payload: &Payload) -> Option<Sent> {
        let sent = self.request(interface, payload)?;
        let stamp = self.stamp();
        self.sign(interface, sent, &stamp)
    }

    fn or_skip<T, E: ToString>(&mut self, result: Result<T, E>) -> Option<T> {
        match result {
            Ok(done) => Some(done),
            Err(error) => {
                self.skip(error.to_string());
                None
            }
        }
    }

    /// Lets the platform know the orders of the calls that follow, in case the merchant asks for them.
    pub(super) async fn place(&mut self) {
        for (interface, record) in std::mem::take(&mut self.unplaced) {
            if let Err(why) = self.stage.place(&interface, record).await {
                self.skip(format!("its order could not be placed: {why}"));
            }
        }
    }

    /// Sends a request and judges the reply.
    pub(super) async fn send(&mut self, label: &str, interface: &Interface, sent: Sent) -> Answer {
        self.place().await;
        let exchange = self.stage.client.send(sent).await;
        self.judged(label, interface, exchange)
    }

    /// Judges an exchange that was made elsewhere.
    pub(super) fn judged(
        &mut self,
        label: &str,
        interface: &Interface,
        exchange: Exchange,
    ) -> Answer {
        let judgement = self.stage.caller.judge_exchange(interface, &exchange);
        let answer = Answer::new(&self.stage.caller, exchange, judgement);
        self.keep(label, interface, &answer);
        answer
    }

    /// Makes the call of a payload.
    pub(super) async fn call(
        &mut self,
        label: &str,
        interface: &Interface,
        payload: &Payload,
    ) -> Option<Answer> {
        let sent = self.compose(interface, payload)?;
        Some(self.send(label, interface, sent).await)
    }

    /// An instance to work on; without one the case is skipped.
    pub(super) async fn instance(&mut self) -> Option<Instance> {
        let Some(life) = &self.ground.life else {
            self.skip("no interface of this family makes what the others work on");
            return None;
        };
        let payload = self.payload(life.creating, &Payload::new());
        let answer = self
            .call("an instance to try it on", life.creating, &payload)
            .await?;
        let instance = self.made(&answer, payload);
        if instance.is_none() {
            self.skip(format!("no instance could be made: {}", answer.describe()));
        }
        instance
    }

    /// The instance an answer names.
    pub(super) fn made(&self, answer: &Answer, payload: Payload) -> Option<Instance> {
        let handle = self.ground.life.as_ref()?.handle;
        let name = answer.text(handle).filter(|_| answer.is_accepted())?;
        Some(Instance {
            payload,
            handle: Payload::from_iter([(handle.to_owned(), Value::from(name))]),
            name: name.to_owned(),
        })
    }

    /// The call must be answered with success.
    pub(super) fn expect_accepted(&mut self, what: &str, answer: &Answer) -> bool {
        if !answer.is_accepted() {
            self.blame(format!("{what} must be accepted: {}", answer.describe()));
        }
        answer.is_accepted()
    }

    /// The call must be refused by a result code, best by the documented one.
    pub(super) fn expect_refused(
        &mut self,
        what: &str,
        answer: &Answer,
        code: Option<&Placed<String>>,
    ) {
        match answer.kind {
            Kind::Accepted => self.blame(format!("{what} must be refused: {}", answer.describe())),
            Kind::Neither => self.blame(format!(
                "{what} must be refused with a result code: {}",
                answer.describe()
            )),
            Kind::Refused => {
                let given = answer.judgement.code.as_deref().unwrap_or_default();
                if let Some(code) = code.filter(|code| code.value != given) {
                    let wanted = &code.value;
                    self.remark(format!(
                        "{what} is refused with {given}; documented is {wanted}"
                    ));
                }
            }
        }
    }

    /// The call must be refused, in the form every reply has.
    pub(super) fn expect_refused_in_form(
        &mut self,
        what: &str,
        answer: &Answer,
        code: Option<&Placed<String>>,
    ) {
        self.expect_refused(what, answer, code);
        for finding in &answer.judgement.findings {
            if FORM.contains(&finding.rule) && answer.kind == Kind::Refused {
                self.blame(format!("{what}: {}", finding.text));
            }
        }
    }
}
