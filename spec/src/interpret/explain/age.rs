//! How old a message is, by its own timestamp.

use koo_runtime::scheme::TimestampForm;

use super::Case;
use crate::catalogue::Format;
use crate::interpret::scheme::SchemeInterpreter;

/// The age of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Age {
    /// The name recipes use for the timestamp.
    pub name: String,
    /// The timestamp as sent.
    pub written: String,
    /// Age in milliseconds, negative in the future; `None` if the text is no timestamp of the documented form.
    pub millis: Option<i64>,
    /// Widest age either way, in milliseconds; `None` where no page says so.
    pub window_millis: Option<u64>,
    /// The text would be a moment near now if it were seconds.
    pub looks_like_seconds: bool,
}

impl Age {
    /// Whether it is within the window.
    pub fn is_fresh(&self) -> bool {
        match (self.millis, self.window_millis) {
            (Some(millis), Some(window)) => millis.unsigned_abs() <= window,
            (Some(_), None) => true,
            (None, _) => false,
        }
    }
}

pub(super) fn age(case: &Case<'_>, interpreter: &SchemeInterpreter<'_>) -> Option<Age> {
    let now = case.now_millis?;
    let (name, window_millis) = case.scheme.fresh.as_ref()?;
    let carried = interpreter.carried(&case.message).ok()?;
    let (_, written) = carried
        .into_iter()
        .find(|(other, _)| *other == name.value)?;
    let declared = case
        .scheme
        .carries
        .iter()
        .find(|carried| carried.name == name.value);
    let read = |text: &str| match declared.and_then(|carried| carried.format.as_ref()) {
        Some(Format::Timestamp(timestamp)) => timestamp
            .layouts
            .iter()
            .find_map(|layout| koo_runtime::scheme::timestamp::read(text, layout)),
        _ => TimestampForm::EpochMillis.read(text),
    };
    let millis = read(&written).map(|signed| now.saturating_sub(signed));
    let seconds = written.parse::<i64>().ok();
    let as_millis = seconds.and_then(|seconds| seconds.checked_mul(1000));
    Some(Age {
        name: name.value.clone(),
        looks_like_seconds: millis.is_none_or(|age| age > DAY_MILLIS)
            && as_millis.is_some_and(|moment| now.abs_diff(moment) < DAY_MILLIS.unsigned_abs()),
        millis,
        window_millis: *window_millis,
        written,
    })
}

const DAY_MILLIS: i64 = 86_400_000;
