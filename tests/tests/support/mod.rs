//! Both ways to the same contract: the interpreter of the catalogue, and the generated code.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "each test crate uses a part, and helpers of tests are no test functions to clippy"
)]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use koo_runtime::message::Message;
use koo_runtime::scheme::{Carried, Place, Scheme, SchemeError, Stamp};
use koo_runtime::secret::Secret;
use koo_spec::catalogue::{CarriedIn, Catalogue, Family, Scheme as CatalogueScheme};
use koo_spec::interpret::scheme::{Attachment, SchemeFailure, SchemeInterpreter};
use koogallery::saas_v2::{BodySign, UrlSignature};

/// The catalogue of this repository.
pub(crate) static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/catalog");
    let loaded = koo_spec::files::load_path(&folder).unwrap();
    assert!(loaded.is_usable(), "{:#?}", loaded.diagnostics);
    loaded.catalogue
});

/// The family that the tests are about.
pub(crate) fn saas_v2() -> &'static Family {
    CATALOGUE.family("saas-v2").unwrap()
}

/// The two schemes of the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    /// Signature of requests, in the query.
    Request,
    /// Signature of replies, in a header.
    Reply,
}

/// A message that owns its parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Owned {
    /// Query parameters, decoded.
    pub(crate) query: Vec<(String, String)>,
    /// Headers.
    pub(crate) headers: Vec<(String, String)>,
    /// Body.
    pub(crate) body: Vec<u8>,
}

impl Owned {
    /// A message with a body only.
    pub(crate) fn body(body: impl Into<Vec<u8>>) -> Self {
        Self {
            body: body.into(),
            ..Self::default()
        }
    }

    /// The message as schemes see it.
    pub(crate) fn message(&self) -> Message<'_> {
        Message {
            method: "POST",
            path: "/saas",
            query: &self.query,
            headers: &self.headers,
            body: &self.body,
        }
    }

    /// The value of the query parameter `name`.
    pub(crate) fn query_mut(&mut self, name: &str) -> &mut String {
        let found = self.query.iter_mut().find(|(other, _)| other == name);
        &mut found.unwrap().1
    }

    /// The message with the values of a signature put in their places.
    #[must_use]
    pub(crate) fn carrying(mut self, signed: &[Signed]) -> Self {
        for Signed { place, name, value } in signed {
            match place {
                Place::Query => self.query.push((name.clone(), value.clone())),
                Place::Header => self.headers.push((name.clone(), value.clone())),
            }
        }
        self
    }
}

/// A value that a signature adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Signed {
    /// Where it goes.
    pub(crate) place: Place,
    /// Name on the wire.
    pub(crate) name: String,
    /// Value.
    pub(crate) value: String,
}

/// What a check says, in words that both ways share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Accepted, with the time and the nonce that were signed.
    Accepted {
        /// When it was signed.
        timestamp: Option<String>,
        /// Text that no other message carries.
        nonce: Option<String>,
    },
    /// The named value is absent or empty.
    Missing(String),
    /// The named value has not its form.
    Malformed(String),
    /// The named value is not the right one.
    Mismatch(String),
    /// The recipe gives nothing for this message.
    Recipe,
}

impl Verdict {
    /// Whether the message is accepted.
    pub(crate) fn accepts(&self) -> bool {
        matches!(self, Self::Accepted { .. })
    }
}

impl From<SchemeFailure> for Verdict {
    fn from(failure: SchemeFailure) -> Self {
        match failure {
            SchemeFailure::Missing(name) => Self::Missing(name),
            SchemeFailure::Malformed(name) => Self::Malformed(name),
            SchemeFailure::Mismatch(name) => Self::Mismatch(name),
            SchemeFailure::Recipe(_) => Self::Recipe,
            other => panic!("{other}"),
        }
    }
}

