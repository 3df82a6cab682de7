//! Whether a call is signed as its interface wants it, and why not.

use std::collections::BTreeMap;
use std::time::Duration;

use koo_runtime::message::{Message, parse_query};
use koo_runtime::replay::{Admission, MemoryReplayGuard, ReplayGuard};
use koo_runtime::secret::Secret;
use koo_spec::catalogue::{Placed, Scheme};
use koo_spec::interpret::explain::{Case, Explanation, explain, judge};
use koo_spec::interpret::scheme::SchemeFailure;
use koo_spec::report::verdict;

use super::observer::Verification;
use super::request::Request;
use super::served::Served;

/// Bodies over this many bytes are verified, but what might have changed them is not looked for.
const MOST_EXPLAINED: usize = 256 * 1024;
/// How long a nonce is remembered where no page says how old a call may be.
const NONCE_MEMORY: Duration = Duration::from_secs(15 * 60);

/// What verifying gave.
pub(super) struct Verified<'a> {
    pub(super) verification: Verification,
    /// The result code that the scheme names for this failure.
    pub(super) code: Option<&'a Placed<String>>,
}

impl Verified<'_> {
    const fn unsigned() -> Self {
        Self {
            verification: Verification::Unsigned,
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
        return Verified::unsigned();
    };
    let query = parse_query(&request.query);
    let case = Case {
        family: served.family,
        scheme,
        secrets,
        message: Message {
            method: &request.method,
            path: &request.path,
            query: &query,
            headers: &request.headers,
            body: &request.body,
        },
        now_millis: Some(now_millis),
    };
    // Trials work through the whole body again and again.
    let explanation = match request.body.len() {
        0..=MOST_EXPLAINED => explain(&case),
        _ => judge(&case),
    };
    let explanation = match explanation {
        Ok(explanation) => explanation,
        Err(failure) => return refused(scheme, failure.to_string(), None, None),
    };
    let stale = explanation.age.as_ref().is_some_and(|age| !age.is_fresh());
    match &explanation.verdict {
        Err(failure) => {
            let code = code_of(scheme, failure);
            let reason = failure.to_string();
            refused(scheme, reason, code, Some((served, &explanation)))
        }
        Ok(_) if stale => {
            let reason = "the call is too old, or from the future".to_owned();
            let code = scheme.refusals.stale.as_ref();
            refused(scheme, reason, code, Some((served, &explanation)))
        }
        Ok(evidence) => {
            let keep = keep(scheme);
            let nonce = evidence.nonce.as_deref();
            if let Some(nonce) = nonce
                && let Ok(Admission::Seen) = nonces.admit(&scheme.id, nonce, keep).await
            {
                let reason = "the nonce was used before: the call is a replay".to_owned();
                return refused(scheme, reason, scheme.refusals.replayed.as_ref(), None);
            }
            Verified {
                verification: Verification::Accepted {
                    scheme: scheme.id.clone(),
                },
                code: None,
            }
        }
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

fn refused<'a>(
    scheme: &Scheme,
    reason: String,
    code: Option<&'a Placed<String>>,
    explanation: Option<(Served<'_>, &Explanation)>,
) -> Verified<'a> {
    let causes = explanation.map(|(_, explanation)| {
        let causes = explanation.causes.iter();
        causes.map(ToString::to_string).collect()
    });
    let text = explanation.map(|(served, explanation)| {
        verdict::human(&served.name(), scheme, explanation, &[])
    });
    Verified {
        verification: Verification::Refused {
            scheme: scheme.id.clone(),
            reason,
            causes: causes.unwrap_or_default(),
            explanation: text.unwrap_or_default(),
        },
        code,
    }
}
