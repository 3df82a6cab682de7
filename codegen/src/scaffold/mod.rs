//! The scaffold target: a project that a merchant fills in, and newer templates brought into one that was edited.
//!
//! Layers of templates and a merchant's choices become files ([`emit`]); [`update::plan`] brings the files of a newer
//! template into a project by three-way merge. Nothing here knows a marketplace: what its guides add stands beside its
//! catalogue, as layers of templates too.

mod choices;
mod fixtures;
pub mod merge;
mod name;
mod render;
mod rules;
mod templates;
pub mod update;
mod view;

use std::collections::BTreeMap;

use koo_spec::catalogue::{Catalogue, Family, Side, Status, Text};

pub use choices::{Bindings, Choices, Ci, Dependencies, Language, Store};
pub use name::check_name;
pub use templates::{COMMON, Layer, Templates};

use crate::rust::outline::outline;
use rules::Rules;

/// What a project is written from, besides its templates.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The whole contract, not that of one site: the generated crate holds it all.
    pub catalogue: &'a Catalogue,
    /// The catalogue's folder, written with `/`, if it is not the one built into koo.
    pub spec: Option<&'a str>,
    /// What the merchant chose.
    pub choices: &'a Choices,
    /// Version of koo, which its released crates share.
    pub koo_version: &'a str,
    /// The oldest Rust that the crates of koo build with.
    pub rust_version: &'a str,
}

/// A file of a project.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProjectFile {
    /// Path below the project's folder, with `/`.
    pub path: String,
    /// Content.
    pub contents: Vec<u8>,
}

impl ProjectFile {
    /// Whether the file is a script to run.
    pub fn is_executable(&self) -> bool {
        self.contents.starts_with(b"#!")
    }
}

/// Why a project could not be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ScaffoldError {
    /// The name is no name of a package.
    #[error("`{name}` cannot be the name of a project: {reason}")]
    Name {
        /// The name.
        name: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The guide has no server.
    #[error("the guide `{0}` has no server for merchants to run")]
    NoServer(String),
    /// The guide is not published on the site.
    #[error("the guide `{family}` is not published on the site `{site}`")]
    NotPublished {
        /// The guide.
        family: String,
        /// The site.
        site: String,
    },
    /// The platform calls nothing of the guide on the site.
    #[error("on the site `{site}` the guide `{family}` has no interface for merchants to serve")]
    NothingServed {
        /// The guide.
        family: String,
        /// The site.
        site: String,
    },
    /// The guide has no example of a call, with which a project tests itself.
    #[error(
        "no interface that merchants serve of the guide `{family}` has an example of its request on the site `{site}`, \
         and a project tests itself with one: add it under `examples` in the catalogue"
    )]
    NoExample {
        /// The guide.
        family: String,
        /// The site.
        site: String,
    },
    /// The catalogue names no kit.
    #[error("there is no kit to add to a project: no template of the catalogue names one")]
    NoKit,
    /// A template is broken.
    #[error("the template {path} of {layer} failed: {reason}")]
    Template {
        /// The layer of the template.
        layer: String,
        /// Path in the layer.
        path: String,
        /// What the template engine says.
        reason: String,
    },
    /// The rules of a layer are broken.
    #[error("template.toml of {layer} is wrong: {reason}")]
    Rules {
        /// The layer.
        layer: String,
        /// What is wrong.
        reason: String,
    },
    /// A template would be written outside the project, or where koo keeps its record.
    #[error("the template {path} of {layer} has no place in a project")]
    Place {
        /// The layer of the template.
        layer: String,
        /// Path in the layer.
        path: String,
    },
}

/// A guide that a project can be written for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Offer<'a> {
    /// Id.
    pub id: &'a str,
    /// Title.
    pub title: &'a Text,
    /// Whether new products may use it.
    pub is_current: bool,
}

/// The guides with a server, those in force first.
pub fn offers(catalogue: &Catalogue) -> Vec<Offer<'_>> {
    let served = |family: &&Family| outline(catalogue, family).is_some();
    let mut offers: Vec<_> = catalogue
        .families
        .iter()
        .filter(served)
        .map(|family| Offer {
            id: &family.id,
            title: &family.title,
            is_current: family.status == Status::Current,
        })
        .collect();
    offers.sort_by_key(|offer| !offer.is_current);
    offers
}

