//! Where the rule of a case stands.

use koo_spec::catalogue::{Carried, CodeRole, Interface, Parameter, Placed};

use super::ground::Ground;
use crate::message::{Source, sources};

/// The part of the catalogue whose pages speak of a case.
#[derive(Debug, Clone, Copy)]
pub(super) enum Pages {
    /// The rules of addresses and TLS.
    Address,
    /// The rules of replies.
    Replies,
    /// The scheme of requests.
    RequestScheme,
    /// What says when a request was signed.
    Timestamp,
    /// What a request carries only once.
    Nonce,
    /// The scheme of replies.
    ReplyScheme,
    /// The headers of the scheme of replies.
    ReplyHeader,
    /// The interface cases work on.
    Subject,
    /// What identifies a call.
    Idempotency,
    /// The code of a role.
    Code(CodeRole),
    /// The mark of debug calls.
    DebugMark,
    /// The ciphers of the family.
    Ciphers,
}

impl Pages {
    pub(super) fn sources(self, ground: &Ground<'_>) -> Vec<Source> {
        let family = ground.caller.family;
        let subject = ground.subject();
        let request = subject.and_then(|interface| ground.caller.scheme(interface));
        let reply = subject.and_then(|interface| ground.caller.reply_scheme(interface));
        let carried = |name: Option<&Placed<String>>| {
            let carries = request.map(|scheme| scheme.carries.as_slice());
            let mut carries = carries.unwrap_or_default().iter();
            let name = name?;
            carries
                .find(|carried: &&Carried| carried.name == name.value)
                .map(|carried| &carried.provenance)
        };
        let provenance = match self {
            Self::Address => Some(family.transport.request_provenance.clone()),
            Self::Replies => Some(family.transport.reply_provenance.clone()),
            Self::RequestScheme => request.map(|scheme| scheme.provenance.clone()),
            Self::Timestamp => {
                let fresh = request.and_then(|scheme| scheme.fresh.as_ref());
                carried(fresh.map(|(name, _)| name)).cloned()
            }
            Self::Nonce => carried(request.and_then(|scheme| scheme.once.as_ref())).cloned(),
            Self::ReplyScheme => reply.map(|(scheme, _)| scheme.provenance.clone()),
            Self::ReplyHeader => reply
                .and_then(|(scheme, _)| scheme.carries.first())
                .map(|carried| carried.provenance.clone()),
            Self::Subject => subject.map(|interface| interface.provenance.clone()),
            Self::Idempotency => subject
                .and_then(|interface| interface.idempotency.as_ref())
                .map(|idempotency| idempotency.provenance.clone()),
            Self::Code(role) => {
                let mut codes = family.codes.values();
                codes
                    .find(|code| code.role == Some(role))
                    .map(|code| code.provenance.clone())
            }
            Self::DebugMark => subject
                .and_then(|interface| mark(ground, interface))
                .map(|(parameter, _)| parameter.provenance.clone()),
            Self::Ciphers => {
                let mut ciphers = family.ciphers.values();
                ciphers.next().map(|cipher| cipher.provenance.clone())
            }
        };
        provenance.map_or_else(Vec::new, |provenance| sources(family, &provenance))
    }
}

/// The parameter of an interface that marks debug calls, and the value that does it.
pub(super) fn mark<'a>(
    ground: &Ground<'a>,
    interface: &'a Interface,
) -> Option<(&'a Parameter, &'a str)> {
    interface
        .request
        .iter()
        .filter(|parameter| ground.caller.is_of_site(&parameter.sites))
        .find_map(|parameter| {
            let mut values = ground.caller.family.values_of(parameter).iter();
            let debug = values.find(|value| value.debug)?;
            Some((parameter, debug.value.as_str()))
        })
}
