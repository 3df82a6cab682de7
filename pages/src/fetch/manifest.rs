//! The manifest of a folder of pages: where each comes from, when, and what its bytes are.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of the shape.
    pub koo: u32,
    /// Pages by id.
    pub pages: IndexMap<String, Saved>,
}

/// A saved page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// Address it was fetched from.
    pub url: String,
    /// Title in the catalogue.
    pub title: String,
    /// Site.
    pub site: String,
    /// Name of the file.
    pub file: String,
    /// When these bytes were fetched.
    pub fetched: String,
    /// When the server last confirmed them.
    pub checked: String,
    /// SHA-256 of the bytes in hexadecimal digits.
    pub sha256: String,
    /// Number of bytes.
    pub bytes: usize,
    /// `ETag` of the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// `Last-Modified` of the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
}

impl Default for Manifest {
    fn default() -> Self {
        Self {
            koo: 1,
            pages: IndexMap::new(),
        }
    }
}

impl Manifest {
    /// Name of the manifest in its folder.
    pub const FILE: &'static str = "manifest.json";

    /// Reads a manifest.
    ///
    /// # Errors
    ///
    /// When it is no manifest.
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// The manifest as text, pages sorted by id.
    pub fn to_json(&self) -> String {
        let mut sorted = self.clone();
        sorted.pages.sort_keys();
        // Nothing in it can fail to be written.
        serde_json::to_string_pretty(&sorted).unwrap_or_default() + "\n"
    }
}

/// The SHA-256 of some bytes in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// The file of a page. Ids are file names already; what could lead elsewhere is replaced.
pub(super) fn file_name(id: &str) -> String {
    let name: String = id
        .chars()
        .map(|character| {
            if character.is_alphanumeric() || "-_.".contains(character) {
                character
            } else {
                '_'
            }
        })
        .collect();
    format!("{}.html", name.trim_start_matches('.'))
}
