//! What is asked in a terminal, and the usual answers where there is none.

use std::fmt::{self, Display};
use std::path::Path;

use inquire::validator::Validation;
use inquire::{Confirm, InquireError, Select, Text};
use koo_codegen::scaffold::{Bindings, Choices, Ci, Language, Offer, Store, check_name};
use koo_spec::catalogue::{self, Catalogue, Site};

use super::summary;
use crate::commands::Failure;

/// Asks, or takes the first answer.
pub(super) struct Questions {
    asks: bool,
}

/// An answer with what is said of it.
struct Answer<T> {
    value: T,
    shown: String,
}

impl<T> Display for Answer<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

/// The name of a project.
pub(super) fn name(catalogue: &Catalogue) -> Result<String, Failure> {
    let package = catalogue.id.clone();
    let validator = move |name: &str| {
        Ok(match check_name(name, &package) {
            Ok(()) => Validation::Valid,
            Err(error) => Validation::Invalid(error.to_string().into()),
        })
    };
    let name = Text::new("What is the project called?").with_validator(validator);
    name.prompt().map_err(failure)
}

/// Whether it is right so.
pub(super) fn confirm(folder: &Path, choices: &Choices) -> Result<bool, Failure> {
    let question = format!("Write {}?\n{}\n", folder.display(), summary(choices));
    Confirm::new(&question)
        .with_default(true)
        .prompt()
        .map_err(failure)
}

impl Questions {
    pub(super) const fn new(asks: bool) -> Self {
        Self { asks }
    }

    pub(super) fn family(&self, offers: &[Offer<'_>]) -> Result<String, Failure> {
        let answer = |offer: &Offer<'_>| Answer {
            value: offer.id.to_owned(),
            shown: format!(
                "{}: {}{}",
                offer.id,
                both(offer.title),
                if offer.is_current {
                    ""
                } else {
                    ", closed for new products"
                }
            ),
        };
        self.select("Which guide?", offers.iter().map(answer).collect())
    }

    pub(super) fn site(&self, sites: &[(&String, &Site)]) -> Result<String, Failure> {
        let answer = |(id, site): &(&String, &Site)| Answer {
            value: (*id).clone(),
            shown: format!("{id}: {}", both(&site.title)),
        };
        self.select("Which site?", sites.iter().map(answer).collect())
    }

    pub(super) fn store(&self) -> Result<Store, Failure> {
        let about = |store: Store| match store {
            Store::Redb => "one file beside the service, for one replica",
            Store::Postgres => "PostgreSQL, for several replicas",
            Store::Memory => "nothing survives a restart, for trying out",
        };
        let answers = Store::ALL.iter().map(|store| Answer {
            value: *store,
            shown: format!("{}: {}", store.as_str(), about(*store)),
        });
        self.select(
            "Where does the service remember what it has done?",
            answers.collect(),
        )
    }

    pub(super) fn kit(&self, title: &str) -> Result<bool, Failure> {
        if !self.asks {
            return Ok(false);
        }
        let question = format!("Serve the interfaces of the kit too ({title})?");
        Confirm::new(&question)
            .with_default(false)
            .prompt()
            .map_err(failure)
    }

    pub(super) fn ci(&self) -> Result<Ci, Failure> {
        let answers = Ci::ALL.iter().map(|ci| Answer {
            value: *ci,
            shown: ci.as_str().to_owned(),
        });
        self.select("Whose continuous integration runs?", answers.collect())
    }

    pub(super) fn language(&self) -> Result<Language, Failure> {
        let about = |language: Language| match language {
            Language::En => "English",
            Language::Zh => "中文",
        };
        let answers = Language::ALL.iter().map(|language| Answer {
            value: *language,
            shown: format!("{}: {}", language.as_str(), about(*language)),
        });
        self.select("In which language do people read?", answers.collect())
    }

    pub(super) fn bindings(&self, package: &str) -> Result<Bindings, Failure> {
        let about = |bindings: Bindings| match bindings {
            Bindings::Project => {
                "generated into the project, which `koo generate --check` keeps in step".to_owned()
            }
            Bindings::Crate => format!("the crate {package}; nothing generated in the project"),
        };
        let answers = Bindings::ALL.iter().map(|bindings| Answer {
            value: *bindings,
            shown: format!("{}: {}", bindings.as_str(), about(*bindings)),
        });
        self.select("Where do the bindings come from?", answers.collect())
    }

    /// One of several answers; without anybody to ask, the first.
    fn select<T>(&self, question: &str, answers: Vec<Answer<T>>) -> Result<T, Failure> {
        if self.asks && answers.len() > 1 {
            let answer = Select::new(question, answers).prompt().map_err(failure)?;
            return Ok(answer.value);
        }
        let first = answers.into_iter().next();
        let none = || Failure::Usage(format!("{question} There is no answer to choose."));
        Ok(first.ok_or_else(none)?.value)
    }
}

fn both(title: &catalogue::Text) -> String {
    match &title.zh {
        Some(zh) => format!("{} ({zh})", title.en),
        None => title.en.clone(),
    }
}

fn failure(error: InquireError) -> Failure {
    match error {
        InquireError::IO(source) => Failure::Print(source),
        InquireError::OperationCanceled | InquireError::OperationInterrupted => {
            Failure::Usage("nothing was written: a question was not answered".to_owned())
        }
        other => Failure::Usage(format!("nothing was written: {other}")),
    }
}
