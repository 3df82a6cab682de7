//! Scenarios: what they call, send, expect and keep must exist.

use serde_json::Value;

use super::reference::undefined;
use crate::catalogue::{
    Catalogue, Direction, Family, Interface, Location, Parameter, Placed, Scenario, ScenarioRecord,
    ScenarioStep, ValueSource, value_names,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::source::Span;

/// Most calls of one step.
const MOST_CALLS: u64 = 1000;

pub(super) fn check(catalogue: &Catalogue, family: &Family, found: &mut Diagnostics) {
    for scenario in family.scenarios.values() {
        let mut checker = Checker {
            catalogue,
            family,
            known: Vec::new(),
            found,
        };
        checker.scenario(scenario);
    }
}

struct Checker<'a> {
    catalogue: &'a Catalogue,
    family: &'a Family,
    /// Names of values so far.
    known: Vec<&'a str>,
    found: &'a mut Diagnostics,
}

impl<'a> Checker<'a> {
    fn scenario(&mut self, scenario: &'a Scenario) {
        let products = self.family.products.keys().map(String::as_str);
        for product in &scenario.products {
            if !self.family.products.contains_key(&product.value) {
                self.unknown(
                    Rule::UnknownReference,
                    "no product",
                    product,
                    products.clone(),
                );
            }
        }
        for (name, value) in &scenario.values {
            match &value.source {
                ValueSource::Text(text) => self.text(&text.value, text.span),
                ValueSource::Like(like) | ValueSource::FromNow { like, .. } => {
                    self.like(like, matches!(value.source, ValueSource::FromNow { .. }));
                }
            }
            self.define(name, value.span);
        }
        for record in &scenario.records {
            self.record(record);
        }
        for step in &scenario.steps {
            self.step(step);
        }
        if scenario.steps.is_empty() {
            self.found.push(
                Diagnostic::new(
                    Rule::ContradictoryLimits,
                    format!("the scenario `{}` calls nothing", scenario.id),
                )
                .at(scenario.span, "without steps"),
            );
        }
    }

    /// Takes a name up; it must be one that can stand in braces.
    fn define(&mut self, name: &'a str, span: Span) {
        if !crate::catalogue::is_value_name(name) {
            self.found.push(
                Diagnostic::new(
                    Rule::InvalidIdentifier,
                    format!("`{name}` cannot be the name of a value"),
                )
                .at(span, "this name")
                .hint("use letters, digits and underscores, and begin with a letter"),
            );
        }
        self.known.push(name);
    }

    /// The parameter of `interface.parameter`.
    fn like(&mut self, like: &Placed<String>, is_moment: bool) {
        let (interface, parameter) = like.value.split_once('.').unwrap_or((&like.value, ""));
        let placed = |name: &str| Placed::new(name.to_owned(), like.span);
        let Some(interface) = self.interface(&placed(interface)) else {
            return;
        };
        let Some(parameter) = self.request_parameter(interface, &placed(parameter)) else {
            return;
        };
        if is_moment
            && !matches!(
                parameter.format,
                Some(
                    crate::catalogue::Format::Timestamp(_) | crate::catalogue::Format::EpochMillis
                )
            )
        {
            self.found.push(
                Diagnostic::new(
                    Rule::InvalidFormat,
                    format!("`{}` is no point in time", like.value),
                )
                .at(
                    like.span,
                    "its format says how the point in time is written",
                )
                .at(parameter.span, "this parameter"),
            );
        }
    }

    fn record(&mut self, record: &'a ScenarioRecord) {
        for value in record.asked.values() {
            self.text(&value.value, value.span);
        }
        for (pointer, value) in &record.set {
            self.json(value, pointer.span);
        }
        let (family, id) = record
            .of
            .value
            .split_once('/')
            .unwrap_or(("", &record.of.value));
        let Some(asked) = self
            .catalogue
            .family(family)
            .and_then(|family| family.interface(id))
        else {
            let ids: Vec<String> = self
                .catalogue
                .families
                .iter()
                .flat_map(|family| {
                    let ids = family.interfaces.iter();
                    ids.map(|interface| format!("{}/{}", family.id, interface.id))
                })
                .collect();
            let known = ids.iter().map(String::as_str);
            return self.unknown(Rule::UnknownReference, "no interface", &record.of, known);
        };
        for (name, value) in record.like.iter().chain(&record.asked) {
            self.request_parameter(asked, &Placed::new(name.clone(), value.span));
        }
        let Some(answer) = asked.answer_like(&record.like) else {
            self.found.push(
                Diagnostic::new(
                    Rule::UnknownReference,
                    format!(
                        "`{}` has no example of such a request with its answer",
                        record.of.value
                    ),
                )
                .at(
                    record.span,
                    "no example of a request has these values and a reply after it",
                )
                .at(asked.span, "this interface"),
            );
            return;
        };
        for (pointer, _) in &record.set {
            if answer.pointer(&pointer.value).is_none() {
                self.found.push(
                    Diagnostic::new(
                        Rule::UnknownParameter,
                        format!("the documented answer has nothing at `{}`", pointer.value),
                    )
                    .at(pointer.span, "a JSON pointer, such as `/order/lines/0/id`"),
                );
            }
        }
    }

