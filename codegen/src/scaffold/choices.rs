//! What a merchant chooses.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Everything a project depends on, besides its templates and the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choices {
    /// Name of the package.
    pub name: String,
    /// The guide.
    pub family: String,
    /// The site.
    pub site: String,
    /// Where processed calls are remembered.
    pub store: Store,
    /// Whether the kit of the catalogue is served too.
    pub kit: bool,
    /// Where the bindings come from.
    #[serde(default = "Bindings::of_older_records")]
    pub bindings: Bindings,
    /// Whose continuous integration runs.
    pub ci: Ci,
    /// In which language the project speaks to people.
    pub language: Language,
    /// Where the crates of koo come from.
    pub dependencies: Dependencies,
}

/// Where the crates of koo come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Dependencies {
    /// From the registry.
    Released,
    /// From a checkout of koo in this folder, written with `/`.
    Checkout(String),
}

/// An enumeration whose variants have words.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $word)] $variant,)*
        }

        impl $name {
            /// All of them, the usual one first.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word for it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl FromStr for $name {
            type Err = String;

            fn from_str(word: &str) -> Result<Self, String> {
                let mut all = Self::ALL.iter().copied();
                all.find(|known| known.as_str() == word).ok_or_else(|| format!("`{word}` is none of them"))
            }
        }
    };
}

words! {
    /// Where processed calls are remembered.
    Store {
        /// One file beside the service.
        Redb = "redb",
        /// A database that several replicas share.
        Postgres = "postgres",
        /// In the process only: forgotten when it ends.
        Memory = "memory",
    }
}

words! {
    /// Where the bindings come from: models, validators, signatures, server and client.
    Bindings {
        /// The project generates its own, of its guides only.
        Project = "project",
        /// The generated crate of koo, which holds every guide.
        Crate = "crate",
    }
}

impl Bindings {
    /// Projects whose record does not say use the crate: there was nothing else.
    const fn of_older_records() -> Self {
        Self::Crate
    }
}

words! {
    /// Whose continuous integration runs.
    Ci {
        /// GitHub Actions.
        Github = "github",
        /// GitLab CI.
        Gitlab = "gitlab",
        /// None.
        None = "none",
    }
}

words! {
    /// In which language the project speaks to people.
    Language {
        /// English.
        En = "en",
        /// Chinese.
        Zh = "zh",
    }
}
