//! Guides: what one part of the documentation says.

use indexmap::IndexMap;

use super::{
    Applicability, Artifact, Cipher, Code, Collection, ComposedText, Erratum, Event, Function,
    Interface, ListedValue, Need, Note, Page, Parameter, Placed, Product, Scenario, Scheme, Secret,
    Text, Transport, Type, TypeDefinition, TypeShape,
};
use crate::source::Span;

/// One guide.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Family {
    /// Id.
    pub id: String,
    /// Where the id stands.
    pub span: Span,
    /// Title.
    pub title: Text,
    /// Whether new products may use it.
    pub status: Status,
    /// What it is about.
    pub doc: Text,
    /// Sites that publish it.
    pub sites: Vec<Placed<String>>,
    /// Source pages, included ones too.
    pub pages: IndexMap<String, Page>,
    /// HTTP rules.
    pub transport: Transport,
    /// Kinds of product.
    pub products: IndexMap<String, Product>,
    /// Which product needs which interface, per site.
    pub applicability: IndexMap<String, Applicability>,
    /// Secrets of recipes.
    pub secrets: IndexMap<String, Secret>,
    /// How calls are signed.
    pub schemes: IndexMap<String, Scheme>,
    /// How values are encrypted.
    pub ciphers: IndexMap<String, Cipher>,
    /// Result codes.
    pub codes: IndexMap<String, Code>,
    /// Objects and enumerations.
    pub types: IndexMap<String, TypeDefinition>,
    /// The interfaces in written order.
    pub interfaces: Vec<Interface>,
    /// Functions of a client SDK.
    pub functions: IndexMap<String, Function>,
    /// Events of a client SDK.
    pub events: IndexMap<String, Event>,
    /// Packages on disk.
    pub artifacts: IndexMap<String, Artifact>,
    /// Texts that are put together from parts.
    pub texts: IndexMap<String, ComposedText>,
    /// Calls that belong together, to try a merchant with.
    pub scenarios: IndexMap<String, Scenario>,
    /// Contradictions and gaps.
    pub errata: IndexMap<String, Erratum>,
    /// Rules in words.
    pub notes: IndexMap<String, Note>,
    /// Records that a mock of the called side keeps, by the name of the collection.
    pub collections: IndexMap<String, Collection>,
}

impl Family {
    /// The interface of an id.
    pub fn interface(&self, id: &str) -> Option<&Interface> {
        self.interfaces.iter().find(|interface| interface.id == id)
    }

    /// The name of the request parameter that tells the interfaces apart, if one parameter does it for all.
    pub fn selector(&self) -> Option<&str> {
        let mut names = self
            .interfaces
            .iter()
            .flat_map(|interface| interface.select.keys());
        let first = names.next()?;
        names.all(|name| name == first).then_some(first.as_str())
    }

    /// The listed values of a parameter: its own, or those of its enumeration type.
    pub fn values_of<'a>(&'a self, parameter: &'a Parameter) -> &'a [ListedValue] {
        if !parameter.values.is_empty() {
            return &parameter.values;
        }
        match parameter.r#type.value.innermost() {
            Type::Named(name) => match self.types.get(name).map(|definition| &definition.shape) {
                Some(TypeShape::Enumeration(values)) => values,
                _ => &[],
            },
            _ => &[],
        }
    }

    /// The members of the JSON inside a text parameter, if the spec names its type; of a list those of its elements.
    pub fn held_fields<'a>(&'a self, parameter: &'a Parameter) -> Option<&'a [Parameter]> {
        self.fields_of(parameter.holds.as_ref()?.value.innermost())
    }

    /// The members of an object type, written inline or defined by name.
    pub fn fields_of<'a>(&'a self, r#type: &'a Type) -> Option<&'a [Parameter]> {
        match r#type {
            Type::Object(fields) => Some(fields),
            Type::Named(name) => match self.types.get(name).map(|definition| &definition.shape) {
                Some(TypeShape::Object(fields)) => Some(fields),
                _ => None,
            },
            _ => None,
        }
    }

    /// The parameter that a path of names leads to; steps that name no member, such as the numbers of elements and the
    /// keys of maps, stay at the same parameter.
    pub fn parameter_at<'a>(
        &'a self,
        parameters: impl IntoIterator<Item = &'a Parameter>,
        path: &[&str],
    ) -> Option<&'a Parameter> {
        let (first, rest) = path.split_first()?;
        let mut at = parameters
            .into_iter()
            .find(|parameter| parameter.name == *first)?;
        for step in rest {
            let fields = self.fields_of(at.r#type.value.innermost());
            let member = fields.and_then(|fields| fields.iter().find(|field| field.name == *step));
            at = member.unwrap_or(at);
        }
        Some(at)
    }

    /// Whether an interface is called for a product; it is unless a site, or the site that is asked for, says no.
    pub fn is_called_for(&self, interface: &str, product: &str, site: Option<&str>) -> bool {
        let of_site = self
            .applicability
            .iter()
            .filter(|(id, _)| site.is_none_or(|site| site == id.as_str()));
        let mut needs = of_site
            .filter_map(|(_, site)| site.needs.get(interface)?.get(product))
            .peekable();
        needs.peek().is_none() || needs.any(|need| *need != Need::None)
    }

    /// The highest need of an interface over all sites and products: what a general merchant must be ready for.
    pub fn need(&self, interface: &str) -> Option<Need> {
        self.applicability
            .values()
            .filter_map(|site| site.needs.get(interface))
            .flat_map(IndexMap::values)
            .copied()
            .max()
    }
}

/// Whether new products may use a guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// In force.
    #[default]
    Current,
    /// Closed for new products, still called for old ones.
    Offline,
    /// Not published yet.
    Draft,
}

impl Status {
    /// The word of the spec language.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Offline => "offline",
            Self::Draft => "draft",
        }
    }
}
