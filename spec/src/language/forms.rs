//! Every map of the language and its keys.

use super::Shape::{Any, Boolean, Count, Either, List, Map, Named, Number, Scalar, Text, Word};
use super::{Form, Key, Shape};

const fn must(name: &'static str, shape: Shape, doc: &'static str) -> Key {
    Key {
        name,
        shape,
        required: true,
        doc,
    }
}

const fn may(name: &'static str, shape: Shape, doc: &'static str) -> Key {
    Key {
        name,
        shape,
        required: false,
        doc,
    }
}

/// Text in one language (English) or several.
const DOC: Shape = Either(&[Text, Map(&LOCALIZED)]);
/// One page id or several.
const PAGE: Shape = Either(&[Text, List(&Text)]);
/// Site ids, or site ids with what differs there.
const SITES: Shape = Either(&[List(&Text), Named(&Map(&SITE_DIFFERENCE))]);
const CONFIDENCE: Shape = Word(&["table", "snippet", "code", "inferred"]);
const NEED: Shape = Word(&["mandatory", "optional", "none"]);
/// A number, or a word for what the pages do not say.
const LIMIT: Shape = Either(&[Count, Word(&["unknown", "unlimited"])]);
/// `true`, `false`, or `conditional`.
const REQUIRED: Shape = Either(&[Boolean, Word(&["conditional"])]);
const URL: Shape = Either(&[Text, Named(&Text)]);
static ONE_PARAMETER: Shape = Map(&PARAMETER);
const VALUES: Shape = Named(&Either(&[Text, Map(&VALUE)]));

static LOCALIZED: Form = Form {
    name: "localized text",
    doc: "The same text in English and Chinese.",
    keys: &[
        must("en", Text, "English."),
        must("zh", Text, "Chinese, as the vendor writes it."),
    ],
};

/// The file `catalogue.yaml`: what all families share by name.
pub static CATALOGUE: Form = Form {
    name: "catalogue",
    doc: "What the whole contract is called and which sites it has.",
    keys: &[
        must(
            "catalogue",
            Text,
            "Id of the catalogue; also the name of the generated crate.",
        ),
        must("title", DOC, "Title of the contract."),
        must(
            "doc",
            DOC,
            "What the contract is about, in a few sentences.",
        ),
        must(
            "sites",
            Named(&Map(&SITE)),
            "The sites on which the contract differs, by id.",
        ),
        may(
            "packages",
            Named(&Map(&PACKAGE)),
            "How generated packages are labelled, by target language.",
        ),
    ],
};

static SITE: Form = Form {
    name: "site",
    doc: "A site: one published edition of the contract.",
    keys: &[
        must("title", DOC, "Title of the site."),
        may("doc", DOC, "What is particular about it."),
    ],
};

static PACKAGE: Form = Form {
    name: "package",
    doc: "Labels of a generated package.",
    keys: &[
        may("version", Text, "Version of the package."),
        may("description", Text, "One line for a package registry."),
        may("license", Text, "SPDX expression."),
        may("keywords", List(&Text), "Keywords for a package registry."),
    ],
};

/// A file of shared definitions.
pub static COMMON: Form = Form {
    name: "common file",
    doc: "Definitions that several families include.",
    keys: &[
        must("common", Text, "Id of the file."),
        may("doc", DOC, "What it holds."),
        may("pages", Named(&Map(&PAGE_FORM)), "Source pages, by id."),
        may(
            "secrets",
            Named(&Map(&SECRET)),
            "Secrets that recipes use, by name.",
        ),
        may(
            "schemes",
            Named(&Map(&SCHEME)),
            "How calls are signed, by name.",
        ),
        may(
            "ciphers",
            Named(&Map(&CIPHER)),
            "How values are encrypted, by name.",
        ),
        may(
            "parameters",
            Named(&ONE_PARAMETER),
            "Parameters to take over with `use`.",
        ),
        may(
            "types",
            Named(&Map(&TYPE)),
            "Objects and enumerations, by name.",
        ),
        may("codes", Named(&Map(&CODE)), "Result codes."),
    ],
};

