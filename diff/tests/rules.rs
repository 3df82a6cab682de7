//! Every rule, by the smallest change that shows it. Each pair is compared both ways.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may panic"
)]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use koo_codegen::File;
use koo_diff::Comparison;
use koo_diff::party::{Direction, Party, Severity, Side};
use koo_diff::rule::{Rule, Semver};
use koo_diff::verdict::Verdict;
use support::{
    BASE, CATALOGUE, changes, emitted, outline, outline_in, outline_of, replaced, replaced_in,
};

/// Parameters: rule forwards, rule backwards, the parameter before and after. `-` is no parameter. Each pair is tried in
/// a request and in a reply.
const PARAMETERS: &[(&str, &str, &str, &str)] = &[
    (
        "added-mandatory",
        "removed-mandatory",
        "-",
        "x: {type: string, required: true, max_length: 9, doc: X., page: orders}",
    ),
    (
        "added-optional",
        "removed-optional",
        "-",
        "x: {type: string, required: false, doc: X., page: orders}",
    ),
    (
        "added-conditional",
        "removed-optional",
        "-",
        "x: {type: string, required: conditional, condition: Sometimes., doc: X., page: orders}",
    ),
    (
        "added-optional",
        "removed-optional",
        "-",
        "x: {type: object, required: false, doc: X., page: orders, fields: {y: {type: string, required: true, doc: Y., page: orders}}}",
    ),
    (
        "letter-case-changed",
        "letter-case-changed",
        "xY: {type: string, required: true, doc: X., page: orders}",
        "xy: {type: string, required: true, doc: X., page: orders}",
    ),
    (
        "type-changed",
        "type-changed",
        "x: {type: string, required: true, doc: X., page: orders}",
        "x: {type: integer, required: true, doc: X., page: orders}",
    ),
    (
        "type-changed",
        "type-changed",
        "x: {type: Item, required: true, doc: X., page: orders}",
        "x: {type: \"Item[]\", required: true, doc: X., page: orders}",
    ),
    (
        "type-changed",
        "type-changed",
        "x: {type: Item, required: true, doc: X., page: orders}",
        "x: {type: string, required: true, doc: X., page: orders}",
    ),
    (
        "type-renamed",
        "type-renamed",
        "x: {type: object, required: true, doc: X., page: orders, fields: {name: {type: string, required: true, max_length: 32, doc: What it is., page: orders}}}",
        "x: {type: Item, required: true, doc: X., page: orders}",
    ),
    (
        "became-enumeration",
        "became-text",
        "x: {type: string, required: true, values: {a: {doc: A.}}, doc: X., page: orders}",
        "x: {type: enum, required: true, values: {a: {doc: A.}}, doc: X., page: orders}",
    ),
    (
        "decimal-widened",
        "decimal-narrowed",
        "x: {type: \"decimal(12,4)\", required: true, doc: X., page: orders}",
        "x: {type: \"decimal(14,4)\", required: true, doc: X., page: orders}",
    ),
    (
        "optional-became-mandatory",
        "mandatory-became-optional",
        "x: {type: string, required: false, doc: X., page: orders}",
        "x: {type: string, required: true, doc: X., page: orders}",
    ),
    (
        "optional-became-conditional",
        "conditional-became-optional",
        "x: {type: string, required: false, doc: X., page: orders}",
        "x: {type: string, required: conditional, condition: Sometimes., doc: X., page: orders}",
    ),
    (
        "conditional-became-mandatory",
        "mandatory-became-conditional",
        "x: {type: string, required: conditional, condition: Sometimes., doc: X., page: orders}",
        "x: {type: string, required: true, doc: X., page: orders}",
    ),
    (
        "condition-changed",
        "condition-changed",
        "x: {type: string, required: conditional, when: \"present(@)\", doc: X., page: orders}",
        "x: {type: string, required: conditional, when: \"!present(@)\", doc: X., page: orders}",
    ),
    (
        "condition-reworded",
        "condition-reworded",
        "x: {type: string, required: conditional, condition: Sometimes., doc: X., page: orders}",
        "x: {type: string, required: conditional, condition: Often., doc: X., page: orders}",
    ),
    (
        "length-widened",
        "length-narrowed",
        "x: {type: string, required: true, max_length: 64, doc: X., page: orders}",
        "x: {type: string, required: true, max_length: 128, doc: X., page: orders}",
    ),
    (
        "length-became-known",
        "length-became-unknown",
        "x: {type: string, required: true, max_length: unknown, doc: X., page: orders}",
        "x: {type: string, required: true, max_length: 128, doc: X., page: orders}",
    ),
    (
        "length-lifted",
        "length-introduced",
        "x: {type: string, required: true, max_length: 64, doc: X., page: orders}",
        "x: {type: string, required: true, max_length: unlimited, doc: X., page: orders}",
    ),
    (
        "length-declared-unlimited",
        "length-no-longer-unlimited",
        "x: {type: string, required: true, max_length: unknown, doc: X., page: orders}",
        "x: {type: string, required: true, max_length: unlimited, doc: X., page: orders}",
    ),
    (
        "min-length-raised",
        "min-length-lowered",
        "x: {type: string, required: true, doc: X., page: orders}",
        "x: {type: string, required: true, min_length: 2, doc: X., page: orders}",
    ),
    (
        "unit-widened",
        "unit-narrowed",
        "x: {type: string, required: true, max_length: 64, unit: bytes, doc: X., page: orders}",
        "x: {type: string, required: true, max_length: 64, doc: X., page: orders}",
    ),
    (
        "items-widened",
        "items-narrowed",
        "x: {type: \"string[]\", required: true, max_items: 5, doc: X., page: orders}",
        "x: {type: \"string[]\", required: true, max_items: 9, doc: X., page: orders}",
    ),
    (
        "min-items-raised",
        "min-items-lowered",
        "x: {type: \"string[]\", required: true, doc: X., page: orders}",
        "x: {type: \"string[]\", required: true, min_items: 1, doc: X., page: orders}",
    ),
    (
        "range-widened",
        "range-narrowed",
        "x: {type: integer, required: true, min: 1, doc: X., page: orders}",
        "x: {type: integer, required: true, min: 0, doc: X., page: orders}",
    ),
    (
        "range-widened",
        "range-narrowed",
        "x: {type: integer, required: true, max: 9, doc: X., page: orders}",
        "x: {type: integer, required: true, doc: X., page: orders}",
    ),
    (
        "value-added",
        "value-removed",
        "x: {type: enum, required: true, values: {a: {doc: A.}}, doc: X., page: orders}",
        "x: {type: enum, required: true, values: {a: {doc: A.}, b: {doc: B.}}, doc: X., page: orders}",
    ),
    (
        "value-added",
        "value-removed",
        "x: {type: string, required: true, values: {a: {doc: A.}}, doc: X., page: orders}",
        "x: {type: string, required: true, values: {a: {doc: A.}, b: {doc: B.}}, doc: X., page: orders}",
    ),
    (
        "value-added",
        "value-removed",
        "x: {type: enum, required: true, values: {a: {doc: A.}, b: {doc: B., sites: [north]}}, doc: X., page: orders}",
        "x: {type: enum, required: true, values: {a: {doc: A.}, b: {doc: B.}}, doc: X., page: orders}",
    ),
    (
        "values-listed",
        "values-unlisted",
        "x: {type: string, required: true, doc: X., page: orders}",
        "x: {type: string, required: true, values: {a: {doc: A.}}, doc: X., page: orders}",
    ),
    (
        "value-meaning-changed",
        "value-meaning-changed",
        "x: {type: string, required: true, values: {a: {doc: A.}}, doc: X., page: orders}",
        "x: {type: string, required: true, values: {a: {doc: Another.}}, doc: X., page: orders}",
    ),
    (
        "value-validity-changed",
        "value-validity-changed",
        "x: {type: string, required: true, values: {a: {doc: A.}}, doc: X., page: orders}",
        "x: {type: string, required: true, values: {a: {doc: A., until: \"2026\"}}, doc: X., page: orders}",
    ),
    (
        "format-changed",
        "format-changed",
        "x: {type: string, required: true, format: hex, doc: X., page: orders}",
        "x: {type: string, required: true, format: base64, doc: X., page: orders}",
    ),
    (
        "format-introduced",
        "format-dropped",
        "x: {type: string, required: true, doc: X., page: orders}",
        "x: {type: string, required: true, format: {timestamp: yyyyMMdd, zone: utc}, doc: X., page: orders}",
    ),
    (
        "default-changed",
        "default-changed",
        "x: {type: string, required: false, default: a, doc: X., page: orders}",
        "x: {type: string, required: false, default: b, doc: X., page: orders}",
    ),
    (
        "default-introduced",
        "default-dropped",
        "x: {type: string, required: false, doc: X., page: orders}",
        "x: {type: string, required: false, default: b, doc: X., page: orders}",
    ),
    (
        "became-sensitive",
        "no-longer-sensitive",
        "x: {type: string, required: true, doc: X., page: orders}",
        "x: {type: string, required: true, sensitive: true, doc: X., page: orders}",
    ),
    (
        "encryption-introduced",
        "encryption-dropped",
        "x: {type: string, required: true, doc: X., page: orders}",
        "x: {type: string, required: true, encrypted: sealed, doc: X., page: orders}",
    ),
    (
        "encryption-changed",
        "encryption-changed",
        "x: {type: string, required: true, encrypted: sealed, doc: X., page: orders}",
        "x: {type: string, required: true, encrypted: sealed2, doc: X., page: orders}",
    ),
    (
        "held-type-changed",
        "held-type-changed",
        "x: {type: string, format: json, holds: Item, required: true, doc: X., page: orders}",
        "x: {type: string, format: json, holds: \"Item[]\", required: true, doc: X., page: orders}",
    ),
    (
        "null-admitted",
        "null-refused",
        "x: {type: string, required: true, doc: X., page: orders}",
        "x: {type: string, required: true, nullable: true, doc: X., page: orders}",
    ),
    (
        "emission-changed",
        "emission-changed",
        "x: {type: string, required: false, doc: X., page: orders}",
        "x: {type: string, required: false, emit: always, doc: X., page: orders}",
    ),
    (
        "variation-changed",
        "variation-changed",
        "x: {type: string, required: true, doc: X., page: orders}",
        "x: {type: string, required: true, varies: true, doc: X., page: orders}",
    ),
    (
        "deprecated",
        "undeprecated",
        "x: {type: string, required: true, doc: X., page: orders}",
        "x: {type: string, required: true, deprecated: It goes., doc: X., page: orders}",
    ),
    (
        "validity-changed",
        "validity-changed",
        "x: {type: string, required: true, doc: X., page: orders}",
        "x: {type: string, required: true, since: \"2026\", doc: X., page: orders}",
    ),
    (
        "limit-became-advisory",
        "limit-became-binding",
        "x: {type: string, required: true, max_length: 9, doc: X., page: orders}",
        "x: {type: string, required: true, max_length: 9, advisory: doubt, doc: X., page: orders}",
    ),
    (
        "site-note-changed",
        "site-note-changed",
        "x: {type: string, required: true, sites: {south: {}, north: {}}, doc: X., page: orders}",
        "x: {type: string, required: true, sites: {south: {doc: Other.}, north: {}}, doc: X., page: orders}",
    ),
    (
        "described",
        "described",
        "x: {type: string, required: true, doc: X., page: orders}",
        "x: {type: string, required: true, doc: Y., page: orders}",
    ),
    (
        "sources-changed",
        "sources-changed",
        "x: {type: string, required: true, doc: X., page: orders}",
        "x: {type: string, required: true, doc: X., page: [orders, more]}",
    ),
    (
        "confidence-changed",
        "confidence-changed",
        "x: {type: string, required: true, doc: X., page: orders}",
        "x: {type: string, required: true, doc: X., page: orders, confidence: snippet}",
    ),
    (
        "field-renamed",
        "field-renamed",
        "x: {type: string, required: true, doc: X., page: orders}",
        "x: {type: string, required: true, doc: X., page: orders, name: other}",
    ),
    (
        "decision-changed",
        "decision-changed",
        "x: {type: string, required: true, doc: X., page: orders}",
        "x: {type: string, required: true, doc: X., page: orders, erratum: doubt}",
    ),
    // What single sites document differently.
    (
        "length-widened",
        "length-narrowed",
        "x: {type: string, required: true, max_length: 64, doc: X., page: orders, sites: {south: {}, north: {}}}",
        "x: {type: string, required: true, max_length: 64, doc: X., page: orders, sites: {south: {max_length: 99}, north: {}}}",
    ),
    (
        "optional-became-mandatory",
        "mandatory-became-optional",
        "x: {type: string, required: false, doc: X., page: orders, sites: {south: {}, north: {}}}",
        "x: {type: string, required: false, doc: X., page: orders, sites: {south: {required: true}, north: {}}}",
    ),
    (
        "default-introduced",
        "default-dropped",
        "x: {type: string, required: false, doc: X., page: orders, sites: {south: {}, north: {}}}",
        "x: {type: string, required: false, doc: X., page: orders, sites: {south: {default: a}, north: {}}}",
    ),
    (
        "value-removed",
        "value-added",
        "x: {type: string, required: true, values: {a: {doc: A.}, b: {doc: B.}}, doc: X., page: orders, sites: {south: {}, north: {}}}",
        "x: {type: string, required: true, values: {a: {doc: A.}, b: {doc: B.}}, doc: X., page: orders, sites: {south: {values: [a]}, north: {}}}",
    ),
    (
        "added-mandatory",
        "removed-mandatory",
        "x: {type: string, required: true, doc: X., page: orders, sites: [north]}",
        "x: {type: string, required: true, doc: X., page: orders}",
    ),
    (
        "value-renamed",
        "value-renamed",
        "x: {type: enum, required: true, values: {a: {doc: A.}}, doc: X., page: orders}",
        "x: {type: enum, required: true, values: {a: {doc: A., name: First}}, doc: X., page: orders}",
    ),
    (
        "value-debug-changed",
        "value-debug-changed",
        "x: {type: enum, required: true, values: {a: {doc: A.}}, doc: X., page: orders}",
        "x: {type: enum, required: true, values: {a: {doc: A., debug: true}}, doc: X., page: orders}",
    ),
    (
        "value-cipher-changed",
        "value-cipher-changed",
        "x: {type: enum, required: true, values: {a: {doc: A.}}, doc: X., page: orders}",
        "x: {type: enum, required: true, values: {a: {doc: A., cipher: sealed}}, doc: X., page: orders}",
    ),
    (
        "value-described",
        "value-described",
        "x: {type: enum, required: true, values: {a: {doc: A.}}, doc: X., page: orders}",
        "x: {type: enum, required: true, values: {a: {doc: A., page: more}}, doc: X., page: orders}",
    ),
    (
        "xml-form-changed",
        "xml-form-changed",
        "x: {type: string, required: true, doc: X., page: orders}",
        "x: {type: string, required: true, doc: X., page: orders, xml: text}",
    ),
    (
        "described",
        "described",
        "x: {type: string, required: true, doc: X., page: orders}",
        "x: {type: string, required: true, doc: X., page: orders, example: x}",
    ),
    (
        "sources-changed",
        "sources-changed",
        "x: {type: string, required: true, doc: X., page: orders}",
        "x: {type: string, required: true, doc: X., page: orders, note: Read twice.}",
    ),
];

