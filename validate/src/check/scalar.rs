//! The rules of one text or number: those of the runtime, in the order of the interpreter.

use std::mem;
use std::ops::Range;

use koo_runtime::Decimal;
use koo_runtime::validate::{Path, exceeds, rules};

use super::{Checker, Hit};
use crate::plan::{Origin, Scalar};
use crate::policy::Breach;

impl<'c> Checker<'_, 'c> {
    /// Checks a text, or a number as it is written, that stands at `span`.
    #[inline]
    pub(super) fn scalar(
        &mut self,
        origin: Origin<'c>,
        scalar: &Scalar<'c>,
        text: &str,
        at: Path<'_>,
        span: Range<usize>,
    ) {
        if scalar.is_integer && text.parse::<i64>().is_err() {
            // Digits and a point can still be read as a number.
            let is_readable = text.parse::<f64>().is_ok();
            return self.wrong_type(&at, "a whole number", is_readable, span, origin);
        }
        let found = &mut self.found;
        if let Some(most) = scalar.most {
            if !scalar.advisory {
                rules::max_length(text, most, scalar.unit, at, found);
            } else if exceeds(text, most, scalar.unit).is_some() {
                return self.advisory(origin, scalar, most, text, at, span);
            }
        }
        if let Some(least) = scalar.least {
            rules::min_length(text, least, scalar.unit, at, found);
        }
        if (scalar.minimum.is_some() || scalar.maximum.is_some())
            && let Ok(number) = text.parse::<Decimal>()
        {
            if let Some(bound) = scalar.minimum {
                rules::minimum(&number, bound, at, found);
            }
            if let Some(bound) = scalar.maximum {
                rules::maximum(&number, bound, at, found);
            }
        }
        if let Some((precision, scale)) = scalar.decimal {
            rules::decimal(text, precision, scale, at, found);
        }
        if !scalar.allowed.is_empty() {
            rules::one_of(text, &scalar.allowed, at, found);
        }
        if let Some(form) = &scalar.format {
            rules::format(text, form.format(), at, found);
        }
        if !self.found.is_empty() {
            self.broken(Breach::Rule, origin, &span);
        }
    }

    /// Reports what the rules found.
    #[cold]
    fn broken(&mut self, breach: Breach, origin: Origin<'c>, span: &Range<usize>) {
        for violation in mem::take(&mut self.found) {
            self.hits.push(Hit {
                span: span.clone(),
                ..Hit::new(violation, breach, origin)
            });
        }
    }

    /// Reports a limit that is known to be printed wrong, then looks at the other rules.
    #[cold]
    fn advisory(
        &mut self,
        origin: Origin<'c>,
        scalar: &Scalar<'c>,
        most: usize,
        text: &str,
        at: Path<'_>,
        span: Range<usize>,
    ) {
        rules::max_length(text, most, scalar.unit, at, &mut self.found);
        self.broken(Breach::Advisory, origin, &span);
        let others = Scalar {
            most: None,
            ..scalar.clone()
        };
        self.scalar(origin, &others, text, at, span);
    }
}
