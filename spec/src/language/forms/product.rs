//! Kinds of product, and which of them needs which interface.

use super::shape::{CONFIDENCE, DOC, PAGE, may, must};
use crate::language::Shape::{Named, Word};
use crate::language::{Form, Shape};

pub(super) static PRODUCT: Form = Form {
    name: "product",
    doc: "A kind of product.",
    keys: &[must("title", DOC, "Title."), may("doc", DOC, "What it is.")],
};

pub(super) static APPLICABILITY: Form = Form {
    name: "applicability",
    doc: "Which product needs which interface, on one site.",
    keys: &[
        must("page", PAGE, "Source pages."),
        may(
            "confidence",
            CONFIDENCE,
            "How sure this is; `table` unless said.",
        ),
        may("note", DOC, "What to know."),
        must(
            "needs",
            Named(&Named(&NEED)),
            "Interface id → product id → mandatory, optional or none.",
        ),
    ],
};

const NEED: Shape = Word(&["mandatory", "optional", "none"]);
