//! Source pages.

use super::shape::{DOC, may, must};
use crate::language::Form;
use crate::language::Shape::{Either, Text, Word};

pub(super) static PAGE_FORM: Form = Form {
    name: "page",
    doc: "A source of facts.",
    keys: &[
        must("title", Text, "Title as published."),
        must("site", Text, "The site that publishes it."),
        may(
            "updated",
            Either(&[Text, Word(&["unknown"])]),
            "Date of the newest copy read, YYYY-MM-DD.",
        ),
        may(
            "kind",
            Word(&["page", "code", "search"]),
            "Vendor's page (default), public code, or search result.",
        ),
        may("url", Text, "Address."),
        may("note", DOC, "What to know about the copy."),
    ],
};
