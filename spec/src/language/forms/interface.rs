//! Interfaces and their replies.

use super::example::EXAMPLE;
use super::mock::BEHAVIOUR;
use super::parameter::ONE_PARAMETER;
use super::shape::{CONFIDENCE, DOC, LOCALIZED, NOTE, PAGE, URL, may, must};
use crate::language::Form;
use crate::language::Shape::{Boolean, Count, Either, List, Map, Named, Scalar, Text, Word};

pub(super) static INTERFACE: Form = Form {
    name: "interface",
    doc: "One call.",
    keys: &[
        may("title", Map(&LOCALIZED), "Title."),
        may("doc", DOC, "What it does."),
        may("trigger", DOC, "When it is called."),
        may(
            "direction",
            Word(&[
                "platform-to-merchant",
                "merchant-to-platform",
                "browser-redirect",
                "third-party",
            ]),
            "Who calls whom.",
        ),
        may("version", Text, "Version of the interface as documented."),
        may(
            "method",
            Text,
            "HTTP method; that of the transport unless said.",
        ),
        may(
            "url",
            URL,
            "Address or path, or one per site; the shared address unless said.",
        ),
        may(
            "fallback_url",
            URL,
            "Address to try when the first does not answer.",
        ),
        may(
            "select",
            Named(&Scalar),
            "Parameter → value that tells this interface from others at the same address.",
        ),
        may(
            "sites",
            List(&Text),
            "Sites that document it; all of the family unless said.",
        ),
        may("since", Text, "Since when."),
        may("until", Text, "Until when."),
        may("deprecated", DOC, "Why it should not be used any more."),
        may("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
        may("scheme", Text, "Scheme of the request, or `none`."),
        may(
            "reply_scheme",
            Either(&[Text, Map(&REPLY_SCHEME)]),
            "Scheme of the reply, or `none`.",
        ),
        may(
            "idempotency",
            Map(&IDEMPOTENCY),
            "What makes two calls the same call.",
        ),
        may("retry", Map(&RETRY), "How the caller tries again."),
        may(
            "behaviour",
            List(&Map(&NOTE)),
            "What the called side must do.",
        ),
        may("headers", Named(&ONE_PARAMETER), "Request headers."),
        may("query", Named(&ONE_PARAMETER), "Query parameters."),
        may("path", Named(&ONE_PARAMETER), "Path parameters."),
        may("form", Named(&ONE_PARAMETER), "Form fields."),
        may("parts", Named(&ONE_PARAMETER), "Parts of a multipart body."),
        may("body", Named(&ONE_PARAMETER), "Members of the JSON body."),
        may("reply", Map(&REPLY), "The answer."),
        may(
            "callback",
            Map(&CALLBACK),
            "Where a browser is sent afterwards, and with what.",
        ),
        may(
            "variants",
            Named(&Map(&VARIANT)),
            "Versions of the body under one id.",
        ),
        may(
            "mock",
            Map(&BEHAVIOUR),
            "What a mock of the called side does, beyond answering the documented example.",
        ),
        may(
            "examples",
            List(&Map(&EXAMPLE)),
            "Examples, checked against the interface.",
        ),
        may("note", DOC, "What to know."),
    ],
};

static VARIANT: Form = Form {
    name: "variant",
    doc: "One version of an interface.",
    keys: &[
        may("title", DOC, "Title."),
        may("doc", DOC, "What is different."),
        may("url", URL, "Address."),
        may(
            "fallback_url",
            URL,
            "Address to try when the first does not answer.",
        ),
        may(
            "select",
            Named(&Scalar),
            "Parameter → value that tells this variant from others.",
        ),
        may("sites", List(&Text), "Sites that document it."),
        may("since", Text, "Since when."),
        may("until", Text, "Until when."),
        may("headers", Named(&ONE_PARAMETER), "Request headers."),
        may("query", Named(&ONE_PARAMETER), "Query parameters."),
        may("path", Named(&ONE_PARAMETER), "Path parameters."),
        may("form", Named(&ONE_PARAMETER), "Form fields."),
        may("parts", Named(&ONE_PARAMETER), "Parts of a multipart body."),
        may("body", Named(&ONE_PARAMETER), "Members of the JSON body."),
        may("reply", Map(&REPLY), "The answer."),
        may(
            "mock",
            Map(&BEHAVIOUR),
            "What a mock does, if not what it does for the interface.",
        ),
        may("examples", List(&Map(&EXAMPLE)), "Examples."),
    ],
};

static IDEMPOTENCY: Form = Form {
    name: "idempotency",
    doc: "What makes two calls the same call.",
    keys: &[
        may(
            "key",
            List(&Text),
            "Request parameters that together identify the call; none for a read.",
        ),
        may(
            "repeatable",
            Boolean,
            "Whether a repeated call has no further effect. Without it, calls with a key and those of GET are taken to be.",
        ),
        may("doc", DOC, "What a repeated call must do."),
        may("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
    ],
};

static RETRY: Form = Form {
    name: "retry",
    doc: "How the caller tries again.",
    keys: &[
        may("every", Text, "Interval, such as `1h`."),
        may("for", Text, "How long, such as `3h`."),
        may("times", Count, "How often."),
        may("until", Word(&["success"]), "Repeated until it succeeds."),
        may("then", DOC, "What happens when all tries failed."),
        may("doc", DOC, "What is known."),
        may("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
    ],
};

static CALLBACK: Form = Form {
    name: "callback",
    doc: "A browser redirect that answers this call.",
    keys: &[
        may("to", DOC, "Where the browser is sent."),
        may(
            "query",
            Named(&ONE_PARAMETER),
            "Query parameters it brings.",
        ),
        may(
            "echoes",
            Text,
            "Query parameter of the request that comes back unchanged, and by which the caller knows its own request again.",
        ),
        may("page", PAGE, "Source pages."),
    ],
};

static REPLY: Form = Form {
    name: "reply",
    doc: "The answer to a call.",
    keys: &[
        may("status", Count, "HTTP status."),
        may(
            "content_type",
            Text,
            "Content type; that of the transport unless said.",
        ),
        may(
            "xml_prefix",
            Text,
            "Prefix of every element of an XML reply.",
        ),
        may(
            "xml_namespace",
            Text,
            "Namespace that the root of an XML reply declares.",
        ),
        may(
            "xml_when",
            Named(&Scalar),
            "Parameter of the request → value that asks for XML; JSON is answered otherwise.",
        ),
        may("headers", Named(&ONE_PARAMETER), "Reply headers."),
        may("body", Named(&ONE_PARAMETER), "Members of the reply."),
        may("codes", List(&Scalar), "Result codes that may occur."),
        may(
            "codes_confidence",
            CONFIDENCE,
            "How sure the list of codes is.",
        ),
        may("codes_note", DOC, "What to know about the list of codes."),
    ],
};

static REPLY_SCHEME: Form = Form {
    name: "reply scheme",
    doc: "Scheme of the reply where only some sites demand it.",
    keys: &[
        must("scheme", Text, "Scheme."),
        may("sites", List(&Text), "Sites that demand it."),
        may("condition", DOC, "When it is demanded."),
    ],
};
