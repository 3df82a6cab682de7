//! Interfaces: who calls whom, where, and what comes back.

use indexmap::IndexMap;
use serde_json::Value as Json;

use super::{
    Behaviour, Example, Location, Note, Parameter, Placed, Provenance, Reply, ReplyScheme, Side,
    Text,
};
use crate::source::Span;

/// One call.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Interface {
    /// Id.
    pub id: String,
    /// Where the id stands.
    pub span: Span,
    /// Title.
    pub title: Text,
    /// What it does.
    pub doc: Option<Text>,
    /// When it is called.
    pub trigger: Option<Text>,
    /// Who calls whom.
    pub direction: Direction,
    /// Version as documented.
    pub version: Option<String>,
    /// HTTP method.
    pub method: Option<String>,
    /// Address by site; the key is empty where one address serves all.
    pub urls: IndexMap<String, String>,
    /// Address to try when the first does not answer.
    pub fallback_urls: IndexMap<String, String>,
    /// Parameter → value that tells this interface from others at the same address.
    pub select: IndexMap<String, Placed<String>>,
    /// Sites that document it; empty for all of the family.
    pub sites: Vec<Placed<String>>,
    /// Since when.
    pub since: Option<String>,
    /// Until when.
    pub until: Option<String>,
    /// Why it should not be used any more.
    pub deprecated: Option<Text>,
    /// Sources.
    pub provenance: Provenance,
    /// Scheme of the request.
    pub scheme: Option<Placed<String>>,
    /// Said to be deliberately unsigned.
    pub unsigned: bool,
    /// Scheme of the reply.
    pub reply_scheme: Option<ReplyScheme>,
    /// What makes two calls the same call.
    pub idempotency: Option<Idempotency>,
    /// How the caller tries again.
    pub retry: Option<Retry>,
    /// What the called side must do.
    pub behaviour: Vec<Note>,
    /// Parameters of the request, by location in the order of [`Location::ALL`].
    pub request: Vec<Parameter>,
    /// The answer.
    pub reply: Reply,
    /// Redirect that answers this call.
    pub callback: Option<Callback>,
    /// Versions of the body under one id.
    pub variants: IndexMap<String, Variant>,
    /// What a mock does, beyond answering an example.
    pub mock: Option<Behaviour>,
    /// Examples.
    pub examples: Vec<Example>,
}

impl Interface {
    /// The parameters of the request at one location.
    pub fn at(&self, location: Location) -> impl Iterator<Item = &Parameter> {
        self.request
            .iter()
            .filter(move |parameter| parameter.location == location)
    }

    /// The documented answer to a request with these values: the body of the first example of a reply after such an
    /// example of a request.
    pub fn answer_like(&self, asked: &IndexMap<String, Placed<String>>) -> Option<&Json> {
        let mut examples = self.examples.iter();
        examples.find(|example| {
            example.of == Side::Request
                && asked
                    .iter()
                    .all(|(name, value)| example.text_of(name).as_deref() == Some(&value.value))
        })?;
        examples
            .next()
            .filter(|example| example.of == Side::Reply)?
            .part(Location::Body)
    }
}

/// Who calls whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// The platform calls the merchant's server.
    #[default]
    PlatformToMerchant,
    /// The merchant calls the platform.
    MerchantToPlatform,
    /// A browser is sent there.
    BrowserRedirect,
    /// The merchant calls somebody else.
    ThirdParty,
}

impl Direction {
    /// The word of the spec language.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PlatformToMerchant => "platform-to-merchant",
            Self::MerchantToPlatform => "merchant-to-platform",
            Self::BrowserRedirect => "browser-redirect",
            Self::ThirdParty => "third-party",
        }
    }
}

/// One version of an interface.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Variant {
    /// Title.
    pub title: Option<Text>,
    /// What is different.
    pub doc: Option<Text>,
    /// Address by site.
    pub urls: IndexMap<String, String>,
    /// Address to try when the first does not answer.
    pub fallback_urls: IndexMap<String, String>,
    /// Parameter → value that tells it from others.
    pub select: IndexMap<String, Placed<String>>,
    /// Sites that document it.
    pub sites: Vec<Placed<String>>,
    /// Since when.
    pub since: Option<String>,
    /// Until when.
    pub until: Option<String>,
    /// Parameters of the request.
    pub request: Vec<Parameter>,
    /// The answer.
    pub reply: Reply,
    /// What a mock does, if not what it does for the interface.
    pub mock: Option<Behaviour>,
    /// Examples.
    pub examples: Vec<Example>,
}

/// What makes two calls the same call.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Idempotency {
    /// Request parameters that together identify the call; empty for a read.
    pub key: Vec<Placed<String>>,
    /// Whether a repeated call has no further effect, if that is known.
    pub repeatable: Option<bool>,
    /// What a repeated call must do.
    pub doc: Option<Text>,
    /// Sources.
    pub provenance: Provenance,
}

/// How the caller tries again.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Retry {
    /// Interval in milliseconds.
    pub every_millis: Option<u64>,
    /// How long in milliseconds.
    pub for_millis: Option<u64>,
    /// How often.
    pub times: Option<u64>,
    /// Repeated until it succeeds.
    pub until_success: bool,
    /// What happens when all tries failed.
    pub then: Option<Text>,
    /// What is known.
    pub doc: Option<Text>,
    /// Sources.
    pub provenance: Provenance,
}

/// A redirect that answers a call.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Callback {
    /// Where the browser is sent.
    pub to: Option<Text>,
    /// Query parameters it brings.
    pub query: Vec<Parameter>,
    /// Query parameter of the request that comes back unchanged.
    pub echoes: Option<Placed<String>>,
    /// Sources.
    pub provenance: Provenance,
}
