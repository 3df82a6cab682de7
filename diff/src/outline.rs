//! The parts of an exported catalogue that are compared.
//!
//! Every catalogue is compared in the form `koo export catalog` prints, so a folder, a revision and an export give the
//! same changes. An export of the bare, stable shape is read too: what it does not carry is not compared.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use crate::compare::Rest;

/// Why an export cannot be compared.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OutlineError {
    /// It is not an export at all, or one of another version.
    #[error("this is no export of a catalogue: the member `koo` must be 1")]
    Version,
    /// A member has another shape.
    #[error("this is no export of a catalogue that koo reads")]
    Shape(#[from] serde_json::Error),
}

macro_rules! members {
    ($($(#[$docs:meta])* $name:ident { $($(#[$field_docs:meta])* $(@$rename:literal)? $field:ident: $type:ty,)+ })+) => {
        $(
            $(#[$docs])*
            #[derive(Debug, Clone, Default, PartialEq, Deserialize)]
            #[serde(default)]
            pub struct $name {
                $($(#[$field_docs])* $(#[serde(rename = $rename)])? pub(crate) $field: $type,)+
                /// Members without a rule of their own.
                #[serde(flatten)]
                pub(crate) rest: Rest,
            }
        )+
    };
}

/// Values by name.
type Named<T> = BTreeMap<String, T>;

members! {
    /// A whole catalogue.
    Outline {
        /// `full` when everything that is compared is there.
        detail: Option<String>,
        /// How much exports of this age carry; see [`GROWN`].
        revision: Option<u64>,
        id: Option<String>,
        title: Option<Text>,
        doc: Option<Text>,
        site_texts: Named<Site>,
        packages: Named<Package>,
        families: Vec<Family>,
    }
    /// A generated package.
    Package {
        version: Option<String>,
    }
    /// A published edition.
    Site {
        title: Option<Text>,
    }
    /// One guide.
    Family {
        id: String,
        title: Text,
        status: Option<String>,
        doc: Option<Text>,
        sites: Vec<String>,
        transport: Option<Transport>,
        products: Option<Vec<Product>>,
        applicability: Option<Vec<Applicability>>,
        interfaces: Vec<Interface>,
        result_codes: Vec<Code>,
        schemes: Option<Vec<Scheme>>,
        ciphers: Option<Vec<Cipher>>,
        types: Option<Vec<Definition>>,
        functions: Option<Vec<Function>>,
        events: Option<Vec<Event>>,
        artifacts: Option<Vec<Artifact>>,
        secrets: Option<Vec<Secret>>,
        texts: Option<Vec<ComposedText>>,
        scenarios: Option<Vec<Scenario>>,
        collections: Option<Vec<Collection>>,
        pages: Option<Vec<Page>>,
        errata: Option<Vec<Erratum>>,
        notes: Option<Vec<Note>>,
        at: Option<String>,
    }
    /// HTTP rules.
    Transport {
        request_content_type: Option<String>,
        accept: Option<String>,
        address: Option<Text>,
        host: Option<String>,
        status: Option<u64>,
        reply_content_type: Option<String>,
        within_millis: Option<u64>,
        code: Option<String>,
        message: Option<String>,
        tls: Option<String>,
        notes: Vec<Text>,
        rules: Option<Vec<RuleInWords>>,
    }
    /// A rule in words with everything beside them.
    RuleInWords {
        doc: Text,
        sites: Vec<String>,
    }
    /// A kind of product.
    Product {
        id: String,
        title: Text,
        doc: Option<Text>,
    }
    /// Which product needs which interface, on one site.
    Applicability {
        site: String,
        needs: Named<Named<String>>,
        pages: Vec<String>,
    }
    /// One call.
    Interface {
        id: String,
        title: Text,
        doc: Option<Text>,
        trigger: Option<Text>,
        direction: Option<String>,
        version: Option<String>,
        method: Option<String>,
        urls: Named<String>,
        fallback_urls: Named<String>,
        select: Named<String>,
        sites: Vec<String>,
        since: Option<String>,
        until: Option<String>,
        deprecated: Option<Text>,
        scheme: Option<String>,
        reply_scheme: Option<String>,
        reply_scheme_sites: Option<Vec<String>>,
        reply_scheme_condition: Option<Text>,
        idempotency: Option<Vec<String>>,
        idempotency_doc: Option<Text>,
        idempotency_sources: Option<Value>,
        repeatable: Option<bool>,
        debug: Named<String>,
        retry: Option<Retry>,
        behaviour: Option<Vec<Text>>,
        rules: Option<Vec<RuleInWords>>,
        status: Option<u64>,
        content_type: Option<String>,
        xml: Option<Value>,
        codes_sources: Option<Value>,
        mock: Option<Value>,
        examples: Option<Value>,
        confidence: Option<String>,
        pages: Vec<String>,
        codes: Vec<String>,
        callback: Option<Callback>,
        variants: Vec<Variant>,
        rust: Option<Vec<String>>,
        parameters: Vec<Row>,
        places: Option<Named<String>>,
        at: Option<String>,
    }
    /// How the caller tries again.
    Retry {
        every_millis: Option<u64>,
        for_millis: Option<u64>,
        times: Option<u64>,
        until_success: bool,
        then: Option<Text>,
    }
    /// A redirect that answers a call.
    Callback {
        to: Option<Text>,
        echoes: Option<String>,
        parameters: Vec<Row>,
    }
    /// One version of an interface.
    Variant {
        id: String,
        urls: Named<String>,
        fallback_urls: Named<String>,
        select: Named<String>,
        sites: Vec<String>,
        since: Option<String>,
        until: Option<String>,
        status: Option<u64>,
        content_type: Option<String>,
        xml: Option<Value>,
        codes: Vec<String>,
        mock: Option<Value>,
        examples: Option<Value>,
    }
    /// One parameter.
    Row {
        of: String,
        @"in" location: String,
        variant: Option<String>,
        path: String,
        @"type" r#type: Option<String>,
        wire: Option<String>,
        required: Option<String>,
        max_length: Option<u64>,
        unlimited: Option<bool>,
        unit: Option<String>,
        values: Vec<String>,
        listed: Option<Vec<Listed>>,
        sites: Vec<String>,
        confidence: Option<String>,
        pages: Vec<String>,
        doc: Option<Text>,
        min_length: Option<u64>,
        max_items: Option<u64>,
        min_items: Option<u64>,
        minimum: Option<String>,
        maximum: Option<String>,
        advisory: Option<String>,
        format: Option<String>,
        default: Option<String>,
        holds: Option<String>,
        nullable: Option<bool>,
        condition: Option<Text>,
        when: Option<String>,
        always_emitted: Option<bool>,
        varies: Option<bool>,
        sensitive: Option<bool>,
        encrypted: Option<String>,
        erratum: Option<String>,
        since: Option<String>,
        until: Option<String>,
        deprecated: Option<Text>,
        differences: Named<SiteDifference>,
        carried_by: Option<String>,
        name: Option<String>,
        identifier: Option<String>,
        xml_text: Option<bool>,
        file_name: Option<String>,
        note: Option<Value>,
        readings: Option<Value>,
        template: Option<String>,
        rust: Option<String>,
        /// Where the longest length stands.
        limit_at: Option<String>,
        at: Option<String>,
    }
    /// A listed value.
    Listed {
        value: String,
        doc: Text,
        sites: Vec<String>,
        since: Option<String>,
        until: Option<String>,
        name: Option<String>,
        cipher: Option<String>,
        debug: Option<bool>,
        at: Option<String>,
    }
    /// What one site documents differently.
    SiteDifference {
        required: Option<String>,
        when: Option<String>,
        condition: Option<Text>,
        max_length: Option<u64>,
        unlimited: Option<bool>,
        values: Option<Vec<String>>,
        default: Option<String>,
        format: Option<String>,
        doc: Option<Text>,
    }
    /// A result code.
    Code {
        @"code" id: String,
        name: Option<String>,
        doc: Option<Text>,
        role: Option<String>,
        platform_role: Option<String>,
        success: Option<bool>,
        retryable: Option<bool>,
        applies_to: Vec<String>,
        meanings: Option<Vec<Meaning>>,
        http_status: Option<u64>,
        sites: Vec<String>,
        confidence: Option<String>,
        pages: Vec<String>,
        rust: Option<String>,
        at: Option<String>,
    }
    /// What a code means for some interfaces.
    Meaning {
        applies_to: Vec<String>,
        doc: Text,
        sites: Vec<String>,
    }
    /// How a message is signed.
    Scheme {
        id: String,
        doc: Option<Text>,
        of: String,
        sites: Vec<String>,
        carries: Option<Vec<Row>>,
        @"let" steps: Vec<Step>,
        equals: Named<String>,
        chooses: Option<Named<String>>,
        compare: Option<String>,
        fresh: Option<String>,
        fresh_millis: Option<u64>,
        once: Option<String>,
        secrets: Option<Vec<String>>,
        vectors: Option<Value>,
        refusals: Option<Named<String>>,
        places: Option<Named<String>>,
        pages: Vec<String>,
        rust: Option<String>,
        at: Option<String>,
    }
    /// A step of a recipe with its readings.
    Step {
        name: String,
        recipes: Vec<String>,
    }
    /// How a value is encrypted.
    Cipher {
        id: String,
        doc: Option<Text>,
        random: Named<Value>,
        @"let" steps: Vec<Step>,
        encrypt: Option<String>,
        decrypt: Option<String>,
        vectors: Option<Value>,
        pages: Vec<String>,
        at: Option<String>,
    }
    /// A defined type.
    Definition {
        id: String,
        kind: String,
        doc: Option<Text>,
        listed: Option<Vec<Listed>>,
        pages: Vec<String>,
        rust: Option<String>,
        at: Option<String>,
    }
    /// A function of a client SDK.
    Function {
        id: String,
        doc: Option<Text>,
        parameters: Vec<Row>,
        pages: Vec<String>,
    }
    /// An event of a client SDK.
    Event {
        id: String,
        doc: Option<Text>,
        code: Option<String>,
        parameters: Vec<Row>,
        pages: Vec<String>,
    }
    /// A package on disk.
    Artifact {
        id: String,
        doc: Option<Text>,
        names: Option<Vec<String>>,
        max_bytes: Option<u64>,
        files: Vec<ArtifactFile>,
        forbidden: Named<String>,
        forbidden_kinds: Named<Forbidden>,
        pages: Vec<String>,
    }
    /// A file of a package.
    ArtifactFile {
        path: String,
        doc: Option<Text>,
        required: Option<String>,
        condition: Option<Text>,
        max_bytes: Option<u64>,
        max_count: Option<u64>,
        parameters: Vec<Row>,
        pages: Vec<String>,
    }
    /// What must not occur in a package.
    Forbidden {
        @"as" kind: Option<String>,
        @"in" within: Option<String>,
        sites: Vec<String>,
    }
    /// Something only the two parties know.
    Secret {
        id: String,
        kind: Option<String>,
        doc: Option<Text>,
        pages: Vec<String>,
        at: Option<String>,
    }
    /// A text that is put together from parts.
    ComposedText {
        id: String,
        doc: Option<Text>,
        parts: Vec<TextPart>,
        separator: Option<String>,
        case: Option<String>,
        max_bytes: Option<u64>,
        sensitive: Option<bool>,
        pages: Vec<String>,
        at: Option<String>,
    }
    /// A part of such a text.
    TextPart {
        name: String,
        separator: Option<String>,
    }
    /// Calls that belong together.
    Scenario {
        id: String,
        doc: Option<Text>,
        sites: Option<Value>,
        products: Option<Value>,
        values: Option<Value>,
        records: Option<Value>,
        steps: Option<Value>,
        pages: Vec<String>,
        at: Option<String>,
    }
    /// Records that a mock keeps.
    Collection {
        id: String,
        at: Option<String>,
    }
    /// A source of facts.
    Page {
        id: String,
        title: String,
        site: Option<String>,
        updated: Option<String>,
        url: Option<String>,
        at: Option<String>,
    }
    /// A contradiction or gap.
    Erratum {
        id: String,
        rules: Option<Text>,
        why: Option<Text>,
        readings: Vec<Reading>,
        confidence: Option<String>,
        open: bool,
        at: Option<String>,
    }
    /// What some pages say.
    Reading {
        says: Text,
        pages: Vec<String>,
    }
    /// A rule in words.
    Note {
        id: String,
        doc: Text,
        sites: Vec<String>,
    }
}

/// Text in two languages.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Text {
    pub(crate) en: String,
    pub(crate) zh: Option<String>,
}

/// The revision of exports since which everything a spec says is carried.
pub(crate) const GROWN: u64 = 2;

impl Outline {
    /// Reads an export.
    ///
    /// # Errors
    ///
    /// When the document is no export of version 1.
    pub fn read(export: &Value) -> Result<Self, OutlineError> {
        if export.get("koo").and_then(Value::as_u64) != Some(1) || export.get("families").is_none()
        {
            return Err(OutlineError::Version);
        }
        Ok(Self::deserialize(export)?)
    }

    /// Whether everything that is compared is there.
    pub fn is_full(&self) -> bool {
        self.detail.as_deref() == Some("full")
    }

    /// Whether everything a spec says is there, not only what older exports had.
    pub(crate) fn is_grown(&self) -> bool {
        self.is_full() && self.revision >= Some(GROWN)
    }

    /// Version of the generated package of a target language.
    pub fn package_version(&self, target: &str) -> Option<&str> {
        self.packages.get(target)?.version.as_deref()
    }
}
