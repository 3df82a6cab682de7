//! What a table may describe: the sides of interfaces, and the objects in them.

use koo_spec::catalogue::{Catalogue, Family, Interface, Parameter, Type, TypeShape};
use koo_spec::source::Span;

use super::context::Speaks;

/// A list of parameters that a table may describe.
#[derive(Clone)]
pub(super) struct Target<'a> {
    /// The family.
    pub(super) family: &'a Family,
    /// The interface.
    pub(super) interface: &'a Interface,
    /// What it is called: `request`, `reply`, or the name of a type.
    pub(super) of: String,
    /// Which side; objects have none.
    pub(super) side: Option<Speaks>,
    /// The parameters.
    pub(super) parameters: &'a [Parameter],
    /// Other names of an object: those of the parameters that hold it.
    pub(super) aliases: Vec<String>,
}

impl<'a> Target<'a> {
    /// The parameter of a name.
    pub(super) fn find(&self, name: &str, ignore_case: bool) -> Option<&'a Parameter> {
        find(self.parameters, name, ignore_case)
    }

    /// The variant of the interface whose side this is.
    pub(super) fn variant(&self) -> Option<&str> {
        self.side?;
        self.of.split_once(' ').map(|(variant, _)| variant)
    }

    /// Whether two targets are the same list.
    pub(super) fn is(&self, other: &Self) -> bool {
        std::ptr::eq(self.parameters, other.parameters)
    }

    /// The names that a scheme carries on this side, with what the spec says of them.
    pub(super) fn carries(&self, name: &str, ignore_case: bool) -> bool {
        let scheme = match self.side {
            Some(Speaks::Request) => self.interface.scheme.as_ref(),
            Some(Speaks::Reply) => self
                .interface
                .reply_scheme
                .as_ref()
                .map(|reply| &reply.scheme),
            None => None,
        };
        scheme
            .and_then(|scheme| self.family.schemes.get(&scheme.value))
            .is_some_and(|scheme| {
                scheme
                    .carries
                    .iter()
                    .any(|carried| same(&carried.wire_name, name, ignore_case))
            })
    }
}

/// The parameter of a name in a list; of an exact and a similar name the exact one.
pub(super) fn find<'a>(
    parameters: &'a [Parameter],
    name: &str,
    ignore_case: bool,
) -> Option<&'a Parameter> {
    parameters
        .iter()
        .find(|parameter| parameter.name == name)
        .or_else(|| {
            parameters
                .iter()
                .find(|parameter| ignore_case && parameter.name.eq_ignore_ascii_case(name))
        })
}

fn same(left: &str, right: &str, ignore_case: bool) -> bool {
    left == right || ignore_case && left.eq_ignore_ascii_case(right)
}

/// Everything that tables about some interfaces may describe.
pub(super) fn targets<'a>(
    catalogue: &'a Catalogue,
    interfaces: &[(String, String)],
) -> Vec<Target<'a>> {
    let mut targets = Vec::new();
    for (family, interface) in interfaces {
        let Some(family) = catalogue.family(family) else {
            continue;
        };
        if let Some(interface) = family.interface(interface) {
            of_interface(family, interface, &mut targets);
        }
    }
    targets
}

fn of_interface<'a>(family: &'a Family, interface: &'a Interface, targets: &mut Vec<Target<'a>>) {
    let mut sides: Vec<(String, Speaks, &'a [Parameter])> = vec![
        ("request".to_owned(), Speaks::Request, &interface.request),
        (
            "reply".to_owned(),
            Speaks::Reply,
            &interface.reply.parameters,
        ),
    ];
    if let Some(callback) = &interface.callback {
        sides.push(("callback".to_owned(), Speaks::Reply, &callback.query));
    }
    for (name, variant) in &interface.variants {
        sides.push((format!("{name} request"), Speaks::Request, &variant.request));
        sides.push((
            format!("{name} reply"),
            Speaks::Reply,
            &variant.reply.parameters,
        ));
    }
    for (of, side, parameters) in sides {
        let target = Target {
            family,
            interface,
            of,
            side: Some(side),
            parameters,
            aliases: Vec::new(),
        };
        add(target, targets, 0);
    }
}

/// Adds a target and the objects in it, each once.
fn add<'a>(target: Target<'a>, targets: &mut Vec<Target<'a>>, depth: usize) {
    if target.parameters.is_empty() || depth > 16 {
        return;
    }
    if let Some(known) = targets.iter_mut().find(|known| known.is(&target)) {
        for alias in target.aliases {
            if !known.aliases.contains(&alias) {
                known.aliases.push(alias);
            }
        }
        return;
    }
    let (family, interface) = (target.family, target.interface);
    let parameters = target.parameters;
    targets.push(target);
    for parameter in parameters {
        let Some(fields) = fields(family, parameter) else {
            continue;
        };
        let name = match parameter
            .holds
            .as_ref()
            .map_or(&parameter.r#type.value, |held| &held.value)
            .innermost()
        {
            Type::Named(name) => name.clone(),
            _ => parameter.name.clone(),
        };
        let object = Target {
            family,
            interface,
            of: name,
            side: None,
            parameters: fields,
            aliases: vec![parameter.name.clone()],
        };
        add(object, targets, depth + 1);
    }
}

/// The members of an object, a list of objects, or of the JSON inside a text.
pub(super) fn fields<'a>(family: &'a Family, parameter: &'a Parameter) -> Option<&'a [Parameter]> {
    family
        .fields_of(parameter.r#type.value.innermost())
        .or_else(|| family.held_fields(parameter))
}

/// The parameter in the whole contract of which this is the projection for one site.
pub(crate) fn unprojected(family: &Family, span: Span) -> Option<&Parameter> {
    fn search(parameters: &[Parameter], span: Span) -> Option<&Parameter> {
        parameters.iter().find_map(|parameter| {
            if parameter.span == span {
                return Some(parameter);
            }
            match parameter.r#type.value.innermost() {
                Type::Object(fields) => search(fields, span),
                _ => None,
            }
        })
    }
    let types = family
        .types
        .values()
        .filter_map(|definition| match &definition.shape {
            TypeShape::Object(fields) => Some(fields.as_slice()),
            TypeShape::Enumeration(_) => None,
        });
    let interfaces = family.interfaces.iter().flat_map(|interface| {
        let variants = interface.variants.values().flat_map(|variant| {
            [
                variant.request.as_slice(),
                variant.reply.parameters.as_slice(),
            ]
        });
        [
            interface.request.as_slice(),
            interface.reply.parameters.as_slice(),
        ]
        .into_iter()
        .chain(
            interface
                .callback
                .iter()
                .map(|callback| callback.query.as_slice()),
        )
        .chain(variants)
    });
    types
        .chain(interfaces)
        .find_map(|parameters| search(parameters, span))
}
