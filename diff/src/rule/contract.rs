//! Changes of everything but parameters. Columns: number, name, severity for the caller or sender, severity for the
//! called side or receiver, what the generated crate needs at most, what changed, who breaks and why.
//!
//! The first two digits group: 03 interfaces, 04 result codes, 05 schemes, 06 ciphers, 07 transport, 08 products,
//! 09 types, 10 SDK, 11 packages on disk, 12 sources and errata, 13 families, 14 trials, 15 composed texts, 16 the contract
//! as a whole.

use super::{Roles, table};

/// Result codes, schemes and ciphers are about messages; everything else is about calls.
const fn roles(number: &str) -> Roles {
    match number.as_bytes() {
        [b'0', b'4' | b'5' | b'6', ..] => Roles::Message,
        _ => Roles::Call,
    }
}

table! {
    /// A kind of change of anything but a parameter.
    ContractRule, roles, "" "";

    InterfaceAdded "0301" "interface-added" Info Warning Major
        "an interface is new"
        "The called side may be called there; whether it must answer is said by what products need. Nobody has to call it. The generated trait of a server gains a method."
    InterfaceRemoved "0302" "interface-removed" Breaking Warning Major
        "an interface is gone"
        "The caller calls what is no longer there. The called side keeps code that nobody calls."
    InterfaceMaybeRenamed "0303" "interface-maybe-renamed" Info Info None
        "a removed and an added interface look like one that was renamed"
        "A hint beside the two changes, which say who breaks: same direction, method and parameters."
    DirectionChanged "0304" "direction-changed" Breaking Breaking Major
        "caller and called side are others"
        "Both sides play another role."
    MethodChanged "0305" "method-changed" Breaking Breaking Minor
        "the HTTP method is another"
        "The caller is refused, the called side does not route the call."
    UrlChanged "0306" "url-changed" Breaking Breaking Minor
        "the address is another"
        "The caller calls the old place, the called side listens there."
    UrlAdded "0307" "url-added" Info Warning Minor
        "an address is given where none was"
        "The called side must answer there as well; the caller gains a choice."
    UrlRemoved "0308" "url-removed" Breaking Info Minor
        "an address is no longer given"
        "The caller calls a place that is not promised any more."
    FallbackUrlChanged "0309" "fallback-url-changed" Warning Warning Minor
        "the address to try second is another"
        "It is noticed only when the first address does not answer."
    SelectorChanged "0310" "selector-changed" Breaking Breaking Minor
        "another value tells the interface from others at the same address"
        "The caller is taken for another call or refused; the called side does not recognise the call."
    SchemeIntroduced "0311" "scheme-introduced" Breaking Breaking Major
        "requests are signed now"
        "The caller must sign, or is refused. The called side must verify, because nothing else tells who calls."
    SchemeDropped "0312" "scheme-dropped" Warning Breaking Major
        "requests are no longer signed"
        "The called side that demands a signature refuses every call."
    SchemeChanged "0313" "scheme-changed" Breaking Breaking Major
        "requests are signed under another scheme"
        "The caller's signature is wrong, the called side refuses every call."
    ReplySchemeIntroduced "0314" "reply-scheme-introduced" Info Breaking Major
        "replies must be signed"
        "The called side answers without the signature that is demanded now."
    ReplySchemeDropped "0315" "reply-scheme-dropped" Breaking Info Major
        "replies are no longer signed"
        "The caller that demands a signature refuses every reply."
    ReplySchemeChanged "0316" "reply-scheme-changed" Breaking Breaking Major
        "replies are signed under another scheme"
        "The called side's signature is wrong, the caller refuses every reply."
    ReplySchemeScopeChanged "0317" "reply-scheme-scope-changed" Warning Breaking Major
        "replies are signed on other sites or under another condition"
        "The called side may have to sign where it did not; the caller may miss a signature."
    InterfaceSiteAdded "0318" "interface-site-added" Info Warning Minor
        "another site has the interface"
        "The called side may be called from there."
    InterfaceSiteRemoved "0319" "interface-site-removed" Breaking Warning Minor
        "a site has the interface no longer"
        "The caller on that site calls what is no longer there."
    InterfaceDeprecated "0320" "interface-deprecated" Warning Warning Patch
        "the interface should not be used any more"
        "It works, and will go: both sides should plan for it."
    InterfaceUndeprecated "0321" "interface-undeprecated" Info Info Patch
        "the interface may be used again"
        "Nobody has to do anything."
    InterfaceValidityChanged "0322" "interface-validity-changed" Warning Warning Patch
        "the interface is there from or until another date"
        "Calls outside of the dates fail."
    InterfaceVersionChanged "0323" "interface-version-changed" Info Info Patch
        "the documented version is another"
        "What changed with it is reported by itself."
    HttpStatusChanged "0324" "http-status-changed" Breaking Breaking Minor
        "replies come with another HTTP status"
        "The called side answers what counts as failed, the caller takes good replies for failed ones."
    ReplyContentTypeChanged "0325" "reply-content-type-changed" Breaking Breaking Minor
        "replies have another content type"
        "The called side answers what is refused, the caller misreads what comes."
    IdempotencyKeyChanged "0326" "idempotency-key-changed" Warning Breaking Minor
        "other parameters make two calls the same call"
        "The called side takes one call for two, or two for one: orders are delivered twice or lost. A stored key does not match."
    IdempotencyIntroduced "0327" "idempotency-introduced" Info Warning Minor
        "it is said what makes two calls the same call"
        "The called side must recognise repeated calls."
    IdempotencyDropped "0328" "idempotency-dropped" Warning Warning Minor
        "it is no longer said what makes two calls the same call"
        "Nobody can rely on repeated calls being recognised."
    IdempotencyDescribed "0329" "idempotency-described" Info Warning Patch
        "what a repeated call must do is described differently"
        "Only people can tell whether the called side must do something else."
    RetryIntroduced "0330" "retry-introduced" Warning Warning Patch
        "failed calls are tried again"
        "The called side gets the same call several times; the caller must try again."
    RetryDropped "0331" "retry-dropped" Info Warning Patch
        "failed calls are no longer tried again"
        "A call that the called side misses is lost."
    RetryChanged "0332" "retry-changed" Warning Warning Patch
        "failed calls are tried again otherwise"
        "The called side has more or less time to recover; keys of repeated calls must be kept that long."
    BehaviourAdded "0333" "behaviour-added" Info Warning Patch
        "a rule in words is new"
        "Only people can tell whether the called side keeps it already."
    BehaviourRemoved "0334" "behaviour-removed" Warning Info Patch
        "a rule in words is gone"
        "The caller cannot rely on it any more."
    TriggerChanged "0335" "trigger-changed" Warning Warning Patch
        "when the call is made is described differently"
        "Only people can tell whether calls come at other times."
    ReplyCodeListed "0336" "reply-code-listed" Warning Info Patch
        "another result code may be answered"
        "The caller must be ready for it."
    ReplyCodeUnlisted "0337" "reply-code-unlisted" Info Breaking Patch
        "a result code must not be answered any more"
        "What the called side answers is not understood."
    VariantAdded "0338" "variant-added" Info Warning Minor
        "the interface has another variant"
        "The called side may be called in that form."
    VariantRemoved "0339" "variant-removed" Breaking Warning Major
        "a variant of the interface is gone"
        "The caller calls in a form that is no longer there."
    VariantChanged "0340" "variant-changed" Breaking Breaking Minor
        "a variant has another address, selector, site or date"
        "The caller calls the old place, the called side does not recognise the call."
    CallbackChanged "0341" "callback-changed" Warning Warning Patch
        "the redirect that answers the call goes elsewhere"
        "Whoever waits for the browser may wait at the wrong place."
    InterfaceDescribed "0342" "interface-described" Info Info Patch
        "the title or description is another"
        "Nothing a program checks; worth reading."
    InterfaceSourcesChanged "0343" "interface-sources-changed" Info Info Patch
        "the sources, or what is to know about them, are others"
        "The facts are the same; where they come from changed."
    InterfaceConfidenceChanged "0344" "interface-confidence-changed" Info Info Patch
        "the facts are more or less sure"
        "The facts are the same; how sure they are changed."
    DebugMarkChanged "0345" "debug-mark-changed" Warning Breaking Minor
        "calls of debugging are marked in another way"
        "A called side that does not know the mark carries out what was only tried."
    RepeatableChanged "0346" "repeatable-changed" Warning Warning Minor
        "whether a repeated call has no further effect is said differently"
        "The caller may repeat what is carried out twice, or give up what it could repeat; generated clients follow it."
    CallbackEchoChanged "0347" "callback-echo-changed" Breaking Breaking Minor
        "another parameter comes back with the redirect"
        "Whoever waits for the browser does not know its own request again."
    ReplyXmlChanged "0348" "reply-xml-changed" Breaking Breaking Minor
        "replies look different as XML"
        "The caller does not find the elements it reads."
    VariantDescribed "0349" "variant-described" Info Info Patch
        "the title, description or sources of a variant are others"
        "Nothing a program checks; worth reading."
    MockChanged "0350" "mock-changed" Info Info None
        "a mock of the called side does something else"
        "Nothing on the wire changes; tests that run against the mock may see another answer."
    ExamplesChanged "0351" "examples-changed" Info Info Patch
        "the documented examples are others"
        "Mocks answer with them, and people copy them."

    CodeAdded "0401" "code-added" Info Warning Major
        "a result code is new"
        "Whoever receives replies meets a code it does not know. The generated enumeration gains a variant, which breaks an exhaustive match."
    CodeRemoved "0402" "code-removed" Breaking Info Major
        "a result code is gone"
        "Whoever answers with it is not understood any more."
    CodeSuccessChanged "0403" "code-success-changed" Breaking Breaking Minor
        "a result code says success instead of failure, or the other way round"
        "One side takes for done what the other takes for failed."
    CodeRetryableChanged "0404" "code-retryable-changed" Warning Breaking Minor
        "whether the same call may succeed later is said differently"
        "Whoever receives it gives up too early, or tries again in vain."
    CodeRoleChanged "0405" "code-role-changed" Breaking Warning Minor
        "a result code is used for something else"
        "Whoever answers says something else with it."
    CodeInterfaceAdded "0406" "code-interface-added" Info Warning Patch
        "a result code may be answered by another interface"
        "Whoever receives replies must be ready for it there."
    CodeInterfaceRemoved "0407" "code-interface-removed" Breaking Info Patch
        "a result code must not be answered by an interface any more"
        "Whoever answers with it there is not understood."
    CodeMeaningChanged "0408" "code-meaning-changed" Warning Warning Patch
        "the meaning of a result code is described differently"
        "Only people can tell whether the meaning changed with the words."
    CodeStatusChanged "0409" "code-http-status-changed" Breaking Breaking Minor
        "a result code comes with another HTTP status"
        "One side sends what the other does not look for."
    CodeSiteAdded "0410" "code-site-added" Info Warning Patch
        "another site has the result code"
        "Whoever receives replies there must be ready for it."
    CodeSiteRemoved "0411" "code-site-removed" Breaking Info Patch
        "a site has the result code no longer"
        "Whoever answers with it there is not understood."
    CodeRenamed "0412" "code-renamed" Info Info Major
        "the generated variant of a result code has another name"
        "No byte on the wire changes; code that names the variant does."
    CodeSourcesChanged "0413" "code-sources-changed" Info Info Patch
        "the sources of a result code, or how sure they are, are others"
        "The facts are the same; where they come from changed."
    CodeDescribed "0414" "code-described" Info Info Patch
        "the group of a result code, or what is to know about it, is another"
        "Nothing a program checks; worth reading."

    SchemeAdded "0501" "scheme-added" Info Info Minor
        "a scheme is new"
        "Which interfaces use it is reported by itself."
    SchemeRemoved "0502" "scheme-removed" Info Info Major
        "a scheme is gone"
        "Which interfaces used it is reported by itself."
    CarriedAddedMandatory "0503" "carried-added-mandatory" Breaking Warning Minor
        "signed messages must carry another value"
        "The signer must send it, or is refused. The verifier should check it."
    CarriedAddedOptional "0504" "carried-added-optional" Info Info Minor
        "signed messages may carry another value"
        "The signer may leave it out, the verifier may leave it alone."
    CarriedRemoved "0505" "carried-removed" Warning Breaking Minor
        "signed messages no longer carry a value"
        "The verifier looks for a value that does not come."
    CarriedRenamed "0506" "carried-renamed" Breaking Breaking Minor
        "a carried value has another name on the wire"
        "The verifier does not find what the signer sends."
    CarriedMoved "0507" "carried-moved" Breaking Breaking Minor
        "a carried value travels elsewhere"
        "The signer writes it where nobody looks, the verifier looks where nothing is."
    CarriedChanged "0508" "carried-changed" Breaking Breaking Minor
        "a carried value has another type, mark, length, format or template"
        "What the signer sends may be refused, the verifier may misread what comes."
    CarriedDescribed "0509" "carried-described" Info Info Patch
        "the description, sources or sites of a carried value are others"
        "Nothing a program checks; worth reading."
    RecipeChanged "0510" "recipe-changed" Breaking Breaking Minor
        "the signature is computed differently"
        "The signer's signature is wrong, the verifier refuses what is right."
    AlternativeAdded "0511" "alternative-added" Info Warning Minor
        "the verifier must try another reading of a step"
        "Other signers may use the new reading; a verifier without it refuses them. A signer uses the first as before."
    AlternativeRemoved "0512" "alternative-removed" Warning Info Minor
        "a reading of a step is no longer tried"
        "A signer that used that reading is refused; a signer uses the first by rule."
    FreshnessShortened "0513" "freshness-shortened" Breaking Info Minor
        "signatures expire earlier"
        "A signer with a slow clock, queue or network is refused."
    FreshnessLengthened "0514" "freshness-lengthened" Info Warning Minor
        "signatures expire later"
        "The verifier must accept older messages and remember nonces longer."
    FreshnessIntroduced "0515" "freshness-introduced" Breaking Warning Minor
        "signatures expire"
        "A signer whose clock is wrong is refused. The verifier should look at the clock."
    FreshnessDropped "0516" "freshness-dropped" Info Warning Minor
        "signatures do not expire any more"
        "A verifier that still refuses old messages refuses right ones."
    NonceIntroduced "0517" "nonce-introduced" Breaking Warning Minor
        "a value may be used only once"
        "A signer that uses it again is refused. The verifier should remember what it saw."
    NonceDropped "0518" "nonce-dropped" Info Warning Minor
        "no value is limited to one use any more"
        "A verifier that still refuses repeated values refuses right messages."
    NonceChanged "0519" "nonce-changed" Breaking Warning Minor
        "another value may be used only once"
        "A signer that uses it again is refused."
    CompareRelaxed "0520" "compare-relaxed" Info Breaking Minor
        "the letter case of a signature does not matter any more"
        "A verifier that compares exactly refuses right signatures."
    CompareTightened "0521" "compare-tightened" Breaking Info Minor
        "the letter case of a signature matters"
        "A signer that writes other letters is refused."
    RefusalChanged "0522" "refusal-changed" Warning Breaking Minor
        "a wrong signature is answered with another result code"
        "The verifier answers the wrong code; the signer may misread it."
    SchemeSideChanged "0523" "scheme-side-changed" Breaking Breaking Major
        "the other message is signed"
        "Signer and verifier change places."
    SchemeSiteChanged "0524" "scheme-site-changed" Warning Warning Minor
        "other sites use the scheme"
        "A signer may have to sign there, a verifier to verify."
    SchemeDescribed "0525" "scheme-described" Info Info Patch
        "the description or the sources of a scheme are others"
        "Nothing a program checks; worth reading."
    ChoiceChanged "0526" "choice-changed" Warning Info Minor
        "a signer chooses a value differently"
        "The signer may have to follow; the verifier takes what comes."

    SchemeSecretsChanged "0527" "scheme-secrets-changed" Breaking Breaking Major
        "signatures are made with other secrets"
        "Both sides need the secret first. The generated scheme asks for it."
    SchemeVectorsChanged "0528" "scheme-vectors-changed" Info Info Patch
        "the test vectors of a scheme are others"
        "Nothing on the wire changes by that alone; own tests with the old vectors may be out of date."
    SecretAdded "0529" "secret-added" Info Info Minor
        "a secret is new"
        "Which schemes and ciphers use it is reported by itself."
    SecretRemoved "0530" "secret-removed" Info Info Major
        "a secret is gone"
        "Which schemes and ciphers used it is reported by itself."
    SecretKindChanged "0531" "secret-kind-changed" Breaking Breaking Major
        "a secret is another kind of key"
        "Both sides need another key first, and cannot use the old one."
    SecretDescribed "0532" "secret-described" Info Info Patch
        "the description or the sources of a secret are others"
        "Nothing a program checks; worth reading."

    CipherAdded "0601" "cipher-added" Info Info Minor
        "a cipher is new"
        "Which parameters use it is reported by itself."
    CipherRemoved "0602" "cipher-removed" Info Info Major
        "a cipher is gone"
        "Which parameters used it is reported by itself."
    CipherRecipeChanged "0603" "cipher-recipe-changed" Breaking Breaking Minor
        "values are encrypted differently"
        "Neither side reads the other."
    CipherDescribed "0604" "cipher-described" Info Info Patch
        "the description or the sources of a cipher are others"
        "Nothing a program checks; worth reading."

    CipherVectorsChanged "0605" "cipher-vectors-changed" Info Info Patch
        "the test vectors of a cipher are others"
        "Nothing on the wire changes by that alone; own tests with the old vectors may be out of date."

    TimeoutShortened "0701" "timeout-shortened" Info Breaking Minor
        "the caller waits less"
        "What the called side answered in time is too late now."
    TimeoutLengthened "0702" "timeout-lengthened" Warning Info Minor
        "the caller waits longer"
        "The caller that hangs up earlier gives up calls that would have succeeded."
    TimeoutIntroduced "0703" "timeout-introduced" Info Warning Minor
        "it is said how long the caller waits"
        "The called side may be too slow unawares."
    TimeoutDropped "0704" "timeout-dropped" Info Warning Minor
        "it is no longer said how long the caller waits"
        "The called side does not know how fast it must be."
    RequestContentTypeChanged "0705" "request-content-type-changed" Breaking Breaking Minor
        "requests have another content type"
        "The caller is refused, the called side misreads what comes."
    AcceptChanged "0706" "accept-changed" Info Warning Minor
        "callers accept other content types"
        "The called side may answer what is not accepted."
    RepliesContentTypeChanged "0707" "replies-content-type-changed" Breaking Breaking Minor
        "replies of the family have another content type"
        "The called side answers what is refused, the caller misreads what comes."
    RepliesStatusChanged "0708" "replies-status-changed" Breaking Breaking Minor
        "replies of the family come with another HTTP status"
        "The called side answers what counts as failed, the caller takes good replies for failed ones."
    TlsRaised "0709" "tls-raised" Breaking Breaking Patch
        "older versions of TLS are not allowed any more"
        "Whoever offers only the older version cannot connect."
    TlsLowered "0710" "tls-lowered" Info Warning Patch
        "older versions of TLS are allowed"
        "Callers with the older version may come."
    AddressRuleChanged "0711" "address-rule-changed" Warning Warning Patch
        "which address is called is described differently"
        "Only people can tell whether calls go elsewhere."
    CodeParameterChanged "0712" "code-parameter-changed" Breaking Breaking Major
        "another reply parameter carries the result code or its text"
        "The called side answers under a name nobody reads, the caller reads a name that does not come."
    TransportRuleAdded "0713" "transport-rule-added" Warning Warning Patch
        "a rule of transport is new"
        "Only people can tell whether it is kept already."
    TransportRuleRemoved "0714" "transport-rule-removed" Info Info Patch
        "a rule of transport is gone"
        "Whoever keeps it does no harm."
    HostRestricted "0715" "host-restricted" Info Breaking Patch
        "the called side must be reached under a domain name"
        "An address with an IP address is not accepted any more; the called side needs a domain and a certificate for it."
    HostRelaxed "0716" "host-relaxed" Info Info Patch
        "the called side may be reached under any host"
        "Whoever has a domain keeps it."
    TransportDescribed "0717" "transport-described" Info Info Patch
        "the titles or sources of the rules of transport are others"
        "The facts are the same; where they come from changed."

    NeedRaised "0801" "need-raised" Info Breaking Major
        "a product needs an interface that it could do without"
        "The called side must implement it, or its product fails acceptance and orders. A default method of the generated trait may go."
    NeedBecameOptional "0802" "need-became-optional" Info Warning Minor
        "a product may need an interface that it never needed"
        "The called side must implement it for some products of the kind."
    NeedLowered "0803" "need-lowered" Warning Info Minor
        "a product no longer needs an interface"
        "The caller cannot rely on it being there."
    ProductAdded "0804" "product-added" Info Info Patch
        "a kind of product is new"
        "What it needs is reported by itself."
    ProductRemoved "0805" "product-removed" Warning Warning Patch
        "a kind of product is gone"
        "Orders of that kind should not come any more."
    ProductDescribed "0806" "product-described" Info Info Patch
        "a kind of product is described differently"
        "Nothing a program checks; worth reading."
    NeedSourcesChanged "0807" "need-sources-changed" Info Info None
        "the sources of what products need are others"
        "The facts are the same; where they come from changed."

    TypeAdded "0901" "type-added" Info Info Minor
        "a defined type is new"
        "Which parameters use it is reported by itself."
    TypeRemoved "0902" "type-removed" Info Info Major
        "a defined type is gone"
        "Which parameters used it is reported by itself; code that names the generated type does not compile."
    TypeKindChanged "0903" "type-kind-changed" Info Info Major
        "a defined type is an object instead of an enumeration, or the other way round"
        "Which parameters use it is reported by itself."
    TypeValueAdded "0904" "type-value-added" Info Info Major
        "a defined enumeration has another value"
        "Which parameters use it is reported by itself; an exhaustive match on the generated type does not compile."
    TypeValueRemoved "0905" "type-value-removed" Info Info Major
        "a defined enumeration has lost a value"
        "Which parameters use it is reported by itself; code that names the generated variant does not compile."
    TypeDescribed "0906" "type-described" Info Info Patch
        "the description or the sources of a defined type are others"
        "Nothing a program checks; worth reading."

    FunctionAdded "1001" "function-added" Info Info Minor
        "a function of the client SDK is new"
        "Nobody has to call it."
    FunctionRemoved "1002" "function-removed" Breaking Info Minor
        "a function of the client SDK is gone"
        "The merchant's code that calls it does not build or fails."
    FunctionDescribed "1003" "function-described" Info Info Patch
        "the description or the sources of a function are others"
        "Nothing a program checks; worth reading."
    EventAdded "1004" "event-added" Warning Info Minor
        "an event of the client SDK is new"
        "The merchant's code gets an event it does not know."
    EventRemoved "1005" "event-removed" Breaking Info Minor
        "an event of the client SDK is gone"
        "The merchant's code waits for what does not come."
    EventCodeChanged "1006" "event-code-changed" Breaking Info Minor
        "an event of the client SDK has another code"
        "The merchant's code does not recognise it."
    EventDescribed "1007" "event-described" Info Info Patch
        "the description or the sources of an event are others"
        "Nothing a program checks; worth reading."

    ArtifactAdded "1101" "artifact-added" Info Info Minor
        "a kind of package is new"
        "Nobody has to hand it in because of that alone."
    ArtifactRemoved "1102" "artifact-removed" Breaking Info Minor
        "a kind of package is gone"
        "What the merchant builds is not taken any more."
    ArtifactSizeWidened "1103" "artifact-size-widened" Info Warning Minor
        "a package or file may be larger"
        "Whoever takes it in must be ready for it."
    ArtifactSizeNarrowed "1104" "artifact-size-narrowed" Breaking Info Minor
        "a package or file must be smaller"
        "What the merchant hands in is refused when it is larger."
    ArtifactFileAddedMandatory "1105" "artifact-file-added-mandatory" Breaking Info Minor
        "a package must hold another file"
        "The merchant's package is refused without it."
    ArtifactFileAddedOptional "1106" "artifact-file-added-optional" Info Info Minor
        "a package may hold another file"
        "The merchant may leave it out."
    ArtifactFileRemoved "1107" "artifact-file-removed" Warning Warning Minor
        "a package does not hold a file any more"
        "Whether it may still be there is not said."
    ArtifactFileBecameMandatory "1108" "artifact-file-became-mandatory" Breaking Info Minor
        "a file of a package became mandatory, or mandatory under a condition"
        "The merchant's package is refused without it."
    ArtifactFileBecameOptional "1109" "artifact-file-became-optional" Info Warning Minor
        "a file of a package may be left out"
        "Whoever takes it in may miss it."
    ArtifactCountWidened "1110" "artifact-count-widened" Info Warning Minor
        "more files may match"
        "Whoever takes them in must be ready for more."
    ArtifactCountNarrowed "1111" "artifact-count-narrowed" Breaking Info Minor
        "fewer files may match"
        "The merchant's package is refused with more."
    ForbiddenAdded "1112" "forbidden-added" Breaking Info Minor
        "another text must not occur in a package"
        "The merchant's package is refused with it."
    ForbiddenRemoved "1113" "forbidden-removed" Info Warning Minor
        "a text may occur in a package"
        "Whoever takes packages in may meet it."
    ArtifactDescribed "1114" "artifact-described" Info Info Patch
        "the description or the sources of a package are others"
        "Nothing a program checks; worth reading."

    ForbiddenChanged "1115" "forbidden-changed" Breaking Warning Minor
        "what must not occur is another kind of thing, or on other sites"
        "The merchant's package may be refused for what was allowed."
    ArtifactNamesChanged "1116" "artifact-names-changed" Breaking Warning Minor
        "the file of a package must be named otherwise"
        "The merchant's package is refused under its old name."

    ErratumOpened "1201" "erratum-opened" Warning Warning None
        "a question to the vendor is open"
        "What the contract says there may change."
    ErratumClosed "1202" "erratum-closed" Info Info None
        "a question to the vendor is settled"
        "What changed with it is reported by itself."
    ErratumAdded "1203" "erratum-added" Info Info None
        "a contradiction of the pages is noted"
        "What changed with it is reported by itself."
    ErratumRemoved "1204" "erratum-removed" Info Info None
        "a contradiction of the pages is gone"
        "What changed with it is reported by itself."
    ErratumDecisionChanged "1205" "erratum-decision-changed" Warning Warning None
        "another reading of contradicting pages is followed"
        "What is checked changed, not what the pages say: look whether the vendor agrees."
    ErratumDescribed "1206" "erratum-described" Info Info None
        "the readings of a contradiction, or why one is followed, are described differently"
        "Nothing a program checks; worth reading."
    PageAdded "1207" "page-added" Info Info Patch
        "a source page is new"
        "What was read there is reported by itself."
    PageRemoved "1208" "page-removed" Info Info Patch
        "a source page is gone"
        "What rested on it is reported by itself."
    PageUpdated "1209" "page-updated" Info Info Patch
        "a newer copy of a source page was read"
        "What changed with it is reported by itself."
    PageChanged "1210" "page-changed" Info Info Patch
        "a source page has another title, site or address"
        "Links to it may be stale."
    NoteAdded "1211" "note-added" Warning Warning Patch
        "a general rule in words is new"
        "Only people can tell whether it is kept already."
    NoteRemoved "1212" "note-removed" Info Info Patch
        "a general rule in words is gone"
        "Whoever keeps it does no harm."
    NoteChanged "1213" "note-changed" Warning Warning Patch
        "a general rule in words is worded differently"
        "Only people can tell whether the meaning changed with the words."

    NoteDescribed "1214" "note-described" Info Info Patch
        "the title or the sources of a general rule are others"
        "The facts are the same; where they come from changed."

    FamilyAdded "1301" "family-added" Info Info Minor
        "a guide is new"
        "Nobody has to follow it because of that alone."
    FamilyRemoved "1302" "family-removed" Breaking Breaking Major
        "a guide is gone"
        "Nothing in it is promised any more."
    FamilyWithdrawn "1303" "family-withdrawn" Warning Warning Patch
        "a guide is closed for new products"
        "Products that use it go on; new ones need another guide."
    FamilyReinstated "1304" "family-reinstated" Info Info Patch
        "a guide is in force"
        "Nobody has to do anything."
    FamilySiteAdded "1305" "family-site-added" Info Info Minor
        "another site publishes a guide"
        "Merchants of that site can follow it."
    FamilySiteRemoved "1306" "family-site-removed" Breaking Breaking Minor
        "a site publishes a guide no longer"
        "Nothing in it is promised on that site any more."
    FamilyDescribed "1307" "family-described" Info Info Patch
        "the title or description of a guide is another"
        "Nothing a program checks; worth reading."

    ScenarioAdded "1401" "scenario-added" Info Warning None
        "a scenario is new"
        "Merchants are tried with it: what nobody tried so far may fail."
    ScenarioRemoved "1402" "scenario-removed" Info Info None
        "a scenario is gone"
        "Merchants are no longer tried with it."
    ScenarioChanged "1403" "scenario-changed" Info Warning None
        "a scenario sends or expects something else"
        "Merchants are tried with it: what passed may fail."
    ScenarioDescribed "1404" "scenario-described" Info Info None
        "the title, description or sources of a scenario are others"
        "Nothing a program checks; worth reading."
    CollectionAdded "1405" "collection-added" Info Info None
        "a mock keeps records of another kind"
        "Which interfaces use them is reported by itself."
    CollectionRemoved "1406" "collection-removed" Info Info None
        "a mock no longer keeps records of a kind"
        "Which interfaces used them is reported by itself."
    CollectionChanged "1407" "collection-changed" Info Info None
        "the records that a mock keeps are others"
        "Nothing on the wire changes; tests that run against the mock may see another answer."

    TextAdded "1501" "text-added" Info Info Minor
        "a composed text is new"
        "Where it travels is reported by itself."
    TextRemoved "1502" "text-removed" Breaking Info Major
        "a composed text is gone"
        "The merchant's code puts together what nobody reads; the generated type is gone."
    TextChanged "1503" "text-changed" Breaking Breaking Major
        "a composed text is put together differently"
        "The same parts give another text: what was bound to the old one is not recognised."
    TextDescribed "1504" "text-described" Info Info Patch
        "the description, examples or sources of a composed text are others"
        "Nothing a program checks; worth reading."

    CatalogueRenamed "1601" "catalogue-renamed" Info Info Major
        "the contract has another id"
        "The generated package is named after it."
    CatalogueDescribed "1602" "catalogue-described" Info Info Patch
        "the title or description of the contract is another"
        "Nothing a program checks; worth reading."
    SiteAdded "1603" "site-added" Info Info Minor
        "a site is new"
        "What it publishes is reported by itself."
    SiteRemoved "1604" "site-removed" Info Info Major
        "a site is gone"
        "What it published is reported by itself; the generated name of the site is gone."
    SiteDescribed "1605" "site-described" Info Info Patch
        "the title or description of a site is another"
        "Nothing a program checks; worth reading."
    PackageDescribed "1606" "package-described" Info Info Patch
        "a generated package is labelled differently"
        "Only registries show it."
}
