//! Types, listed values and forms of texts.

use super::parameter::ONE_PARAMETER;
use super::shape::{CONFIDENCE, DOC, PAGE, may, must};
use crate::language::Shape::{Boolean, Count, Either, List, Map, Named, Text, Word};
use crate::language::{Form, Shape};

pub(super) static TYPE: Form = Form {
    name: "type",
    doc: "An object (with `fields`) or an open enumeration (with `values`).",
    keys: &[
        must("doc", DOC, "What it is."),
        may("fields", Named(&ONE_PARAMETER), "Members of an object."),
        may(
            "values",
            VALUES,
            "Values of an enumeration; others are kept, never lost.",
        ),
        may("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
        may("note", DOC, "What to know."),
    ],
};

pub(super) const VALUES: Shape = Named(&Either(&[Text, Map(&VALUE)]));

static VALUE: Form = Form {
    name: "listed value",
    doc: "A value the contract lists.",
    keys: &[
        must("doc", DOC, "What it means."),
        may(
            "name",
            Text,
            "Name for generated code, in CamelCase, where the wire text gives none.",
        ),
        may(
            "cipher",
            Text,
            "Cipher that the value stands for, in an enumeration that chooses between ciphers.",
        ),
        may(
            "debug",
            Boolean,
            "A call with this value is checked and answered like any other, but changes nothing.",
        ),
        may("sites", List(&Text), "Sites that document it."),
        may("since", Text, "Since when."),
        may("until", Text, "Until when."),
        may("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
    ],
};

pub(super) static FORMAT: Form = Form {
    name: "format",
    doc: "The form of a text, where one word does not say it.",
    keys: &[
        may(
            "timestamp",
            Either(&[Text, List(&Text)]),
            "Accepted layouts of yyyy MM dd HH mm ss SSS; the first is written.",
        ),
        may(
            "zone",
            Word(&["utc", "beijing", "unknown"]),
            "Time zone of a timestamp.",
        ),
        may(
            "comma_list",
            Count,
            "A list joined with commas, of at most so many elements.",
        ),
        may(
            "each",
            Count,
            "Longest element of a comma list, in characters.",
        ),
    ],
};
