//! What `OpenEnum` expands to.

use super::derive;
use crate::common::testing::assert_expands;

#[test]
fn texts() {
    assert_expands!(derive, "open_enum", {
        pub enum Scene {
            #[wire("TRIAL_TO_FORMAL")]
            TrialToFormal,
            #[wire("RENEWAL")]
            Renewal,
            #[wire(other)]
            Other(String),
        }
    });
}
