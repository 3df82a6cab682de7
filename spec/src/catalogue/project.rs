//! The contract as one site documents it.

use super::{Catalogue, Family, Interface, ListedValue, Parameter, Placed, Type, TypeShape};

impl Catalogue {
    /// The contract of one site: what other sites document is left out, what the site documents differently wins.
    #[must_use]
    pub fn for_site(&self, site: &str) -> Self {
        let families = self
            .families
            .iter()
            .filter(|family| family.sites.iter().any(|known| known.value == site))
            .map(|family| project_family(family, site))
            .collect();
        let mut sites = self.sites.clone();
        sites.retain(|id, _| id == site);
        Self {
            sites,
            families,
            ..self.clone()
        }
    }
}

/// Whether a list of sites names this one; an empty list means all.
fn names(sites: &[Placed<String>], site: &str) -> bool {
    sites.is_empty() || sites.iter().any(|known| known.value == site)
}

fn project_family(family: &Family, site: &str) -> Family {
    let mut projected = family.clone();
    projected.sites.retain(|known| known.value == site);
    projected
        .interfaces
        .retain(|interface| names(&interface.sites, site));
    for interface in &mut projected.interfaces {
        project_interface(interface, site);
    }
    for definition in projected.types.values_mut() {
        match &mut definition.shape {
            TypeShape::Object(fields) => parameters(fields, site),
            TypeShape::Enumeration(values) => listed(values, site),
        }
    }
    projected
        .schemes
        .retain(|_, scheme| names(&scheme.sites, site));
    let ids: Vec<_> = projected
        .interfaces
        .iter()
        .map(|interface| interface.id.clone())
        .collect();
    for code in projected.codes.values_mut() {
        code.applies_to
            .retain(|interface| ids.contains(&interface.value));
    }
    projected.applicability.retain(|id, _| id == site);
    projected
        .scenarios
        .retain(|_, scenario| names(&scenario.sites, site));
    projected.notes.retain(|_, note| names(&note.sites, site));
    for artifact in projected.artifacts.values_mut() {
        artifact
            .forbidden
            .retain(|_, forbidden| names(&forbidden.sites, site));
        for file in artifact.files.values_mut() {
            parameters(&mut file.fields, site);
        }
    }
    projected
}

fn project_interface(interface: &mut Interface, site: &str) {
    interface.sites.clear();
    interface.urls.retain(|id, _| id.is_empty() || id == site);
    interface
        .fallback_urls
        .retain(|id, _| id.is_empty() || id == site);
    interface.behaviour.retain(|note| names(&note.sites, site));
    interface
        .reply_scheme
        .take_if(|reply| !names(&reply.sites, site));
    interface.examples.retain(|example| {
        example
            .site
            .as_ref()
            .is_none_or(|known| known.value == site)
    });
    interface
        .variants
        .retain(|_, variant| names(&variant.sites, site));
    parameters(&mut interface.request, site);
    parameters(&mut interface.reply.parameters, site);
    if let Some(callback) = &mut interface.callback {
        parameters(&mut callback.query, site);
    }
    for variant in interface.variants.values_mut() {
        parameters(&mut variant.request, site);
        parameters(&mut variant.reply.parameters, site);
    }
}

fn parameters(list: &mut Vec<Parameter>, site: &str) {
    list.retain(|parameter| names(&parameter.sites, site));
    for parameter in list {
        parameter.sites.clear();
        listed(&mut parameter.values, site);
        if let Some(difference) = parameter.differences.shift_remove(site) {
            if let Some(presence) = difference.presence {
                parameter.presence = presence;
            }
            if let Some(max_length) = difference.max_length {
                parameter.limits.max_length = max_length;
            }
            if let Some(values) = &difference.values {
                parameter
                    .values
                    .retain(|value| values.iter().any(|known| known.value == value.value));
            }
            parameter.default = difference.default.or(parameter.default.take());
            parameter.format = difference.format.or(parameter.format.take());
        }
        parameter.differences.clear();
        inline_fields(&mut parameter.r#type.value, site);
    }
}

fn inline_fields(r#type: &mut Type, site: &str) {
    match r#type {
        Type::Object(fields) => parameters(fields, site),
        Type::List(inner) | Type::Map(inner) => inline_fields(inner, site),
        _ => {}
    }
}

fn listed(values: &mut Vec<ListedValue>, site: &str) {
    values.retain(|value| names(&value.sites, site));
}
