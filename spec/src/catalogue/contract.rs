//! The whole contract: its guides, sites and generated packages.

use indexmap::IndexMap;

use super::{CommonFile, Family, Text};

/// The whole contract.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Catalogue {
    /// Id; also the name of the generated package.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What it is about.
    pub doc: Text,
    /// Sites by id.
    pub sites: IndexMap<String, Site>,
    /// Labels of generated packages, by target language.
    pub packages: IndexMap<String, Package>,
    /// The files that families include, by id in alphabetical order.
    pub common: Vec<CommonFile>,
    /// The guides, by id in alphabetical order.
    pub families: Vec<Family>,
}

impl Catalogue {
    /// The family of an id.
    pub fn family(&self, id: &str) -> Option<&Family> {
        self.families.iter().find(|family| family.id == id)
    }
}

/// One published edition of the contract.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Site {
    /// Title.
    pub title: Text,
    /// What is particular about it.
    pub doc: Option<Text>,
}

/// Labels of a generated package.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Package {
    /// Version.
    pub version: Option<String>,
    /// One line for a registry.
    pub description: Option<String>,
    /// SPDX expression.
    pub license: Option<String>,
    /// Keywords.
    pub keywords: Vec<String>,
}
