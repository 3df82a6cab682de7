//! English or Chinese, as the reader chose or the browser asks.

use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};
use koo_runtime::message::parse_query;
use koo_spec::catalogue::Text;
use serde_json::{Value, json};

/// The cookie that remembers the choice.
pub(super) const COOKIE_NAME: &str = "koo_language";

/// A language of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    English,
    Chinese,
}

/// The language of a page, and whether the reader asked for it just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) language: Language,
    pub(super) is_new: bool,
}

impl Language {
    fn of(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next()?.trim() {
            "en" => Some(Self::English),
            "zh" => Some(Self::Chinese),
            _ => None,
        }
    }

    pub(super) const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh",
        }
    }

    /// The one of two texts that is in this language.
    pub(super) const fn choose<T: Copy>(self, english: T, chinese: T) -> T {
        match self {
            Self::English => english,
            Self::Chinese => chinese,
        }
    }

    /// A text in this language, or in English.
    pub(super) fn text(self, text: &Text) -> &str {
        match (self, &text.zh) {
            (Self::Chinese, Some(chinese)) => chinese,
            _ => &text.en,
        }
    }

    /// An official title in this language and, beside it, in the other.
    pub(super) fn title(self, text: &Text) -> Value {
        let chinese = text.zh.as_deref().filter(|zh| *zh != text.en);
        match (self, chinese) {
            (_, None) => json!({"shown": text.en, "tag": "en"}),
            (Self::English, Some(chinese)) => {
                json!({"shown": text.en, "tag": "en", "other": chinese, "other_tag": "zh"})
            }
            (Self::Chinese, Some(chinese)) => {
                json!({"shown": chinese, "tag": "zh", "other": text.en, "other_tag": "en"})
            }
        }
    }
}

/// What the address says (`lang=zh`), else the cookie, else the browser.
pub(super) fn choose(query: Option<&str>, headers: &HeaderMap) -> Choice {
    let asked = parse_query(query.unwrap_or_default());
    let asked = asked.iter().find(|(name, _)| name == "lang");
    if let Some(language) = asked.and_then(|(_, tag)| Language::of(tag)) {
        return Choice {
            language,
            is_new: true,
        };
    }
    let language = remembered(headers)
        .or_else(|| preferred(headers))
        .unwrap_or(Language::English);
    Choice {
        language,
        is_new: false,
    }
}

fn remembered(headers: &HeaderMap) -> Option<Language> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|cookies| cookies.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(name, _)| *name == COOKIE_NAME)
        .and_then(|(_, tag)| Language::of(tag))
}

fn preferred(headers: &HeaderMap) -> Option<Language> {
    let accepted = headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut best: Option<(f32, Language)> = None;
    for part in accepted.split(',') {
        let mut pieces = part.split(';');
        let language = pieces
            .next()
            .and_then(|tag| Language::of(&tag.trim().to_ascii_lowercase()));
        let weight = pieces
            .find_map(|piece| piece.trim().strip_prefix("q=")?.parse().ok())
            .unwrap_or(1.0);
        if let Some(language) = language
            && weight > 0.0
            && best.is_none_or(|(heaviest, _)| weight > heaviest)
        {
            best = Some((weight, language));
        }
    }
    best.map(|(_, language)| language)
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderName, HeaderValue};

    use super::{Language, choose};

    #[test]
    fn the_reader_chooses_before_the_browser() {
        for (query, cookie, accepted, expected) in [
            ("", "", "", Language::English),
            ("", "", "zh-CN,zh;q=0.9,en;q=0.8", Language::Chinese),
            ("", "", "fr, en;q=0.3, zh-TW;q=0.7", Language::Chinese),
            ("", "", "zh;q=0, en;q=0.1", Language::English),
            ("", "a=b; koo_language=zh", "en", Language::Chinese),
            ("lang=en", "koo_language=zh", "zh", Language::English),
            ("lang=xx", "koo_language=zh", "en", Language::Chinese),
        ] {
            let mut headers = HeaderMap::new();
            for (name, value) in [("cookie", cookie), ("accept-language", accepted)] {
                let value = HeaderValue::from_static(value);
                headers.insert(HeaderName::from_static(name), value);
            }
            let choice = choose(Some(query), &headers);
            assert_eq!(choice.language, expected, "{query} {cookie} {accepted}");
        }
    }
}
