//! One pass over a payload: tokens in, what is wrong with them out. Allocates nothing while nothing is wrong.

mod hits;
mod members;
mod pairs;
mod report;
mod scalar;

use std::collections::HashSet;
use std::ops::Range;

use koo_runtime::validate::{Limit, Path, Rule, Violation, Violations};

pub(crate) use hits::{Hit, Hits};
pub(crate) use pairs::{Names, Pair};

use members::Members;

use crate::plan::{Items, Kind, Need, Node, Object, Origin, Plan, Scalar};
use crate::policy::Breach;
use crate::scan::{Fault, Literal, Scanner};

/// Rules that only readers of text know.
pub(crate) mod custom {
    use koo_runtime::validate::Rule;

    pub(crate) use koo_spec::interpret::payload::WRONG_TYPE;
    pub(crate) const UNKNOWN: Rule = Rule::Custom("unknown");
    pub(crate) const DUPLICATE: Rule = Rule::Custom("duplicate");
    pub(crate) const SYNTAX: Rule = Rule::Custom("syntax");
}

/// Holds payloads against a plan.
#[derive(Debug)]
pub(crate) struct Checker<'p, 'c> {
    plan: &'p Plan<'c>,
    pub(crate) hits: Hits<'c>,
    /// What the runtime's rules find in one value.
    found: Violations,
}

impl<'p, 'c> Checker<'p, 'c> {
    pub(crate) const fn new(plan: &'p Plan<'c>, hits: Hits<'c>) -> Self {
        Self {
            plan,
            hits,
            found: Violations::new(),
        }
    }

    /// Checks a JSON text that must be one object.
    pub(crate) fn document(&mut self, text: &str, object: &'p Object<'c>) {
        let mut scanner = Scanner::new(text);
        let root = Path::root();
        let read = match scanner.peek() {
            Some(b'{') => self.object(&mut scanner, object, &root, 0),
            _ => {
                let start = scanner.at();
                scanner.skip(0).map(|()| {
                    let expected = "a JSON object";
                    self.wrong_type(&root, expected, false, start..start + 1, Origin::default());
                })
            }
        };
        if let Err(fault) = read.and_then(|()| scanner.end()) {
            self.syntax(fault, &root);
        }
    }

    fn object(
        &mut self,
        scanner: &mut Scanner<'_>,
        object: &'p Object<'c>,
        at: &Path<'_>,
        depth: usize,
    ) -> Result<(), Fault> {
        let opening = scanner.at();
        scanner.open(depth)?;
        let mut members = Members::default();
        let mut strangers = None;
        let mut next = 0;
        let mut first = true;
        while scanner.next_member(&mut first)? {
            let mut name_span = scanner.at()..scanner.at();
            let guess = object.order.guess(next);
            let guessed = object.fields.get(guess);
            let known = match guessed.filter(|field| scanner.take_name(&field.quoted)) {
                Some(field) => {
                    name_span.end += field.quoted.len() - 1;
                    Some((guess, field))
                }
                None => {
                    let literal = scanner.name()?;
                    name_span = literal.span();
                    let found = object.find(&literal.text());
                    let field = found.and_then(|index| Some((index, object.fields.get(index)?)));
                    if field.is_none_or(|(_, field)| field.node.is_none()) {
                        self.stranger(object, &literal, at, &mut strangers);
                    }
                    field
                }
            };
            let Some((index, field)) = known else {
                scanner.skip(depth + 1)?;
                continue;
            };
            if index != guess {
                object.order.learn(next, index);
            }
            next = index + 1;
            if members.named.set(index) && field.node.is_some() {
                self.duplicate(name_span, &at.field(field.name));
            }
            let is_null = scanner.peek() == Some(b'n');
            let start = scanner.at();
            match field.node {
                Some(_) if is_null => scanner.word("null")?,
                Some(node) => {
                    let node = self.plan.node(node);
                    self.value(scanner, node, at.field(field.name), depth + 1)?;
                }
                None => scanner.skip(depth + 1)?,
            }
            if !is_null {
                members.present.set(index);
            }
            for fact in &field.facts {
                if is_one_of(scanner.since(start), &fact.values) {
                    members.facts.set(fact.number);
                }
            }
        }
        self.absences(object, &members, at, opening..opening + 1);
        Ok(())
    }

    fn value(
        &mut self,
        scanner: &mut Scanner<'_>,
        node: &'p Node<'c>,
        at: Path<'_>,
        depth: usize,
    ) -> Result<(), Fault> {
        let first = scanner.peek();
        match (&node.kind, first) {
            (Kind::Scalar(rules), Some(b'"')) => {
                let literal = scanner.string()?;
                if !rules.passes(literal.span().len()) {
                    self.text(node, rules, &literal, at, depth);
                }
                Ok(())
            }
            (Kind::Scalar(rules), Some(b'-' | b'0'..=b'9')) if rules.is_number => {
                let start = scanner.at();
                let number = scanner.number()?;
                self.scalar(node.origin, rules, number, at, start..scanner.at());
                Ok(())
            }
            (Kind::Object(number), Some(b'{')) => {
                let object = self.plan.object(*number);
                self.object(scanner, object, &at, depth)
            }
            (Kind::List(items, inner), Some(b'[')) => {
                self.list(scanner, node.origin, *items, *inner, &at, depth)
            }
            (Kind::Map(items, inner), Some(b'{')) => {
                self.map(scanner, node.origin, *items, *inner, &at, depth)
            }
            (Kind::Boolean, Some(b't')) => scanner.word("true"),
            (Kind::Boolean, Some(b'f')) => scanner.word("false"),
            (Kind::Any, _) => scanner.skip(depth),
            (kind, _) => {
                let start = scanner.at();
                scanner.skip(depth)?;
                self.other_type(node.origin, kind, &at, start, scanner.since(start));
                Ok(())
            }
        }
    }

