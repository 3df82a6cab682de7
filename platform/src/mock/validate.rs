//! Holds the parameters of a call against the contract.

use koo_runtime::validate::Violation;
use koo_spec::catalogue::{Answer, CodeRole, Location, Parameter};
use koo_spec::interpret::payload;
use serde_json::Value;

use super::answer::code_for;
use super::request::Parameters;
use super::served::Served;

/// What is to be said about the parameters of a call.
#[derive(Default)]
pub(super) struct Checked<'a> {
    /// What departs from the contract without being refused.
    pub(super) remarks: Vec<String>,
    /// Why the call is refused, with the answer if one is written down.
    pub(super) refused: Option<(String, Option<&'a Answer>)>,
}

/// Checks the parameters place by place. A wrong header is refused only where the catalogue says so, an unknown
/// parameter only where the interface has a code for wrong parameters.
pub(super) fn validate<'a>(
    served: Served<'a>,
    site: Option<&str>,
    parameters: &Parameters,
) -> Checked<'a> {
    let mut checked = Checked::default();
    let carried: Vec<&str> = served.carried_names().collect();
    let has_code = code_for(served, CodeRole::Parameter).is_some();
    for location in Location::ALL {
        let documented: Vec<&Parameter> = served
            .at(location)
            .filter(|it| location != Location::Header || !is_carried(&carried, &it.name))
            .collect();
        let members = Value::Object(parameters.at(location));
        let findings = payload::check(served.family, &documented, site, &members);
        for violation in &findings.violations {
            let reason = payload::explain(violation);
            let written = written_for(served, violation);
            if location == Location::Header && written.is_none() {
                checked.remarks.push(format!("header {reason}"));
            } else if checked.refused.is_none() {
                checked.refused = Some((reason, written));
            } else {
                checked.remarks.push(reason);
            }
        }
        for pointer in &findings.unknown {
            let name = pointer.trim_start_matches('/');
            let at_top = !name.contains('/');
            let is_carried = at_top && is_carried(&carried, name);
            if is_carried || location == Location::Header || location == Location::Path {
                continue;
            }
            let reason = format!("{name}: the contract names no such parameter");
            if has_code && checked.refused.is_none() {
                let behaviour = served.behaviour();
                let written = behaviour.and_then(|it| it.refuse.parameter.as_ref());
                checked.refused = Some((reason, written));
            } else {
                checked.remarks.push(reason);
            }
        }
    }
    checked
}

fn is_carried(carried: &[&str], name: &str) -> bool {
    carried.iter().any(|it| it.eq_ignore_ascii_case(name))
}

/// The answer that the catalogue writes down for a violation: that of the parameter or of what holds it, that of the
/// rule, or that of all parameters but headers.
fn written_for<'a>(served: Served<'a>, violation: &Violation) -> Option<&'a Answer> {
    let refuse = &served.behaviour()?.refuse;
    let rule = violation.rule().to_string();
    let names = violation.pointer().split('/').skip(1);
    let names: Vec<&str> = names
        .filter(|name| name.parse::<usize>().is_err())
        .collect();
    let paths = (1..=names.len())
        .rev()
        .filter_map(|depth| names.get(..depth));
    let of_parameter = paths.map(|path| path.join(".")).find_map(|path| {
        let exact = refuse.parameters.get(&format!("{path}:{rule}"));
        exact.or_else(|| refuse.parameters.get(&path))
    });
    let mut headers = served.at(Location::Header);
    let is_header = headers.any(|it| names.first() == Some(&it.name.as_str()));
    let of_rule = refuse.parameters.get(&format!(":{rule}"));
    of_parameter
        .or_else(|| of_rule.filter(|_| !is_header))
        .map(|(_, answer)| answer)
        .or_else(|| refuse.parameter.as_ref().filter(|_| !is_header))
}
