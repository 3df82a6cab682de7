//! One interface as its caller sees it.

use koo_spec::catalogue::{Direction, Family, Interface, Location};
use proc_macro2::{Ident, Span};

use super::super::docs::{self, Docs};
use super::super::{interface, names, variants};
use super::headers;

/// A method of the client.
pub(in super::super) struct Call {
    /// The interface, variants unfolded.
    pub(super) interface: Interface,
    /// The variant that describes what a failed call answers.
    failure: Option<Interface>,
}

impl Call {
    /// The calls that a merchant makes, from the family with its variants inside their interfaces. A variant that has
    /// only an answer of its own is no further call: it says what a failed call answers.
    pub(in super::super) fn all(folded: &Family) -> Vec<Self> {
        let called = folded.interfaces.iter().filter(|interface| {
            matches!(
                interface.direction,
                Direction::MerchantToPlatform | Direction::ThirdParty
            )
        });
        let mut calls = Vec::new();
        for interface in called {
            let (failures, others): (Vec<_>, Vec<_>) = variants::unfold_interface(interface)
                .into_iter()
                .filter(|unfolded| !is_frame(interface, unfolded))
                .partition(|unfolded| variants::only_answers(interface, unfolded));
            let failure = failures.into_iter().next();
            calls.extend(others.into_iter().map(|interface| Self {
                interface,
                failure: failure.clone(),
            }));
        }
        calls
    }

    pub(super) fn scheme(&self) -> Option<&str> {
        let scheme = self.interface.scheme.as_ref();
        scheme.map(|scheme| scheme.value.as_str())
    }

    /// Whether the address depends on the site.
    pub(super) fn has_site(&self) -> bool {
        self.interface.urls.keys().any(|site| !site.is_empty())
    }

    /// Whether the contract does not know where the interface is called.
    pub(super) fn lacks_address(&self) -> bool {
        self.interface.urls.is_empty()
    }

    pub(super) fn request(&self) -> Ident {
        names::item(&interface::request_name(&self.interface))
    }

    pub(super) fn reply(&self) -> Ident {
        names::item(&interface::reply_name(&self.interface))
    }

    /// What a failed call answers, where that is no reply.
    pub(super) fn failure(&self) -> Option<Ident> {
        let failure = self.failure.as_ref()?;
        Some(names::item(&interface::reply_name(failure)))
    }

    /// The struct of the headers that are parameters.
    pub(super) fn headers(&self, family: &Family) -> Option<Ident> {
        let has_headers = !headers::parameters(family, &self.interface).is_empty();
        has_headers.then(|| names::item(&headers::headers_name(&self.interface)))
    }

    pub(super) fn method(&self) -> Ident {
        let name = names::value(&self.interface.id);
        if name == "new" {
            return Ident::new("new_", Span::call_site());
        }
        name
    }

    pub(super) fn constant(&self) -> Ident {
        let name = names::file(&names::value(&self.interface.id));
        Ident::new(&name.to_uppercase(), Span::call_site())
    }

    /// What the method does, and how it fails.
    pub(super) fn docs(&self, family: &Family) -> Docs {
        let interface = &self.interface;
        let mut docs = Docs::new(docs::sentence(&docs::title(&interface.title)));
        if let Some(text) = &interface.doc {
            docs.paragraph(docs::sentence(&text.en));
        }
        if let Some(deprecated) = &interface.deprecated {
            docs.paragraph(docs::sentence(&format!("Deprecated: {}", deprecated.en)));
        }
        if self.lacks_address() {
            docs.paragraph("The contract does not know the `address`.");
        }
        if is_repeatable(interface) {
            docs.paragraph("A call that was not answered is repeated: that has no further effect.");
        }
        docs.block("# Errors");
        docs.markdown(match self.failure() {
            Some(failure) => format!("[`CallError`], where a failed call answers [`{failure}`]."),
            None => "[`CallError`].".to_owned(),
        });
        for (status, codes) in statuses(family, interface) {
            docs.point(format!("HTTP status {status}: {}.", codes.join(", ")));
        }
        docs
    }
}

/// Whether an interface only holds what its variants share: they have the addresses, and it has no parameters.
fn is_frame(interface: &Interface, unfolded: &Interface) -> bool {
    let mut request = interface.request.iter();
    unfolded.id == interface.id
        && interface.urls.is_empty()
        && interface.variants.values().any(|it| !it.urls.is_empty())
        && request.all(|parameter| parameter.location == Location::Header)
}

/// Whether a repeated call has no further effect: it only reads, or the contract says so.
pub(super) fn is_repeatable(interface: &Interface) -> bool {
    let says_so = |idempotency: &koo_spec::catalogue::Idempotency| {
        idempotency
            .repeatable
            .unwrap_or(!idempotency.key.is_empty())
    };
    match &interface.idempotency {
        Some(idempotency) if says_so(idempotency) => true,
        Some(idempotency) if idempotency.repeatable == Some(false) => false,
        _ => matches!(interface.method.as_deref(), Some("GET" | "HEAD")),
    }
}

/// The codes that come with an HTTP status of their own, by status.
fn statuses<'a>(
    family: &'a Family,
    interface: &Interface,
) -> std::collections::BTreeMap<u16, Vec<&'a str>> {
    let mut statuses = std::collections::BTreeMap::<u16, Vec<&str>>::new();
    let codes = interface.reply.codes.iter();
    for code in codes.filter_map(|code| family.codes.get(&code.value)) {
        if let (Some(status), false) = (code.http_status, code.success) {
            statuses.entry(status).or_default().push(&code.code);
        }
    }
    statuses
}
