//! Which files exist under which choice: `template.toml` of the layers.

use serde::Deserialize;

use super::{Choices, ScaffoldError, Templates};

/// The file of a layer that holds its rules.
pub(super) const FILE: &str = "template.toml";

/// The rules of all layers.
#[derive(Debug, Default)]
pub(super) struct Rules {
    /// Version of the service.
    pub(super) version: u32,
    /// The guide that is offered first.
    pub(super) family: Option<String>,
    /// The guide that the choice `kit` adds.
    pub(super) kit: Option<String>,
    /// The rules of each layer, the strongest last.
    layers: Vec<Vec<Rule>>,
}

/// `template.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    version: Option<u32>,
    #[serde(default)]
    choices: Offered,
    #[serde(default)]
    files: Vec<Rule>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Offered {
    family: Option<String>,
    kit: Option<String>,
}

/// When some files are written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    paths: Vec<String>,
    to: Option<String>,
    family: Option<Vec<String>>,
    site: Option<Vec<String>>,
    store: Option<Vec<String>>,
    ci: Option<Vec<String>>,
    language: Option<Vec<String>>,
    bindings: Option<Vec<String>>,
    kit: Option<bool>,
}

impl Rules {
    /// Reads the rules of all layers.
    pub(super) fn of(templates: &Templates) -> Result<Self, ScaffoldError> {
        let mut rules = Self::default();
        for layer in &templates.layers {
            let Some(contents) = layer.files.get(FILE) else {
                continue;
            };
            let failed = |reason: String| ScaffoldError::Rules {
                layer: layer.name.clone(),
                reason,
            };
            let text = str::from_utf8(contents).map_err(|error| failed(error.to_string()))?;
            let written: Written = toml::from_str(text)
                .map_err(|error| failed(error.to_string().trim_end().to_owned()))?;
            if let Some(rule) = written
                .files
                .iter()
                .find(|rule| rule.to.is_some() && rule.paths.len() != 1)
            {
                let paths = rule.paths.join(", ");
                return Err(failed(format!("`to` is for one path, not for: {paths}")));
            }
            // The first layer is the service; others extend it.
            if rules.version == 0 {
                rules.version = written.version.unwrap_or_default();
            }
            rules.family = written.choices.family.or(rules.family);
            rules.kit = written.choices.kit.or(rules.kit);
            rules.layers.push(written.files);
        }
        Ok(rules)
    }

    /// Where the file of a path is written under these choices, if it is.
    pub(super) fn place<'a>(&'a self, path: &'a str, choices: &Choices) -> Option<&'a str> {
        let about = |layer: &&Vec<Rule>| layer.iter().any(|rule| rule.is_about(path));
        let Some(layer) = self.layers.iter().rev().find(about) else {
            return Some(path);
        };
        let mut rules = layer.iter().filter(|rule| rule.is_about(path));
        let rule = rules.find(|rule| rule.holds(choices))?;
        Some(rule.to.as_deref().unwrap_or(path))
    }
}

impl Rule {
    fn is_about(&self, path: &str) -> bool {
        let names = |named: &String| {
            *named == path || named.ends_with('/') && path.starts_with(named.as_str())
        };
        self.paths.iter().any(names)
    }

    fn holds(&self, choices: &Choices) -> bool {
        let allows = |words: &Option<Vec<String>>, chosen: &str| {
            words
                .as_ref()
                .is_none_or(|words| words.iter().any(|word| word == chosen))
        };
        allows(&self.family, &choices.family)
            && allows(&self.site, &choices.site)
            && allows(&self.store, choices.store.as_str())
            && allows(&self.ci, choices.ci.as_str())
            && allows(&self.language, choices.language.as_str())
            && allows(&self.bindings, choices.bindings.as_str())
            && self.kit.is_none_or(|kit| kit == choices.kit)
    }
}
