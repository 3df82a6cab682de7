//! Says what is wrong, once something is.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use koo_runtime::validate::{Actual, Limit, Path, Rule, Violation};
use koo_spec::diagnostic::did_you_mean;

use super::{Checker, Hit, custom};
use crate::plan::{Kind, Object, Origin};
use crate::policy::Breach;
use crate::scan::{Fault, Literal};

impl<'c> Checker<'_, 'c> {
    #[cold]
    pub(crate) fn syntax(&mut self, fault: Fault, at: &Path<'_>) {
        let violation =
            Violation::new(at, custom::SYNTAX).with_limit(Limit::Format(fault.what.to_owned()));
        self.hits.push(Hit {
            span: fault.at..fault.at,
            ..Hit::new(violation, Breach::Syntax, Origin::default())
        });
    }

    #[cold]
    pub(super) fn miscounted(
        &mut self,
        rule: Rule,
        limit: usize,
        count: usize,
        at: &Path<'_>,
        start: usize,
        origin: Origin<'c>,
    ) {
        let violation = Violation::new(at, rule)
            .with_limit(Limit::Items(limit))
            .with_actual(Actual::Items(count));
        self.hits.push(Hit {
            span: start..start + 1,
            ..Hit::new(violation, Breach::Rule, origin)
        });
    }

    #[cold]
    pub(super) fn duplicate(&mut self, span: Range<usize>, at: &Path<'_>) {
        let violation = Violation::new(at, custom::DUPLICATE);
        self.hits.push(Hit {
            span,
            ..Hit::new(violation, Breach::Duplicate, Origin::default())
        });
    }

    /// Reports a member that the contract does not name.
    #[cold]
    pub(super) fn stranger<'d>(
        &mut self,
        object: &Object<'_>,
        literal: &Literal<'d>,
        at: &Path<'_>,
        strangers: &mut Option<HashSet<Cow<'d, str>>>,
    ) {
        let name = literal.text();
        let here = at.field(&name);
        self.unknown(object, &name, &here, literal.span());
        if !strangers.get_or_insert_default().insert(name.clone()) {
            self.duplicate(literal.span(), &here);
        }
    }

    pub(super) fn unknown(
        &mut self,
        object: &Object<'_>,
        name: &str,
        at: &Path<'_>,
        span: Range<usize>,
    ) {
        let violation = Violation::new(at, custom::UNKNOWN);
        let hint = if self.hits.has_room(Breach::Unknown, &violation) {
            did_you_mean(name, object.names())
        } else {
            None
        };
        self.hits.push(Hit {
            span,
            hint,
            ..Hit::new(violation, Breach::Unknown, Origin::default())
        });
    }

    #[cold]
    pub(super) fn other_type(
        &mut self,
        origin: Origin<'c>,
        kind: &Kind<'_>,
        at: &Path<'_>,
        start: usize,
        raw: &str,
    ) {
        let is_plain = !raw.starts_with(['{', '[', 'n']);
        let (expected, is_readable) = match kind {
            Kind::Scalar(rules) if rules.is_number => ("a number", false),
            // A number or a boolean has an obvious text.
            Kind::Scalar(_) => ("text", is_plain),
            Kind::List(..) => ("a list", false),
            Kind::Map(..) | Kind::Object(_) => ("an object", raw.starts_with("\"{")),
            Kind::Boolean => ("true or false", matches!(raw, "\"true\"" | "\"false\"")),
            Kind::Any => return,
        };
        let length = if is_plain { raw.len() } else { 1 };
        self.wrong_type(at, expected, is_readable, start..start + length, origin);
    }

    #[cold]
    pub(super) fn wrong_type(
        &mut self,
        at: &Path<'_>,
        expected: &str,
        is_readable: bool,
        span: Range<usize>,
        origin: Origin<'c>,
    ) {
        let violation =
            Violation::new(at, custom::WRONG_TYPE).with_limit(Limit::Format(expected.to_owned()));
        self.hits.push(Hit {
            span,
            ..Hit::new(violation, Breach::WrongType { is_readable }, origin)
        });
    }
}
