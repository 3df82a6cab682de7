//! Files of guides, and of what guides share.

use super::artifact::ARTIFACT;
use super::cipher::CIPHER;
use super::code::CODE;
use super::erratum::ERRATUM;
use super::interface::INTERFACE;
use super::mock::COLLECTION;
use super::parameter::ONE_PARAMETER;
use super::product::{APPLICABILITY, PRODUCT};
use super::provenance::PAGE_FORM;
use super::scenario::SCENARIO;
use super::scheme::SCHEME;
use super::sdk::{EVENT, FUNCTION};
use super::secret::SECRET;
use super::shape::{DOC, LOCALIZED, NOTE, may, must};
use super::text::COMPOSED_TEXT;
use super::transport::TRANSPORT;
use super::value_type::TYPE;
use crate::language::Form;
use crate::language::Shape::{List, Map, Named, Text, Word};

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

static ALLOW: Form = Form {
    name: "allowed warning",
    doc: "A warning that is known and accepted.",
    keys: &[
        must("rule", Text, "Code of the warning."),
        may("about", Text, "Restricts it to messages that name this."),
        must("reason", Text, "Why it is accepted."),
    ],
};
