//! One message: which interface, what is wrong, where that is.

use std::ops::Range;
use std::ptr;
use std::rc::Rc;
use std::sync::Arc;

use koo_spec::catalogue::{Family, Interface, Location, Side, Variant};

use super::Session;
use crate::check::{Checker, Hits, Names, Pair};
use crate::finding::Tally;
use crate::plan::Plan;
use crate::policy::{Judge, Policy};
use crate::query;
use crate::resolve::Target;
use crate::scan::{Fault, Literal, Scanner};

/// An interface by address, a variant, and a side.
pub(super) type Key = (*const Interface, Option<*const str>, Side);

/// One way to read a message.
#[derive(Debug)]
pub(super) struct Candidate<'c> {
    pub(super) plan: Plan<'c>,
    pub(super) family: &'c Family,
    interface: &'c Interface,
    pub(super) name: Arc<str>,
    pub(super) side: Side,
}

/// What was found when a message was read as one candidate.
struct Fit<'c> {
    /// How much is wrong.
    score: u64,
    target: Target<'c>,
    candidates: Rc<[Candidate<'c>]>,
    index: usize,
    hits: Hits<'c>,
}

/// A text of a file, and where it begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'d> {
    pub(super) file: &'d Arc<str>,
    pub(super) text: &'d str,
    pub(super) line: u64,
}

impl<'d> Source<'d> {
    pub(super) const fn new(file: &'d Arc<str>, text: &'d str, line: u64) -> Self {
        Self { file, text, line }
    }
}

/// A part of a message.
#[derive(Debug)]
pub(super) enum Part<'d> {
    /// A JSON text, and how it stands in the file.
    Json(&'d str, Stands<'d>),
    /// Parameters at a location; what is missing is reported at these bytes.
    Pairs(&'d [Pair], Location, Range<usize>),
}

/// How a JSON text stands in its file.
#[derive(Debug)]
pub(super) enum Stands<'d> {
    /// As itself.
    Plain,
    /// Inside a text.
    Inside(Literal<'d>),
    /// Encoded, so that its parts have no places of their own.
    Encoded(Literal<'d>),
}

/// Whether messages are files of somebody's own, or traffic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nature {
    File,
    Capture,
}

impl<'c> Session<'c> {
    /// Validates one JSON text.
    pub(super) fn payload(&mut self, source: Source<'_>) {
        let parts = [Part::Json(source.text, Stands::Plain)];
        if let Some(target) = self.options.target {
            self.examine(source, &[target], Nature::File, &parts, 0);
            return;
        }
        match self.by_members(source.text) {
            Ok(targets) => {
                self.examine(source, &targets, Nature::File, &parts, 0);
            }
            Err(fault) => self.unreadable(source, fault.what, fault.at),
        }
    }

