//! A scenario at work.

use std::time::{Duration, Instant};

use koo_spec::catalogue::{
    Catalogue, CodeRole, Family, Interface, Placed, Scenario, ScenarioStep, Text,
};
use serde_json::Value;
use tokio::task::JoinSet;
use tokio::time::sleep;

use super::order;
use super::scope::Scope;
use crate::exchange::Sent;
use crate::message::{ComposeError, Fill, Finding, Payload, Random, Source, sources};
use crate::simulate::{Answered, Case, Running, Stage, Step, Verdict};

/// A scenario of the catalogue as a case.
pub struct Play<'a> {
    catalogue: &'a Catalogue,
    family: &'a Family,
    scenario: &'a Scenario,
}

impl<'a> Play<'a> {
    /// A scenario of a family.
    pub const fn new(catalogue: &'a Catalogue, family: &'a Family, scenario: &'a Scenario) -> Self {
        Self {
            catalogue,
            family,
            scenario,
        }
    }
}

impl Case for Play<'_> {
    fn id(&self) -> &str {
        &self.scenario.id
    }

    fn title(&self) -> Text {
        self.scenario.title.clone()
    }

    fn doc(&self) -> Option<Text> {
        self.scenario.doc.clone()
    }

    fn interfaces(&self) -> Vec<&str> {
        let steps = self.scenario.steps.iter();
        let mut called: Vec<&str> = steps.map(|step| step.call.value.as_str()).collect();
        called.sort_unstable();
        called.dedup();
        called
    }

    fn products(&self) -> Vec<&str> {
        let products = self.scenario.products.iter();
        products.map(|product| product.value.as_str()).collect()
    }

    fn needs(&self) -> Vec<&str> {
        let values = self.scenario.values.iter();
        let given = values.filter(|(_, value)| value.given);
        given.map(|(name, _)| name.as_str()).collect()
    }

    fn sources(&self) -> Vec<Source> {
        sources(self.family, &self.scenario.provenance)
    }

    fn run<'s>(&'s self, stage: &'s Stage<'s>) -> Running<'s> {
        Box::pin(self.play(stage))
    }
}

/// Whether the steps after one can go on.
enum Flow {
    On,
    Stop(Finding),
}

