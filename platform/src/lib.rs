//! Plays the platform, for any spec: calls a merchant as the catalogue says the platform calls, and answers a merchant as the
//! catalogue says the platform answers. Everything is interpreted; nothing here knows a particular marketplace.

pub mod console;
pub mod exchange;
pub mod journal;
pub mod message;
pub mod mock;
