//! Holds a JSON payload against the parameters of an interface.
//!
//! The rules are those of `koo_runtime::validate`, so that the interpreter and generated validators say the same.

use koo_runtime::Decimal;
use koo_runtime::validate::{self, Limit, Path, Rule, Violation, Violations, rules};
use serde_json::{Map, Value};

use crate::catalogue::{
    Condition, Family, Format, LengthUnit, Limits, Parameter, Presence, SiteDifference, Type,
};

/// What is wrong with a payload, and what it has beyond the contract.
#[derive(Debug, Default)]
pub struct Findings {
    /// Broken rules.
    pub violations: Violations,
    /// JSON pointers of members the contract does not name.
    pub unknown: Vec<String>,
}

/// Rule of a value whose JSON type is not the documented one.
pub const WRONG_TYPE: Rule = Rule::Custom("type");

/// What is wrong, in words, with its place; the rule about kinds has no words in the runtime.
pub fn explain(violation: &Violation) -> String {
    match violation.limit() {
        Some(Limit::Format(expected)) if violation.rule() == WRONG_TYPE => {
            match violation.pointer() {
                "" => format!("it must be {expected}"),
                _ => format!("{}: must be {expected}", violation.path()),
            }
        }
        _ => violation.to_string(),
    }
}

/// Checks a JSON object against sibling parameters, as one site documents them or, without a site, as any does.
pub fn check(
    family: &Family,
    parameters: &[&Parameter],
    site: Option<&str>,
    payload: &Value,
) -> Findings {
    let mut findings = Findings::default();
    match payload {
        Value::Object(members) => {
            Checker { family, site }.object(
                &parameters.iter().copied(),
                members,
                &Path::root(),
                &mut findings,
            );
        }
        _ => wrong_type(&Path::root(), "a JSON object", &mut findings),
    }
    findings
}

struct Checker<'a> {
    family: &'a Family,
    site: Option<&'a str>,
}

