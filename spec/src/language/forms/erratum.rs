//! Contradictions and gaps.

use super::shape::{CONFIDENCE, DOC, PAGE, may, must};
use crate::language::Form;
use crate::language::Shape::{Boolean, List, Map, Text};

pub(super) static ERRATUM: Form = Form {
    name: "erratum",
    doc: "A place where pages contradict each other or say too little, and how it is read here.",
    keys: &[
        must(
            "about",
            List(&Text),
            "What it concerns: an interface, a type, a scheme, a cipher, a code, a note, an event, a function, an artifact, a composed text, a part such as transport or applicability, or the family; .name goes into it.",
        ),
        may(
            "readings",
            List(&Map(&ERRATUM_READING)),
            "What the pages say.",
        ),
        must("rules", DOC, "Which reading this catalogue follows."),
        must("why", DOC, "Why."),
        may("confidence", CONFIDENCE, "How sure the decision is."),
        may("open", Boolean, "Still a question to the vendor."),
    ],
};

static ERRATUM_READING: Form = Form {
    name: "erratum reading",
    doc: "What some pages say.",
    keys: &[
        must("says", DOC, "The reading."),
        may("page", PAGE, "The pages."),
    ],
};
