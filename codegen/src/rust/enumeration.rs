//! Open enumerations: which there are, what they are called, how they are written.

use indexmap::IndexMap;
use koo_spec::catalogue::{Family, ListedValue, Parameter, Text, Type, TypeShape};
use koo_spec::identifier::camel_case;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::docs::{self, Docs};
use super::names;

/// The enumerations of a family. Those written with a parameter are called after it; where two parameters of one name
/// list different values, after their owner too.
pub(super) struct Enumerations {
    by_name: IndexMap<String, Enumeration>,
    shared: bool,
}

struct Enumeration {
    doc: Text,
    values: Vec<ListedValue>,
    source: String,
}

impl Enumerations {
    /// Collects the enumerations of a family; `owners` are the structs with their parameters.
    pub(super) fn collect(family: &Family, owners: &[(String, &[Parameter])]) -> Self {
        let mut by_name = IndexMap::new();
        for (name, definition) in &family.types {
            if let TypeShape::Enumeration(values) = &definition.shape {
                let source = docs::source(family, &definition.provenance, &[]);
                let enumeration = Enumeration { doc: definition.doc.clone(), values: values.clone(), source };
                by_name.insert(camel_case(name), enumeration);
            }
        }
        let mut enumerations = Self { by_name, shared: true };
        for (owner, parameters) in owners {
            for parameter in *parameters {
                if *parameter.r#type.value.innermost() == Type::Enumeration {
                    enumerations.add(family, owner, parameter);
                }
            }
        }
        enumerations
    }

    fn add(&mut self, family: &Family, owner: &str, parameter: &Parameter) {
        let short = camel_case(&parameter.name);
        let name = match self.by_name.get(&short) {
            Some(existing) if same_values(&existing.values, &parameter.values) => return,
            Some(_) => camel_case(&format!("{owner}_{}", parameter.name)),
            None => short,
        };
        let source = docs::source(family, &parameter.provenance, &parameter.sites);
        let enumeration = Enumeration { doc: parameter.doc.clone(), values: parameter.values.clone(), source };
        self.by_name.insert(name, enumeration);
    }

    /// The name of the enumeration of a parameter that lists its values itself.
    pub(super) fn name_of(&self, parameter: &Parameter, owner: &str) -> Ident {
        let short = camel_case(&parameter.name);
        match self.by_name.get(&short) {
            Some(existing) if self.shared && same_values(&existing.values, &parameter.values) => names::r#type(&short),
            _ => names::r#type(&format!("{owner}_{}", parameter.name)),
        }
    }

    /// The items of all enumerations.
    pub(super) fn items(&self) -> Vec<TokenStream> {
        self.by_name.iter().map(|(name, enumeration)| enumeration.item(name)).collect()
    }
}

fn same_values(left: &[ListedValue], right: &[ListedValue]) -> bool {
    left.len() == right.len() && left.iter().zip(right).all(|(left, right)| left.value == right.value)
}

impl Enumeration {
    fn item(&self, name: &str) -> TokenStream {
        let name = names::r#type(name);
        let mut summary = Docs::new(docs::sentence(&self.doc.en));
        summary.markdown(&self.source);
        let summary = summary.outer(0);
        let variants = self.values.iter().map(|listed| {
            let mut docs = Docs::new(docs::sentence(&listed.doc.en));
            if !listed.sites.is_empty() {
                let sites: Vec<_> = listed.sites.iter().map(|site| site.value.as_str()).collect();
                docs.paragraph(format!("Sites: {}.", sites.join(", ")));
            }
            let (docs, wire, variant) = (docs.outer(4), &listed.value, names::variant(listed));
            quote! { #docs #[wire(#wire)] #variant, }
        });
        let taken = |name: &str| self.values.iter().any(|listed| names::variant(listed) == name);
        let other = if taken("Other") { format_ident!("Unlisted") } else { format_ident!("Other") };
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
