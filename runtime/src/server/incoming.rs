//! A call on its way to the merchant's code.

use std::sync::{Arc, OnceLock};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::answer::{JSON, Kind, Outcome, Shape};
use super::observer::{Cause, Event, Observer, report};
use super::parameters::Parameters;
use super::settings::Policy;
use crate::call::{Call, CodeRole, Refusal, Request, ResultCode};
use crate::lenient::{Observation, Reading};
use crate::validate::{Path, Validate, Violations};

/// A call whose signature is right and whose interface is named. [`Family::dispatch`](super::Family::dispatch)
/// takes it to the merchant's method.
pub struct Incoming {
    pub(super) selected: String,
    pub(super) parameters: Parameters,
    pub(super) shape: Shape,
    #[cfg(feature = "mock")]
    pub(super) xml: Option<super::route::Xml>,
    pub(super) policy: Policy,
    pub(super) observer: Arc<dyn Observer>,
    /// Filled in once the interface is known to be one of the contract.
    pub(super) interface: Arc<OnceLock<&'static str>>,
}

impl Incoming {
    /// The interface that is called, as the selector or the route names it.
    pub fn selected(&self) -> &str {
        &self.selected
    }

    /// Reads and checks the request, calls `merchant`, and checks and writes the reply.
    pub async fn answer<R, C, M, A>(self, merchant: M) -> Outcome<C>
    where
        R: Request + DeserializeOwned + Validate,
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
        match merchant(call).await {
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
        report(self.observer.as_ref(), R::INTERFACE, event);
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
        let complete = serde_json::to_string(reply)
            .ok()
            .and_then(|written| self.shape.complete::<C>(written));
        let Some((code, body)) = complete else {
            return Outcome::refused_as(CodeRole::Internal, Cause::UnwritableReply);
        };
        let checked = if self.shape.has_code {
            self.check_code(&C::from(code.clone()))
        } else {
            Ok(())
        };
        if let Err(violations) = checked {
            return self.invalid(&violations);
        }
        #[cfg(feature = "mock")]
        if let Some(form) = self.xml
            && let Some(xml) = crate::xml::write(&body, form.prefix, form.namespace)
        {
            return Outcome(Kind::Replied {
                code,
                content_type: "application/xml",
                body: xml.into(),
            });
        }
        Outcome(Kind::Replied {
            code,
            content_type: JSON,
            body,
        })
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
            report(self.observer.as_ref(), interface, &event);
        }
        Outcome::refused_as(CodeRole::Internal, Cause::InvalidReply)
    }
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
