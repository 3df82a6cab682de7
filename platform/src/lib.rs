//! Plays the platform, for any spec: calls a merchant as the catalogue says the platform calls, and answers a merchant as the
//! catalogue says the platform answers. Everything is interpreted; nothing here knows a particular marketplace.
//!
//! - [`check`]: what goes wrong with merchants' servers, provoked and looked for.
//! - [`exchange`]: one HTTP exchange, to the letter.
//! - [`mock`]: the interfaces that merchants call, served.
//! - [`message`]: what the platform says, and what it makes of the answer.
//! - [`records`]: what the platform answers when it is asked, such as the orders that exist.
//! - [`scenario`]: the scenarios of the catalogue, played.
//! - [`simulate`]: cases tried one after another, and their verdicts.
//! - [`watch`]: a simulation that is watched while it runs.

pub mod check;
pub mod console;
pub mod exchange;
pub mod journal;
pub mod message;
pub mod mock;
pub mod records;
pub mod scenario;
pub mod simulate;
pub mod watch;
