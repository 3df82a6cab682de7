//! Checks: what goes wrong with merchants' servers, each provoked on purpose and looked for.
//!
//! A check knows no marketplace. What it sends and what it expects follows from the catalogue: the values a scheme carries, how
//! long a call is fresh, which codes refuse it, the limits of replies, what identifies a call. Where the catalogue does not say
//! what a check needs, it is skipped and says so.

mod answer;
mod authentication;
mod debug;
mod encryption;
mod ground;
mod life;
mod pages;
mod query;
mod repetition;
mod reply;
mod request;
mod transport;
mod trial;
mod walk;

use std::pin::Pin;
use std::sync::Arc;

use koo_spec::catalogue::{Catalogue, Family, Interface, Text};

use crate::message::Source;
use crate::simulate::{Case, Running, Stage, Verdict};

use ground::Ground;
use pages::Pages;
use trial::Trial;

/// A text in both languages of reports.
#[derive(Debug, Clone, Copy)]
struct Words {
    en: &'static str,
    zh: &'static str,
}

impl Words {
    fn text(self) -> Text {
        Text {
            en: self.en.to_owned(),
            zh: Some(self.zh.to_owned()),
        }
    }
}

/// Carries a check out.
type Run = for<'t> fn(&'t mut Trial<'_>) -> Pin<Box<dyn Future<Output = ()> + Send + 't>>;

/// Something that goes wrong with servers.
struct Definition {
    id: &'static str,
    /// What it is about.
    title: Words,
    /// What must hold.
    rule: Words,
    /// What to do when it does not.
    advice: Words,
    /// Where the rule stands.
    pages: Pages,
    run: Run,
}

/// Every check, in the order it is tried.
fn definitions() -> impl Iterator<Item = &'static Definition> {
    [
        transport::CHECKS,
        reply::CHECKS,
        encryption::CHECKS,
        authentication::CHECKS,
        query::CHECKS,
        request::CHECKS,
        repetition::CHECKS,
        debug::CHECKS,
    ]
    .into_iter()
    .flatten()
}

/// The checks of a family as cases, for a merchant that serves some of its interfaces. They share the ordinary calls that
/// many of them look at.
pub fn cases<'a>(
    catalogue: &'a Catalogue,
    family: &'a Family,
    site: Option<&'a str>,
    is_served: impl Fn(&Interface) -> bool,
) -> Vec<Box<dyn Case + 'a>> {
    let ground = Arc::new(Ground::new(Some(catalogue), family, site, is_served));
    definitions()
        .filter(|_| !ground.called.is_empty())
        .map(|definition| {
            let ground = ground.clone();
            Box::new(Check { definition, ground }) as Box<dyn Case>
        })
        .collect()
}

/// The interface that makes what a merchant sells, or else the first that the platform calls.
pub fn subject<'a>(family: &'a Family, site: Option<&'a str>) -> Option<&'a Interface> {
    Ground::new(None, family, site, |_| true).subject()
}

/// A check of a family.
struct Check<'a> {
    definition: &'static Definition,
    ground: Arc<Ground<'a>>,
}

impl Case for Check<'_> {
    fn id(&self) -> &str {
        self.definition.id
    }

    fn title(&self) -> Text {
        self.definition.title.text()
    }

    fn doc(&self) -> Option<Text> {
        Some(self.definition.rule.text())
    }

    fn advice(&self) -> Option<Text> {
        Some(self.definition.advice.text())
    }

    fn interfaces(&self) -> Vec<&str> {
        let called = self.ground.called.iter();
        called.map(|interface| interface.id.as_str()).collect()
    }

    fn sources(&self) -> Vec<Source> {
        self.definition.pages.sources(&self.ground)
    }

    fn run<'s>(&'s self, stage: &'s Stage<'s>) -> Running<'s> {
        Box::pin(self.tried(stage))
    }
}

impl Check<'_> {
    async fn tried(&self, stage: &Stage<'_>) -> Verdict {
        let mut trial = Trial::new(stage, &self.ground, self.definition.id);
        match walk::silence(&mut trial).await {
            Some(why) if !transport::is_tried_in_silence(self.definition.id) => trial.skip(why),
            _ => (self.definition.run)(&mut trial).await,
        }
        trial.verdict(self)
    }
}
