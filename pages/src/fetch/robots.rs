//! `robots.txt`

use robotstxt::DefaultMatcher;

use super::Answer;

/// The part of the file that is read, as much as the standard demands.
const MAX_BYTES: usize = 500 * 1024;

/// The rules of a host.
pub(super) struct Robots {
    text: String,
}

impl Robots {
    /// The rules in an answer. A host without the file allows everything.
    pub(super) fn read(answer: &Answer) -> Result<Self, String> {
        match answer.status {
            200..300 => {
                let bytes = answer
                    .body
                    .get(..answer.body.len().min(MAX_BYTES))
                    .unwrap_or_default();
                Ok(Self {
                    text: String::from_utf8_lossy(bytes).into_owned(),
                })
            }
            // What is not found, or not shown, forbids nothing.
            300..500 => Ok(Self {
                text: String::new(),
            }),
            status => Err(format!("the server answers with status {status}")),
        }
    }

    /// Whether we may ask for an address.
    pub(super) fn allows(&self, agent: &str, url: &str) -> bool {
        DefaultMatcher::default().one_agent_allowed_by_robots(&self.text, agent, url)
    }
}
