//! Catalogue → plan.

use std::collections::HashMap;
use std::{iter, ptr};

use koo_runtime::validate;
use koo_spec::catalogue::{
    Carried, CarriedIn, Family, Format, Interface, LengthUnit, Limits, Location, Parameter, Placed,
    Presence, Side, Type, Variant,
};
use koo_spec::interpret::payload::describe;

use super::{
    Expression, Field, Form, HOMES, Items, Kind, Need, Node, Object, Order, Origin, Plan, Scalar,
};

impl<'c> Plan<'c> {
    /// The plan of one side of an interface, or of one of its variants.
    ///
    /// Sites are the business of [`Catalogue::for_site`](koo_spec::catalogue::Catalogue::for_site): give it a family
    /// that was projected.
    pub(crate) fn compile(
        family: &'c Family,
        interface: &'c Interface,
        variant: Option<&'c Variant>,
        side: Side,
    ) -> Self {
        let (own, of_variant) = match side {
            Side::Request => (&interface.request, variant.map(|variant| &variant.request)),
            Side::Reply => (
                &interface.reply.parameters,
                variant.map(|variant| &variant.reply.parameters),
            ),
        };
        let of_variant = of_variant.map_or(&[][..], Vec::as_slice);
        // What a variant says of a parameter replaces what the interface says.
        let is_replaced = |parameter: &&Parameter| {
            of_variant
                .iter()
                .any(|other| other.name == parameter.name && other.location == parameter.location)
        };
        let parameters: Vec<&'c Parameter> = own
            .iter()
            .filter(|parameter| !is_replaced(parameter))
            .chain(of_variant)
            .collect();
        let mut compiler = Compiler {
            family,
            nodes: Vec::new(),
            known: HashMap::new(),
            objects: Vec::new(),
            object_numbers: HashMap::new(),
        };
        let at = |location| {
            parameters
                .iter()
                .copied()
                .filter(move |parameter| parameter.location == location)
        };
        let carried_at = |location| {
            carried(family, interface, side)
                .filter(move |carried| location_of(carried.location) == location)
        };
        let roots = Location::ALL.map(|location| {
            let (here, carried) = (at(location), carried_at(location));
            compiler.root(here, carried, iter::empty())
        });
        let has_any = |location: &Location| {
            at(*location).next().is_some() || carried_at(*location).next().is_some()
        };
        let home = HOMES.into_iter().find(has_any).unwrap_or(Location::Body);
        // Whoever reads a reply has its parts apart.
        let elsewhere = parameters
            .iter()
            .copied()
            .filter(|parameter| side == Side::Request && parameter.location != home);
        let call = compiler.root(at(home), carried_at(home), elsewhere);
        Self {
            nodes: compiler.nodes,
            objects: compiler.objects,
            roots,
            home,
            call,
        }
    }
}

/// What the scheme of a message carries.
fn carried<'c>(
    family: &'c Family,
    interface: &'c Interface,
    side: Side,
) -> impl Iterator<Item = &'c Carried> {
    let scheme = match side {
        Side::Request => interface.scheme.as_ref(),
        Side::Reply => interface.reply_scheme.as_ref().map(|reply| &reply.scheme),
    };
    scheme
        .and_then(|scheme| family.schemes.get(&scheme.value))
        .into_iter()
        .flat_map(|scheme| &scheme.carries)
}

const fn location_of(carried: CarriedIn) -> Location {
    match carried {
        CarriedIn::Header => Location::Header,
        CarriedIn::Query => Location::Query,
    }
}

struct Compiler<'c> {
    family: &'c Family,
    nodes: Vec<Node<'c>>,
    /// Parameter and type, by address, of the nodes; types may hold themselves.
    known: HashMap<(*const Parameter, *const Type), usize>,
    objects: Vec<Object<'c>>,
    /// Members, by address, of the objects.
    object_numbers: HashMap<*const Parameter, usize>,
}

