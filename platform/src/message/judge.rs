//! Holds a reply against what the catalogue says about it.

use koo_runtime::validate::{Rule, Violation};
use koo_spec::catalogue::{CarriedIn, Code, CodeRole, Interface, Location, Parameter, Scheme};
use koo_spec::interpret::explain::{Case, explain};
use koo_spec::interpret::payload;
use serde_json::Value;

use super::{Caller, Finding};
use crate::exchange::{Exchange, Received};
use crate::journal::Verification;

/// What the platform makes of a reply.
#[derive(Debug, Clone, Default)]
pub struct Judgement {
    /// The body, if it is JSON.
    pub reply: Option<Value>,
    /// The result code, if there is one.
    pub code: Option<String>,
    /// The judgement on its signature.
    pub verification: Verification,
    /// How many values of it are encrypted.
    pub encrypted: usize,
    /// What is wrong.
    pub findings: Vec<Finding>,
}

impl Caller<'_> {
    /// Judges what came of a call; that there is no reply is a finding too.
    pub fn judge_exchange(&self, interface: &Interface, exchange: &Exchange) -> Judgement {
        match &exchange.outcome {
            Ok(received) => self.judge(interface, received),
            Err(failure) => {
                let finding = Finding::error(failure.kind(), failure.to_string());
                Judgement {
                    findings: vec![
                        finding.from(self.family, &self.family.transport.reply_provenance),
                    ],
                    verification: Verification::unjudged(None, "there is no reply"),
                    ..Judgement::default()
                }
            }
        }
    }

    /// Judges a reply: status, content type, body, fields, code, signature.
    pub fn judge(&self, interface: &Interface, received: &Received) -> Judgement {
        let mut judgement = Judgement::default();
        let findings = &mut judgement.findings;
        self.status(interface, received, findings);
        self.content_type(interface, received, findings);
        judgement.verification = match self.reply_scheme(interface) {
            Some((scheme, is_demanded)) => self.signature(scheme, is_demanded, received, findings),
            None => Verification::unsigned(),
        };
        let provenance = &interface.provenance;
        match serde_json::from_slice::<Value>(&received.body) {
            Ok(reply) => {
                judgement.code = self.code_of(&reply);
                self.fields(interface, &reply, judgement.code.as_deref(), findings);
                let parameters: Vec<&Parameter> = interface.reply.at(Location::Body).collect();
                let sealed = self.sealed(&parameters, &reply);
                judgement.encrypted = sealed.seen;
                findings.extend(sealed.findings);
                judgement.reply = Some(reply);
            }
            Err(_) if received.body.is_empty() => {
                let finding = Finding::error("json", "the reply has no body");
                findings.push(finding.from(self.family, provenance));
            }
            Err(error) => {
                let text = format!("the body is no JSON: {error}");
                findings.push(Finding::error("json", text).from(self.family, provenance));
            }
        }
        judgement
    }

    /// The result code of a reply.
    pub fn code_of(&self, reply: &Value) -> Option<String> {
        let name = self.family.transport.code.as_ref()?;
        match reply.get(&name.value)? {
            Value::String(code) => Some(code.clone()),
            Value::Number(code) => Some(code.to_string()),
            _ => None,
        }
    }

    /// The definition of a result code.
    pub fn code(&self, code: &str) -> Option<&Code> {
        self.family.codes.get(code)
    }

    /// Whether a code says that a call succeeded, or that it was taken and is being worked on.
    pub fn accepts(&self, code: &str) -> bool {
        let is_pending_or_success =
            |role| matches!(role, Some(CodeRole::Success | CodeRole::Pending));
        self.code(code)
            .is_some_and(|code| code.success || is_pending_or_success(code.role))
    }

    fn status(&self, interface: &Interface, received: &Received, findings: &mut Vec<Finding>) {
        let wanted = interface
            .reply
            .status
            .or(self.family.transport.status)
            .unwrap_or(200);
        if received.status == wanted {
            return;
        }
        let provenance = &self.family.transport.reply_provenance;
        let finding = match received.redirect() {
            Some(to) => Finding::error(
                "redirect",
                format!(
                    "the reply is a redirect ({}) to {}; redirects are not followed",
                    received.status,
                    to.split('?').next().unwrap_or_default()
                ),
            ),
            None => Finding::error(
                "status",
                format!(
                    "the HTTP status is {}, it must be {wanted}",
                    received.status
                ),
            ),
        };
        findings.push(finding.from(self.family, provenance));
    }

    fn content_type(
        &self,
        interface: &Interface,
        received: &Received,
        findings: &mut Vec<Finding>,
    ) {
        let reply = &interface.reply;
        let wanted = reply.content_type.as_ref();
        let Some(wanted) = wanted.or(self.family.transport.reply_content_type.as_ref()) else {
            return;
        };
        let given = received.header("content-type");
        let essence = |text: &str| {
            let media = text.split(';').next().unwrap_or_default();
            media.trim().to_ascii_lowercase()
        };
        let charset = given.and_then(|given| {
            let lower = given.to_ascii_lowercase();
            let (_, charset) = lower.split_once("charset=")?;
            let charset = charset.split(';').next().unwrap_or_default();
            Some(charset.trim().trim_matches('"').to_owned())
        });
        let problem = match given {
            None => Some(format!("there is no Content-Type, it must be {wanted}")),
            Some(given) if essence(given) != essence(wanted) => Some(format!(
                "the content type is `{given}`, it must be {wanted}"
            )),
            Some(given) => charset
                .filter(|charset| !matches!(charset.as_str(), "utf-8" | "utf8"))
                .map(|_| format!("the content type is `{given}`, the text must be UTF-8")),
        };
        if let Some(problem) = problem {
            let finding = Finding::error("content_type", problem);
            findings.push(finding.from(self.family, &self.family.transport.reply_provenance));
        }
    }

    fn signature(
        &self,
        scheme: &Scheme,
        is_demanded: bool,
        received: &Received,
        findings: &mut Vec<Finding>,
    ) -> Verification {
        let mut push = |finding: Finding| {
            let finding = finding.from(self.family, &scheme.provenance);
            findings.push(if is_demanded {
                finding
            } else {
                finding.remark()
            });
        };
        let carried = scheme.carries.iter();
        let headers: Vec<_> = carried
            .filter(|carried| carried.location == CarriedIn::Header)
            .collect();
        if !is_demanded
            && headers
                .iter()
                .all(|carried| received.header(&carried.wire_name).is_none())
        {
            let why = "the reply is not signed, which not every site demands";
            return Verification::unjudged(Some(&scheme.id), why);
        }
        for carried in headers {
            let name = &carried.wire_name;
            let mut spelled = received
                .headers
                .iter()
                .map(|(other, _)| other)
                .filter(|other| other.eq_ignore_ascii_case(name));
            if let Some(other) = spelled.clone().next()
                && !spelled.any(|other| other == name)
            {
                push(Finding::error(
                    "header_spelling",
                    format!("the header is spelled `{other}`, it must be exactly `{name}`"),
                ));
            }
        }
        let case = Case {
            family: self.family,
            scheme,
            secrets: self.secrets,
            message: received.message(),
            now_millis: None,
        };
        let explanation = match explain(&case) {
            Ok(explanation) => explanation,
            Err(failure) => {
                let text = format!("the signature of the reply cannot be checked: {failure}");
                push(Finding::error("reply_signature", text));
                return Verification::unjudged(Some(&scheme.id), failure.to_string());
            }
        };
        if let Err(failure) = &explanation.verdict {
            let mut text = format!("the signature of the reply: {failure}");
            for cause in &explanation.causes {
                text.push_str("; ");
                text.push_str(&cause.to_string());
            }
            push(Finding::error("reply_signature", text));
        }
        Verification::explained(scheme, explanation)
    }

    fn fields(
        &self,
        interface: &Interface,
        reply: &Value,
        code: Option<&str>,
        findings: &mut Vec<Finding>,
    ) {
        let parameters: Vec<&Parameter> = interface.reply.at(Location::Body).collect();
        if parameters.is_empty() {
            return;
        }
        let checked = payload::check(self.family, &parameters, self.site, reply);
        let role = code.and_then(|code| self.code(code));
        // A refusal needs to say no more than what is refused and why.
        let is_refusal = role.is_some_and(|code| {
            !code.success && !matches!(code.role, Some(CodeRole::Success | CodeRole::Pending))
        });
        let transport = &self.family.transport;
        let is_outcome = |name: &str| {
            let mut outcome = transport.code.iter().chain(&transport.message);
            outcome.any(|known| known.value == name)
        };
        for violation in &checked.violations {
            let parameter = self.parameter(&parameters, violation);
            let is_lacking = violation.rule() == Rule::Required;
            let name = violation.pointer().trim_start_matches('/');
            if is_refusal && is_lacking && !is_outcome(name) {
                continue;
            }
            let text = format!("the reply: {}", payload::explain(violation));
            let finding = Finding::error(violation.rule().as_str(), text);
            let provenance =
                parameter.map_or(&interface.provenance, |parameter| &parameter.provenance);
            findings.push(finding.from(self.family, provenance));
        }
        for parameter in parameters
            .iter()
            .filter(|parameter| parameter.always_emitted)
        {
            if reply.get(&parameter.name).is_none_or(Value::is_null) && reply.is_object() {
                let text = format!(
                    "the reply: {}: must be there; it counts as optional, but a reply without it cannot be read",
                    parameter.name
                );
                let finding = Finding::error(Rule::Required.as_str(), text);
                findings.push(finding.from(self.family, &parameter.provenance));
            }
        }
        let listed = &interface.reply.codes;
        if let (Some(code), Some(known)) = (code, role)
            && !listed.is_empty()
            && !listed.iter().any(|listed| listed.value == code)
        {
            let text = format!("the code {code} is not documented for {}", interface.id);
            let finding = Finding::error("code_of_interface", text).remark();
            findings.push(finding.from(self.family, &known.provenance));
        }
    }

    fn parameter<'p>(
        &'p self,
        parameters: &[&'p Parameter],
        violation: &Violation,
    ) -> Option<&'p Parameter> {
        let steps: Vec<&str> = violation.pointer().split('/').skip(1).collect();
        self.family.parameter_at(parameters.iter().copied(), &steps)
    }
}
