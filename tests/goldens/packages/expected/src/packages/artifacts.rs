// Written by `koo generate`; do not edit.

//! Packages on disk: their rules, and what their files hold.

use koo_runtime::artifact::{FileRule, Forbidden, ForbiddenKind, Package};
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{Label, Style};

/// Bundle (应用包).
///
/// What is installed.
///
/// - `main.tf`: mandatory: Entry.
/// - `bin/`: Programs.
/// - `settings/*.labels.json`: Labels of the settings.
///
/// Sites: north, south; source: `packages`.
pub const APP_BUNDLE: Package = Package {
    name: "app-bundle",
    file_names: &["*.zip", "*.tar"],
    max_bytes: Some(1024),
    files: &[
        FileRule {
            pattern: "main.tf",
            required: true,
            max_bytes: None,
            max_count: None,
        },
        FileRule {
            pattern: "bin/",
            required: false,
            max_bytes: Some(512),
            max_count: Some(10),
        },
        FileRule {
            pattern: "settings/*.labels.json",
            required: false,
            max_bytes: None,
            max_count: Some(1),
        },
    ],
    forbidden: &[
        Forbidden {
            name: "password",
            kind: ForbiddenKind::Text,
            sites: &[],
            why: "Secrets do not belong here.",
        },
        Forbidden {
            name: "readfile",
            kind: ForbiddenKind::Function,
            sites: &[],
            why: "Nothing is read.",
        },
        Forbidden {
            name: "store_*",
            kind: ForbiddenKind::Resource,
            sites: &["north"],
            why: "Nothing is stored.",
        },
        Forbidden {
            name: "backend",
            kind: ForbiddenKind::Block(Some("terraform")),
            sites: &[],
            why: "The state is kept elsewhere.",
        },
        Forbidden {
            name: "provisioner",
            kind: ForbiddenKind::Block(None),
            sites: &[],
            why: "Nothing is provisioned.",
        },
        Forbidden {
            name: "**/*.tmp",
            kind: ForbiddenKind::File,
            sites: &[],
            why: "Left over.",
        },
    ],
};

/// What `settings/*.labels.json` holds.
///
/// Labels of the settings.
///
/// Sites: north, south; source: `packages`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct AppBundleSettingsLabelsJson {
    /// Labels.
    ///
    /// Mandatory; at most 3 elements.
    ///
    /// Sites: north, south; source: `packages`.
    #[validate(max_items = 3, nested)]
    pub labels: Vec<Label>,
    /// How they look.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `packages`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub style: Option<Style>,
}

impl AppBundleSettingsLabelsJson {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(labels: Vec<Label>) -> Self {
        Self { labels, style: None }
    }
}
