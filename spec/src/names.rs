//! Finds what people name, and says what there is instead where there is nothing of that name.
//!
//! What belongs to a family is named `family/name`, or by its name alone where one family only has it.

use indexmap::IndexMap;

use crate::catalogue::{Artifact, Catalogue, Cipher, Family, Interface, Scheme};
use crate::diagnostic::did_you_mean;

/// How many names are listed.
const MOST: usize = 40;

/// Nothing has that name, or several things have; with advice.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct UnknownName(String);

impl UnknownName {
    /// `what` is a sentence that the name ends: `the catalogue has no family`.
    pub fn new<'a>(what: &str, written: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        let meant = did_you_mean(written, known.iter().copied());
        let listed = known.get(..MOST).unwrap_or(&known).join(", ");
        let there_is = match known.len().checked_sub(MOST) {
            // A name among so many is better looked up.
            Some(1..) if meant.is_some() => String::new(),
            Some(more @ 1..) => format!("\n  there are: {listed} and {more} more"),
            _ => match known.as_slice() {
                [] => "\n  there is none".to_owned(),
                [only] => format!("\n  there is: {only}"),
                _ => format!("\n  there are: {listed}"),
            },
        };
        let meant = meant.map_or_else(String::new, |meant| format!("; {meant}"));
        Self(format!("{what} `{written}`{meant}{there_is}"))
    }

    /// For whatever keeps a name from being found: a sentence of its own.
    pub const fn because(sentence: String) -> Self {
        Self(sentence)
    }
}

/// The family of an id.
///
/// # Errors
///
/// That there is none.
pub fn family<'c>(catalogue: &'c Catalogue, id: &str) -> Result<&'c Family, UnknownName> {
    catalogue.family(id).ok_or_else(|| {
        let ids = catalogue.families.iter().map(|family| family.id.as_str());
        UnknownName::new("the catalogue has no family", id, ids)
    })
}

/// The site of an id, as the catalogue spells it.
///
/// # Errors
///
/// That there is none.
pub fn site<'c>(catalogue: &'c Catalogue, id: &str) -> Result<&'c str, UnknownName> {
    let known = catalogue.sites.get_key_value(id);
    known.map(|(id, _)| id.as_str()).ok_or_else(|| {
        let ids = catalogue.sites.keys().map(String::as_str);
        UnknownName::new("the catalogue has no site", id, ids)
    })
}

/// The interface of a name, with its family.
///
/// # Errors
///
/// That there is none, or several.
pub fn interface<'c>(
    catalogue: &'c Catalogue,
    name: &str,
) -> Result<(&'c Family, &'c Interface), UnknownName> {
    let of = |family: &'c Family| {
        let interfaces = family.interfaces.iter();
        interfaces.map(|interface| (interface.id.as_str(), interface))
    };
    find(catalogue, "interface", name, of)
}

/// The scheme of a name, with its family.
///
/// # Errors
///
/// That there is none, or several.
pub fn scheme<'c>(
    catalogue: &'c Catalogue,
    name: &str,
) -> Result<(&'c Family, &'c Scheme), UnknownName> {
    find(catalogue, "scheme", name, |family| entries(&family.schemes))
}

/// The cipher of a name, with its family.
///
/// # Errors
///
/// That there is none, or several.
pub fn cipher<'c>(
    catalogue: &'c Catalogue,
    name: &str,
) -> Result<(&'c Family, &'c Cipher), UnknownName> {
    find(catalogue, "cipher", name, |family| entries(&family.ciphers))
}

/// The artifact of a name, with its family.
///
/// # Errors
///
/// That there is none, or several.
pub fn artifact<'c>(
    catalogue: &'c Catalogue,
    name: &str,
) -> Result<(&'c Family, &'c str, &'c Artifact), UnknownName> {
    let of = |family: &'c Family| {
        let artifacts = family.artifacts.iter();
        artifacts.map(|(id, artifact)| (id.as_str(), (id.as_str(), artifact)))
    };
    find(catalogue, "artifact", name, of).map(|(family, (id, artifact))| (family, id, artifact))
}

fn entries<T>(map: &IndexMap<String, T>) -> impl Iterator<Item = (&str, &T)> {
    map.iter().map(|(id, thing)| (id.as_str(), thing))
}

/// The thing of a name among those of its family, or among those of all families.
fn find<'c, T, I: Iterator<Item = (&'c str, T)>>(
    catalogue: &'c Catalogue,
    what: &str,
    name: &str,
    of: impl Fn(&'c Family) -> I,
) -> Result<(&'c Family, T), UnknownName> {
    if let Some((id, rest)) = name.split_once('/') {
        let family = family(catalogue, id)?;
        let found = of(family).find(|(id, _)| *id == rest);
        return found.map(|(_, thing)| (family, thing)).ok_or_else(|| {
            let sentence = format!("the family `{id}` has no {what}");
            UnknownName::new(&sentence, rest, of(family).map(|(id, _)| id))
        });
    }
    let everything = || {
        let families = catalogue.families.iter();
        families.flat_map(|family| of(family).map(move |(id, thing)| (family, id, thing)))
    };
    let mut found: Vec<_> = everything().filter(|(_, id, _)| *id == name).collect();
    if found.len() > 1 {
        let full = found
            .iter()
            .map(|(family, id, _)| format!("{}/{id}", family.id));
        let full: Vec<_> = full.collect();
        return Err(UnknownName(format!(
            "several families have the {what} `{name}`; write one of {}",
            full.join(", ")
        )));
    }
    let found = found.pop().map(|(family, _, thing)| (family, thing));
    found.ok_or_else(|| {
        if let Some(family) = catalogue.family(name) {
            let ids = of(family).map(|(id, _)| id);
            return UnknownName::new(&format!("no {what} but a family is called"), name, ids);
        }
        let mut ids: Vec<_> = everything().map(|(_, id, _)| id).collect();
        ids.sort_unstable();
        ids.dedup();
        UnknownName::new(&format!("the catalogue has no {what}"), name, ids)
    })
}
