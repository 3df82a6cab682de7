//! The constant that describes an interface to the runtime.

use koo_spec::catalogue::{Family, Interface, Location, Parameter, Type};
use proc_macro2::TokenStream;
use quote::quote;

use super::call::is_repeatable;
use super::{Call, is_scalar, xml};

/// The constant of a call.
pub(super) fn item(family: &Family, call: &Call, calls: &[Call]) -> TokenStream {
    let interface = &call.interface;
    let (name, id) = (call.constant(), &interface.id);
    let method = interface.method.as_ref();
    let method = method.or(family.transport.method.as_ref());
    let method = method.map_or("POST", String::as_str);
    let urls = self::urls(&interface.urls, &quote!(urls));
    let fallback_urls = self::urls(&interface.fallback_urls, &quote!(fallback_urls));
    let places = places(family, interface);
    let content_type = content_type(interface);
    let codes = codes(family, interface, calls);
    let xml = xml::shape(family, interface).map(|shape| quote! { xml: Some(#shape), });
    let is_opaque = interface.reply.at(Location::Body).next().is_none();
    let opaque = is_opaque.then(|| quote! { opaque: true, });
    let repeatable = is_repeatable(interface).then(|| quote! { repeatable: true, });
    let fields = quote! {
        #urls #fallback_urls #places #content_type #codes #xml #opaque #repeatable
    };
    if fields.is_empty() {
        return quote! { const #name: Interface = Interface::new(#id, #method); };
    }
    quote! {
        const #name: Interface = Interface {
            #fields
            ..Interface::new(#id, #method)
        };
    }
}

/// Addresses by site.
fn urls<'a>(
    urls: impl IntoIterator<Item = (&'a String, &'a String)>,
    field: &TokenStream,
) -> Option<TokenStream> {
    let urls = urls.into_iter();
    let pairs: Vec<_> = urls.map(|(site, url)| quote! { (#site, #url) }).collect();
    (!pairs.is_empty()).then(|| quote! { #field: &[#(#pairs),*], })
}

/// Where the parameters travel.
fn places(family: &Family, interface: &Interface) -> TokenStream {
    let at = |location| -> Vec<&str> {
        let parameters = interface.at(location);
        parameters
            .map(|parameter| parameter.name.as_str())
            .collect()
    };
    let listed = |names: Vec<&str>, list: TokenStream| {
        (!names.is_empty()).then(|| quote! { #list: &[#(#names),*], })
    };
    let path = listed(at(Location::Path), quote!(path));
    let query = listed(at(Location::Query), quote!(query));
    let (form, body) = (at(Location::Form), at(Location::Body));
    if interface.at(Location::Part).next().is_some() {
        // Whatever is no file travels beside the files.
        let places = [Location::Form, Location::Body, Location::Part];
        let parts = places
            .into_iter()
            .flat_map(|location| interface.at(location))
            .map(|parameter| part(family, parameter));
        return quote! { #path #query parts: &[#(#parts),*], };
    }
    let json = (!body.is_empty()).then(|| quote! { json: true, });
    let form = listed(form, quote!(form));
    quote! { #path #query #form #json }
}

fn part(family: &Family, parameter: &Parameter) -> TokenStream {
    let name = &parameter.name;
    match &parameter.r#type.value {
        Type::Binary => {
            let named_by = parameter.file_name.as_ref();
            let named_by = named_by.and_then(|path| path.value.split_once('.'));
            let named_by = named_by.map(|(part, member)| quote! { .named_by(#part, #member) });
            quote! { Part::file(#name) #named_by }
        }
        r#type if is_scalar(family, r#type) => quote! { Part::text(#name) },
        _ => quote! { Part::json(#name) },
    }
}

/// The documented content type of a call without a body; those of bodies follow from their places.
fn content_type(interface: &Interface) -> Option<TokenStream> {
    let has_body = [Location::Body, Location::Form, Location::Part]
        .into_iter()
        .any(|location| interface.at(location).next().is_some());
    let mut headers = interface.at(Location::Header);
    let header = headers.find(|header| header.name.eq_ignore_ascii_case("content-type"))?;
    let listed = match header.values.as_slice() {
        [only] => Some(only.value.as_str()),
        _ => None,
    };
    let example = header.example.as_ref().and_then(|example| example.as_str());
    let content_type = listed.or(example).unwrap_or("application/json");
    (!has_body).then(|| quote! { content_type: Some(#content_type), })
}

/// The members that hold the code and the text. Gateways answer in the words of other interfaces, so theirs count too.
fn codes(family: &Family, interface: &Interface, calls: &[Call]) -> Option<TokenStream> {
    let own = code(interface)?;
    let mut names = vec![own];
    for other in calls.iter().filter_map(|call| code(&call.interface)) {
        if !names.contains(&other) {
            names.push(other);
        }
    }
    let message = message(family, interface, own).map(|name| quote! { message: Some(#name), });
    Some(quote! { codes: &[#(#names),*], #message })
}

/// The reply parameter with the result code.
fn code(interface: &Interface) -> Option<&str> {
    let mut members = interface.reply.at(Location::Body);
    let code = members.find(|parameter| parameter.r#type.value == Type::ResultCode)?;
    Some(&code.name)
}

/// The reply parameter that explains the code: the one the transport names, or else the text behind the code.
fn message<'a>(family: &'a Family, interface: &'a Interface, code: &str) -> Option<&'a str> {
    let texts = || {
        interface
            .reply
            .at(Location::Body)
            .skip_while(|parameter| parameter.name != code)
            .filter(|parameter| parameter.r#type.value == Type::String)
            .map(|parameter| parameter.name.as_str())
    };
    let named = family.transport.message.as_ref();
    let named = named.and_then(|named| texts().find(|name| *name == named.value));
    named.or_else(|| texts().next())
}