impl From<SchemeError> for Verdict {
    fn from(error: SchemeError) -> Self {
        match error {
            SchemeError::Missing(name) => Self::Missing(name.to_owned()),
            SchemeError::Malformed(name) => Self::Malformed(name.to_owned()),
            SchemeError::Mismatch(name) => Self::Mismatch(name.to_owned()),
            SchemeError::Recipe(_) => Self::Recipe,
            other => panic!("{other}"),
        }
    }
}

/// Signs both ways, which must give the same.
pub(crate) fn sign(which: Which, key: &str, message: &Message<'_>, stamp: &Stamp) -> Vec<Signed> {
    let interpreter = interpreter(which, key);
    let signed = match which {
        Which::Request => sign_alike(&UrlSignature::new(key), &interpreter, message, stamp),
        Which::Reply => sign_alike(&BodySign::new(key), &interpreter, message, stamp),
    };
    signed.unwrap()
}

/// Verifies both ways, which must say the same.
pub(crate) fn verify(which: Which, key: &str, message: &Message<'_>) -> Verdict {
    let interpreter = interpreter(which, key);
    match which {
        Which::Request => verify_alike(&UrlSignature::new(key), &interpreter, message),
        Which::Reply => verify_alike(&BodySign::new(key), &interpreter, message),
    }
}

/// Signs by generated code and by the interpreter, which must give the same, or refuse for the same reason.
pub(crate) fn sign_alike(
    generated: &impl Scheme,
    interpreter: &SchemeInterpreter<'_>,
    message: &Message<'_>,
    stamp: &Stamp,
) -> Result<Vec<Signed>, Verdict> {
    let by_code = generated.sign(message, stamp).map_err(Verdict::from);
    let by_code = by_code.map(|carried| {
        let signed = |carried: Carried| Signed {
            place: carried.place,
            name: carried.name.to_owned(),
            value: carried.value,
        };
        carried.into_iter().map(signed).collect::<Vec<_>>()
    });
    let interpreted = interpreter.sign(message, stamp).map_err(Verdict::from);
    let interpreted = interpreted.map(|attachments| {
        let signed = |attachment: Attachment| Signed {
            place: place(attachment.location),
            name: attachment.name,
            value: attachment.value,
        };
        attachments.into_iter().map(signed).collect::<Vec<_>>()
    });
    assert_eq!(interpreted, by_code, "interpreter and generated code");
    by_code
}

/// Verifies by generated code and by the interpreter, which must say the same.
pub(crate) fn verify_alike(
    generated: &impl Scheme,
    interpreter: &SchemeInterpreter<'_>,
    message: &Message<'_>,
) -> Verdict {
    let by_code = generated
        .verify(message)
        .map_or_else(Verdict::from, |evidence| Verdict::Accepted {
            timestamp: evidence.timestamp.map(str::to_owned),
            nonce: evidence.nonce.map(str::to_owned),
        });
    let interpreted = interpreter.verify(message);
    let interpreted = interpreted.map_or_else(Verdict::from, |evidence| Verdict::Accepted {
        timestamp: evidence.timestamp,
        nonce: evidence.nonce,
    });
    assert_eq!(interpreted, by_code, "interpreter and generated code");
    by_code
}

/// A scheme as the catalogue has it.
pub(crate) fn scheme(which: Which) -> &'static CatalogueScheme {
    let id = match which {
        Which::Request => "url-signature",
        Which::Reply => "body-sign",
    };
    saas_v2().schemes.get(id).unwrap()
}

/// Where a value travels, in the words of generated code.
pub(crate) fn place(location: CarriedIn) -> Place {
    match location {
        CarriedIn::Header => Place::Header,
        CarriedIn::Query => Place::Query,
    }
}

/// The interpreter of a scheme.
pub(crate) fn interpreter(which: Which, key: &str) -> SchemeInterpreter<'static> {
    let known = saas_v2().secrets.keys().map(String::as_str);
    let secrets = BTreeMap::from([("access_key".to_owned(), Secret::from(key))]);
    SchemeInterpreter::new(scheme(which), known, secrets).unwrap()
}