    fn step(&mut self, step: &'a ScenarioStep) {
        for (name, value) in &step.with {
            self.json(value, name.span);
        }
        for (name, value) in &step.reply {
            self.json(value, name.span);
        }
        for code in &step.codes {
            if !self.family.codes.contains_key(&code.value) {
                let known = self.family.codes.keys().map(String::as_str);
                self.unknown(Rule::UnknownCode, "no result code", code, known);
            }
        }
        if let Some(interface) = self.interface(&step.call) {
            for (name, value) in &step.with {
                if let Some(parameter) = self.request_parameter(interface, name) {
                    self.literal(parameter, value, name.span);
                }
            }
            let expected = step.reply.iter().map(|(member, _)| member);
            for member in expected.chain(step.keep.iter().map(|(_, member)| member)) {
                self.reply_member(interface, member);
            }
        }
        for (name, member) in &step.keep {
            self.define(name, member.span);
        }
        if step.times == 0 || step.times > MOST_CALLS {
            self.found.push(
                Diagnostic::new(
                    Rule::ContradictoryLimits,
                    format!("a step cannot be sent {} times", step.times),
                )
                .at(step.span, format!("from once to {MOST_CALLS} times")),
            );
        }
        if let Some(poll) = step.poll
            && (poll.every_millis == 0 || poll.every_millis > poll.for_millis)
        {
            self.found.push(
                Diagnostic::new(
                    Rule::ContradictoryLimits,
                    "a call that would never be repeated",
                )
                .at(
                    step.span,
                    "`every` must be more than nothing and at most `for`",
                ),
            );
        }
    }

    /// An interface that the platform calls.
    fn interface(&mut self, id: &Placed<String>) -> Option<&'a Interface> {
        let family = self.family;
        let called = |interface: &&Interface| interface.direction == Direction::PlatformToMerchant;
        let Some(interface) = family.interface(&id.value) else {
            let known = family.interfaces.iter().filter(called);
            let known = known.map(|interface| interface.id.as_str());
            self.unknown(Rule::UnknownReference, "no interface", id, known);
            return None;
        };
        if !called(&interface) {
            self.found.push(
                Diagnostic::new(
                    Rule::UnknownReference,
                    format!("the platform does not call `{}`", id.value),
                )
                .at(id.span, "a scenario has the calls of the platform only")
                .at(interface.span, "its direction is another"),
            );
            return None;
        }
        Some(interface)
    }

    fn request_parameter(
        &mut self,
        interface: &'a Interface,
        name: &Placed<String>,
    ) -> Option<&'a Parameter> {
        let mut parameters = interface.request.iter();
        let found = parameters.find(|parameter| parameter.name == name.value);
        if found.is_none() {
            let known = interface.request.iter();
            let known = known.map(|parameter| parameter.name.as_str());
            let what = format!("`{}` has no request parameter", interface.id);
            self.unknown(Rule::UnknownParameter, &what, name, known);
        }
        found
    }

    /// A literal value must be one that the parameter may have.
    fn literal(&mut self, parameter: &Parameter, value: &Value, span: Span) {
        let text = match value {
            Value::String(text) if value_names(text).next().is_none() => text.clone(),
            Value::Number(_) | Value::Bool(_) => value.to_string(),
            _ => return,
        };
        let listed = self.family.values_of(parameter);
        if !listed.is_empty() && !listed.iter().any(|listed| listed.value == text) {
            let known = listed.iter().map(|listed| listed.value.as_str());
            self.found.push(
                Diagnostic::new(
                    Rule::DefaultOutsideValues,
                    format!("`{}` is never `{text}`", parameter.name),
                )
                .at(span, "not among its listed values")
                .suggest(&text, known),
            );
        }
    }

    /// A path of names and numbers into a reply.
    fn reply_member(&mut self, interface: &'a Interface, member: &Placed<String>) {
        let mut fields: Vec<&Parameter> = interface.reply.at(Location::Body).collect();
        for name in member.value.split('.') {
            if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()) {
                continue;
            }
            let Some(field) = fields.iter().find(|field| field.name == name) else {
                let known = fields.iter().map(|field| field.name.as_str());
                let what = format!("the reply of `{}` has no member", interface.id);
                let name = Placed::new(name.to_owned(), member.span);
                return self.unknown(Rule::UnknownParameter, &what, &name, known);
            };
            let inner = field.r#type.value.innermost();
            fields = self
                .family
                .fields_of(inner)
                .unwrap_or_default()
                .iter()
                .collect();
        }
    }

    fn json(&mut self, value: &Value, span: Span) {
        match value {
            Value::String(text) => self.text(text, span),
            Value::Array(elements) => elements.iter().for_each(|element| self.json(element, span)),
            Value::Object(members) => members.values().for_each(|member| self.json(member, span)),
            _ => {}
        }
    }

    /// Names in braces must be those of values that exist by now.
    fn text(&mut self, text: &str, span: Span) {
        for name in value_names(text) {
            if !self.known.contains(&name) {
                let known = self.known.clone();
                let name = Placed::new(name.to_owned(), span);
                let known = known.iter().copied();
                self.unknown(Rule::UnknownReference, "no earlier value", &name, known);
            }
        }
    }

    fn unknown<'n>(
        &mut self,
        rule: Rule,
        what: &str,
        name: &Placed<String>,
        known: impl Iterator<Item = &'n str> + Clone,
    ) {
        self.found.push(undefined(rule, what, name, known));
    }
}
