//! What a mock does must name things that exist: collections, codes, secrets, parameters, and what steps have named.

use std::collections::BTreeSet;

use crate::catalogue::{
    Action, Answer, Behaviour, Family, Interface, Otherwise, Parameter, Placed, Step, Template,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::interpret::placeholder::{NOW, Piece, pieces};
use crate::node::{Node, Value};
use crate::source::Span;

/// The name of the element that a step is at.
const EACH: &str = "each";

pub(super) fn check(family: &Family, found: &mut Diagnostics) {
    for collection in family.collections.values() {
        if let Some(documented) = &collection.documented {
            let Some(interface) = family.interface(&documented.interface.value) else {
                let known = family.interfaces.iter().map(|it| it.id.as_str());
                unknown(
                    Rule::UnknownReference,
                    "no interface",
                    &documented.interface,
                    known,
                    found,
                );
                continue;
            };
            let members = reply_members(interface, None);
            if !members.contains(&documented.member.value.as_str()) {
                let what = format!("the reply of `{}` has no member", interface.id);
                let known = members.into_iter();
                unknown(
                    Rule::UnknownParameter,
                    &what,
                    &documented.member,
                    known,
                    found,
                );
            }
        }
    }
    for interface in &family.interfaces {
        if let Some(behaviour) = &interface.mock {
            Checker::new(family, interface, None).check(behaviour, found);
        }
        for (name, variant) in &interface.variants {
            if let Some(behaviour) = &variant.mock {
                Checker::new(family, interface, Some(name)).check(behaviour, found);
            }
        }
    }
}

/// The members of a reply of an interface, in one of its versions or in all.
fn reply_members<'a>(interface: &'a Interface, variant: Option<&str>) -> Vec<&'a str> {
    let variants = interface.variants.iter();
    let of_variants = variants
        .filter(|(name, _)| variant.is_none_or(|variant| variant == *name))
        .flat_map(|(_, variant)| &variant.reply.parameters);
    let all = interface.reply.parameters.iter().chain(of_variants);
    all.map(|parameter| parameter.name.as_str()).collect()
}

/// Checks what one interface, or one version of it, does.
struct Checker<'a> {
    family: &'a Family,
    interface: &'a Interface,
    variant: Option<&'a str>,
    request: Vec<&'a Parameter>,
    /// Names that templates may begin with.
    names: BTreeSet<&'a str>,
}

impl<'a> Checker<'a> {
    fn new(family: &'a Family, interface: &'a Interface, variant: Option<&'a str>) -> Self {
        let variants = interface.variants.iter();
        let of_variants = variants
            .filter(|(name, _)| variant.is_none_or(|variant| variant == *name))
            .flat_map(|(_, variant)| &variant.request);
        let request: Vec<&Parameter> = interface.request.iter().chain(of_variants).collect();
        let names = request.iter().map(|parameter| parameter.name.as_str());
        Self {
            family,
            interface,
            variant,
            names: names.chain([NOW]).collect(),
            request,
        }
    }

    fn check(mut self, behaviour: &'a Behaviour, found: &mut Diagnostics) {
        for (secret, collection) in &behaviour.secrets {
            self.secret(&Placed::new(secret.clone(), collection.span), found);
            self.collection(collection, found);
            self.name(collection, found);
        }
        for answer in behaviour.refuse.answers() {
            self.answer(answer, found);
        }
        for (path, (span, _)) in &behaviour.refuse.parameters {
            let path = path.split(':').next().unwrap_or_default();
            if !path.is_empty() {
                self.path(path, *span, found);
            }
        }
        for step in &behaviour.steps {
            self.step(step, found);
        }
        if let Some(reply) = &behaviour.reply {
            self.reply(reply, found);
        }
        if let Some(redirect) = &behaviour.redirect {
            self.text(&redirect.to.value, redirect.to.span, found);
            let callback = self.interface.callback.as_ref();
            let known = || {
                let query = callback.map_or(&[][..], |callback| &callback.query);
                query.iter().map(|parameter| parameter.name.as_str())
            };
            for (name, template) in &redirect.query {
                self.text(&template.value, template.span, found);
                if !known().any(|known| known == name) {
                    let what = format!("the callback of `{}` has no parameter", self.interface.id);
                    let name = Placed::new(name.clone(), template.span);
                    unknown(Rule::UnknownParameter, &what, &name, known(), found);
                }
            }
        }
    }

    fn step(&mut self, step: &'a Step, found: &mut Diagnostics) {
        if let Some(when) = &step.when {
            for (operand, _) in when.value.operands() {
                self.known_name(&operand.value, operand.span, found);
            }
        }
        if let Some(each) = &step.each {
            self.known_name(&each.value, each.span, found);
        }
        let is_inside = !self.names.insert(EACH);
        if step.each.is_none() && !is_inside {
            self.names.remove(EACH);
        }
        if let Some(lookup) = step.action.lookup() {
            self.collection(&lookup.collection, found);
            for key in &lookup.key {
                self.text(&key.value, key.span, found);
            }
            if let Some(record) = &lookup.record {
                self.template(&record.node, found);
            }
        }
        for value in step.action.values() {
            self.template(&value.node, found);
        }
        match &step.action {
            Action::Secret { name, .. } => self.secret(name, found),
            Action::Steps(steps) => {
                for step in steps {
                    self.step(step, found);
                }
            }
            _ => {}
        }
        match &step.otherwise {
            Some(Otherwise::Refuse(answer)) => self.answer(answer, found),
            Some(Otherwise::Note(code)) => self.code(code, found),
            None => {}
        }
        if !is_inside {
            self.names.remove(EACH);
        }
        let named = step.action.lookup().and_then(|it| it.name.as_ref());
        if let Some(name) = named {
            self.name(name, found);
        }
    }

