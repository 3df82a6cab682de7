//! The scheme of messages that carry no signature.

use std::time::Duration;

use super::{Carried, Evidence, Scheme, SchemeError, Stamp};
use crate::message::Message;

/// No signature: attaches nothing and accepts everything.
///
/// Meant for replies that need none. As the scheme of requests it lets everybody in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Unsigned;

impl Scheme for Unsigned {
    const NAME: &'static str = "unsigned";
    const FRESH: Option<Duration> = None;
    const READS_HEADERS: bool = false;

    fn verify<'m>(&self, _message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
        Ok(Evidence::default())
    }

    fn sign(&self, _message: &Message<'_>, _stamp: &Stamp) -> Result<Vec<Carried>, SchemeError> {
        Ok(Vec::new())
    }
}
