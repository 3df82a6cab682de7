//! What an id of `koo show` names.

use koo_spec::catalogue::{Catalogue, Code, Family, Interface, Scheme, TypeDefinition};

use crate::commands::Failure;
use crate::contract::{find_family, find_interface, missing};

/// A thing of the catalogue.
pub(super) enum Target<'a> {
    Family(&'a Family),
    Interface(&'a Family, &'a Interface),
    Parameter(&'a Family, &'a Interface, &'a str),
    Code(&'a Family, &'a Code),
    Scheme(&'a Family, &'a Scheme),
    Type(&'a Family, &'a TypeDefinition),
}

impl<'a> Target<'a> {
    /// The thing an id names.
    pub(super) fn find(catalogue: &'a Catalogue, id: &'a str) -> Result<Self, Failure> {
        let Some((family, rest)) = id.split_once('/') else {
            let is_interface = |family: &Family| family.interface(id).is_some();
            if catalogue.family(id).is_none() && catalogue.families.iter().any(is_interface) {
                // Says which families have it.
                find_interface(catalogue, id)?;
            }
            return Ok(Self::Family(find_family(catalogue, id)?));
        };
        let known = find_family(catalogue, family)?;
        if let Some((kind, name)) = rest.split_once('/') {
            return Self::named(known, kind, name);
        }
        if known.interface(rest).is_none()
            && let Some((interface, path)) = rest.split_once('.')
        {
            let (family, interface) = find_interface(catalogue, &format!("{family}/{interface}"))?;
            return Ok(Self::Parameter(family, interface, path));
        }
        let (family, interface) = find_interface(catalogue, id)?;
        Ok(Self::Interface(family, interface))
    }

    fn named(family: &'a Family, kind: &str, name: &str) -> Result<Self, Failure> {
        let absent = |thing: &str, known: Vec<&str>| {
            missing(
                &format!("the family `{}` has no {thing}", family.id),
                name,
                &known,
            )
        };
        match kind {
            "codes" => {
                let codes = || family.codes.values();
                codes()
                    .find(|code| code.code == name || code.name == name)
                    .map(|code| Self::Code(family, code))
                    .ok_or_else(|| {
                        absent(
                            "result code",
                            codes().map(|code| code.code.as_str()).collect(),
                        )
                    })
            }
            "schemes" => family
                .schemes
                .get(name)
                .map(|scheme| Self::Scheme(family, scheme))
                .ok_or_else(|| {
                    absent(
                        "scheme",
                        family.schemes.keys().map(String::as_str).collect(),
                    )
                }),
            "types" => family
                .types
                .get(name)
                .map(|definition| Self::Type(family, definition))
                .ok_or_else(|| absent("type", family.types.keys().map(String::as_str).collect())),
            _ => Err(missing(
                &format!("the family `{}` has no", family.id),
                kind,
                &["codes", "schemes", "types"],
            )),
        }
    }
}
