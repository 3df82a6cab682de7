//! The contract after reading: references resolved, positions kept, nothing particular to a target language.

mod artifact;
mod common;
mod mock;
mod parameter;
mod project;
mod scenario;
mod scheme;
mod text;

use indexmap::IndexMap;
use serde_json::Value as Json;

pub use artifact::{Artifact, ArtifactFile, Forbidden, ForbiddenKind};
pub use common::CommonFile;
pub use mock::{
    Action, Answer, Behaviour, Collection, Documented, Lookup, Otherwise, Redirect, Refuse, Step,
    Template,
};
pub use parameter::{
    Condition, Format, Length, LengthUnit, Limits, ListedValue, Parameter, Presence, Reading,
    SiteDifference, Timestamp, Type, Zone,
};
pub use scenario::{
    Poll, Scenario, ScenarioRecord, ScenarioStep, ScenarioValue, ValueSource, is_value_name,
    value_names,
};
pub use scheme::{
    Alternatives, Carried, CarriedIn, Cipher, CipherVector, Compare, RandomText, Refusals, Scheme,
    Secret, SecretKind, Vector,
};

pub use text::{ComposedText, LetterCase, TextPart};

use crate::source::Span;

/// Something with the place where the spec says it.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed<T> {
    /// The thing.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Placed<T> {
    /// A thing and its place.
    pub const fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// Text in English and, where known, Chinese.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// English.
    pub en: String,
    /// Chinese.
    pub zh: Option<String>,
}

/// How sure a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Confidence {
    /// Printed in a table of a page that was read.
    #[default]
    Table,
    /// Read in a fragment only.
    Snippet,
    /// Taken from code.
    Code,
    /// Concluded.
    Inferred,
}

impl Confidence {
    /// The word of the spec language.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Snippet => "snippet",
            Self::Code => "code",
            Self::Inferred => "inferred",
        }
    }
}

/// Where a fact comes from and how sure it is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Provenance {
    /// Ids of source pages.
    pub pages: Vec<Placed<String>>,
    /// How sure.
    pub confidence: Confidence,
    /// What to know about the source.
    pub note: Option<Text>,
}

/// The whole contract.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Catalogue {
    /// Id; also the name of the generated package.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What it is about.
    pub doc: Text,
    /// Sites by id.
    pub sites: IndexMap<String, Site>,
    /// Labels of generated packages, by target language.
    pub packages: IndexMap<String, Package>,
    /// The files that families include, by id in alphabetical order.
    pub common: Vec<CommonFile>,
    /// The guides, by id in alphabetical order.
    pub families: Vec<Family>,
}

impl Catalogue {
    /// The family of an id.
    pub fn family(&self, id: &str) -> Option<&Family> {
        self.families.iter().find(|family| family.id == id)
    }
}

/// One published edition of the contract.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Site {
    /// Title.
    pub title: Text,
    /// What is particular about it.
    pub doc: Option<Text>,
}

/// Labels of a generated package.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Package {
    /// Version.
    pub version: Option<String>,
    /// One line for a registry.
    pub description: Option<String>,
    /// SPDX expression.
    pub license: Option<String>,
    /// Keywords.
    pub keywords: Vec<String>,
}

/// One guide.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Family {
    /// Id.
    pub id: String,
    /// Where the id stands.
    pub span: Span,
    /// Title.
    pub title: Text,
    /// Whether new products may use it.
    pub status: Status,
    /// What it is about.
    pub doc: Text,
    /// Sites that publish it.
    pub sites: Vec<Placed<String>>,
    /// Source pages, included ones too.
    pub pages: IndexMap<String, Page>,
    /// HTTP rules.
    pub transport: Transport,
    /// Kinds of product.
    pub products: IndexMap<String, Product>,
    /// Which product needs which interface, per site.
    pub applicability: IndexMap<String, Applicability>,
    /// Secrets of recipes.
    pub secrets: IndexMap<String, Secret>,
    /// How calls are signed.
    pub schemes: IndexMap<String, Scheme>,
    /// How values are encrypted.
    pub ciphers: IndexMap<String, Cipher>,
    /// Result codes.
    pub codes: IndexMap<String, Code>,
    /// Objects and enumerations.
    pub types: IndexMap<String, TypeDefinition>,
    /// The interfaces in written order.
    pub interfaces: Vec<Interface>,
    /// Functions of a client SDK.
    pub functions: IndexMap<String, Function>,
    /// Events of a client SDK.
    pub events: IndexMap<String, Event>,
    /// Packages on disk.
    pub artifacts: IndexMap<String, Artifact>,
    /// Texts that are put together from parts.
    pub texts: IndexMap<String, ComposedText>,
    /// Calls that belong together, to try a merchant with.
    pub scenarios: IndexMap<String, Scenario>,
    /// Contradictions and gaps.
    pub errata: IndexMap<String, Erratum>,
    /// Rules in words.
    pub notes: IndexMap<String, Note>,
    /// Records that a mock of the called side keeps, by the name of the collection.
    pub collections: IndexMap<String, Collection>,
}