impl Play<'_> {
    async fn play(&self, stage: &Stage<'_>) -> Verdict {
        let start = Instant::now();
        let scenario = self.scenario;
        let lacking = scenario
            .values
            .iter()
            .find(|(name, value)| value.given && !stage.values.contains_key(*name));
        if let Some((name, value)) = lacking {
            let doc = value
                .doc
                .as_ref()
                .map(|doc| format!(" ({})", doc.en.trim_end_matches('.')));
            let doc = doc.unwrap_or_default();
            let why = format!("`{name}`{doc} cannot be made up: pass --set {name}=VALUE");
            return Verdict::skipped(self, why);
        }
        let mut random = stage.random(&scenario.id);
        let mut scope = Scope::begin(
            scenario,
            &stage.caller,
            stage.values,
            &mut random,
            stage.now_millis(),
        );
        for written in &scenario.records {
            let Some(record) = order::record(self.catalogue, written, &scope) else {
                continue;
            };
            if let Err(why) = stage.place(&written.of.value, record).await {
                return Verdict::skipped(self, format!("its order could not be placed: {why}"));
            }
        }
        let mut steps = Vec::new();
        let mut findings = Vec::new();
        for step in &scenario.steps {
            let Some(interface) = self.family.interface(&step.call.value) else {
                continue;
            };
            if !stage.caller.documents(interface) {
                continue;
            }
            let flow = self
                .step(stage, step, interface, &mut scope, &mut random, &mut steps)
                .await;
            if let Flow::Stop(finding) = flow {
                findings.push(finding);
                break;
            }
        }
        if steps.is_empty() && findings.is_empty() {
            return Verdict::skipped(self, "the site documents none of its interfaces");
        }
        Verdict::of(self, steps, findings, start.elapsed())
    }

    async fn step(
        &self,
        stage: &Stage<'_>,
        step: &ScenarioStep,
        interface: &Interface,
        scope: &mut Scope,
        random: &mut Random,
        steps: &mut Vec<Step>,
    ) -> Flow {
        let given: Payload = step
            .with
            .iter()
            .map(|(name, value)| (name.value.clone(), scope.json(value)))
            .collect();
        let first =
            stage
                .caller
                .payload(interface, &given, Fill::Needed, random, stage.now_millis());
        let answers = match self
            .answers(stage, step, interface, &given, first, random)
            .await
        {
            Ok(answers) => answers,
            Err(error) => return Flow::Stop(Finding::error("compose", error.to_string())),
        };
        let mut replies = Vec::new();
        let mut is_lost = false;
        for mut answered in answers {
            self.expect(step, interface, scope, &mut answered);
            is_lost |= answered.exchange.outcome.is_err();
            replies.extend(answered.judgement.reply.clone());
            let title = step
                .title
                .clone()
                .unwrap_or_else(|| interface.title.clone());
            steps.push(stage.step(&self.scenario.id, interface, title, answered));
        }
        if is_lost {
            let text = format!(
                "`{}` was not answered, so the steps after it were not tried",
                interface.id
            );
            return Flow::Stop(Finding::error("no_reply", text));
        }
        for (name, member) in &step.keep {
            match self.kept(step, interface, member, &replies) {
                Ok(value) => scope.set(name, value),
                Err(finding) => return Flow::Stop(finding),
            }
        }
        Flow::On
    }

    /// Sends the call as often as the step says.
    async fn answers(
        &self,
        stage: &Stage<'_>,
        step: &ScenarioStep,
        interface: &Interface,
        given: &Payload,
        first: Payload,
        random: &mut Random,
    ) -> Result<Vec<Answered>, ComposeError> {
        let mut answers = Vec::new();
        if !step.at_once {
            let mut payload = first.clone();
            for time in 0..step.times {
                if time > 0 {
                    payload = again(stage, interface, given, &first, random);
                }
                answers.push(
                    self.answer(stage, step, interface, given, payload.clone(), random)
                        .await?,
                );
            }
            return Ok(answers);
        }
        let mut requests = vec![stage.compose(interface, &first, random)?];
        for _ in 1..step.times {
            let payload = again(stage, interface, given, &first, random);
            requests.push(stage.compose(interface, &payload, random)?);
        }
        let mut sending = JoinSet::new();
        for sent in requests {
            let client = stage.client.clone();
            sending.spawn(async move { client.send(sent).await });
        }
        while let Some(sent) = sending.join_next().await {
            // A task ends early only with the whole run.
            if let Ok(exchange) = sent {
                answers.push(stage.judged(interface, exchange));
            }
        }
        Ok(answers)
    }

    /// Sends a call, and again while the answer is that the work still goes on.
    async fn answer(
        &self,
        stage: &Stage<'_>,
        step: &ScenarioStep,
        interface: &Interface,
        given: &Payload,
        mut payload: Payload,
        random: &mut Random,
    ) -> Result<Answered, ComposeError> {
        let start = Instant::now();
        let mut sends = 0;
        loop {
            let sent: Sent = stage.compose(interface, &payload, random)?;
            let mut answered = stage.send(interface, sent).await;
            sends += 1;
            answered.sends = sends;
            let code = answered.judgement.code.as_deref();
            let Some(poll) = step.poll.filter(|_| self.is_pending(step, code)) else {
                return Ok(answered);
            };
            if start.elapsed() >= Duration::from_millis(poll.for_millis) {
                let text = format!(
                    "still being worked on after {}, when it was asked {sends} times",
                    koo_spec::duration::format_millis(poll.for_millis)
                );
                let finding = Finding::error("pending_too_long", text);
                answered
                    .judgement
                    .findings
                    .push(self.sourced(finding, step, interface));
                return Ok(answered);
            }
            sleep(Duration::from_millis(poll.every_millis)).await;
            payload = again(stage, interface, given, &payload, random);
        }
    }

    /// Whether a code says that the work goes on, and is not what the step waits for.
    fn is_pending(&self, step: &ScenarioStep, code: Option<&str>) -> bool {
        let code = code.and_then(|code| self.family.codes.get(code));
        code.is_some_and(|code| {
            let is_expected = step
                .codes
                .iter()
                .any(|expected| expected.value == code.code);
            code.role == Some(CodeRole::Pending) && !is_expected
        })
    }

    /// Holds an answer against what the step expects.
    fn expect(
        &self,
        step: &ScenarioStep,
        interface: &Interface,
        scope: &Scope,
        answered: &mut Answered,
    ) {
        let judgement = &mut answered.judgement;
        let Some(reply) = &judgement.reply else {
            return;
        };
        let expected: Vec<&str> = match step.codes.as_slice() {
            [] => {
                let codes = self.family.codes.values();
                codes
                    .filter(|code| code.success)
                    .map(|code| code.code.as_str())
                    .collect()
            }
            codes => codes.iter().map(|code| code.value.as_str()).collect(),
        };
        if self.family.transport.code.is_some() {
            let code = judgement.code.as_deref();
            if !code.is_some_and(|code| expected.contains(&code)) {
                let meant = code.and_then(|code| self.family.codes.get(code));
                let meant = meant
                    .map(|code| format!(" ({})", code.doc.en))
                    .unwrap_or_default();
                let text = format!(
                    "the result code is {}{meant}, expected {}",
                    code.unwrap_or("missing"),
                    expected.join(" or ")
                );
                let finding = self.sourced(Finding::error("code", text), step, interface);
                judgement.findings.push(finding);
                // What else is expected belongs to the expected answer.
                return;
            }
        }
        for (member, value) in &step.reply {
            let wanted = scope.json(value);
            let found = reply.pointer(&pointer(member));
            if found != Some(&wanted) {
                let text = match found {
                    _ if self.is_sensitive(interface, member) => {
                        format!("the reply: {}: is not what it must be", member.value)
                    }
                    Some(found) => {
                        format!("the reply: {}: is {found}, must be {wanted}", member.value)
                    }
                    None => format!("the reply: {}: is missing, must be {wanted}", member.value),
                };
                let finding = self.sourced(Finding::error("reply_value", text), step, interface);
                judgement.findings.push(finding);
            }
        }
    }

    /// The value of a member, which must be the same in all replies.
    fn kept(
        &self,
        step: &ScenarioStep,
        interface: &Interface,
        member: &Placed<String>,
        replies: &[Value],
    ) -> Result<Value, Finding> {
        let at = pointer(member);
        let mut values = replies.iter().map(|reply| reply.pointer(&at));
        let Some(Some(first)) = values
            .next()
            .filter(|value| value.is_some_and(|value| !value.is_null()))
        else {
            let text = format!(
                "the reply of `{}` has no {}, so the steps after it were not tried",
                interface.id, member.value
            );
            return Err(self.sourced(Finding::error("reply_value", text), step, interface));
        };
        if values.any(|value| value != Some(first)) {
            let text = format!(
                "the same call of `{}` was answered {} times, and {} is not always the same",
                interface.id,
                replies.len(),
                member.value
            );
            return Err(self.sourced(Finding::error("same_reply", text), step, interface));
        }
        Ok(first.clone())
    }

    /// A finding with the pages of the step, else those of the rule of repeated calls, else those of the interface.
    fn sourced(&self, finding: Finding, step: &ScenarioStep, interface: &Interface) -> Finding {
        let repeated = interface.idempotency.as_ref();
        let repeated = repeated.map(|idempotency| &idempotency.provenance);
        let repeated = repeated.filter(|provenance| step.times > 1 && !provenance.pages.is_empty());
        let provenance = match repeated {
            _ if !step.provenance.pages.is_empty() => &step.provenance,
            Some(repeated) => repeated,
            None => &interface.provenance,
        };
        finding.from(self.family, provenance)
    }

    fn is_sensitive(&self, interface: &Interface, member: &Placed<String>) -> bool {
        let path: Vec<&str> = member.value.split('.').collect();
        let found = self.family.parameter_at(&interface.reply.parameters, &path);
        found.is_some_and(|parameter| parameter.sensitive || parameter.encrypted.is_some())
    }
}

fn again(
    stage: &Stage<'_>,
    interface: &Interface,
    given: &Payload,
    first: &Payload,
    random: &mut Random,
) -> Payload {
    stage
        .caller
        .payload_again(interface, given, first, random, stage.now_millis())
}

/// The JSON pointer of a path with points.
fn pointer(member: &Placed<String>) -> String {
    format!("/{}", member.value.replace('.', "/"))
}