/// Everything else: rules forwards, rules backwards, the text of the base and what takes its place.
const CONTRACT: &[(&str, &str, &str, &str)] = &[
    (
        "interface-added",
        "interface-removed",
        "functions:\n",
        "  askPrice:\n    title: {en: Asking the price, zh: 价格}\n    direction: platform-to-merchant\n    method: POST\n    select: {action: askPrice}\n    scheme: none\n    page: orders\n    reply: {body: {code: {type: result-code, required: true, max_length: 2, doc: O., page: orders}, text: {type: string, required: false, doc: T., page: orders}}}\n    body: {action: {type: string, required: true, doc: W., page: orders}}\nfunctions:\n",
    ),
    (
        "direction-changed",
        "direction-changed",
        "direction: merchant-to-platform",
        "direction: third-party",
    ),
    (
        "method-changed",
        "method-changed",
        "    method: GET\n    url: {north",
        "    method: POST\n    url: {north",
    ),
    (
        "url-changed",
        "url-changed",
        "url: /drop\n",
        "url: /dropped\n",
    ),
    (
        "url-added",
        "url-removed",
        "url: {north: https://north.example.org/stock}",
        "url: {north: https://north.example.org/stock, south: https://south.example.org/stock}",
    ),
    (
        "fallback-url-changed",
        "fallback-url-changed",
        "    fallback_url: /drop2\n",
        "",
    ),
    (
        "selector-changed",
        "selector-changed",
        "select: {action: dropOrder}",
        "select: {action: drop}",
    ),
    (
        "scheme-dropped",
        "scheme-introduced",
        "    select: {action: dropOrder}\n    scheme: signed",
        "    select: {action: dropOrder}\n    scheme: none",
    ),
    (
        "scheme-changed",
        "scheme-changed",
        "    select: {action: dropOrder}\n    scheme: signed",
        "    select: {action: dropOrder}\n    scheme: signed2",
    ),
    (
        "reply-scheme-dropped",
        "reply-scheme-introduced",
        "    reply_scheme: {scheme: answered, sites: [south]}\n",
        "",
    ),
    (
        "reply-scheme-changed",
        "reply-scheme-changed",
        "reply_scheme: {scheme: answered, sites",
        "reply_scheme: {scheme: answered2, sites",
    ),
    (
        "reply-scheme-scope-changed",
        "reply-scheme-scope-changed",
        "answered, sites: [south]",
        "answered, sites: [south, north]",
    ),
    (
        "interface-site-removed",
        "interface-site-added",
        "    version: v1\n",
        "    version: v1\n    sites: [north]\n",
    ),
    (
        "interface-deprecated",
        "interface-undeprecated",
        "    version: v1\n",
        "    version: v1\n    deprecated: It goes.\n",
    ),
    (
        "interface-validity-changed",
        "interface-validity-changed",
        "    version: v1\n",
        "    version: v1\n    until: \"2027\"\n",
    ),
    (
        "interface-version-changed",
        "interface-version-changed",
        "    version: v1\n",
        "    version: v2\n",
    ),
    (
        "http-status-changed",
        "http-status-changed",
        "      codes: [\"0\", \"1\"]\n",
        "      codes: [\"0\", \"1\"]\n      status: 202\n",
    ),
    (
        "reply-content-type-changed",
        "reply-content-type-changed",
        "      codes: [\"0\", \"1\"]\n",
        "      codes: [\"0\", \"1\"]\n      content_type: text/plain\n",
    ),
    (
        "idempotency-key-changed",
        "idempotency-key-changed",
        "key: [orderId]",
        "key: [orderId, colour]",
    ),
    (
        "idempotency-dropped",
        "idempotency-introduced",
        "    idempotency: {key: [orderId], doc: Nothing happens twice.}\n",
        "",
    ),
    (
        "idempotency-described",
        "idempotency-described",
        "doc: Nothing happens twice.",
        "doc: It fails the second time.",
    ),
    (
        "debug-mark-changed",
        "debug-mark-changed",
        "required: false, doc: In which colour.",
        "required: false, debug: red, doc: In which colour.",
    ),
    (
        "retry-dropped",
        "retry-introduced",
        "    retry: {every: 1h, for: 3h}\n",
        "",
    ),
    (
        "retry-changed",
        "retry-changed",
        "every: 1h, for: 3h",
        "every: 1h, for: 6h",
    ),
    (
        "behaviour-added behaviour-removed",
        "behaviour-added behaviour-removed",
        "doc: Keep the order.",
        "doc: Lose the order.",
    ),
    (
        "trigger-changed",
        "trigger-changed",
        "trigger: The buyer pays.",
        "trigger: The buyer asks.",
    ),
    (
        "reply-code-listed",
        "reply-code-unlisted",
        "codes: [\"0\", \"1\"]",
        "codes: [\"0\", \"1\", \"2\"]",
    ),
    (
        "variant-added",
        "variant-removed",
        "    variants:\n      old:",
        "    variants:\n      new: {url: /new, body: {whom: {type: string, required: false, doc: Whom., page: orders}}}\n      old:",
    ),
    (
        "variant-changed",
        "variant-changed",
        "url: /old",
        "url: /older",
    ),
    (
        "callback-changed",
        "callback-changed",
        "to: The address of the shop.",
        "to: Another address.",
    ),
    (
        "interface-described",
        "interface-described",
        "doc: Takes an order.",
        "doc: Takes any order.",
    ),
    (
        "interface-sources-changed",
        "interface-sources-changed",
        "    page: orders\n    idempotency",
        "    page: [orders, more]\n    idempotency",
    ),
    (
        "interface-confidence-changed",
        "interface-confidence-changed",
        "    page: orders\n    idempotency",
        "    page: orders\n    confidence: snippet\n    idempotency",
    ),
    (
        "code-added",
        "code-removed",
        "types:\n",
        "  \"3\": {name: Closed, doc: Night., page: orders}\ntypes:\n",
    ),
    (
        "code-success-changed",
        "code-success-changed",
        "\"2\": {name: Busy,",
        "\"2\": {name: Busy, success: true,",
    ),
    (
        "code-retryable-changed",
        "code-retryable-changed",
        "retryable: true, ",
        "",
    ),
    (
        "code-role-changed",
        "code-role-changed",
        "role: signature",
        "role: parameter",
    ),
    (
        "code-interface-added",
        "code-interface-removed",
        "applies_to: [placeOrder]",
        "applies_to: [placeOrder, dropOrder]",
    ),
    (
        "code-meaning-changed",
        "code-meaning-changed",
        "doc: Too much to do.",
        "doc: Tired.",
    ),
    (
        "code-http-status-changed",
        "code-http-status-changed",
        "http_status: 200",
        "http_status: 503",
    ),
    (
        "code-site-added",
        "code-site-removed",
        "sites: [north], page: orders}\ntypes",
        "sites: [north, south], page: orders}\ntypes",
    ),
    (
        "code-renamed",
        "code-renamed",
        "name: Busy",
        "name: Overloaded",
    ),
    (
        "code-sources-changed",
        "code-sources-changed",
        "sites: [north], page: orders}\ntypes",
        "sites: [north], page: more}\ntypes",
    ),
    (
        "scheme-added",
        "scheme-removed",
        "ciphers:\n",
        "  signed3:\n    doc: Signs requests.\n    of: request\n    page: orders\n    carries: {signature: {in: query, doc: S., page: orders}}\n    equals: {signature: hex(sha256(body))}\nciphers:\n",
    ),
    (
        "carried-added-mandatory",
        "carried-removed",
        "      nonce: {in: query,",
        "      extra: {in: query, doc: More., page: orders}\n      nonce: {in: query,",
    ),
    (
        "carried-added-optional",
        "carried-removed",
        "      nonce: {in: query,",
        "      extra: {in: query, required: false, doc: More., page: orders}\n      nonce: {in: query,",
    ),
    (
        "carried-renamed",
        "carried-renamed",
        "name: X-Sign",
        "name: X-Signature",
    ),
    (
        "carried-moved",
        "carried-moved",
        "nonce: {in: query",
        "nonce: {in: header",
    ),
    (
        "carried-changed",
        "carried-changed",
        "signature: {in: query, max_length: 64",
        "signature: {in: query, max_length: 128",
    ),
    (
        "recipe-changed scheme-secrets-changed",
        "recipe-changed scheme-secrets-changed",
        "hex(hmac_sha256(access_key, body))",
        "hex(hmac_sha256(second_key, body))",
    ),
    (
        "carried-described",
        "carried-described",
        "doc: A random text.",
        "doc: Any text.",
    ),
    (
        "recipe-changed",
        "recipe-changed",
        "nonce + timestamp + digest",
        "timestamp + nonce + digest",
    ),
    (
        "recipe-changed",
        "recipe-changed",
        "digest: [hex(sha256(body)), ",
        "digest: [hex(sha256(text(body))), ",
    ),
    (
        "alternative-removed",
        "alternative-added",
        "[hex(sha256(body)), hex_upper(sha256(body))]",
        "[hex(sha256(body))]",
    ),
    (
        "freshness-shortened",
        "freshness-lengthened",
        "timestamp: 60s",
        "timestamp: 30s",
    ),
    (
        "freshness-dropped nonce-dropped",
        "freshness-introduced nonce-introduced",
        "    fresh: {timestamp: 60s}\n    once: nonce\n",
        "",
    ),
    ("nonce-dropped", "nonce-introduced", "    once: nonce\n", ""),
    (
        "nonce-changed",
        "nonce-changed",
        "once: nonce",
        "once: timestamp",
    ),
    (
        "compare-relaxed",
        "compare-tightened",
        "compare: exact",
        "compare: ignore-case",
    ),
    (
        "refusal-changed",
        "refusal-changed",
        "refuse: {mismatch: \"1\"}",
        "refuse: {mismatch: \"2\"}",
    ),
    (
        "scheme-site-changed",
        "scheme-site-changed",
        "    of: request\n    page: orders\n    carries:\n      signature: {in: query, max",
        "    of: request\n    sites: [north]\n    page: orders\n    carries:\n      signature: {in: query, max",
    ),
    (
        "scheme-described",
        "scheme-described",
        "doc: Signs requests.\n",
        "doc: Signs all requests.\n",
    ),
    (
        "choice-changed",
        "choice-changed",
        "    once: nonce\n",
        "    once: nonce\n    chooses: {nonce: hex(sha256(body))}\n",
    ),
    (
        "cipher-added",
        "cipher-removed",
        "codes:\n",
        "  sealing:\n    doc: Protects nothing.\n    page: orders\n    encrypt: base64(plain)\n    decrypt: base64_decode(sealed)\ncodes:\n",
    ),
    (
        "cipher-recipe-changed",
        "cipher-recipe-changed",
        "sha1prng_key(access_key, 256)",
        "sha1prng_key(access_key, 128)",
    ),
    (
        "cipher-recipe-changed",
        "cipher-recipe-changed",
        "alphabet: alphanumeric",
        "alphabet: hex",
    ),
    (
        "cipher-described",
        "cipher-described",
        "doc: Protects phone numbers.",
        "doc: Protects numbers.",
    ),
    (
        "timeout-shortened",
        "timeout-lengthened",
        "within: 5s",
        "within: 3s",
    ),
    ("timeout-dropped", "timeout-introduced", "within: 5s, ", ""),
    (
        "request-content-type-changed",
        "request-content-type-changed",
        "request: {content_type: application/json",
        "request: {content_type: text/json",
    ),
    (
        "accept-changed",
        "accept-changed",
        "accept: application/json",
        "accept: text/json",
    ),
    (
        "replies-content-type-changed",
        "replies-content-type-changed",
        "content_type: application/json, within",
        "content_type: text/json, within",
    ),
    (
        "replies-status-changed",
        "replies-status-changed",
        "status: 200, content",
        "status: 204, content",
    ),
    ("tls-raised", "tls-lowered", "tls: \"1.2\"", "tls: \"1.3\""),
    (
        "address-rule-changed",
        "address-rule-changed",
        "address: One address for all.",
        "address: One address each.",
    ),
    (
        "code-parameter-changed",
        "code-parameter-changed",
        ", message: text}",
        "}",
    ),
    (
        "transport-rule-added transport-rule-removed",
        "transport-rule-added transport-rule-removed",
        "doc: Only HTTPS.",
        "doc: No port.",
    ),
    (
        "need-lowered",
        "need-raised",
        "placeOrder: {monthly: mandatory",
        "placeOrder: {monthly: none",
    ),
    (
        "need-became-optional",
        "need-lowered",
        "yearly: none",
        "yearly: optional",
    ),
    (
        "need-raised",
        "need-lowered",
        "dropOrder: {monthly: optional",
        "dropOrder: {monthly: mandatory",
    ),
    (
        "product-added",
        "product-removed",
        "products:\n",
        "products:\n  daily: {title: Daily}\n",
    ),
    (
        "product-described",
        "product-described",
        "doc: Bought for years.",
        "doc: Bought for long.",
    ),
    (
        "need-sources-changed",
        "need-sources-changed",
        "  north:\n    page: orders\n",
        "  north:\n    page: more\n",
    ),
    (
        "type-added",
        "type-removed",
        "types:\n",
        "types:\n  Other: {doc: Another., values: {a: {doc: A.}}}\n",
    ),
    (
        "type-kind-changed",
        "type-kind-changed",
        "values: {one: {doc: One.}}",
        "fields: {one: {type: string, required: true, doc: One., page: orders}}",
    ),
    (
        "type-value-added",
        "type-value-removed",
        "values: {one: {doc: One.}}",
        "values: {one: {doc: One.}, two: {doc: Two.}}",
    ),
    (
        "type-described",
        "type-described",
        "doc: A type that no parameter uses.",
        "doc: A spare type.",
    ),
    (
        "function-added",
        "function-removed",
        "functions:\n",
        "functions:\n  Stop: {title: Stop, doc: Stops it., page: orders}\n",
    ),
    (
        "function-described",
        "function-described",
        "doc: Starts the SDK.",
        "doc: Begins.",
    ),
    (
        "event-added",
        "event-removed",
        "events:\n",
        "events:\n  OPENED: {title: Opened, doc: It has opened., code: opened, page: orders}\n",
    ),
    (
        "event-code-changed",
        "event-code-changed",
        "code: closed",
        "code: shut",
    ),
    (
        "event-described",
        "event-described",
        "doc: The shop has closed.",
        "doc: The shop is shut.",
    ),
    (
        "artifact-added",
        "artifact-removed",
        "artifacts:\n",
        "artifacts:\n  letter: {title: Letter, doc: What is sent., page: orders}\n",
    ),
    (
        "artifact-size-widened",
        "artifact-size-narrowed",
        "max_bytes: 1000",
        "max_bytes: 2000",
    ),
    (
        "artifact-size-narrowed",
        "artifact-size-widened",
        "max_bytes: 100,",
        "max_bytes: 50,",
    ),
    (
        "artifact-file-added-mandatory",
        "artifact-file-removed",
        "    files:\n",
        "    files:\n      README: {doc: Text., required: true, page: orders}\n",
    ),
    (
        "artifact-file-added-optional",
        "artifact-file-removed",
        "    files:\n",
        "    files:\n      README: {doc: Text., required: false, page: orders}\n",
    ),
    (
        "artifact-file-became-optional",
        "artifact-file-became-mandatory",
        "doc: The entry., required: true",
        "doc: The entry., required: false",
    ),
    (
        "artifact-count-widened",
        "artifact-count-narrowed",
        "max_count: 5",
        "max_count: 6",
    ),
    (
        "forbidden-added",
        "forbidden-removed",
        "forbidden: {password:",
        "forbidden: {secret: It is one., password:",
    ),
    (
        "artifact-described",
        "artifact-described",
        "doc: What is uploaded.",
        "doc: What is sent up.",
    ),
    ("erratum-closed", "erratum-opened", "    open: true\n", ""),
    (
        "erratum-added",
        "erratum-removed",
        "errata:\n",
        "errata:\n  other: {about: [shop], readings: [{says: One., page: orders}, {says: Two., page: more}], rules: One., why: It is first.}\n",
    ),
    (
        "erratum-decision-changed",
        "erratum-decision-changed",
        "rules: The longer one.",
        "rules: The shorter one.",
    ),
    (
        "erratum-described",
        "erratum-described",
        "why: It harms less.",
        "why: It is newer.",
    ),
    (
        "page-added",
        "page-removed",
        "pages:\n",
        "pages:\n  third: {title: Third, site: north}\n",
    ),
    (
        "page-updated",
        "page-updated",
        "updated: \"2025-01-01\"",
        "updated: \"2026-01-01\"",
    ),
    ("page-changed", "page-changed", "title: More", "title: Less"),
    (
        "note-added",
        "note-removed",
        "  hours: {",
        "  place: {doc: The shop is in town., page: orders}\n  hours: {",
    ),
    (
        "note-changed",
        "note-changed",
        "doc: The shop is open by day.",
        "doc: The shop is open by night.",
    ),
    (
        "family-withdrawn",
        "family-reinstated",
        "status: current",
        "status: offline",
    ),
    (
        "family-described",
        "family-described",
        "doc: A made-up guide with something of everything.",
        "doc: A made-up guide.",
    ),
    (
        "repeatable-changed",
        "repeatable-changed",
        "key: [orderId], doc",
        "key: [orderId], repeatable: true, doc",
    ),
    (
        "idempotency-described",
        "idempotency-described",
        "doc: Nothing happens twice.",
        "doc: Nothing happens twice., page: orders",
    ),
    (
        "mock-changed",
        "mock-changed",
        "    retry: {every: 1h, for: 3h}\n",
        "    retry: {every: 1h, for: 3h}\n    mock: {reply: {code: \"1\"}}\n",
    ),
    (
        "examples-changed",
        "examples-changed",
        "    retry: {every: 1h, for: 3h}\n",
        "    retry: {every: 1h, for: 3h}\n    examples: [{of: reply, page: orders, body: {code: \"1\"}}]\n",
    ),
    (
        "reply-xml-changed",
        "reply-xml-changed",
        "    reply:\n      codes",
        "    reply:\n      xml_prefix: ns\n      codes",
    ),
    (
        "variant-described",
        "variant-described",
        "        url: /old\n",
        "        url: /old\n        doc: As it was.\n",
    ),
    (
        "code-described",
        "code-described",
        "doc: Wrong., role",
        "doc: Wrong., group: Bad, role",
    ),
    (
        "code-role-changed",
        "code-role-changed",
        "doc: Wrong., role",
        "doc: Wrong., platform_role: signature, role",
    ),
    (
        "scheme-vectors-changed",
        "scheme-vectors-changed",
        "    equals: {sign: \"hex(hmac_sha256(access_key, body))\"}\n",
        "    equals: {sign: \"hex(hmac_sha256(access_key, body))\"}\n    vectors: [{invented: true, secrets: {access_key: k}, body: b, carries: {sign: 2fb39898cf6b5cadbde2377d14dbc7331caaf0825d59106d090deeb785aaa389}}]\n",
    ),
    (
        "cipher-vectors-changed",
        "cipher-vectors-changed",
        "    doc: Protects phone numbers.\n",
        "    doc: Protects phone numbers.\n    vectors: [{invented: true, secrets: {access_key: k}, plain: \"139\", sealed: abcdefghijklmnopj4Ncejl/vxUYciIJPiRK4A==}]\n",
    ),
    (
        "secret-kind-changed",
        "secret-kind-changed",
        "doc: Another key., page",
        "doc: Another key., kind: rsa-private-key, page",
    ),
    (
        "secret-described",
        "secret-described",
        "doc: Another key., page",
        "doc: Some key., page",
    ),
    (
        "secret-added",
        "secret-removed",
        "  second_key:",
        "  third_key: {doc: A third key., page: orders}\n  second_key:",
    ),
    (
        "host-restricted",
        "host-relaxed",
        "accept: application/json,",
        "accept: application/json, host: domain,",
    ),
    (
        "transport-described",
        "transport-described",
        "{doc: Only HTTPS., page: orders}",
        "{title: Wires, doc: Only HTTPS., page: orders}",
    ),
    (
        "forbidden-changed",
        "forbidden-changed",
        "{password: It would be public.}",
        "{password: {doc: It would be public., as: file}}",
    ),
    (
        "artifact-names-changed",
        "artifact-names-changed",
        "    max_bytes: 1000\n",
        "    max_bytes: 1000\n    names: [\"*.zip\"]\n",
    ),
    (
        "note-described",
        "note-described",
        "hours: {doc",
        "hours: {title: Hours, doc",
    ),
    (
        "scenario-added",
        "scenario-removed",
        "notes:\n  hours:",
        "scenarios:\n  purchase: {title: A purchase, steps: [{call: placeOrder}]}\nnotes:\n  hours:",
    ),
    (
        "collection-added",
        "collection-removed",
        "notes:\n  hours:",
        "collections:\n  orders: {doc: Orders.}\nnotes:\n  hours:",
    ),
    (
        "text-added",
        "text-removed",
        "notes:\n  hours:",
        "texts:\n  Print: {doc: A print., parts: {mac: {doc: M.}}, separator: \"|\", page: orders}\nnotes:\n  hours:",
    ),
];

