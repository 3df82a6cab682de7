//! What a case may use.

use std::collections::BTreeMap;

use koo_runtime::scheme::{Clock, Stamp, SystemClock};
use koo_spec::catalogue::{Interface, Text};

use super::{Observer, Step};
use crate::exchange::{Client, Exchange, Sent};
use crate::message::{Caller, ComposeError, Judgement, Payload, Random};
use crate::records::{Record, Records};

/// What a case may use: who calls, over what, with which random values, and who watches.
#[derive(Clone, Copy)]
pub struct Stage<'a> {
    /// The platform as it talks to this merchant.
    pub caller: Caller<'a>,
    /// Makes the exchanges.
    pub client: &'a Client,
    /// What the platform answers if the merchant asks.
    pub records: &'a Records,
    /// Makes the values of this run; the same seed makes the same.
    pub seed: u64,
    /// Values of scenarios that the user chose.
    pub values: &'a BTreeMap<String, String>,
    /// Who watches.
    pub observer: &'a dyn Observer,
}

/// A call and what the platform makes of the answer. The exchange is as it was, with signatures; [`Stage::step`] makes
/// of it what may be shown.
#[derive(Debug, Clone)]
pub struct Answered {
    /// The call.
    pub exchange: Exchange,
    /// What the platform makes of the answer.
    pub judgement: Judgement,
    /// How often it was sent until this answer came.
    pub sends: u32,
}

impl Stage<'_> {
    /// Now, in milliseconds since 1970.
    pub fn now_millis(&self) -> i64 {
        SystemClock.now_millis()
    }

    /// The random values of a case: the same for the same seed, whatever other cases run.
    pub fn random(&self, case: &str) -> Random {
        Random::seeded_for(self.seed, case)
    }

    /// The request of a payload, signed now.
    ///
    /// # Errors
    ///
    /// [`ComposeError`]
    pub fn compose(
        &self,
        interface: &Interface,
        payload: &Payload,
        random: &mut Random,
    ) -> Result<Sent, ComposeError> {
        // Never of the seed: a merchant refuses a nonce it has seen.
        let stamp = Stamp::at(self.now_millis());
        self.caller.compose(interface, payload, random, &stamp)
    }

    /// Gives an interface of the platform, `family/interface`, an answer, before calls about it are made.
    ///
    /// # Errors
    ///
    /// Why whoever would give the answer does not have it.
    pub async fn place(&self, interface: &str, record: Record) -> Result<(), String> {
        self.observer.placed(interface, &record).await?;
        self.records.publish(interface, record);
        Ok(())
    }

    /// Sends a request and judges the reply.
    pub async fn send(&self, interface: &Interface, sent: Sent) -> Answered {
        let exchange = self.client.send(sent).await;
        self.judged(interface, exchange)
    }

    /// Judges an exchange that was made elsewhere.
    pub fn judged(&self, interface: &Interface, exchange: Exchange) -> Answered {
        Answered {
            judgement: self.caller.judge_exchange(interface, &exchange),
            exchange,
            sends: 1,
        }
    }

    /// A call as it stands in a verdict, with signatures and sensitive values hidden. Whoever watches is told.
    pub fn step(&self, case: &str, interface: &Interface, title: Text, answered: Answered) -> Step {
        let Answered {
            exchange,
            judgement,
            sends,
        } = answered;
        let received = exchange.outcome.as_ref().ok();
        let step = Step {
            title,
            interface: interface.id.clone(),
            request: self.caller.shown_request(interface, &exchange.sent),
            reply: received.map(|received| self.caller.shown_reply(interface, received)),
            code: judgement.code,
            verification: judgement.verification.without_working(),
            sends,
            elapsed: exchange.elapsed,
            findings: judgement.findings,
        };
        self.observer.step(case, &step);
        step
    }
}
