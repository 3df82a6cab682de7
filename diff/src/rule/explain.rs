//! The texts of `koo diff --explain` and `koo diff --rules`.

use std::fmt::Write as _;

use super::{Roles, Rule};
use crate::party::{Direction, Party, Severity, Side};

/// One rule: what it finds, who breaks and why, and the severities by direction and party.
pub fn explain(rule: Rule) -> String {
    let mut text = format!("{} {}\n\n", rule.code(), rule.name());
    let about = match rule {
        Rule::Parameter(side, _) => format!("A parameter of a {side}: {}.", rule.title()),
        Rule::Contract(_) => format!("{}.", capitalised(rule.title())),
    };
    let (from, to) = match rule.roles() {
        Roles::Message => ("sender", "receiver"),
        Roles::Call => ("caller", "called side"),
    };
    let _ = write!(text, "{about}\n\n{}\n\n", rule.why());
    let entry = rule.entry();
    let _ = writeln!(text, "{from}: {}, {to}: {}", entry.from, entry.to);
    let _ = writeln!(text, "generated crate: at most {}", entry.semver.as_str());
    let sides: &[Side] = match (rule, rule.roles()) {
        (Rule::Parameter(side, _), _) => &[side],
        (_, Roles::Call) => &[Side::Request],
        (_, Roles::Message) => &[Side::Request, Side::Reply],
    };
    for side in sides {
        let heading = match rule.roles() {
            Roles::Message => format!("direction, {side}"),
            Roles::Call => "direction".to_owned(),
        };
        let _ = write!(text, "\n{heading:<34}");
        for party in Party::ALL {
            let _ = write!(text, "{party:<17}");
        }
        for direction in Direction::ALL {
            let _ = write!(text, "\n{direction:<34}");
            for party in Party::ALL {
                let word = match rule.severity(direction, *side, party) {
                    Severity::None => "-",
                    severity => severity.as_str(),
                };
                let _ = write!(text, "{word:<17}");
            }
        }
        text.push('\n');
    }
    text.lines()
        .map(|line| line.trim_end().to_owned() + "\n")
        .collect()
}

/// All rules, a line each.
pub fn list() -> String {
    let mut text = String::new();
    for rule in Rule::all() {
        let entry = rule.entry();
        let (from, to) = match rule.roles() {
            Roles::Message => ("sender", "receiver"),
            Roles::Call => ("caller", "called"),
        };
        let severities = format!("{from} {}, {to} {}", entry.from, entry.to);
        let _ = writeln!(
            text,
            "{}  {:<44}  {severities:<36}  {:<5}  {}",
            rule.code(),
            rule.name(),
            entry.semver.as_str(),
            rule.title()
        );
    }
    text
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
