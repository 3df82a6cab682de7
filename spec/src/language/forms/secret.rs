//! Secrets.

use super::shape::{CONFIDENCE, DOC, PAGE, may, must};
use crate::language::Form;
use crate::language::Shape::Word;

pub(super) static SECRET: Form = Form {
    name: "secret",
    doc: "Something only the two parties know. Recipes name it; its value never stands in a spec.",
    keys: &[
        may("title", DOC, "Title."),
        must("doc", DOC, "What it is and where it comes from."),
        may(
            "kind",
            Word(&["text", "rsa-private-key", "rsa-public-key"]),
            "`text` unless said.",
        ),
        may("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
    ],
};
