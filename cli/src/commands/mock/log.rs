//! Calls of a mock, printed as they come.

use std::sync::{Arc, Mutex, PoisonError};

use koo_platform::journal::Verdict;
use koo_platform::mock::{Call, Observer};
use serde_json::json;

use super::Format;
use crate::commands::Failure;
use crate::output::Output;

/// Prints every call.
#[derive(Clone)]
pub(super) struct Log {
    format: Format,
    output: Output,
    failure: Arc<Mutex<Option<Failure>>>,
}

impl Log {
    pub(super) fn new(format: Format, output: Output) -> Self {
        Self {
            format,
            output,
            failure: Arc::default(),
        }
    }

    /// What went wrong with printing, if something did.
    pub(super) fn result(&self) -> Result<(), Failure> {
        let failure = self
            .failure
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        failure.map_or(Ok(()), Err)
    }
}

impl Observer for Log {
    fn called(&self, call: &Call) {
        let text = match self.format {
            Format::Human => human(call),
            Format::Json => format!("{}\n", line(call)),
        };
        if let Err(failure) = self.output.result(&text) {
            *self.failure.lock().unwrap_or_else(PoisonError::into_inner) = Some(failure);
        }
    }
}

/// Tells calls as remarks.
pub(super) struct Remarks(pub(super) Output);

impl Observer for Remarks {
    fn called(&self, call: &Call) {
        self.0.remark(human(call).trim_end());
    }
}

fn human(call: &Call) -> String {
    use std::fmt::Write as _;
    let named = call.interface.as_ref();
    let named = named.map_or_else(|| "-".to_owned(), ToString::to_string);
    let code = call.code.as_deref().unwrap_or_default();
    let signature = match call.verification.verdict {
        Verdict::Fits => "signed",
        Verdict::Refused => "REFUSED",
        Verdict::Unsigned => "unsigned",
        Verdict::Unjudged => "NO KEY",
    };
    let mut text = format!(
        "{:>5}  {} {}  {named}  {signature}  {} {code}  {} ms\n",
        call.number,
        call.request.method,
        call.request.path,
        call.reply.status,
        call.took.as_millis(),
    );
    if let Some(fault) = &call.fault {
        let _ = writeln!(text, "       fault on request: {fault}");
    }
    match (&call.explanation, call.verification.verdict) {
        (Some(explanation), _) => {
            for line in explanation.trim_end().lines() {
                let _ = writeln!(text, "       {line}");
            }
        }
        (None, Verdict::Refused | Verdict::Unjudged) => {
            let _ = writeln!(text, "       {}", call.verification.says);
        }
        (None, _) => {}
    }
    for finding in &call.findings {
        let _ = writeln!(text, "       {}: {}", finding.level.as_str(), finding.says);
    }
    text
}

fn line(call: &Call) -> serde_json::Value {
    let named = call.interface.as_ref();
    let causes = call.verification.working.iter().flat_map(|it| &it.causes);
    let findings: Vec<_> = call
        .findings
        .iter()
        .map(|finding| json!({"level": finding.level.as_str(), "says": finding.says}))
        .collect();
    json!({
        "number": call.number,
        "at_millis": call.at_millis,
        "method": call.request.method,
        "path": call.request.path,
        "interface": named.map(|named| format!("{}/{}", named.family, named.interface)),
        "variant": named.and_then(|named| named.variant.as_ref()),
        "signature": {
            "verdict": call.verification.verdict.as_str(),
            "scheme": call.verification.scheme,
            "says": call.verification.says,
            "causes": causes.collect::<Vec<_>>(),
        },
        "findings": findings,
        "fault": call.fault,
        "status": call.reply.status,
        "code": call.code,
        "took_micros": u64::try_from(call.took.as_micros()).unwrap_or(u64::MAX),
    })
}
