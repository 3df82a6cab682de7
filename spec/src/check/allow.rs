//! Takes out the warnings a family allows, and reports allowances that cannot work.

use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Severity};
use crate::lower::Lowered;

pub(super) fn apply(lowered: &Lowered, found: &mut Diagnostics) {
    for allowed in &lowered.allowed {
        let Some(rule) = Rule::find(&allowed.rule) else {
            let codes = Rule::ALL.iter().map(|rule| rule.code());
            found.push(
                Diagnostic::new(
                    Rule::AllowNotPossible,
                    format!("no rule `{}`", allowed.rule),
                )
                .at(allowed.span, "unknown rule")
                .suggest(&allowed.rule, codes)
                .hint("`koo explain` lists all rules"),
            );
            continue;
        };
        if rule.severity() == Severity::Error {
            found.push(
                Diagnostic::new(
                    Rule::AllowNotPossible,
                    format!("{} is an error and cannot be allowed", rule.code()),
                )
                .at(allowed.span, "only warnings can be allowed")
                .hint(format!("{}: {}", rule.code(), rule.summary())),
            );
            continue;
        }
        let names = |diagnostic: &Diagnostic| {
            allowed
                .about
                .as_ref()
                .is_none_or(|about| diagnostic.message.contains(&format!("`{about}`")))
        };
        // A family speaks for itself and for common files, not for other families.
        let others: Vec<u32> = lowered
            .catalogue
            .families
            .iter()
            .map(|family| family.span.file)
            .filter(|file| *file != allowed.file)
            .collect();
        let taken = found.take_out(|diagnostic| {
            diagnostic.rule == rule
                && !others.contains(&diagnostic.span().file)
                && names(diagnostic)
        });
        if taken == 0 {
            let about = allowed
                .about
                .as_ref()
                .map(|about| format!(" about `{about}`"))
                .unwrap_or_default();
            found.push(
                Diagnostic::new(
                    Rule::AllowWithoutEffect,
                    format!("{}{about} does not occur here", rule.code()),
                )
                .at(allowed.span, "allows nothing")
                .hint("remove the entry"),
            );
        }
    }
}