/// What a comparison found, a line for each change.
fn shown(comparison: &Comparison) -> String {
    let mut text = String::new();
    for change in &comparison.changes {
        let parties: Vec<_> = Party::ALL
            .iter()
            .map(|party| format!("{party} {}", change.severity(*party)))
            .collect();
        let _ = writeln!(
            text,
            "  {} {}: {} [{}]\n    {}; {}",
            change.rule.code(),
            change.rule.name(),
            change.about(),
            change.delta(),
            parties.join(", "),
            change.semver.as_str(),
        );
        if let Some(sql) = &change.sql {
            let _ = writeln!(text, "    {sql}");
        }
    }
    text
}

/// The names of the rules of a comparison, each once.
fn rules(comparison: &Comparison) -> BTreeSet<String> {
    let changes = comparison.changes.iter();
    changes.map(|change| change.rule.name()).collect()
}

fn names(list: &str, prefix: &str) -> BTreeSet<String> {
    list.split(' ')
        .map(|name| format!("{prefix}{name}"))
        .collect()
}

/// Both ways of a pair: what was found, as text and as names of rules.
fn both_ways(old: &str, new: &str) -> [Comparison; 2] {
    let (old, new) = (outline(old), outline(new));
    let forwards = koo_diff::compare(&old, &new);
    [forwards, koo_diff::compare(&new, &old)]
}

