//! What is asked in a terminal, and the usual answers where there is none.

use std::path::Path;

use koo_codegen::scaffold::{Bindings, Ci, Language, Offer, Store, check_name};
use koo_spec::catalogue::{self, Catalogue, Site};

use crate::ask::{self, Answer};
use crate::commands::Failure;
use crate::project::check_free;

/// Asks, or takes the first answer.
pub(super) struct Questions {
    asks: bool,
}

/// The name of a project.
pub(super) fn name(catalogue: &Catalogue) -> Result<String, Failure> {
    ask::text("What is the project called?", {
        let package = catalogue.id.clone();
        move |name| {
            check_name(name, &package).map_err(|error| error.to_string())?;
            check_free(Path::new(name)).map_err(|error| error.to_string())
        }
    })
}

/// Whether it is right so.
pub(super) fn confirm(folder: &Path) -> Result<bool, Failure> {
    ask::whether(&format!("Write {}?", folder.display()), true)
}

impl Questions {
    pub(super) const fn new(asks: bool) -> Self {
        Self { asks }
    }

    pub(super) fn family(&self, offers: &[Offer<'_>]) -> Result<String, Failure> {
        let answer = |offer: &Offer<'_>| {
            let mut about = both(offer.title);
            if !offer.is_current {
                about.push_str(", closed for new products");
            }
            Answer::new(offer.id.to_owned(), offer.id, &about)
        };
        self.select("Which guide?", offers.iter().map(answer).collect())
    }

    pub(super) fn site(&self, sites: &[(&String, &Site)]) -> Result<String, Failure> {
        let answer =
            |(id, site): &(&String, &Site)| Answer::new((*id).clone(), id, &both(&site.title));
        self.select("Which site?", sites.iter().map(answer).collect())
    }

    pub(super) fn store(&self) -> Result<Store, Failure> {
        let about = |store: Store| match store {
            Store::Redb => "one file beside the service, for one replica",
            Store::Postgres => "PostgreSQL, for several replicas",
            Store::Memory => "nothing survives a restart, for trying out",
        };
        let answers = Store::ALL.iter();
        let answers = answers.map(|store| Answer::new(*store, store.as_str(), about(*store)));
        self.select("Which store for what was done?", answers.collect())
    }

    pub(super) fn kit(&self, title: &catalogue::Text) -> Result<bool, Failure> {
        if !self.asks {
            return Ok(false);
        }
        let question = format!("Serve the interfaces of the kit too: {}?", both(title));
        ask::whether(&question, false)
    }

    pub(super) fn ci(&self) -> Result<Ci, Failure> {
        let about = |ci: Ci| match ci {
            Ci::Github => "GitHub Actions",
            Ci::Gitlab => "GitLab CI",
            Ci::None => "no file for it",
        };
        let answers = Ci::ALL.iter();
        let answers = answers.map(|ci| Answer::new(*ci, ci.as_str(), about(*ci)));
        self.select("Whose continuous integration runs?", answers.collect())
    }

    pub(super) fn language(&self) -> Result<Language, Failure> {
        let about = |language: Language| match language {
            Language::En => "English",
            Language::Zh => "中文",
        };
        let answers = Language::ALL.iter();
        let answers =
            answers.map(|language| Answer::new(*language, language.as_str(), about(*language)));
        self.select("In which language do people read?", answers.collect())
    }

    pub(super) fn bindings(&self, package: &str) -> Result<Bindings, Failure> {
        let about = |bindings: Bindings| match bindings {
            Bindings::Project => {
                "generated into the project, which `koo generate --check` keeps in step".to_owned()
            }
            Bindings::Crate => format!("the crate {package}; nothing generated in the project"),
        };
        let answers = Bindings::ALL.iter();
        let answers =
            answers.map(|bindings| Answer::new(*bindings, bindings.as_str(), &about(*bindings)));
        self.select("Where do the bindings come from?", answers.collect())
    }

    /// One of several answers; without anybody to ask, the first.
    fn select<T>(&self, question: &str, answers: Vec<Answer<T>>) -> Result<T, Failure> {
        if self.asks && answers.len() > 1 {
            return ask::one_of(question, answers);
        }
        let first = answers.into_iter().next();
        let none = || Failure::Usage(format!("{question} There is no answer to choose."));
        Ok(first.ok_or_else(none)?.into_value())
    }
}

fn both(title: &catalogue::Text) -> String {
    match &title.zh {
        Some(zh) => format!("{} ({zh})", title.en),
        None => title.en.clone(),
    }
}
