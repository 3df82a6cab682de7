//! How values are encrypted.

use super::shape::{CONFIDENCE, DOC, PAGE, may, must};
use crate::language::Form;
use crate::language::Shape::{Boolean, Count, List, Map, Named, Text, Word};

pub(super) static CIPHER: Form = Form {
    name: "cipher",
    doc: "How a single value is encrypted, as recipes over `plain` and `sealed`.",
    keys: &[
        may("title", DOC, "Title."),
        must("doc", DOC, "What it protects."),
        must("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
        may(
            "random",
            Named(&Map(&RANDOM)),
            "Random texts drawn for each value, by the name recipes use.",
        ),
        may("let", Named(&Text), "Steps both recipes may use."),
        may(
            "encrypt",
            Text,
            "Recipe over `plain` that gives the wire text.",
        ),
        may(
            "decrypt",
            Text,
            "Recipe over `sealed`, the wire text, that gives the plain bytes.",
        ),
        may(
            "vectors",
            List(&Map(&CIPHER_VECTOR)),
            "Encrypted values that must come out; the checker tries each.",
        ),
        may("note", DOC, "What to know."),
    ],
};

static CIPHER_VECTOR: Form = Form {
    name: "cipher vector",
    doc: "An encrypted value that must decrypt, and that the same random texts must give again.",
    keys: &[
        may("title", DOC, "What it shows."),
        may("page", PAGE, "Source pages."),
        may("invented", Boolean, "Made for this file."),
        must("secrets", Named(&Text), "Secret → value. Never a live key."),
        may(
            "random",
            Named(&Text),
            "Random text → value; where one is missing only decryption is tried.",
        ),
        must("plain", Text, "Plain text."),
        must("sealed", Text, "Wire text."),
        may("note", DOC, "What to know."),
    ],
};

static RANDOM: Form = Form {
    name: "random text",
    doc: "A random text.",
    keys: &[
        must("length", Count, "Characters."),
        must(
            "alphabet",
            Word(&["alphanumeric", "hex"]),
            "Which characters.",
        ),
    ],
};
