//! HTTP rules.

use super::shape::{DOC, NOTE, PAGE, may};
use crate::language::Form;
use crate::language::Shape::{Count, List, Map, Text, Word};

pub(super) static TRANSPORT: Form = Form {
    name: "transport",
    doc: "HTTP rules of a family.",
    keys: &[
        may("request", Map(&TRANSPORT_REQUEST), "How requests look."),
        may("reply", Map(&TRANSPORT_REPLY), "How replies must look."),
        may("tls", Text, "Lowest TLS version."),
        may("notes", List(&Map(&NOTE)), "Further rules."),
    ],
};

static TRANSPORT_REQUEST: Form = Form {
    name: "request transport",
    doc: "How requests look.",
    keys: &[
        may("method", Text, "HTTP method, when all interfaces share it."),
        may("content_type", Text, "Content type."),
        may("accept", Text, "Accept header."),
        may("address", DOC, "Which address is called."),
        may(
            "host",
            Word(&["domain", "any"]),
            "What the address names: a domain only, or any host, an IP address too (default).",
        ),
        may(
            "page",
            PAGE,
            "Source pages of these rules and of the TLS version.",
        ),
    ],
};

static TRANSPORT_REPLY: Form = Form {
    name: "reply transport",
    doc: "How replies must look.",
    keys: &[
        may("status", Count, "HTTP status of every reply."),
        may("content_type", Text, "Content type."),
        may("within", Text, "How long the caller waits, such as `5s`."),
        may(
            "code",
            Text,
            "Name of the parameter that carries the result code.",
        ),
        may(
            "message",
            Text,
            "Name of the parameter that carries the result text.",
        ),
        may("page", PAGE, "Source pages."),
    ],
};
