//! Where the emitted crate keeps what the contract names, for exports and reports.

use koo_spec::catalogue::{
    Catalogue, Code, Family, Interface, Location, Parameter, Scheme, Side, Type,
};
use koo_spec::identifier::{camel_case, snake_case};

use super::{interface, names, scheme, types};

/// The module of a family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Module(String);

impl Module {
    /// The module that holds the items of a family.
    pub(crate) fn of(catalogue: &Catalogue, family: &Family) -> Self {
        // A single file has no catalogue that gives the crate a name.
        let package = match catalogue.id.as_str() {
            "" => "crate".to_owned(),
            id => snake_case(id),
        };
        Self(format!("{package}::{}", snake_case(&family.id)))
    }

    /// The model of one side of an interface, or of one of its variants.
    pub(crate) fn model(&self, interface: &Interface, variant: Option<&str>, side: Side) -> Model {
        let mut named = Interface {
            id: interface.id.clone(),
            ..Interface::default()
        };
        named
            .id
            .push_str(&variant.map(camel_case).unwrap_or_default());
        let name = match side {
            Side::Request => interface::request_name(&named),
            Side::Reply => interface::reply_name(&named),
        };
        self.named(&name)
    }

    /// The struct of a family of this name.
    pub(crate) fn named(&self, name: &str) -> Model {
        Model {
            module: self.clone(),
            name: name.to_owned(),
        }
    }

    /// The variant of a result code.
    pub(crate) fn code(&self, code: &Code) -> String {
        format!("{}::ResultCode::{}", self.0, names::r#type(&code.name))
    }

    /// The secrets the struct of a scheme is made with.
    pub(crate) fn secrets<'a>(family: &'a Family, scheme: &Scheme) -> Vec<&'a str> {
        scheme::secrets(family, scheme)
    }

    /// The struct of a scheme.
    pub(crate) fn scheme(&self, scheme: &Scheme) -> String {
        format!("{}::{}", self.0, scheme::struct_name(scheme))
    }
}

/// A struct of the emitted crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Model {
    module: Module,
    /// As the contract gives it; the emitted name follows from it.
    name: String,
}

impl Model {
    /// The path of the struct.
    pub(crate) fn path(&self) -> String {
        format!("{}::{}", self.module.0, names::item(&self.name))
    }

    /// The path of a field. What travels in headers has none.
    pub(crate) fn field(&self, parameter: &Parameter) -> Option<String> {
        (parameter.location != Location::Header)
            .then(|| format!("{}::{}", self.path(), names::field(parameter)))
    }

    /// The struct of the members of an object parameter.
    pub(crate) fn inside(&self, parameter: &Parameter) -> Option<Self> {
        if parameter.location == Location::Header {
            return None;
        }
        match (parameter.r#type.value.innermost(), &parameter.holds) {
            (Type::Named(name), _) => Some(self.module.named(name)),
            (Type::Object(_), _) => {
                let name = types::inline_object(&self.name, parameter);
                Some(self.module.named(&name.to_string()))
            }
            (_, Some(held)) => match held.value.innermost() {
                Type::Named(name) => Some(self.module.named(name)),
                _ => None,
            },
            _ => None,
        }
    }
}
