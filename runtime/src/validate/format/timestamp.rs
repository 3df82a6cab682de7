//! Points in time, written out.

/// What a run of letters in a layout stands for, and the numbers it allows.
struct Part {
    letters: &'static str,
    kind: Kind,
    least: u16,
    most: u16,
}

#[derive(Clone, Copy)]
enum Kind {
    Year,
    Month,
    Day,
    Other,
}

impl Part {
    const fn new(letters: &'static str, kind: Kind, least: u16, most: u16) -> Self {
        Self {
            letters,
            kind,
            least,
            most,
        }
    }
}

static YEAR: Part = Part::new("yyyy", Kind::Year, 1, 9999);
static MONTH: Part = Part::new("MM", Kind::Month, 1, 12);
static DAY: Part = Part::new("dd", Kind::Day, 1, 31);
static HOUR: Part = Part::new("HH", Kind::Other, 0, 23);
static MINUTE: Part = Part::new("mm", Kind::Other, 0, 59);
// No leap second: what receives the text seldom knows them.
static SECOND: Part = Part::new("ss", Kind::Other, 0, 59);
static MILLISECOND: Part = Part::new("SSS", Kind::Other, 0, 999);

/// The part that a layout begins with. Every check of a text asks, so it has to be quick.
#[inline]
const fn part(layout: &[u8]) -> Option<&'static Part> {
    Some(match layout {
        [b'y', b'y', b'y', b'y', ..] => &YEAR,
        [b'M', b'M', ..] => &MONTH,
        [b'd', b'd', ..] => &DAY,
        [b'H', b'H', ..] => &HOUR,
        [b'm', b'm', ..] => &MINUTE,
        [b's', b's', ..] => &SECOND,
        [b'S', b'S', b'S', ..] => &MILLISECOND,
        _ => return None,
    })
}

/// Whether `layout` can be used in [`Format::Timestamp`](super::Format::Timestamp): that it has at least one of
/// `yyyy`, `MM`, `dd`, `HH`, `mm`, `ss` and `SSS`, and no other letters but `T`, `Z` and what is between single quotes.
///
/// ```
/// use koo_runtime::validate::layout_is_known;
///
/// assert!(layout_is_known("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'"));
/// assert!(!layout_is_known("dd MMM yy"));
/// ```
pub fn layout_is_known(layout: &str) -> bool {
    let mut rest = layout;
    let mut parts = 0;
    while let Some((step, after)) = next_step(rest) {
        match step {
            Step::Part(_) => parts += 1,
            Step::Literal(_) => {}
        }
        rest = after;
    }
    rest.is_empty() && parts > 0
}

