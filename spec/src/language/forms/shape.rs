//! What many forms have in common.

use super::parameter::SITE_DIFFERENCE;
use crate::language::Shape::{Boolean, Count, Either, List, Map, Named, Text, Word};
use crate::language::{Form, Key, Shape};

pub(super) const fn must(name: &'static str, shape: Shape, doc: &'static str) -> Key {
    Key {
        name,
        shape,
        required: true,
        doc,
    }
}

pub(super) const fn may(name: &'static str, shape: Shape, doc: &'static str) -> Key {
    Key {
        name,
        shape,
        required: false,
        doc,
    }
}

/// Text in one language (English) or several.
pub(super) const DOC: Shape = Either(&[Text, Map(&LOCALIZED)]);
/// One page id or several.
pub(super) const PAGE: Shape = Either(&[Text, List(&Text)]);
/// Site ids, or site ids with what differs there.
pub(super) const SITES: Shape = Either(&[List(&Text), Named(&Map(&SITE_DIFFERENCE))]);
pub(super) const CONFIDENCE: Shape = Word(&["table", "snippet", "code", "inferred"]);
/// A number, or a word for what the pages do not say.
pub(super) const LIMIT: Shape = Either(&[Count, Word(&["unknown", "unlimited"])]);
/// `true`, `false`, or `conditional`.
pub(super) const REQUIRED: Shape = Either(&[Boolean, Word(&["conditional"])]);
pub(super) const URL: Shape = Either(&[Text, Named(&Text)]);

pub(super) static LOCALIZED: Form = Form {
    name: "localized text",
    doc: "The same text in English and Chinese.",
    keys: &[
        must("en", Text, "English."),
        must("zh", Text, "Chinese, as the vendor writes it."),
    ],
};

pub(super) static NOTE: Form = Form {
    name: "note",
    doc: "A rule in words.",
    keys: &[
        may("title", DOC, "Title."),
        must("doc", DOC, "The rule."),
        may("sites", List(&Text), "Sites that document it."),
        may("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
    ],
};
