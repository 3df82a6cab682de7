//! Layers of templates.

use std::collections::BTreeMap;

use super::rules;

/// The folder of a catalogue's templates that belongs to all its guides.
pub const COMMON: &str = "common";

/// Folder of templates that are only included by others.
const PARTIALS: &str = "partials/";

/// What the name of a template ends with.
const ENDING: &str = ".j2";

/// The files of the service, by path.
const SERVICE: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/service.rs"));

/// Templates from one place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layer {
    /// Where they come from, for messages.
    pub name: String,
    /// Content by path below the layer's folder, with `/`.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Layer {
    /// The service that koo carries.
    pub fn service() -> Self {
        let file = |(path, contents): &(&str, &[u8])| ((*path).to_owned(), contents.to_vec());
        Self {
            name: "koo".to_owned(),
            files: SERVICE.iter().map(file).collect(),
        }
    }
}

/// Layers, the strongest last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Templates {
    /// The layers.
    pub layers: Vec<Layer>,
}

/// A file of a layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Template<'a> {
    /// The layer's name.
    pub(super) layer: &'a str,
    /// Path in the layer.
    pub(super) path: &'a str,
    /// Content.
    pub(super) contents: &'a [u8],
}

impl<'a> Template<'a> {
    /// Path in the project, before rules.
    pub(super) fn target(&self) -> &'a str {
        self.path.strip_suffix(ENDING).unwrap_or(self.path)
    }

    /// Whether it is filled in rather than copied.
    pub(super) fn is_filled_in(&self) -> bool {
        self.path.ends_with(ENDING)
    }

    /// Whether it is only included by others.
    pub(super) fn is_partial(&self) -> bool {
        self.path.starts_with(PARTIALS)
    }
}

impl Templates {
    /// The strongest template of every path, by path.
    pub(super) fn strongest(&self) -> Vec<Template<'_>> {
        let mut by_target = BTreeMap::new();
        for layer in &self.layers {
            for (path, contents) in &layer.files {
                if path == rules::FILE {
                    continue;
                }
                let template = Template {
                    layer: &layer.name,
                    path,
                    contents,
                };
                by_target.insert(template.target(), template);
            }
        }
        by_target.into_values().collect()
    }
}