    fn list(
        &mut self,
        scanner: &mut Scanner<'_>,
        origin: Origin<'c>,
        items: Items,
        inner: usize,
        at: &Path<'_>,
        depth: usize,
    ) -> Result<(), Fault> {
        let start = scanner.at();
        let node = self.plan.node(inner);
        scanner.open(depth)?;
        let mut first = true;
        let mut count = 0;
        while scanner.next_item(&mut first)? {
            self.value(scanner, node, at.index(count), depth + 1)?;
            count += 1;
        }
        self.count(items, count, at, start, origin);
        Ok(())
    }

    fn map(
        &mut self,
        scanner: &mut Scanner<'_>,
        origin: Origin<'c>,
        items: Items,
        inner: usize,
        at: &Path<'_>,
        depth: usize,
    ) -> Result<(), Fault> {
        let start = scanner.at();
        let node = self.plan.node(inner);
        scanner.open(depth)?;
        let mut names = HashSet::new();
        let mut first = true;
        while let Some(literal) = scanner.next_name(&mut first)? {
            let name = literal.text();
            self.value(scanner, node, at.field(&name), depth + 1)?;
            if names.contains(&name) {
                self.duplicate(literal.span(), &at.field(&name));
            }
            names.insert(name);
        }
        self.count(items, names.len(), at, start, origin);
        Ok(())
    }

    fn text(
        &mut self,
        node: &'p Node<'c>,
        rules: &'p Scalar<'c>,
        literal: &Literal<'_>,
        at: Path<'_>,
        depth: usize,
    ) {
        let text = literal.text();
        self.scalar(node.origin, rules, &text, at, literal.span());
        if let Some(held) = rules.holds {
            self.held(node.origin, held, &text, &at, literal, depth);
        }
    }

    /// Checks the JSON inside a text. What is found there is reported where it stands in the document.
    fn held(
        &mut self,
        origin: Origin<'c>,
        held: usize,
        text: &str,
        at: &Path<'_>,
        literal: &Literal<'_>,
        depth: usize,
    ) {
        let mark = self.hits.mark();
        let mut inside = Scanner::new(text);
        let node = self.plan.node(held);
        let read = self
            .value(&mut inside, node, *at, depth + 1)
            .and_then(|()| inside.end());
        if read.is_ok() {
            self.hits.relocate(mark, literal.origins());
        } else {
            self.hits.undo(mark);
            self.wrong_type(at, "JSON text", false, literal.span(), origin);
        }
    }

    #[inline]
    fn count(
        &mut self,
        items: Items,
        count: usize,
        at: &Path<'_>,
        start: usize,
        origin: Origin<'c>,
    ) {
        if let Some(most) = items.most.filter(|most| count > *most) {
            self.miscounted(Rule::MaxItems, most, count, at, start, origin);
        }
        if let Some(fewest) = items.fewest.filter(|fewest| count < *fewest) {
            self.miscounted(Rule::MinItems, fewest, count, at, start, origin);
        }
    }

    /// Reports what must be there and is not, at the beginning of the object.
    #[inline]
    fn absences(
        &mut self,
        object: &'p Object<'c>,
        members: &Members,
        at: &Path<'_>,
        span: Range<usize>,
    ) {
        for index in &object.checked {
            if members.present.has(*index) {
                continue;
            }
            let Some(field) = object.fields.get(*index) else {
                continue;
            };
            let condition = match &field.need {
                Need::Always => None,
                Need::When(expression, words)
                    if expression.holds(&|field| members.present.has(field), &|fact| {
                        members.facts.has(fact)
                    }) =>
                {
                    Some(words)
                }
                Need::When(..) | Need::Never => continue,
            };
            let mut violation = Violation::new(&at.field(field.name), Rule::Required);
            if let Some(words) = condition {
                violation = violation.with_limit(Limit::Condition(words.clone()));
            }
            let origin = field.node.map(|node| self.plan.node(node).origin);
            self.hits.push(Hit {
                span: span.clone(),
                ..Hit::new(violation, Breach::Rule, origin.unwrap_or_default())
            });
        }
    }
}

/// Whether a JSON value, taken as text, is one of these.
fn is_one_of(raw: &str, values: &[&str]) -> bool {
    match raw.as_bytes().first() {
        Some(b'"') => Scanner::new(raw)
            .string()
            .is_ok_and(|literal| values.contains(&&*literal.text())),
        Some(b'{' | b'[' | b'n') | None => false,
        Some(_) => values.contains(&raw),
    }
}
