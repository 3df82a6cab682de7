//! Forms of texts.

/// The form of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Format {
    /// An absolute URL.
    Url,
    /// A UUID in hyphenated form.
    Uuid,
    /// Hexadecimal digits.
    Hex,
    /// Standard base64.
    Base64,
    /// JSON inside the text.
    Json,
    /// URL-encoded base64 of JSON.
    UrlencodedBase64Json,
    /// Milliseconds since 1970, as digits.
    EpochMillis,
    /// A point in time.
    Timestamp(Timestamp),
    /// Elements joined with commas.
    CommaList {
        /// Most elements.
        max_items: u64,
        /// Longest element in characters.
        each: Option<u64>,
    },
}

impl Format {
    /// The words of one-word formats, as the spec language writes them.
    pub const WORDS: &'static [(&'static str, Self)] = &[
        ("url", Self::Url),
        ("uuid", Self::Uuid),
        ("hex", Self::Hex),
        ("base64", Self::Base64),
        ("json", Self::Json),
        ("urlencoded-base64-json", Self::UrlencodedBase64Json),
        ("epoch-millis", Self::EpochMillis),
    ];

    /// The format in a few words, for people.
    pub fn describe(&self) -> String {
        match self {
            Self::Timestamp(timestamp) => {
                let zone = match timestamp.zone {
                    Zone::Utc => ", UTC",
                    Zone::Beijing => ", Beijing time",
                    Zone::Unknown => "",
                };
                format!("{}{zone}", timestamp.layouts.join(" or "))
            }
            Self::CommaList {
                max_items,
                each: Some(each),
            } => {
                format!(
                    "up to {max_items} elements of at most {each} characters, joined with commas"
                )
            }
            Self::CommaList {
                max_items,
                each: None,
            } => format!("up to {max_items} elements joined with commas"),
            word => Self::WORDS
                .iter()
                .find(|(_, format)| format == word)
                .map_or_else(String::new, |(name, _)| (*name).replace('-', " ")),
        }
    }
}

/// Layouts of a point in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timestamp {
    /// Accepted layouts; the first is written.
    pub layouts: Vec<String>,
    /// Time zone.
    pub zone: Zone,
}

/// Time zone of a timestamp.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Zone {
    /// Coordinated universal time.
    Utc,
    /// UTC+8.
    Beijing,
    /// The pages do not say.
    #[default]
    Unknown,
}
