//! Headers that are parameters of an interface.

use koo_spec::catalogue::{Family, Interface, Location, Parameter};
use proc_macro2::TokenStream;

use super::super::docs::{self, Docs};
use super::super::enumeration::Enumerations;
use super::super::model::Model;
use super::Call;

/// Headers that the client writes itself.
const OF_TRANSPORT: &[&str] = &["accept", "content-length", "content-type", "host"];

/// Name of the struct.
pub(in super::super) fn headers_name(interface: &Interface) -> String {
    format!("{}_headers", interface.id)
}

/// The headers that neither the scheme nor the transport writes.
pub(in super::super) fn parameters<'a>(
    family: &Family,
    interface: &'a Interface,
) -> Vec<&'a Parameter> {
    let scheme = interface.scheme.as_ref();
    let scheme = scheme.and_then(|scheme| family.schemes.get(&scheme.value));
    let is_signed = |name: &str| {
        scheme.is_some_and(|scheme| {
            let mut carried = scheme.carries.iter();
            carried.any(|carried| carried.wire_name.eq_ignore_ascii_case(name))
        })
    };
    let is_own = |name: &str| OF_TRANSPORT.contains(&name.to_ascii_lowercase().as_str());
    interface
        .at(Location::Header)
        .filter(|parameter| !is_signed(&parameter.name) && !is_own(&parameter.name))
        .collect()
}

/// The struct of the headers, if there are any.
pub(super) fn items(family: &Family, call: &Call, enumerations: &Enumerations) -> Vec<TokenStream> {
    let interface = &call.interface;
    let parameters = parameters(family, interface);
    if parameters.is_empty() {
        return Vec::new();
    }
    let title = docs::title(&interface.title);
    let model = Model {
        name: headers_name(interface),
        docs: Docs::new(docs::sentence(&format!("Headers of the call: {title}"))),
        parameters,
        fixed: Vec::new(),
    };
    model.items(family, enumerations)
}
