//! Functions and events of a client SDK.

use super::parameter::ONE_PARAMETER;
use super::shape::{CONFIDENCE, DOC, PAGE, may, must};
use crate::language::Form;
use crate::language::Shape::{Named, Scalar};

pub(super) static FUNCTION: Form = Form {
    name: "function",
    doc: "A function of a client SDK.",
    keys: &[
        must("title", DOC, "Title."),
        must("doc", DOC, "What it does."),
        may("parameters", Named(&ONE_PARAMETER), "Arguments."),
        may("returns", Named(&ONE_PARAMETER), "What it gives back."),
        must("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
        may("note", DOC, "What to know."),
    ],
};

pub(super) static EVENT: Form = Form {
    name: "event",
    doc: "An event of a client SDK.",
    keys: &[
        must("title", DOC, "Title."),
        must("doc", DOC, "When it occurs."),
        may("code", Scalar, "Number or text that tells it from others."),
        may("message", Named(&ONE_PARAMETER), "What it carries."),
        must("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
        may("note", DOC, "What to know."),
    ],
};