impl Family {
    /// The interface of an id.
    pub fn interface(&self, id: &str) -> Option<&Interface> {
        self.interfaces.iter().find(|interface| interface.id == id)
    }

    /// The name of the request parameter that tells the interfaces apart, if one parameter does it for all.
    pub fn selector(&self) -> Option<&str> {
        let mut names = self
            .interfaces
            .iter()
            .flat_map(|interface| interface.select.keys());
        let first = names.next()?;
        names.all(|name| name == first).then_some(first.as_str())
    }

    /// The listed values of a parameter: its own, or those of its enumeration type.
    pub fn values_of<'a>(&'a self, parameter: &'a Parameter) -> &'a [ListedValue] {
        if !parameter.values.is_empty() {
            return &parameter.values;
        }
        match parameter.r#type.value.innermost() {
            Type::Named(name) => match self.types.get(name).map(|definition| &definition.shape) {
                Some(TypeShape::Enumeration(values)) => values,
                _ => &[],
            },
            _ => &[],
        }
    }

    /// The members of the JSON inside a text parameter, if the spec names its type; of a list those of its elements.
    pub fn held_fields<'a>(&'a self, parameter: &'a Parameter) -> Option<&'a [Parameter]> {
        self.fields_of(parameter.holds.as_ref()?.value.innermost())
    }

    /// The members of an object type, written inline or defined by name.
    pub fn fields_of<'a>(&'a self, r#type: &'a Type) -> Option<&'a [Parameter]> {
        match r#type {
            Type::Object(fields) => Some(fields),
            Type::Named(name) => match self.types.get(name).map(|definition| &definition.shape) {
                Some(TypeShape::Object(fields)) => Some(fields),
                _ => None,
            },
            _ => None,
        }
    }

    /// The parameter that a path of names leads to; steps that name no member, such as the numbers of elements and the
    /// keys of maps, stay at the same parameter.
    pub fn parameter_at<'a>(
        &'a self,
        parameters: impl IntoIterator<Item = &'a Parameter>,
        path: &[&str],
    ) -> Option<&'a Parameter> {
        let (first, rest) = path.split_first()?;
        let mut at = parameters
            .into_iter()
            .find(|parameter| parameter.name == *first)?;
        for step in rest {
            let fields = self.fields_of(at.r#type.value.innermost());
            let member = fields.and_then(|fields| fields.iter().find(|field| field.name == *step));
            at = member.unwrap_or(at);
        }
        Some(at)
    }

    /// Whether an interface is called for a product; it is unless a site, or the site that is asked for, says no.
    pub fn is_called_for(&self, interface: &str, product: &str, site: Option<&str>) -> bool {
        let of_site = self
            .applicability
            .iter()
            .filter(|(id, _)| site.is_none_or(|site| site == id.as_str()));
        let mut needs = of_site
            .filter_map(|(_, site)| site.needs.get(interface)?.get(product))
            .peekable();
        needs.peek().is_none() || needs.any(|need| *need != Need::None)
    }

    /// The highest need of an interface over all sites and products: what a general merchant must be ready for.
    pub fn need(&self, interface: &str) -> Option<Need> {
        self.applicability
            .values()
            .filter_map(|site| site.needs.get(interface))
            .flat_map(IndexMap::values)
            .copied()
            .max()
    }
}

/// Whether new products may use a guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// In force.
    #[default]
    Current,
    /// Closed for new products, still called for old ones.
    Offline,
    /// Not published yet.
    Draft,
}

impl Status {
    /// The word of the spec language.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Offline => "offline",
            Self::Draft => "draft",
        }
    }
}

/// A source of facts.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Title as published.
    pub title: String,
    /// Site that publishes it.
    pub site: Placed<String>,
    /// Date of the newest copy read.
    pub updated: Option<String>,
    /// Vendor's page, code or search result.
    pub kind: PageKind,
    /// Address.
    pub url: Option<String>,
    /// What to know about the copy.
    pub note: Option<Text>,
    /// Where it is defined.
    pub span: Span,
}

/// What a source of facts is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PageKind {
    /// A page of the vendor.
    #[default]
    Page,
    /// Public code.
    Code,
    /// A search result.
    Search,
}

