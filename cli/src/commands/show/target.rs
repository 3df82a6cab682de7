//! What an id of `koo show` names.

use koo_spec::catalogue::{Catalogue, Code, Family, Interface, Scheme, TypeDefinition};
use koo_spec::names::{self, UnknownName};

use crate::commands::Failure;

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
        if let Some(family) = catalogue.family(id) {
            return Ok(Self::Family(family));
        }
        if let Some((family, (kind, name))) = id
            .split_once('/')
            .and_then(|(family, rest)| Some((family, rest.split_once('/')?)))
        {
            return Self::named(names::family(catalogue, family)?, kind, name);
        }
        let interfaces = || {
            let all = catalogue.families.iter();
            let all = all.flat_map(|family| &family.interfaces);
            all.map(|interface| interface.id.as_str())
        };
        let (written, path) = match id.split_once('.') {
            Some((written, path)) if names::interface(catalogue, id).is_err() => {
                (written, Some(path))
            }
            _ => (id, None),
        };
        if !written.contains('/') && !interfaces().any(|id| id == written) {
            let families = catalogue.families.iter().map(|family| family.id.as_str());
            let sentence = "the catalogue has no family and no interface";
            return Err(UnknownName::new(sentence, written, families.chain(interfaces())).into());
        }
        let (family, interface) = names::interface(catalogue, written)?;
        if let Some(path) = path {
            return Ok(Self::Parameter(family, interface, path));
        }
        Ok(Self::Interface(family, interface))
    }

    fn named(family: &'a Family, kind: &str, name: &str) -> Result<Self, Failure> {
        let absent = |thing: &str, known: Vec<&str>| {
            let sentence = format!("the family `{}` has no {thing}", family.id);
            Failure::from(UnknownName::new(&sentence, name, known))
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
            _ => {
                let sentence = format!("the family `{}` has no", family.id);
                let kinds = ["codes", "schemes", "types"];
                Err(UnknownName::new(&sentence, kind, kinds).into())
            }
        }
    }
}
