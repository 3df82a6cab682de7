//! What a client has to know of an interface.

/// An interface as its caller sees it: addresses, places of the parameters, and what answers mean. Generated
/// code has one constant for each; what it leaves out comes from [`Interface::new`].
#[derive(Debug, Clone, Copy)]
pub struct Interface {
    /// Id.
    pub id: &'static str,
    /// HTTP method.
    pub method: &'static str,
    /// Site and the address there. The site is empty where one address serves all of them.
    pub urls: &'static [(&'static str, &'static str)],
    /// Site and the address to try there when the first one does not answer.
    pub fallback_urls: &'static [(&'static str, &'static str)],
    /// Parameters that stand in braces in the address.
    pub path: &'static [&'static str],
    /// Parameters of the query.
    pub query: &'static [&'static str],
    /// Fields of a form.
    pub form: &'static [&'static str],
    /// Parts of a multipart body.
    pub parts: &'static [Part],
    /// Whether the other parameters are sent as a JSON object.
    pub json: bool,
    /// Content type, where it is not the usual one of the body.
    pub content_type: Option<&'static str>,
    /// Members of answers that hold the result code, the reply's own first.
    pub codes: &'static [&'static str],
    /// Member of the reply that explains the result code.
    pub message: Option<&'static str>,
    /// How the reply looks as XML, if it may come as such.
    pub xml: Option<Xml>,
    /// Whether nothing is known of what is answered, so that the status alone counts.
    pub opaque: bool,
    /// Whether a repeated call has no further effect.
    pub repeatable: bool,
}

impl Interface {
    /// An interface without addresses and parameters, which must not be repeated.
    pub const fn new(id: &'static str, method: &'static str) -> Self {
        Self {
            id,
            method,
            urls: &[],
            fallback_urls: &[],
            path: &[],
            query: &[],
            form: &[],
            parts: &[],
            json: false,
            content_type: None,
            codes: &[],
            message: None,
            xml: None,
            opaque: false,
            repeatable: false,
        }
    }
}

/// What XML cannot tell by itself. Elements are named by their paths: `response.failure`.
#[derive(Debug, Clone, Copy)]
pub struct Xml {
    /// Elements that hold elements, so that an empty one is an empty object.
    pub objects: &'static [&'static str],
    /// Elements that may stand more than once.
    pub lists: &'static [&'static str],
    /// Elements with attributes and text, and the member that holds the text.
    pub texts: &'static [(&'static str, &'static str)],
}

/// A part of a multipart body.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    pub(super) name: &'static str,
    pub(super) kind: PartKind,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum PartKind {
    Text,
    Json,
    File {
        named_by: Option<(&'static str, &'static str)>,
    },
}

impl Part {
    /// Text.
    pub const fn text(name: &'static str) -> Self {
        Self {
            name,
            kind: PartKind::Text,
        }
    }

    /// A JSON document.
    pub const fn json(name: &'static str) -> Self {
        Self {
            name,
            kind: PartKind::Json,
        }
    }

    /// Bytes, sent as a file that is called like the part.
    pub const fn file(name: &'static str) -> Self {
        Self {
            name,
            kind: PartKind::File { named_by: None },
        }
    }

    /// The name of the file stands in a member of another part, where it is given.
    #[must_use]
    pub const fn named_by(mut self, part: &'static str, member: &'static str) -> Self {
        self.kind = PartKind::File {
            named_by: Some((part, member)),
        };
        self
    }
}