/// HTTP rules of a family.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Transport {
    /// HTTP method of all interfaces.
    pub method: Option<String>,
    /// Content type of requests.
    pub request_content_type: Option<String>,
    /// Accept header of requests.
    pub accept: Option<String>,
    /// Which address is called.
    pub address: Option<Text>,
    /// The address names a domain; an IP address is not accepted.
    pub domain_only: bool,
    /// Sources of the rules of requests and of the TLS version.
    pub request_provenance: Provenance,
    /// Sources of the rules of replies.
    pub reply_provenance: Provenance,
    /// HTTP status of every reply.
    pub status: Option<u16>,
    /// Content type of replies.
    pub reply_content_type: Option<String>,
    /// How long the caller waits, in milliseconds.
    pub within_millis: Option<u64>,
    /// Reply parameter that carries the result code.
    pub code: Option<Placed<String>>,
    /// Reply parameter that carries the result text.
    pub message: Option<Placed<String>>,
    /// Lowest TLS version.
    pub tls: Option<String>,
    /// Further rules.
    pub notes: Vec<Note>,
}

/// A kind of product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// Title.
    pub title: Text,
    /// What it is.
    pub doc: Option<Text>,
}

/// Which product needs which interface, on one site.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Applicability {
    /// Sources.
    pub provenance: Provenance,
    /// Interface → product → need.
    pub needs: IndexMap<String, IndexMap<String, Need>>,
    /// Where it is defined.
    pub span: Span,
}

/// Whether a product needs an interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Not called.
    None,
    /// Called for some products of the kind.
    Optional,
    /// Must be implemented.
    Mandatory,
}

impl Need {
    /// The word of the spec language.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Optional => "optional",
            Self::Mandatory => "mandatory",
        }
    }
}

/// A result code.
#[derive(Debug, Clone, PartialEq)]
pub struct Code {
    /// The text on the wire.
    pub code: String,
    /// Name for generated code, in `CamelCase`.
    pub name: String,
    /// What it means.
    pub doc: Text,
    /// Group of the vendor's table.
    pub group: Option<Text>,
    /// What a generated server or client uses it for.
    pub role: Option<CodeRole>,
    /// What the platform uses it for when a merchant calls it.
    pub platform_role: Option<CodeRole>,
    /// Says that the call succeeded.
    pub success: bool,
    /// What it means for single interfaces, where that differs.
    pub meanings: Vec<Meaning>,
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// Interfaces that may answer it; empty for all.
    pub applies_to: Vec<Placed<String>>,
    /// Sites that document it; empty for all.
    pub sites: Vec<Placed<String>>,
    /// HTTP status it comes with.
    pub http_status: Option<u16>,
    /// Sources.
    pub provenance: Provenance,
    /// Where it is defined.
    pub span: Span,
}

/// What a result code means for some interfaces.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Meaning {
    /// The interfaces.
    pub applies_to: Vec<Placed<String>>,
    /// What it means there.
    pub doc: Text,
    /// Sites that document it; empty for all.
    pub sites: Vec<Placed<String>>,
    /// Sources.
    pub provenance: Provenance,
}

/// What a result code is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CodeRole {
    /// The call succeeded.
    Success,
    /// The call was accepted and is still being worked on.
    Pending,
    /// The signature is missing or wrong.
    Signature,
    /// A parameter is missing or wrong.
    Parameter,
    /// What the call names does not exist.
    NotFound,
    /// The called side failed.
    Internal,
}

impl CodeRole {
    /// Every role.
    pub const ALL: [Self; 6] = [
        Self::Success,
        Self::Pending,
        Self::Signature,
        Self::Parameter,
        Self::NotFound,
        Self::Internal,
    ];

    /// The word of the spec language.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Pending => "pending",
            Self::Signature => "signature",
            Self::Parameter => "parameter",
            Self::NotFound => "not-found",
            Self::Internal => "internal",
        }
    }
}

/// An object or an open enumeration.
#[derive(Debug, Clone, PartialEq)]
pub struct TypeDefinition {
    /// Name.
    pub name: String,
    /// What it is.
    pub doc: Text,
    /// Members or values.
    pub shape: TypeShape,
    /// Sources.
    pub provenance: Provenance,
    /// Where it is defined.
    pub span: Span,
}

/// What a defined type is.
#[derive(Debug, Clone, PartialEq)]
pub enum TypeShape {
    /// Members.
    Object(Vec<Parameter>),
    /// Listed values; others are kept.
    Enumeration(Vec<ListedValue>),
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

/// Where a parameter travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Location {
    /// HTTP header.
    Header,
    /// Query string.
    Query,
    /// Segment of the path.
    Path,
    /// Field of a form.
    Form,
    /// Member of a JSON or XML body.
    Body,
    /// Part of a multipart body.
    Part,
}

