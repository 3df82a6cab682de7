//! The interpreted mock of the platform, called over HTTP by the generated clients and by the vendor's own signer.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests are no test functions to clippy"
)]

mod faults;
mod licenses;
mod logins;
mod orders;
mod platform;
mod refusals;
mod uploads;
mod usage;
mod vendor_signer;

use platform::{DAY, KEY, Platform};
