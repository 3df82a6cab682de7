//! Points in time as signatures carry them: epoch time, or a layout such as `yyyyMMddTHHmmssZ`, always UTC.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::validate::Format;

/// A moment, in milliseconds since 1970-01-01 UTC, in a layout of `yyyy`, `MM`, `dd`, `HH`, `mm`, `ss` and `SSS`; other
/// characters stand for themselves, single quotes around them are left out.
///
/// ```
/// use koo_runtime::scheme::timestamp::written;
///
/// assert_eq!(written(1_710_686_557_000, "yyyyMMdd'T'HHmmss'Z'"), "20240317T144237Z");
/// ```
pub fn written(millis: i64, layout: &str) -> String {
    let Ok(moment) = Timestamp::from_millisecond(millis) else {
        return String::new();
    };
    let time = moment.to_zoned(TimeZone::UTC).datetime();
    let parts = [
        ("yyyy", format!("{:04}", time.year())),
        ("SSS", format!("{:03}", time.millisecond())),
        ("MM", format!("{:02}", time.month())),
        ("dd", format!("{:02}", time.day())),
        ("HH", format!("{:02}", time.hour())),
        ("mm", format!("{:02}", time.minute())),
        ("ss", format!("{:02}", time.second())),
    ];
    let mut text = String::new();
    let mut rest = layout;
    while let Some(first) = rest.chars().next() {
        match parts.iter().find(|(part, _)| rest.starts_with(part)) {
            Some((part, value)) => {
                text.push_str(value);
                rest = rest.strip_prefix(part).unwrap_or_default();
            }
            None => {
                if first != '\'' {
                    text.push(first);
                }
                rest = rest.strip_prefix(first).unwrap_or_default();
            }
        }
    }
    text
}

/// How a signature writes its point in time.
///
/// One scheme has one form. To accept several would open a hole: a timestamp and a nonce are often joined with nothing
/// between them, so that digits could move from one to the other, and an old message become a fresh one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum TimestampForm {
    /// Milliseconds since 1970-01-01 UTC, as 13 digits.
    #[default]
    EpochMillis,
    /// A layout as [`written`] knows it, in UTC.
    Layout(&'static str),
}

impl TimestampForm {
    /// The moment a text means, in milliseconds since 1970-01-01 UTC; `None` if it has not exactly this form.
    ///
    /// ```
    /// use koo_runtime::scheme::timestamp::TimestampForm;
    ///
    /// assert_eq!(TimestampForm::EpochMillis.read("1710686557000"), Some(1_710_686_557_000));
    /// assert_eq!(TimestampForm::EpochMillis.read("1710686557"), None);
    /// let form = TimestampForm::Layout("yyyyMMdd'T'HHmmss'Z'");
    /// assert_eq!(form.read("20240317T144237Z"), Some(1_710_686_557_000));
    /// assert_eq!(form.read("20240231T144237Z"), None);
    /// ```
    pub fn read(self, text: &str) -> Option<i64> {
        match self {
            Self::EpochMillis => Format::EpochMillis
                .matches(text)
                .then(|| text.parse().ok())?,
            Self::Layout(layout) => read(text, layout),
        }
    }

    /// A moment, in milliseconds since 1970-01-01 UTC, in this form.
    pub fn write(self, millis: i64) -> String {
        match self {
            Self::EpochMillis => millis.to_string(),
            Self::Layout(layout) => written(millis, layout),
        }
    }
}

/// The moment a text in a layout means, in milliseconds since 1970-01-01 UTC; `None` if it has not exactly that form.
///
/// ```
/// use koo_runtime::scheme::timestamp::read;
///
/// assert_eq!(read("20240317144237", "yyyyMMddHHmmss"), Some(1_710_686_557_000));
/// assert_eq!(read("20240317", "yyyyMMddHHmmss"), None);
/// ```
pub fn read(text: &str, layout: &str) -> Option<i64> {
    if !Format::Timestamp(&[layout]).matches(text) {
        return None;
    }
    // The text has the layout's length, apart from the quotes.
    let layout: String = layout.chars().filter(|part| *part != '\'').collect();
    let part = |name: &str| -> Option<i16> {
        let from = layout.find(name)?;
        text.get(from..from + name.len())?.parse().ok()
    };
    let small = |name: &str| part(name).and_then(|number| i8::try_from(number).ok());
    let time = DateTime::new(
        part("yyyy")?,
        small("MM")?,
        small("dd")?,
        small("HH").unwrap_or(0),
        small("mm").unwrap_or(0),
        small("ss").unwrap_or(0),
        i32::from(part("SSS").unwrap_or(0)) * 1_000_000,
    );
    let moment = time.ok()?.to_zoned(TimeZone::UTC).ok()?;
    Some(moment.timestamp().as_millisecond())
}
