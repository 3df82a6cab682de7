//! Changes of parameters. Columns: number, name, severity for the sender, severity for the receiver, what the generated
//! crate needs at most, what changed, who breaks and why.

use super::{Roles, table};

const fn message(_: &str) -> Roles {
    Roles::Message
}

table! {
    /// A kind of change of a parameter, of a request or of a reply.
    ParameterRule, message, "01" "02";

    AddedMandatory "01" "added-mandatory" Breaking Info Major
        "a mandatory parameter is new"
        "The sender must send it from now on, or is refused. The receiver may leave what it does not know alone."
    AddedOptional "02" "added-optional" Info Info Major
        "an optional parameter is new"
        "The sender may leave it out, the receiver may leave it alone. Generated models gain a public field, which breaks struct literals."
    AddedConditional "03" "added-conditional" Breaking Info Major
        "a conditional parameter is new"
        "Where the condition holds, the sender must send it. The receiver may leave what it does not know alone."
    RemovedMandatory "04" "removed-mandatory" Warning Breaking Major
        "a mandatory parameter is gone"
        "The receiver relies on a value that no longer comes. Whether the sender may still send it is not said."
    RemovedOptional "05" "removed-optional" Warning Warning Major
        "a parameter that could be absent is gone"
        "The receiver had to be ready for its absence, but what was built on it never happens again. Whether the sender may still send it is not said."
    MaybeRenamed "06" "maybe-renamed" Info Info None
        "a removed and an added parameter look like one that was renamed"
        "A hint beside the two changes, which say who breaks: same place, type, mark, limits and values."
    LetterCaseChanged "07" "letter-case-changed" Breaking Breaking Major
        "the name has other upper and lower case letters"
        "Names on the wire are compared exactly: the sender's value is not found, the receiver looks for the old name."
    LocationMoved "08" "location-moved" Breaking Breaking Major
        "the parameter travels elsewhere in the message"
        "The sender writes it where nobody looks, the receiver looks where nothing is."
    TypeChanged "09" "type-changed" Breaking Breaking Major
        "the type on the wire is another"
        "The sender's value is refused, the receiver cannot read the new one."
    TypeRenamed "10" "type-renamed" Info Info Major
        "the type has another name and the same form on the wire"
        "No byte on the wire changes; code that names the generated type does."
    BecameEnumeration "11" "became-enumeration" Breaking Info Major
        "free text became a closed list of values"
        "The sender may send listed values only. The receiver gets less than before."
    BecameText "12" "became-text" Info Warning Major
        "a list of values became free text"
        "The receiver must be ready for values nobody listed."
    DecimalWidened "13" "decimal-widened" Info Breaking Minor
        "the number may have more digits"
        "The receiver's column is too narrow or rounds."
    DecimalNarrowed "14" "decimal-narrowed" Breaking Info Minor
        "the number may have fewer digits"
        "What the sender could send is refused now."
    OptionalBecameMandatory "15" "optional-became-mandatory" Breaking Info Major
        "an optional parameter became mandatory"
        "The sender that leaves it out is refused. The receiver gets more than before."
    OptionalBecameConditional "16" "optional-became-conditional" Breaking Info Minor
        "an optional parameter became mandatory under a condition"
        "The sender that leaves it out is refused where the condition holds."
    ConditionalBecameMandatory "17" "conditional-became-mandatory" Breaking Info Major
        "a conditional parameter became mandatory"
        "The sender must send it even where the condition does not hold."
    ConditionalBecameOptional "18" "conditional-became-optional" Info Breaking Minor
        "a conditional parameter became optional"
        "The receiver relied on it where the condition holds, and may miss it now."
    MandatoryBecameConditional "19" "mandatory-became-conditional" Info Breaking Major
        "a mandatory parameter is only sent under a condition now"
        "The receiver always found it, and misses it where the condition does not hold."
    MandatoryBecameOptional "20" "mandatory-became-optional" Info Breaking Major
        "a mandatory parameter became optional"
        "The receiver always found it, and may miss it now; a NOT NULL column fails."
    ConditionChanged "21" "condition-changed" Breaking Breaking Minor
        "the condition is another"
        "There may be cases in which the sender must send it now, and cases in which the receiver misses it now. Both are taken as broken until somebody has looked."
    ConditionReworded "22" "condition-reworded" Warning Warning Patch
        "the words of the condition are others"
        "Only people can tell whether the meaning changed with the words."
    LengthWidened "23" "length-widened" Info Breaking Minor
        "longer values are allowed"
        "The receiver gets values that its column or buffer does not hold. The sender may go on as before."
    LengthNarrowed "24" "length-narrowed" Breaking Info Minor
        "only shorter values are allowed"
        "What the sender emits is refused when it is longer. The receiver gets less than it is ready for."
    LengthBecameKnown "25" "length-became-known" Warning Info Minor
        "a limit is documented where none was known"
        "The sender may have sent longer values unawares. The receiver can size its column now."
    LengthBecameUnknown "26" "length-became-unknown" Info Warning Minor
        "a limit is no longer documented"
        "Nothing says any more that the receiver's column is wide enough."
    LengthLifted "27" "length-lifted" Info Breaking Minor
        "there is no limit any more"
        "The receiver gets values that no column of fixed width holds."
    LengthIntroduced "28" "length-introduced" Breaking Info Minor
        "there is a limit where there was none"
        "What the sender emits is refused when it is longer."
    LengthDeclaredUnlimited "29" "length-declared-unlimited" Info Warning Patch
        "an unknown limit is documented as none"
        "A receiver that assumed a limit was wrong."
    LengthNoLongerUnlimited "30" "length-no-longer-unlimited" Warning Info Patch
        "it is no longer documented that there is no limit"
        "The sender cannot rely on long values being taken."
    MinLengthRaised "31" "min-length-raised" Breaking Info Minor
        "values must be longer"
        "What the sender emits is refused when it is shorter."
    MinLengthLowered "32" "min-length-lowered" Info Warning Minor
        "shorter values are allowed"
        "The receiver may get values shorter than it ever saw, even empty ones."
    UnitWidened "33" "unit-widened" Info Breaking Minor
        "the limit counts larger units"
        "As many characters can be more UTF-16 units, and those more bytes: the receiver's column may be too narrow."
    UnitNarrowed "34" "unit-narrowed" Breaking Info Minor
        "the limit counts smaller units"
        "As many bytes can be fewer characters: what the sender emits is refused when it is not ASCII."
    ItemsWidened "35" "items-widened" Info Warning Minor
        "lists may have more elements"
        "The receiver must be ready for more elements; a fixed buffer or a page is too small."
    ItemsNarrowed "36" "items-narrowed" Breaking Info Minor
        "lists may have fewer elements"
        "The sender's longer list is refused: batches must be cut smaller."
    MinItemsRaised "37" "min-items-raised" Breaking Info Minor
        "lists must have more elements"
        "The sender's shorter list is refused."
    MinItemsLowered "38" "min-items-lowered" Info Warning Minor
        "lists may have fewer elements than before"
        "The receiver may meet a list shorter than it ever saw, even an empty one."
    RangeWidened "39" "range-widened" Info Warning Minor
        "a wider range of numbers is allowed"
        "The receiver may meet numbers it took for impossible."
    RangeNarrowed "40" "range-narrowed" Breaking Info Minor
        "a narrower range of numbers is allowed"
        "What the sender emits is refused when it is outside."
    ValueAdded "41" "value-added" Info Warning Major
        "a listed value is new"
        "The receiver meets a value it does not know; code that refuses or ignores it loses calls. Generated enumerations gain a variant, which breaks an exhaustive match."
    ValueRemoved "42" "value-removed" Breaking Info Major
        "a listed value is gone"
        "The sender's value is refused. The receiver merely never sees it again."
    ValuesListed "43" "values-listed" Warning Info Major
        "values are listed where none were"
        "The sender may have sent others unawares."
    ValuesUnlisted "44" "values-unlisted" Info Warning Major
        "values are no longer listed"
        "The receiver must be ready for others."
    ValueMeaningChanged "45" "value-meaning-changed" Warning Warning Patch
        "the meaning of a value is described differently"
        "Only people can tell whether the meaning changed with the words."
    ValueValidityChanged "46" "value-validity-changed" Warning Warning Patch
        "a value is used from or until another date"
        "The sender must not use it outside, the receiver may see it earlier or longer."
    FormatChanged "47" "format-changed" Breaking Breaking Minor
        "the text has another form"
        "The sender writes what is refused, the receiver misreads what comes."
    FormatIntroduced "48" "format-introduced" Breaking Info Minor
        "the text must have a form"
        "What the sender emits is refused when it has another form."
    FormatDropped "49" "format-dropped" Info Breaking Minor
        "the text may have any form"
        "The receiver that parses it fails on texts of another form."
    DefaultChanged "50" "default-changed" Breaking Breaking Patch
        "an absent parameter means another value"
        "Nothing fails, both sides misunderstand each other: the sender means the old value, the receiver takes the new one or the other way round."
    DefaultIntroduced "51" "default-introduced" Info Warning Patch
        "it is said what an absent parameter means"
        "The receiver may have read the absence differently."
    DefaultDropped "52" "default-dropped" Warning Warning Patch
        "it is no longer said what an absent parameter means"
        "Neither side knows any more how the other reads the absence."
    BecameSensitive "53" "became-sensitive" Warning Warning Minor
        "the value must not be shown"
        "Nothing fails, but logs and consoles of both sides must stop showing it."
    NoLongerSensitive "54" "no-longer-sensitive" Info Info Minor
        "the value may be shown"
        "Nobody has to do anything."
    EncryptionIntroduced "55" "encryption-introduced" Breaking Breaking Minor
        "the value travels encrypted"
        "The sender must encrypt, the receiver must decrypt."
    EncryptionDropped "56" "encryption-dropped" Breaking Breaking Minor
        "the value travels in clear text"
        "The sender's cipher text is taken as the value, the receiver fails to decrypt."
    EncryptionChanged "57" "encryption-changed" Breaking Breaking Minor
        "the value travels under another cipher"
        "Neither side reads the other."
    HeldTypeChanged "58" "held-type-changed" Breaking Breaking Minor
        "the JSON inside the text has another type"
        "The sender writes what is refused, the receiver misreads what comes."
    NullAdmitted "59" "null-admitted" Info Breaking Minor
        "`null` may stand for an absent value"
        "The receiver that expects a value or nothing fails on `null`."
    NullRefused "60" "null-refused" Breaking Info Minor
        "`null` must not stand for an absent value"
        "The sender's `null` is refused."
    EmissionChanged "61" "emission-changed" Info Info Patch
        "whether an optional parameter is always sent is described differently"
        "The contract binds nobody here; it describes what was observed."
    VariationChanged "62" "variation-changed" Warning Warning Minor
        "whether the value differs on each resend is described differently"
        "A receiver that recognises repeated calls by it accepts doubles or loses calls; a sender must follow."
    Deprecated "63" "deprecated" Warning Warning Patch
        "the parameter should not be used any more"
        "It works, and will go: both sides should plan for it."
    Undeprecated "64" "undeprecated" Info Info Patch
        "the parameter may be used again"
        "Nobody has to do anything."
    ValidityChanged "65" "validity-changed" Warning Warning Patch
        "the parameter is used from or until another date"
        "The sender must not use it outside, the receiver may see it earlier or longer."
    LimitBecameAdvisory "66" "limit-became-advisory" Info Warning Minor
        "the printed limit is no longer enforced"
        "The receiver may get longer values than printed."
    LimitBecameBinding "67" "limit-became-binding" Breaking Info Minor
        "the printed limit is enforced"
        "What the sender emits is refused when it is longer."
    SiteNoteChanged "68" "site-note-changed" Info Info Patch
        "what a site does differently is described differently"
        "Nothing a program checks; worth reading for those on the site."
    Described "69" "described" Info Info Patch
        "the description is another"
        "Nothing a program checks; worth reading."
    SourcesChanged "70" "sources-changed" Info Info Patch
        "the source pages are others"
        "The facts are the same; where they come from changed."
    ConfidenceChanged "71" "confidence-changed" Info Info Patch
        "the facts are more or less sure"
        "The facts are the same; how sure they are changed."
    DecisionChanged "72" "decision-changed" Info Info Patch
        "another erratum decides between readings"
        "The facts are the same; what they rest on changed."
    FieldRenamed "73" "field-renamed" Info Info Major
        "the generated field has another name"
        "No byte on the wire changes; code that names the generated field does."
    ValueRenamed "74" "value-renamed" Info Info Major
        "a listed value has another name in generated code"
        "No byte on the wire changes; code that names the generated variant does."
    ValueDebugChanged "75" "value-debug-changed" Warning Breaking Minor
        "whether a listed value marks calls of debugging is said differently"
        "A receiver that does not know the mark carries out what was only tried, or only tries what was meant."
    ValueCipherChanged "76" "value-cipher-changed" Breaking Breaking Minor
        "a listed value stands for another cipher"
        "The sender encrypts in a way the receiver does not expect."
    ValueDescribed "77" "value-described" Info Info Patch
        "the sources of a listed value are others"
        "The facts are the same; where they come from changed."
    XmlFormChanged "78" "xml-form-changed" Breaking Breaking Minor
        "in XML the value stands elsewhere"
        "The receiver looks for an element where there is text, or for text where there is an element."
    FileNamePlaceChanged "79" "file-name-place-changed" Breaking Breaking Minor
        "the name of the file stands elsewhere"
        "The receiver looks for the name where it does not come."
}