    /// Validates one query string.
    pub(super) fn query(&mut self, source: Source<'_>) {
        let range = query::part_of(source.text);
        let text = source.text.get(range.clone()).unwrap_or_default();
        let pairs = match query::pairs(text, 0, &mut range.start.clone()) {
            Ok(pairs) => pairs,
            Err(fault) => return self.unreadable(source, fault.what, fault.at),
        };
        let targets = match self.options.target {
            Some(target) => vec![target],
            None => self.resolver.by_parameters(Location::Query, |name| {
                let pair = pairs.iter().find(|pair| pair.name == name);
                pair.map(|pair| pair.value.as_str())
            }),
        };
        let start = range.start;
        // A form is written like a query string.
        let has_query = |target: &Target<'_>| {
            let mut request = target.interface.request.iter();
            request.any(|parameter| parameter.location == Location::Query)
        };
        let has_form = |target: &Target<'_>| {
            let mut request = target.interface.request.iter();
            request.any(|parameter| parameter.location == Location::Form)
        };
        let is_form = targets
            .iter()
            .all(|target| has_form(target) && !has_query(target));
        let location = if is_form {
            Location::Form
        } else {
            Location::Query
        };
        let parts = [Part::Pairs(&pairs, location, range)];
        self.examine(source, &targets, Nature::File, &parts, start);
    }

    /// The interfaces a JSON request can belong to.
    pub(super) fn by_members(&self, text: &str) -> Result<Vec<Target<'c>>, Fault> {
        let mut found: Vec<(&str, String)> = Vec::new();
        let mut scanner = Scanner::new(text);
        if scanner.peek() == Some(b'{') {
            scanner.open(0)?;
            let mut first = true;
            while found.len() < self.selectors.len()
                && let Some(name) = scanner.next_name(&mut first)?
            {
                let name = name.text();
                let selector = self.selectors.iter().find(|selector| **selector == name);
                match (selector, scanner.peek()) {
                    (Some(selector), Some(b'"')) => {
                        found.push((selector, scanner.string()?.text().into_owned()));
                    }
                    _ => scanner.skip(1)?,
                }
            }
        } else {
            scanner.skip(0)?;
            scanner.end()?;
        }
        Ok(self.resolver.by_parameters(Location::Body, |name| {
            let member = found.iter().find(|(selector, _)| *selector == name);
            member.map(|(_, value)| value.as_str())
        }))
    }

    /// Validates a message as the interface it fits best, which is given back. `start` is where it begins.
    pub(super) fn examine(
        &mut self,
        source: Source<'_>,
        targets: &[Target<'c>],
        nature: Nature,
        parts: &[Part<'_>],
        start: usize,
    ) -> Option<Target<'c>> {
        self.report.looked_at += 1;
        let mut best: Option<Fit<'c>> = None;
        let mut rivals: Vec<Target<'c>> = Vec::new();
        'targets: for target in targets {
            let candidates = self.candidates(target);
            for (index, candidate) in candidates.iter().enumerate() {
                let hits = self.check(candidate, nature, parts);
                let score = hits.tally.errors + hits.tally.warnings;
                match &best {
                    Some(fit) if score == fit.score => {
                        if !ptr::eq(fit.target.interface, target.interface) {
                            rivals.push(*target);
                        }
                    }
                    Some(fit) if score >= fit.score => {}
                    _ => {
                        rivals.clear();
                        best = Some(Fit {
                            score,
                            target: *target,
                            candidates: Rc::clone(&candidates),
                            index,
                            hits,
                        });
                        if score == 0 {
                            // None fits better, and what fits as well is no rival.
                            break 'targets;
                        }
                    }
                }
            }
        }
        let Some(fit) = best else {
            self.no_interface(source, start);
            return None;
        };
        if !rivals.is_empty() {
            rivals.insert(0, fit.target);
            self.many_interfaces(source, &rivals, start);
            return None;
        }
        self.report.tally.errors += fit.hits.tally.errors;
        self.report.tally.warnings += fit.hits.tally.warnings;
        if let Some(candidate) = fit.candidates.get(fit.index)
            && !fit.hits.kept.is_empty()
        {
            self.record(source, candidate, parts, fit.hits);
        }
        Some(fit.target)
    }

    /// The ways to read one side of an interface: itself and its variants, as far as they say something about it.
    fn candidates(&mut self, target: &Target<'c>) -> Rc<[Candidate<'c>]> {
        let variant = target.variant.map(ptr::from_ref);
        let key = (ptr::from_ref(target.interface), variant, target.side);
        // Mostly one payload is like the one before.
        if let Some((_, known)) = self.last.as_ref().filter(|(last, _)| *last == key) {
            return Rc::clone(known);
        }
        if let Some(known) = self.plans.get(&key) {
            self.last = Some((key, Rc::clone(known)));
            return Rc::clone(known);
        }
        let interface = target.interface;
        let candidate = |variant: Option<(&'c String, &'c Variant)>| {
            let mut name = format!("{}/{}", target.family.id, interface.id);
            if let Some((id, _)) = variant {
                name = format!("{name}/{id}");
            }
            let variant = variant.map(|(_, variant)| variant);
            Candidate {
                plan: Plan::compile(target.family, interface, variant, target.side),
                family: target.family,
                interface,
                name: name.into(),
                side: target.side,
            }
        };
        let has_own = match target.side {
            Side::Request => !interface.request.is_empty(),
            Side::Reply => !interface.reply.parameters.is_empty(),
        };
        let of_variant = |variant: &Variant| match target.side {
            Side::Request => !variant.request.is_empty(),
            Side::Reply => !variant.reply.parameters.is_empty(),
        };
        let mut candidates: Vec<Candidate<'c>> = Vec::new();
        if target.variant.is_none() && has_own {
            candidates.push(candidate(None));
        }
        for (id, variant) in &interface.variants {
            if target
                .variant
                .map_or_else(|| of_variant(variant), |only| only == id)
            {
                candidates.push(candidate(Some((id, variant))));
            }
        }
        if candidates.is_empty() {
            candidates.push(candidate(None));
        }
        let candidates: Rc<[Candidate<'c>]> = candidates.into();
        self.plans.insert(key, Rc::clone(&candidates));
        candidates
    }

    fn check(&mut self, candidate: &Candidate<'c>, nature: Nature, parts: &[Part<'_>]) -> Hits<'c> {
        let policy = self.options.policy.unwrap_or(match nature {
            Nature::File => Policy::Strict,
            Nature::Capture => Policy::Direction,
        });
        let judge = Judge {
            is_strict: policy.is_strict(candidate.interface.direction, candidate.side),
            deny_unknown: self.options.deny_unknown,
        };
        let plan = &candidate.plan;
        let mut checker = Checker::new(plan, Hits::new(self.room(), judge));
        for part in parts {
            let mark = checker.hits.mark();
            match part {
                Part::Json(text, stands) => {
                    checker.document(
                        text,
                        match nature {
                            Nature::File => plan.call(),
                            Nature::Capture => plan.home(),
                        },
                    );
                    match stands {
                        Stands::Plain => {}
                        Stands::Inside(literal) => {
                            checker.hits.relocate(mark, literal.origins());
                        }
                        Stands::Encoded(literal) => checker.hits.place(mark, &literal.span()),
                    }
                }
                Part::Pairs(pairs, location, whole) => {
                    let names = match location {
                        Location::Header => Names::Header,
                        _ => Names::Exact,
                    };
                    checker.pairs(pairs, plan.at(*location), names, whole);
                }
            }
        }
        checker.hits
    }

    /// What is still reported.
    pub(super) fn room(&self) -> Tally {
        let most = self.options.most_findings;
        Tally {
            errors: most.saturating_sub(self.report.tally.errors),
            warnings: most.saturating_sub(self.report.tally.warnings),
        }
    }
}
