//! Parts of a catalogue: some families, some interfaces, one site.

use std::collections::HashSet;

use koo_spec::catalogue::{Catalogue, Family, Interface, Parameter, Placed, Type, TypeShape};
use koo_spec::names;

use crate::EmitError;

/// What to take of a catalogue; empty lists take all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Ids of families.
    pub families: Vec<String>,
    /// Interfaces as `family/interface`, or alone where one of the families only has it.
    pub interfaces: Vec<String>,
    /// The contract as this site documents it.
    pub site: Option<String>,
}

/// The selected part of a catalogue, without the types that nothing in it needs.
///
/// # Errors
///
/// [`EmitError::UnknownName`] when something is named that does not exist, [`EmitError::Selection`] when nothing is left
/// of what is named.
pub fn select(catalogue: &Catalogue, selection: &Selection) -> Result<Catalogue, EmitError> {
    let mut selected = catalogue.clone();
    if let Some(site) = &selection.site {
        selected = selected.for_site(names::site(catalogue, site)?);
    }
    for family in &selection.families {
        names::family(catalogue, family)?;
    }
    let of_site = selected.clone();
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
    if !selection.interfaces.is_empty() {
        let mut wanted = HashSet::new();
        for name in &selection.interfaces {
            // A family that is named need not be named again.
            let among = if name.contains('/') {
                &of_site
            } else {
                &selected
            };
            let (family, interface) = names::interface(among, name)?;
            if selected.family(&family.id).is_none() {
                return Err(EmitError::Selection(format!(
                    "`{name}` belongs to none of the selected families: {}",
                    selection.families.join(", ")
                )));
            }
            wanted.insert((family.id.clone(), interface.id.clone()));
        }
        for family in &mut selected.families {
            let id = family.id.clone();
            family
                .interfaces
                .retain(|interface| wanted.contains(&(id.clone(), interface.id.clone())));
        }
        selected
            .families
            .retain(|family| !family.interfaces.is_empty());
    }
    selected.families.iter_mut().for_each(prune);
    Ok(selected)
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
