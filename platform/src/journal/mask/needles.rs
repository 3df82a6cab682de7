//! Texts that must not be seen wherever they show.

use koo_runtime::crypto::url_encode;

use super::MOST_LINE;

/// Shorter values are hidden where they stand, but not looked for elsewhere: they would be found everywhere.
const SHORTEST: usize = 4;

/// Texts to be found anywhere, and what stands in their place.
#[derive(Default)]
pub(super) struct Needles(Vec<(String, String)>);

impl Needles {
    /// Has a value replaced wherever it shows, in the forms it may take.
    pub(super) fn hide(&mut self, value: &str, shown: &str) {
        if value.len() < SHORTEST {
            return;
        }
        let escaped = serde_json::Value::from(value).to_string();
        let escaped = escaped.trim_matches('"').to_owned();
        let encoded = url_encode(value);
        let as_form = encoded.replace("%20", "+");
        for form in [
            value.to_owned(),
            escaped,
            encoded.to_ascii_lowercase(),
            encoded,
            as_form,
        ] {
            let form = (form, shown.to_owned());
            if !self.0.contains(&form) {
                self.0.push(form);
            }
        }
    }

    /// The longest first: one may begin with another.
    pub(super) fn sort(&mut self) {
        self.0
            .sort_by_key(|(needle, _)| std::cmp::Reverse(needle.len()));
    }

    /// A text with everything that must not be seen replaced.
    pub(super) fn plain(&self, text: &str) -> String {
        let mut masked = text.to_owned();
        for (needle, shown) in &self.0 {
            if masked.contains(needle.as_str()) {
                masked = masked.replace(needle.as_str(), shown);
            }
        }
        masked
    }

    /// A text that was cut, without the beginning of a secret at its end.
    pub(super) fn without_begun(&self, mut text: String) -> String {
        let end = text.trim_end_matches('\u{fffd}').len();
        text.truncate(end);
        let secrets = self.0.iter().map(|(needle, _)| needle.as_str());
        for secret in secrets.filter(|secret| secret.len() <= MOST_LINE) {
            let begun = (SHORTEST..secret.len())
                .rev()
                .filter_map(|length| secret.get(..length))
                .find(|begun| text.ends_with(begun));
            if let Some(begun) = begun {
                text.truncate(text.len() - begun.len());
            }
        }
        text
    }
}
