//! A call on its way to the merchant's code.

use std::borrow::Cow;
use std::sync::OnceLock;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::answer::{JSON, Kind, Outcome, Shape};
use super::observer::{Cause, Event, Observer, report};
use super::once::Page;
use super::parameters::Parameters;
use super::settings::Policy;
use crate::call::{Call, CodeRole, Refusal, Request, ResultCode};
use crate::crypto::sha256;
use crate::ledger::{Attempt, Claim, Fingerprint, Key, LedgerError, Recorded, Settled, Standing};
use crate::lenient::{Observation, Reading};
use crate::validate::{Path, Validate, Violations};

/// A call whose signature is right and whose interface is named. [`Family::dispatch`](super::Family::dispatch)
/// takes it to the merchant's method.
pub struct Incoming<'a> {
    pub(super) selected: &'a str,
    pub(super) parameters: &'a Parameters<'a>,
    pub(super) shape: Shape,
    pub(super) ledger: Option<Page<'a>>,
    #[cfg(feature = "mock")]
    pub(super) xml: Option<super::route::Xml>,
    pub(super) policy: Policy,
    pub(super) observer: &'a dyn Observer,
    /// Filled in once the interface is known to be one of the contract.
    pub(super) interface: &'a OnceLock<&'static str>,
}

impl Incoming<'_> {
    /// The interface that is called, as the selector or the route names it.
    pub fn selected(&self) -> &str {
        self.selected
    }

    /// Reads and checks the request, calls `merchant`, and checks and writes the reply. With a ledger, a call that was
    /// carried out before gets the recorded reply instead.
    pub async fn answer<R, C, M, A>(self, merchant: M) -> Outcome<C>
    where
        R: Request + Clone + DeserializeOwned + Serialize + Validate,
        R::Reply: Serialize + Validate,
        C: ResultCode + Validate,
        M: FnOnce(Call<R>) -> A,
        A: Future<Output = Result<R::Reply, Refusal<C>>>,
    {
        // Set once per call: `answer` consumes the call.
        let _ = self.interface.set(R::INTERFACE);
        let call = match self.parameters.read::<R>() {
            Ok(reading) => self.check(reading),
            Err(error) => {
                return Outcome::wrong_parameter(error.to_string(), Cause::Malformed);
            }
        };
        if self.policy == Policy::Strict
            && let Some(departure) = first_departure(&call)
        {
            return Outcome::wrong_parameter(departure, Cause::Departure);
        }
        let ledger = self.ledger.as_ref().filter(|_| !call.is_debug);
        let outcome = match ledger.zip(call.request.idempotency_key()) {
            Some((ledger, event)) => self.answer_once(ledger, event, call, merchant).await,
            None => self.outcome::<R, C>(Box::pin(merchant(call)).await),
        };
        self.in_form(outcome)
    }

    /// Calls `merchant` unless the ledger has a reply.
    async fn answer_once<R, C, M, A>(
        &self,
        ledger: &Page<'_>,
        event: String,
        mut call: Call<R>,
        merchant: M,
    ) -> Outcome<C>
    where
        R: Request + Clone + Serialize,
        R::Reply: Serialize + Validate,
        C: ResultCode + Validate,
        M: FnOnce(Call<R>) -> A,
        A: Future<Output = Result<R::Reply, Refusal<C>>>,
    {
        let key = Key::new(ledger.scope, event);
        let fingerprint = fingerprint(&call.request);
        let ticket = match ledger.claim(&key, fingerprint).await {
            Ok(Claim::Run(ticket)) => ticket,
            Ok(Claim::Busy(_)) => return in_progress(),
            Ok(Claim::Replied(recorded)) => return self.recorded::<R, C>(recorded, fingerprint),
            Err(error) => return unanswered(&error),
        };
        let attempt = ticket.attempt;
        self.report::<R>(&Event::Claimed { attempt });
        call.attempt = Some(Attempt::from(&ticket));
        // The merchant's code can be large. In a box it is not moved, nor part of what is made room for in every call.
        let result = ledger.hold(&ticket, Box::pin(merchant(call))).await;
        let outcome = self.outcome::<R, C>(result);
        let Some((reply, standing)) = self.result(ledger, &outcome) else {
            // Of a reply that must not leave nothing is known; the claim stays until its lease is over.
            if matches!(outcome.0, Kind::Refused { .. } | Kind::Replied { .. }) {
                ledger.release(&ticket).await;
            }
            return outcome;
        };
        let settled = ledger.settle(&ticket, &reply, standing).await;
        drop(reply);
        match settled {
            Ok(Settled::Recorded) => outcome,
            Ok(Settled::Replied(recorded)) => self.recorded::<R, C>(recorded, fingerprint),
            Ok(Settled::Lost) => in_progress(),
            Err(error) => unanswered(&error),
        }
    }

    /// What the ledger is to record of an outcome, and for how long. `None` if the call was not carried out.
    fn result<'o, C: ResultCode>(
        &self,
        ledger: &Page<'_>,
        outcome: &'o Outcome<C>,
    ) -> Option<(Cow<'o, str>, Standing)> {
        match &outcome.0 {
            Kind::Replied { code, body, .. } => {
                let is_done = !self.shape.has_code
                    || C::for_role(CodeRole::Success).is_none()
                    || code.is_success();
                let standing = ledger.standing(code.as_str(), is_done)?;
                Some((Cow::Borrowed(std::str::from_utf8(body).ok()?), standing))
            }
            Kind::Refused { refusal, .. } if self.shape.has_code => {
                let standing = ledger.standing(refusal.code.as_str(), false)?;
                let body = self.shape.write_refusal(refusal);
                let body = String::from_utf8(body.into()).ok()?;
                Some((Cow::Owned(body), standing))
            }
            _ => None,
        }
    }

    /// A reply of the ledger, given to a request with `fingerprint`.
    fn recorded<R: Request, C: ResultCode + Validate>(
        &self,
        recorded: Recorded,
        fingerprint: Fingerprint,
    ) -> Outcome<C> {
        self.report::<R>(&Event::Repeated);
        if recorded.fingerprint != fingerprint {
            match self.policy {
                Policy::Strict => {
                    let reason = "an earlier request with the same idempotency key was another one";
                    return Outcome::wrong_parameter(reason, Cause::Changed);
                }
                Policy::Observe => self.report::<R>(&Event::Changed),
                Policy::Lenient => {}
            }
        }
        self.written(recorded.reply)
    }

    /// What became of a call that the merchant's code carried out or refused.
    fn outcome<R, C>(&self, result: Result<R::Reply, Refusal<C>>) -> Outcome<C>
    where
        R: Request,
        R::Reply: Serialize + Validate,
        C: ResultCode + Validate,
    {
        match result {
            Ok(reply) => self.reply::<R::Reply, C>(&reply),
            Err(refusal) => self.refuse(refusal),
        }
    }

    /// The outcome for a selector that the contract does not know.
    pub fn unknown<C: ResultCode>(self) -> Outcome<C> {
        Outcome::wrong_parameter("unknown interface", Cause::UnknownInterface)
    }

    /// Looks for broken limits and reports what is to be reported.
    fn check<R: Request + Validate>(&self, reading: Reading<R>) -> Call<R> {
        let mut call = Call::new(reading.value);
        call.observations = reading.observations;
        call.request.violations(&Path::root(), &mut call.violations);
        if self.policy != Policy::Lenient {
            for observation in &call.observations {
                self.report::<R>(&Event::Leniency(observation));
            }
            for violation in &call.violations {
                self.report::<R>(&Event::Violation(violation));
            }
        }
        call
    }

    fn report<R: Request>(&self, event: &Event<'_>) {
        report(self.observer, R::INTERFACE, event);
    }

    /// Checks and writes the reply.
    fn reply<T, C>(&self, reply: &T) -> Outcome<C>
    where
        T: Serialize + Validate,
        C: ResultCode + Validate,
    {
        if let Err(violations) = reply.validate() {
            return self.invalid(&violations);
        }
        match serde_json::to_string(reply) {
            Ok(written) => self.written(written),
            Err(_) => Outcome::refused_as(CodeRole::Internal, Cause::UnwritableReply),
        }
    }

    /// Completes a written reply, and checks its code.
    fn written<C: ResultCode + Validate>(&self, written: String) -> Outcome<C> {
        let Some((code, body)) = self.shape.complete(written) else {
            return Outcome::refused_as(CodeRole::Internal, Cause::UnwritableReply);
        };
        let checked = if self.shape.has_code {
            self.check_code(&code)
        } else {
            Ok(())
        };
        if let Err(violations) = checked {
            return self.invalid(&violations);
        }
        Outcome(Kind::Replied {
            code,
            content_type: JSON,
            body,
        })
    }

    /// A reply in the form that the call asks for.
    #[cfg(feature = "mock")]
    fn in_form<C>(&self, mut outcome: Outcome<C>) -> Outcome<C> {
        if let Some(form) = self.xml
            && let Kind::Replied {
                content_type, body, ..
            } = &mut outcome.0
            && let Some(xml) = crate::xml::write(body, form.prefix, form.namespace)
        {
            *content_type = "application/xml";
            *body = xml.into();
        }
        outcome
    }

    /// A reply as it is: all of them are JSON.
    #[cfg(not(feature = "mock"))]
    #[allow(
        clippy::unused_self,
        reason = "the form hangs on the call where there are several"
    )]
    fn in_form<C>(&self, outcome: Outcome<C>) -> Outcome<C> {
        outcome
    }

    /// Checks a refusal; the server writes it.
    fn refuse<C: ResultCode + Validate>(&self, refusal: Refusal<C>) -> Outcome<C> {
        let checked = if self.shape.has_code {
            self.check_code(&refusal.code)
        } else {
            // The code shows in the HTTP status only.
            Ok(())
        };
        match checked {
            Ok(()) => Outcome::refused(refusal, Cause::Merchant),
            Err(violations) => self.invalid(&violations),
        }
    }

    /// A code that the contract does not name must not leave, wherever it stands.
    fn check_code<C: Validate>(&self, code: &C) -> Result<(), Violations> {
        let mut found = Violations::new();
        code.violations(&Path::root().field(self.shape.code_field), &mut found);
        found.into_result()
    }

    /// A reply that must not leave.
    fn invalid<C: ResultCode>(&self, violations: &Violations) -> Outcome<C> {
        let interface = self.interface.get().copied().unwrap_or_default();
        for violation in violations {
            let event = Event::ReplyViolation(violation);
            report(self.observer, interface, &event);
        }
        Outcome::refused_as(CodeRole::Internal, Cause::InvalidReply)
    }
}

/// SHA-256 of what the contract names in the request, without what varies between resends.
fn fingerprint<R: Request + Clone + Serialize>(request: &R) -> Fingerprint {
    let mut request = request.clone();
    request.vary("");
    sha256(serde_json::to_vec(&request).unwrap_or_default())
}

/// Another call with the same key runs, and has not ended while there was time to wait.
fn in_progress<C: ResultCode>() -> Outcome<C> {
    let reason = "the same call is being carried out";
    Outcome::refused_because(CodeRole::Pending, reason, Cause::InProgress)
}

/// The ledger failed.
fn unanswered<C: ResultCode>(error: &LedgerError) -> Outcome<C> {
    tracing::error!(%error, "a call could not be looked up or recorded");
    Outcome::refused_as(CodeRole::Internal, Cause::Ledger)
}

/// Where and how a request departs from the contract, if it does.
fn first_departure<R>(call: &Call<R>) -> Option<String> {
    let observed = call
        .observations
        .iter()
        .find(|observation| observation.kind.is_departure())
        .map(Observation::to_string);
    observed.or_else(|| call.violations.iter().next().map(ToString::to_string))
}