enum Step<'a> {
    Part(&'static Part),
    Literal(&'a str),
}

/// Takes the first step off `layout`. `None` at the end, or at something unknown.
#[inline]
fn next_step(layout: &str) -> Option<(Step<'_>, &str)> {
    if let Some(part) = part(layout.as_bytes())
        && let Some((letters, rest)) = layout.split_at_checked(part.letters.len())
        // A whole run of one letter must be a part: "MMM" is not a month and an M.
        && rest.as_bytes().first() != letters.as_bytes().first()
    {
        return Some((Step::Part(part), rest));
    }
    literal(layout)
}

fn literal(layout: &str) -> Option<(Step<'_>, &str)> {
    let first = layout.chars().next()?;
    if first == '\'' {
        let (literal, rest) = layout.strip_prefix('\'')?.split_once('\'')?;
        return Some((Step::Literal(literal), rest));
    }
    let run = layout
        .find(|letter| letter != first)
        .unwrap_or(layout.len());
    let (letters, rest) = layout.split_at_checked(run)?;
    let stands_for_itself = !first.is_alphabetic() || matches!(first, 'T' | 'Z');
    stands_for_itself.then_some((Step::Literal(letters), rest))
}

/// Whether `text` is a point in time written as `layout` says, and exists in the calendar.
pub(super) fn matches(text: &str, layout: &str) -> bool {
    !text.is_empty() && read(text, layout).is_some_and(|date| date.exists())
}

/// The date in a text, as far as its layout has one.
#[derive(Default)]
struct Date {
    year: Option<u16>,
    month: Option<u16>,
    day: Option<u16>,
}

fn read(text: &str, layout: &str) -> Option<Date> {
    let mut date = Date::default();
    let (mut text, mut layout) = (text, layout);
    while !layout.is_empty() {
        let (step, layout_rest) = next_step(layout)?;
        layout = layout_rest;
        match step {
            Step::Literal(literal) => text = text.strip_prefix(literal)?,
            Step::Part(part) => {
                let (digits, text_rest) = text.split_at_checked(part.letters.len())?;
                text = text_rest;
                let number =
                    number(digits).filter(|number| (part.least..=part.most).contains(number))?;
                match part.kind {
                    Kind::Year => date.year = Some(number),
                    Kind::Month => date.month = Some(number),
                    Kind::Day => date.day = Some(number),
                    Kind::Other => {}
                }
            }
        }
    }
    text.is_empty().then_some(date)
}

/// At most four digits as a number.
fn number(digits: &str) -> Option<u16> {
    digits.bytes().try_fold(0, |sum, byte| {
        byte.is_ascii_digit()
            .then(|| sum * 10 + u16::from(byte - b'0'))
    })
}

impl Date {
    /// Whether the month has the day. A month of an unknown year may be that of a leap year.
    fn exists(&self) -> bool {
        let (Some(month), Some(day)) = (self.month, self.day) else {
            return true;
        };
        let last = match month {
            2 if self.year.is_none_or(is_leap) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        day <= last
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

/// Whether `text` is 13 digits: a point between September 2001 and November 2286.
pub(super) fn is_epoch_millis(text: &str) -> bool {
    text.len() == 13 && !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{layout_is_known, matches};
    use crate::validate::Format;

    #[test]
    fn compact_layout() {
        let layout = "yyyyMMddHHmmssSSS";
        for text in [
            "20240229000000000",
            "20231231235959999",
            "00010101000000000",
            "20000229120000000",
        ] {
            assert!(matches(text, layout), "{text}");
        }
        for text in [
            "",
            "2024022900000000",   // one digit short
            "202402290000000000", // one too many
            "20230229000000000",  // no leap year
            "19000229000000000",  // a century is none
            "20240431000000000",  // April has 30 days
            "20241301000000000",
            "20240001000000000",
            "20240100000000000",
            "20240132000000000",
            "20240101240000000",
            "20240101006000000",
            "20240101000060000",
            "00000101000000000",
            "2024010100000000x",
            "２0240101000000000",
            "2024-01-01 00:00:00",
        ] {
            assert!(!matches(text, layout), "{text}");
        }
    }

    #[test]
    fn literals() {
        for (text, layout) in [
            ("2024-06-30T12:00:00Z", "yyyy-MM-ddTHH:mm:ssZ"),
            ("2024-06-30T12:00:00.123Z", "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'"),
            ("2024/06/30 12:00", "yyyy/MM/dd HH:mm"),
            ("2024-06-30T12:00:00+08:00", "yyyy-MM-ddTHH:mm:ss+08:00"),
            ("2024年06月30日", "yyyy'年'MM'月'dd'日'"),
            ("12:00", "HH:mm"),
            ("0229", "MMdd"),
        ] {
            assert!(matches(text, layout), "{text} {layout}");
            assert!(layout_is_known(layout), "{layout}");
        }
        assert!(!matches("2024-06-31T12:00:00Z", "yyyy-MM-ddTHH:mm:ssZ"));
        assert!(!matches("2024-06-30T12:00:00", "yyyy-MM-ddTHH:mm:ssZ"));
        assert!(!matches("0230", "MMdd"));
    }

    #[test]
    fn unknown_layouts_match_nothing() {
        for layout in [
            "",
            "-",
            "yy-MM-dd",
            "dd MMM yyyy",
            "yyyy-MM-dd'T",
            "yyyyMMdd hh",
            "YYYY",
            "TZ",
        ] {
            assert!(!layout_is_known(layout), "{layout}");
        }
        assert!(!matches("24", "yy"));
        assert!(!matches("2024x", "yyyyx"));
    }

    #[test]
    fn any_layout_will_do() {
        let format = Format::Timestamp(&["yyyyMMdd", "yyyy-MM-dd"]);
        assert!(format.matches("20240101") && format.matches("2024-01-01"));
        assert!(!format.matches("2024/01/01"));
        assert_eq!(
            format.to_string(),
            "a time of the form yyyyMMdd or yyyy-MM-dd"
        );
    }

    #[test]
    fn epoch_millis() {
        assert!(Format::EpochMillis.matches("1700000000000"));
        for text in [
            "",
            "1700000000",
            "0700000000000",
            "170000000000x",
            "17000000000000",
        ] {
            assert!(!Format::EpochMillis.matches(text), "{text}");
        }
    }
    /// Days since 1970, counted another way: by Howard Hinnant's algorithm and its inverse, which only a date that
    /// exists survives.
    fn exists(year: i64, month: i64, day: i64) -> bool {
        let from_march = if month > 2 { month - 3 } else { month + 9 };
        let shifted = if month <= 2 { year - 1 } else { year };
        let era = shifted.div_euclid(400);
        let year_of_era = shifted - era * 400;
        let day_of_year = (153 * from_march + 2) / 5 + day - 1;
        let days =
            era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

        let era = days.div_euclid(146_097);
        let day_of_era = days - era * 146_097;
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let back = (
            year_of_era + era * 400 + i64::from(from_march >= 10),
            if from_march < 10 {
                from_march + 3
            } else {
                from_march - 9
            },
            day_of_year - (153 * from_march + 2) / 5 + 1,
        );
        back == (year, month, day)
    }

    #[test]
    fn every_day_of_five_centuries() {
        for year in 1800..2300 {
            for month in 1..=12 {
                for day in 27..=31 {
                    let text = format!("{year}{month:02}{day:02}");
                    assert_eq!(
                        matches(&text, "yyyyMMdd"),
                        exists(year, month, day),
                        "{text}"
                    );
                }
            }
        }
    }
}
