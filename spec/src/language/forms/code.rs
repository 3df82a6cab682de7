//! Result codes.

use super::shape::{CONFIDENCE, DOC, PAGE, may, must};
use crate::language::Form;
use crate::language::Shape::{Boolean, Count, List, Map, Text, Word};

pub(super) static CODE: Form = Form {
    name: "result code",
    doc: "A result code, by its text on the wire.",
    keys: &[
        must("name", Text, "Name for generated code, in CamelCase."),
        must("doc", DOC, "What it means."),
        may("group", DOC, "Group of the vendor's table."),
        may(
            "role",
            Word(&[
                "success",
                "pending",
                "signature",
                "parameter",
                "not-found",
                "internal",
            ]),
            "What a generated server or client uses it for.",
        ),
        may(
            "platform_role",
            Word(&[
                "success",
                "pending",
                "signature",
                "parameter",
                "not-found",
                "internal",
            ]),
            "What the platform uses it for when a merchant calls it; there may be one for each table of codes.",
        ),
        may(
            "success",
            Boolean,
            "Says that the call succeeded, where another code has the role.",
        ),
        may(
            "retryable",
            Boolean,
            "Whether the same call may succeed later.",
        ),
        may(
            "applies_to",
            List(&Text),
            "Interfaces that may answer it; all unless said.",
        ),
        may("sites", List(&Text), "Sites that document it."),
        must("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
        may("note", DOC, "What to know."),
        may("http_status", Count, "HTTP status it comes with."),
        may(
            "meanings",
            List(&Map(&MEANING)),
            "What it means for single interfaces, where that differs.",
        ),
    ],
};

static MEANING: Form = Form {
    name: "meaning",
    doc: "What a result code means for some interfaces.",
    keys: &[
        must("applies_to", List(&Text), "The interfaces."),
        must("doc", DOC, "What it means there."),
        may("sites", List(&Text), "Sites that document it."),
        may("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
        may("note", DOC, "What to know."),
    ],
};