impl<'c> Compiler<'c> {
    fn root(
        &mut self,
        parameters: impl Iterator<Item = &'c Parameter> + Clone,
        carried: impl Iterator<Item = &'c Carried>,
        elsewhere: impl Iterator<Item = &'c Parameter>,
    ) -> usize {
        let number = self.reserve();
        let mut fields = self.fields(parameters.clone());
        for carried in carried {
            if fields.iter().any(|field| field.name == carried.wire_name) {
                continue;
            }
            let node = self.push(&carried.provenance.pages, Kind::Scalar(of_carried(carried)));
            // That it must be there is a matter of signing, not of limits.
            fields.push(Field::new(&carried.wire_name, Some(node)));
        }
        for parameter in elsewhere {
            if fields.iter().any(|field| field.name == parameter.name) {
                continue;
            }
            let node = self.node(parameter, &parameter.r#type.value);
            // A body alone is as good, so it need not be there.
            fields.push(Field::new(&parameter.name, Some(node)));
        }
        self.finish(number, fields, parameters);
        number
    }

    fn push(&mut self, pages: &'c [Placed<String>], kind: Kind<'c>) -> usize {
        self.nodes.push(Node {
            origin: Origin { pages },
            kind,
        });
        self.nodes.len() - 1
    }

    fn reserve(&mut self) -> usize {
        self.objects.push(Object {
            fields: Vec::new(),
            checked: Vec::new(),
            order: Order::documented(0),
        });
        self.objects.len() - 1
    }

    /// The number of the object with these members.
    fn object(&mut self, members: &'c [Parameter]) -> usize {
        // Empty slices may share an address, and need no entry: they cannot hold themselves.
        if let Some(number) = self.object_numbers.get(&members.as_ptr())
            && !members.is_empty()
        {
            return *number;
        }
        let number = self.reserve();
        self.object_numbers.insert(members.as_ptr(), number);
        let fields = self.fields(members.iter());
        self.finish(number, fields, members.iter());
        number
    }

    fn fields(&mut self, parameters: impl Iterator<Item = &'c Parameter>) -> Vec<Field<'c>> {
        parameters
            .map(|parameter| {
                let node = self.node(parameter, &parameter.r#type.value);
                Field {
                    need: match parameter.presence {
                        Presence::Mandatory => Need::Always,
                        _ => Need::Never,
                    },
                    ..Field::new(&parameter.name, Some(node))
                }
            })
            .collect()
    }

    /// Resolves conditions, now that every sibling has its number, and puts the object in its place.
    fn finish(
        &mut self,
        number: usize,
        mut fields: Vec<Field<'c>>,
        parameters: impl Iterator<Item = &'c Parameter>,
    ) {
        let mut facts = 0;
        for (index, parameter) in parameters.enumerate() {
            let Presence::Conditional {
                when: Some(when), ..
            } = &parameter.presence
            else {
                continue;
            };
            let condition = Expression::resolve(&when.value, &mut fields, &mut facts);
            if let Some(field) = fields.get_mut(index) {
                field.need = Need::When(condition, describe(&when.value));
            }
        }
        let is_checked = |(index, field): (usize, &Field<'_>)| match field.need {
            Need::Never => None,
            Need::Always | Need::When(..) => Some(index),
        };
        let checked = fields.iter().enumerate().filter_map(is_checked).collect();
        if let Some(object) = self.objects.get_mut(number) {
            *object = Object {
                order: Order::documented(fields.len()),
                fields,
                checked,
            };
        }
    }

    /// The number of the node of a parameter read as a type: its own, one inside it, or what its text holds.
    fn node(&mut self, parameter: &'c Parameter, r#type: &'c Type) -> usize {
        let key = (ptr::from_ref(parameter), ptr::from_ref(r#type));
        if let Some(number) = self.known.get(&key) {
            return *number;
        }
        let number = self.push(&parameter.provenance.pages, Kind::Any);
        self.known.insert(key, number);
        let kind = self.kind(parameter, r#type);
        if let Some(node) = self.nodes.get_mut(number) {
            node.kind = kind;
        }
        number
    }

    fn kind(&mut self, parameter: &'c Parameter, r#type: &'c Type) -> Kind<'c> {
        match r#type {
            Type::List(inner) => Kind::List(items(&parameter.limits), self.node(parameter, inner)),
            Type::Map(inner) => Kind::Map(items(&parameter.limits), self.node(parameter, inner)),
            Type::Any => Kind::Any,
            Type::Boolean => Kind::Boolean,
            _ => match self.family.fields_of(r#type) {
                Some(members) => Kind::Object(self.object(members)),
                None => Kind::Scalar(self.scalar(parameter, r#type)),
            },
        }
    }

    fn scalar(&mut self, parameter: &'c Parameter, r#type: &Type) -> Scalar<'c> {
        let limits = &parameter.limits;
        let number = |bound: &Option<String>| bound.as_ref().and_then(|bound| bound.parse().ok());
        let rules = Scalar {
            is_number: matches!(r#type, Type::Integer | Type::Decimal { .. }),
            is_integer: *r#type == Type::Integer,
            most: limits.max_length.number().map(to_usize),
            advisory: limits.advisory.is_some(),
            least: limits.min_length.map(to_usize),
            unit: unit(limits.unit),
            minimum: number(&limits.minimum),
            maximum: number(&limits.maximum),
            decimal: match r#type {
                Type::Decimal { precision, scale } => Some((*precision, *scale)),
                _ => None,
            },
            allowed: self.allowed(parameter),
            format: parameter.format.as_ref().map(form),
            holds: parameter
                .holds
                .as_ref()
                .map(|held| self.node(parameter, &held.value)),
            free_up_to: None,
        };
        Scalar {
            free_up_to: rules.free_up_to(),
            ..rules
        }
    }

    fn allowed(&self, parameter: &'c Parameter) -> Vec<&'c str> {
        // The codes a reply lists are those with a special meaning; the family's others may be answered too.
        if *parameter.r#type.value.innermost() == Type::ResultCode {
            let mut codes: Vec<_> = self.family.codes.keys().map(String::as_str).collect();
            codes.sort_unstable();
            return codes;
        }
        let values = self.family.values_of(parameter).iter();
        values.map(|value| value.value.as_str()).collect()
    }
}

/// The rules of what a scheme carries.
fn of_carried(carried: &Carried) -> Scalar<'_> {
    Scalar {
        is_number: true,
        is_integer: false,
        most: carried.max_length.number().map(to_usize),
        advisory: false,
        least: None,
        unit: validate::LengthUnit::Characters,
        minimum: None,
        maximum: None,
        decimal: None,
        allowed: Vec::new(),
        format: carried.format.as_ref().map(form),
        holds: None,
        free_up_to: None,
    }
}

fn items(limits: &Limits) -> Items {
    Items {
        most: limits.max_items.number().map(to_usize),
        fewest: limits.min_items.map(to_usize),
    }
}

fn form(format: &Format) -> Form<'_> {
    Form::Other(match format {
        Format::Timestamp(timestamp) => {
            return Form::Timestamp(timestamp.layouts.iter().map(String::as_str).collect());
        }
        Format::Url => validate::Format::Url,
        Format::Uuid => validate::Format::Uuid,
        Format::Hex => validate::Format::Hex,
        Format::Base64 => validate::Format::Base64,
        Format::Json => validate::Format::Json,
        Format::UrlencodedBase64Json => validate::Format::UrlEncodedBase64Json,
        Format::EpochMillis => validate::Format::EpochMillis,
        Format::CommaList { max_items, each } => validate::Format::CommaList {
            max_items: Some(to_usize(*max_items)),
            max_chars_each: each.map(to_usize),
        },
    })
}

const fn unit(unit: LengthUnit) -> validate::LengthUnit {
    match unit {
        LengthUnit::Characters => validate::LengthUnit::Characters,
        LengthUnit::Bytes => validate::LengthUnit::Bytes,
        LengthUnit::Utf16 => validate::LengthUnit::Utf16,
    }
}

fn to_usize(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
