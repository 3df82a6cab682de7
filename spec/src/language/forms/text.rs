//! Texts that are put together from parts.

use super::shape::{CONFIDENCE, DOC, PAGE, may, must};
use crate::language::Form;
use crate::language::Shape::{Boolean, Count, List, Map, Named, Text, Word};

pub(super) static COMPOSED_TEXT: Form = Form {
    name: "composed text",
    doc: "A text that is put together from parts, such as a device fingerprint.",
    keys: &[
        may("title", DOC, "Title."),
        must("doc", DOC, "What it is."),
        must(
            "parts",
            Named(&Map(&TEXT_PART)),
            "Parts in order, by name; one that is missing stays empty.",
        ),
        must("separator", Text, "Text between the parts."),
        may(
            "case",
            Word(&["any", "upper", "lower"]),
            "Case of ASCII letters; `any` unless said.",
        ),
        may("max_bytes", Count, "Largest size of the whole."),
        may("sensitive", Boolean, "Never shown in debug output."),
        may(
            "examples",
            List(&Text),
            "Such texts, checked against what is said here.",
        ),
        must("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
        may("note", DOC, "What to know."),
    ],
};

static TEXT_PART: Form = Form {
    name: "part of a text",
    doc: "One part of a composed text.",
    keys: &[
        must("doc", DOC, "What it is."),
        may(
            "separator",
            Text,
            "Text between several values of the part; there is at most one value unless said.",
        ),
    ],
};