/// The guide with a parameter in the request or the reply, and a second cipher and scheme for those who name one.
fn with_parameter(side: &str, parameter: &str) -> String {
    let mark = format!("# {side}\n");
    let sibling = if side == "request" { "colour" } else { "text" };
    let parameter = match parameter {
        "-" => String::new(),
        other => other.replace('@', sibling),
    };
    replaced_in(&with_spares(BASE), &mark, &format!("{parameter}\n"))
}

/// A second cipher and second schemes, for pairs that change one for the other.
fn with_spares(text: &str) -> String {
    let text = replaced_in(
        text,
        "codes:\n",
        "  sealed2: {doc: Another., page: orders, encrypt: base64(plain), decrypt: base64_decode(sealed)}\ncodes:\n",
    );
    replaced_in(
        &text,
        "ciphers:\n",
        "  signed2: {doc: D., of: request, page: orders, carries: {signature: {in: query, doc: S., page: orders}}, equals: {signature: hex(sha256(body))}}\n  answered2: {doc: D., of: reply, page: orders, carries: {sign: {in: header, name: X-Sign, doc: S., page: orders}}, equals: {sign: hex(sha256(body))}}\nciphers:\n",
    )
}

#[test]
fn parameters() {
    let (mut text, mut wrong) = (String::new(), Vec::new());
    for (forwards, backwards, before, after) in PARAMETERS {
        for (side, prefix) in [
            ("request", "request-parameter-"),
            ("reply", "reply-parameter-"),
        ] {
            let (old, new) = (with_parameter(side, before), with_parameter(side, after));
            let [there, back] = both_ways(&old, &new);
            if rules(&there) != names(forwards, prefix) || rules(&back) != names(backwards, prefix)
            {
                wrong.push(format!(
                    "{side} {before} → {after}\n{}{}",
                    shown(&there),
                    shown(&back)
                ));
            }
            assert_eq!(
                there.changes.len(),
                back.changes.len(),
                "{before} → {after}"
            );
            let _ = write!(
                text,
                "{side} {before}\n   → {after}\n{} and back\n{}\n",
                shown(&there),
                shown(&back)
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    insta::assert_snapshot!("parameters", text);
}

/// The two texts of a pair of the contract.
fn contract_pair(from: &str, to: &str) -> (String, String) {
    let base = with_spares(BASE);
    if let Some(old) = ["url-added"].iter().find(|_| !base.contains(from)).map(|_| {
        replaced_in(&base, "url: {north: https://north.example.org/stock, south: https://south.example.org/stock}", from)
    }) {
        return (old.clone(), replaced_in(&old, from, to));
    }
    (base.clone(), replaced_in(&base, from, to))
}

#[test]
fn contract() {
    let (mut text, mut wrong) = (String::new(), Vec::new());
    for (forwards, backwards, from, to) in CONTRACT {
        let (old, new) = contract_pair(from, to);
        let [there, back] = both_ways(&old, &new);
        if rules(&there) != names(forwards, "") || rules(&back) != names(backwards, "") {
            wrong.push(format!("{from} → {to}\n{}{}", shown(&there), shown(&back)));
        }
        let _ = write!(
            text,
            "{}\n   → {}\n{} and back\n{}\n",
            from.trim(),
            to.trim(),
            shown(&there),
            shown(&back)
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    insta::assert_snapshot!("contract", text);
}

/// Pairs that no replacement of one text makes.
fn others() -> Vec<(&'static str, [Comparison; 2])> {
    let moved = replaced(
        "    body:\n      action: {type: string, required: true, max_length: 20, doc: Which interface., page: orders}\n      when: {type: string, required: false, max_length: 10, doc: When., page: orders}",
        "    query:\n      when: {type: string, required: false, max_length: 10, doc: When., page: orders}\n    body:\n      action: {type: string, required: true, max_length: 20, doc: Which interface., page: orders}",
    );
    let reply_header = |place: &str| {
        replaced(
            "      codes: [\"0\", \"1\"]\n",
            &format!("      codes: [\"0\", \"1\"]\n{place}"),
        )
    };
    let in_header =
        reply_header("      headers: {x: {type: string, required: true, doc: X., page: orders}}\n");
    let in_body = replaced_in(
        BASE,
        "# reply",
        "x: {type: string, required: true, doc: X., page: orders}",
    );
    let renamed = replaced("orderId: {type", "orderNo: {type");
    let renamed = replaced_in(&renamed, "key: [orderId]", "key: [orderNo]");
    let renamed = replaced_in(&renamed, "placeOrder.orderId", "placeOrder.orderNo");
    let renamed_reply = replaced("phone: {type", "mobile: {type");
    let renamed_interface = BASE.replace("readStock", "askStock");
    let side = replaced(
        "    doc: Signs replies.\n    of: reply",
        "    doc: Signs replies.\n    of: request",
    );
    let side = replaced_in(
        &side,
        "    reply_scheme: {scheme: answered, sites: [south]}\n",
        "",
    );
    let side = replaced_in(&side, "scheme: none", "scheme: answered");
    let one_site = replaced("sites: [north, south]", "sites: [north]");
    let one_site = one_site
        .replace(", sites: [south]", "")
        .replace("site: south", "site: north")
        .replace(", south: https://south.example.org/stock", "");
    let two_sites = replaced_in(&one_site, "sites: [north]", "sites: [north, south]");
    let forms = |place: &str| {
        let upload = format!(
            "interfaces:\n  upload:\n    title: {{en: Uploading, zh: 上传}}\n    direction: merchant-to-platform\n    method: POST\n    url: https://example.org/upload\n    scheme: none\n    page: orders\n    parts:\n      info: {{type: object, required: true, doc: I., page: orders, fields: {{name: {{type: string, required: true, doc: N., page: orders}}, other: {{type: string, required: true, doc: O., page: orders}}}}}}\n      file: {{type: binary, required: true, file_name: {place}, doc: F., page: orders}}\n"
        );
        replaced("interfaces:\n", &upload)
    };
    let named = |place: &str| {
        replaced(
            "# reply",
            &format!(
                "x: {{type: string, required: true, file_name: {place}, doc: X., page: orders}}"
            ),
        )
    };
    let echoing = |name: &str| {
        let asking = replaced(
            "    url: https://login.example.org\n",
            "    url: https://login.example.org\n    query: {ticket: {type: string, required: true, doc: T., page: orders}, state: {type: string, required: true, doc: S., page: orders}}\n",
        );
        let state = "        state: {type: string, required: true, doc: S., page: orders}\n";
        replaced_in(
            &asking,
            "        ticket: {type: string, required: true, max_length",
            &format!("{state}        ticket: {{type: string, required: true, max_length"),
        )
        .replacen(
            "      to: The address of the shop.\n",
            &format!("      to: The address of the shop.\n      echoes: {name}\n"),
            1,
        )
    };
    let tried = |title: &str, order: &str, records: &str| {
        format!(
            "{BASE}scenarios:\n  purchase: {{title: {title}, steps: [{{call: placeOrder, with: {{orderId: {order}}}}}]}}\ncollections:\n  orders: {{doc: {records}}}\n"
        )
    };
    let printed = |doc: &str, separator: &str| {
        format!(
            "{BASE}texts:\n  Print: {{doc: {doc}, parts: {{mac: {{doc: M.}}}}, separator: \"{separator}\", page: orders}}\n"
        )
    };
    let in_contract = |from: &str, to: &str| {
        let old = outline(BASE);
        let new = outline_in(&replaced_in(CATALOGUE, from, to), &[("shop.yaml", BASE)]);
        [koo_diff::compare(&old, &new), koo_diff::compare(&new, &old)]
    };
    let shop = outline(BASE);
    let both = outline_of(&[
        ("shop.yaml", BASE),
        (
            "stall.yaml",
            "family: stall\ntitle: {en: Stall, zh: 摊}\nstatus: current\ndoc: Small.\nsites: [north]\npages: {p: {title: P, site: north}}\ninterfaces: {a: {title: {en: A, zh: 甲}, direction: platform-to-merchant, method: GET, url: /a, scheme: none, page: p}}\n",
        ),
    ]);
    vec![
        ("a parameter moves", both_ways(BASE, &moved)),
        ("a reply parameter moves", both_ways(&in_header, &in_body)),
        ("a parameter is renamed", both_ways(BASE, &renamed)),
        (
            "a reply parameter is renamed",
            both_ways(BASE, &renamed_reply),
        ),
        (
            "an interface is renamed",
            both_ways(BASE, &renamed_interface),
        ),
        ("the other message is signed", both_ways(BASE, &side)),
        ("another site publishes", both_ways(&one_site, &two_sites)),
        (
            "a file is named elsewhere",
            both_ways(&forms("info.name"), &forms("info.other")),
        ),
        (
            "a file of a reply is named elsewhere",
            both_ways(&named("a.b"), &named("a.c")),
        ),
        (
            "another parameter comes back",
            both_ways(&echoing("ticket"), &echoing("state")),
        ),
        (
            "a scenario sends something else",
            both_ways(
                &tried("A purchase", "A1", "Orders."),
                &tried("A purchase", "A2", "Orders."),
            ),
        ),
        (
            "a scenario and records are described",
            both_ways(
                &tried("A purchase", "A1", "Orders."),
                &tried("Buying", "A1", "All orders."),
            ),
        ),
        (
            "a text is joined otherwise",
            both_ways(&printed("A print.", "|"), &printed("A print.", "-")),
        ),
        (
            "a text is described",
            both_ways(&printed("A print.", "|"), &printed("One print.", "|")),
        ),
        (
            "the contract is renamed",
            in_contract("catalogue: demo", "catalogue: other"),
        ),
        (
            "the contract is described",
            in_contract("title: Demo", "title: Other"),
        ),
        (
            "a site is new",
            in_contract(
                "south: {title: South}",
                "south: {title: South}, west: {title: West}",
            ),
        ),
        (
            "a site is described",
            in_contract("title: North", "title: The north"),
        ),
        (
            "a package is labelled",
            in_contract("version: 0.1.0", "version: 0.1.0, license: MIT"),
        ),
        (
            "a guide is new",
            [
                koo_diff::compare(&shop, &both),
                koo_diff::compare(&both, &shop),
            ],
        ),
    ]
}

/// Both halves of a renaming name each other.
#[test]
fn renamings_are_hinted_at() {
    let others = others();
    let hints = |title: &str| -> Vec<String> {
        let (_, [there, _]) = others.iter().find(|(other, _)| *other == title).unwrap();
        let hints = there
            .changes
            .iter()
            .filter_map(|change| change.hint.clone());
        hints.collect()
    };
    for (title, old, new) in [
        ("a parameter is renamed", "orderId", "orderNo"),
        ("a reply parameter is renamed", "phone", "mobile"),
        ("an interface is renamed", "readStock", "askStock"),
    ] {
        let expected: BTreeSet<_> = [old, new]
            .map(|name| format!("perhaps `{name}` under another name"))
            .into();
        assert_eq!(hints(title).into_iter().collect::<BTreeSet<_>>(), expected);
    }
    assert!(hints("a parameter moves").is_empty());
}

#[test]
fn other_pairs() {
    let mut text = String::new();
    for (title, [there, back]) in others() {
        let _ = write!(
            text,
            "{title}\n{} and back\n{}\n",
            shown(&there),
            shown(&back)
        );
    }
    insta::assert_snapshot!("others", text);
}

/// Every rule is shown by a pair; a rule nothing can produce is a defect.
#[test]
fn every_rule_is_produced() {
    let mut found = BTreeSet::new();
    for (forwards, backwards, ..) in PARAMETERS {
        for prefix in ["request-parameter-", "reply-parameter-"] {
            found.extend(names(forwards, prefix));
            found.extend(names(backwards, prefix));
        }
    }
    for (forwards, backwards, ..) in CONTRACT {
        found.extend(names(forwards, ""));
        found.extend(names(backwards, ""));
    }
    for (_, comparisons) in others() {
        comparisons
            .iter()
            .for_each(|comparison| found.extend(rules(comparison)));
    }
    let missing: Vec<_> = Rule::all()
        .into_iter()
        .map(Rule::name)
        .filter(|name| !found.contains(name))
        .collect();
    assert!(missing.is_empty(), "no pair shows {missing:?}");
}

/// What else an enumeration lists of which one value tells an interface from others is no change of the interface.
#[test]
fn a_selector_has_one_value() {
    let typed = BASE.replace(
        "action: {type: string, required: true, max_length: 20",
        "action: {type: Action, required: true, max_length: 20",
    );
    let typed = replaced_in(
        &typed,
        "  Spare:",
        "  Action:\n    doc: An action.\n    values: {placeOrder: {doc: P.}, dropOrder: {doc: D.}}\n  Spare:",
    );
    let more = replaced_in(
        &typed,
        "dropOrder: {doc: D.}}",
        "dropOrder: {doc: D.}, giveBack: {doc: G.}}",
    );
    let [there, back] = both_ways(&typed, &more);
    assert_eq!(rules(&there), names("type-value-added", ""));
    assert_eq!(rules(&back), names("type-value-removed", ""));
    let value = there
        .changes
        .first()
        .and_then(|change| change.new_at.clone())
        .unwrap();
    let line = more
        .lines()
        .position(|line| line.contains("giveBack"))
        .unwrap()
        + 1;
    assert!(value.starts_with(&format!("shop.yaml:{line}:")), "{value}");
}

/// Codes and names are unique, and each finds its rule.
#[test]
fn rules_are_found_by_code_and_name() {
    let (mut codes, mut names) = (BTreeSet::new(), BTreeSet::new());
    for rule in Rule::all() {
        assert!(codes.insert(rule.code()), "{}", rule.code());
        assert!(names.insert(rule.name()), "{}", rule.name());
        assert_eq!(Rule::find(&rule.code().to_lowercase()), Some(rule));
        assert_eq!(Rule::find(&rule.name()), Some(rule));
        assert!(
            rule.why().ends_with('.') && !rule.title().ends_with('.'),
            "{}",
            rule.code()
        );
    }
    assert!(codes.len() >= 60);
}

#[test]
fn a_guide_does_not_differ_from_itself() {
    let comparison = changes(BASE, BASE);
    assert!(comparison.full && comparison.changes.is_empty());
}

/// The severities of the two directions mirror each other.
#[test]
fn severities_follow_the_direction() {
    let widened = Rule::find("request-parameter-length-widened").unwrap();
    let of = |direction, party| widened.severity(direction, Side::Request, party);
    let server = Direction::PlatformToMerchant;
    assert_eq!(of(server, Party::MerchantServer), Severity::Breaking);
    assert_eq!(of(server, Party::Platform), Severity::Info);
    assert_eq!(of(server, Party::MerchantClient), Severity::None);
    let client = Direction::MerchantToPlatform;
    assert_eq!(of(client, Party::MerchantClient), Severity::Info);
    assert_eq!(of(client, Party::Platform), Severity::Breaking);
    let mandatory = Rule::find("request-parameter-added-mandatory").unwrap();
    let of = |direction, party| mandatory.severity(direction, Side::Request, party);
    assert_eq!(of(server, Party::MerchantServer), Severity::Info);
    assert_eq!(of(client, Party::MerchantClient), Severity::Breaking);
    let narrowed = Rule::find("reply-parameter-length-narrowed").unwrap();
    let reply = narrowed.severity(server, Side::Reply, Party::MerchantServer);
    assert_eq!(reply, Severity::Breaking);
}

#[test]
fn explanations() {
    let explained: Vec<_> = ["KD0123", "KD0226", "KD0401", "KD0701"]
        .into_iter()
        .map(|code| koo_diff::rule::explain(Rule::find(code).unwrap()))
        .collect();
    insta::assert_snapshot!("explained", explained.join("\n"));
    insta::assert_snapshot!("list", koo_diff::rule::list());
}

/// The lines of emitted files that are no comments, and those of them that others can name.
fn lines(files: &[File]) -> (Vec<String>, BTreeSet<String>) {
    let mut code = Vec::new();
    let mut public = BTreeSet::new();
    for file in files.iter().filter(|file| file.path.starts_with("src/")) {
        for line in file.contents.lines().map(str::trim) {
            if line.starts_with("//") || line.is_empty() {
                continue;
            }
            code.push(line.to_owned());
            if line.starts_with("pub ") {
                public.insert(format!("{}: {line}", file.path));
            }
        }
    }
    (code, public)
}

/// The verdict is held against what is emitted: without one no byte changes, a patch changes documentation and texts
/// only, a minor version takes nothing away that others can name.
#[test]
fn verdicts_agree_with_what_is_emitted() {
    let parameters = PARAMETERS.iter().map(|(_, _, before, after)| {
        (
            with_parameter("request", before),
            with_parameter("request", after),
        )
    });
    let contract = CONTRACT
        .iter()
        .map(|(_, _, from, to)| contract_pair(from, to));
    let mut wrong = Vec::new();
    let mut known: BTreeMap<String, Vec<File>> = BTreeMap::new();
    let mut emit = |text: &String| {
        known
            .entry(text.clone())
            .or_insert_with(|| emitted(text))
            .clone()
    };
    for (old, new) in parameters.chain(contract) {
        let comparison = changes(&old, &new);
        let level = Verdict::of(&comparison, None).level.unwrap();
        let (before, after) = (emit(&old), emit(&new));
        let ((code_before, public_before), (code_after, public_after)) =
            (lines(&before), lines(&after));
        let agrees = match level {
            Semver::None => before == after,
            // The meaning of a result code stands in an attribute.
            Semver::Patch => code_before.len() == code_after.len() && public_before == public_after,
            Semver::Minor => public_before.is_subset(&public_after),
            Semver::Major => true,
        };
        if !agrees {
            let gone: Vec<_> = public_before.difference(&public_after).collect();
            let differ = code_before
                .iter()
                .zip(&code_after)
                .find(|(left, right)| left != right);
            wrong.push(format!(
                "{level:?}: {gone:?} {differ:?}\n{}",
                shown(&comparison)
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
