//! One row of a table against one parameter.

use koo_spec::catalogue::{Family, Format, Length, Parameter, Type};

use super::known::{same_mark, says_length, says_mark};
use super::target::{Target, unprojected};
use super::{Checked, Draft};
use crate::clean::{clean, has_word};
use crate::difference::{Kind, Level};
use crate::page::{Cell, Piece};
use crate::patch::{Fix, NewFacts, Setting};
use crate::table::cell::{self, Stated};
use crate::table::columns::Column;
use crate::table::{Facts, Row, kind, listed};

/// Compares a row with a parameter.
pub(super) fn compare(
    facts: &Facts,
    row: &Row,
    parameter: &Parameter,
    target: &Target<'_>,
    lost_case: bool,
    checked: &mut Checked<'_>,
) {
    let mut row = Compared {
        facts,
        row,
        parameter,
        target,
        lost_case,
        checked,
    };
    row.name();
    row.mark();
    row.r#type();
    row.length();
    row.values();
}

/// What a row states, for a parameter that the spec does not have yet.
pub(super) fn facts(facts: &Facts, row: &Row, family: &Family) -> NewFacts {
    let text = |column| row.cell(column).map(Cell::text).unwrap_or_default();
    let printed = kind::read(&text(Column::Type));
    NewFacts {
        mark: cell::mark(&text(Column::Required)),
        r#type: printed
            .as_ref()
            .and_then(|(kind, _)| kind.expression(family)),
        printed_type: text(Column::Type),
        max_length: match length(facts, row) {
            Some((Stated::AtMost(limit), _)) => Some(limit),
            _ => None,
        },
        values: values(row).into_iter().map(|value| value.text).collect(),
    }
}

/// The stated longest text and where it is stated; nothing if the table has no place for it.
fn length(facts: &Facts, row: &Row) -> Option<(Stated, Piece)> {
    let piece = |cell: &Cell| Piece {
        text: cell.text(),
        at: cell.place(),
    };
    if facts.has(Column::Length) {
        let cell = row.cell(Column::Length)?;
        return Some((cell::length(&cell.text()), piece(cell)));
    }
    if let Some(cell) = row.cell(Column::Type)
        && let Some((_, Some(limit))) = kind::read(&cell.text())
    {
        return Some((Stated::AtMost(limit), piece(cell)));
    }
    [Column::Range, Column::Description]
        .into_iter()
        .filter_map(|column| row.cell(column))
        .flat_map(|cell| &cell.lines)
        .find_map(|line| Some((Stated::AtMost(cell::phrase(&line.text)?), line.clone())))
}

/// The listed values.
fn values(row: &Row) -> Vec<Piece> {
    let in_range = row
        .cell(Column::Range)
        .map(listed::in_range)
        .unwrap_or_default();
    if !in_range.is_empty() {
        return in_range;
    }
    row.cell(Column::Description)
        .map(listed::in_description)
        .unwrap_or_default()
}

struct Compared<'a, 'b, 'c> {
    facts: &'a Facts,
    row: &'a Row,
    parameter: &'a Parameter,
    target: &'a Target<'b>,
    lost_case: bool,
    checked: &'a mut Checked<'c>,
}

