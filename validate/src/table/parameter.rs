//! The parameters that an entry of the map names.

use koo_spec::catalogue::{Catalogue, Family, Interface, Parameter, Side};
use koo_spec::diagnostic::did_you_mean;
use koo_spec::names;

use crate::resolve;

/// A parameter and where it was found.
#[derive(Debug, Clone)]
pub(super) struct Found<'c> {
    pub(super) family: &'c Family,
    pub(super) interface: &'c Interface,
    pub(super) side: Side,
    /// Path in the message.
    pub(super) path: String,
    pub(super) parameter: &'c Parameter,
}

impl Found<'_> {
    /// As the map names it.
    pub(super) fn name(&self) -> String {
        let side = match self.side {
            Side::Request => "",
            Side::Reply => "/reply",
        };
        let (family, interface) = (&self.family.id, &self.interface.id);
        format!("{family}/{interface}{side}.{}", self.path)
    }
}

/// A name in the form in which columns and parameters are compared.
pub(super) fn fold(name: &str) -> String {
    name.chars()
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The parameters a target names, or what is wrong with it.
pub(super) fn find<'c>(catalogue: &'c Catalogue, target: &str) -> Result<Vec<Found<'c>>, String> {
    let (name, path) = split(target)?;
    let places = places(catalogue, name)?;
    if path == "*" {
        return Ok(all(&places));
    }
    let mut missing = None;
    let mut found: Vec<Found<'c>> = Vec::new();
    for (family, interface, side) in &places {
        // A side that was not asked for counts only where the other one has nothing.
        let is_answered = |found: &Found<'_>| std::ptr::eq(found.interface, *interface);
        if found.iter().any(is_answered) {
            continue;
        }
        match descend(family, parameters(interface, *side), path) {
            Ok(parameter) => found.push(Found {
                family,
                interface,
                side: *side,
                path: path.to_owned(),
                parameter,
            }),
            Err(advice) => {
                missing.get_or_insert(advice);
            }
        }
    }
    match missing {
        Some(advice) if found.is_empty() => Err(format!("`{name}` has no parameter {advice}")),
        _ => Ok(found),
    }
}

/// The parameters of the messages a target names, whichever it means.
pub(super) fn siblings<'c>(catalogue: &'c Catalogue, target: &str) -> Vec<Found<'c>> {
    let named = split(target).and_then(|(name, _)| places(catalogue, name));
    named.map(|places| all(&places)).unwrap_or_default()
}

type Message<'c> = (&'c Family, &'c Interface, Side);

fn all<'c>(places: &[Message<'c>]) -> Vec<Found<'c>> {
    places
        .iter()
        .flat_map(|(family, interface, side)| {
            let found = |parameter: &'c Parameter| Found {
                family,
                interface,
                side: *side,
                path: parameter.name.clone(),
                parameter,
            };
            parameters(interface, *side).into_iter().map(found)
        })
        .collect()
}

fn split(target: &str) -> Result<(&str, &str), String> {
    let slash = target.find('/').unwrap_or(0);
    let rest = target.get(slash..).unwrap_or_default();
    match rest.find('.') {
        Some(dot) if slash > 0 => {
            let (name, path) = target.split_at(slash + dot);
            Ok((name, path.trim_start_matches('.')))
        }
        _ => Err(format!(
            "`{target}` is no parameter; write `family/interface.parameter`"
        )),
    }
}

/// The messages a name means: `family/interface`, `family/*`, each with `/request` or `/reply` or without.
fn places<'c>(catalogue: &'c Catalogue, name: &str) -> Result<Vec<Message<'c>>, String> {
    let (name, sides) = match name.rsplit_once('/') {
        Some((name, "request")) => (name, &[Side::Request][..]),
        Some((name, "reply")) => (name, &[Side::Reply][..]),
        _ => (name, &[Side::Request, Side::Reply][..]),
    };
    let (family, interfaces): (&Family, Vec<&Interface>) = match name.split_once('/') {
        Some((id, "*")) => {
            let family = names::family(catalogue, id).map_err(|error| error.to_string())?;
            (family, family.interfaces.iter().collect())
        }
        _ => {
            let target = resolve::interface(catalogue, name, Side::Request);
            let target = target.map_err(|error| error.to_string())?;
            (target.family, vec![target.interface])
        }
    };
    let of_interface = |interface| sides.iter().map(move |side| (family, interface, *side));
    Ok(interfaces.into_iter().flat_map(of_interface).collect())
}

fn parameters(interface: &Interface, side: Side) -> Vec<&Parameter> {
    match side {
        Side::Request => {
            let variants = interface.variants.values();
            let of_variants = variants.flat_map(|variant| &variant.request);
            interface.request.iter().chain(of_variants).collect()
        }
        Side::Reply => {
            let variants = interface.variants.values();
            let of_variants = variants.flat_map(|variant| &variant.reply.parameters);
            let own = interface.reply.parameters.iter();
            own.chain(of_variants).collect()
        }
    }
}

/// Follows a path such as `info[].appInfo.frontEndUrl`; where it ends too early, says so.
fn descend<'c>(
    family: &'c Family,
    mut members: Vec<&'c Parameter>,
    path: &str,
) -> Result<&'c Parameter, String> {
    let mut found: Option<&'c Parameter> = None;
    for name in path.split('.').map(|part| part.trim_end_matches("[]")) {
        let Some(parameter) = members.iter().find(|member| member.name == name) else {
            let names = members.iter().map(|member| member.name.as_str());
            let advice = did_you_mean(name, names)
                .map_or_else(String::new, |question| format!("; {question}"));
            return Err(format!("`{name}`{advice}"));
        };
        found = Some(parameter);
        let inside = family
            .fields_of(parameter.r#type.value.innermost())
            .or_else(|| family.held_fields(parameter));
        members = inside.unwrap_or_default().iter().collect();
    }
    found.ok_or_else(|| "``".to_owned())
}
