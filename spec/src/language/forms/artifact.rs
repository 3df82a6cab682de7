//! Packages on disk.

use super::parameter::ONE_PARAMETER;
use super::shape::{CONFIDENCE, DOC, PAGE, REQUIRED, may, must};
use crate::language::Form;
use crate::language::Shape::{Count, Either, List, Map, Named, Text, Word};

pub(super) static ARTIFACT: Form = Form {
    name: "artifact",
    doc: "A package on disk.",
    keys: &[
        must("title", DOC, "Title."),
        must("doc", DOC, "What it is."),
        may(
            "names",
            List(&Text),
            "Patterns of the file name of the package, such as `*.zip`.",
        ),
        may(
            "max_bytes",
            Count,
            "Largest size of the whole, packed if it is packed.",
        ),
        may(
            "files",
            Named(&Map(&ARTIFACT_FILE)),
            "Path pattern from the root of the package → what stands there; a slash at the end stands for a folder with all below.",
        ),
        may(
            "forbidden",
            Named(&Either(&[Text, Map(&FORBIDDEN)])),
            "What must not occur → why; names and paths may have `*`.",
        ),
        must("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
        may("note", DOC, "What to know."),
    ],
};

static ARTIFACT_FILE: Form = Form {
    name: "artifact file",
    doc: "A file or folder of a package.",
    keys: &[
        must("doc", DOC, "What it is."),
        may("required", REQUIRED, "Whether it must be there."),
        may("condition", DOC, "When it must be there."),
        may(
            "max_bytes",
            Count,
            "Largest size of all files that match together.",
        ),
        may("max_count", Count, "How many files may match."),
        may(
            "fields",
            Named(&ONE_PARAMETER),
            "Keys of a structured file.",
        ),
        may("page", PAGE, "Source pages."),
    ],
};

static FORBIDDEN: Form = Form {
    name: "forbidden content",
    doc: "Something that must not occur in a package.",
    keys: &[
        must("doc", DOC, "Why."),
        may(
            "as",
            Word(&["text", "function", "resource", "block", "file"]),
            "What it is: text of any file (default), a function, resource type or block of Terraform, or a path.",
        ),
        may(
            "in",
            Text,
            "Kind of the block around a forbidden block, such as `terraform`.",
        ),
        may("sites", List(&Text), "Sites that forbid it."),
        may("page", PAGE, "Source pages."),
    ],
};
