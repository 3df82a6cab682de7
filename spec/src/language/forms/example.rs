//! Examples of messages.

use super::shape::{DOC, PAGE, may, must};
use crate::language::Form;
use crate::language::Shape::{Any, Boolean, Text, Word};

pub(super) static EXAMPLE: Form = Form {
    name: "example",
    doc: "An example message.",
    keys: &[
        may("title", DOC, "What it shows."),
        must("of", Word(&["request", "reply"]), "Which message."),
        may("site", Text, "The site it is valid on."),
        may("page", PAGE, "Source pages."),
        may(
            "invented",
            Boolean,
            "Made for this file in the documented shape.",
        ),
        may("headers", Any, "Headers."),
        may("query", Any, "Query parameters."),
        may("path", Any, "Path parameters."),
        may("form", Any, "Form fields."),
        may("body", Any, "Body."),
        may("note", DOC, "What to know."),
    ],
};