/// What the templates themselves say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Version of the service.
    pub version: u32,
    /// The guide that is offered first.
    pub family: Option<String>,
    /// The guide that the choice `kit` adds.
    pub kit: Option<String>,
}

/// What the templates themselves say.
///
/// # Errors
///
/// [`ScaffoldError::Rules`] when rules cannot be read.
pub fn about(templates: &Templates) -> Result<About, ScaffoldError> {
    let Rules {
        version,
        family,
        kit,
        ..
    } = Rules::of(templates)?;
    Ok(About {
        version,
        family,
        kit,
    })
}

/// The files of a project, sorted by path.
///
/// # Errors
///
/// [`ScaffoldError`] for choices that do not fit the catalogue, and for broken templates.
pub fn emit(input: &Input<'_>, templates: &Templates) -> Result<Vec<ProjectFile>, ScaffoldError> {
    let Input {
        catalogue, choices, ..
    } = *input;
    check_name(&choices.name, &catalogue.id)?;
    let rules = Rules::of(templates)?;
    let guides = Guides::choose(input, &rules)?;
    let fixtures = fixtures::all(&guides.published(catalogue, &choices.site));
    if !fixtures
        .iter()
        .any(|fixture| fixture.family == choices.family && fixture.side == Side::Request)
    {
        return Err(ScaffoldError::NoExample {
            family: choices.family.clone(),
            site: choices.site.clone(),
        });
    }
    let view = view::view(input, &guides, &fixtures);
    let mut files: BTreeMap<String, Vec<u8>> = fixtures
        .into_iter()
        .map(|fixture| (fixture.path, fixture.contents.into_bytes()))
        .collect();
    files.extend(render::all(input, templates, &rules, &view)?);
    let file = |(path, contents)| ProjectFile { path, contents };
    Ok(files.into_iter().map(file).collect())
}

/// The guides of a project.
struct Guides<'a> {
    family: &'a Family,
    kit: Option<&'a Family>,
}

impl<'a> Guides<'a> {
    fn choose(input: &Input<'a>, rules: &Rules) -> Result<Self, ScaffoldError> {
        let Choices { family, site, .. } = input.choices;
        let kit = match (input.choices.kit, &rules.kit) {
            (true, Some(kit)) => Some(served(input.catalogue, kit, site)?),
            (true, None) => return Err(ScaffoldError::NoKit),
            (false, _) => None,
        };
        Ok(Self {
            family: served(input.catalogue, family, site)?,
            kit,
        })
    }

    /// Both, as one site documents them.
    fn published(&self, catalogue: &Catalogue, site: &str) -> Vec<Family> {
        let projected = catalogue.for_site(site);
        let chosen = [Some(self.family), self.kit];
        chosen
            .into_iter()
            .flatten()
            .filter_map(|family| projected.family(&family.id).cloned())
            .collect()
    }
}

/// Checks that merchants serve a guide on a site.
///
/// # Errors
///
/// [`ScaffoldError::NoServer`], [`ScaffoldError::NotPublished`] or [`ScaffoldError::NothingServed`].
pub fn check_served(catalogue: &Catalogue, family: &str, site: &str) -> Result<(), ScaffoldError> {
    served(catalogue, family, site).map(|_| ())
}

/// A guide of the catalogue that merchants serve on a site.
fn served<'a>(catalogue: &'a Catalogue, id: &str, site: &str) -> Result<&'a Family, ScaffoldError> {
    let family = catalogue.family(id);
    let family = family.filter(|family| outline(catalogue, family).is_some());
    let family = family.ok_or_else(|| ScaffoldError::NoServer(id.to_owned()))?;
    if catalogue.sites.is_empty() {
        return Ok(family);
    }
    let (family_id, site_id) = (id.to_owned(), site.to_owned());
    if !family.sites.iter().any(|known| known.value == site) {
        return Err(ScaffoldError::NotPublished {
            family: family_id,
            site: site_id,
        });
    }
    let projected = catalogue.for_site(site);
    let is_served = projected
        .family(id)
        .and_then(|family| outline(&projected, family));
    if is_served.is_none() {
        return Err(ScaffoldError::NothingServed {
            family: family_id,
            site: site_id,
        });
    }
    Ok(family)
}
