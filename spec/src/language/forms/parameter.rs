//! Parameters.

use super::shape::{CONFIDENCE, DOC, LIMIT, PAGE, REQUIRED, SITES, may, must};
use super::value_type::{FORMAT, VALUES};
use crate::language::Shape::{
    Any, Boolean, Count, Either, List, Map, Named, Number, Scalar, Text, Word,
};
use crate::language::{Form, Shape};

/// A parameter of a request or a reply.
pub static PARAMETER: Form = Form {
    name: "parameter",
    doc: "A parameter: one row of a vendor's table.",
    keys: &[
        may(
            "use",
            Text,
            "Takes over a shared parameter; keys written beside it win.",
        ),
        may(
            "type",
            Text,
            "string, integer, decimal(p,s), boolean, enum, object, binary, any, result-code, the name of a type, T[] or map<T>.",
        ),
        may("required", REQUIRED, "`true`, `false` or `conditional`."),
        may(
            "when",
            Text,
            "Condition over sibling parameters under which it is mandatory, such as `status == \"FREEZE\"`.",
        ),
        may(
            "condition",
            DOC,
            "The condition in words, where siblings cannot express it.",
        ),
        may(
            "emit",
            Word(&["always"]),
            "Sent always although documented as optional.",
        ),
        may(
            "max_length",
            LIMIT,
            "Longest text; `unknown` (default) differs from `unlimited`.",
        ),
        may("min_length", Count, "Shortest text."),
        may(
            "unit",
            Word(&["characters", "bytes", "utf16"]),
            "What lengths count; `characters` unless said.",
        ),
        may("max_items", LIMIT, "Most elements of a list."),
        may("min_items", Count, "Fewest elements of a list."),
        may("min", Number, "Smallest number."),
        may("max", Number, "Largest number."),
        may(
            "advisory",
            Text,
            "Id of the erratum that says why the printed limit is reported but never enforced.",
        ),
        may(
            "values",
            VALUES,
            "Listed values; others are kept, never lost.",
        ),
        may("default", Scalar, "What an absent parameter means."),
        may("format", Either(&[Text, Map(&FORMAT)]), "Form of the text."),
        may(
            "fields",
            Named(&ONE_PARAMETER),
            "Members of an object that is used once.",
        ),
        may(
            "holds",
            Text,
            "Type of the JSON inside the text; goes with `type: string` and `format: json`.",
        ),
        may("nullable", Boolean, "Whether `null` may stand for absent."),
        may(
            "sensitive",
            Boolean,
            "Never shown in logs, errors or debug output.",
        ),
        may("encrypted", Text, "Cipher under which the value travels."),
        may(
            "varies",
            Boolean,
            "Has another value on each resend of the same call.",
        ),
        may(
            "debug",
            Scalar,
            "The value that marks a call of debugging or probing, which is answered like any other and changes nothing.",
        ),
        may(
            "xml",
            Word(&["text"]),
            "In XML no element or attribute of its own but the text of the element around it.",
        ),
        may(
            "file_name",
            Text,
            "Where the name of this file stands: another part and its member, such as `info.name`.",
        ),
        may(
            "name",
            Text,
            "Name for generated code in snake_case, where the wire name gives none.",
        ),
        may("doc", DOC, "What it is."),
        may("note", DOC, "What to know about the source."),
        may("example", Any, "Example value."),
        may("page", PAGE, "Source pages."),
        may(
            "confidence",
            CONFIDENCE,
            "How sure this is; `table` unless said.",
        ),
        may(
            "sites",
            SITES,
            "Sites that document it, or what differs on each; all of the family unless said.",
        ),
        may(
            "readings",
            List(&Map(&READING)),
            "What single pages print where they differ.",
        ),
        may(
            "erratum",
            Text,
            "Id of the erratum that decides between the readings.",
        ),
        may("since", Text, "Since when."),
        may("until", Text, "Until when."),
        may("deprecated", DOC, "Why it should not be used any more."),
    ],
};

pub(super) static ONE_PARAMETER: Shape = Map(&PARAMETER);

pub(super) static SITE_DIFFERENCE: Form = Form {
    name: "site difference",
    doc: "What one site documents differently.",
    keys: &[
        may("required", REQUIRED, "Required mark."),
        may("max_length", LIMIT, "Longest text."),
        may(
            "values",
            List(&Scalar),
            "The listed values that this site knows.",
        ),
        may("default", Scalar, "Default."),
        may("format", Either(&[Text, Map(&FORMAT)]), "Form of the text."),
        may("doc", DOC, "What else differs."),
        may("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
    ],
};

static READING: Form = Form {
    name: "reading",
    doc: "What one page prints.",
    keys: &[
        must("page", PAGE, "The pages that print it."),
        may("required", REQUIRED, "Required mark."),
        may("type", Text, "Type."),
        may("max_length", LIMIT, "Longest text."),
        may("format", Text, "Form of the text, as printed."),
        may("values", List(&Scalar), "Listed values."),
        may("doc", DOC, "What it says."),
    ],
};
