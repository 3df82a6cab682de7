//! What the modules of a family define, and under which names.

use std::collections::HashSet;

use koo_spec::catalogue::{Direction, Family, Parameter, Type, TypeShape};
use proc_macro2::TokenStream;

use super::super::docs::{self, Docs};
use super::super::enumeration::Enumerations;
use super::super::model::Model;
use super::super::{artifact, client, interface, names, redirect, sdk, types};
use crate::EmitError;

/// The names that the modules of a family define; all of them stand side by side in the family's root.
pub(super) struct Defined<'a> {
    family: &'a str,
    names: HashSet<String>,
}

impl<'a> Defined<'a> {
    pub(super) fn new(family: &'a Family, names: &[String]) -> Self {
        Self {
            family: &family.id,
            names: names.iter().cloned().collect(),
        }
    }

    pub(super) fn add(&mut self, names: impl Iterator<Item = String>) -> Result<(), EmitError> {
        for name in names {
            if !self.names.insert(name.clone()) {
                return Err(EmitError::NameClash {
                    family: self.family.to_owned(),
                    name,
                });
            }
        }
        Ok(())
    }
}

/// The structs of a family with their parameters, for the names of enumerations.
pub(in crate::rust) fn owners(family: &Family) -> Vec<(String, Vec<&Parameter>)> {
    let mut owners = Vec::new();
    for (name, definition) in &family.types {
        if let TypeShape::Object(fields) = &definition.shape {
            add_owner(name.clone(), fields.iter().collect(), &mut owners);
        }
    }
    for interface in &family.interfaces {
        add_owner(
            interface::request_name(interface),
            interface::request_parameters(interface),
            &mut owners,
        );
        add_owner(
            interface::reply_name(interface),
            interface::reply_parameters(interface),
            &mut owners,
        );
        add_owner(
            redirect::callback_name(interface),
            redirect::callback_parameters(interface),
            &mut owners,
        );
        if interface.direction != Direction::PlatformToMerchant {
            add_owner(
                client::headers_name(interface),
                client::header_parameters(family, interface),
                &mut owners,
            );
        }
    }
    for (name, parameters) in sdk::owners(family)
        .into_iter()
        .chain(artifact::owners(family))
    {
        add_owner(name, parameters, &mut owners);
    }
    owners
}

/// Adds a struct and the structs of objects that are written inside it.
fn add_owner<'a>(
    name: String,
    parameters: Vec<&'a Parameter>,
    owners: &mut Vec<(String, Vec<&'a Parameter>)>,
) {
    for parameter in &parameters {
        if let Type::Object(fields) = parameter.r#type.value.innermost() {
            add_owner(
                types::inline_object(&name, parameter).to_string(),
                fields.iter().collect(),
                owners,
            );
        }
    }
    owners.push((name, parameters));
}

/// Enumerations and objects with what belongs to them, by name.
pub(in crate::rust) fn type_groups(
    family: &Family,
    enumerations: &Enumerations,
) -> Vec<(String, Vec<TokenStream>)> {
    let mut groups: Vec<(String, Vec<TokenStream>)> = enumerations
        .items()
        .into_iter()
        .map(|(name, item)| (name, vec![item]))
        .collect();
    for (name, definition) in &family.types {
        if let TypeShape::Object(fields) = &definition.shape {
            let mut docs = Docs::new(docs::sentence(&definition.doc.en));
            if let Some(note) = &definition.provenance.note {
                docs.paragraph(docs::sentence(&note.en));
            }
            docs.markdown(docs::source(family, &definition.provenance, &[]));
            let model = Model {
                name: name.clone(),
                docs,
                parameters: fields.iter().collect(),
                fixed: Vec::new(),
            };
            groups.push((
                names::item(name).to_string(),
                model.items(family, enumerations),
            ));
        }
    }
    groups.sort_by(|(left, _), (right, _)| left.cmp(right));
    groups
}
