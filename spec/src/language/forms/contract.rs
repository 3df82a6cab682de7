//! The file `catalogue.yaml`.

use super::shape::{DOC, may, must};
use crate::language::Form;
use crate::language::Shape::{List, Map, Named, Text};

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