    /// A name that later templates may use; it must not hide a parameter.
    fn name(&mut self, name: &'a Placed<String>, found: &mut Diagnostics) {
        let mut request = self.request.iter();
        if let Some(hidden) = request.find(|parameter| parameter.name == name.value) {
            found.push(
                Diagnostic::new(
                    Rule::DuplicateDefinition,
                    format!("`{}` is a parameter of the request already", name.value),
                )
                .at(name.span, "hides the parameter")
                .at(hidden.span, "the parameter")
                .hint("give it another name"),
            );
        }
        self.names.insert(&name.value);
    }

    fn reply(&self, reply: &Template, found: &mut Diagnostics) {
        self.template(&reply.node, found);
        let members = reply_members(self.interface, self.variant);
        for entry in reply.node.entries() {
            if !members.contains(&entry.key.as_str()) {
                let what = format!("the reply of `{}` has no member", self.interface.id);
                let name = Placed::new(entry.key.clone(), entry.key_span);
                let known = members.iter().copied();
                unknown(Rule::UnknownParameter, &what, &name, known, found);
            }
        }
    }

    fn answer(&self, answer: &Answer, found: &mut Diagnostics) {
        match answer {
            Answer::Code(code) => self.code(code, found),
            Answer::Reply { body, .. } => {
                if let Some(body) = body {
                    self.reply(body, found);
                }
            }
        }
    }

    fn code(&self, code: &Placed<String>, found: &mut Diagnostics) {
        let codes = &self.family.codes;
        if !codes.contains_key(&code.value) {
            let known = codes.keys().map(String::as_str);
            unknown(Rule::UnknownCode, "no result code", code, known, found);
        }
    }

    fn collection(&self, name: &Placed<String>, found: &mut Diagnostics) {
        let collections = &self.family.collections;
        if !collections.contains_key(&name.value) {
            let known = collections.keys().map(String::as_str);
            unknown(Rule::UnknownReference, "no collection", name, known, found);
        }
    }

    fn secret(&self, name: &Placed<String>, found: &mut Diagnostics) {
        let secrets = &self.family.secrets;
        if !secrets.contains_key(&name.value) {
            let known = secrets.keys().map(String::as_str);
            unknown(Rule::UnknownReference, "no secret", name, known, found);
        }
    }

    /// The placeholders of every text of a template.
    fn template(&self, node: &Node, found: &mut Diagnostics) {
        match &node.value {
            Value::Text(text) => self.text(text, node.span, found),
            Value::List(elements) => {
                for element in elements {
                    self.template(element, found);
                }
            }
            Value::Map(entries) => {
                for entry in entries {
                    self.template(&entry.value, found);
                }
            }
            _ => {}
        }
    }

    fn text(&self, text: &str, span: Span, found: &mut Diagnostics) {
        for piece in pieces(text) {
            if let Piece::Placeholder { path, .. } = piece {
                self.path(path, span, found);
            }
        }
    }

    /// The path of a placeholder: its name is known, and of a parameter its members too.
    fn path(&self, path: &str, span: Span, found: &mut Diagnostics) {
        let mut members = path.split('.');
        let name = members.next().unwrap_or_default();
        self.known_name(name, span, found);
        let mut request = self.request.iter().copied();
        let mut at = request.find(|parameter| parameter.name == name);
        for member in members {
            let fields = at.and_then(|at| self.family.fields_of(at.r#type.value.innermost()));
            let Some(fields) = fields else { return };
            at = fields.iter().find(|field| field.name == member);
            if at.is_none() {
                let what = format!("`{path}` leads nowhere: there is no member");
                let name = Placed::new(member.to_owned(), span);
                let known = fields.iter().map(|field| field.name.as_str());
                unknown(Rule::UnknownParameter, &what, &name, known, found);
            }
        }
    }

    fn known_name(&self, name: &str, span: Span, found: &mut Diagnostics) {
        if !self.names.contains(name) {
            let what = format!(
                "neither the request of `{}` nor a step before has",
                self.interface.id
            );
            let name = Placed::new(name.to_owned(), span);
            let known = self.names.iter().copied();
            unknown(Rule::UnknownParameter, &what, &name, known, found);
        }
    }
}

fn unknown<'a>(
    rule: Rule,
    what: &str,
    name: &Placed<String>,
    known: impl Iterator<Item = &'a str> + Clone,
    found: &mut Diagnostics,
) {
    let listed = known.clone().take(12).collect::<Vec<_>>().join(", ");
    let diagnostic = Diagnostic::new(rule, format!("{what} `{}`", name.value))
        .at(name.span, "not defined")
        .suggest(&name.value, known);
    let is_bare = diagnostic.hints.is_empty() && !listed.is_empty();
    found.push(if is_bare {
        diagnostic.hint(format!("defined: {listed}"))
    } else {
        diagnostic
    });
}