/// A file of the catalogue: one guide.
pub static FAMILY: Form = Form {
    name: "family",
    doc: "One guide: the interfaces that belong together.",
    keys: &[
        must("family", Text, "Id of the family."),
        must("title", Map(&LOCALIZED), "Title of the guide."),
        must(
            "status",
            Word(&["current", "offline", "draft"]),
            "Whether new products may use it.",
        ),
        must("doc", DOC, "What the guide is about."),
        must("sites", List(&Text), "The sites that publish the guide."),
        may(
            "include",
            List(&Text),
            "Common files, relative to the catalogue folder.",
        ),
        must(
            "pages",
            Named(&Map(&PAGE_FORM)),
            "Source pages, by id: every fact names one.",
        ),
        may(
            "transport",
            Map(&TRANSPORT),
            "What holds for the HTTP side of every interface.",
        ),
        may(
            "products",
            Named(&Map(&PRODUCT)),
            "Kinds of product that need different interfaces.",
        ),
        may(
            "applicability",
            Named(&Map(&APPLICABILITY)),
            "Per site: which product needs which interface.",
        ),
        may(
            "secrets",
            Named(&Map(&SECRET)),
            "Secrets that recipes use, by name.",
        ),
        may(
            "schemes",
            Named(&Map(&SCHEME)),
            "How calls are signed, by name.",
        ),
        may(
            "ciphers",
            Named(&Map(&CIPHER)),
            "How values are encrypted, by name.",
        ),
        may("codes", Named(&Map(&CODE)), "Result codes."),
        may(
            "parameters",
            Named(&ONE_PARAMETER),
            "Parameters to take over with `use`.",
        ),
        may(
            "types",
            Named(&Map(&TYPE)),
            "Objects and enumerations, by name.",
        ),
        may(
            "interfaces",
            Named(&Map(&INTERFACE)),
            "The interfaces, by id.",
        ),
        may(
            "collections",
            Named(&Map(&COLLECTION)),
            "Records that a mock of the called side keeps, by name.",
        ),
        may(
            "functions",
            Named(&Map(&FUNCTION)),
            "Functions of a client SDK, by name.",
        ),
        may(
            "events",
            Named(&Map(&EVENT)),
            "Events of a client SDK, by name.",
        ),
        may(
            "artifacts",
            Named(&Map(&ARTIFACT)),
            "Packages on disk, by name.",
        ),
        may(
            "texts",
            Named(&Map(&COMPOSED_TEXT)),
            "Texts that are put together from parts, by name.",
        ),
        may(
            "scenarios",
            Named(&Map(&SCENARIO)),
            "Calls of the platform that belong together, by id: merchants are tried with them.",
        ),
        may(
            "errata",
            Named(&Map(&ERRATUM)),
            "Where pages contradict each other or say too little, by id.",
        ),
        may(
            "notes",
            Named(&Map(&NOTE)),
            "Rules that belong to no single interface, by id.",
        ),
        may(
            "allow",
            List(&Map(&ALLOW)),
            "Warnings that are known and accepted.",
        ),
    ],
};

static PAGE_FORM: Form = Form {
    name: "page",
    doc: "A source of facts.",
    keys: &[
        must("title", Text, "Title as published."),
        must("site", Text, "The site that publishes it."),
        may(
            "updated",
            Either(&[Text, Word(&["unknown"])]),
            "Date of the newest copy read, YYYY-MM-DD.",
        ),
        may(
            "kind",
            Word(&["page", "code", "search"]),
            "Vendor's page (default), public code, or search result.",
        ),
        may("url", Text, "Address."),
        may("note", DOC, "What to know about the copy."),
    ],
};

