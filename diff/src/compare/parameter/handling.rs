//! How a value is treated and described.

use super::Rows;
use crate::compare::Rest;
use crate::compare::recorder::{Shown, sorted};
use crate::outline::Row;
use crate::rule::ParameterRule::{
    BecameSensitive, ConfidenceChanged, DecisionChanged, Deprecated, Described, EmissionChanged,
    EncryptionChanged, EncryptionDropped, EncryptionIntroduced, FieldRenamed, FileNamePlaceChanged,
    NoLongerSensitive, NullAdmitted, NullRefused, SourcesChanged, Undeprecated, ValidityChanged,
    VariationChanged, XmlFormChanged,
};

impl Rows<'_, '_> {
    pub(super) fn handling(&mut self, rows: (&Row, &Row)) {
        let (old, new) = rows;
        if !self.recorder.full {
            return;
        }
        let flags = [
            (old.nullable, new.nullable, NullAdmitted, NullRefused),
            (
                old.sensitive,
                new.sensitive,
                BecameSensitive,
                NoLongerSensitive,
            ),
            (
                old.always_emitted,
                new.always_emitted,
                EmissionChanged,
                EmissionChanged,
            ),
            (old.varies, new.varies, VariationChanged, VariationChanged),
            (old.xml_text, new.xml_text, XmlFormChanged, XmlFormChanged),
        ];
        for (was, is, set, unset) in flags {
            let (was, is) = (was.unwrap_or(false), is.unwrap_or(false));
            if was != is {
                let rule = if is { set } else { unset };
                self.push(rule, rows, None, Some(was.shown()), Some(is.shown()));
            }
        }
        let rules = [EncryptionIntroduced, EncryptionDropped, EncryptionChanged];
        self.triple(
            rows,
            None,
            rules,
            old.encrypted.as_ref(),
            new.encrypted.as_ref(),
        );
    }

    /// What older exports did not tell.
    pub(super) fn rest(&mut self, rows: (&Row, &Row)) {
        let (old, new) = rows;
        if !self.recorder.grown {
            return;
        }
        let (was, is) = (old.file_name.as_ref(), new.file_name.as_ref());
        self.fact(rows, FileNamePlaceChanged, was, is);
        if old.rust.is_none() && new.rust.is_none() {
            let (was, is) = (old.identifier.as_ref(), new.identifier.as_ref());
            self.fact(rows, FieldRenamed, was, is);
        }
        let sources = |row: &Row| -> Rest {
            let members = [("note", &row.note), ("readings", &row.readings)].into_iter();
            members
                .filter_map(|(name, value)| Some((name.to_owned(), value.clone()?)))
                .collect()
        };
        for (rule, was, is) in [
            (SourcesChanged, &sources(old), &sources(new)),
            (Described, &old.rest, &new.rest),
        ] {
            for member in self.recorder.differing_rest(was, is) {
                let shown = |value: Option<String>| {
                    value.map(|value| format!("{}: {value}", member.subject))
                };
                self.push(rule, rows, None, shown(member.old), shown(member.new));
            }
        }
    }

    pub(super) fn words(&mut self, rows: (&Row, &Row)) {
        let (old, new) = rows;
        let rules = [Deprecated, Undeprecated, Deprecated];
        self.triple(
            rows,
            None,
            rules,
            old.deprecated.as_ref(),
            new.deprecated.as_ref(),
        );
        let dates = |row: &Row| {
            let date = |date: &Option<String>| date.clone().unwrap_or_else(|| "…".to_owned());
            let known = row.since.is_some() || row.until.is_some();
            known.then(|| format!("{} to {}", date(&row.since), date(&row.until)))
        };
        self.fact(
            rows,
            ValidityChanged,
            dates(old).as_ref(),
            dates(new).as_ref(),
        );
        self.fact(rows, Described, old.doc.as_ref(), new.doc.as_ref());
        let pages = |row: &Row| (!row.pages.is_empty()).then(|| sorted(&row.pages));
        self.fact(
            rows,
            SourcesChanged,
            pages(old).as_ref(),
            pages(new).as_ref(),
        );
        self.fact(
            rows,
            ConfidenceChanged,
            old.confidence.as_ref(),
            new.confidence.as_ref(),
        );
        self.fact(
            rows,
            DecisionChanged,
            old.erratum.as_ref(),
            new.erratum.as_ref(),
        );
    }
}