impl Checker<'_> {
    fn object<'p>(
        &self,
        parameters: &(impl Iterator<Item = &'p Parameter> + Clone),
        members: &Map<String, Value>,
        at: &Path<'_>,
        findings: &mut Findings,
    ) {
        let documented = parameters
            .clone()
            .filter(|parameter| self.is_documented(parameter));
        for parameter in documented {
            let here = at.field(&parameter.name);
            match members.get(&parameter.name) {
                None | Some(Value::Null) => self.absent(parameter, members, &here, findings),
                Some(value) => {
                    self.value(parameter, &parameter.r#type.value, value, here, findings);
                }
            }
        }
        for name in members.keys() {
            if !parameters.clone().any(|parameter| parameter.name == *name) {
                findings.unknown.push(at.field(name).to_pointer());
            }
        }
    }

    /// Whether the site documents the parameter at all.
    fn is_documented(&self, parameter: &Parameter) -> bool {
        let Some(site) = self.site else { return true };
        parameter.sites.is_empty() || parameter.sites.iter().any(|known| known.value == site)
    }

    fn difference<'p>(&self, parameter: &'p Parameter) -> Option<&'p SiteDifference> {
        self.site.and_then(|site| parameter.differences.get(site))
    }

    fn absent(
        &self,
        parameter: &Parameter,
        members: &Map<String, Value>,
        here: &Path<'_>,
        findings: &mut Findings,
    ) {
        let presence = self
            .difference(parameter)
            .and_then(|site| site.presence.as_ref())
            .unwrap_or(&parameter.presence);
        match presence {
            Presence::Mandatory => findings
                .violations
                .push(Violation::new(here, Rule::Required)),
            Presence::Conditional {
                when: Some(when), ..
            } if holds(&when.value, members) => {
                let condition = Limit::Condition(describe(&when.value));
                findings
                    .violations
                    .push(Violation::new(here, Rule::Required).with_limit(condition));
            }
            Presence::Conditional { .. } | Presence::Optional => {}
        }
    }

    fn value(
        &self,
        parameter: &Parameter,
        r#type: &Type,
        value: &Value,
        here: Path<'_>,
        findings: &mut Findings,
    ) {
        match r#type {
            Type::List(inner) => match value {
                Value::Array(elements) => {
                    items(elements.len(), &parameter.limits, here, findings);
                    for (index, element) in elements.iter().enumerate() {
                        self.value(parameter, inner, element, here.index(index), findings);
                    }
                }
                _ => wrong_type(&here, "a list", findings),
            },
            Type::Map(inner) => match value {
                Value::Object(members) => {
                    items(members.len(), &parameter.limits, here, findings);
                    for (name, member) in members {
                        self.value(parameter, inner, member, here.field(name), findings);
                    }
                }
                _ => wrong_type(&here, "an object", findings),
            },
            Type::Any => {}
            Type::Boolean => {
                if !matches!(value, Value::Bool(_)) {
                    wrong_type(&here, "true or false", findings);
                }
            }
            Type::Object(_) | Type::Named(_) if self.family.fields_of(r#type).is_some() => {
                match value {
                    Value::Object(members) => {
                        let fields = self.family.fields_of(r#type).unwrap_or_default();
                        self.object(&fields.iter(), members, &here, findings);
                    }
                    _ => wrong_type(&here, "an object", findings),
                }
            }
            _ => self.scalar(parameter, r#type, value, here, findings),
        }
    }

    fn scalar(
        &self,
        parameter: &Parameter,
        r#type: &Type,
        value: &Value,
        here: Path<'_>,
        findings: &mut Findings,
    ) {
        let is_number = matches!(r#type, Type::Integer | Type::Decimal { .. });
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Number(number) if is_number => number.to_string(),
            _ => return wrong_type(&here, if is_number { "a number" } else { "text" }, findings),
        };
        if *r#type == Type::Integer && text.parse::<i64>().is_err() {
            return wrong_type(&here, "a whole number", findings);
        }
        self.limits(parameter, &text, here, findings);
        if let Some(held) = &parameter.holds {
            match serde_json::from_str::<Value>(&text) {
                Ok(inside) => self.value(parameter, &held.value, &inside, here, findings),
                Err(_) => wrong_type(&here, "JSON text", findings),
            }
        }
        if let Type::Decimal { precision, scale } = r#type {
            rules::decimal(
                text.as_str(),
                *precision,
                *scale,
                here,
                &mut findings.violations,
            );
        }
        self.listed(parameter, &text, here, findings);
        let format = self
            .difference(parameter)
            .and_then(|site| site.format.as_ref())
            .or(parameter.format.as_ref());
        if let Some(format) = format {
            with_format(format, |format| {
                rules::format(text.as_str(), format, here, &mut findings.violations);
            });
        }
    }

    fn limits(&self, parameter: &Parameter, text: &str, here: Path<'_>, findings: &mut Findings) {
        let limits = &parameter.limits;
        let violations = &mut findings.violations;
        let unit = unit(limits.unit);
        let max = self
            .difference(parameter)
            .and_then(|site| site.max_length)
            .unwrap_or(limits.max_length);
        if let (Some(max), None) = (max.number(), &limits.advisory) {
            rules::max_length(text, to_usize(max), unit, here, violations);
        }
        if let Some(min) = limits.min_length {
            rules::min_length(text, to_usize(min), unit, here, violations);
        }
        if let Ok(number) = text.parse::<Decimal>() {
            if let Some(bound) = limits.minimum.as_ref().and_then(|bound| bound.parse().ok()) {
                rules::minimum(&number, bound, here, violations);
            }
            if let Some(bound) = limits.maximum.as_ref().and_then(|bound| bound.parse().ok()) {
                rules::maximum(&number, bound, here, violations);
            }
        }
    }

    fn listed(&self, parameter: &Parameter, text: &str, here: Path<'_>, findings: &mut Findings) {
        let of_site = self
            .difference(parameter)
            .and_then(|site| site.values.as_ref());
        let allowed: Vec<&str> = match of_site {
            // The codes a reply lists are those with a special meaning; the family's others may be answered too.
            _ if matches!(parameter.r#type.value.innermost(), Type::ResultCode) => {
                let mut codes: Vec<_> = self.family.codes.keys().map(String::as_str).collect();
                codes.sort_unstable();
                codes
            }
            Some(values) => values.iter().map(|value| value.value.as_str()).collect(),
            None => self
                .family
                .values_of(parameter)
                .iter()
                .map(|value| value.value.as_str())
                .collect(),
        };
        if !allowed.is_empty() {
            rules::one_of(text, &allowed, here, &mut findings.violations);
        }
    }
}

