//! An interface as the mock serves it: at an address, in one of its versions.

use koo_spec::catalogue::{
    Behaviour, Example, Family, Interface, Location, Parameter, Reply, Type, Variant,
};

use super::observer::Named;

/// An interface, or one version of it, with its family.
#[derive(Clone, Copy)]
pub(super) struct Served<'a> {
    pub(super) family: &'a Family,
    pub(super) interface: &'a Interface,
    pub(super) variant: Option<(&'a str, &'a Variant)>,
}

impl<'a> Served<'a> {
    /// The names of it.
    pub(super) fn named(&self) -> Named {
        Named {
            family: self.family.id.clone(),
            interface: self.interface.id.clone(),
            variant: self.variant.map(|(variant, _)| variant.to_owned()),
        }
    }

    /// The HTTP method; empty if no page says which.
    pub(super) fn method(&self) -> &'a str {
        let method = self.interface.method.as_deref();
        method
            .or(self.family.transport.method.as_deref())
            .unwrap_or_default()
    }

    /// The parameters of the request.
    pub(super) fn request(&self) -> impl Iterator<Item = &'a Parameter> + use<'a> {
        let own = self.variant.map_or(&[][..], |(_, it)| &it.request);
        self.interface.request.iter().chain(own)
    }

    /// The parameters of the request at one place.
    pub(super) fn at(&self, location: Location) -> impl Iterator<Item = &'a Parameter> + use<'a> {
        let all = self.request();
        all.filter(move |parameter| parameter.location == location)
    }

    /// The members of the body of the reply.
    pub(super) fn reply(&self) -> impl Iterator<Item = &'a Parameter> + use<'a> {
        let own = self
            .variant
            .map_or(&[][..], |(_, it)| &it.reply.parameters[..]);
        let all = self.interface.reply.parameters.iter().chain(own);
        all.filter(|parameter| parameter.location == Location::Body)
    }

    /// The reply, that of the version if that says more than members.
    pub(super) fn reply_form(&self) -> &'a Reply {
        let own = self.variant.map(|(_, variant)| &variant.reply);
        own.filter(|reply| reply.status.is_some() || reply.content_type.is_some())
            .unwrap_or(&self.interface.reply)
    }

    /// The documented examples.
    pub(super) fn examples(&self) -> impl Iterator<Item = &'a Example> + use<'a> {
        let own = self.variant.map_or(&[][..], |(_, it)| &it.examples);
        own.iter().chain(&self.interface.examples)
    }

    /// What it does beyond answering the documented example.
    pub(super) fn behaviour(&self) -> Option<&'a Behaviour> {
        let own = self.variant.and_then(|(_, variant)| variant.mock.as_ref());
        own.or(self.interface.mock.as_ref())
    }

    /// The member of the reply with the result code.
    pub(super) fn code_field(&self) -> Option<&'a Parameter> {
        self.reply()
            .find(|parameter| matches!(parameter.r#type.value, Type::ResultCode))
    }

    /// The member of the reply with the text of the result code: that of the transport, or the text behind the code.
    pub(super) fn message_field(&self) -> Option<&'a Parameter> {
        let code = self.code_field()?;
        let of_transport = self.family.transport.message.as_ref();
        let documented = of_transport
            .and_then(|name| self.reply().find(|parameter| parameter.name == name.value));
        documented.or_else(|| {
            let mut behind = self.reply().skip_while(|it| it.name != code.name).skip(1);
            behind.find(|parameter| matches!(parameter.r#type.value, Type::String))
        })
    }

    /// The names, on the wire, of what the scheme of the request carries.
    pub(super) fn carried_names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let scheme = self.interface.scheme.as_ref();
        let family = self.family;
        scheme
            .and_then(|scheme| family.schemes.get(&scheme.value))
            .into_iter()
            .flat_map(|scheme| &scheme.carries)
            .map(|carried| carried.wire_name.as_str())
    }
}