static TRANSPORT: Form = Form {
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

static PRODUCT: Form = Form {
    name: "product",
    doc: "A kind of product.",
    keys: &[must("title", DOC, "Title."), may("doc", DOC, "What it is.")],
};

static APPLICABILITY: Form = Form {
    name: "applicability",
    doc: "Which product needs which interface, on one site.",
    keys: &[
        must("page", PAGE, "Source pages."),
        may(
            "confidence",
            CONFIDENCE,
            "How sure this is; `table` unless said.",
        ),
        may("note", DOC, "What to know."),
        must(
            "needs",
            Named(&Named(&NEED)),
            "Interface id → product id → mandatory, optional or none.",
        ),
    ],
};

static SECRET: Form = Form {
    name: "secret",
    doc: "Something only the two parties know. Recipes name it; its value never stands in a spec.",
    keys: &[
        may("title", DOC, "Title."),
        must("doc", DOC, "What it is and where it comes from."),
        may(
            "kind",
            Word(&["text", "rsa-private-key", "rsa-public-key"]),
            "`text` unless said.",
        ),
        may("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
    ],
};

static SCHEME: Form = Form {
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

static CIPHER: Form = Form {
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

static CODE: Form = Form {
    name: "result code",
    doc: "A result code, by its text on the wire.",
    keys: &[
        must("name", Text, "Name for generated code, in CamelCase."),
        must("doc", DOC, "What it means."),
        may("group", DOC, "Group of the vendor's table."),
        may(
            "role",
            Word(&[
                "success",
                "pending",
                "signature",
                "parameter",
                "not-found",
                "internal",
            ]),
            "What a generated server or client uses it for.",
        ),
        may(
            "platform_role",
            Word(&[
                "success",
                "pending",
                "signature",
                "parameter",
                "not-found",
                "internal",
            ]),
            "What the platform uses it for when a merchant calls it; there may be one for each table of codes.",
        ),
        may(
            "success",
            Boolean,
            "Says that the call succeeded, where another code has the role.",
        ),
        may(
            "retryable",
            Boolean,
            "Whether the same call may succeed later.",
        ),
        may(
            "applies_to",
            List(&Text),
            "Interfaces that may answer it; all unless said.",
        ),
        may("sites", List(&Text), "Sites that document it."),
        must("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
        may("note", DOC, "What to know."),
        may("http_status", Count, "HTTP status it comes with."),
        may(
            "meanings",
            List(&Map(&MEANING)),
            "What it means for single interfaces, where that differs.",
        ),
    ],
};

static MEANING: Form = Form {
    name: "meaning",
    doc: "What a result code means for some interfaces.",
    keys: &[
        must("applies_to", List(&Text), "The interfaces."),
        must("doc", DOC, "What it means there."),
        may("sites", List(&Text), "Sites that document it."),
        may("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
        may("note", DOC, "What to know."),
    ],
};

static TYPE: Form = Form {
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

static FORMAT: Form = Form {
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

static SITE_DIFFERENCE: Form = Form {
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

static INTERFACE: Form = Form {
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

static REPLY_SCHEME: Form = Form {
    name: "reply scheme",
    doc: "Scheme of the reply where only some sites demand it.",
    keys: &[
        must("scheme", Text, "Scheme."),
        may("sites", List(&Text), "Sites that demand it."),
        may("condition", DOC, "When it is demanded."),
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

static NOTE: Form = Form {
    name: "note",
    doc: "A rule in words.",
    keys: &[
        may("title", DOC, "Title."),
        must("doc", DOC, "The rule."),
        may("sites", List(&Text), "Sites that document it."),
        may("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
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

static COLLECTION: Form = Form {
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
/// A result code, or a reply.
const ANSWER: Shape = Either(&[Scalar, Map(&ANSWER_FORM)]);

static ONE_STEP: Shape = Map(&STEP);

static BEHAVIOUR: Form = Form {
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

static EXAMPLE: Form = Form {
    name: "example",
    doc: "An example message.",
    keys: &[
        may("title", DOC, "What it shows."),
        must("of", Word(&["request", "reply"]), "Which message."),
        may("site", Text, "The site it is valid on."),
        may("page", PAGE, "Source pages."),
        may(
            "invented",
            Boolean,
            "Made for this file in the documented shape.",
        ),
        may("headers", Any, "Headers."),
        may("query", Any, "Query parameters."),
        may("path", Any, "Path parameters."),
        may("form", Any, "Form fields."),
        may("body", Any, "Body."),
        may("note", DOC, "What to know."),
    ],
};

static FUNCTION: Form = Form {
    name: "function",
    doc: "A function of a client SDK.",
    keys: &[
        must("title", DOC, "Title."),
        must("doc", DOC, "What it does."),
        may("parameters", Named(&ONE_PARAMETER), "Arguments."),
        may("returns", Named(&ONE_PARAMETER), "What it gives back."),
        must("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
        may("note", DOC, "What to know."),
    ],
};

static EVENT: Form = Form {
    name: "event",
    doc: "An event of a client SDK.",
    keys: &[
        must("title", DOC, "Title."),
        must("doc", DOC, "When it occurs."),
        may("code", Scalar, "Number or text that tells it from others."),
        may("message", Named(&ONE_PARAMETER), "What it carries."),
        must("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
        may("note", DOC, "What to know."),
    ],
};

static ARTIFACT: Form = Form {
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

static COMPOSED_TEXT: Form = Form {
    name: "composed text",
    doc: "A text that is put together from parts, such as a device fingerprint.",
    keys: &[
        may("title", DOC, "Title."),
        must("doc", DOC, "What it is."),
        must(
            "parts",
            Named(&Map(&TEXT_PART)),
            "Parts in order, by name; one that is missing stays empty.",
        ),
        must("separator", Text, "Text between the parts."),
        may(
            "case",
            Word(&["any", "upper", "lower"]),
            "Case of ASCII letters; `any` unless said.",
        ),
        may("max_bytes", Count, "Largest size of the whole."),
        may("sensitive", Boolean, "Never shown in debug output."),
        may(
            "examples",
            List(&Text),
            "Such texts, checked against what is said here.",
        ),
        must("page", PAGE, "Source pages."),
        may("confidence", CONFIDENCE, "How sure this is."),
        may("note", DOC, "What to know."),
    ],
};

static TEXT_PART: Form = Form {
    name: "part of a text",
    doc: "One part of a composed text.",
    keys: &[
        must("doc", DOC, "What it is."),
        may(
            "separator",
            Text,
            "Text between several values of the part; there is at most one value unless said.",
        ),
    ],
};

static ERRATUM: Form = Form {
    name: "erratum",
    doc: "A place where pages contradict each other or say too little, and how it is read here.",
    keys: &[
        must(
            "about",
            List(&Text),
            "What it concerns: an interface, a type, a scheme, a cipher, a code, a note, an event, a function, an artifact, a composed text, a part such as transport or applicability, or the family; .name goes into it.",
        ),
        may(
            "readings",
            List(&Map(&ERRATUM_READING)),
            "What the pages say.",
        ),
        must("rules", DOC, "Which reading this catalogue follows."),
        must("why", DOC, "Why."),
        may("confidence", CONFIDENCE, "How sure the decision is."),
        may("open", Boolean, "Still a question to the vendor."),
    ],
};

static ERRATUM_READING: Form = Form {
    name: "erratum reading",
    doc: "What some pages say.",
    keys: &[
        must("says", DOC, "The reading."),
        may("page", PAGE, "The pages."),
    ],
};

static ALLOW: Form = Form {
    name: "allowed warning",
    doc: "A warning that is known and accepted.",
    keys: &[
        must("rule", Text, "Code of the warning."),
        may("about", Text, "Restricts it to messages that name this."),
        must("reason", Text, "Why it is accepted."),
    ],
};

static SCENARIO: Form = Form {
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
