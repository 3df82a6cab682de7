//! Parts of a catalogue: some families, some interfaces, one site.

use std::collections::HashSet;

use koo_spec::catalogue::{Catalogue, Family, Interface, Parameter, Placed, Type, TypeShape};
use koo_spec::diagnostic::closest;

use crate::EmitError;

/// What to take of a catalogue; empty lists take all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Ids of families.
    pub families: Vec<String>,
    /// Ids of interfaces, alone or as `family/interface`.
    pub interfaces: Vec<String>,
    /// The contract as this site documents it.
    pub site: Option<String>,
}

/// The selected part of a catalogue, without the types that nothing in it needs.
///
/// # Errors
///
/// [`EmitError::Selection`] when something is named that does not exist, with the closest name.
pub fn select(catalogue: &Catalogue, selection: &Selection) -> Result<Catalogue, EmitError> {
    let mut selected = catalogue.clone();
    if let Some(site) = &selection.site {
        known("site", site, catalogue.sites.keys().map(String::as_str))?;
        selected = selected.for_site(site);
    }
    for family in &selection.families {
        known(
            "family",
            family,
            catalogue.families.iter().map(|family| family.id.as_str()),
        )?;
    }
    if !selection.families.is_empty() {
        selected
            .families
            .retain(|family| selection.families.contains(&family.id));
    }
    let is_published = |id: &String| selected.families.iter().any(|family| family.id == *id);
    if let Some(missing) = selection.families.iter().find(|id| !is_published(id)) {
        let site = selection.site.as_deref().unwrap_or_default();
        return Err(EmitError::Selection(format!(
            "the family `{missing}` is not published on the site `{site}`"
        )));
    }
    if selected.families.is_empty() && !catalogue.families.is_empty() {
        let site = selection.site.as_deref().unwrap_or_default();
        return Err(EmitError::Selection(format!(
            "no selected family is published on the site `{site}`"
        )));
    }
    for wanted in &selection.interfaces {
        let names: Vec<String> = selected.families.iter().flat_map(interface_names).collect();
        known("interface", wanted, names.iter().map(String::as_str))?;
    }
    if !selection.interfaces.is_empty() {
        for family in &mut selected.families {
            let id = family.id.clone();
            let wanted = |interface: &Interface| {
                selection
                    .interfaces
                    .iter()
                    .any(|name| *name == interface.id || *name == format!("{id}/{}", interface.id))
            };
            family.interfaces.retain(wanted);
        }
        selected
            .families
            .retain(|family| !family.interfaces.is_empty());
    }
    selected.families.iter_mut().for_each(prune);
    Ok(selected)
}

fn interface_names(family: &Family) -> Vec<String> {
    let ids = family
        .interfaces
        .iter()
        .map(|interface| interface.id.as_str());
    ids.flat_map(|id| [id.to_owned(), format!("{}/{id}", family.id)])
        .collect()
}

fn known<'a>(
    what: &str,
    name: &str,
    names: impl Iterator<Item = &'a str> + Clone,
) -> Result<(), EmitError> {
    if names.clone().any(|known| known == name) {
        return Ok(());
    }
    let hint = match closest(name, names.clone()) {
        Some(candidate) => format!("did you mean `{candidate}`?"),
        None => format!("there are: {}", names.collect::<Vec<_>>().join(", ")),
    };
    Err(EmitError::Selection(format!(
        "the catalogue has no {what} `{name}`; {hint}"
    )))
}

/// Drops the types and schemes that no interface of the family needs.
pub(crate) fn prune(family: &mut Family) {
    let mut needed = HashSet::new();
    let functions = family
        .functions
        .values()
        .flat_map(|function| function.parameters.iter().chain(&function.returns));
    let events = family.events.values().flat_map(|event| &event.message);
    let files = family
        .artifacts
        .values()
        .flat_map(|artifact| artifact.files.values())
        .flat_map(|file| &file.fields);
    let mut open: Vec<&Parameter> = family
        .interfaces
        .iter()
        .flat_map(|interface| {
            let variants = interface
                .variants
                .values()
                .flat_map(|variant| variant.request.iter().chain(&variant.reply.parameters));
            let callback = interface
                .callback
                .iter()
                .flat_map(|callback| &callback.query);
            interface
                .request
                .iter()
                .chain(&interface.reply.parameters)
                .chain(variants)
                .chain(callback)
        })
        .chain(functions)
        .chain(events)
        .chain(files)
        .collect();
    while let Some(parameter) = open.pop() {
        if let Some(Type::Named(name)) = parameter.holds.as_ref().map(|held| held.value.innermost())
            && needed.insert(name.clone())
            && let Some(TypeShape::Object(fields)) =
                family.types.get(name).map(|definition| &definition.shape)
        {
            open.extend(fields);
        }
        match parameter.r#type.value.innermost() {
            Type::Object(fields) => open.extend(fields),
            Type::Named(name) if needed.insert(name.clone()) => {
                if let Some(TypeShape::Object(fields)) =
                    family.types.get(name).map(|definition| &definition.shape)
                {
                    open.extend(fields);
                }
            }
            _ => {}
        }
    }
    family.types.retain(|name, _| needed.contains(name));
    let reply = |interface: &Interface| {
        interface
            .reply_scheme
            .as_ref()
            .map(|reply| reply.scheme.value.clone())
    };
    let request = |interface: &Interface| {
        interface
            .scheme
            .as_ref()
            .map(|scheme: &Placed<String>| scheme.value.clone())
    };
    let schemes: HashSet<String> = family
        .interfaces
        .iter()
        .flat_map(|interface| [reply(interface), request(interface)])
        .flatten()
        .collect();
    family.schemes.retain(|name, _| schemes.contains(name));
}
