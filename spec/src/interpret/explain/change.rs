//! What may have happened to a message between signing and verifying.

use std::fmt;

/// A change after which the signature would match: the probable cause.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Change {
    /// Line ends at the end of the body were not signed.
    BodyLineEndAdded,
    /// A line end at the end of the body was signed, and is gone.
    BodyLineEndRemoved,
    /// CRLF became LF, or LF became CRLF.
    BodyLineEndsChanged,
    /// The body was read as JSON and written again; the text says in which form it was signed.
    BodyReserialised(&'static str),
    /// An empty body was signed.
    BodyEmptySigned,
    /// `+` in a query value stands for a space, or was one.
    PlusDecoded,
    /// Query values were signed as they stand in the URL, encoded.
    QuerySignedEncoded,
    /// Query values were encoded twice.
    QueryEncodedTwice,
    /// A query parameter is there that was not signed.
    QueryParameterAdded(String),
    /// The path was signed with another beginning, such as a prefix that a proxy takes off.
    PathPrefix(String),
    /// The path was signed with or without a slash at its end.
    PathSlash,
    /// Another method was signed.
    Method(String),
    /// The host was signed with or without its port.
    HostPort,
    /// The signature differs in letter case only.
    LetterCase,
    /// The signature stands in quotes or has spaces around it.
    SignatureQuoted,
    /// `+` in the signature became a space.
    SignaturePlusDecoded,
    /// The signature is percent-encoded still.
    SignatureEncoded,
    /// Another secret was used in place of this one.
    OtherSecret {
        /// The secret of the scheme.
        needed: String,
        /// The secret that fits.
        used: String,
    },
    /// The secret has spaces or line ends around it.
    SecretTrimmed(String),
    /// Another scheme of the family was used.
    OtherScheme(String),
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BodyLineEndAdded => f.write_str(
                "the body has a line end at its end that was not signed: sign the bytes that are sent, or strip what an editor or a shell added",
            ),
            Self::BodyLineEndRemoved => {
                f.write_str("the body was signed with a line end at its end, which is not sent")
            }
            Self::BodyLineEndsChanged => {
                f.write_str("the line ends inside the body were changed after signing (CRLF and LF)")
            }
            Self::BodyReserialised(form) => write!(
                f,
                "the body was written anew after signing: it matches {form}. Sign and verify the raw bytes, before any framework parses them"
            ),
            Self::BodyEmptySigned => f.write_str("an empty body was signed, but one is sent"),
            Self::PlusDecoded => f.write_str(
                "`+` in a query value was taken for the wrong thing: in a query it stands for a space, a plus is written %2B",
            ),
            Self::QuerySignedEncoded => {
                f.write_str("the query values were signed as they stand in the URL; sign them decoded")
            }
            Self::QueryEncodedTwice => f.write_str("the query values were percent-encoded twice"),
            Self::QueryParameterAdded(name) => {
                write!(f, "the query parameter `{name}` was not signed; something on the way adds it")
            }
            Self::PathPrefix(path) => write!(
                f,
                "the path was signed as `{path}`: a proxy in between takes off or adds a prefix"
            ),
            Self::PathSlash => f.write_str("the path was signed with, or without, a slash at its end"),
            Self::Method(method) => write!(f, "the method `{method}` was signed"),
            Self::HostPort => f.write_str(
                "the host header was signed in another form, with or without its port: a proxy in between rewrites it",
            ),
            Self::LetterCase => {
                f.write_str("the signature differs in letter case only: this scheme compares exactly")
            }
            Self::SignatureQuoted => {
                f.write_str("the signature stands in quotes or has spaces around it; send it bare")
            }
            Self::SignaturePlusDecoded => f.write_str(
                "`+` in the signature became a space on the way: percent-encode the signature in the URL",
            ),
            Self::SignatureEncoded => {
                f.write_str("the signature is percent-encoded still: it was encoded twice, or not decoded")
            }
            Self::OtherSecret { needed, used } => write!(
                f,
                "the secret `{used}` was used in place of `{needed}`: each kind of interface has a key of its own"
            ),
            Self::SecretTrimmed(name) => write!(
                f,
                "the secret `{name}` has spaces or a line end around it; without them the signature matches"
            ),
            Self::OtherScheme(scheme) => {
                write!(f, "it was signed by the scheme `{scheme}`, which is for other interfaces")
            }
        }
    }
}

impl Change {
    /// A stable word for programs.
    pub fn id(&self) -> &'static str {
        match self {
            Self::BodyLineEndAdded => "body-line-end-added",
            Self::BodyLineEndRemoved => "body-line-end-removed",
            Self::BodyLineEndsChanged => "body-line-ends-changed",
            Self::BodyReserialised(_) => "body-reserialised",
            Self::BodyEmptySigned => "body-empty-signed",
            Self::PlusDecoded => "plus-decoded",
            Self::QuerySignedEncoded => "query-signed-encoded",
            Self::QueryEncodedTwice => "query-encoded-twice",
            Self::QueryParameterAdded(_) => "query-parameter-added",
            Self::PathPrefix(_) => "path-prefix",
            Self::PathSlash => "path-slash",
            Self::Method(_) => "method",
            Self::HostPort => "host-port",
            Self::LetterCase => "letter-case",
            Self::SignatureQuoted => "signature-quoted",
            Self::SignaturePlusDecoded => "signature-plus-decoded",
            Self::SignatureEncoded => "signature-encoded",
            Self::OtherSecret { .. } => "other-secret",
            Self::SecretTrimmed(_) => "secret-trimmed",
            Self::OtherScheme(_) => "other-scheme",
        }
    }
}
