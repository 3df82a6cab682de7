//! Parameters that are text on the wire: query strings, forms, headers, segments of paths.

use std::ops::Range;

use koo_runtime::validate::Path;

use super::hits::Mark;
use super::{Checker, Kind, Members, Node, Object, Scanner};

/// A parameter as it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pair {
    /// Decoded.
    pub(crate) name: String,
    /// Decoded.
    pub(crate) value: String,
    /// Where the name stands.
    pub(crate) name_span: Range<usize>,
    /// Where the value stands.
    pub(crate) value_span: Range<usize>,
}

/// What is known about names at a location.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Names {
    /// Letter case matters and unknown names are reported.
    Exact,
    /// Letter case does not matter and there are always others, as with headers.
    Header,
}

impl<'p, 'c> Checker<'p, 'c> {
    /// Checks the parameters of one location; what is missing is reported at `whole`.
    pub(crate) fn pairs(
        &mut self,
        pairs: &[Pair],
        object: &'p Object<'c>,
        names: Names,
        whole: &Range<usize>,
    ) {
        let root = Path::root();
        let mut members = Members::default();
        for pair in pairs {
            let known = match names {
                Names::Exact => object.find(&pair.name),
                Names::Header => object
                    .fields
                    .iter()
                    .position(|field| field.name.eq_ignore_ascii_case(&pair.name)),
            };
            let field = known.and_then(|index| Some((index, object.fields.get(index)?)));
            let node = field.and_then(|(_, field)| field.node);
            if node.is_none() && names == Names::Exact {
                let at = root.field(&pair.name);
                self.unknown(object, &pair.name, &at, pair.name_span.clone());
            }
            let Some((index, field)) = field else {
                continue;
            };
            let node = node.map(|node| self.plan.node(node));
            let is_list = node.is_some_and(|node| matches!(node.kind, Kind::List(..)));
            if members.named.set(index) && !is_list {
                self.duplicate(pair.name_span.clone(), &root.field(&pair.name));
            }
            members.present.set(index);
            for fact in &field.facts {
                if fact.values.contains(&pair.value.as_str()) {
                    members.facts.set(fact.number);
                }
            }
            if let Some(node) = node {
                self.wire_text(node, pair, root.field(field.name));
            }
        }
        self.absences(object, &members, &root, whole.clone());
    }

    /// A value whose type is not text is text here all the same.
    fn wire_text(&mut self, node: &'p Node<'c>, pair: &Pair, at: Path<'_>) {
        let (text, span) = (pair.value.as_str(), pair.value_span.clone());
        match &node.kind {
            Kind::Scalar(rules) => {
                self.scalar(node.origin, rules, text, at, span.clone());
                if let Some(held) = rules.holds {
                    self.json_inside(node, held, text, at, &span);
                }
            }
            // A name may be repeated for each element.
            Kind::List(_, inner) if !text.trim_start().starts_with('[') => {
                self.wire_text(self.plan.node(*inner), pair, at);
            }
            Kind::Boolean if !matches!(text, "true" | "false") => {
                self.wrong_type(&at, "true or false", false, span, node.origin);
            }
            Kind::Any | Kind::Boolean => {}
            Kind::List(..) | Kind::Map(..) | Kind::Object(_) => {
                let mark = self.hits.mark();
                let mut scanner = Scanner::new(text);
                let read = self
                    .value(&mut scanner, node, at, 0)
                    .and_then(|()| scanner.end());
                self.settle(read.is_ok(), mark, node, at, &span);
            }
        }
    }

    fn json_inside(
        &mut self,
        node: &'p Node<'c>,
        held: usize,
        text: &str,
        at: Path<'_>,
        span: &Range<usize>,
    ) {
        let mark = self.hits.mark();
        let mut scanner = Scanner::new(text);
        let read = self
            .value(&mut scanner, self.plan.node(held), at, 0)
            .and_then(|()| scanner.end());
        self.settle(read.is_ok(), mark, node, at, span);
    }

    /// What is found in encoded JSON is reported where the parameter stands.
    fn settle(
        &mut self,
        is_json: bool,
        mark: Mark,
        node: &'p Node<'c>,
        at: Path<'_>,
        span: &Range<usize>,
    ) {
        if is_json {
            self.hits.place(mark, span);
        } else {
            self.hits.undo(mark);
            self.wrong_type(&at, "JSON text", false, span.clone(), node.origin);
        }
    }
}
