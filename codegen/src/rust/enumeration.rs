//! Open enumerations: which there are, what they are called, how they are written.

use std::collections::{BTreeMap, HashSet};

use koo_spec::catalogue::{Family, ListedValue, Parameter, Text, Type, TypeShape};
use koo_spec::identifier::camel_case;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::docs::{self, Docs};
use super::names;

/// The enumerations of a family. Those written with a parameter are called after it. Where parameters of one name list
/// different values, the list that occurs most often has the short name; the others are called after their owner too.
pub(super) struct Enumerations {
    by_name: BTreeMap<String, Enumeration>,
}

struct Enumeration {
    doc: Text,
    values: Vec<ListedValue>,
    source: String,
    /// Whether the spec defines it by name, so that no parameter shares it unasked.
    defined: bool,
}

/// A parameter that lists values itself, and the struct it belongs to.
type Listing<'a> = (&'a str, &'a Parameter);

impl Enumerations {
    /// Collects the enumerations of a family; `owners` are the structs with their parameters.
    pub(super) fn collect(family: &Family, owners: &[(String, Vec<&Parameter>)]) -> Self {
        let mut by_name = BTreeMap::new();
        for (name, definition) in &family.types {
            if let TypeShape::Enumeration(values) = &definition.shape {
                let source = docs::source(family, &definition.provenance, &[]);
                let (doc, values) = (definition.doc.clone(), values.clone());
                by_name.insert(
                    names::item(name).to_string(),
                    Enumeration {
                        doc,
                        values,
                        source,
                        defined: true,
                    },
                );
            }
        }
        let mut enumerations = Self { by_name };
        let structs: HashSet<String> = owners
            .iter()
            .map(|(owner, _)| names::item(owner).to_string())
            .collect();
        let mut listings: BTreeMap<String, Vec<Listing<'_>>> = BTreeMap::new();
        for (owner, parameters) in owners {
            let lists =
                |parameter: &&&Parameter| *parameter.r#type.value.innermost() == Type::Enumeration;
            for parameter in parameters.iter().filter(lists) {
                listings
                    .entry(camel_case(&parameter.name))
                    .or_default()
                    .push((owner, parameter));
            }
        }
        for (short, mut listings) in listings {
            listings.sort_by_key(|(owner, _)| *owner);
            let free = !names::is_taken(&short)
                && !structs.contains(&short)
                && !enumerations.by_name.contains_key(&short);
            let common = most_common(&listings).filter(|_| free);
            for (owner, parameter) in listings {
                let shared =
                    common.is_some_and(|common| same_values(&common.values, &parameter.values));
                let name = if shared {
                    names::item(&short)
                } else {
                    qualified(owner, parameter)
                };
                enumerations
                    .by_name
                    .entry(name.to_string())
                    .or_insert_with(|| Enumeration {
                        doc: parameter.doc.clone(),
                        values: parameter.values.clone(),
                        source: docs::source(family, &parameter.provenance, &parameter.sites),
                        defined: false,
                    });
            }
        }
        enumerations
    }

    /// The name of the enumeration of a parameter that lists its values itself.
    pub(super) fn name_of(&self, parameter: &Parameter, owner: &str) -> Ident {
        let short = names::item(&parameter.name);
        match self.by_name.get(&short.to_string()) {
            Some(known) if !known.defined && same_values(&known.values, &parameter.values) => short,
            _ => qualified(owner, parameter),
        }
    }

    /// The items of all enumerations, by name.
    pub(super) fn items(&self) -> Vec<(String, TokenStream)> {
        self.by_name
            .iter()
            .map(|(name, enumeration)| (name.clone(), enumeration.item(name)))
            .collect()
    }
}

fn qualified(owner: &str, parameter: &Parameter) -> Ident {
    names::item(&format!("{owner}_{}", parameter.name))
}

/// The parameter whose values most others list too; of several, the first.
fn most_common<'a>(listings: &[Listing<'a>]) -> Option<&'a Parameter> {
    let occurs = |wanted: &Parameter| {
        listings
            .iter()
            .filter(|(_, parameter)| same_values(&wanted.values, &parameter.values))
            .count()
    };
    listings
        .iter()
        .map(|(_, parameter)| *parameter)
        .rev()
        .max_by_key(|parameter| occurs(parameter))
}

/// From when to when a value is used.
fn span(listed: &ListedValue) -> Option<String> {
    match (&listed.since, &listed.until) {
        (Some(since), Some(until)) => Some(format!("From {since} until {until}.")),
        (Some(since), None) => Some(format!("Since {since}.")),
        (None, Some(until)) => Some(format!("Until {until}.")),
        (None, None) => None,
    }
}

fn same_values(left: &[ListedValue], right: &[ListedValue]) -> bool {
    left.len() == right.len()
        && left
            .iter()
            .zip(right)
            .all(|(left, right)| left.value == right.value)
}

impl Enumeration {
    fn item(&self, name: &str) -> TokenStream {
        let name = format_ident!("{name}");
        let mut summary = Docs::new(docs::sentence(&self.doc.en));
        summary.markdown(&self.source);
        let summary = summary.outer(0);
        let variants = self.values.iter().map(|listed| {
            let mut docs = Docs::new(docs::sentence(&listed.doc.en));
            if let Some(span) = span(listed) {
                docs.paragraph(span);
            }
            if !listed.sites.is_empty() {
                let mut sites: Vec<_> = listed
                    .sites
                    .iter()
                    .map(|site| site.value.as_str())
                    .collect();
                sites.sort_unstable();
                docs.paragraph(format!("Sites: {}.", sites.join(", ")));
            }
            let (docs, wire, variant) = (docs.outer(4), &listed.value, names::variant(listed));
            quote! { #docs #[wire(#wire)] #variant, }
        });
        let taken = |name: &str| {
            self.values
                .iter()
                .any(|listed| names::variant(listed) == name)
        };
        let other = if taken("Other") {
            format_ident!("Unlisted")
        } else {
            format_ident!("Other")
        };
        quote! {
            #summary
            #[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
            pub enum #name {
                #(#variants)*
                /// A value the contract does not list, kept as received.
                #[wire(other)]
                #other(String),
            }
        }
    }
}