impl Compared<'_, '_, '_> {
    #[expect(clippy::too_many_arguments, reason = "the parts of one difference")]
    fn report(
        &mut self,
        kind: Kind,
        level: Level,
        key: &str,
        message: String,
        printed: Piece,
        specified: String,
        fix: Option<Fix>,
    ) {
        let span = self.parameter.span;
        let site = self.checked.recognised.site.as_deref();
        let in_spec = self.checked.written.value(span, key, site).unwrap_or(span);
        self.checked.report(Draft {
            kind,
            level,
            family: self.target.family.id.clone(),
            interface: Some(self.target.interface.id.clone()),
            of: self.target.of.clone(),
            name: self.parameter.name.clone(),
            message,
            at: printed.at,
            printed: printed.text,
            in_spec: Some(in_spec),
            specified,
            fix,
        });
    }

    fn setting(&self, setting: Setting) -> Fix {
        Fix::Set {
            parameter: self.parameter.span,
            setting,
        }
    }

    fn cell(&self, column: Column) -> Option<(String, Piece)> {
        let cell = self.row.cell(column)?;
        let text = cell.text();
        let piece = Piece {
            text: text.clone(),
            at: cell.place(),
        };
        Some((text, piece))
    }

    fn name(&mut self) {
        let printed = self
            .row
            .name
            .text
            .rsplit('.')
            .next()
            .unwrap_or_default()
            .trim_end_matches("[]")
            .to_owned();
        let name = self.parameter.name.clone();
        if printed == name || self.lost_case {
            return;
        }
        let message = format!("the page spells the name `{printed}`, the spec `{name}`");
        let fix = Fix::Refused {
            why: "the letter case of a name is not changed by itself: look at the examples of the page first".to_owned(),
        };
        self.report(
            Kind::Name,
            Level::Problem,
            "",
            message,
            self.row.name.clone(),
            name,
            Some(fix),
        );
    }

    fn mark(&mut self) {
        let Some((text, piece)) = self.cell(Column::Required) else {
            return;
        };
        let Some(mark) = cell::mark(&text) else {
            if text.chars().any(char::is_alphanumeric) {
                let specified = self.parameter.presence.letter().to_owned();
                let message =
                    format!("the mark `{text}` is not understood; the spec has {specified}");
                self.report(
                    Kind::Required,
                    Level::Note,
                    "required",
                    message,
                    piece,
                    specified,
                    None,
                );
            }
            return;
        };
        if same_mark(&self.parameter.presence, mark) {
            return;
        }
        let level = self
            .checked
            .level(self.parameter, |reading| says_mark(reading, mark));
        let specified = self.parameter.presence.letter().to_owned();
        let message = format!("the page marks it {}, the spec {specified}", mark.letter());
        let fix = self.setting(Setting::Required(mark));
        self.report(
            Kind::Required,
            level,
            "required",
            message,
            piece,
            specified,
            Some(fix),
        );
    }

    fn r#type(&mut self) {
        let Some((text, piece)) = self.cell(Column::Type) else {
            return;
        };
        let expression = self.parameter.r#type.value.expression();
        let Some((printed, _)) = kind::read(&text) else {
            if text.chars().any(char::is_alphanumeric) {
                let message =
                    format!("the type `{text}` is not understood; the spec has `{expression}`");
                self.report(
                    Kind::Type,
                    Level::Note,
                    "type",
                    message,
                    piece,
                    expression,
                    None,
                );
            }
            return;
        };
        if printed.agrees(self.target.family, self.parameter, self.lost_case) {
            return;
        }
        let level = self.checked.level(self.parameter, |reading| {
            reading.r#type.as_deref().is_some_and(|known| {
                kind::read(known).is_some_and(|(known, _)| known == printed) || clean(known) == text
            })
        });
        let message = format!("the page has the type `{text}`, the spec `{expression}`");
        let fix = match printed.expression(self.target.family) {
            Some(expression) => self.setting(Setting::Type(expression)),
            None => Fix::Refused {
                why: format!("`{text}` does not say which type of the spec language it is"),
            },
        };
        self.report(
            Kind::Type,
            level,
            "type",
            message,
            piece,
            expression,
            Some(fix),
        );
    }

    fn length(&mut self) {
        let Some((stated, piece)) = length(self.facts, self.row) else {
            return;
        };
        let limits = &self.parameter.limits;
        let known = limits.max_length;
        let is_list = matches!(self.parameter.r#type.value, Type::List(_) | Type::Map(_))
            || matches!(self.parameter.format, Some(Format::CommaList { .. }));
        let agrees = match (stated, known) {
            (Stated::AtMost(limit), Length::AtMost(known)) if limit == known => true,
            (Stated::AtMost(limit), _) if is_list => {
                let items = match &self.parameter.format {
                    Some(Format::CommaList { max_items, each }) => [Some(*max_items), *each],
                    _ => [limits.max_items.number(), None],
                };
                items.contains(&Some(limit)) || !self.facts.has(Column::Length)
            }
            (Stated::Unlimited, Length::Unlimited)
            | (Stated::Nothing, Length::Unknown | Length::Unlimited) => true,
            _ => false,
        };
        if agrees {
            return;
        }
        let specified = match known {
            Length::AtMost(number) => number.to_string(),
            Length::Unlimited => "unlimited".to_owned(),
            Length::Unknown => "unknown".to_owned(),
        };
        let (what, length) = match stated {
            Stated::AtMost(limit) => (limit.to_string(), Length::AtMost(limit)),
            Stated::Unlimited => ("unlimited".to_owned(), Length::Unlimited),
            Stated::Nothing => ("nothing".to_owned(), Length::Unknown),
            Stated::Unclear => {
                let message = format!(
                    "the length `{}` is not understood; the spec has {specified}",
                    piece.text
                );
                self.report(
                    Kind::Length,
                    Level::Note,
                    "max_length",
                    message,
                    piece,
                    specified,
                    None,
                );
                return;
            }
        };
        let level = self
            .checked
            .level(self.parameter, |reading| says_length(reading, stated));
        let message = format!("the page gives {what} as the maximum length, the spec {specified}");
        let fix = self.setting(Setting::MaxLength(length));
        self.report(
            Kind::Length,
            level,
            "max_length",
            message,
            piece,
            specified,
            Some(fix),
        );
    }

    fn values(&mut self) {
        let printed = values(self.row);
        let is_code = *self.parameter.r#type.value.innermost() == Type::ResultCode;
        let known = self.known_values();
        let Some(first) = printed.first().cloned() else {
            return;
        };
        if known.is_empty()
            && (is_code
                || printed.len() < 2
                || matches!(self.parameter.r#type.value, Type::Boolean))
        {
            return;
        }
        let same = |left: &str, right: &str| {
            left == right || self.lost_case && left.eq_ignore_ascii_case(right)
        };
        let selected = self
            .target
            .interface
            .select
            .get(&self.parameter.name)
            .map(|value| value.value.clone());
        let all: Vec<_> = self
            .target
            .family
            .values_of(self.parameter)
            .iter()
            .map(|value| value.value.clone())
            .chain(self.target.family.codes.keys().filter(|_| is_code).cloned())
            .collect();
        let (known, accepted) = match &selected {
            Some(selected) => (vec![selected.clone()], all),
            None if is_code => (known, all),
            None => (known.clone(), known),
        };
        let text = self.row.text();
        let added: Vec<_> = printed
            .iter()
            .filter(|value| {
                // Values such as `application/json;charset=utf8` look like several.
                let is_part = |known: &String| {
                    known.contains(['/', ';']) && has_word(known, &value.text, true)
                };
                !accepted
                    .iter()
                    .chain(&known)
                    .any(|known| same(known, &value.text) || is_part(known))
            })
            .map(|value| value.text.clone())
            .collect();
        let removed: Vec<_> = known
            .iter()
            .filter(|value| !has_word(&text, value, self.lost_case))
            .cloned()
            .collect();
        if added.is_empty() && removed.is_empty() {
            return;
        }
        let list = |values: &[String]| values.join(", ");
        let page_values: Vec<_> = printed.iter().map(|value| value.text.clone()).collect();
        let level = self.checked.level(self.parameter, |reading| {
            reading.values.as_ref().is_some_and(|known| {
                known.iter().all(|value| page_values.contains(value))
                    && page_values.iter().all(|value| known.contains(value))
            })
        });
        let mut parts = Vec::new();
        if !added.is_empty() {
            parts.push(format!("the page also lists {}", list(&added)));
        }
        if !removed.is_empty() {
            parts.push(format!("the page does not list {}", list(&removed)));
        }
        let at = printed
            .iter()
            .find(|value| added.contains(&value.text))
            .map_or(first.at, |value| value.at.clone());
        let piece = Piece {
            text: list(&page_values),
            at,
        };
        let keep: Vec<_> = known
            .iter()
            .filter(|value| !removed.contains(value))
            .chain(&added)
            .cloned()
            .collect();
        let fix = if selected.is_some() || is_code {
            Fix::Refused {
                why: "these values tell interfaces or outcomes apart; change the spec by hand"
                    .to_owned(),
            }
        } else {
            Fix::Values {
                parameter: self.parameter.span,
                added,
                keep: (!removed.is_empty()).then_some(keep),
            }
        };
        self.report(
            Kind::Values,
            level,
            "values",
            parts.join("; "),
            piece,
            list(&known),
            Some(fix),
        );
    }

    /// The values the spec lists for the site.
    fn known_values(&self) -> Vec<String> {
        let whole = self
            .checked
            .catalogue
            .family(&self.target.family.id)
            .and_then(|family| unprojected(family, self.parameter.span));
        let of_site = self
            .checked
            .recognised
            .site
            .as_ref()
            .and_then(|site| whole?.differences.get(site)?.values.as_ref());
        match of_site {
            Some(values) => values.iter().map(|value| value.value.clone()).collect(),
            None => self
                .target
                .family
                .values_of(self.parameter)
                .iter()
                .map(|value| value.value.clone())
                .collect(),
        }
    }
}
