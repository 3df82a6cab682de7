//! The closed set of functions recipes are built from.

use super::Kind;

/// What an argument may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operand {
    /// Exactly this kind.
    Exactly(Kind),
    /// Bytes, or text taken as its UTF-8 bytes.
    Octets,
}

impl Operand {
    /// Whether a value of this kind may stand here.
    pub fn accepts(self, kind: Kind) -> bool {
        match self {
            Self::Exactly(expected) => expected == kind,
            Self::Octets => matches!(kind, Kind::Text | Kind::Bytes),
        }
    }

    /// The words of messages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Exactly(kind) => kind.as_str(),
            Self::Octets => "bytes or text",
        }
    }
}

const TEXT: Operand = Operand::Exactly(Kind::Text);
const BYTES: Operand = Operand::Exactly(Kind::Bytes);
const PAIRS: Operand = Operand::Exactly(Kind::Pairs);
const INTEGER: Operand = Operand::Exactly(Kind::Integer);
const OCTETS: Operand = Operand::Octets;

macro_rules! functions {
    ($($variant:ident $name:literal ($($parameter:literal $operand:ident),*) $result:ident $doc:literal)+) => {
        /// A function of recipes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Function {
            $(#[doc = $doc] $variant,)+
        }

        impl Function {
            /// Every function.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name recipes call it by.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// What it does, in one line.
            pub const fn doc(self) -> &'static str {
                match self {
                    $(Self::$variant => $doc,)+
                }
            }

            /// Its parameters: name and what may stand there.
            pub const fn parameters(self) -> &'static [(&'static str, Operand)] {
                match self {
                    $(Self::$variant => &[$(($parameter, $operand)),*],)+
                }
            }

            /// What it gives.
            pub const fn result(self) -> Kind {
                match self {
                    $(Self::$variant => Kind::$result,)+
                }
            }
        }
    };
}

functions! {
    HmacSha256 "hmac_sha256" ("key" OCTETS, "message" OCTETS) Bytes
        "HMAC with SHA-256 of a message: 32 bytes"
    Sha256 "sha256" ("message" OCTETS) Bytes
        "SHA-256 of a message: 32 bytes"
    Hex "hex" ("bytes" BYTES) Text
        "hexadecimal digits in lower case"
    HexUpper "hex_upper" ("bytes" BYTES) Text
        "hexadecimal digits in upper case"
    Base64 "base64" ("bytes" BYTES) Text
        "standard base64 with padding"
    Base64Decode "base64_decode" ("text" TEXT) Bytes
        "the bytes of standard base64"
    Text "text" ("bytes" BYTES) Text
        "the text of UTF-8 bytes"
    Lower "lower" ("text" TEXT) Text
        "text with ASCII letters in lower case"
    Upper "upper" ("text" TEXT) Text
        "text with ASCII letters in upper case"
    First "first" ("text" TEXT, "count" INTEGER) Text
        "the first characters of a text"
    Skip "skip" ("text" TEXT, "count" INTEGER) Text
        "a text without its first characters"
    UrlEncode "url_encode" ("text" TEXT) Text
        "percent-encoded text; letters, digits and - _ . ~ stay"
    UrlDecode "url_decode" ("text" TEXT) Text
        "percent-decoded text; + is a space"
    SortParams "sort_params" ("pairs" PAIRS) Pairs
        "pairs ordered by name"
    Without "without" ("pairs" PAIRS, "name" TEXT) Pairs
        "pairs without those of a name"
    Value "value" ("pairs" PAIRS, "name" TEXT) Text
        "the first value of a name among pairs"
    Join "join" ("pairs" PAIRS, "equals" TEXT, "separator" TEXT) Text
        "pairs written one after the other, such as a=1&b=2"
    CanonicalJson "canonical_json" ("json" OCTETS) Bytes
        "a JSON object with its members ordered by name, without null members and white space"
    JsonParams "json_params" ("json" OCTETS) Pairs
        "the members of a JSON object as pairs, those that are null or blank left out"
    CanonicalPath "canonical_path" ("path" TEXT) Text
        "a path with every segment percent-encoded once and a slash at the end"
    CanonicalQuery "canonical_query" ("query" PAIRS) Text
        "a query percent-encoded and ordered by name and value"
    CanonicalHeaders "canonical_headers" ("headers" PAIRS, "names" TEXT) Text
        "the headers of some names, a line name:value for each"
    Names "names" ("pairs" PAIRS) Text
        "the names of pairs in lower case, ordered and joined with ;"
    AesCbcEncrypt "aes_cbc_encrypt" ("key" BYTES, "iv" OCTETS, "plain" OCTETS) Bytes
        "AES in CBC mode with PKCS#7 padding, encrypted"
    AesCbcDecrypt "aes_cbc_decrypt" ("key" BYTES, "iv" OCTETS, "sealed" BYTES) Bytes
        "AES in CBC mode with PKCS#7 padding, decrypted"
    RsaOaepDecrypt "rsa_oaep_decrypt" ("private_key" TEXT, "sealed" BYTES, "digest" TEXT) Bytes
        "RSA with OAEP padding, decrypted; the digest is sha256 or sha1"
    RsaOaepEncrypt "rsa_oaep_encrypt" ("public_key" TEXT, "plain" OCTETS, "digest" TEXT) Bytes
        "RSA with OAEP padding, encrypted; another result each time"
    Sha1PrngKey "sha1prng_key" ("seed" OCTETS, "bits" INTEGER) Bytes
        "the key that Java's SUN SHA1PRNG generator draws from a seed"
}

impl Function {
    /// The function of a name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|function| function.name() == name)
    }

    /// Name and parameters as people write them, such as `hmac_sha256(key, message)`.
    pub fn signature(self) -> String {
        let parameters: Vec<_> = self.parameters().iter().map(|(name, _)| *name).collect();
        format!("{}({})", self.name(), parameters.join(", "))
    }
}
