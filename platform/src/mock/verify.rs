//! Whether a call is signed as its interface wants it, and why not.

use std::collections::BTreeMap;
use std::time::Duration;

use koo_calls::Request;
use koo_runtime::replay::{Admission, MemoryReplayGuard, ReplayGuard};
use koo_runtime::secret::Secret;
use koo_spec::catalogue::{Placed, Scheme};
use koo_spec::interpret::explain::{Case, explain, judge};
use koo_spec::interpret::scheme::SchemeFailure;
use koo_spec::report::verdict;

use super::served::Served;
use crate::journal::Verification;

/// Bodies over this many bytes are verified, but what might have changed them is not looked for.
const MOST_EXPLAINED: usize = 256 * 1024;
/// How long a nonce is remembered where no page says how old a call may be.
const NONCE_MEMORY: Duration = Duration::from_secs(15 * 60);

/// What verifying gave.
pub(super) struct Verified<'a> {
    pub(super) verification: Verification,
    /// How a refusal is arrived at.
    pub(super) explanation: Option<String>,
    /// The result code that the scheme names for this failure.
    pub(super) code: Option<&'a Placed<String>>,
}

impl Verified<'_> {
    const fn of(verification: Verification) -> Self {
        Self {
            verification,
            explanation: None,
            code: None,
        }
    }
}

/// Verifies a call by the scheme of its interface.
pub(super) async fn verify<'a>(
    served: Served<'a>,
    request: &Request,
    secrets: &BTreeMap<String, Secret>,
    now_millis: i64,
    nonces: &MemoryReplayGuard,
) -> Verified<'a> {
    let scheme = served.interface.scheme.as_ref();
    let scheme = scheme.and_then(|scheme| served.family.schemes.get(&scheme.value));
    let Some(scheme) = scheme else {
        return Verified::of(Verification::unsigned());
    };
    let query = request.parameters();
    let case = Case {
        family: served.family,
        scheme,
        secrets,
        message: request.message(&query),
        now_millis: Some(now_millis),
    };
    // Trials work through the whole body again and again.
    let explanation = match request.body.len() {
        0..=MOST_EXPLAINED => explain(&case),
        _ => judge(&case),
    };
    let explanation = match explanation {
        Ok(explanation) => explanation,
        Err(failure) => {
            let why = failure.to_string();
            return Verified::of(Verification::unjudged(Some(&scheme.id), why));
        }
    };
    let refusals = &scheme.refusals;
    let replayed = match &explanation.verdict {
        Ok(evidence) if explanation.is_accepted() => match evidence.nonce.as_deref() {
            Some(nonce) => {
                let admission = nonces.admit(&scheme.id, nonce, keep(scheme)).await;
                matches!(admission, Ok(Admission::Seen))
            }
            None => false,
        },
        _ => false,
    };
    let code = match &explanation.verdict {
        Err(failure) => code_of(scheme, failure),
        Ok(_) if replayed => refusals.replayed.as_ref(),
        Ok(_) => refusals.stale.as_ref(),
    };
    let is_refused = replayed || !explanation.is_accepted();
    let label = served.named().to_string();
    let text = is_refused.then(|| verdict::human(&label, scheme, &explanation, &[]));
    let verification = Verification::explained(scheme, explanation);
    Verified {
        verification: if replayed {
            verification.refused("the nonce was used before: the call is a replay")
        } else {
            verification
        },
        explanation: text.filter(|_| !replayed),
        code: code.filter(|_| is_refused),
    }
}

/// How long a nonce is remembered: twice the limit of age, the longest time for which a message can be fresh.
fn keep(scheme: &Scheme) -> Duration {
    let window = scheme.fresh.as_ref().and_then(|(_, window)| *window);
    window.map_or(NONCE_MEMORY, |millis| {
        Duration::from_millis(millis.saturating_mul(2))
    })
}

fn code_of<'a>(scheme: &'a Scheme, failure: &SchemeFailure) -> Option<&'a Placed<String>> {
    let refusals = &scheme.refusals;
    match failure {
        SchemeFailure::Missing(wire_name) => {
            let mut carries = scheme.carries.iter();
            let carried = carries.find(|carried| carried.wire_name == *wire_name)?;
            refusals.missing.get(&carried.name)
        }
        _ => refusals.mismatch.as_ref(),
    }
}
