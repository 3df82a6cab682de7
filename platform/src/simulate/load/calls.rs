//! Calls of one interface, each about something new.

use koo_calls::Reply;
use koo_runtime::scheme::{Clock, Stamp, SystemClock};
use koo_spec::catalogue::Interface;
use serde_json::Value;

use super::Calls;
use crate::exchange::Sent;
use crate::message::{Caller, Fill, Payload, Random};

/// Calls of one interface. What identifies a call is new in each, and the same again for the same seed and number.
#[derive(Clone, Copy)]
pub struct Orders<'a> {
    /// The platform as it talks to the merchant.
    pub caller: Caller<'a>,
    /// What is called.
    pub interface: &'a Interface,
    /// What values are drawn from.
    pub seed: u64,
}

impl Calls for Orders<'_> {
    fn call(&self, number: u64) -> Result<Sent, String> {
        let mut random = Random::seeded_for(self.seed, &number.to_string());
        let now = SystemClock.now_millis();
        let payload = self.caller.payload(
            self.interface,
            &Payload::new(),
            Fill::Needed,
            &mut random,
            now,
        );
        self.caller
            .compose(self.interface, &payload, &mut random, &Stamp::at(now))
            .map_err(|error| error.to_string())
    }

    fn code(&self, reply: &Reply) -> Option<String> {
        let reply: Value = serde_json::from_slice(&reply.body).ok()?;
        self.caller.code_of(&reply)
    }
}
