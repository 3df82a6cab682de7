//! What a mock of the called side does.

use super::shape::{DOC, may, must};
use crate::language::Shape::{Any, Count, Either, List, Map, Named, Scalar, Text};
use crate::language::{Form, Shape};

pub(super) static BEHAVIOUR: Form = Form {
    name: "mock",
    doc: "What a mock does with a call that is in order. In templates {name} stands for a parameter of the request or for what a step calls `as`, {name.member} for a member of it, {each} for the element a step is at, {now:LAYOUT} for this moment.",
    keys: &[
        may(
            "secrets",
            Named(&Text),
            "Secret of the scheme → collection whose keys are such secrets; the call carries one of them. The record goes by the name of the collection.",
        ),
        may(
            "refuse",
            Map(&MOCK_REFUSE),
            "Answers to calls that are not in order, where the code of a role is not what is documented.",
        ),
        may("steps", List(&ONE_STEP), "Steps in order."),
        may(
            "reply",
            Any,
            "Template of the body of the reply; the documented example unless said.",
        ),
        may("redirect", Map(&REDIRECT), "Where a browser is sent."),
    ],
};

static STEP: Form = Form {
    name: "step",
    doc: "One thing a mock does: exactly one of find, take, change, add, issue, remove, steps, equal, ordered, recent and secret.",
    keys: &[
        may(
            "find",
            Text,
            "Collection in which there is a record with this key.",
        ),
        may("take", Text, "As `find`; the record is gone afterwards."),
        may("change", Text, "As `find`; the members of `record` change."),
        may(
            "add",
            Text,
            "Collection that has no record with this key yet, and has one afterwards.",
        ),
        may(
            "issue",
            Text,
            "Collection that gets a record with a random key, its member `key`.",
        ),
        may(
            "remove",
            Text,
            "Collection from which the record with this key goes, without a key all of them.",
        ),
        may(
            "steps",
            List(&ONE_STEP),
            "Several steps, such as those for `each` element.",
        ),
        may(
            "equal",
            List(&Any),
            "Templates: the first value is one of the others.",
        ),
        may("ordered", List(&Any), "Templates whose texts ascend."),
        may(
            "recent",
            Text,
            "Template of a timestamp that is not too old.",
        ),
        may(
            "secret",
            Text,
            "Secret of the family that `value` is. Without that secret everything is.",
        ),
        may("key", KEY, "Templates that together are the key."),
        may(
            "record",
            Any,
            "Template of the record, or of the members that change.",
        ),
        may("as", Text, "What later templates call the record."),
        may(
            "lifetime",
            Text,
            "How long the record is kept, such as `10m`.",
        ),
        may("prefix", Text, "How the random key begins."),
        may("layout", Text, "How the timestamp is written."),
        may(
            "within",
            Text,
            "Highest age of the timestamp, such as `21d`.",
        ),
        may("value", Text, "Template of the value that is the secret."),
        may(
            "when",
            Text,
            "Condition over parameters of the request; always unless said.",
        ),
        may(
            "each",
            Text,
            "Parameter of the request: once for each of its elements, called `each`.",
        ),
        may(
            "else",
            ANSWER,
            "Answer if it cannot be done. What earlier steps did is undone.",
        ),
        may(
            "note",
            Scalar,
            "Result code to tell the person who tests if it cannot be done, where the platform says so only later.",
        ),
    ],
};

static ONE_STEP: Shape = Map(&STEP);
/// A result code, or a reply.
const ANSWER: Shape = Either(&[Scalar, Map(&ANSWER_FORM)]);

static ANSWER_FORM: Form = Form {
    name: "answer",
    doc: "A reply that is written down.",
    keys: &[
        may(
            "status",
            Count,
            "HTTP status; that of the reply unless said.",
        ),
        may("body", Any, "Template of the body."),
    ],
};

static REDIRECT: Form = Form {
    name: "redirect",
    doc: "Where a browser is sent.",
    keys: &[
        must("to", Text, "Template of the address."),
        may(
            "query",
            Named(&Scalar),
            "Query parameters that are added → templates of their values; those without a value are left out.",
        ),
    ],
};

static MOCK_REFUSE: Form = Form {
    name: "refusals of a mock",
    doc: "Answers to calls that are not in order.",
    keys: &[
        may("signature", ANSWER, "The signature is wrong."),
        may("parameter", ANSWER, "A parameter is wrong."),
        may(
            "parameters",
            Named(&ANSWER),
            "Path of a parameter such as records.begin_time, a rule behind a colon such as :required, or both → answer if it is broken.",
        ),
        may("malformed", ANSWER, "The body cannot be read."),
        may("method", ANSWER, "The HTTP method is another one."),
        may("throttled", ANSWER, "There are too many calls."),
    ],
};

pub(super) static COLLECTION: Form = Form {
    name: "collection",
    doc: "Records that a mock of the called side keeps in memory.",
    keys: &[
        must("doc", DOC, "What the records are."),
        may(
            "key",
            KEY,
            "What tells records apart: templates over the record, such as `{orderId}`.",
        ),
        may("records", List(&Any), "Records there are from the start."),
        may(
            "documented",
            Map(&DOCUMENTED),
            "Records that documented replies show.",
        ),
    ],
};

static DOCUMENTED: Form = Form {
    name: "documented records",
    doc: "A member of the documented replies of an interface.",
    keys: &[
        must("interface", Text, "The interface."),
        must("member", Text, "The member of its reply."),
    ],
};

/// One template or several.
const KEY: Shape = Either(&[Text, List(&Text)]);