impl Location {
    /// Every location, in the order of exports.
    pub const ALL: [Self; 6] = [
        Self::Header,
        Self::Query,
        Self::Path,
        Self::Form,
        Self::Body,
        Self::Part,
    ];

    /// The word of exports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Query => "query",
            Self::Path => "path",
            Self::Form => "form",
            Self::Body => "body",
            Self::Part => "part",
        }
    }
}

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

/// The answer to a call.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reply {
    /// HTTP status.
    pub status: Option<u16>,
    /// Content type, if not that of the transport.
    pub content_type: Option<String>,
    /// Prefix of the elements of an XML reply.
    pub xml_prefix: Option<String>,
    /// Namespace of an XML reply.
    pub xml_namespace: Option<String>,
    /// Request parameter → value that asks for XML; empty where every reply is XML.
    pub xml_when: IndexMap<String, Placed<String>>,
    /// Headers and members.
    pub parameters: Vec<Parameter>,
    /// Result codes that may occur.
    pub codes: Vec<Placed<String>>,
    /// How sure the list of codes is.
    pub codes_confidence: Confidence,
    /// What to know about the list of codes.
    pub codes_note: Option<Text>,
}

impl Reply {
    /// The parameters of the reply at one location.
    pub fn at(&self, location: Location) -> impl Iterator<Item = &Parameter> {
        self.parameters
            .iter()
            .filter(move |parameter| parameter.location == location)
    }
}

/// Scheme of a reply.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplyScheme {
    /// Scheme.
    pub scheme: Placed<String>,
    /// Sites that demand it; empty for all.
    pub sites: Vec<Placed<String>>,
    /// When it is demanded.
    pub condition: Option<Text>,
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

/// A rule in words.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Note {
    /// Title.
    pub title: Option<Text>,
    /// The rule.
    pub doc: Text,
    /// Sites that document it; empty for all.
    pub sites: Vec<Placed<String>>,
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

/// An example message.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    /// What it shows.
    pub title: Option<Text>,
    /// Which message.
    pub of: Side,
    /// The site it is valid on.
    pub site: Option<Placed<String>>,
    /// Made for the spec in the documented shape.
    pub invented: bool,
    /// Contents by location.
    pub parts: Vec<(Location, Placed<Json>, crate::node::Node)>,
    /// Sources.
    pub provenance: Provenance,
    /// Where it is defined.
    pub span: Span,
}

impl Example {
    /// The content at a location.
    pub fn part(&self, location: Location) -> Option<&Json> {
        self.parts
            .iter()
            .find(|(at, ..)| *at == location)
            .map(|(_, json, _)| &json.value)
    }

    /// The text of a parameter, wherever it travels.
    pub fn text_of(&self, name: &str) -> Option<String> {
        let value = self
            .parts
            .iter()
            .find_map(|(_, part, _)| part.value.get(name))?;
        match value {
            Json::String(text) => Some(text.clone()),
            Json::Number(_) | Json::Bool(_) => Some(value.to_string()),
            _ => None,
        }
    }
}

/// A side of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// What the caller sends.
    Request,
    /// What it gets back.
    Reply,
}

impl Side {
    /// The word of the spec language.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Reply => "reply",
        }
    }
}

/// A function of a client SDK.
#[derive(Debug, Clone, PartialEq)]
pub struct Function {
    /// Title.
    pub title: Text,
    /// What it does.
    pub doc: Text,
    /// Arguments.
    pub parameters: Vec<Parameter>,
    /// What it gives back.
    pub returns: Vec<Parameter>,
    /// Sources.
    pub provenance: Provenance,
}

/// An event of a client SDK.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Title.
    pub title: Text,
    /// When it occurs.
    pub doc: Text,
    /// What tells it from others.
    pub code: Option<String>,
    /// What it carries.
    pub message: Vec<Parameter>,
    /// Sources.
    pub provenance: Provenance,
}

/// A contradiction or gap and how it is read here.
#[derive(Debug, Clone, PartialEq)]
pub struct Erratum {
    /// What it concerns.
    pub about: Vec<Placed<String>>,
    /// What the pages say.
    pub readings: Vec<ErratumReading>,
    /// Which reading this catalogue follows.
    pub rules: Text,
    /// Why.
    pub why: Text,
    /// How sure the decision is.
    pub confidence: Confidence,
    /// Still a question to the vendor.
    pub open: bool,
    /// Where it is defined.
    pub span: Span,
}

/// What some pages say.
#[derive(Debug, Clone, PartialEq)]
pub struct ErratumReading {
    /// The reading.
    pub says: Text,
    /// The pages.
    pub pages: Vec<Placed<String>>,
}
