//! Calls that belong together.

use super::shape::{CONFIDENCE, DOC, PAGE, may, must};
use crate::language::Form;
use crate::language::Shape::{Any, Boolean, Count, Either, List, Map, Named, Scalar, Text};

pub(super) static SCENARIO: Form = Form {
    name: "scenario",
    doc: "Calls of the platform that belong together, such as the life of an order, and what must be answered.",
    keys: &[
        must("title", DOC, "Title."),
        may("doc", DOC, "What it shows."),
        may("page", PAGE, "Source pages."),
        may(
            "confidence",
            CONFIDENCE,
            "How sure this is; `table` unless said.",
        ),
        may("note", DOC, "What to know."),
        may(
            "sites",
            List(&Text),
            "Sites on which it can happen; all of the family unless said.",
        ),
        may(
            "products",
            List(&Text),
            "Products to which it can happen; all unless said.",
        ),
        may(
            "values",
            Named(&Either(&[Text, Map(&SCENARIO_VALUE)])),
            "Values made before the first call: a text with earlier names in braces, or how one is drawn.",
        ),
        may(
            "records",
            List(&Map(&SCENARIO_RECORD)),
            "What the platform answers when the merchant asks while the scenario runs.",
        ),
        must("steps", List(&Map(&SCENARIO_STEP)), "Calls in order."),
    ],
};

static SCENARIO_VALUE: Form = Form {
    name: "scenario value",
    doc: "How a value of a scenario is drawn.",
    keys: &[
        must(
            "like",
            Text,
            "Request parameter, as `interface.parameter`, whose example shows the form, or whose format is written.",
        ),
        may(
            "from_now",
            Text,
            "How long from now the point in time is, such as `30d`.",
        ),
        may(
            "given",
            Boolean,
            "Only the user can say it, such as a key the merchant knows; without it the scenario is left out.",
        ),
        may("doc", DOC, "What it is."),
    ],
};

static SCENARIO_RECORD: Form = Form {
    name: "scenario record",
    doc: "A documented answer of an interface of the platform, with the values of the scenario in it.",
    keys: &[
        must(
            "of",
            Text,
            "Interface that the merchant calls, as `family/interface`.",
        ),
        must(
            "like",
            Named(&Text),
            "Request parameter → value of the documented request whose answer is taken.",
        ),
        must(
            "asked",
            Named(&Text),
            "Request parameter → value the merchant asks for; stands in the answer wherever the documented one does.",
        ),
        may("set", Named(&Any), "JSON pointer into the answer → value."),
    ],
};

static SCENARIO_STEP: Form = Form {
    name: "scenario step",
    doc: "A call of a scenario. Values may have names of values in braces.",
    keys: &[
        must("call", Text, "Interface that is called."),
        may("title", DOC, "What the step shows."),
        may("page", PAGE, "Source pages of what is expected."),
        may(
            "confidence",
            CONFIDENCE,
            "How sure this is; `table` unless said.",
        ),
        may("note", DOC, "What to know."),
        may(
            "with",
            Named(&Any),
            "Request parameter → value; what else must be there is made up.",
        ),
        may(
            "code",
            Either(&[Scalar, List(&Scalar)]),
            "Result codes that may be answered; those of success unless said.",
        ),
        may(
            "reply",
            Named(&Any),
            "Member of the reply, as a path with points → value it must have.",
        ),
        may(
            "keep",
            Named(&Text),
            "Name → member of the reply that later steps use; the same in every reply of the step.",
        ),
        may(
            "times",
            Count,
            "How often the call is sent, each time with new values for what varies; once unless said.",
        ),
        may(
            "at_once",
            Boolean,
            "Whether all of them are sent at the same moment.",
        ),
        may(
            "poll",
            Map(&SCENARIO_POLL),
            "How the call is repeated while the answer is that the work still goes on.",
        ),
    ],
};

static SCENARIO_POLL: Form = Form {
    name: "poll",
    doc: "How a call is repeated while the answer is that the work still goes on.",
    keys: &[
        must("every", Text, "Interval, such as `1s`."),
        must("for", Text, "Longest time, such as `1m`."),
    ],
};
