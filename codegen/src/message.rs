//! Messages: the parameters of one side of an interface that travel together.

use koo_spec::catalogue::{Family, Interface, Location, Parameter, Side, Type};
use serde_json::Value;

/// What travels at one location of a request or a reply.
pub(crate) struct Message<'a> {
    /// The interface.
    pub(crate) interface: &'a Interface,
    /// Request or reply.
    pub(crate) side: Side,
    /// Where the parameters travel.
    pub(crate) location: Location,
    /// The parameters; at least one.
    pub(crate) parameters: Vec<&'a Parameter>,
}

/// All messages of a family whose variants are unfolded, in written order.
pub(crate) fn messages(family: &Family) -> impl Iterator<Item = Message<'_>> {
    family.interfaces.iter().flat_map(of_interface)
}

/// The messages of one interface.
pub(crate) fn of_interface(interface: &Interface) -> impl Iterator<Item = Message<'_>> {
    [Side::Request, Side::Reply]
        .into_iter()
        .flat_map(move |side| {
            let all = match side {
                Side::Request => &interface.request,
                Side::Reply => &interface.reply.parameters,
            };
            Location::ALL.into_iter().filter_map(move |location| {
                let parameters: Vec<_> = all
                    .iter()
                    .filter(|parameter| parameter.location == location)
                    .collect();
                (!parameters.is_empty()).then_some(Message {
                    interface,
                    side,
                    location,
                    parameters,
                })
            })
        })
}

/// A value that the spec writes as text, in the kind the parameter has on the wire.
pub(crate) fn typed(parameter: &Parameter, text: &str) -> Value {
    let parsed = || serde_json::from_str::<Value>(text).ok();
    let value = match parameter.r#type.value {
        Type::Integer | Type::Decimal { .. } => parsed().filter(Value::is_number),
        Type::Boolean => parsed().filter(Value::is_boolean),
        _ => None,
    };
    value.unwrap_or_else(|| text.into())
}

impl Message<'_> {
    /// The contents of the examples.
    pub(crate) fn examples(&self) -> impl Iterator<Item = &Value> {
        self.interface
            .examples
            .iter()
            .filter(|example| example.of == self.side)
            .filter_map(|example| example.part(self.location))
    }
}
