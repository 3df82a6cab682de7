//! How calls are signed.

use super::shape::{CONFIDENCE, DOC, LIMIT, PAGE, REQUIRED, may, must};
use super::value_type::FORMAT;
use crate::language::Form;
use crate::language::Shape::{Boolean, Either, List, Map, Named, Scalar, Text, Word};

pub(super) static SCHEME: Form = Form {
    name: "scheme",
    doc: "How a message is signed, as data: what it carries and the recipe of the signature.",
    keys: &[
        may("title", DOC, "Title."),
        must("doc", DOC, "What it protects."),
        must(
            "of",
            Word(&["request", "reply"]),
            "Which message is signed.",
        ),
        may(
            "sites",
            List(&Text),
            "Sites that use it; all of the family unless said.",
        ),
        must("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
        may("note", DOC, "What to know."),
        must(
            "carries",
            Named(&Map(&CARRIED)),
            "Values the message carries, by the name recipes use.",
        ),
        may(
            "let",
            Named(&Either(&[Text, List(&Text)])),
            "Steps in order: name → recipe. A list gives readings a verifier tries in turn; a signer uses the first.",
        ),
        must(
            "equals",
            Named(&Text),
            "Carried value → recipe of what it must equal.",
        ),
        may(
            "chooses",
            Named(&Text),
            "Carried value → recipe by which a signer chooses it; a verifier takes it as it comes.",
        ),
        may(
            "compare",
            Word(&["exact", "ignore-case"]),
            "How the signature is compared; `exact` unless said.",
        ),
        may(
            "fresh",
            Named(&Text),
            "Carried timestamp → how far it may be from now, either way, such as `60s`; `unknown` where no page says so.",
        ),
        may(
            "once",
            Text,
            "Carried value that may be seen only once within the freshness window.",
        ),
        may(
            "refuse",
            Map(&REFUSE),
            "Result codes for a message that fails.",
        ),
        may(
            "vectors",
            List(&Map(&VECTOR)),
            "Signed messages that must verify; the checker tries each.",
        ),
    ],
};

static VECTOR: Form = Form {
    name: "test vector",
    doc: "A signed message that must verify: published, or made with another implementation.",
    keys: &[
        may("title", DOC, "What it shows."),
        may("page", PAGE, "Source pages."),
        may("invented", Boolean, "Made for this file."),
        must("secrets", Named(&Text), "Secret → value. Never a live key."),
        may("method", Text, "HTTP method."),
        may("path", Text, "Path."),
        may(
            "query",
            Named(&Text),
            "Query parameters, decoded, without those the scheme carries.",
        ),
        may(
            "headers",
            Named(&Text),
            "Headers, without those the scheme carries.",
        ),
        may("body", Text, "Body, to the byte."),
        may(
            "steps",
            Named(&Text),
            "Step → text it must give, to find the first difference.",
        ),
        must("carries", Named(&Text), "Carried value → text on the wire."),
        may("note", DOC, "What to know."),
    ],
};

static CARRIED: Form = Form {
    name: "carried value",
    doc: "A value a signed message carries.",
    keys: &[
        must("in", Word(&["header", "query"]), "Where it travels."),
        may(
            "name",
            Text,
            "Name on the wire, letter case as documented; the recipe's name unless said.",
        ),
        may(
            "template",
            Text,
            "Text around packed values in braces, such as `sign_type=\"X\", signature=\"{signature}\"`.",
        ),
        may("type", Text, "Type as documented; `string` unless said."),
        may("required", REQUIRED, "`true` unless said."),
        may("condition", DOC, "When it is there, if conditional."),
        may("max_length", LIMIT, "Longest value in characters."),
        may("format", Either(&[Text, Map(&FORMAT)]), "Form of the text."),
        may("example", Scalar, "Example."),
        must("doc", DOC, "What it is."),
        must("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
        may("note", DOC, "What to know."),
        may("sites", List(&Text), "Sites that document it."),
    ],
};

static REFUSE: Form = Form {
    name: "refusals",
    doc: "Result codes for a message that fails its scheme.",
    keys: &[
        may(
            "missing",
            Named(&Scalar),
            "Carried value → result code when it is not there.",
        ),
        may(
            "mismatch",
            Scalar,
            "Result code when the signature is wrong.",
        ),
        may(
            "stale",
            Scalar,
            "Result code when the timestamp is too far from now.",
        ),
        may(
            "replayed",
            Scalar,
            "Result code when the nonce was seen before.",
        ),
    ],
};