fn items(count: usize, limits: &Limits, here: Path<'_>, findings: &mut Findings) {
    let wrong = |rule, limit: u64| {
        Violation::new(&here, rule)
            .with_limit(Limit::Items(to_usize(limit)))
            .with_actual(validate::Actual::Items(count))
    };
    if let Some(max) = limits.max_items.number().filter(|max| count as u64 > *max) {
        findings.violations.push(wrong(Rule::MaxItems, max));
    }
    if let Some(min) = limits.min_items.filter(|min| (count as u64) < *min) {
        findings.violations.push(wrong(Rule::MinItems, min));
    }
}

fn wrong_type(at: &Path<'_>, expected: &str, findings: &mut Findings) {
    findings
        .violations
        .push(Violation::new(at, WRONG_TYPE).with_limit(Limit::Format(expected.to_owned())));
}

/// Whether a condition holds among the members of one object.
pub fn holds(condition: &Condition, members: &Map<String, Value>) -> bool {
    match condition {
        Condition::Present(name) => members
            .get(&name.value)
            .is_some_and(|value| !value.is_null()),
        Condition::OneOf(name, values) => {
            let text = match members.get(&name.value) {
                Some(Value::String(text)) => text.clone(),
                Some(value @ (Value::Number(_) | Value::Bool(_))) => value.to_string(),
                _ => return false,
            };
            values.iter().any(|value| value.value == text)
        }
        Condition::Not(inner) => !holds(inner, members),
        Condition::All(parts) => parts.iter().all(|part| holds(part, members)),
        Condition::Any(parts) => parts.iter().any(|part| holds(part, members)),
    }
}

/// A condition in the words of the spec language.
pub fn describe(condition: &Condition) -> String {
    let join = |parts: &[Condition], operator: &str| {
        let parts: Vec<_> = parts
            .iter()
            .map(|part| match part {
                Condition::All(_) | Condition::Any(_) => format!("({})", describe(part)),
                _ => describe(part),
            })
            .collect();
        parts.join(operator)
    };
    match condition {
        Condition::Present(name) => format!("present({})", name.value),
        Condition::OneOf(name, values) => match values.as_slice() {
            [value] => format!("{} == \"{}\"", name.value, value.value),
            values => {
                let values: Vec<_> = values
                    .iter()
                    .map(|value| format!("\"{}\"", value.value))
                    .collect();
                format!("one_of({}, {})", name.value, values.join(", "))
            }
        },
        Condition::Not(inner) => match &**inner {
            Condition::OneOf(name, values) if values.len() == 1 => {
                let value = values
                    .first()
                    .map(|value| value.value.as_str())
                    .unwrap_or_default();
                format!("{} != \"{value}\"", name.value)
            }
            inner => format!("!({})", describe(inner)),
        },
        Condition::All(parts) => join(parts, " && "),
        Condition::Any(parts) => join(parts, " || "),
    }
}

/// Calls `check` with the runtime's form of a format.
fn with_format(format: &Format, check: impl FnOnce(validate::Format<'_>)) {
    match format {
        Format::Url => check(validate::Format::Url),
        Format::Uuid => check(validate::Format::Uuid),
        Format::Hex => check(validate::Format::Hex),
        Format::Base64 => check(validate::Format::Base64),
        Format::Json => check(validate::Format::Json),
        Format::UrlencodedBase64Json => check(validate::Format::UrlEncodedBase64Json),
        Format::EpochMillis => check(validate::Format::EpochMillis),
        Format::Timestamp(timestamp) => {
            let layouts: Vec<&str> = timestamp.layouts.iter().map(String::as_str).collect();
            check(validate::Format::Timestamp(&layouts));
        }
        Format::CommaList { max_items, each } => check(validate::Format::CommaList {
            max_items: Some(to_usize(*max_items)),
            max_chars_each: each.map(to_usize),
        }),
    }
}

const fn unit(unit: LengthUnit) -> validate::LengthUnit {
    match unit {
        LengthUnit::Characters => validate::LengthUnit::Characters,
        LengthUnit::Bytes => validate::LengthUnit::Bytes,
        LengthUnit::Utf16 => validate::LengthUnit::Utf16,
    }
}

fn to_usize(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
